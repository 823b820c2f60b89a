//! From the layout of an error to its outline.

use super::super::body::with_layout;
use super::super::layout::{Context, Layout};
use super::super::object::{index, within, Slot, Whole, Write};
use super::super::value::{Inner as Part, Item, Members};
use super::{Array, Member, Outline, Sample};
use crate::envelope::{Body, Causes, Inner, Place, Step};
use crate::header::RetryAfter;
use crate::json::quoted;
use crate::{CatalogError, ParamType};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::time::Duration;

type Slots<'s> = [Slot<'s, Item<'s>>];

/// The outline of the body with an error.
pub(crate) fn of(shape: &'static Body, error: &Sample) -> Outline {
    with_layouts(shape, shape.causes, None, error, |outliner, full, least| {
        let Some(place) = shape.errors.first() else {
            return outliner.whole(&full.error, &least.error);
        };
        let element = outliner.whole(&full.error, &least.error);
        let outliner = Outliner {
            element: Some(&element),
            ..*outliner
        };
        outliner.whole(
            &with_errors(&full.root, place),
            &with_errors(&least.root, place),
        )
    })
}

/// The outline of an element of the array of errors.
pub(crate) fn element(shape: &'static Body, error: &Sample) -> Outline {
    with_layouts(shape, shape.causes, None, error, |outliner, full, least| {
        outliner.whole(&full.error, &least.error)
    })
}

/// The outline of an error within an error, in the place with this index.
pub(crate) fn cause(shape: &'static Body, index: usize, error: &Sample) -> Outline {
    let Some(causes) = shape.causes.get(index) else {
        return Outline::Any;
    };
    let has_code = !causes.body.code.is_empty() && !error.entry().code().is_none();
    let is_text = !has_code && causes.body.message.is_empty();
    if causes.inner == Inner::Whole || is_text {
        return TEXT;
    }
    let chain = causes.chain.first().map(|place| (place, index));
    let all = shape.causes;
    with_layouts(causes.body, all, chain, error, |outliner, full, least| {
        outliner.whole(&full.error, &least.error)
    })
}

/// The slots of a body, and the array of errors.
fn with_errors<'s>(root: &Slots<'s>, place: &'static Place) -> Vec<Slot<'s, Item<'s>>> {
    let mut slots = root.to_vec();
    if let Place::Pointer(path) | Place::Query(path) = place {
        let item = Item::Written(ERRORS);
        slots.push(Slot { path, item });
    }
    slots
}

/// Notes of what is written at a place, instead of its JSON.
const ERRORS: &str = "errors";
const CAUSES: &str = "causes ";

