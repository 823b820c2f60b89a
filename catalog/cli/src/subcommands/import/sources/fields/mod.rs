//! Entries as members or columns with names: which of them is the code, the status, the message, and so on.

mod entry;
mod names;
mod values;

use super::super::draft::{Draft, Place};
use super::super::report::Report;
use super::super::values::Value;
use crate::failure::Failure;
use crate::text::{counted, cut};
use clap::Args;
use error_catalog_model::nearest;
use names::{normal, Role};

pub(super) use names::{
    is_heading_of_codes, is_heading_of_errors, is_message, is_of_entry, is_section_of_errors,
};

/// The arguments that say what the members or columns are.
#[derive(Debug, Args)]
pub(in super::super) struct FieldArguments {
    /// Where the code of an entry is. A member of a member is written as a JSON Pointer: `/error/code`.
    #[arg(long, value_name = "MEMBER")]
    code: Option<String>,
    /// Where the HTTP status is.
    #[arg(long, value_name = "MEMBER")]
    status: Option<String>,
    /// Where the message is.
    #[arg(long, value_name = "MEMBER")]
    message: Option<String>,
    /// Where the title is.
    #[arg(long, value_name = "MEMBER")]
    title: Option<String>,
    /// Where the description is.
    #[arg(long, value_name = "MEMBER")]
    description: Option<String>,
    /// Where the cause is.
    #[arg(long, value_name = "MEMBER")]
    cause: Option<String>,
    /// Where the resolution is: what to do about the error.
    #[arg(long, value_name = "MEMBER")]
    resolution: Option<String>,
    /// Where the category is, which is never recognised by its name.
    #[arg(long, value_name = "MEMBER")]
    category: Option<String>,
}

/// An entry of a source, before it is known what its members are.
#[derive(Debug, Clone)]
pub(super) struct Record {
    /// The name of the entry in the object that it is in.
    pub(super) key: Option<String>,
    /// An object.
    pub(super) value: Value,
    /// Whether numbers and strings are told apart.
    pub(super) has_types: bool,
    pub(super) place: Place,
}

impl Record {
    pub(super) fn get(&self, member: &Member) -> Option<Value> {
        match member {
            Member::Key => Some(Value::of_text(self.key.clone()?, self.place.line)),
            Member::At(pointer) => self.value.at(pointer).cloned(),
        }
    }
}

/// Where a part of an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Member {
    /// The name of the entry.
    Key,
    /// The member at a pointer.
    At(String),
}

/// Which member is what.
#[derive(Debug, Default)]
struct Roles {
    found: Vec<(Role, Member)>,
}

impl Roles {
    fn get(&self, role: Role) -> Option<&Member> {
        self.found
            .iter()
            .find(|(known, _)| *known == role)
            .map(|(_, member)| member)
    }

    fn is_used(&self, member: &Member) -> bool {
        self.found.iter().any(|(_, known)| known == member)
    }
}

impl FieldArguments {
    fn given(&self) -> [(Role, &Option<String>); 8] {
        [
            (Role::Code, &self.code),
            (Role::Status, &self.status),
            (Role::Message, &self.message),
            (Role::Title, &self.title),
            (Role::Description, &self.description),
            (Role::Cause, &self.cause),
            (Role::Resolution, &self.resolution),
            (Role::Category, &self.category),
        ]
    }

    /// Whether one of these members is given as the code or the message.
    pub(super) fn is_given(&self, names: &[String]) -> bool {
        let given = [&self.code, &self.message].into_iter().flatten();
        given
            .into_iter()
            .any(|given| names.iter().any(|name| normal(name) == normal(given)))
    }

    /// Adds an entry for each record to the draft.
    ///
    /// # Errors
    ///
    /// No entry has a member that is given.
    pub(super) fn take(
        &self,
        records: &[Record],
        draft: &mut Draft,
        report: &mut Report,
    ) -> Result<(), Failure> {
        let names = member_names(records);
        let mut roles = self.roles(&names, records)?;
        recognise(&mut roles, &names, records, report);
        if roles.get(Role::Message).is_none() && roles.get(Role::Description).is_some() {
            let place = records.first().map(|record| record.place.clone());
            report.guessed("no message: `--message` says which member has it", place);
        }
        rest(&roles, &names, records, report);
        let quotes = entry::quotes(&roles, records, report);
        for record in records {
            match entry::entry(record, &roles, quotes, report) {
                Ok(entry) => draft.entries.push(entry),
                Err(reason) => {
                    let name = record.key.clone().or_else(|| Some(shown(&record.value)));
                    let text = format!("`{}`: {reason}", name.unwrap_or_default());
                    report.left_out(text, Some(record.place.clone()));
                }
            }
        }
        Ok(())
    }

