//! Rust examples that create and match an error.

use super::sample::Sample;
use error_catalog_model::{constructor_name, is_keyword, variant_name, Catalog, Entry, ParamType};

/// Returns the name of the error type, if the marker struct is named after the catalog.
pub(super) fn error_name(catalog: &Catalog) -> String {
    let marker = match &*catalog.name {
        // The names of the bundled catalogs in Rust.
        "linkedin" => "LinkedIn".to_owned(),
        "linkedin-marketing" => "LinkedInMarketing".to_owned(),
        name => variant_name(&name.to_ascii_uppercase().replace('-', "_")),
    };
    format!("{marker}Error")
}

/// Returns code that creates the error and matches it.
pub(super) fn example(error: &str, entry: &Entry, samples: &[Sample]) -> String {
    let constructor = constructor(&entry.id);
    let arguments: Vec<String> = entry
        .params
        .iter()
        .zip(samples)
        .filter(|(param, _)| !param.is_optional)
        .map(|(_, sample)| sample.rust())
        .collect();
    let variant = variant_name(&entry.id);
    let creating = format!(
        "{}let error = {error}::{constructor}({});",
        imports(entry),
        arguments.join(", ")
    );
    let matching = matching(error, &variant, entry);
    format!("{}\n\n{}", formatted(creating), formatted(matching))
}

fn imports(entry: &Entry) -> &'static str {
    let is_list = |param: &error_catalog_model::Param| {
        param.param_type == ParamType::List && !param.is_optional
    };
    if entry.params.iter().any(is_list) {
        "use error_catalog::Text;\n"
    } else {
        ""
    }
}

fn matching(error: &str, variant: &str, entry: &Entry) -> String {
    let fields: Vec<String> = entry
        .params
        .iter()
        .map(|param| identifier(&param.field))
        .collect();
    if fields.is_empty() {
        return format!("assert!(matches!(error, {error}::{variant}));");
    }
    let fields = fields.join(", ");
    format!("if let {error}::{variant} {{ {fields}, .. }} = &error {{ dbg!({fields}); }}")
}

/// Returns the name of the function that creates the error.
pub(super) fn constructor(id: &str) -> String {
    identifier(&constructor_name(id))
}

fn identifier(name: &str) -> String {
    if is_keyword(name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

/// Formats statements as rustfmt would.
fn formatted(statements: String) -> String {
    let Ok(file) = syn::parse_file(&format!("fn main() {{\n{statements}\n}}")) else {
        return statements;
    };
    let formatted = prettyplease::unparse(&file);
    let inner = formatted.trim_end().strip_prefix("fn main() {\n");
    let Some(inner) = inner.and_then(|rest| rest.strip_suffix("\n}")) else {
        return statements;
    };
    let lines = inner
        .lines()
        .map(|line| line.strip_prefix("    ").unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{constructor, error_name, example};
    use crate::subcommands::docs::sample::samples;
    use error_catalog_model::{compile, variant_name, Catalog, Source, BUILTIN};
    use quote::{format_ident, quote};
    use std::collections::HashMap;
    use syn::visit::Visit;

    fn catalog(text: &str) -> Catalog {
        compile(&Source::new("x", text)).unwrap().catalog
    }

    #[test]
    fn an_error_is_created_and_matched() {
        let catalog = catalog(
            r#"{ "name": "my-api", "errors": [{ "code": "STATUS", "message": "{type} beyond {limit}",
                 "params": { "limit": { "type": "integer" }, "at": { "optional": true } } }] }"#,
        );
        let entry = &catalog.entries[0];
        assert_eq!(
            example(&error_name(&catalog), entry, &samples(entry)),
            "let error = MyApiError::status_(\"<type>\", 10);\n\n\
             if let MyApiError::Status { r#type, limit, at, .. } = &error {\n    \
             dbg!(r#type, limit, at);\n}"
        );
    }

    #[test]
    fn constructors_are_those_of_the_derive() {
        for (name, text) in BUILTIN {
            let catalog = catalog(text);
            let written = written(name);
            for entry in &catalog.entries {
                let required = entry.params.iter().filter(|param| !param.is_optional);
                assert_eq!(
                    written.get(&constructor(&entry.id)),
                    Some(&required.count()),
                    "{}",
                    variant_name(&entry.id)
                );
            }
        }
    }

    /// Returns the functions of the error without `self`, with the number of their arguments.
    fn written(builtin: &str) -> HashMap<String, usize> {
        let marker = format_ident!("Api");
        let tokens = error_catalog_codegen::derive(quote! {
            #[catalog(builtin = #builtin)]
            pub struct #marker;
        });
        let file: syn::File = syn::parse2(tokens).unwrap();
        let mut written = Written::default();
        written.visit_file(&file);
        written.0
    }

    #[derive(Default)]
    struct Written(HashMap<String, usize>);

    impl<'ast> Visit<'ast> for Written {
        fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
            let signature = &function.sig;
            if signature.receiver().is_none() {
                self.0
                    .insert(signature.ident.to_string(), signature.inputs.len());
            }
        }
    }
}
