//! The envelopes of the schemas of error responses.

use super::entries::{Builder, Shape};
use super::members;
use super::params;
use super::responses::{Found, Response};
use crate::subcommands::import::ids;
use crate::subcommands::import::sources::shape::{self, Envelope, Member};
use crate::subcommands::import::values::Value;
use std::collections::HashMap;

impl<'v> Builder<'_, 'v> {
    /// Finds the envelope of a response, once for each schema.
    pub(super) fn shape(
        &mut self,
        response: &Response<'v>,
        found: &Found<'v>,
    ) -> Option<*const Value> {
        let key = response
            .schema
            .or_else(|| response.examples.first().map(|(example, _)| *example));
        let key = std::ptr::from_ref(key?);
        if self.shapes.contains_key(&key) {
            if let Some((_, _, uses)) = self
                .shapes
                .get(&key)
                .and_then(|it| self.envelopes.get_mut(it.envelope?))
            {
                *uses += 1;
            }
            return Some(key);
        }
        // All examples of responses with the schema.
        let same = |other: &&Response<'v>| match response.schema {
            Some(schema) => other
                .schema
                .is_some_and(|other| std::ptr::eq(other, schema)),
            None => std::ptr::eq(other.value, response.value),
        };
        let with_same: Vec<&Response<'v>> = found.responses.iter().filter(same).collect();
        let examples = || {
            with_same
                .iter()
                .flat_map(|it| it.examples.iter().map(|(example, _)| (*example, &*it.key)))
        };
        let bodies: Vec<&Value> = examples().map(|(example, _)| example).take(50).collect();
        let members = members::of(self.document, response.schema, &bodies);
        let is_status = |pointer: &str| {
            let mut values = examples()
                .filter_map(|(example, key)| Some((first(example, pointer)?.text()?, key)))
                .peekable();
            values.peek().is_some() && values.all(|(value, key)| value == key)
        };
        let envelope = shape::find(&members, response.content_type, self.given, &is_status);
        let mut by_code = HashMap::new();
        let index = envelope.map(|mut envelope| {
            let found = params::of(self.document, response.schema, &envelope);
            envelope.params = found.place;
            by_code = found.by_code;
            self.envelope(envelope, &members, response)
        });
        self.shapes.insert(
            key,
            Shape {
                members,
                envelope: index,
                params: by_code,
            },
        );
        Some(key)
    }

    /// Returns the index of an envelope, which is new or known.
    fn envelope(
        &mut self,
        envelope: Envelope,
        members: &[Member<'v>],
        response: &Response<'v>,
    ) -> usize {
        let schema = response.schema.unwrap_or(response.value);
        let name = response.schema_name.as_deref().unwrap_or("body");
        let others = members
            .iter()
            .filter(|member| !envelope.has(&member.pointer) && !member.pointer.contains('*'));
        let others: Vec<String> = others
            .take(20)
            .map(|member| match member.values.len() {
                0 | 1 => format!("`{}`", member.pointer),
                values => format!("`{}` ({values} values)", member.pointer),
            })
            .collect();
        if !others.is_empty() {
            let text = format!("other members of `{name}`: {}", others.join(", "));
            self.document.leave_out(text, schema);
        }
        if let Some(index) = self
            .envelopes
            .iter()
            .position(|(known, ..)| known.is_like(&envelope))
        {
            if let Some((known, _, uses)) = self.envelopes.get_mut(index) {
                *uses += 1;
                known.params = known.params.take().or(envelope.params);
            }
            return index;
        }
        let parts = envelope.shown();
        let text = match envelope.preset {
            Some(preset) => format!("`{name}` has the envelope `{preset}`: {parts}"),
            None => format!("`{name}` has {parts}"),
        };
        self.guess(text, schema);
        let mut name = kebab(name);
        while self.envelopes.iter().any(|(_, known, _)| *known == name) {
            name.push_str("-2");
        }
        self.envelopes.push((envelope, name, 1));
        self.envelopes.len() - 1
    }
}

/// Returns the first value at a pointer in which `*` is an element.
fn first<'v>(value: &'v Value, pointer: &str) -> Option<&'v Value> {
    match pointer.split_once("/*") {
        Some((before, after)) => first(value.at(before)?.elements().first()?, after),
        None => value.at(pointer),
    }
}

fn kebab(name: &str) -> String {
    let id = ids::from_words(name).unwrap_or_else(|| "BODY".to_owned());
    id.to_ascii_lowercase().replace('_', "-")
}
