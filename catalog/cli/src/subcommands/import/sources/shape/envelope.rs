//! Where the parts of an error are in a body.

use super::query;
use crate::subcommands::import::doc::Doc;
use clap::Args;

/// The places that the user gives.
#[derive(Debug, Args)]
pub(in super::super) struct Given {
    /// Where the code is in a body, as a JSON Pointer, instead of what is recognised.
    #[arg(long, value_name = "POINTER")]
    pub(super) code: Option<String>,
    /// Where the message is in a body, as a JSON Pointer, instead of what is recognised.
    #[arg(long, value_name = "POINTER")]
    pub(super) message: Option<String>,
}

impl Given {
    /// Sets the places of the envelope that the user gives and the body has.
    pub(super) fn set(&self, envelope: &mut Envelope, has: &dyn Fn(&str) -> bool) {
        for (given, place) in [
            (&self.code, &mut envelope.code),
            (&self.message, &mut envelope.message),
        ] {
            if given.as_deref().is_some_and(has) {
                place.clone_from(given);
            }
        }
    }
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
    /// Where the message is in bodies that do not have it there.
    pub(in super::super) other_message: Option<String>,
    pub(in super::super) title: Option<String>,
    pub(in super::super) status: Option<String>,
    pub(in super::super) reference: Option<String>,
    /// The object that has the parameters by their names.
    pub(in super::super) params: Option<String>,
    pub(in super::super) causes: Option<Causes>,
}

/// An array of errors within an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Causes {
    pub(super) at: String,
    pub(super) code: Option<String>,
    pub(super) message: String,
    pub(super) field: Option<String>,
}

impl Envelope {
    /// Returns the parts with their places, for a report.
    pub(in super::super) fn shown(&self) -> String {
        let parts = [
            ("the code", &self.code),
            ("the message", &self.message),
            ("or else the message", &self.other_message),
            ("the title", &self.title),
            ("the status", &self.status),
            ("the reference for support", &self.reference),
            ("the parameters", &self.params),
        ];
        let list = self
            .list
            .as_deref()
            .map(|list| format!("a list of errors at `{list}` with "));
        let parts = parts.iter().filter_map(|(name, pointer)| {
            Some(match pointer.as_deref()? {
                "" => format!("{name} as a string"),
                pointer => format!("{name} at `{pointer}`"),
            })
        });
        format!(
            "{}{}",
            list.unwrap_or_default(),
            parts.collect::<Vec<_>>().join(", ")
        )
    }

    /// Whether all parts are the same, but that one can lack the parameters.
    pub(in super::super) fn is_like(&self, other: &Self) -> bool {
        let params = self.params.as_ref().or(other.params.as_ref());
        let of = |envelope: &Self| Self {
            params: envelope.params.as_ref().or(params).cloned(),
            ..envelope.clone()
        };
        of(self) == of(other)
    }

    /// Whether the other one differs only in that its message is where this one has the title.
    pub(in super::super) fn has_title_as_message(&self, other: &Self) -> bool {
        self.preset.is_none()
            && other.preset.is_none()
            && self.list == other.list
            && self.code == other.code
            && self.title.is_some()
            && self.title == other.message
            && other.title.is_none()
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
        doc.set(
            "message",
            match &self.other_message {
                Some(other) => Some(Doc::strings(self.message.iter().chain([other]))),
                None => place(&self.message),
            },
        );
        doc.set("title", place(&self.title));
        doc.set("status", place(&self.status));
        doc.set("reference", place(&self.reference));
        doc.set("params", place(&self.params));
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
        let is_reference =
            self.list.is_some() && self.reference == Some(query::of_pointer(pointer));
        let is_param = self.params.as_deref().is_some_and(|params| {
            let after = pointer.strip_prefix(params);
            after.is_some_and(|after| after.is_empty() || after.starts_with('/'))
        });
        is_reference
            || is_param
            || is_part(inner.unwrap_or(pointer))
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
