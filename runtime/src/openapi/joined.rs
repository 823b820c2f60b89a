//! The errors of several types: your own enum, and those that are transparent in it.

use super::{RefOr, Response, Responses, Schema};
use alloc::format;
use alloc::vec::Vec;
use utoipa::openapi::schema::{AnyOf, OneOf};
use utoipa::openapi::Content;

/// The responses with the errors of several types.
pub fn joined<const N: usize>(types: [Responses; N]) -> Responses {
    types
        .into_iter()
        .fold(Responses::new(), |mut all, responses| {
            for (status, response) in responses {
                let response = match (all.remove(&status), response) {
                    (Some(RefOr::T(known)), RefOr::T(response)) => RefOr::T(join(known, response)),
                    (_, response) => response,
                };
                all.insert(status, response);
            }
            all
        })
}

fn join(mut known: Response, response: Response) -> Response {
    if known.description != response.description {
        known.description = format!("{}, {}", known.description, response.description);
    }
    known.headers.extend(response.headers);
    for (media_type, content) in response.content {
        let content = match (known.content.shift_remove(&media_type), content) {
            (Some(RefOr::T(known)), RefOr::T(content)) => RefOr::T(join_contents(known, content)),
            (_, content) => content,
        };
        known.content.insert(media_type, content);
    }
    known
}

fn join_contents(mut known: Content, content: Content) -> Content {
    known.schema = match (known.schema, content.schema) {
        (Some(one), Some(other)) => Some(any_of([one, other])),
        (one, other) => one.or(other),
    };
    for (name, example) in content.examples {
        let is_free = |name: &str| !known.examples.contains_key(name);
        let mut names = (1..).map(|number| match number {
            1 => name.clone(),
            number => format!("{name}_{number}"),
        });
        if let Some(name) = names.find(|name| is_free(name)) {
            known.examples.insert(name, example);
        }
    }
    known
}

/// The schema of the errors of several types. A value can be an error of more than one.
pub fn any_of<const N: usize>(types: [RefOr<Schema>; N]) -> RefOr<Schema> {
    let mut types: Vec<_> = types
        .into_iter()
        .filter(|schema| !is_none(schema))
        .collect();
    if types.len() < 2 {
        return types.pop().unwrap_or_else(super::schema::any);
    }
    let mut items: Vec<RefOr<Schema>> = Vec::new();
    for item in types.into_iter().flat_map(options) {
        if !items.contains(&item) {
            items.push(item);
        }
    }
    RefOr::T(
        AnyOf {
            items,
            ..AnyOf::new()
        }
        .into(),
    )
}

fn is_none(schema: &RefOr<Schema>) -> bool {
    matches!(schema, RefOr::T(Schema::OneOf(OneOf { items, .. })) if items.is_empty())
}

fn options(schema: RefOr<Schema>) -> Vec<RefOr<Schema>> {
    match schema {
        RefOr::T(Schema::OneOf(OneOf { items, .. }) | Schema::AnyOf(AnyOf { items, .. })) => items,
        other => Vec::from([other]),
    }
}
