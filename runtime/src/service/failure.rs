//! Why a service did not answer with an error of the catalog.

use crate::client::AnyError;
use crate::Fallback;
use alloc::boxed::Box;
use alloc::string::String;
use core::any::Any;
use core::error::Error;
use core::fmt;
use http::StatusCode;
use std::io;

/// Why a service does not answer.
pub(super) enum Failure {
    /// It panicked, with this payload.
    Panic(Box<dyn Any + Send>),
    /// It returned an error instead of a response.
    Error(AnyError),
}

/// What happened instead of an error of the catalog.
#[derive(Debug)]
enum Replaced {
    /// A panic with this message.
    Panic(String),
    /// A response with this status and text.
    Response(StatusCode, String),
    /// An error of the catalog, but not of the operation.
    Undeclared {
        operation: &'static str,
        id: &'static str,
    },
}

impl fmt::Display for Replaced {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Panic(message) => write!(formatter, "panic: {message}"),
            Self::Response(status, text) if text.is_empty() => {
                write!(formatter, "a response that is not the catalog's: {status}")
            }
            Self::Response(status, text) => {
                write!(
                    formatter,
                    "a response that is not the catalog's: {status}: {text}"
                )
            }
            Self::Undeclared { operation, id } => {
                write!(
                    formatter,
                    "the operation `{operation}` does not have the error `{id}`"
                )
            }
        }
    }
}

impl Error for Replaced {}

/// The source of an error that is sent after a panic.
pub(super) fn of_panic(payload: &(dyn Any + Send)) -> AnyError {
    let message = payload.downcast_ref::<String>().map(String::as_str);
    let message = message.or_else(|| payload.downcast_ref::<&str>().copied());
    Box::new(Replaced::Panic(String::from(
        message.unwrap_or("not a text"),
    )))
}

/// The source of an error that is sent instead of a response: the beginning of its text.
pub(super) fn of_response(status: StatusCode, text: &str) -> AnyError {
    const LONGEST: usize = 1_000;
    let text = text.chars().take(LONGEST).collect();
    Box::new(Replaced::Response(status, text))
}

/// The source of an error that is sent instead of one that the operation does not have.
pub(super) fn of_operation(operation: &'static str, id: &'static str) -> AnyError {
    Box::new(Replaced::Undeclared { operation, id })
}

/// The fallback for an error that a layer returned instead of a response.
pub(super) fn fallback(error: &(dyn Error + 'static)) -> Fallback {
    let mut next = Some(error);
    while let Some(error) = next {
        if is_timeout(error) {
            return Fallback::Timeout;
        }
        if is_overload(error) {
            return Fallback::Status(503);
        }
        next = error.source();
    }
    Fallback::Status(500)
}

fn is_timeout(error: &(dyn Error + 'static)) -> bool {
    #[cfg(feature = "tower")]
    if error.is::<tower::timeout::error::Elapsed>() {
        return true;
    }
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::TimedOut)
}

fn is_overload(error: &(dyn Error + 'static)) -> bool {
    #[cfg(feature = "tower")]
    return error.is::<tower::load_shed::error::Overloaded>();
    #[cfg(not(feature = "tower"))]
    {
        let _ = error;
        false
    }
}
