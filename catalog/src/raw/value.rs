//! Values with a form of their own: statuses, codes, retry advice, types, pointers.

use super::object::{elements, expect, one_or_more, text, texts, wrong_type, Object, Text};
use super::Code;
use crate::json::{Kind, Node};
use crate::model::ParamType;
use crate::source::Spanned;
use crate::{Report, Retry, Rule};
use std::time::Duration;

pub(crate) fn catalog_name(node: Node<'_>, report: &mut Report) -> Option<String> {
    let name = text(node, report)?;
    let word = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    if !name
        .value
        .starts_with(|first: char| first.is_ascii_lowercase())
        || !name.value.split('-').all(word)
        || name.value.len() > 100
    {
        report
            .add(
                Rule::CatalogName,
                node.span,
                format!("`{}` is no name for a catalog", name.value),
            )
            .help(
                "use small letters and digits in words joined by `-`, such as `linkedin-marketing`",
            );
    }
    Some(name.owned())
}

/// A code: null, a whole number, or a text.
pub(crate) fn code<'a>(node: Node<'a>, report: &mut Report) -> Option<Spanned<Code<'a>>> {
    let code = match node.kind() {
        Kind::Null => Code::Null,
        Kind::String => Code::Text(text(node, report)?),
        Kind::Number => Code::Number(number(node, report)?),
        _ => {
            wrong_type(node, "a string, a number or null", report);
            return None;
        }
    };
    Some(Spanned::new(code, node.span))
}

fn number(node: Node<'_>, report: &mut Report) -> Option<i64> {
    let number = node.text().parse().ok();
    if number.is_none() {
        report
            .add(
                Rule::CodeGrammar,
                node.span,
                "a code that is a number must be a whole one of 64 bits",
            )
            .help("write it as a string, if it travels as one");
    }
    number
}

/// One status or several, each once and from 100 to 599.
pub(crate) fn statuses(node: Node<'_>, report: &mut Report) -> Spanned<Vec<u16>> {
    let mut statuses = Vec::new();
    let nodes = one_or_more(node);
    if nodes.is_empty() {
        report
            .add(Rule::Status, node.span, "no status is given")
            .help("give at least one, or leave the key out in a catalog without HTTP");
    }
    for node in nodes {
        if expect(node, Kind::Number, report).is_none() {
            continue;
        }
        match node.text().parse() {
            Ok(status @ 100..=599) if statuses.contains(&status) => {
                report
                    .add(
                        Rule::Repeated,
                        node.span,
                        format!("the status {status} stands twice"),
                    )
                    .help("remove one of the two");
            }
            Ok(status @ 100..=599) => statuses.push(status),
            _ => {
                report
                    .add(
                        Rule::Status,
                        node.span,
                        format!("{} is no HTTP status", node.text()),
                    )
                    .help("an HTTP status is a whole number from 100 to 599");
            }
        }
    }
    Spanned::new(statuses, node.span)
}

/// What statuses, or classes of them such as `4xx`, mean.
pub(crate) fn status_meanings<'a>(
    object: &Object<'a>,
    report: &mut Report,
) -> Vec<(Text<'a>, String)> {
    let meanings = object.described("statuses", "the statuses", report);
    for (name, _) in &meanings {
        let status: Result<u16, _> = name.value.replace("xx", "00").parse();
        if !matches!(status, Ok(100..=599)) || name.value.len() != 3 {
            report
                .add(
                    Rule::Status,
                    name.span(),
                    format!("`{}` is no HTTP status", name.value),
                )
                .help("write a status from 100 to 599, or a class such as `4xx`");
        }
    }
    meanings
}

/// `never`, `backoff`, `after-fix`, or an object with one of `after`, `header` and `param`.
pub(crate) fn retry(node: Node<'_>, report: &mut Report) -> Option<Spanned<Retry>> {
    let retry = match node.kind() {
        Kind::String => advice(&text(node, report)?, report)?,
        Kind::Object => source(node, report)?,
        _ => {
            wrong_type(node, "a string or an object", report);
            return None;
        }
    };
    Some(Spanned::new(retry, node.span))
}

fn advice(text: &Text<'_>, report: &mut Report) -> Option<Retry> {
    match &*text.value {
        "never" => Some(Retry::Never),
        "after-fix" => Some(Retry::AfterFix),
        "backoff" => Some(Retry::Backoff),
        unknown => {
            report
                .add(
                    Rule::Retry,
                    text.span(),
                    format!("`{unknown}` is no retry advice"),
                )
                .suggest(
                    unknown,
                    &[
                        "never",
                        "after-fix",
                        "backoff",
                        "{\"after\": \"24h\"}",
                        "{\"header\": …}",
                        "{\"param\": …}",
                    ],
                );
            None
        }
    }
}

