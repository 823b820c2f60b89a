//! The parameters of an entry: the placeholders of its code and message, then its details.

use crate::field_name;
use crate::model::{Message, Param, ParamPlace};
use crate::raw;
use crate::template::name_error;
use crate::{Report, Rule, Span, Storage, Template};
use std::collections::HashMap;
use std::ops::Range;

/// The most parameters that are read. Far fewer fit in an error, and more are reported.
const MOST_PARAMS: usize = 256;

/// Collects the parameters of an entry.
pub(super) struct Params<'r, 'a> {
    declared: &'r [raw::Param<'a>],
    params: Vec<Param>,
    /// The placeholder of each parameter: its own name, unless it is a slot.
    placeholders: Vec<String>,
}

impl<'r, 'a> Params<'r, 'a> {
    pub(super) fn new(declared: &'r [raw::Param<'a>]) -> Self {
        Self {
            declared: declared.get(..MOST_PARAMS).unwrap_or(declared),
            params: Vec::new(),
            placeholders: Vec::new(),
        }
    }

    /// Binds each placeholder of a template to its parameter, and adds new ones.
    pub(super) fn bind(&mut self, template: Template) -> Message {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let has_slots = self
            .declared
            .iter()
            .any(|declared| declared.slots.is_some());
        let mut params = Vec::new();
        for (name, _) in template.placeholders() {
            let mut occurrence = 0;
            if has_slots {
                let next = seen.entry(name).or_default();
                occurrence = std::mem::replace(next, *next + 1);
            }
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
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut params = Vec::new();
        for (name, range) in template.placeholders() {
            let occurrence = seen.entry(name.to_owned()).or_default();
            params.extend(find(name, *occurrence, range));
            *occurrence += 1;
        }
        Message {
            template,
            params,
            plural: None,
        }
    }

    /// Returns the parameter for an occurrence of a placeholder.
    pub(super) fn position(&self, name: &str, occurrence: usize) -> Option<usize> {
        let mut matching = (0..self.params.len()).filter(|index| self.placeholders[*index] == name);
        let first = matching.clone().next();
        matching.nth(occurrence).or(first)
    }

    pub(super) fn names(&self) -> Vec<&str> {
        self.params.iter().map(|param| &*param.name).collect()
    }

    fn placeholder(&mut self, name: &str, occurrence: usize) -> usize {
        let declared = self.declared(name);
        let slot = declared
            .and_then(|declared| declared.slots.as_ref())
            .and_then(|slots| slots.value.get(occurrence));
        let own_name = slot.map_or(name, |slot| &*slot.value);
        let known = self.params.iter().position(|param| param.name == own_name);
        if known.is_none() && self.params.len() >= MOST_PARAMS {
            return 0;
        }
        known.unwrap_or_else(|| self.add(own_name, name, declared, ParamPlace::Placeholder))
    }

    fn declared(&self, name: &str) -> Option<&'r raw::Param<'a>> {
        self.declared
            .iter()
            .find(|declared| declared.name.value == name)
    }

    fn add(
        &mut self,
        name: &str,
        placeholder: &str,
        declared: Option<&raw::Param<'_>>,
        place: ParamPlace,
    ) -> usize {
        self.params.push(Param {
            name: name.to_owned(),
            field: field_name(name),
            param_type: declared
                .map(|declared| declared.param_type)
                .unwrap_or_default(),
            is_optional: declared.is_some_and(|declared| declared.optional),
            is_sensitive: declared.is_some_and(|declared| declared.sensitive),
            is_sent: declared.is_some_and(|declared| declared.sent),
            place,
            values: declared
                .map(|declared| super::described(declared.values.clone()))
                .unwrap_or_default(),
            description: declared.and_then(|declared| declared.description.clone()),
        });
        self.placeholders.push(placeholder.to_owned());
        self.params.len() - 1
    }

    /// Adds the declared parameters that are not placeholders, and checks the declarations of those that are.
    pub(super) fn add_details(&mut self, report: &mut Report) {
        for declared in self.declared {
            let name = &*declared.name.value;
            let occurrences = self
                .placeholders
                .iter()
                .filter(|known| *known == name)
                .count();
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
            let mut earlier = self.params.iter().take(index);
            if let Some(first) = earlier.find(|earlier| earlier.field == param.field) {
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
    raw::repeated(slots.value.iter(), "slot", report);
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
