//! Retry advice.

use super::mistyped::wrong_type;
use super::object::{text, Object, Text};
use super::value::{header_name, is_header_name};
use crate::bytes::{has_byte, start};
use crate::json::{Kind, Node};
use crate::source::Spanned;
use crate::suggest::{names, nearest_of};
use crate::{Report, Retry, RetryUnit, Rule};
use std::time::Duration;

/// The advice that is a string.
const WORDS: [&str; 3] = ["never", "after-fix", "backoff"];

/// The advice, and whether the API has done nothing when it sends the error.
#[derive(Clone)]
pub(crate) struct Advice {
    pub(crate) retry: Retry,
    pub(crate) is_safe: bool,
}

/// Reads `never`, `backoff`, `after-fix`, or an object with one of `after`, `backoff`, `header`, and `param`.
pub(super) fn read(node: Node<'_>, report: &mut Report) -> Option<Spanned<Advice>> {
    let retry = match node.kind() {
        Kind::String => Advice {
            retry: advice(&text(node, report)?, report)?,
            is_safe: false,
        },
        Kind::Object => object(node, report)?,
        _ => {
            let diagnostic = wrong_type(node, "a string or an object", report);
            if let Some(meant) = meant(node.text()) {
                diagnostic.help(meant);
            }
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
            let message = format!("`{unknown}` is not valid retry advice");
            let diagnostic = report.add(Rule::Retry, text.span(), message);
            if let Some(word) = nearest_of(unknown, &WORDS) {
                diagnostic.help(format!("did you mean `{word}`?"));
            } else if let Some(meant) = meant(unknown) {
                diagnostic.help(meant);
            } else {
                diagnostic.help(format!(
                    "expected one of `{}`, `{{\"after\": \"24h\"}}`, `{{\"header\": …}}`, `{{\"param\": …}}`",
                    WORDS.join("`, `")
                ));
            }
            None
        }
    }
}

/// Returns what to write for what was probably meant.
fn meant(text: &str) -> Option<String> {
    match text {
        "true" => return Some("write `\"backoff\"`".to_owned()),
        "false" => return Some("write `\"never\"`".to_owned()),
        _ => {}
    }
    if let Some(duration) = meant_duration(text) {
        return Some(format!("write `{{ \"after\": \"{duration}\" }}`"));
    }
    let is_header = is_header_name(text) && has_byte(text, b'-');
    is_header.then(|| format!("write `{{ \"header\": \"{text}\" }}`"))
}

/// Converts a duration in another notation to that of catalogs, rounded up.
fn meant_duration(text: &str) -> Option<String> {
    let (number, unit) = text.split_at(start(text, |byte| byte.is_ascii_digit() || byte == b'.'));
    let number: f64 = number.parse().ok()?;
    let (seconds, short) = match unit.trim() {
        "ms" | "millis" | "milliseconds" => (0.001, "s"),
        "" | "s" | "sec" | "secs" | "second" | "seconds" => (1.0, "s"),
        "m" | "min" | "mins" | "minute" | "minutes" => (60.0, "m"),
        "h" | "hr" | "hrs" | "hour" | "hours" => (3_600.0, "h"),
        "d" | "day" | "days" => (86_400.0, "d"),
        _ => return None,
    };
    if number.fract() == 0.0 && seconds >= 1.0 {
        return Some(format!("{number}{short}"));
    }
    Some(format!("{}s", (number * seconds).ceil()))
}

fn object(node: Node<'_>, report: &mut Report) -> Option<Advice> {
    let keys = ["after", "backoff", "header", "param", "safe", "unit"];
    let object = Object::open(node, "the retry advice", &keys, report)?;
    let is_safe = object.boolean("safe", report).unwrap_or_default();
    let retry = source(node, &object, report)?;
    Some(Advice { retry, is_safe })
}

