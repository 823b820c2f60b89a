//! The error responses that no operation has: schemas that the user names, and the responses of documents that have
//! nothing but components.

use super::document::Document;
use super::phrases::{of_name, Phrases};
use super::responses::{self, Found, Response};
use crate::failure::Failure;
use crate::subcommands::import::values::Value;
use std::borrow::Cow;

/// Where schemas and responses with names are, in OpenAPI 3 and Swagger 2.
pub(super) const SCHEMAS: [&str; 2] = ["/components/schemas", "/definitions"];
pub(super) const RESPONSES: [&str; 2] = ["/components/responses", "/responses"];

/// Adds a response for each schema that the user names. Its status can be any.
///
/// # Errors
///
/// The document has no schema with one of the names.
pub(super) fn add_schemas<'v>(
    document: &Document<'v>,
    names: &[String],
    found: &mut Found<'v>,
) -> Result<(), Failure> {
    for name in names {
        let schema = named(document, SCHEMAS).find(|(known, _)| known == name);
        let Some((_, schema)) = schema else {
            let failure = Failure::new(format!("the document has no schema `{name}`"));
            return Err(match first_schema(document) {
                Some(other) => failure.help(format!("a schema of errors is `{other}`")),
                None => failure,
            });
        };
        found.responses.push(Response::of_schema(schema, name));
    }
    Ok(())
}

/// Adds the named responses of errors. Returns whether there are any.
pub(super) fn add_responses<'v>(document: &Document<'v>, found: &mut Found<'v>) -> bool {
    let phrases = Phrases::new();
    for (name, response) in named(document, RESPONSES) {
        let status = of_name(name);
        if status.is_none() && !phrases.are_in(name) {
            continue;
        }
        let Some(response) = document.resolve(response) else {
            continue;
        };
        let key = status.map_or(Cow::Borrowed("default"), |it| Cow::Owned(it.to_string()));
        found
            .responses
            .push(responses::response(document, None, key, response));
    }
    !found.responses.is_empty()
}

/// Returns the name of the first schema whose name is one of errors.
pub(super) fn first_schema<'v>(document: &Document<'v>) -> Option<&'v str> {
    let phrases = Phrases::new();
    let mut names = named(document, SCHEMAS).map(|(name, _)| name);
    names.find(|name| phrases.are_in(name))
}

/// Iterates over what has a name in these places.
pub(super) fn named<'v>(
    document: &Document<'v>,
    places: [&str; 2],
) -> impl Iterator<Item = (&'v str, &'v Value)> {
    let members = places.map(|place| document.root.at(place).map_or(&[][..], Value::members));
    let members = members.into_iter().flatten();
    members.map(|(name, value)| (&**name, value))
}
