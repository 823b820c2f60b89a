//! How sources write placeholders.

use clap::ValueEnum;

/// A way to write a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, ValueEnum)]
pub(in super::super) enum Style {
    /// `{name}`, `{0}`, or `{}`.
    Braces,
    /// `{{name}}`.
    DoubleBraces,
    /// `${name}`.
    DollarBraces,
    /// `%{name}`.
    PercentBraces,
    /// `<name>`.
    Angle,
    /// `[name]`.
    Square,
    /// `:name`.
    Colon,
    /// `%s`, `%1$s`, or `%(name)s`.
    Printf,
}

impl Style {
    pub(super) const ALL: [Self; 8] = [
        Self::DoubleBraces,
        Self::DollarBraces,
        Self::PercentBraces,
        Self::Printf,
        Self::Braces,
        Self::Angle,
        Self::Square,
        Self::Colon,
    ];

    /// The value of `--placeholders`.
    pub(super) const fn flag(self) -> &'static str {
        match self {
            Self::Braces => "braces",
            Self::DoubleBraces => "double-braces",
            Self::DollarBraces => "dollar-braces",
            Self::PercentBraces => "percent-braces",
            Self::Angle => "angle",
            Self::Square => "square",
            Self::Colon => "colon",
            Self::Printf => "printf",
        }
    }

    /// Whether text that is not a placeholder often looks like one: a tag, a link, a type, or a path.
    pub(super) const fn is_weak(self) -> bool {
        matches!(self, Self::Angle | Self::Square | Self::Colon)
    }
}
