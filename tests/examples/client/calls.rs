//! Calls of a service, and what their responses turn out to be.

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

/// Calls everything that the service at this address has, and tells what came.
///
/// # Errors
///
/// The service does not answer, or not to the end.
pub(crate) async fn tell(service: SocketAddr) -> Result<String, Failure> {
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
    let told = calls.map(|(title, told)| format!("{title}\n{told}"));
    Ok(told.concat())
}

async fn campaign(response: Response) -> Result<String, Failure> {
    if response.status().is_success() {
        return Ok(format!("  {}\n", response.text().await?));
    }
    let decoded = response.decode().await?;
    Ok(summary(&decoded)? + &marketing(&decoded)?)
}

/// What a program does with each outcome.
fn marketing(decoded: &Decoded<'_, LinkedInMarketing>) -> Result<String, Failure> {
    let mut told = String::new();
    match decoded.outcome() {
        Outcome::Known(LinkedInMarketingError::FieldValueTooLow { field, value, min }) => {
            writeln!(told, "  {field}: {value} becomes {min}")?;
        }
        Outcome::Known(error) => writeln!(told, "  {error}, {:?}", error.retry())?,
        Outcome::Partial(kind) => {
            let message = decoded.shown_message().unwrap_or_default();
            writeln!(told, "  {kind}, whose parameters cannot be read: {message}")?;
        }
        Outcome::Unknown(code) => {
            let message = decoded.message().unwrap_or("no message");
            writeln!(told, "  {code} is not in the catalog: {message}")?;
        }
        Outcome::Batch => writeln!(told, "  a batch")?,
        Outcome::Foreign(reason) => {
            let length = decoded.body().len();
            writeln!(told, "  not the API's: {reason}, {length} bytes")?;
        }
    }
    Ok(told)
}

async fn batch(response: Response) -> Result<String, Failure> {
    let decoded = response.decode::<LinkedInMarketing>().await?;
    let mut told = summary(&decoded)?;
    let batch = decoded.batch().ok_or("a batch is expected")?;
    for (key, result) in batch.results() {
        writeln!(told, "  campaign {key} is changed: {result}")?;
    }
    for (key, error) in batch.errors() {
        writeln!(told, "  campaign {key} is not: {error}")?;
        told.push_str(&marketing(&error)?);
    }
    Ok(told)
}

async fn busy(response: Response) -> Result<String, Failure> {
    let decoded = response.decode::<HttpApi>().await?;
    let mut told = summary(&decoded)?;
    if let Some(HttpApiError::RateLimitExceeded) = decoded.error() {
        let pause = decoded.retry_after().unwrap_or_default();
        writeln!(told, "  again in {} seconds", pause.as_secs())?;
    }
    Ok(told)
}

async fn profile(response: Response) -> Result<String, Failure> {
    let decoded = response.decode::<Works>().await?;
    let mut told = summary(&decoded)?;
    if let Some(WorksError::InvalidToken) = decoded.error() {
        let header = decoded.headers().get("www-authenticate");
        writeln!(told, "  challenged: {}", header.unwrap_or_default())?;
    }
    Ok(told)
}

/// The response in one line, as for a log.
fn summary<C: Catalog>(decoded: &Decoded<'_, C>) -> Result<String, Failure> {
    let mut told = String::new();
    writeln!(told, "  {decoded}")?;
    Ok(told)
}
