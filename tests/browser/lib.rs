//! Tests of the site of `cargo error-catalog docs` in a browser; see `site`.
