//! Optional rules that a catalog or a workspace turns on.

mod entry;
mod rules;
mod settings;
mod styles;

pub(crate) use rules::RULES;

use crate::catalogs::Loaded;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::workspace::WorkspaceArguments;
use entry::OwnedPolicy;
use error_catalog_model::{Catalog, Policy, Severity, Span};
use settings::Settings;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The policy of a workspace for its catalogs.
#[derive(Debug, Default)]
pub(crate) struct WorkspacePolicy {
    /// The rules for all catalogs, without frozen messages.
    of_all: Policy,
    /// The frozen messages by the name of the catalog, then by the id of the entry.
    frozen: BTreeMap<String, BTreeMap<String, String>>,
}

/// A broken rule: its code, the span, the message, and the help.
type Violation = (&'static str, Span, String, String);

impl WorkspacePolicy {
    /// The policy of the workspace; an empty one if it has none.
    ///
    /// # Errors
    ///
    /// The workspace cannot be read, or its policy is not valid.
    pub(crate) fn of(workspace: &WorkspaceArguments) -> Result<Self, Failure> {
        let workspace = workspace.find()?;
        let policy = workspace
            .as_ref()
            .and_then(|it| it.metadata.pointer("/error-catalog/policy"));
        policy.map_or_else(|| Ok(Self::default()), Settings::read)
    }

    /// Checks a catalog against this policy and that of the catalog. A violation of both is reported once. A catalog
    /// with errors is not checked.
    pub(crate) fn check<'a>(&self, loaded: &'a Loaded) -> Vec<Finding<'a>> {
        let Some(catalog) = loaded.catalog() else {
            return Vec::new();
        };
        let frozen = self.frozen.get(&catalog.name).cloned();
        let workspace = Policy {
            frozen: frozen.unwrap_or_default().into_iter().collect(),
            ..self.of_all.clone()
        };
        let policies = [
            OwnedPolicy::new("this workspace", &workspace),
            OwnedPolicy::new("this catalog", &catalog.policy),
        ];
        let entries = catalog.entries.iter();
        let violations =
            entries.flat_map(|entry| policies.iter().flat_map(move |policy| policy.check(entry)));
        let mut reported = HashSet::new();
        violations
            .filter(|(rule, span, _, help)| reported.insert((*rule, *span, help.clone())))
            .map(|violation| finding(loaded, violation))
            .collect()
    }

    /// The ids of the entries of a catalog whose messages are frozen.
    pub(crate) fn frozen(&self, catalog: &Catalog) -> BTreeSet<String> {
        let workspace = self.frozen.get(&catalog.name).into_iter().flatten();
        let all = workspace.map(|(id, _)| id);
        let own = catalog.policy.frozen.iter().map(|(id, _)| id);
        all.chain(own).cloned().collect()
    }
}

fn finding(loaded: &Loaded, (rule, span, message, help): Violation) -> Finding<'_> {
    Finding {
        source: &loaded.source,
        rule,
        severity: Severity::Error,
        message: Cow::Owned(message),
        help: Some(Cow::Owned(help)),
        span,
        related: &[],
    }
}
