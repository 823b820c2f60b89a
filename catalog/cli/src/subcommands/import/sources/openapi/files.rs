//! The files that an OpenAPI document refers to, joined to one tree.
//!
//! Each file becomes a member of [`FILES`] at the root, to which the references lead. Lines count on from file to file, so
//! that a line says which file it is in.

use crate::derives::shown;
use crate::failure::Failure;
use crate::subcommands::import::draft::Place;
use crate::subcommands::import::input::Text;
use crate::subcommands::import::values::{self, Data, Syntax, Value};
use error_catalog_core::json::push_token;
use error_catalog_model::{normal_path, pointer_tokens};
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The member of the root with the other files.
const FILES: &str = "x-error-catalog-files";

/// The most files that are read, and the most bytes.
const MOST: usize = 10_000;
const LARGEST: usize = 256 << 20;

/// A document and the files that it refers to.
pub(super) struct Files {
    pub(super) root: Value,
    /// The files, each with the lines before it.
    names: Vec<(u32, Arc<str>)>,
    /// The references that lead to no file that can be read, with the reasons.
    pub(super) unread: Vec<(String, Place)>,
}

impl Files {
    /// Reads a document and the files in and below its folder that it refers to.
    ///
    /// # Errors
    ///
    /// The document cannot be read.
    pub(super) fn read(path: &Path, syntax: Option<Syntax>) -> Result<Self, Failure> {
        let text = Text::read(path)?;
        let mut reader = Reader {
            folder: Folder::of(path),
            lines: 0,
            size: 0,
            open: Vec::new(),
            known: HashMap::new(),
            names: Vec::new(),
            unread: Vec::new(),
        };
        let mut root = reader.parse(&text, syntax)?;
        reader.join(&mut root, None);
        let mut others = Vec::new();
        while let Some(path) = reader.open.pop() {
            if let Some(value) = reader.other(&path) {
                others.push((key(&path), value));
            }
        }
        if let (Data::Object(members), false) = (&mut root.data, others.is_empty()) {
            let data = Data::Object(others);
            members.push((FILES.to_owned(), Value { data, line: 0 }));
        }
        Ok(Self {
            root,
            names: reader.names,
            unread: reader.unread,
        })
    }

    /// Returns the place of a value.
    pub(super) fn place(&self, value: &Value) -> Place {
        let next = self.names.partition_point(|(start, _)| *start < value.line);
        match self.names.get(next.saturating_sub(1)) {
            Some((start, name)) => Place::new(name, value.line.saturating_sub(*start)),
            None => Place::default(),
        }
    }
}

/// Returns the name of what a pointer leads to: its last part; of a whole file, the name of the file.
pub(super) fn name_of(pointer: &str) -> Option<String> {
    let tokens: Vec<String> = pointer_tokens(pointer).collect();
    Some(match &*tokens {
        [first, file] if first == FILES => Path::new(file).file_stem()?.to_string_lossy().into(),
        tokens => tokens.last()?.clone(),
    })
}

/// Returns a reference to a file as documents write it.
pub(super) fn as_written(reference: &str) -> String {
    let Some(in_files) = reference.strip_prefix(&*format!("#/{FILES}")) else {
        return reference.to_owned();
    };
    let file = pointer_tokens(in_files).next().unwrap_or_default();
    match in_files.splitn(3, '/').nth(2).filter(|it| !it.is_empty()) {
        Some(pointer) => format!("{file}#/{pointer}"),
        None => file,
    }
}

struct Reader {
    /// The folder of the document; `None` for standard input.
    folder: Option<Folder>,
    /// The lines and the bytes of the files so far.
    lines: u32,
    size: usize,
    /// The files to read.
    open: Vec<PathBuf>,
    /// Whether files in the folder can be read, by their paths in it.
    known: HashMap<PathBuf, bool>,
    names: Vec<(u32, Arc<str>)>,
    unread: Vec<(String, Place)>,
}

struct Folder {
    path: PathBuf,
    /// The same without links.
    real: PathBuf,
}

