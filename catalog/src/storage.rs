//! How the fields of an error are stored, so that no error is larger than 128 bytes.

use crate::model::{Entry, Param, ParamType};

/// The largest size of the fields of a variant: 128 bytes without the discriminant.
const MOST: usize = 120;

/// How the strings of an error are stored. Clippy warns about every function that returns a larger error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Storage {
    /// As `Text`, 24 bytes each: up to 5 strings.
    Text,
    /// As `CompactText`, 16 bytes each: 6 or 7 strings.
    Compact,
    /// Boxed, 8 bytes each: up to 15 strings.
    Boxed,
}

impl Storage {
    /// Returns the first storage whose fields fit the limit, if one does.
    pub(crate) fn of(params: &[Param]) -> Option<Self> {
        for storage in &[Self::Text, Self::Compact, Self::Boxed] {
            let mut size = 0;
            for param in params {
                size += storage.size(param);
            }
            if size <= MOST {
                return Some(*storage);
            }
        }
        None
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
    /// Returns how the entry's strings are stored.
    pub fn storage(&self) -> Storage {
        Storage::of(&self.params).unwrap_or(Storage::Boxed)
    }
}
