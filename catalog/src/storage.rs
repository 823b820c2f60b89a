//! How the fields of an error are kept, so that no error is larger than 128 bytes.

use crate::model::{Entry, Param, ParamType};

/// What the fields of a variant may take: 128 bytes less the mark of the variant.
const MOST: usize = 120;

/// How the texts of an error are kept. A larger error makes clippy warn at every function that returns it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Storage {
    /// As `Text`, 24 bytes each: up to 5 of them.
    Text,
    /// As `CompactText`, 16 bytes each: 6 or 7 of them.
    Compact,
    /// Boxed, 8 bytes each: up to 15 of them.
    Boxed,
}

impl Storage {
    /// The first that keeps the fields within the limit, if one does.
    pub(crate) fn of(params: &[Param]) -> Option<Self> {
        [Self::Text, Self::Compact, Self::Boxed]
            .into_iter()
            .find(|storage| {
                params
                    .iter()
                    .map(|param| storage.size(param))
                    .sum::<usize>()
                    <= MOST
            })
    }

    fn size(self, param: &Param) -> usize {
        match (param.param_type, self, param.is_optional) {
            (ParamType::Integer, _, true) => 16,
            (ParamType::Boolean | ParamType::Integer, ..) | (_, Self::Boxed, _) => 8,
            (ParamType::List, ..) | (_, Self::Text, _) | (_, Self::Compact, true) => 24,
            (_, Self::Compact, false) => 16,
        }
    }
}

impl Entry {
    /// How the entry's texts are kept.
    pub fn storage(&self) -> Storage {
        Storage::of(&self.params).unwrap_or(Storage::Boxed)
    }
}
