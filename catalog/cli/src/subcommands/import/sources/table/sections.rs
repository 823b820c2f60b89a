//! The sections of a page.

/// The titles of the sections that a place is in, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Sections {
    open: Vec<(usize, String)>,
}

impl Sections {
    /// Begins a section, which ends those of its level and below.
    pub(super) fn begin(&mut self, level: usize, title: &str) {
        self.open.retain(|(outer, _)| *outer < level);
        self.open.push((level, title.trim().to_owned()));
    }

    pub(super) fn titles(&self) -> Vec<String> {
        self.open.iter().map(|(_, title)| title.clone()).collect()
    }
}
