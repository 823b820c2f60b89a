//! What was read although it is not as documented.

use super::inert::Inert;
use alloc::borrow::Cow;
use core::fmt;

/// Something in a response that is not as the catalog documents it; from [`Decoded::warnings`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning<'d> {
    /// The body was longer than the limit that it was received with; see [`Decoded::is_truncated`].
    Truncated,
    /// The body begins with a byte order mark.
    ByteOrderMark,
    /// An object of the body has two members with one name; the last counts.
    DuplicateMember,
    /// The code is a number where a string is documented, or the reverse.
    CodeType,
    /// The status in the body is not a number from 100 to 599.
    StatusType,
    /// The status in the body is another than that of HTTP.
    StatusDiffers {
        /// That of HTTP.
        http: u16,
        /// That of the body.
        body: u16,
    },
    /// The error is documented, but not with this status.
    UndocumentedStatus,
    /// The message or the status is one that the API sent in an earlier version.
    OldForm,
    /// The message is none that is documented for the error.
    Reworded,
    /// The response can be read in several ways: the error or its parameters may be others.
    Ambiguous,
    /// What should hold this parameter has another type. It was read where it can stand for the documented type, as the
    /// string `"7"` can for a number.
    ParamType(&'static str),
    /// This parameter has another value in the message or the code than in its own place, which was read.
    ParamDiffers(&'static str),
    /// The catalog says nothing of this member of the body: a JSON pointer to it. It is `[redacted]` where the catalog has
    /// sensitive parameters, as any text may hold one.
    UnknownMember(Cow<'d, str>),
}

impl fmt::Display for Warning<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated => {
                formatter.write_str("the body is longer than what was received of it")
            }
            Self::ByteOrderMark => formatter.write_str("the body begins with a byte order mark"),
            Self::DuplicateMember => formatter.write_str("the body has a duplicate member"),
            Self::CodeType => formatter.write_str("the code is not of the documented type"),
            Self::StatusType => {
                formatter.write_str("the status in the body is not a number from 100 to 599")
            }
            Self::StatusDiffers { http, body } => {
                write!(formatter, "the status is {http}, but {body} in the body")
            }
            Self::UndocumentedStatus => {
                formatter.write_str("the error is not documented with this status")
            }
            Self::OldForm => formatter.write_str("the error has the form of an earlier version"),
            Self::Reworded => formatter.write_str("the message is not the documented one"),
            Self::Ambiguous => formatter.write_str("the response can be read in several ways"),
            Self::ParamType(name) => {
                write!(
                    formatter,
                    "the parameter `{name}` is not of the documented type"
                )
            }
            Self::ParamDiffers(name) => {
                write!(
                    formatter,
                    "the parameter `{name}` has another value in the message or the code"
                )
            }
            Self::UnknownMember(name) => {
                write!(formatter, "the member `{}` is not documented", Inert(name))
            }
        }
    }
}
