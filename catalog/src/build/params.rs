//! The parameters of an entry: the placeholders of its code and message, then its details.

use crate::field_name;
use crate::model::{Message, Param, ParamPlace, ParamType};
use crate::raw;
use crate::table::Table;
use crate::template::name_error;
use crate::{Report, Rule, Span, Storage, Template};
use std::ops::Range;

/// The most parameters that are read. Far fewer fit in an error, and more are reported.
const MOST_PARAMS: usize = 256;

/// Collects the parameters of an entry.
pub(super) struct Params<'r, 'a> {
    declared: &'r [raw::Param<'a>],
    params: Vec<Param>,
    /// The placeholders of parameters that are slots. The others have the name of theirs.
    slots: Vec<(usize, String)>,
}

impl<'r, 'a> Params<'r, 'a> {
    pub(super) fn new(declared: &'r [raw::Param<'a>]) -> Self {
        Self {
            declared: declared.get(..MOST_PARAMS).unwrap_or(declared),
            params: Vec::new(),
            slots: Vec::new(),
        }
    }

    /// Binds each placeholder of a template to its parameter, and adds new ones.
    pub(super) fn bind(&mut self, template: Template) -> Message {
        let mut seen = Occurrences::default();
        let has_slots = self
            .declared
            .iter()
            .any(|declared| declared.slots.is_some());
        let mut params = Vec::with_capacity(template.pieces().len());
        for (name, _) in template.placeholders() {
            let occurrence = if has_slots { seen.next(name) } else { 0 };
            params.push(self.placeholder(name, occurrence));
        }
        Message {
            template,
            params,
            plural: None,
        }
    }

    /// Binds a template to existing parameters.
    pub(super) fn resolve(
        template: Template,
        mut find: impl FnMut(&str, usize, Range<usize>) -> Option<usize>,
    ) -> Message {
        let mut seen = Occurrences::default();
        let mut params = Vec::new();
        for (name, range) in template.placeholders() {
            if let Some(param) = find(name, seen.next(name), range) {
                params.push(param);
            }
        }
        Message {
            template,
            params,
            plural: None,
        }
    }

    /// Returns the parameter for an occurrence of a placeholder.
    pub(super) fn position(&self, name: &str, occurrence: usize) -> Option<usize> {
        let mut first = None;
        let mut before = 0;
        for (index, param) in self.params.iter().enumerate() {
            if self.placeholder_of(index, param) == name {
                if before == occurrence {
                    return Some(index);
                }
                before += 1;
                first = first.or(Some(index));
            }
        }
        first
    }

    fn placeholder_of<'p>(&'p self, index: usize, param: &'p Param) -> &'p str {
        for (slot, placeholder) in &self.slots {
            if *slot == index {
                return placeholder;
            }
        }
        &param.name
    }

    /// Returns the parameter of a placeholder, of several the first, or the detail with this name.
    pub(super) fn named(&self, name: &str) -> Option<&Param> {
        self.params.get(self.position(name, 0)?)
    }

    pub(super) fn count(&self) -> usize {
        self.params.len()
    }

    pub(super) fn names(&self) -> Vec<&str> {
        names(&self.params)
    }

    fn placeholder(&mut self, name: &str, occurrence: usize) -> usize {
        let declared = self.declared(name);
        let mut own_name = name;
        if let Some(slots) = declared.and_then(|declared| declared.slots.as_ref()) {
            if let Some(slot) = slots.value.get(occurrence) {
                own_name = &slot.value;
            }
        }
        for (index, param) in self.params.iter().enumerate() {
            if param.name == own_name {
                return index;
            }
        }
        if self.params.len() >= MOST_PARAMS {
            return 0;
        }
        self.add(own_name, name, declared, ParamPlace::Placeholder)
    }

    fn declared(&self, name: &str) -> Option<&'r raw::Param<'a>> {
        let mut all = self.declared.iter();
        all.find(|declared| declared.name.value == name)
    }

    fn add(
        &mut self,
        name: &str,
        placeholder: &str,
        declared: Option<&raw::Param<'_>>,
        place: ParamPlace,
    ) -> usize {
        let mut param = Param {
            name: name.to_owned(),
            field: field_name(name),
            param_type: ParamType::default(),
            is_optional: false,
            is_sensitive: false,
            is_sent: false,
            place,
            values: Vec::new(),
            description: None,
        };
        if let Some(declared) = declared {
            param.param_type = declared.param_type;
            param.is_optional = declared.optional;
            param.is_sensitive = declared.sensitive;
            param.is_sent = declared.sent;
            param.values = super::described(&declared.values);
            param.description.clone_from(&declared.description);
        }
        let index = self.params.len();
        if placeholder != name {
            self.slots.push((index, placeholder.to_owned()));
        }
        self.params.push(param);
        index
    }

    /// Adds the declared parameters that are not placeholders, and checks the declarations of those that are.
    pub(super) fn add_details(&mut self, report: &mut Report) {
        for declared in self.declared {
            let name = &*declared.name.value;
            let mut occurrences = 0;
            for (index, param) in self.params.iter().enumerate() {
                occurrences += usize::from(self.placeholder_of(index, param) == name);
            }
            check_slots(declared, occurrences, report);
            if occurrences > 0 {
                check_placeholder(declared, report);
                continue;
            }
            if let Some(reason) = name_error(name) {
                report
                    .add(
                        Rule::FieldName,
                        declared.name.span(),
                        format!("`{name}` is not a valid parameter name"),
                    )
                    .help(reason);
                continue;
            }
            self.add(name, name, Some(declared), ParamPlace::Detail);
        }
    }

    pub(super) fn into_params(self) -> Vec<Param> {
        self.params
    }

    /// Returns the parameters; reports fields with the same name, and too many parameters.
    pub(super) fn finish(self, entry: Span, report: &mut Report) -> Vec<Param> {
        for (index, param) in self.params.iter().enumerate() {
            let earlier = self.params.get(..index).unwrap_or_default();
            if let Some(first) = earlier.iter().find(|it| it.field == param.field) {
                let message = format!(
                    "the parameters `{}` and `{}` both become the field `{}`",
                    first.name, param.name, param.field
                );
                report
                    .add(Rule::Collision, entry, message)
                    .help("rename one of them, or give a placeholder `slots`");
            }
        }
        if Storage::of(&self.params).is_none() {
            let message = "too many parameters: the fields do not fit in 120 bytes";
            report.add(Rule::Limit, entry, message).help(
                "keep at most 15 strings, and gather the rest in one parameter of type `json`",
            );
        }
        self.params
    }
}

