//! A variant of an enum, as an entry.

use super::super::super::draft::{Code, Entry, Message, Param, Place};
use super::attributes::{attribute, Family};
use super::message;
use error_catalog_model::ParamType;
use quote::ToTokens;
use std::sync::Arc;
use syn::ext::IdentExt;
use syn::{Attribute, Type};

/// A variant, and the parts of it that have no equivalent.
pub(super) struct Variant {
    pub(super) name: String,
    /// Its code is set later, when the codes of all variants are known.
    pub(super) entry: Entry,
    pub(super) fields: Vec<Field>,
    /// Whether its message is its documentation, which is a guess.
    pub(super) is_documentation: bool,
    /// What cannot be carried over: an enum with any is not rewritten.
    pub(super) problems: Vec<String>,
}

/// A field of a variant.
pub(super) struct Field {
    /// Its name, or its position.
    pub(super) name: String,
    /// The parameter that it is, if the message shows it.
    pub(super) param: Option<String>,
    /// Whether an expression in the message has it.
    is_mentioned: bool,
    /// Whether it has `#[source]` or `#[from]`.
    pub(super) is_marked: bool,
    /// Whether its name makes it the source.
    pub(super) is_source_by_name: bool,
}

impl Variant {
    /// Returns its message.
    pub(super) fn template(&self) -> Option<&str> {
        match &self.entry.message {
            Some(Message::Template(text)) => Some(text),
            _ => None,
        }
    }
}

impl Field {
    /// Whether it is neither in the message nor the source.
    pub(super) fn is_skipped(&self) -> bool {
        self.param.is_none() && !self.is_mentioned && !self.is_marked && !self.is_source_by_name
    }
}

pub(super) fn read(
    variant: &syn::Variant,
    of_enum: &[Attribute],
    family: Family,
    file: &Arc<str>,
) -> Variant {
    let name = variant.ident.unraw().to_string();
    let fields = variant.fields.iter().enumerate();
    let names: Vec<String> = fields.map(|(at, field)| name_of(at, field)).collect();
    let texts = message::read(variant, of_enum, family, &names);
    let template = texts.template;
    let mut problems = template.problems;
    if attribute(&variant.attrs, "cfg_attr").is_some() {
        problems.push("its attributes in `cfg_attr` are not read".to_owned());
    }
    let mut params = Vec::new();
    let mut read = Vec::new();
    for (field, name) in variant.fields.iter().zip(names) {
        let param = template.fields.get(&name).cloned();
        let is_alone = variant.fields.len() == 1;
        problems.extend(without_equivalent(field, &name, is_alone, param.is_some()));
        if let Some(param) = &param {
            params.push(Param::new(&**param, param_type(&field.ty)));
        }
        let has = |path: &str| attribute(&field.attrs, path).is_some();
        read.push(Field {
            is_marked: has("source") || has("from"),
            // `r#source` is not the source.
            is_source_by_name: field.ident.as_ref().is_some_and(|ident| ident == "source"),
            is_mentioned: template.mentioned.contains(&name),
            name,
            param,
        });
    }
    let line = variant.ident.span().start().line;
    Variant {
        entry: Entry {
            place: Place::new(file, u32::try_from(line).unwrap_or(0)),
            code: texts.code.map_or(Code::None, Code::Text),
            name: Some(name.clone()),
            message: template.text.map(Message::Template),
            params,
            description: texts.description,
            ..Entry::default()
        },
        name,
        fields: read,
        is_documentation: texts.is_documentation,
        problems,
    }
}

/// Returns the name of a field, or its position.
fn name_of(at: usize, field: &syn::Field) -> String {
    let name = field.ident.as_ref().map(|ident| ident.unraw().to_string());
    name.unwrap_or_else(|| at.to_string())
}

/// Returns what of a field has no equivalent.
fn without_equivalent(
    field: &syn::Field,
    name: &str,
    is_alone: bool,
    is_shown: bool,
) -> Vec<String> {
    let has = |path: &str| attribute(&field.attrs, path).is_some();
    let named = names_in(&field.ty);
    let is = |name: &str| named.last().is_some_and(|last| last == name);
    let mut problems = Vec::new();
    if has("backtrace") || is("Backtrace") {
        problems.push(format!(
            "the field `{name}` is a backtrace; catalogs have none"
        ));
    }
    if has("from") && !is_alone {
        problems.push(format!(
            "the field `{name}` has `#[from]` beside another field"
        ));
    }
    if has("from") && named.first().is_some_and(|first| first == "Option") {
        problems.push(format!("the field `{name}` has `#[from]` and is optional"));
    }
    if has("cfg_attr") {
        problems.push(format!(
            "the attributes of the field `{name}` in `cfg_attr` are not read"
        ));
    }
    if is_shown && named.iter().any(|it| it == "Path" || it == "PathBuf") {
        problems.push(format!(
            "the field `{name}` in its message is a path, which does not implement `Display`"
        ));
    }
    problems
}

/// Returns the names in a type, without those before `::`.
fn names_in(written: &Type) -> Vec<String> {
    let mut names = Vec::new();
    let mut open = vec![written.to_token_stream()];
    let mut is_after_colons = false;
    while let Some(tokens) = open.pop() {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Group(group) => open.push(group.stream()),
                proc_macro2::TokenTree::Ident(ident) => {
                    if is_after_colons {
                        names.pop();
                    }
                    names.push(ident.to_string());
                    is_after_colons = false;
                }
                other => is_after_colons = super::scan::is_punct(&other, ':'),
            }
        }
    }
    names
}

/// Returns the type of a parameter: that of a number or a boolean, and else a string.
fn param_type(written: &Type) -> ParamType {
    match &*written.to_token_stream().to_string() {
        "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" => {
            ParamType::Integer
        }
        "bool" => ParamType::Boolean,
        _ => ParamType::String,
    }
}
