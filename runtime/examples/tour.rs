//! Real errors of the five bundled catalogs: code, status, message, and retry advice.

use error_catalog::{Catalog, CatalogError, Code, ErrorCatalog, Retry};

#[derive(ErrorCatalog)]
#[catalog(builtin = "linkedin")]
struct LinkedIn;

#[derive(ErrorCatalog)]
#[catalog(builtin = "linkedin-marketing")]
struct Marketing;

#[derive(ErrorCatalog)]
#[catalog(builtin = "edges")]
struct Edges;

#[derive(ErrorCatalog)]
#[catalog(builtin = "works")]
struct Works;

#[derive(ErrorCatalog)]
#[catalog(builtin = "http-api")]
struct HttpApi;

fn main() {
    show::<LinkedIn>(&[
        LinkedInError::empty_access_token(),
        LinkedInError::rate_limit(),
        LinkedInError::internal_server_error("Internal error."),
    ]);
    show::<Marketing>(&[
        MarketingError::field_value_too_low("/Campaign/totalBudget/amount", "31.0", "100.00"),
        MarketingError::account_id_mismatch_in_param_and_body("507", "508"),
        MarketingError::under_maintenance(),
    ]);
    show::<Edges>(&[
        EdgesError::limit_reached("connection requests on LinkedIn"),
        EdgesError::Status429 {
            retry_after: Some(30),
            postponed_until: None,
        },
        EdgesError::mandatory_data_missing("sales navigator id"),
    ]);
    show::<Works>(&[
        WorksError::resource_not_exist("USER"),
        WorksError::resource_limit_exceeded(),
        WorksError::insufficient_scope(vec!["user.read".into(), "board".into()]),
    ]);
    show::<HttpApi>(&[
        HttpApiError::insufficient_balance("100.00", "50.50"),
        HttpApiError::rate_limit_exceeded(),
    ]);
}

fn show<C: Catalog>(errors: &[C::Error]) {
    println!("{} ({} errors)", C::META.name(), C::META.len());
    for error in errors {
        // If an API documents no code, the id identifies the error.
        let code = match error.code() {
            Code::None => format!("(no code) {}", error.kind()),
            code => code.to_string(),
        };
        let status = error
            .status()
            .map_or_else(String::new, |status| status.to_string());
        println!("  {status} {code}");
        println!("      {error}");
        println!("      {}", advice(error.retry()));
    }
    println!();
}

fn advice(retry: Retry) -> String {
    match retry {
        Retry::Never => "do not retry".to_owned(),
        Retry::AfterFix => "retry after a fix".to_owned(),
        Retry::Backoff => "retry with backoff".to_owned(),
        Retry::After(pause) => format!("retry after {} hours", pause.as_secs() / 3_600),
        Retry::Header(name) => format!("retry when the header {name} says"),
        Retry::Param(name) => format!("retry when the parameter {name} says"),
        _ => "no documented advice".to_owned(),
    }
}
