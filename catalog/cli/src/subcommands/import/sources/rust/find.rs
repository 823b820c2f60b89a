//! Finds the enums of errors in a file.

use super::super::super::draft::Place;
use super::super::super::input::Text;
use super::super::super::report::Report;
use super::super::proto::is_of_errors;
use super::attributes::{attribute, derives, is_named, Family};
use super::names::Names;
use super::scan::{self, Item, Keyword, Level};
use super::variant::{self, Variant};
use crate::failure::Failure;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use syn::{Attribute, ItemEnum};

/// A Rust file.
pub(super) struct File {
    pub(super) path: PathBuf,
    pub(super) name: Arc<str>,
    pub(super) text: String,
    pub(super) levels: Vec<Level>,
    pub(super) items: Vec<Item>,
    pub(super) names: Names,
}

/// An enum of errors.
pub(super) struct Found {
    pub(super) name: String,
    pub(super) place: Place,
    pub(super) family: Family,
    pub(super) item: ItemEnum,
    pub(super) variants: Vec<Variant>,
    /// Why the whole enum is not rewritten.
    pub(super) problems: Vec<String>,
    /// Whether it is one of errors for certain.
    pub(super) is_of_errors: bool,
}

impl File {
    /// Reads a file; one that cannot have errors has no items.
    ///
    /// # Errors
    ///
    /// It cannot be read, or it is not valid Rust.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let text = Text::read(path)?;
        // Most files have none, and reading their tokens takes far longer.
        let words = ["Error", "Snafu", "strum", "displaydoc", "ErrorCatalog"];
        let can_have_errors = words.iter().any(|word| text.content.contains(word));
        let content = if can_have_errors { &*text.content } else { "" };
        let levels = scan::levels(content).map_err(|error| {
            let start = error.span().start();
            Failure::new(format!(
                "`{}:{}:{}` is not valid Rust: {error}",
                text.name,
                start.line,
                start.column + 1
            ))
        })?;
        let items = scan::items(&levels);
        Ok(Self {
            path: path.to_owned(),
            name: text.name.as_str().into(),
            text: text.content,
            names: Names::new(&items),
            levels,
            items,
        })
    }

    pub(super) fn place(&self, item: &Item) -> Place {
        Place::new(&self.name, item.line)
    }

    /// Returns the enums of errors, and reports what has the attributes of one and is not.
    pub(super) fn enums(&self, report: &mut Report) -> Vec<Found> {
        let mut found = Vec::new();
        for item in &self.items {
            let read = match item.keyword {
                Keyword::Use => continue,
                Keyword::Struct => self.structure(item).map(|()| None),
                Keyword::Enum => self.enumeration(item),
            };
            let read = read.and_then(|one| match one {
                Some(_) if item.is_in_tests => Err("it is compiled in tests only".to_owned()),
                one => Ok(one),
            });
            match read {
                Ok(one) => found.extend(one),
                Err(reason) => {
                    let kind = if item.keyword == Keyword::Enum {
                        "enum"
                    } else {
                        "struct"
                    };
                    let text = format!("the {kind} `{}`: {reason}", item.name);
                    report.left_out(text, Some(self.place(item)));
                }
            }
        }
        found
    }

    /// Checks that a struct is not an error.
    fn structure(&self, item: &Item) -> Result<(), String> {
        // Most structs have other attributes.
        if !has_word(item, &["derive", "cfg_attr"]) || !scan::is_shallow(&item.tokens) {
            return Ok(());
        }
        let Ok(parsed) = syn::parse2::<syn::ItemStruct>(item.tokens.clone()) else {
            return Ok(());
        };
        let derives = self.derives(&parsed.attrs);
        let is_error = |path: &String| {
            is_named(path, "Error")
                || is_named(path, "Snafu")
                || path == "displaydoc::Display" && is_of_errors(&item.name)
        };
        match derives.iter().find(|path| is_error(path)) {
            Some(path) => Err(format!(
                "it derives `{path}`, and a struct is a single error; only enums are read"
            )),
            None => Ok(()),
        }
    }

    fn enumeration(&self, item: &Item) -> Result<Option<Found>, String> {
        if !has_word(item, &["derive", "cfg_attr"]) {
            return Ok(None);
        }
        let is_of_macro = || Err("a macro writes it".to_owned());
        if item.name == "$" {
            let is_error = has_word(item, &["Error", "Snafu"]);
            return if is_error { is_of_macro() } else { Ok(None) };
        }
        if !scan::is_shallow(&item.tokens) {
            return Err("it is nested too deeply".to_owned());
        }
        let parsed = match syn::parse2::<ItemEnum>(item.tokens.clone()) {
            Ok(parsed) => parsed,
            Err(_) if item.is_in_macro => return is_of_macro(),
            Err(error) => return Err(format!("it is not valid Rust: {error}")),
        };
        let Some(family) = self.family(&parsed)? else {
            return Ok(None);
        };
        let variants = parsed.variants.iter();
        let mut problems = match family {
            Family::Thiserror | Family::Displaydoc => Vec::new(),
            Family::Snafu => vec!["the context selectors of snafu have no equivalent".to_owned()],
            Family::Strum => {
                vec![
                    "strum has a `Display` and a `get_message`, and an error has one message"
                        .to_owned(),
                ]
            }
        };
        if item.is_in_macro {
            problems.push("it is in a macro".to_owned());
        }
        if attribute(&parsed.attrs, "cfg_attr").is_some() {
            problems.push("its attributes in `cfg_attr` are not read".to_owned());
        }
        let name = parsed.ident.to_string();
        let derives = self.derives(&parsed.attrs);
        let is_error = family == Family::Thiserror
            || family == Family::Snafu
            || derives.iter().any(|path| is_named(path, "Error"));
        Ok(Some(Found {
            is_of_errors: is_error || is_of_errors(&name),
            place: self.place(item),
            variants: variants
                .map(|it| variant::read(it, &parsed.attrs, family, &self.name))
                .collect(),
            problems,
            family,
            name,
            item: parsed,
        }))
    }

    /// Returns the crate whose attributes an enum has; `None` if it has other attributes.
    ///
    /// # Errors
    ///
    /// It has some that are not read; the text says which.
    fn family(&self, item: &ItemEnum) -> Result<Option<Family>, String> {
        let of_variants = item.variants.iter().flat_map(|variant| &variant.attrs);
        let all: Vec<&Attribute> = item.attrs.iter().chain(of_variants).collect();
        let has = |path: &str| all.iter().any(|it| it.path().is_ident(path));
        let conditional = || {
            let attributes = all.iter().filter(|it| it.path().is_ident("cfg_attr"));
            let lists = attributes.filter_map(|it| it.meta.require_list().ok());
            lists.map(|list| list.tokens.to_string())
        };
        let has_message = has("error") || conditional().any(|text| text.contains("error"));
        let derives = self.derives(&item.attrs);
        let find = |name: &str| derives.iter().find(|path| is_named(path, name));
        let display = find("Display").map(String::as_str);
        let is_displaydoc = match display {
            Some("displaydoc::Display") => true,
            // It can be imported with `*`, or under another name.
            Some("Display") => self.text.contains("displaydoc") && !has("strum"),
            _ => false,
        };
        if find("Snafu").is_some() {
            return Ok(Some(Family::Snafu));
        }
        if is_displaydoc && !has("error") {
            return Ok(Some(Family::Displaydoc));
        }
        if let Some(path) = find("Error") {
            return match has_message {
                _ if path.starts_with("derive_more::") => Err(format!(
                    "it derives `{path}`, whose attributes are not read"
                )),
                true => Ok(Some(Family::Thiserror)),
                false => Err("it derives `Error` and has no messages in attributes".to_owned()),
            };
        }
        let derives_if = |text: &str| {
            text.contains("derive") && (text.contains("Error") || text.contains("Snafu"))
        };
        if conditional().any(|text| derives_if(&text)) {
            return Err("its derive is in `cfg_attr`, which is not read".to_owned());
        }
        let is_strum = has("strum") || derives.iter().any(|path| path.starts_with("strum"));
        Ok(is_strum.then_some(Family::Strum))
    }

    /// Returns the paths in the `derive` attributes of an item, as they are imported.
    pub(super) fn derives(&self, attributes: &[Attribute]) -> Vec<String> {
        let paths = derives(attributes).into_iter();
        paths.map(|path| self.names.resolved(&path)).collect()
    }
}

/// Whether the tokens of an item have one of these words in an attribute of its own.
fn has_word(item: &Item, words: &[&str]) -> bool {
    let groups = item
        .tokens
        .clone()
        .into_iter()
        .filter_map(|token| match token {
            proc_macro2::TokenTree::Group(group) => Some(group),
            _ => None,
        });
    let mut attributes =
        groups.filter(|group| group.delimiter() == proc_macro2::Delimiter::Bracket);
    attributes.any(|group| {
        let text = group.stream().to_string();
        words.iter().any(|word| text.contains(word))
    })
}
