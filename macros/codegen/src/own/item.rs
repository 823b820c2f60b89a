//! The enum as the user writes it.

use super::other::Other;
use crate::attributes::{InvalidItem, OwnTarget};
use crate::errors::Errors;
use crate::options::each_key;
use crate::suggest::meant;
use error_catalog_model::Param;
use proc_macro2::{Span, TokenStream};
use quote::{quote, ToTokens};
use syn::ext::IdentExt;
use syn::meta::ParseNestedMeta;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DataEnum, DeriveInput, Error, Fields, Ident, LitStr, Member, Result};

pub(crate) struct Item<'i> {
    pub(crate) input: &'i DeriveInput,
    pub(crate) target: OwnTarget,
    pub(crate) variants: Vec<Variant<'i>>,
}

pub(crate) struct Variant<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) role: Role,
    pub(crate) fields: Vec<Field<'i>>,
}

/// The error that a variant represents.
pub(crate) enum Role {
    /// An error of the catalog, with this id or else that of the variant's name.
    Entry(Option<LitStr>),
    /// The error of another catalog.
    Transparent,
    /// An error outside the catalog.
    Other(Box<Other>),
}

pub(crate) struct Field<'i> {
    pub(crate) member: Member,
    pub(crate) field: &'i syn::Field,
    /// The name of the parameter in the catalog, if given.
    pub(crate) param: Option<LitStr>,
    pub(crate) is_source: bool,
    pub(crate) is_from: bool,
    /// Whether it is not in the catalog.
    pub(crate) is_skipped: bool,
}

impl Field<'_> {
    /// Returns the name without `r#`, or the position, which a message can show as `{0}`.
    pub(crate) fn name(&self) -> String {
        match &self.member {
            Member::Named(ident) => ident.unraw().to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }

    /// Whether it holds this parameter: by the name in its attribute, or else by its own.
    pub(crate) fn takes(&self, param: &Param) -> bool {
        if self.is_skipped {
            return false;
        }
        if let Some(given) = &self.param {
            return given.value() == param.name;
        }
        let name = self.name();
        name == param.field || name == param.name
    }

    pub(crate) fn span(&self) -> Span {
        match &self.field.ident {
            Some(ident) => ident.span(),
            None => self.field.ty.span(),
        }
    }

    /// Returns its value, which is in this variable. If its type is not shown, the compiler reports it at the field.
    pub(crate) fn shown(&self, variable: &Ident, runtime: &syn::Path) -> TokenStream {
        let value = Ident::new("value", variable.span());
        if !self.is_option() {
            return quote!(#runtime::__private::Own(#variable).#value());
        }
        quote! {
            match *#variable {
                ::core::option::Option::Some(ref field) => #runtime::__private::Own(field).#value(),
                ::core::option::Option::None => #runtime::Value::Absent,
            }
        }
    }

    /// Whether its type is written as `Option<…>`.
    pub(crate) fn is_option(&self) -> bool {
        match &self.field.ty {
            syn::Type::Path(path) => path
                .path
                .segments
                .last()
                .is_some_and(|last| last.ident == "Option" && !last.arguments.is_none()),
            _ => false,
        }
    }
}

impl<'i> Item<'i> {
    /// # Errors
    ///
    /// An attribute is invalid.
    // It happens once, in a build that fails.
    #[allow(clippy::result_large_err)]
    pub(crate) fn parse(input: &'i DeriveInput) -> std::result::Result<Self, InvalidItem> {
        let target = OwnTarget::parse(input)?;
        let variants = match &input.data {
            Data::Enum(data) => Variant::parse_all(data),
            _ => Err(Error::new(input.ident.span(), "expected an enum")),
        };
        match variants {
            Ok(variants) => Ok(Self {
                input,
                target,
                variants,
            }),
            Err(error) => Err(InvalidItem {
                names: target.names,
                error,
            }),
        }
    }
}

impl<'i> Variant<'i> {
    fn parse_all(data: &'i DataEnum) -> Result<Vec<Self>> {
        let mut variants = Vec::with_capacity(data.variants.len());
        let mut errors = Errors::default();
        for variant in &data.variants {
            if let Some(parsed) = errors.keep(Self::parse(variant)) {
                variants.push(parsed);
            }
        }
        errors.finish()?;
        Ok(variants)
    }

    fn parse(variant: &'i syn::Variant) -> Result<Self> {
        let mut attributes = VariantAttributes::default();
        for attribute in &variant.attrs {
            if attribute.path().is_ident("catalog") {
                each_key(attribute, &mut |meta| attributes.set(meta))?;
            } else if is_field_attribute(attribute) {
                let message = "this attribute is only allowed on a field";
                return Err(Error::new_spanned(attribute, message));
            }
        }
        let mut fields = Vec::with_capacity(variant.fields.len());
        let mut errors = Errors::default();
        for (index, field) in variant.fields.iter().enumerate() {
            if let Some(parsed) = errors.keep(Field::parse(index, field)) {
                fields.push(parsed);
            }
        }
        errors.finish()?;
        let role = attributes.role(variant)?;
        let parsed = Self {
            ident: &variant.ident,
            role,
            fields,
        };
        parsed.check(&variant.fields)?;
        Ok(parsed)
    }

