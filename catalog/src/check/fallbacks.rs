//! Whether a server can send the errors of the fallbacks.

use crate::model::{Catalog, Entry, Fallback, FallbackEntry, Param};
use crate::{ParamType, Report, Rule};

pub(super) fn errors_can_be_sent(catalog: &Catalog, report: &mut Report) {
    for fallback in &catalog.fallbacks {
        if let Some(entry) = catalog.entries.get(fallback.entry) {
            params_can_be_filled(fallback, entry, report);
            status_fits(fallback, entry, report);
        }
    }
}

/// Checks that a server has a value for each required parameter.
fn params_can_be_filled(fallback: &FallbackEntry, entry: &Entry, report: &mut Report) {
    for param in &entry.params {
        if param.is_optional || can_be_filled(param) {
            continue;
        }
        let of_type = match types(&param.name) {
            Some(_) => format!(" of type `{}`", param.param_type.as_str()),
            None => String::new(),
        };
        let message = format!(
            "a server has no value for the parameter `{}`{of_type} of `{}`",
            param.name, entry.id
        );
        let mut names = Vec::new();
        for (name, _) in &Fallback::PARAMS {
            names.push(*name);
        }
        let names = names.join("`, `");
        report
            .add(Rule::FallbackParam, fallback.span, message)
            .help(format!(
                "use an entry whose parameters are optional or among `{names}`"
            ))
            .related(entry.id_span, "the entry");
    }
}

fn can_be_filled(param: &Param) -> bool {
    match types(&param.name) {
        Some(types) => types.contains(&param.param_type),
        None => false,
    }
}

/// Returns the types in which a server has the value of this name.
fn types(name: &str) -> Option<&'static [ParamType]> {
    for (known, types) in &Fallback::PARAMS {
        if *known == name {
            return Some(types);
        }
    }
    None
}

/// Warns if an error is sent with a status that is not the fallback's.
fn status_fits(fallback: &FallbackEntry, entry: &Entry, report: &mut Report) {
    let key = fallback.fallback;
    let first = entry.statuses.first().copied();
    let is_of_class = |class: u16| first.is_some_and(|status| status / 100 == class);
    let (fits, expected) = match key {
        Fallback::Status(status) => (entry.statuses.contains(&status), status.to_string()),
        Fallback::Class(class) => (is_of_class(class.into()), format!("{class}xx")),
        // Errors that are not sent over HTTP can be fallbacks, too.
        _ if first.is_none() => return,
        Fallback::Panic => (is_of_class(5), "5xx".to_owned()),
        _ => (
            is_of_class(5) || first == Some(408),
            "408 or 5xx".to_owned(),
        ),
    };
    if fits || (first.is_none() && entry.states_status) {
        return;
    }
    let status = match first {
        Some(status) => format!("the status {status}"),
        None => "no status".to_owned(),
    };
    report
        .add(
            Rule::FallbackStatus,
            fallback.span,
            format!(
                "`{}` has {status}, but it is the fallback for `{key}`",
                entry.id
            ),
        )
        .help(format!("use an entry with the status {expected}"))
        .related(entry.id_span, "the entry");
}

#[cfg(test)]
mod tests {
    use crate::{compile, Source};

    const ENTRIES: &str = r#"
        { "code": "ROUTE_NOT_FOUND", "status": 404, "message": "There is no {method} {path}." },
        { "code": "BAD_REQUEST", "status": [400, 422] },
        { "code": "INTERNAL", "status": 500, "message": "Failed.", "params": { "limit": { "optional": true } } },
        { "code": "NOT_ALLOWED", "status": 405, "message": "Use {allow}.", "params": { "allow": { "type": "list" } } },
        { "code": "GONE", "status": 410, "message": "{article} is gone." },
        { "code": "{KIND}_MISSING", "id": "KIND_MISSING", "status": 404, "message": "Missing." },
        { "code": "ODD", "status": 404, "message": "Odd.", "params": { "path": { "type": "integer" } } },
        { "code": "TIMEOUT", "status": 408, "message": "Too slow." }"#;

    /// Returns each diagnostic of a catalog with these fallbacks: its rule, message, and help.
    fn found(fallbacks: &str) -> Vec<String> {
        of_errors(fallbacks, ENTRIES)
    }

