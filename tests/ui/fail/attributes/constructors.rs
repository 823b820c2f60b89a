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

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", constructors = true)]
pub struct Fifth;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", constructors = false)]
pub struct Without;

mod inner {
    use error_catalog::ErrorCatalog;

    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json", constructors = pub(self))]
    pub struct Hidden;
}

fn main() {
    drop(inner::HiddenError::card_declined("expired"));
    drop(WithoutError::card_declined("expired"));
    drop(error_catalog::new!(WithoutError::CardDeclined { reason: "expired" }));
    drop(error_catalog::new!(WithoutError::CardDeclined { reason: &String::new() }));
    drop(error_catalog::new!(WithoutError::CardDeclined {}));
}
