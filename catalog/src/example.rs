//! The examples of rules, as files.

use crate::{unreadable, Files, Rule, Source};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

impl Rule {
    /// Returns the example with its translation and the file that it extends.
    pub fn example_source(self) -> Source {
        let source = Source::new("example.json", self.example());
        let source = source.with_extended(Path::new("example.json"), &Extended(self));
        let Some(translation) = self.example_translation() else {
            return source;
        };
        if self == Self::UnlistedTranslation {
            return source.with_unlisted(["example.ja.json".to_owned()]);
        }
        source.with_translation("ja", Ok(Source::new("example.ja.json", translation)))
    }
}

/// The file that an example extends.
struct Extended(Rule);

impl Files for Extended {
    fn identity(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }

    fn read(&self, path: &Path) -> Result<Source, String> {
        let name = path.display().to_string();
        let text = self.0.example_extended().filter(|_| name == "common.json");
        let text = text.ok_or_else(|| {
            let reason = unreadable(&ErrorKind::NotFound.into());
            format!("cannot read `{name}`: {reason}")
        })?;
        Ok(Source::new(name, text))
    }
}
