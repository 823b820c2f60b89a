//! The catalog that an import writes or merges with, and the file beside it.

use super::doc::Doc;
use super::draft::Draft;
use super::lock::Lock;
use super::merge::{merge, Context};
use super::report::Report;
use super::{valid, Common};
use crate::changes;
use crate::derives::shown;
use crate::endings::{self, Endings};
use crate::failure::Failure;
use crate::file;
use crate::output::Output;
use crate::translations::with_files;
use error_catalog_model::{compile, Source};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Where the catalog goes, and what is there.
pub(super) struct Target {
    path: Option<PathBuf>,
    /// The content of the file; `None` if there is none.
    before: Option<String>,
    catalog: Doc,
    lock: Lock,
    name: String,
    /// Whether the name is given, and not derived from that of a file.
    is_name_given: bool,
    source: String,
    default_status: Option<u16>,
}

/// The catalog after the import.
pub(super) struct Written<'t> {
    target: &'t Target,
    text: String,
    lock: Lock,
}

impl Target {
    /// Reads the catalog that exists.
    ///
    /// # Errors
    ///
    /// It cannot be read, or it has errors.
    pub(super) fn new(common: &Common) -> Result<Self, Failure> {
        let mut target = Self {
            path: common.to.clone(),
            before: None,
            catalog: Doc::Object(Vec::new()),
            lock: Lock::default(),
            name: name(common)?,
            is_name_given: common.name.is_some(),
            source: common.shown_files(),
            default_status: common.default_status,
        };
        let Some(path) = &common.to else {
            return Ok(target);
        };
        if path.symlink_metadata().is_err() {
            // Nothing was edited in a catalog that does not exist.
            return Ok(target);
        }
        let bytes = file::read(path, Source::LARGEST)?;
        let shown = shown(path).display().to_string();
        let source = with_files(Source::new(shown.clone(), bytes.clone()), path);
        if let Err(failure) = compile(&source) {
            let first = failure
                .diagnostics()
                .first()
                .map(|first| source.render(first));
            let message = format!(
                "`{shown}` is not a valid catalog\n{}",
                first.unwrap_or_default()
            );
            return Err(Failure::new(message).help("correct it before you import into it"));
        }
        target.catalog = Doc::parse(source.text())
            .ok_or_else(|| Failure::new(format!("`{shown}` is nested too deeply")))?;
        target.before = Some(String::from_utf8_lossy(&bytes).into_owned());
        target.lock = Lock::read(path)?.unwrap_or_default();
        Ok(target)
    }

    pub(super) fn shown(&self) -> String {
        match &self.path {
            Some(path) => shown(path).display().to_string(),
            None => "<stdout>".to_owned(),
        }
    }

    /// Merges the draft into the catalog.
    ///
    /// # Errors
    ///
    /// The merged catalog cannot be made valid.
    pub(super) fn merge<S: super::Source>(
        &self,
        draft: &Draft,
        report: &mut Report,
    ) -> Result<Written<'_>, Failure> {
        let context = Context {
            imported: self.lock.of(S::NAME),
            is_complete: S::IS_COMPLETE,
            is_recorded: self.path.is_some(),
            is_of_another: &|id| self.lock.is_of_another(S::NAME, id) || draft.uses(id),
        };
        let mut merged = merge(&self.catalog, &self.head(draft), draft, &context, report);
        self.complete_statuses(&mut merged, report);
        let source = |text: String| match &self.path {
            Some(path) => with_files(Source::new(self.shown(), text), path),
            None => Source::new("catalog.json", text),
        };
        let text = valid::text(&mut merged, &source, report)?;
        report.counts.taken = merged
            .slots
            .iter()
            .filter(|slot| slot.place.is_some())
            .count();
        report.counts.added = merged
            .slots
            .iter()
            .filter(|slot| slot.before.is_none())
            .count();
        report.counts.updated = merged.slots.iter().filter(|slot| slot.is_updated()).count();
        let operations = merged.head.get("operations");
        report.counts.operations = operations
            .map_or(0, |it| it.members().len())
            .min(draft.operations.len());
        report.counts.envelopes = draft.envelopes.len();
        let mut lock = self.lock.clone();
        lock.set(S::NAME, merged.imported);
        Ok(Written {
            target: self,
            text,
            lock,
        })
    }

    /// Returns the keys of the catalog besides `errors` that the source gives.
    fn head(&self, draft: &Draft) -> Doc {
        let mut head = Doc::Object(Vec::new());
        let own = draft.name.as_deref();
        let own = own.filter(|name| !self.is_name_given && is_valid(name));
        head.set("name", Some(Doc::string(own.unwrap_or(&self.name))));
        let text = |text: &Option<String>| {
            text.as_deref()
                .map(str::trim)
                .filter(|it| !it.is_empty())
                .map(Doc::string)
        };
        head.set("title", text(&draft.title));
        head.set("version", text(&draft.version));
        head.set("docs", text(&draft.docs));
        head.set(
            "source",
            Some(Doc::string(&format!("Imported from {}.", self.source))),
        );
        if !draft.envelopes.is_empty() {
            head.set("envelopes", Some(Doc::Array(draft.envelopes.clone())));
        }
        let mut categories: Vec<(String, Doc)> = Vec::new();
        for category in draft
            .entries
            .iter()
            .filter_map(|entry| entry.category.as_ref())
        {
            if !categories.iter().any(|(known, _)| known == category) {
                categories.push((category.clone(), Doc::string(category)));
            }
        }
        if !categories.is_empty() {
            head.set("categories", Some(Doc::Object(categories)));
        }
        head
    }

    /// Gives all entries a status if some have one.
    fn complete_statuses(&self, merged: &mut super::merge::Merged, report: &mut Report) {
        let lacks = |slot: &&super::slot::Slot| slot.value.get("status").is_none();
        let has_default = merged
            .head
            .get("defaults")
            .is_some_and(|defaults| defaults.get("status").is_some());
        let lacking = merged.slots.iter().filter(lacks).count();
        let has_some = lacking < merged.slots.len() || self.default_status.is_some();
        if lacking == 0 || !has_some || has_default {
            return;
        }
        let status = self.default_status.unwrap_or(500);
        let mut defaults = merged
            .head
            .get("defaults")
            .cloned()
            .unwrap_or(Doc::Object(Vec::new()));
        defaults.set("status", Some(Doc::number(i64::from(status))));
        merged.head.set("defaults", Some(defaults));
        if self.default_status.is_none() {
            let first = merged.slots.iter().find(lacks);
            let name = first.map_or("", |slot| &slot.id);
            let text = format!(
                "the status of {} without one, such as `{name}`: {status} in `defaults` (`--default-status`)",
                crate::text::counted(lacking, "entry", "entries")
            );
            report.guessed(text, first.and_then(|slot| slot.place.clone()));
        }
    }
}

