//! Every kind of change, and whom it breaks: the one table of these decisions, which the help prints.

use clap::ValueEnum;
use error_catalog_model::Aspect;
use serde::Serialize;
use std::fmt::Write;

/// How much a change asks of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Impact {
    /// Nothing.
    Compatible,
    /// To look at it: something is new, or behaves in a way that was always allowed.
    Minor,
    /// To change a program.
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

/// Whom a change concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Audience {
    /// Programs, in any language, that receive the errors.
    Clients,
    /// Programs that use the enums which the derive writes.
    Rust,
}

/// Defines the kinds with all that is decided about them. The columns: the name, what it asks of clients and of Rust
/// users, the aspect that acknowledges it where it breaks somebody, and why.
macro_rules! kinds {
    ($($kind:ident $name:literal $clients:ident $rust:ident [$($aspect:ident)?] $why:literal)*) => {
        /// A kind of change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Kind {
            $(#[doc = $why] $kind,)*
        }

        impl Kind {
            /// All of them.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The name, in `kebab-case`.
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }

            /// What it asks of somebody.
            pub(crate) const fn impact_on(self, audience: Audience) -> Impact {
                match (self, audience) {
                    $((Self::$kind, Audience::Clients) => Impact::$clients,
                    (Self::$kind, Audience::Rust) => Impact::$rust,)*
                }
            }

            /// What acknowledges it; `None` where it breaks nobody.
            pub(crate) fn aspect(self) -> Option<Aspect> {
                match self { $(Self::$kind => [$(Aspect::$aspect)?].into_iter().next(),)* }
            }

            /// Why it asks that.
            pub(crate) const fn why(self) -> &'static str {
                match self { $(Self::$kind => $why,)* }
            }
        }
    };
}

