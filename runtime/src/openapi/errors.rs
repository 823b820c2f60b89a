//! The errors of a type, the shapes of the bodies that they are sent in, and the names of their schemas.

use crate::encode::outline::Sample;
use crate::encode::shape_of;
use crate::envelope::{Body, Envelope, Format};
use crate::{CatalogKind, Documentation, Entry, Occurrence};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The errors of a type.
pub(super) struct Errors {
    pub(super) errors: Vec<Described>,
    /// The shapes of their bodies, each once.
    pub(super) shapes: Vec<Shape>,
}

/// An error.
pub(super) struct Described {
    pub(super) entry: Entry,
    pub(super) documentation: Documentation,
    /// The bodies that it can be sent in, its own first, one for each media type; empty if it is sent in a header.
    pub(super) choices: Vec<Choice>,
}

/// A body that an error can be sent in.
pub(super) struct Choice {
    /// The position of its shape.
    pub(super) shape: usize,
    /// The envelope; `None` in a catalog without envelopes.
    pub(super) envelope: Option<&'static str>,
    pub(super) media_type: &'static str,
    /// The name of the schema.
    pub(super) name: String,
}

/// An error in one of its bodies.
pub(super) type Sent<'e> = (&'e Described, &'e Choice);

/// The shape of a body.
pub(super) struct Shape {
    pub(super) body: &'static Body,
    /// An entry of its catalog.
    pub(super) entry: Entry,
    /// What the names of schemas of its parts start with.
    pub(super) name: String,
}

impl Errors {
    pub(super) fn of<K: CatalogKind>(own: &str) -> Self {
        Self::of_kinds(K::ALL, own)
    }

    pub(super) fn of_kinds<K: CatalogKind>(kinds: &[K], own: &str) -> Self {
        let mut names = Names::default();
        let mut shapes: Vec<Shape> = Vec::new();
        let errors = kinds.iter().map(|kind| {
            let entry = kind.entry();
            let prefix = match own {
                "" => pascal(entry.catalog().name()),
                own => String::from(own),
            };
            let name = format!("{prefix}_{}", entry.variant());
            let choices = bodies(entry)
                .into_iter()
                .enumerate()
                .map(|(index, (envelope, body))| {
                    let known = shapes
                        .iter()
                        .position(|shape| core::ptr::eq(shape.body, body));
                    let envelope_name = pascal(envelope.unwrap_or("plain"));
                    let shape = known.unwrap_or_else(|| {
                        let name = names.unique(&format!("{prefix}_{envelope_name}_body"));
                        shapes.push(Shape { body, entry, name });
                        shapes.len() - 1
                    });
                    let name = if index == 0 {
                        name.clone()
                    } else {
                        format!("{name}_{envelope_name}")
                    };
                    Choice {
                        shape,
                        envelope,
                        media_type: body.media_type().unwrap_or_default(),
                        name: names.unique(&name),
                    }
                });
            Described {
                choices: choices.collect(),
                entry,
                documentation: kind.documentation(),
            }
        });
        Self {
            errors: errors.collect(),
            shapes,
        }
    }
}

impl Described {
    /// The error with made-up values.
    pub(super) fn sample(&self) -> Sample {
        Sample::new(self.entry, self.documentation)
    }

    /// An occurrence of it in one of the bodies.
    pub(super) fn occurrence(&self, choice: Option<&Choice>) -> Occurrence<Sample> {
        let occurrence =
            Occurrence::new(self.sample()).with_reference("00000000-0000-4000-8000-000000000000");
        match choice.and_then(|choice| choice.envelope) {
            Some(envelope) => occurrence.with_envelope(envelope),
            None => occurrence,
        }
    }
}

/// The bodies that an error can be sent in, with the names of their envelopes: the one of its entry, then those that a
/// client can choose instead.
fn bodies(entry: Entry) -> Vec<(Option<&'static str>, &'static Body)> {
    let Some(own) = shape_of(entry) else {
        return Vec::new();
    };
    let all = entry.catalog().envelopes();
    let with_name = |envelope: &'static Envelope| Some((Some(envelope.name), envelope.body()?));
    let named = |envelope: &&Envelope| envelope.body().is_some_and(|body| core::ptr::eq(body, own));
    let own_name = all.iter().find(named).map(|envelope| envelope.name);
    let mut bodies: Vec<(Option<&'static str>, &'static Body)> = Vec::new();
    for (name, body) in core::iter::once((own_name, own)).chain(all.iter().filter_map(with_name)) {
        let has_content = !matches!(body.format, Format::Empty | Format::Grpc);
        if has_content
            && bodies
                .iter()
                .all(|(_, known)| essence(known) != essence(body))
        {
            bodies.push((name, body));
        }
    }
    bodies
}

/// The media type without its parameters.
fn essence(body: &Body) -> Option<String> {
    let media_type = body.media_type()?.split(';').next()?;
    Some(media_type.trim().to_ascii_lowercase())
}

/// Names that are unique.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    /// Returns a name, with a number if it is taken.
    fn unique(&mut self, name: &str) -> String {
        let mut unique = String::from(name);
        let mut number = 1;
        while !self.0.insert(unique.clone()) {
            number += 1;
            unique = format!("{name}_{number}");
        }
        unique
    }
}

/// A name of the catalog as a part of the name of a schema, without the characters that such a name cannot have.
fn pascal(name: &str) -> String {
    let words = name.split(|character: char| !character.is_ascii_alphanumeric());
    let words = words.flat_map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters)
    });
    words.collect()
}
