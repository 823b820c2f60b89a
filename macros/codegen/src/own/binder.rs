//! Finds the entry of a variant, and the field of each of its parameters.

use super::item::{Field, Item, Role, Variant};
use crate::docs;
use crate::errors::Errors;
use crate::name::identifier;
use crate::plan::Status;
use crate::subset::operation;
use crate::suggest::expected;
use error_catalog_model::{
    field_name, nearest, variant_name, Catalog, Entry, Param, ParamPlace, Source, Table,
};
use proc_macro2::Span;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Error, LitStr, Result};

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

/// The entry of a variant.
pub(super) enum Found {
    /// The one at this position in the catalog.
    Known(usize),
    /// One outside the catalog.
    Outside(Box<Entry>),
}

impl<'b, 'i> Bound<'b, 'i> {
    /// The fields that are parameters.
    pub(super) fn fields(&self) -> Vec<&'b Field<'i>> {
        let mut fields = Vec::new();
        for param in self.params.as_deref().unwrap_or_default() {
            let Some(field) = param else {
                continue;
            };
            fields.push(*field);
        }
        fields
    }
}

/// Whether a field of the variant is a parameter.
pub(super) fn is_param(bound: &Bound<'_, '_>, field: &Field<'_>) -> bool {
    is_one_of(field, bound.params.as_deref().unwrap_or_default())
}

/// Whether a field of the variant is the source.
pub(super) fn is_source(bound: &Bound<'_, '_>, field: &Field<'_>) -> bool {
    let source = bound.source;
    source.is_some_and(|source| std::ptr::eq(source, field))
}

fn is_one_of(field: &Field<'_>, params: &[Option<&Field<'_>>]) -> bool {
    let mut params = params.iter();
    params.any(|param| param.is_some_and(|param| std::ptr::eq(param, field)))
}

/// Binds variants to these entries and to those that the attributes describe.
pub(super) struct Binder<'c> {
    entries: &'c [Entry],
    /// The position of the entry of each variant's name.
    names: Table,
    /// The operation whose errors the variants can be.
    operation: Option<OfOperation<'c>>,
    file: Option<&'c Source>,
    status: Status,
}

/// The errors of an operation.
struct OfOperation<'c> {
    name: &'c str,
    /// Whether each entry of the catalog is one of them.
    has: Vec<bool>,
}

impl<'c> OfOperation<'c> {
    fn find(catalog: &'c Catalog, name: &LitStr) -> Result<Self> {
        let operation = operation(catalog, name)?;
        let mut has = vec![false; catalog.entries.len()];
        for position in catalog.errors_of(operation) {
            has[position] = true;
        }
        Ok(Self {
            name: &operation.name,
            has,
        })
    }
}

impl<'c> Binder<'c> {
    pub(super) fn new(
        item: &Item<'_>,
        catalog: &'c Catalog,
        file: &'c Source,
        status: Status,
    ) -> Result<Self> {
        let operation = match &item.target.operation {
            Some(name) => Some(OfOperation::find(catalog, name)?),
            None => None,
        };
        let mut names = Table::default();
        for (position, entry) in catalog.entries.iter().enumerate() {
            names.set(&variant_name(&entry.id), position);
        }
        Ok(Self {
            entries: &catalog.entries,
            names,
            operation,
            file: Some(file),
            status,
        })
    }

    /// Binds only variants that are not of the catalog.
    pub(super) fn without_entries(status: Status) -> Self {
        Self {
            entries: &[],
            names: Table::default(),
            operation: None,
            file: None,
            status,
        }
    }

    /// Whether a variant can be the error at this position.
    pub(super) fn allows(&self, position: usize) -> bool {
        let operation = self.operation.as_ref();
        operation.is_none_or(|operation| operation.has[position])
    }

    pub(super) fn bind<'b, 'i>(
        &self,
        variant: &'b Variant<'i>,
    ) -> Result<(Bound<'b, 'i>, Option<Found>)> {
        match &variant.role {
            Role::Transparent => Ok((transparent(variant), None)),
            Role::Entry(id) => {
                let position = self.position(variant, id.as_ref())?;
                let entry = &self.entries[position];
                let span = id.as_ref().map_or(variant.ident.span(), LitStr::span);
                self.check_operation(position, span)?;
                let bound = self.bound(variant, entry)?;
                Ok((bound, Some(Found::Known(position))))
            }
            Role::Other(other) => {
                let entry = other.entry(variant.ident, self.status)?;
                let bound = self.bound(variant, &entry)?;
                Ok((bound, Some(Found::Outside(Box::new(entry)))))
            }
        }
    }

