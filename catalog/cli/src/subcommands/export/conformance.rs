//! Every exported decoder reads what the runtime reads: the same error, parameters, certainty, and delay.
//!
//! These tests need the tools of the languages, so they only run if you ask for them:
//! `cargo test -p cargo-error-catalog conformance -- --ignored`.

mod go;

use super::target::Target;
use crate::dynamic::{Dynamic, Error, Tables};
use crate::translations::with_files;
use error_catalog::{
    CatalogError, CatalogKind, Code, Decoded, FieldValue, Occurrence, Outcome, ParamType, Response,
    Value as Field,
};
use error_catalog_model::{builtin, compile, Catalog, Source, BUILTIN};
use serde_json::{json, Map, Value};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Makes delays independent of the time of the test.
const DATE: (&str, &str) = ("Date", "Sat, 21 Nov 2026 04:00:00 GMT");

/// The formats that no exported decoder reads.
const UNSUPPORTED: [&str; 2] = ["aws-s3", "grpc"];

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

/// Returns what every decoder must find, without what is absent.
fn summary(decoded: &Decoded<'_, Dynamic>, with_inner: bool) -> Value {
    let (outcome, reason) = match decoded.outcome() {
        Outcome::Known(_) => ("known", None),
        Outcome::Partial(_) => ("partial", None),
        Outcome::Unknown(_) => ("unknown", None),
        Outcome::Batch => ("batch", None),
        Outcome::Foreign(reason) => ("foreign", Some(reason_name(&reason.to_string()))),
    };
    let code = |code: Code<'_>| (!code.is_none()).then(|| code.to_string());
    let mut found = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.is_null() {
            found.insert(key.to_owned(), value);
        }
    };
    put("outcome", json!(outcome));
    put("reason", json!(reason));
    put("isError", json!(decoded.is_error()));
    put("id", json!(decoded.entry().map(error_catalog::Entry::id)));
    put("code", json!(code(decoded.code())));
    put("subcode", json!(code(decoded.subcode())));
    put("message", json!(decoded.message()));
    put("status", json!(decoded.status()));
    put("bodyStatus", json!(decoded.body_status()));
    put("title", json!(decoded.title()));
    put("scope", json!(decoded.scope()));
    put("reference", json!(decoded.reference()));
    put("envelope", json!(decoded.envelope()));
    put("language", json!(decoded.language()));
    put("isCertain", json!(decoded.is_certain()));
    let millis =
        |delay: std::time::Duration| u64::try_from(delay.as_nanos().div_ceil(1_000_000)).unwrap();
    put("retryAfter", json!(decoded.retry_after().map(millis)));
    if let Some(error) = decoded.error() {
        put("params", params(error));
        put("text", json!(error.to_string()));
    }
    if with_inner {
        let errors = decoded.errors().map(|error| summary_of(&error));
        put("errors", errors.collect());
        let causes = decoded.causes().map(|cause| summary(&cause, true));
        let causes: Vec<Value> = causes.collect();
        put("causes", json!(causes));
        if let Some(batch) = decoded.batch() {
            let errors = batch.errors();
            let errors = errors.map(|(key, error)| (key.into_owned(), summary_of(&error)));
            put("batch", Value::Object(errors.collect()));
        }
    }
    Value::Object(found)
}

fn summary_of(decoded: &Decoded<'_, Dynamic>) -> Value {
    summary(decoded, false)
}

fn reason_name(reason: &str) -> &'static str {
    match reason {
        "an empty body" => "empty",
        "a success" => "success",
        "a JSON body of another kind" => "other-json",
        _ => "not-json",
    }
}

/// Returns the parameters by their names in responses.
fn params(error: &Error) -> Value {
    let mut params = Map::new();
    let entry = error.kind().entry();
    error.fields(&mut |values| {
        for (param, value) in entry.params().zip(values) {
            let value = match value {
                Field::Absent => continue,
                Field::Integer(number) => json!(number),
                Field::Boolean(flag) => json!(flag),
                Field::List(list) => json!(list.iter().map(|it| &**it).collect::<Vec<&str>>()),
                Field::Text(text) => json!(text),
                other => panic!("{other:?}"),
            };
            params.insert(param.name().to_owned(), value);
        }
    });
    Value::Object(params)
}

/// A generator of numbers that gives the same ones each time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn of<'t, T: ?Sized>(&mut self, all: &[&'t T]) -> &'t T {
        all[self.below(all.len())]
    }
}

/// Values that a decoder could read wrongly.
const HOSTILE: [&str; 22] = [
    "",
    "a",
    "campaign 7",
    "0",
    "-1",
    "100.00",
    "1e5",
    "true",
    ", ",
    "a, b",
    " must be ",
    "\"",
    "\\",
    "\u{1f600}",
    "\u{e9}",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "{x}",
    "<b>",
    "*/",
    "not found",
];

