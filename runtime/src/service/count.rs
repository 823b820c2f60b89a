//! Errors as a counter of the crate `metrics`.

use crate::encode::View;
use crate::{CatalogError, Code, Entry, Occurrence};
use alloc::string::ToString;
use metrics::{counter, Label, SharedString};
use std::vec;

/// The name of the counter.
const NAME: &str = "error_catalog_errors_total";

impl<E: CatalogError> Occurrence<E> {
    /// Adds 1 to the counter `error_catalog_errors_total` of the crate `metrics`, and 1 for each error of equal rank.
    ///
    /// Call it once, where the error leaves the service. The labels are `catalog`, the name of the catalog; `id`, the id of
    /// the entry; `code`, the code as the catalog has it, with its placeholders; and `status`. Without a code or a status,
    /// the label is left out. The labels come from the catalog alone, so that there are never more of them than the
    /// catalog has entries. It needs the feature `metrics`.
    ///
    /// ```
    /// use error_catalog::{apis::EdgesError, Occurrence};
    ///
    /// // error_catalog_errors_total{catalog="edges",id="NOT_CONNECTED",code="NOT_CONNECTED",status="424"} 1
    /// Occurrence::new(EdgesError::not_connected("Ada")).count();
    /// ```
    pub fn count(&self) {
        count(self.view());
    }
}

/// Counts the error, and each error of equal rank.
pub(super) fn count<E: CatalogError>(view: View<'_, E>) {
    for one in view.errors() {
        count_one(one.error.entry());
    }
}

fn count_one(entry: Entry) {
    let mut labels = vec![
        Label::from_static_parts("catalog", entry.catalog().name()),
        Label::from_static_parts("id", entry.id()),
    ];
    let code: Option<SharedString> = match entry.code() {
        Code::Text(text) => Some(text.into()),
        Code::Number(number) => Some(number.to_string().into()),
        _ => None,
    };
    labels.extend(code.map(|code| Label::new("code", code)));
    let status = entry.status().map(|status| status.to_string());
    labels.extend(status.map(|status| Label::new("status", status)));
    counter!(NAME, labels).increment(1);
}
