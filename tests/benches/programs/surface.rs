use PACKAGE::{Error, Kind};

pub fn code(error: &Error) -> String {
    error.code().to_owned()
}

#[inline(always)]
pub fn status(error: &Error) -> u16 {
    error.status()
}

#[inline(always)]
pub fn message(error: &Error) -> String {
    error.to_string()
}

#[inline(always)]
pub fn find(code: &str) -> Option<Kind> {
    Kind::from_code(code)
}

#[inline(always)]
pub fn find_with_status(code: &str, _: u16) -> Option<Kind> {
    Kind::from_code(code)
}
