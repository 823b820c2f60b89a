//! Every kind of change, and whom it breaks: the one table of these decisions, which `diff --help` prints.

use clap::ValueEnum;
use error_catalog_model::Aspect;
use serde::Serialize;
use std::fmt::Write;

/// How much a change affects somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Impact {
    /// Nothing to do.
    Compatible,
    /// Worth a look: something is new, or behaves in a way that was always allowed.
    Minor,
    /// Programs need to change.
    Breaking,
}

impl Impact {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Compatible => "compatible",
            Self::Minor => "minor",
            Self::Breaking => "breaking",
        }
    }
}

/// Whom a change affects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Audience {
    /// Programs in any language that receive the errors.
    Clients,
    /// Programs that use the enums that the derive writes.
    Rust,
}

/// Defines the kinds. The columns: the name, the impact on clients and on Rust users, the aspect that acknowledges a
/// breaking change, and the reason.
macro_rules! kinds {
    ($($kind:ident $name:literal $clients:ident $rust:ident [$($aspect:ident)?] $why:literal)*) => {
        /// A kind of change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Kind {
            $(#[doc = $why] $kind,)*
        }

        impl Kind {
            /// All kinds.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The name, in `kebab-case`.
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }

            /// The impact on an audience.
            pub(crate) const fn impact_on(self, audience: Audience) -> Impact {
                match (self, audience) {
                    $((Self::$kind, Audience::Clients) => Impact::$clients,
                    (Self::$kind, Audience::Rust) => Impact::$rust,)*
                }
            }

            /// The aspect that acknowledges it; `None` if it breaks nobody.
            pub(crate) fn aspect(self) -> Option<Aspect> {
                match self { $(Self::$kind => [$(Aspect::$aspect)?].into_iter().next(),)* }
            }

            /// Why it has this impact.
            pub(crate) const fn why(self) -> &'static str {
                match self { $(Self::$kind => $why,)* }
            }
        }
    };
}

