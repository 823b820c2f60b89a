//! The card network: another service, with a catalog of its own.

pub(crate) mod server;

use error_catalog::client::{CallError, DecodeResponse};
use error_catalog::ErrorCatalog;
use std::net::SocketAddr;
use std::time::Duration;

/// The errors of the network.
#[derive(ErrorCatalog)]
#[catalog(path = "examples/service/network.json", error = NetworkError)]
pub(crate) struct NetworkCatalog;

/// Why the network does not authorize a charge.
pub(crate) type NetworkFailure = CallError<NetworkCatalog>;

/// A client of the network.
#[derive(Clone)]
pub(crate) struct Network {
    client: reqwest::Client,
    url: String,
}

impl Network {
    /// Creates a client of the network at an address.
    pub(crate) fn new(address: SocketAddr, timeout: Duration) -> reqwest::Result<Self> {
        Ok(Self {
            client: reqwest::Client::builder()
                .no_proxy()
                .timeout(timeout)
                .build()?,
            url: format!("http://{address}/authorizations"),
        })
    }

    /// Asks the network for an amount from a card.
    pub(crate) async fn authorize(&self, card: &str, amount: i64) -> Result<(), NetworkFailure> {
        let request = self.client.post(&self.url).body(format!("{card} {amount}"));
        request.send().await?.error_for().await?;
        Ok(())
    }
}
