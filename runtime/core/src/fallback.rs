//! Errors that a server sends instead of responses that are not its catalog's.

use crate::{unsigned, ParamType};
use core::fmt;

/// A response that is not in the catalog. A catalog names the error that a server sends instead in its `fallbacks`.
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::Fallback;
///
/// assert_eq!(Fallback::from_key("404"), Some(Fallback::Status(404)));
/// assert_eq!(Fallback::from_key("5xx"), Some(Fallback::Class(5)));
/// assert_eq!(Fallback::Panic.to_string(), "panic");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fallback {
    /// A response with this status, from 400 to 599.
    Status(u16),
    /// A response with a status of this class: 4 or 5.
    Class(u8),
    /// A panic.
    Panic,
    /// A request that took too long.
    Timeout,
}

impl Fallback {
    /// The names of the parameters that a server can fill, and the types that they can have.
    pub const PARAMS: [(&'static str, &'static [ParamType]); 7] = [
        ("method", &[ParamType::String]),
        ("path", &[ParamType::String]),
        ("status", &[ParamType::String, ParamType::Integer]),
        ("reason", &[ParamType::String]),
        ("message", &[ParamType::String]),
        ("reference", &[ParamType::String]),
        ("allow", &[ParamType::String, ParamType::List]),
    ];

    /// The fallback with this key in a catalog.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "panic" => Some(Self::Panic),
            "timeout" => Some(Self::Timeout),
            "4xx" => Some(Self::Class(4)),
            "5xx" => Some(Self::Class(5)),
            _ if key.len() != 3 => None,
            _ => match u16::try_from(unsigned(key)?) {
                Ok(status @ 400..=599) => Some(Self::Status(status)),
                _ => None,
            },
        }
    }

    /// The fallback that applies where this one is not in the catalog: that of the class of a status; for a panic, that of
    /// the status 500; and for a timeout, that of the status 504.
    pub const fn broader(self) -> Option<Self> {
        match self {
            Self::Status(400..=499) => Some(Self::Class(4)),
            Self::Status(500..=599) => Some(Self::Class(5)),
            Self::Panic => Some(Self::Status(500)),
            Self::Timeout => Some(Self::Status(504)),
            Self::Status(_) | Self::Class(_) => None,
        }
    }

    /// Returns the first value that is found for this fallback, or else for a broader one.
    pub fn find<T>(self, mut find: impl FnMut(Self) -> Option<T>) -> Option<T> {
        let mut next = Some(self);
        while let Some(fallback) = next {
            if let Some(found) = find(fallback) {
                return Some(found);
            }
            next = fallback.broader();
        }
        None
    }
}

/// The key in a catalog.
impl fmt::Display for Fallback {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => write!(formatter, "{status}"),
            Self::Class(class) => write!(formatter, "{class}xx"),
            Self::Panic => formatter.write_str("panic"),
            Self::Timeout => formatter.write_str("timeout"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fallback;
    use alloc::string::ToString;

    #[test]
    fn keys_are_statuses_of_errors_their_classes_and_two_words() {
        for status in 400..600 {
            let key = status.to_string();
            assert_eq!(Fallback::from_key(&key), Some(Fallback::Status(status)));
        }
        for fallback in [
            Fallback::Class(4),
            Fallback::Class(5),
            Fallback::Panic,
            Fallback::Timeout,
        ] {
            assert_eq!(Fallback::from_key(&fallback.to_string()), Some(fallback));
        }
        for key in [
            "", "0", "99", "100", "200", "302", "399", "600", "0404", "+404", "+40", " 404",
            "404 ", "40x", "3xx", "xxx", "4XX", "4xxx", "Panic", "timeouts", "٤٠٤",
        ] {
            assert_eq!(Fallback::from_key(key), None, "{key}");
        }
    }

    #[test]
    fn a_broader_fallback_applies_where_an_exact_one_is_missing() {
        let of = |fallback: Fallback, known: &[Fallback]| {
            fallback.find(|wanted| known.contains(&wanted).then_some(wanted))
        };
        let known = [
            Fallback::Status(404),
            Fallback::Class(4),
            Fallback::Class(5),
        ];
        assert_eq!(of(Fallback::Status(404), &known), Some(known[0]));
        assert_eq!(of(Fallback::Status(405), &known), Some(known[1]));
        assert_eq!(of(Fallback::Status(503), &known), Some(known[2]));
        assert_eq!(of(Fallback::Panic, &known), Some(known[2]));
        assert_eq!(of(Fallback::Timeout, &known), Some(known[2]));
        assert_eq!(
            of(Fallback::Panic, &[Fallback::Status(500)]),
            Some(Fallback::Status(500))
        );
        for none in [
            Fallback::Status(200),
            Fallback::Status(0),
            Fallback::Class(3),
        ] {
            assert_eq!(of(none, &known), None);
        }
        assert_eq!(of(Fallback::Status(404), &[]), None);
    }
}
