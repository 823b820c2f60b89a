//! Rewrites enums in their file: attributes and imports change, and all other bytes stay.

mod conflicts;
mod edits;
mod imports;

use super::super::super::doc::Doc;
use super::super::super::draft::Code;
use super::super::super::slot;
use super::attributes::{attribute, is_named, Family};
use super::find::{File, Found};
use super::package;
use super::variant::{Field, Variant};
use edits::Edits;
use error_catalog_model::variant_name;
use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use syn::punctuated::Pair;
use syn::spanned::Spanned;
use syn::{Attribute, Token, Visibility};

pub(super) use conflicts::Neighbours;

/// The path of the derive.
const DERIVE: &str = "error_catalog::ErrorCatalog";

/// What enums are rewritten onto.
pub(super) struct Target<'t> {
    pub(super) path: &'t Path,
    /// The entries of the catalog, by their codes.
    pub(super) entries: HashMap<Code, Doc>,
    /// Whether the derive writes a method for the status.
    pub(super) has_status: bool,
    pub(super) neighbours: Neighbours,
}

/// Returns a file with its enums rewritten, and what happened to each: the name of one that is rewritten, or why one stays.
pub(super) fn rewritten(
    file: &File,
    enums: &[Found],
    target: &Target<'_>,
) -> (Option<String>, Vec<Result<(), String>>) {
    let mut edits = Edits::default();
    let mut replaced = Vec::new();
    let outcomes = enums.iter().map(|found| {
        let of_one = of_enum(file, found, target)?;
        replaced.extend(of_one.replaced);
        edits.extend(of_one.edits);
        Ok(())
    });
    let outcomes: Vec<Result<(), String>> = outcomes.collect();
    if replaced.is_empty() {
        return (None, outcomes);
    }
    imports::remove_unused(file, &replaced, &mut edits);
    let text = edits.apply(&file.text);
    if text.is_some() {
        return (text, outcomes);
    }
    let overlap = || Err("its attributes overlap".to_owned());
    (None, enums.iter().map(|_| overlap()).collect())
}

/// The changes for one enum.
struct OfEnum {
    edits: Edits,
    /// Where the derives are that it no longer has.
    replaced: Vec<Range<usize>>,
}

fn of_enum(file: &File, found: &Found, target: &Target<'_>) -> Result<OfEnum, String> {
    let problems = found.variants.iter().flat_map(|variant| &variant.problems);
    if let Some(problem) = found.problems.iter().chain(problems).next() {
        return Err(problem.clone());
    }
    if found.variants.is_empty() {
        return Err("it has no variants".to_owned());
    }
    let kind = target.neighbours.check(file, found, target.has_status)?;
    let mut of_enum = OfEnum {
        edits: Edits::default(),
        replaced: Vec::new(),
    };
    let edits = &mut of_enum.edits;
    of_enum.replaced = derive(file, found, edits)?;
    for path in [
        "error",
        "ignore_extra_doc_attributes",
        "prefix_enum_doc_attributes",
    ] {
        if let Some(attribute) = attribute(&found.item.attrs, path) {
            edits.remove(of_attribute(attribute, file)?);
        }
    }
    let start = match &found.item.vis {
        Visibility::Inherited => found.item.enum_token.span().byte_range().start,
        visibility => visibility.span().byte_range().start,
    };
    let path = catalog_path(file, target.path)?;
    let kind = kind
        .map(|kind| format!(", kind = {kind}"))
        .unwrap_or_default();
    let attribute = format!("#[catalog(path = {path:?}{kind})]");
    edits.insert(
        start,
        format!("{attribute}{}", edits::break_at(&file.text, start)),
    );
    for (item, variant) in found.item.variants.iter().zip(&found.variants) {
        let id = id(variant, &target.entries)?;
        of_variant(item, variant, &id, file, edits)?;
    }
    Ok(of_enum)
}

/// Replaces the derive. Returns where the derives are that the enum no longer has.
fn derive(file: &File, found: &Found, edits: &mut Edits) -> Result<Vec<Range<usize>>, String> {
    let (own, other) = match found.family {
        Family::Displaydoc => ("Display", Some("Error")),
        _ => ("Error", None),
    };
    let mut replaced = Vec::new();
    for attribute in found
        .item
        .attrs
        .iter()
        .filter(|it| it.path().is_ident("derive"))
    {
        let paths = attribute
            .parse_args_with(syn::punctuated::Punctuated::<syn::Path, Token![,]>::parse_terminated);
        let paths = paths.map_err(|_| "its `derive` cannot be read".to_owned())?;
        let count = paths.len();
        let mut end_before = None;
        for pair in paths.pairs() {
            let path = pair.value();
            let range = path.span().byte_range();
            let resolved = file.names.resolved(path);
            if is_named(&resolved, own) {
                edits.replace(range.clone(), DERIVE);
                replaced.push(range.clone());
            } else if other.is_some_and(|other| is_named(&resolved, other)) {
                match (&pair, end_before) {
                    _ if count == 1 => edits.remove(of_attribute(attribute, file)?),
                    (Pair::Punctuated(_, comma), _) => {
                        edits.remove(range.start..comma.span().byte_range().end);
                    }
                    (Pair::End(_), Some(end)) => edits.cut(end..range.end),
                    (Pair::End(_), None) => {}
                }
                replaced.push(range.clone());
            }
            end_before = Some(range.end);
        }
    }
    if replaced.is_empty() {
        return Err("its `derive` cannot be read".to_owned());
    }
    Ok(replaced)
}

