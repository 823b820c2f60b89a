//! The reader of catalogs.

use error_catalog_model::{compile, Diagnostic, Source};

/// Checks that any bytes are a catalog or have diagnostics that can be rendered.
pub fn catalog(bytes: &[u8]) {
    let source = Source::new("any.json", bytes);
    match compile(&source) {
        Ok(compiled) => show(&source, &compiled.warnings),
        Err(failure) => {
            assert!(!failure.diagnostics().is_empty());
            show(&source, failure.diagnostics());
        }
    }
}

fn show(source: &Source, diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics.iter().take(20) {
        let shown = source.render(diagnostic);
        assert!(shown.contains("any.json:"), "{shown}");
        assert!(shown.len() < 10_000, "{shown}");
    }
}
