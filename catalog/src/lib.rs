//! The front end of [`error-catalog`](https://docs.rs/error-catalog): turns a catalog file into a [`Catalog`] whose
//! invariants hold, or reports all of its errors.
//!
//! ```text
//! bytes ──Source──▶ text ──raw──▶ nodes with spans ──merge, build──▶ model ──check──▶ Catalog
//!                    every stage reports its errors to one Report and continues
//! ```
//!
//! ```
//! use error_catalog_model::{compile, Source};
//!
//! let source = Source::new("payments.json", br#"{
//!     "name": "payments",
//!     "errors": [{ "code": "CARD_DECLINED", "status": 402, "mesage": "The card was declined: {reason}." }]
//! }"#.to_vec());
//!
//! let failure = compile(&source).unwrap_err();
//! assert_eq!(failure.diagnostics()[0].rule.code(), "C003");
//! assert!(source.render(&failure.diagnostics()[0]).contains("did you mean `message`?"));
//! ```
#![forbid(unsafe_code)]

mod beside;
mod build;
mod builtin;
mod bytes;
mod check;
mod columns;
mod diagnostic;
mod envelope;
mod evolution;
mod example;
mod extended;
mod file;
mod ids;
mod inert;
mod json;
mod language;
mod merge;
mod model;
mod name;
mod operation;
mod overlap;
mod path;
mod plural;
mod policy;
mod preset;
pub mod prose;
mod query;
mod raw;
mod rule;
mod severity;
mod snippet;
mod source;
mod span;
mod storage;
mod suggest;
mod syntax;
mod table;
mod template;
mod text;
mod translation;

pub use beside::{translated_catalog, translation_path};
pub use builtin::{builtin, BUILTIN, SCHEMA, TRANSLATION_SCHEMA};
pub use columns::columns;
pub(crate) use diagnostic::Report;
pub use diagnostic::{Diagnostic, Failure, Label};
pub use error_catalog_core::json::tokens as pointer_tokens;
pub use evolution::{Acknowledgement, Aspect};
pub use extended::{Files, OnDisk};
pub use file::{read_bounded, read_file, unreadable};
pub use inert::{inert, inert_in_logs};
pub use language::{is_language_tag, DEFAULT_LANGUAGE};
pub use model::{
    Batch, Body, Capture, Case, Catalog, Causes, Code, Constant, Deprecated, Described, Entry,
    Envelope, Extra, Fallback, FallbackEntry, Filter, Format, Header, History, Inner, Literal,
    Location, Message, Param, ParamPlace, ParamType, Params, Place, Query, Retired, Retry,
    RetryUnit, Segment, Step, Success,
};
pub use name::{
    constructor_name, field_name, id_from_code, is_keyword, reserved_variant, variant_name,
};
pub use operation::{Operation, Positions, Route};
pub use path::{normal_path, normal_path_on_disk};
pub use plural::{Plural, PluralCase, PluralForm};
pub use policy::{CodeStyle, MessageStyle, Policy, RequiredKey};
pub use preset::{preset, PRESETS};
pub use rule::Rule;
pub use severity::Severity;
pub use source::{ExtendedFile, Position, Source, TranslationFile};
pub use span::Span;
pub use storage::Storage;
pub use suggest::nearest;
#[doc(hidden)]
pub use table::Table;
pub use template::{Piece, Template};
pub use translation::{Language, Translated, Translation};

/// A valid catalog, and its warnings.
#[derive(Debug)]
pub struct Compiled {
    /// The catalog.
    pub catalog: Catalog,
    /// The warnings, in the order of the files.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a catalog with its translations and the files that it extends, and checks every rule.
///
/// # Errors
///
/// Returns all errors and warnings, in the order of the files; see [`Rule`].
pub fn compile(source: &Source) -> Result<Compiled, Failure> {
    let mut report = Report::new();
    let document = raw::document(source, &mut report);
    let mut files = vec![raw::read(document.as_ref(), &mut report)];
    let mut documents = Vec::new();
    for file in source.extended() {
        documents.push(raw::document(&file.source, &mut report));
    }
    for document in &documents {
        files.push(raw::read(document.as_ref(), &mut report));
    }
    let raw = merge::catalog(files, source, &mut report);
    let mut documents = Vec::new();
    for file in source.translations() {
        documents.push(match &file.source {
            Ok(source) => raw::document(source, &mut report),
            Err(_) => None,
        });
    }
    let mut translations = Vec::new();
    for document in &documents {
        translations.push(raw::translation(document.as_ref(), &mut report));
    }
    let catalog = match raw {
        Some(raw) => {
            let catalog = build::catalog(raw, &translations, source, &mut report);
            check::catalog(&catalog, source, &mut report);
            Some(catalog)
        }
        None => None,
    };
    report.finish(catalog)
}

/// Returns the codes of the rules that a catalog breaks, for tests; none if it has no errors.
#[cfg(test)]
fn broken_rules(text: String) -> Vec<&'static str> {
    match compile(&Source::new("a.json", text)) {
        Ok(_) => Vec::new(),
        Err(failure) => {
            let diagnostics = failure.diagnostics().iter();
            diagnostics.map(|it| it.rule.code()).collect()
        }
    }
}
