//! The catalog that the attributes name.

use syn::LitStr;

/// Where the catalog comes from.
pub(crate) enum Origin {
    /// A file, by its path from the package.
    Path(LitStr),
    /// A bundled catalog.
    Builtin(LitStr),
    /// A file that comes with a crate, by its path in that package.
    Shared {
        /// The path.
        path: LitStr,
        /// The name of the package.
        package: LitStr,
    },
}

impl Origin {
    pub(crate) const fn literal(&self) -> &LitStr {
        match self {
            Self::Path(literal) | Self::Builtin(literal) => literal,
            Self::Shared { path, .. } => path,
        }
    }
}
