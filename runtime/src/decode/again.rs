//! Rare questions about an error. They read the response again, so that decoding stays fast.

use super::certainty;
use super::decoded::Decoded;
use super::document::Document;
use super::fields::Fields;
use super::identify::Choice;
use super::parts::Parts;
use super::reading::Found;
use super::response::Response;
use super::untyped::Untyped;
use crate::envelope::Location;
use crate::{Catalog, FieldValue, Matched};

/// A question about the parts of an error, the document that they are in, and the status of HTTP.
type Ask<'a> = dyn for<'r> FnMut(&Parts<'_, 'r>, Option<&Document<'r>>, u16) + 'a;

impl<C: Catalog> Decoded<'_, C> {
    /// Returns whether no other reading of the response is possible: no other entry, earlier form of this one, code
    /// with placeholders, free text, or split of the message gives another error or other values. Reads the response
    /// again.
    ///
    /// A documented status rules out entries that do not have it, and so does the envelope. If this is `false`, the
    /// error may be another one, or a value may have been split from the message at the wrong place.
    pub fn is_certain(&self) -> bool {
        self.untyped.is_certain()
    }
}

impl Untyped<'_> {
    /// Returns whether no other reading of the response is possible.
    pub(super) fn is_certain(&self) -> bool {
        if matches!(self.reading.found, Found::Batch | Found::Foreign(_)) {
            return true;
        }
        let mut is_certain = true;
        self.again(&mut |parts, document, http_status| {
            is_certain = certainty::is_certain(self.meta, parts, document, http_status);
        });
        is_certain
    }

    /// Returns the value of a parameter, wherever it is in the response.
    pub(super) fn value(&self, name: &str) -> Option<FieldValue> {
        let mut value = None;
        self.again(&mut |parts, _, http_status| {
            let mut message = Matched::new(parts.message.as_deref().unwrap_or_default());
            if let Some(choice) = Choice::find(self.meta, parts, http_status, &mut message) {
                let code = choice.match_code(parts);
                value = Fields::new(&choice, parts, code.as_ref(), &message).named(name);
            }
        });
        value
    }

    /// Reads the parts again, and passes the document along if the body may fit other envelopes as well.
    fn again(&self, ask: &mut Ask<'_>) -> Option<()> {
        let reading = &self.reading;
        // The whole body matters only to other envelopes.
        let has_others = self.meta.envelopes().len() > 1;
        let again = (has_others && reading.document().is_none()).then(|| self.document());
        let document = again.as_ref().or(reading.document());
        if reading.shape.is_some() {
            return self.look(|body, source| {
                // In a whole body that is a string, the code can be in a header.
                let parts = if reading.element().is_some() || self.is_inner() {
                    Parts::read(self.meta, body, source)
                } else {
                    Parts::of_whole(self.meta, body, source)
                };
                let parts = parts.unwrap_or_else(|| Parts::of_status(body, source));
                self.ask_of(parts, document, ask);
                Some(())
            });
        }
        let Location::Header(header) = &reading.envelope?.location else {
            return None;
        };
        let response = Response::new(self.status, "").with_headers(self.headers());
        let parts = Parts::in_header(header, &response)?;
        self.ask_of(parts, document, ask);
        Some(())
    }

    fn ask_of<'p>(&self, parts: Parts<'_, 'p>, document: Option<&Document<'p>>, ask: &mut Ask<'_>) {
        let reading = &self.reading;
        let parts = Parts {
            envelope: reading.envelope,
            is_among_others: reading.is_among_others,
            is_element: reading.element().is_some(),
            ..parts.with_given(reading.given())
        };
        let is_whole = parts.envelope.is_some() && !parts.lacks_code;
        ask(&parts, document.filter(|_| is_whole), self.read_with);
    }
}