    fn bound<'b, 'i>(&self, variant: &'b Variant<'i>, entry: &Entry) -> Result<Bound<'b, 'i>> {
        let params = self.params(variant, entry)?;
        Ok(Bound {
            variant,
            source: source_field(variant, &params),
            params: Some(params),
            docs: docs::kind(entry),
            number: None,
        })
    }

    /// Finds the entry of a variant.
    fn position(&self, variant: &Variant<'_>, id: Option<&LitStr>) -> Result<usize> {
        if let Some(literal) = id {
            let id = literal.value();
            let known = self.entries.iter().position(|entry| entry.id == id);
            return known.ok_or_else(|| {
                let help = self.did_you_mean(&id, |entry| entry.id.clone());
                Error::new(
                    literal.span(),
                    format!("the catalog has no error `{id}`{help}"),
                )
            });
        }
        let name = variant.ident.unraw().to_string();
        self.names.get(&name).ok_or_else(|| {
            let help = self.did_you_mean(&name, |entry| variant_name(&entry.id));
            let message = format!(
                "the catalog has no error for the variant `{name}`{help}\n\
                 name an error of the catalog with `#[catalog(id = \"…\")]`, \
                 or mark one outside the catalog with `#[catalog(other, …)]`"
            );
            Error::new(variant.ident.span(), message)
        })
    }

    fn check_operation(&self, position: usize, span: Span) -> Result<()> {
        match &self.operation {
            Some(operation) if !self.allows(position) => {
                let message = format!(
                    "{} is not an error of the operation `{}`; \
                     add it to the operation in the catalog, or remove the variant",
                    self.name(&self.entries[position]),
                    operation.name
                );
                Err(Error::new(span, message))
            }
            _ => Ok(()),
        }
    }

    fn did_you_mean(&self, name: &str, of: fn(&Entry) -> String) -> String {
        let mut names = Vec::with_capacity(self.entries.len());
        for entry in self.entries {
            names.push(of(entry));
        }
        let mut known = Vec::with_capacity(names.len());
        for name in &names {
            known.push(&**name);
        }
        let Some(near) = nearest(name, known.iter().copied()) else {
            return String::new();
        };
        let found = self.entries.iter().find(|entry| of(entry) == near);
        let place = found.map(|entry| self.place(entry)).unwrap_or_default();
        format!("; did you mean `{near}` ({place})?")
    }

    /// Finds the field of each parameter.
    fn params<'b, 'i>(
        &self,
        variant: &'b Variant<'i>,
        entry: &Entry,
    ) -> Result<Vec<Option<&'b Field<'i>>>> {
        let mut params = Vec::with_capacity(entry.params.len());
        let mut errors = Errors::default();
        for param in &entry.params {
            let field = variant.fields.iter().find(|field| field.takes(param));
            if field.is_none() && !param.is_optional {
                errors.add(self.without_field(variant, entry, param));
            }
            params.push(field);
        }
        for field in &variant.fields {
            let is_own = field.is_skipped || field.is_source || is_source_by_name(field);
            if !is_own && !is_one_of(field, &params) {
                errors.add(self.without_place(field, entry));
            }
        }
        errors.finish()?;
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
        let mut names = Vec::with_capacity(entry.params.len());
        for param in &entry.params {
            names.push(&*param.name);
        }
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
    pub(super) fn name(&self, entry: &Entry) -> String {
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
        let mut fields = variant.fields.iter();
        fields.find(|field| is_source_by_name(field) && !is_one_of(field, params))
    })
}

/// Binds a variant with an error of another catalog.
fn transparent<'b, 'i>(variant: &'b Variant<'i>) -> Bound<'b, 'i> {
    let inner = variant.inner().map(|field| &field.field.ty);
    let inner = inner.to_token_stream();
    Bound {
        variant,
        params: None,
        source: source_field(variant, &[]),
        docs: format!("An error of another catalog: `{inner}`."),
        number: None,
    }
}
