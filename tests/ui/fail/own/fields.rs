use error_catalog::ErrorCatalog;

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum Missing {
    CardDeclined,
    Limited { max: u32 },
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum Stray {
    Locked { since: String },
    CardDeclined { reason: String, resaon: String },
    Limited(u32, #[catalog(param = "mini")] u32),
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum Sources {
    CardDeclined {
        reason: String,
        #[source]
        first: std::fmt::Error,
        #[source]
        second: std::fmt::Error,
    },
    #[catalog(other, message = "x", status = 500)]
    Two(#[from] std::fmt::Error, u32),
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "catalogs/own.json")]
enum Skipped {
    Locked {
        id: u64,
    },
    CardDeclined {
        #[catalog(skip)]
        reason: String,
    },
}

fn main() {}
