//! What `garde` and `validator` find, as errors within an error.

use error_catalog::service::Violations;
use error_catalog::{ErrorCatalog, Occurrence, Response};

#[derive(ErrorCatalog)]
#[catalog(path = "../errors/forms.json")]
struct Forms;

/// The errors within the error that a client reads.
fn read_back(error: FormsError, violations: &impl Violations) -> Vec<FormsError> {
    let occurrence =
        Occurrence::new(error).with_violations::<Forms>(violations, FormsErrorKind::Invalid);
    let body = occurrence.to_body();
    let decoded = Forms::decode(Response::new(422, &body));
    let causes = decoded.causes().map(|cause| cause.error().cloned());
    let causes: Option<Vec<_>> = causes.collect();
    let causes = causes.unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&body)));
    let sent: Vec<_> = occurrence.causes().map(|it| it.error().clone()).collect();
    assert_eq!(causes, sent);
    causes
}

/// The causes in the order of their text: `validator` has none of its own, and nested objects have another.
fn sorted(mut causes: Vec<FormsError>) -> Vec<FormsError> {
    causes.sort_by_key(ToString::to_string);
    causes
}

fn invalid(field: &'static str, message: &'static str, rule: &'static str) -> FormsError {
    FormsError::invalid(field, message, rule)
}

mod with_garde {
    use super::{invalid, read_back, sorted, FormsError};
    use garde::{Path, Report, Validate};

    #[derive(Validate)]
    struct SignUp {
        #[garde(length(min = 3, max = 9))]
        name: String,
        #[garde(email)]
        email: String,
        #[garde(range(min = 18, max = 120))]
        age: i32,
        #[garde(matches(email))]
        again: String,
        #[garde(required)]
        plan: Option<i32>,
        #[garde(custom(is_free))]
        nick: String,
        #[garde(dive)]
        addresses: Vec<Address>,
        #[garde(inner(length(max = 2)))]
        tags: Vec<String>,
    }

    #[derive(Validate)]
    struct Address {
        #[garde(length(min = 1))]
        street: String,
        #[garde(dive)]
        country: Country,
    }

    #[derive(Validate)]
    #[garde(transparent)]
    struct Country(#[garde(length(min = 2))] String);

    // The signature is that of `garde`.
    #[allow(clippy::trivially_copy_pass_by_ref)]
    fn is_free(nick: &str, _: &()) -> garde::Result {
        match nick {
            "root" => Err(garde::Error::new("no_root")),
            _ => Ok(()),
        }
    }

    fn wrong() -> SignUp {
        SignUp {
            name: "Al".into(),
            email: "ada".into(),
            age: 7,
            again: "eve".into(),
            plan: None,
            nick: "root".into(),
            addresses: vec![
                Address {
                    street: "Main".into(),
                    country: Country("DE".into()),
                },
                Address {
                    street: String::new(),
                    country: Country("D".into()),
                },
            ],
            tags: vec!["ok".into(), "long".into()],
        }
    }

    #[test]
    fn each_violation_is_a_typed_cause_with_its_path() {
        let report = wrong().validate().unwrap_err();
        let expected = vec![
            FormsError::too_short("/name", 3),
            FormsError::email("/email"),
            FormsError::Range {
                field: "/age".into(),
                min: Some("18".into()),
                max: None,
            },
            invalid("/again", "does not match email field", "matches"),
            invalid("/plan", "not set", "required"),
            invalid("/nick", "no_root", "no_root"),
            FormsError::too_short("/addresses/1/street", 1),
            FormsError::too_short("/addresses/1/country", 2),
            FormsError::too_long("/tags/1", 2),
        ];
        for error in [FormsError::ValidationFailed, FormsError::TreeInvalid] {
            assert_eq!(sorted(read_back(error, &report)), sorted(expected.clone()));
        }
    }

    #[test]
    fn paths_are_keys_where_the_envelope_has_errors_by_key() {
        let report = wrong().validate().unwrap_err();
        let causes = read_back(FormsError::FormInvalid, &report);
        assert!(
            causes.contains(&FormsError::too_short("addresses[1].street", 1)),
            "{causes:?}"
        );
        assert!(
            causes.contains(&FormsError::too_long("tags[1]", 2)),
            "{causes:?}"
        );
    }

    #[test]
    fn every_rule_of_garde_is_known_by_its_message() {
        #[derive(Validate)]
        struct All {
            #[garde(ascii)]
            ascii: &'static str,
            #[garde(alphanumeric)]
            alphanumeric: &'static str,
            #[garde(contains("x"))]
            contains: &'static str,
            #[garde(prefix("x"))]
            prefix: &'static str,
            #[garde(suffix("x"))]
            suffix: &'static str,
            #[garde(ip)]
            ip: &'static str,
            #[garde(ipv4)]
            ipv4: &'static str,
            #[garde(ipv6)]
            ipv6: &'static str,
            #[garde(required)]
            required: Option<i32>,
        }
        let all = All {
            ascii: "é",
            alphanumeric: "-",
            contains: "",
            prefix: "",
            suffix: "",
            ip: "",
            ipv4: "",
            ipv6: "",
            required: None,
        };
        let report = all.validate().unwrap_err();
        assert_eq!(report.iter().count(), 9);
        for cause in read_back(FormsError::ValidationFailed, &report) {
            let FormsError::Invalid { field, rule, .. } = &cause else {
                panic!("{cause:?}");
            };
            assert_eq!(**field, format!("/{rule}"));
        }
    }

    #[test]
    fn a_message_that_only_starts_like_one_of_garde_is_your_own() {
        let mut report = Report::new();
        for message in [
            "not settled",
            "not ascii enough",
            "lower than expected",
            "not a valid email list",
        ] {
            report.append(
                Path::new("a").join(3).join("b.c/d"),
                garde::Error::new(message),
            );
        }
        let path = "/a/3/b.c~1d";
        assert_eq!(
            read_back(FormsError::ValidationFailed, &report),
            [
                invalid(path, "not settled", "not settled"),
                invalid(path, "not ascii enough", "not ascii enough"),
                FormsError::invalid(path, "lower than expected", "range"),
                invalid(path, "not a valid email list", "not a valid email list"),
            ]
        );
    }
}

mod with_validator {
    use super::{invalid, read_back, sorted, FormsError};
    use validator::{Validate, ValidationError, ValidationErrors};

