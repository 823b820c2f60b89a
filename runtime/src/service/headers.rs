//! The headers of a request, in any collection.

use alloc::vec::Vec;
use http::HeaderMap;

/// The headers of a request, in any collection.
pub(super) trait Headers {
    /// The lines with this name that are text.
    fn all(&self, name: &str) -> Vec<&str>;
}

impl Headers for HeaderMap {
    fn all(&self, name: &str) -> Vec<&str> {
        let lines = self.get_all(name).iter();
        lines.filter_map(|line| line.to_str().ok()).collect()
    }
}
