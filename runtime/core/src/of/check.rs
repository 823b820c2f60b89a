//! What must hold between an enum and its catalog. Each check is evaluated in a constant of its own, whose place is the
//! variant or field; all functions are `#[track_caller]`, so that the compiler reports that place.

use super::compiled::Compiled;
use super::message::{is_near, Message};
use super::read::{self, Param};
use super::variant::Variant;
use crate::{Entry, Meta};

/// Whether the catalog has errors of its own, which the compiler reports: there is nothing to compare with.
#[inline]
const fn is_missing(meta: &Meta) -> bool {
    meta.name().is_empty()
}

impl Variant {
    /// Checks that the catalog has an entry for the variant.
    #[track_caller]
    #[inline]
    pub const fn check(self) {
        if let Some(entry) = self.known() {
            if !self.catalog.has(self.index) {
                self.fail_outside(entry)
            }
            return;
        }
        if is_missing(self.meta()) {
            return;
        }
        let mut message = Message::new();
        let name = match self.id {
            Some(id) => id,
            None => self.name,
        };
        let what: &[u8] = match self.id {
            Some(_) => b"` has no error `",
            None => b"` has no error for the variant `",
        };
        let catalog = self.meta().name().as_bytes();
        message.add_all(&[b"the catalog `", catalog, what, name.as_bytes(), b"`"]);
        self.add_nearest(name.as_bytes(), &mut message);
        if self.id.is_none() {
            message
                .add(b"\n= help: if the error has another name, add `#[catalog(id = \"...\")]`; ");
            message.add(b"if it is not in the catalog, add `#[catalog(other, ...)]`");
        }
        message.fail()
    }

    /// Reports an entry of the catalog that the enum cannot have.
    #[track_caller]
    #[inline]
    const fn fail_outside(self, entry: Entry) -> ! {
        let mut message = Message::new();
        message.add_all(&[b"`", read::id(entry), b"` is not "]);
        match self.catalog.operation {
            Some(operation) => {
                let name = operation.name.as_bytes();
                message.add_all(&[b"an error of the operation `", name, b"`"]);
                message.add(
                    b"\n= help: add it to the operation in the catalog, or remove the variant",
                );
            }
            None => message.add(b"among the errors that `of` names"),
        }
        message.fail()
    }

    #[inline]
    const fn add_nearest(self, name: &[u8], message: &mut Message) {
        let mut index = 0;
        while let Some(entry) = self.meta().entry(index) {
            let mut known = Message::new();
            if self.id.is_some() {
                known.add(read::id(entry));
            } else {
                known.add_variant(entry);
            }
            if is_near(name, known.text()) {
                message.add_all(&[b"; did you mean `", known.text(), b"`?"]);
                return;
            }
            index += 1;
        }
    }

    /// Checks that every parameter that is not optional has a field.
    #[track_caller]
    #[inline]
    pub const fn check_params(self) {
        let Some(entry) = self.known() else { return };
        let mut message = Message::new();
        let mut place = 0;
        while place < self.params() {
            let param = read::param(entry, place);
            if !param.is_optional && self.field_of(place, self.fields.len()).is_none() {
                add_without_field(entry, param, &mut message);
            }
            place += 1;
        }
        if !message.is_empty() {
            message.fail()
        }
    }

    /// The field of a parameter, among the first ones.
    #[inline]
    const fn field_of(self, place: usize, fields: usize) -> Option<usize> {
        let mut field = 0;
        while field < fields {
            if self.place(field) == place {
                return Some(field);
            }
            field += 1;
        }
        None
    }

    /// Checks that the entry has a parameter for a field, and that it is the only field of that parameter.
    #[track_caller]
    #[inline]
    pub const fn check_field(self, field: usize) {
        let Some(entry) = self.known() else { return };
        let place = self.place(field);
        let mut message = Message::new();
        if place == self.params() {
            if self.fields[field].is_source() {
                return;
            }
            self.add_without_param(entry, field, &mut message);
        } else if let Some(first) = self.field_of(place, field) {
            message.add_all(&[
                b"the parameter `",
                read::param(entry, place).name,
                b"` of `",
            ]);
            message.add_all(&[read::id(entry), b"` already has the field `"]);
            message.add_all(&[self.fields[first].name.as_bytes(), b"`"]);
        }
        if !message.is_empty() {
            message.fail()
        }
    }

    #[inline]
    const fn add_without_param(self, entry: Entry, field: usize, message: &mut Message) {
        let name = self.fields[field].name.as_bytes();
        let is_position = !self.fields[field].is_wire_name() && name[0].is_ascii_digit();
        message.add_all(&[b"`", read::id(entry), b"` has no parameter `", name, b"`; "]);
        let mut near = 0;
        while near < self.params() && !is_near(name, read::param(entry, near).name) {
            near += 1;
        }
        if near < self.params() && !is_position {
            message.add_all(&[b"did you mean `", read::param(entry, near).name, b"`?"]);
            return;
        }
        message.add(if self.params() == 0 {
            b"it has none"
        } else {
            b"it has "
        });
        let mut place = 0;
        while place < self.params() {
            let comma: &[u8] = if place == 0 { b"`" } else { b", `" };
            message.add_all(&[comma, read::param(entry, place).name, b"`"]);
            place += 1;
        }
        message.add(if is_position {
            b"\n= help: name the parameter with `#[catalog(param = \"...\")]`"
        } else {
            b"\n= help: if the field is your own, add `#[catalog(skip)]`"
        });
    }

