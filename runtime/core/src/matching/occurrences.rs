//! Every place of a literal, in time linear in the text.

use super::places::Places;
use super::steps;
use alloc::vec::Vec;

/// Returns every place where the literal occurs, including overlapping occurrences, by Knuth-Morris-Pratt. An empty
/// literal occurs at every character boundary.
pub(super) fn occurrences(text: &str, literal: &[u8]) -> Places {
    let mut places = Places::none(text.len());
    steps::count(text.len());
    match literal {
        [] => {
            for at in 0..=text.len() {
                if text.is_char_boundary(at) {
                    places.insert(at);
                }
            }
        }
        [only] => {
            for (at, byte) in text.bytes().enumerate() {
                if byte == *only {
                    places.insert(at);
                }
            }
        }
        _ => {
            let borders = borders(literal);
            let mut length = 0;
            for (at, byte) in text.bytes().enumerate() {
                length = longer(literal, &borders, length, byte);
                if length == literal.len() {
                    places.insert(at + 1 - length);
                }
            }
        }
    }
    places
}

/// Returns, for each prefix of the literal, the length of its longest proper prefix that is also its suffix.
fn borders(literal: &[u8]) -> Vec<usize> {
    let mut borders = Vec::with_capacity(literal.len());
    let mut length = 0;
    for (at, byte) in literal.iter().enumerate() {
        if at > 0 {
            length = longer(literal, &borders, length, *byte);
        }
        borders.push(length);
    }
    borders
}

/// Returns the length of the literal's longest prefix that the text ends with after one more byte.
fn longer(literal: &[u8], borders: &[usize], mut length: usize, byte: u8) -> usize {
    while length > 0 && literal.get(length) != Some(&byte) {
        steps::count(1);
        length = borders.get(length - 1).copied().unwrap_or_default();
    }
    if literal.get(length) == Some(&byte) {
        length + 1
    } else {
        0
    }
}
