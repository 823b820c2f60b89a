//! The parameters of errors, from the schemas that only one code has.

use super::document::Document;
use super::members;
use crate::subcommands::import::draft::{Code, Param};
use crate::subcommands::import::placeholders::valid_name;
use crate::subcommands::import::sources::shape::{Envelope, Kind, Member, DEEPEST};
use crate::subcommands::import::values::Value;
use error_catalog_model::{pointer_tokens, ParamType};
use std::collections::HashMap;

/// The names of the object that has the parameters.
const NAMES: [&str; 10] = [
    "details",
    "detail",
    "params",
    "parameters",
    "metadata",
    "meta",
    "context",
    "args",
    "arguments",
    "data",
];

/// The object beside the code or the message that has the parameters, and the parameters of each code.
#[derive(Debug, Default)]
pub(super) struct Params {
    pub(super) place: Option<String>,
    pub(super) by_code: HashMap<Code, Vec<Param>>,
}

/// Finds the parameters in a schema, or in each of those that it is one of.
pub(super) fn of<'v>(
    document: &Document<'v>,
    schema: Option<&'v Value>,
    envelope: &Envelope,
) -> Params {
    let mut params = Params::default();
    if envelope.preset.is_some() || envelope.list.is_some() {
        return params;
    }
    for variant in variants(document, schema) {
        let members = members::of(document, Some(variant), &[]);
        let Some(code) = only_code(&members, envelope) else {
            continue;
        };
        let Some(object) = object(&members, envelope) else {
            continue;
        };
        if params.place.get_or_insert_with(|| object.to_owned()) != object {
            continue;
        }
        let Some(schema) = at(document, variant, object) else {
            continue;
        };
        let found = of_object(document, schema);
        params.by_code.entry(code).or_insert(found);
    }
    params.by_code.retain(|_, found| !found.is_empty());
    if params.by_code.is_empty() {
        params.place = None;
    }
    params
}

/// Returns the schemas that a body can have.
fn variants<'v>(document: &Document<'v>, schema: Option<&'v Value>) -> Vec<&'v Value> {
    let mut open: Vec<(&Value, usize)> = schema.map(|schema| (schema, 0)).into_iter().collect();
    let mut found = Vec::new();
    while let Some((schema, depth)) = open.pop() {
        let Some(schema) = document.resolve(schema).filter(|_| depth <= DEEPEST) else {
            continue;
        };
        let all = ["oneOf", "anyOf"].iter();
        let parts = all.flat_map(|key| schema.get(key).map_or(&[][..], Value::elements));
        let before = open.len();
        open.extend(parts.map(|part| (part, depth + 1)));
        if open.len() == before {
            found.push(schema);
        }
    }
    found
}

/// Returns the code of a schema, if it has only one.
fn only_code(members: &[Member<'_>], envelope: &Envelope) -> Option<Code> {
    let pointer = envelope.code.as_deref()?;
    let member = members.iter().find(|member| member.pointer == pointer)?;
    match &*member.values {
        [(value, _)] => Code::of_value(value),
        _ => None,
    }
}

/// Returns the pointer of the object with the parameters: it is beside the code or the message.
fn object<'m>(members: &'m [Member<'_>], envelope: &Envelope) -> Option<&'m str> {
    let around = |pointer: &str| {
        pointer
            .rsplit_once('/')
            .map(|(around, _)| around.to_owned())
    };
    let parts = [&envelope.code, &envelope.message];
    let beside: Vec<String> = parts
        .into_iter()
        .filter_map(|pointer| around(pointer.as_deref()?))
        .collect();
    let objects = members.iter().filter(|member| member.kind == Kind::Object);
    let ranked = objects.filter_map(|member| {
        let rank = NAMES.iter().position(|name| *name == member.name)?;
        let is_beside = beside.contains(&around(&member.pointer)?);
        is_beside.then_some((rank, &*member.pointer))
    });
    ranked.min().map(|(_, pointer)| pointer)
}

/// Returns the schema of a member.
fn at<'v>(document: &Document<'v>, schema: &'v Value, pointer: &str) -> Option<&'v Value> {
    let mut schema = document.resolve(schema)?;
    for name in pointer_tokens(pointer) {
        schema = document.resolve(schema.get("properties")?.get(&name)?)?;
    }
    Some(schema)
}

fn of_object<'v>(document: &Document<'v>, schema: &'v Value) -> Vec<Param> {
    let required = schema.get("required").map_or(&[][..], Value::elements);
    let properties = schema.get("properties").map_or(&[][..], Value::members);
    let mut params: Vec<Param> = Vec::new();
    for (name, property) in properties {
        let Some(property) = document.resolve(property) else {
            continue;
        };
        if valid_name(name) != *name {
            let text =
                format!("the parameter `{name}`: a name has letters, digits, `_`, `-`, and `.`");
            document.leave_out(text, property);
            continue;
        }
        let is_required = required.iter().any(|it| it.string() == Some(name));
        let values = property.get("enum").map_or(&[][..], Value::elements);
        let param_type = type_of(property);
        let is_listed = param_type == ParamType::String;
        params.push(Param {
            is_optional: !is_required,
            description: property
                .get("description")
                .and_then(Value::string)
                .map(str::to_owned),
            values: values
                .iter()
                .filter(|_| is_listed)
                .filter_map(|value| value.string().map(str::to_owned))
                .collect(),
            ..Param::new(name, param_type)
        });
    }
    params
}

fn type_of(schema: &Value) -> ParamType {
    let declared = schema.get("type");
    let types = declared.map_or(&[][..], Value::elements).iter();
    let mut types = types.chain(declared).filter_map(Value::string);
    let format = schema.get("format").and_then(Value::string);
    match types.find(|it| *it != "null") {
        Some("string") if format == Some("date-time") => ParamType::Timestamp,
        Some("string") if format == Some("decimal") => ParamType::Decimal,
        Some("string") => ParamType::String,
        Some("integer") => ParamType::Integer,
        Some("number") => ParamType::Decimal,
        Some("boolean") => ParamType::Boolean,
        Some("array") => {
            let items = schema.get("items").and_then(|items| items.get("type"));
            if items.and_then(Value::string) == Some("string") {
                ParamType::List
            } else {
                ParamType::Json
            }
        }
        _ => ParamType::Json,
    }
}
