//! The request that is being answered: known while a service works on it.

use super::request::Request;
use alloc::boxed::Box;
use core::cell::RefCell;

std::thread_local! {
    static CURRENT: RefCell<Option<Box<Request>>> = const { RefCell::new(None) };
}

/// Does some of the work on a request.
///
/// A future is polled many times, on changing threads and between those of other requests: each time, what an error
/// needs to know of its request is here, and then with the future again.
pub(super) fn within<T>(request: &mut Option<Box<Request>>, work: impl FnOnce() -> T) -> T {
    let outer = swap(request.take());
    let restore = Restore { request, outer };
    let result = work();
    drop(restore);
    result
}

/// Calls `read` with the request that is being answered, if a layer knows it.
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
