//! Tests of the comparison.

mod acknowledged;
mod bundled;
mod cases;
mod fields;
mod kinds;
mod property;

use super::{compare, Change, Diff, Options};
use error_catalog_model::{compile, Catalog, Source};

/// Compiles a catalog from a whole file, from its keys except the name, or from its errors alone.
fn catalog(text: &str) -> Catalog {
    let whole = if text.starts_with(r#"{ "name""#) {
        text.to_owned()
    } else if text.starts_with('"') {
        format!(r#"{{ "name": "a", {text} }}"#)
    } else {
        format!(r#"{{ "name": "a", "errors": [{text}] }}"#)
    };
    read(&whole).unwrap_or_else(|errors| panic!("{whole}\n{errors}"))
}

fn read(text: &str) -> Result<Catalog, String> {
    // A translation follows its catalog.
    let (catalog, german) = text.split_once(" de: ").unwrap_or((text, ""));
    let source = match german {
        "" => Source::new("a.json", catalog),
        german => Source::new("a.json", catalog)
            .with_translation("de", Ok(Source::new("a.de.json", german))),
    };
    let compiled = compile(&source).map_err(|failure| {
        let errors = failure.diagnostics().iter().map(|it| source.render(it));
        errors.collect::<String>()
    })?;
    Ok(compiled.catalog)
}

fn diff(old: &str, new: &str) -> Diff {
    compare(&catalog(old), &catalog(new), &Options::default())
}

/// The names of the kinds, in order.
fn names(changes: &[Change]) -> Vec<&'static str> {
    changes.iter().map(|change| change.kind.name()).collect()
}
