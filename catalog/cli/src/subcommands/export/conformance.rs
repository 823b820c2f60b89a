//! Every exported decoder reads what the runtime reads: the same error, parameters, certainty, and delay.
//!
//! These tests need the tools of the languages, so they only run if you ask for them:
//! `cargo test -p cargo-error-catalog conformance -- --ignored`.

mod go;
mod mutants;
mod samples;
mod summary;

use super::target::Target;
use crate::dynamic::Tables;
use crate::translations::with_files;
use error_catalog::Response;
use error_catalog_model::{builtin, compile, Catalog, Source, BUILTIN};
use mutants::add_mutants;
use samples::{add_samples, with_hostile_texts, FILES};
use serde_json::{json, Value};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use summary::summary;

/// Makes delays independent of the time of the test.
const DATE: (&str, &str) = ("Date", "Sat, 21 Nov 2026 04:00:00 GMT");

/// The formats that no exported decoder reads.
const UNSUPPORTED: [&str; 4] = ["aws-s3", "azure-storage", "grpc", "soap12"];

/// The command in the head of the files.
const COMMAND: &str = "cargo error-catalog export";

/// A response, and what the runtime reads from it.
struct Case {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    expected: Value,
}

/// A catalog, and the responses that are read with it.
struct Suite {
    name: String,
    catalog: Catalog,
    cases: Vec<Case>,
}

impl Suite {
    fn new(name: &str, source: &Source) -> Self {
        Self {
            name: name.replace('-', "_"),
            catalog: compile(source).unwrap().catalog,
            cases: Vec::new(),
        }
    }

    fn add(
        &mut self,
        tables: &'static Tables,
        status: u16,
        headers: &[(String, String)],
        body: &[u8],
    ) {
        let mut headers = headers.to_vec();
        headers.push((DATE.0.to_owned(), DATE.1.to_owned()));
        let response = Response::new(status, body).with_headers(&headers);
        let expected = tables.read(response, |decoded| summary(&decoded, true));
        self.cases.push(Case {
            status,
            headers,
            body: body.to_vec(),
            expected,
        });
    }
}

