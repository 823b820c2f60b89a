//! Rules between an entry and its envelope.

use crate::model::{
    Body, Capture, Catalog, Code, Entry, Envelope, Literal, Params, Place, Segment, Success,
};
use crate::{id_from_code, Report, Rule};
use error_catalog_core::envelope as core;

/// Checks that the code and the subcode of each entry are sent, and read back.
pub(super) fn codes_are_read_back(catalog: &Catalog, report: &mut Report) {
    for entry in &catalog.entries {
        let envelope = entry.envelope.and_then(|at| catalog.envelopes.get(at));
        let body = envelope.and_then(Envelope::body);
        subcode_is_sent(entry, body, report);
        if let Some(body) = body {
            params_are_not_constants(entry, body, report);
            code_is_not_success(entry, body, report);
            let problem = body.code.first().and_then(|place| problem(entry, place));
            if let Some((message, help)) = problem {
                report
                    .add(Rule::Unreadable, entry.id_span, message)
                    .help(help);
            }
        }
        if envelope.is_some_and(|envelope| !envelope.has_code()) {
            code_of_a_cause_is_read_back(entry, catalog, report);
        }
    }
}

/// Checks a code that can only be sent in an error within an error: one of the places for it there must do.
fn code_of_a_cause_is_read_back(entry: &Entry, catalog: &Catalog, report: &mut Report) {
    let mut first = None;
    for envelope in &catalog.envelopes {
        let Some(body) = envelope.body() else {
            continue;
        };
        for causes in &body.causes {
            let Some(place) = causes.code.first() else {
                continue;
            };
            match problem(entry, place) {
                Some(problem) => first = first.or(Some(problem)),
                None => return,
            }
        }
    }
    if let Some((message, help)) = first {
        report
            .add(Rule::Unreadable, entry.id_span, message)
            .help(help);
    }
}

fn subcode_is_sent(entry: &Entry, body: Option<&Body>, report: &mut Report) {
    if entry.subcode.is_none() || body.is_some_and(|body| !body.subcode.is_empty()) {
        return;
    }
    let message = format!(
        "the envelope of `{}` has no place for its subcode",
        entry.id
    );
    report
        .add(Rule::Subcode, entry.id_span, message)
        .help("add `subcode` to the envelope, such as `\"subcode\": \"/error/subcode\"`");
}

fn code_is_not_success(entry: &Entry, body: &Body, report: &mut Report) {
    if body.success.is_empty() {
        return;
    }
    let Some(code) = entry.code.identity() else {
        return;
    };
    for success in &body.success {
        match success {
            Success::Code(Literal::Number(literal) | Literal::Text(literal))
                if *literal == code =>
            {
                let message = format!("the code of `{}` means success", entry.id);
                report
                    .add(Rule::Unreadable, entry.id_span, message)
                    .help("remove the entry, or the code from `success`");
                return;
            }
            _ => {}
        }
    }
}

/// Checks that no parameter is in the place of a member with a fixed value, which would be read as the parameter.
fn params_are_not_constants(entry: &Entry, body: &Body, report: &mut Report) {
    let Some(Params::Object(at)) = &body.params else {
        return;
    };
    let is_list = !body.errors.is_empty();
    for constant in &body.constants {
        let Some(name) = constant.place.name_in(at, is_list) else {
            continue;
        };
        if constant.json != "null" && entry.param(&name).is_some() {
            let place = &constant.place;
            let message = format!(
                "the parameter `{name}` of `{}` shares a place with the constant `{place}`",
                entry.id
            );
            report
                .add(Rule::SharedPlace, entry.id_span, message)
                .help("remove one of them, or write `null` as the constant");
        }
    }
}

/// Returns why the code of an entry is not read as it was from this place, and what to do, if that is so.
fn problem(entry: &Entry, place: &Place) -> Option<(String, String)> {
    let Place::Part { captures, case, .. } = place else {
        return None;
    };
    let code = match &entry.code {
        Code::None => return None,
        Code::Pattern(pattern) if case.is_none() => pattern.template.literals().join("X"),
        Code::Pattern(_) => {
            let message = format!(
                "the code of `{}` has placeholders, so it has no case",
                entry.id
            );
            let help = "write an entry for each code, or remove `case` from the envelope";
            return Some((message, help.to_owned()));
        }
        code => code.identity().unwrap_or_default(),
    };
    let mut sent = code.clone();
    if let Some(case) = case {
        sent = case.write(&code);
        if case.read(&sent).as_ref() != Some(&code) {
            let case = case.as_str();
            let message = format!(
                "the code `{code}` cannot be sent in {case} case: `{sent}` is not read as `{code}`"
            );
            let help = match id_from_code(&code) {
                Some(meant) if meant != code => {
                    format!("write the code as `{meant}`, or remove `case` from the envelope")
                }
                _ => "remove `case` from the envelope".to_owned(),
            };
            return Some((message, help));
        }
    }
    if !captures.is_empty() && round_trip(captures, &sent).as_ref() != Some(&sent) {
        let message = format!("the code `{code}` is not read back from its envelope: it contains the text around codes");
        let help = "change the patterns in `match`, of which the last is written and the first that fits is read";
        return Some((message, help.to_owned()));
    }
    None
}

