//! The challenges of `WWW-Authenticate`.

use alloc::borrow::Cow;
use alloc::vec::Vec;

/// One way to authenticate that a server offers, as in the header `WWW-Authenticate` (RFC 9110 section 11.3).
///
/// ```
/// use error_catalog::header::Challenge;
///
/// let value = r#"Basic realm="simple", Newauth realm="apps", type=1, title="Login to \"apps\"""#;
/// let challenges = Challenge::parse_all(value);
/// assert_eq!(challenges.len(), 2);
/// assert!(challenges[1].is_scheme("newauth"));
/// assert_eq!(challenges[1].param("title").unwrap(), r#"Login to "apps""#);
/// ```
///
/// `Display` writes it as the value of a header, with every parameter a quoted string, except for `stale` and
/// `algorithm`, which RFC 7616 section 3.3 forbids to quote. Quotes and backslashes are escaped. Characters that are
/// not portable in a header value become `_`: in a value, all but printable ASCII; in a name, all but the characters of
/// a token. So no text can end the header line or the parameter that it is in.
///
/// ```
/// # use error_catalog::header::Challenge;
/// let challenge = Challenge::new("Basic").with_param("realm", "the \"apps\"\r\nSet-Cookie: a=b");
/// assert_eq!(challenge.to_string(), r#"Basic realm="the \"apps\"__Set-Cookie: a=b""#);
/// ```
///
/// Two challenges are equal if they have the same text in every part, including the case of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge<'h> {
    scheme: &'h str,
    pub(super) details: Details<'h>,
}

/// What follows the scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Details<'h> {
    Token68(&'h str),
    Params(Vec<(&'h str, Cow<'h, str>)>),
}

impl<'h> Challenge<'h> {
    /// Creates a challenge of this scheme, without parameters.
    pub const fn new(scheme: &'h str) -> Self {
        Self {
            scheme,
            details: Details::Params(Vec::new()),
        }
    }

    /// Adds a parameter, which replaces a token68.
    pub fn with_param(mut self, name: &'h str, value: impl Into<Cow<'h, str>>) -> Self {
        let param = (name, value.into());
        match &mut self.details {
            Details::Params(params) => params.push(param),
            Details::Token68(_) => self.details = Details::Params([param].into()),
        }
        self
    }

    /// Sets the token68, which replaces all parameters: a challenge cannot have both.
    pub fn with_token68(mut self, token68: &'h str) -> Self {
        self.details = Details::Token68(token68);
        self
    }

    /// Returns the name of the scheme as it is written: `Basic`, `Bearer`, `Digest` …
    pub const fn scheme(&self) -> &'h str {
        self.scheme
    }

    /// Returns whether this is the scheme, ignoring ASCII case.
    pub fn is_scheme(&self, scheme: &str) -> bool {
        self.scheme.eq_ignore_ascii_case(scheme)
    }

    /// Returns the token68, usually Base64, that a challenge can have instead of parameters (RFC 9110 section 11.2).
    pub const fn token68(&self) -> Option<&'h str> {
        match self.details {
            Details::Token68(token68) => Some(token68),
            Details::Params(_) => None,
        }
    }

    /// Returns the value of the first parameter with this name, ignoring ASCII case, without quotes and escapes.
    pub fn param(&self, name: &str) -> Option<&Cow<'h, str>> {
        for (param, value) in self.params() {
            if param.eq_ignore_ascii_case(name) {
                return Some(value);
            }
        }
        None
    }

    /// Iterates over the parameters and their values in order; names can be duplicate.
    pub fn params(&self) -> impl Iterator<Item = (&'h str, &Cow<'h, str>)> {
        let params = match &self.details {
            Details::Token68(_) => &[][..],
            Details::Params(params) => params,
        };
        params.iter().map(|(name, value)| (*name, value))
    }
}

#[cfg(test)]
mod tests {
    use super::Challenge;

    #[test]
    fn the_case_of_names_is_ignored() {
        let challenge = Challenge::new("BASIC").with_param("Realm", "a");
        assert!(challenge.is_scheme("Basic"));
        assert_eq!(challenge.scheme(), "BASIC");
        assert_eq!(challenge.param("rEALM").map(|value| &**value), Some("a"));
        assert_eq!(challenge.param("real"), None);
    }

    #[test]
    fn the_first_of_two_parameters_with_the_same_name_counts() {
        let challenge = Challenge::new("A")
            .with_param("b", "1")
            .with_param("B", "2");
        assert_eq!(challenge.param("B").map(|value| &**value), Some("1"));
        assert_eq!(challenge.params().count(), 2);
    }

    #[test]
    fn a_challenge_has_parameters_or_a_token68() {
        let challenge = Challenge::new("A").with_param("b", "1").with_token68("c=");
        assert_eq!(
            (challenge.token68(), challenge.params().count()),
            (Some("c="), 0)
        );
        let challenge = challenge.with_param("b", "1");
        assert_eq!((challenge.token68(), challenge.params().count()), (None, 1));
    }
}
