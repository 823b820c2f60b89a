use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/beyond_ascii.json")]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/byte_order_mark.json")]
pub struct Second;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/tabs.json")]
pub struct Third;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/long_line.json")]
pub struct Fourth;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/control_characters.json")]
pub struct Fifth;

fn main() {}
