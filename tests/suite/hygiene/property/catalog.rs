//! Random catalogs, and the expected messages and codes of their errors.

use super::random::Random;
use serde_json::{json, Map, Value};

pub(super) struct Catalog {
    pub(super) is_http: bool,
    pub(super) entries: Vec<Entry>,
}

pub(super) struct Entry {
    pub(super) id: String,
    pub(super) code: Code,
    status: u16,
    /// The parts of the message; `None` for free text.
    message: Option<Vec<Part>>,
    pub(super) fields: Vec<Field>,
}

pub(super) enum Code {
    None,
    Number(usize),
    Text(String),
    /// Text before the value of this field.
    Pattern(String, usize),
}

enum Part {
    Text(String),
    /// The value of this field.
    Field(usize),
}

/// A field: a parameter, or a slot of a repeated placeholder.
pub(super) struct Field {
    wire: &'static str,
    pub(super) rust: &'static str,
    slot_of: Option<&'static str>,
    pub(super) value: FieldValue,
}

#[derive(Clone)]
pub(super) enum FieldValue {
    Text(&'static str, String),
    Integer(i64),
    Boolean(bool),
    List(Vec<String>),
    /// An optional detail that is missing.
    Missing,
}

/// Names of parameters with the names of their fields.
const NAMES: [(&str, &str); 18] = [
    ("type", "r#type"),
    ("self", "self_"),
    ("oldValue", "old_value"),
    ("X-Request.Id", "x_request_id"),
    ("0", "_0"),
    ("name", "name"),
    ("async", "r#async"),
    ("formatter", "formatter"),
    ("kind", "kind"),
    ("code", "code"),
    ("visit", "visit"),
    ("field_0", "field_0"),
    ("error", "error"),
    ("into", "into"),
    ("HTTPStatus", "http_status"),
    ("crate", "crate_"),
    ("gen", "r#gen"),
    ("status", "status"),
];

const SLOTS: [(&str, &str); 2] = [("left_id", "left_id"), ("right-id", "right_id")];

const IDS: [&str; 14] = [
    "ERROR",
    "SELF",
    "OK",
    "NONE",
    "RESULT",
    "ERR",
    "SOME",
    "OPTION",
    "CODE",
    "META",
    "ALL",
    "CLONE",
    "DISPLAY",
    "TO_STRING",
];

impl Catalog {
    pub(super) fn random(random: &mut Random) -> Self {
        let count = random.below(10);
        Self {
            is_http: random.once_in(2),
            entries: (0..count).map(|at| Entry::random(random, at)).collect(),
        }
    }

    pub(super) fn json(&self) -> String {
        let errors: Vec<Value> = self
            .entries
            .iter()
            .map(|it| it.json(self.is_http))
            .collect();
        json!({ "name": "random", "errors": errors }).to_string()
    }
}

impl Entry {
    /// The id and the code contain the entry's position, so that no two entries are alike.
    fn random(random: &mut Random, at: usize) -> Self {
        let mut fields = fields(random, false);
        let message = (!random.once_in(8)).then(|| parts(random, &mut fields));
        if message.is_none() {
            fields = vec![Field::new(("message", "message"), text(random))];
        }
        let code = Code::random(random, at, &mut fields);
        fields.extend(details(random, &fields));
        Self {
            id: format!("{}_{at}X", random.pick(&IDS)),
            code,
            status: random.pick(&[200, 400, 404, 429, 503]),
            message,
            fields,
        }
    }

    pub(super) fn message(&self) -> String {
        let Some(parts) = &self.message else {
            return self.fields[0].value.shown();
        };
        let shown = parts.iter().map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Field(at) => self.fields[*at].value.shown(),
        });
        shown.collect()
    }

    fn json(&self, is_http: bool) -> Value {
        let mut entry = Map::new();
        entry.insert("code".into(), self.code.json(&self.fields));
        entry.insert("id".into(), self.id.clone().into());
        if is_http {
            entry.insert("status".into(), self.status.into());
        }
        if let Some(parts) = &self.message {
            entry.insert("message".into(), self.template(parts).into());
        }
        let params: Map<String, Value> = self
            .fields
            .iter()
            .map(|field| (field.placeholder().to_owned(), field.json()))
            .collect();
        entry.insert("params".into(), params.into());
        entry.into()
    }

    fn template(&self, parts: &[Part]) -> String {
        let written = parts.iter().map(|part| match part {
            Part::Text(text) => text.replace('{', "{{").replace('}', "}}"),
            Part::Field(at) => format!("{{{}}}", self.fields[*at].placeholder()),
        });
        written.collect()
    }

    pub(super) fn status(&self) -> u16 {
        self.status
    }
}

