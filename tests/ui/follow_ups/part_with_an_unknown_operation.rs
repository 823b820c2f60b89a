use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json")]
struct Shop;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = "orderBaskets", whole = ShopError)]
struct OrderBasket;

fn order() -> Result<(), OrderBasketError> {
    Err(OrderBasketError::sold())
}

fn any() -> Result<(), ShopError> {
    order()?;
    Ok(())
}

fn main() {
    let _ = any().map_err(|error| OrderBasketError::try_from(error));
    let decoded = OrderBasket::decode(error_catalog::Response::new(400, ""));
    match decoded.kind() {
        Some(OrderBasketErrorKind::Sold | OrderBasketErrorKind::Empty) | None => {}
    }
}
