//! `new!`, and catalogs without constructors.

use crate::generated::EverythingError;
use error_catalog::{new, CompactText, Text};
use std::net::Ipv4Addr;

mod without {
    use error_catalog::ErrorCatalog;

    #[derive(ErrorCatalog)]
    #[catalog(path = "errors/everything.json", constructors = false)]
    pub(super) struct Everything;

    impl EverythingError {
        /// The name of the constructor that the catalog would have is free.
        pub(super) const fn plain() -> &'static str {
            "plain"
        }
    }
}

fn typed(retry_after: Option<i64>) -> EverythingError {
    let required_detail = Ipv4Addr::LOCALHOST;
    new!(EverythingError::Typed {
        count: 3_u8,
        share: 0.5,
        flag: true,
        since: "2020-01-01",
        names: ["a".into(), "b".into()],
        raw: String::from("{}"),
        retry_after,
        required_detail,
    })
}

#[test]
fn fields_take_what_constructors_take() {
    let names: Vec<Text> = vec!["a".into(), "b".into()];
    let constructed = EverythingError::typed(3, 0.5, true, "2020-01-01", names, "{}", "127.0.0.1");
    assert_eq!(typed(None), constructed);
    let nan = new!(EverythingError::Unicode { name: f32::NAN });
    assert_eq!(nan, EverythingError::unicode("NaN"));
}

#[test]
fn an_optional_field_takes_none_some_and_a_variable() {
    #[derive(Debug, PartialEq)]
    enum Sparse {
        Fields {
            text: Option<Text>,
            compact: Option<CompactText>,
            boxed: Option<Box<CompactText>>,
            number: Option<i64>,
            list: Option<Vec<Text>>,
        },
    }
    let number = Some(7_u8);
    let given = new!(Sparse::Fields {
        text: Some(1),
        compact: Some('a'),
        boxed: Some("b"),
        number,
        list: Some(["c".into()]),
    });
    let expected = Sparse::Fields {
        text: Some("1".into()),
        compact: Some("a".into()),
        boxed: Some(Box::new("b".into())),
        number: Some(7),
        list: Some(vec!["c".into()]),
    };
    assert_eq!(given, expected);
    let absent = new!(Sparse::Fields {
        list: None,
        number: None,
        boxed: None,
        compact: None,
        text: None
    });
    let Sparse::Fields {
        text,
        compact,
        boxed,
        number,
        list,
    } = absent;
    assert!(text.is_none() && compact.is_none() && boxed.is_none());
    assert!(number.is_none() && list.is_none());
}

#[test]
fn variants_are_named_by_any_path_and_fields_can_be_keywords() {
    use EverythingError as Short;
    assert_eq!(new!(Short::Plain), EverythingError::plain());
    assert_eq!(new!(Short::NoCode {}), EverythingError::no_code());
    assert_eq!(
        new!(crate::generated::EverythingError::Braces {
            r#type: 1,
            self_: 2,
            _0: 3,
        }),
        EverythingError::braces(1, 2, 3)
    );
}

#[test]
fn a_catalog_without_constructors_has_the_same_errors_and_free_names() {
    use without::EverythingError as Without;
    assert_eq!(Without::plain(), "plain");
    let error = new!(Without::Unicode { name: "Ada" });
    assert_eq!(
        error.to_string(),
        EverythingError::unicode("Ada").to_string()
    );
    assert_eq!(error.clone(), error);
}
