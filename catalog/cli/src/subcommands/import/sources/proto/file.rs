//! The enums of a Protobuf file.

use super::super::super::input::Text;
use super::depth::is_too_deep;
use super::guarded::guarded;
use crate::failure::Failure;
use std::collections::HashMap;

/// An enum.
pub(super) struct Enumeration {
    /// The name, with those of the messages that it is in.
    pub(super) name: String,
    pub(super) line: u32,
    /// The status of values that have none.
    pub(super) status: Option<u16>,
    pub(super) values: Vec<Value>,
}

/// A value of an enum.
pub(super) struct Value {
    pub(super) name: String,
    pub(super) number: i32,
    pub(super) line: u32,
    pub(super) comment: Option<String>,
    pub(super) status: Option<u16>,
    pub(super) message: Option<String>,
    pub(super) is_deprecated: bool,
}

/// The line and the comment of each part of a file, by its path.
type Locations = HashMap<Vec<i32>, (u32, Option<String>)>;

/// The numbers of the fields of descriptors.
const MESSAGES: i32 = 4;
const ENUMS: i32 = 5;
const NESTED_MESSAGES: i32 = 3;
const NESTED_ENUMS: i32 = 4;
const VALUES: i32 = 2;

/// Names of options that say more about a value, at the end of the name.
const STATUSES: [&str; 6] = [
    "code",
    "http_status",
    "http_code",
    "status",
    "http",
    "default_code",
];
const MESSAGE_NAMES: [&str; 4] = ["message", "msg", "error_message", "template"];

/// Reads the enums of a file, also those in messages.
///
/// # Errors
///
/// The file is not valid.
pub(super) fn enums(text: &Text) -> Result<Vec<Enumeration>, Failure> {
    if is_too_deep(&text.content) {
        return Err(Failure::new(format!(
            "`{}` is nested too deeply",
            text.name
        )));
    }
    let invalid = || {
        Failure::new(format!("{} cannot be read as Protobuf", text.name))
            .help("check it with `protoc`")
    };
    let parsed = guarded(|| protox_parse::parse(&text.name, &text.content)).ok_or_else(invalid)?;
    let file = parsed.map_err(|error| {
        let line = error.span().map(|span| {
            let before = text.content.get(..span.start).unwrap_or_default();
            format!(":{}", before.matches('\n').count() + 1)
        });
        Failure::new(format!(
            "{}{} cannot be read as Protobuf: {error}",
            text.name,
            line.unwrap_or_default()
        ))
    })?;
    let info = file.source_code_info.unwrap_or_default();
    let locations = info.location.into_iter().map(|location| {
        let line = location
            .span
            .first()
            .map_or(0, |line| u32::try_from(line + 1).unwrap_or_default());
        let comment = location.leading_comments.or(location.trailing_comments);
        (
            location.path,
            (line, comment.and_then(|comment| cleaned(&comment))),
        )
    });
    let locations: Locations = locations.collect();
    let mut found = Vec::new();
    for (at, one) in (0..).zip(&file.enum_type) {
        found.push(enumeration(one, "", &[ENUMS, at], &locations));
    }
    let messages = (0..).zip(&file.message_type);
    let mut open: Vec<(String, Vec<i32>, _)> = messages
        .map(|(at, message)| (String::new(), vec![MESSAGES, at], message))
        .collect();
    open.reverse();
    while let Some((outer, path, message)) = open.pop() {
        let name = format!("{outer}{}.", message.name());
        let below = |field: i32, at: i32| [&*path, &[field, at]].concat();
        for (at, one) in (0..).zip(&message.enum_type) {
            found.push(enumeration(
                one,
                &name,
                &below(NESTED_ENUMS, at),
                &locations,
            ));
        }
        let nested = (0..).zip(&message.nested_type);
        let nested: Vec<_> = nested
            .map(|(at, message)| (name.clone(), below(NESTED_MESSAGES, at), message))
            .collect();
        open.extend(nested.into_iter().rev());
    }
    Ok(found)
}

fn enumeration(
    one: &prost_types::EnumDescriptorProto,
    outer: &str,
    path: &[i32],
    locations: &Locations,
) -> Enumeration {
    let options = one
        .options
        .as_ref()
        .map_or(&[][..], |options| &options.uninterpreted_option);
    // All values of a deprecated enum are.
    let is_deprecated = options.iter().any(is_deprecation);
    let status = self::status(options);
    let values = (0..).zip(&one.value).map(|(at, value)| {
        let path = [path, &[VALUES, at]].concat();
        let (line, comment) = locations.get(&path).cloned().unwrap_or_default();
        let options = value
            .options
            .as_ref()
            .map_or(&[][..], |options| &options.uninterpreted_option);
        Value {
            name: value.name().to_owned(),
            number: value.number(),
            line,
            status: self::status(options).or_else(|| comment.as_deref().and_then(of_comment)),
            comment,
            message: message(options),
            is_deprecated: is_deprecated || options.iter().any(is_deprecation),
        }
    });
    Enumeration {
        name: format!("{outer}{}", one.name()),
        line: locations.get(path).map_or(0, |(line, _)| *line),
        status,
        values: values.collect(),
    }
}

/// Returns the text of a comment without the space and the `*` at the start of its lines.
fn cleaned(comment: &str) -> Option<String> {
    let lines = comment.lines().map(|line| {
        let line = line.strip_prefix(' ').unwrap_or(line).trim_end();
        line.strip_prefix("* ")
            .or_else(|| line.strip_prefix('*').filter(|rest| rest.is_empty()))
            .unwrap_or(line)
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Returns the status that an option of a value or an enum gives, such as `(errors.code) = 404`.
fn status(options: &[prost_types::UninterpretedOption]) -> Option<u16> {
    let mut statuses = options
        .iter()
        .filter(|option| is_named(option, &STATUSES))
        .filter_map(|option| {
            let number = u16::try_from(option.positive_int_value?).ok()?;
            (400..600).contains(&number).then_some(number)
        });
    statuses.next()
}

fn message(options: &[prost_types::UninterpretedOption]) -> Option<String> {
    let mut messages = options
        .iter()
        .filter(|option| is_named(option, &MESSAGE_NAMES));
    messages.find_map(|option| String::from_utf8(option.string_value.clone()?).ok())
}

fn is_deprecation(option: &prost_types::UninterpretedOption) -> bool {
    is_named(option, &["deprecated"]) && option.identifier_value.as_deref() == Some("true")
}

fn is_named(option: &prost_types::UninterpretedOption, names: &[&str]) -> bool {
    let last = option.name.last().map_or("", |part| &*part.name_part);
    let last = last.rsplit('.').next().unwrap_or(last);
    names.contains(&last)
}

/// Returns the status that a comment names: `HTTP Mapping: 404 Not Found`.
fn of_comment(comment: &str) -> Option<u16> {
    let (_, after) = comment.split_once("HTTP Mapping:")?;
    let number = after
        .trim_start()
        .split(|it: char| !it.is_ascii_digit())
        .next()?;
    number
        .parse()
        .ok()
        .filter(|status| (400..600).contains(status))
}
