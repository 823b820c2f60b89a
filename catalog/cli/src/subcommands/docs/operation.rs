//! Operations as the templates use them.

use error_catalog_model::{Catalog, Operation, Route};
use serde::Serialize;

/// An operation.
#[derive(Debug, Serialize)]
pub(super) struct OperationView<'a> {
    name: &'a str,
    route: Option<String>,
    description: Option<&'a str>,
    /// The ids of its errors.
    errors: Vec<&'a str>,
}

/// Returns all operations, with their errors.
pub(super) fn all(catalog: &Catalog) -> Vec<OperationView<'_>> {
    let view = |operation| {
        let entries = catalog.errors_of(operation).into_iter();
        let entries = entries.filter_map(|position| catalog.entries.get(position));
        OperationView {
            errors: entries.map(|entry| &*entry.id).collect(),
            ..OperationView::named(operation)
        }
    };
    catalog.operations.iter().map(view).collect()
}

impl<'a> OperationView<'a> {
    /// Returns the operation without its errors.
    pub(super) fn named(operation: &'a Operation) -> Self {
        Self {
            name: &operation.name,
            route: operation.route.as_ref().map(Route::to_string),
            description: operation.description.as_deref(),
            errors: Vec::new(),
        }
    }
}
