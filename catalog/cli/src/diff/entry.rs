//! Compares the old and the new form of an entry.

use super::change::Notes;
use super::envelope::Envelopes;
use super::kind::Kind;
use super::pair::Pair;
use super::{message, params, past, shown, translations, Frozen};
use crate::entry::in_unit;
use error_catalog_core::Severity;
use error_catalog_model::{Body, Catalog, Code, Entry, Location, Params, Retry};

/// What the comparison of entries needs from their catalogs.
pub(super) struct Context<'c> {
    pub(super) old: &'c Catalog,
    pub(super) new: &'c Catalog,
    pub(super) envelopes: &'c Envelopes,
    pub(super) frozen_messages: &'c Frozen,
}

pub(super) fn compare(context: &Context<'_>, pair: &Pair<'_>, notes: &mut Notes<'_>) {
    id(pair, notes);
    code(pair, notes);
    subcode(pair, notes);
    statuses(&pair.old.statuses, &pair.new.statuses, notes);
    envelope(context, pair, notes);
    message::compare(pair, context.frozen_messages, notes);
    params::compare(pair, sends_names(context, pair.old), notes);
    retry(pair, notes);
    scope(context, pair, notes);
    category(pair, notes);
    severity(pair, notes);
    title(context, pair, notes);
    prose(pair, notes);
    past::history(pair, notes);
    translations::compare(context.old, context.new, pair, notes);
    past::deprecated(pair, notes);
}

fn id(pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let (old, new) = (&pair.old.id, &pair.new.id);
    if old != new {
        notes.add(
            Kind::EntryRenamed,
            "id",
            Some(old.clone()),
            Some(new.clone()),
        );
    }
}

fn code(pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let kind = match (&pair.old.code, &pair.new.code) {
        (Code::Pattern(old), Code::Pattern(new)) if old.template == new.template => return,
        (Code::Pattern(old), Code::Pattern(new))
            if old.template.literals() == new.template.literals() =>
        {
            Kind::CodeRespelled
        }
        (old, new) if old == new => return,
        (Code::None, _) => Kind::CodeAdded,
        _ => Kind::CodeChanged,
    };
    let (old, new) = shown::codes(Some(&pair.old.code), Some(&pair.new.code));
    notes.add(kind, "code", old, new);
}

fn subcode(pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let (old, new) = (&pair.old.subcode, &pair.new.subcode);
    if old == new {
        return;
    }
    let kind = match old {
        None => Kind::SubcodeAdded,
        Some(_) => Kind::SubcodeChanged,
    };
    let (old, new) = shown::codes(old.as_ref(), new.as_ref());
    notes.add(kind, "subcode", old, new);
}

fn statuses(old: &[u16], new: &[u16], notes: &mut Notes<'_>) {
    let kind = if old.first() != new.first() {
        Kind::StatusChanged
    } else if new.iter().any(|status| !old.contains(status)) {
        Kind::StatusAdded
    } else if old.iter().any(|status| !new.contains(status)) {
        Kind::StatusRemoved
    } else {
        return;
    };
    notes.add(kind, "status", shown::statuses(old), shown::statuses(new));
}

fn envelope(context: &Context<'_>, pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let stayed = match (pair.old.envelope, pair.new.envelope) {
        // The catalog got its first envelope or lost its last one: a separate change.
        (None, _) | (_, None) => return,
        (Some(old), Some(new)) => context.envelopes.new_position(old) == Some(new),
    };
    if !stayed {
        let name = |catalog: &Catalog, entry: &Entry| {
            let envelope = catalog.envelopes.get(entry.envelope?)?;
            Some(envelope.name.clone())
        };
        let (old, new) = (name(context.old, pair.old), name(context.new, pair.new));
        notes.add(Kind::EnvelopeChanged, "envelope", old, new);
    }
}

/// Whether a response contains the names of the parameters.
fn sends_names(context: &Context<'_>, entry: &Entry) -> bool {
    let body = body(context.old, entry);
    let params = body.and_then(|body| body.params.as_ref());
    matches!(params, Some(Params::Object(_) | Params::Pairs { .. }))
}

