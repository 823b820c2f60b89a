//! The language that a client prefers.

use alloc::vec::Vec;

/// How many languages of a header are read.
const MOST: usize = 100;

/// Returns the position of the tag that a language range finds (RFC 4647, section 3.4): the range itself, or what remains
/// of it without its last parts.
fn lookup(range: &str, tags: &[&str]) -> Option<usize> {
    let mut range = range;
    loop {
        let found = position(tags, &|tag| tag.eq_ignore_ascii_case(range));
        if found.is_some() {
            return found;
        }
        (range, _) = range.rsplit_once('-')?;
        // A part of one letter introduces the one after it.
        if let Some((before, last)) = range.rsplit_once('-') {
            if last.len() == 1 {
                range = before;
            }
        }
    }
}

/// Returns the position of the first tag that is more specific than a range (RFC 4647, section 3.3.1).
fn within(range: &str, tags: &[&str]) -> Option<usize> {
    position(tags, &|tag| is_within(range, tag))
}

/// Returns the position of the first tag for which this holds.
fn position(tags: &[&str], is_it: &dyn Fn(&str) -> bool) -> Option<usize> {
    for (position, tag) in tags.iter().enumerate() {
        if is_it(tag) {
            return Some(position);
        }
    }
    None
}

/// Whether a tag is a range, or more specific.
fn is_within(range: &str, tag: &str) -> bool {
    let rest = tag.split_at_checked(range.len());
    rest.is_some_and(|(start, rest)| {
        start.eq_ignore_ascii_case(range) && (rest.is_empty() || rest.starts_with('-'))
    })
}

/// Returns the position of the tag that a range finds, or of one that is more specific.
pub(crate) fn find(range: &str, tags: &[&str]) -> Option<usize> {
    lookup(range, tags).or_else(|| within(range, tags))
}

/// Returns the position of the tag that is preferred by a header; `None` if it accepts none of them.
pub(crate) fn negotiate(header: &str, tags: &[&str]) -> Option<usize> {
    let ranges = ranges(header);
    let is_refused = |tag: &str| {
        let mut ranges = ranges.iter();
        ranges.any(|(range, weight)| *weight == 0 && is_within(range, tag))
    };
    for (range, weight) in &ranges {
        if *weight == 0 {
            continue;
        }
        let found = if *range == "*" {
            position(tags, &|tag| !is_refused(tag))
        } else {
            find(range, tags)
        };
        let tag = found.and_then(|position| tags.get(position));
        if tag.is_some_and(|tag| !is_refused(tag)) {
            return found;
        }
    }
    None
}

/// Returns the ranges of a header with their weights, the highest first. Those of the same weight stay in their order.
fn ranges(header: &str) -> Vec<(&str, u16)> {
    let mut ranges = Vec::new();
    for (range, weight) in header.split(',').filter_map(weighted) {
        if ranges.len() == MOST {
            break;
        }
        let at = ranges.partition_point(|(_, other)| *other >= weight);
        ranges.insert(at, (range, weight));
    }
    ranges
}

/// Returns a range and its weight, in thousandths; `None` if it is not valid.
fn weighted(item: &str) -> Option<(&str, u16)> {
    let (range, weight) = match item.split_once(';') {
        None => (item, 1_000),
        Some((range, weight)) => (range, thousandths(weight)?),
    };
    let range = range.trim_matches([' ', '\t']);
    (!range.is_empty()).then_some((range, weight))
}

/// Reads a weight, `q=0.5` (RFC 9110, section 12.4.2).
fn thousandths(text: &str) -> Option<u16> {
    let text = text.trim_matches([' ', '\t']);
    let value = text.strip_prefix(['q', 'Q'])?.strip_prefix('=')?;
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    let is_number = decimals.len() <= 3 && decimals.bytes().all(|byte| byte.is_ascii_digit());
    let mut sum = 0;
    for place in 0..3 {
        let digit = decimals.as_bytes().get(place).copied().unwrap_or(b'0');
        sum = 10 * sum + u16::from(digit.wrapping_sub(b'0'));
    }
    match whole {
        _ if !is_number => None,
        "0" => Some(sum),
        "1" if sum == 0 => Some(1_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{find, negotiate};

    const TAGS: [&str; 5] = ["en", "ja", "pt-BR", "zh-Hant", "de"];

    fn found(range: &str) -> Option<&'static str> {
        find(range, &TAGS).map(|position| TAGS[position])
    }

    fn preferred(header: &str) -> Option<&'static str> {
        negotiate(header, &TAGS).map(|position| TAGS[position])
    }

    #[test]
    fn a_range_finds_the_longest_tag_that_begins_it() {
        assert_eq!(found("ja"), Some("ja"));
        assert_eq!(found("JA-jp"), Some("ja"));
        assert_eq!(found("zh-Hant-TW-x-private"), Some("zh-Hant"));
        assert_eq!(found("de-x-mine"), Some("de"));
        assert_eq!(found("fr"), None);
        assert_eq!(found("jaa"), None);
        assert_eq!(found(""), None);
        assert_eq!(found("-"), None);
        assert_eq!(found("ü-é"), None);
    }

    #[test]
    fn a_range_finds_a_more_specific_tag_if_nothing_else_fits() {
        assert_eq!(found("pt"), Some("pt-BR"));
        assert_eq!(found("zh"), Some("zh-Hant"));
        assert_eq!(found("pt-PT"), None);
        assert_eq!(found("p"), None);
    }

    #[test]
    fn weights_decide_and_then_the_order() {
        assert_eq!(preferred("de;q=0.5, ja"), Some("ja"));
        assert_eq!(preferred("de, ja"), Some("de"));
        assert_eq!(preferred("fr, de;q=0.1, ja;q=0.2"), Some("ja"));
        assert_eq!(preferred("de;q=0.12, ja;q=0.119"), Some("de"));
        assert_eq!(preferred("ja ; q=1.000 ,\tde"), Some("ja"));
        assert_eq!(preferred("pt-PT, pt;q=0.9, en;q=0.8"), Some("pt-BR"));
    }

    #[test]
    fn a_weight_of_zero_refuses_a_language() {
        assert_eq!(preferred("ja;q=0, *"), Some("en"));
        assert_eq!(preferred("en;q=0, *;q=0.1"), Some("ja"));
        assert_eq!(preferred("pt;q=0, pt-BR"), None);
        assert_eq!(preferred("pt-BR;q=0, pt, de;q=0.5"), Some("de"));
        assert_eq!(preferred("*;q=0"), None);
        assert_eq!(preferred("fr"), None);
    }

    #[test]
    fn what_is_not_valid_is_left_out() {
        for header in [
            "",
            ",",
            ";",
            "ja;q=",
            "ja;q=2",
            "ja;q=0.1234",
            "ja;q=-1",
            "ja;level=1",
            "é",
        ] {
            assert_eq!(preferred(header), None, "{header}");
        }
        assert_eq!(preferred("ja;q=x, de;q=0.1"), Some("de"));
        let long = "fr,".repeat(100_000);
        assert_eq!(preferred(&long), None);
    }
}
