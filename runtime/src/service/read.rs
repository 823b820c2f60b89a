//! The body of a response that may be the catalog's, read up to a limit.

use bytes::{Bytes, BytesMut};
use core::future::poll_fn;
use core::pin::pin;
use http_body::Body;

/// Reads a body; `None` if it is longer than the limit, or breaks off.
pub(super) async fn read(body: impl Body<Data = Bytes>, limit: usize) -> Option<Bytes> {
    if body.size_hint().lower() > limit as u64 {
        return None;
    }
    let mut body = pin!(body);
    let mut all = BytesMut::new();
    while let Some(frame) = poll_fn(|task| body.as_mut().poll_frame(task)).await {
        // What is not data is trailers.
        if let Ok(data) = frame.ok()?.into_data() {
            if data.len() > limit.saturating_sub(all.len()) {
                return None;
            }
            if body.is_end_stream() && all.is_empty() {
                return Some(data);
            }
            all.extend_from_slice(&data);
        }
    }
    Some(all.freeze())
}
