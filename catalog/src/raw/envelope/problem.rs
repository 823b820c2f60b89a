//! The codes in the types of problem details (RFC 9457).

use super::super::object::Text;
use super::capture;
use crate::model::{Capture, Case, Place};
use crate::{Report, Rule, Template};

/// Returns the places of the code in `type`: in the URI of the template, in a reference relative to it, or as the whole.
///
/// The first place is written, with the template itself.
pub(super) fn codes(
    text: &Text<'_>,
    case: Option<Case>,
    report: &mut Report,
) -> Option<Vec<Place>> {
    let template = capture::template(text, "code", report)?;
    let source = template.source();
    if template.placeholders().map(|(name, _)| name).ne(["code"]) {
        let message = format!("`{source}` is the type of one problem only");
        report.add(Rule::Preset, text.span(), message).help(
            "write `{code}` where the code is, such as `https://api.example.com/problems/{code}`",
        );
        return None;
    }
    let relative = relative(source);
    let parse = |source: &&str| Template::parse(source).ok();
    let captures = |sources: &[&str]| -> Vec<Capture> {
        sources
            .iter()
            .filter_map(parse)
            .map(|template| capture::capture(&template))
            .collect()
    };
    let [network, path, last] = relative;
    let absolute: Vec<&str> = [network, path, Some(source)]
        .into_iter()
        .flatten()
        .collect();
    let mut others = vec!["about:blank"];
    others.extend(last);
    others.push("{code}");
    others.dedup();
    let place = |captures: Vec<Capture>| Place::Part {
        at: Box::new(Place::Pointer("/type".to_owned())),
        captures,
        case,
        unit: None,
    };
    Some(vec![place(captures(&absolute)), place(captures(&others))])
}

/// Returns the references that are relative to a URI, if they contain the code: to its scheme, to its authority, and to its
/// path.
fn relative(uri: &str) -> [Option<&str>; 3] {
    let network = uri
        .split_once(':')
        .filter(|(scheme, _)| {
            scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
        })
        .map(|(_, rest)| rest)
        .filter(|rest| rest.starts_with("//"));
    let path = match network.and_then(|network| network.get(2..)) {
        Some(network) => network.find('/').and_then(|start| network.get(start..)),
        None => Some(uri).filter(|uri| uri.starts_with('/')),
    };
    let last = path.and_then(|path| {
        let end = path.find(['?', '#']).unwrap_or(path.len());
        let start = path.get(..end)?.rfind('/')?;
        path.get(start + 1..)
    });
    let with_code = |reference: &&str| reference.contains("{code}") && *reference != uri;
    [network, path, last].map(|reference| reference.filter(with_code))
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn references_are_relative_to_each_part_of_a_uri() {
        let uri = "https://api.example.com/problems/{code}";
        let network = Some("//api.example.com/problems/{code}");
        assert_eq!(
            relative(uri),
            [network, Some("/problems/{code}"), Some("{code}")]
        );
        let uri = "https://a/b/errors.html?x=1#{code}";
        let path = Some("/b/errors.html?x=1#{code}");
        let network = Some("//a/b/errors.html?x=1#{code}");
        assert_eq!(
            relative(uri),
            [network, path, Some("errors.html?x=1#{code}")]
        );
        assert_eq!(relative("urn:problem:{code}"), [None, None, None]);
        assert_eq!(
            relative("tag:a@b.example,2024:c/{code}"),
            [None, None, None]
        );
        assert_eq!(
            relative("https://{code}.example"),
            [Some("//{code}.example"), None, None]
        );
        assert_eq!(relative("/problems/{code}"), [None, None, Some("{code}")]);
        assert_eq!(relative("{code}"), [None, None, None]);
        assert_eq!(relative(""), [None, None, None]);
    }
}
