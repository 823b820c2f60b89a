//! The number of instructions of the compiler on a crate, which is nearly the same in every run, unlike time.

use crate::build_time::MODES;
use crate::crates::Workspace;
use crate::figures::Figures;
use crate::{command, crates, instructions, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Millions of instructions.
pub(crate) const CHECK: &str = "check Mi";
pub(crate) const AGAIN: &str = "check again Mi";
pub(crate) const DEBUG: &str = "debug Mi";
pub(crate) const RELEASE: &str = "release Mi";
pub(crate) const COLUMNS: [&str; 4] = [CHECK, DEBUG, RELEASE, AGAIN];

/// Counts the instructions of the compiler if `COUNTED` names a file for them.
const WRAPPER: &str = r#"#!/bin/sh
case " $* " in
*" --crate-name $PACKAGE "*)
    if [ -n "$COUNTED" ]; then
        exec valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file="$COUNTED" "$@"
    fi ;;
esac
exec "$@"
"#;

pub(crate) fn measure(workspace: &Workspace, figures: &mut Figures) -> Result<()> {
    if !cfg!(unix) || !instructions::can_be_counted() {
        return Ok(());
    }
    let wrapper = write_wrapper()?;
    let compiler = compiler()?;
    for each in &workspace.crates {
        // The last one has an incremental cache, as builds of programmers have: nothing has changed but the time of the
        // file.
        let modes = MODES.iter().map(|mode| (mode, "0"));
        let modes = modes.chain([(&MODES[0], "1")]);
        for ((mode, incremental), column) in modes.zip(COLUMNS) {
            eprintln!("{column} of {}", each.package);
            let build = |counted: &Path| -> Result<()> {
                workspace.touch(each)?;
                let mut command = command::cargo(&workspace.folder, &mode.arguments(each));
                command
                    .env("CARGO_INCREMENTAL", incremental)
                    .env("RUSTC", &compiler)
                    .env("RUSTC_WORKSPACE_WRAPPER", &wrapper)
                    .env("PACKAGE", &each.package)
                    .env("COUNTED", counted);
                command::run(&mut command).map(drop)
            };
            // Dependencies, and the incremental cache, are built first.
            build(Path::new(""))?;
            let counted = command::folder().join("counted");
            build(&counted)?;
            let instructions = instructions::collected(&fs::read_to_string(&counted)?)?;
            let (size, name) = (workspace.size, each.peer.name);
            figures.set(size, name, column, instructions / 1e6);
        }
    }
    Ok(())
}

fn write_wrapper() -> Result<PathBuf> {
    let wrapper = command::folder().join("count");
    crates::write(&wrapper, WRAPPER)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&wrapper, fs::Permissions::from_mode(0o755))?;
    }
    Ok(wrapper)
}

/// Returns the compiler itself: the one that rustup installs starts it, and would be counted instead.
fn compiler() -> Result<PathBuf> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = command::run(Command::new(rustc).args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join("bin/rustc"))
}
