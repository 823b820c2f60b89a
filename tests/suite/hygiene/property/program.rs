//! The program that creates every error and compares it with the reference.

use super::catalog::{Catalog, Code, Entry, FieldValue};
use std::fmt::Write;

const COMPARE: &str = r#"
#![deny(warnings)]

use error_catalog::{CatalogError, CatalogKind, ErrorCatalog, Text};
use std::str::FromStr;

struct Expected {
    id: &'static str,
    message: &'static str,
    code: Option<&'static str>,
}

fn compare<E>(error: E, kind: E::Kind, found: Option<E::Kind>, expected: Expected)
where
    E: CatalogError + Clone + PartialEq,
    E::Kind: FromStr,
{
    let id = expected.id;
    assert_eq!(error.to_string(), expected.message, "{id}");
    assert_eq!(error.message(), expected.message, "{id}");
    assert_eq!(error.code().is_none(), expected.code.is_none(), "{id}");
    if let Some(code) = expected.code {
        assert_eq!(error.code().to_string(), code, "{id}");
        assert!(found == Some(kind), "{id}");
    }
    assert!(error.kind() == kind && kind.entry().id() == id);
    assert!(kind.to_string().parse().is_ok_and(|parsed: E::Kind| parsed == kind));
    assert!(error.clone() == error);
    assert!(!format!("{error:?}").is_empty() && !format!("{error:#?}").is_empty());
}
"#;

pub(super) fn main(catalogs: &[Catalog]) -> String {
    let mut program = COMPARE.to_owned();
    let mut calls = String::new();
    let mut errors = 0;
    for (index, catalog) in catalogs.iter().enumerate() {
        program += &module(index, catalog);
        writeln!(calls, "    catalog_{index}::check();").unwrap();
        errors += catalog.entries.len();
    }
    format!("{program}\nfn main() {{\n{calls}    println!(\"{errors} errors\");\n}}\n")
}

fn module(index: usize, catalog: &Catalog) -> String {
    let checks: String = catalog
        .entries
        .iter()
        .map(|entry| check(entry, catalog.is_http))
        .collect();
    format!(
        "mod catalog_{index} {{\n    #[allow(unused_imports)]\n    use super::*;\n\n    \
         #[derive(ErrorCatalog)]\n    #[catalog(path = \"catalogs/{index}.json\")]\n    pub struct Api;\n\n    \
         pub fn check() {{\n{checks}    }}\n}}\n"
    )
}

fn check(entry: &Entry, is_http: bool) -> String {
    let variant = variant(&entry.id);
    let fields: Vec<String> = entry
        .fields
        .iter()
        .map(|field| format!("{}: {}", field.rust, expression(&field.value)))
        .collect();
    let fields = fields.join(", ");
    let code = entry.code.shown(&entry.fields);
    let status = if is_http {
        format!(", {}", entry.status())
    } else {
        String::new()
    };
    let found = match (&entry.code, &code) {
        (Code::None, _) | (_, None) => "None".to_owned(),
        (Code::Number(number), _) => format!("ApiErrorKind::from_code({number}_i64{status})"),
        (_, Some(code)) => format!("ApiErrorKind::from_code({code:?}{status})"),
    };
    format!(
        "        compare(ApiError::{variant} {{ {fields} }}, ApiErrorKind::{variant}, {found}, \
         Expected {{ id: {:?}, message: {:?}, code: {code:?} }});\n",
        entry.id,
        entry.message(),
    )
}

/// Derives the name of the variant from the id, independently of the derive.
fn variant(id: &str) -> String {
    let word = |word: &str| word[..1].to_owned() + &word[1..].to_lowercase();
    id.split('_').map(word).collect()
}

fn expression(value: &FieldValue) -> String {
    match value {
        FieldValue::Text(_, text) => format!("{text:?}.into()"),
        // The smallest number is not a negated literal in every place.
        FieldValue::Integer(number) => format!("({number}_i64).into()"),
        FieldValue::Boolean(flag) => format!("{flag}.into()"),
        FieldValue::List(texts) => {
            let texts: Vec<String> = texts
                .iter()
                .map(|it| format!("Text::from({it:?})"))
                .collect();
            format!("Vec::<Text>::from([{}]).into()", texts.join(", "))
        }
        FieldValue::Missing => "None".to_owned(),
    }
}
