//! Finds the parts of an error among the members of a body.

use super::envelope::{Causes, Envelope};
use super::members::{Kind, Member};
use super::names::{normal, AROUND, CODES, FIELDS, LISTS, MESSAGES, REFERENCES, STATUSES};

/// How deep the parts of an error are, at most.
const DEEPEST: usize = 3;

/// Finds the parts below a pointer, outside arrays.
pub(super) fn parts(
    members: &[Member<'_>],
    below: &str,
    is_status: &dyn Fn(&str) -> bool,
) -> Envelope {
    let inside = Inside::new(members, below);
    let is_status = |pointer: &str| is_status(&format!("{below}{pointer}"));
    let status = inside.part(&STATUSES, &|pointer, member| {
        member.kind == Kind::Integer && !is_of_another(pointer) || is_status(pointer)
    });
    // A code that is always the status is the status.
    let status = status.or_else(|| {
        inside.part(&CODES, &|pointer, member| {
            is_scalar(member) && is_status(pointer)
        })
    });
    let is_free = |pointer: &str| status.as_deref() != Some(pointer);
    let message = inside.part(&MESSAGES, &|pointer, member| {
        let is_text = matches!(member.kind, Kind::String | Kind::Other);
        is_text && is_free(pointer) && member.values.is_empty()
    });
    let code = inside.part(&CODES, &|pointer, member| {
        let is_free = is_free(pointer) && message.as_deref() != Some(pointer);
        is_scalar(member) && is_free && is_sure(member, message.is_some())
    });
    let title = inside.part(&["title"], &|pointer, member| {
        let is_other = message.as_deref() != Some(pointer);
        member.kind == Kind::String && is_other && !is_of_another(pointer)
    });
    let reference = inside.reference(code.as_deref());
    Envelope {
        code,
        message,
        title,
        status,
        reference,
        ..Envelope::default()
    }
}

fn is_scalar(member: &Member<'_>) -> bool {
    matches!(member.kind, Kind::String | Kind::Integer | Kind::Other)
}

/// Whether the name of a code is not that of something else. A constant beside no message is the kind of an object.
fn is_sure(member: &Member<'_>, has_message: bool) -> bool {
    match &*normal(&member.name) {
        "type" | "key" | "slug" => has_message || member.values.len() > 1,
        "name" | "id" | "reason" => {
            member.values.len() > 1 || has_message && !member.values.is_empty()
        }
        _ => true,
    }
}

/// The members below a pointer, by their pointers from there.
struct Inside<'m, 'v> {
    members: Vec<(&'m str, &'m Member<'v>)>,
}

impl<'m, 'v> Inside<'m, 'v> {
    fn new(members: &'m [Member<'v>], below: &str) -> Self {
        let inside = members.iter().filter_map(|member| {
            let pointer = member.pointer.strip_prefix(below)?;
            (pointer.starts_with('/') && !pointer.contains('*')).then_some((pointer, member))
        });
        Self {
            members: inside.collect(),
        }
    }

    /// Returns the pointer of the member that has one of these names, the surest first, and fits. A member within another
    /// one than the error is that of something else, unless no other fits.
    fn part(&self, names: &[&str], fits: &dyn Fn(&str, &Member<'_>) -> bool) -> Option<String> {
        let ranked = self.members.iter().filter_map(|(pointer, member)| {
            let name = normal(&member.name);
            let rank = names.iter().position(|known| *known == name)?;
            let depth = pointer.matches('/').count();
            (depth <= DEEPEST && fits(pointer, member)).then_some((
                is_of_another(pointer),
                rank,
                depth,
                *pointer,
            ))
        });
        let best =
            ranked.min_by_key(|(is_of_another, rank, depth, _)| (*is_of_another, *rank, *depth));
        best.map(|(.., pointer)| pointer.to_owned())
    }

    fn reference(&self, code: Option<&str>) -> Option<String> {
        let is_other = |pointer: &str| code != Some(pointer);
        let named = self.part(&REFERENCES, &|pointer, member| {
            let is_near = !is_of_another(pointer) || pointer.matches('/').count() <= 2;
            is_scalar(member) && is_near && is_other(pointer)
        });
        // Or an id whose description says that it identifies one occurrence of the error.
        named.or_else(|| {
            let id = self.members.iter().find(|(pointer, member)| {
                let description = member.description.unwrap_or_default().to_lowercase();
                let words = ["instance", "support", "request", "log", "trace"];
                let is_of_instance = words.iter().any(|it| description.contains(it));
                normal(&member.name) == "id" && is_of_instance && is_other(pointer)
            });
            id.map(|(pointer, _)| (*pointer).to_owned())
        })
    }
}

/// Whether a pointer leads through an object that is not the error itself.
fn is_of_another(pointer: &str) -> bool {
    let around = pointer.rsplit_once('/').map_or("", |(around, _)| around);
    let mut names = around.split('/').filter(|name| !name.is_empty());
    names.any(|name| !AROUND.contains(&&*normal(name)))
}

/// Finds an array of errors beside the code and the message.
pub(super) fn causes(members: &[Member<'_>], envelope: &Envelope) -> Option<Causes> {
    let arrays = members
        .iter()
        .filter(|it| it.kind == Kind::Array && !it.pointer.contains('*'));
    let arrays = arrays.filter(|it| LISTS.contains(&&*normal(&it.name)));
    arrays.into_iter().find_map(|array| {
        let below = format!("{}/*", array.pointer);
        let inner = parts(members, &below, &|_| false);
        let mut elements = members.iter().filter(|member| member.pointer == below);
        let are_strings = elements.any(|element| element.kind == Kind::String);
        let field = members.iter().find_map(|member| {
            let pointer = member.pointer.strip_prefix(&*below)?;
            let is_field = FIELDS.contains(&&*normal(&member.name)) && !pointer.contains('*');
            (is_field && member.kind == Kind::String).then(|| pointer.to_owned())
        });
        let message = inner.message.or(are_strings.then(String::new))?;
        let is_free = |pointer: &String| *pointer != message;
        Some(Causes {
            at: array.pointer.clone(),
            code: inner
                .code
                .filter(|code| is_free(code) && field.as_ref() != Some(code)),
            field: field.filter(is_free),
            message,
        })
        .filter(|_| envelope.code.is_some() || envelope.message.is_some())
    })
}
