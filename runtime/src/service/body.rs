//! The body of a response that a layer lets through.

use bytes::Bytes;
use core::pin::Pin;
use core::task::{Context, Poll};
use http_body::{Body, Frame, SizeHint};

pin_project_lite::pin_project! {
    /// The body of a response: the service's own, or that of an error.
    #[derive(Debug)]
    pub struct AnswerBody<B> {
        start: Option<Bytes>,
        #[pin]
        rest: Option<B>,
    }
}

impl<B> AnswerBody<B> {
    /// The service's own body.
    pub(super) const fn own(body: B) -> Self {
        Self {
            start: None,
            rest: Some(body),
        }
    }

    /// A body that is in memory.
    pub(super) fn whole(bytes: Bytes) -> Self {
        Self {
            start: Some(bytes).filter(|bytes| !bytes.is_empty()),
            rest: None,
        }
    }
}

impl<B: Body<Data = Bytes>> Body for AnswerBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        task: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        let body = self.project();
        if let Some(start) = body.start.take() {
            return Poll::Ready(Some(Ok(Frame::data(start))));
        }
        match body.rest.as_pin_mut() {
            Some(rest) => rest.poll_frame(task),
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.start.is_none() && self.rest.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        let start = self.start.as_ref().map_or(0, |start| start.len() as u64);
        let rest = self.rest.as_ref().map(Body::size_hint).unwrap_or_default();
        let mut hint = SizeHint::new();
        hint.set_lower(rest.lower().saturating_add(start));
        let upper = match &self.rest {
            Some(_) => rest.upper(),
            None => Some(0),
        };
        if let Some(upper) = upper.and_then(|upper| upper.checked_add(start)) {
            hint.set_upper(upper);
        }
        hint
    }
}
