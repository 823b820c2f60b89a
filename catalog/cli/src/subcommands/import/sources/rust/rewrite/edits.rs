//! Changes of a text by the bytes that they are in place of.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::ops::Range;
use syn::Attribute;

/// Changes of a text.
#[derive(Default)]
pub(super) struct Edits(Vec<Edit>);

struct Edit {
    range: Range<usize>,
    by: String,
    /// Whether the spaces after it are removed as well.
    takes_spaces: bool,
}

impl Edits {
    pub(super) fn replace(&mut self, range: Range<usize>, by: &str) {
        self.push(range, by.to_owned(), false);
    }

    pub(super) fn insert(&mut self, at: usize, text: String) {
        self.push(at..at, text, false);
    }

    /// Removes a range, with the spaces and line breaks after it.
    pub(super) fn remove(&mut self, range: Range<usize>) {
        self.push(range, String::new(), true);
    }

    /// Removes a range.
    pub(super) fn cut(&mut self, range: Range<usize>) {
        self.push(range, String::new(), false);
    }

    pub(super) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    fn push(&mut self, range: Range<usize>, by: String, takes_spaces: bool) {
        self.0.push(Edit {
            range,
            by,
            takes_spaces,
        });
    }

    /// Returns the changed text; `None` if two changes overlap.
    pub(super) fn apply(mut self, text: &str) -> Option<String> {
        self.0.sort_by_key(|edit| edit.range.start);
        let mut out = String::with_capacity(text.len());
        let mut end = 0;
        for edit in &self.0 {
            out.push_str(text.get(end..edit.range.start)?);
            out.push_str(&edit.by);
            end = edit.range.end;
            if edit.takes_spaces {
                let rest = text.get(end..)?;
                end += rest.len() - rest.trim_start().len();
            }
        }
        out.push_str(text.get(end..)?);
        Some(out)
    }
}

/// Returns what separates an attribute from what is at this offset: a line break with the indentation, or a space.
pub(super) fn break_at(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |it| it + 1);
    let indent = before.get(start..).unwrap_or_default();
    if start == 0 || !indent.trim().is_empty() {
        return " ".to_owned();
    }
    let has_return = before.ends_with(&format!("\r\n{indent}"));
    format!("{}{indent}", if has_return { "\r\n" } else { "\n" })
}

/// Whether there is a comment within an attribute.
pub(super) fn has_comment(attribute: &Attribute, text: &str) -> bool {
    let mut ranges = Vec::new();
    collect(attribute.to_token_stream(), &mut ranges);
    ranges.sort_by_key(|range| range.start);
    let gaps = ranges.windows(2).filter_map(|pair| match pair {
        [one, next] => text.get(one.end..next.start),
        _ => None,
    });
    let mut gaps = gaps;
    gaps.any(|gap| gap.contains("//") || gap.contains("/*"))
}

/// Collects where the tokens are; of a group, its brackets.
fn collect(tokens: TokenStream, ranges: &mut Vec<Range<usize>>) {
    let mut open = vec![tokens];
    while let Some(tokens) = open.pop() {
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    ranges.push(group.span_open().byte_range());
                    ranges.push(group.span_close().byte_range());
                    open.push(group.stream());
                }
                other => ranges.push(other.span().byte_range()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{break_at, has_comment, Edits};

    #[test]
    fn only_the_ranges_change() {
        let text = "aé [b]\n  c, d";
        let mut edits = Edits::default();
        edits.insert(12, "x ".to_owned());
        edits.remove(4..7);
        edits.replace(0..1, "A");
        edits.cut(11..13);
        assert_eq!(edits.apply(text), None);
        let mut edits = Edits::default();
        edits.remove(4..7);
        edits.replace(0..1, "A");
        edits.insert(10, "x ".to_owned());
        assert_eq!(edits.apply(text).as_deref(), Some("Aé x c, d"));
        let mut edits = Edits::default();
        edits.cut(100..101);
        assert_eq!(edits.apply(text), None);
    }

    #[test]
    fn an_attribute_is_on_a_line_of_its_own_if_the_item_is() {
        assert_eq!(break_at("a\n  pub", 4), "\n  ");
        assert_eq!(break_at("a\r\n\tpub", 4), "\r\n\t");
        assert_eq!(break_at("a\n #[b] pub", 8), " ");
        assert_eq!(break_at("pub", 0), " ");
    }

    #[test]
    fn comments_in_attributes_are_found() {
        for (text, expected) in [
            ("#[error(\"a // b /* c */\")] enum A {}", false),
            ("#[error(\"a\" /* b */)] enum A {}", true),
            ("#[error( // b\n\"a\")] enum A {}", true),
            ("#[error(\"{}\", (1 /* b */))] enum A {}", true),
            ("#[error(\"{}\", 4 / 2)] enum A {}", false),
        ] {
            let item: syn::ItemEnum = syn::parse_str(text).unwrap();
            assert_eq!(has_comment(&item.attrs[0], text), expected, "{text}");
        }
    }
}
