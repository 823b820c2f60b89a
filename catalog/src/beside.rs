//! The files beside a catalog that translate it.

use crate::json::{Document, Kind};
use crate::language::is_language_tag;
use crate::{read_file, unreadable, Report, Source};
use std::borrow::Cow;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

impl Source {
    /// Returns the languages that a catalog lists in `translations`, as far as they are valid.
    pub fn listed_translations(&self) -> Vec<String> {
        let mut tags = self.strings("translations");
        tags.retain(|tag| is_language_tag(tag));
        tags
    }

    /// Returns the strings in an array of the file. What is not valid is reported when the catalog is compiled.
    pub(crate) fn strings(&self, key: &str) -> Vec<String> {
        // Most catalogs have none, and reading a file takes far longer. A key can be escaped.
        let text = self.text();
        let has_escapes = || text.contains('\\') && text.contains("\\u");
        if !text.contains(key) && !has_escapes() {
            return Vec::new();
        }
        let mut report = Report::new();
        let document = Document::read(self, &mut report);
        let root = document.as_ref().and_then(Document::root);
        let members = root.filter(|root| root.kind() == Kind::Object);
        let members = members.map_or_else(Vec::new, |root| root.members());
        let mut listed = members.into_iter().filter_map(|(name, value)| {
            let is_it = name.string(&mut Report::new())? == key;
            (is_it && value.kind() == Kind::Array).then(|| value.elements())
        });
        let strings = listed.next().unwrap_or_default().into_iter();
        let strings = strings.filter(|it| it.kind() == Kind::String);
        let strings = strings.filter_map(|it| it.string(&mut Report::new()));
        strings.map(Cow::into_owned).collect()
    }

    /// Reads the translations that a catalog lists, from the files beside it; `name` is how diagnostics name a file.
    #[must_use]
    pub fn with_translations_beside(self, catalog: &Path, name: &dyn Fn(&Path) -> String) -> Self {
        let listed = self.listed_translations();
        listed.iter().fold(self, |source, language| {
            let path = translation_path(catalog, language);
            let file = read_file(&path, Self::LARGEST)
                .map(|content| Self::new(name(&path), content))
                .map_err(|error| format!("cannot read `{}`: {}", name(&path), unreadable(&error)));
            source.with_translation(language, file)
        })
    }
}

/// Returns the path of a translation: `payments.ja.json` beside `payments.json`.
///
/// ```
/// use error_catalog_model::translation_path;
///
/// let path = translation_path("errors/payments.json".as_ref(), "ja");
/// assert_eq!(path.to_str(), Some("errors/payments.ja.json"));
/// ```
pub fn translation_path(catalog: &Path, language: &str) -> PathBuf {
    let mut name = catalog.file_stem().unwrap_or_default().to_owned();
    for part in [".", language] {
        name.push(part);
    }
    if let Some(extension) = catalog.extension() {
        name.push(".");
        name.push(extension);
    }
    catalog.with_file_name(name)
}

/// Returns the catalog that a file would translate, by its name, and the language: `payments.ja.json` translates
/// `payments.json` into `ja`.
///
/// ```
/// use error_catalog_model::translated_catalog;
///
/// let (catalog, language) = translated_catalog("errors/payments.ja.json".as_ref()).unwrap();
/// assert_eq!((catalog.to_str(), &*language), (Some("errors/payments.json"), "ja"));
/// assert!(translated_catalog("errors/payments.json".as_ref()).is_none());
/// ```
pub fn translated_catalog(path: &Path) -> Option<(PathBuf, String)> {
    let stem = Path::new(path.file_stem()?);
    let language = stem.extension().and_then(OsStr::to_str)?;
    let extension = path.extension()?;
    let catalog = path.with_file_name(stem.file_stem()?);
    is_language_tag(language).then(|| {
        // The stem may have dots of its own, which `with_extension` would take for an extension.
        let mut catalog = catalog.into_os_string();
        catalog.push(".");
        catalog.push(extension);
        (PathBuf::from(catalog), language.to_owned())
    })
}
