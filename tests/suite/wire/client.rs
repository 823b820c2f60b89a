//! The example of a client says what it should, with a real server.

#[path = "../../examples/client/calls.rs"]
mod calls;
#[path = "../../examples/client/service.rs"]
mod service;

const TOLD: &str = r#"a success
  {"id":1}
a known error
  400 FIELD_VALUE_TOO_LOW: /Campaign/totalBudget/amount value 31.0 cannot be lower than 100.00
  /Campaign/totalBudget/amount: 31.0 becomes 100.00
a batch
  200 batch
  campaign 632105125 is changed: {"status":204}
  campaign 635137355 is not: 400 FIELD_VALUE_TOO_LOW: /Campaign/totalBudget/amount value 31.0 cannot be lower than 100.00
  /Campaign/totalBudget/amount: 31.0 becomes 100.00
a new code
  400 unknown error BUDGET_FROZEN: The budget is frozen until Monday
  BUDGET_FROZEN is not in the catalog: The budget is frozen until Monday
a proxy
  502 a body with invalid JSON at byte 0: <html><h1>Bad Gateway</h1></html>
  not from the API: a body with invalid JSON at byte 0, 33 bytes
too many requests
  429 RATE_LIMIT_EXCEEDED: You have exceeded your allowed request rate. Please try again later.
  again in 30 seconds
an old token
  401 invalid_token: The access token is invalid.
  challenged: Bearer error="invalid_token", error_description="The access token is invalid."
"#;

#[tokio::test]
async fn the_example_tells_what_every_kind_of_response_is() {
    let service = service::start().await.unwrap();
    let told = calls::report(service).await.unwrap();
    assert_eq!(told, TOLD);
}
