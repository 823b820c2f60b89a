use PACKAGE::{Error, Kind};

pub fn code(error: &Error) -> String {
    error.code().to_string()
}

#[inline(always)]
pub fn status(error: &Error) -> u16 {
    error.status().as_u16()
}

#[inline(always)]
pub fn message(error: &Error) -> String {
    error.message()
}

#[inline(always)]
pub fn find(code: &str) -> Option<Kind> {
    Kind::from_code(code, None::<u16>)
}

#[inline(always)]
pub fn find_with_status(code: &str, status: u16) -> Option<Kind> {
    Kind::from_code(code, status)
}