impl Folder {
    fn of(path: &Path) -> Option<Self> {
        let path = path.parent().filter(|_| path != Path::new("-"))?;
        let current = Path::new(".");
        let real = if path == Path::new("") { current } else { path };
        Some(Self {
            path: path.to_owned(),
            real: real.canonicalize().ok()?,
        })
    }

    /// Whether there is a file at this path in the folder. A link can lead out of it.
    fn has(&self, path: &Path) -> bool {
        let real = self.real.join(path).canonicalize();
        real.is_ok_and(|real| real.starts_with(&self.real) && real.is_file())
    }
}

impl Reader {
    /// Parses a file, whose lines follow those of the files before it.
    fn parse(&mut self, text: &Text, syntax: Option<Syntax>) -> Result<Value, Failure> {
        let mut value = values::read(text, syntax)?;
        let name = Arc::from(&*text.name);
        self.names.push((self.lines, name));
        shift(&mut value, self.lines);
        let lines = u32::try_from(text.content.lines().count()).unwrap_or(u32::MAX);
        self.lines = self.lines.saturating_add(lines).saturating_add(1);
        self.size = self.size.saturating_add(text.content.len());
        Ok(value)
    }

    /// Reads another file; it is reported if it cannot be read.
    fn other(&mut self, path: &Path) -> Option<Value> {
        let full = self.folder.as_ref()?.path.join(path);
        let value = Text::read(&full).and_then(|text| self.parse(&text, None));
        match value {
            Ok(mut value) => {
                self.join(&mut value, Some(path));
                Some(value)
            }
            Err(failure) => {
                let name: Arc<str> = Arc::from(&*shown(&full).display().to_string());
                let place = Place::new(&name, 0);
                let reason = failure.to_string();
                let reason = reason.lines().next().unwrap_or_default().to_owned();
                self.unread.push((reason, place));
                None
            }
        }
    }

    /// Changes the references in a file, so that they lead to the tree of all files.
    fn join(&mut self, value: &mut Value, file: Option<&Path>) {
        match &mut value.data {
            Data::Array(elements) => {
                for element in elements {
                    self.join(element, file);
                }
            }
            Data::Object(members) => {
                for (name, member) in members {
                    match &mut member.data {
                        Data::String(reference) if name == "$ref" => {
                            if let Some(joined) = self.joined(reference, file) {
                                *reference = joined;
                            }
                        }
                        _ => self.join(member, file),
                    }
                }
            }
            _ => {}
        }
    }

    /// Returns the reference in the tree of all files; `None` if it stays as it is.
    fn joined(&mut self, reference: &str, file: Option<&Path>) -> Option<String> {
        let (path, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let target = if path.is_empty() {
            file?.to_owned()
        } else {
            let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
            let around = file.and_then(Path::parent).unwrap_or(Path::new(""));
            self.inside(&around.join(&*path))?
        };
        let mut joined = format!("#/{FILES}");
        push_token(&mut joined, &key(&target));
        Some(joined + pointer)
    }

    /// Returns the path of a file in or below the folder; `None` if it is not there.
    fn inside(&mut self, path: &Path) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?;
        let normal = normal_path(path);
        let is_inside = |part| matches!(part, Component::Normal(_));
        if !normal.components().all(is_inside) {
            return None;
        }
        let has_room = self.known.len() < MOST && self.size < LARGEST;
        let is_read = *self.known.entry(normal.clone()).or_insert_with(|| {
            let is_read = has_room && folder.has(&normal);
            self.open.extend(is_read.then(|| normal.clone()));
            is_read
        });
        is_read.then_some(normal)
    }
}

/// Returns the path of a file in the folder as the name of a member, which is the same on all systems.
fn key(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// Adds lines to all values.
fn shift(value: &mut Value, lines: u32) {
    value.line = value.line.saturating_add(lines);
    match &mut value.data {
        Data::Array(elements) => elements.iter_mut().for_each(|it| shift(it, lines)),
        Data::Object(members) => members.iter_mut().for_each(|(_, it)| shift(it, lines)),
        _ => {}
    }
}
