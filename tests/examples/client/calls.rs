//! A program that uses the SDK.

use super::sdk::{Campaigns, CampaignsError};
use std::error::Error;
use std::fmt::Write;
use std::net::SocketAddr;

/// Calls every route of the service at this address, and reports what comes back.
///
/// # Errors
///
/// The client cannot be built.
pub(crate) async fn report(service: SocketAddr) -> Result<String, Box<dyn Error + Send + Sync>> {
    let campaigns = Campaigns::new(format!("http://{service}"))?;
    let mut report = String::new();
    writeln!(report, "a success: {}", campaigns.get(1).await?)?;
    writeln!(
        report,
        "a success, after a retry: {}",
        campaigns.get(4).await?
    )?;
    match campaigns.set_budget(2, "31.0").await {
        Err(CampaignsError::BudgetTooLow { value, min }) => {
            writeln!(report, "a known error: {value} becomes {min}")?;
        }
        result => result?,
    }
    let changed = campaigns.pause_all().await?;
    writeln!(report, "a batch: {} paused", changed.done.join(", "))?;
    for (id, error) in changed.failed {
        writeln!(report, "  {id} is not: {error}")?;
    }
    for (title, id) in [("a new code", 3), ("a proxy", 5)] {
        if let Err(error) = campaigns.get(id).await {
            writeln!(report, "{title}: {error}")?;
        }
    }
    Ok(report)
}
