//! Schemas of errors, from their outlines.

use super::errors::{Choice, Described, Errors, Sent, Shape};
use super::{RefOr, Schema};
use crate::encode::outline::{self, Array, Member, Outline, Sample};
use crate::envelope::{Format, Places};
use crate::{Documentation, ParamType};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::Value;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{
    AdditionalProperties, AnyOf, ArrayBuilder, ArrayItems, KnownFormat, Object, OneOf,
    SchemaFormat, SchemaType, Type,
};
use utoipa::openapi::xml::XmlBuilder;
use utoipa::openapi::{Deprecated, Ref};

/// The schema of the errors of a type, each in its own body.
pub(super) fn of_all(all: &Errors) -> RefOr<Schema> {
    let own = all
        .errors
        .iter()
        .filter_map(|error| Some((error, error.choices.first()?)));
    let own: Vec<Sent<'_>> = own.collect();
    one_of(all, &own)
}

/// The schema of one of these errors, which no value fits if there are none. Only if each has a code of its own, no value is two of them.
pub(super) fn one_of(all: &Errors, errors: &[Sent<'_>]) -> RefOr<Schema> {
    let mut items: Vec<RefOr<Schema>> = errors
        .iter()
        .map(|(_, choice)| reference(&choice.name))
        .collect();
    if items.len() == 1 {
        return items.pop().unwrap_or_else(any);
    }
    let is_exclusive = has_one_body(errors) && are_distinct(all, errors);
    RefOr::T(if is_exclusive {
        OneOf {
            items,
            ..OneOf::new()
        }
        .into()
    } else {
        AnyOf {
            items,
            ..AnyOf::new()
        }
        .into()
    })
}

fn has_one_body(errors: &[Sent<'_>]) -> bool {
    let mut shapes = errors.iter().map(|(_, choice)| choice.shape);
    let first = shapes.next();
    shapes.all(|shape| Some(shape) == first)
}

/// Whether each error has a code that no other has or, among those of one code, a subcode.
fn are_distinct(all: &Errors, errors: &[Sent<'_>]) -> bool {
    let codes = errors
        .iter()
        .map(|(error, choice)| codes(all, error, choice));
    let Some(mut codes) = codes.collect::<Option<Vec<_>>>() else {
        return false;
    };
    codes.sort_unstable();
    let mut pairs = codes.iter().zip(codes.iter().skip(1));
    pairs.all(|(one, next)| one.0 != next.0 || (one.1.is_some() && one.1 != next.1))
}

/// The code and the subcode of an error, as far as they are fixed and in the body; `None` without a code.
fn codes(all: &Errors, error: &Described, choice: &Choice) -> Option<(String, Option<String>)> {
    let body = all.shapes.get(choice.shape)?.body;
    let is_in_body =
        |places: Places| !places.is_empty() && places.iter().all(|place| place.header().is_none());
    let entry = error.entry;
    let code = Some(entry.code()).filter(|code| !code.is_none() && is_in_body(body.code))?;
    let subcode = Some(entry.subcode()).filter(|code| !code.is_none() && is_in_body(body.subcode));
    // A number and a string with its digits are two codes.
    (!entry.has_code_pattern()).then(|| {
        (
            format!("{code:?}"),
            subcode.map(|subcode| format!("{subcode:?}")),
        )
    })
}

/// The schemas of each error in each of its bodies, and those that they share.
pub(super) fn components(all: &Errors) -> Vec<(String, RefOr<Schema>)> {
    let mut components = Vec::new();
    for error in &all.errors {
        for choice in &error.choices {
            if let Some(shape) = all.shapes.get(choice.shape) {
                let outline = outline::of(shape.body, &error.sample());
                components.push((
                    choice.name.clone(),
                    RefOr::T(described(error, body(shape, outline))),
                ));
            }
        }
    }
    for shape in &all.shapes {
        if !shape.body.errors.is_empty() {
            let element = of_any(shape, |error| outline::element(shape.body, error));
            components.push((element_name(shape), element));
        }
        for index in 0..shape.body.causes.len() {
            let cause = of_any(shape, |error| outline::cause(shape.body, index, error));
            components.push((cause_name(shape, index), cause));
        }
    }
    components
}

/// The schema of any error of the catalog.
fn of_any(shape: &Shape, outline: impl Fn(&Sample) -> Outline) -> RefOr<Schema> {
    let outlines = shape.entry.catalog().entries().map(|entry| {
        let sample = Sample::new(entry, Documentation::new("", &[], 0));
        outline(&sample)
    });
    let outline = outlines.reduce(Outline::or);
    outline.map_or_else(any, |outline| schema(shape, outline))
}

fn element_name(shape: &Shape) -> String {
    format!("{}_element", shape.name)
}

fn cause_name(shape: &Shape, index: usize) -> String {
    match index {
        0 => format!("{}_cause", shape.name),
        index => format!("{}_cause_{}", shape.name, index + 1),
    }
}

/// The schema of a whole body.
fn body(shape: &Shape, outline: Outline) -> Schema {
    let outline = match outline {
        Outline::Object(mut members) if shape.body.format == Format::Xml && members.len() == 1 => {
            // The root element is the only member of the body.
            let root = members.pop();
            return root.map_or_else(any_schema, |root| match schema(shape, root.outline) {
                RefOr::T(Schema::Object(mut object)) => {
                    object.xml = Some(XmlBuilder::new().name(Some(root.name)).build());
                    object.into()
                }
                RefOr::T(schema) => schema,
                reference @ RefOr::Ref(_) => alone(reference),
            });
        }
        other => other,
    };
    match schema(shape, outline) {
        RefOr::T(schema) => schema,
        reference @ RefOr::Ref(_) => alone(reference),
    }
}

/// Adds what the catalog says about the error.
fn described(error: &Described, schema: Schema) -> Schema {
    let title = error.documentation.title().map(String::from);
    let description = error.documentation.description().map(String::from);
    match schema {
        Schema::Object(mut object) => {
            object.title = title;
            object.description = description;
            object.deprecated = error.entry.is_deprecated().then_some(Deprecated::True);
            object.into()
        }
        Schema::Array(mut array) => {
            array.title = title;
            array.description = description;
            array.into()
        }
        other => other,
    }
}

/// The schema of a value.
///
/// The recursion is as deep as a path of the catalog is long.
fn schema(shape: &Shape, outline: Outline) -> RefOr<Schema> {
    RefOr::T(match outline {
        Outline::Any => any_schema(),
        Outline::Null => Object::with_type(Type::Null).into(),
        Outline::Fixed(json) => fixed(&json),
        Outline::Of(param_type) => of_type(param_type),
        Outline::Object(members) => object(shape, members),
        Outline::Array(array) => of_array(shape, array),
        Outline::Map(values) => {
            let mut object = Object::with_type(Type::Object);
            let values = values.map(|values| schema(shape, *values));
            object.additional_properties =
                values.map(|values| Box::new(AdditionalProperties::RefOr(values)));
            object.into()
        }
        Outline::Cause(index) => return reference(&cause_name(shape, index)),
        Outline::Element => return reference(&element_name(shape)),
        Outline::AnyOf(options) => any_of(shape, options),
    })
}

fn reference(name: &str) -> RefOr<Schema> {
    RefOr::Ref(Ref::from_schema_name(name))
}

pub(super) fn any() -> RefOr<Schema> {
    RefOr::T(any_schema())
}

fn any_schema() -> Schema {
    Object::with_type(SchemaType::AnyValue).into()
}

/// A reference where there must be a schema.
fn alone(reference: RefOr<Schema>) -> Schema {
    let items = Vec::from([reference]);
    OneOf {
        items,
        ..OneOf::new()
    }
    .into()
}

fn fixed(json: &str) -> Schema {
    let value: Value = serde_json::from_str(json).unwrap_or_default();
    let mut object = Object::with_type(type_of(&value));
    object.extensions = Some(Extensions::from_iter([("const", value)]));
    object.into()
}

fn type_of(value: &Value) -> SchemaType {
    SchemaType::new(match value {
        Value::Null => Type::Null,
        Value::Bool(_) => Type::Boolean,
        Value::Number(number) if number.is_f64() => Type::Number,
        Value::Number(_) => Type::Integer,
        Value::String(_) => Type::String,
        Value::Array(_) | Value::Object(_) => return SchemaType::AnyValue,
    })
}

/// A decimal is a string, because parsers of JSON numbers can lose digits.
fn of_type(param_type: ParamType) -> Schema {
    let of = |value_type, format: Option<SchemaFormat>| {
        let mut object = Object::with_type(value_type);
        object.format = format;
        Schema::from(object)
    };
    match param_type {
        ParamType::Integer => of(
            Type::Integer,
            Some(SchemaFormat::KnownFormat(KnownFormat::Int64)),
        ),
        ParamType::Decimal => of(
            Type::String,
            Some(SchemaFormat::Custom(String::from("decimal"))),
        ),
        ParamType::Boolean => of(Type::Boolean, None),
        ParamType::List => ArrayBuilder::new()
            .items(Object::with_type(Type::String))
            .build()
            .into(),
        ParamType::Json => any_schema(),
        _ => of(Type::String, None),
    }
}

fn object(shape: &Shape, members: Vec<Member>) -> Schema {
    let mut object = Object::with_type(Type::Object);
    for member in members {
        let mut value = schema(shape, member.outline);
        let attribute = member
            .name
            .strip_prefix('@')
            .filter(|_| shape.body.format == Format::Xml);
        let name = String::from(attribute.unwrap_or(&member.name));
        if let (Some(_), RefOr::T(Schema::Object(object))) = (attribute, &mut value) {
            object.xml = Some(XmlBuilder::new().attribute(Some(true)).build());
        }
        if member.is_required {
            object.required.push(name.clone());
        }
        object.properties.insert(name, value);
    }
    object.into()
}

fn of_array(shape: &Shape, array: Array) -> Schema {
    let first = array
        .first
        .into_iter()
        .map(|outline| match schema(shape, outline) {
            RefOr::T(schema) => schema,
            reference @ RefOr::Ref(_) => alone(reference),
        });
    let rest = schema(shape, *array.rest);
    let least = Some(array.least).filter(|least| *least > 0);
    let array = ArrayBuilder::new()
        .items(ArrayItems::RefOrSchema(Box::new(rest)))
        .prefix_items(first)
        .min_items(least);
    array.build().into()
}

/// One of several values; of fixed ones, an enumeration.
fn any_of(shape: &Shape, options: Vec<Outline>) -> Schema {
    let values = options.iter().map(|option| match option {
        Outline::Fixed(json) => serde_json::from_str(json).ok(),
        _ => None,
    });
    if let Some(values) = values.collect::<Option<Vec<Value>>>() {
        let mut types = values.iter().map(type_of);
        let first = types.next().unwrap_or(SchemaType::AnyValue);
        let is_one = types.all(|other| other == first);
        let mut object = Object::with_type(if is_one { first } else { SchemaType::AnyValue });
        object.enum_values = Some(values);
        return object.into();
    }
    let items = options
        .into_iter()
        .map(|option| schema(shape, option))
        .collect();
    AnyOf {
        items,
        ..AnyOf::new()
    }
    .into()
}
