//! A catalog at run time reads responses like the enums that the derive writes.

use super::Tables;
use error_catalog::apis::{Edges, HttpApi, LinkedIn, LinkedInMarketing, Works};
use error_catalog::envelope::{Location, Place, Places, Step};
use error_catalog::{
    decode, Catalog, CatalogError, CatalogKind, Decoded, Entry, FieldValue, Occurrence, ParamType,
    Response, Status,
};
use error_catalog_model::{builtin, compile, Source};
use serde_json::{json, Value};

type Headers = Vec<(String, String)>;

/// Makes delays independent of the time of the test.
const DATE: (&str, &str) = ("Date", "Sat, 21 Nov 2026 04:00:00 GMT");

/// Everything that is known about a response.
fn facts<C: Catalog>(decoded: &Decoded<'_, C>) -> Vec<String> {
    let batch = decoded.batch();
    let errors = batch.iter().flat_map(|batch| {
        batch.errors().map(|(key, error)| {
            let error: Vec<String> = facts(&error);
            format!("{key}: {error:?}")
        })
    });
    let causes = decoded.causes().map(|cause| format!("{:?}", facts(&cause)));
    let kind = decoded.kind();
    let mut fields = String::new();
    if let Some(error) = decoded.error() {
        error.fields(&mut |values| fields = format!("{values:?}"));
    }
    let own = [
        decoded.to_string(),
        format!("{:?}", decoded.error().map(|error| format!("{error:?}"))),
        format!("{:?}", decoded.error().map(CatalogError::message)),
        format!("{:?}", decoded.error().map(CatalogError::code)),
        fields,
        format!("{kind:?}"),
        format!(
            "{:?}",
            kind.map(|kind| (kind.entry().index(), kind.to_string()))
        ),
        format!("{:?}", kind.map(CatalogKind::documentation)),
        format!("{:?}", decoded.code()),
        format!(
            "{:?}",
            (decoded.message(), decoded.status(), decoded.body_status())
        ),
        format!(
            "{:?}",
            (decoded.envelope(), decoded.scope(), decoded.reference())
        ),
        format!(
            "{:?}",
            (decoded.retry(), decoded.retry_after(), decoded.is_certain())
        ),
        format!("{:?}", decoded.extras().collect::<Vec<_>>()),
        format!("{:?}", decoded.warnings()),
        format!("{:?}", batch.as_ref().map(|batch| batch.results().count())),
    ];
    own.into_iter().chain(causes).chain(errors).collect()
}

fn assert_same<C: Catalog>(tables: &'static Tables, status: u16, headers: &Headers, body: &[u8]) {
    let mut headers = headers.clone();
    headers.push((DATE.0.to_owned(), DATE.1.to_owned()));
    let response = Response::new(status, body).with_headers(&headers);
    let compiled = facts(&decode::<C>(response));
    let dynamic = tables.read(response, |decoded| facts(&decoded));
    assert_eq!(dynamic, compiled, "{}", String::from_utf8_lossy(body));
}

/// A value of each type.
fn value(param_type: ParamType) -> FieldValue {
    match param_type {
        ParamType::Integer => FieldValue::Integer(30),
        ParamType::Boolean => FieldValue::Boolean(true),
        ParamType::Decimal => FieldValue::Text("100.00".into()),
        ParamType::Timestamp => FieldValue::Text("2030-01-01T00:00:00Z".into()),
        ParamType::List => FieldValue::List(vec!["r_ads".into(), "rw_ads".into()]),
        ParamType::Json => FieldValue::Text("{\"a\":[1.50]}".into()),
        _ => FieldValue::Text("campaign".into()),
    }
}

/// Sets the value at the first place of a part, if it has one.
fn put(body: &mut Value, places: Places, value: Value) -> Option<()> {
    let mut place = body;
    let Place::Pointer(path) = places.first()? else {
        panic!("the bundled catalogs have only pointers");
    };
    for step in *path {
        let Step::Name(name) = step else {
            panic!("a pointer has only names");
        };
        place = &mut place[*name];
    }
    *place = value;
    Some(())
}

/// A response with a documented message.
fn documented(entry: Entry, message: &str) -> Option<Vec<u8>> {
    let Location::Body(shape) = &entry.envelope()?.location else {
        return None;
    };
    let mut body = json!({});
    put(&mut body, shape.code, json!(entry.code().to_string()))?;
    put(&mut body, shape.message, json!(message))?;
    if let Some(status) = entry.status() {
        put(&mut body, shape.status, json!(status.as_u16()));
    }
    Some(body.to_string().into_bytes())
}

fn assert_reads_alike<C: Catalog>(name: &str) {
    let source = Source::new(name, builtin(name).unwrap());
    let tables = Tables::new(&compile(&source).unwrap().catalog);
    for kind in C::Kind::ALL {
        let entry = kind.entry();
        let mut params = entry.params();
        let mut next = || params.next().map(|param| value(param.param_type()));
        let error = C::construct(*kind, &mut next).unwrap();
        let status = error.status().map_or(500, Status::as_u16);
        let occurrence = Occurrence::new(error).with_reference("r-17");
        let headers: Headers = occurrence
            .to_headers()
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        let body = occurrence.to_body();
        assert_same::<C>(tables, status, &headers, &body);
        assert_same::<C>(tables, 599, &Headers::new(), &body);
        for message in kind.documentation().examples().chain(["Something else."]) {
            if let Some(body) = documented(entry, message) {
                assert_same::<C>(tables, status, &Headers::new(), &body);
            }
        }
    }
    let odd: [&[u8]; 6] = [
        b"",
        b"<h1>Bad Gateway</h1>",
        b"[]",
        br#"{"code":"NO_SUCH_CODE","message":"No.","error":{"code":"A"}}"#,
        br#"{"errors":{"1":{"status":404,"message":"Not found"},"2":{}},"results":{"3":{"id":3}}}"#,
        b"\xEF\xBB\xBF{\"status\":\"429\",\"code\":7,\"code\":8}",
    ];
    let headers = [("Retry-After", "30"), ("x-request-id", "r-1")];
    let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned()));
    for body in odd {
        assert_same::<C>(tables, 429, &headers.to_vec(), body);
    }
}

#[test]
fn the_bundled_catalogs_read_the_same_at_run_time_as_compiled() {
    assert_reads_alike::<LinkedIn>("linkedin");
    assert_reads_alike::<LinkedInMarketing>("linkedin-marketing");
    assert_reads_alike::<Edges>("edges");
    assert_reads_alike::<Works>("works");
    assert_reads_alike::<HttpApi>("http-api");
}

#[test]
fn a_catalog_can_be_read_within_the_read_of_another() {
    let tables = |name: &str| {
        let source = Source::new(name, builtin(name).unwrap());
        Tables::new(&compile(&source).unwrap().catalog)
    };
    let (edges, works) = (tables("edges"), tables("works"));
    let response = Response::new(400, "{}");
    let name = || super::Dynamic::meta().name();
    let seen = edges.read(response, |_| {
        let inner = works.read(response, |_| name());
        (name(), inner, name())
    });
    assert_eq!(seen, ("edges", "works", "edges"));
}

#[test]
fn an_error_is_found_by_its_id() {
    let source = Source::new("works", builtin("works").unwrap());
    let tables = Tables::new(&compile(&source).unwrap().catalog);
    tables.read(Response::new(400, ""), |_| {
        let kind: super::Kind = "RESOURCE_NOT_EXIST".parse().unwrap();
        assert_eq!(kind.to_string(), "RESOURCE_NOT_EXIST");
        assert!("NO_SUCH_ID".parse::<super::Kind>().is_err());
    });
}
