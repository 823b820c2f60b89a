//! The layout of a [`Meta`](crate::Meta): the code generator writes it, this crate reads it.
//!
//! All numbers are little-endian. A *text* is an offset (`u32`) and a length (`u16`) in the text of the metadata; it is absent
//! where the offset is [`ABSENT`]. A *list* is an offset (`u32`) in its bytes and a count (`u16`). The bytes
//! start with one record of [`RECORD`] bytes for each entry, in the catalog's order; everything else is found by offset.
//!
//! The messages have a text and bytes of their own, which start with one [`template`] for each entry.

/// The offset of an absent text or template.
pub const ABSENT: u32 = u32::MAX;

/// The number of an absent entry.
pub const NO_ENTRY: u16 = u16::MAX;

/// The size of an entry's record, which most uses read. The rest is in [`rest`]. Two bytes are free: a power of two is found by
/// a shift.
pub const RECORD: usize = 32;

/// Text: the entry's id.
pub const ID: usize = 0;
/// `u16`: the status that a new error is sent with; 0 in a catalog without HTTP.
pub const STATUS: usize = 6;
/// Text: the code as documented; a number as its decimal text.
pub const CODE: usize = 8;
/// `u8`: one of the kinds in [`code`].
pub const CODE_KIND: usize = 14;
/// `u8`: the flags in [`flag`], and a [`severity`].
pub const FLAGS: usize = 15;
/// List of [`PARAM`]s: the fields of the variant, in their order.
pub const PARAMS: usize = 16;
/// `u16`: the next entry with the same code, or [`NO_ENTRY`].
pub const NEXT: usize = 22;
/// `u16`: the generated function that makes the error.
pub const GROUP: usize = 24;
/// Offset (`u32`) of the [`rest`].
pub const REST: usize = 26;

/// What many entries share.
pub mod rest {
    use super::template;

    /// The size of a record.
    pub const RECORD: usize = HISTORY + 4;
    /// `u8`: one of the kinds in [`retry`](super::retry), and a unit.
    pub const RETRY_KIND: usize = 0;
    /// `u8`: the envelope that the entry is sent in, or [`NO_ENVELOPE`].
    pub const ENVELOPE: usize = 1;
    /// Text, or the seconds (`u32`) of [`retry::AFTER`](super::retry::AFTER).
    pub const RETRY: usize = 2;
    /// Text: the category.
    pub const CATEGORY: usize = 8;
    /// Text: the scope.
    pub const SCOPE: usize = 14;
    /// List of `u16`: every status, including the first.
    pub const STATUSES: usize = 20;
    /// Text: the name of the variant in Rust, unless it is [that of the id](crate::variant_of).
    pub const VARIANT: usize = 26;
    /// Template: the code, if it is a pattern.
    pub const PATTERN: usize = 32;
    /// Offset (`u32`) of the entry's other forms: the number of those of today and of earlier ones (`u16` each), then their
    /// records; or [`ABSENT`](super::ABSENT).
    ///
    /// The forms of today are the plural forms of the message, then the message in each other language, each before its
    /// plural forms.
    pub const HISTORY: usize = PATTERN + template::SIZE;
    /// The envelope of an entry whose catalog has none.
    pub const NO_ENVELOPE: u8 = u8::MAX;
}

/// Another form of an error: an earlier one, one in another language, or a plural form.
pub mod history {
    use super::template;

    /// List of `u16`: the earlier statuses; empty if the entry has the same ones today.
    pub const STATUSES: usize = 0;
    /// `u8`: 1 if the message was different.
    pub const HAS_MESSAGE: usize = 6;
    /// `u8`: the number of the language; 0 for that of the catalog.
    pub const LANGUAGE: usize = 7;
    /// Template: the message.
    pub const MESSAGE: usize = 8;
    /// `u8`: which numbers the form is for; one of those in [`plural`](super::plural).
    pub const PLURAL_CASE: usize = MESSAGE + template::SIZE;
    /// `u8`: the index of the parameter with the number.
    pub const PLURAL_PARAM: usize = PLURAL_CASE + 1;
    /// Text: the number, if the form is for just one.
    pub const EXACT_NUMBER: usize = PLURAL_PARAM + 1;
    /// The size of a record.
    pub const RECORD: usize = EXACT_NUMBER + 6;
}