/// Returns what is read of a code that is written.
fn round_trip(captures: &[Capture], code: &str) -> Option<String> {
    let mut all_segments = Vec::new();
    for capture in captures {
        all_segments.push(segments(capture));
    }
    let mut captures = Vec::new();
    for segments in &all_segments {
        captures.push(core::Capture { segments });
    }
    let mut written = String::new();
    captures.last()?.write(code, &mut written).ok()?;
    core::Capture::first(&captures, &written).map(str::to_owned)
}

fn segments(capture: &Capture) -> Vec<core::Segment<'_>> {
    let mut segments = Vec::new();
    for segment in &capture.segments {
        segments.push(match segment {
            Segment::Literal(literal) => core::Segment::Literal(literal),
            Segment::Any => core::Segment::Any,
            Segment::Part => core::Segment::Part,
        });
    }
    segments
}

#[cfg(test)]
mod tests {
    use crate::{compile, Source};

    /// Returns what is reported of a catalog with an envelope with these keys and an entry with these.
    fn reported(envelope: &str, entry: &str) -> Vec<String> {
        let text = format!(
            r#"{{ "name": "a", "envelopes": [{{ "name": "e", {envelope} }}], "errors": [{{ {entry} }}] }}"#
        );
        match compile(&Source::new("a.json", text)) {
            Ok(_) => Vec::new(),
            Err(failure) => failure
                .diagnostics()
                .iter()
                .map(|it| format!("{} {}", it.rule.code(), it.message))
                .collect(),
        }
    }

