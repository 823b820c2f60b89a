//! How serious an error is for those who operate the service.

use crate::Status;

/// How serious an error is for those who operate the service that sends it, as OpenTelemetry names it.
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::Severity;
///
/// assert_eq!(Severity::from_name("warn"), Some(Severity::Warn));
/// assert!(Severity::Warn < Severity::Error);
/// assert_eq!(Severity::of_status(None), Severity::Error);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// Of interest in detailed traces only.
    Trace,
    /// Of interest when you look for a fault.
    Debug,
    /// Expected: the service works as intended.
    Info,
    /// Not expected, and not a failure of the service.
    Warn,
    /// A failure of the service.
    Error,
    /// A failure of the service that needs somebody at once.
    Fatal,
}

impl Severity {
    /// Every severity, the least serious first.
    pub const ALL: [Self; 6] = [
        Self::Trace,
        Self::Debug,
        Self::Info,
        Self::Warn,
        Self::Error,
        Self::Fatal,
    ];

    /// The name in a catalog.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Trace => "trace",
            Self::Debug => "debug",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
            Self::Fatal => "fatal",
        }
    }

    /// The severity with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        for severity in &Self::ALL {
            if severity.as_str() == name {
                return Some(*severity);
            }
        }
        None
    }

    /// The severity of an error whose catalog gives none: [`Error`](Self::Error) for a status of the class 5xx and without
    /// a status, and [`Info`](Self::Info) for all others, which clients cause and must fix.
    pub const fn of_status(status: Option<Status>) -> Self {
        match status {
            Some(status) if status.as_u16() < 500 => Self::Info,
            _ => Self::Error,
        }
    }
}
