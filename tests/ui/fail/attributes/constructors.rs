use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", constructors = private)]
pub struct First;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", constructors = "")]
pub struct Second;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", constructors)]
pub struct Third;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", constructors = pub, constructors = pub)]
pub struct Fourth;

mod inner {
    use error_catalog::ErrorCatalog;

    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json", constructors = pub(self))]
    pub struct Hidden;
}

fn main() {
    drop(inner::HiddenError::card_declined("expired"));
}
