//! Plural forms of messages: which of them a number asks for.

use crate::layout::plural;
use crate::meta::Template;
use crate::{Entry, History, Matched, Meta, PluralCategory, TemplateFit, Value};
use alloc::string::String;

impl Meta {
    fn plural_category(&self, language: &str, number: &str) -> PluralCategory {
        self.plural_rules()
            .map_or(PluralCategory::Other, |rules| rules(language, number))
    }
}

impl Entry {
    /// The template for the fields in the language with this number, and the number of its own language.
    pub(crate) fn template_for(self, language: u8, fields: &[Value<'_>]) -> (u8, Template) {
        let (language, template) = self.template_in(language);
        let plural = self.plural_template(language, fields);
        (language, plural.unwrap_or(template))
    }

    fn plural_template(self, language: u8, fields: &[Value<'_>]) -> Option<Template> {
        let param = self.plural_param(language)?;
        let mut number = String::new();
        // Writing to a string cannot fail; what is not a number has the form for all others.
        let _ = fields.get(param)?.write(&mut number);
        self.form_of_number(language, &number)?.template()
    }

    /// The index of the parameter that decides between the plural forms in a language; `None` if there are none.
    fn plural_param(self, language: u8) -> Option<usize> {
        let first = self.plural_forms(language).next()?;
        Some(first.plural_param())
    }

    /// The form that a number asks for; `None` for the one for all others.
    fn form_of_number(self, language: u8, number: &str) -> Option<History> {
        let exact = |form: &History| form.exact_number() == Some(number);
        self.plural_forms(language).find(exact).or_else(|| {
            let tag = self.meta().language_with_number(language)?;
            let category = self.meta().plural_category(tag, number).as_number();
            let is_it = |form: &History| form.plural_case() == category;
            self.plural_forms(language).find(is_it)
        })
    }

    /// The forms in a language for some numbers only.
    pub(crate) fn plural_forms(self, language: u8) -> impl Iterator<Item = History> {
        let forms = self.forms_of_today();
        forms.filter(move |form| form.language() == language && form.plural_case() != plural::OTHER)
    }

    /// Checks that the number in a message asks for the form that the message fits; otherwise the message was not
    /// written with this form. A form for one number gives this number if the message does not have it.
    pub(crate) fn check_number(
        self,
        language: u8,
        form: Option<History>,
        matched: &mut Matched<'_>,
    ) -> TemplateFit {
        let Some(param) = self.plural_param(language) else {
            return TemplateFit::Yes;
        };
        let form = form.filter(|form| form.plural_case() != plural::OTHER);
        let Some(number) = matched.value(param) else {
            if let Some(number) = form.and_then(History::exact_number) {
                matched.give(param, number.into());
            }
            return TemplateFit::Yes;
        };
        match self.form_of_number(language, number) {
            asked if asked.map(History::place) == form.map(History::place) => TemplateFit::Yes,
            _ if matched.is_unique() => TemplateFit::No,
            // Another way to split the message may have a number that asks for the form.
            _ => TemplateFit::Unknown,
        }
    }
}
