//! Binds the enum to the catalog: each variant to its entry, each field to its parameter.

use super::item::{all, Field, Item, Role, Variant};
use crate::docs;
use crate::expand::kind::Entries;
use crate::expand::metadata;
use crate::name::identifier;
use crate::plan::Status;
use crate::subset::operation;
use crate::suggest::expected;
use error_catalog_model::{
    field_name, nearest, variant_name, Catalog, Entry, FallbackEntry, Param, ParamPlace, Source,
};
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use std::collections::{HashMap, HashSet};
use syn::ext::IdentExt;
use syn::{Error, LitStr, Result};

/// The enum, with each variant bound to its entry.
pub(crate) struct Binding<'b, 'i> {
    pub(crate) variants: Vec<Bound<'b, 'i>>,
    pub(crate) status: Status,
    /// The items that hold the entries.
    pub(crate) tables: TokenStream,
    /// How the entries are found in them.
    pub(crate) entries: Entries,
}

/// A variant bound to its entry.
pub(crate) struct Bound<'b, 'i> {
    pub(crate) variant: &'b Variant<'i>,
    /// The field of each parameter of its entry; `None` for a transparent variant.
    pub(crate) params: Option<Vec<Option<&'b Field<'i>>>>,
    pub(crate) source: Option<&'b Field<'i>>,
    /// The documentation of its kind.
    pub(crate) docs: String,
    /// Its number, if the compiler finds its entry: its parameters are then in the order of its fields.
    pub(crate) number: Option<usize>,
}

impl<'b, 'i> Binding<'b, 'i> {
    pub(crate) fn new(item: &'b Item<'i>, catalog: &Catalog, file: &Source) -> Result<Self> {
        let status = status(item, catalog);
        let operation = item.target.operation.as_ref();
        let operation = operation.map(|name| OfOperation::find(catalog, name));
        let binder = Binder {
            entries: &catalog.entries,
            operation: operation.transpose()?,
            file: Some(file),
            status,
        };
        let mut taken = HashMap::new();
        let bound = all(item.variants.iter().map(|variant| {
            let (bound, entry) = binder.bind(variant)?;
            if let (Some(entry), Role::Entry(_)) = (&entry, &variant.role) {
                if let Some(first) = taken.insert(entry.id.clone(), variant.ident) {
                    let message =
                        format!("{} already has a variant: `{first}`", binder.name(entry));
                    return Err(Error::new(variant.ident.span(), message));
                }
            }
            Ok((bound, entry))
        }))?;
        if item.target.is_exhaustive {
            let missing = catalog
                .entries
                .iter()
                .filter(|entry| binder.allows(entry) && !taken.contains_key(&entry.id));
            check_exhaustive(item, &missing.collect::<Vec<_>>())?;
        }
        let (variants, entries): (Vec<_>, Vec<_>) = bound.into_iter().unzip();
        let entries: Vec<Entry> = entries.into_iter().flatten().collect();
        let catalog = Catalog {
            fallbacks: fallbacks(catalog, &entries),
            entries,
            ..catalog.clone()
        };
        Ok(Self {
            variants,
            status,
            tables: metadata(&item.target.names.runtime, &catalog, &[]),
            entries: Entries::Own,
        })
    }
}

/// Returns the fallbacks whose entries have variants.
fn fallbacks(catalog: &Catalog, entries: &[Entry]) -> Vec<FallbackEntry> {
    let fallbacks = catalog.fallbacks.iter().filter_map(|fallback| {
        let id = &catalog.entries.get(fallback.entry)?.id;
        Some(FallbackEntry {
            entry: entries.iter().position(|entry| entry.id == *id)?,
            ..fallback.clone()
        })
    });
    fallbacks.collect()
}

fn status(item: &Item<'_>, catalog: &Catalog) -> Status {
    let is_transparent = |variant: &Variant<'_>| matches!(variant.role, Role::Transparent);
    if item.variants.iter().any(is_transparent) {
        Status::Perhaps
    } else {
        Status::of(&catalog.entries)
    }
}

fn check_exhaustive(item: &Item<'_>, missing: &[&Entry]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let variants: Vec<String> = missing.iter().map(|entry| source(entry)).collect();
    let whose = match item.target.operation {
        Some(_) => "operation",
        None => "catalog",
    };
    let message = format!(
        "missing variants for {} of the {whose}'s errors; add\n{}",
        missing.len(),
        variants.join("\n")
    );
    Err(Error::new(item.input.ident.span(), message))
}