kinds! {
    EntryAdded "entry-added" Minor Minor []
        "Clients meet a code that they do not know; the enums are non-exhaustive."
    EntryRemoved "entry-removed" Breaking Breaking [Removed]
        "Clients wait for a code in vain; the variant is gone."
    EntryRenamed "entry-renamed" Compatible Breaking [Id]
        "The id does not travel; variant and constructor have another name."
    EntryDeprecated "entry-deprecated" Minor Minor []
        "Time to look for the successor; the compiler warns."
    EntryKept "entry-kept" Compatible Compatible []
        "It is no longer deprecated."
    EntriesReordered "entries-reordered" Compatible Minor []
        "Kinds compare in this order, and of errors with one code the first is found."
    CodeChanged "code-changed" Breaking Compatible [Code]
        "Clients wait for the old code; variants have the names of ids."
    CodeAdded "code-added" Minor Compatible []
        "A code where none was."
    CodeRespelled "code-respelled" Compatible Compatible []
        "Only names of placeholders differ, which do not travel."
    StatusChanged "status-changed" Breaking Compatible [Status]
        "The status that the error is answered with is another."
    StatusAdded "status-added" Minor Compatible []
        "One more status, behind the first."
    StatusRemoved "status-removed" Minor Compatible []
        "One status less, behind the first."
    StatusMethod "status-method" Compatible Breaking [Status]
        "With HTTP, errors have `status()` and `from_code` takes a status; without, not."
    EnvelopeChanged "envelope-changed" Breaking Compatible [Envelope]
        "The error travels elsewhere in the response."
    MessageReworded "message-reworded" Minor Compatible []
        "The text is for people, unless messages are frozen."
    MessageFrozen "message-frozen" Breaking Compatible [Message]
        "As above, with frozen messages: clients may compare the text."
    PlaceholderLeft "placeholder-left" Breaking Compatible [Message]
        "The message no longer tells the value; the field is still there."
    FreeTextEnded "free-text-ended" Minor Breaking [Params]
        "One text of all that were possible; the field `message` is gone."
    ParamRemoved "param-removed" Breaking Breaking [Params]
        "The value no longer travels; the field is gone."
    ParamAdded "param-added" Minor Breaking [Params]
        "Constructors take one argument more, patterns without `..` miss a field."
    DetailAdded "detail-added" Minor Breaking [Params]
        "Optional: constructors stay; literals and patterns without `..` miss a field."
    ParamRenamed "param-renamed" Breaking Breaking [Params]
        "The name travels, and the field has another one."
    FieldRenamed "field-renamed" Compatible Breaking [Params]
        "As above, in an envelope in which the names do not travel."
    ParamRespelled "param-respelled" Breaking Compatible [Params]
        "The name travels, but gives the field the same name."
    NameRespelled "name-respelled" Compatible Compatible []
        "As above, in an envelope in which the names do not travel."
    ParamRetyped "param-retyped" Breaking Breaking [Params]
        "The value has another type, and so has the field."
    ParamReread "param-reread" Breaking Compatible [Params]
        "The value has another type, which Rust keeps as the same text."
    ParamOptional "param-optional" Breaking Breaking [Params]
        "The value may be missing; the field is an `Option`."
    ParamRequired "param-required" Compatible Breaking [Params]
        "The value is always there; the field is no `Option`."
    SensitivityChanged "sensitivity-changed" Compatible Minor []
        "What is shown of the error hides the value, or no longer does."
    StorageChanged "storage-changed" Compatible Breaking [Params]
        "With other fields, the texts are kept in another type."
    ArgumentsReordered "arguments-reordered" Compatible Breaking [Params]
        "A constructor takes its arguments in another order, without an error."
    ValueAdded "value-added" Minor Compatible []
        "The set of values was always one that may grow."
    ValueRemoved "value-removed" Minor Compatible []
        "A value that is no longer documented."
    RetryChanged "retry-changed" Breaking Compatible [Retry]
        "Clients that send again do so at the wrong time."
    RetryAdded "retry-added" Minor Compatible []
        "Advice where none was."
    ScopeChanged "scope-changed" Breaking Compatible [Scope]
        "The scope travels in the envelope."
    ScopeRevised "scope-revised" Minor Minor []
        "As above, in an envelope without a place for it."
    CategoryChanged "category-changed" Minor Minor []
        "Who treats a group alike, now treats the error differently."
    HistoryAdded "history-added" Compatible Compatible []
        "One more earlier form is known."
    HistoryRemoved "history-removed" Compatible Minor []
        "An earlier form is no longer known."
    EnvelopeAdded "envelope-added" Minor Compatible []
        "One more way in which errors travel."
    EnvelopeRemoved "envelope-removed" Breaking Compatible [Envelopes]
        "Clients look there in vain."
    EnvelopeRenamed "envelope-renamed" Compatible Compatible []
        "The name of an envelope does not travel."
    EnvelopesReordered "envelopes-reordered" Minor Compatible []
        "A response that fits several is read as another."
    PlaceAdded "place-added" Minor Compatible []
        "One more member of the response."
    PlaceRemoved "place-removed" Breaking Compatible [Envelopes]
        "A member of the response is gone."
    PlaceMoved "place-moved" Breaking Compatible [Envelopes]
        "A member of the response stands elsewhere, or has another type."
    CatalogRenamed "catalog-renamed" Compatible Minor []
        "The name stands in messages about unknown ids."
    CodeRetired "code-retired" Compatible Compatible []
        "The code does not come back."
    CodeUnretired "code-unretired" Breaking Compatible [Retired]
        "The code may come back, with another meaning."
    Documented "documented" Compatible Compatible []
        "What people read: titles, descriptions, causes, examples, versions, policies."
}

impl Kind {
    /// The table, for the help.
    pub(crate) fn table() -> String {
        let mut table = format!(
            "Kinds of change, and what they ask of whom:\n  {:<20} {:<11} {:<11} why\n",
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
    fn a_kind_that_breaks_somebody_can_be_acknowledged_and_no_other() {
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
