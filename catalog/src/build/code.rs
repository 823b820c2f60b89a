//! Codes, and the ids derived from them.

use super::message;
use super::params::Params;
use crate::bytes::{are_from, has, has_byte};
use crate::model::Code;
use crate::name::{id_from_code, is_id};
use crate::raw::{self, Text};
use crate::source::Spanned;
use crate::template::LONGEST_NAME;
use crate::{Report, Retired, Rule, Span, Template};

/// The longest code, in bytes.
const LONGEST_CODE: usize = 1_000;

/// A code whose placeholders are not bound to parameters.
pub(super) enum Unbound {
    Bound(Code),
    Pattern(Template),
}

impl Default for Unbound {
    fn default() -> Self {
        Self::Bound(Code::None)
    }
}

impl Unbound {
    pub(super) fn bind(self, params: &mut Params<'_, '_>) -> Code {
        match self {
            Self::Bound(code) => code,
            Self::Pattern(template) => Code::Pattern(params.bind(template)),
        }
    }
}

/// Reads a code; `None` if it is missing or has errors.
pub(super) fn read(code: Option<&Spanned<raw::Code<'_>>>, report: &mut Report) -> Option<Unbound> {
    match &code?.value {
        raw::Code::Null => Some(Unbound::default()),
        raw::Code::Number(number) => Some(Unbound::Bound(Code::Number(*number))),
        raw::Code::Text(text) => read_text(text, report),
    }
}

/// Reads what distinguishes errors of one code, which has no placeholders.
pub(super) fn subcode(raw: &raw::Entry<'_>, report: &mut Report) -> Option<Code> {
    let subcode = raw.subcode.as_ref()?;
    if matches!(&raw.code, Some(code) if matches!(code.value, raw::Code::Null)) {
        report
            .add(Rule::Subcode, subcode.span, "a subcode needs a code")
            .help("add the `code` that it is sent with");
    }
    plain_subcode(subcode, report)
}

fn plain_subcode(subcode: &Spanned<raw::Code<'_>>, report: &mut Report) -> Option<Code> {
    match read(Some(subcode), report)? {
        Unbound::Bound(subcode) => Some(subcode),
        Unbound::Pattern(_) => {
            report
                .add(
                    Rule::Subcode,
                    subcode.span,
                    "a subcode cannot have placeholders",
                )
                .help(
                    "write an entry for each subcode, or one without a `subcode` for all of them",
                );
            None
        }
    }
}

/// Reads a retired code; `None` if it has errors.
pub(super) fn retired(raw: &raw::Retired<'_>, report: &mut Report) -> Option<Retired> {
    let code = read(Some(&raw.code), report)?;
    let subcode = match &raw.subcode {
        Some(subcode) => Some(plain_subcode(subcode, report)?),
        None => None,
    };
    Some(Retired {
        code: code.bind(&mut Params::new(&[])),
        subcode,
        since: raw.since.clone(),
        reason: raw.reason.clone(),
        span: raw.code.span,
    })
}

fn read_text(text: &Text<'_>, report: &mut Report) -> Option<Unbound> {
    let value = &*text.value;
    let is_pattern = has_byte(value, b'{') || has_byte(value, b'}');
    let is_plain = are_from(b'!', value);
    let reason = if value.is_empty() {
        Some("a code cannot be empty; write `null` if none is documented")
    } else if value.len() > LONGEST_CODE {
        Some("a code cannot be longer than 1,000 bytes")
    } else if !is_plain && value.contains(char::is_control) {
        Some("a code cannot contain control characters")
    } else if is_pattern && (has(value, "{{", '{') || has(value, "}}", '}')) {
        Some("a code can contain braces only around placeholders")
    } else if is_pattern && !is_plain && value.contains(char::is_whitespace) {
        Some("a code with placeholders cannot contain spaces")
    } else {
        None
    };
    if let Some(reason) = reason {
        report.add(Rule::CodeGrammar, text.span(), reason);
        return None;
    }
    if is_pattern {
        return Some(Unbound::Pattern(message::template(text, report)?));
    }
    Some(Unbound::Bound(Code::Text(text.owned())))
}

/// Returns the id of the entry, or the one derived from its code, and its place.
pub(super) fn id(raw: &raw::Entry<'_>, report: &mut Report) -> (String, Span) {
    if let Some(id) = &raw.id {
        if !is_id(&id.value) || id.value.len() > LONGEST_NAME {
            let diagnostic = report
                .add(Rule::Id, id.span(), format!("`{}` is not a valid id", id.value))
                .help(
                    "use capitals and digits in words joined by `_`, starting with a letter, at most 100 characters",
                );
            if let Some(meant) = id_from_code(&id.value) {
                diagnostic.help(format!("write `{meant}`"));
            }
        }
        return (id.owned(), id.span());
    }
    let Some(code) = &raw.code else {
        return (String::new(), raw.span);
    };
    let derived = match &code.value {
        raw::Code::Text(text) if !has_byte(&text.value, b'{') => id_from_code(&text.value),
        _ => None,
    };
    match derived {
        Some(id) if id.len() <= LONGEST_NAME => (id, code.span),
        _ => {
            report
                .add(Rule::Id, code.span, "cannot derive an id from this code")
                .help("add an `id` in capitals from A to Z, such as `\"id\": \"RATE_LIMIT\"`");
            (String::new(), code.span)
        }
    }
}
