//! The generated workspaces: one for each number of errors, with a crate for each peer.

use crate::command;
use crate::peers::{Peer, RUNTIME};
use crate::synthetic::{self, Synthetic, VALUES};
use crate::Result;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How many errors one function creates: with one function for all, the compiler would take longer than for the errors.
const PART: usize = 25;

pub(crate) struct Workspace {
    pub(crate) size: usize,
    pub(crate) errors: Vec<Synthetic>,
    pub(crate) crates: Vec<Crate>,
    pub(crate) folder: PathBuf,
}

pub(crate) struct Crate {
    pub(crate) peer: &'static Peer,
    /// The name of the package, unique among all workspaces, because they share a target folder.
    pub(crate) package: String,
}

impl Workspace {
    pub(crate) fn write(size: usize, peers: &[&'static Peer]) -> Result<Self> {
        let named = |peer: &&'static Peer| Crate {
            peer,
            package: format!("{}_{size}", peer.name.replace('-', "_")),
        };
        let workspace = Self {
            size,
            errors: synthetic::errors(size),
            crates: peers.iter().map(named).collect(),
            folder: command::folder().join(size.to_string()),
        };
        let packages = workspace.crates.iter().map(|each| &*each.package);
        write(&workspace.folder.join("Cargo.toml"), &manifest(packages))?;
        for each in &workspace.crates {
            workspace.write_crate(each)?;
        }
        command::fetch(&workspace.folder)?;
        Ok(workspace)
    }

    fn write_crate(&self, each: &Crate) -> Result<()> {
        let folder = self.folder.join(&each.package);
        let main = include_str!("programs/run.rs");
        let print = include_str!("programs/print.rs");
        let surface = each.peer.surface;
        write(
            &folder.join("Cargo.toml"),
            &package(&each.package, each.peer.dependencies, &["run", "print"]),
        )?;
        for (file, text) in (each.peer.files)(&self.errors) {
            write(&folder.join(file), &text)?;
        }
        let programs = folder.join("src/bin");
        write(
            &programs.join("run/main.rs"),
            &main.replace("PACKAGE", &each.package),
        )?;
        write(
            &programs.join("run/surface.rs"),
            &surface.replace("PACKAGE", &each.package),
        )?;
        write(
            &programs.join("run/all.rs"),
            &all(&self.errors, &each.package),
        )?;
        write(&programs.join("print/main.rs"), print)
    }

    /// Makes cargo recompile the crate.
    pub(crate) fn touch(&self, each: &Crate) -> Result<()> {
        let file = self.folder.join(&each.package).join("src/lib.rs");
        fs::File::options()
            .append(true)
            .open(file)?
            .set_modified(SystemTime::now())?;
        Ok(())
    }

    pub(crate) fn build(&self, each: &Crate, program: &str, profile: &str) -> Result<PathBuf> {
        build(&self.folder, &each.package, program, profile)
    }
}

/// Builds a program of a package and returns its path.
pub(crate) fn build(
    workspace: &Path,
    package: &str,
    program: &str,
    profile: &str,
) -> Result<PathBuf> {
    let arguments = ["build", "-q", "--offline", "-p", package, "--bin"];
    let name = format!("{package}_{program}");
    let mut command = command::cargo(workspace, &arguments);
    command.args([&*name, "--profile", profile]);
    command::run(&mut command)?;
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(command::folder().join("target").join(folder).join(name))
}

/// Writes the manifest of a workspace of these packages.
pub(crate) fn manifest<'a>(packages: impl Iterator<Item = &'a str>) -> String {
    let members: Vec<&str> = packages.collect();
    // Stripping affects only programs, whose size is measured; libraries are built with the defaults.
    format!(
        "[workspace]\nresolver = \"2\"\nmembers = {members:?}\n\n[profile.release]\nstrip = true\n"
    )
}

pub(crate) fn package(name: &str, dependencies: &str, programs: &[&str]) -> String {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    let dependencies = dependencies.replace(RUNTIME, &runtime.to_string_lossy());
    let mut manifest = format!("[package]\nname = \"{name}\"\nversion = \"0.0.0\"\n");
    // The programs are named after their package.
    manifest += "edition = \"2021\"\nautobins = false\n\n";
    for program in programs {
        let _ = write!(
            manifest,
            "[[bin]]\nname = \"{name}_{program}\"\npath = \"src/bin/{program}/main.rs\"\n\n"
        );
    }
    let _ = write!(manifest, "[dependencies]\n{dependencies}\n");
    manifest
}

/// Writes the module that creates one error of each kind.
fn all(errors: &[Synthetic], package: &str) -> String {
    let parts = errors.chunks(PART).enumerate();
    let call = |part| format!("    part_{part}(&mut all, &mut values);\n");
    let calls: Vec<String> = (0..parts.len()).map(call).collect();
    let functions: String = parts
        .map(|(number, errors)| all_part(number, errors))
        .collect();
    include_str!("programs/all.rs")
        .replace("PACKAGE", package)
        .replace("&[\"VALUES\"]", &format!("&{VALUES:?}"))
        .replace("    // CALLS\n", &calls.concat())
        + &functions
}

fn all_part(number: usize, errors: &[Synthetic]) -> String {
    let mut text = format!(
        "\n#[inline(never)]\nfn part_{number}(all: &mut Vec<Error>, values: &mut Values) {{\n"
    );
    for error in errors {
        let field = |name: &str| format!("{name}: values.next(), ");
        let fields: String = error.fields().into_iter().map(field).collect();
        let _ = writeln!(
            text,
            "    all.push(Error::{} {{ {fields}}});",
            error.variant
        );
    }
    text + "}\n"
}

/// Writes the file unless it already has this content, so that builds of earlier runs stay fresh.
pub(crate) fn write(file: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(file).is_ok_and(|old| old == text) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(file, text)?)
}
