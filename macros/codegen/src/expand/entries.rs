//! How the generated code finds the entries of kinds.

/// Where the entries of kinds are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entries {
    /// In metadata that has these only.
    Own,
    /// In a list, in catalogs that are compiled elsewhere.
    Listed,
    /// In metadata that has others, too.
    Subset,
}

/// Source for `Names::fill`.
impl Entries {
    /// The entry with an index.
    pub(super) const fn entry(self) -> &'static str {
        match self {
            Self::Own => "#runtime::Entry::of(&META, #index)",
            Self::Listed => "ENTRIES[#index as ::core::primitive::usize]",
            Self::Subset => "CATALOG.entry(SUBSET[#index as ::core::primitive::usize])",
        }
    }

    pub(super) const fn documentation(self) -> &'static str {
        match self {
            Self::Own => "#runtime::Documentation::new(PROSE, PROSE_BYTES, #index)",
            Self::Listed => "CATALOG.documentation(ENTRIES[#index as ::core::primitive::usize])",
            Self::Subset => "CATALOG.documentation_at(SUBSET[#index as ::core::primitive::usize])",
        }
    }

    /// The formats of the envelopes.
    pub(super) const fn formats(self) -> &'static str {
        match self {
            Self::Own => "META.formats()",
            Self::Listed | Self::Subset => "CATALOG.meta().formats()",
        }
    }

    /// The lookup of a kind by code and status.
    pub(super) const fn find(self) -> &'static str {
        match self {
            Self::Own => {
                "META.find(&::core::convert::Into::into(code), #status)
                    .map(|entry| #runtime::__private::kind_at(entry.index() as ::core::primitive::usize))"
            }
            Self::Listed => {
                "#runtime::__private::find(CATALOG, &ENTRIES, &::core::convert::Into::into(code), #status)
                    .map(#runtime::__private::kind_at)"
            }
            Self::Subset => {
                "CATALOG.meta().find(&::core::convert::Into::into(code), #status)
                    .and_then(|entry| #runtime::__private::position(SUBSET, entry))
                    .map(#runtime::__private::kind_at)"
            }
        }
    }

    /// The lookup of a kind by id.
    pub(super) const fn find_by_id(self) -> &'static str {
        match self {
            Self::Own => {
                "META.find_by_id(id)
                    .map(|entry| #runtime::__private::kind_at(entry.index() as ::core::primitive::usize))
                    .ok_or(#runtime::UnknownId::new(META.name()))"
            }
            Self::Listed => {
                "#runtime::__private::find_by_id(&ENTRIES, id)
                    .map(#runtime::__private::kind_at)
                    .ok_or(#runtime::UnknownId::new(CATALOG.meta().name()))"
            }
            Self::Subset => {
                "CATALOG.meta().find_by_id(id)
                    .and_then(|entry| #runtime::__private::position(SUBSET, entry))
                    .map(#runtime::__private::kind_at)
                    .ok_or(#runtime::UnknownId::new(CATALOG.meta().name()))"
            }
        }
    }
}
