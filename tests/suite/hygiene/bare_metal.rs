//! A target without an operating system, on which only `core` and `alloc` exist.

use crate::package::{cargo, dependency, manifest, target, workspace, Package};
use std::path::Path;
use std::process::Command;

const TARGET: &str = "thumbv7em-none-eabihf";

const LIBRARY: &str = r#"
#![no_std]
#![forbid(unsafe_code)]

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors.json")]
pub struct Device;

pub fn read(address: i64) -> Result<(), DeviceError> {
    Err(DeviceError::bus(address, "timeout"))
}

pub fn is_bus(error: &(dyn core::error::Error + 'static)) -> bool {
    matches!(error.downcast_ref(), Some(DeviceError::Bus { .. }))
}
"#;

const CATALOG: &str = r#"{ "name": "device", "errors": [
    { "code": 17, "id": "BUS", "message": "{address} does not respond: {reason}",
      "params": { "address": { "type": "integer" }, "dump": { "type": "list", "optional": true } } }
] }"#;

/// Whether the toolchain can build for the target.
fn is_installed() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let library = Command::new(rustc)
        .args(["--print=target-libdir", "--target", TARGET])
        .output()
        .is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).exists());
    if !library {
        println!("skipped: run `rustup target add {TARGET}`");
    }
    library
}

#[test]
fn the_crate_needs_no_operating_system() {
    if !is_installed() {
        return;
    }
    let output = cargo(
        &workspace(),
        &[
            "build",
            "-p",
            "error-catalog",
            "--no-default-features",
            "--target",
            TARGET,
        ],
    );
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert!(target().join(TARGET).exists());
}

#[test]
fn the_output_needs_no_operating_system() {
    if !is_installed() {
        return;
    }
    let derive = dependency(", default-features = false, features = [\"derive\"]");
    let package = Package::empty("device")
        .file("Cargo.toml", &manifest("device", "2021", &derive))
        .file("errors.json", CATALOG)
        .file("src/lib.rs", LIBRARY);
    package.cargo(&["build", "--target", TARGET]);
}
