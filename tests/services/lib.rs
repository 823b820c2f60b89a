//! Tests of error-catalog with the frameworks of servers; see `suite`.
