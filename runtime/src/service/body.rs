//! The body of a response that a layer lets through.

use bytes::Bytes;
use core::pin::Pin;
use core::task::{Context, Poll};
use http_body::{Body, Frame, SizeHint};

pin_project_lite::pin_project! {
    /// The body of a response: the service's own, or that of an error.
    #[derive(Debug)]
    pub struct AnswerBody<B> {
        // Only without a body of the service's own; nothing once it is sent.
        whole: Option<Bytes>,
        #[pin]
        own: Option<B>,
    }
}

impl<B> AnswerBody<B> {
    /// The service's own body.
    pub(super) const fn own(body: B) -> Self {
        Self {
            whole: None,
            own: Some(body),
        }
    }

    /// A body that is in memory.
    pub(super) fn whole(bytes: Bytes) -> Self {
        Self {
            whole: Some(bytes).filter(|bytes| !bytes.is_empty()),
            own: None,
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
        match body.own.as_pin_mut() {
            Some(own) => own.poll_frame(task),
            None => Poll::Ready(body.whole.take().map(|bytes| Ok(Frame::data(bytes)))),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.own {
            Some(own) => own.is_end_stream(),
            None => self.whole.is_none(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.own {
            Some(own) => own.size_hint(),
            None => SizeHint::with_exact(self.whole.as_ref().map_or(0, |bytes| bytes.len() as u64)),
        }
    }
}
