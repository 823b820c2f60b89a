//! The body of a response that may be the catalog's, read up to a limit.

use bytes::{Bytes, BytesMut};
use core::future::poll_fn;
use core::pin::pin;
use http_body::Body;

/// What was read of a body.
pub(super) enum Read {
    /// All of it.
    Whole(Bytes),
    /// Less than all: it is longer than the limit.
    TooLong,
    /// Less than all: it broke off.
    Broken,
}

/// Reads a body, unless it is longer than the limit.
pub(super) async fn read(body: impl Body<Data = Bytes>, limit: usize) -> Read {
    if body.size_hint().lower() > limit as u64 {
        return Read::TooLong;
    }
    let mut body = pin!(body);
    let mut all = BytesMut::new();
    while let Some(frame) = poll_fn(|task| body.as_mut().poll_frame(task)).await {
        let Ok(frame) = frame else {
            return Read::Broken;
        };
        // What is not data is trailers.
        if let Ok(data) = frame.into_data() {
            if data.len() > limit.saturating_sub(all.len()) {
                return Read::TooLong;
            }
            if body.is_end_stream() && all.is_empty() {
                return Read::Whole(data);
            }
            all.extend_from_slice(&data);
        }
    }
    Read::Whole(all.freeze())
}
