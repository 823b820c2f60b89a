//! Intended breaking changes of a catalog.

/// An intended change that breaks clients or Rust users.
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
    /// The id of the entry, as it was before; `None` for a change of the catalog as a whole.
    pub entry: Option<String>,
    /// What changes.
    pub aspect: Aspect,
    /// The reason.
    pub reason: String,
}

/// What changes in an entry, or in the catalog as a whole.
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
    /// Its id, which names its variant.
    Id,
    /// Its code.
    Code,
    /// Its status; of the catalog, whether its entries have one.
    Status,
    /// The envelope that it is sent in.
    Envelope,
    /// Its message.
    Message,
    /// Its parameters, which are the fields of its variant.
    Params,
    /// Its retry advice.
    Retry,
    /// Its scope.
    Scope,
    /// The envelopes of the catalog.
    Envelopes,
    /// The fallbacks of the catalog.
    Fallbacks,
    /// The operations of the catalog.
    Operations,
    /// The retired codes of the catalog.
    Retired,
}

impl Aspect {
    /// All aspects.
    pub const ALL: [Self; 13] = [
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
        Self::Fallbacks,
        Self::Operations,
        Self::Retired,
    ];

    /// Returns the name in catalogs.
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
            Self::Fallbacks => "fallbacks",
            Self::Operations => "operations",
            Self::Retired => "retired",
        }
    }

    /// Returns the aspect with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|it| it.as_str() == name).copied()
    }
}
