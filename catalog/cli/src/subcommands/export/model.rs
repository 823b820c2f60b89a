//! What a template knows of a catalog: see `export template` in the command's README.

use super::decoder;
use super::decoder::Template;
use super::words::{Case, Names, Reserved};
use error_catalog_model::{Catalog, Code, Described, Entry, Message, Param, Retry, RetryUnit};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// The mark in the first lines of an exported file.
pub(super) const MARK: &str = "written by `cargo error-catalog export`";

/// The version of the model. It grows when a member is removed or changes its meaning.
const VERSION: u32 = 1;

/// A catalog, as templates see it. Members without a value are null.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TemplateModel", deny_unknown_fields)]
pub(super) struct Model<'c> {
    /// The version of this model. It grows when a member is removed or changes its meaning.
    version: u32,
    /// The command that makes the file again.
    command: &'c str,
    /// The name of the catalog.
    name: &'c str,
    /// The title of the catalog.
    title: Option<&'c str>,
    /// What the catalog is about, in Markdown.
    description: Option<&'c str>,
    /// The address of the API's documentation.
    docs: Option<&'c str>,
    /// The version of the API.
    api_version: Option<&'c str>,
    /// The languages of the messages, that of the catalog first.
    languages: Vec<&'c str>,
    /// The errors, in the order of the catalog.
    entries: Vec<EntryModel<'c>>,
    /// The operations of the API.
    operations: Vec<OperationModel<'c>>,
    /// What a decoder needs to know, as JSON.
    decoder: String,
}

/// An error.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Entry", deny_unknown_fields)]
struct EntryModel<'c> {
    /// The unique id.
    id: &'c str,
    /// The name of its type in the language of the file; else in Pascal case.
    type_name: String,
    /// A string or a number, or null if none is documented or the code has placeholders.
    #[schemars(with = "Option<AnyCode>")]
    code: Value,
    /// Text, the index of a parameter, text, and so on, if the code has placeholders.
    #[schemars(with = "Option<Vec<Piece>>")]
    code_template: Option<Template<'c>>,
    /// The second part of the code.
    #[schemars(with = "Option<AnyCode>")]
    subcode: Value,
    /// The HTTP statuses.
    statuses: &'c [u16],
    /// A short name for people.
    title: Option<&'c str>,
    /// What the error means, in Markdown.
    description: Option<&'c str>,
    /// Why the error occurs, each in Markdown.
    causes: &'c [String],
    /// How to fix the error, in Markdown.
    resolution: Option<&'c str>,
    /// Messages as the API sends them.
    examples: &'c [String],
    /// The group of the error.
    category: Option<&'c str>,
    /// The part of the API that reports the error.
    scope: Option<&'c str>,
    /// The level that services log the error at.
    severity: Option<&'static str>,
    /// Whether and when to send the request again.
    retry: RetryModel<'c>,
    /// Whether the API no longer sends the error.
    is_deprecated: bool,
    /// The message as it is written in the catalog.
    message: &'c str,
    /// The message as text, the index of a parameter, text, and so on.
    #[schemars(with = "Vec<Piece>")]
    message_template: Template<'c>,
    /// Whether the API sends any text as the message.
    is_free_text: bool,
    /// The values of the error.
    params: Vec<ParamModel<'c>>,
    /// The texts in other languages.
    translations: Vec<TranslationModel<'c>>,
}

/// A code, for the schema.
#[derive(JsonSchema)]
#[schemars(inline, untagged)]
#[allow(dead_code)]
enum AnyCode {
    Text(String),
    Number(i64),
}

/// Text, or the index of a parameter, for the schema.
#[derive(JsonSchema)]
#[schemars(inline, untagged)]
#[allow(dead_code)]
enum Piece {
    Text(String),
    Param(usize),
}

/// Whether and when to send a request again.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Retry", deny_unknown_fields)]
struct RetryModel<'c> {
    /// `undocumented`, `never`, `after_fix`, `backoff`, `after`, `header`, or `param`.
    kind: &'static str,
    /// The seconds to wait.
    seconds: Option<u64>,
    /// The name of the header or the parameter that says when.
    name: Option<&'c str>,
    /// The unit of the header or the parameter.
    unit: Option<&'static str>,
    /// Whether nothing was done, so that the request can be sent again.
    is_safe: bool,
}

/// A parameter of an error.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Param", deny_unknown_fields)]
struct ParamModel<'c> {
    /// The name in responses.
    name: &'c str,
    /// The name of its field in the language of the file; else in snake case.
    key: String,
    /// `string`, `integer`, `decimal`, `boolean`, `timestamp`, `list`, or `json`.
    r#type: &'static str,
    /// Whether a response can lack it.
    is_optional: bool,
    /// Whether it must not be shown.
    is_sensitive: bool,
    /// What it is, in Markdown.
    description: Option<&'c str>,
    /// The documented values.
    values: Vec<ValueModel<'c>>,
}

/// A documented value of a parameter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ParamValue", deny_unknown_fields)]
struct ValueModel<'c> {
    /// The value.
    value: &'c str,
    /// What it means; empty if that is not documented.
    description: &'c str,
}

/// The texts of an error in another language, as far as they are translated.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Translation", deny_unknown_fields)]
struct TranslationModel<'c> {
    /// The tag of the language.
    language: &'c str,
    /// The message.
    message: Option<&'c str>,
    /// The title.
    title: Option<&'c str>,
    /// How to fix the error.
    resolution: Option<&'c str>,
}

/// An operation of the API.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Operation", deny_unknown_fields)]
struct OperationModel<'c> {
    /// The name of the operation.
    name: &'c str,
    /// The method of its route.
    method: Option<&'c str>,
    /// The path of its route.
    path: Option<&'c str>,
    /// The ids of its errors.
    errors: &'c [String],
}

/// Returns the JSON Schema of the model, for authors of templates.
pub(crate) fn schema() -> String {
    let schema = schemars::generate::SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Model<'_>>();
    format!("{:#}\n", schema.as_value())
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{schema, Model, Naming};
    use crate::catalogs;
    use crate::subcommands::export::words::Case;

    #[test]
    fn the_model_of_each_catalog_is_valid_by_its_schema() {
        let schema = serde_json::from_str(&schema()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let naming = Naming {
            reserved_types: &[],
            reserved_fields: &[],
            prefixes: &[],
            fields: Case::Snake,
        };
        for loaded in catalogs::bundled() {
            let model = Model::new(loaded.catalog().unwrap(), "command", &naming);
            let mut model = serde_json::to_value(model).unwrap();
            let errors: Vec<_> = validator.iter_errors(&model).collect();
            assert!(errors.is_empty(), "{errors:?}");
            model["entries"][0]["unknown"] = true.into();
            assert!(!validator.is_valid(&model));
        }
    }
}
