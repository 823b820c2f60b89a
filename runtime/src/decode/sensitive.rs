//! What must not be shown of a response.
//!
//! If a catalog has sensitive parameters, text of a response is shown only if it is known to contain none: a reworded
//! message, an unknown code, or a body that is cut off can all contain one.

use super::decoded::Decoded;
use super::inert::REDACTED;
use super::reading::Found;
use super::untyped::Untyped;
use crate::{Catalog, Code, Entry};
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::fmt;

/// A part of a response that can be anything, such as its body: shown if the catalog has no sensitive parameters.
pub(super) struct Guarded<'p, T: ?Sized> {
    part: &'p T,
    is_guarded: bool,
}

impl<'p, T: ?Sized> Guarded<'p, T> {
    pub(super) fn of<C: Catalog>(part: &'p T) -> Self {
        Self {
            part,
            is_guarded: C::meta().has_sensitive_params(),
        }
    }
}

impl<T: fmt::Display + ?Sized> fmt::Display for Guarded<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_guarded {
            return formatter.write_str(REDACTED);
        }
        self.part.fmt(formatter)
    }
}

impl<T: fmt::Debug + ?Sized> fmt::Debug for Guarded<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_guarded {
            return formatter.write_str(REDACTED);
        }
        self.part.fmt(formatter)
    }
}

impl<C: Catalog> Decoded<'_, C> {
    /// Returns the message for logs and people: [`message`](Self::message), redacted where it can contain a sensitive
    /// parameter.
    ///
    /// If the error is known, only its sensitive parameters are redacted. If the catalog has sensitive parameters and
    /// does not document the message, the whole message is redacted. If the response has no message and the error is
    /// known, this is the catalog's message.
    pub fn shown_message(&self) -> Option<Cow<'_, str>> {
        self.untyped.shown_message(self.shown_error())
    }

    /// Returns the typed error, to show it.
    pub(super) fn shown_error(&self) -> Option<&dyn fmt::Display> {
        self.error().map(|error| error as &dyn fmt::Display)
    }

    /// Returns the code for logs and people: [`code`](Self::code), redacted if it can contain a sensitive parameter. It
    /// is empty if there is no code.
    pub fn shown_code(&self) -> String {
        self.untyped.shown_code()
    }

    /// Returns whether text of a response can contain a sensitive parameter.
    pub(super) fn is_guarded() -> bool {
        C::meta().has_sensitive_params()
    }

    /// Returns whether there is a typed error whose message is documented and whose values are certain, so that
    /// everything except its sensitive parameters can be shown.
    pub(crate) fn is_as_documented(&self) -> bool {
        self.untyped.is_as_documented()
    }
}

impl Untyped<'_> {
    pub(super) fn shown_message(&self, error: Option<&dyn fmt::Display>) -> Option<Cow<'_, str>> {
        match self.message() {
            Some(message) if !self.is_guarded() => Some(Cow::Borrowed(message)),
            Some(_) if !self.is_as_documented() => Some(Cow::Borrowed(REDACTED)),
            _ => error.map(|error| Cow::Owned(error.to_string())),
        }
    }

    pub(super) fn shown_code(&self) -> String {
        let came = self.code();
        if !self.is_guarded() || came.is_none() {
            return came.to_string();
        }
        match self.reading.entry {
            Some(entry) if self.code_may_hold_sensitive(entry, &came) => entry.code().to_string(),
            // A code without placeholders is that of the catalog, which is public.
            Some(_) => came.to_string(),
            None => String::from(REDACTED),
        }
    }

    /// Returns whether the code can contain a sensitive parameter of its entry, or of another entry that the response may
    /// be, whose code also matches.
    fn code_may_hold_sensitive(&self, entry: Entry, code: &Code<'_>) -> bool {
        if !entry.has_code_pattern() {
            return false;
        }
        let text = code.as_str().unwrap_or_default();
        let mut others = self.meta.find_parameterised(text);
        code_holds_sensitive(entry, code)
            || (others.any(|other| code_holds_sensitive(other, code)) && !self.is_certain())
    }

    fn is_as_documented(&self) -> bool {
        let reading = &self.reading;
        let is_typed = reading.found == Found::Typed;
        let has_template = reading.entry.is_some_and(|entry| !entry.is_free_text());
        is_typed && !reading.fit.is_reworded && has_template && self.is_certain()
    }
}

/// Returns whether a code can contain a sensitive parameter of this entry, whose code has placeholders.
fn code_holds_sensitive(entry: Entry, code: &Code<'_>) -> bool {
    let Some(matched) = code.as_str().and_then(|code| entry.match_code(code)) else {
        return true;
    };
    for (index, param) in entry.params().enumerate() {
        if param.is_sensitive() && matched.value(index).is_some() {
            return true;
        }
    }
    entry.has_sensitive_params() && !matched.is_unique()
}
