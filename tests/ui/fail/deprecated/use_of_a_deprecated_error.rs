#![deny(deprecated)]

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/deprecated.json")]
pub struct Api;

fn is_old(error: &ApiError) -> bool {
    matches!(error, ApiError::Old { .. })
}

fn main() {
    is_old(&ApiError::old("thing"));
    is_old(&ApiError::Older {
        message: "text".into(),
    });
    let _ = ApiErrorKind::Old;
}
