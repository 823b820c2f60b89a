//! Finding the catalog that the user names.

use crate::attributes::{meant, Origin, Target};
use error_catalog_model::{builtin, read_file, Source, BUILTIN};
use std::io::ErrorKind;
use std::path::{Component, Path};

/// The catalog's text, and the file to watch for changes.
pub(crate) struct Located {
    pub(crate) source: Source,
    /// The path from the package's folder; `None` for a bundled catalog.
    pub(crate) file: Option<String>,
}

impl Located {
    /// # Errors
    ///
    /// Says why there is no such catalog, and what to do.
    pub(crate) fn find(folder: Option<&Path>, target: &Target) -> Result<Self, String> {
        let named = target.origin.literal().value();
        match target.origin {
            Origin::Path(_) => read(folder, &named),
            Origin::Builtin(_) => bundled(&named),
        }
    }
}

fn bundled(name: &str) -> Result<Located, String> {
    let Some(text) = builtin(name) else {
        let names = BUILTIN.map(|(name, _)| name);
        let help = meant(name, &names);
        return Err(format!("there is no bundled catalog `{name}`; {help}"));
    };
    Ok(Located {
        source: Source::new(format!("{name}.json"), text),
        file: None,
    })
}

fn read(folder: Option<&Path>, named: &str) -> Result<Located, String> {
    check(named)?;
    let folder = folder
        .ok_or("CARGO_MANIFEST_DIR is not set: the path of a catalog starts from the package's folder, which cargo tells")?;
    let file = folder.join(named);
    let content = read_file(&file, Source::LARGEST).map_err(|error| {
        let reason = match error.kind() {
            ErrorKind::NotFound => "there is no such file".to_owned(),
            ErrorKind::IsADirectory => "it is a folder".to_owned(),
            _ => error.to_string(),
        };
        format!(
            "cannot read the catalog `{named}`: {reason}\n\
             the path starts from the package's folder, where Cargo.toml is"
        )
    })?;
    Ok(Located {
        source: Source::new(named, content),
        file: Some(named.to_owned()),
    })
}

/// A path that works on every machine, and in the package when it is published.
fn check(named: &str) -> Result<(), String> {
    let path = Path::new(named);
    let depth = path
        .components()
        .try_fold(0_usize, |depth, component| match component {
            Component::Normal(_) => Some(depth + 1),
            Component::CurDir => Some(depth),
            Component::ParentDir => depth.checked_sub(1),
            Component::RootDir | Component::Prefix(_) => None,
        });
    let reason = if named.is_empty() {
        "it is empty: write the file's path from the package's folder, where Cargo.toml is"
    } else if named.contains('\\') {
        "it has a backslash, which is no separator on every system: write `/`"
    } else if path.has_root() || named.as_bytes().get(1) == Some(&b':') {
        "it is absolute, so that it works on one machine only: write it from the package's folder, where Cargo.toml is"
    } else if depth.is_none() {
        "it leaves the package, so that the catalog would be missing when the package is published: put the file into it"
    } else {
        return Ok(());
    };
    Err(format!("the path `{named}` cannot be used: {reason}"))
}

#[cfg(test)]
mod tests {
    use super::{check, read};

    #[test]
    #[cfg(unix)]
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
            let told = read(Some(&folder), name).err().unwrap();
            assert!(told.contains(reason), "{told}");
        }
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn paths_within_the_package_are_taken() {
        for path in [
            "errors.json",
            "./errors/a.json",
            "errors/../errors.json",
            "a..b/c.json",
        ] {
            assert_eq!(check(path), Ok(()), "{path}");
        }
    }

    #[test]
    fn paths_that_work_on_one_machine_or_leave_the_package_are_refused() {
        for (path, reason) in [
            ("", "empty"),
            ("/errors.json", "absolute"),
            ("C:/errors.json", "absolute"),
            ("errors\\a.json", "backslash"),
            ("../errors.json", "leaves the package"),
            ("a/../../errors.json", "leaves the package"),
        ] {
            assert!(
                check(path).is_err_and(|message| message.contains(reason)),
                "{path}"
            );
        }
    }
}
