//! What holds for every input, as functions of bytes that panic where it does not: property tests, fuzz targets, and the
//! replay of what the fuzzer has found, run the same.

mod catalog;
mod envelope;
mod header;
mod json;
mod template;

pub use catalog::catalog;
pub use envelope::envelope;
pub use header::header;
pub use json::json;
pub use template::template;

/// Whether a text can do nothing to what shows it: no control characters, no ends of lines, nothing that turns the
/// direction of the text (the explicit ones of Unicode's UAX 9), no tags.
pub fn is_inert(text: &str) -> bool {
    text.chars().all(|character| {
        !character.is_control()
            && !matches!(
                character,
                '\u{61c}'
                    | '\u{200e}'
                    | '\u{200f}'
                    | '\u{2028}'..='\u{202e}'
                    | '\u{2066}'..='\u{2069}'
                    | '\u{e0000}'..='\u{e007f}'
            )
    })
}
