use error_catalog::ErrorCatalog;

mod other {
    #[derive(error_catalog::ErrorCatalog)]
    #[catalog(path = "catalogs/own.json")]
    pub struct Own;
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = other::Own)]
enum Unknown {
    CardDeclines { reason: String },
    #[catalog(id = "LOKED")]
    Locked,
    Nothing,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = other::Own)]
enum Twice {
    Locked,
    #[catalog(id = "LOCKED")]
    Shut,
    CardDeclined {
        reason: String,
        #[catalog(param = "reason")]
        again: String,
    },
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = other::Own, exhaustive)]
enum Incomplete {
    Locked,
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = other::Own)]
enum Missing {
    CardDeclined,
    Limited { max: u32 },
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = other::Own)]
enum Stray {
    Locked { since: String },
    CardDeclined { reason: String, resaon: String },
    Limited(u32, #[catalog(param = "mini")] u32),
}

fn main() {
    let error = Incomplete::Locked;
    println!("{error} {} {:?}", error.code(), error.status());
    let _: Box<dyn std::error::Error> = Twice::Shut.into();
    println!("{} {}", Unknown::Nothing, Missing::CardDeclined.message());
    println!("{:?} {:?}", IncompleteKind::ALL, UnknownKind::Locked.entry());
    println!("{}", Stray::Limited(1, 2));
}
