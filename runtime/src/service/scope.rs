//! The request that is being answered: known while a service works on it.

use super::request::Request;
use alloc::boxed::Box;
use core::any::Any;
use core::cell::RefCell;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::panic::{catch_unwind, AssertUnwindSafe};

std::thread_local! {
    static CURRENT: RefCell<Option<Box<Request>>> = const { RefCell::new(None) };
}

/// Works within the scope of a request, and catches panics.
pub(super) struct Within<'f, F> {
    pub(super) work: Pin<&'f mut F>,
    pub(super) request: &'f mut Option<Box<Request>>,
}

impl<F: Future> Future for Within<'_, F> {
    type Output = Result<F::Output, Box<dyn Any + Send>>;

    fn poll(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { work, request } = &mut *self;
        let work = || within(request, || work.as_mut().poll(task));
        // After a panic, the work is dropped and not polled again.
        match catch_unwind(AssertUnwindSafe(work)) {
            Ok(Poll::Ready(output)) => Poll::Ready(Ok(output)),
            Ok(Poll::Pending) => Poll::Pending,
            Err(panic) => Poll::Ready(Err(panic)),
        }
    }
}

/// Does some of the work on a request.
///
/// A future is polled many times, on changing threads and between those of other requests: each time, what an error
/// needs to know of its request is here, and then with the future again.
fn within<T>(request: &mut Option<Box<Request>>, work: impl FnOnce() -> T) -> T {
    let outer = swap(request.take());
    let restore = Restore { request, outer };
    let result = work();
    drop(restore);
    result
}

/// Calls `read` with the request that is being answered, if a layer knows it.
#[cfg(any(feature = "actix-web", feature = "axum", feature = "tonic"))]
pub(super) fn with_current<T>(read: impl FnOnce(Option<&Request>) -> T) -> T {
    CURRENT.with(|current| match current.try_borrow() {
        Ok(current) => read(current.as_deref()),
        Err(_) => read(None),
    })
}

/// Gives the request back to its future and the outer one to its layer, also after a panic.
struct Restore<'f> {
    request: &'f mut Option<Box<Request>>,
    outer: Option<Box<Request>>,
}

impl Drop for Restore<'_> {
    fn drop(&mut self) {
        *self.request = swap(self.outer.take());
    }
}

fn swap(request: Option<Box<Request>>) -> Option<Box<Request>> {
    CURRENT.with(|current| match current.try_borrow_mut() {
        Ok(mut current) => core::mem::replace(&mut *current, request),
        Err(_) => request,
    })
}
