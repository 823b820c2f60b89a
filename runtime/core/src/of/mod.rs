//! Your own enum over a catalog that another crate or module compiled: `#[catalog(of = other::Payments)]`.
//!
//! The derive cannot read such a catalog. It writes what the enum looks like as [`Variant`]s, and the compiler compares
//! them with the [`Meta`](crate::Meta) of the catalog while it evaluates constants:
//!
//! ```text
//! Compiled ──Variant──▶ its entry, and for each field the place of its parameter
//!                └─check──▶ panics in the constant that the derive puts at the variant or field
//! ```
//!
//! All of it is `#[inline]`: code is generated for what is called at run time only, which is next to nothing.

mod check;
mod compiled;
mod find;
mod message;
mod read;
mod variant;

pub use compiled::{Compiled, OfCatalog};
pub use find::{find, find_by_id, position};
pub use variant::{put, Field, Variant};
