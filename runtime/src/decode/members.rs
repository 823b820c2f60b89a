//! Members that are not in the catalog.

use crate::envelope::{Body, Pointers};
use crate::{Entry, Json};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// A path to a member that is known, with everything in it.
type Path = Cow<'static, [&'static str]>;

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
    let known: Vec<&[&str]> = known.iter().map(|path| &**path).collect();
    let mut unknown = Unknown::default();
    visit(json, &known, &mut String::new(), &mut unknown);
    unknown
}

/// Visits the members of a value that paths lead into. The depth of the recursion is at most the length of the
/// catalog's paths.
fn visit(json: Json<'_>, known: &[&[&str]], pointer: &mut String, unknown: &mut Unknown) {
    for (name, value) in json.members() {
        if within(known, &name).any(<[_]>::is_empty) {
            continue;
        }
        let inner: Vec<&[&str]> = within(known, &name).collect();
        if inner.is_empty() && unknown.first.len() == MOST {
            unknown.more += 1;
            continue;
        }
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
        if inner.is_empty() {
            unknown.first.push(pointer.clone());
        } else {
            visit(value, &inner, pointer, unknown);
        }
        pointer.truncate(length);
    }
}

/// Returns the rest of the paths that begin with a member of this name.
fn within<'p>(known: &'p [&'p [&'p str]], name: &'p str) -> impl Iterator<Item = &'p [&'p str]> {
    let paths = known.iter().filter_map(|path| path.split_first());
    paths
        .filter(move |(first, _)| **first == name)
        .map(|(_, rest)| rest)
}

/// Returns the paths in an envelope.
fn known(shape: &'static Body, entry: Option<Entry>) -> Vec<Path> {
    let parts = [
        shape.code,
        shape.message,
        shape.status,
        shape.scope,
        shape.reference,
    ];
    let batch = shape.batch.iter();
    let batch = batch.flat_map(|batch| [Some(batch.errors), batch.results].into_iter().flatten());
    let mut known: Vec<Path> = parts
        .into_iter()
        .flatten()
        .chain(shape.extra.iter().map(|extra| extra.pointer))
        .chain(shape.retry_after.iter().copied())
        .chain(shape.causes.iter().flat_map(|causes| causes.at).copied())
        .chain(batch)
        .map(Cow::Borrowed)
        .collect();
    match (&shape.params, entry) {
        (Pointers::None, _) => {}
        (Pointers::Object(pointer), None) => known.push(Cow::Borrowed(pointer)),
        (Pointers::Object(pointer), Some(entry)) => {
            let params = entry.params();
            known.extend(params.map(|param| Cow::Owned([pointer, &[param.name()][..]].concat())));
        }
        (Pointers::Each(each), _) => {
            let places = each.iter().flat_map(|(_, places)| *places);
            known.extend(places.map(|place| Cow::Borrowed(*place)));
        }
    }
    known
}