/// Returns the id of a variant's entry, which has the same message.
fn id(variant: &Variant, entries: &HashMap<Code, Doc>) -> Result<String, String> {
    let entry = entries.get(&variant.entry.code);
    let id = entry.and_then(slot::id);
    let (Some(entry), Some(id)) = (entry, id) else {
        return Err(format!("the catalog has no entry `{}`", variant.entry.code));
    };
    let message = entry.get("message").and_then(Doc::text);
    if message.as_deref() != variant.template() {
        return Err(format!("the catalog has another message for `{id}`"));
    }
    let mut details = entry.get("params").map_or(&[][..], Doc::members).iter();
    let is_shown = |name: &str| {
        variant
            .fields
            .iter()
            .any(|it| it.param.as_deref() == Some(name))
    };
    let is_optional = |value: &Doc| value.get("optional").is_some();
    match details.find(|(name, value)| !is_shown(name) && !is_optional(value)) {
        Some((name, _)) => Err(format!("the catalog has the detail `{name}` for `{id}`")),
        None => Ok(id),
    }
}

fn of_variant(
    item: &syn::Variant,
    variant: &Variant,
    id: &str,
    file: &File,
    edits: &mut Edits,
) -> Result<(), String> {
    let given = (variant_name(id) != variant.name).then(|| format!("#[catalog(id = {id:?})]"));
    let names = ["error", "displaydoc"];
    let own = names.iter().find_map(|path| attribute(&item.attrs, path));
    match (own, given) {
        (Some(own), Some(given)) => edits.replace(of_attribute(own, file)?, &given),
        (Some(own), None) => edits.remove(of_attribute(own, file)?),
        (None, Some(given)) => edits.insert(item.ident.span().byte_range().start, given + " "),
        (None, None) => {}
    }
    for (item, field) in item.fields.iter().zip(&variant.fields) {
        let Some(added) = of_field(field) else {
            continue;
        };
        let start = match (&item.vis, &item.ident) {
            (Visibility::Inherited, Some(ident)) => ident.span(),
            (Visibility::Inherited, None) => item.ty.span(),
            (visibility, _) => visibility.span(),
        };
        edits.insert(start.byte_range().start, added);
    }
    Ok(())
}

/// Returns the attributes that a field gets.
fn of_field(field: &Field) -> Option<String> {
    let Some(param) = &field.param else {
        return field.is_skipped().then(|| "#[catalog(skip)] ".to_owned());
    };
    let param = (*param != field.name).then(|| format!("#[catalog(param = {param:?})] "));
    // A parameter is not the source by its name.
    let source = (field.is_source_by_name && !field.is_marked).then_some("#[source] ");
    let added = format!(
        "{}{}",
        param.unwrap_or_default(),
        source.unwrap_or_default()
    );
    (!added.is_empty()).then_some(added)
}

/// Returns the range of an attribute that is removed: nothing but tokens of code may be lost.
fn of_attribute(attribute: &Attribute, file: &File) -> Result<Range<usize>, String> {
    let range = attribute.span().byte_range();
    if edits::has_comment(attribute, &file.text) {
        return Err("an attribute has a comment, which would be lost".to_owned());
    }
    Ok(range)
}

/// Returns the path of the catalog from the package of a file.
fn catalog_path(file: &File, to: &Path) -> Result<String, String> {
    let package = package::folder(&file.path).ok_or("its file is in no package")?;
    let to = std::path::absolute(to).map_err(|error| error.to_string())?;
    // The catalog does not exist yet; its folder does not either.
    let clean = |path: &Path| {
        let mut clean = std::path::PathBuf::new();
        for part in path.components() {
            match part {
                std::path::Component::ParentDir => {
                    clean.pop();
                }
                part => clean.push(part),
            }
        }
        clean
    };
    let (package, to) = (clean(&package), clean(&to));
    let shared = package.ancestors().find(|folder| to.starts_with(folder));
    let shared = shared.ok_or("the catalog is on another drive")?;
    let up = package
        .strip_prefix(shared)
        .map_or(0, |rest| rest.components().count());
    let down = to.strip_prefix(shared).unwrap_or(&to).components();
    let parts = std::iter::repeat_n("..".to_owned(), up);
    let parts = parts.chain(down.map(|part| part.as_os_str().to_string_lossy().into_owned()));
    let path = parts.collect::<Vec<_>>().join("/");
    error_catalog_codegen::catalog_file(&package, &path)?;
    Ok(path)
}
