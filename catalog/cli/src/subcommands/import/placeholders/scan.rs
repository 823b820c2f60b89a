//! Finds placeholders in a message.

use super::style::Style;
use error_catalog_model::ParamType;
use std::collections::HashSet;
use std::ops::Range;

/// The longest name of a placeholder in a source, in bytes.
const LONGEST: usize = 80;

/// A placeholder in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) range: Range<usize>,
    pub(super) style: Style,
    pub(super) name: Name,
    pub(super) param_type: ParamType,
}

/// What a placeholder says about the value that it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    /// The name of the value.
    Named(String),
    /// The number of the value.
    Numbered(String),
    /// It is the next value.
    Next,
}

/// What the messages of a source have in common.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// Names that are placeholders in angle brackets also directly after a letter.
    pub(super) angles: HashSet<String>,
    /// Whether placeholders in braces are numbers, so that names are text.
    pub(super) are_numbered: bool,
}

/// Returns the placeholders of these styles in a message, in order.
pub(super) fn placeholders(text: &str, styles: &[Style], context: &Context) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text
        .get(at..)
        .and_then(|rest| rest.find(['{', '$', '%', '<', '[', ':']))
    {
        at += next;
        match Style::ALL
            .iter()
            .filter(|it| styles.contains(it))
            .find_map(|style| one(text, at, *style, context))
        {
            Some(placeholder) => {
                at = placeholder.range.end;
                found.push(placeholder);
            }
            // Two braces or percent signs are one character of text.
            None if ["{{", "%%"]
                .iter()
                .any(|it| text.get(at..).is_some_and(|rest| rest.starts_with(it))) =>
            {
                at += 2;
            }
            None => at += 1,
        }
    }
    found
}

impl Context {
    /// Finds out what the messages have in common.
    ///
    /// `<version>` is a placeholder in `V<version>`, if it is one in `the <version>`, while `<T>` in `List<T>` is not. Where
    /// nine of ten placeholders are numbers, as in `{0}`, `{a}` is text.
    pub(super) fn of<'m>(messages: impl Iterator<Item = &'m str>) -> Self {
        let none = Self::default();
        let mut angles = HashSet::new();
        let (mut numbers, mut others) = (0_usize, 0_usize);
        for message in messages {
            for found in placeholders(message, &[Style::Angle, Style::Braces], &none) {
                match (found.style, found.name) {
                    (Style::Angle, Name::Named(name)) if name.len() > 1 => {
                        angles.insert(name);
                    }
                    (Style::Braces, Name::Numbered(_)) => numbers += 1,
                    (Style::Braces, _) => others += 1,
                    _ => {}
                }
            }
        }
        Self {
            angles,
            are_numbered: others > 0 && numbers >= others * 9,
        }
    }
}

/// Returns the placeholder of this style that begins here.
fn one(text: &str, at: usize, style: Style, context: &Context) -> Option<Found> {
    let rest = text.get(at..)?;
    let before = text.get(..at)?.chars().next_back();
    let between = |open: &str, close: &str| {
        let inner = rest.strip_prefix(open)?;
        let inner = inner.get(..inner.find(close)?)?;
        (inner.len() <= LONGEST).then_some((inner, open.len() + inner.len() + close.len()))
    };
    let (name, param_type, length) = match style {
        Style::DoubleBraces => {
            let (inner, length) = between("{{", "}}")?;
            (variable(inner.trim())?, ParamType::String, length)
        }
        Style::DollarBraces => {
            let (inner, length) = between("${", "}")?;
            (variable(inner)?, ParamType::String, length)
        }
        Style::PercentBraces => {
            let (inner, length) = between("%{", "}")?;
            (variable(inner)?, ParamType::String, length)
        }
        Style::Braces => {
            let (inner, length) = between("{", "}")?;
            let (name, param_type) = formatted(inner)?;
            if context.are_numbered && !matches!(name, Name::Numbered(_)) {
                return None;
            }
            (name, param_type, length)
        }
        Style::Angle => {
            let (inner, length) = between("<", ">")?;
            let is_glued = before.is_some_and(char::is_alphanumeric);
            if is_tag(inner, text) || is_glued && !context.angles.contains(inner) {
                return None;
            }
            (words(inner)?, ParamType::String, length)
        }
        Style::Square => {
            let (inner, length) = between("[", "]")?;
            let after = rest.get(length..)?;
            // A link in Markdown, or an index.
            if after.starts_with(['(', '['])
                || before.is_some_and(|it| it.is_alphanumeric() || it == ']')
            {
                return None;
            }
            (words(inner)?, ParamType::String, length)
        }
        Style::Colon if rest.starts_with(':') => {
            let length = colon(rest, before)?;
            let name = Name::Named(rest.get(1..length)?.to_owned());
            (name, ParamType::String, length)
        }
        Style::Printf if rest.starts_with('%') => printf(rest, before)?,
        Style::Colon | Style::Printf => return None,
    };
    Some(Found {
        range: at..at + length,
        style,
        name,
        param_type,
    })
}

/// Reads the name of a variable, with members: `user.name`.
fn variable(name: &str) -> Option<Name> {
    let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '.' | '-');
    let begins = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    (begins && name.chars().all(is_part)).then(|| Name::Named(name.to_owned()))
}

