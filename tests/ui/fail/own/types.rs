use error_catalog::ErrorCatalog;

#[derive(Debug)]
struct Opaque;

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum NoDisplay {
    CardDeclined { reason: Opaque },
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum NoError {
    CardDeclined {
        reason: String,
        #[source]
        cause: Opaque,
    },
}

fn main() {}