fn value(param_type: ParamType, random: &mut Random) -> FieldValue {
    let text = |text: &str| FieldValue::Text(text.to_owned().into());
    match param_type {
        ParamType::Integer => {
            let numbers: [&i64; 13] = [
                &0,
                &-1,
                &1,
                &2,
                &5,
                &7,
                &11,
                &22,
                &30,
                &121,
                &1_000,
                &1_000_000,
                &9_007_199_254_740_991,
            ];
            FieldValue::Integer(*random.of(&numbers))
        }
        ParamType::Boolean => FieldValue::Boolean(random.below(2) == 0),
        ParamType::Decimal => text(random.of(&["0", "100.00", "-1.50", "1e5", "007"])),
        ParamType::Timestamp => text("2030-01-01T00:00:00Z"),
        ParamType::List => {
            let length = random.below(3);
            let items = (0..length).map(|_| random.of(&HOSTILE).to_owned().into());
            FieldValue::List(items.collect())
        }
        ParamType::Json => text(random.of(&["{\"a\":[1.50]}", "null", "\"x\"", "[]"])),
        _ => text(random.of(&HOSTILE)),
    }
}

/// Adds the responses of errors with hostile values, their documented examples, and what comes from elsewhere.
fn add_samples(suite: &mut Suite, count: usize) {
    let tables = Tables::new(&suite.catalog);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let entries = suite.catalog.entries.clone();
    for index in 0..count {
        let position = index % entries.len();
        let entry = &entries[position];
        let params = entry.params.iter();
        let fields = params.map(|param| {
            if param.is_optional && random.below(2) == 0 {
                return FieldValue::Absent;
            }
            value(param.param_type, &mut random)
        });
        let error = Error::at(u16::try_from(position).unwrap(), fields.collect());
        let (headers, body) = tables.select(|| {
            let occurrence = Occurrence::new(error).with_reference("r-17");
            let headers: Vec<(String, String)> = occurrence
                .to_headers()
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect();
            (headers, occurrence.to_body())
        });
        let status = entry.statuses.first().copied().unwrap_or(500);
        suite.add(tables, status, &headers, &body);
        match random.below(6) {
            0 => suite.add(tables, 599, &[], &body),
            1 => suite.add(tables, status, &[], &body[..body.len() / 2]),
            2 => {
                let text = String::from_utf8_lossy(&body)
                    .replace('7', "x")
                    .replace("is", "was");
                suite.add(tables, status, &[], text.as_bytes());
            }
            _ => {}
        }
    }
    let headers = [("Retry-After", "30"), ("x-request-id", "r-1")];
    let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned()));
    for body in ODD {
        for status in [200, 429, 502] {
            suite.add(tables, status, &headers, body);
        }
    }
    for (name, value) in ODD_HEADERS {
        let headers = [(name.to_owned(), value.to_owned())];
        suite.add(tables, 401, &headers, b"{}");
    }
}

/// Headers that are cut off, or at the edge of what can be read.
const ODD_HEADERS: [(&str, &str); 12] = [
    ("WWW-Authenticate", "Bearer \"abc\\"),
    ("WWW-Authenticate", "Bearer error=\"invalid_token\\"),
    (
        "WWW-Authenticate",
        "Bearer error=\"a\\\"b\", error_description=\"c, d\"",
    ),
    (
        "WWW-Authenticate",
        "Basic YQ==, Bearer realm=\"x\",error = invalid_token",
    ),
    ("WWW-Authenticate", ",,, =, \"\", Bearer"),
    ("x-request-id", "a\u{85}b"),
    ("x-request-id", "a\tb"),
    ("Retry-After", "Fri, 31 Dec 9999 23:59:58 GMT"),
    ("Retry-After", "Sunday, 06-Nov-94 08:49:37 GMT"),
    ("Retry-After", "Sun Nov  6 08:49:37 1994"),
    ("Retry-After", "99999999999999999999999999.5"),
    ("Retry-After", "2026-11-21T04:00:00.5+23:59"),
];

