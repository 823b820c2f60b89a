use error_catalog::ErrorCatalog;

mod api {
    pub use error_catalog as errors;
}

#[derive(ErrorCatalog)]
#[catalog(
    path = "catalogs/charges.json",
    names = 3,
    error = Failure,
    kind = Which,
    crate = api::errors,
)]
pub struct Charges;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/charges.json")]
pub struct Generic<T: Clone>(T);

fn main() {
    let failure = Failure::card_declined("expired");
    let kind: Which = failure.kind();
    let decoded = Charges::decode(api::errors::Response::new(402, "{}"));
    println!("{failure} {kind} {:?}", decoded.error());
    println!("{}", GenericError::rate_limited().status());
    drop(Generic::<u8>::decode(api::errors::Response::new(402, "{}")));
}
