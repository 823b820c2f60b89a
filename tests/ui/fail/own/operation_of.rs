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
#[catalog(of = other::Shop, operation = "orderBasket")]
enum Outside {
    Sold,
    Busy,
    #[catalog(id = "BUSY")]
    Later,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = other::Shop, operation = "orderBasket", exhaustive)]
enum Incomplete {
    Sold,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = other::Shop, operation = "orderBaskt")]
enum Misspelled {
    Sold,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = other::Few)]
enum OfFew {
    Sold,
    Busy,
}

fn main() {
    println!("{} {}", Outside::Busy, Misspelled::Sold);
    println!("{} {}", Incomplete::Sold, OfFew::Busy);
}
