//! A body, received up to a limit.

use alloc::vec::Vec;
use std::io;

/// The part of a body that has been received.
pub(crate) struct Body {
    bytes: Vec<u8>,
    limit: usize,
    is_truncated: bool,
}

impl Body {
    /// Nothing so far.
    pub(crate) const fn new(limit: usize) -> Self {
        Self {
            bytes: Vec::new(),
            limit,
            is_truncated: false,
        }
    }

    /// Receives the data of a body, up to its end or the limit.
    #[cfg(feature = "http-body")]
    pub(crate) async fn receive<B: http_body::Body>(&mut self, body: B) -> Result<(), B::Error> {
        let mut body = core::pin::pin!(body);
        while let Some(frame) = core::future::poll_fn(|task| body.as_mut().poll_frame(task)).await {
            // What is not data is trailers.
            if let Ok(data) = frame?.into_data() {
                self.push_all(data);
            }
            if self.is_truncated {
                break;
            }
        }
        Ok(())
    }

    #[cfg(feature = "http-body")]
    fn push_all(&mut self, mut data: impl bytes::Buf) {
        while data.has_remaining() && !self.is_truncated {
            let length = data.chunk().len();
            self.push(data.chunk());
            data.advance(length);
        }
    }

    /// Reads a body, up to its end or the limit.
    pub(super) fn read(&mut self, mut body: impl io::Read) -> io::Result<()> {
        let mut chunk = [0; 8 << 10];
        while !self.is_truncated {
            match body.read(&mut chunk) {
                Ok(0) => break,
                Ok(length) => self.push(chunk.get(..length).unwrap_or(&chunk)),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Adds what there is room for.
    pub(crate) fn push(&mut self, chunk: &[u8]) {
        let room = self.limit.saturating_sub(self.bytes.len());
        self.is_truncated |= chunk.len() > room;
        let chunk = chunk.get(..room).unwrap_or(chunk);
        self.reserve(chunk.len());
        self.bytes.extend_from_slice(chunk);
    }

    /// Makes room as a vector does, twice as much each time, but never for more than the limit.
    fn reserve(&mut self, more: usize) {
        let needed = self.bytes.len().saturating_add(more);
        if needed > self.bytes.capacity() {
            let doubled = self.bytes.capacity().saturating_mul(2);
            let capacity = doubled.min(self.limit).max(needed);
            self.bytes.reserve_exact(capacity - self.bytes.len());
        }
    }

    pub(crate) const fn is_truncated(&self) -> bool {
        self.is_truncated
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::Body;

    fn received(limit: usize, chunks: &[&[u8]]) -> Body {
        let mut body = Body::new(limit);
        for chunk in chunks {
            body.push(chunk);
        }
        body
    }

    #[test]
    fn a_body_as_long_as_the_limit_is_whole() {
        let body = received(6, &[b"abc", b"", b"def", b""]);
        assert!(!body.is_truncated());
        assert_eq!(body.into_bytes(), b"abcdef");
    }

    #[test]
    fn a_chunk_beyond_the_limit_is_cut_at_it() {
        let body = received(4, &[b"abc", b"def"]);
        assert!(body.is_truncated());
        assert_eq!(body.into_bytes(), b"abcd");
    }

    #[test]
    fn a_limit_of_nothing_receives_nothing() {
        assert!(!received(0, &[b""]).is_truncated());
        let body = received(0, &[b"a"]);
        assert!(body.is_truncated());
        assert_eq!(body.into_bytes().capacity(), 0);
    }

    #[test]
    fn no_memory_is_taken_beyond_the_limit() {
        for limit in [1, 1_000, 1_023, 1_024, 1_025] {
            let body = received(limit, &[&b"0123456789"[..]; 200]);
            assert!(body.is_truncated());
            assert_eq!(body.into_bytes().capacity(), limit);
        }
    }
}
