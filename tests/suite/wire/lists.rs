//! Arrays of errors in a catalog with several envelopes.

use error_catalog::{ErrorCatalog, Response};

#[derive(ErrorCatalog)]
#[catalog(path = "errors/lists.json")]
struct Lists;

const MANY: usize = 10_000;

fn body(error: &str, count: usize) -> String {
    format!(r#"{{"errors":[{}]}}"#, vec![error; count].join(","))
}

const CODED: &str = r#"{"code":"OUT_OF_STOCK","message":"Only 2 of them are left."}"#;

/// Reading the body for each error would take minutes.
#[test]
fn ten_thousand_errors_share_the_body_in_all_envelopes() {
    let body = body(CODED, MANY);
    let decoded = Lists::decode(Response::new(409, &body));
    let asked = decoded.errors().filter(|error| {
        error.to_string() == "409 OUT_OF_STOCK: Only 2 of them are left."
            && error.is_certain()
            && error.warnings().is_empty()
    });
    assert_eq!(asked.count(), MANY);
}

#[test]
fn an_error_answers_the_same_whether_or_not_it_owns_the_response() {
    let elements = [
        CODED,
        r#"{"type":"BAD_TOKEN","text":"The token x is not valid."}"#,
        "{}",
        CODED,
    ];
    let body = format!(r#"{{"errors":[{}]}}"#, elements.join(","));
    let decoded = Lists::decode(Response::new(409, &body));
    let errors: Vec<_> = decoded.errors().collect();
    assert_eq!(errors.len(), 2);
    assert_eq!(decoded.is_certain(), errors[0].is_certain());
    for error in errors {
        let answers = |error: &error_catalog::Decoded<'_, Lists>| {
            (
                error.to_string(),
                error.is_certain(),
                format!("{:?}", error.warnings()),
            )
        };
        let shared = answers(&error);
        assert_eq!(shared, answers(&error.into_owned()));
    }
}