kinds! {
    EntryAdded "entry-added" Minor Minor []
        "Clients can receive a code that they do not know; the enums are non-exhaustive."
    EntryRemoved "entry-removed" Breaking Breaking [Removed]
        "Clients never receive the code again; the variant is gone."
    EntryRenamed "entry-renamed" Compatible Breaking [Id]
        "The id is not sent; the variant and its constructor have a different name."
    EntryDeprecated "entry-deprecated" Minor Minor []
        "Time to migrate to the successor; the compiler warns."
    EntryKept "entry-kept" Compatible Compatible []
        "The entry is no longer deprecated."
    EntriesReordered "entries-reordered" Compatible Minor []
        "Kinds compare in this order, and a lookup by code returns the first match."
    CodeChanged "code-changed" Breaking Compatible [Code]
        "Clients never receive the old code again; variants are named after ids."
    CodeAdded "code-added" Minor Compatible []
        "The error gets its first code."
    CodeRespelled "code-respelled" Compatible Compatible []
        "Only the names of placeholders differ, and they are not sent."
    SubcodeAdded "subcode-added" Minor Compatible []
        "The error gets its first subcode; its code is the same."
    SubcodeChanged "subcode-changed" Breaking Compatible [Code]
        "Clients never receive the code with the old subcode again."
    StatusChanged "status-changed" Breaking Compatible [Status]
        "The response has a different status."
    StatusAdded "status-added" Minor Compatible []
        "A status is added after the first."
    StatusRemoved "status-removed" Minor Compatible []
        "A status after the first is removed."
    StatusMethod "status-method" Compatible Breaking [Status]
        "Only errors of HTTP APIs have `status()` and a `from_code` that takes a status."
    EnvelopeChanged "envelope-changed" Breaking Compatible [Envelope]
        "The error is sent in a different part of the response."
    MessageReworded "message-reworded" Minor Compatible []
        "Messages are for people, unless they are frozen."
    MessageFrozen "message-frozen" Breaking Compatible [Message]
        "As above, but frozen: clients may compare the text."
    PlaceholderLeft "placeholder-left" Breaking Compatible [Message]
        "The message no longer contains the value; the field remains."
    FreeTextEnded "free-text-ended" Minor Breaking [Params]
        "The message is fixed instead of any text; the field `message` is gone."
    TitleReworded "title-reworded" Minor Compatible []
        "The title is sent in the envelope. Titles are for people."
    ParamRemoved "param-removed" Breaking Breaking [Params]
        "The value is no longer sent; the field is gone."
    ParamAdded "param-added" Minor Breaking [Params]
        "Constructors take one more argument; patterns without `..` lack a field."
    DetailAdded "detail-added" Minor Breaking [Params]
        "An optional field: constructors stay; literals and patterns without `..` lack it."
    ParamRenamed "param-renamed" Breaking Breaking [Params]
        "The name is sent; the field has a different name."
    FieldRenamed "field-renamed" Compatible Breaking [Params]
        "As above, in an envelope that does not send names."
    ParamRespelled "param-respelled" Breaking Compatible [Params]
        "The name is sent; the field keeps its name."
    NameRespelled "name-respelled" Compatible Compatible []
        "As above, in an envelope that does not send names."
    ParamRetyped "param-retyped" Breaking Breaking [Params]
        "The value and the field have a different type."
    ParamReread "param-reread" Breaking Compatible [Params]
        "The value has a different type, but the field has the same."
    ParamOptional "param-optional" Breaking Breaking [Params]
        "The value may be missing; the field is an `Option`."
    ParamRequired "param-required" Compatible Breaking [Params]
        "The value is always there; the field is not an `Option`."
    SensitivityChanged "sensitivity-changed" Compatible Minor []
        "The value is hidden when the error is shown, or no longer is."
    ParamWithheld "param-withheld" Breaking Minor [Params]
        "The value is sensitive and no longer sent; the field remains."
    ParamSent "param-sent" Minor Compatible []
        "The value, which was not sent, is."
    StorageChanged "storage-changed" Compatible Breaking [Params]
        "Because of other fields, strings are stored in a different type."
    ArgumentsReordered "arguments-reordered" Compatible Breaking [Params]
        "The order of a constructor's arguments differs, which may still compile."
    ValueAdded "value-added" Minor Compatible []
        "The set of values was always allowed to grow."
    ValueRemoved "value-removed" Minor Compatible []
        "A value is no longer documented."
    RetryChanged "retry-changed" Breaking Compatible [Retry]
        "Clients retry at the wrong time."
    RetryAdded "retry-added" Minor Compatible []
        "The error gets its first retry advice."
    ScopeChanged "scope-changed" Breaking Compatible [Scope]
        "The scope is sent in the envelope."
    ScopeRevised "scope-revised" Minor Minor []
        "As above, in an envelope that does not send the scope."
    CategoryChanged "category-changed" Minor Minor []
        "Programs that handle errors by category handle this one differently."
    SeverityChanged "severity-changed" Compatible Minor []
        "Services log the error at a different level."
    HistoryAdded "history-added" Compatible Compatible []
        "One more earlier form is recognized."
    HistoryRemoved "history-removed" Compatible Minor []
        "An earlier form is no longer recognized."
    EnvelopeAdded "envelope-added" Minor Compatible []
        "Errors can be sent in one more way."
    EnvelopeRemoved "envelope-removed" Breaking Compatible [Envelopes]
        "Clients find no errors there."
    EnvelopeRenamed "envelope-renamed" Compatible Compatible []
        "The name of an envelope is not sent."
    EnvelopesReordered "envelopes-reordered" Minor Compatible []
        "A response that fits several envelopes is read with a different one."
    PlaceAdded "place-added" Minor Compatible []
        "The response has one more member."
    PlaceRemoved "place-removed" Breaking Compatible [Envelopes]
        "A member of the response is gone."
    PlaceMoved "place-moved" Breaking Compatible [Envelopes]
        "A member of the response is in a different place, or has a different type."
    ConstantChanged "constant-changed" Breaking Compatible [Envelopes]
        "A member of the response has a different value."
    AlternativeAdded "alternative-added" Minor Compatible []
        "A part of the response is also read in one more place or form."
    AlternativeRemoved "alternative-removed" Minor Minor []
        "A part of the response is no longer read in a place or form that is not the first."
    AlternativesReordered "alternatives-reordered" Minor Minor []
        "If a response has a part in several places, a different one is read."
    FormatChanged "format-changed" Breaking Compatible [Envelopes]
        "The response is written in a different format."
    ContentTypeChanged "content-type-changed" Breaking Compatible [Envelopes]
        "The response has a different media type."
    ListChanged "list-changed" Breaking Compatible [Envelopes]
        "The error is now an element of an array, or no longer is."
    SuccessAdded "success-added" Minor Minor []
        "One more value shows that a response is not an error."
    SuccessRemoved "success-removed" Breaking Minor [Envelopes]
        "A response that was not an error is one."
    CausesChanged "causes-changed" Breaking Compatible [Envelopes]
        "Errors within an error are written in a different form."
    CausesReordered "causes-reordered" Compatible Breaking [Envelopes]
        "`with_cause_at` numbers the places of causes in this order."
    OperationAdded "operation-added" Minor Compatible []
        "Clients can learn which errors an operation has."
    OperationRemoved "operation-removed" Breaking Breaking [Operations]
        "Nothing says which errors it has; an enum of them no longer compiles."
    OperationRenamed "operation-renamed" Compatible Breaking [Operations]
        "The same route has a different name, by which enums refer to it."
    OperationErrorAdded "operation-gain" Breaking Breaking [Operations]
        "The operation can answer with one more error; its enum is exhaustive."
    OperationErrorRemoved "operation-loss" Minor Breaking [Operations]
        "The operation never answers with the error again; the variant is gone."
    RouteChanged "route-changed" Breaking Compatible [Operations]
        "Requests for the operation are sent to a different place."
    CatalogRenamed "catalog-renamed" Compatible Minor []
        "The name is part of messages about unknown ids."
    FallbackAdded "fallback-added" Minor Compatible []
        "A server sends an error of the catalog instead of another response."
    FallbackChanged "fallback-changed" Breaking Compatible [Fallbacks]
        "A server sends a different error instead of another response."
    FallbackRemoved "fallback-removed" Breaking Compatible [Fallbacks]
        "A server sends a response that is not in the catalog."
    LanguageChanged "language-changed" Minor Compatible []
        "The messages are in a different language."
    TranslationAdded "translation-added" Minor Compatible []
        "Clients that ask for the language receive it."
    TranslationRemoved "translation-removed" Minor Minor []
        "Clients that ask for the language receive another, and do not read it."
    TranslationReworded "translation-reworded" Minor Compatible []
        "Messages and titles are for people, in each language."
    CodeRetired "code-retired" Compatible Compatible []
        "The code is not used again."
    CodeUnretired "code-unretired" Breaking Compatible [Retired]
        "The code can be used again, with a different meaning."
    Documented "documented" Compatible Compatible []
        "Documentation: titles, descriptions, causes, examples, versions, policies."
}

