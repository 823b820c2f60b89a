#![no_implicit_prelude]
#![deny(warnings, missing_docs)]
//! A subset, without the prelude and without warnings.

/// The whole.
pub mod whole {
    #[derive(::error_catalog::ErrorCatalog)]
    #[catalog(path = "catalogs/operations.json")]
    /// The shop.
    pub struct Shop;
}

/// With the whole.
#[derive(::error_catalog::ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = "orderBasket", whole = whole::ShopError)]
pub struct OrderBasket;

/// Without the whole.
#[derive(::error_catalog::ErrorCatalog)]
#[catalog(
    path = "catalogs/operations.json",
    only = ["BUSY"],
    non_exhaustive,
    error = Whole,
    kind = WholeKind,
    constructors = pub(crate)
)]
pub struct Busy;

/// All errors, with the names that the output uses itself.
#[derive(::error_catalog::ErrorCatalog)]
#[catalog(
    path = "catalogs/operations.json",
    only = ["SOLD", "EMPTY", "BUSY"],
    whole = whole::ShopError,
    error = Result,
    kind = Option
)]
pub struct All;

/// None, with the whole.
#[derive(::error_catalog::ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = "ping", whole = whole::ShopError)]
pub struct Ping;

fn main() {
    let error = OrderBasketError::empty("Ada");
    match &error {
        OrderBasketError::Sold => {}
        OrderBasketError::Empty { customer } => ::std::assert_eq!(customer, "Ada"),
    }
    match error.kind() {
        OrderBasketErrorKind::Sold | OrderBasketErrorKind::Empty => {}
    }
    let shop: whole::ShopError = ::std::convert::From::from(error);
    let all: ::std::result::Result<Result, _> = ::std::convert::TryFrom::try_from(shop);
    ::std::assert!(::std::matches!(all, ::std::result::Result::Ok(Result::Empty { .. })));
    ::std::assert_eq!(Whole::busy().kind(), WholeKind::Busy);
    let ping: ::std::result::Result<PingError, _> =
        ::std::convert::TryFrom::try_from(whole::ShopError::Sold);
    ::std::assert!(ping.is_err());
    let decoded = Ping::decode(::error_catalog::Response::new(404, ""));
    ::std::assert!(decoded.kind().is_none());
}
