//! The types of parameters.

/// The type of a parameter's value, as the catalog names it in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum ParamType {
    /// A string; the default.
    #[default]
    String,
    /// An integer, from −2⁶³ to 2⁶³−1.
    Integer,
    /// A decimal number, kept as its exact text.
    Decimal,
    /// A boolean.
    Boolean,
    /// A time, kept as the string that the API sends.
    Timestamp,
    /// A list of strings.
    List,
    /// Any JSON value, kept as its text.
    Json,
}

impl ParamType {
    /// Whether only some texts can be a value: not where it is a string, whatever is in it.
    #[doc(hidden)]
    #[inline]
    pub const fn is_checked(self) -> bool {
        matches!(self, Self::Integer | Self::Decimal | Self::Boolean)
    }

    /// Every type.
    pub const ALL: [Self; 7] = [
        Self::String,
        Self::Integer,
        Self::Decimal,
        Self::Boolean,
        Self::Timestamp,
        Self::List,
        Self::Json,
    ];

    /// The name in a catalog.
    ///
    /// ```
    /// # extern crate error_catalog_core as error_catalog;
    /// assert_eq!(error_catalog::ParamType::Decimal.as_str(), "decimal");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Decimal => "decimal",
            Self::Boolean => "boolean",
            Self::Timestamp => "timestamp",
            Self::List => "list",
            Self::Json => "json",
        }
    }

    pub(crate) const fn from_number(number: u8) -> Self {
        match number {
            1 => Self::Integer,
            2 => Self::Decimal,
            3 => Self::Boolean,
            4 => Self::Timestamp,
            5 => Self::List,
            6 => Self::Json,
            _ => Self::String,
        }
    }

    /// The number of the type in the metadata.
    #[doc(hidden)]
    pub const fn as_number(self) -> u8 {
        self as u8
    }
}
