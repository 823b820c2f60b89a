#![deny(warnings)]
#![allow(dead_code)]

use error_catalog::{CatalogError, ErrorCatalog};

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum PayError {
    Locked,
    #[catalog(other, message = "cannot parse")]
    Number(#[from] ParseIntError),
    #[catalog(other, message = "cannot read")]
    File(#[from] std::io::Error),
    #[catalog(transparent)]
    Other(#[from] error_catalog_ui::EdgesError),
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum Generic<T, S>
where
    T: std::fmt::Debug,
    S: Error + 'static,
{
    Locked,
    CardDeclined {
        reason: String,
        #[catalog(skip)]
        value: T,
        source: S,
    },
}

include!("../own_uses.rs");

fn main() {
    use_everything();
}
