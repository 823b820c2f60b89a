//! Whether the parameter of retry advice can be a delay.

use crate::model::{Param, ParamType};
use crate::{Report, RetryUnit, Rule, Span};

/// Reports a parameter whose type has no values that are a delay in the unit of the advice.
pub(super) fn param_can_be_a_delay(
    param: &Param,
    unit: Option<RetryUnit>,
    span: Span,
    report: &mut Report,
) {
    let is_text = matches!(
        unit,
        Some(RetryUnit::Date | RetryUnit::Duration | RetryUnit::IsoDuration)
    );
    let (what, help) = match (param.param_type, unit) {
        (ParamType::Boolean | ParamType::List | ParamType::Json, _) => ("a delay", "`integer`"),
        (ParamType::Integer | ParamType::Decimal, Some(unit)) if is_text => {
            (unit.in_words(), "`string`")
        }
        _ => return,
    };
    let message = format!(
        "the parameter `{}` of the type `{}` cannot be {what}",
        param.name,
        param.param_type.as_str()
    );
    report.add(Rule::DelayType, span, message).help(format!(
        "set its `type` in `params` to the type that the API sends, such as {help}"
    ));
}

#[cfg(test)]
mod tests {
    use crate::{compile, ParamType, RetryUnit, Source};

    fn problem(param_type: ParamType, unit: Option<RetryUnit>) -> Option<String> {
        let unit = unit.map_or_else(String::new, |it| format!(r#", "unit": "{}""#, it.as_str()));
        let text = format!(
            r#"{{ "name": "a", "errors": [{{ "code": "A", "retry": {{ "param": "x"{unit} }},
                "params": {{ "x": {{ "type": "{}" }} }} }}] }}"#,
            param_type.as_str()
        );
        let failure = compile(&Source::new("a.json", text)).err()?;
        let [problem] = failure.diagnostics() else {
            panic!("{:?}", failure.diagnostics());
        };
        Some(format!("{} {}", problem.rule.code(), problem.message))
    }

    #[test]
    fn a_flag_a_list_or_any_json_is_not_a_delay() {
        for unit in RetryUnit::ALL.map(Some).into_iter().chain([None]) {
            for param_type in [ParamType::Boolean, ParamType::List, ParamType::Json] {
                let told = format!(
                    "C065 the parameter `x` of the type `{}` cannot be a delay",
                    param_type.as_str()
                );
                assert_eq!(problem(param_type, unit), Some(told));
            }
            for param_type in [ParamType::String, ParamType::Timestamp] {
                assert_eq!(problem(param_type, unit), None);
            }
        }
    }

    #[test]
    fn a_number_is_neither_a_date_nor_a_duration_with_a_unit() {
        for param_type in [ParamType::Integer, ParamType::Decimal] {
            for unit in ["s", "ms", "epoch", "epoch-ms"] {
                assert_eq!(problem(param_type, RetryUnit::from_name(unit)), None);
            }
            assert_eq!(problem(param_type, None), None);
            for (unit, what) in [
                ("date", "a date"),
                ("duration", "a duration such as `34.5s`"),
                ("iso-duration", "a duration of ISO 8601"),
            ] {
                let told = format!(
                    "C065 the parameter `x` of the type `{}` cannot be {what}",
                    param_type.as_str()
                );
                assert_eq!(problem(param_type, RetryUnit::from_name(unit)), Some(told));
            }
        }
    }
}
