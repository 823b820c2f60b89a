//! Where the parts of an error are in a body.

use super::members::{Kind, Member};
use crate::subcommands::import::doc::Doc;
use clap::Args;

/// The places that the user gives.
#[derive(Debug, Args)]
pub(in super::super) struct Given {
    /// Where the code is in a body, as a JSON Pointer, instead of what is recognised.
    #[arg(long, value_name = "POINTER")]
    code: Option<String>,
    /// Where the message is in a body, as a JSON Pointer, instead of what is recognised.
    #[arg(long, value_name = "POINTER")]
    message: Option<String>,
}

/// The parts of a body, as JSON Pointers. In a list, they are from its elements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Envelope {
    pub(in super::super) preset: Option<&'static str>,
    pub(in super::super) content_type: Option<String>,
    /// The array of errors.
    pub(in super::super) list: Option<String>,
    pub(in super::super) code: Option<String>,
    pub(in super::super) message: Option<String>,
    pub(in super::super) title: Option<String>,
    pub(in super::super) status: Option<String>,
    pub(in super::super) reference: Option<String>,
    pub(in super::super) causes: Option<Causes>,
}

/// An array of errors within an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Causes {
    at: String,
    code: Option<String>,
    message: String,
    field: Option<String>,
}

// The names of the members of each part, in lower case without separators, the surest first.
const CODES: [&str; 14] = [
    "errorcode",
    "errcode",
    "code",
    "errorlabel",
    "errorkey",
    "errortype",
    "error",
    "reason",
    "type",
    "key",
    "slug",
    "errorid",
    "name",
    "id",
];
const MESSAGES: [&str; 12] = [
    "message",
    "errormessage",
    "errormsg",
    "errmsg",
    "msg",
    "detail",
    "errordescription",
    "description",
    "text",
    "error",
    "title",
    "reason",
];
const STATUSES: [&str; 4] = ["status", "statuscode", "httpstatus", "httpstatuscode"];
const REFERENCES: [&str; 9] = [
    "requestid",
    "traceid",
    "correlationid",
    "xrequestid",
    "errorref",
    "reference",
    "logid",
    "supportid",
    "instance",
];
const LISTS: [&str; 9] = [
    "errors",
    "details",
    "fielderrors",
    "validationerrors",
    "violations",
    "invalidparams",
    "fields",
    "fieldviolations",
    "causes",
];
/// The names of an array that is the whole error.
const WHOLE: [&str; 4] = ["errors", "error", "problems", "faults"];
const FIELDS: [&str; 9] = [
    "field",
    "fieldname",
    "path",
    "property",
    "param",
    "parameter",
    "pointer",
    "location",
    "loc",
];

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
    if envelope.code.is_none() || envelope.message.is_none() {
        // A list of errors, also one that is the whole body.
        let lists = members
            .iter()
            .filter(|it| it.kind == Kind::Array && WHOLE.contains(&&*normal(&it.name)));
        let lists = lists.map(|it| it.pointer.clone()).chain([String::new()]);
        let listed = lists.filter_map(|list| {
            let inner = parts(members, &format!("{list}/*"), is_status);
            inner.message.is_some().then_some((list, inner))
        });
        let found: Vec<_> = listed.collect();
        let better = found
            .into_iter()
            .find(|(_, inner)| inner.code.is_some() || envelope.message.is_none());
        if let Some((list, inner)) = better {
            envelope = Envelope {
                list: Some(list),
                reference: envelope.reference,
                ..inner
            };
        }
    }
    if let Some(code) = &given.code {
        envelope.code = Some(code.clone());
    }
    if let Some(message) = &given.message {
        envelope.message = Some(message.clone());
    }
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

