//! Rules that catalogs and workspaces set themselves, each off unless it is asked for.

mod entry;
mod rules;
mod settings;
mod styles;

pub(crate) use rules::RULES;

use crate::catalogs::Loaded;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::workspace::WorkspaceArguments;
use entry::Asked;
use error_catalog_model::{Catalog, Policy, Severity, Span};
use settings::Settings;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What a workspace asks of its catalogs.
#[derive(Debug, Default)]
pub(crate) struct WorkspacePolicy {
    /// Without frozen messages, which are those of one catalog.
    of_all: Policy,
    /// The frozen messages, by the names of the catalogs.
    frozen: BTreeMap<String, BTreeMap<String, String>>,
}

/// What an error breaks: the rule, where, what is wrong, what to do.
type Broken = (&'static str, Span, String, String);

impl WorkspacePolicy {
    /// The policy of the workspace; one that asks for nothing where there is none.
    ///
    /// # Errors
    ///
    /// The workspace cannot be read, or its policy is not understood.
    pub(crate) fn of(workspace: &WorkspaceArguments) -> Result<Self, Failure> {
        let workspace = workspace.find()?;
        let policy = workspace
            .as_ref()
            .and_then(|it| it.metadata.pointer("/error-catalog/policy"));
        policy.map_or_else(|| Ok(Self::default()), Settings::read)
    }

    /// What breaks it, or the catalog's own policy, in a catalog without mistakes; what breaks both is told once.
    pub(crate) fn check<'a>(&self, loaded: &'a Loaded) -> Vec<Finding<'a>> {
        let Some(catalog) = loaded.catalog() else {
            return Vec::new();
        };
        let workspace = Policy {
            frozen: self.frozen.get(&catalog.name).cloned().unwrap_or_default(),
            ..self.of_all.clone()
        };
        let policies = [
            Asked::new("this workspace", &workspace),
            Asked::new("this catalog", &catalog.policy),
        ];
        let entries = catalog.entries.iter();
        let broken =
            entries.flat_map(|entry| policies.iter().flat_map(move |asked| asked.check(entry)));
        let mut told = HashSet::new();
        broken
            .filter(|(rule, span, _, help)| told.insert((*rule, span.start, help.clone())))
            .map(|broken| finding(loaded, broken))
            .collect()
    }

    /// The ids of the errors of a catalog whose messages stay as they are.
    pub(crate) fn frozen(&self, catalog: &Catalog) -> BTreeSet<String> {
        let workspace = self.frozen.get(&catalog.name).into_iter().flatten();
        let all = workspace.chain(&catalog.policy.frozen);
        all.map(|(id, _)| id.clone()).collect()
    }
}

fn finding(loaded: &Loaded, (rule, span, message, help): Broken) -> Finding<'_> {
    Finding {
        loaded,
        rule,
        severity: Severity::Error,
        message: Cow::Owned(message),
        help: Some(Cow::Owned(help)),
        span,
        related: &[],
    }
}
