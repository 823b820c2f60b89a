//! Whether an operation may answer with an error.

use super::answer::Answered;
use super::failure::{self, Failure};
use super::options::Options;
use super::request::Request;
use crate::{Meta, Operation};

/// Why an answer is not sent: its operation does not have the error. `None` if it may be sent, or if nobody asked.
pub(super) fn undeclared(
    catalog: &'static Meta,
    answered: Option<&Answered>,
    request: Option<&Request>,
    options: &Options,
) -> Option<Failure> {
    let (answered, request) = (answered?, request?);
    if !options.checks_operations || answered.catalog() != catalog.name() {
        return None;
    }
    let operation = of_request(catalog, request)?;
    let is_declared = operation.entries().any(|entry| entry.id() == answered.id());
    (!is_declared).then(|| Failure::Error(failure::of_operation(operation.name(), answered.id())))
}

/// The operation whose route a request is sent to: of several, the one with the fewest parameters in its path.
fn of_request(catalog: &'static Meta, request: &Request) -> Option<Operation> {
    let operations = catalog.operations();
    let fitting = operations.filter(|operation| {
        let fits_method = operation.method() == Some(&*request.method);
        fits_method
            && operation
                .path()
                .is_some_and(|path| fits(path, &request.path))
    });
    fitting.min_by_key(|operation| operation.path().map(|path| path.matches('{').count()))
}

/// Whether a path is one of a route, whose parameters are in braces.
fn fits(route: &str, path: &str) -> bool {
    let (mut routes, mut paths) = (route.split('/'), path.split('/'));
    loop {
        match (routes.next(), paths.next()) {
            (None, None) => return true,
            // The rest of the path, as in `/files/{*path}`.
            (Some(route), Some(_)) if route.starts_with("{*") => return true,
            (Some(route), Some(path)) if fits_segment(route, path) => {}
            _ => return false,
        }
    }
}

/// A segment is a literal, or has one parameter, as in `{id}.pdf`.
fn fits_segment(route: &str, path: &str) -> bool {
    let parameter = route.split_once('{');
    let parameter = parameter.and_then(|(prefix, rest)| Some((prefix, rest.split_once('}')?.1)));
    let Some((prefix, suffix)) = parameter else {
        return route == path;
    };
    let value = path.strip_prefix(prefix);
    let value = value.and_then(|value| value.strip_suffix(suffix));
    value.is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_parameter_is_one_segment_that_is_not_empty() {
        for path in ["/charges/1/pdf", "/charges/a%2Fb/pdf"] {
            assert!(fits("/charges/{id}/pdf", path), "{path}");
        }
        for path in [
            "/charges//pdf",
            "/charges/1",
            "/charges/1/2/pdf",
            "/charges/1/pdf/",
            "/",
        ] {
            assert!(!fits("/charges/{id}/pdf", path), "{path}");
        }
    }

    #[test]
    fn a_parameter_can_be_a_part_of_a_segment() {
        assert!(fits("/{name}.json", "/a.b.json"));
        assert!(!fits("/{name}.json", "/.json"));
        assert!(fits("/v{version}", "/v2"));
        assert!(!fits("/v{version}", "/w2"));
    }

    #[test]
    fn the_rest_of_a_path_is_a_parameter_with_a_star() {
        assert!(fits("/files/{*path}", "/files/a/b"));
        assert!(!fits("/files/{*path}", "/files"));
    }
}
