#![deny(warnings)]

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/deprecated.json")]
pub struct Api;

fn main() {
    let error = ApiError::new("thing");
    assert_eq!(error.clone(), error);
    let deprecated: Vec<_> = ApiErrorKind::ALL
        .iter()
        .filter(|kind| kind.entry().is_deprecated())
        .map(|kind| kind.as_str())
        .collect();
    assert_eq!(deprecated, ["OLD", "OLDER"]);
}
