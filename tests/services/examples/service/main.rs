//! A service whose every error is one of its catalog: accounts and charges, with a database, a network that can fail,
//! API keys, a limit of requests, validation, two languages, and its own reference.

mod app;

use app::network::server::{self, cards};
use app::network::Network;
use app::{service, App, Settings};
use std::error::Error;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let network = Network::new(server::start().await?, Settings::DEFAULT.network_timeout)?;
    let app = App::new(network, Settings::DEFAULT)?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    print!(
        "{}",
        commands(&format!("http://{}", listener.local_addr()?))
    );
    axum::serve(listener, service(app)).await?;
    Ok(())
}

/// What to try.
fn commands(url: &str) -> String {
    let key = "-H 'authorization: Bearer key-1'";
    let (accepted, stolen) = (cards::ACCEPTED, cards::STOLEN);
    let json = "-H 'content-type: application/json'";
    format!(
        "The service is at {url}. Stop it with Ctrl-C. Try:

# A charge, and one that the card network declines.
curl {url}/accounts {key} {json} -d '{{\"owner\":\"Ada\",\"email\":\"ada@example.com\",\"balance\":5000}}'
curl {url}/accounts/1/charges {key} {json} -d '{{\"amount\":1200,\"card\":\"{accepted}\"}}'
curl {url}/accounts/1/charges {key} {json} -d '{{\"amount\":1200,\"card\":\"{stolen}\"}}'

# Too little money, wrong fields, no key, and a path that does not exist.
curl {url}/accounts/1/charges {key} {json} -d '{{\"amount\":9900,\"card\":\"{accepted}\"}}'
curl {url}/accounts {key} {json} -d '{{\"owner\":\"Ada\",\"email\":\"ada\",\"balance\":-1}}'
curl {url}/accounts/1
curl {url}/nothing

# As problem details, and in Japanese.
curl {url}/accounts/7 {key} -H 'accept: application/problem+json'
curl {url}/accounts/7 {key} -H 'accept-language: ja'

# The reference of all errors, and the description of the API.
curl {url}/errors
curl {url}/openapi.json
"
    )
}
