use error_catalog::ErrorCatalog;

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum TwoFields {
    #[catalog(transparent)]
    Other(error_catalog_ui::EdgesError, u32),
    #[catalog(transparent)]
    Skipped(#[catalog(skip)] u32),
}

fn main() {}