/// Counts how often names have occurred.
#[derive(Default)]
pub(super) struct Occurrences(Table);

impl Occurrences {
    /// Adds an occurrence, and returns how many were before it.
    pub(super) fn next(&mut self, name: &str) -> usize {
        let before = self.0.get(name).unwrap_or_default();
        self.0.set(name, before + 1);
        before
    }
}

/// Returns the names of parameters.
pub(super) fn names(params: &[Param]) -> Vec<&str> {
    let mut names = Vec::with_capacity(params.len());
    for param in params {
        names.push(&*param.name);
    }
    names
}

fn check_slots(declared: &raw::Param<'_>, occurrences: usize, report: &mut Report) {
    let Some(slots) = &declared.slots else {
        return;
    };
    let name = &declared.name.value;
    let count = slots.value.len();
    // Occurrences without a slot share the placeholder's own parameter, which counts as one more.
    if count != occurrences {
        report
            .add(
                Rule::Slots,
                slots.span,
                format!("the number of slots ({count}) does not match the occurrences of `{{{name}}}` in the message"),
            )
            .help("write one slot for each occurrence, in order");
    }
    raw::repeated(&slots.value, "slot", report);
    for slot in &slots.value {
        if let Some(reason) = name_error(&slot.value) {
            report
                .add(
                    Rule::FieldName,
                    slot.span(),
                    format!("`{}` is not a valid parameter name", slot.value),
                )
                .help(reason);
        }
    }
}

fn check_placeholder(declared: &raw::Param<'_>, report: &mut Report) {
    if declared.optional {
        report
            .add(
                Rule::OptionalPlaceholder,
                declared.name.span(),
                format!(
                    "placeholder `{{{}}}` cannot be optional",
                    declared.name.value
                ),
            )
            .help("remove `optional`: a message needs a value for each placeholder");
    }
}
