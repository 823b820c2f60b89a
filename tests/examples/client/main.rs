//! A small SDK, a program that uses it, and a real HTTP server on this machine.

mod calls;
mod sdk;
mod service;

use std::error::Error;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let service = service::start().await?;
    print!("{}", calls::report(service).await?);
    Ok(())
}
