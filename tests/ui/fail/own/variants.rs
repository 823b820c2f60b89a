use error_catalog::ErrorCatalog;

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum Unknown {
    CardDeclines { reason: String },
    #[catalog(id = "LOKED")]
    Locked,
    Nothing,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum Twice {
    Locked,
    #[catalog(id = "LOCKED")]
    Shut,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json", exhaustive)]
enum Incomplete {
    Locked,
}

fn main() {
    let error = Incomplete::Locked;
    println!("{error} {} {}", error.code(), error.status());
    let _: Box<dyn std::error::Error> = Twice::Shut.into();
    let _ = IncompleteKind::ALL;
}
