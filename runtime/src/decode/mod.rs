//! From a response to the typed error.
//!
//! ```text
//! Response ──parts──▶ code, message, status ──identify──▶ entry ──fields──▶ values ──▶ Decoded
//!              │            as an envelope of the catalog says              │
//!              └─ none fits: not this API's, kept as it is                  └─ one is missing: the kind alone
//! ```

mod batch;
mod causes;
mod decoded;
mod fields;
mod identify;
mod inert;
mod outcome;
mod parts;
mod response;
mod retry;
mod summary;
mod warning;

pub use batch::Batch;
pub use causes::Causes;
pub use decoded::Decoded;
pub use outcome::{Foreign, Outcome};
pub use response::Response;
pub use warning::Warning;

use crate::{Catalog, CatalogKind};
use decoded::Reading;
use identify::Choice;
use parts::{Document, Parts};

/// Reads a response: the typed error where the catalog knows it, and all that the response says in any case.
///
/// It never fails; see [`Decoded`].
pub fn decode<C: Catalog>(response: Response<'_>) -> Decoded<'_, C> {
    let document = Document::read(response.body());
    match Parts::find(C::META, &document, &response) {
        Some(parts) => Decoded::new(response, understand::<C>(parts, response.status())),
        None => Decoded::new(response, Reading::foreign(C::META, &document)),
    }
}

/// The error that the parts of a response stand for.
fn understand<'r, C: Catalog>(parts: Parts<'_, 'r>, status: u16) -> Reading<'r, C> {
    let Some(choice) = Choice::find(C::META, &parts, status) else {
        return Reading::unknown(parts);
    };
    let kind = C::Kind::ALL.get(usize::from(choice.entry.index())).copied();
    let fields = fields::Fields::new(&choice, &parts);
    let error = kind.and_then(|kind| C::construct(kind, &mut fields.values()));
    let fit = choice.fit(&fields);
    Reading::known(parts, kind, error, fit)
}
