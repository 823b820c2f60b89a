use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/broken.json")]
pub struct Charges;

use ChargesError::{CardDeclined, RateLimited};

fn reason(error: &ChargesError) -> &str {
    match error {
        CardDeclined { reason } => reason,
        RateLimited => "limit",
        _ => "",
    }
}

fn is_limit(kind: ChargesErrorKind) -> bool {
    use ChargesErrorKind::*;

    kind == RateLimited
}

fn main() {
    let error = ChargesError::rate_limited();
    println!("{} {}", reason(&error), is_limit(error.kind()));
}
