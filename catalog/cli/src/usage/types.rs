//! The types of catalogs in Rust sources, and other names for them.

use super::files::File;
use super::tokens::Token;
use super::Entries;
use crate::attributes::{derives_catalog, string, unconditional, values};
use crate::sources::parsed;
use crate::workspace::{Package, Workspace};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use syn::visit::Visit;
use syn::{Attribute, Ident};

/// The names of types, each with the indexes of its catalogs, and the variants of your own enums.
#[derive(Default)]
pub(super) struct Types {
    names: HashMap<String, HashSet<usize>>,
    /// By the index of the catalog and the id.
    variants: HashMap<(usize, String), String>,
    /// The variants of your own enums that `?` constructs, by the index of the catalog.
    converted: HashSet<(usize, String)>,
    /// By the index of the catalog, the names of its first error type and kind type.
    first: HashMap<usize, (String, String)>,
}

impl Types {
    /// Finds the derives of the catalogs, and `use … as …` and `type … = …;` of their types.
    pub(super) fn of(workspace: &Workspace, catalogs: &[Entries<'_>], files: &[File]) -> Self {
        let mut types = Self::default();
        let items: Vec<Item> = files
            .iter()
            .flat_map(|file| items(file, workspace))
            .collect();
        for (index, entries) in catalogs.iter().enumerate() {
            let Some(known) = entries.first() else {
                continue;
            };
            let path = Path::new(known.loaded.source.name()).canonicalize().ok();
            let of_file = items
                .iter()
                .filter(|item| item.file.is_some() && item.file == path);
            let markers: HashSet<&str> = of_file.clone().map(|it| it.name.as_str()).collect();
            let of_marker = items
                .iter()
                .filter(|item| item.of.as_deref().is_some_and(|of| markers.contains(of)));
            for item in of_file.chain(of_marker) {
                types.add(index, item);
            }
        }
        // An alias can be that of an alias, in another file.
        while files.iter().map(|file| types.aliases(file)).sum::<usize>() > 0 {}
        types
    }

    /// Returns the error type and the kind type of the catalog with this index, if a source has them.
    pub(super) fn first(&self, catalog: usize) -> Option<(&str, &str)> {
        let (error, kind) = self.first.get(&catalog)?;
        Some((error, kind))
    }

    /// Whether this is the name of a type of the catalog.
    pub(super) fn is(&self, catalog: usize, name: &str) -> bool {
        self.names
            .get(name)
            .is_some_and(|them| them.contains(&catalog))
    }

    /// Returns the variant that your own enum has for an id, if it does not have the usual name.
    pub(super) fn variant(&self, catalog: usize, id: &str) -> Option<&str> {
        let variant = self.variants.get(&(catalog, id.to_owned()));
        variant.map(String::as_str)
    }

    /// Whether `?` constructs the variant, so that nothing needs to name it.
    pub(super) fn is_converted(&self, catalog: usize, variant: &str) -> bool {
        self.converted.contains(&(catalog, variant.to_owned()))
    }

    fn add(&mut self, catalog: usize, item: &Item) {
        let first = (item.error.clone(), item.kind.clone());
        self.first.entry(catalog).or_insert(first);
        for name in [&item.name, &item.error, &item.kind] {
            self.names.entry(name.clone()).or_default().insert(catalog);
        }
        let converted = item.converted.iter().cloned();
        self.converted
            .extend(converted.map(|variant| (catalog, variant)));
        for (id, variant) in &item.variants {
            let key = (catalog, id.clone());
            self.variants.insert(key, variant.clone());
        }
    }

    /// Adds the aliases in a file, and returns the number of new ones.
    fn aliases(&mut self, file: &File) -> usize {
        let mut found = Vec::new();
        for (position, token) in file.tokens.iter().enumerate() {
            let Token::Name(name) = token else { continue };
            let Some(catalogs) = self.names.get(name) else {
                continue;
            };
            let after = file.tokens.get(position + 1..).unwrap_or_default();
            let alias = match after {
                [Token::Name(word), Token::Name(alias), ..] if word == "as" => Some(alias),
                [Token::Punct(';'), ..] => {
                    alias_before(file.tokens.get(..position).unwrap_or_default())
                }
                _ => None,
            };
            found.extend(alias.map(|alias| (alias.clone(), catalogs.clone())));
        }
        let mut new = 0;
        for (alias, catalogs) in found {
            let known = self.names.entry(alias).or_default();
            let before = known.len();
            known.extend(catalogs);
            new += known.len() - before;
        }
        new
    }
}

/// Returns the alias of `type Alias = path::to::`.
fn alias_before(tokens: &[Token]) -> Option<&String> {
    let mut rest = tokens;
    while let [before @ .., Token::Name(_), Token::Punct(':'), Token::Punct(':')] = rest {
        rest = before;
    }
    match rest {
        [.., Token::Name(word), Token::Name(alias), Token::Punct('=')] if word == "type" => {
            Some(alias)
        }
        _ => None,
    }
}

/// An item with the derive.
struct Item {
    name: String,
    error: String,
    kind: String,
    /// The file of its catalog.
    file: Option<std::path::PathBuf>,
    /// The last name of the marker struct that has its catalog.
    of: Option<String>,
    /// The ids that its variants are given, each with the variant.
    variants: Vec<(String, String)>,
    /// The variants that have a field with `#[from]`.
    converted: Vec<String>,
}

/// Returns the items of a file with the derive. Files that cannot be parsed have none: the compiler reports them.
fn items(file: &File, workspace: &Workspace) -> Vec<Item> {
    let text = file.item.as_deref();
    let text = text.unwrap_or_else(|| file.source.text());
    if file.item.is_none() && !text.contains("ErrorCatalog") {
        return Vec::new();
    }
    let mut found = Items {
        workspace,
        package: &file.package,
        is_generated: file.item.is_some(),
        items: Vec::new(),
    };
    if let Ok(parsed) = parsed(text) {
        found.visit_file(&parsed);
    }
    found.items
}

struct Items<'f> {
    workspace: &'f Workspace,
    package: &'f Path,
    /// A generated file has the item without its derive.
    is_generated: bool,
    items: Vec<Item>,
}

