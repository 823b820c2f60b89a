//! Reads a response as `curl -i`, `curl -v` and other programs print it: the status line, the headers, and the body.
//!
//! ```text
//! HTTP/1.1 100 Continue          an earlier response: interim, from a proxy, a redirect, or a challenge
//!
//! HTTP/1.1 402 Payment Required  the status line of the last one
//! retry-after: 30                its headers
//!
//! {"error": …}                   its body
//! ```

use std::borrow::Cow;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A response. Without a status line, the whole input is the body.
#[derive(Debug)]
pub(crate) struct Transcript<'a> {
    pub(crate) status: Option<u16>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Cow<'a, [u8]>,
}

impl<'a> Transcript<'a> {
    pub(crate) fn read(input: &'a [u8]) -> Self {
        match split_verbose(input) {
            Some((heads, rest)) => {
                // With `-v -i`, curl prints the heads twice.
                let is_whole = Head::read(rest.trim_ascii_start()).is_some();
                let plain = if is_whole {
                    rest
                } else {
                    [heads, rest].concat()
                };
                let read = Transcript::plain(&plain);
                Self {
                    status: read.status,
                    headers: read.headers,
                    body: Cow::Owned(read.body.into_owned()),
                }
            }
            None => Self::plain(input),
        }
    }

    fn plain(input: &'a [u8]) -> Self {
        let mut last: Option<Head<'a>> = None;
        // Pasted input can begin with empty lines, and PowerShell adds a byte order mark.
        let mut rest = input.strip_prefix(BYTE_ORDER_MARK).unwrap_or(input);
        rest = rest.trim_ascii_start();
        while last.as_ref().is_none_or(Head::is_followed) {
            let Some(head) = Head::read(rest) else { break };
            rest = head.rest;
            last = Some(head);
        }
        match last {
            Some(head) => Self {
                status: Some(head.status),
                headers: head.headers,
                body: Cow::Borrowed(head.rest),
            },
            None => Self {
                status: None,
                headers: Vec::new(),
                body: Cow::Borrowed(input),
            },
        }
    }
}

/// The status line and the headers of a response.
#[derive(Debug)]
struct Head<'a> {
    status: u16,
    headers: Vec<(String, String)>,
    /// The input after the empty line.
    rest: &'a [u8],
}

impl<'a> Head<'a> {
    /// Reads the head at the start of the text; `None` if it is not a complete head, but a body that looks like one.
    fn read(text: &'a [u8]) -> Option<Self> {
        let (first, mut rest) = line(text);
        let status = status(first)?;
        let mut headers: Vec<(String, String)> = Vec::new();
        while !rest.is_empty() {
            let (next, after) = line(rest);
            rest = after;
            if next.is_empty() {
                break;
            }
            if next.first().is_some_and(|it| matches!(it, b' ' | b'\t')) {
                // A value can continue on the next line (RFC 9112, section 5.2).
                let (_, value) = headers.last_mut()?;
                value.push(' ');
                value.push_str(String::from_utf8_lossy(next).trim());
                continue;
            }
            headers.push(header(next)?);
        }
        Some(Self {
            status,
            headers,
            rest,
        })
    }

    /// Whether another response can follow instead of a body, because curl omits the body: interim responses, redirects,
    /// challenges, and responses of a proxy to `CONNECT`.
    fn is_followed(&self) -> bool {
        let has_body = |name: &str| {
            ["content-type", "content-length", "transfer-encoding"]
                .iter()
                .any(|of_body| name.eq_ignore_ascii_case(of_body))
        };
        match self.status {
            100..=199 | 300..=399 | 401 | 407 => true,
            200..=299 => !self.headers.iter().any(|(name, _)| has_body(name)),
            _ => false,
        }
    }
}

/// Parses a status line, such as `HTTP/1.1 402 Payment Required` or `HTTP/2 402`.
fn status(line: &[u8]) -> Option<u16> {
    let line = std::str::from_utf8(line).ok()?;
    let (version, rest) = line.strip_prefix("HTTP/")?.split_once(' ')?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let (status, reason) = rest.split_once(' ').unwrap_or((rest, ""));
    let is_status_line = version.split('.').count() <= 2
        && version.split('.').all(is_number)
        && status.len() == 3
        && is_number(status)
        && !reason.chars().any(char::is_control);
    status
        .parse()
        .ok()
        .filter(|status| is_status_line && *status >= 100)
}

/// Parses a header, such as `Retry-After: 30`.
fn header(line: &[u8]) -> Option<(String, String)> {
    let line = String::from_utf8_lossy(line);
    let (name, value) = line.split_once(':')?;
    let is_token = |it: u8| it.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&it);
    let is_name = !name.is_empty() && name.bytes().all(is_token);
    is_name.then(|| (name.to_owned(), value.trim().to_owned()))
}

/// Returns the first line without its line ending, and the rest.
fn line(text: &[u8]) -> (&[u8], &[u8]) {
    let (line, rest) = match text.iter().position(|it| *it == b'\n') {
        Some(end) => (
            text.get(..end).unwrap_or_default(),
            text.get(end + 1..).unwrap_or_default(),
        ),
        None => (text, &[][..]),
    };
    (line.strip_suffix(b"\r").unwrap_or(line), rest)
}

