//! The examples of rules, as files.

use crate::{Rule, Source};

impl Rule {
    /// Returns the example with its translation.
    pub fn example_source(self) -> Source {
        let source = Source::new("example.json", self.example());
        let Some(translation) = self.example_translation() else {
            return source;
        };
        if self == Self::UnlistedTranslation {
            return source.with_unlisted(["example.ja.json".to_owned()]);
        }
        source.with_translation("ja", Ok(Source::new("example.ja.json", translation)))
    }
}
