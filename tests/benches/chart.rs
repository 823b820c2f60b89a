//! A chart of the build times.

use crate::build_time::{Mode, MODES};
use crate::figures::Figures;
use crate::goals::OURS;
use crate::options::Options;
use crate::Result;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const WIDTH: f64 = 480.0;
const LEFT: f64 = 110.0;
const ROW: f64 = 18.0;
const TOP: f64 = 52.0;

const STYLE: &str = "<style>
text { font: 12px sans-serif; fill: #222 }
.title { font-weight: bold }
.peer { fill: #9aa5b1 }
.ours { fill: #d9480f }
@media (prefers-color-scheme: dark) {
  text { fill: #ddd }
  .peer { fill: #6b7683 }
  .ours { fill: #ff8a4c }
}
</style>
";

/// Draws the build times of the size in the goals, or of the last one measured.
pub(crate) fn write(folder: &Path, options: &Options, figures: &Figures) -> Result<()> {
    let has = |size: &&usize| figures.get(**size, OURS, MODES[0].wall).is_some();
    let wanted = options.sizes.iter().filter(has);
    let Some(size) = wanted.max_by_key(|size| (**size == 1_000, **size)) else {
        return Ok(());
    };
    Ok(fs::write(
        folder.join("build.svg"),
        svg(*size, options, figures),
    )?)
}

fn svg(size: usize, options: &Options, figures: &Figures) -> String {
    let mut body = String::new();
    let mut y = TOP;
    for mode in &MODES {
        y = group(&mut body, y, mode, size, options, figures);
    }
    let width = LEFT + WIDTH + 70.0;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{y}\">\n{STYLE}\
         <text class=\"title\" x=\"8\" y=\"20\">Seconds to build a crate of {size} errors (less is better)</text>\n{body}</svg>\n"
    )
}

/// Draws the bars of one kind of build, each kind with its own scale; returns the position of the next.
fn group(
    body: &mut String,
    top: f64,
    mode: &Mode,
    size: usize,
    options: &Options,
    figures: &Figures,
) -> f64 {
    let bar = |name: &'static str| Some((name, figures.get(size, name, mode.wall)?));
    let bars: Vec<_> = options
        .peers
        .iter()
        .filter_map(|peer| bar(peer.name))
        .collect();
    let longest = bars
        .iter()
        .map(|(_, value)| *value)
        .fold(f64::MIN_POSITIVE, f64::max);
    let _ = writeln!(
        body,
        "<text class=\"title\" x=\"8\" y=\"{top}\">{}</text>",
        mode.name
    );
    let mut y = top + 8.0;
    for (name, value) in bars {
        let width = value / longest * WIDTH;
        let class = if name == OURS { "ours" } else { "peer" };
        let (base, end) = (y + 12.0, LEFT + width + 6.0);
        let _ = writeln!(
            body,
            "<text x=\"8\" y=\"{base}\">{name}</text><rect class=\"{class}\" x=\"{LEFT}\" y=\"{y}\" \
             width=\"{width:.1}\" height=\"14\"/><text x=\"{end:.1}\" y=\"{base}\">{value:.2}</text>"
        );
        y += ROW;
    }
    y + 24.0
}
