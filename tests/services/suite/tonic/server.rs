//! A server of `tonic` on this machine, behind the layer.

use super::ChargeError;
use crate::bank::{Bank, BankError};
use axum::http::uri::PathAndQuery;
use axum::http::{Request as HttpRequest, Response as HttpResponse};
use bytes::{Buf, BufMut};
use error_catalog::service::{CatalogLayer, DecodedStatus};
use error_catalog::Occurrence;
use std::convert::Infallible;
use std::future::{ready, Future};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::net::TcpListener;
use tonic::body::Body;
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};
use tonic::server::{NamedService, UnaryService};
use tonic::transport::{Channel, Server};
use tonic::{Code, Request, Response, Status};
use tower::Service;

/// Messages that are text.
#[derive(Default)]
struct Text;

impl Codec for Text {
    type Encode = String;
    type Decode = String;
    type Encoder = Self;
    type Decoder = Self;

    fn encoder(&mut self) -> Self {
        Self
    }

    fn decoder(&mut self) -> Self {
        Self
    }
}

impl Encoder for Text {
    type Item = String;
    type Error = Status;

    fn encode(&mut self, item: String, buffer: &mut EncodeBuf<'_>) -> Result<(), Status> {
        buffer.put_slice(item.as_bytes());
        Ok(())
    }
}

impl Decoder for Text {
    type Item = String;
    type Error = Status;

    fn decode(&mut self, buffer: &mut DecodeBuf<'_>) -> Result<Option<String>, Status> {
        let bytes = buffer.copy_to_bytes(buffer.remaining());
        Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
    }
}

/// The work of the service: the request says what happens.
struct Work;

impl UnaryService<String> for Work {
    type Response = String;
    type Future = Pin<Box<dyn Future<Output = Result<Response<String>, Status>> + Send>>;

    fn call(&mut self, request: Request<String>) -> Self::Future {
        Box::pin(async move { Ok(Response::new(work(request.get_ref()).await?)) })
    }
}

async fn work(what: &str) -> Result<String, Status> {
    match what {
        "marker" => Err(BankError::account_not_found("7"))?,
        "own" => Err(ChargeError::Poor {
            available: 5,
            required: 10,
        })?,
        "occurrence" => Err(Occurrence::new(BankError::internal()).with_source("hunter2"))?,
        "panic" => panic!("hunter2"),
        "slow" => tokio::time::sleep(Duration::from_secs(60)).await,
        "foreign" => Err(Status::internal("hunter2"))?,
        "invalid" => Err(Status::invalid_argument("`a` is not a number"))?,
        _ => {}
    }
    Ok(what.to_owned())
}

#[derive(Clone)]
struct Accounts;

impl NamedService for Accounts {
    const NAME: &'static str = "bank.Accounts";
}

impl Service<HttpRequest<Body>> for Accounts {
    type Response = HttpResponse<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse<Body>, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: HttpRequest<Body>) -> Self::Future {
        if request.uri().path() != "/bank.Accounts/Do" {
            return Box::pin(ready(Ok(Status::unimplemented("").into_http())));
        }
        Box::pin(async move { Ok(tonic::server::Grpc::new(Text).unary(Work, request).await) })
    }
}

/// Starts the server, and returns a client.
async fn client() -> tonic::client::Grpc<Channel> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let incoming = futures_util::stream::unfold(listener, |listener| async {
        let connection = listener.accept().await.map(|(stream, _)| stream);
        Some((connection, listener))
    });
    let server = Server::builder()
        .layer(CatalogLayer::<Bank>::new())
        .layer(tower::timeout::TimeoutLayer::new(Duration::from_millis(
            300,
        )))
        .add_service(Accounts)
        .serve_with_incoming(incoming);
    tokio::spawn(server);
    let channel = Channel::from_shared(format!("http://{address}")).unwrap();
    tonic::client::Grpc::new(channel.connect().await.unwrap())
}

async fn call(path: &'static str, what: &str) -> Result<String, Status> {
    let mut client = client().await;
    client.ready().await.unwrap();
    let mut request = Request::new(what.to_owned());
    request
        .metadata_mut()
        .insert("x-request-id", "r-17".parse().unwrap());
    let path = PathAndQuery::from_static(path);
    client
        .unary(request, path, Text)
        .await
        .map(Response::into_inner)
}

/// The error that a client reads.
async fn error(path: &'static str, what: &str) -> (Code, BankError) {
    let status = call(path, what).await.unwrap_err();
    assert!(!format!("{status:?}").contains("hunter2"), "{status:?}");
    let decoded = DecodedStatus::<Bank>::of(&status);
    assert_eq!(decoded.reference(), Some("r-17"), "{status:?}");
    let id = status.metadata().get("x-request-id");
    assert_eq!(
        id.and_then(|id| id.to_str().ok()),
        Some("r-17"),
        "{status:?}"
    );
    let error = decoded.into_error();
    (
        status.code(),
        error.unwrap_or_else(|| panic!("{what}: {status:?}")),
    )
}

#[tokio::test]
async fn errors_of_handlers_are_read_by_clients() {
    let of = |what| error("/bank.Accounts/Do", what);
    assert_eq!(
        of("marker").await,
        (Code::NotFound, BankError::account_not_found("7"))
    );
    let poor = BankError::InsufficientBalance {
        available: 5,
        required: 10,
    };
    assert_eq!(of("own").await, (Code::FailedPrecondition, poor));
    assert_eq!(
        of("occurrence").await,
        (Code::Internal, BankError::internal())
    );
    assert_eq!(call("/bank.Accounts/Do", "ok").await.unwrap(), "ok");
}

#[tokio::test]
async fn what_is_not_an_error_of_the_catalog_is_replaced() {
    let of = |what| error("/bank.Accounts/Do", what);
    assert_eq!(of("panic").await, (Code::Internal, BankError::internal()));
    assert_eq!(
        of("slow").await,
        (Code::DeadlineExceeded, BankError::timeout())
    );
    assert_eq!(of("foreign").await, (Code::Internal, BankError::internal()));
    let (code, invalid) = of("invalid").await;
    assert_eq!(code, Code::InvalidArgument);
    assert_eq!(invalid.to_string(), "`a` is not a number");
}

#[tokio::test]
async fn an_unknown_method_or_service_is_not_found() {
    for path in ["/bank.Accounts/Undo", "/bank.Nothing/Do"] {
        let (code, error) = error(path, "ok").await;
        assert_eq!(code, Code::NotFound);
        assert_eq!(error, BankError::route_not_found("POST", path));
    }
}
