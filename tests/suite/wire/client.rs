//! The example of a client says what it should, with a real server.

#[path = "../../examples/client/calls.rs"]
mod calls;
#[path = "../../examples/client/sdk.rs"]
mod sdk;
#[path = "../../examples/client/service.rs"]
mod service;

const TOLD: &str = r#"a success: {"id":1}
a success, after a retry: {"id":4}
a known error: 31.0 becomes 100.00
a batch: 632105125 paused
  635137355 is not: 400 FIELD_VALUE_TOO_LOW: /Campaign/totalBudget/amount value 31.0 cannot be lower than 100.00
a new code: 400 unknown error BUDGET_FROZEN: The budget is frozen until Monday
a proxy: 502 a body with invalid JSON at byte 0: <html><h1>Bad Gateway</h1></html>
"#;

#[tokio::test]
async fn the_example_tells_what_every_kind_of_response_is() {
    let service = service::start().await.unwrap();
    let told = calls::report(service).await.unwrap();
    assert_eq!(told, TOLD);
}
