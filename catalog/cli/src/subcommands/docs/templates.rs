//! The templates, and what is made of them.

use super::write::MARK;
use crate::failure::Failure;
use error_catalog_model::inert;
use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, Value};

/// A file of the reference.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) name: String,
    pub(super) text: String,
}

/// The templates of a format. What they name must be there, and a line that has a tag alone leaves none.
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
        // No text of a catalog changes the direction of what follows it, or ends where a reader does not see it.
        Ok(Self {
            name: name.into(),
            text: inert(&text),
        })
    }
}

/// A template that does not fit what it is given; tests render each.
fn broken(error: &Error) -> Failure {
    Failure::new(format!("a template of the reference is broken: {error:#}"))
}
