//! What a catalog writes, it reads back.

use super::certain::Rivals;
use error_catalog::{
    Catalog, CatalogError, CatalogKind, Decoded, Entry, FieldValue, Occurrence, ParamType, Response,
};
use error_catalog_tests::{Edges, HttpApi, LinkedIn, Marketing, Works};
use proptest::prelude::*;
use std::fmt::Debug;

/// Texts that are hard on a template matcher, on JSON and on headers, and parts of the catalog's own messages.
fn hostile_text<C: Catalog>() -> impl Strategy<Value = String> {
    let messages = C::META.entries().filter_map(Entry::message);
    let parts: Vec<String> = messages
        .flat_map(|message| {
            let literals: Vec<_> = message.split(['{', '}']).map(String::from).collect();
            let beginning = message
                .split_once('}')
                .map(|(start, _)| start.replace('{', ""));
            let literals = literals.into_iter().chain(beginning);
            literals.chain([message.into_owned()])
        })
        .collect();
    prop_oneof![
        2 => prop::sample::select(parts),
        1 => Just(String::new()),
        1 => "[a-z]{1,8}",
        1 => any::<String>(),
        1 => "[{}\"\\\\/~ ,;=.\\PC]{0,12}",
        1 => prop::sample::select(vec![
            " cannot be lower than ",
            " value ",
            "{field}",
            "/errorDetails/inputErrors/0",
            "Viewer may not have permission on ",
            "\u{202e}\u{feff}\r\n\u{1b}[31m",
            "null",
            "100.00",
        ])
        .prop_map(String::from),
    ]
}

/// A value of a parameter's type.
fn field<C: Catalog>(param_type: ParamType) -> BoxedStrategy<FieldValue> {
    match param_type {
        ParamType::Integer => any::<i64>().prop_map(FieldValue::Integer).boxed(),
        ParamType::Boolean => any::<bool>().prop_map(FieldValue::Boolean).boxed(),
        ParamType::Decimal => (any::<i32>(), any::<u16>())
            .prop_map(|(whole, part)| FieldValue::Text(format!("{whole}.{part}").into()))
            .boxed(),
        ParamType::List => prop::collection::vec(hostile_text::<C>(), 0..4)
            .prop_map(|items| FieldValue::List(items.into_iter().map(Into::into).collect()))
            .boxed(),
        ParamType::Json => Just(FieldValue::Text("{\"a\":[1.50]}".into())).boxed(),
        _ => hostile_text::<C>()
            .prop_map(|text| FieldValue::Text(text.into()))
            .boxed(),
    }
}

fn text(pattern: &'static str) -> BoxedStrategy<FieldValue> {
    pattern
        .prop_map(|text| FieldValue::Text(text.into()))
        .boxed()
}

/// The tokens of an OAuth scope (RFC 6750).
fn scopes() -> BoxedStrategy<FieldValue> {
    prop::collection::vec("[!#-\\[\\]-~]{1,6}", 0..4)
        .prop_map(|items| FieldValue::List(items.into_iter().map(Into::into).collect()))
        .boxed()
}

/// Any error of a catalog.
fn error<C: Catalog>() -> BoxedStrategy<C::Error>
where
    C::Error: Debug + Clone,
{
    prop::sample::select(C::Kind::ALL)
        .prop_flat_map(|kind| {
            let code = kind.entry().code().to_string();
            let fields: Vec<BoxedStrategy<FieldValue>> = kind
                .entry()
                .params()
                .map(|param| {
                    let is_in_code = code.contains(&format!("{{{}}}", param.name()));
                    let is_in_header = kind
                        .entry()
                        .envelope()
                        .is_some_and(|way| way.body().is_none());
                    let value = match param.param_type() {
                        ParamType::String if is_in_code => text("[A-Z_]{1,9}"),
                        // A header without a place for the message.
                        _ if is_in_header && param.name() == "message" => text(""),
                        ParamType::List if is_in_header => scopes(),
                        _ if is_in_header => text("[!-~]([ -~]{0,9}[!-~])?"),
                        param_type => field::<C>(param_type),
                    };
                    if param.is_optional() {
                        prop_oneof![Just(FieldValue::Absent), value].boxed()
                    } else {
                        value
                    }
                })
                .collect();
            (Just(kind), fields)
        })
        .prop_map(|(kind, fields)| {
            let mut fields = fields.into_iter();
            C::construct(kind, &mut || fields.next()).expect("the values are of the right types")
        })
        .boxed()
}

/// Writes an error, reads it, and says whether all is as it was, or honestly uncertain.
fn comes_back<C: Catalog>(error: C::Error) -> Result<(), TestCaseError>
where
    C::Error: Debug + Clone + PartialEq,
{
    let occurrence = Occurrence::new(error);
    let (body, headers) = (occurrence.to_body(), occurrence.to_headers());
    let error = occurrence.into_error();
    let status = error.status().map_or(200, error_catalog::Status::as_u16);
    let response = Response::new(status, &body).with_headers(&headers);
    let decoded: Decoded<'_, C> = error_catalog::decode(response);
    if decoded.is_certain() {
        prop_assert_eq!(decoded.error(), Some(&error), "{}", decoded);
    }
    prop_assert_eq!(decoded.body(), &body);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn every_error_of_linkedin_comes_back(error in error::<LinkedIn>()) {
        comes_back::<LinkedIn>(error)?;
    }

    #[test]
    fn every_error_of_marketing_comes_back(error in error::<Marketing>()) {
        comes_back::<Marketing>(error)?;
    }

    #[test]
    fn every_error_of_edges_comes_back(error in error::<Edges>()) {
        comes_back::<Edges>(error)?;
    }

    #[test]
    fn every_error_of_works_comes_back(error in error::<Works>()) {
        comes_back::<Works>(error)?;
    }

    #[test]
    fn every_error_that_looks_like_others_comes_back(error in error::<Rivals>()) {
        comes_back::<Rivals>(error)?;
    }

    #[test]
    fn every_error_of_the_http_api_comes_back(error in error::<HttpApi>()) {
        comes_back::<HttpApi>(error)?;
    }
}
