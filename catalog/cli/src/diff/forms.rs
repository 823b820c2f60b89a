//! Compares the plural forms of messages.

use super::change::Place;
use error_catalog_model::{Message, PluralCase, PluralForm};

/// The change of a plural form.
pub(super) struct FormChange {
    /// The numbers that the form is for.
    pub(super) case: PluralCase,
    pub(super) old: Option<String>,
    pub(super) new: Option<String>,
    /// The place of the new form, if there is one.
    pub(super) place: Option<Place>,
}

/// Returns the forms for some numbers that only one of the messages has, or that differ.
pub(super) fn forms(
    old: &Message,
    new: &Message,
    is_same: impl Fn(&Message, &Message) -> bool,
) -> Vec<FormChange> {
    let known = old
        .forms()
        .iter()
        .map(|was| (Some(was), find(new, was.case)));
    let added = new.forms().iter().map(|is| (find(old, is.case), Some(is)));
    let added = added.filter(|(was, _)| was.is_none());
    let differ = known.chain(added).filter(|pair| match pair {
        (Some(was), Some(is)) => !is_same(&was.message, &is.message),
        _ => true,
    });
    let source = |form: &PluralForm| form.message.template.source().to_owned();
    let changes = differ.filter_map(|(was, is)| {
        Some(FormChange {
            case: was.or(is)?.case,
            old: was.map(source),
            new: is.map(source),
            place: is.map(|is| Place::New(is.span)),
        })
    });
    changes.collect()
}

fn find(message: &Message, case: PluralCase) -> Option<&PluralForm> {
    let mut forms = message.forms().iter();
    forms.find(|form| form.case == case)
}
