//! Reading `WWW-Authenticate`: a list of challenges, each of which can contain a list of parameters.
//!
//! Both lists are separated by commas, so they are read as one list, whose elements are a scheme, a scheme with what
//! follows it, or another parameter of the scheme before:
//!
//! ```text
//! element = scheme | scheme SP token68 | scheme SP param | param
//! param   = token [whitespace] "=" [whitespace] ( token | quoted-string )
//! ```

use super::challenge::{Challenge, Details};
use super::token::{is_token, is_token68_character, is_token_character, WHITESPACE};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

impl<'h> Challenge<'h> {
    /// Parses the challenges of one header line, in order.
    ///
    /// A part that is not valid is skipped up to the next comma outside of quotes: a parameter without a value, with a
    /// value that is neither a token nor a quoted string, with a quoted string that does not end, before any scheme, or
    /// after a token68; also anything between a value and the comma. The rest is kept.
    pub fn parse_all(value: &'h str) -> Vec<Self> {
        Self::parse_lines([value])
    }

    /// Parses the challenges of all lines of a header, each like [`parse_all`](Self::parse_all).
    ///
    /// A line can start with parameters of the last challenge of the line before (RFC 9110 section 5.3).
    pub fn parse_lines(values: impl IntoIterator<Item = &'h str>) -> Vec<Self> {
        let mut challenges = Vec::new();
        for value in values {
            Parser::new(value, &mut challenges).parse();
        }
        challenges
    }
}

/// Reads one header line.
struct Parser<'h, 'c> {
    rest: &'h str,
    challenges: &'c mut Vec<Challenge<'h>>,
}

impl<'h, 'c> Parser<'h, 'c> {
    /// Creates a parser that adds what it reads to these challenges.
    fn new(line: &'h str, challenges: &'c mut Vec<Challenge<'h>>) -> Self {
        Self {
            rest: line,
            challenges,
        }
    }

    fn parse(mut self) {
        loop {
            // Elements of a list can be empty (RFC 9110 section 5.6.1.2).
            self.rest = self.rest.trim_start_matches([' ', '\t', ',']);
            if self.rest.is_empty() {
                return;
            }
            self.element();
            self.skip_to_comma();
        }
    }

    fn element(&mut self) {
        if let Some(name) = self.param_name() {
            self.param(name);
        } else if let Some(scheme) = self.scheme() {
            let challenge = Challenge::new(scheme);
            if let Some(token68) = self.token68() {
                self.challenges.push(challenge.with_token68(token68));
                return;
            }
            self.challenges.push(challenge);
            if let Some(name) = self.param_name() {
                self.param(name);
            }
        }
    }

    /// Reads the value of a parameter, and adds the parameter to the last challenge.
    fn param(&mut self, name: &'h str) {
        let Some(value) = self.value() else { return };
        if let Some(Challenge {
            details: Details::Params(params),
            ..
        }) = self.challenges.last_mut()
        {
            params.push((name, value));
        }
    }

