//! Compares the parameters of an entry, and thus the fields of its variant.

use super::change::Notes;
use super::kind::Kind;
use super::pair::Pair;
use error_catalog_model::{Entry, Param, ParamType, Storage};
use std::collections::HashMap;

pub(super) fn compare(pair: &Pair<'_>, sends_names: bool, notes: &mut Notes<'_>) {
    for (old, new) in pair.params() {
        match new {
            Some(new) => compare_one(old, new, sends_names, notes),
            None => removed(pair, old, notes),
        }
    }
    for (index, new) in pair.new.params.iter().enumerate() {
        if !pair.params.contains(&Some(index)) {
            added(new, notes);
        }
    }
    storage(pair, notes);
    argument_order(pair, notes);
}

fn subject(param: &Param) -> String {
    format!("params.{}", param.name)
}

fn removed(pair: &Pair<'_>, param: &Param, notes: &mut Notes<'_>) {
    let was_free_text = pair.old.is_free_text && param.name == "message";
    let kind = if was_free_text && !pair.new.is_free_text {
        Kind::FreeTextEnded
    } else {
        Kind::ParamRemoved
    };
    notes.add(kind, subject(param), Some(shown(param)), None);
}

fn added(param: &Param, notes: &mut Notes<'_>) {
    let kind = if param.is_optional {
        Kind::DetailAdded
    } else {
        Kind::ParamAdded
    };
    notes.add(kind, subject(param), None, Some(shown(param)));
}

fn shown(param: &Param) -> String {
    let optional = if param.is_optional { ", optional" } else { "" };
    format!("{}{optional}", param.param_type.as_str())
}

fn compare_one(old: &Param, new: &Param, sends_names: bool, notes: &mut Notes<'_>) {
    if old == new {
        return;
    }
    let subject = subject(old);
    if old.name != new.name {
        let kind = match (sends_names, old.field == new.field) {
            (true, false) => Kind::ParamRenamed,
            (false, false) => Kind::FieldRenamed,
            (true, true) => Kind::ParamRespelled,
            (false, true) => Kind::NameRespelled,
        };
        notes.add(
            kind,
            &*subject,
            Some(old.name.clone()),
            Some(new.name.clone()),
        );
    }
    if old.param_type != new.param_type {
        let field = |param: &Param| field_type(param.param_type, Storage::Text);
        let kind = if field(old) == field(new) {
            Kind::ParamReread
        } else {
            Kind::ParamRetyped
        };
        let text = |param: &Param| Some(param.param_type.as_str().to_owned());
        notes.add(kind, &*subject, text(old), text(new));
    }
    if old.is_optional != new.is_optional {
        let kind = if new.is_optional {
            Kind::ParamOptional
        } else {
            Kind::ParamRequired
        };
        notes.add(kind, &*subject, Some(shown(old)), Some(shown(new)));
    }
    if old.is_sensitive != new.is_sensitive {
        let text = |is_sensitive| Some(String::from(if is_sensitive { "hidden" } else { "shown" }));
        let (was, is) = (text(old.is_sensitive), text(new.is_sensitive));
        notes.add(Kind::SensitivityChanged, &*subject, was, is);
    }
    if old.is_withheld() != new.is_withheld() {
        let kind = if new.is_withheld() {
            Kind::ParamWithheld
        } else {
            Kind::ParamSent
        };
        notes.add(kind, &*subject, None, None);
    }
    values(old, new, &subject, notes);
    let subject = format!("{subject}.description");
    notes.text(&subject, old.description.as_ref(), new.description.as_ref());
}

fn values(old: &Param, new: &Param, subject: &str, notes: &mut Notes<'_>) {
    let subject = format!("{subject}.values");
    let (was, is) = (meanings(old), meanings(new));
    for value in &old.values {
        match is.get(&*value.name) {
            None => notes.add(
                Kind::ValueRemoved,
                &*subject,
                Some(value.name.clone()),
                None,
            ),
            Some(today) => {
                let subject = format!("{subject}.{}", value.name);
                notes.text(&subject, Some(&value.description), Some(today));
            }
        }
    }
    for value in &new.values {
        if !was.contains_key(&*value.name) {
            notes.add(Kind::ValueAdded, &*subject, None, Some(value.name.clone()));
        }
    }
}

/// The documented values, each with its description.
fn meanings(param: &Param) -> HashMap<&str, &String> {
    let values = param.values.iter();
    values
        .map(|value| (&*value.name, &value.description))
        .collect()
}

/// Reports a field whose type changed only because of the fields beside it.
fn storage(pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let (old, new) = (pair.old.storage(), pair.new.storage());
    if old == new {
        return;
    }
    let changed = pair.params().find_map(|(param, today)| {
        let before = field_type(param.param_type, old);
        let after = field_type(param.param_type, new);
        (param.param_type == today?.param_type && before != after).then_some((before, after))
    });
    if let Some((before, after)) = changed {
        let text = |field: &str| Some(field.to_owned());
        notes.add(Kind::StorageChanged, "params", text(before), text(after));
    }
}

/// The type of a field that the derive writes; without the `Option` of an optional parameter.
pub(super) const fn field_type(param_type: ParamType, storage: Storage) -> &'static str {
    match (param_type, storage) {
        (ParamType::Integer, _) => "i64",
        (ParamType::Boolean, _) => "bool",
        (ParamType::List, Storage::Boxed) => "Box<Vec<Text>>",
        (ParamType::List, _) => "Vec<Text>",
        (_, Storage::Text) => "Text",
        (_, Storage::Compact) => "CompactText",
        (_, Storage::Boxed) => "Box<CompactText>",
    }
}

/// Reports reordered arguments of the constructor, which takes the required parameters in order. If they have the same
/// type, the compiler does not notice.
fn argument_order(pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let positions: Vec<usize> = pair
        .params
        .iter()
        .zip(&pair.old.params)
        .filter(|(_, old)| !old.is_optional)
        .filter_map(|(position, _)| *position)
        .filter(|position| {
            pair.new
                .params
                .get(*position)
                .is_some_and(|new| !new.is_optional)
        })
        .collect();
    if positions.is_sorted() {
        return;
    }
    let arguments = |entry: &Entry| {
        let required = entry.params.iter().filter(|param| !param.is_optional);
        let names: Vec<&str> = required.map(|param| &*param.name).collect();
        Some(names.join(", "))
    };
    let (old, new) = (arguments(pair.old), arguments(pair.new));
    notes.add(Kind::ArgumentsReordered, "params", old, new);
}
