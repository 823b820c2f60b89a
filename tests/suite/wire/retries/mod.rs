//! Requests are sent again as the catalog advises, within a budget.

mod budget;
mod failures;
mod methods;
mod server;
mod statuses;
mod tower;

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/retries.json")]
struct Retries;

const BUSY: &str = r#"{"code":"BUSY","message":"Busy"}"#;
const QUEUE_FULL: &str = r#"{"code":"QUEUE_FULL","message":"The queue is full"}"#;
const LATER: &str = r#"{"code":"LATER","message":"Later"}"#;
const UNKNOWN: &str = r#"{"code":"NEW","message":"New"}"#;
