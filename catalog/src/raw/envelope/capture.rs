//! Patterns that take a part out of a value.

use super::super::object::{one_or_more, text, Text};
use crate::json::Node;
use crate::model::{Capture, Segment};
use crate::overlap::contains;
use crate::template::{name_error, Piece};
use crate::{Report, Rule, Template};

/// The placeholder of any text.
const ANY: &str = "_";

/// The most patterns of a place: each is compared with all before it.
const MOST: usize = 100;

/// Reads a pattern, or an array of patterns. `name` is the placeholder of the part.
///
/// A pattern without that placeholder fits values that mean that nothing is there.
pub(super) fn read(node: Node<'_>, name: &str, report: &mut Report) -> Vec<Capture> {
    let mut nodes = one_or_more(node);
    if nodes.len() > MOST {
        let message = format!(
            "a place can have at most {MOST} patterns, found {}",
            nodes.len()
        );
        report
            .add(Rule::Match, node.span, message)
            .help("add another place for the others");
        nodes.truncate(MOST);
    }
    let mut captures = Vec::new();
    let mut earlier: Vec<Template> = Vec::new();
    for node in &nodes {
        let Some(text) = text(*node, report) else {
            continue;
        };
        let Some(template) = template(&text, name, report) else {
            continue;
        };
        never_fits(&text, &template, &earlier, report);
        captures.push(capture(&template));
        earlier.push(template);
    }
    if let (Some(last), true) = (captures.last(), captures.len() == nodes.len()) {
        let problem = if last.segments.contains(&Segment::Any) {
            Some("the last pattern is the one that is written: it cannot contain `{_}`".to_owned())
        } else if !last.segments.contains(&Segment::Part) {
            Some(format!(
                "the last pattern is the one that is written: it must contain `{{{name}}}`"
            ))
        } else {
            None
        };
        if let (Some(problem), Some(node)) = (problem, nodes.last()) {
            report.add(Rule::Match, node.span, problem).help(format!(
                "add the pattern that new responses have, such as `\"{{{name}}}\"`"
            ));
        }
    }
    if nodes.is_empty() {
        report
            .add(Rule::Match, node.span, "expected at least one pattern")
            .help(format!("add a pattern, such as `\"{{_}}#{{{name}}}\"`"));
    }
    captures
}

/// Reads a pattern, whose placeholders are `{_}` and at most one with the name.
pub(super) fn template(text: &Text<'_>, name: &str, report: &mut Report) -> Option<Template> {
    let is_name = |name: &str| if name == ANY { None } else { name_error(name) };
    let template = match Template::parse_with(&text.value, is_name) {
        Ok(template) => template,
        Err(errors) => {
            for error in errors {
                report
                    .add(Rule::Match, text.node.part(error.range), error.message)
                    .help(error.help);
            }
            return None;
        }
    };
    let mut parts = 0;
    let mut is_valid = true;
    for (placeholder, range) in template.placeholders() {
        let is_part = placeholder == name;
        parts += usize::from(is_part);
        if !is_part && placeholder != ANY {
            let message = format!("unknown placeholder `{{{placeholder}}}` in a pattern");
            report
                .add(Rule::Match, text.node.part(range), message)
                .help(format!(
                    "write `{{{name}}}` for the part, and `{{_}}` for any text"
                ));
            is_valid = false;
        } else if is_part && parts > 1 {
            let message = format!("duplicate placeholder `{{{name}}}` in a pattern");
            report
                .add(Rule::Match, text.node.part(range), message)
                .help("write `{_}` for any text");
            is_valid = false;
        }
    }
    if template.has_adjacent_placeholders() {
        let message = "two placeholders without text between them";
        report
            .add(Rule::Match, text.span(), message)
            .help("add the text between them, or remove `{_}`");
        is_valid = false;
    }
    is_valid.then_some(template)
}

/// Reports a pattern whose values all fit an earlier one.
fn never_fits(text: &Text<'_>, template: &Template, earlier: &[Template], report: &mut Report) {
    let literals = template.literals();
    for first in earlier {
        if contains(&first.literals(), &literals) {
            let message = format!(
                "`{}` is never read: what fits it also fits `{}`, which is tried first",
                template.source(),
                first.source()
            );
            report
                .add(Rule::Match, text.span(), message)
                .help("write the patterns from the narrowest to the widest");
            return;
        }
    }
}

pub(super) fn capture(template: &Template) -> Capture {
    let mut segments = Vec::new();
    for piece in template.pieces() {
        let source = |range: &std::ops::Range<usize>| template.source().get(range.clone());
        match piece {
            Piece::Literal(range) => {
                let literal = source(range).unwrap_or_default();
                match segments.last_mut() {
                    Some(Segment::Literal(last)) => last.push_str(literal),
                    _ => segments.push(Segment::Literal(literal.to_owned())),
                }
            }
            Piece::Placeholder(range) if source(range) == Some("{_}") => {
                segments.push(Segment::Any);
            }
            Piece::Placeholder(_) => segments.push(Segment::Part),
        }
    }
    Capture {
        text: template.source().to_owned(),
        segments,
    }
}