fn source(node: Node<'_>, report: &mut Report) -> Option<Retry> {
    let object = Object::open(
        node,
        "the retry advice",
        &["after", "header", "param"],
        report,
    )?;
    let after = object.text("after", report);
    let header = object.text("header", report);
    let param = object.text("param", report);
    match (after, header, param) {
        (Some(after), None, None) => duration(&after, report).map(Retry::After),
        (None, Some(header), None) => header_name(&header, report).map(Retry::Header),
        (None, None, Some(param)) => Some(Retry::Param(param.owned())),
        _ => {
            report
                .add(Rule::Retry, node.span, "the retry advice must have exactly one key")
                .help("write `{\"after\": \"24h\"}`, `{\"header\": \"Retry-After\"}` or `{\"param\": \"…\"}`");
            None
        }
    }
}

/// A whole number of seconds, minutes, hours or days.
fn duration(text: &Text<'_>, report: &mut Report) -> Option<Duration> {
    let seconds = [('s', 1), ('m', 60), ('h', 3_600), ('d', 86_400)]
        .into_iter()
        .find_map(|(unit, seconds)| {
            let count = text.value.strip_suffix(unit)?;
            let digits = count.bytes().all(|byte| byte.is_ascii_digit());
            let count: u32 = digits.then(|| count.parse().ok())??;
            count.checked_mul(seconds)
        });
    if seconds.is_none() {
        report
            .add(Rule::Retry, text.span(), format!("`{}` is no duration", text.value))
            .help("write a whole number and a unit, `s`, `m`, `h` or `d`, such as `24h`; at most 136 years");
    }
    seconds.map(|seconds| Duration::from_secs(u64::from(seconds)))
}

/// The name of a header, in the case it is written in.
pub(crate) fn header_name(text: &Text<'_>, report: &mut Report) -> Option<String> {
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if text.value.is_empty() || text.value.len() > 100 || !text.value.bytes().all(token) {
        report
            .add(
                Rule::Header,
                text.span(),
                format!("`{}` is no name of a header", text.value),
            )
            .help("write letters, digits and `-`, such as `Retry-After`");
        return None;
    }
    Some(text.owned())
}

pub(crate) fn param_type(node: Node<'_>, report: &mut Report) -> Option<ParamType> {
    let name = text(node, report)?;
    let known = ParamType::ALL
        .iter()
        .find(|known| known.as_str() == name.value);
    if known.is_none() {
        let names = ParamType::ALL.map(ParamType::as_str);
        report
            .add(
                Rule::ParamType,
                node.span,
                format!("`{}` is no type of a parameter", name.value),
            )
            .suggest(&name.value, &names);
    }
    known.copied()
}

/// The documented values of a parameter: an array, or an object that says what each means.
pub(crate) fn values<'a>(object: &Object<'a>, report: &mut Report) -> Vec<(Text<'a>, String)> {
    let values = match object.get("values") {
        Some(node) if node.kind() == Kind::Array => texts(node, report)
            .into_iter()
            .map(|value| (value, String::new()))
            .collect(),
        _ => object.described("values", "the values", report),
    };
    repeated(values.iter().map(|(value, _)| value), "value", report);
    values
}

/// Reports texts that stand twice in a list.
pub(crate) fn repeated<'t, 'a: 't>(
    texts: impl Iterator<Item = &'t Text<'a>>,
    what: &str,
    report: &mut Report,
) {
    let mut seen = std::collections::HashMap::new();
    for text in texts {
        if let Some(first) = seen.insert(&*text.value, text.span()) {
            let message = format!("the {what} `{}` stands twice", text.value);
            report
                .add(Rule::Repeated, text.span(), message)
                .help("remove one of the two")
                .related(first, "first here");
        }
    }
}

/// A JSON pointer (RFC 6901): empty, or parts that each begin with `/`, in which `~` only begins `~0` and `~1`.
pub(crate) fn pointer(node: Node<'_>, report: &mut Report) -> Option<String> {
    let pointer = text(node, report)?;
    let value = &*pointer.value;
    let reason = if !value.is_empty() && !value.starts_with('/') {
        Some("it must begin with `/`, such as `/error/code`")
    } else if value
        .split('~')
        .skip(1)
        .any(|after| !after.starts_with(['0', '1']))
    {
        Some("`~` must be written `~0`, and `/` within a key `~1`")
    } else {
        None
    };
    if let Some(reason) = reason {
        report
            .add(
                Rule::Pointer,
                node.span,
                format!("`{value}` is no JSON pointer"),
            )
            .help(reason);
        return None;
    }
    Some(pointer.owned())
}

pub(crate) fn pointers(node: Node<'_>, report: &mut Report) -> Vec<String> {
    let nodes = one_or_more(node);
    nodes
        .into_iter()
        .filter_map(|node| pointer(node, report))
        .collect()
}

pub(crate) fn pointer_list(node: Node<'_>, report: &mut Report) -> Vec<String> {
    let nodes = elements(node, report);
    nodes
        .into_iter()
        .filter_map(|node| pointer(node, report))
        .collect()
}
