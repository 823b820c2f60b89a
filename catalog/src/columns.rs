//! How many columns of a terminal a text takes.

use crate::bytes::all;

/// Characters that take two columns: those of East Asian scripts, and emoji.
const WIDE: [(char, char); 16] = [
    ('\u{1100}', '\u{115f}'),
    ('\u{2e80}', '\u{303e}'),
    ('\u{3041}', '\u{33ff}'),
    ('\u{3400}', '\u{4dbf}'),
    ('\u{4e00}', '\u{a4cf}'),
    ('\u{a960}', '\u{a97c}'),
    ('\u{ac00}', '\u{d7a3}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{fe30}', '\u{fe6f}'),
    ('\u{ff01}', '\u{ff60}'),
    ('\u{ffe0}', '\u{ffe6}'),
    ('\u{1f300}', '\u{1f64f}'),
    ('\u{1f680}', '\u{1f6ff}'),
    ('\u{1f900}', '\u{1faff}'),
    ('\u{20000}', '\u{2fffd}'),
    ('\u{30000}', '\u{3fffd}'),
];

/// Characters that are drawn over the one before them: the most common marks.
const MARKS: [(char, char); 8] = [
    ('\u{300}', '\u{36f}'),
    ('\u{591}', '\u{5bd}'),
    ('\u{64b}', '\u{65f}'),
    ('\u{e34}', '\u{e3a}'),
    ('\u{e47}', '\u{e4e}'),
    ('\u{20d0}', '\u{20ff}'),
    ('\u{3099}', '\u{309a}'),
    ('\u{fe00}', '\u{fe0f}'),
];

/// Returns how many columns a text takes in a terminal, so that something can be placed below or beside it.
///
/// ```
/// use error_catalog_model::columns;
///
/// assert_eq!(columns("Sold"), 4);
/// assert_eq!(columns("残り"), 4);
/// ```
pub fn columns(text: &str) -> usize {
    if all(text, |byte| byte.is_ascii()) {
        return text.len();
    }
    let mut columns = 0;
    for character in text.chars() {
        columns += match character {
            _ if is_in(&MARKS, character) => 0,
            _ if is_in(&WIDE, character) => 2,
            _ => 1,
        };
    }
    columns
}

fn is_in(ranges: &[(char, char)], character: char) -> bool {
    for (first, last) in ranges {
        if (*first..=*last).contains(&character) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{columns, MARKS, WIDE};

    #[test]
    fn wide_characters_take_two_columns_and_marks_none() {
        for (text, count) in [
            ("", 0),
            ("é", 1),
            ("e\u{301}", 1),
            ("残り{count}点です。", 19),
            ("가나", 4),
            ("ﾊﾝｶｸ", 4),
            ("ＡＢ", 4),
            ("👍", 2),
            ("か\u{3099}", 2),
            ("ไม่มี", 3),
            ("Größe — €", 9),
        ] {
            assert_eq!(columns(text), count, "{text}");
        }
    }

    #[test]
    fn ranges_are_in_order() {
        for ranges in [&WIDE[..], &MARKS] {
            assert!(ranges.iter().all(|(first, last)| first <= last));
            assert!(ranges.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
    }
}
