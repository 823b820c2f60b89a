use error_catalog::{CatalogError, ErrorCatalog};

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/broken.json")]
struct Broken;

#[derive(Debug, ErrorCatalog)]
#[catalog(of = Broken, exhaustive)]
enum PayError {
    Locked,
    #[catalog(id = "CARD_DECLINED")]
    Declined { reason: String, cause: u32 },
    #[catalog(other, message = "cannot parse")]
    Number(#[from] ParseIntError),
    #[catalog(other, message = "cannot read")]
    File(#[from] std::io::Error),
    #[catalog(transparent)]
    Other(#[from] error_catalog_ui::EdgesError),
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = Broken)]
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
