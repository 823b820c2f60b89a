//! The codes in the types of problem details (RFC 9457).

use super::super::object::Text;
use super::capture;
use crate::bytes::{all, has, start};
use crate::model::{Capture, Case, Place};
use crate::{Report, Rule, Template};

/// The placeholder of the code.
const CODE: &str = "{code}";

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
    let mut names = template.placeholders();
    let has_code = matches!(names.next(), Some(("code", _)));
    if !has_code || names.next().is_some() {
        let message = format!("`{source}` is the type of one problem only");
        report.add(Rule::Preset, text.span(), message).help(
            "write `{code}` where the code is, such as `https://api.example.com/problems/{code}`",
        );
        return None;
    }
    let [network, path, last] = relative(source);
    let place = |sources: [Option<&str>; 3]| Place::Part {
        at: Box::new(Place::Pointer("/type".to_owned())),
        captures: captures(sources),
        case,
        unit: None,
    };
    let last = last.filter(|last| *last != CODE);
    Some(vec![
        place([network, path, Some(source)]),
        place([Some("about:blank"), last, Some(CODE)]),
    ])
}

fn captures(sources: [Option<&str>; 3]) -> Vec<Capture> {
    let mut captures = Vec::new();
    for source in sources {
        if let Some(Ok(template)) = source.map(Template::parse) {
            captures.push(capture::capture(&template));
        }
    }
    captures
}

/// Returns the references that are relative to a URI, if they contain the code: to its scheme, to its authority, and to its
/// path.
fn relative(uri: &str) -> [Option<&str>; 3] {
    let network = without_scheme(uri);
    let path = match network {
        Some(network) => from_path(network),
        None => Some(uri).filter(|uri| uri.starts_with('/')),
    };
    let last = path.and_then(last_segment);
    let with_code = |reference: &&str| has(reference, CODE, '{') && *reference != uri;
    [
        network.filter(with_code),
        path.filter(with_code),
        last.filter(with_code),
    ]
}

/// Returns a URI from its `//` on, if it has a scheme and an authority.
fn without_scheme(uri: &str) -> Option<&str> {
    let (scheme, rest) = uri.split_once(':')?;
    let is_in_scheme = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    let is_absolute = rest.starts_with("//") && all(scheme, is_in_scheme);
    is_absolute.then_some(rest)
}

/// Returns the path that follows an authority, which begins with `//`.
fn from_path(network: &str) -> Option<&str> {
    let authority = network.get(2..)?;
    authority.get(authority.find('/')?..)
}

/// Returns the last segment of a path, and what follows the path.
fn last_segment(path: &str) -> Option<&str> {
    let end = start(path, |byte| !matches!(byte, b'?' | b'#'));
    let start = path.get(..end)?.rfind('/')?;
    path.get(start + 1..)
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
