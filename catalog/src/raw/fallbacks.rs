//! The fallbacks of a catalog file.

use super::object::{members, text, Object, Text};
use crate::model::Fallback;
use crate::source::Spanned;
use crate::suggest::nearest_of;
use crate::{Report, Rule};

/// A fallback and the id of its entry, as written in the file.
pub(crate) type Written<'a> = (Spanned<Fallback>, Text<'a>);

/// The keys that are not statuses.
const NAMES: [&str; 4] = ["4xx", "5xx", "panic", "timeout"];

/// Reads the fallbacks, with the place of the object that has them.
pub(super) fn read<'a>(
    object: &Object<'a>,
    report: &mut Report,
) -> Option<Spanned<Vec<Written<'a>>>> {
    let node = object.get("fallbacks")?;
    let mut fallbacks = Vec::new();
    for (key, value) in members(node, "the fallbacks", report)? {
        let fallback = fallback(&key, report);
        let id = text(value, report);
        if let (Some(fallback), Some(id)) = (fallback, id) {
            fallbacks.push((fallback, id));
        }
    }
    Some(Spanned::new(fallbacks, node.span))
}

fn fallback(key: &Text<'_>, report: &mut Report) -> Option<Spanned<Fallback>> {
    let fallback = Fallback::from_key(&key.value);
    if fallback.is_none() {
        let near = nearest_of(key.value.trim(), &NAMES);
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                "write a status from 400 to 599, `4xx`, `5xx`, `panic`, or `timeout`".to_owned()
            }
        };
        report
            .add(
                Rule::Fallback,
                key.span(),
                format!("`{}` is not a valid fallback", key.value),
            )
            .help(help);
    }
    Some(Spanned::new(fallback?, key.span()))
}
