//! Who may send requests, and how many.

use super::{App, PaymentsError};
use axum::extract::{Request, State};
use axum::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use error_catalog::Occurrence;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Lets a request pass if its API key is valid and has not sent too many.
pub(super) async fn check(State(app): State<App>, request: Request, next: Next) -> Response {
    let Some(key) = key(request.headers()) else {
        let challenge = [(WWW_AUTHENTICATE, "Bearer")];
        return (challenge, PaymentsError::unauthenticated()).into_response();
    };
    if let Err(delay) = app.limit.count(key) {
        let limit = i64::from(app.limit.requests);
        let error = Occurrence::new(PaymentsError::too_many_requests(limit));
        return error.with_retry_after(delay).into_response();
    }
    next.run(request).await
}

/// The API key; a real service looks it up.
fn key(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let key = value.strip_prefix("Bearer ")?;
    key.starts_with("key-").then_some(key)
}

/// A limit of requests in each second.
pub(super) struct Limit {
    requests: u32,
    since: Mutex<HashMap<String, (Instant, u32)>>,
}

impl Limit {
    pub(super) fn new(requests: u32) -> Self {
        Self {
            requests,
            since: Mutex::default(),
        }
    }

    /// Counts a request; an error is the time after which there may be another.
    fn count(&self, key: &str) -> Result<(), Duration> {
        const SECOND: Duration = Duration::from_secs(1);
        let now = Instant::now();
        let mut since = self.since.lock().unwrap_or_else(PoisonError::into_inner);
        // What is over is forgotten, so that there are never more keys than requests in a second.
        since.retain(|_, (start, _)| now.duration_since(*start) < SECOND);
        let (start, count) = since.entry(key.to_owned()).or_insert((now, 0));
        if *count < self.requests {
            *count += 1;
            return Ok(());
        }
        Err(SECOND
            .saturating_sub(now.duration_since(*start))
            .max(SECOND))
    }
}
