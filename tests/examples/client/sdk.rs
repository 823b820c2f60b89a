//! A small SDK, as its author would write it: the calls of one API, with an error type of its own.

use error_catalog::apis::{LinkedInMarketing, LinkedInMarketingError};
use error_catalog::client::{CallError, CatalogRetry, DecodeResponse};
use error_catalog::{Batch, Json};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware, RequestBuilder};
use thiserror::Error;

/// Why a call failed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub(crate) enum CampaignsError {
    /// What users of the SDK can act on has a variant of its own.
    #[error("a budget of {value} is too low, the lowest is {min}")]
    BudgetTooLow { value: String, min: String },
    /// The API responded with another error, or did not respond.
    #[error(transparent)]
    Call(#[from] CallError<LinkedInMarketing>),
}

/// Campaigns that were changed, and those that were not, with the reason.
pub(crate) struct Changed {
    pub(crate) done: Vec<String>,
    pub(crate) failed: Vec<(String, String)>,
}

/// A client of the API.
pub(crate) struct Campaigns {
    client: ClientWithMiddleware,
    url: String,
}

impl Campaigns {
    /// Creates a client, which sends requests again as the API's catalog advises.
    pub(crate) fn new(url: impl Into<String>) -> Result<Self, CampaignsError> {
        let client = reqwest::Client::builder().no_proxy().build();
        let client = ClientBuilder::new(client.map_err(CallError::from)?);
        let retry = CatalogRetry::<LinkedInMarketing>::new();
        Ok(Self {
            client: client.with(retry).build(),
            url: url.into(),
        })
    }

    /// Returns a campaign.
    pub(crate) async fn get(&self, id: u32) -> Result<String, CampaignsError> {
        Ok(self.send(self.client.get(self.campaign(id))).await?)
    }

    /// Sets the budget of a campaign.
    pub(crate) async fn set_budget(&self, id: u32, amount: &str) -> Result<(), CampaignsError> {
        let request = self.client.put(self.campaign(id)).body(amount.to_owned());
        let Err(error) = self.send(request).await else {
            return Ok(());
        };
        match error.api().and_then(|error| error.error()) {
            Some(LinkedInMarketingError::FieldValueTooLow { value, min, .. }) => {
                Err(CampaignsError::BudgetTooLow {
                    value: value.to_string(),
                    min: min.to_string(),
                })
            }
            _ => Err(error.into()),
        }
    }

    /// Pauses all campaigns. The API responds with a success, even if some of them could not be paused.
    pub(crate) async fn pause_all(&self) -> Result<Changed, CampaignsError> {
        let request = self.client.put(format!("{}/campaigns", self.url));
        let response = request.send().await.map_err(CallError::from)?;
        let response = response.error_for().await?;
        let decoded = response
            .decode::<LinkedInMarketing>()
            .await
            .map_err(CallError::from)?;
        let batch = decoded.batch();
        let results = batch.iter().flat_map(Batch::results);
        let errors = batch.iter().flat_map(Batch::errors);
        Ok(Changed {
            done: results.map(|(id, _): (_, Json<'_>)| id.into()).collect(),
            failed: errors
                .map(|(id, error)| (id.into(), error.to_string()))
                .collect(),
        })
    }

    fn campaign(&self, id: u32) -> String {
        format!("{}/campaigns/{id}", self.url)
    }

    /// Sends a request, and returns the body of a success.
    async fn send(&self, request: RequestBuilder) -> Result<String, CallError<LinkedInMarketing>> {
        let called = async { Ok(request.send().await?.error_for().await?.text().await?) };
        called.await.inspect_err(trace)
    }
}

/// Logs an error. Nothing that it shows is sensitive.
fn trace(error: &CallError<LinkedInMarketing>) {
    let Some(error) = error.api() else {
        tracing::warn!(%error, "no response");
        return;
    };
    tracing::warn!(
        %error,
        kind = ?error.kind(),
        reference = error.reference().as_deref(),
        attempts = error.attempts().len() + 1,
        "the API responded with an error"
    );
}