/// Lays the error out twice: with everything that it can have, and with nothing that it can lack. A chain of errors
/// continues in a place of the error itself.
fn with_layouts(
    shape: &'static Body,
    causes: &'static [Causes],
    chain: Option<(&'static Place, usize)>,
    error: &Sample,
    read: impl Fn(&Outliner<'_>, &Layout<'_>, &Layout<'_>) -> Outline,
) -> Outline {
    let extras = shape.extra.iter();
    let extras = extras.map(|extra| (String::from(extra.name), extra.param_type.as_str().into()));
    let extras: Vec<(String, String)> = extras.collect();
    let places = shape.causes.iter().map(|causes| &causes.at);
    let places = places.zip(0..).chain(chain);
    let places = places.map(|(place, index)| (place, format!("{CAUSES}{index}")));
    let places: Vec<(&Place, String)> = places.collect();
    let full = Context {
        reference: Some(""),
        retry_after: Some(RetryAfter::Delay(Duration::from_secs(1))),
        extras: &extras,
        causes: &places,
        ..Context::default()
    };
    let least = Context::default();
    let outliner = Outliner {
        causes,
        element: None,
    };
    let mut outline = Outline::Any;
    with_layout(shape, None, error, &full, |full| {
        with_layout(shape, None, &error.without_optional(), &least, |least| {
            outline = read(&outliner, full, least);
        });
    });
    outline
}

struct Outliner<'o> {
    causes: &'static [Causes],
    /// The outline of an element of the array of errors, in the body around it.
    element: Option<&'o Outline>,
}

impl Outliner<'_> {
    /// The outline of what is at some places, of which some are always there.
    ///
    /// The recursion is as deep as a path of the catalog is long.
    fn whole(&self, full: &Slots<'_>, least: &Slots<'_>) -> Outline {
        match (Whole::of(full), Whole::of(least)) {
            (Whole::Value(item), Whole::Value(other)) => self.value(&item).or(self.value(&other)),
            (Whole::Value(item), _) if least.is_empty() => self.value(&item),
            (Whole::Elements, Whole::Elements) => self.elements(full, least),
            (Whole::Object, Whole::Object) => self.object(full, least),
            (Whole::Array(length), Whole::Array(_)) => self.array(full, least, length),
            (Whole::Elements, _) if least.is_empty() => self.elements(full, least),
            (Whole::Array(length), _) if least.is_empty() => self.array(full, least, length),
            (Whole::Value(item), _) => self.value(&item).or(self.whole(least, least)),
            // What the error can lack makes it another kind of value.
            _ => self.whole(full, &[]).or(self.whole(least, least)),
        }
    }

    fn object(&self, full: &Slots<'_>, least: &Slots<'_>) -> Outline {
        let mut members: Vec<Member> = Vec::new();
        let is_known =
            |members: &[Member], name: &str| members.iter().any(|member| member.name == name);
        for slot in full {
            let Some(Step::Name(name)) = slot.path.first() else {
                continue;
            };
            if !is_known(&members, name) {
                let step = Step::Name(name);
                let (inner, least) = (within(full, step), within(least, step));
                members.push(Member {
                    name: String::from(*name),
                    is_required: !least.is_empty(),
                    outline: self.whole(&inner, &least),
                });
            }
        }
        let is_required = |name: &str| {
            least
                .iter()
                .any(|slot| slot.path.is_empty() && slot.item.has_member(name))
        };
        for slot in full.iter().filter(|slot| slot.path.is_empty()) {
            for member in of_params(&slot.item, is_required) {
                if !is_known(&members, &member.name) {
                    members.push(member);
                }
            }
        }
        Outline::Object(members)
    }

    fn array(&self, full: &Slots<'_>, least: &Slots<'_>, length: usize) -> Outline {
        let element = |element: usize| {
            let mut steps = full.iter().filter_map(|slot| slot.path.first());
            let is_it =
                |step: &&Step| matches!(step, Step::Name(name) if index(name) == Some(element));
            let Some(step) = steps.find(is_it) else {
                return Outline::Null;
            };
            let least = within(least, *step);
            let outline = self.whole(&within(full, *step), &least);
            if least.is_empty() {
                outline.or(Outline::Null)
            } else {
                outline
            }
        };
        let least = match Whole::of(least) {
            Whole::Array(length) => length,
            _ => 0,
        };
        Outline::Array(Array {
            first: (0..length).map(element).collect(),
            rest: Box::new(Outline::Any),
            least,
        })
    }

    /// If one can be missing, any can be the first.
    fn elements(&self, full: &Slots<'_>, least: &Slots<'_>) -> Outline {
        let mut outlines = Vec::new();
        let mut count = 0;
        for (index, slot) in full.iter().enumerate() {
            let Some(filter) = slot.filter() else {
                continue;
            };
            let step = Step::Filter(filter);
            let before = full.get(..index).unwrap_or_default();
            if before.iter().any(|slot| slot.begins_with(step)) {
                continue;
            }
            let condition = Slot {
                path: filter.member,
                item: Item::literal(filter.literal),
            };
            let [inner, least] = [full, least].map(|slots| {
                let mut inner = within(slots, step);
                let is_there = !inner.is_empty();
                inner.insert(0, condition);
                (inner, is_there)
            });
            count += usize::from(least.1);
            outlines.push(self.whole(&inner.0, &least.0));
        }
        let (first, rest) = if outlines.len() == count {
            (outlines, Outline::Any)
        } else {
            (Vec::new(), Outline::AnyOf(outlines))
        };
        Outline::Array(Array {
            first,
            rest: Box::new(rest),
            least: count,
        })
    }

    fn value(&self, item: &Item<'_>) -> Outline {
        match item {
            Item::Number(_) | Item::Text(_) | Item::Boolean(_) | Item::Constant(_) => fixed(item),
            Item::Param(_, param_type) => Outline::Of(*param_type),
            Item::Params(_) => Outline::Object(of_params(item, |_| false)),
            Item::Pairs(params, pairs) => self.pairs(params, pairs.name, pairs.value),
            Item::Within(Part::Code(entry, _), _) if entry.has_code_pattern() => TEXT,
            Item::Within(Part::Code(..) | Part::Number(_) | Part::Text(_), _) => {
                Outline::Fixed(quoted(&item.text()))
            }
            Item::Code(..) | Item::Message(..) | Item::Prose(_) | Item::Within(..) => TEXT,
            Item::Delay(sent) if sent.has_unit() && sent.number().is_some() => INTEGER,
            Item::Delay(sent) if sent.has_unit() => TEXT,
            Item::Delay(_) => INTEGER.or(TEXT),
            Item::Written(note) => self.noted(note),
        }
    }

    fn pairs(
        &self,
        params: &Members<'_>,
        name: &'static [Step],
        value: &'static [Step],
    ) -> Outline {
        let pairs = params.iter().map(|(param, own)| {
            let slots = [
                Slot {
                    path: name,
                    item: Item::Text(param.name()),
                },
                Slot {
                    path: value,
                    item: Item::Param(*own, param.param_type()),
                },
            ];
            self.whole(&slots, &slots)
        });
        Outline::Array(Array {
            first: Vec::new(),
            rest: Box::new(Outline::AnyOf(pairs.collect())),
            least: 0,
        })
    }

    /// What is written at a place, from the note there.
    fn noted(&self, note: &str) -> Outline {
        if note == ERRORS {
            return Outline::Array(Array {
                first: self.element.cloned().into_iter().collect(),
                rest: Box::new(Outline::Element),
                least: 1,
            });
        }
        let cause = note
            .strip_prefix(CAUSES)
            .and_then(|index| index.parse().ok());
        if let Some((index, causes)) =
            cause.and_then(|index: usize| Some((index, self.causes.get(index)?)))
        {
            let cause = Outline::Cause(index);
            let list = Outline::Array(Array {
                first: Vec::new(),
                rest: Box::new(cause.clone()),
                least: 1,
            });
            return match causes.inner {
                Inner::List => list,
                Inner::One => cause,
                Inner::Whole => TEXT,
                Inner::ByKey(_) => Outline::Map(Some(Box::new(list))),
                Inner::Leaf { .. } | Inner::Nested(_) => Outline::Map(None),
            };
        }
        let mut types = ParamType::ALL.into_iter();
        let extra = types.find(|param_type| param_type.as_str() == note);
        extra.map_or(Outline::Any, |param_type| match param_type {
            // A member of the body is written as it is given.
            ParamType::Decimal => Outline::Any,
            other => Outline::Of(other),
        })
    }
}

const TEXT: Outline = Outline::Of(ParamType::String);
const INTEGER: Outline = Outline::Of(ParamType::Integer);

fn fixed(item: &Item<'_>) -> Outline {
    let mut json = String::new();
    item.write(&mut crate::json::Writer::new(&mut json));
    Outline::Fixed(json)
}

/// The parameters of an object as its members.
fn of_params(item: &Item<'_>, is_required: impl Fn(&str) -> bool) -> Vec<Member> {
    let Item::Params(params) = item else {
        return Vec::new();
    };
    let members = params.iter().map(|(param, _)| Member {
        name: param.name().to_string(),
        is_required: is_required(param.name()),
        outline: Outline::Of(param.param_type()),
    });
    members.collect()
}