    /// Checks that none of the variants before it has the same entry.
    #[track_caller]
    #[inline]
    pub const fn check_unique(self, variants: &[Self], index: usize) {
        let Some(entry) = self.known() else {
            return;
        };
        let mut before = 0;
        while before < index {
            if variants[before].index == self.index {
                let mut message = Message::new();
                let first = variants[before].name.as_bytes();
                message.add_all(&[
                    b"`",
                    read::id(entry),
                    b"` already has the variant `",
                    first,
                    b"`",
                ]);
                message.fail()
            }
            before += 1;
        }
    }
}

impl Compiled {
    /// Checks that the catalog has this operation.
    #[track_caller]
    #[inline]
    pub const fn check_operation(self, name: &str) {
        if self.operation.is_some() || is_missing(self.meta()) {
            return;
        }
        let mut message = Message::new();
        let catalog = self.meta().name().as_bytes();
        let name = name.as_bytes();
        message.add_all(&[
            b"the catalog `",
            catalog,
            b"` has no operation `",
            name,
            b"`",
        ]);
        let records = self.meta().operation_records();
        let mut at = 0;
        while at < records.len() && !is_near(name, records[at].name.as_bytes()) {
            at += 1;
        }
        if at < records.len() {
            message.add_all(&[b"; did you mean `", records[at].name.as_bytes(), b"`?"]);
        }
        message.fail()
    }

    /// Checks that this is the catalog with this name that has as many entries, and these at these places.
    #[track_caller]
    #[inline]
    pub const fn check_whole(self, name: &str, entries: usize, indexes: &[u16], ids: &[&str]) {
        let meta = self.meta();
        if is_missing(meta) {
            return;
        }
        let mut message = Message::new();
        if !read::is_same(meta.name().as_bytes(), name.as_bytes()) {
            message.add_all(&[
                b"`whole` is compiled from the catalog `",
                meta.name().as_bytes(),
            ]);
            message.add_all(&[b"`, and this from `", name.as_bytes(), b"`"]);
            message.fail()
        }
        let mut is_same = meta.len() == entries;
        let mut at = 0;
        while is_same && at < indexes.len() {
            is_same = match meta.entry(indexes[at]) {
                Some(entry) => read::is_same(read::id(entry), ids[at].as_bytes()),
                None => false,
            };
            at += 1;
        }
        if !is_same {
            message.add_all(&[
                b"`whole` is compiled from another version of the catalog `",
                name.as_bytes(),
            ]);
            message.add(b"`\n= help: compile both from the same file");
            message.fail()
        }
    }

    /// Checks that every entry has a variant.
    #[track_caller]
    #[inline]
    pub const fn check_exhaustive(self, variants: &[Variant]) {
        let mut missing = Message::new();
        let (mut index, mut count) = (0, 0);
        while let Some(entry) = self.meta().entry(index) {
            if self.has(index) && !has_variant(variants, index) {
                add_source(entry, &mut missing);
                count += 1;
            }
            index += 1;
        }
        if count > 0 {
            let mut message = Message::new();
            message.add_number(count);
            message.add(match self.operation {
                Some(_) => b" of the operation's errors have no variant; add",
                None => b" of the catalog's errors have no variant; add",
            });
            message.add(missing.text());
            message.fail()
        }
    }
}

#[inline]
const fn add_without_field(entry: Entry, param: Param, message: &mut Message) {
    if !message.is_empty() {
        message.add(b"\n");
    }
    if param.is_detail {
        message.add_all(&[b"the detail `", param.name]);
    } else {
        message.add_all(&[b"the placeholder `{", param.name, b"}"]);
    }
    message.add_all(&[
        b"` of `",
        read::id(entry),
        b"` has no field: add `",
        param.field,
    ]);
    message.add_all(&[
        b"`, or mark a field with `#[catalog(param = \"",
        param.name,
        b"\")]`",
    ]);
}

#[inline]
const fn has_variant(variants: &[Variant], index: u16) -> bool {
    let mut at = 0;
    while at < variants.len() {
        if variants[at].index == index {
            return true;
        }
        at += 1;
    }
    false
}

/// Adds the variant of an entry, to be pasted.
#[inline]
const fn add_source(entry: Entry, missing: &mut Message) {
    let mut line = Message::new();
    line.add(b"\n    ");
    line.add_variant(entry);
    let count = read::params(entry);
    let mut place = 0;
    while place < count {
        let param = read::param(entry, place);
        line.add(if place == 0 { b" { " } else { b", " });
        line.add(param.field);
        line.add(if param.is_optional {
            b": Option<String>"
        } else {
            b": String"
        });
        place += 1;
    }
    line.add(if count > 0 { b" }," } else { b"," });
    missing.add(line.text());
}
