//! The comparison uses the field types that the derive writes.

use crate::diff::params::field_type;
use error_catalog_model::{compile, Entry, Source, Storage};
use syn::{Fields, GenericArgument, Item, PathArguments, Type};

/// Errors with every storage and with parameters of every type.
const CATALOG: &str = include_str!("types.json");

/// The type with the last segment of each path.
fn short(field: &Type) -> String {
    let Type::Path(path) = field else {
        panic!("expected a type path");
    };
    let last = path.path.segments.last().unwrap();
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) => {
            let inner = arguments.args.first().unwrap();
            let GenericArgument::Type(inner) = inner else {
                panic!("expected a type as the generic argument");
            };
            format!("{}<{}>", last.ident, short(inner))
        }
        _ => last.ident.to_string(),
    }
}

#[test]
fn fields_have_the_types_that_the_derive_writes() {
    let item = "#[catalog(path = \"src/diff/tests/types.json\")] pub struct Types;";
    let tokens = error_catalog_codegen::derive(item.parse().unwrap());
    let written: syn::File = syn::parse2(tokens).unwrap();
    let mut enums = written.items.iter().filter_map(|item| match item {
        Item::Enum(item) => Some(item),
        _ => None,
    });
    let errors = enums.next().unwrap();
    let catalog = compile(&Source::new("types.json", CATALOG))
        .unwrap()
        .catalog;
    let storages: Vec<Storage> = catalog.entries.iter().map(Entry::storage).collect();
    assert_eq!(storages, [Storage::Text, Storage::Compact, Storage::Boxed]);
    assert_eq!(errors.variants.len(), 3);
    for (entry, variant) in catalog.entries.iter().zip(&errors.variants) {
        let Fields::Named(fields) = &variant.fields else {
            panic!("`{}` does not have named fields", variant.ident);
        };
        for (param, field) in entry.params.iter().zip(&fields.named) {
            let expected = field_type(param.param_type, entry.storage());
            let expected = if param.is_optional {
                format!("Option<{expected}>")
            } else {
                expected.to_owned()
            };
            assert_eq!(short(&field.ty), expected, "{}.{}", entry.id, param.name);
        }
    }
}
