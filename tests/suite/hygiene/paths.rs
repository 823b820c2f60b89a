//! Catalogs outside of the package that uses them, and catalogs that a build script writes.

use super::publish::{pack, patches, unpack};
use crate::package::{cargo, dependency, Package};
use std::fs;

const WORKSPACE: &str = "[workspace]\nresolver = \"2\"\nmembers = [\"services/*\"]\n";

const LIBRARY: &str = r#"
use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "../../errors/acme.json")]
pub struct Acme;
"#;

const PROGRAM: &str = r#"
use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "../../errors/acme.json")]
pub struct Acme;

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "../../errors/acme.json")]
enum ReadError {
    Gone { what: u32 },
}

fn main() {
    println!("{} {}", AcmeError::gone("the file"), ReadError::Gone { what: 7 });
}
"#;

const CATALOG: &str = r#"{ "name": "acme", "errors": [
    { "code": "GONE", "message": "{what} is gone." }
] }"#;

fn member(name: &str, more: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n\
         [dependencies]\n{}\n{more}",
        dependency("")
    )
}

/// Creates a workspace whose services share a catalog.
fn workspace(name: &str) -> Package {
    Package::empty(name)
        .file("Cargo.toml", WORKSPACE)
        .file("errors/acme.json", CATALOG)
        .file(
            "services/api/Cargo.toml",
            &member(&format!("{name}-api"), ""),
        )
        .file("services/api/src/main.rs", PROGRAM)
        .file(
            "services/web/Cargo.toml",
            &member(&format!("{name}-web"), ""),
        )
        .file("services/web/src/lib.rs", LIBRARY)
}

