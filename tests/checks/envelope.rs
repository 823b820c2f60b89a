//! Responses, decoded with each catalog.

use super::{is_inert, json};
use crate::{Edges, HttpApi, LinkedIn, Marketing, Works};
use error_catalog::{
    decode, Catalog, CatalogError, CatalogKind, Decoded, Occurrence, Outcome, Response, Status,
};
use std::fmt::Debug;

/// Checks that any response can be decoded, and that the result is consistent.
///
/// The input has the status, a line for each header, an empty line, and the body. Without an empty line, all of it is
/// the body.
pub fn envelope(input: &[u8]) {
    let (head, body) = split(input);
    let head = String::from_utf8_lossy(head);
    let mut lines = head.lines();
    let status = lines.next().and_then(|status| status.parse().ok());
    let headers: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(':')).collect();
    let response = Response::new(status.unwrap_or(400), body).with_headers(&headers);
    json(body);
    with::<LinkedIn>(response);
    with::<Marketing>(response);
    with::<Edges>(response);
    with::<Works>(response);
    with::<HttpApi>(response);
}

fn split(input: &[u8]) -> (&[u8], &[u8]) {
    let end = input.windows(2).position(|bytes| bytes == b"\n\n");
    end.map_or((&[], input), |end| (&input[..end], &input[end + 2..]))
}

fn with<C: Catalog>(response: Response<'_>)
where
    C::Error: Debug + Clone + PartialEq,
{
    let decoded: Decoded<'_, C> = decode(response);
    assert_eq!(
        (decoded.status(), decoded.body()),
        (response.status(), response.body())
    );
    assert_consistent(&decoded);
    for cause in decoded.causes() {
        assert_consistent(&cause);
        assert_eq!(cause.causes().count(), 0);
    }
    let batch = decoded.batch();
    assert!(batch.is_some() || !matches!(decoded.outcome(), Outcome::Batch));
    if let Some(batch) = batch {
        batch
            .errors()
            .for_each(|(_, error)| assert_consistent(&error));
        assert_eq!(batch.results().count(), batch.results().count());
    }
    same_when_owned(&decoded, &decode::<C>(response).into_owned());
}

fn assert_consistent<C: Catalog>(decoded: &Decoded<'_, C>)
where
    C::Error: Debug + Clone + PartialEq,
{
    let shown = decoded.to_string();
    assert!(is_inert(&shown), "{shown:?}");
    for warning in decoded.warnings() {
        assert!(is_inert(&warning.to_string()), "{warning:?}");
    }
    match decoded.outcome() {
        Outcome::Known(error) => {
            assert_eq!(decoded.kind(), Some(error.kind()));
            assert_round_trip::<C>(decoded, error);
        }
        Outcome::Partial(kind) => assert_eq!(decoded.kind(), Some(kind)),
        Outcome::Unknown(code) => assert_eq!((code, decoded.kind()), (decoded.code(), None)),
        Outcome::Batch | Outcome::Foreign(_) => {
            assert_eq!((decoded.kind(), decoded.message()), (None, None));
            assert!(decoded.code().is_none());
        }
    }
    for param in decoded
        .kind()
        .into_iter()
        .flat_map(|kind| kind.entry().params())
    {
        decoded.param(param.name());
    }
    decoded.extras().for_each(drop);
    decoded.retry_after();
}

/// Checks that a certain typed error is the same after it is written and read.
fn assert_round_trip<C: Catalog>(decoded: &Decoded<'_, C>, error: &C::Error)
where
    C::Error: Debug + Clone + PartialEq,
{
    let entry = error.entry();
    let status = error.status().map_or(200, Status::as_u16);
    let chosen = C::META.find(&error.code(), Some(status));
    let is_of_another = chosen.is_some_and(|chosen| chosen.code() != entry.code());
    if !decoded.is_certain() || is_of_another || entry.code().is_none() {
        return;
    }
    let body = Occurrence::new(error.clone()).to_body();
    let again: Decoded<'_, C> = decode(Response::new(status, &body));
    if !body.is_empty() && again.is_certain() {
        assert_eq!(
            again.error(),
            Some(error),
            "{}",
            String::from_utf8_lossy(&body)
        );
    }
}

fn same_when_owned<C: Catalog>(decoded: &Decoded<'_, C>, owned: &Decoded<'static, C>)
where
    C::Error: Debug + Clone + PartialEq,
{
    assert_eq!(owned.to_string(), decoded.to_string());
    assert_eq!(
        (owned.error(), owned.kind()),
        (decoded.error(), decoded.kind())
    );
    assert_eq!(owned.warnings(), decoded.warnings());
    assert_eq!(owned.reference(), decoded.reference());
    assert_eq!(owned.retry(), decoded.retry());
    assert_eq!(
        owned.retry_after().is_some(),
        decoded.retry_after().is_some()
    );
    assert_eq!(owned.headers().challenges(), decoded.headers().challenges());
    assert_eq!(owned.causes().count(), decoded.causes().count());
}
