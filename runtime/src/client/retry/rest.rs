//! A body of which the beginning was received.

use crate::client::BODY_LIMIT;
use alloc::vec::Vec;
use bytes::Bytes;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll};
use http_body::{Body, Frame};

/// A body whose beginning was received, and that is whole again for the next reader.
pub(super) struct Rest {
    start: Bytes,
    end: End,
}

/// What comes after the beginning.
enum End {
    Nothing,
    Body(reqwest::Body),
    /// The body broke off.
    Failure(reqwest::Error),
}

impl Rest {
    /// Receives a body, up to its end or little more than [`BODY_LIMIT`].
    pub(super) async fn receive(mut body: reqwest::Body) -> Self {
        let mut start = Vec::new();
        let end = loop {
            if start.len() > BODY_LIMIT {
                break End::Body(body);
            }
            match poll_fn(|task| Pin::new(&mut body).poll_frame(task)).await {
                None => break End::Nothing,
                Some(Err(failure)) => break End::Failure(failure),
                Some(Ok(frame)) => {
                    // What is not data is trailers, which `reqwest` does not show.
                    if let Ok(data) = frame.into_data() {
                        start.extend_from_slice(&data);
                    }
                }
            }
        };
        Self {
            start: start.into(),
            end,
        }
    }

    /// The beginning.
    pub(super) fn start(&self) -> &[u8] {
        self.start.get(..BODY_LIMIT).unwrap_or(&self.start)
    }

    /// Returns whether the body broke off.
    pub(super) const fn is_broken(&self) -> bool {
        matches!(self.end, End::Failure(_))
    }
}

impl Body for Rest {
    type Data = Bytes;
    type Error = reqwest::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        task: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, reqwest::Error>>> {
        if !self.start.is_empty() {
            let start = core::mem::take(&mut self.start);
            return Poll::Ready(Some(Ok(Frame::data(start))));
        }
        match core::mem::replace(&mut self.end, End::Nothing) {
            End::Nothing => Poll::Ready(None),
            End::Failure(failure) => Poll::Ready(Some(Err(failure))),
            End::Body(mut body) => {
                let polled = Pin::new(&mut body).poll_frame(task);
                self.end = End::Body(body);
                polled
            }
        }
    }
}
