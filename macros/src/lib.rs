//! The derive of [`error-catalog`](https://docs.rs/error-catalog), which exports it and documents it.

/// Compiles a catalog of errors into two enums; see the documentation of `error-catalog`.
#[proc_macro_derive(ErrorCatalog, attributes(catalog, source, from))]
pub fn derive(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    error_catalog_codegen::derive(input.into()).into()
}
