#![deny(warnings)]

mod payments {
    use error_catalog::ErrorCatalog;

    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json", constructors = pub(crate))]
    pub struct Payments;

    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json", constructors = "pub(super)")]
    pub struct Quoted;

    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json", constructors = pub(self))]
    pub struct Private;

    #[derive(ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json", constructors = pub)]
    struct Public;

    pub fn made() -> [String; 2] {
        [
            PrivateError::card_declined("expired").message(),
            PublicError::card_declined("expired").message(),
        ]
    }
}

fn main() {
    let crate_wide = payments::PaymentsError::card_declined("expired").message();
    assert_eq!(payments::QuotedError::card_declined("expired").message(), crate_wide);
    assert_eq!(payments::made(), [crate_wide.clone(), crate_wide]);
}
