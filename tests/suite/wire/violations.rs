//! What validators find, as errors within an error.

use error_catalog::service::{Violation, Violations};
use error_catalog::{Decoded, ErrorCatalog, Json, Occurrence, Response};

#[derive(ErrorCatalog)]
#[catalog(path = "errors/forms.json")]
pub(crate) struct Forms;

/// The occurrence of an error with violations.
fn with(error: FormsError, violations: &[Violation<'_>]) -> Occurrence<FormsError> {
    Occurrence::new(error).with_violations::<Forms>(violations, FormsErrorKind::Invalid)
}

/// The errors within the error of a body, which is sent and read.
fn read_back(occurrence: &Occurrence<FormsError>) -> Vec<FormsError> {
    let body = occurrence.to_body();
    let decoded: Decoded<'_, Forms> = Forms::decode(Response::new(422, &body));
    assert_eq!(decoded.error(), Some(occurrence.error()), "{decoded:?}");
    let causes = decoded.causes().map(|cause| {
        let error = cause.error().cloned();
        error.unwrap_or_else(|| panic!("{cause:?} in {}", String::from_utf8_lossy(&body)))
    });
    causes.collect()
}

/// The one error of a violation, which is the same when it is read.
fn error_of(violation: Violation<'_>) -> FormsError {
    let occurrence = with(FormsError::ValidationFailed, &[violation]);
    let mut errors = read_back(&occurrence);
    assert_eq!(
        occurrence
            .causes()
            .map(Occurrence::error)
            .collect::<Vec<_>>(),
        [&errors[0]]
    );
    errors.remove(0)
}

fn name() -> Violation<'static> {
    Violation::new("length").field("name")
}

