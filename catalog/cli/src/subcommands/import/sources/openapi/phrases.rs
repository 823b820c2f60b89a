//! The reason phrases of HTTP statuses.

use crate::subcommands::import::draft::Code;
use crate::subcommands::import::ids;
use std::collections::HashSet;

/// Returns the status whose reason phrase is the code, such as 404 for `not_found`.
pub(super) fn of_phrase(code: &Code) -> Option<u16> {
    of_id(&ids::default(code)?)
}

/// Returns the status that the name of a response says: `404`, `Generic404`, or `NotFound`.
pub(super) fn of_name(name: &str) -> Option<u16> {
    let digits = name.trim_start_matches(|it: char| !it.is_ascii_digit());
    let status = digits.parse().ok().filter(|it| (400..600).contains(it));
    status.or_else(|| of_id(&ids::from_words(name)?))
}

fn of_id(id: &str) -> Option<u16> {
    let is_same = |status: &u16| reason(*status).and_then(ids::from_words).as_deref() == Some(id);
    (400..600).find(is_same)
}

/// Returns the status of a success or a redirect whose reason phrase is the code, such as 201 for `created`.
pub(super) fn success(code: &Code) -> Option<u16> {
    Some(match &*ids::default(code)? {
        "OK" => 200,
        "CREATED" => 201,
        "ACCEPTED" => 202,
        "NO_CONTENT" => 204,
        "MOVED_PERMANENTLY" => 301,
        "SEE_OTHER" => 303,
        "NOT_MODIFIED" => 304,
        "TEMPORARY_REDIRECT" => 307,
        "PERMANENT_REDIRECT" => 308,
        _ => return None,
    })
}

/// The ids of the reason phrases of errors.
pub(super) struct Phrases(HashSet<String>);

impl Phrases {
    pub(super) fn new() -> Self {
        let ids = (400..600).filter_map(|status| ids::from_words(reason(status)?));
        Self(ids.collect())
    }

    /// Whether a name is one of errors, a status, or a reason phrase, such as `NotFound`.
    pub(super) fn are_in(&self, name: &str) -> bool {
        const WORDS: [&str; 6] = [
            "ERROR",
            "ERRORS",
            "FAULT",
            "FAILURE",
            "PROBLEM",
            "EXCEPTION",
        ];
        if let Ok(status) = name.parse::<u16>() {
            return (400..600).contains(&status);
        }
        let id = ids::from_words(name).unwrap_or_default();
        let mut words = id.split('_');
        words.any(|word| WORDS.contains(&word)) || self.0.contains(&id)
    }
}

/// Returns the reason phrase of a status, as a name.
pub(super) fn reason(status: u16) -> Option<&'static str> {
    Some(match status {
        0 => "Unexpected error",
        400 => "Bad request",
        401 => "Unauthorized",
        402 => "Payment required",
        403 => "Forbidden",
        404 => "Not found",
        405 => "Method not allowed",
        406 => "Not acceptable",
        408 => "Request timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length required",
        412 => "Precondition failed",
        413 => "Content too large",
        414 => "URI too long",
        415 => "Unsupported media type",
        416 => "Range not satisfiable",
        422 => "Unprocessable content",
        423 => "Locked",
        424 => "Failed dependency",
        425 => "Too early",
        426 => "Upgrade required",
        428 => "Precondition required",
        429 => "Too many requests",
        500 => "Internal server error",
        501 => "Not implemented",
        502 => "Bad gateway",
        503 => "Service unavailable",
        504 => "Gateway timeout",
        507 => "Insufficient storage",
        _ => return None,
    })
}
