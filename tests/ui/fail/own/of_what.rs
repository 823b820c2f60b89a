use error_catalog::ErrorCatalog;

#[derive(Debug)]
pub struct Plain;

#[derive(Debug, ErrorCatalog)]
#[catalog(of = Plain)]
enum NoCatalog {
    Locked,
    CardDeclined { reason: String },
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = error_catalog_ui::Parcel)]
enum Unknown {
    Locked { holder: String },
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = error_catalog_ui::ParcelsError)]
enum NotTheErrorType {
    Busy,
    #[catalog(other, message = "{what}")]
    Other { what: String },
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = Plain, path = "catalogs/own.json")]
enum Both {
    Locked,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = "Plain")]
enum Quoted {
    Locked,
}

#[derive(ErrorCatalog)]
#[catalog(of = Plain)]
struct Marker;

#[derive(Debug, ErrorCatalog)]
#[catalog(of = error_catalog_ui::Parcels)]
enum Types {
    TooHeavy { weight: Plain },
    Busy { source: String },
}

fn main() {
    println!("{} {:?}", NoCatalog::Locked, NoCatalog::Locked.status());
    println!("{}", NoCatalogKind::Locked);
    println!("{:?}", NotTheErrorType::Busy.to_body());
}
