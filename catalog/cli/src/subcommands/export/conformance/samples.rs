//! Responses with values that a decoder could read wrongly.

use super::Suite;
use crate::dynamic::{Error, Tables};
use error_catalog::{FieldValue, Occurrence, ParamType};
use serde_json::{json, Value};

/// A generator of numbers that gives the same ones each time.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    pub(super) fn of<'t, T: ?Sized>(&mut self, all: &[&'t T]) -> &'t T {
        all[self.below(all.len())]
    }
}

/// Values that a decoder could read wrongly.
pub(super) const HOSTILE: [&str; 22] = [
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
pub(super) fn add_samples(suite: &mut Suite, tables: &'static Tables, count: usize) {
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
pub(super) const ODD_HEADERS: [(&str, &str); 12] = [
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
pub(super) fn with_hostile_texts(catalog: &str) -> String {
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

pub(super) const FILES: &str = r#"{
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