/// The body that the entry is sent in.
fn body<'c>(catalog: &'c Catalog, entry: &Entry) -> Option<&'c Body> {
    match &catalog.envelopes.get(entry.envelope?)?.location {
        Location::Body(body) => Some(body),
        Location::Header(_) => None,
    }
}

fn retry(pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let is_safe_as_before = pair.old.is_safe_to_retry == pair.new.is_safe_to_retry;
    let kind = match (&pair.old.retry, &pair.new.retry) {
        (None, Some(_)) => Kind::RetryAdded,
        _ if !is_safe_as_before => Kind::RetryChanged,
        (old, new) if old == new => return,
        (Some(Retry::Param(old, unit)), Some(Retry::Param(new, new_unit)))
            if unit == new_unit && is_renamed(pair, old, new) =>
        {
            return
        }
        (Some(Retry::Header(old, unit)), Some(Retry::Header(new, new_unit)))
            if unit == new_unit && old.eq_ignore_ascii_case(new) =>
        {
            Kind::Documented
        }
        _ => Kind::RetryChanged,
    };
    notes.add(kind, "retry", shown_retry(pair.old), shown_retry(pair.new));
}

fn is_renamed(pair: &Pair<'_>, old: &str, new: &str) -> bool {
    let position = pair.old.params.iter().position(|param| param.name == old);
    position.is_some_and(|position| pair.new_name(position) == new)
}

fn shown_retry(entry: &Entry) -> Option<String> {
    let shown = match entry.retry.as_ref()? {
        Retry::Never => "never".to_owned(),
        Retry::AfterFix => "after-fix".to_owned(),
        Retry::Backoff => "backoff".to_owned(),
        Retry::After(time) => format!("after {}s", time.as_secs()),
        Retry::Header(header, unit) => format!("as in header {header}{}", in_unit(*unit)),
        Retry::Param(param, unit) => format!("as in parameter {param}{}", in_unit(*unit)),
    };
    let safe = if entry.is_safe_to_retry { ", safe" } else { "" };
    Some(format!("{shown}{safe}"))
}

fn scope(context: &Context<'_>, pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let (old, new) = (&pair.old.scope, &pair.new.scope);
    if old == new {
        return;
    }
    let is_sent = body(context.old, pair.old).is_some_and(|body| !body.scope.is_empty());
    let kind = if is_sent {
        Kind::ScopeChanged
    } else {
        Kind::ScopeRevised
    };
    notes.add(kind, "scope", old.clone(), new.clone());
}

fn category(pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let (old, new) = (&pair.old.category, &pair.new.category);
    if old != new {
        notes.add(Kind::CategoryChanged, "category", old.clone(), new.clone());
    }
}

fn severity(pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let (old, new) = (pair.old.severity, pair.new.severity);
    if old != new {
        let shown = |severity: Option<Severity>| severity.map(|it| it.as_str().to_owned());
        notes.add(Kind::SeverityChanged, "severity", shown(old), shown(new));
    }
}

fn title(context: &Context<'_>, pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let (old, new) = (&pair.old.title, &pair.new.title);
    let is_sent = body(context.old, pair.old).is_some_and(|body| !body.title.is_empty());
    if is_sent && old != new {
        notes.add(Kind::TitleReworded, "title", old.clone(), new.clone());
    } else {
        notes.text("title", old.as_ref(), new.as_ref());
    }
}

fn prose(pair: &Pair<'_>, notes: &mut Notes<'_>) {
    let Pair { old, new, .. } = pair;
    notes.text(
        "description",
        old.description.as_ref(),
        new.description.as_ref(),
    );
    notes.texts("causes", &old.causes, &new.causes);
    notes.text(
        "resolution",
        old.resolution.as_ref(),
        new.resolution.as_ref(),
    );
    notes.texts("examples", &old.examples, &new.examples);
}
