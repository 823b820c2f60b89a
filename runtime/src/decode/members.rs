//! Members that are not in the catalog.

use super::place::pointer;
use crate::envelope::{Body, Params, Place, Step, Success};
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
    let mut paths: Vec<&[Step]> = Vec::with_capacity(known.len());
    for path in &known {
        paths.push(path);
    }
    let mut unknown = Unknown::default();
    visit(json, &paths, &mut String::new(), &mut unknown);
    unknown
}

/// Visits the members of a value that paths lead into. The depth of the recursion is at most the length of the
/// catalog's paths.
fn visit(json: Json<'_>, known: &[&[Step]], pointer: &mut String, unknown: &mut Unknown) {
    for (name, value) in json.members() {
        let Some(inner) = within(known, &name) else {
            continue;
        };
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

/// Returns the rest of the paths that begin with a member of this name; `None` if everything in it is known. A condition
/// is about everything there.
fn within<'p>(known: &[&'p [Step]], name: &str) -> Option<Vec<&'p [Step]>> {
    let mut inner = Vec::new();
    for path in known {
        match path {
            [Step::Name(first), rest @ ..] if *first == name => match rest {
                [] | [Step::Filter(_), ..] => return None,
                rest => inner.push(rest),
            },
            _ => {}
        }
    }
    Some(inner)
}

/// Returns the paths in an envelope, from the error.
fn known(shape: &'static Body, entry: Option<Entry>) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    let mut add = |place: &'static Place| {
        if let Some(path) = pointer(place) {
            known.push(Cow::Borrowed(path));
        }
    };
    shape.visit_places(&mut add);
    for constant in shape.constants {
        add(&constant.place);
    }
    for success in shape.success {
        if let Success::Value(place, _) = success {
            add(place);
        }
    }
    match &shape.params {
        Params::Object(place) if entry.is_none() => add(place),
        Params::None | Params::Object(_) => {}
        Params::Each(each) => {
            for (_, places) in *each {
                for place in *places {
                    add(place);
                }
            }
        }
        Params::Pairs(pairs) => add(&pairs.at),
    }
    if let (Params::Object(place), Some(entry)) = (&shape.params, entry) {
        for param in entry.params() {
            let object = pointer(place).unwrap_or_default();
            let mut path = Vec::with_capacity(object.len() + 1);
            path.extend_from_slice(object);
            path.push(Step::Name(param.name()));
            known.push(Cow::Owned(path));
        }
    }
    if let Some(batch) = &shape.batch {
        known.push(Cow::Borrowed(batch.errors));
        if let Some(results) = batch.results {
            known.push(Cow::Borrowed(results));
        }
    }
    known
}
