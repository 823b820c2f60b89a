//! Errors of the crate `validator`.

use super::violation::{Given, Step};
use super::{Violation, Violations};
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

/// The rule that two fields have the same value.
const MUST_MATCH: &str = "must_match";

/// Its parameter with the value of the other field, which may be a password.
const OTHER: &str = "other";

/// The field of rules for a whole struct.
const WHOLE: &str = "__all__";

/// The rules of fields, then those of what is in them, in the order of the fields' names: `validator` has no other order.
impl Violations for ValidationErrors {
    fn visit(&self, visit: &mut dyn FnMut(Violation<'_>)) {
        // The next one last. A stack, because types that contain themselves can be nested deeply.
        let mut open = Vec::from([(Vec::new(), self)]);
        while let Some((path, errors)) = open.pop() {
            let mut fields: Vec<_> = errors.errors().iter().collect();
            fields.sort_unstable_by_key(|(name, _)| &**name);
            let mut inner = Vec::new();
            for (name, kind) in fields {
                let mut path: Vec<Step<'_>> = path.clone();
                if name != WHOLE {
                    path.push(Step::Field(Cow::Borrowed(name)));
                }
                match kind {
                    ValidationErrorsKind::Field(errors) => {
                        for error in errors {
                            visit(violation(error).with_steps(path.clone()));
                        }
                    }
                    ValidationErrorsKind::Struct(errors) => inner.push((path, &**errors)),
                    ValidationErrorsKind::List(list) => {
                        inner.extend(list.iter().map(|(index, errors)| {
                            let mut path = path.clone();
                            path.push(Step::Index(*index));
                            (path, &**errors)
                        }));
                    }
                }
            }
            open.extend(inner.into_iter().rev());
        }
    }
}

fn violation(error: &ValidationError) -> Violation<'_> {
    let mut violation = Violation::new(&*error.code);
    if let Some(message) = &error.message {
        violation = violation.with_message(&**message);
    }
    for (name, value) in &error.params {
        if error.code == MUST_MATCH && name == OTHER {
            continue;
        }
        let given = match value.as_str() {
            Some(text) => Given::Text(String::from(text)),
            None => Given::Json(value.to_string()),
        };
        violation = violation.with_given(Cow::Borrowed(name), given);
    }
    violation
}