    /// Reads a name and the `=` after it, or nothing.
    fn param_name(&mut self) -> Option<&'h str> {
        let (name, rest) = split_while(self.rest, is_token_character)?;
        self.rest = rest.trim_start_matches(WHITESPACE).strip_prefix('=')?;
        Some(name)
    }

    /// Reads a token that is followed by whitespace, a comma, or the end, and the whitespace.
    fn scheme(&mut self) -> Option<&'h str> {
        let (scheme, rest) = split_while(self.rest, is_token_character)?;
        let after = rest.trim_start_matches(WHITESPACE);
        let ends = after.len() < rest.len() || is_end(after);
        if ends {
            self.rest = after;
        }
        ends.then_some(scheme)
    }

    /// Reads a token68 if it extends up to the next comma.
    fn token68(&mut self) -> Option<&'h str> {
        let (_, rest) = split_while(self.rest, is_token68_character)?;
        let rest = rest.trim_start_matches('=');
        if !is_end(rest.trim_start_matches(WHITESPACE)) {
            return None;
        }
        let (token68, _) = self.rest.split_at_checked(self.rest.len() - rest.len())?;
        self.rest = rest;
        Some(token68)
    }

    fn value(&mut self) -> Option<Cow<'h, str>> {
        self.rest = self.rest.trim_start_matches(WHITESPACE);
        if self.rest.starts_with('"') {
            let is_allowed = |character: char| character == '\t' || !character.is_control();
            let quoted = self.quoted()?;
            return quoted.chars().all(is_allowed).then(|| unescaped(quoted));
        }
        let end = self.rest.find([' ', '\t', ',']).unwrap_or(self.rest.len());
        let (value, rest) = self.rest.split_at_checked(end)?;
        if !is_token(value) {
            return None;
        }
        self.rest = rest;
        Some(Cow::Borrowed(value))
    }

    /// Reads from the next quote to the quote that closes it, and returns what is between them. If no quote closes it,
    /// reads everything.
    fn quoted(&mut self) -> Option<&'h str> {
        let text = self.rest.strip_prefix('"')?;
        let (quoted, rest) = closing_quote(text)
            .and_then(|at| text.split_at_checked(at))
            .unwrap_or((text, ""));
        self.rest = rest.strip_prefix('"').unwrap_or_default();
        (!rest.is_empty()).then_some(quoted)
    }

    /// Skips the rest of an element. A comma in quotes does not end it.
    fn skip_to_comma(&mut self) {
        while let Some(at) = self.rest.find([',', '"']) {
            self.rest = self.rest.get(at..).unwrap_or_default();
            if self.rest.starts_with(',') {
                return;
            }
            self.quoted();
        }
        self.rest = "";
    }
}

/// Splits after the characters of one kind at the start of the text. There must be at least one.
fn split_while(text: &str, is_kind: fn(char) -> bool) -> Option<(&str, &str)> {
    let end = text
        .find(|character| !is_kind(character))
        .unwrap_or(text.len());
    text.split_at_checked(end)
        .filter(|(start, _)| !start.is_empty())
}

/// Returns whether an element ends here.
fn is_end(text: &str) -> bool {
    text.is_empty() || text.starts_with(',')
}

/// Returns the index of the first quote that is not escaped by a backslash.
fn closing_quote(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if byte == b'"' && !is_escaped {
            return Some(at);
        }
        is_escaped = byte == b'\\' && !is_escaped;
    }
    None
}

/// Returns the text without the backslashes that escape.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.as_bytes().contains(&b'\\') {
        return Cow::Borrowed(text);
    }
    let mut is_escaped = false;
    let mut unescaped = String::with_capacity(text.len());
    for character in text.chars() {
        is_escaped = character == '\\' && !is_escaped;
        if !is_escaped {
            unescaped.push(character);
        }
    }
    Cow::Owned(unescaped)
}

#[cfg(test)]
mod tests {
    use super::Challenge;
    use alloc::borrow::Cow;
    use alloc::vec::Vec;

