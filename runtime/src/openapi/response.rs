//! A response for each status.

use super::errors::{Described, Errors, Sent};
use super::schema::one_of;
use super::Responses;
use crate::envelope::Format;
use crate::header::RetryAfter;
use crate::{Json, Retry, Status};
use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::time::Duration;
use serde_json::Value;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::schema::{Object, Type};
use utoipa::openapi::{ContentBuilder, ResponseBuilder};

/// The responses by their status. An error of a catalog without HTTP has the status 500.
pub(super) fn responses(all: &Errors) -> Responses {
    let mut by_status: BTreeMap<u16, Vec<&Described>> = BTreeMap::new();
    for error in &all.errors {
        let status = error.entry.status().map_or(500, Status::as_u16);
        by_status.entry(status).or_default().push(error);
    }
    let responses = by_status
        .into_iter()
        .map(|(status, errors)| (status.to_string(), response(all, &errors).into()));
    responses.collect()
}

fn response(all: &Errors, errors: &[&Described]) -> utoipa::openapi::Response {
    let ids: Vec<String> = errors
        .iter()
        .map(|error| format!("`{}`", error.entry.id()))
        .collect();
    let response = ResponseBuilder::new().description(ids.join(", "));
    let headers = errors.iter().flat_map(|error| headers(all, error));
    let headers: BTreeMap<String, Header> = headers.collect();
    let response = headers
        .into_iter()
        .fold(response, |response, (name, header)| {
            response.header(name, header)
        });
    let mut contents: Vec<(&str, Vec<Sent<'_>>)> = Vec::new();
    for error in errors {
        for choice in &error.choices {
            let sent = (*error, choice);
            match contents
                .iter_mut()
                .find(|(media_type, _)| *media_type == choice.media_type)
            {
                Some((_, content)) => content.push(sent),
                None => contents.push((choice.media_type, Vec::from([sent]))),
            }
        }
    }
    let contents = contents.into_iter();
    contents
        .fold(response, |response, (media_type, sent)| {
            let examples = sent.iter().filter_map(|sent| example(all, *sent));
            let content = ContentBuilder::new()
                .schema(Some(one_of(all, &sent)))
                .examples_from_iter(examples);
            response.content(media_type, content.build())
        })
        .build()
}

/// The error as the service sends it; `None` if it has no body.
fn example(all: &Errors, (error, choice): Sent<'_>) -> Option<(String, ExampleBuilder)> {
    let body = error.occurrence(Some(choice)).to_body();
    let is_json = all.shapes.get(choice.shape)?.body.format == Format::Json;
    let value = if is_json {
        serde_json::from_slice(&body).ok()?
    } else {
        Value::String(String::from_utf8(body).ok()?)
    };
    let summary = error
        .documentation
        .title()
        .map(Cow::Borrowed)
        .or_else(|| error.entry.message());
    let example = ExampleBuilder::new()
        .summary(summary.unwrap_or_default())
        .value(Some(value));
    let name = match error.choices.first() {
        // Errors of several catalogs can have the same id.
        Some(own) => String::from(
            own.name
                .split_once('_')
                .map_or(&*own.name, |(_, name)| name),
        ),
        None => String::from(error.entry.id()),
    };
    Some((name, example))
}

/// The headers of a response with an error, in lower case, except the type of its body.
fn headers(all: &Errors, error: &Described) -> Vec<(String, Header)> {
    let own = core::iter::once(None);
    let choices = own.chain(error.choices.iter().map(Some));
    let headers = choices.flat_map(|choice| {
        let shape = choice.and_then(|choice| all.shapes.get(choice.shape));
        let reference = shape.and_then(|shape| shape.body.reference.first()?.header());
        let extras = shape.map_or(&[][..], |shape| shape.body.extra);
        let mut occurrence = error.occurrence(choice);
        if matches!(
            error.entry.retry(),
            Retry::After(_) | Retry::Header(_) | Retry::Param(_)
        ) {
            occurrence = occurrence.with_retry_after(RetryAfter::Delay(Duration::from_secs(1)));
        }
        let catalog = error.entry.catalog();
        if catalog.is_translated() {
            occurrence = occurrence.with_language(catalog.language());
        }
        for extra in extras {
            if let Ok(value) = Json::parse(b"1") {
                occurrence = occurrence.with_extra(extra.name, value);
            }
        }
        let names = occurrence
            .to_headers()
            .into_iter()
            .map(|(name, _)| name.to_ascii_lowercase());
        let names = names.filter(|name| name != "content-type");
        let headers = names.map(move |name| {
            let description = match &*name {
                "retry-after" => Some("When to send the request again: seconds, or a date."),
                "content-language" => Some("The language of the message."),
                name if reference == Some(name) => Some("The reference for support."),
                _ => None,
            };
            (name, header(description))
        });
        headers.collect::<Vec<_>>()
    });
    headers.collect()
}

fn header(description: Option<&str>) -> Header {
    HeaderBuilder::new()
        .schema(Some(Object::with_type(Type::String)))
        .description(description)
        .build()
}
