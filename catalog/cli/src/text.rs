//! Text for terminals.

/// How many characters a line of prose takes, at most.
const WIDTH: usize = 100;

/// The text with every control and direction character replaced, so that no file can write to a terminal through it.
pub(crate) fn inert(text: &str) -> String {
    error_catalog_model::inert(text)
}

/// The text in one line.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    inert(&words.join(" "))
}

/// The text in one line, where its own lines end is seen.
pub(crate) fn in_one_line(text: &str) -> String {
    inert(&text.replace('\n', "↵"))
}

/// The text in lines of bearable length, each behind the indent; the first behind `first`, which is as long.
pub(crate) fn wrapped(text: &str, first: &str, indent: &str) -> String {
    let mut out = String::new();
    for (number, paragraph) in inert(text).lines().enumerate() {
        let mut line = if number == 0 { first } else { indent }.to_owned();
        let mut is_empty = true;
        for word in paragraph.split_whitespace() {
            if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
                out.push_str(&line);
                out.push('\n');
                indent.clone_into(&mut line);
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
            is_empty = false;
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// The beginning of a text that is longer than this many characters, and how much is left out.
pub(crate) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => {
            let (shown, rest) = text.split_at(end);
            format!("{shown}… ({} characters more)", rest.chars().count())
        }
        None => text.to_owned(),
    }
}

/// A count with what is counted, such as `1 mistake` and `2 mistakes`.
pub(crate) fn counted(count: usize, singular: &str, plural: &str) -> String {
    format!("{count} {}", if count == 1 { singular } else { plural })
}

#[cfg(test)]
mod tests {
    use super::{one_line, wrapped};

    #[test]
    fn long_text_is_broken_between_words() {
        let text = "word ".repeat(50);
        let shown = wrapped(&text, "  - ", "    ");
        assert!(shown.lines().all(|line| line.len() <= 100), "{shown}");
        assert!(shown.starts_with("  - word word"), "{shown}");
        assert!(
            shown
                .lines()
                .skip(1)
                .all(|line| line.starts_with("    word")),
            "{shown}"
        );
    }

    #[test]
    fn a_text_cannot_write_to_the_terminal() {
        assert_eq!(one_line("a\n\tb\u{1b}[31m"), "a b\u{fffd}[31m");
    }
}
