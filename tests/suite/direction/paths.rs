//! The modules of a crate, and the modules that each of them needs.
//!
//! A module needs another if it has a path to an item that the other defines, in an import or anywhere else, in any
//! spelling. An item that a module re-exports with `pub use` is defined where it comes from, and re-exporting it needs
//! nothing. Test code does not count.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The names of modules from the root of the crate, or the segments of a path.
type Names = Vec<String>;

/// The modules that a module needs, each with a path to one of its items.
type Needs = BTreeMap<Names, BTreeMap<Names, String>>;

/// The files of a crate, by their modules.
pub(super) struct Sources {
    files: BTreeMap<Names, File>,
}

#[derive(Default)]
struct File {
    /// The items that it defines.
    items: BTreeSet<String>,
    /// Its imports: the local name, or `*`, and the path.
    imports: Vec<(String, Names)>,
    /// The paths of the items that it needs.
    needs: Vec<Names>,
}

impl Sources {
    /// Reads the `src` of a crate.
    pub(super) fn read(folder: &Path) -> Self {
        let mut files = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(inner) = folders.pop() {
            for entry in fs::read_dir(inner).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|it| it == "rs") {
                    let text = fs::read_to_string(&path).unwrap();
                    files.push((path.strip_prefix(folder).unwrap().to_owned(), text));
                }
            }
        }
        Self::new(files)
    }

    pub(super) fn new(files: Vec<(PathBuf, String)>) -> Self {
        let files = files.into_iter().map(|(path, text)| {
            let tokens: TokenStream = text.parse().unwrap();
            let mut file = File::default();
            file.scan(tokens, true);
            (module(&path), file)
        });
        let mut sources = Self {
            files: files.collect(),
        };
        sources.leave_tests_out();
        sources
    }

    /// Removes files that are modules only under `#[cfg(test)]`.
    fn leave_tests_out(&mut self) {
        let declared = |module: &Names| match module.split_last() {
            None => true,
            Some((name, parent)) => self.files[parent].items.contains(name),
        };
        let tests: Vec<Names> = self
            .files
            .keys()
            .filter(|it| !declared(it))
            .cloned()
            .collect();
        self.files
            .retain(|module, _| !tests.iter().any(|test| module.starts_with(test)));
    }

    /// Returns the circles among the modules of each folder, each module together with its submodules: their names, and
    /// a path from each to the next.
    pub(super) fn circles(&self) -> Vec<(Names, Names)> {
        let mut needs = Needs::new();
        for (module, file) in &self.files {
            for path in &file.needs {
                let needed = self.find(module, path, 0);
                if let Some((from, to)) = needed.and_then(|needed| siblings(module, needed)) {
                    needs.entry(from).or_default().insert(to, path.join("::"));
                }
            }
        }
        let mut circles = Vec::new();
        let mut seen = BTreeSet::new();
        for start in needs.keys() {
            let Some(circle) = way_back(start, &needs) else {
                continue;
            };
            if seen.insert(circle.iter().copied().collect::<BTreeSet<_>>()) {
                let after = circle.iter().skip(1).chain([&start]);
                let paths = circle
                    .iter()
                    .zip(after)
                    .map(|(from, to)| needs[*from][*to].clone());
                let names = circle.iter().map(|names| names.join("::"));
                circles.push((names.collect(), paths.collect()));
            }
        }
        circles
    }

    /// Finds the module that defines the item of a path; `None` outside of the crate.
    fn find(&self, from: &Names, path: &[String], depth: usize) -> Option<&Names> {
        let (first, rest) = path.split_first()?;
        let mut module = match &**first {
            "crate" => Names::new(),
            "self" => from.clone(),
            "super" => from.split_last()?.1.to_vec(),
            child if self.is_module(from, child) => [from, &[child.to_owned()][..]].concat(),
            _ => return None,
        };
        for name in rest {
            if name == "super" {
                module.pop();
            } else if self.is_module(&module, name) {
                module.push(name.clone());
            } else {
                // The rest of the path is within the item: a variant, or a function of a type.
                let passed_on = self.passed_on(&module, name, depth);
                return passed_on.or_else(|| self.key(&module));
            }
        }
        self.key(&module)
    }

    /// Finds the module that defines an item that this one re-exports.
    fn passed_on(&self, module: &Names, name: &str, depth: usize) -> Option<&Names> {
        let file = self.files.get(module)?;
        if depth > 8 || file.items.contains(name) {
            return None;
        }
        let named = file.imports.iter().find(|(alias, _)| alias == name);
        if let Some((_, path)) = named {
            return self.find(module, path, depth + 1);
        }
        let globs = file.imports.iter().filter(|(alias, _)| alias == "*");
        globs
            .filter_map(|(_, path)| self.find(module, path, depth + 1))
            .find(|glob| self.files[*glob].items.contains(name))
    }

    fn is_module(&self, parent: &Names, name: &str) -> bool {
        self.key(&[parent, &[name.to_owned()][..]].concat())
            .is_some()
    }

    fn key(&self, module: &Names) -> Option<&Names> {
        self.files.get_key_value(module).map(|(key, _)| key)
    }
}

/// Returns the modules of one folder that contain these; `None` if one contains the other.
fn siblings(from: &Names, to: &Names) -> Option<(Names, Names)> {
    let level = from.iter().zip(to).position(|(one, other)| one != other)?;
    let upto = |names: &Names| names.iter().take(level + 1).cloned().collect();
    Some((upto(from), upto(to)))
}

/// Finds the shortest path from a module to itself.
fn way_back<'n>(start: &'n Names, needs: &'n Needs) -> Option<Vec<&'n Names>> {
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in needs.get(*way.last()?).into_iter().flat_map(BTreeMap::keys) {
                if next == start {
                    return Some(way);
                }
                if seen.insert(next) {
                    longer.push(way.iter().copied().chain([next]).collect());
                }
            }
        }
        ways = longer;
    }
    None
}

