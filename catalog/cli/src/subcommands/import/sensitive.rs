//! Text that looks like a secret, a token, or the address of a person or a machine.

/// The prefixes of well-known tokens.
const PREFIXES: [&str; 16] = [
    "eyJ",
    "sk_",
    "pk_",
    "rk_",
    "sk-",
    "whsec_",
    "ghp_",
    "gho_",
    "ghs_",
    "github_pat_",
    "glpat-",
    "xox",
    "AKIA",
    "ASIA",
    "AIza",
    "ya29.",
];
/// The words before a secret.
const BEFORE: [&str; 12] = [
    "bearer",
    "basic",
    "password",
    "passwd",
    "pwd",
    "secret",
    "token",
    "apikey",
    "api_key",
    "api-key",
    "authorization",
    "session",
];
/// The shortest token with a known prefix.
const SHORTEST_KNOWN: usize = 12;
/// The shortest token without a known prefix.
const SHORTEST_TOKEN: usize = 20;

/// Whether something in the text looks sensitive.
pub(super) fn is_in(text: &str) -> bool {
    let mut before = String::new();
    for word in words(text) {
        let is_secret = BEFORE.contains(&&*before) && has_digits(word, 1) && word.len() >= 6;
        if is_secret || is_word(word) {
            return true;
        }
        before = word
            .trim_matches(|it: char| !it.is_alphanumeric())
            .to_ascii_lowercase();
    }
    // Numbers of cards and phones have spaces in them.
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    let is_number = |it: char| it.is_ascii_digit() || matches!(it, ' ' | '-' | '+' | '(' | ')');
    text.split(|it: char| !is_number(it))
        .any(|part| (10..=19).contains(&digits(part)))
}

/// Whether a word without spaces looks sensitive.
pub(super) fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|it: char| !it.is_alphanumeric());
    // Most words are no longer, and have nothing that an address needs.
    if word.len() < SHORTEST_KNOWN && word.bytes().all(|it| it.is_ascii_alphanumeric()) {
        return false;
    }
    is_mail(word) || is_ip(word) || is_uuid(word) || is_token(word) || has_credentials(word)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let ends = |it: char| {
        it.is_whitespace()
            || matches!(
                it,
                '"' | '\''
                    | '`'
                    | '<'
                    | '>'
                    | '('
                    | ')'
                    | '['
                    | ']'
                    | ','
                    | ';'
                    | '='
                    | '|'
                    | '{'
                    | '}'
            )
    };
    text.split(ends).filter(|word| !word.is_empty())
}

fn is_mail(word: &str) -> bool {
    let word = word.strip_prefix("mailto:").unwrap_or(word);
    word.split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
}

fn is_ip(word: &str) -> bool {
    let host = word.split_once("://").map_or(word, |(_, rest)| rest);
    let host = host.split('/').next().unwrap_or_default();
    let without_port = host.rsplit_once(':').map_or(host, |(before, _)| before);
    let is_v4 = |text: &str| text.parse::<std::net::Ipv4Addr>().is_ok();
    is_v4(host)
        || is_v4(without_port)
        || (host.matches(':').count() > 2 && host.parse::<std::net::Ipv6Addr>().is_ok())
}

fn is_uuid(word: &str) -> bool {
    let mut lengths = word.split('-').map(str::len);
    let is_hex = word
        .bytes()
        .all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    is_hex
        && [8, 4, 4, 4, 12]
            .iter()
            .all(|length| lengths.next() == Some(*length))
        && lengths.next().is_none()
}

fn is_token(word: &str) -> bool {
    if PREFIXES.iter().any(|prefix| word.starts_with(prefix)) && word.len() >= SHORTEST_KNOWN {
        return true;
    }
    // A part of a path or of a name can be one.
    let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '+');
    word.split(|it: char| !is_part(it)).any(|part| {
        let letters = part.bytes().filter(u8::is_ascii_alphabetic).count();
        let is_hex = part.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_long = part.len() >= SHORTEST_TOKEN;
        let is_mixed = has_digits(part, 3) && letters > 2 && !part.contains('_');
        // Without digits, letters of both cases in no order of words.
        let changes = part.as_bytes().windows(2);
        let changes = changes
            .filter(
                |pair| matches!(pair, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()),
            )
            .count();
        let is_scrambled = changes * 3 > part.len() && part.len() >= SHORTEST_TOKEN;
        is_long && (is_mixed || is_scrambled || (is_hex && has_digits(part, 1)))
    })
}

/// Whether an address has a user, a password, or a token in its query.
fn has_credentials(word: &str) -> bool {
    let Some((_, rest)) = word.split_once("://") else {
        return false;
    };
    let host = rest.split('/').next().unwrap_or_default();
    let query = rest
        .split_once('?')
        .map_or("", |(_, query)| query)
        .to_ascii_lowercase();
    host.contains('@')
        || ["token", "key", "secret", "password", "signature", "auth"]
            .iter()
            .any(|it| query.contains(it))
}

fn has_digits(text: &str, least: usize) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= least
}

#[cfg(test)]
mod tests {
    use super::is_in;

    #[test]
    fn secrets_and_addresses_are_recognised() {
        for text in [
            "No user ada@example.com here",
            "mailto:ada@example.com",
            "Blocked 192.168.1.20.",
            "Cannot reach http://10.0.0.1:8080/x",
            "From 2001:db8::ff00:42:8329",
            "Request 123e4567-e89b-12d3-a456-426614174000 failed",
            "Bad token eyJhbGciOiJIUzI1NiJ9.e30.abc",
            "Invalid key: sk_live_abcdef123456",
            "Authorization: Bearer abc123def",
            "password='hunter22'",
            "Hash d41d8cd98f00b204e9800998ecf8427e",
            "Key A1b2C3d4E5f6G7h8I9j0K1",
            "Card 4111 1111 1111 1111 was declined",
            "Call +1 (555) 010-0199 2",
            "https://user:pass@example.com",
            "https://example.com/?api_key=1",
        ] {
            assert!(is_in(text), "{text}");
        }
    }

    #[test]
    fn other_text_is_not() {
        for text in [
            "The card was declined.",
            "Version 1.2.3 of 2024-01-02T03:04:05Z",
            "INVALID_AUTHENTICATION_CREDENTIALS_PROVIDED",
            "AuthenticationCredentialsNotFoundException",
            "The token has expired",
            "See https://example.com/docs/errors",
            "At most 100000 of 1000000",
            "10:30:00",
            "",
        ] {
            assert!(!is_in(text), "{text}");
        }
    }
}
