//! Tests of queries.

use super::QueryError;
use crate::model::{Filter, Literal, Query, Step};

fn steps(text: &str) -> Vec<Step> {
    Query::parse(text).map(|query| query.steps).unwrap()
}

fn name(name: &str) -> Step {
    Step::Name(name.to_owned())
}

fn filter(member: &[&str], literal: Literal) -> Step {
    Step::Filter(Filter {
        member: member.iter().map(ToString::to_string).collect(),
        literal,
    })
}

fn error(text: &str) -> QueryError {
    Query::parse(text).expect_err(text)
}

#[test]
fn names_and_indexes_are_steps() {
    assert_eq!(steps("$"), []);
    assert_eq!(steps("$.a_1.é"), [name("a_1"), name("é")]);
    assert_eq!(steps("$['a-b'][ \"c d\" ]"), [name("a-b"), name("c d")]);
    assert_eq!(steps("$ .a [0]\n[12]"), [name("a"), name("0"), name("12")]);
    assert_eq!(steps(r#"$['\'"\\\/\n']"#), [name("'\"\\/\n")]);
    assert_eq!(steps(r#"$["'\"\u00e9\ud83d\ude00"]"#), [name("'\"é😀")]);
    assert_eq!(steps("$['']"), [name("")]);
}

#[test]
fn a_filter_compares_a_member_with_a_literal() {
    let text = |text: &str| Literal::Text(text.to_owned());
    let number = |number: &str| Literal::Number(number.to_owned());
    for query in [
        "$[?@.a == 'x']",
        "$[?@.a=='x']",
        "$[ ? @ ['a'] == \"x\" ]",
        "$[?'x' == @.a]",
    ] {
        assert_eq!(steps(query), [filter(&["a"], text("x"))], "{query}");
    }
    assert_eq!(
        steps("$.d[?@['@type'] == 't/ErrorInfo'].reason"),
        [
            name("d"),
            filter(&["@type"], text("t/ErrorInfo")),
            name("reason")
        ]
    );
    assert_eq!(
        steps("$[?@.a.b == -1.5e+3]"),
        [filter(&["a", "b"], number("-1.5e+3"))]
    );
    assert_eq!(steps("$[?@.a == 0]"), [filter(&["a"], number("0"))]);
    assert_eq!(steps("$[?@.a == -0]"), [filter(&["a"], number("-0"))]);
    assert_eq!(
        steps("$[?true == @.a]"),
        [filter(&["a"], Literal::Boolean(true))]
    );
    assert_eq!(
        steps("$[?@.a == false]"),
        [filter(&["a"], Literal::Boolean(false))]
    );
    assert_eq!(steps("$[?@.a == null]"), [filter(&["a"], Literal::Null)]);
}

#[test]
fn what_cannot_be_written_is_not_supported() {
    for (query, what) in [
        ("$..a", "`..`"),
        ("$.*", "`*`"),
        ("$[*]", "`*`"),
        ("$[-1]", "a negative index"),
        ("$[1:2]", "a slice"),
        ("$[:2]", "a slice"),
        ("$['a', 'b']", "more than one selector"),
        ("$[0, 1]", "more than one selector"),
        ("$[?@.a == 1, 2]", "more than one selector"),
        ("$[?@.a]", "a filter without `==`"),
        ("$[?@.a && @.b]", "a filter without `==`"),
        ("$[?!@.a]", "`!`"),
        ("$[?(@.a == 1)]", "`(`"),
        ("$[?@.a == 1 && @.b == 2]", "more than one comparison"),
        ("$[?@.a == 1 || @.b == 2]", "more than one comparison"),
        ("$[?@.a != 1]", "`!=`"),
        ("$[?@.a >= 1]", "`>=`"),
        ("$[?@.a < 1]", "`<`"),
        ("$[?@ == 1]", "a filter without a member"),
        (
            "$[?@.a == @.b]",
            "a filter that does not compare a member with a literal",
        ),
        (
            "$[?1 == 1]",
            "a filter that does not compare a member with a literal",
        ),
        ("$[?$.a == 1]", "`$` in a filter"),
        ("$[?@[0] == 1]", "an index in a filter"),
        ("$[?@.* == 1]", "`*`"),
        ("$[?@..a == 1]", "`..`"),
        ("$[?@[?@.a] == 1]", "a filter in a filter"),
        ("$[?length(@.a) == 1]", "a function"),
    ] {
        let error = error(query);
        let message = format!("{what} is not supported in the query of a place");
        assert_eq!(error.message, message, "{query}");
        assert!(error.help.starts_with("write names, indexes, and filters"));
        assert!(
            query
                .get(error.range.clone())
                .is_some_and(|part| !part.is_empty()),
            "{query}"
        );
    }
}

#[test]
fn an_invalid_query_shows_where() {
    for (query, at, expected) in [
        (
            "$.",
            2,
            "expected a name in a JSONPath query, found the end",
        ),
        (
            "$a",
            1,
            "expected `.`, `[`, or the end in a JSONPath query, found `a`",
        ),
        (
            "$.a ",
            3,
            "expected `.`, `[`, or the end in a JSONPath query, found ` `",
        ),
        (
            "$.a-b",
            3,
            "expected `.`, `[`, or the end in a JSONPath query, found `-`",
        ),
        ("$. a", 2, "expected a name in a JSONPath query, found ` `"),
        ("$.1", 2, "expected a name in a JSONPath query, found `1`"),
        ("$.'a'", 2, "expected a name in a JSONPath query, found `'`"),
        (
            "$[a]",
            2,
            "expected a name in quotes, an index, or `?` in a JSONPath query, found `a`",
        ),
        (
            "$['a'",
            5,
            "expected `]` in a JSONPath query, found the end",
        ),
        ("$['a", 4, "expected `'` in a JSONPath query, found the end"),
        ("$['\t']", 3, "expected `'` in a JSONPath query, found `\t`"),
        (
            "$[?@.a = 1]",
            7,
            "expected `==` in a JSONPath query, found `=`",
        ),
        (
            "$[?@.a == x]",
            10,
            "expected `@` or a literal in a JSONPath query, found `x`",
        ),
        (
            "$[?@.a == True]",
            10,
            "expected `@` or a literal in a JSONPath query, found `T`",
        ),
        (
            "$[?@.a == 1",
            11,
            "expected `]` in a JSONPath query, found the end",
        ),
        (
            "$[?@.a == 1 2]",
            12,
            "expected `]` in a JSONPath query, found `2`",
        ),
        ("$[?@.a == 01]", 10, "`01` is not a valid number"),
        ("$[?@.a == 1.]", 10, "`1.` is not a valid number"),
        ("$[?@.a == -]", 10, "`-` is not a valid number"),
        ("$[00]", 2, "`00` is not a valid index"),
        (
            "$[9007199254740992]",
            2,
            "`9007199254740992` is not a valid index",
        ),
        (r"$['\x']", 3, "invalid escape in a query"),
        (r"$['\u12']", 3, "invalid escape in a query"),
        (r"$['\ud800']", 3, "invalid escape in a query"),
        (r"$['\ud800\u0041']", 3, "invalid escape in a query"),
        (r"$['\u00é0']", 3, "invalid escape in a query"),
    ] {
        let error = error(query);
        assert_eq!(
            (error.range.start, &*error.message),
            (at, expected),
            "{query}"
        );
        assert!(query.get(error.range).is_some(), "{query}");
    }
}

#[test]
fn the_element_of_a_filter_is_an_object() {
    for query in ["$[?@.a == 1][0]", "$[?@.a == 1][?@.b == 2]"] {
        let message = "the element that a filter selects is an object, which has no elements";
        assert_eq!(error(query).message, message, "{query}");
    }
    assert_eq!(steps("$[?@.a == 1]['0']").len(), 2);
}

#[test]
fn a_long_query_is_refused() {
    let long = format!("${}", "[0]".repeat(100_000));
    assert_eq!(
        error(&long).message,
        "a query cannot be longer than 1000 bytes"
    );
}
