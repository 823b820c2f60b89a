//! Files are written atomically, and failures are reported.

use crate::folder::{Folder, Ran, UNFORMATTED};
use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{symlink, MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn mode(folder: &Folder, name: &str) -> u32 {
    fs::metadata(folder.path(name)).unwrap().mode() & 0o777
}

fn set_mode(folder: &Folder, name: &str, mode: u32) {
    fs::set_permissions(folder.path(name), Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_symbolic_link_is_kept_and_its_file_is_formatted() {
    let folder = Folder::new().file("there/payments.json", UNFORMATTED);
    symlink("there/payments.json", folder.path("link.json")).unwrap();
    assert_eq!(folder.run(&["fmt", "link.json"]).code, Some(0));
    assert!(folder.path("link.json").is_symlink());
    assert!(folder
        .read("there/payments.json")
        .starts_with("{\n  \"name\""));
    assert_eq!(folder.names(), ["link.json", "there"]);
}

#[test]
fn permissions_are_kept() {
    let folder = Folder::new().file("payments.json", UNFORMATTED);
    set_mode(&folder, "payments.json", 0o640);
    assert_eq!(folder.run(&["fmt", "payments.json"]).code, Some(0));
    assert_eq!(mode(&folder, "payments.json"), 0o640);
}

#[test]
fn a_read_only_file_is_not_changed() {
    let folder = Folder::new().file("payments.json", UNFORMATTED);
    set_mode(&folder, "payments.json", 0o444);
    let ran = folder.run(&["fmt", "payments.json"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.errors,
        "error: cannot write `payments.json`: permission denied\n"
    );
    assert_eq!(folder.read("payments.json"), UNFORMATTED);
}

/// Runs the command as a user that permissions apply to: as `nobody` if the tests run as root.
fn run_with_permissions(folder: &Folder, arguments: &[&str]) -> Ran {
    const NOBODY: u32 = 65_534;
    let is_root = fs::metadata(folder.path("")).unwrap().uid() == 0;
    let mut command = folder.command(arguments);
    if is_root {
        // The binary can be in a folder that `nobody` cannot read.
        let copy = folder.path("cargo-error-catalog");
        fs::copy(command.get_program(), &copy).unwrap();
        set_mode(folder, "", 0o755);
        command = Command::new(copy);
        command.args(arguments).current_dir(folder.path(""));
        command.uid(NOBODY).gid(NOBODY);
    }
    // Another test can start a process while the copy is written, which keeps it open for a moment.
    let is_busy = |error: &io::Error| error.kind() == ErrorKind::ExecutableFileBusy;
    let mut output = command.output();
    for _ in 0..100 {
        if !output.as_ref().is_err_and(is_busy) {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
        output = command.output();
    }
    Ran::new(&output.unwrap())
}

#[test]
fn files_in_a_read_only_folder_are_not_changed() {
    let folder = Folder::new().file("errors/payments.json", UNFORMATTED);
    set_mode(&folder, "errors/payments.json", 0o666);
    set_mode(&folder, "errors", 0o555);
    let ran = run_with_permissions(&folder, &["fmt", "errors/payments.json"]);
    let kept = folder.read("errors/payments.json");
    set_mode(&folder, "errors", 0o755);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.errors.contains("permission denied"), "{ran:?}");
    assert_eq!(kept, UNFORMATTED);
}

#[test]
fn every_subcommand_reports_a_file_that_it_cannot_read() {
    let folder = Folder::new().file("payments.json", UNFORMATTED);
    set_mode(&folder, "payments.json", 0o000);
    for arguments in [
        &["check", "payments.json"][..],
        &["fmt", "payments.json"],
        &["diff", "payments.json", "payments.json"],
        &["list", "--catalog", "payments.json"],
    ] {
        let ran = run_with_permissions(&folder, arguments);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        let message = "cannot read `payments.json`: permission denied";
        assert!(ran.errors.contains(message), "{ran:?}");
    }
}

#[test]
fn an_invalid_file_is_not_changed_and_the_others_are_formatted() {
    let folder = Folder::new()
        .file("broken.json", "{ \"name\": }")
        .file("payments.json", UNFORMATTED);
    let ran = folder.run(&["fmt", "broken.json", "none.json", "payments.json"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.errors.contains("--> broken.json:1:10"), "{ran:?}");
    assert!(
        ran.errors.contains("cannot read `none.json`: no such file"),
        "{ran:?}"
    );
    assert_eq!(ran.output, "formatted payments.json\n");
    assert_eq!(folder.read("broken.json"), "{ \"name\": }");
}

#[test]
fn a_formatted_file_is_not_written_again() {
    let folder = Folder::new().file("payments.json", UNFORMATTED);
    folder.run(&["fmt", "payments.json"]);
    let before = fs::metadata(folder.path("payments.json")).unwrap();
    let ran = folder.run(&["fmt", "payments.json"]);
    let after = fs::metadata(folder.path("payments.json")).unwrap();
    assert_eq!((before.ino(), ran.output.as_str()), (after.ino(), ""));
}

#[test]
fn an_interrupted_fmt_leaves_the_catalog_whole() {
    let errors: Vec<String> = (0..2_000)
        .map(|number| format!(r#"{{"message":"It is {{reason}}.","code":"ERROR_{number}"}}"#))
        .collect();
    let before = format!(r#"{{"errors":[{}],"name":"payments"}}"#, errors.join(","));
    let folder = Folder::new().file("payments.json", &before);
    let began = Instant::now();
    assert_eq!(folder.run(&["fmt", "payments.json"]).code, Some(0));
    let whole = began.elapsed();
    let after = folder.read("payments.json");
    let mut interrupted = 0;
    for step in 0..16 {
        fs::write(folder.path("payments.json"), &before).unwrap();
        let mut command = folder.command(&["fmt", "payments.json"]);
        let mut child = command.stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(whole * step / 16);
        if step % 2 == 0 {
            child.kill().unwrap();
        } else {
            let id = child.id().to_string();
            Command::new("kill").args(["-INT", &id]).status().unwrap();
        }
        interrupted += u32::from(child.wait().unwrap().code().is_none());
        let left = folder.read("payments.json");
        assert!(
            left == before || left == after,
            "{step}: {} bytes",
            left.len()
        );
    }
    assert!(interrupted > 0);
    assert_eq!(folder.run(&["fmt", "payments.json"]).code, Some(0));
    assert_eq!(folder.read("payments.json"), after);
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let folder = Folder::new();
    let mut child = folder
        .command(&["list", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 1];
    let mut reader = child.stdout.take().unwrap();
    reader.read_exact(&mut first).unwrap();
    drop(reader);
    let ran = Ran::new(&child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.errors.as_str()), (Some(0), ""));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_reported() {
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let folder = Folder::new();
    let output = folder.command(&["schema"]).stdout(full).output().unwrap();
    let ran = Ran::new(&output);
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.errors,
        "error: cannot write the output: the disk is full\n"
    );
}

#[test]
fn new_overwrites_nothing() {
    let folder = Folder::new().file("errors/payments.json", "mine");
    let ran = folder.run(&["new", "payments"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.errors.contains("already exists"), "{ran:?}");
    assert_eq!(folder.read("errors/payments.json"), "mine");
}

#[test]
fn formatting_keeps_line_endings_and_a_byte_order_mark() {
    let unformatted = UNFORMATTED.replace(", ", ",\n");
    let folder = Folder::new().file("payments.json", &unformatted);
    assert_eq!(folder.run(&["fmt", "payments.json"]).code, Some(0));
    let plain = folder.read("payments.json");
    for (before, after) in [
        (format!("\u{feff}{unformatted}"), format!("\u{feff}{plain}")),
        (
            unformatted.replace('\n', "\r\n"),
            plain.replace('\n', "\r\n"),
        ),
    ] {
        fs::write(folder.path("payments.json"), &before).unwrap();
        assert_eq!(folder.run(&["fmt", "payments.json"]).code, Some(0));
        assert_eq!(folder.read("payments.json"), after);
        let ran = folder.run(&["fmt", "--check", "payments.json"]);
        assert_eq!((ran.code, ran.output.as_str()), (Some(0), ""));
    }
    // Git can change only some of the lines.
    let mixed = plain.replacen('\n', "\r\n", 1);
    fs::write(folder.path("payments.json"), mixed).unwrap();
    assert_eq!(
        folder.run(&["fmt", "--check", "payments.json"]).code,
        Some(0)
    );
}

#[test]
fn only_files_in_a_folder_of_catalogs_are_read() {
    let folder = Folder::new().file("errors/payments.json", UNFORMATTED);
    let pipe = folder.path("errors/pipe.json");
    assert!(Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .unwrap()
        .success());
    symlink("..", folder.path("errors/up.json")).unwrap();
    symlink("..", folder.path("errors/up")).unwrap();
    for arguments in [&["check"][..], &["check", "errors"]] {
        let ran = folder.run(arguments);
        assert_eq!(
            ran.output, "no errors or warnings in 1 catalog with 1 entry\n",
            "{ran:?}"
        );
    }
    symlink("gone.json", folder.path("errors/link.json")).unwrap();
    assert_eq!(folder.run(&["check"]).code, Some(2));
}

#[test]
fn the_envelopes_of_a_preset_can_be_copied_into_a_catalog() {
    for (name, _) in error_catalog_model::PRESETS {
        let printed = Folder::new().run(&["envelope", name]);
        assert_eq!(printed.code, Some(0), "{printed:?}");
        let mut envelopes: serde_json::Value = serde_json::from_str(&printed.output).unwrap();
        if !envelopes.is_array() {
            envelopes = serde_json::json!([envelopes]);
        }
        let catalog = serde_json::json!({ "name": "own", "envelopes": envelopes, "errors": [] });
        let folder = Folder::new().file("own.json", &catalog.to_string());
        let ran = folder.run(&["check", "own.json"]);
        assert_eq!(ran.code, Some(0), "{name}: {ran:?}");
    }
    assert_eq!(Folder::new().run(&["envelope", "rfc7807"]).code, Some(2));
}
