//! The core of [`error-catalog`](https://docs.rs/error-catalog): everything that does not depend on a particular catalog.
//!
//! A derive writes two enums and one [`Meta`] for a catalog. What those enums can do is written here, once:
//!
//! ```text
//! variant ──kind()──▶ index ──Meta──▶ Entry    code, status, retry advice, parameters
//!    │                          ├─────▶ message  the template, filled with the variant's fields
//!    └──fields()──▶ &[Value] ───┘
//! code + status ────Meta::find──────▶ index
//! ```
//!
//! Users depend on `error-catalog`, which exports all of this; the code generator depends on [`layout`] and [`hash`],
//! so that the writer and the reader of the metadata cannot disagree.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(any(feature = "numbers", feature = "plurals"))]
mod cldr;
mod code;
mod construct;
mod convert;
mod debug;
mod digits;
mod documentation;
pub mod envelope;
mod fallback;
mod find;
pub mod hash;
pub mod json;
mod language;
pub mod layout;
mod localized;
mod matching;
mod meta;
mod new;
mod numbers;
mod of;
mod own;
mod param_type;
mod pattern;
mod plural;
mod redacted;
mod render;
mod retry;
mod rules;
mod severity;
mod status;
mod text;
mod traits;
mod value;
mod variant;

#[cfg(feature = "numbers")]
#[doc(hidden)]
pub use cldr::NUMBER_FORMAT;
#[cfg(feature = "plurals")]
#[doc(hidden)]
pub use cldr::{has_plural_category, plural_category};
pub use code::Code;
pub use construct::FieldValue;
pub use convert::IntoField;
#[doc(hidden)]
pub use digits::{signed, unsigned, Digits};
pub use documentation::Documentation;
pub use envelope::Envelope;
pub use fallback::Fallback;
pub use find::UnknownId;
pub use localized::Localized;
#[doc(hidden)]
pub use matching::TemplateFit;
pub use matching::{Matched, RecognizeAll, Recognized};
#[doc(hidden)]
pub use meta::variant_of;
pub use meta::{Entry, History, Meta, Operation, Param};
#[doc(hidden)]
pub use param_type::ParamType;
pub use pattern::Pattern;
pub use redacted::Redacted;
pub use retry::{Retry, RetryUnit};
#[doc(hidden)]
pub use rules::{NumberFormat, PluralCategory, PluralRules};
pub use severity::Severity;
pub use status::{InvalidStatus, Status};
pub use text::{CompactText, Text};
pub use traits::{Catalog, CatalogError, CatalogKind};
pub use value::Value;

/// What generated code uses. It is not public API.
#[doc(hidden)]
pub mod __private {
    pub use crate::construct::{take, NextField};
    pub use crate::convert::*;
    pub use crate::debug::{debug, write_variant};
    pub use crate::find::Few;
    pub use crate::meta::{Record as OperationRecord, Templates};
    pub use crate::of::{find, find_by_id, position, put, Compiled, Field, OfCatalog, Variant};
    pub use crate::own::{AsDynError, Own, OwnValue};
    pub use crate::render::{code, display, equal, message};
    pub use crate::traits::kind_at;
    pub use crate::variant::{is_variant_index_hashed, variant_index};
    pub use crate::{CompactText, Text, Value};
    pub use alloc::boxed::Box;
    pub use alloc::string::String;
    pub use alloc::vec::Vec;
    pub use core::clone::Clone;
    pub use core::convert::{From, Into};
    pub use core::option::Option::{self, None};

    /// The metadata of a catalog with errors, which the compiler reports.
    pub const MISSING: &crate::Meta =
        &crate::Meta::new("", "", &[], 0, [0; 2], &[], Templates::NONE);
    /// A string field, where fields are boxed.
    pub type BoxedText = Box<CompactText>;
    /// A field of type `integer`.
    pub type Integer = i64;
    /// A field of type `boolean`.
    pub type Boolean = bool;
    /// A field of type `list`.
    pub type List = Vec<Text>;
    /// A field of type `list`, where fields are boxed.
    pub type BoxedList = Box<List>;
}