fn errors(package: &Package, arguments: &[&str]) -> String {
    let output = cargo(package.folder(), arguments);
    assert!(!output.status.success(), "the build should fail");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn packages_of_a_workspace_share_a_catalog_and_are_rebuilt_when_it_changes() {
    let package = workspace("beside");
    let run = ["run", "-p", "beside-api"];
    assert_eq!(package.cargo(&run), "the file is gone. 7 is gone.\n");
    package.cargo(&["check", "--workspace"]);

    fs::write(
        package.folder().join("errors/acme.json"),
        CATALOG.replace("is gone", "was here"),
    )
    .unwrap();
    assert_eq!(package.cargo(&run), "the file was here. 7 was here.\n");

    fs::write(
        package.folder().join("errors/acme.json"),
        CATALOG.replace("message", "mesage"),
    )
    .unwrap();
    let errors = errors(&package, &["check", "-p", "beside-web"]);
    assert!(errors.contains("did you mean `message`?"), "{errors}");
    fs::write(package.folder().join("errors/acme.json"), CATALOG).unwrap();
}

#[test]
fn paths_are_printed_as_the_compiler_prints_them() {
    let broken = CATALOG.replace("message", "mesage");
    let elsewhere = Package::empty("places-elsewhere")
        .file(
            "Cargo.toml",
            &format!("{}\n[workspace]\n", member("places-elsewhere", "")),
        )
        .file("errors/acme.json", &broken)
        .file(
            "src/lib.rs",
            &LIBRARY.replace("../../errors", "./errors/../errors"),
        );
    let path = elsewhere.folder().canonicalize().unwrap();
    let more = format!("places-elsewhere = {{ path = {path:?} }}");
    let package = Package::empty("places")
        .file("Cargo.toml", WORKSPACE)
        .file("errors/acme.json", &broken)
        .file("services/api/Cargo.toml", &member("places-api", ""))
        .file("services/api/errors/own.json", &broken)
        .file(
            "services/api/src/lib.rs",
            &LIBRARY.replace("../../errors/acme", "errors/own"),
        )
        .file("services/web/Cargo.toml", &member("places-web", ""))
        .file("services/web/src/lib.rs", LIBRARY)
        .file("services/far/Cargo.toml", &member("places-far", &more))
        .file("services/far/src/lib.rs", "");

    let own = errors(&package, &["check", "-p", "places-api"]);
    assert!(own.contains("--> services/api/errors/own.json:2:"), "{own}");
    assert!(own.contains("--> services/api/src/lib.rs:5:"), "{own}");
    let beside = errors(&package, &["check", "-p", "places-web"]);
    assert!(beside.contains("--> errors/acme.json:2:"), "{beside}");

    // The compiler prints absolute paths for a package outside of the workspace.
    let far = errors(&package, &["check", "-p", "places-far"]);
    let file = |name: &str| format!("--> {}:", path.join(name).display());
    assert!(far.contains(&file("errors/acme.json")), "{far}");
    assert!(far.contains(&file("src/lib.rs")), "{far}");
    // In its own workspace, paths are relative to it.
    let near = errors(&elsewhere, &["check"]);
    assert!(near.contains("--> errors/acme.json:2:"), "{near}");
    assert!(near.contains("--> src/lib.rs:5:"), "{near}");
}

#[test]
fn a_path_does_not_lead_out_of_the_repository() {
    let package = workspace("bounded").file("services/web/src/lib.rs", "");
    fs::create_dir_all(package.folder().join(".git")).unwrap();
    let outside = package.folder().join("../bounded-outside.json");
    fs::write(&outside, CATALOG).unwrap();
    let catalog = |path: &str| LIBRARY.replace("../../errors/acme.json", path);

    let package = package.file(
        "services/web/src/lib.rs",
        &catalog("../../../bounded-outside.json"),
    );
    let left = errors(&package, &["check", "-p", "bounded-web"]);
    assert!(left.contains("it leads out of the repository"), "{left}");

    let package = package.file(
        "services/web/src/lib.rs",
        &catalog("../../../bounded/errors/acme.json"),
    );
    let left = errors(&package, &["check", "-p", "bounded-web"]);
    assert!(left.contains("it leads out of the repository"), "{left}");

    let package = package.file("services/web/src/lib.rs", &catalog("../web/own.json"));
    let back = errors(&package, &["check", "-p", "bounded-web"]);
    assert!(back.contains("write `own.json`"), "{back}");

    // A workspace can contain the repository of a member.
    fs::remove_dir(package.folder().join(".git")).unwrap();
    fs::create_dir_all(package.folder().join("services/web/.git")).unwrap();
    let package = package.file("services/web/src/lib.rs", LIBRARY);
    package.cargo(&["check", "-p", "bounded-web"]);
    fs::remove_dir(package.folder().join("services/web/.git")).unwrap();
}

#[test]
fn a_package_is_packed_with_its_catalog_or_reports_that_it_is_missing() {
    let manifest = |name: &str| {
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\
             description = \"A catalog outside of a package\"\nlicense = \"MIT\"\n\n\
             [dependencies]\nerror-catalog = \"{}\"\n\n[workspace]\n\n{}",
            env!("CARGO_PKG_VERSION"),
            patches(),
        )
    };
    let build = |name: &str| {
        let into = Package::empty("packed");
        let folder = unpack(name, "0.1.0", into.folder());
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let manifest = format!("{manifest}\n[workspace]\n\n{}", patches());
        Package::empty(&format!("packed/{name}-0.1.0")).file("Cargo.toml", &manifest)
    };
    let beside = Package::empty("packing/services/outside")
        .file("../../errors/acme.json", CATALOG)
        .file("Cargo.toml", &manifest("outside"))
        .file("src/lib.rs", LIBRARY);
    beside.cargo(&["check"]);
    pack(beside.folder(), &[]);
    let errors = errors(&build("outside"), &["check"]);
    assert!(errors.contains("it leads out of the package"), "{errors}");
    assert!(errors.contains("symbolic link"), "{errors}");

    #[cfg(unix)]
    {
        let linked = Package::empty("packing/services/linked")
            .file("Cargo.toml", &manifest("linked"))
            .file("src/lib.rs", &LIBRARY.replace("../../errors", "errors"));
        let errors = linked.folder().join("errors");
        fs::create_dir_all(&errors).unwrap();
        // It may exist from an earlier run.
        let _ = std::os::unix::fs::symlink("../../../errors/acme.json", errors.join("acme.json"));
        linked.cargo(&["check"]);
        pack(linked.folder(), &[]);
        build("linked").cargo(&["check"]);
    }
}

#[test]
fn a_build_script_can_write_a_catalog() {
    let script = |verb: &str| {
        format!(
            r##"fn main() {{
                let out = std::env::var("OUT_DIR").unwrap();
                let catalog = r#"{}"#;
                std::fs::create_dir_all(format!("{{out}}/made")).unwrap();
                std::fs::write(format!("{{out}}/made/acme.json"), catalog).unwrap();
            }}"##,
            CATALOG.replace("is gone", verb)
        )
    };
    let program = PROGRAM.replace("../../errors", "$OUT_DIR/made");
    let package = Package::new("build-script")
        .file("build.rs", &script("is gone"))
        .file("src/main.rs", &program);
    assert_eq!(package.cargo(&["run"]), "the file is gone. 7 is gone.\n");
    let package = package.file("build.rs", &script("was made"));
    assert_eq!(package.cargo(&["run"]), "the file was made. 7 was made.\n");
    // Files of the script have absolute paths, as the compiler prints them.
    let package = package.file("build.rs", &script("is gone").replace("message", "mesage"));
    let error = errors(&package, &["check"]);
    assert!(error.contains("/out/made/acme.json:2:"), "{error}");
    assert!(error.contains("--> /"), "{error}");

    let package = Package::new("no-build-script").file("src/main.rs", &program);
    let missing = errors(&package, &["check"]);
    assert!(missing.contains("OUT_DIR is not set"), "{missing}");
}