/// Finds the parts below a pointer, outside arrays.
fn parts(members: &[Member<'_>], below: &str, is_status: &dyn Fn(&str) -> bool) -> Envelope {
    let inside = members.iter().filter_map(|member| {
        let pointer = member.pointer.strip_prefix(below)?;
        (pointer.starts_with('/') && !pointer.contains('*')).then_some((pointer, member))
    });
    let inside: Vec<(&str, &Member<'_>)> = inside.collect();
    let find = |names: &[&str], fits: &dyn Fn(&str, &Member<'_>) -> bool| {
        let rank = |name: &str| names.iter().position(|known| *known == name);
        let ranked = inside.iter().filter_map(|(pointer, member)| {
            let rank = rank(&normal(&member.name))?;
            fits(pointer, member).then_some((pointer.matches('/').count(), rank, *pointer))
        });
        // A member that is deeper is that of something else, unless there is only `error` around it.
        ranked
            .filter(|(depth, ..)| *depth <= 3)
            .min_by_key(|(depth, rank, _)| (*rank, *depth))
    };
    let is_scalar =
        |member: &Member<'_>| matches!(member.kind, Kind::String | Kind::Integer | Kind::Other);
    let status = find(&STATUSES, &|pointer, member| {
        member.kind == Kind::Integer || is_status(&format!("{below}{pointer}"))
    });
    let status = status.map(|(.., pointer)| pointer.to_owned());
    let status = status.or_else(|| {
        let code = inside.iter().find(|(pointer, member)| {
            CODES.contains(&&*normal(&member.name))
                && is_scalar(member)
                && is_status(&format!("{below}{pointer}"))
        });
        code.map(|(pointer, _)| (*pointer).to_owned())
    });
    let is_free = |pointer: &str| status.as_deref() != Some(pointer);
    let message = find(&MESSAGES, &|pointer, member| {
        let is_text = matches!(member.kind, Kind::String | Kind::Other);
        is_text && is_free(pointer) && member.values.is_empty()
    });
    let message = message.map(|(.., pointer)| pointer.to_owned());
    let code = find(&CODES, &|pointer, member| {
        let is_free = is_free(pointer) && message.as_deref() != Some(pointer);
        // These names are those of other things as well.
        let is_sure = match &*normal(&member.name) {
            "name" | "id" | "type" | "key" | "slug" | "reason" => {
                !member.values.is_empty()
                    || message.is_some()
                        && matches!(&*normal(&member.name), "type" | "key" | "slug")
            }
            _ => true,
        };
        is_scalar(member) && is_free && is_sure
    });
    let code = code.map(|(.., pointer)| pointer.to_owned());
    let title = find(&["title"], &|pointer, member| {
        member.kind == Kind::String && message.as_deref() != Some(pointer)
    });
    let title = title.map(|(.., pointer)| pointer.to_owned());
    let reference = find(&REFERENCES, &|pointer, member| {
        is_scalar(member) && code.as_deref() != Some(pointer)
    });
    let reference = reference
        .map(|(.., pointer)| pointer.to_owned())
        .or_else(|| {
            // An id whose description says that it is of one occurrence of the error.
            let id = inside.iter().find(|(pointer, member)| {
                let description = member.description.unwrap_or_default().to_lowercase();
                let is_of_instance = ["instance", "support", "request", "log", "trace"]
                    .iter()
                    .any(|it| description.contains(it));
                normal(&member.name) == "id" && is_of_instance && code.as_deref() != Some(*pointer)
            });
            id.map(|(pointer, _)| (*pointer).to_owned())
        });
    Envelope {
        code,
        message,
        title,
        status,
        reference,
        ..Envelope::default()
    }
}

/// Finds an array of errors beside the code and the message.
fn causes(members: &[Member<'_>], envelope: &Envelope) -> Option<Causes> {
    let arrays = members
        .iter()
        .filter(|it| it.kind == Kind::Array && !it.pointer.contains('*'));
    let arrays = arrays.filter(|it| LISTS.contains(&&*normal(&it.name)));
    arrays.into_iter().find_map(|array| {
        let below = format!("{}/*", array.pointer);
        let inner = parts(members, &below, &|_| false);
        let field = members.iter().find_map(|member| {
            let pointer = member.pointer.strip_prefix(&*below)?;
            let is_field = FIELDS.contains(&&*normal(&member.name)) && !pointer.contains('*');
            (is_field && member.kind == Kind::String).then(|| pointer.to_owned())
        });
        let message = inner.message?;
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

/// Returns a name in lower case with its letters and digits only.
fn normal(name: &str) -> String {
    let name = name.chars().filter(|it| it.is_alphanumeric());
    name.flat_map(char::to_lowercase).collect()
}

impl Envelope {
    /// Returns the parts with their places, for a report.
    pub(in super::super) fn shown(&self) -> String {
        let parts = [
            ("the code", &self.code),
            ("the message", &self.message),
            ("the title", &self.title),
            ("the status", &self.status),
            ("the reference for support", &self.reference),
        ];
        let list = self
            .list
            .as_deref()
            .map(|list| format!("a list of errors at `{list}` with "));
        let parts = parts
            .iter()
            .filter_map(|(name, pointer)| Some(format!("{name} at `{}`", pointer.as_deref()?)));
        format!(
            "{}{}",
            list.unwrap_or_default(),
            parts.collect::<Vec<_>>().join(", ")
        )
    }

    /// Adds the parts that another body has.
    pub(in super::super) fn complete(&mut self, other: &Self) {
        let parts = [
            (&mut self.title, &other.title),
            (&mut self.status, &other.status),
            (&mut self.reference, &other.reference),
        ];
        for (part, other) in parts {
            if part.is_none() {
                part.clone_from(other);
            }
        }
        if self.causes.is_none() {
            self.causes.clone_from(&other.causes);
        }
    }

    /// Returns the value of a catalog.
    pub(in super::super) fn doc(&self, name: &str) -> Doc {
        let mut doc = Doc::Object(Vec::new());
        if let Some(preset) = self.preset {
            doc.set("preset", Some(Doc::string(preset)));
            return doc;
        }
        let place = |pointer: &Option<String>| pointer.as_deref().map(Doc::string);
        doc.set("name", Some(Doc::string(name)));
        doc.set("content_type", place(&self.content_type));
        doc.set("errors", place(&self.list));
        doc.set("code", place(&self.code));
        doc.set("message", place(&self.message));
        doc.set("title", place(&self.title));
        doc.set("status", place(&self.status));
        doc.set("reference", place(&self.reference));
        doc.set("causes", self.causes.as_ref().map(Causes::doc));
        doc
    }

    /// Whether a member is a part of the error.
    pub(in super::super) fn has(&self, pointer: &str) -> bool {
        let below = self.list.as_deref().map(|list| format!("{list}/*"));
        let inner = below
            .as_deref()
            .and_then(|below| pointer.strip_prefix(below));
        let parts = [
            &self.code,
            &self.message,
            &self.title,
            &self.status,
            &self.reference,
        ];
        let is_part = |pointer: &str| parts.iter().any(|part| part.as_deref() == Some(pointer));
        let is_around = |pointer: &str| {
            parts.iter().any(|part| {
                part.as_deref()
                    .is_some_and(|it| it.starts_with(&format!("{pointer}/")))
            })
        };
        let is_in_causes = self
            .causes
            .as_ref()
            .is_some_and(|causes| pointer.starts_with(&causes.at));
        let is_list = self.list.as_deref() == Some(pointer);
        is_part(inner.unwrap_or(pointer))
            || is_around(pointer)
            || is_in_causes
            || is_list
            || self.preset.is_some()
    }
}

impl Causes {
    fn doc(&self) -> Doc {
        let mut doc = Doc::object([("at", Doc::string(&self.at))]);
        doc.set("code", self.code.as_deref().map(Doc::string));
        doc.set("message", Some(Doc::string(&self.message)));
        let field = self
            .field
            .as_deref()
            .map(|field| Doc::object([("field", Doc::string(field))]));
        doc.set("params", field);
        doc
    }
}