    #[derive(Validate)]
    #[validate(schema(function = "is_consistent", skip_on_field_errors = false))]
    struct SignUp {
        #[validate(length(min = 3, max = 9))]
        name: String,
        #[validate(email)]
        email: String,
        #[validate(range(min = 18))]
        age: i32,
        #[validate(must_match(other = "email"))]
        again: String,
        #[validate(custom(function = "is_free"))]
        nick: String,
        #[validate(nested)]
        address: Address,
        #[validate(nested)]
        others: Vec<Address>,
    }

    #[derive(Validate)]
    struct Address {
        #[validate(length(min = 1, message = "a street is needed"))]
        street: String,
    }

    fn is_free(nick: &str) -> Result<(), ValidationError> {
        let error = ValidationError::new("no_root").with_message("not yours".into());
        (nick != "root").then_some(()).ok_or(error)
    }

    fn is_consistent(_: &SignUp) -> Result<(), ValidationError> {
        Err(ValidationError::new("inconsistent"))
    }

    fn wrong() -> ValidationErrors {
        let street = |street: &str| Address {
            street: street.into(),
        };
        let wrong = SignUp {
            name: "Al".into(),
            email: "ada".into(),
            age: 7,
            again: "eve".into(),
            nick: "root".into(),
            address: street(""),
            others: vec![street("Main"), street(""), street("")],
        };
        wrong.validate().unwrap_err()
    }

    #[test]
    fn each_violation_is_a_typed_cause_with_its_path() {
        let causes = read_back(FormsError::ValidationFailed, &wrong());
        let expected = vec![
            FormsError::wrong_length("/name", 3, 9),
            FormsError::email("/email"),
            FormsError::Range {
                field: "/age".into(),
                min: Some("18".into()),
                max: None,
            },
            invalid("/again", "must_match", "must_match"),
            invalid("/nick", "not yours", "no_root"),
            invalid("", "inconsistent", "inconsistent"),
            FormsError::too_short("/address/street", 1),
            FormsError::too_short("/others/1/street", 1),
            FormsError::too_short("/others/2/street", 1),
        ];
        assert_eq!(sorted(causes), sorted(expected));
    }

    #[test]
    fn the_order_is_always_the_same() {
        let causes = read_back(FormsError::ValidationFailed, &wrong());
        for _ in 0..20 {
            assert_eq!(read_back(FormsError::ValidationFailed, &wrong()), causes);
        }
        assert_eq!(causes[0], invalid("", "inconsistent", "inconsistent"));
    }

    #[test]
    fn a_value_that_is_wrong_is_not_in_the_response() {
        let occurrence = error_catalog::Occurrence::new(FormsError::ValidationFailed)
            .with_violations::<super::Forms>(&wrong(), super::FormsErrorKind::Invalid);
        let body = String::from_utf8(occurrence.to_body()).unwrap();
        assert!(!body.contains("eve") && !body.contains("ada"), "{body}");
    }

    #[test]
    fn deeply_nested_errors_are_read() {
        let mut errors = ValidationErrors::new();
        errors.add("leaf", ValidationError::new("email"));
        for _ in 0..1_000 {
            let inner = Err(errors);
            errors = ValidationErrors::new();
            errors.merge_self("inner", inner);
        }
        let path = format!("{}/leaf", "/inner".repeat(1_000));
        assert_eq!(
            read_back(FormsError::ValidationFailed, &errors),
            [FormsError::email(path)]
        );
    }
}