/// Bodies that are not those of an API.
const ODD: [&[u8]; 22] = [
    b"",
    b" \n",
    b"<h1>Bad Gateway</h1>",
    b"[]",
    b"null",
    b"{}",
    b"\"text\"",
    b"{\"code\":\"A\"",
    b"{\"code\":\"A\",}",
    b"{\"a\":1 \"b\":2}",
    b"[1,]",
    b"{\"code\":\"NO_SUCH_CODE\",\"message\":\"No.\",\"error\":{\"code\":\"A\"}}",
    b"{\"errors\":{\"1\":{\"status\":404,\"message\":\"Not found\"},\"2\":{}},\"results\":{\"3\":{\"id\":3}}}",
    b"\xEF\xBB\xBF{\"status\":\"429\",\"code\":7,\"code\":8}",
    b"\xFF\xFE{\"code\":1}",
    b"{\"code\":1.0,\"message\":null}",
    b"{\"code\":-0,\"status\":\"+404\"}",
    b"{\"code\":99999999999999999999,\"status\":65536}",
    b"{\"message\":\"\\ud800\",\"code\":\"\\u0041\"}",
    b"{\"message\":\" \",\"status\":500}",
    b"{\"error_label\":\"LIMIT_REACHED\",\"message\":\"Daily limit reached for likes.\",\"status_code\":429}",
    b"{\"serviceErrorCode\":100,\"message\":\"x\",\"status\":403}",
];

/// Returns the suites of all bundled catalogs and of all families of APIs.
fn suites() -> Vec<Suite> {
    let mut suites = Vec::new();
    for (name, _) in BUILTIN {
        let mut suite = Suite::new(name, &Source::new(name, builtin(name).unwrap()));
        add_samples(&mut suite, 1_000);
        suites.push(suite);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/families");
    let cases = fs::read_to_string(folder.join("cases.json")).unwrap();
    let families: Vec<Value> = serde_json::from_str(&cases).unwrap();
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
        add_samples(&mut suite, 100);
        suites.push(suite);
    }
    // A catalog with translations, and one with many plural forms.
    let payments = folder.join("../services/examples/service/payments.json");
    let text = fs::read_to_string(&payments).unwrap();
    let source = with_files(Source::new("payments.json", text), &payments);
    let mut suite = Suite::new("payments", &source);
    add_samples(&mut suite, 500);
    suites.push(suite);
    // One whose texts would like to be code.
    let hostile = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogs/hostile.json");
    let text = fs::read_to_string(hostile).unwrap();
    let source = Source::new("hostile.json", with_hostile_texts(&text));
    let mut suite = Suite::new("hostile", &source);
    add_samples(&mut suite, 50);
    suites.push(suite);
    let mut suite = Suite::new("files", &Source::new("files.json", FILES));
    add_samples(&mut suite, 500);
    suites.push(suite);
    suites
}

/// Texts that end a string or a comment in some language, or act in what shows them.
const HOSTILE_TEXTS: [&str; 19] = [
    "*/ run() /*",
    "\"\"\" + run() + \"\"\"",
    "\'\'\' + run()",
    "`${run()}`",
    "\\",
    "\\\"",
    "@link",
    "{@link run}",
    "# run",
    "-- run",
    "</script>",
    "\u{2028}run()",
    "\u{202e}nur",
    "\u{feff}",
    "\u{7}",
    "\\u0022",
    "%s",
    "\r\nrun()",
    "\\N{DIGIT ONE}",
];

/// Adds errors with hostile texts everywhere.
fn with_hostile_texts(catalog: &str) -> String {
    let mut catalog: Value = serde_json::from_str(catalog).unwrap();
    for (index, text) in HOSTILE_TEXTS.iter().enumerate() {
        // Codes and templates cannot have everything.
        let is_of_code = |it: &char| !it.is_whitespace() && !it.is_control();
        let code = text.chars().filter(is_of_code).collect::<String>();
        let message = text.replace(['{', '}', '%'], "");
        let entry = json!({
            "code": format!("{}{index}", code.replace(['{', '}'], "")),
            "id": format!("HOSTILE_TEXT_{index}"),
            "title": text,
            "status": 400,
            "description": format!("{text}\n\n{text}"),
            "resolution": text,
            "message": format!("{message} {{value}}"),
            "params": { "value": { "description": text } },
        });
        catalog["errors"].as_array_mut().unwrap().push(entry);
    }
    catalog.to_string()
}

const FILES: &str = r#"{
    "name": "files",
    "language": "ru",
    "envelopes": [{ "name": "body", "code": "/code", "message": "/message" }],
    "errors": [
        {
            "id": "FILES_DELETED",
            "code": "files_deleted",
            "status": 409,
            "message": {
                "plural": "count",
                "=0": "Нет файлов в {folder}.",
                "one": "{count} файл удалён из {folder}.",
                "few": "{count} файла удалены из {folder}.",
                "many": "{count} файлов удалено из {folder}.",
                "other": "{count} файла удалено из {folder}."
            },
            "params": { "count": { "type": "integer" } }
        }
    ]
}"#;

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
