use error_catalog::ErrorCatalog;

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum NoCatalogError {
    #[catalog(transparent)]
    Other(std::fmt::Error),
}

fn main() {}