    #[test]
    fn a_code_in_another_case_is_words_in_capitals() {
        let kebab = r#""code": { "at": "/type", "match": "https://a/{code}", "case": "kebab" }"#;
        for code in [r#""OUT_OF_CREDIT""#, r#""E404""#, "404"] {
            assert!(
                reported(kebab, &format!(r#""code": {code}, "id": "A""#)).is_empty(),
                "{code}"
            );
        }
        assert_eq!(
            reported(kebab, r#""code": "outOfCredit", "id": "A""#),
            ["C042 the code `outOfCredit` cannot be sent in kebab case: `outofcredit` is not read as `outOfCredit`"]
        );
        for code in ["OUT-OF", "out_of", "A_b"] {
            assert_eq!(
                reported(kebab, &format!(r#""code": "{code}", "id": "A""#)).len(),
                1,
                "{code}"
            );
        }
        assert_eq!(
            reported(kebab, r#""code": "NO_{thing}", "id": "A""#),
            ["C042 the code of `A` has placeholders, so it has no case"]
        );
        // The second place is only read.
        let second = r#""code": ["/code", { "at": "/type", "case": "kebab" }]"#;
        assert!(reported(second, r#""code": "outOfCredit", "id": "A""#).is_empty());
    }

    #[test]
    fn a_code_that_is_only_sent_in_causes_is_read_back_from_there() {
        let kebab = r#"{ "at": "/type", "case": "kebab" }"#;
        let causes = |code: &str| {
            format!(r#""message": "/message", "causes": {{ "at": "/causes", "code": {code} }}"#)
        };
        let entry = r#""code": "outOfCredit", "id": "A""#;
        let expected =
            "C042 the code `outOfCredit` cannot be sent in kebab case: `outofcredit` is not read as `outOfCredit`";
        assert_eq!(reported(&causes(kebab), entry), [expected]);
        let part = r#"{ "at": "/type", "match": ["{code}:{_}", "{code}"] }"#;
        let expected = "C042 the code `a:b` is not read back from its envelope: it contains the text around codes";
        assert_eq!(
            reported(&causes(part), r#""code": "a:b", "id": "A""#),
            [expected]
        );
        assert!(reported(&causes(part), entry).is_empty());
        // One place that does is enough, and so is one for the code beside the causes.
        let two = format!(
            r#""message": "/message", "causes": [
                {{ "at": "/a", "code": {kebab} }}, {{ "at": "/b", "code": "/code" }}]"#
        );
        assert!(reported(&two, entry).is_empty());
        let beside = format!(r#""code": "/code", {}"#, causes(kebab));
        assert!(reported(&beside, entry).is_empty());
    }

    #[test]
    fn a_code_does_not_contain_the_text_around_it() {
        let aws = r#""code": { "at": "/type", "match": ["{_}#{code}", "{code}:{_}", "{code}"] }"#;
        assert!(reported(aws, r#""code": "A""#).is_empty());
        assert!(reported(aws, r#""code": "NO_{THING}", "id": "A""#).is_empty());
        for code in ["a#A", "A:http", "#A"] {
            let message = format!(
                "C042 the code `{code}` is not read back from its envelope: it contains the text around codes"
            );
            assert_eq!(
                reported(aws, &format!(r#""code": "{code}", "id": "A""#)),
                [message]
            );
        }
    }

    #[test]
    fn a_code_that_means_success_is_not_that_of_an_error() {
        let entry = r#""code": 0, "id": "A""#;
        for success in ["0", "[0, 1]", r#"["0"]"#] {
            let envelope = format!(r#""code": "/code", "success": {success}"#);
            assert_eq!(
                reported(&envelope, entry),
                ["C042 the code of `A` means success"]
            );
        }
        let envelope = r#""code": "/code", "success": [1, { "at": "/ok", "is": 0 }]"#;
        assert!(reported(envelope, entry).is_empty());
    }

    #[test]
    fn a_constant_is_not_a_parameter() {
        let entry = r#""code": "A", "message": "{a}", "params": { "b": { "optional": true } }"#;
        let at = |params: &str, constants: &str| {
            let envelope =
                format!(r#""code": "/code", "params": "{params}", "constants": {constants}"#);
            reported(&envelope, entry)
        };
        for (params, constants, name, place) in [
            ("/p", r#"{ "/p/a": 1 }"#, "a", "/p/a"),
            ("/p", r#"{ "/p/b": 1 }"#, "b", "/p/b"),
            ("", r#"{ "/b": 1 }"#, "b", "/b"),
            ("$.p", r#"{ "/p/b": 1 }"#, "b", "/p/b"),
        ] {
            let expected = format!(
                "C041 the parameter `{name}` of `A` shares a place with the constant `{place}`"
            );
            assert_eq!(at(params, constants), [expected]);
        }
        assert!(at("/p", r#"{ "/p/b": null, "/b": 1, "/p/c": 1 }"#).is_empty());
    }

    #[test]
    fn a_subcode_needs_a_code_and_a_place() {
        let entry = r#""code": 190, "subcode": 463, "id": "A""#;
        assert!(reported(r#""code": "/code", "subcode": "/subcode""#, entry).is_empty());
        assert_eq!(
            reported(r#""code": "/code""#, entry),
            ["C043 the envelope of `A` has no place for its subcode"]
        );
        let with = r#""code": "/code", "subcode": "/subcode""#;
        assert_eq!(
            reported(with, r#""code": null, "subcode": 1, "id": "A""#),
            ["C043 a subcode needs a code"]
        );
        assert_eq!(
            reported(with, r#""code": 1, "subcode": "{a}", "id": "A""#),
            ["C043 a subcode cannot have placeholders"]
        );
        assert_eq!(
            reported(with, r#""code": 1, "subcode": null, "id": "A""#),
            ["C005 expected a string or a number, found null"]
        );
    }

    #[test]
    fn subcodes_tell_entries_apart() {
        let catalog = |first: &str, second: &str| {
            reported(
                r#""code": "/code", "subcode": "/subcode""#,
                &format!(r#""code": 1, "id": "A" {first} }}, {{ "code": 1, "id": "B" {second}"#),
            )
        };
        assert!(catalog("", r#", "subcode": 1"#).is_empty());
        assert!(catalog(r#", "subcode": 1"#, r#", "subcode": 2"#).is_empty());
        let same = ["C011 `A` and `B` cannot be told apart in a response"];
        assert_eq!(catalog("", ""), same);
        assert_eq!(catalog(r#", "subcode": 1"#, r#", "subcode": "1""#), same);
    }

    #[test]
    fn statuses_tell_entries_apart_whose_bodies_are_empty() {
        let catalog = |second: &str| {
            reported(
                r#""format": "empty""#,
                &format!(
                    r#""code": null, "id": "A", "status": 404, "message": "No." }},
                       {{ "code": null, "id": "B", "message": "Never.", "status": {second}"#
                ),
            )
        };
        assert!(catalog("403").is_empty());
        assert_eq!(
            catalog("[403, 404]"),
            ["C011 `A` and `B` cannot be told apart in a response"]
        );
    }
}
