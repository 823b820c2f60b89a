//! Reports of the crate `garde`.

use super::violation::Step;
use super::{Violation, Violations};
use alloc::borrow::Cow;
use alloc::vec::Vec;
use garde::error::Kind;
use garde::{Path, Report};

/// The paths, the messages, and the rules, which the messages tell: `garde` keeps nothing else of a rule. See the
/// feature `garde` for the names of the rules and their parameters.
impl Violations for Report {
    fn visit(&self, visit: &mut dyn FnMut(Violation<'_>)) {
        for (path, error) in self.iter() {
            let message = error.message();
            let violation = violation(message).with_message(message);
            visit(violation.with_steps(steps(path)));
        }
    }
}

/// The steps of a path, the outermost first.
fn steps(path: &Path) -> Vec<Step<'_>> {
    let components = path.__iter().rev();
    components
        .filter_map(|(kind, component)| {
            let name = component.as_str();
            match kind {
                Kind::None => None,
                Kind::Index => Some(name.parse().map_or(field(name), Step::Index)),
                Kind::Key => Some(field(name)),
            }
        })
        .collect()
}

const fn field(name: &str) -> Step<'_> {
    Step::Field(Cow::Borrowed(name))
}

/// The messages with a parameter: the text before and after it, the rule, and the parameter.
const WITH_PARAM: [(&str, &str, &str, &str); 9] = [
    ("length is lower than ", "", "length", "min"),
    ("length is greater than ", "", "length", "max"),
    ("lower than ", "", "range", "min"),
    ("greater than ", "", "range", "max"),
    ("does not contain \"", "\"", "contains", "needle"),
    ("value does not begin with \"", "\"", "prefix", "prefix"),
    ("does not end with \"", "\"", "suffix", "suffix"),
    ("does not match pattern /", "/", "pattern", "pattern"),
    ("does not match ", " field", "matches", "other"),
];

/// The other messages, which a reason can follow.
const WITHOUT_PARAM: [(&str, &str); 10] = [
    ("not set", "required"),
    ("not ascii", "ascii"),
    ("not alphanumeric", "alphanumeric"),
    ("not a valid email", "email"),
    ("not a valid url", "url"),
    ("not a valid IP address", "ip"),
    ("not a valid IPv4 address", "ipv4"),
    ("not a valid IPv6 address", "ipv6"),
    ("not a valid credit card number", "credit_card"),
    ("not a valid phone number", "phone_number"),
];

/// The violation of a rule of `garde`; of another rule, its message is its code.
fn violation(message: &str) -> Violation<'_> {
    for (start, end, rule, param) in WITH_PARAM {
        let rest = message.strip_prefix(start);
        if let Some(value) = rest.and_then(|rest| rest.strip_suffix(end)) {
            return Violation::new(rule).with_param(param, value);
        }
    }
    let known = WITHOUT_PARAM.iter().find(|(start, _)| {
        let rest = message.strip_prefix(start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(": "))
    });
    Violation::new(known.map_or(message, |(_, rule)| rule))
}