/// Which numbers a form is for. Between these are those of a [`PluralCategory`](crate::PluralCategory).
pub mod plural {
    /// All that no other form is for.
    pub const OTHER: u8 = 0;
    /// Just one.
    pub const EXACT: u8 = 6;
}

/// The kind of an entry's code.
pub mod code {
    /// No code is documented.
    pub const NONE: u8 = 0;
    /// A string.
    pub const TEXT: u8 = 1;
    /// A number.
    pub const NUMBER: u8 = 2;
    /// A string with placeholders.
    pub const PATTERN: u8 = 3;
}

/// The kind of an entry's retry advice.
pub mod retry {
    use crate::RetryUnit;

    /// Nothing is documented.
    pub const UNDOCUMENTED: u8 = 0;
    /// Never.
    pub const NEVER: u8 = 1;
    /// After a fix.
    pub const AFTER_FIX: u8 = 2;
    /// With backoff.
    pub const BACKOFF: u8 = 3;
    /// After a time.
    pub const AFTER: u8 = 4;
    /// When a header says.
    pub const HEADER: u8 = 5;
    /// When a parameter says.
    pub const PARAM: u8 = 6;
    /// The bits of a byte that hold one of these.
    pub const KIND: u8 = 0x0F;
    /// The bit of the byte that says that nothing was done.
    pub const SAFE: u8 = 0x80;

    /// The bits between: nothing for no unit, or one more than the unit's place among all.
    pub fn unit_bits(unit: Option<RetryUnit>) -> u8 {
        unit.map_or(0, |unit| (unit as u8 + 1) << 4)
    }

    /// The unit in these bits.
    pub fn unit(byte: u8) -> Option<RetryUnit> {
        let place = ((byte & !SAFE) >> 4).checked_sub(1)?;
        RetryUnit::ALL.get(usize::from(place)).copied()
    }
}

/// The bits of [`FLAGS`].
pub mod flag {
    /// The API sends free text: the message is the field `message`.
    pub const FREE_TEXT: u8 = 1;
    /// The entry is deprecated.
    pub const DEPRECATED: u8 = 2;
    /// The message is not just a template to fill: a parameter is sensitive, or there are plural forms.
    pub const SPECIAL: u8 = 4;
    /// The entry's code does not decide alone how a response is read: the entry has other forms, or its code is also
    /// one of another entry's parameterised code.
    pub const SHARED: u8 = 8;
    /// A parameter of this entry or another of the catalog is sensitive.
    pub const GUARDED: u8 = 16;
}

/// The bits of [`FLAGS`] above the flags: nothing for no severity, or one more than the severity's place among all.
pub mod severity {
    use crate::Severity;

    const SHIFT: u8 = 5;

    /// The bits of a severity.
    pub fn bits(severity: Option<Severity>) -> u8 {
        severity.map_or(0, |severity| (severity as u8 + 1) << SHIFT)
    }

    /// The severity in these flags.
    pub fn of(flags: u8) -> Option<Severity> {
        let place = (flags >> SHIFT).checked_sub(1)?;
        Severity::ALL.get(usize::from(place)).copied()
    }
}

/// A template, prepared to be filled without a search for braces.
///
/// The text has all literals, one after the other, without the placeholders between them. Each piece, four bytes, says
/// how many bytes of the text to copy (`u16`), and which field to write then (`u8`, after its flags, `u8`). The last
/// piece has no field.
pub mod template {
    /// `u32`: offset of the literals in the text.
    pub const TEXT: usize = 0;
    /// `u32`: their length.
    pub const LENGTH: usize = 4;
    /// `u32`: offset of the pieces in the bytes.
    pub const PIECES: usize = 8;
    /// `u32`: number of pieces, and the flags [`HAS_SOURCE`] and [`IS_PLAIN`].
    pub const COUNT: usize = 12;
    /// The flag of a template that cannot be made of its pieces and the names of parameters. A text, whose length
    /// is a `u32`, follows its pieces: the template as documented.
    pub const HAS_SOURCE: u32 = 1 << 31;
    /// The flag of the template of a message whose fields are strings, each in one placeholder only: any text can be
    /// their value.
    pub const IS_PLAIN: u32 = 1 << 30;
    /// The size of the template's record.
    pub const SIZE: usize = 16;
    /// The size of a piece.
    pub const PIECE: usize = 4;
    /// The field number of a piece that ends without a field.
    pub const NO_FIELD: u8 = u8::MAX;
    /// The flag of a field that is written as the language of the message does.
    pub const NUMBER: u8 = 1;
}

