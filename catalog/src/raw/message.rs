//! The message of an error as written: a template, or an object with one for each plural form.

use super::object::{members, text, Object, Text};
use crate::json::{Kind, Node};
use crate::plural::{PluralCase, PLURAL_KEY};
use crate::{Report, Rule};
use error_catalog_core::PluralCategory;

/// The most plural forms of a message.
const MOST: usize = 100;

/// A message as written in its file.
pub(crate) struct Message<'a> {
    /// The template; of plural forms, the one for all other numbers.
    pub(crate) text: Text<'a>,
    pub(crate) plural: Option<Plural<'a>>,
}

/// The plural forms of a message.
pub(crate) struct Plural<'a> {
    /// The name of the parameter that decides.
    pub(crate) param: Text<'a>,
    /// The forms for some numbers.
    pub(crate) forms: Vec<(PluralCase, Text<'a>)>,
}

impl<'a> Message<'a> {
    pub(super) fn read(object: &Object<'a>, report: &mut Report) -> Option<Self> {
        let node = object.get("message")?;
        if node.kind() == Kind::Object {
            return Self::plural(node, report);
        }
        Some(Self {
            text: text(node, report)?,
            plural: None,
        })
    }

    fn plural(node: Node<'a>, report: &mut Report) -> Option<Self> {
        let mut param = None;
        let mut other = None;
        let mut forms = Vec::new();
        let object = Object::of(node, members(node, "plural forms", report)?);
        object.required(PLURAL_KEY, report);
        object.required(PluralCategory::Other.as_str(), report);
        for (key, value) in object.all() {
            let case = PluralCase::from_key(&key.value);
            if key.value == PLURAL_KEY {
                param = text(*value, report);
            } else if case == Some(PluralCase::Category(PluralCategory::Other)) {
                other = text(*value, report);
            } else if let Some(case) = case {
                if let Some(form) = text(*value, report) {
                    forms.push((case, form));
                }
            } else {
                unknown_key(key, report);
            }
        }
        if let Some((_, first_too_many)) = forms.get(MOST) {
            let message = format!("a message can have at most {MOST} plural forms");
            report
                .add(Rule::Limit, first_too_many.span(), message)
                .help("remove some of them");
            forms.truncate(MOST);
        }
        let text = match other {
            Some(other) => other,
            // If it is missing, another one shows the same mistakes.
            None => forms.first()?.1.clone(),
        };
        Some(Self {
            text,
            plural: param.map(|param| Plural { param, forms }),
        })
    }
}

fn unknown_key(key: &Text<'_>, report: &mut Report) {
    if key.value.starts_with('=') {
        let message = format!("`{}` is not a valid number", key.value);
        report
            .add(Rule::Plural, key.span(), message)
            .help("write `=` and an integer, such as `=0`");
        return;
    }
    let mut known = vec![PLURAL_KEY];
    for category in &PluralCategory::ALL {
        known.push(category.as_str());
    }
    report
        .add(
            Rule::UnknownKey,
            key.span(),
            format!("unknown key `{}`", key.value),
        )
        .suggest(&key.value, &known);
}