    fn only(value: &str) -> Challenge<'_> {
        let mut challenges = Challenge::parse_all(value);
        assert_eq!(challenges.len(), 1, "{value}: {challenges:?}");
        challenges.remove(0)
    }

    fn basic<'h>() -> Challenge<'h> {
        Challenge::new("Basic")
    }

    #[test]
    fn the_examples_of_rfc_9110_are_read() {
        let value =
            r#"Basic realm="simple", Newauth realm="apps", type=1, title="Login to \"apps\"""#;
        let new = Challenge::new("Newauth")
            .with_param("realm", "apps")
            .with_param("type", "1")
            .with_param("title", r#"Login to "apps""#);
        assert_eq!(
            Challenge::parse_all(value),
            [basic().with_param("realm", "simple"), new]
        );
    }

    #[test]
    fn the_example_of_rfc_7616_is_read() {
        let value = r#"Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS""#;
        let challenge = only(value);
        let param = |name| challenge.param(name).map(|value| &**value);
        assert_eq!(param("qop"), Some("auth, auth-int"));
        assert_eq!(param("algorithm"), Some("SHA-256"));
        assert_eq!(challenge.params().count(), 5);
    }

    #[test]
    fn a_scheme_needs_no_parameters() {
        let schemes: Vec<&str> = Challenge::parse_all("Negotiate, NTLM\t,Basic")
            .iter()
            .map(Challenge::scheme)
            .collect();
        assert_eq!(schemes, ["Negotiate", "NTLM", "Basic"]);
    }

    #[test]
    fn a_token68_may_stand_in_place_of_parameters() {
        for token68 in ["YII=", "a", "a+/b==", "-._~"] {
            for value in ["{}", " {}", "{} ", "{} , Basic", "{},,"] {
                let line = alloc::format!("Negotiate {}", value.replace("{}", token68));
                let challenges = Challenge::parse_all(&line);
                let first = challenges.first().and_then(Challenge::token68);
                assert_eq!(first, Some(token68), "{line}");
            }
        }
    }

    #[test]
    fn whitespace_is_allowed_around_the_equals_sign() {
        let expected = basic().with_param("realm", "a").with_param("b", "c");
        assert_eq!(only("Basic realm = \"a\" ,\tb\t=\tc "), expected);
    }

    #[test]
    fn elements_of_a_list_can_be_empty() {
        let expected = basic().with_param("a", "1").with_param("b", "2");
        assert_eq!(only(",, Basic , ,a=1,\t,b=2, ,"), expected);
        assert!(Challenge::parse_all("").is_empty());
        assert!(Challenge::parse_all(" ,\t, ").is_empty());
    }

    #[test]
    fn a_quoted_string_can_have_escapes() {
        let challenge = only(r#"Basic a="\"\\\x", b="", c="\\""#);
        let expected = basic()
            .with_param("a", r#""\x"#)
            .with_param("b", "")
            .with_param("c", r"\");
        assert_eq!(challenge, expected);
    }

    #[test]
    fn a_value_without_escapes_is_borrowed() {
        let challenge = only(r#"Basic a="b c", d=e"#);
        assert!(challenge
            .params()
            .all(|(_, value)| matches!(value, Cow::Borrowed(_))));
    }

    #[test]
    fn a_quoted_string_can_look_like_a_challenge() {
        let expected = basic().with_param("realm", r#"a, Bearer error="b", c"#);
        assert_eq!(only(r#"Basic realm="a, Bearer error=\"b\", c""#), expected);
    }

    #[test]
    fn a_line_can_continue_the_challenge_of_the_line_before() {
        let lines = ["Basic realm=\"a", "Bearer realm=b", "error=c, Basic"];
        let bearer = Challenge::new("Bearer")
            .with_param("realm", "b")
            .with_param("error", "c");
        assert_eq!(Challenge::parse_lines(lines), [basic(), bearer, basic()]);
    }

    #[test]
    fn a_malformed_part_is_skipped_up_to_the_next_comma() {
        let expected = basic().with_param("b", "1");
        for malformed in [
            "Basic b=1, a=",
            "Basic a=@, b=1",
            "Basic a=b\"c, d=e\", b=1",
            "Basic, =a, b=1",
            "Basic @, b=1",
            "Basic, @a=c, b=1",
            "Basic b=1 a=\"c, Bearer\"",
            "Basic b=\"1\"a, é",
            "Basic b=1, a=\"c, d=e",
            "Basic a=\"\u{7}\", b=1",
            "a=c, Basic b=1",
            "Basic@, Basic b=1",
        ] {
            assert_eq!(only(malformed), expected, "{malformed}");
        }
    }

    #[test]
    fn a_scheme_is_kept_if_its_first_parameter_is_malformed() {
        let schemes: Vec<Challenge<'_>> = Challenge::parse_all("Basic a=1, Bearer b=@, c=2");
        let expected = [
            basic().with_param("a", "1"),
            Challenge::new("Bearer").with_param("c", "2"),
        ];
        assert_eq!(schemes, expected);
    }

    #[test]
    fn a_parameter_behind_a_token68_is_skipped() {
        assert_eq!(only("Negotiate a=, b=1").token68(), Some("a="));
    }
}
