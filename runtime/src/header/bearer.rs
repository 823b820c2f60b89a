//! The challenge of OAuth 2.0.

use super::Challenge;
use alloc::borrow::Cow;

/// A challenge of the scheme `Bearer`, with the attributes of RFC 6750 section 3.
///
/// ```
/// use error_catalog::header::{Bearer, Challenge};
///
/// let value = r#"Bearer realm="example", error="invalid_token", error_description="The access token expired""#;
/// let bearer = Challenge::parse_all(value)[0].bearer().unwrap();
/// assert_eq!(bearer.error.as_deref(), Some("invalid_token"));
/// assert_eq!(bearer.error_description.as_deref(), Some("The access token expired"));
///
/// let needed = Bearer { scope: Some("read write".into()), ..Bearer::default() };
/// assert_eq!(Challenge::from(needed).to_string(), r#"Bearer scope="read write""#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bearer<'h> {
    /// The name of what is protected.
    pub realm: Option<Cow<'h, str>>,
    /// The scopes that the request needs, separated by spaces; see [`scopes`](Self::scopes).
    pub scope: Option<Cow<'h, str>>,
    /// The code of the error: `invalid_request`, `invalid_token`, `insufficient_scope`, or that of an extension.
    pub error: Option<Cow<'h, str>>,
    /// What went wrong, for developers.
    pub error_description: Option<Cow<'h, str>>,
    /// The page that explains the error.
    pub error_uri: Option<Cow<'h, str>>,
}

impl Bearer<'_> {
    /// The scopes that the request needs.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        let scope = self.scope.as_deref().unwrap_or_default();
        scope.split(' ').filter(|scope| !scope.is_empty())
    }
}

impl<'h> Challenge<'h> {
    /// The attributes of RFC 6750, if the scheme is `Bearer`.
    pub fn bearer(&self) -> Option<Bearer<'h>> {
        let param = |name| self.param(name).cloned();
        self.is_scheme("Bearer").then(|| Bearer {
            realm: param("realm"),
            scope: param("scope"),
            error: param("error"),
            error_description: param("error_description"),
            error_uri: param("error_uri"),
        })
    }
}

impl<'h> From<Bearer<'h>> for Challenge<'h> {
    fn from(bearer: Bearer<'h>) -> Self {
        let params = [
            ("realm", bearer.realm),
            ("scope", bearer.scope),
            ("error", bearer.error),
            ("error_description", bearer.error_description),
            ("error_uri", bearer.error_uri),
        ];
        let mut challenge = Challenge::new("Bearer");
        for (name, value) in params {
            if let Some(value) = value {
                challenge = challenge.with_param(name, value);
            }
        }
        challenge
    }
}

#[cfg(test)]
mod tests {
    use super::{Bearer, Challenge};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    #[test]
    fn the_examples_of_rfc_6750_are_read() {
        let bearer = |value| Challenge::parse_all(value).first()?.bearer();
        let anonymous = Bearer {
            realm: Some("example".into()),
            ..Bearer::default()
        };
        assert_eq!(bearer(r#"Bearer realm="example""#), Some(anonymous.clone()));
        let expired = Bearer {
            error: Some("invalid_token".into()),
            error_description: Some("The access token expired".into()),
            ..anonymous
        };
        let value = r#"Bearer realm="example",
            error="invalid_token",
            error_description="The access token expired""#
            .replace('\n', "");
        assert_eq!(bearer(&value), Some(expired));
    }

    #[test]
    fn scopes_are_separated_by_spaces() {
        let scopes = |value: &'static str| {
            let challenge = Challenge::new("bearer").with_param("scope", value);
            let bearer = challenge.bearer().unwrap();
            bearer.scopes().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(
            scopes("openid profile email"),
            ["openid", "profile", "email"]
        );
        assert_eq!(scopes("  urn:a:b  c "), ["urn:a:b", "c"]);
        assert!(scopes("").is_empty());
        assert_eq!(Bearer::default().scopes().count(), 0);
    }

    #[test]
    fn other_schemes_are_no_bearer() {
        assert_eq!(Challenge::new("Basic").bearer(), None);
        assert_eq!(Challenge::new("BEARER").bearer(), Some(Bearer::default()));
    }
}
