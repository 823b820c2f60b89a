//! Whether plural forms are for the categories that the numbers of their language have.

use crate::model::{Entry, Message, ParamType};
use crate::plural::PluralCase;
use crate::{Report, Rule, Span};
use error_catalog_core::{has_plural_category, plural_category, PluralCategory};

/// Warns about forms that no number has, and about numbers without a form of their own.
pub(super) fn are_those_of_the_language(
    entry: &Entry,
    language: &str,
    message: &Message,
    span: Span,
    report: &mut Report,
) {
    for form in message.forms() {
        if let PluralCase::Category(category) = form.case {
            if !has_plural_category(language, category) {
                let text = format!("`{language}` has no plural form `{}`", form.case);
                report
                    .add(Rule::PluralForm, form.span, text)
                    .help("remove it, or write `=` and a number if it is for that number");
            }
        }
    }
    let number = message.plural.as_ref();
    let number = number.and_then(|plural| entry.params.get(plural.param));
    let is_decimal = number.is_some_and(|param| param.param_type == ParamType::Decimal);
    let has = |case: PluralCase| message.forms().iter().any(|form| form.case == case);
    for category in PluralCategory::ALL {
        if category == PluralCategory::Other || has(PluralCase::Category(category)) {
            continue;
        }
        let is_needed = |sample: &String| {
            let exact = sample
                .parse()
                .is_ok_and(|number| has(PluralCase::Exact(number)));
            !exact && plural_category(language, sample) == category
        };
        if let Some(number) = samples(is_decimal).find(is_needed) {
            let name = category.as_str();
            let text = format!("`{language}` lacks the plural form `{name}`");
            report.add(Rule::PluralForm, span, text).help(format!(
                "add it: numbers such as {number} have the form `other`"
            ));
        }
    }
}

/// Returns numbers of every category that a language has for such numbers.
fn samples(is_decimal: bool) -> impl Iterator<Item = String> {
    let whole = (0..=200).chain([1_000, 1_000_000]);
    let tenths = (0..=20).filter(move |_| is_decimal);
    let decimals = tenths.map(|tenth| format!("{}.{}", tenth / 10, tenth % 10));
    whole.map(|number: u32| number.to_string()).chain(decimals)
}

#[cfg(test)]
mod tests {
    use crate::{compile, Source};

    /// Returns the warnings about the forms in a language.
    fn warnings(language: &str, param_type: &str, forms: &[&str]) -> Vec<String> {
        let forms: Vec<String> = forms
            .iter()
            .map(|form| format!(r#", "{form}": "{form} {{n}}""#))
            .collect();
        let text = format!(
            r#"{{ "name": "a", "language": "{language}", "errors": [{{ "code": "A", "message":
                {{ "plural": "n", "other": "{{n}}"{} }}, "params": {{ "n": {{ "type": "{param_type}" }} }} }}] }}"#,
            forms.concat()
        );
        let compiled = compile(&Source::new("a.json", text)).expect("a valid catalog");
        let warnings = compiled.warnings.iter();
        warnings.map(|warning| warning.message.clone()).collect()
    }

    #[test]
    fn a_language_has_its_own_forms() {
        for (language, forms) in [
            ("en", &["one"][..]),
            ("en-GB", &["one"]),
            ("ja", &[]),
            ("zh-cmn-Hans-CN", &[]),
            ("ru", &["one", "few", "many"]),
            ("pl", &["one", "few", "many"]),
            ("ar", &["zero", "one", "two", "few", "many"]),
            ("cs", &["one", "few"]),
            ("fr", &["one", "many"]),
            ("pt-PT", &["one", "many"]),
            ("en", &["=0", "=1"]),
            ("ar", &["=0", "=1", "=2", "few", "many"]),
        ] {
            let found = warnings(language, "integer", forms);
            assert!(found.is_empty(), "{language}: {found:?}");
        }
    }

    #[test]
    fn a_form_that_no_number_has_is_reported() {
        assert_eq!(
            warnings("ja", "integer", &["one"]),
            ["`ja` has no plural form `one`"]
        );
        assert_eq!(
            warnings("en", "integer", &["one", "few"]),
            ["`en` has no plural form `few`"]
        );
    }

    #[test]
    fn a_form_that_some_numbers_lack_is_reported() {
        assert_eq!(
            warnings("en", "integer", &[]),
            ["`en` lacks the plural form `one`"]
        );
        assert_eq!(
            warnings("ru", "integer", &["one", "many"]),
            ["`ru` lacks the plural form `few`"]
        );
        // Fractions have a form of their own.
        assert_eq!(
            warnings("cs", "decimal", &["one", "few"]),
            ["`cs` lacks the plural form `many`"]
        );
        // The one form is also for 21 and 31.
        assert_eq!(
            warnings("ru", "integer", &["=1", "few", "many"]),
            ["`ru` lacks the plural form `one`"]
        );
    }
}
