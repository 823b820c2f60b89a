//! The code that you would write by hand with `serde_json`: a struct for the body, and a `match` on the code.

use crate::peers;
use crate::synthetic::{Synthetic, FIELDS};

/// Writes the module with the error type and the kind type, by hand.
pub(super) fn enums(errors: &[Synthetic]) -> String {
    let files = (peers::HAND.files)(errors);
    files.into_iter().map(|(_, text)| text).collect()
}

/// Writes the module that reads and writes them.
pub(super) fn envelope(errors: &[Synthetic]) -> String {
    let members = |attribute: &str, of: &str| -> String {
        let member = |name: &str| format!("    {attribute}\n    pub {name}: Option<{of}>,\n");
        FIELDS.map(member).concat()
    };
    let take: String = errors.iter().map(take).collect();
    let give: String = errors.iter().map(give).collect();
    include_str!("../programs/wire/envelope.rs")
        .replace("    // OWNED MEMBERS\n", &members("", "String"))
        .replace(
            "    // WRITTEN MEMBERS\n",
            &members(
                "#[serde(skip_serializing_if = \"Option::is_none\")]",
                "&'e str",
            ),
        )
        .replace(
            "        // NONE\n",
            &FIELDS
                .map(|name| format!("        {name}: None,\n"))
                .concat(),
        )
        .replace("            // TAKE\n", &take)
        .replace("        // GIVE\n", &give)
}

/// Writes the arm that converts the body's members to an error.
fn take(error: &Synthetic) -> String {
    let field = |name: &str| format!("{name}: self.{name}?, ");
    let fields: String = error.fields().into_iter().map(field).collect();
    format!(
        "            {:?} => Error::{} {{ {fields}}},\n",
        error.code, error.variant
    )
}

/// Writes the arm that converts an error's fields to members.
fn give(error: &Synthetic) -> String {
    let fields = error.fields();
    let set = |name: &&str| format!("written.{name} = Some({name}); ");
    let sets: String = fields.iter().map(set).collect();
    format!(
        "        Error::{} {{ {} }} => {{ {sets}}}\n",
        error.variant,
        fields.join(", ")
    )
}
