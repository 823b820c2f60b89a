//! Finds the envelope of a body: a preset, or the parts that its members show.

use super::envelope::{Envelope, Given};
use super::members::{Kind, Member};
use super::names::{normal, WHOLE};
use super::parts::{causes, parts};
use super::query::of_pointer;

/// Finds the parts among the members of a body; `None` if it has neither a code nor a message.
///
/// `is_status` says whether the values at a pointer are always the status of the response.
pub(in super::super) fn find(
    members: &[Member<'_>],
    content_type: Option<&str>,
    given: &Given,
    is_status: &dyn Fn(&str) -> bool,
) -> Option<Envelope> {
    let has = |pointer: &str| members.iter().any(|member| member.pointer == pointer);
    if given.code.is_none() && given.message.is_none() {
        if let Some(preset) = preset(&has, content_type) {
            return Some(preset);
        }
    }
    let mut envelope = parts(members, "", is_status);
    given.set(&mut envelope, &has);
    if envelope.code.is_none() || envelope.message.is_none() {
        // A list of errors, also one that is the whole body.
        let lists = members
            .iter()
            .filter(|it| it.kind == Kind::Array && WHOLE.contains(&&*normal(&it.name)));
        let lists = lists.map(|it| it.pointer.clone()).chain([String::new()]);
        let listed = lists.filter_map(|list| {
            let below = format!("{list}/*");
            let mut inner = parts(members, &below, is_status);
            // An array of strings has only messages.
            let mut elements = members.iter().filter(|member| member.pointer == below);
            if inner.message.is_none() && elements.any(|element| element.kind == Kind::String) {
                inner.message = Some(String::new());
            }
            inner.message.is_some().then_some((list, inner))
        });
        let found: Vec<_> = listed.collect();
        // Elements beside a message are the causes of an error, unless the schema has their codes.
        let is_better = |list: &str, inner: &Envelope| match &inner.code {
            Some(code) => {
                let pointer = format!("{list}/*{code}");
                let code = members.iter().find(|member| member.pointer == pointer);
                envelope.message.is_none() || code.is_some_and(|code| !code.values.is_empty())
            }
            None => envelope.message.is_none(),
        };
        let mut found = found.into_iter();
        let better = found.find(|(list, inner)| is_better(list, inner));
        if let Some((list, inner)) = better {
            envelope = Envelope {
                list: Some(list),
                // Pointers start from the elements, and queries from the body.
                reference: envelope.reference.as_deref().map(of_pointer),
                ..inner
            };
        }
    }
    given.set(&mut envelope, &|_| true);
    if envelope.code.is_none() && envelope.message.is_none() {
        return None;
    }
    if envelope.list.is_none() {
        envelope.causes = causes(members, &envelope);
    }
    envelope.content_type = content_type
        .filter(|it| it.contains("json") && *it != "application/json")
        .map(str::to_owned);
    Some(envelope)
}

/// Returns the preset whose members the body has.
fn preset(has: &dyn Fn(&str) -> bool, content_type: Option<&str>) -> Option<Envelope> {
    let all = |pointers: &[&str]| pointers.iter().all(|pointer| has(pointer));
    let of = |preset, code: &str, message: &str, list: Option<&str>| {
        Some(Envelope {
            preset: Some(preset),
            code: Some(code.to_owned()),
            message: Some(message.to_owned()),
            list: list.map(str::to_owned),
            ..Envelope::default()
        })
    };
    if content_type == Some("application/problem+json") && !has("/code") && !has("/errorCode")
        || all(&["/type", "/title", "/status", "/detail"]) && !has("/code")
    {
        return of("rfc9457", "/type", "/detail", None);
    }
    if all(&["/error/code", "/error/message", "/error/status"]) && has("/error/details") {
        return of("google-rpc", "/error/status", "/error/message", None);
    }
    if all(&["/errors/*/detail", "/errors/*/title"]) && has("/errors/*/source") {
        return of("json-api", "/code", "/detail", Some("/errors"));
    }
    if all(&["/errors/*/message", "/errors/*/extensions"]) {
        return of("graphql", "/extensions/code", "/message", Some("/errors"));
    }
    if all(&["/error", "/error_description"]) && !has("/error/code") && !has("/error/message") {
        return of("oauth2", "/error", "/error_description", None);
    }
    None
}
