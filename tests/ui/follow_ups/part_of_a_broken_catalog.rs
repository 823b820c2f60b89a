use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/broken.json")]
struct Broken;

/// Its own catalog is fine.
#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = "orderBasket", whole = BrokenError)]
struct OrderBasket;

fn order() -> Result<(), OrderBasketError> {
    Err(OrderBasketError::sold())
}

fn any() -> Result<(), BrokenError> {
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
