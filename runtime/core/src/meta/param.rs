//! A parameter of an error.

use super::list::Item;
use crate::layout::{self, param};
use crate::{Meta, ParamType};
use core::fmt;

/// A parameter of an error: a placeholder of its message or code, or a detail that is sent beside them.
#[derive(Clone, Copy)]
pub struct Param {
    meta: &'static Meta,
    record: [u8; layout::PARAM],
}

impl Param {
    #[inline]
    pub(crate) const fn new(meta: &'static Meta, at: usize) -> Self {
        Self {
            meta,
            record: meta.array(at),
        }
    }

    /// The wire name: what the API calls it.
    pub fn name(self) -> &'static str {
        self.text(0, self.length(param::NAME_LENGTH))
    }

    /// The name of the variant's field.
    pub fn field(self) -> &'static str {
        match self.length(param::FIELD_LENGTH) {
            0 => self.name(),
            length => self.text(self.length(param::NAME_LENGTH), length),
        }
    }

    fn length(self, at: usize) -> u32 {
        u32::from(self.record[at])
    }

    fn text(self, skipped: u32, length: u32) -> &'static str {
        let [a, b, c, d, ..] = self.record;
        let start = u32::from_le_bytes([a, b, c, d]);
        self.meta
            .slice(start.saturating_add(skipped), length)
            .unwrap_or_default()
    }

    /// The type of the value.
    pub const fn param_type(self) -> ParamType {
        ParamType::from_number(self.record[param::TYPE])
    }

    /// Whether a response can lack it; the field is then an `Option`.
    pub const fn is_optional(self) -> bool {
        self.flag(param::OPTIONAL)
    }

    /// Whether it is a detail: not a placeholder of the message or the code, but sent beside them.
    pub const fn is_detail(self) -> bool {
        self.flag(param::DETAIL)
    }

    /// Whether its value must not be shown: `Display` and `Debug` redact it.
    pub const fn is_sensitive(self) -> bool {
        self.flag(param::SENSITIVE)
    }

    /// Whether its value is not sent: it is sensitive, and the catalog does not say that it is `sent`. A response that is
    /// written has `[redacted]` where its code or message contains the value.
    pub const fn is_withheld(self) -> bool {
        self.flag(param::SENSITIVE) && !self.flag(param::SENT)
    }

    const fn flag(self, flag: u8) -> bool {
        self.record[param::FLAGS] & flag != 0
    }
}

impl Item for Param {
    const SIZE: usize = layout::PARAM;

    #[inline]
    fn read(meta: &'static Meta, at: usize) -> Self {
        Self::new(meta, at)
    }
}

impl fmt::Debug for Param {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Param")
            .field("name", &self.name())
            .field("type", &self.param_type())
            .field("optional", &self.is_optional())
            .finish_non_exhaustive()
    }
}
