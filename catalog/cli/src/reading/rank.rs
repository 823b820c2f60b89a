//! Ranks catalogs by how well they know a response.

use crate::dynamic::Dynamic;
use error_catalog::{Batch, CatalogError, Decoded, Foreign, Outcome};
use std::cmp::Reverse;

/// How well a catalog knows a response. A better rank is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    knows: Knows,
    /// The number of deviations from the documentation, for a catalog that knows the error.
    warnings: Reverse<usize>,
    is_known: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Knows {
    /// Nothing.
    Nothing,
    /// The envelope, with an unknown message.
    Text,
    /// An error without a code and a documented message, by its status: its message can be any string.
    Status,
    /// The envelope, with an unknown code. In a batch: none of the errors.
    Code,
    /// The envelope, and that the response is a success.
    Success,
    /// The kind of the error, but not its fields. In a batch: some of the errors.
    Entry,
    /// The error with its fields. In a batch: all errors.
    Error,
}

impl Rank {
    pub(super) fn of(decoded: &Decoded<'_, Dynamic>) -> Self {
        let knows = Knows::of(decoded);
        let warnings = if knows >= Knows::Entry {
            decoded.warnings().len()
        } else {
            0
        };
        Self {
            knows,
            warnings: Reverse(warnings),
            is_known: decoded.error().is_some() || matches!(knows, Knows::Success | Knows::Error),
        }
    }

    /// Whether the error, or each error in a batch, is known with its fields, or the response is known to be a success.
    pub(crate) const fn is_known(self) -> bool {
        self.is_known
    }

    /// Whether the response is as the catalog documents it, so that the catalog alone decides what is sensitive.
    pub(crate) fn is_documented(self) -> bool {
        self.knows == Knows::Error && self.warnings.0 == 0
    }

    /// Whether the response does not come from the API.
    pub(crate) fn is_foreign(self) -> bool {
        self.knows == Knows::Nothing
    }

    /// Whether another catalog knows as much, and both know something.
    pub(crate) fn is_like(self, other: Self) -> bool {
        self.knows == other.knows && self.knows > Knows::Nothing
    }
}

impl Knows {
    fn of(decoded: &Decoded<'_, Dynamic>) -> Self {
        match decoded.outcome() {
            Outcome::Known(error) if error.entry().is_free_text() && decoded.code().is_none() => {
                Self::Status
            }
            Outcome::Known(_) => Self::Error,
            Outcome::Partial(_) => Self::Entry,
            Outcome::Unknown(code) if code.is_none() => Self::Text,
            Outcome::Unknown(_) => Self::Code,
            Outcome::Batch => Self::of_batch(decoded),
            Outcome::Foreign(Foreign::Success) => Self::Success,
            Outcome::Foreign(_) => Self::Nothing,
        }
    }

    fn of_batch(decoded: &Decoded<'_, Dynamic>) -> Self {
        let (mut known, mut all) = (0, 0);
        for (_, error) in decoded.batch().iter().flat_map(Batch::errors) {
            known += usize::from(error.error().is_some());
            all += 1;
        }
        match known {
            0 => Self::Code,
            known if known == all => Self::Error,
            _ => Self::Entry,
        }
    }
}
