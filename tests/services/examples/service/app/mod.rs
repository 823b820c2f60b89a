//! The service: routes, what they share, and the layers around them.

mod access;
mod accounts;
mod charges;
mod database;
mod errors;
mod input;
pub(crate) mod network;
mod reference;

pub(crate) use database::Database;
pub(crate) use errors::{Payments, PaymentsError, PaymentsErrorKind};

use access::Limit;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use axum::Router;
use error_catalog::service::CatalogLayer;
use network::Network;
use std::sync::Arc;
use std::time::Duration;
use tower::timeout::TimeoutLayer;
use tower::ServiceBuilder;

/// What the routes share.
#[derive(Clone)]
pub(crate) struct App {
    pub(crate) database: Database,
    pub(crate) network: Network,
    limit: Arc<Limit>,
    settings: Settings,
}

/// How much and how long.
#[derive(Clone, Copy)]
pub(crate) struct Settings {
    /// The requests of each API key in a second.
    pub(crate) requests_per_second: u32,
    /// The bytes of a request's body.
    pub(crate) body_limit: usize,
    /// The time of a request.
    pub(crate) timeout: Duration,
    /// The time of a request to the card network.
    pub(crate) network_timeout: Duration,
}

impl Settings {
    pub(crate) const DEFAULT: Self = Self {
        requests_per_second: 20,
        body_limit: 16 << 10,
        timeout: Duration::from_secs(10),
        network_timeout: Duration::from_secs(2),
    };
}

impl App {
    /// Creates a service with no accounts.
    pub(crate) fn new(network: Network, settings: Settings) -> Result<Self, rusqlite::Error> {
        Ok(Self {
            database: Database::new()?,
            network,
            limit: Arc::new(Limit::new(settings.requests_per_second)),
            settings,
        })
    }
}

/// The service.
pub(crate) fn service(app: App) -> Router {
    layered(routes(&app), app)
}

pub(crate) fn routes(app: &App) -> Router<App> {
    Router::new()
        .route("/accounts", post(accounts::create))
        .route("/accounts/{id}", get(accounts::read))
        .route("/accounts/{id}/charges", post(charges::create))
        .route_layer(from_fn_with_state(app.clone(), access::check))
        .route("/errors", get(reference::errors))
        .route("/openapi.json", get(reference::openapi))
}

/// The layers around all routes. The outermost one makes every error one of the catalog.
pub(crate) fn layered(routes: Router<App>, app: App) -> Router {
    let catalog = CatalogLayer::<Payments>::new().with_operations_checked(cfg!(debug_assertions));
    let layers = ServiceBuilder::new()
        .layer(catalog)
        .layer(TimeoutLayer::new(app.settings.timeout))
        .layer(DefaultBodyLimit::max(app.settings.body_limit));
    routes.layer(layers).with_state(app)
}
