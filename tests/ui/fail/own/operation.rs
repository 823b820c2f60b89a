use error_catalog::ErrorCatalog;

mod other {
    #[derive(error_catalog::ErrorCatalog)]
    #[catalog(path = "catalogs/operations.json")]
    pub struct Shop;

    #[derive(error_catalog::ErrorCatalog)]
    #[catalog(path = "catalogs/operations.json", only = ["SOLD"])]
    pub struct Few;
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = "orderBasket")]
enum Outside {
    Sold,
    Busy,
    #[catalog(id = "BUSY")]
    Later,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = "orderBasket", exhaustive)]
enum Incomplete {
    Sold,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = "orderBaskt")]
enum Misspelled {
    Sold,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", only = ["SOLD"])]
enum Only {
    Sold,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = "orderBasket", whole = other::ShopError)]
enum Whole {
    Sold,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", non_exhaustive)]
enum NonExhaustive {
    Sold,
}

fn main() {}