    /// Returns the members that are given.
    fn roles(&self, names: &[String], records: &[Record]) -> Result<Roles, Failure> {
        let mut roles = Roles::default();
        for (role, given) in self.given() {
            let Some(given) = given else {
                continue;
            };
            let same = names
                .iter()
                .find(|name| *name == given || normal(name) == normal(given));
            let pointer = same.unwrap_or(given);
            if !records
                .iter()
                .any(|record| record.value.at(pointer).is_some())
            {
                let failure = Failure::new(format!("no entry has a member `{given}`"));
                let near = nearest(given, names.iter().map(String::as_str));
                return Err(match near {
                    Some(near) => failure.help(format!("did you mean `{near}`?")),
                    None => failure.help(format!("expected one of `{}`", names.join("`, `"))),
                });
            }
            roles.found.push((role, Member::At(pointer.clone())));
        }
        Ok(roles)
    }
}

/// Returns the names of the members of the records, in order.
fn member_names(records: &[Record]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for record in records {
        for (name, _) in record.value.members() {
            // Most records have the members of the first.
            if !names.contains(name) && names.len() < 200 {
                names.push(name.clone());
            }
        }
    }
    names
}

/// Finds the members that are not given, by their names and values.
fn recognise(roles: &mut Roles, names: &[String], records: &[Record], report: &mut Report) {
    for role in Role::ALL {
        if roles.get(role).is_some() {
            continue;
        }
        let mut candidates = candidates(role, names);
        // The name of an entry is its code, unless a member has it, or else its message. A member that has statuses is
        // found before.
        if matches!(role, Role::Code | Role::Message) {
            candidates.push(Member::Key);
        }
        let fits = |member: &&Member| {
            !roles.is_used(member) && values::fit(role, member, is_certain(role, member), records)
        };
        let Some(member) = candidates.iter().find(fits) else {
            continue;
        };
        let count = records
            .iter()
            .filter(|record| record.get(member).is_some())
            .count();
        let of = format!("{count} of {}", counted(records.len(), "entry", "entries"));
        let what = match member {
            Member::Key => "the names of the entries".to_owned(),
            Member::At(name) => format!("`{name}` of {of}"),
        };
        let first = records
            .iter()
            .find_map(|record| Some((record.get(member)?, record)));
        let example = first
            .map(|(value, record)| (shown(&value), Place::new(&record.place.file, value.line)));
        let (example, place) = example.unzip();
        let text = format!(
            "the {}: {what}, such as `{}`",
            role.name(),
            example.unwrap_or_default()
        );
        report.guessed(text, place);
        roles.found.push((role, member.clone()));
    }
}

/// Returns the members with one of the names of a role, in the order of those names.
fn candidates(role: Role, names: &[String]) -> Vec<Member> {
    let known = role.names().iter();
    let found = known.flat_map(|known| names.iter().filter(move |name| normal(name) == *known));
    found.map(|name| Member::At(name.clone())).collect()
}

/// Whether the name alone shows what the member is.
fn is_certain(role: Role, member: &Member) -> bool {
    match member {
        Member::Key => role == Role::Code,
        Member::At(name) => role.certain().contains(&&*normal(name)),
    }
}

/// Reports the members that nothing is taken from.
fn rest(roles: &Roles, names: &[String], records: &[Record], report: &mut Report) {
    for name in names {
        let is_used = roles.found.iter().any(|(_, member)| match member {
            Member::At(pointer) => {
                pointer == name || pointer.trim_start_matches('/').split('/').next() == Some(name)
            }
            Member::Key => false,
        });
        if is_used {
            continue;
        }
        let having = || {
            records
                .iter()
                .filter_map(|record| Some((record, record.value.get(name)?)))
        };
        let count = counted(having().count(), "entry", "entries");
        let place = having()
            .next()
            .map(|(record, value)| Place::new(&record.place.file, value.line));
        report.left_out(format!("`{name}` of {count}"), place);
    }
}

/// Returns a value for a line of the report.
fn shown(value: &Value) -> String {
    let text = value.lines().unwrap_or_else(|| {
        let members = value.members().iter().filter_map(|(_, value)| value.text());
        members.collect::<Vec<_>>().join(", ")
    });
    cut(&text, 60)
}
