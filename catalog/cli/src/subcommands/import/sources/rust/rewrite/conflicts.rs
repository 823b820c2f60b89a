//! What else in the package has the names that the derive writes.

use super::super::attributes::{is_named, Family};
use super::super::find::{File, Found};
use super::super::package;
use super::super::scan::{is_punct, levels, Level};
use proc_macro2::{Delimiter, TokenTree};
use std::path::{Path, PathBuf};

/// The methods that the derive writes.
const METHODS: [&str; 8] = [
    "code",
    "documentation",
    "entry",
    "kind",
    "message",
    "retry",
    "status",
    "to_body",
];

/// What the other files of the package have.
pub(in super::super) struct Neighbours {
    impls: Vec<Impl>,
    types: Vec<(PathBuf, String)>,
}

/// An implementation.
struct Impl {
    file: PathBuf,
    of_trait: Option<String>,
    of_type: String,
    methods: Vec<String>,
}

impl Neighbours {
    /// Reads the packages of these files.
    pub(in super::super) fn new(files: &[PathBuf]) -> Self {
        let mut all = Self {
            impls: Vec::new(),
            types: Vec::new(),
        };
        for path in package::files(files) {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            // What is not valid Rust has no items.
            for level in levels(&text).unwrap_or_default() {
                all.add(&path, &level);
            }
        }
        all
    }

    fn add(&mut self, file: &Path, level: &Level) {
        for (at, token) in level.tokens.iter().enumerate() {
            let TokenTree::Ident(keyword) = token else {
                continue;
            };
            let rest = level.tokens.get(at + 1..).unwrap_or_default();
            match (&*keyword.to_string(), rest.first()) {
                ("impl", _) => self.impls.extend(implementation(file, rest)),
                ("enum" | "struct" | "type" | "trait" | "union", Some(TokenTree::Ident(name))) => {
                    self.types.push((file.to_owned(), name.to_string()));
                }
                _ => {}
            }
        }
    }

    /// Checks that the derive on an enum writes nothing that already exists. Returns the name of its kinds, if the usual one
    /// is taken.
    pub(super) fn check(
        &self,
        file: &File,
        found: &Found,
        has_status: bool,
    ) -> Result<Option<String>, String> {
        let path = std::path::absolute(&file.path).unwrap_or_default();
        let is_of = |it: &&Impl| {
            // In another file, the name can be that of another type.
            let defines =
                |(file, name): &(PathBuf, String)| *file == it.file && *name == found.name;
            it.of_type == found.name && (it.file == path || !self.types.iter().any(defines))
        };
        for one in self.impls.iter().filter(is_of) {
            let is_written =
                |name: &&String| METHODS.contains(&&***name) && (has_status || *name != "status");
            if let Some(method) = one.methods.iter().find(is_written) {
                return Err(format!(
                    "it has a method `{method}`, which the derive writes as well; remove or rename it first"
                ));
            }
            if one.of_trait.as_deref() == Some("Error") {
                return Err(
                    "it implements `Error` by hand, which the derive does; remove that first"
                        .to_owned(),
                );
            }
        }
        if found.family == Family::Displaydoc {
            let derives = file.derives(&found.item.attrs);
            let implements = |it: &Impl| it.of_trait.as_deref() == Some("Debug");
            if !derives.iter().any(|it| is_named(it, "Debug"))
                && !self.impls.iter().filter(is_of).any(implements)
            {
                return Err("it does not implement `Debug`, which errors do".to_owned());
            }
        }
        let is_taken = |name: &String| {
            let mut levels = file.levels.iter().flat_map(|level| &level.tokens);
            levels.any(|token| matches!(token, TokenTree::Ident(ident) if ident == name))
                || self.types.iter().any(|(_, known)| known == name)
        };
        let usual = format!("{}Kind", found.name);
        if !is_taken(&usual) {
            return Ok(None);
        }
        let others = ["CatalogKind", "EntryKind"].map(|end| format!("{}{end}", found.name));
        let free = others.into_iter().find(|name| !is_taken(name));
        free.map(Some)
            .ok_or_else(|| format!("the derive writes the type `{usual}`, which exists already"))
    }
}

/// Reads what is behind `impl`.
fn implementation(file: &Path, rest: &[TokenTree]) -> Option<Impl> {
    let end = rest.iter().position(
        |token| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace),
    )?;
    let TokenTree::Group(body) = rest.get(end)? else {
        return None;
    };
    let header = rest.get(..end)?;
    // `for<'a>` is not the one before the type.
    let is_for = |at: usize| {
        matches!(header.get(at), Some(TokenTree::Ident(ident)) if ident == "for")
            && !header.get(at + 1).is_some_and(|it| is_punct(it, '<'))
    };
    let middle = (0..header.len()).find(|at| is_for(*at));
    let (of_trait, of_type) = match middle {
        Some(at) => (last_name(header.get(..at)?), header.get(at + 1..)?),
        None => (None, header),
    };
    let body: Vec<TokenTree> = body.stream().into_iter().collect();
    let methods = body.windows(2).filter_map(|pair| match pair {
        [TokenTree::Ident(keyword), TokenTree::Ident(name)] if keyword == "fn" => {
            Some(name.to_string())
        }
        _ => None,
    });
    Some(Impl {
        file: file.to_owned(),
        of_trait: of_trait.filter(|_| middle.is_some()),
        of_type: last_name(of_type)?,
        methods: methods.collect(),
    })
}

/// Returns the last name of a path, outside of `<…>` and before `where`.
fn last_name(tokens: &[TokenTree]) -> Option<String> {
    let (mut angles, mut name) = (0_usize, None);
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if angles == 0 => {
                if ident == "where" {
                    break;
                }
                name = Some(ident.to_string());
            }
            token if is_punct(token, '<') => angles += 1,
            token if is_punct(token, '>') => angles = angles.saturating_sub(1),
            _ => {}
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{Level, Neighbours};
    use crate::subcommands::import::sources::rust::scan::levels;
    use std::path::Path;

    #[test]
    fn implementations_are_found_with_their_types_and_methods() {
        let text = "impl<T: Fn() -> U> a::E<T> where T: V { pub const fn kind(&self) {} }\n\
                    mod m { impl std::error::Error for b::F<'_> { fn source() {} } impl for<'a> G<'a> for H {} } enum I {}";
        let mut all = Neighbours {
            impls: Vec::new(),
            types: Vec::new(),
        };
        let levels: Vec<Level> = levels(text).unwrap();
        for level in &levels {
            all.add(Path::new(""), level);
        }
        let mut shown: Vec<String> = all
            .impls
            .iter()
            .map(|it| format!("{:?} {} {:?}", it.of_trait, it.of_type, it.methods))
            .collect();
        shown.sort();
        let expected = [
            "None E [\"kind\"]",
            "Some(\"Error\") F [\"source\"]",
            "Some(\"G\") H []",
        ];
        assert_eq!(shown, expected);
        assert_eq!(all.types.len(), 1);
    }
}
