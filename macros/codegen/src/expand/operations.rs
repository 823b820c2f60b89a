//! The operations as values of the runtime's types.

use error_catalog_model::{Catalog, Positions};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

/// Writes the operations, unless there are none: a call on the metadata.
pub(super) fn expand(runtime: &Path, catalog: &Catalog) -> Option<TokenStream> {
    if catalog.operations.is_empty() {
        return None;
    }
    let positions = Positions::new(&catalog.entries);
    let indexes = |ids: &[String]| {
        let indexes = positions.indexes(ids);
        quote!(&[#(#indexes),*])
    };
    let mut records = Vec::with_capacity(catalog.operations.len());
    for operation in &catalog.operations {
        let name = &operation.name;
        let route = operation.route.as_ref();
        let [method, path] = route.map_or(["", ""], |route| [&route.method, &route.path]);
        let entries = indexes(&operation.errors);
        records.push(quote! {
            #runtime::__private::OperationRecord {
                name: #name,
                route: [#method, #path],
                entries: #entries,
            }
        });
    }
    let of_every = indexes(&catalog.errors_of_every_operation);
    Some(quote!(.with_operations(&[#(#records),*], #of_every)))
}