/// Generates fields with different names.
fn fields(random: &mut Random, is_detail: bool) -> Vec<Field> {
    let mut names = NAMES.to_vec();
    (0..random.below(6))
        .map(|_| {
            let at = random.below(names.len());
            let mut field = Field::new(names.swap_remove(at), value(random));
            if is_detail && random.once_in(3) {
                field.value = FieldValue::Missing;
            }
            field
        })
        .collect()
}

/// Generates fields that are not in the message.
fn details(random: &mut Random, taken: &[Field]) -> Vec<Field> {
    let mut details = fields(random, true);
    details.retain(|detail| taken.iter().all(|field| field.rust != detail.rust));
    details
}

/// Generates a message in which each field occurs once or twice.
fn parts(random: &mut Random, fields: &mut Vec<Field>) -> Vec<Part> {
    let mut parts = vec![Part::Text(random.text())];
    for at in 0..fields.len() {
        for _ in 0..=usize::from(random.once_in(4)) {
            parts.extend([Part::Field(at), Part::Text(format!("; {}", random.text()))]);
        }
    }
    if random.once_in(4) {
        for slot in SLOTS {
            let mut field = Field::new(slot, text(random));
            field.slot_of = Some("id");
            parts.extend([Part::Text(" ".into()), Part::Field(fields.len())]);
            fields.push(field);
        }
    }
    parts
}

impl Code {
    fn random(random: &mut Random, at: usize, fields: &mut [Field]) -> Self {
        // Only one entry can have no code, and a value in a code must not be empty.
        let (in_code, others) = (random.below(3), random.below(2));
        match fields.first_mut() {
            None if at == 0 => Self::None,
            Some(field) if in_code == 0 && field.is_plain() => {
                field.value = FieldValue::Integer(30);
                Self::Pattern(format!("WAIT_{at}_"), 0)
            }
            _ if others == 0 => Self::Number(1_000 + at),
            _ => Self::Text(format!("code.{at} é")),
        }
    }

    fn json(&self, fields: &[Field]) -> Value {
        match self {
            Self::None => Value::Null,
            Self::Number(number) => (*number).into(),
            Self::Text(text) => text.clone().into(),
            Self::Pattern(text, at) => format!("{text}{{{}}}", fields[*at].placeholder()).into(),
        }
    }

    /// Returns the code that is sent, as a string.
    pub(super) fn shown(&self, fields: &[Field]) -> Option<String> {
        match self {
            Self::None => None,
            Self::Number(number) => Some(number.to_string()),
            Self::Text(text) => Some(text.clone()),
            Self::Pattern(text, at) => Some(format!("{text}{}", fields[*at].value.shown())),
        }
    }
}

impl Field {
    fn new((wire, rust): (&'static str, &'static str), value: FieldValue) -> Self {
        Self {
            wire,
            rust,
            slot_of: None,
            value,
        }
    }

    /// Returns the placeholder in the message.
    fn placeholder(&self) -> &'static str {
        self.slot_of.unwrap_or(self.wire)
    }

    /// Whether it is a placeholder of any type.
    fn is_plain(&self) -> bool {
        self.slot_of.is_none() && self.wire != "message"
    }

    fn json(&self) -> Value {
        if self.slot_of.is_some() {
            return json!({ "slots": SLOTS.map(|(wire, _)| wire) });
        }
        match &self.value {
            FieldValue::Text(param_type, _) => json!({ "type": param_type }),
            FieldValue::Integer(_) => json!({ "type": "integer" }),
            FieldValue::Boolean(_) => json!({ "type": "boolean" }),
            FieldValue::List(_) => json!({ "type": "list" }),
            FieldValue::Missing => json!({ "optional": true }),
        }
    }
}

fn text(random: &mut Random) -> FieldValue {
    FieldValue::Text("string", random.text())
}

fn value(random: &mut Random) -> FieldValue {
    match random.below(6) {
        0 => FieldValue::Integer(random.pick(&[0, -1, 42, i64::MAX, i64::MIN])),
        1 => FieldValue::Boolean(random.once_in(2)),
        2 => FieldValue::List((0..random.below(4)).map(|_| random.text()).collect()),
        3 => FieldValue::Text(
            random.pick(&["decimal", "timestamp", "json"]),
            random.text(),
        ),
        4 => FieldValue::Text("string", "long ".repeat(100)),
        _ => text(random),
    }
}

impl FieldValue {
    /// Returns the value as it is in the message.
    fn shown(&self) -> String {
        match self {
            Self::Text(_, text) => text.clone(),
            Self::Integer(number) => number.to_string(),
            Self::Boolean(flag) => flag.to_string(),
            Self::List(texts) => texts.join(", "),
            Self::Missing => String::new(),
        }
    }
}
