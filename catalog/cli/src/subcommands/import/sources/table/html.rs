//! Tables in HTML.

use super::grid::{one_line, Grid, Row};
use super::sections::Sections;
use scraper::node::Node;
use scraper::{ElementRef, Html};

/// The most rows or columns that a cell is repeated in.
const MOST_SPANNED: usize = 1_000;
/// The most cells of a row.
const MOST_CELLS: usize = 1_000;

/// Reads all tables of a file.
pub(super) fn read(text: &str) -> Vec<Grid> {
    let document = Html::parse_document(text);
    let mut sections = Sections::default();
    let mut grids = Vec::new();
    for element in document.root_element().descendent_elements() {
        match element.value().name() {
            "table" => grids.extend(Grid::new(rows(element), &sections.titles())),
            "h1" => sections.begin(1, &self::text(element)),
            "h2" => sections.begin(2, &self::text(element)),
            "h3" => sections.begin(3, &self::text(element)),
            "h4" => sections.begin(4, &self::text(element)),
            "h5" | "h6" => sections.begin(5, &self::text(element)),
            _ => {}
        }
    }
    grids
}

/// Whether a tag is one of an HTML element, not a placeholder.
pub(super) fn is_element(tag: &str) -> bool {
    const ELEMENTS: [&str; 31] = [
        "a", "abbr", "b", "br", "code", "del", "div", "em", "font", "h1", "h2", "h3", "hr", "i",
        "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "s", "small", "span", "strong", "sub",
        "sup", "tt", "u", "ul",
    ];
    let name = tag.trim_start_matches(['<', '/']);
    let name = name
        .split(|it: char| !it.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    ELEMENTS.contains(&&*name.to_ascii_lowercase()) || tag.starts_with("<!--")
}

/// Returns the rows of a table, in which cells that span several rows or columns are repeated.
fn rows(table: ElementRef<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    // The cells that go on in the next rows: the column, the rows that are left, and the text.
    let mut spanning: Vec<(usize, usize, String)> = Vec::new();
    let elements = table.descendent_elements();
    let own = elements.filter(|element| element.value().name() == "tr" && is_in(*element, table));
    for element in own {
        let mut cells: Vec<String> = Vec::new();
        let mut next: Vec<(usize, usize, String)> = Vec::new();
        let mut fill = |cells: &mut Vec<String>, next: &mut Vec<(usize, usize, String)>| {
            while let Some(at) = spanning
                .iter()
                .position(|(column, ..)| *column == cells.len())
            {
                let (column, left, text) = spanning.swap_remove(at);
                if left > 1 {
                    next.push((column, left - 1, text.clone()));
                }
                cells.push(text);
            }
        };
        for cell in element
            .child_elements()
            .filter(|cell| matches!(cell.value().name(), "td" | "th"))
        {
            fill(&mut cells, &mut next);
            let text = self::text(cell);
            let down = span(cell, "rowspan");
            for _ in 0..span(cell, "colspan") {
                if cells.len() >= MOST_CELLS {
                    break;
                }
                if down > 1 {
                    next.push((cells.len(), down - 1, text.clone()));
                }
                cells.push(text.clone());
            }
        }
        fill(&mut cells, &mut next);
        spanning = next;
        if !cells.is_empty() {
            rows.push(Row { cells, line: 0 });
        }
    }
    rows
}

/// Whether a row is in this table, not in one of its cells.
fn is_in(row: ElementRef<'_>, table: ElementRef<'_>) -> bool {
    let mut around = row.ancestors().filter_map(ElementRef::wrap);
    around.find(|element| element.value().name() == "table") == Some(table)
}

fn span(cell: ElementRef<'_>, attribute: &str) -> usize {
    let span = cell
        .value()
        .attr(attribute)
        .and_then(|value| value.trim().parse().ok());
    span.unwrap_or(1).clamp(1, MOST_SPANNED)
}

/// Returns the text of a cell. A line break or a block separates words.
fn text(cell: ElementRef<'_>) -> String {
    let mut text = String::new();
    for node in cell.descendants() {
        match node.value() {
            Node::Text(piece) => text.push_str(piece),
            Node::Element(element)
                if matches!(element.name(), "br" | "p" | "li" | "div" | "tr" | "td") =>
            {
                text.push(' ');
            }
            // What looks like a tag and is none is a placeholder.
            Node::Element(element)
                if node.id() != cell.id()
                    && !is_element(element.name())
                    && is_placeholder(element.name()) =>
            {
                text.push('<');
                text.push_str(element.name());
                text.push('>');
            }
            _ => {}
        }
    }
    one_line(&text)
}

/// Whether an element of this name does not exist in HTML. Names with `-` are custom elements.
fn is_placeholder(name: &str) -> bool {
    const OTHERS: [&str; 12] = [
        "table",
        "tbody",
        "thead",
        "tfoot",
        "th",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "input",
        "button",
        "svg",
    ];
    !name.contains('-')
        && !name.contains(':')
        && !OTHERS.contains(&name)
        && name.len() > 1
        && name.contains('_')
}
