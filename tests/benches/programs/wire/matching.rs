//! From a message to the values in it.

use crate::race::Race;
use crate::{corpus, Message};
use error_catalog::{Catalog, Entry};
use regex::{Captures, Regex, RegexSet, RegexSetBuilder};
use std::hint::black_box;

pub const META: &error_catalog::Meta = Message::META;

/// One expression for each template.
pub fn regexes() -> Vec<Regex> {
    let regex = |expression| Regex::new(expression).unwrap();
    corpus::expressions().into_iter().map(regex).collect()
}

pub fn set() -> RegexSet {
    RegexSet::new(corpus::expressions()).unwrap()
}

/// A set with a cache that is large enough.
pub fn large_set() -> RegexSet {
    let mut builder = RegexSetBuilder::new(corpus::expressions());
    builder.dfa_size_limit(64 << 20).build().unwrap()
}

pub fn known() -> Race<'static> {
    let (regexes, entries) = (regexes(), entries());
    let (others, locations) = (self::regexes(), regexes.iter().map(Regex::capture_locations));
    let mut locations: Vec<_> = locations.collect();
    let messages = || corpus::messages();
    let (of_ours, of_captures, of_read) = (messages(), messages(), messages());
    Race {
        what: "code known",
        items: of_ours.len(),
        ways: vec![
            (
                "error-catalog",
                Box::new(move || {
                    for message in &of_ours {
                        black_box(entries[usize::from(message.index)].match_message(&message.text));
                    }
                }),
            ),
            (
                "captures",
                Box::new(move || {
                    for message in &of_captures {
                        black_box(regexes[usize::from(message.index)].captures(&message.text));
                    }
                }),
            ),
            (
                "captures_read",
                Box::new(move || {
                    for message in &of_read {
                        let index = usize::from(message.index);
                        black_box(others[index].captures_read(&mut locations[index], &message.text));
                    }
                }),
            ),
        ],
    }
}

pub fn unknown() -> Race<'static> {
    let messages = corpus::messages();
    let by_set = |set: RegexSet| -> Box<dyn FnMut()> {
        let (regexes, messages) = (regexes(), corpus::messages());
        Box::new(move || {
            for message in &messages {
                black_box(first(&set, &regexes, &message.text));
            }
        })
    };
    Race {
        what: "code unknown",
        items: messages.len(),
        ways: vec![
            ("RegexSet", by_set(set())),
            ("RegexSet, 64 MiB", by_set(large_set())),
            (
                "error-catalog",
                Box::new(move || {
                    for message in &messages {
                        black_box(META.recognize(&message.text, None));
                    }
                }),
            ),
        ],
    }
}

/// Returns the values of the first template that matches a message.
pub fn first<'m>(set: &RegexSet, regexes: &[Regex], message: &'m str) -> Option<Captures<'m>> {
    let index = set.matches(message).iter().next()?;
    regexes[index].captures(message)
}

fn entries() -> Vec<Entry> {
    META.entries().collect()
}

/// Asserts that both ways find the values.
pub fn verify() {
    let (entries, regexes) = (entries(), regexes());
    for message in corpus::messages() {
        let index = usize::from(message.index);
        let matched = entries[index].match_message(&message.text).unwrap();
        let captures = regexes[index].captures(&message.text).unwrap();
        let theirs: Vec<&str> = captures.iter().skip(1).flatten().map(|value| value.as_str()).collect();
        let ours: Vec<&str> = matched.values().map(|(_, value)| value).collect();
        assert_eq!(ours, theirs);
        assert!(META.recognize(&message.text, None).is_some());
    }
}
