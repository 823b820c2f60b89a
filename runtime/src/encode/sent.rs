//! The parts of an error as they are sent, on their own.

use super::body;
use super::headers;
use super::value::{is_sent, Item};
use super::view::View;
use super::withheld::sent;
use crate::envelope::{Body, Envelope, Format};
use crate::header::RetryAfter;
use crate::json::Writer;
use crate::{CatalogError, Value};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl<E: CatalogError> View<'_, E> {
    /// The code, with its placeholders filled; `None` if the error has none.
    pub(crate) fn sent_code(self) -> Option<String> {
        let entry = self.error.entry();
        if entry.code().is_none() {
            return None;
        }
        let mut code = String::new();
        // Writing to a string cannot fail.
        sent(self.error, &mut |values| {
            let _ = entry.write_code(values, &mut code);
        });
        Some(code)
    }

    /// The message.
    pub(crate) fn sent_message(self) -> String {
        body::message(self.error, self.language)
    }

    /// The parameters by their names, as text; a list is JSON.
    pub(crate) fn sent_params(self) -> Vec<(&'static str, String)> {
        let entry = self.error.entry();
        let mut params = Vec::new();
        self.error.fields(&mut |values| {
            let all = entry.params().zip(values);
            let sent = all.filter(|(param, value)| is_sent(*param, value));
            params = sent
                .map(|(param, value)| {
                    let text = match value {
                        Value::Text(text) => String::from(*text),
                        Value::Display(value) => value.to_string(),
                        value => {
                            let mut json = String::new();
                            let item = Item::Param(*value, param.param_type());
                            super::object::Write::write(&item, &mut Writer::new(&mut json));
                            json
                        }
                    };
                    (param.name(), text)
                })
                .collect();
        });
        params
    }

    /// When to send the request again: what was set, else the catalog's advice.
    pub(crate) fn sent_retry_after(self) -> Option<RetryAfter> {
        self.retry_after
            .or_else(|| headers::retry_after(self.error))
    }

    /// The same error in an envelope of gRPC, if the catalog has one: its own, or else the first.
    pub(crate) fn in_grpc(self) -> Option<Self> {
        let is_grpc = |body: &&'static Body| body.format == Format::Grpc;
        let own = body::shape(self.error.entry())?;
        let all = self.error.entry().catalog().envelopes().iter();
        let mut bodies = core::iter::once(own).chain(all.filter_map(Envelope::body));
        let body = bodies.find(is_grpc)?;
        Some(View {
            envelope: Some(body),
            ..self
        })
    }
}
