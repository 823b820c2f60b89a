//! What templates see of a catalog: plain texts, in the words of the reader.

use super::response::{response, Response};
use super::rust;
use super::sample::{samples, Sample};
use error_catalog_model::{
    Catalog, Code, Deprecated, Described, Entry, History, Message, Param, ParamPlace, Piece, Retry,
    RetryUnit,
};
use serde::Serialize;
use std::collections::HashMap;
use std::fmt;
use std::time::Duration;

/// A catalog.
#[derive(Debug, Serialize)]
pub(super) struct CatalogView<'a> {
    pub(super) name: &'a str,
    pub(super) title: &'a str,
    pub(super) version: Option<&'a str>,
    docs: Option<&'a str>,
    source: Option<&'a str>,
    pub(super) description: Option<&'a str>,
    error_type: String,
    statuses: Vec<DescribedView<'a>>,
    categories: Vec<DescribedView<'a>>,
    scopes: Vec<DescribedView<'a>>,
    /// Given to templates apart from the catalog, as not every page has all of them.
    #[serde(skip)]
    pub(super) entries: Vec<EntryView<'a>>,
}

/// A name and what it means.
#[derive(Debug, Serialize)]
pub(super) struct DescribedView<'a> {
    name: &'a str,
    description: &'a str,
}

/// An error.
#[derive(Debug, Serialize)]
pub(super) struct EntryView<'a> {
    pub(super) id: &'a str,
    /// The code that travels, or the id where there is none.
    pub(super) name: String,
    /// What tells it from others where its name does not.
    pub(super) other_name: Option<&'a str>,
    pub(super) title: Option<&'a str>,
    pub(super) statuses: &'a [u16],
    /// The template's parts; `None` where the API sends free text.
    message: Option<Vec<PieceView<'a>>>,
    /// The template; empty where the API sends free text.
    pub(super) template: String,
    pub(super) category: Option<&'a str>,
    scope: Option<&'a str>,
    pub(super) retry: Option<RetryView<'a>>,
    params: Vec<ParamView<'a>>,
    pub(super) description: Option<&'a str>,
    causes: &'a [String],
    resolution: Option<&'a str>,
    examples: &'a [String],
    history: Vec<HistoryView<'a>>,
    deprecated: Option<DeprecatedView<'a>>,
    /// The envelope's name, where it is not the usual one.
    envelope: Option<&'a str>,
    response: Option<Response>,
    rust: String,
    /// A code with placeholders, and messages of today and of old: what a pasted text is compared with.
    #[serde(skip)]
    pub(super) templates: Vec<TemplateView<'a>>,
}

/// A part of a template.
#[derive(Debug, Serialize)]
pub(super) struct PieceView<'a> {
    text: &'a str,
    is_placeholder: bool,
}

/// A template, taken apart at its placeholders.
#[derive(Debug, Serialize)]
pub(super) struct TemplateView<'a> {
    literals: Vec<String>,
    names: Vec<&'a str>,
    /// Whether it is one of a code.
    is_code: bool,
}

/// When to send the request again.
#[derive(Debug, Serialize)]
pub(super) struct RetryView<'a> {
    /// What a filter compares.
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    before: String,
    /// The header or parameter that says when.
    name: Option<&'a str>,
    after: &'static str,
}

/// A parameter.
#[derive(Debug, Serialize)]
pub(super) struct ParamView<'a> {
    name: &'a str,
    param_type: &'static str,
    is_optional: bool,
    is_detail: bool,
    values: Vec<DescribedView<'a>>,
    description: Option<&'a str>,
}

/// An earlier form.
#[derive(Debug, Serialize)]
pub(super) struct HistoryView<'a> {
    statuses: &'a [u16],
    message: Option<&'a str>,
}

/// That an error is to go away.
#[derive(Debug, Serialize)]
pub(super) struct DeprecatedView<'a> {
    since: Option<&'a str>,
    note: Option<&'a str>,
    renamed_to: Option<&'a str>,
}

