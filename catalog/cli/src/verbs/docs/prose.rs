//! The prose of a catalog, which is Markdown, and input: what it says is shown, and nothing that it contains is run.

use pulldown_cmark::{html, CowStr, Event, LinkType, Parser, Tag, TagEnd};

/// As HTML, of paragraphs, lists, code, emphasis and links only.
pub(super) fn to_html(text: &str) -> String {
    let mut written = String::new();
    let mut links = Vec::new();
    html::push_html(
        &mut written,
        Parser::new(text).filter_map(|event| shown(event, &mut links)),
    );
    written
}

/// As HTML that stands within a line, where the prose is no more than one paragraph.
pub(super) fn to_inline_html(text: &str) -> String {
    let written = to_html(text);
    let inner = written
        .trim_end()
        .strip_prefix("<p>")
        .and_then(|rest| rest.strip_suffix("</p>"));
    match inner {
        Some(inner) if !inner.contains("<p>") => inner.to_owned(),
        _ => written,
    }
}

/// Raw HTML becomes text, a heading a paragraph, an image its description; a link that leads to no page is its text.
///
/// `links` has, of each open link, whether it is shown.
fn shown<'a>(event: Event<'a>, links: &mut Vec<bool>) -> Option<Event<'a>> {
    Some(match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Heading { .. } | Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::Heading(_) | TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        Event::Start(Tag::Link {
            link_type,
            ref dest_url,
            ..
        }) => {
            let is_shown = leads_to_a_page(link_type, dest_url);
            links.push(is_shown);
            return is_shown.then_some(event);
        }
        Event::End(TagEnd::Link) => return links.pop()?.then_some(event),
        other => other,
    })
}

fn leads_to_a_page(link_type: LinkType, address: &str) -> bool {
    let has_scheme = |scheme: &str| {
        let start = address.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    link_type == LinkType::Email
        || address.starts_with('#')
        || ["http://", "https://", "mailto:"]
            .into_iter()
            .any(has_scheme)
}

/// As Markdown without raw HTML. Prose that would not end where it ends, such as one with an open block of code, is
/// plain text.
pub(super) fn to_markdown(text: &str) -> String {
    let text = text.trim();
    let escaped = without_html(text);
    if ends(&escaped) {
        escaped
    } else {
        plain(text)
    }
}

/// As Markdown on one line.
pub(super) fn to_inline_markdown(text: &str) -> String {
    to_markdown(&on_one_line(text))
}

/// The text with the `<` of raw HTML escaped.
fn without_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut position = 0;
    for (event, range) in Parser::new(text).into_offset_iter() {
        if matches!(event, Event::Html(_) | Event::InlineHtml(_)) && range.start >= position {
            escaped.push_str(text.get(position..range.start).unwrap_or_default());
            let html = text.get(range.clone()).unwrap_or_default();
            escaped.push_str(&html.replace('<', "&lt;"));
            position = range.end;
        }
    }
    escaped.push_str(text.get(position..).unwrap_or_default());
    escaped
}

/// Whether a paragraph after the text is one, and the text has no HTML left.
fn ends(text: &str) -> bool {
    let followed = format!("{text}\n\nend");
    let events: Vec<Event<'_>> = Parser::new(&followed).collect();
    let has_html = events
        .iter()
        .any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
    let last = [
        Event::Start(Tag::Paragraph),
        Event::Text(CowStr::Borrowed("end")),
        Event::End(TagEnd::Paragraph),
    ];
    !has_html && events.ends_with(&last)
}

/// A text as it is, which is no Markdown.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for character in on_one_line(text).chars() {
        if "\\`*_[]<>#&|~".contains(character) {
            plain.push('\\');
        }
        plain.push(character);
    }
    plain
}

/// A text as it is, as code within a line.
pub(super) fn code(text: &str) -> String {
    let text = on_one_line(text);
    let fence = "`".repeat(longest_run(&text) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{space}{text}{space}{fence}")
}

/// A fence for a block of code that no line of it ends.
pub(super) fn fence(text: &str) -> String {
    "`".repeat(longest_run(text).max(2) + 1)
}

/// How many backticks stand side by side, at most.
fn longest_run(text: &str) -> usize {
    text.split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or_default()
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{code, plain, to_html, to_inline_html, to_inline_markdown, to_markdown};

    #[test]
    fn paragraphs_code_and_links_are_shown() {
        assert_eq!(
            to_html("A `b` <https://c.example>.\n\n[d](https://d.example)"),
            "<p>A <code>b</code> <a href=\"https://c.example\">https://c.example</a>.</p>\n\
             <p><a href=\"https://d.example\">d</a></p>\n"
        );
        assert_eq!(to_inline_html("A `b`."), "A <code>b</code>.");
        assert_eq!(to_inline_html("A\n\nb"), "<p>A</p>\n<p>b</p>\n");
    }

    #[test]
    fn raw_html_is_text() {
        assert_eq!(
            to_html("<script>alert(1)</script>"),
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
        );
        assert_eq!(
            to_html("a <b onclick=x>c"),
            "<p>a &lt;b onclick=x&gt;c</p>\n"
        );
    }

    #[test]
    fn a_link_that_leads_to_no_page_is_its_text() {
        for address in [
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            "//x",
            "",
        ] {
            assert_eq!(
                to_html(&format!("[a]({address})")),
                "<p>a</p>\n",
                "{address}"
            );
        }
        assert_eq!(to_inline_html("[a](#B)"), "<a href=\"#B\">a</a>");
        assert!(to_html("<x@y.example>").contains("mailto:x@y.example"));
    }

    #[test]
    fn nothing_is_fetched_for_an_image() {
        assert_eq!(to_inline_html("![a](https://b.example/c.png)"), "a");
        assert_eq!(
            to_inline_html("[![a](https://b.example/c.png)](https://d.example)"),
            "<a href=\"https://d.example\">a</a>"
        );
    }

    #[test]
    fn headings_are_no_headings_of_the_page() {
        assert_eq!(to_inline_html("# A"), "A");
        assert_eq!(to_inline_html("A\n==="), "A");
    }

    #[test]
    fn markdown_has_no_html() {
        assert_eq!(to_markdown("a <script>b"), "a &lt;script>b");
        assert_eq!(
            to_markdown("`<b>` <https://c.example>"),
            "`<b>` <https://c.example>"
        );
        assert_eq!(to_inline_markdown("a\nb"), "a b");
    }

    #[test]
    fn prose_ends_where_it_ends() {
        for open in ["```\nx", "<!-- x", "<script>\nx", "~~~"] {
            let written = to_markdown(open);
            assert!(super::ends(&written), "{open:?} became {written:?}");
        }
    }

    #[test]
    fn names_are_no_markup() {
        assert_eq!(plain("<b> [A]\n`x`"), "\\<b\\> \\[A\\] \\`x\\`");
        assert_eq!(code("a ``b"), "```a ``b```");
        assert_eq!(code("`a`"), "`` `a` ``");
    }
}
