use error_catalog::ErrorCatalog;

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum Variants {
    #[catalog(idd = "LOCKED")]
    First,
    #[catalog(param = "reason")]
    Second,
    #[source]
    Third,
    #[catalog(id = "LOCKED", transparent)]
    Fourth(std::fmt::Error),
    #[catalog(message = "Outside.")]
    Fifth,
    #[catalog(other)]
    Sixth,
    #[catalog(transparent)]
    Seventh,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum Outside {
    #[catalog(other, message = "No {reason.", status = 500)]
    Template { reason: String },
    #[catalog(other, message = "No.", status = 1000)]
    Status,
    #[catalog(other, message = "No.")]
    NoStatus,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum Fields {
    CardDeclined {
        #[catalog(id = "x")]
        reason: String,
    },
    Limited {
        #[catalog(parm = "max")]
        max: u32,
        #[source("x")]
        min: u32,
    },
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum Letters {
    #[catalog(other, status = 503, message = "down")]
    Ärger,
    #[catalog(other, status = 503, message = "down")]
    r#Fn,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum Skipped {
    #[catalog(skip)]
    Locked,
    CardDeclined {
        #[catalog(param = "reason", skip)]
        reason: String,
    },
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json", constructors = pub(crate))]
enum Constructors {
    Locked,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json", error = Other)]
enum Named {
    Locked,
}

#[derive(Debug, ErrorCatalog)]
enum Without {
    Locked,
}

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/own.json", exhaustive)]
struct Marker;

fn main() {}
