//! JSON (RFC 8259), read without building a tree: values are slices of the body.
//!
//! ```text
//! bytes ──Scanner, checks everything once──▶ Json, a slice ──Object──▶ members ──Pointer──▶ the value wanted
//! ```
//!
//! Reading allocates only for strings with escapes, never recurses, and always takes time linear in the length of the
//! body.

mod duplicates;
mod escape;
mod object;
mod value;
mod writer;

pub(crate) use duplicates::has_duplicates;
pub use error_catalog_core::json::InvalidJson;
pub(crate) use escape::quoted;
#[cfg(feature = "serde")]
pub(crate) use escape::write_string;
pub(crate) use object::Object;
pub use value::{Elements, Json, Members};
pub(crate) use writer::{array, Writer};