#[test]
fn a_rule_names_an_entry_by_its_code_or_its_id() {
    let email = FormsError::email("/name");
    for rule in ["email", "EMAIL", "Email"] {
        assert_eq!(
            error_of(Violation::new(rule).field("name")),
            email,
            "{rule}"
        );
    }
    for rule in ["must_match", "mustMatch", "must-match"] {
        let violation = Violation::new(rule).field("a").with_param("other", "b");
        assert_eq!(
            error_of(violation),
            FormsError::must_match("/a", "b"),
            "{rule}"
        );
    }
    let range = Violation::new("range").field("age").with_param("min", 18);
    assert_eq!(
        error_of(range),
        FormsError::Range {
            field: "/age".into(),
            min: Some("18".into()),
            max: None
        }
    );
    let one_of = Violation::new("oneOf").field("a");
    let values = Json::parse(br#"["x", "y, z"]"#).unwrap();
    assert_eq!(
        error_of(one_of.with_json("values", values)),
        FormsError::one_of("/a", Vec::from(["x".into(), "y, z".into()]))
    );
}

#[test]
fn of_several_entries_of_a_rule_the_one_with_the_most_parameters_is_taken() {
    assert_eq!(
        error_of(name().with_param("min", 3)),
        FormsError::too_short("/name", 3)
    );
    assert_eq!(
        error_of(name().with_param("max", 9)),
        FormsError::too_long("/name", 9)
    );
    assert_eq!(
        error_of(name().with_param("min", 3).with_param("max", 9)),
        FormsError::wrong_length("/name", 3, 9)
    );
}

#[test]
fn a_rule_without_an_entry_or_without_its_parameters_is_the_fallback() {
    let invalid =
        |rule: &'static str, message: &'static str| FormsError::invalid("/name", message, rule);
    let unknown = Violation::new("no_emoji")
        .field("name")
        .with_message("too merry");
    assert_eq!(error_of(unknown), invalid("no_emoji", "too merry"));
    assert_eq!(error_of(name()), invalid("length", "length"));
    // The parameter is optional, but what the rule has is lost without it.
    let not_a_number = Violation::new("range")
        .field("name")
        .with_param("min", "some");
    assert_eq!(error_of(not_a_number), invalid("range", "range"));
    let null = Violation::new("range").field("name");
    let null = null.with_json("min", Json::parse(b"null").unwrap());
    assert!(matches!(
        error_of(null),
        FormsError::Range { min: None, .. }
    ));
    let not_a_number = name().with_param("min", "three");
    assert_eq!(error_of(not_a_number), invalid("length", "length"));
    let missing = Violation::new("needs_more").field("name");
    assert_eq!(error_of(missing), invalid("needs_more", "needs_more"));
    for rule in ["", "é", "\n", &"x".repeat(10_000)] {
        let error = error_of(Violation::new(rule).field("name").with_message("no"));
        assert_eq!(
            error,
            FormsError::invalid("/name", "no", rule.to_owned()),
            "{rule:?}"
        );
    }
}

#[test]
fn what_a_fallback_needs_and_a_violation_does_not_have_is_empty() {
    let occurrence = Occurrence::new(FormsError::ValidationFailed).with_violations::<Forms>(
        &[Violation::new("none").field("a")],
        FormsErrorKind::WrongLength,
    );
    assert_eq!(
        read_back(&occurrence),
        [FormsError::wrong_length("/a", 0, 0)]
    );
}

#[test]
fn a_path_is_a_pointer_or_what_the_envelope_describes() {
    let violation = Violation::new("email")
        .field("items")
        .index(12)
        .field("a/b~c");
    let errors = |error| {
        let occurrence = with(error, std::slice::from_ref(&violation));
        let body = String::from_utf8(occurrence.to_body()).unwrap();
        (read_back(&occurrence), body)
    };
    let (errors_in_list, body) = errors(FormsError::ValidationFailed);
    assert_eq!(errors_in_list, [FormsError::email("/items/12/a~1b~0c")]);
    assert!(body.contains(r#""violations":[{"code":"email""#), "{body}");
    let (errors_by_key, body) = errors(FormsError::FormInvalid);
    assert_eq!(errors_by_key, [FormsError::email("items[12].a/b~c")]);
    assert!(body.contains(r#""errors":{"items[12].a/b~c":[{"#), "{body}");
    let (errors_in_tree, body) = errors(FormsError::TreeInvalid);
    assert_eq!(errors_in_tree, [FormsError::email("/items/12/a~1b~0c")]);
    assert!(
        body.contains(r#""items":{"12":{"a/b~c":{"_errors":[{"#),
        "{body}"
    );
}

#[test]
fn several_violations_of_one_value_stay_in_their_order() {
    let violations = [
        name().with_param("min", 3),
        Violation::new("email").field("name"),
        Violation::new("email").field("other"),
    ];
    for error in [
        FormsError::ValidationFailed,
        FormsError::FormInvalid,
        FormsError::TreeInvalid,
    ] {
        let occurrence = with(error, &violations);
        let errors: Vec<_> = occurrence.causes().map(|it| it.error().clone()).collect();
        assert_eq!(read_back(&occurrence), errors);
        assert_eq!(errors.len(), 3);
    }
}

#[test]
fn a_violation_of_the_whole_request_has_an_empty_path() {
    assert_eq!(error_of(Violation::new("email")), FormsError::email(""));
}

#[test]
fn an_envelope_without_a_place_for_errors_within_an_error_leaves_them_out() {
    let occurrence = with(FormsError::Refused, &[name().with_param("min", 3)]);
    assert_eq!(occurrence.causes().count(), 1);
    assert_eq!(read_back(&occurrence), []);
}

/// Your own enum, with the errors of the catalog in a variant.
#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/forms.json")]
enum SignUpError {
    ValidationFailed,
    #[catalog(transparent)]
    Field(#[from] FormsError),
}

/// The result of your own validator.
struct Missing(Vec<&'static str>);

impl Violations for Missing {
    fn visit(&self, visit: &mut dyn FnMut(Violation<'_>)) {
        for field in &self.0 {
            visit(Violation::new("email").field(*field));
        }
    }
}

#[test]
fn your_own_enum_and_your_own_validator_have_violations() {
    let occurrence = Occurrence::new(SignUpError::ValidationFailed)
        .with_violations::<Forms>(&Missing(vec!["a", "b"]), FormsErrorKind::Invalid);
    let body = occurrence.to_body();
    let decoded = Forms::decode(Response::new(422, &body));
    let errors: Vec<_> = decoded.causes().map(|it| it.error().cloned()).collect();
    assert_eq!(
        errors,
        [Some(FormsError::email("/a")), Some(FormsError::email("/b"))]
    );
}

#[test]
fn many_violations_are_read_back() {
    let fields: Vec<String> = (0..10_000).map(|index| format!("field {index}")).collect();
    let violations: Vec<_> = fields
        .iter()
        .map(|it| Violation::new("email").field(it))
        .collect();
    let occurrence = with(FormsError::ValidationFailed, &violations);
    assert_eq!(read_back(&occurrence).len(), 10_000);
}