impl Items<'_> {
    fn add(&mut self, name: &Ident, attributes: &[Attribute], is_enum: bool) {
        let attributes = &*unconditional(attributes);
        if !self.is_generated && !attributes.iter().any(derives_catalog) {
            return;
        }
        let values = values(attributes);
        let name = name.to_string();
        let named = |key: &str| values.get(key).cloned();
        let error = if is_enum {
            name.clone()
        } else {
            format!("{name}Error")
        };
        let kind = if is_enum {
            format!("{name}Kind")
        } else {
            format!("{name}ErrorKind")
        };
        // With `package`, the path is that of a catalog that another package shares.
        let package = match string(attributes, "package") {
            Some(name) => {
                let mut packages = self.workspace.packages.iter();
                packages.find(|it| it.name == name).map(Package::folder)
            }
            None => Some(self.package),
        };
        let file = package
            .zip(string(attributes, "path"))
            .and_then(|(package, path)| error_catalog_codegen::catalog_file(package, &path).ok());
        self.items.push(Item {
            error: named("error").unwrap_or(error),
            kind: named("kind").unwrap_or(kind),
            file: file.and_then(|file| file.canonicalize().ok()),
            of: named("of").and_then(|of| of.rsplit("::").next().map(|it| it.trim().to_owned())),
            name,
            variants: Vec::new(),
            converted: Vec::new(),
        });
    }
}

impl<'ast> Visit<'ast> for Items<'_> {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.add(&item.ident, &item.attrs, false);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        let before = self.items.len();
        self.add(&item.ident, &item.attrs, true);
        let Some(added) = self.items.get_mut(before) else {
            return;
        };
        for variant in &item.variants {
            let id = string(&variant.attrs, "id");
            let pair = id.map(|id| (id, variant.ident.to_string()));
            added.variants.extend(pair);
            let mut attributes = variant.fields.iter().flat_map(|field| &field.attrs);
            if attributes.any(|it| it.path().is_ident("from")) {
                added.converted.push(variant.ident.to_string());
            }
        }
    }
}
