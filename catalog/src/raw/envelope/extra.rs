//! Other members of a body.

use super::super::object::{members, Object};
use super::super::value::param_type;
use super::place::{places, Role, Value};
use crate::model::Extra;
use crate::{Report, Rule};

pub(super) fn read(object: &Object<'_>, is_inner: bool, report: &mut Report) -> Vec<Extra> {
    let members = object
        .get("extra")
        .and_then(|node| members(node, "the extra members", report));
    members
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(name, node)| {
            let keys = ["at", "type", "description"];
            let object = Object::open(node, "an extra member", &keys, report)?;
            if crate::field_name(&name.value) != name.value || name.value.is_empty() {
                let message = format!("`{}` is not a valid field name", name.value);
                let help = match &*crate::field_name(&name.value) {
                    "" => "write a name in `snake_case`".to_owned(),
                    field => format!("write `{field}`"),
                };
                report.add(Rule::FieldName, name.span(), message).help(help);
            }
            let role = Role::new(&name.value, Value::Other).within(is_inner);
            Some(Extra {
                name: name.owned(),
                places: places(object.required("at", report)?, role, report),
                param_type: object
                    .get("type")
                    .and_then(|node| param_type(node, report))
                    .unwrap_or_default(),
                description: object.string("description", report),
            })
        })
        .collect()
}