/// The size of a parameter's record.
pub const PARAM: usize = 8;

/// The layout of a parameter's record.
pub mod param {
    /// `u32`: offset of the wire name in the text. The name of the field in Rust follows, if it is different.
    pub const NAME: usize = 0;
    /// `u8`: the length of the wire name.
    pub const NAME_LENGTH: usize = 4;
    /// `u8`: the length of the field's name; 0 if it is the same.
    pub const FIELD_LENGTH: usize = 5;
    /// `u8`: the type; see [`ParamType`](crate::ParamType).
    pub const TYPE: usize = 6;
    /// `u8`: the flags below.
    pub const FLAGS: usize = 7;
    /// The parameter is optional.
    pub const OPTIONAL: u8 = 1;
    /// The parameter is a detail: it is sent beside the message.
    pub const DETAIL: u8 = 2;
    /// The parameter's value must not be shown.
    pub const SENSITIVE: u8 = 4;
    /// The parameter's value is sent although it must not be shown.
    pub const SENT: u8 = 8;
}

/// The lookup by code. [`Meta`](crate::Meta) holds its place.
///
/// A perfect hash: the displacement (`u16`) of the code's bucket gives its slot, which holds the entry (`u16`).
pub mod lookup {
    /// Seed of the hash, `u64`.
    pub const SEED: usize = 0;
    /// `u8`: how many bits of the hash choose the bucket.
    pub const BUCKET_BITS: usize = 8;
    /// `u8`, next: how many bits choose the slot.
    pub const SLOT_BITS: usize = 9;
    /// `u16`: the first entry without a code, or [`NO_ENTRY`](super::NO_ENTRY).
    pub const NO_CODE: usize = 10;
    /// `u16`: how many entries have a pattern as their code.
    pub const PATTERNS: usize = 12;
    /// The buckets start here. The slots follow, then the entries with patterns (the most specific first), then the
    /// entries in the order of their ids, each `u16`; last, the [`messages`](super::messages).
    pub const BUCKETS: usize = 14;
}

/// The lookup by message: the templates in the order of their first literals; those with the same first literal in the
/// order of their last literals, read from the end.
///
/// Templates with the same first literal are a *group*; each is a *member* of its group. After the members comes the
/// number (`u16`) of the entries that fit nearly every message, because theirs is free text or only placeholders; then
/// come these entries (`u16` each). The literals are in the text of the messages.
pub mod messages {
    /// `u16`: how many groups there are.
    pub const GROUPS: usize = 0;
    /// `u16`: how many members there are.
    pub const MEMBERS: usize = 2;
    /// The groups start here, and the members follow. Both are items of the same form, which start with a text: the
    /// first literal of a group, the last of a member.
    pub const START: usize = 4;
    /// `u16`, after the text: the first member of the group, counted from the first of all, or the entry of the
    /// member.
    pub const NUMBER: usize = 6;
    /// `u16`, at the end: the distance back to the nearest group whose text this one's starts with, or to the nearest
    /// member of the group whose text this one's ends with; 0 if there is none.
    pub const SHORTER: usize = 8;
    /// The size of an item.
    pub const ITEM: usize = 10;
    /// The most bytes of a literal that its text has.
    pub const LONGEST: usize = 1_000;
}

/// The bytes of a [`Documentation`](crate::Documentation): one record for each entry, then the texts of its lists; at the
/// end a text, the address of the API's documentation. The bytes are empty if the catalog has none of these.
///
/// Here a text has a length of `u32`.
pub mod documentation {
    /// The size of a record.
    pub const RECORD: usize = 40;
    /// Text: a short human name.
    pub const TITLE: usize = 0;
    /// Text: what the error means.
    pub const DESCRIPTION: usize = 8;
    /// Text: what to do.
    pub const RESOLUTION: usize = 16;
    /// Offset and count, `u32` each, of texts: what causes the error.
    pub const CAUSES: usize = 24;
    /// Offset and count, `u32` each, of texts: rendered messages.
    pub const EXAMPLES: usize = 32;
    /// The size of a text in a list.
    pub const TEXT: usize = 8;
    /// The size of what a translation has of an entry: its title and its resolution, a text each. If the catalog has
    /// translations, these follow the records: those of the first entry in each language, and so on.
    pub const TRANSLATED: usize = 16;
}
