//! Endless, blocking, and special files.

use crate::folder::{Folder, Ran, UNFORMATTED};
use std::fs::File;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The maximum duration of a run that does nearly nothing.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs the command, which must end in time.
fn run(folder: &Folder, arguments: &[&str]) -> Ran {
    let mut command = folder.command(arguments);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let began = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if began.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("{arguments:?} does not end");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Ran::new(&child.wait_with_output().unwrap())
}

fn fifo(folder: &Folder, name: &str) {
    let made = Command::new("mkfifo").arg(folder.path(name)).status();
    assert!(made.unwrap().success());
}

/// Returns a package whose derive uses `errors.json`.
fn package() -> Folder {
    Folder::new()
        .file(
            "Cargo.toml",
            "[package]\nname = \"own\"\nversion = \"0.1.0\"\n\n[workspace]\n",
        )
        .file(
            "src/lib.rs",
            "#[derive(ErrorCatalog)]\n#[catalog(path = \"errors.json\")]\nstruct Own;",
        )
}

/// Returns command lines that read this file.
fn readers(name: &str) -> [Vec<&str>; 8] {
    [
        vec!["check", name],
        vec!["fmt", name],
        vec!["diff", name, name],
        vec!["diff", "--against", "HEAD", name],
        vec!["list", "--catalog", name],
        vec!["explain", "A", "--catalog", name],
        vec!["decode", name, "--status", "400"],
        vec!["generate", name, "--to", "src/new.rs"],
    ]
}

#[test]
fn a_special_file_is_rejected_at_once() {
    let folder = package();
    fifo(&folder, "fifo.json");
    symlink("fifo.json", folder.path("link.json")).unwrap();
    let _listener = UnixListener::bind(folder.path("socket.json")).unwrap();
    symlink("/dev/zero", folder.path("zero.json")).unwrap();
    for name in [
        "fifo.json",
        "link.json",
        "socket.json",
        "zero.json",
        "/dev/zero",
        "/dev/tty",
    ] {
        for arguments in readers(name) {
            let ran = run(&folder, &arguments);
            assert_eq!(ran.code, Some(2), "{arguments:?}: {ran:?}");
            if !arguments.contains(&"--against") && !name.starts_with("/dev/tty") {
                let reason = format!("cannot read `{name}`: it is not a regular file");
                assert!(ran.errors.contains(&reason), "{arguments:?}: {ran:?}");
            }
        }
    }
}

#[test]
fn a_link_to_itself_is_rejected() {
    let folder = package();
    symlink("loop.json", folder.path("loop.json")).unwrap();
    for arguments in readers("loop.json") {
        let ran = run(&folder, &arguments);
        assert_eq!(ran.code, Some(2), "{arguments:?}: {ran:?}");
        let is_reported = ran.errors.contains("symbolic links");
        assert!(
            is_reported || arguments.contains(&"--against"),
            "{arguments:?}: {ran:?}"
        );
    }
}

#[test]
fn special_files_of_a_package_are_skipped() {
    let folder = package();
    for name in ["src/fifo.rs", "errors.json"] {
        fifo(&folder, name);
    }
    symlink("/dev/zero", folder.path("src/zero.rs")).unwrap();
    symlink(".", folder.path("src/again")).unwrap();
    for arguments in [
        &["check"][..],
        &["fmt"],
        &["generate", "--check"],
        &["list"],
    ] {
        let ran = run(&folder, arguments);
        let reason = "it is not a regular file";
        let is_reported = ran.errors.contains(reason) || arguments.contains(&"generate");
        assert!(is_reported, "{arguments:?}: {ran:?}");
    }
}

#[test]
fn a_file_is_read_up_to_the_maximum_size_of_a_catalog() {
    let folder = package();
    // A sparse file, which needs no space on the disk.
    let large = File::create(folder.path("large.json")).unwrap();
    large.set_len(1 << 40).unwrap();
    let ran = run(&folder, &["check", "large.json"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.output.contains("larger than 32 MiB"), "{ran:?}");
    let ran = run(&folder, &["decode", "large.json", "--status", "400"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.errors.contains("larger than 64 MiB"), "{ran:?}");
}

#[test]
fn a_file_that_a_shell_has_opened_is_read() {
    let folder = package().file("a.json", UNFORMATTED);
    let mut command = folder.command(&["check", "/dev/stdin"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut input, UNFORMATTED.as_bytes()).unwrap();
    drop(input);
    let ran = Ran::new(&child.wait_with_output().unwrap());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.output.contains("in 1 catalog with 1 entry"), "{ran:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn the_files_of_the_kernel_are_empty() {
    let ran = run(&package(), &["check", "/proc/kmsg"]);
    assert!(ran.code != Some(0), "{ran:?}");
}