    fn of_errors(fallbacks: &str, errors: &str) -> Vec<String> {
        let text = format!(r#"{{ "name": "a", "fallbacks": {fallbacks}, "errors": [{errors}] }}"#);
        let diagnostics = match compile(&Source::new("a.json", text)) {
            Ok(compiled) => compiled.warnings,
            Err(failure) => failure.diagnostics().to_vec(),
        };
        let shown = diagnostics.iter().map(|it| {
            let help = it.help.as_deref().unwrap_or_default();
            format!("{}: {}: {help}", it.rule.code(), it.message)
        });
        shown.collect()
    }

    #[test]
    fn what_a_server_can_send_is_accepted() {
        for fallbacks in [
            "{}",
            r#"{ "5xx": "INTERNAL" }"#,
            r#"{ "404": "ROUTE_NOT_FOUND", "405": "NOT_ALLOWED", "422": "BAD_REQUEST", "4xx": "BAD_REQUEST",
                "5xx": "INTERNAL", "panic": "INTERNAL", "timeout": "TIMEOUT" }"#,
            r#"{ "5xx": "INTERNAL", "timeout": "INTERNAL" }"#,
        ] {
            assert!(
                found(fallbacks).is_empty(),
                "{fallbacks}: {:?}",
                found(fallbacks)
            );
        }
    }

    #[test]
    fn keys_are_statuses_of_errors_classes_and_two_words() {
        let write = "write a status from 400 to 599, `4xx`, `5xx`, `panic`, or `timeout`";
        for (key, help) in [
            ("302", write),
            ("4", write),
            ("default", write),
            ("4XX", "did you mean `4xx`?"),
            ("40x", "did you mean `4xx`?"),
            ("panics", "did you mean `panic`?"),
            ("time-out", "did you mean `timeout`?"),
        ] {
            let fallbacks = format!(r#"{{ "{key}": "INTERNAL", "5xx": "INTERNAL" }}"#);
            let expected = format!("C046: `{key}` is not a valid fallback: {help}");
            assert_eq!(found(&fallbacks), [expected]);
        }
        let twice = r#"{ "5xx": "INTERNAL", "5xx": "INTERNAL" }"#;
        assert_eq!(
            found(twice),
            ["C004: duplicate key `5xx`: remove one of the two"]
        );
        let list = "C005: expected an object, found an array: write `{ \"5xx\": \"INTERNAL\" }`";
        assert_eq!(found(r#"["INTERNAL"]"#), [list]);
        assert_eq!(
            found(r#"{ "5xx": 500 }"#),
            ["C005: expected a string, found a number: write `\"500\"`"]
        );
    }

    #[test]
    fn an_unknown_id_is_reported_with_the_one_that_was_meant() {
        assert_eq!(
            found(r#"{ "5xx": "INTERNEL" }"#),
            ["C046: no entry has the id `INTERNEL`: did you mean `INTERNAL`?"]
        );
    }

    #[test]
    fn a_parameter_that_a_server_has_no_value_for_is_reported() {
        let help = "use an entry whose parameters are optional or among `method`, `path`, `status`, `reason`, \
                    `message`, `reference`, `allow`";
        for (id, status, param) in [
            ("GONE", 410, "`article`"),
            ("KIND_MISSING", 404, "`KIND`"),
            ("ODD", 404, "`path` of type `integer`"),
        ] {
            let expected =
                format!("C047: a server has no value for the parameter {param} of `{id}`: {help}");
            let fallbacks = format!(r#"{{ "{status}": "{id}", "5xx": "INTERNAL" }}"#);
            assert_eq!(found(&fallbacks), [expected]);
        }
    }

    #[test]
    fn an_error_with_another_status_is_reported() {
        for (key, id, status, expected) in [
            ("404", "BAD_REQUEST", 400, "404"),
            ("4xx", "INTERNAL", 500, "4xx"),
            ("panic", "TIMEOUT", 408, "5xx"),
            ("timeout", "BAD_REQUEST", 400, "408 or 5xx"),
        ] {
            let message = format!(
                "C048: `{id}` has the status {status}, but it is the fallback for `{key}`: use an entry with the status \
                 {expected}"
            );
            let fallbacks = format!(r#"{{ "{key}": "{id}", "5xx": "INTERNAL" }}"#);
            assert_eq!(found(&fallbacks), [message]);
        }
    }

    #[test]
    fn errors_without_http_are_fallbacks_for_panics_and_timeouts() {
        let errors = r#"{ "code": "FAILED", "message": "Failed." }"#;
        assert!(of_errors(r#"{ "panic": "FAILED", "timeout": "FAILED" }"#, errors).is_empty());
        assert_eq!(
            of_errors(r#"{ "500": "FAILED" }"#, errors),
            ["C048: `FAILED` has no status, but it is the fallback for `500`: use an entry with the status 500"]
        );
    }

    #[test]
    fn a_server_without_an_error_for_its_failures_is_reported() {
        let expected = "C049: no fallback for `5xx`: a server has no error to send when it fails: add `\"5xx\": \"…\"` \
                        with the id of an entry";
        for fallbacks in [
            r#"{ "404": "ROUTE_NOT_FOUND" }"#,
            r#"{ "500": "INTERNAL", "panic": "INTERNAL" }"#,
        ] {
            assert_eq!(found(fallbacks), [expected]);
        }
    }
}
