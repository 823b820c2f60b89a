//! Compares messages.

use super::change::{Notes, Place};
use super::forms::forms;
use super::kind::Kind;
use super::pair::Pair;
use super::shown;
use super::Frozen;
use error_catalog_model::Message;

pub(super) fn compare(pair: &Pair<'_>, frozen: &Frozen, notes: &mut Notes<'_>) {
    let Pair { old, new, .. } = pair;
    let kind = if is_frozen(pair, frozen) {
        Kind::MessageFrozen
    } else {
        Kind::MessageReworded
    };
    let place = Place::New(new.message_span);
    if !reads_the_same(pair) {
        template(pair, kind, place, notes);
    }
    let was = number(&old.message).map(|index| pair.new_name(index));
    let is = number(&new.message).and_then(|index| new.params.get(index));
    let is = is.map(|param| &*param.name);
    if was != is {
        let owned = |name: Option<&str>| name.map(str::to_owned);
        notes.add_at(place, kind, "message.plural", owned(was), owned(is));
    }
    let is_same = |was: &Message, is: &Message| reads_as(pair, was, is);
    for change in forms(&old.message, &new.message, is_same) {
        let subject = format!("message.{}", change.case);
        let place = change.place.unwrap_or(place);
        notes.add_at(place, kind, subject, change.old, change.new);
    }
}

/// Returns the parameter that decides between plural forms, if there are any.
fn number(message: &Message) -> Option<usize> {
    let plural = message.plural.as_ref();
    Some(plural.filter(|plural| !plural.forms.is_empty())?.param)
}

/// Compares the templates.
fn template(pair: &Pair<'_>, kind: Kind, place: Place, notes: &mut Notes<'_>) {
    let Pair { old, new, .. } = pair;
    for (index, param) in old.params.iter().enumerate() {
        let moved = pair.params.get(index).copied().flatten();
        let left = moved.is_some_and(|moved| !new.message.params.contains(&moved));
        if left && old.message.params.contains(&index) {
            let subject = format!("message.{}", param.name);
            notes.add_at(place, Kind::PlaceholderLeft, subject, None, None);
        }
    }
    // The same text can have other slots, which are reported as parameters.
    if shown::message(old) == shown::message(new) {
        return;
    }
    let text = |entry| Some(shown::message(entry).to_owned());
    notes.add_at(place, kind, "message", text(old), text(new));
}

fn is_frozen(pair: &Pair<'_>, frozen: &Frozen) -> bool {
    match frozen {
        Frozen::All => true,
        Frozen::Of(ids) => ids.contains(&pair.old.id) || ids.contains(&pair.new.id),
    }
}

/// Whether at most the names of placeholders differ, which are not sent.
fn reads_the_same(pair: &Pair<'_>) -> bool {
    let Pair { old, new, .. } = pair;
    old.is_free_text == new.is_free_text && reads_as(pair, &old.message, &new.message)
}

fn reads_as(pair: &Pair<'_>, old: &Message, new: &Message) -> bool {
    let params = old.params.iter();
    let mut moved = params.map(|index| pair.params.get(*index).copied().flatten());
    let mut placeholders = new.params.iter();
    (old.template == new.template || old.template.literals() == new.template.literals())
        && moved.all(|moved| moved.is_some() && moved == placeholders.next().copied())
}
