//! The files that a catalog extends.

use crate::raw::invalid_path;
use crate::source::Link;
use crate::{read_file, unreadable, ExtendedFile, Source};
use std::path::{Path, PathBuf};

/// The most files that a catalog can extend, directly or through others.
const MOST: usize = 100;

/// Where catalogs and the files that they extend are read from.
pub trait Files {
    /// Returns a path that is the same for every path to a file.
    fn identity(&self, path: &Path) -> PathBuf;

    /// Reads the file at a path.
    ///
    /// # Errors
    ///
    /// The file cannot be read; the message says why.
    fn read(&self, path: &Path) -> Result<Source, String>;
}

/// The files on disk; the function names them for diagnostics.
pub struct OnDisk<'n>(pub &'n dyn Fn(&Path) -> String);

impl Files for OnDisk<'_> {
    fn identity(&self, path: &Path) -> PathBuf {
        path.canonicalize().unwrap_or_else(|_| path.to_owned())
    }

    fn read(&self, path: &Path) -> Result<Source, String> {
        let name = self.0(path);
        match read_file(path, Source::LARGEST) {
            Ok(content) => Ok(Source::new(name, content)),
            Err(error) => Err(format!("cannot read `{name}`: {}", unreadable(&error))),
        }
    }
}

impl Source {
    /// Reads the files that a catalog extends, and those that they extend. Each path is relative to the file that has it;
    /// `catalog` is the path of the catalog.
    #[must_use]
    pub fn with_extended(self, catalog: &Path, files: &dyn Files) -> Self {
        let listed = self.listed_files();
        if listed.is_empty() {
            return self;
        }
        let mut reader = Reader {
            files,
            found: vec![(files.identity(catalog), Ok(None))],
            read: Vec::new(),
        };
        let links = reader.links(catalog, listed);
        let mut next = 0;
        while let Some(file) = reader.read.get(next) {
            let (path, listed) = (file.path.clone(), file.source.listed_files());
            let links = reader.links(&path, listed);
            if let Some(file) = reader.read.get_mut(next) {
                let source = std::mem::replace(&mut file.source, Self::new("", ""));
                file.source = source.extending(links, Vec::new());
            }
            next += 1;
        }
        self.extending(links, reader.read)
    }

    /// Returns the paths that a file lists in `extends`, as far as they are valid.
    fn listed_files(&self) -> Vec<String> {
        let mut paths = Vec::new();
        for path in self.strings("extends", 'x') {
            if invalid_path(&path).is_none() {
                paths.push(path);
            }
        }
        paths
    }

    /// Returns what a path in `extends` of this file leads to.
    pub(crate) fn link(&self, path: &str) -> Option<&Result<Option<usize>, String>> {
        let link = self.links().iter().find(|link| link.path == path)?;
        Some(&link.file)
    }
}

/// The index of a file, `None` for the catalog itself; or why it cannot be read.
type Found = Result<Option<usize>, String>;

/// Reads each file once.
struct Reader<'f> {
    files: &'f dyn Files,
    /// What the paths with each identity lead to.
    found: Vec<(PathBuf, Found)>,
    read: Vec<ExtendedFile>,
}

impl Reader<'_> {
    /// Returns what the paths in a file lead to.
    fn links(&mut self, file: &Path, listed: Vec<String>) -> Vec<Link> {
        let folder = file.parent().unwrap_or(Path::new(""));
        let mut links = Vec::new();
        for path in listed {
            links.push(Link {
                file: self.find(&folder.join(&path)),
                path,
            });
        }
        links
    }

    fn find(&mut self, path: &Path) -> Found {
        let identity = self.files.identity(path);
        for (known, found) in &self.found {
            if known.as_os_str() == identity.as_os_str() {
                return found.clone();
            }
        }
        let found = self.open(path);
        self.found.push((identity, found.clone()));
        found
    }

    fn open(&mut self, path: &Path) -> Found {
        if self.read.len() == MOST {
            return Err(format!("a catalog can extend at most {MOST} files"));
        }
        let source = self.files.read(path)?;
        let index = Some(self.read.len());
        self.read.push(ExtendedFile {
            path: path.to_owned(),
            source,
        });
        Ok(index)
    }
}
