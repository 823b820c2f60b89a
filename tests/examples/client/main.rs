//! A client of a real HTTP server on this machine: what comes back becomes typed errors.

mod calls;
mod service;

use std::error::Error;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let service = service::start().await?;
    print!("{}", calls::tell(service).await?);
    Ok(())
}
