//! Messages and codes against the templates of the catalogs.

use error_catalog::{Catalog, Entry, Matched, Value};

use crate::{Edges, HttpApi, LinkedIn, Marketing, Works};

/// Checks that a string that matches a template is the template filled with the values found, certain or not.
pub fn template(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    against::<LinkedIn>(&text);
    against::<Marketing>(&text);
    against::<Edges>(&text);
    against::<Works>(&text);
    against::<HttpApi>(&text);
}

fn against<C: Catalog>(text: &str) {
    for entry in C::META.entries() {
        if let Some(matched) = entry.match_message(text) {
            let again = filled(entry, &matched, Entry::write_message);
            assert_eq!(again, text, "{}: {matched:?}", entry.id());
        }
        if let Some(matched) = entry.match_code(text) {
            let again = filled(entry, &matched, Entry::write_code);
            assert_eq!(again, text, "{}: {matched:?}", entry.id());
        }
        entry.match_earlier_message(text, &[200, 400]);
    }
    let mut number = 0;
    for (entry, matched) in C::META.recognize_all(text) {
        assert_eq!(entry.match_message(text), Some(matched), "{}", entry.id());
        number += 1;
    }
    let best = C::META.recognize(text, None);
    assert_eq!(best.is_some(), number > 0);
    assert_eq!(best.is_some_and(|best| best.is_only()), number == 1);
}

type Write = fn(Entry, &[Value<'_>], &mut String) -> std::fmt::Result;

/// Fills a template with the values found.
fn filled(entry: Entry, matched: &Matched<'_>, write: Write) -> String {
    let values: Vec<Value<'_>> = (0..entry.params().len())
        .map(|index| matched.value(index).map_or(Value::Absent, Value::Text))
        .collect();
    let mut text = String::new();
    write(entry, &values, &mut text).expect("writing to a string cannot fail");
    text
}
