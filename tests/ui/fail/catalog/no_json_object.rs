use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/no_content.json")]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/no_object.json")]
pub struct Second;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/comment.json")]
pub struct Third;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/unclosed.json")]
pub struct Fourth;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/deep.json")]
pub struct Fifth;

fn main() {}
