use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
struct Payments;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/operations.json", operation = "orderBasket", whole = PaymentsError)]
struct Other;

fn main() {}
