//! Members that are not in the catalog.

use super::place::pointer;
use crate::envelope::{Body, Params, Step, Success};
use crate::{Entry, Json};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use error_catalog_core::json::push_token;

/// The path to a member that is known, with everything in it.
type Known = Cow<'static, [Step]>;

/// The maximum number of unknown members that are listed: a body can have any number of them.
const MOST: usize = 100;

/// The members of a body that are not in the catalog.
#[derive(Default)]
pub(super) struct Unknown {
    /// The JSON pointers to the first ones.
    pub(super) first: Vec<String>,
    /// The number of the others.
    pub(super) more: usize,
}

/// Finds the members of a body that are not in the envelope. The parameters are those of the entry, if it is known.
pub(super) fn unknown(json: Json<'_>, shape: &'static Body, entry: Option<Entry>) -> Unknown {
    let known = known(shape, entry);
    let known: Vec<&[Step]> = known.iter().map(|path| &**path).collect();
    let mut unknown = Unknown::default();
    visit(json, &known, &mut String::new(), &mut unknown);
    unknown
}

/// Visits the members of a value that paths lead into. The depth of the recursion is at most the length of the
/// catalog's paths.
fn visit(json: Json<'_>, known: &[&[Step]], pointer: &mut String, unknown: &mut Unknown) {
    for (name, value) in json.members() {
        if within(known, &name).any(<[_]>::is_empty) {
            continue;
        }
        let inner: Vec<&[Step]> = within(known, &name).collect();
        if inner.is_empty() && unknown.first.len() == MOST {
            unknown.more += 1;
            continue;
        }
        let length = pointer.len();
        push_token(pointer, &name);
        if inner.is_empty() {
            unknown.first.push(pointer.clone());
        } else {
            visit(value, &inner, pointer, unknown);
        }
        pointer.truncate(length);
    }
}

/// Returns the rest of the paths that begin with a member of this name. A condition is about everything there.
fn within<'p>(known: &'p [&'p [Step]], name: &'p str) -> impl Iterator<Item = &'p [Step]> {
    let paths = known.iter().filter_map(move |path| match path {
        [Step::Name(first), rest @ ..] if *first == name => Some(rest),
        _ => None,
    });
    paths.map(|rest| match rest {
        [Step::Filter(_), ..] => &[],
        rest => rest,
    })
}

/// Returns the paths in an envelope, from the error.
fn known(shape: &'static Body, entry: Option<Entry>) -> Vec<Known> {
    let parts = [
        shape.code,
        shape.subcode,
        shape.message,
        shape.title,
        shape.status,
        shape.scope,
        shape.reference,
        shape.retry_after,
    ];
    let extra = shape.extra.iter().flat_map(|extra| extra.places);
    let causes = shape.causes.iter().map(|causes| &causes.at);
    let success = shape.success.iter().filter_map(|success| match success {
        Success::Value(place, _) => Some(place),
        Success::Code(_) => None,
    });
    let constants = shape.constants.iter().map(|constant| &constant.place);
    let places = parts
        .into_iter()
        .flatten()
        .chain(extra)
        .chain(constants)
        .chain(causes)
        .chain(success);
    let batch = shape.batch.iter();
    let batch = batch.flat_map(|batch| [Some(batch.errors), batch.results].into_iter().flatten());
    let mut known: Vec<Known> = places
        .filter_map(pointer)
        .chain(batch)
        .map(Cow::Borrowed)
        .collect();
    match (&shape.params, entry) {
        (Params::None, _) => {}
        (Params::Object(place), None) => known.extend(pointer(place).map(Cow::Borrowed)),
        (Params::Object(place), Some(entry)) => {
            let object = pointer(place).unwrap_or_default();
            let params = entry.params();
            let paths = params.map(|param| [object, &[Step::Name(param.name())]].concat());
            known.extend(paths.map(Cow::Owned));
        }
        (Params::Each(each), _) => {
            let places = each.iter().flat_map(|(_, places)| *places);
            known.extend(places.filter_map(pointer).map(Cow::Borrowed));
        }
        (Params::Pairs(pairs), _) => known.extend(pointer(&pairs.at).map(Cow::Borrowed)),
    }
    known
}
