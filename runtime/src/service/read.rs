//! The body of a response that may be the catalog's, read up to a limit.

use crate::client::Body;
use bytes::Bytes;

/// Reads a body; `None` if it is longer than the limit, or breaks off.
pub(super) async fn read(body: impl http_body::Body<Data = Bytes>, limit: usize) -> Option<Bytes> {
    if body.size_hint().lower() > limit as u64 {
        return None;
    }
    let mut read = Body::new(limit);
    read.receive(body).await.ok()?;
    whole(read)
}

/// Returns the bytes of a body, unless it is longer than the limit.
pub(super) fn whole(read: Body) -> Option<Bytes> {
    (!read.is_truncated()).then(|| read.into_bytes().into())
}
