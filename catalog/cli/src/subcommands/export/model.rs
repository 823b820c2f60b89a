//! What a template knows of a catalog: see `export template` in the command's README.

use super::decoder;
use super::decoder::Template;
use super::words::{Case, Names, Reserved};
use error_catalog_model::{Catalog, Code, Described, Entry, Message, Param, Retry, RetryUnit};
use serde::Serialize;
use serde_json::Value;

/// The mark in the first lines of an exported file.
pub(super) const MARK: &str = "written by `cargo error-catalog export`";

/// The version of the model. It grows when a member is removed or changes its meaning.
const VERSION: u32 = 1;

/// A catalog, as templates see it. Members without a value are null.
#[derive(Debug, Serialize)]
pub(super) struct Model<'c> {
    /// The version of this model.
    version: u32,
    /// The command that makes the file again.
    command: &'c str,
    /// The name of the catalog.
    name: &'c str,
    title: Option<&'c str>,
    description: Option<&'c str>,
    docs: Option<&'c str>,
    /// The version of the API.
    api_version: Option<&'c str>,
    /// The languages of the messages, that of the catalog first.
    languages: Vec<&'c str>,
    entries: Vec<EntryModel<'c>>,
    operations: Vec<OperationModel<'c>>,
    /// What a decoder needs to know, as JSON.
    decoder: String,
}

#[derive(Debug, Serialize)]
struct EntryModel<'c> {
    id: &'c str,
    /// The name of its type in the language of the file; else in Pascal case.
    type_name: String,
    /// A string or a number, or null if none is documented or the code has placeholders.
    code: Value,
    /// Text, the index of a parameter, text, and so on, if the code has placeholders.
    code_template: Option<Template<'c>>,
    subcode: Value,
    statuses: &'c [u16],
    title: Option<&'c str>,
    description: Option<&'c str>,
    causes: &'c [String],
    resolution: Option<&'c str>,
    examples: &'c [String],
    category: Option<&'c str>,
    scope: Option<&'c str>,
    severity: Option<&'static str>,
    retry: RetryModel<'c>,
    is_deprecated: bool,
    /// The message as it is written in the catalog.
    message: &'c str,
    /// The message as text, the index of a parameter, text, and so on.
    message_template: Template<'c>,
    is_free_text: bool,
    params: Vec<ParamModel<'c>>,
    translations: Vec<TranslationModel<'c>>,
}

#[derive(Debug, Serialize)]
struct RetryModel<'c> {
    /// `undocumented`, `never`, `after_fix`, `backoff`, `after`, `header`, or `param`.
    kind: &'static str,
    seconds: Option<u64>,
    /// The name of the header or the parameter.
    name: Option<&'c str>,
    unit: Option<&'static str>,
    /// Whether nothing was done, so that the request can be sent again.
    is_safe: bool,
}

#[derive(Debug, Serialize)]
struct ParamModel<'c> {
    /// The name in responses.
    name: &'c str,
    /// The name of its field in the language of the file; else in snake case.
    key: String,
    /// `string`, `integer`, `decimal`, `boolean`, `timestamp`, `list`, or `json`.
    r#type: &'static str,
    is_optional: bool,
    is_sensitive: bool,
    description: Option<&'c str>,
    values: Vec<ValueModel<'c>>,
}

#[derive(Debug, Serialize)]
struct ValueModel<'c> {
    value: &'c str,
    description: &'c str,
}

#[derive(Debug, Serialize)]
struct TranslationModel<'c> {
    language: &'c str,
    message: Option<&'c str>,
    title: Option<&'c str>,
    resolution: Option<&'c str>,
}

#[derive(Debug, Serialize)]
struct OperationModel<'c> {
    name: &'c str,
    method: Option<&'c str>,
    path: Option<&'c str>,
    /// The ids of its errors.
    errors: &'c [String],
}

/// How a language names types and fields.
pub(super) struct Naming<'n> {
    /// The names that types cannot have.
    pub(super) reserved_types: &'n [&'n str],
    /// The names that fields cannot have.
    pub(super) reserved_fields: &'n [&'n str],
    /// What other names begin with that end with the name of a type.
    pub(super) prefixes: &'n [&'n str],
    /// The case of fields.
    pub(super) fields: Case,
}

