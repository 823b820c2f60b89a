//! Errors whose parts are in the elements of arrays, also of one that is the whole body.

use error_catalog::{ErrorCatalog, Response};

#[derive(ErrorCatalog)]
#[catalog(path = "errors/rows.json")]
struct Rows;

fn error() -> RowsError {
    RowsError::NoRow {
        row: "7".into(),
        table: Some("users".into()),
    }
}

#[test]
fn an_array_is_written_and_read_back() {
    let body = error().to_body();
    let written = core::str::from_utf8(&body).unwrap();
    assert_eq!(
        written,
        r#"[{"code":"NO_ROW","message":"No row 7","details":{"row":"7","table":"users"}},{"http":[404]}]"#
    );
    let decoded = Rows::decode(Response::new(0, &body));
    assert_eq!(decoded.error(), Some(&error()));
    assert_eq!(decoded.body_status(), Some(404));
    assert!(decoded.is_certain());
}

#[test]
fn the_index_is_the_one_that_the_pointer_has() {
    let body = r#"[{"code":"NO_ROW","message":"No row 7","details":{"table":"users"}}]"#;
    assert_eq!(
        Rows::decode(Response::new(404, body)).error(),
        Some(&error())
    );
    let second = r#"[{}, {"code":"NO_ROW","message":"No row 7"}]"#;
    assert_eq!(Rows::decode(Response::new(404, second)).error(), None);
    assert_eq!(Rows::decode(Response::new(404, "[]")).error(), None);
}

#[test]
fn a_number_is_the_name_of_a_member_where_the_value_is_an_object() {
    let body = r#"{"0":{"code":"NO_ROW","message":"No row 7","details":{"table":"users"}}}"#;
    assert_eq!(
        Rows::decode(Response::new(404, body)).error(),
        Some(&error())
    );
}
