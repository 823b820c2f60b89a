//! The operations as values of the runtime's types.

use crate::source;
use error_catalog_model::{Catalog, Positions};
use proc_macro2::TokenStream;
use syn::Path;

/// Writes the operations, unless there are none: a call on the metadata.
pub(super) fn expand(runtime: &Path, catalog: &Catalog) -> Option<TokenStream> {
    if catalog.operations.is_empty() {
        return None;
    }
    let positions = Positions::new(&catalog.entries);
    let mut records = String::new();
    for operation in &catalog.operations {
        let name = &operation.name;
        let (method, path) = match &operation.route {
            Some(route) => (&*route.method, &*route.path),
            None => ("", ""),
        };
        let entries = indexes(&positions, &operation.errors);
        source::add(
            &mut records,
            format_args!(
                "#runtime::__private::OperationRecord {{
                    name: {name:?},
                    route: [{method:?}, {path:?}],
                    entries: {entries},
                }},"
            ),
        );
    }
    let of_every = indexes(&positions, &catalog.errors_of_every_operation);
    let text = format!(".with_operations(&[{records}], {of_every})");
    Some(source::fill(&text, &[("runtime", runtime)]))
}

/// Writes the indexes of these errors.
fn indexes(positions: &Positions, ids: &[String]) -> String {
    let mut text = "&[".to_owned();
    for index in positions.indexes(ids) {
        source::add(&mut text, format_args!("{index}u16,"));
    }
    text.push(']');
    text
}
