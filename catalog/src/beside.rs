//! The files beside a catalog that translate it.

use crate::bytes::has;
use crate::json::{Document, Kind, Node};
use crate::language::is_language_tag;
use crate::{read_file, unreadable, Report, Source};

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

impl Source {
    /// Returns the languages that a catalog lists in `translations`, as far as they are valid.
    pub fn listed_translations(&self) -> Vec<String> {
        let mut tags = Vec::new();
        for tag in self.strings("translations", 'l') {
            if is_language_tag(&tag) {
                tags.push(tag);
            }
        }
        tags
    }

    /// Returns the strings in an array of the file, whose key has a rare letter. What is not valid is reported when the
    /// catalog is compiled.
    pub(crate) fn strings(&self, key: &str, rare: char) -> Vec<String> {
        // Most catalogs have none, and reading a file takes far longer. A key can be escaped.
        let text = self.text();
        let has_escapes = || has(text, "\\u", '\\');
        if !has(text, key, rare) && !has_escapes() {
            return Vec::new();
        }
        let document = Document::read(self, &mut Report::new());
        match document.as_ref().and_then(Document::root) {
            Some(root) if root.kind() == Kind::Object => strings_in(root, key),
            _ => Vec::new(),
        }
    }

    /// Reads the translations that a catalog lists, from the files beside it; `name` is how diagnostics name a file.
    #[must_use]
    pub fn with_translations_beside(self, catalog: &Path, name: &dyn Fn(&Path) -> String) -> Self {
        let mut source = self;
        for language in &source.listed_translations() {
            let path = translation_path(catalog, language);
            let file = match read_file(&path, Self::LARGEST) {
                Ok(content) => Ok(Self::new(name(&path), content)),
                Err(error) => {
                    let reason = unreadable(&error);
                    Err(format!("cannot read `{}`: {reason}", name(&path)))
                }
            };
            source = source.with_translation(language, file);
        }
        source
    }
}

/// Returns the strings in the first array with a key.
fn strings_in(object: Node<'_>, key: &str) -> Vec<String> {
    let mut ignored = Report::new();
    let mut strings = Vec::new();
    for (name, value) in &object.members() {
        if value.kind() != Kind::Array || name.string(&mut ignored).as_deref() != Some(key) {
            continue;
        }
        for element in &value.elements() {
            if element.kind() == Kind::String {
                if let Some(string) = element.string(&mut ignored) {
                    strings.push(string.into_owned());
                }
            }
        }
        break;
    }
    strings
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
    name.push(".");
    name.push(language);
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
