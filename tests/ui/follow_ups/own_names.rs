use error_catalog::ErrorCatalog;

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json", kind = Which)]
enum Named {
    Unknown,
}

fn main() {
    let error = Named::Unknown;
    let _: Which = error.kind();
    println!("{error} {}", error.code());
}
