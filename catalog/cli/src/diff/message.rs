//! Compares messages.

use super::change::{Notes, Place};
use super::kind::Kind;
use super::pair::Pair;
use super::shown;
use super::Frozen;

pub(super) fn compare(pair: &Pair<'_>, frozen: &Frozen, notes: &mut Notes<'_>) {
    let Pair { old, new, .. } = pair;
    if reads_the_same(pair) {
        return;
    }
    let place = Place::New(new.message_span);
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
    let kind = if is_frozen(pair, frozen) {
        Kind::MessageFrozen
    } else {
        Kind::MessageReworded
    };
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
    let Pair { old, new, params } = pair;
    let mut moved = old
        .message
        .params
        .iter()
        .map(|index| params.get(*index).copied().flatten());
    let mut placeholders = new.message.params.iter();
    old.is_free_text == new.is_free_text
        && (old.message.template == new.message.template
            || old.message.template.literals() == new.message.template.literals())
        && moved.all(|moved| moved.is_some() && moved == placeholders.next().copied())
}
