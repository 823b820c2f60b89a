//! Properties of every input, as functions of bytes that panic if a property does not hold. Property tests, fuzz
//! targets, and the replay of the fuzzer's corpus share them.

mod catalog;
mod envelope;
mod form;
mod header;
mod json;
mod query;
mod template;
mod xml;

pub use catalog::catalog;
pub use envelope::envelope;
pub use form::{form, form_of};
pub use header::header;
pub use json::json;
pub use query::query;
pub use template::template;
pub use xml::{xml, xml_of};

/// Whether a string is harmless where it is shown: no control characters, no line ends, no explicit changes of the text
/// direction (see Unicode's UAX 9), no tags.
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
