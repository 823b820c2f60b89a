//! Errors of an API by catalog and by hand, and the measurements of both.

pub mod by_hand;
pub mod corpus;
pub mod decode;
pub mod encode;
pub mod envelope;
pub mod matching;
pub mod race;
pub mod slopes;

use error_catalog::ErrorCatalog;

/// Its parameters are only in the message.
#[derive(ErrorCatalog)]
#[catalog(path = "message.json")]
pub struct Message;

/// Its parameters are also members of the body.
#[derive(ErrorCatalog)]
#[catalog(path = "members.json")]
pub struct Members;
