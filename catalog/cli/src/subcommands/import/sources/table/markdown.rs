//! Tables in Markdown.

use super::super::super::lines::Lines;
use super::grid::{one_line, Grid, Row};
use super::html;
use super::sections::Sections;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Reads all tables of a file, also those in HTML.
pub(super) fn read(text: &str) -> Vec<Grid> {
    let mut reader = Reader::default();
    let mut lines = Lines::new(text);
    for (event, range) in
        Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
            .into_offset_iter()
    {
        reader.event(event, lines.at(range.start));
    }
    reader.end_of_html();
    reader.grids
}

#[derive(Default)]
struct Reader {
    grids: Vec<Grid>,
    rows: Vec<Row>,
    cell: Option<String>,
    sections: Sections,
    /// The level and the title of a heading that has begun.
    heading: Option<(usize, String)>,
    /// A block of HTML, and its line.
    html: String,
    html_line: u32,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, line: u32) {
        match event {
            Event::Html(text) => {
                if let Some((level, title)) = heading(&text) {
                    self.sections.begin(level, title);
                }
                if self.html.is_empty() {
                    self.html_line = line;
                }
                self.html.push_str(&text);
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => self.rows.push(Row {
                cells: Vec::new(),
                line,
            }),
            Event::Start(Tag::TableCell) => self.cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => {
                let cell = self.cell.take().unwrap_or_default();
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(one_line(&cell));
                }
            }
            Event::End(TagEnd::Table) => {
                let rows = std::mem::take(&mut self.rows);
                self.grids.extend(Grid::new(rows, &self.sections.titles()));
            }
            Event::Start(Tag::Heading { level, .. }) => {
                self.end_of_html();
                self.heading = Some((level as usize, String::new()));
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some((level, title)) = self.heading.take() {
                    self.sections.begin(level, &title);
                }
            }
            Event::Text(text) | Event::Code(text) => self.push(&text),
            Event::SoftBreak | Event::HardBreak => self.push(" "),
            // What looks like a tag and is none is a placeholder.
            Event::InlineHtml(tag) => self.push(if html::is_element(&tag) { " " } else { &tag }),
            Event::Start(Tag::Table(_)) => self.end_of_html(),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if let Some((_, title)) = &mut self.heading {
            title.push_str(text);
            return;
        }
        match &mut self.cell {
            Some(cell) => cell.push_str(text),
            // A table in HTML can have blank lines in it, after which Markdown begins again.
            None if !self.html.is_empty() => {
                let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
                self.html.push_str(&escaped);
            }
            None => {}
        }
    }

    /// Reads the tables in the HTML so far.
    fn end_of_html(&mut self) {
        let html = std::mem::take(&mut self.html);
        if !html.contains("<table") {
            return;
        }
        for mut grid in html::read(&html) {
            grid.line = self.html_line;
            if grid.sections.is_empty() {
                grid.sections = self.sections.titles();
            }
            self.grids.push(grid);
        }
    }
}

/// Reads a heading directly after a tag, which is HTML in Markdown and a heading in MDX.
fn heading(line: &str) -> Option<(usize, &str)> {
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    ((1..=6).contains(&level) && title.starts_with(' ')).then_some((level, title))
}