impl<'a> CatalogView<'a> {
    pub(super) fn new(catalog: &'a Catalog) -> Self {
        let error_type = rust::error_name(catalog);
        let mut entries: Vec<EntryView<'_>> = catalog
            .entries
            .iter()
            .map(|entry| EntryView::new(catalog, entry, &error_type))
            .collect();
        tell_apart(&mut entries);
        Self {
            name: &catalog.name,
            title: catalog.title.as_deref().unwrap_or(&catalog.name),
            version: catalog.version.as_deref(),
            docs: catalog.docs.as_deref(),
            source: catalog.source.as_deref(),
            description: catalog.description.as_deref(),
            entries,
            error_type,
            statuses: described(&catalog.statuses),
            categories: described(&catalog.categories),
            scopes: described(&catalog.scopes),
        }
    }
}

/// Errors that share a code go by their ids, too.
fn tell_apart(entries: &mut [EntryView<'_>]) {
    let mut known: HashMap<String, usize> = HashMap::new();
    for entry in entries.iter() {
        *known.entry(entry.name.clone()).or_default() += 1;
    }
    for entry in entries {
        let is_shared = known.get(&entry.name).is_some_and(|count| *count > 1);
        entry.other_name = (is_shared && entry.id != entry.name).then_some(entry.id);
    }
}

fn described(all: &[Described]) -> Vec<DescribedView<'_>> {
    all.iter()
        .map(|it| DescribedView {
            name: &it.name,
            description: &it.description,
        })
        .collect()
}

impl fmt::Display for PieceView<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_placeholder {
            write!(formatter, "{{{}}}", self.text)
        } else {
            formatter.write_str(self.text)
        }
    }
}

impl<'a> EntryView<'a> {
    fn new(catalog: &'a Catalog, entry: &'a Entry, error_type: &str) -> Self {
        let samples: Vec<Sample> = samples(entry);
        let envelope = entry.envelope.filter(|index| *index > 0);
        let message = (!entry.is_free_text).then(|| pieces(entry));
        let written = message.iter().flatten().map(PieceView::to_string);
        Self {
            id: &entry.id,
            name: name(entry),
            other_name: None,
            title: entry.title.as_deref(),
            statuses: &entry.statuses,
            template: written.collect(),
            message,
            category: entry.category.as_deref(),
            scope: entry.scope.as_deref(),
            retry: entry.retry.as_ref().map(RetryView::new),
            params: params(entry),
            description: entry.description.as_deref(),
            causes: &entry.causes,
            resolution: entry.resolution.as_deref(),
            examples: &entry.examples,
            history: entry.history.iter().map(HistoryView::new).collect(),
            deprecated: entry.deprecated.as_ref().map(DeprecatedView::new),
            envelope: envelope
                .and_then(|index| catalog.envelopes.get(index))
                .map(|envelope| &*envelope.name),
            response: response(catalog, entry, &samples),
            rust: rust::example(error_type, entry, &samples),
            templates: templates(entry),
        }
    }
}

/// The code as it is written in the catalog, or else the id.
fn name(entry: &Entry) -> String {
    match &entry.code {
        Code::None => entry.id.clone(),
        Code::Text(text) => text.clone(),
        Code::Number(number) => number.to_string(),
        Code::Pattern(pattern) => pattern.template.source().to_owned(),
    }
}

/// The message in its parts; a placeholder has its parameter's name, which with slots is another than it is written.
fn pieces(entry: &Entry) -> Vec<PieceView<'_>> {
    let mut names = names(entry, &entry.message).into_iter();
    let template = &entry.message.template;
    let view = |piece: &Piece| match piece {
        Piece::Literal(range) => PieceView {
            text: template.source().get(range.clone()).unwrap_or_default(),
            is_placeholder: false,
        },
        Piece::Placeholder(_) => PieceView {
            text: names.next().unwrap_or_default(),
            is_placeholder: true,
        },
    };
    template.pieces().iter().map(view).collect()
}

fn names<'a>(entry: &'a Entry, message: &Message) -> Vec<&'a str> {
    let param = |index: &usize| entry.params.get(*index).map_or("", |param| &*param.name);
    message.params.iter().map(param).collect()
}

fn templates(entry: &Entry) -> Vec<TemplateView<'_>> {
    let template = |message: &Message, is_code| TemplateView {
        literals: message.template.literals(),
        names: names(entry, message),
        is_code,
    };
    let code = match &entry.code {
        Code::Pattern(pattern) => Some(template(pattern, true)),
        _ => None,
    };
    let message = (!entry.is_free_text).then(|| template(&entry.message, false));
    let earlier = entry.history.iter().filter_map(|it| it.message.as_ref());
    let earlier = earlier.map(|message| template(message, false));
    code.into_iter().chain(message).chain(earlier).collect()
}

