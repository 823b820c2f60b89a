//! Tests of templates from messages in all styles.

use super::scan::Context;
use super::{recognise, template, Style};
use error_catalog_model::{ParamType, Template};
use proptest::prelude::*;

fn of(text: &str, style: Style) -> String {
    template(text, &[style], &Context::default()).template
}

#[test]
fn every_style_becomes_a_template() {
    for (style, text, expected) in [
        (
            Style::Braces,
            "No {thing} in {0}.",
            "No {thing} in {value}.",
        ),
        (
            Style::Braces,
            "{0:N2} is not {1}, {0}",
            "{value} is not {value_2}, {value}",
        ),
        (
            Style::Braces,
            "Use {\"a\": 1} or {a b}",
            "Use {{\"a\": 1}} or {a_b}",
        ),
        (Style::Braces, "No file {}", "No file {file}"),
        (
            Style::DoubleBraces,
            "No {{ thing }} {x}",
            "No {thing} {{x}}",
        ),
        (
            Style::DollarBraces,
            "No ${user.name} $5",
            "No {user.name} $5",
        ),
        (Style::PercentBraces, "No %{count} 5%", "No {count} 5%"),
        (
            Style::Angle,
            "Cannot cast <sourceType> to <b>x</b>",
            "Cannot cast {sourceType} to <b>x</b>",
        ),
        (
            Style::Angle,
            "a < b > c, List<T>, </p>",
            "a < b > c, List<T>, </p>",
        ),
        (
            Style::Square,
            "No [file name], [a](b), x[i]",
            "No {file_name}, [a](b), x[i]",
        ),
        (
            Style::Colon,
            "The :attribute is not a::b, 10:30, http://x",
            "The {attribute} is not a::b, 10:30, http://x",
        ),
        (
            Style::Printf,
            "Unknown column '%-.192s' in '%-.192s'",
            "Unknown column '{column}' in '{value}'",
        ),
        (
            Style::Printf,
            "%d bytes, 100%% of %s",
            "{bytes} bytes, 100% of {value}",
        ),
        (
            Style::Printf,
            "%2$s of %1$d, %2$s",
            "{value} of {value_2}, {value}",
        ),
        (
            Style::Printf,
            "%(name)s is 100%sure %20 %2F",
            "{name} is 100%sure %20 %2F",
        ),
        (Style::Printf, "ends with %", "ends with %"),
    ] {
        assert_eq!(of(text, style), expected, "{text}");
    }
}

#[test]
fn two_braces_are_one_where_braces_have_placeholders() {
    for (text, expected) in [
        ("{{{a}}} is {{x}}", "{{{a}}} is {{x}}"),
        ("{{}} {a}", "{{}} {a}"),
        // A brace that stands alone shows that braces are not escaped.
        ("{\"a\": {{}}} {b}", "{{\"a\": {{{{}}}}}} {b}"),
    ] {
        assert_eq!(of(text, Style::Braces), expected);
        let both = template(
            text,
            &[Style::Braces, Style::DoubleBraces],
            &Context::default(),
        );
        assert!(Template::new(&both.template).is_ok(), "{both:?}");
    }
    let taken = |messages: &[&str]| -> Vec<Style> {
        let uses = recognise::recognised(messages.iter().copied());
        let taken = uses.into_iter().filter(|it| it.is_taken);
        taken.map(|it| it.style).collect()
    };
    assert_eq!(taken(&["{a}", "{b}", "{{c}}"]), [Style::Braces]);
    assert_eq!(taken(&["{a}", "{{b}}", "{{c}}"]), [Style::DoubleBraces]);
}

#[test]
fn conversions_give_types() {
    let taken = template("%d %s %.2f %t", &[Style::Printf], &Context::default());
    let types: Vec<_> = taken.params.iter().map(|param| param.param_type).collect();
    let expected = [
        ParamType::Integer,
        ParamType::String,
        ParamType::Decimal,
        ParamType::Boolean,
    ];
    assert_eq!(types, expected);
}

#[test]
fn names_that_would_be_the_same_field_differ() {
    assert_eq!(
        of("{userId} is not {user_id}", Style::Braces),
        "{userId} is not {user_id_2}"
    );
    assert_eq!(
        of("column %s, column %s", Style::Printf),
        "column {column}, column {column_2}"
    );
}

#[test]
fn a_style_that_looks_like_text_is_taken_only_if_it_is_the_most_common() {
    let taken = |messages: &[&str]| -> Vec<Style> {
        let uses = recognise::recognised(messages.iter().copied());
        uses.into_iter()
            .filter(|it| it.is_taken)
            .map(|it| it.style)
            .collect()
    };
    assert_eq!(
        taken(&["'{0}' expected", "{0} is not Array <T>"]),
        [Style::Braces]
    );
    assert_eq!(
        taken(&["<a> b", "<b> c", "%s"]),
        [Style::Angle, Style::Printf]
    );
    assert_eq!(taken(&["plain"]), []);
    assert_eq!(taken(&["No ${x}", "No ${y}"]), [Style::DollarBraces]);
    assert_eq!(taken(&["No {{x}}"]), [Style::DoubleBraces]);
}

#[test]
fn a_name_that_is_a_placeholder_elsewhere_is_one_after_a_letter() {
    let messages = [
        "Version <version> is too old.",
        "No FormatV<version> in List<T> of <T>.",
    ];
    let context = Context::of(messages.into_iter());
    let of = |text| template(text, &[Style::Angle], &context).template;
    assert_eq!(of(messages[1]), "No FormatV{version} in List<T> of {T}.");
}

#[test]
fn a_name_is_text_where_placeholders_are_numbers() {
    let numbered = [
        "No {0} in {1}.",
        "{0}, {1}, {2}, {3}",
        "{0} {1} {2}",
        "Write {a} {0}.",
    ];
    let context = Context::of(numbered.into_iter());
    let of = |context| template("Write {a} {0}.", &[Style::Braces], context).template;
    assert_eq!(of(&context), "Write {{a}} {value}.");
    assert_eq!(
        of(&Context::of(["{0} {a}"].into_iter())),
        "Write {a} {value}."
    );
}

#[test]
fn the_word_before_a_link_names_a_value_also_after_a_quoted_one() {
    let of = |text| template(text, &[Style::Printf], &Context::default()).template;
    assert_eq!(
        of("'%s' is too big. Maximum is %d."),
        "'{value}' is too big. Maximum is {maximum}."
    );
    assert_eq!(of("type for '%s'"), "type for '{value}'");
}

proptest! {
    #[test]
    fn every_message_becomes_a_valid_template(text in ".{0,60}|[{}<>\\[\\]%$:a-c0-9 ()s.'\"-]{0,60}") {
        for styles in Style::ALL.iter().map(std::slice::from_ref).chain([&Style::ALL[..]]) {
            let taken = template(&text, styles, &Context::default());
            let parsed = Template::new(&taken.template);
            prop_assert!(parsed.is_ok(), "{:?}", taken.template);
            let parsed = parsed.unwrap();
            let mut names: Vec<_> = parsed.placeholders().map(|(name, _)| name.to_owned()).collect();
            names.sort();
            names.dedup();
            let mut params: Vec<_> = taken.params.iter().map(|param| param.name.clone()).collect();
            params.sort();
            prop_assert_eq!(names, params);
        }
    }

    #[test]
    fn text_without_placeholders_stays_as_it_is(text in ".{0,60}") {
        let taken = template(&text, &[], &Context::default());
        let template = Template::new(&taken.template).unwrap();
        prop_assert_eq!(template.literals(), [text]);
    }
}
