//! What those who operate a service see of its errors.

mod count;
mod diagnostic;
mod log;
mod severity;

use error_catalog::ErrorCatalog;
use std::error::Error;
use std::fmt;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/operators.json")]
pub(crate) struct Operators;

/// Your own enum, with errors of the catalog, of another one, and of none.
#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/operators.json")]
enum Own {
    LoginFailed {
        user: &'static str,
        #[source]
        cause: Layer,
    },
    #[catalog(transparent)]
    Api(#[from] OperatorsError),
    #[catalog(
        other,
        code = "GATEWAY_DOWN",
        status = 502,
        message = "no answer from {host}"
    )]
    Gateway { host: &'static str },
}

/// An error with a source.
#[derive(Debug)]
struct Layer(&'static str, Option<Box<Layer>>);

impl Layer {
    fn over(text: &'static str, source: Self) -> Self {
        Self(text, Some(Box::new(source)))
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

impl Error for Layer {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source = self.1.as_deref()?;
        Some(source)
    }
}

/// A secret, in the form of each type of parameter.
const SECRET: &str = "Qz7hXw2KpV9sRt4LmB8c";
const SECRET_NUMBER: i64 = 7_391_846_205;

/// An error whose sensitive parameters all hold the secret.
fn rejected() -> OperatorsError {
    OperatorsError::TokenRejected {
        token: SECRET.into(),
        owner: "Ada".into(),
        card: SECRET.into(),
        pin: SECRET_NUMBER,
        names: Vec::from([SECRET.into()]),
        raw: format!("{{\"a\":\"{SECRET}\"}}").into(),
        note: Some(SECRET.into()),
    }
}

fn leaks(text: &str) -> bool {
    text.contains(SECRET) || text.contains(&SECRET_NUMBER.to_string())
}