/// Returns the suites of all bundled catalogs and of all families of APIs.
fn suites() -> Vec<Suite> {
    let mut suites = Vec::new();
    for (name, _) in BUILTIN {
        let mut suite = Suite::new(name, &Source::new(name, builtin(name).unwrap()));
        let tables = Tables::new(&suite.catalog);
        add_samples(&mut suite, tables, 1_000);
        add_mutants(&mut suite, tables);
        suites.push(suite);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/families");
    let mut families: Vec<Value> = Vec::new();
    for file in ["cases.json", "more-cases.json"] {
        let cases = fs::read_to_string(folder.join(file)).unwrap();
        families.extend(serde_json::from_str::<Vec<Value>>(&cases).unwrap());
    }
    for family in &families {
        let name = family["family"].as_str().unwrap();
        if UNSUPPORTED.contains(&name) {
            continue;
        }
        let text = fs::read_to_string(folder.join(format!("{name}.json"))).unwrap();
        let mut suite = Suite::new(name, &Source::new(format!("{name}.json"), text));
        let tables = Tables::new(&suite.catalog);
        for case in family["cases"].as_array().unwrap() {
            let headers = case["headers"].as_object().unwrap().iter();
            let headers: Vec<_> = headers
                .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
                .collect();
            let status = u16::try_from(case["status"].as_u64().unwrap()).unwrap();
            suite.add(
                tables,
                status,
                &headers,
                case["body"].as_str().unwrap().as_bytes(),
            );
        }
        add_samples(&mut suite, tables, 100);
        add_mutants(&mut suite, tables);
        suites.push(suite);
    }
    // A catalog with translations, and one with many plural forms.
    let payments = folder.join("../services/examples/service/payments.json");
    let text = fs::read_to_string(&payments).unwrap();
    let source = with_files(Source::new("payments.json", text), &payments);
    let mut suite = Suite::new("payments", &source);
    let tables = Tables::new(&suite.catalog);
    add_samples(&mut suite, tables, 500);
    add_mutants(&mut suite, tables);
    suites.push(suite);
    // One whose texts would like to be code.
    let hostile = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogs/hostile.json");
    let text = fs::read_to_string(hostile).unwrap();
    let source = Source::new("hostile.json", with_hostile_texts(&text));
    let mut suite = Suite::new("hostile", &source);
    let tables = Tables::new(&suite.catalog);
    add_samples(&mut suite, tables, 50);
    add_mutants(&mut suite, tables);
    suites.push(suite);
    let mut suite = Suite::new("files", &Source::new("files.json", FILES));
    let tables = Tables::new(&suite.catalog);
    add_samples(&mut suite, tables, 500);
    add_mutants(&mut suite, tables);
    suites.push(suite);
    suites
}

/// Exports all catalogs to a folder, runs the decoder of the language over all responses, and compares.
fn check(target: Target, ending: &str, runner: &str, run: impl FnOnce(&Path) -> Output) {
    let folder = tempfile::tempdir().unwrap();
    let suites = suites();
    let mut all = Vec::new();
    for suite in &suites {
        let text = target.write(&suite.catalog, COMMAND, None).unwrap();
        fs::write(folder.path().join(format!("{}.{ending}", suite.name)), text).unwrap();
        let cases = suite.cases.iter().map(|case| {
            let body: Vec<u8> = case.body.clone();
            json!({ "status": case.status, "headers": case.headers, "body": body })
        });
        let cases: Vec<Value> = cases.collect();
        all.push(json!({ "module": suite.name, "catalog": suite.catalog.name, "cases": cases }));
    }
    fs::write(folder.path().join("cases.json"), json!(all).to_string()).unwrap();
    fs::write(folder.path().join(format!("run_cases.{ending}")), runner).unwrap();
    let done = run(folder.path());
    succeeds(&done);
    let found: Vec<Vec<Value>> = serde_json::from_slice(&done.stdout).unwrap();
    let mut differences = Vec::new();
    let mut count = 0;
    for (suite, found) in suites.iter().zip(found) {
        assert_eq!(suite.cases.len(), found.len());
        for (case, found) in suite.cases.iter().zip(found) {
            count += 1;
            if case.expected != found {
                differences.push(format!(
                    "{}: {} {:?}\n{}\nexpected {}\nfound    {found}\n",
                    suite.name,
                    case.status,
                    case.headers,
                    String::from_utf8_lossy(&case.body),
                    case.expected,
                ));
            }
        }
    }
    let shown: Vec<&String> = differences.iter().take(12).collect();
    assert!(
        differences.is_empty(),
        "{} of {count} differ:\n{}",
        differences.len(),
        shown.into_iter().cloned().collect::<Vec<_>>().join("\n")
    );
    assert!(count > 6_000, "{count}");
}

/// The options of the compiler of TypeScript: the strictest.
const TSC: [&str; 16] = [
    "--strict",
    "--noUncheckedIndexedAccess",
    "--exactOptionalPropertyTypes",
    "--noUnusedLocals",
    "--noUnusedParameters",
    "--erasableSyntaxOnly",
    "--isolatedModules",
    "--target",
    "es2022",
    "--module",
    "es2022",
    "--moduleResolution",
    "bundler",
    "--lib",
    "es2023,dom",
    "--outDir",
];

/// Runs a program in a folder.
fn run_in(folder: &Path, program: impl AsRef<OsStr>, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    // Go downloads nothing.
    command.env("GOFLAGS", "-mod=mod").env("GOPROXY", "off");
    command
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn succeeds(done: &Output) {
    let [found, errors] = [&done.stdout, &done.stderr].map(|text| String::from_utf8_lossy(text));
    assert!(done.status.success(), "{found}{errors}");
}

/// Runs a program of the tools of JavaScript in a folder.
fn run_tool(tool: &str, arguments: &[&str], folder: &Path) -> Output {
    let tools =
        std::env::var_os("EXPORT_TOOLS").expect("the folder with the packages of `.ci/run`");
    let modules = Path::new(&tools).join("node_modules");
    let link = folder.join("node_modules");
    if !link.exists() {
        std::os::unix::fs::symlink(&modules, link).unwrap();
    }
    run_in(folder, modules.join(".bin").join(tool), arguments)
}

#[test]
#[ignore = "needs the packages of `.ci/run`"]
fn typescript_reads_what_the_runtime_reads() {
    check(
        Target::Typescript,
        "ts",
        include_str!("typescript/run_cases.ts"),
        |folder| {
            let files = fs::read_dir(folder).unwrap();
            let files = files.map(|file| file.unwrap().file_name().into_string().unwrap());
            let files: Vec<String> = files
                .filter(|name| Path::new(name).extension().is_some_and(|it| it == "ts"))
                .collect();
            let mut arguments = TSC.to_vec();
            arguments.push("js");
            arguments.extend(files.iter().map(|name| &**name));
            let compiled = run_tool("tsc", &arguments, folder);
            succeeds(&compiled);
            fs::write(folder.join("package.json"), r#"{"type": "module"}"#).unwrap();
            let files = [
                "--check",
                "edges.ts",
                "hostile.ts",
                "payments.ts",
                "text.ts",
            ];
            let formatted = run_tool("prettier", &files, folder);
            succeeds(&formatted);
            run_in(folder, "node", &["js/run_cases.js"])
        },
    );
}

/// Runs a program of the tools of Python in a folder.
fn run_python_tool(tool: &str, arguments: &[&str], folder: &Path) -> Output {
    let tools =
        std::env::var_os("EXPORT_TOOLS").expect("the folder with the packages of `.ci/run`");
    run_in(
        folder,
        Path::new(&tools).join("python/bin").join(tool),
        arguments,
    )
}

#[test]
#[ignore = "needs the packages of `.ci/run`"]
fn python_reads_what_the_runtime_reads() {
    check(
        Target::Python,
        "py",
        include_str!("python/run_cases.py"),
        |folder| {
            let formatted = run_python_tool("ruff", &["format", "--check", "."], folder);
            succeeds(&formatted);
            let strict = [
                "--strict",
                "edges.py",
                "hostile.py",
                "google_rpc.py",
                "text.py",
            ];
            let checked = run_python_tool("mypy", &strict, folder);
            succeeds(&checked);
            run_python_tool("python", &["run_cases.py"], folder)
        },
    );
}