/// Splits the output of `curl -v` into heads and body, without the lines about the connection and the request; `None` if
/// the input is something else.
fn split_verbose(input: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let is_info = |line: &[u8]| {
        [&b"* "[..], b"> ", b"} [", b"{ ["]
            .iter()
            .any(|mark| line.starts_with(mark))
            || line == b">"
    };
    let (first, _) = line(input);
    if !(is_info(first) || first.starts_with(b"< HTTP/")) {
        return None;
    }
    let (mut heads, mut body) = (Vec::new(), Vec::new());
    let mut rest = input;
    while !rest.is_empty() {
        let (next, after) = line(rest);
        if let Some(head) = next
            .strip_prefix(b"< ")
            .or(next.strip_prefix(b"<").filter(|it| it.is_empty()))
        {
            heads.extend_from_slice(head);
            heads.push(b'\n');
        } else if !is_info(next) {
            body.extend_from_slice(rest.get(..rest.len() - after.len()).unwrap_or_default());
        }
        rest = after;
    }
    // The last line about the connection follows a body without a line break immediately.
    let info = b"* Connection #";
    let last = body.windows(info.len()).rposition(|part| part == info);
    body.truncate(last.unwrap_or(body.len()));
    (!heads.is_empty()).then_some((heads, body))
}

#[cfg(test)]
mod tests {
    use super::Transcript;

    /// The status, the headers as lines, and the body.
    fn read(input: &str) -> (Option<u16>, Vec<String>, String) {
        let read = Transcript::read(input.as_bytes());
        let headers = read.headers.iter();
        let headers = headers.map(|(name, value)| format!("{name}: {value}"));
        let body = String::from_utf8(read.body.to_vec()).unwrap();
        (read.status, headers.collect(), body)
    }

    #[test]
    fn a_response_has_a_head_and_a_body() {
        for input in [
            "HTTP/1.1 402 Payment Required\r\nRetry-After: 30\r\n\r\n{}\n",
            "HTTP/1.1 402 Payment Required\nRetry-After: 30\n\n{}\n",
            "HTTP/2 402 \r\nRetry-After:30\r\n\r\n{}\n",
            "\r\nHTTP/3 402\r\nRetry-After: 30 \r\n\r\n{}\n",
            "\u{feff}HTTP/1.1 402 No\r\nRetry-After: 30\r\n\r\n{}\n",
            "HTTP/1.1 402 Payment Required\r\nRetry-After:\r\n 30\r\n\r\n{}\n",
        ] {
            let (status, headers, body) = read(input);
            assert_eq!((status, body.as_str()), (Some(402), "{}\n"), "{input}");
            assert_eq!(headers[0].replace("  ", " "), "Retry-After: 30", "{input}");
        }
    }

    #[test]
    fn the_last_of_several_responses_is_read() {
        for before in [
            "HTTP/1.1 100 Continue\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n",
            "HTTP/1.1 200 Connection established\r\n\r\n",
            "HTTP/1.1 301 Moved Permanently\r\nlocation: /b\r\ncontent-length: 9\r\n\r\n",
            "HTTP/1.1 401 Unauthorized\r\nwww-authenticate: Digest a=1\r\n\r\n",
            "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/2 307 \r\n\r\n",
        ] {
            let (status, headers, body) =
                read(&format!("{before}HTTP/1.1 402 No\r\na: b\r\n\r\n{{}}"));
            assert_eq!((status, body.as_str()), (Some(402), "{}"), "{before}");
            assert_eq!(headers, ["a: b"], "{before}");
        }
    }

    #[test]
    fn a_body_that_looks_like_a_head_is_a_body() {
        for body in [
            "HTTP/1.1 is old\r\n\r\n",
            "HTTP/x 402 No\r\n\r\n",
            "HTTP/1.1 4020 No\r\n\r\n",
            "HTTP/1.1 402 No\r\nno header\r\n\r\n",
            "HTTP/1.1 099 No\r\n\r\n",
            "{\"status\": 402}",
            "",
        ] {
            assert_eq!(read(body), (None, Vec::new(), body.to_owned()));
        }
        let (status, _, body) = read("HTTP/1.1 502 Bad Gateway\r\n\r\nHTTP/1.1 402 No\r\n\r\n{}");
        assert_eq!(status, Some(502));
        assert!(body.starts_with("HTTP/1.1 402"), "{body}");
    }

    #[test]
    fn a_response_can_have_no_body() {
        let (status, headers, body) = read("HTTP/1.1 402 No\r\na: b\r\n");
        assert_eq!(
            (status, headers, body),
            (Some(402), vec!["a: b".to_owned()], String::new())
        );
    }

    #[test]
    fn lines_of_curl_about_the_connection_are_skipped() {
        let input = "*   Trying 127.0.0.1:80...\n* Connected to a (127.0.0.1) port 80\n\
            > GET / HTTP/1.1\r\n> Host: a\r\n> \r\n* Request completely sent off\n\
            < HTTP/1.1 402 Payment Required\r\n< Retry-After: 30\r\n< \r\n{ [7 bytes data]\n\
            {\"a\":1}\n{\n}* Connection #0 to host a left intact\n";
        let (status, headers, body) = read(input);
        assert_eq!(
            (status, headers),
            (Some(402), vec!["Retry-After: 30".to_owned()])
        );
        assert_eq!(body, "{\"a\":1}\n{\n}");
        let twice = "> GET / HTTP/1.1\n> \n< HTTP/1.1 402 No\r\nHTTP/1.1 402 No\r\n< a: b\r\na: b\r\n< \r\n\r\n{}";
        let (status, headers, body) = read(twice);
        assert_eq!((status, body.as_str()), (Some(402), "{}"));
        assert_eq!(headers, ["a: b"]);
    }
}
