//! Occurrences, which are documented like their errors.

use super::{IntoResponses, PartialSchema, RefOr, Responses, Schema, ToSchema};
use crate::Occurrence;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// The responses with its error. Needs the feature `utoipa`.
impl<E: IntoResponses> IntoResponses for Occurrence<E> {
    fn responses() -> Responses {
        E::responses()
    }
}

/// The schema of its error. Needs the feature `utoipa`.
impl<E: PartialSchema> PartialSchema for Occurrence<E> {
    fn schema() -> RefOr<Schema> {
        E::schema()
    }
}

/// The schemas of its error. Needs the feature `utoipa`.
impl<E: ToSchema> ToSchema for Occurrence<E> {
    fn name() -> Cow<'static, str> {
        E::name()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        E::schemas(schemas);
    }
}