fn source(node: Node<'_>, object: &Object<'_>, report: &mut Report) -> Option<Retry> {
    let unit = object.read("unit", unit, report);
    let mut given = Vec::new();
    for key in ["after", "backoff", "header", "param"] {
        if object.get(key).is_some() {
            given.push(key);
        }
    }
    match *given.as_slice() {
        ["after"] => {
            if let Some(unit) = object.get("unit") {
                report
                    .add(Rule::Retry, unit.span, "`after` already includes a unit")
                    .help("remove `unit`");
            }
            Some(Retry::After(duration(&after(object, report)?, report)?))
        }
        ["backoff"] => {
            if let Some(unit) = object.get("unit") {
                report
                    .add(Rule::Retry, unit.span, "`backoff` has no unit")
                    .help("remove `unit`");
            }
            backoff(object, report)
        }
        ["header"] => {
            let name = header_name(&object.text("header", report)?, report)?;
            Some(Retry::Header(name, unit))
        }
        ["param"] => Some(Retry::Param(object.string("param", report)?, unit)),
        _ => {
            let help = "write `{\"after\": \"24h\"}`, `{\"backoff\": true}`, `{\"header\": \"Retry-After\"}`, or `{\"param\": \"…\"}`";
            report
                .add(
                    Rule::Retry,
                    node.span,
                    "expected exactly one of `after`, `backoff`, `header`, and `param`",
                )
                .help(help);
            None
        }
    }
}

/// Reads `backoff` of an object, which can only be `true`.
fn backoff(object: &Object<'_>, report: &mut Report) -> Option<Retry> {
    if object.boolean("backoff", report)? {
        return Some(Retry::Backoff);
    }
    let span = object.get("backoff")?.span;
    report
        .add(Rule::Retry, span, "`backoff` can only be `true`")
        .help("write `\"never\"` if the request always fails, or remove `retry`");
    None
}

/// Reads the unit of a header, a parameter, or a member.
pub(super) fn unit(node: Node<'_>, report: &mut Report) -> Option<RetryUnit> {
    let name = text(node, report)?;
    let unit = RetryUnit::from_name(&name.value);
    if unit.is_none() {
        let message = format!("unknown unit `{}`", name.value);
        let known = names(&RetryUnit::ALL, RetryUnit::as_str);
        report
            .add(Rule::Retry, node.span, message)
            .suggest(&name.value, &known);
    }
    unit
}

/// Reads the string of `after`; a number is not valid, because it has no unit.
fn after<'a>(object: &Object<'a>, report: &mut Report) -> Option<Text<'a>> {
    let node = object.get("after")?;
    if node.kind() != Kind::Number {
        return text(node, report);
    }
    let diagnostic = wrong_type(node, "a string", report);
    if let Some(duration) = meant_duration(node.text()) {
        diagnostic.help(format!("write `\"{duration}\"`"));
    }
    None
}

/// Reads an integer number of seconds, minutes, hours, or days.
fn duration(text: &Text<'_>, report: &mut Report) -> Option<Duration> {
    if let Some(seconds) = seconds(&text.value) {
        return Some(Duration::from_secs(u64::from(seconds)));
    }
    let message = format!("`{}` is not a valid duration", text.value);
    let diagnostic = report.add(Rule::Retry, text.span(), message);
    match meant_duration(&text.value) {
        Some(meant) if meant != text.value => diagnostic.help(format!("write `{meant}`")),
        _ => diagnostic.help(
            "write an integer and a unit (`s`, `m`, `h`, or `d`), such as `24h`; at most 136 years",
        ),
    };
    None
}

fn seconds(duration: &str) -> Option<u32> {
    let seconds: u32 = match duration.chars().next_back()? {
        's' => 1,
        'm' => 60,
        'h' => 3_600,
        'd' => 86_400,
        _ => return None,
    };
    let count = duration.get(..duration.len() - 1)?;
    // A number in Rust can begin with `+`.
    if count.starts_with('+') {
        return None;
    }
    count.parse::<u32>().ok()?.checked_mul(seconds)
}
