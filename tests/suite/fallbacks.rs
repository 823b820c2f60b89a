//! The errors that a server sends instead of responses that are not in its catalog.

use error_catalog::{Catalog, CatalogError, ErrorCatalog, Fallback, FieldValue, Text};

#[derive(ErrorCatalog)]
#[catalog(path = "errors/fallbacks.json")]
struct Service;

#[derive(ErrorCatalog)]
#[catalog(path = "families/text.json")]
struct Other;

/// Returns the error that a server sends, given these texts by the names of parameters.
fn sent<C: Catalog>(fallback: Fallback, texts: &[(&str, &'static str)]) -> Option<C::Error> {
    let entry = C::META.fallback(fallback)?;
    C::from_texts(entry, &mut |param| {
        let known = texts.iter().find(|(name, _)| *name == param.name());
        known.map(|(_, text)| Text::Borrowed(text))
    })
}

#[test]
fn an_exact_status_comes_before_its_class() {
    let id = |fallback| Some(Service::META.fallback(fallback)?.id());
    assert_eq!(id(Fallback::Status(404)), Some("ROUTE_NOT_FOUND"));
    assert_eq!(id(Fallback::Status(418)), Some("BAD_REQUEST"));
    assert_eq!(id(Fallback::Class(4)), Some("BAD_REQUEST"));
    assert_eq!(id(Fallback::Status(503)), Some("INTERNAL"));
    assert_eq!(id(Fallback::Panic), Some("INTERNAL"));
    assert_eq!(id(Fallback::Timeout), Some("TIMEOUT"));
    for other in [100, 200, 302, 399, 600, u16::MAX] {
        assert_eq!(id(Fallback::Status(other)), None);
    }
    assert_eq!(Service::META.fallbacks().len(), 5);
}

#[test]
fn a_catalog_without_fallbacks_has_none() {
    assert!(Other::META.fallbacks().is_empty());
    assert_eq!(Other::META.fallback(Fallback::Panic), None);
}

#[test]
fn an_error_is_created_from_texts() {
    let request = [("method", "POST"), ("path", "/a\"b"), ("status", "404")];
    let error = sent::<Service>(Fallback::Status(404), &request).unwrap();
    assert_eq!(error, ServiceError::route_not_found("POST", "/a\"b"));
    let allowed = [("allow", "GET, HEAD"), ("status", "405")];
    let error = sent::<Service>(Fallback::Status(405), &allowed).unwrap();
    let allow = vec!["GET".into(), "HEAD".into()];
    assert_eq!(error, ServiceError::method_not_allowed(allow, 405));
    let said = [("message", "the body is too large")];
    let error = sent::<Service>(Fallback::Status(413), &said).unwrap();
    assert_eq!(error.to_string(), "the body is too large");
    assert_eq!(error.status(), 400);
}

#[test]
fn without_the_text_of_a_required_parameter_there_is_no_error() {
    assert_eq!(
        sent::<Service>(Fallback::Status(404), &[("path", "/")]),
        None
    );
    let wrong = [("allow", "GET"), ("status", "four hundred")];
    assert_eq!(sent::<Service>(Fallback::Status(405), &wrong), None);
}

#[test]
fn an_optional_parameter_without_a_valid_text_is_absent() {
    let limit = |texts: &[(&str, &'static str)]| {
        let error = sent::<Service>(Fallback::Panic, texts).unwrap();
        let mut limit = None;
        error.fields(&mut |values| limit = values.first().map(|value| format!("{value:?}")));
        limit.unwrap()
    };
    assert_eq!(limit(&[]), "Absent");
    assert_eq!(limit(&[("limit", "many")]), "Absent");
    assert_eq!(limit(&[("limit", "100")]), "Integer(100)");
}

#[test]
fn an_entry_of_another_catalog_is_not_created() {
    let entry = Other::META.entries().next().unwrap();
    assert!(Service::from_texts(entry, &mut |_| Some("a".into())).is_none());
}

#[test]
fn text_becomes_a_value_of_the_type() {
    use error_catalog::ParamType;
    let value = |text, param_type| FieldValue::from_text(text, param_type);
    assert_eq!(value("1", ParamType::Integer), Some(FieldValue::Integer(1)));
    assert_eq!(value("1.5", ParamType::Integer), None);
    assert_eq!(value("yes", ParamType::Boolean), None);
    assert_eq!(
        value("1e400", ParamType::Decimal).is_some(),
        ParamType::Decimal.accepts("1e400")
    );
    assert_eq!(
        value("", ParamType::List),
        Some(FieldValue::List(Vec::new()))
    );
}