/// Writes the variant of an entry as source to paste.
fn source(entry: &Entry) -> String {
    let name = variant_name(&entry.id);
    let fields: Vec<String> = entry
        .params
        .iter()
        .map(|param| {
            let field = identifier(param.field.clone());
            if param.is_optional {
                format!("{field}: Option<String>")
            } else {
                format!("{field}: String")
            }
        })
        .collect();
    if fields.is_empty() {
        format!("    {name},")
    } else {
        format!("    {name} {{ {} }},", fields.join(", "))
    }
}

/// Binds variants to these entries and to those that the attributes describe.
pub(super) struct Binder<'c> {
    pub(super) entries: &'c [Entry],
    /// The operation whose errors the variants can be.
    pub(super) operation: Option<OfOperation<'c>>,
    pub(super) file: Option<&'c Source>,
    pub(super) status: Status,
}

/// The errors of an operation.
pub(super) struct OfOperation<'c> {
    name: &'c str,
    ids: HashSet<&'c str>,
}

impl<'c> OfOperation<'c> {
    fn find(catalog: &'c Catalog, name: &LitStr) -> Result<Self> {
        let operation = operation(catalog, name)?;
        let entries = catalog.errors_of(operation).into_iter();
        let entries = entries.filter_map(|position| catalog.entries.get(position));
        Ok(Self {
            name: &operation.name,
            ids: entries.map(|entry| &*entry.id).collect(),
        })
    }
}

