//! A client of a real HTTP server on this machine, which turns responses into typed errors.

mod calls;
mod service;

use std::error::Error;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let service = service::start().await?;
    print!("{}", calls::report(service).await?);
    Ok(())
}
