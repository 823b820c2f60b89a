#![deny(warnings)]

use error_catalog::{Catalog, ErrorCatalog};

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/empty.json")]
pub struct Empty;

fn message(result: Result<&str, EmptyError>) -> String {
    match result {
        Ok(text) => text.to_owned(),
        Err(error) => error.to_string(),
    }
}

fn main() {
    assert_eq!(message(Ok("done")), "done");
    assert!(EmptyErrorKind::ALL.is_empty() && Empty::META.is_empty());
    assert_eq!(EmptyErrorKind::from_code("A"), None);
    assert!("A".parse::<EmptyErrorKind>().is_err());
}
