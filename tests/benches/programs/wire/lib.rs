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

/// Its parameters are in the message only.
#[derive(ErrorCatalog)]
#[catalog(path = "message.json")]
pub struct Message;

/// Its parameters are members of the body, too.
#[derive(ErrorCatalog)]
#[catalog(path = "members.json")]
pub struct Members;
