//! The text of an element, and the layout around it.

use super::WHITESPACE;
use alloc::borrow::Cow;
use core::ops::Range;

/// The text of an element.
#[derive(Default)]
pub(super) struct Text<'b> {
    text: Cow<'b, str>,
    /// From the first to the last part that was written as a reference or as CDATA, which are never layout.
    kept: Option<Range<usize>>,
}

impl<'b> Text<'b> {
    pub(super) fn push(&mut self, text: Cow<'b, str>) {
        if self.text.is_empty() {
            self.text = text;
        } else {
            self.text.to_mut().push_str(&text);
        }
    }

    /// Adds text that is not layout, even if it is whitespace.
    pub(super) fn push_kept(&mut self, text: Cow<'b, str>) {
        if text.is_empty() {
            return;
        }
        let here = self.text.len();
        self.push(text);
        let first = self.kept.as_ref().map_or(here, |kept| kept.start);
        self.kept = Some(first..self.text.len());
    }

    /// Returns whether there is only whitespace that can be layout.
    pub(super) fn is_blank(&self) -> bool {
        self.kept.is_none() && self.text.trim_matches(WHITESPACE).is_empty()
    }

    /// Returns the text without the layout at its ends.
    pub(super) fn without_layout(self) -> Cow<'b, str> {
        let text = &*self.text;
        let kept = self.kept.unwrap_or(text.len()..0);
        let before = text.get(..kept.start).unwrap_or_default();
        let start = before.len() - before.trim_start_matches(WHITESPACE).len();
        let start = if has_line_end(text, 0..start) {
            start
        } else {
            0
        };
        let after = text.get(kept.end.max(start)..).unwrap_or_default();
        let end = text.len() - after.len() + after.trim_end_matches(WHITESPACE).len();
        let is_layout = has_line_end(text, end..text.len());
        let end = if is_layout { end } else { text.len() };
        match self.text {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(start..end).unwrap_or_default()),
            Cow::Owned(mut text) => {
                text.truncate(end);
                text.drain(..start);
                Cow::Owned(text)
            }
        }
    }
}

fn has_line_end(text: &str, whitespace: Range<usize>) -> bool {
    text.get(whitespace).is_some_and(|text| text.contains('\n'))
}
