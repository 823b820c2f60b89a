use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = "orderBaskets")]
struct Misspelled;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = "*")]
struct Every;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json", operation = "orderBasket")]
struct None;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", only = ["SOLD", "EMTPY", "SOLD", "OTHER"])]
struct Ids;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", only = [])]
struct Empty;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", only = "SOLD")]
struct NoBrackets;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", only = [SOLD])]
struct NoQuotes;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = orderBasket)]
struct NoString;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = "orderBasket", only = ["SOLD"])]
struct Both;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", whole = ShopError)]
struct WholeOfAll;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", non_exhaustive)]
struct NonExhaustive;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", only = ["SOLD"], whole = "ShopError")]
struct WholeInQuotes;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", only = ["SOLD"], exhaustive)]
struct Exhaustive;

fn main() {}
