//! The messages of a catalog, apart from the rest of its metadata.

use super::literals::Literals;
use super::template::Template;
use crate::layout::template;

/// The templates of a catalog's messages: all of the metadata that a program contains which only shows errors.
pub struct Templates {
    literals: Literals,
    /// Whether each message is just its template to fill.
    are_enough: bool,
}

impl Templates {
    /// Those of a catalog without entries.
    pub const NONE: &'static Self = &Self::new("", &[], false);

    /// For the generator: `bytes` must be laid out as [`layout`](crate::layout) says. The templates are enough if no
    /// parameter is sensitive and no message has plural forms or numbers that are written as its language does.
    pub const fn new(text: &'static str, bytes: &'static [u8], are_enough: bool) -> Self {
        Self {
            literals: Literals { text, bytes },
            are_enough,
        }
    }

    /// These, if nothing else is needed to show the errors.
    pub(crate) const fn alone(&'static self) -> Option<&'static Self> {
        if self.are_enough {
            Some(self)
        } else {
            None
        }
    }

    /// The template of the entry with this index.
    #[inline]
    pub(crate) fn get(&self, index: u16) -> Template {
        self.literals.template(Self::at(index))
    }

    /// The template as documented, if it is kept.
    pub(crate) fn kept_source(&self, index: u16) -> Option<&'static str> {
        self.literals.kept_source(Self::at(index))
    }

    /// All literals of the templates.
    pub(crate) const fn text(&self) -> &'static str {
        self.literals.text
    }

    const fn at(index: u16) -> usize {
        index as usize * template::SIZE
    }
}
