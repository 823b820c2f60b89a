//! What a body can contain, as the encoder writes it: the same layout, once with everything that an error can have and once
//! with nothing that it can lack.

mod of;
mod sample;

pub(crate) use of::{cause, element, of};
pub(crate) use sample::Sample;

use crate::ParamType;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// What can be at a place of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outline {
    /// Any value.
    Any,
    /// This value, as JSON.
    Fixed(String),
    /// A value of this type.
    Of(ParamType),
    Null,
    Object(Vec<Member>),
    Array(Array),
    /// An error within the error, in the place with this index.
    Cause(usize),
    /// An object of such values: by key, or in objects within each other.
    Map(Option<Box<Outline>>),
    /// Another element of the array of errors.
    Element,
    /// One of several.
    AnyOf(Vec<Outline>),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) is_required: bool,
    pub(crate) outline: Outline,
}

/// An array: its first elements, and the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Array {
    pub(crate) first: Vec<Outline>,
    pub(crate) rest: Box<Outline>,
    /// The number of elements that are always there.
    pub(crate) least: usize,
}

impl Outline {
    /// What is one or the other.
    pub(crate) fn or(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Any, _) | (_, Self::Any) => Self::Any,
            (Self::Object(one), Self::Object(other)) => Self::Object(merged(one, other)),
            (Self::AnyOf(options), other) => other
                .into_options()
                .into_iter()
                .fold(Self::AnyOf(options), Self::with),
            (one, other) => Self::AnyOf(vec![one]).or(other),
        }
    }

    fn into_options(self) -> Vec<Self> {
        match self {
            Self::AnyOf(options) => options,
            other => vec![other],
        }
    }

    /// Adds an option; the objects among them are one.
    fn with(self, option: Self) -> Self {
        let mut options = self.into_options();
        let is_object = |option: &Self| matches!(option, Self::Object(_));
        let known = options
            .iter()
            .position(|known| *known == option || (is_object(known) && is_object(&option)));
        match known {
            Some(index) => {
                let known = options.remove(index);
                options.insert(index, known.or(option));
            }
            None => options.push(option),
        }
        Self::AnyOf(options)
    }
}

/// The members of one object or another: those that both require are required.
fn merged(one: Vec<Member>, other: Vec<Member>) -> Vec<Member> {
    let mut other: Vec<Option<Member>> = other.into_iter().map(Some).collect();
    let mut members: Vec<Member> = one
        .into_iter()
        .map(|member| {
            let same = other.iter_mut().find(|other| {
                other
                    .as_ref()
                    .is_some_and(|other| other.name == member.name)
            });
            match same.and_then(Option::take) {
                Some(same) => Member {
                    is_required: member.is_required && same.is_required,
                    outline: member.outline.or(same.outline),
                    name: member.name,
                },
                None => optional(member),
            }
        })
        .collect();
    members.extend(other.into_iter().flatten().map(optional));
    members
}

fn optional(member: Member) -> Member {
    Member {
        is_required: false,
        ..member
    }
}