impl<'c> Model<'c> {
    pub(super) fn new(catalog: &'c Catalog, command: &'c str, naming: &Naming<'_>) -> Self {
        let reserved: Reserved<'_> = naming.reserved_types.iter().copied().collect();
        let mut types = Names::new(&reserved);
        let keys = keys(catalog, naming);
        let decoder = decoder::json(catalog, &keys);
        let entries = catalog.entries.iter().zip(keys);
        let entries = entries.map(|(entry, keys)| {
            let type_name = types.take_with(&Case::Pascal.apply(&entry.id), naming.prefixes);
            EntryModel::new(entry, type_name, keys, catalog)
        });
        let operations = catalog.operations.iter().map(|operation| {
            let route = operation.route.as_ref();
            OperationModel {
                name: &operation.name,
                method: route.map(|route| &*route.method),
                path: route.map(|route| &*route.path),
                errors: &operation.errors,
            }
        });
        Self {
            version: VERSION,
            command,
            name: &catalog.name,
            title: catalog.title.as_deref(),
            description: catalog.description.as_deref(),
            docs: catalog.docs.as_deref(),
            api_version: catalog.version.as_deref(),
            languages: decoder::languages(catalog),
            entries: entries.collect(),
            operations: operations.collect(),
            decoder,
        }
    }
}

/// Returns the names of the fields of each entry's parameters.
fn keys(catalog: &Catalog, naming: &Naming<'_>) -> Vec<Vec<String>> {
    let reserved: Reserved<'_> = naming.reserved_fields.iter().copied().collect();
    let of_entry = |entry: &Entry| {
        let mut names = Names::new(&reserved);
        let fields = entry.params.iter().map(|it| naming.fields.apply(&it.field));
        fields.map(|field| names.take(&field)).collect()
    };
    catalog.entries.iter().map(of_entry).collect()
}

impl<'c> EntryModel<'c> {
    fn new(entry: &'c Entry, type_name: String, keys: Vec<String>, catalog: &'c Catalog) -> Self {
        let params = entry.params.iter().zip(keys);
        let translations = entry.translations.iter();
        Self {
            id: &entry.id,
            type_name,
            code: decoder::code(&entry.code),
            code_template: match &entry.code {
                Code::Pattern(pattern) => Some(Template(pattern)),
                _ => None,
            },
            subcode: entry.subcode.as_ref().map_or(Value::Null, decoder::code),
            statuses: &entry.statuses,
            title: entry.title.as_deref(),
            description: entry.description.as_deref(),
            causes: &entry.causes,
            resolution: entry.resolution.as_deref(),
            examples: &entry.examples,
            category: entry.category.as_deref(),
            scope: entry.scope.as_deref(),
            severity: entry.severity.map(error_catalog_core::Severity::as_str),
            retry: RetryModel::new(entry),
            is_deprecated: entry.deprecated.is_some(),
            message: source(&entry.message),
            message_template: Template(&entry.message),
            is_free_text: entry.is_free_text,
            params: params.map(|(it, key)| ParamModel::new(it, key)).collect(),
            translations: translations
                .filter_map(|translated| {
                    let translation = catalog.translations.get(translated.translation)?;
                    Some(TranslationModel {
                        language: &translation.language,
                        message: translated.message.as_ref().map(source),
                        title: translated.title.as_deref(),
                        resolution: translated.resolution.as_deref(),
                    })
                })
                .collect(),
        }
    }
}

fn source(message: &Message) -> &str {
    message.template.source()
}

impl<'c> RetryModel<'c> {
    fn new(entry: &'c Entry) -> Self {
        let unit = |unit: &Option<RetryUnit>| unit.map(RetryUnit::as_str);
        let (kind, seconds, name, unit) = match &entry.retry {
            None => ("undocumented", None, None, None),
            Some(Retry::Never) => ("never", None, None, None),
            Some(Retry::AfterFix) => ("after_fix", None, None, None),
            Some(Retry::Backoff) => ("backoff", None, None, None),
            Some(Retry::After(delay)) => ("after", Some(delay.as_secs()), None, None),
            Some(Retry::Header(name, it)) => ("header", None, Some(&**name), unit(it)),
            Some(Retry::Param(name, it)) => ("param", None, Some(&**name), unit(it)),
        };
        Self {
            kind,
            seconds,
            name,
            unit,
            is_safe: entry.is_safe_to_retry,
        }
    }
}

impl<'c> ParamModel<'c> {
    fn new(param: &'c Param, key: String) -> Self {
        let value = |it: &'c Described| ValueModel {
            value: &it.name,
            description: &it.description,
        };
        Self {
            name: &param.name,
            key,
            r#type: param.param_type.as_str(),
            is_optional: param.is_optional,
            is_sensitive: param.is_sensitive,
            description: param.description.as_deref(),
            values: param.values.iter().map(value).collect(),
        }
    }
}
