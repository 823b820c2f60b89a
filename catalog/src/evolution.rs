//! What a catalog says of its own evolution: the breaks that are meant, and the codes that do not come back.

/// A change that breaks clients or Rust users, and that is meant.
///
/// ```
/// use error_catalog_model::{compile, Aspect, Source};
///
/// let source = Source::new("payments.json", br#"{
///     "name": "payments",
///     "errors": [],
///     "changes": [{ "version": "2.0", "entry": "CHEQUE_BOUNCED", "change": "removed", "reason": "No more cheques." }],
///     "retired": [{ "code": "CHEQUE_BOUNCED", "since": "2.0" }]
/// }"#.to_vec());
///
/// let catalog = compile(&source).unwrap().catalog;
/// assert_eq!(catalog.changes[0].aspect, Aspect::Removed);
/// assert_eq!(catalog.retired[0].since.as_deref(), Some("2.0"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Acknowledgement {
    /// The version of the catalog that brings the change.
    pub version: String,
    /// The id of the entry; `None` for a change of the catalog as a whole. An entry that was removed or renamed is
    /// named as it was.
    pub entry: Option<String>,
    /// What of it changes.
    pub aspect: Aspect,
    /// Why.
    pub reason: String,
}

/// What of an entry, or of the catalog, can change so that something breaks: the key of the catalog that holds it.
///
/// ```
/// use error_catalog_model::Aspect;
///
/// assert_eq!(Aspect::from_name("status"), Some(Aspect::Status));
/// assert_eq!(Aspect::Params.as_str(), "params");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// The entry is gone.
    Removed,
    /// Its id, and with it the name of its variant.
    Id,
    /// Its code.
    Code,
    /// Its status; of the catalog, whether errors have one.
    Status,
    /// The envelope that it travels in.
    Envelope,
    /// Its message.
    Message,
    /// Its parameters, and with them the fields of its variant.
    Params,
    /// When to send the request again.
    Retry,
    /// The part that it is about.
    Scope,
    /// How errors travel.
    Envelopes,
    /// The codes that do not come back.
    Retired,
}

impl Aspect {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Removed,
        Self::Id,
        Self::Code,
        Self::Status,
        Self::Envelope,
        Self::Message,
        Self::Params,
        Self::Retry,
        Self::Scope,
        Self::Envelopes,
        Self::Retired,
    ];

    /// The name, as the catalog has it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::Id => "id",
            Self::Code => "code",
            Self::Status => "status",
            Self::Envelope => "envelope",
            Self::Message => "message",
            Self::Params => "params",
            Self::Retry => "retry",
            Self::Scope => "scope",
            Self::Envelopes => "envelopes",
            Self::Retired => "retired",
        }
    }

    /// The aspect with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aspect| aspect.as_str() == name)
    }
}
