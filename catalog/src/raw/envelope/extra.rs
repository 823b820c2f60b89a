//! Other members of a body.

use super::super::object::{Object, Text};
use super::super::value::param_type;
use super::place::{places, Role, Value};
use crate::json::Node;
use crate::model::Extra;
use crate::{field_name, Report, Rule};

pub(super) fn read(object: &Object<'_>, is_inner: bool, report: &mut Report) -> Vec<Extra> {
    let mut all = Vec::new();
    for (name, node) in object.members("extra", "the extra members", report) {
        if let Some(extra) = one(&name, node, is_inner, report) {
            all.push(extra);
        }
    }
    all
}

fn one(name: &Text<'_>, node: Node<'_>, is_inner: bool, report: &mut Report) -> Option<Extra> {
    let keys = ["at", "type", "description"];
    let object = Object::open(node, "an extra member", &keys, report)?;
    let field = field_name(&name.value);
    if field != name.value || name.value.is_empty() {
        let message = format!("`{}` is not a valid field name", name.value);
        let help = match &*field {
            "" => "write a name in `snake_case`".to_owned(),
            field => format!("write `{field}`"),
        };
        report.add(Rule::FieldName, name.span(), message).help(help);
    }
    let role = Role::new(&name.value, Value::Other).within(is_inner);
    Some(Extra {
        name: name.owned(),
        places: places(object.required("at", report)?, role, report),
        param_type: object.read("type", param_type, report).unwrap_or_default(),
        description: object.string("description", report),
    })
}
