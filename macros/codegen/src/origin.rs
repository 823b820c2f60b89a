//! Where a catalog comes from, as the attributes say.

use syn::LitStr;

/// Where the catalog comes from.
pub(crate) enum Origin {
    /// A file of the user's package.
    Path(LitStr),
    /// A bundled catalog.
    Builtin(LitStr),
}

impl Origin {
    pub(crate) const fn literal(&self) -> &LitStr {
        match self {
            Self::Path(literal) | Self::Builtin(literal) => literal,
        }
    }
}