/// Reads a name of one to five words.
fn words(name: &str) -> Option<Name> {
    let is_part = |it: char| it.is_alphanumeric() || matches!(it, '_' | '.' | '-' | ' ' | '/');
    let begins = name.starts_with(char::is_alphabetic);
    let fits = begins && name.chars().all(is_part) && name.split(' ').count() <= 5;
    (fits && !name.ends_with(' ')).then(|| Name::Named(name.to_owned()))
}

/// Reads what is between braces: a name or a number, and how the value is formatted.
fn formatted(inner: &str) -> Option<(Name, ParamType)> {
    let end = inner.find([':', '!', ',']).unwrap_or(inner.len());
    let (name, format) = inner.split_at_checked(end)?;
    if format.contains(['"', '\'', '{', '[']) || (format.len() > 1 && format.starts_with(": ")) {
        return None;
    }
    let is_integer =
        format.contains("number") || format.ends_with(['d', 'x']) || format.contains("plural");
    let param_type = if is_integer {
        ParamType::Integer
    } else {
        ParamType::String
    };
    let name = name.trim();
    if name.is_empty() {
        return Some((Name::Next, param_type));
    }
    if name.bytes().all(|byte| byte.is_ascii_digit()) {
        return (name.len() <= 3).then(|| (Name::Numbered(name.to_owned()), param_type));
    }
    Some((variable(name).or_else(|| words(name))?, param_type))
}

/// The HTML elements that are in messages.
const TAGS: [&str; 24] = [
    "a", "b", "br", "code", "div", "em", "h1", "h2", "h3", "i", "img", "li", "ol", "p", "pre", "s",
    "span", "strong", "sub", "sup", "table", "td", "u", "ul",
];

/// Whether this is an HTML tag in the text. A letter is also a placeholder, unless the tag is closed.
fn is_tag(inner: &str, text: &str) -> bool {
    let name = inner
        .split([' ', '/'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is_closed = text.contains(&format!("</{name}>"));
    is_closed || name == "br" || (name.len() > 1 && TAGS.contains(&&*name)) || inner.contains('=')
}

/// Finds the end of ` :name`. A name is at least two letters.
fn colon(rest: &str, before: Option<char>) -> Option<usize> {
    let name = rest.get(1..)?;
    let is_part = |it: char| it.is_ascii_alphanumeric() || it == '_';
    let length = name.find(|it: char| !is_part(it)).unwrap_or(name.len());
    let begins = name.starts_with(|first: char| first.is_ascii_lowercase());
    let after = name.get(length..)?.chars().next();
    let is_separate =
        before.is_none_or(|it| it.is_whitespace() || matches!(it, '(' | '\'' | '"' | '`'));
    let ends = !after.is_some_and(|after| after == ':' || after.is_alphanumeric());
    (begins && is_separate && ends && length > 1).then_some(1 + length)
}

/// Reads `%s`, `%-5d`, `%1$s`, `%[1]s`, `%.2f`, or `%(name)s`.
fn printf(rest: &str, before: Option<char>) -> Option<(Name, ParamType, usize)> {
    let mut at = 1;
    let mut name = Name::Next;
    if let Some(inner) = rest.strip_prefix("%(") {
        let end = inner.find(')')?;
        name = variable(inner.get(..end)?)?;
        at += end + 2;
    } else if let Some(inner) = rest.strip_prefix("%[") {
        let end = inner.find(']')?;
        let number = inner.get(..end)?;
        if number.is_empty() || number.len() > 3 || !number.bytes().all(|it| it.is_ascii_digit()) {
            return None;
        }
        name = Name::Numbered(number.to_owned());
        at += end + 2;
    } else if before.is_some_and(|before| before.is_ascii_digit() || before == '%') {
        // A percentage, or an escape in an address.
        return None;
    }
    let flags = rest.get(at..)?;
    let is_flag = |it: char| it.is_ascii_digit() || "$.+#-*hlLzjtq".contains(it);
    let end = flags.find(|it: char| !is_flag(it)).unwrap_or(flags.len());
    let (flags, conversion) = flags.split_at_checked(end)?;
    // `q` and `t` are lengths in C and conversions in Go.
    let (flags, letter) = match conversion.chars().next() {
        Some(letter) if "sdiufFgGeExXoOcCpvTwr@bU".contains(letter) => (flags, letter),
        _ if flags.ends_with(['q', 't']) => {
            let (before, letter) = flags.split_at_checked(flags.len() - 1)?;
            (before, letter.chars().next()?)
        }
        _ => return None,
    };
    if flags.len() > 12 {
        return None;
    }
    if let Some((number, _)) = flags.split_once('$') {
        name = Name::Numbered(number.to_owned());
    }
    // `%2F` is an escape in an address.
    let is_escape = flags.len() == 1
        && flags.bytes().all(|it| it.is_ascii_digit())
        && letter.is_ascii_hexdigit();
    let length = at + flags.len() + 1;
    let after = rest.get(length..)?;
    // A word that begins with `s` is not a conversion: `%some`. Units can follow: `%ds`.
    let is_word = after
        .chars()
        .take(2)
        .filter(|it| it.is_alphabetic())
        .count()
        == 2;
    if is_escape || (is_word && flags.is_empty() && matches!(name, Name::Next) && letter != 'd') {
        return None;
    }
    let param_type = match letter {
        'd' | 'i' | 'u' => ParamType::Integer,
        'f' | 'F' | 'g' | 'G' | 'e' | 'E' => ParamType::Decimal,
        't' => ParamType::Boolean,
        _ => ParamType::String,
    };
    Some((name, param_type, length))
}