impl Written<'_> {
    /// Returns the catalog.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether the import changes a file.
    pub(super) fn differs(&self) -> bool {
        self.catalog_differs() || self.lock_differs()
    }

    fn catalog_differs(&self) -> bool {
        let before = self.target.before.as_deref().map(endings::plain);
        before.is_none_or(|before| before != self.text)
    }

    fn lock_differs(&self) -> bool {
        self.lock != self.target.lock
    }

    /// Shows what would change.
    pub(super) fn show(&self, output: &mut Output) -> Result<(), Failure> {
        if self.catalog_differs() {
            let before = self
                .target
                .before
                .as_deref()
                .map(endings::plain)
                .unwrap_or_default();
            changes::print(&self.target.shown(), &before, &self.text, output)?;
        } else if let (true, Some(path)) = (self.lock_differs(), &self.target.path) {
            writeln!(output, "{} is stale", Lock::path(path).display())?;
        }
        Ok(())
    }

    /// Writes the catalog and what was imported.
    pub(super) fn write(&self, output: &mut Output) -> Result<(), Failure> {
        let Some(path) = &self.target.path else {
            return output.verbatim(self.text.as_bytes());
        };
        match &self.target.before {
            None => file::create(path, &self.text)?,
            Some(before) if self.catalog_differs() => {
                file::replace(path, &Endings::of(before).apply(&self.text))?;
            }
            Some(_) => {}
        }
        let beside = Lock::path(path);
        if self.lock_differs() || beside.symlink_metadata().is_err() {
            file::put(&beside, &self.lock.text())?;
        }
        Ok(())
    }
}

/// Returns the name of a new catalog: as it is given, or from its file or the file that is imported.
fn name(common: &Common) -> Result<String, Failure> {
    if let Some(name) = &common.name {
        if is_valid(name) {
            return Ok(name.clone());
        }
        return Err(Failure::new(format!("`{name}` is not a valid catalog name"))
            .help("use lower-case letters and digits in words joined by `-`, such as `linkedin-marketing`"));
    }
    let files = common.to.iter().chain(&common.files);
    let names = files.filter_map(|file| file.file_stem()).map(|stem| {
        let stem = Path::new(stem).display().to_string().to_lowercase();
        let words = stem
            .split(|it: char| !it.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join("-")
    });
    let mut names = names.map(|name| name.chars().take(100).collect::<String>());
    Ok(names
        .find(|name| is_valid(name))
        .unwrap_or_else(|| "imported".to_owned()))
}

/// Whether a catalog can have this name.
fn is_valid(name: &str) -> bool {
    let text = format!("{{\"name\": {}, \"errors\": []}}", Doc::string(name));
    compile(&Source::new("name", text)).is_ok()
}

impl Common {
    /// The files, as reports name them.
    pub(super) fn shown_files(&self) -> String {
        let name = |file: &PathBuf| {
            if file == Path::new("-") {
                "standard input".to_owned()
            } else {
                // Relative to the folder, so that a catalog is the same on every machine.
                shown(file)
                    .display()
                    .to_string()
                    .replace(std::path::MAIN_SEPARATOR, "/")
            }
        };
        match &self.files[..] {
            [] => String::new(),
            [one] => name(one),
            [first, rest @ ..] => format!(
                "{} and {} more",
                name(first),
                crate::text::counted(rest.len(), "file", "files")
            ),
        }
    }
}