impl Binder<'_> {
    /// Whether a variant can be this error.
    fn allows(&self, entry: &Entry) -> bool {
        let operation = self.operation.as_ref();
        operation.is_none_or(|operation| operation.ids.contains(&*entry.id))
    }

    pub(super) fn bind<'b, 'i>(
        &self,
        variant: &'b Variant<'i>,
    ) -> Result<(Bound<'b, 'i>, Option<Entry>)> {
        let entry = match &variant.role {
            Role::Transparent => None,
            Role::Entry(id) => {
                let entry = self.entry(variant, id.as_ref())?;
                let span = id
                    .as_ref()
                    .map_or_else(|| variant.ident.span(), LitStr::span);
                self.check_operation(entry, span)?;
                Some(entry.clone())
            }
            Role::Other(other) => Some(other.entry(variant.ident, self.status)?),
        };
        let params = entry
            .as_ref()
            .map(|entry| self.params(variant, entry))
            .transpose()?;
        let bound = Bound {
            variant,
            source: source_field(variant, params.as_deref().unwrap_or_default()),
            params,
            docs: match (&entry, variant.inner()) {
                (Some(entry), _) => docs::short(entry),
                (None, inner) => transparent_docs(inner),
            },
            number: None,
        };
        Ok((bound, entry))
    }

    fn entry(&self, variant: &Variant<'_>, id: Option<&LitStr>) -> Result<&Entry> {
        let entries = self.entries;
        if let Some(literal) = id {
            let id = literal.value();
            let known = entries.iter().find(|entry| entry.id == id);
            return known.ok_or_else(|| {
                let help = self.did_you_mean(&id, |entry| entry.id.clone());
                Error::new(
                    literal.span(),
                    format!("the catalog has no error `{id}`{help}"),
                )
            });
        }
        let name = variant.ident.unraw().to_string();
        let known = entries.iter().find(|entry| variant_name(&entry.id) == name);
        known.ok_or_else(|| {
            let help = self.did_you_mean(&name, |entry| variant_name(&entry.id));
            let message = format!(
                "the catalog has no error for the variant `{name}`{help}\n\
                 name an error of the catalog with `#[catalog(id = \"…\")]`, \
                 or mark one outside the catalog with `#[catalog(other, …)]`"
            );
            Error::new(variant.ident.span(), message)
        })
    }

    fn check_operation(&self, entry: &Entry, span: Span) -> Result<()> {
        match &self.operation {
            Some(operation) if !self.allows(entry) => {
                let message = format!(
                    "{} is not an error of the operation `{}`; \
                     add it to the operation in the catalog, or remove the variant",
                    self.name(entry),
                    operation.name
                );
                Err(Error::new(span, message))
            }
            _ => Ok(()),
        }
    }

    fn did_you_mean(&self, name: &str, of: impl Fn(&Entry) -> String) -> String {
        let names: Vec<String> = self.entries.iter().map(of).collect();
        let Some(near) = nearest(name, names.iter().map(|name| &**name)) else {
            return String::new();
        };
        let entry = names
            .iter()
            .position(|name| name == near)
            .and_then(|index| self.entries.get(index));
        let place = entry.map(|entry| self.place(entry)).unwrap_or_default();
        format!("; did you mean `{near}` ({place})?")
    }

    /// Finds the field of each parameter.
    fn params<'b, 'i>(
        &self,
        variant: &'b Variant<'i>,
        entry: &Entry,
    ) -> Result<Vec<Option<&'b Field<'i>>>> {
        let params: Vec<Option<&Field<'_>>> = entry
            .params
            .iter()
            .map(|param| variant.fields.iter().find(|field| field.takes(param)))
            .collect();
        let without_field = entry
            .params
            .iter()
            .zip(&params)
            .filter(|(param, field)| field.is_none() && !param.is_optional);
        let missing = without_field.map(|(param, _)| self.without_field(variant, entry, param));
        let stray = variant.fields.iter().filter(|field| {
            let is_param = params
                .iter()
                .flatten()
                .any(|param| std::ptr::eq(*param, *field));
            !is_param && !field.is_skipped && !field.is_source && !is_source_by_name(field)
        });
        let stray = stray.map(|field| self.without_place(field, entry));
        all(missing.chain(stray).map(Err::<(), _>))?;
        Ok(params)
    }

    fn without_field(&self, variant: &Variant<'_>, entry: &Entry, param: &Param) -> Error {
        let what = match param.place {
            ParamPlace::Placeholder => format!("the placeholder `{{{}}}`", param.name),
            ParamPlace::Detail => format!("the detail `{}`", param.name),
        };
        let field = identifier(field_name(&param.name));
        let message = format!(
            "missing field for {what} of {}; add `{field}`, or mark one with `#[catalog(param = \"{}\")]`",
            self.name(entry),
            param.name
        );
        Error::new(variant.ident.span(), message)
    }

    fn without_place(&self, field: &Field<'_>, entry: &Entry) -> Error {
        let names: Vec<&str> = entry.params.iter().map(|param| &*param.name).collect();
        let given = field.param.as_ref().map(LitStr::value);
        let is_nameless = given.is_none() && field.field.ident.is_none();
        let name = given.unwrap_or_else(|| field.name());
        let help = if let Some(near) = nearest(&name, names.iter().copied()) {
            format!("did you mean `{near}`?")
        } else {
            let known = if names.is_empty() {
                "it has no parameters".to_owned()
            } else {
                expected(&names)
            };
            format!("{known}; mark a field of your own with `#[catalog(skip)]`")
        };
        let span = field
            .param
            .as_ref()
            .map_or_else(|| field.span(), LitStr::span);
        let message = if is_nameless {
            format!(
                "a field without a name must name a parameter of {}; mark it with `#[catalog(param = \"…\")]`; {help}",
                self.name(entry)
            )
        } else {
            format!("{} has no parameter `{name}`; {help}", self.name(entry))
        };
        Error::new(span, message)
    }

    /// Names the entry and its place in the file.
    fn name(&self, entry: &Entry) -> String {
        if entry.span == error_catalog_model::Span::default() {
            return format!("`{}`", entry.id);
        }
        format!("`{}` ({})", entry.id, self.place(entry))
    }

    fn place(&self, entry: &Entry) -> String {
        let Some(file) = self.file else {
            return String::new();
        };
        let file = file.containing(entry.id_span);
        let position = file.position(entry.id_span.start);
        format!("{}:{}:{}", file.name(), position.line, position.column)
    }
}

pub(super) fn is_source_by_name(field: &Field<'_>) -> bool {
    field.param.is_none() && !field.is_skipped && field.name() == "source"
}

/// Finds the field with `#[source]` or `#[from]`, or else the one named `source` if it is not a parameter.
pub(super) fn source_field<'b, 'i>(
    variant: &'b Variant<'i>,
    params: &[Option<&Field<'_>>],
) -> Option<&'b Field<'i>> {
    let marked = variant.fields.iter().find(|field| field.is_source);
    marked.or_else(|| {
        variant.fields.iter().find(|field| {
            let is_param = params
                .iter()
                .flatten()
                .any(|param| std::ptr::eq(*param, *field));
            is_source_by_name(field) && !is_param
        })
    })
}

/// The documentation of a transparent variant's kind.
fn transparent_docs(inner: Option<&Field<'_>>) -> String {
    let inner = inner.map(|field| &field.field.ty);
    format!(
        "An error of another catalog: `{}`.",
        inner.to_token_stream()
    )
}
