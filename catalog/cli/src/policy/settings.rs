//! Reads the policy in the Cargo.toml of a workspace.

use super::{WorkspacePolicy, RULES};
use crate::failure::Failure;
use error_catalog_model::{nearest, CodeStyle, MessageStyle, Policy, RequiredKey};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The keys are those of a catalog's `policy`, but frozen messages are grouped by the name of their catalog.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Settings {
    require: Vec<String>,
    code: Option<String>,
    statuses: Option<Vec<u16>>,
    message: Option<String>,
    frozen: BTreeMap<String, BTreeMap<String, String>>,
}

impl Settings {
    pub(super) fn read(settings: &Value) -> Result<WorkspacePolicy, Failure> {
        let settings = Self::deserialize(settings).map_err(|error| {
            let rules = RULES.map(|rule| rule.code).join(", ");
            failure(&error.to_string()).help(format!(
                "see what each rule accepts with `cargo error-catalog check --explain RULE`: {rules}"
            ))
        })?;
        let require = settings.require.iter();
        Ok(WorkspacePolicy {
            of_all: Policy {
                require: require
                    .map(|key| named(key, RequiredKey::from_name, &RequiredKey::names()))
                    .collect::<Result<_, _>>()?,
                code: settings
                    .code
                    .map(|style| named(&style, CodeStyle::from_name, &CodeStyle::names()))
                    .transpose()?,
                statuses: settings.statuses,
                message: settings
                    .message
                    .map(|style| named(&style, MessageStyle::from_name, &MessageStyle::names()))
                    .transpose()?,
                frozen: Vec::new(),
            },
            frozen: settings.frozen,
        })
    }
}

/// Looks up a value by its name.
fn named<T>(
    name: &str,
    from_name: fn(&str) -> Option<T>,
    known: &[&'static str],
) -> Result<T, Failure> {
    from_name(name).ok_or_else(|| {
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known: {}", known.join(", ")),
        };
        failure(&format!("unknown value `{name}`")).help(help)
    })
}

fn failure(reason: &str) -> Failure {
    Failure::new(format!(
        "`workspace.metadata.error-catalog.policy` is not valid: {reason}"
    ))
}
