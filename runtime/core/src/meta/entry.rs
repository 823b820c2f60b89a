//! What a catalog says about one error.

use super::list::{Item, List};
use super::template::Template;
use crate::envelope::Literal;
use crate::layout::{self, flag, rest};
use crate::{signed, Code, Envelope, History, Meta, Param, Retry, RetryUnit, Severity, Status};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::time::Duration;

/// One documented error: a small view into the metadata of its catalog.
///
/// Get it from `error.entry()`, `kind.entry()`, or [`Meta::entries`]. The prose is kept apart, so that a program that
/// does not show it does not contain it: `error.documentation()` and `kind.documentation()` return it as
/// [`Documentation`](crate::Documentation).
#[derive(Clone, Copy)]
pub struct Entry {
    meta: &'static Meta,
    index: u16,
}

impl Entry {
    /// The entry of a variant, which always exists.
    #[doc(hidden)]
    pub const fn of(meta: &'static Meta, index: u16) -> Self {
        Self { meta, index }
    }

    /// The catalog of the entry.
    pub const fn catalog(self) -> &'static Meta {
        self.meta
    }

    /// Whether the message is not just a template to fill.
    pub(crate) const fn is_special(self) -> bool {
        self.flag(flag::SPECIAL)
    }

    /// Whether a parameter's value must not be shown.
    #[doc(hidden)]
    #[inline]
    pub fn has_sensitive_params(self) -> bool {
        self.is_special() && self.has_sensitive_param()
    }

    #[cold]
    fn has_sensitive_param(self) -> bool {
        self.params().any(Param::is_sensitive)
    }

    /// Whether a response with this entry's code may be read in another way, though no other entry has just this code.
    #[doc(hidden)]
    pub const fn is_shared(self) -> bool {
        self.flag(flag::SHARED)
    }

    pub(crate) const fn meta(self) -> &'static Meta {
        self.meta
    }

    /// The template of the message.
    #[inline]
    pub(crate) fn template(self) -> Template {
        self.meta.templates().get(self.index)
    }

    /// The template of the code, if it is a pattern.
    pub(crate) fn code_template(self) -> Template {
        self.meta.literals().template(self.rest(rest::PATTERN))
    }

    pub(crate) const fn at(self, field: usize) -> usize {
        Meta::record(self.index) + field
    }

    /// The place of a field of the [`rest`].
    pub(crate) const fn rest(self, field: usize) -> usize {
        self.meta.u32(self.at(layout::REST)) as usize + field
    }

    /// The position in the catalog, from 0.
    pub const fn index(self) -> u16 {
        self.index
    }

    /// The unique name of the entry in its catalog, in `SCREAMING_SNAKE_CASE`.
    pub fn id(self) -> &'static str {
        self.meta.text(self.at(layout::ID)).unwrap_or_default()
    }

    /// The code, as documented: a code with placeholders keeps them.
    pub fn code(self) -> Code<'static> {
        let source = || self.meta.text(self.at(layout::CODE)).unwrap_or_default();
        match self.meta.u8(self.at(layout::CODE_KIND)) {
            layout::code::NONE => Code::None,
            layout::code::NUMBER => signed(source()).map_or(Code::None, Code::Number),
            _ => Code::Text(Cow::Borrowed(source())),
        }
    }

    /// What distinguishes the entry from others of its code.
    pub fn subcode(self) -> Code<'static> {
        match self.meta.subcode(self.index) {
            Some(Literal::Number(number)) => signed(number).map_or(Code::None, Code::Number),
            Some(Literal::Text(text)) => Code::Text(Cow::Borrowed(text)),
            _ => Code::None,
        }
    }

    /// The status that a new error is sent with; `None` in a catalog without HTTP.
    pub const fn status(self) -> Option<Status> {
        match self.meta.u16(self.at(layout::STATUS)) {
            0 => None,
            number => Some(Status::checked(number)),
        }
    }

    /// The status of an entry of a catalog with HTTP.
    #[doc(hidden)]
    pub const fn documented_status(self) -> Status {
        Status::checked(self.meta.u16(self.at(layout::STATUS)))
    }

    /// Every documented status of the error.
    pub fn statuses(self) -> impl ExactSizeIterator<Item = Status> {
        List::at(self.meta, self.rest(rest::STATUSES))
    }

    /// The template of the message as documented, with placeholders in braces; `None` where the API sends free text. Of
    /// plural forms it is `other`.
    pub fn message(self) -> Option<Cow<'static, str>> {
        if self.flag(flag::FREE_TEXT) {
            return None;
        }
        let name = |field| Some(self.params().nth(usize::from(field))?.name());
        Some(match self.meta.templates().kept_source(self.index) {
            Some(source) => Cow::Borrowed(source),
            None => self.template().source(&name),
        })
    }

    /// Whether the API sends free text: the message is the parameter `message`.
    pub const fn is_free_text(self) -> bool {
        self.flag(flag::FREE_TEXT)
    }

    /// The documented advice on sending the same request again.
    pub fn retry(self) -> Retry {
        let at = self.rest(rest::RETRY);
        let name = || self.meta.text(at).unwrap_or_default();
        match self.meta.u8(self.rest(rest::RETRY_KIND)) & layout::retry::KIND {
            layout::retry::NEVER => Retry::Never,
            layout::retry::AFTER_FIX => Retry::AfterFix,
            layout::retry::BACKOFF => Retry::Backoff,
            layout::retry::AFTER => Retry::After(Duration::from_secs(u64::from(self.meta.u32(at)))),
            layout::retry::HEADER => Retry::Header(name()),
            layout::retry::PARAM => Retry::Param(name()),
            _ => Retry::Undocumented,
        }
    }

    /// The unit of the header or parameter that says when to send the request again, if the catalog gives it.
    pub fn retry_unit(self) -> Option<RetryUnit> {
        layout::retry::unit(self.meta.u8(self.rest(rest::RETRY_KIND)))
    }

    /// Whether the API has done nothing when it sends the error, so that any request can be sent again, such as a `POST`.
    pub const fn is_safe_to_retry(self) -> bool {
        self.meta.u8(self.rest(rest::RETRY_KIND)) & layout::retry::SAFE != 0
    }

    /// The category of the error.
    pub fn category(self) -> Option<&'static str> {
        self.meta.text(self.rest(rest::CATEGORY))
    }

    /// The part of the request or system that the error is about, as the API spells it.
    pub fn scope(self) -> Option<&'static str> {
        self.meta.text(self.rest(rest::SCOPE))
    }

    /// How serious the error is for those who operate the service, if the catalog says so.
    pub fn severity(self) -> Option<Severity> {
        layout::severity::of(self.meta.u8(self.at(layout::FLAGS)))
    }

    /// Whether the API is going to stop sending this error.
    pub const fn is_deprecated(self) -> bool {
        self.flag(flag::DEPRECATED)
    }

    /// The parameters, in the order of the variant's fields.
    pub fn params(self) -> impl ExactSizeIterator<Item = Param> {
        List::at(self.meta, self.at(layout::PARAMS))
    }

    /// The envelope that the error is sent in; `None` where the catalog has none.
    pub fn envelope(self) -> Option<&'static Envelope> {
        let index = self.meta.u8(self.rest(rest::ENVELOPE));
        self.meta.envelopes().get(usize::from(index))
    }

    /// The number of the generated function that makes the error.
    #[doc(hidden)]
    pub const fn group(self) -> u16 {
        self.meta.u16(self.at(layout::GROUP))
    }

    /// Earlier forms of the error: still read, never written.
    pub fn history(self) -> impl ExactSizeIterator<Item = History> {
        let [today, earlier] = self.numbers_of_forms();
        self.forms_from(today, earlier)
    }

    /// The other forms of the error of today: plural forms, and those in other languages.
    pub(crate) fn forms_of_today(self) -> impl ExactSizeIterator<Item = History> {
        let [today, _] = self.numbers_of_forms();
        self.forms_from(0, today)
    }

    /// The other forms of the error of today, then its earlier forms.
    #[doc(hidden)]
    pub fn forms(self) -> impl ExactSizeIterator<Item = History> {
        let [today, earlier] = self.numbers_of_forms();
        self.forms_from(0, today + earlier)
    }

    fn numbers_of_forms(self) -> [u16; 2] {
        match self.meta.u32(self.rest(rest::HISTORY)) {
            layout::ABSENT => [0, 0],
            at => {
                let at = at as usize;
                [self.meta.u16(at), self.meta.u16(at + 2)]
            }
        }
    }

    fn forms_from(self, first: u16, count: u16) -> impl ExactSizeIterator<Item = History> {
        let start = self.meta.u32(self.rest(rest::HISTORY)) as usize + 4;
        let first = start + usize::from(first) * layout::history::RECORD;
        List::new(self.meta, first, usize::from(count))
    }

    /// The name of the variant in Rust.
    #[doc(hidden)]
    pub fn variant(self) -> Cow<'static, str> {
        match self.meta.text(self.rest(rest::VARIANT)) {
            Some(name) => Cow::Borrowed(name),
            None => Cow::Owned(variant_of(self.id())),
        }
    }

    const fn flag(self, flag: u8) -> bool {
        self.meta.u8(self.at(layout::FLAGS)) & flag != 0
    }
}

/// The usual name of the variant for an id: `CARD_DECLINED` is `CardDeclined`.
#[doc(hidden)]
pub fn variant_of(id: &str) -> String {
    // By bytes: derives run unoptimized, and take many times as long for characters.
    let mut name = Vec::with_capacity(id.len());
    let mut begins = true;
    for byte in id.as_bytes() {
        match byte {
            b'_' => {}
            _ if begins => name.push(*byte),
            _ => name.push(byte.to_ascii_lowercase()),
        }
        begins = *byte == b'_';
    }
    String::from_utf8(name).unwrap_or_default()
}

/// Lists have the indexes of entries.
impl Item for Entry {
    const SIZE: usize = 2;

    #[inline]
    fn read(meta: &'static Meta, at: usize) -> Self {
        Self::of(meta, meta.u16(at))
    }
}

/// Two entries are equal if they are the same entry of the same catalog.
impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.meta, other.meta) && self.index == other.index
    }
}

impl Eq for Entry {}

impl fmt::Debug for Entry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Entry")
            .field("id", &self.id())
            .field("code", &self.code())
            .field("status", &self.status())
            .field("message", &self.message())
            .finish_non_exhaustive()
    }
}