/// The parameters; what is free text is no parameter to people.
fn params(entry: &Entry) -> Vec<ParamView<'_>> {
    let is_shown = |param: &&Param| !(entry.is_free_text && param.name == "message");
    let view = |param| ParamView::new(param);
    entry.params.iter().filter(is_shown).map(view).collect()
}

impl<'a> ParamView<'a> {
    fn new(param: &'a Param) -> Self {
        Self {
            name: &param.name,
            param_type: param.param_type.as_str(),
            is_optional: param.is_optional,
            is_detail: param.place == ParamPlace::Detail,
            values: described(&param.values),
            description: param.description.as_deref(),
        }
    }
}

impl<'a> HistoryView<'a> {
    fn new(history: &'a History) -> Self {
        Self {
            statuses: &history.statuses,
            message: history.message.as_ref().map(|it| it.template.source()),
        }
    }
}

impl<'a> DeprecatedView<'a> {
    fn new(deprecated: &'a Deprecated) -> Self {
        Self {
            since: deprecated.since.as_deref(),
            note: deprecated.note.as_deref(),
            renamed_to: deprecated.renamed_to.as_deref(),
        }
    }
}

impl<'a> RetryView<'a> {
    /// Every key with its label, in the order of a filter.
    pub(super) const KINDS: [(&'static str, &'static str); 5] = [
        ("never", "never"),
        ("after-fix", "after a fix"),
        ("backoff", "with backoff"),
        ("after", "after a time"),
        ("told", "when the response says"),
    ];

    fn new(retry: &'a Retry) -> Self {
        let again = "Send the request again";
        let (kind, before, name) = match retry {
            Retry::Never => (
                Self::KINDS[0],
                "The same request fails however often it is sent.".to_owned(),
                None,
            ),
            Retry::AfterFix => (
                Self::KINDS[1],
                format!("{again} once what caused the error is fixed."),
                None,
            ),
            Retry::Backoff => (
                Self::KINDS[2],
                format!("{again}, each time after a longer pause."),
                None,
            ),
            Retry::After(duration) => (
                Self::KINDS[3],
                format!("{again} after {}.", words(*duration)),
                None,
            ),
            Retry::Header(name, _) => (
                Self::KINDS[4],
                format!("{again} when the response header "),
                Some(&**name),
            ),
            Retry::Param(name, _) => (
                Self::KINDS[4],
                format!("{again} when the parameter "),
                Some(&**name),
            ),
        };
        Self {
            key: kind.0,
            label: kind.1,
            before,
            name,
            after: match retry {
                Retry::Header(_, unit) | Retry::Param(_, unit) => says(*unit),
                _ => "",
            },
        }
    }
}

/// That a header or parameter says when, and in which unit.
const fn says(unit: Option<RetryUnit>) -> &'static str {
    match unit {
        Some(RetryUnit::Seconds) => " says, as seconds.",
        Some(RetryUnit::Millis) => " says, as milliseconds.",
        Some(RetryUnit::Epoch) => " says, as seconds since 1970.",
        Some(RetryUnit::EpochMillis) => " says, as milliseconds since 1970.",
        Some(RetryUnit::Date) => " says, as a date.",
        _ => " says.",
    }
}

/// A time in its largest whole unit.
fn words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute")];
    // A day is said in hours, as catalogs do.
    let whole = |size: u64| seconds > size && seconds % size == 0;
    let (size, unit) = units
        .into_iter()
        .find(|(size, _)| whole(*size))
        .unwrap_or((1, "second"));
    let count = seconds / size;
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural}")
}

#[cfg(test)]
mod tests {
    use super::words;
    use std::time::Duration;

    #[test]
    fn a_time_is_told_in_its_largest_whole_unit() {
        let told = |seconds| words(Duration::from_secs(seconds));
        assert_eq!(told(1), "1 second");
        assert_eq!(told(60), "60 seconds");
        assert_eq!(told(300), "5 minutes");
        assert_eq!(told(5_400), "90 minutes");
        assert_eq!(told(86_400), "24 hours");
        assert_eq!(told(604_800), "7 days");
    }
}
