//! The second stage: builds the model from the file. It derives names, parses templates, and resolves references.

mod causes;
mod code;
mod entry;
mod fallbacks;
mod message;
mod operations;
mod params;
mod placeholders;
mod plural;
mod policy;
mod retry;
mod translations;

use self::params::Params;
use crate::model::{Catalog, Code, Described, Entry};
use crate::raw::{self, Text};
use crate::table::Table;
use crate::{Report, Rule, Source, Span, Template};

/// The most envelopes, categories, or scopes of a catalog.
const MOST_NAMES: usize = 1_000;

/// The names that entries refer to.
pub(crate) struct Names<'r> {
    pub(crate) envelopes: Vec<&'r str>,
    /// Whether each envelope can do without a message.
    pub(crate) need_no_message: Vec<bool>,
    pub(crate) categories: Vec<&'r str>,
    pub(crate) scopes: Vec<&'r str>,
}

/// Builds the model. If the report has an error afterwards, the model only serves to find more errors.
pub(crate) fn catalog<'a>(
    raw: raw::Catalog<'a>,
    translations: &[Option<raw::Translation<'a>>],
    source: &Source,
    report: &mut Report,
) -> Catalog {
    let names = Names {
        envelopes: envelope_names(&raw.envelopes, report),
        need_no_message: need_no_message(&raw.envelopes),
        categories: names(&raw.categories, report),
        scopes: names(&raw.scopes, report),
    };
    let mut retired = Vec::new();
    for code in &raw.retired {
        if let Some(code) = code::retired(code, report) {
            retired.push(code);
        }
    }
    let mut entries = Vec::new();
    for file in &raw.errors {
        entries.reserve(file.entries.len());
        for entry in &file.entries {
            entries.push(entry::build(entry, &file.defaults, &names, report));
        }
    }
    causes::keys_are_parameters(&raw.envelopes, &entries, report);
    let listed = translations::Listed {
        languages: raw.languages,
        files: translations,
    };
    let translations = translations::build(&listed, source, &mut entries, report);
    let fallbacks = fallbacks::build(raw.fallbacks, &entries, report);
    let (operations, errors_of_every_operation) =
        operations::build(raw.operations, &entries, report);
    let policy = policy::build(raw.policy, &entries, report);
    let mut envelopes = Vec::new();
    for envelope in raw.envelopes {
        envelopes.push(envelope.envelope.value);
    }
    Catalog {
        name: raw.name,
        title: raw.title,
        version: raw.version,
        docs: raw.docs,
        source: raw.source,
        description: raw.description,
        language: listed.languages.own.as_ref().map(Text::owned),
        translations,
        statuses: described(&raw.statuses),
        categories: described(&raw.categories),
        scopes: described(&raw.scopes),
        fallbacks,
        entries,
        operations,
        errors_of_every_operation,
        changes: raw.changes,
        retired,
        policy,
        envelopes,
    }
}

impl Entry {
    /// Returns an entry that is not in a file, with the placeholders of its message as parameters.
    pub fn new(id: String, code: Option<String>, status: Option<u16>, template: Template) -> Self {
        let mut params = Params::new(&[]);
        let message = params.bind(template);
        Self {
            id,
            code: match code {
                Some(code) => Code::Text(code),
                None => Code::None,
            },
            subcode: None,
            title: None,
            statuses: match status {
                Some(status) => vec![status],
                None => Vec::new(),
            },
            envelope: None,
            message,
            is_free_text: false,
            category: None,
            scope: None,
            severity: None,
            retry: None,
            is_safe_to_retry: false,
            params: params.into_params(),
            description: None,
            causes: Vec::new(),
            resolution: None,
            examples: Vec::new(),
            history: Vec::new(),
            translations: Vec::new(),
            deprecated: None,
            span: Span::default(),
            id_span: Span::default(),
            message_span: Span::default(),
            example_spans: Vec::new(),
            renamed_to_span: None,
            states_status: status.is_some(),
            is_sound: true,
        }
    }
}

fn need_no_message(envelopes: &[raw::Envelope]) -> Vec<bool> {
    let mut need_no_message = Vec::new();
    for envelope in envelopes {
        need_no_message.push(envelope.envelope.value.needs_no_message());
    }
    need_no_message
}

fn envelope_names<'r>(envelopes: &'r [raw::Envelope], report: &mut Report) -> Vec<&'r str> {
    let mut seen = Table::default();
    let mut names = Vec::new();
    for (index, raw::Envelope { envelope, .. }) in envelopes.iter().enumerate() {
        let name = &*envelope.value.name;
        let first = seen.known(name, index);
        if let Some(first) = first.and_then(|at| envelopes.get(at)) {
            report
                .add(
                    Rule::Repeated,
                    envelope.span,
                    format!("duplicate envelope `{name}`"),
                )
                .help("give each envelope a unique name")
                .related(first.envelope.span, "first used here");
        }
        names.push(name);
    }
    if let Some(first_too_many) = envelopes.get(MOST_NAMES) {
        too_many(first_too_many.envelope.span, report);
    }
    names.truncate(MOST_NAMES);
    names
}

fn names<'r>(described: &'r [(Text<'_>, String)], report: &mut Report) -> Vec<&'r str> {
    let mut names = Vec::new();
    for (name, _) in described {
        names.push(&*name.value);
    }
    if let Some((first_too_many, _)) = described.get(MOST_NAMES) {
        too_many(first_too_many.span(), report);
    }
    names.truncate(MOST_NAMES);
    names
}

fn too_many(span: Span, report: &mut Report) {
    let message = format!("too many names: at most {MOST_NAMES} can be declared");
    report
        .add(Rule::Limit, span, message)
        .help("declare fewer names, or split the catalog");
}

pub(crate) fn described(named: &[(Text<'_>, String)]) -> Vec<Described> {
    let mut described = Vec::with_capacity(named.len());
    for (name, description) in named {
        described.push(Described {
            name: name.owned(),
            description: description.clone(),
        });
    }
    described
}
