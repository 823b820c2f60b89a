//! Many requests at once, a third of which fail.

use super::app::network::server::cards;
use super::server::start;
use super::{checked, UNLIMITED};
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

const REQUESTS: usize = 10_000;
const CLIENTS: usize = 16;

#[test]
fn ten_thousand_requests_are_all_answered_in_flat_memory() {
    // The memory of this process is also that of the other tests.
    let name = "service::load::requests_in_a_process_of_their_own";
    let program = std::env::current_exe().unwrap();
    let arguments = ["--exact", name, "--ignored"];
    let output = Command::new(program).args(arguments).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the test above runs it"]
async fn requests_in_a_process_of_their_own() {
    let url = format!("http://{}", start(UNLIMITED).await);
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    // What is allocated once is allocated by then.
    rounds(&client, &url, REQUESTS / 5).await;
    let before = resident();
    let codes = rounds(&client, &url, REQUESTS).await;
    let after = resident();
    let failed = REQUESTS / 3 + 1;
    assert_eq!(codes.values().sum::<usize>(), REQUESTS);
    assert_eq!(codes[""], REQUESTS - failed);
    assert_eq!(codes.len(), 5, "{codes:?}");
    if let (Some(before), Some(after)) = (before, after) {
        // A kilobyte for each request would be 10 MB.
        let grown = after.saturating_sub(before);
        assert!(grown < 4 << 20, "{grown} bytes more, after {before}");
    }
}

/// Sends requests, and counts the codes of what comes back; a success has none.
async fn rounds(client: &reqwest::Client, url: &str, requests: usize) -> BTreeMap<String, usize> {
    let clients = (0..CLIENTS).map(|first| {
        let (client, url) = (client.clone(), url.to_owned());
        tokio::spawn(async move {
            let mut codes = Vec::new();
            for index in (first..requests).step_by(CLIENTS) {
                codes.push(ask(&client, &url, index).await);
            }
            codes
        })
    });
    let mut counts = BTreeMap::new();
    for client in clients.collect::<Vec<_>>() {
        for code in client.await.unwrap() {
            *counts.entry(code).or_default() += 1;
        }
    }
    counts
}

/// Each third request fails, in one of four ways.
async fn ask(client: &reqwest::Client, url: &str, index: usize) -> String {
    let stolen = format!(r#"{{"amount":1,"card":"{}"}}"#, cards::STOLEN);
    let (path, body) = match (index % 3, index / 3 % 4) {
        (1 | 2, _) => ("/accounts/1", None),
        (_, 0) => ("/accounts/7", None),
        (_, 1) => ("/nothing", None),
        (_, 2) => ("/accounts/1/charges", Some(stolen)),
        (_, _) => ("/accounts/1/charges", Some(String::from("{"))),
    };
    let url = format!("{url}{path}");
    let request = match body {
        None => client.get(url),
        Some(body) => client.post(url).body(body),
    };
    let request = request
        .header("authorization", "Bearer key-1")
        .header("content-type", "application/json");
    let response = request.send().await.unwrap();
    let mut parts = axum::http::Response::builder().status(response.status());
    for (name, value) in response.headers() {
        parts = parts.header(name, value);
    }
    let body = response.bytes().await.unwrap().to_vec();
    let error = checked(&parts.body(body).unwrap());
    error.map_or_else(String::new, |error| error.code().to_string())
}

/// The memory of this process; `None` where the system does not tell.
fn resident() -> Option<usize> {
    const PAGE: usize = 4096;
    let statm = fs::read_to_string("/proc/self/statm").ok()?;
    let pages: usize = statm.split(' ').nth(1)?.parse().ok()?;
    Some(pages * PAGE)
}
