//! Finds the catalog that the user names.

use crate::origin::Origin;
use crate::path::{self, Watched};
use crate::place::Place;
use crate::suggest::meant;
use error_catalog_model::{builtin, read_file, unreadable, Files, OnDisk, Source, BUILTIN};
use std::path::{Path, PathBuf};

/// The catalog's source, and the files to watch for changes.
pub(crate) struct Located {
    pub(crate) source: Source,
    /// The catalog, its translations, and the files that it extends; none for a bundled catalog, or one of another crate.
    pub(crate) watched: Vec<Watched>,
}

impl Located {
    /// # Errors
    ///
    /// The catalog does not exist or cannot be read; the message says what to do.
    pub(crate) fn find(place: &Place, origin: &Origin) -> Result<Self, String> {
        let named = origin.literal().value();
        match origin {
            Origin::Path(_) => read(place, &named),
            Origin::Builtin(_) => bundled(&named),
            Origin::Shared { package, .. } => {
                let shared = place
                    .shared
                    .as_ref()
                    .and_then(|it| it.source(&package.value()));
                let source = shared.ok_or_else(|| format!("`{}` has no files", package.value()))?;
                Ok(Located {
                    source,
                    watched: Vec::new(),
                })
            }
        }
    }
}

fn bundled(name: &str) -> Result<Located, String> {
    let Some(text) = builtin(name) else {
        let mut names = Vec::with_capacity(BUILTIN.len());
        for (name, _) in &BUILTIN {
            names.push(*name);
        }
        let help = meant(name, &names);
        return Err(format!("unknown bundled catalog `{name}`; {help}"));
    };
    Ok(Located {
        source: Source::new(format!("{name}.json"), text),
        watched: Vec::new(),
    })
}

/// Reads a catalog of the package, with its other files.
///
/// # Errors
///
/// The catalog cannot be read; the message says what to do.
pub(crate) fn read(place: &Place, named: &str) -> Result<Located, String> {
    let file = path::find(place, named)?;
    let content = read_file(&file.path, Source::LARGEST).map_err(|error| {
        let reason = unreadable(&error);
        let start = file.watched.start();
        format!("cannot read the catalog `{named}`: {reason}\n{start}")
    })?;
    let source = Source::new(place.name(&file.path), content)
        .with_translations_beside(&file.path, &|path| place.name(path))
        .with_extended(Path::new(&file.watched.named()), &InPackage(place));
    let mut watched = Vec::new();
    for translation in source.translations() {
        watched.push(file.watched.translation(&translation.language));
    }
    for extended in source.extended() {
        if let Ok(found) = path::find(place, &written(&extended.path)) {
            watched.push(found.watched);
        }
    }
    watched.push(file.watched);
    Ok(Located { source, watched })
}

/// The files that a catalog extends, by the paths that a derive would name.
struct InPackage<'p>(&'p Place);

impl InPackage<'_> {
    fn names(&self) -> impl Fn(&Path) -> String + '_ {
        |path| self.0.name(path)
    }
}

impl Files for InPackage<'_> {
    fn identity(&self, path: &Path) -> PathBuf {
        let found = path::find(self.0, &written(path));
        found.map_or(path.to_owned(), |file| {
            OnDisk(&self.names()).identity(&file.path)
        })
    }

    fn read(&self, path: &Path) -> Result<Source, String> {
        let file = path::find(self.0, &written(path))?;
        OnDisk(&self.names()).read(&file.path)
    }
}

/// Returns a path with `/` on every system.
fn written(path: &Path) -> String {
    path.display()
        .to_string()
        .replace(std::path::MAIN_SEPARATOR, "/")
}

#[cfg(all(test, unix))]
mod tests {
    use super::read;
    use crate::place::Place;

    #[test]
    fn what_is_not_a_regular_file_is_refused_at_once() {
        let folder = std::env::temp_dir().join(format!("error-catalog-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("folder.json")).unwrap();
        let _listener = std::os::unix::net::UnixListener::bind(folder.join("socket.json")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", folder.join("zero.json")).unwrap();
        let fifo = folder.join("fifo.json");
        let made = std::process::Command::new("mkfifo").arg(fifo).status();
        assert!(made.unwrap().success());
        for (name, reason) in [
            ("folder.json", "it is a folder"),
            ("socket.json", "it is not a regular file"),
            ("zero.json", "it is not a regular file"),
            ("fifo.json", "it is not a regular file"),
            ("none.json", "there is no such file"),
        ] {
            let message = read(&Place::of_package(&folder), name).err().unwrap();
            assert!(message.contains(reason), "{message}");
        }
        std::fs::remove_dir_all(folder).unwrap();
    }
}
