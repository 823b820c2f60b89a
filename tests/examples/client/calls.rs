//! Calls of a service, and the outcomes of their responses.

use error_catalog::apis::{
    HttpApi, HttpApiError, LinkedInMarketing, LinkedInMarketingError, Works, WorksError,
};
use error_catalog::client::DecodeResponse;
use error_catalog::{Catalog, Decoded, Outcome};
use reqwest::{Client, Response};
use std::error::Error;
use std::fmt::Write;
use std::net::SocketAddr;

type Failure = Box<dyn Error + Send + Sync>;

/// Calls every route of the service at this address, and reports the responses.
///
/// # Errors
///
/// The service does not respond, or a response is incomplete.
pub(crate) async fn report(service: SocketAddr) -> Result<String, Failure> {
    let client = Client::builder().no_proxy().build()?;
    let get = |path: &str| client.get(format!("http://{service}{path}")).send();
    let calls = [
        ("a success", campaign(get("/campaigns/1").await?).await?),
        ("a known error", campaign(get("/campaigns/2").await?).await?),
        ("a batch", batch(get("/campaigns").await?).await?),
        ("a new code", campaign(get("/campaigns/3").await?).await?),
        ("a proxy", campaign(get("/bad-gateway").await?).await?),
        ("too many requests", busy(get("/busy").await?).await?),
        ("an old token", profile(get("/profile").await?).await?),
    ];
    let reports = calls.map(|(title, report)| format!("{title}\n{report}"));
    Ok(reports.concat())
}

async fn campaign(response: Response) -> Result<String, Failure> {
    if response.status().is_success() {
        return Ok(format!("  {}\n", response.text().await?));
    }
    let decoded = response.decode().await?;
    Ok(summary(&decoded)? + &marketing(&decoded)?)
}

/// Handles each outcome.
fn marketing(decoded: &Decoded<'_, LinkedInMarketing>) -> Result<String, Failure> {
    let mut report = String::new();
    match decoded.outcome() {
        Outcome::Known(LinkedInMarketingError::FieldValueTooLow { field, value, min }) => {
            writeln!(report, "  {field}: {value} becomes {min}")?;
        }
        Outcome::Known(error) => writeln!(report, "  {error}, {:?}", error.retry())?,
        Outcome::Partial(kind) => {
            let message = decoded.shown_message().unwrap_or_default();
            writeln!(
                report,
                "  {kind}, whose parameters cannot be read: {message}"
            )?;
        }
        Outcome::Unknown(code) => {
            let message = decoded.message().unwrap_or("no message");
            writeln!(report, "  {code} is not in the catalog: {message}")?;
        }
        Outcome::Batch => writeln!(report, "  a batch")?,
        Outcome::Foreign(reason) => {
            let length = decoded.body().len();
            writeln!(report, "  not from the API: {reason}, {length} bytes")?;
        }
    }
    Ok(report)
}

async fn batch(response: Response) -> Result<String, Failure> {
    let decoded = response.decode::<LinkedInMarketing>().await?;
    let mut report = summary(&decoded)?;
    let batch = decoded.batch().ok_or("expected a batch")?;
    for (key, result) in batch.results() {
        writeln!(report, "  campaign {key} is changed: {result}")?;
    }
    for (key, error) in batch.errors() {
        writeln!(report, "  campaign {key} is not: {error}")?;
        report.push_str(&marketing(&error)?);
    }
    Ok(report)
}

async fn busy(response: Response) -> Result<String, Failure> {
    let decoded = response.decode::<HttpApi>().await?;
    let mut report = summary(&decoded)?;
    if let Some(HttpApiError::RateLimitExceeded) = decoded.error() {
        let pause = decoded.retry_after().unwrap_or_default();
        writeln!(report, "  again in {} seconds", pause.as_secs())?;
    }
    Ok(report)
}

async fn profile(response: Response) -> Result<String, Failure> {
    let decoded = response.decode::<Works>().await?;
    let mut report = summary(&decoded)?;
    if let Some(WorksError::InvalidToken) = decoded.error() {
        let header = decoded.headers().get("www-authenticate");
        writeln!(report, "  challenged: {}", header.unwrap_or_default())?;
    }
    Ok(report)
}

/// Returns the response on one line, as for a log.
fn summary<C: Catalog>(decoded: &Decoded<'_, C>) -> Result<String, Failure> {
    let mut report = String::new();
    writeln!(report, "  {decoded}")?;
    Ok(report)
}
