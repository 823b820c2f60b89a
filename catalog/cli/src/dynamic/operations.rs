//! The operations in the runtime's types.

use super::leaked;
use error_catalog::__private::OperationRecord;
use error_catalog::Meta;
use error_catalog_model::{Catalog, Positions};

/// Adds the catalog's operations to its metadata.
pub(super) fn add(meta: Meta, catalog: &Catalog) -> Meta {
    let positions = Positions::new(&catalog.entries);
    let records = catalog.operations.iter().map(|operation| OperationRecord {
        name: leaked(&operation.name),
        route: match &operation.route {
            Some(route) => [leaked(&route.method), leaked(&route.path)],
            None => ["", ""],
        },
        entries: positions.indexes(&operation.errors).leak(),
    });
    let records: Vec<OperationRecord> = records.collect();
    let of_every = positions.indexes(&catalog.errors_of_every_operation);
    meta.with_operations(records.leak(), of_every.leak())
}
