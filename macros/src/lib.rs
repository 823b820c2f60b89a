//! The derive of [`error-catalog`](https://docs.rs/error-catalog), which exports it and documents it.

/// Compiles a catalog of errors into two enums; see the documentation of `error-catalog`.
#[proc_macro_derive(ErrorCatalog, attributes(catalog, source, from))]
pub fn derive(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    error_catalog_codegen::derive(input.into()).into()
}

/// Shares a catalog with other crates; see the documentation of `error-catalog`.
#[proc_macro]
pub fn share(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    error_catalog_codegen::share(input.into()).into()
}

/// What the macros that `share!` writes pass items and files to. It is not public API.
#[doc(hidden)]
#[proc_macro]
pub fn __derive_shared(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    error_catalog_codegen::derive_shared(input.into()).into()
}
