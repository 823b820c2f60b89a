//! Finds out which styles the messages of a source have.

use super::scan::{self, Context};
use super::style::Style;

/// How many messages of a source have placeholders of a style, and the first one.
#[derive(Debug, Clone)]
pub(super) struct Use {
    pub(super) style: Style,
    pub(super) messages: usize,
    /// The first placeholder, as it is written, and the index of its message.
    pub(super) first: (String, usize),
    pub(super) is_taken: bool,
}

/// The fraction of the messages with the most common style that another style needs.
const FRACTION: usize = 5;

/// Finds the styles of the messages, and takes the most common one with those that cannot be confused with it.
///
/// A style that looks like other text is taken only if it is the most common one: `Array<T>` beside `{0}` is text. Of
/// `{name}` and `{{name}}`, only the more common one is.
pub(super) fn recognised<'m>(messages: impl IntoIterator<Item = &'m str>) -> Vec<Use> {
    let mut uses: Vec<Use> = Vec::new();
    let none = Context::default();
    for (index, message) in messages.into_iter().enumerate() {
        let mut seen: Vec<Style> = Vec::new();
        for found in scan::placeholders(message, &Style::ALL, &none) {
            if seen.contains(&found.style) {
                continue;
            }
            seen.push(found.style);
            match uses.iter_mut().find(|it| it.style == found.style) {
                Some(known) => known.messages += 1,
                None => uses.push(Use {
                    style: found.style,
                    messages: 1,
                    first: (
                        message.get(found.range).unwrap_or_default().to_owned(),
                        index,
                    ),
                    is_taken: false,
                }),
            }
        }
    }
    // Of styles that are as common as each other, the one that cannot be other text.
    uses.sort_by_key(|it| (usize::MAX - it.messages, it.style.is_weak(), it.style));
    let most = uses.first().map_or(0, |first| first.messages);
    for (position, known) in uses.iter_mut().enumerate() {
        let is_common = known.messages * FRACTION >= most;
        known.is_taken = position == 0 || (!known.style.is_weak() && is_common);
    }
    // Where `{name}` is a placeholder, `{{` is a brace, and where `{{name}}` is one, `{` is.
    let mut braces = [Style::Braces, Style::DoubleBraces].map(|style| {
        let position = uses.iter().position(|it| it.style == style);
        position.unwrap_or(usize::MAX)
    });
    braces.sort_unstable();
    if let Some(rarer) = uses.get_mut(braces[1]) {
        rarer.is_taken = false;
    }
    uses
}
