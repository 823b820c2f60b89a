//! XML 1.0, as objects of strings.
//!
//! ```text
//! <Error xml:lang="en"><Code>NoSuchKey</Code>Not found<Key>a</Key><Key>b</Key></Error>
//! {"Error":{"@lang":"en","#text":"Not found","Code":"NoSuchKey","Key":["a","b"]}}
//! ```
//!
//! - The root element is the only member of an object.
//! - An element with neither attributes nor child elements is a string, its text. Another one is an object of its
//!   attributes, `@name`, its text, `#text`, and its child elements. Its texts are joined.
//! - Members of the same name are an array. Names are without prefixes, and declarations of namespaces are left out.
//! - Whitespace at the ends of a text is layout, and not part of it, if it contains a line end. Beside attributes or child
//!   elements, a text of whitespace alone is layout too. Character references and CDATA are never layout.

mod invalid;
mod member;
mod name;
mod read;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod write;

pub use invalid::InvalidXml;
pub use read::to_json;
pub use write::from_json;

/// The number of elements within each other that are read and written.
const LEVELS: usize = 128;

/// The name of an object's member that is the text of the element.
const TEXT: &str = "#text";

/// The whitespace of XML.
const WHITESPACE: [char; 4] = [' ', '\t', '\r', '\n'];
