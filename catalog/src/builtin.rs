//! The bundled catalogs.

/// The JSON Schema of catalogs, for editors.
pub const SCHEMA: &str = include_str!("../schema.json");

/// The JSON Schema of translations, for editors.
pub const TRANSLATION_SCHEMA: &str = include_str!("../translation.schema.json");

/// The names of the bundled catalogs, with their content.
pub const BUILTIN: [(&str, &str); 5] = [
    ("edges", include_str!("../data/edges.json")),
    ("http-api", include_str!("../data/http-api.json")),
    ("linkedin", include_str!("../data/linkedin.json")),
    (
        "linkedin-marketing",
        include_str!("../data/linkedin-marketing.json"),
    ),
    ("works", include_str!("../data/works.json")),
];

/// Returns the content of a bundled catalog.
///
/// ```
/// assert!(error_catalog_model::builtin("linkedin-marketing").is_some());
/// ```
pub fn builtin(name: &str) -> Option<&'static str> {
    for (known, text) in &BUILTIN {
        if *known == name {
            return Some(text);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::BUILTIN;
    use crate::{compile, Rule, Source};

    #[test]
    fn every_bundled_catalog_has_no_errors_or_warnings() {
        for (name, text) in BUILTIN {
            let source = Source::new(name, text);
            match compile(&source) {
                Ok(compiled) => {
                    assert_eq!(compiled.catalog.name, name);
                    // As documented by the API: messages of `GENERIC_PARSING_ERROR` also match `GENERIC_ERROR`.
                    let is_documented = |rule| name == "edges" && rule == Rule::NeverCertain;
                    let warnings: Vec<_> = compiled
                        .warnings
                        .iter()
                        .filter(|it| !is_documented(it.rule))
                        .map(|it| source.render(it))
                        .collect();
                    assert!(warnings.is_empty(), "{}", warnings.join("\n"));
                }
                Err(failure) => {
                    let errors: Vec<_> = failure
                        .diagnostics()
                        .iter()
                        .map(|it| source.render(it))
                        .collect();
                    panic!("{}", errors.join("\n"));
                }
            }
        }
    }
}
