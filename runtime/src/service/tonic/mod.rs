//! Errors as statuses of `tonic`, and the answers of the layer to requests of gRPC.
//!
//! ```text
//! error ──▶ code.rs: the code for the status of HTTP ──▶ write.rs: google.rpc.Status ──▶ tonic::Status
//! tonic::Status ──▶ read.rs: ErrorInfo ──▶ entry, fields ──▶ error
//! ```

mod code;
mod read;
mod write;

pub(super) use code::to_http as http_status;
pub use read::DecodedStatus;
pub(super) use write::response;
pub use write::tonic_status;

/// The key of `ErrorInfo.metadata` that has the id of the entry, where the code alone does not say which one it is. No
/// parameter that is valid there has this name.
const ID: &str = "@id";

/// The URLs of types start with it.
const TYPES: &str = "type.googleapis.com/";
