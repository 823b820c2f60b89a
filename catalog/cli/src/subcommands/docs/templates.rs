//! The templates, and the pages that they render.

use crate::failure::Failure;
use error_catalog_model::inert;
use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, Value};

/// The mark in the first lines of a file of a reference.
pub(super) const MARK: &str = "written by `cargo error-catalog docs`";

/// A file of the reference.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) name: String,
    pub(super) text: String,
}

/// Creates the environment of a format. Undefined values are errors, and a line with only a tag leaves no line.
pub(super) fn environment(
    escape: AutoEscape,
    templates: &[(&'static str, &'static str)],
) -> Result<Environment<'static>, Failure> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(move |_| escape.clone());
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build();
    environment.add_global("mark", Value::from_safe_string(MARK.to_owned()));
    environment.set_syntax(syntax.map_err(|error| broken(&error))?);
    for (name, source) in templates {
        environment
            .add_template(name, source)
            .map_err(|error| broken(&error))?;
    }
    Ok(environment)
}

impl Page {
    pub(super) fn new(
        name: impl Into<String>,
        templates: &Environment<'_>,
        template: &str,
        content: Value,
    ) -> Result<Self, Failure> {
        let template = templates.get_template(template);
        let text = template
            .and_then(|template| template.render(content))
            .map_err(|error| broken(&error))?;
        // Text of a catalog cannot change the direction of the text after it, or hide its end.
        Ok(Self {
            name: name.into(),
            text: inert(&text),
        })
    }
}

/// Returns the failure of a template that does not fit its values; tests render all templates.
fn broken(error: &Error) -> Failure {
    Failure::new(format!(
        "cannot render a template of the reference: {error:#}"
    ))
}