    /// Returns the field with the other catalog's error in a transparent variant.
    pub(crate) fn inner(&self) -> Option<&Field<'i>> {
        self.fields.iter().find(|field| !field.is_skipped)
    }

    fn check(&self, fields: &Fields) -> Result<()> {
        let from = self.fields.iter().find(|field| field.is_from);
        if let (Some(from), true) = (from, self.fields.len() > 1) {
            let message = "`#[from]` must be on the only field of its variant";
            return Err(Error::new(from.span(), message));
        }
        let (mut sources, mut inner) = (0, 0);
        for field in &self.fields {
            inner += usize::from(!field.is_skipped);
            sources += usize::from(field.is_source);
            if field.is_source && sources == 2 {
                let message = "duplicate source; an error can have only one";
                return Err(Error::new(field.span(), message));
            }
        }
        let is_single = matches!(fields, Fields::Unnamed(_)) && inner == 1;
        if matches!(self.role, Role::Transparent) && !is_single {
            let message =
                "expected one field, the error of another catalog, as in `Name(OtherError)`";
            return Err(Error::new(self.ident.span(), message));
        }
        Ok(())
    }
}

fn is_field_attribute(attribute: &Attribute) -> bool {
    attribute.path().is_ident("source") || attribute.path().is_ident("from")
}

/// The keys of `#[catalog(…)]` on a variant.
#[derive(Default)]
struct VariantAttributes {
    id: Option<LitStr>,
    transparent: Option<Span>,
    other: Option<Span>,
    outside: Other,
}

impl VariantAttributes {
    fn set(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let span = meta.path.span();
        let Some(key) = meta.path.get_ident() else {
            return Err(Error::new(span, "expected a key"));
        };
        match &*key.to_string() {
            "id" => self.id = Some(meta.value()?.parse()?),
            "transparent" => self.transparent = Some(span),
            "other" => self.other = Some(span),
            "code" => self.outside.code = Some(meta.value()?.parse()?),
            "status" => self.outside.status = Some(meta.value()?.parse()?),
            "message" => self.outside.message = Some(meta.value()?.parse()?),
            "param" | "skip" => {
                let message = format!(
                    "`{}` is only allowed on a field",
                    meta.path.to_token_stream()
                );
                return Err(Error::new(span, message));
            }
            unknown => {
                let known = ["id", "transparent", "other", "code", "status", "message"];
                return Err(Error::new(span, unknown_key("a variant", unknown, &known)));
            }
        }
        Ok(())
    }

    fn role(self, variant: &syn::Variant) -> Result<Role> {
        let outside = self.outside;
        if let (None, Some(span)) = (self.other, outside.first_span()) {
            let message = "`code`, `status`, and `message` come from the catalog; \
                mark an error outside it with `other`";
            return Err(Error::new(span, message));
        }
        match (self.id, self.transparent, self.other) {
            (id, None, None) => Ok(Role::Entry(id)),
            (None, Some(_), None) => Ok(Role::Transparent),
            (None, None, Some(span)) => outside
                .checked(span)
                .map(|other| Role::Other(Box::new(other))),
            _ => {
                let message = "conflicting keys; a variant is an error of the catalog (`id`), \
                    of another one (`transparent`), or of none (`other`)";
                Err(Error::new(variant.ident.span(), message))
            }
        }
    }
}

impl<'i> Field<'i> {
    fn parse(index: usize, field: &'i syn::Field) -> Result<Self> {
        let mut parsed = Self {
            member: field
                .ident
                .clone()
                .map_or_else(|| Member::from(index), Member::Named),
            field,
            param: None,
            is_source: false,
            is_from: false,
            is_skipped: false,
        };
        for attribute in &field.attrs {
            if attribute.path().is_ident("source") {
                attribute.meta.require_path_only()?;
                parsed.is_source = true;
            } else if attribute.path().is_ident("from") {
                attribute.meta.require_path_only()?;
                parsed.is_from = true;
                parsed.is_source = true;
            } else if attribute.path().is_ident("catalog") {
                each_key(attribute, &mut |meta| parsed.set(meta))?;
            }
        }
        if let (Some(param), true) = (&parsed.param, parsed.is_skipped) {
            let message = "conflicting keys; keep only one of `param` and `skip`";
            return Err(Error::new(param.span(), message));
        }
        Ok(parsed)
    }

    fn set(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        if meta.path.is_ident("param") {
            self.param = Some(meta.value()?.parse()?);
            return Ok(());
        }
        if meta.path.is_ident("skip") {
            self.is_skipped = true;
            return Ok(());
        }
        let span = meta.path.span();
        let key = meta
            .path
            .get_ident()
            .map(ToString::to_string)
            .unwrap_or_default();
        if ["id", "transparent", "other", "code", "status", "message"].contains(&&*key) {
            return Err(Error::new(
                span,
                format!("`{key}` is only allowed on a variant"),
            ));
        }
        Err(Error::new(
            span,
            unknown_key("a field", &key, &["param", "skip"]),
        ))
    }
}

fn unknown_key(what: &str, key: &str, known: &[&str]) -> String {
    format!(
        "unknown key `{key}` in `#[catalog(…)]` on {what}; {}",
        meant(key, known)
    )
}