/// Returns the module of a file.
fn module(path: &Path) -> Names {
    let mut names: Names = path
        .with_extension("")
        .iter()
        .map(|name| name.to_str().unwrap().to_owned())
        .collect();
    if names.last().is_some_and(|it| it == "mod") || names == ["lib"] || names == ["main"] {
        names.pop();
    }
    names
}

impl File {
    /// Collects the definitions, imports, and needs of tokens; `outermost` tokens are not in braces.
    fn scan(&mut self, tokens: TokenStream, outermost: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        let mut is_public = false;
        while let Some(token) = tokens.get(at) {
            at += match token {
                TokenTree::Punct(punct)
                    if punct.as_char() == '#' && is_test(tokens.get(at + 1)) =>
                {
                    2 + item(&tokens[at + 2..])
                }
                TokenTree::Ident(ident) if ident == "pub" => {
                    is_public = true;
                    let scope = tokens.get(at + 1);
                    at += 1 + usize::from(matches!(scope, Some(TokenTree::Group(_))));
                    continue;
                }
                TokenTree::Ident(ident) if ident == "use" => {
                    let length = item(&tokens[at..]);
                    self.import(&[], &tokens[at + 1..at + length - 1], is_public);
                    length
                }
                TokenTree::Ident(_) => {
                    if let (true, Some(name)) = (outermost, defined(&tokens[at..])) {
                        self.items.insert(name);
                    }
                    let (path, length) = path(&tokens[at..]);
                    if path.len() > 1 && !follows_colons(&tokens[..at]) {
                        self.needs.push(path);
                    }
                    length
                }
                TokenTree::Group(group) => {
                    self.scan(group.stream(), false);
                    1
                }
                _ => 1,
            };
            is_public = false;
        }
    }

    /// Collects the imports of a tree without its `use` and its `;`.
    fn import(&mut self, before: &[String], tree: &[TokenTree], is_public: bool) {
        let (names, length) = path(tree);
        let whole = [before, &names[..]].concat();
        match tree.get(length) {
            Some(TokenTree::Group(group)) => {
                let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
                let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(it) if it.as_char() == ',');
                for tree in tokens.split(is_comma).filter(|it| !it.is_empty()) {
                    self.import(&whole, tree, is_public);
                }
            }
            Some(TokenTree::Punct(punct)) if punct.as_char() == '*' => {
                self.add("*".to_owned(), whole, is_public);
            }
            Some(TokenTree::Ident(_)) => {
                let alias = tree.last().map(ToString::to_string).unwrap_or_default();
                self.add(alias, whole, is_public);
            }
            _ => self.add(whole.last().cloned().unwrap_or_default(), whole, is_public),
        }
    }

    fn add(&mut self, alias: String, mut path: Names, is_public: bool) {
        let is_itself = path.len() > 1 && path.last().is_some_and(|it| it == "self");
        if is_itself {
            path.pop();
        }
        let alias = if is_itself && alias == "self" {
            path.last().cloned().unwrap_or_default()
        } else {
            alias
        };
        if !is_public {
            self.needs.push(path.clone());
        }
        self.imports.push((alias, path));
    }
}

/// Whether the token is the `[cfg(test)]` of an attribute.
fn is_test(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Group(group)) if group.stream().to_string().replace(' ', "") == "cfg(test)")
}

/// Returns how many tokens an item has, up to its `;` or its braces.
fn item(tokens: &[TokenTree]) -> usize {
    let is_end = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    };
    // The braces of an import do not end it.
    let is_import = matches!(tokens.first(), Some(TokenTree::Ident(ident)) if ident == "use");
    let mut ends = tokens.iter().enumerate().filter(|(_, token)| is_end(token));
    let end = ends.find(|(_, token)| !is_import || matches!(token, TokenTree::Punct(_)));
    end.map_or(tokens.len(), |(at, _)| at + 1)
}

/// Returns the name of the item that is defined here.
fn defined(tokens: &[TokenTree]) -> Option<String> {
    const KINDS: [&str; 10] = [
        "const",
        "enum",
        "fn",
        "mod",
        "static",
        "struct",
        "trait",
        "type",
        "union",
        "macro_rules",
    ];
    let [TokenTree::Ident(kind), rest @ ..] = tokens else {
        return None;
    };
    let is_mark = |token: &&TokenTree| matches!(token, TokenTree::Punct(it) if it.as_char() == '!');
    match rest.iter().find(|token| !is_mark(token))? {
        TokenTree::Ident(name) if KINDS.iter().any(|it| kind == it) => Some(name.to_string()),
        _ => None,
    }
}

/// Returns the path that starts here, and how many tokens it has.
fn path(tokens: &[TokenTree]) -> (Names, usize) {
    let mut names = Names::new();
    let mut at = 0;
    while let Some(TokenTree::Ident(name)) = tokens.get(at) {
        names.push(name.to_string());
        at += 1;
        if !is_colons(tokens.get(at)) || !is_colons(tokens.get(at + 1)) {
            break;
        }
        at += 2;
    }
    (names, at)
}

fn is_colons(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':')
}

/// Whether a path continues here, or is part of `quote!` or `macro_rules!`.
fn follows_colons(before: &[TokenTree]) -> bool {
    let last = before.last();
    let is_begun = matches!(last, Some(TokenTree::Punct(it)) if matches!(it.as_char(), '$' | '#'));
    is_begun
        || (is_colons(last) && is_colons(before.len().checked_sub(2).and_then(|at| before.get(at))))
}