impl Kind {
    /// The table that `--help` prints.
    pub(crate) fn table() -> String {
        let mut table = format!(
            "Kinds of change, and their impact:\n  {:<20} {:<11} {:<11} why\n",
            "kind", "clients", "Rust users"
        );
        for kind in Self::ALL {
            // Writing to a `String` cannot fail.
            let _ = writeln!(
                table,
                "  {:<20} {:<11} {:<11} {}",
                kind.name(),
                kind.impact_on(Audience::Clients).as_str(),
                kind.impact_on(Audience::Rust).as_str(),
                kind.why()
            );
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::{Audience, Impact, Kind};
    use std::collections::HashSet;

    #[test]
    fn only_breaking_kinds_can_be_acknowledged() {
        for kind in Kind::ALL {
            let breaks = [Audience::Clients, Audience::Rust]
                .into_iter()
                .any(|audience| kind.impact_on(audience) == Impact::Breaking);
            assert_eq!(kind.aspect().is_some(), breaks, "{kind:?}");
        }
    }

    #[test]
    fn names_are_unique_and_fit_the_table() {
        let names: HashSet<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        assert_eq!(names.len(), Kind::ALL.len());
        assert!(Kind::table()
            .lines()
            .all(|line| line.chars().count() <= 130));
    }
}
