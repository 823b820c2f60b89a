//! Codes of gRPC and statuses of HTTP.

use tonic::Code;

/// The code for a status of HTTP, as gRPC and Google's APIs have them.
pub(super) const fn of_http(status: Option<u16>) -> Code {
    let Some(status) = status else {
        return Code::Unknown;
    };
    match status {
        400 | 422 => Code::InvalidArgument,
        401 => Code::Unauthenticated,
        403 => Code::PermissionDenied,
        404 | 410 => Code::NotFound,
        408 | 504 => Code::DeadlineExceeded,
        409 => Code::Aborted,
        413 | 429 => Code::ResourceExhausted,
        416 => Code::OutOfRange,
        499 => Code::Cancelled,
        405 | 501 => Code::Unimplemented,
        502 | 503 => Code::Unavailable,
        402..=498 => Code::FailedPrecondition,
        500..=599 => Code::Internal,
        _ => Code::Unknown,
    }
}

/// The status of HTTP for a code. What is not implemented is an unknown method.
pub(in crate::service) const fn to_http(code: Code) -> u16 {
    match code {
        Code::InvalidArgument | Code::FailedPrecondition | Code::OutOfRange => 400,
        Code::Unauthenticated => 401,
        Code::PermissionDenied => 403,
        Code::NotFound | Code::Unimplemented => 404,
        Code::Aborted | Code::AlreadyExists => 409,
        Code::ResourceExhausted => 429,
        Code::Cancelled => 499,
        Code::Unavailable => 503,
        Code::DeadlineExceeded => 504,
        Code::Ok | Code::Unknown | Code::Internal | Code::DataLoss => 500,
    }
}

#[cfg(test)]
mod tests {
    use super::{of_http, to_http, Code};

    #[test]
    fn each_status_of_http_has_a_code() {
        for (status, code) in [
            (400, Code::InvalidArgument),
            (401, Code::Unauthenticated),
            (402, Code::FailedPrecondition),
            (403, Code::PermissionDenied),
            (404, Code::NotFound),
            (409, Code::Aborted),
            (429, Code::ResourceExhausted),
            (499, Code::Cancelled),
            (500, Code::Internal),
            (501, Code::Unimplemented),
            (503, Code::Unavailable),
            (504, Code::DeadlineExceeded),
            (507, Code::Internal),
            (200, Code::Unknown),
        ] {
            assert_eq!(of_http(Some(status)), code, "{status}");
        }
        assert_eq!(of_http(None), Code::Unknown);
    }

    #[test]
    fn no_error_is_a_success() {
        for status in 0..=u16::MAX {
            assert_ne!(of_http(Some(status)), Code::Ok, "{status}");
        }
        for code in 0..=16 {
            assert!((400..600).contains(&to_http(Code::from(code))), "{code}");
        }
    }
}
