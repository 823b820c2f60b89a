//! The network's server, which does what the number of the card asks for.

use super::NetworkError;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use axum::routing::post;
use axum::Router;
use std::future::pending;
use std::io;
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// What happens to a charge, by the last digits of the card.
pub(crate) mod cards {
    pub(crate) const ACCEPTED: &str = "4000000000000010";
    pub(crate) const STOLEN: &str = "4000000000000028";
    pub(crate) const EXPIRED: &str = "4000000000000036";
    /// The network is in maintenance.
    pub(crate) const MAINTENANCE: &str = "4000000000000044";
    /// A proxy answers with a page of its own.
    pub(crate) const PROXY: &str = "4000000000000051";
    /// The connection closes.
    pub(crate) const CLOSED: &str = "4000000000000069";
    /// No answer ever comes.
    pub(crate) const SILENT: &str = "4000000000000077";
}

/// Starts a server on a free port.
pub(crate) async fn start() -> io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let service = Router::new().route("/authorizations", post(authorize));
    tokio::spawn(async { axum::serve(listener, service).await });
    Ok(address)
}

async fn authorize(body: String) -> axum::response::Response {
    let card = body.split(' ').next().unwrap_or_default();
    match card {
        cards::STOLEN => NetworkError::declined("stolen").into_response(),
        cards::EXPIRED => NetworkError::declined("expired").into_response(),
        cards::MAINTENANCE => NetworkError::maintenance().into_response(),
        cards::PROXY => (StatusCode::BAD_GATEWAY, Html("<h1>Bad gateway</h1>")).into_response(),
        cards::CLOSED => panic!("the connection closes"),
        cards::SILENT => pending().await,
        _ => StatusCode::NO_CONTENT.into_response(),
    }
}
