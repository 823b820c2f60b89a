//! Warnings about responses that are not as documented.

use super::inert::Inert;
use alloc::borrow::Cow;
use core::fmt;

/// Something in a response that is not as the catalog documents it; returned by
/// [`Decoded::warnings`](crate::Decoded::warnings).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning<'d> {
    /// The body was longer than the limit that it was received with; see
    /// [`Decoded::is_truncated`](crate::Decoded::is_truncated).
    Truncated,
    /// The body begins with a byte order mark.
    ByteOrderMark,
    /// An object of the body has two members with the same name; the last counts.
    DuplicateMember,
    /// The code is a number where a string is documented, or the reverse.
    CodeType,
    /// The status in the body is not a number from 100 to 599.
    StatusType,
    /// The status in the body differs from that of HTTP.
    StatusDiffers {
        /// The status of HTTP.
        http: u16,
        /// The status in the body.
        body: u16,
    },
    /// The header `Retry-After`, or another place that the catalog gives for the delay before the next request, has a
    /// value that is not a time.
    Delay,
    /// The error is documented, but not with this status.
    UndocumentedStatus,
    /// The catalog has the error, but the operation, or the part of the catalog that was compiled, does not.
    OutsideSubset,
    /// The message or the status is one that an earlier version of the API sent.
    OldForm,
    /// The message is not documented for the error.
    Reworded,
    /// The response can be read in more than one way, so the error or its parameters may be others.
    Ambiguous,
    /// The value of this parameter has another type. It was read if it can be converted, as the string `"7"` can to a
    /// number.
    ParamType(&'static str),
    /// This parameter has another value in the message or the code than in its own place. The latter was read.
    ParamDiffers(&'static str),
    /// The JSON pointer to a member of the body that is not in the catalog. It is `[redacted]` if the catalog has
    /// sensitive parameters, because any text can contain one.
    UnknownMember(Cow<'d, str>),
    /// The number of other members of the body that are not in the catalog: only the first 100 have warnings of their
    /// own.
    MoreUnknownMembers(usize),
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
            Self::Delay => formatter.write_str("the delay before the next request cannot be read"),
            Self::UndocumentedStatus => {
                formatter.write_str("the error is not documented with this status")
            }
            Self::OutsideSubset => {
                formatter.write_str("the error is documented, but not for this operation")
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
            Self::MoreUnknownMembers(1) => formatter.write_str("1 more member is not documented"),
            Self::MoreUnknownMembers(count) => {
                write!(formatter, "{count} more members are not documented")
            }
        }
    }
}
