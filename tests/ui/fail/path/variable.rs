use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "$HOME/payments.json")]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(path = "$OUT_DIR/payments.json")]
pub struct Second;

fn main() {}
