//! How much of the input is read, on a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{stderr, IsTerminal};
use std::path::PathBuf;

/// How much input is worth a bar, in bytes.
const LEAST: u64 = 4 << 20;

/// Returns the bar for these files. It is shown only on a terminal, and only if there is much to read.
pub(super) fn bar(files: &[PathBuf]) -> ProgressBar {
    let sizes = files
        .iter()
        .map(|file| file.metadata().map_or(0, |metadata| metadata.len()));
    let size: u64 = sizes.sum();
    if !stderr().is_terminal() || size < LEAST {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(size), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{wide_bar} {bytes} of {total_bytes}, {eta} left");
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
