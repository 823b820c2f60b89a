//! `rust`: the variants of enums with the attributes of thiserror, snafu, displaydoc, or strum.

mod attributes;
mod codes;
mod find;
mod format;
mod message;
mod names;
mod package;
mod rewrite;
mod scan;
mod variant;

use super::super::doc::Doc;
use super::super::draft::Draft;
use super::super::report::Report;
use super::super::slot;
use super::super::{Common, Rewritten, Source};
use crate::failure::Failure;
use crate::sources::in_folder;
use crate::text::counted;
use clap::Args;
use error_catalog_model::nearest;
use find::{File, Found};
use rewrite::{Neighbours, Target};
use std::path::{Component, Path, PathBuf};

/// Imports Rust enums with the attributes of thiserror, snafu, displaydoc, or strum.
///
/// The files are Rust files, or folders that have some. With `--rewrite`, enums of thiserror and displaydoc become your own
/// enums over the catalog: their attributes and imports change, and all other text stays. An enum with a part that has no
/// equivalent stays as it is.
///
/// An enum that derives `ErrorCatalog` from the catalog already is not imported again: edit the catalog.
#[derive(Debug, Args)]
pub(in super::super) struct Rust {
    #[command(flatten)]
    common: Common,
    /// The name of an enum of errors; can be repeated. By default, all are imported.
    #[arg(long = "enum", value_name = "NAME")]
    enums: Vec<String>,
    /// Rewrite the enums, so that they derive `ErrorCatalog`.
    #[arg(long, requires = "to")]
    rewrite: bool,
}

/// The enums that are imported, by their files.
struct Search {
    files: Vec<(File, Vec<Found>)>,
    /// The variants of other enums that use the catalog, by name or id.
    used: Vec<String>,
    /// Whether one of the files uses the catalog.
    is_used: bool,
}

impl Source for Rust {
    const NAME: &'static str = "rust";

    fn common(&self) -> &Common {
        &self.common
    }

    fn draft(&self, report: &mut Report) -> Result<Draft, Failure> {
        let search = self.search(report)?;
        let mut draft = Draft {
            used: search.used,
            ..Draft::default()
        };
        for found in search.files.iter().flat_map(|(_, enums)| enums) {
            add(found, &mut draft, report);
        }
        if draft.entries.is_empty() && !search.is_used {
            return Err(Failure::new("no enums of errors in the files").help(
                "pass files or folders with enums that have the attributes of thiserror, snafu, displaydoc, or strum",
            ));
        }
        Ok(draft)
    }

    fn rewrite(&self, catalog: &str, report: &mut Report) -> Result<Vec<Rewritten>, Failure> {
        let (true, Some(to)) = (self.rewrite, &self.common.to) else {
            return Ok(Vec::new());
        };
        // What is found was reported before.
        let search = self.search(&mut Report::default())?;
        let catalog = Doc::parse(catalog).unwrap_or(Doc::Object(Vec::new()));
        let entries = catalog.get("errors").map_or(&[][..], Doc::elements);
        let defaults = catalog.get("defaults").into_iter();
        let paths: Vec<PathBuf> = search
            .files
            .iter()
            .map(|(file, _)| file.path.clone())
            .collect();
        let target = Target {
            path: to,
            has_status: defaults.chain(entries).any(|it| it.get("status").is_some()),
            entries: entries
                .iter()
                .map(|it| (slot::code(it), it.clone()))
                .collect(),
            neighbours: Neighbours::new(&paths),
        };
        let mut rewritten = Vec::new();
        for (file, enums) in search.files {
            let (after, outcomes) = rewrite::rewritten(&file, &enums, &target);
            for (found, outcome) in enums.iter().zip(outcomes) {
                let place = Some(found.place.clone());
                match outcome {
                    Ok(()) => {
                        let text = format!("the enum `{}` derives `ErrorCatalog`", found.name);
                        report.changed(text, place);
                    }
                    Err(reason) => {
                        let text = format!("the rewrite of the enum `{}`: {reason}", found.name);
                        report.left_out(text, place);
                    }
                }
            }
            rewritten.extend(after.map(|after| Rewritten {
                path: file.path,
                before: file.text,
                after,
            }));
        }
        if !rewritten.is_empty() {
            package::check_dependency(&paths, report);
        }
        Ok(rewritten)
    }
}

/// Adds the variants of an enum, and reports the parts that have no equivalent.
fn add(found: &Found, draft: &mut Draft, report: &mut Report) {
    for problem in &found.problems {
        let text = format!("the enum `{}`: {problem}", found.name);
        report.left_out(text, Some(found.place.clone()));
    }
    let documented = found.variants.iter().filter(|it| it.is_documentation);
    let documented = documented.count();
    if documented > 0 {
        let messages = counted(documented, "message", "messages");
        let text = format!(
            "{messages} of the enum `{}`, from its documentation",
            found.name
        );
        report.guessed(text, Some(found.place.clone()));
    }
    let mut skipped = Vec::new();
    for variant in &found.variants {
        let name = format!("{}::{}", found.name, variant.name);
        for problem in &variant.problems {
            let text = format!("`{name}`: {problem}");
            report.left_out(text, Some(variant.entry.place.clone()));
        }
        // A message that is left out could show any of them.
        let is_known = variant.template().is_some();
        let fields = variant
            .fields
            .iter()
            .filter(|field| is_known && field.is_skipped());
        skipped.extend(fields.map(|field| format!("`{}` of `{name}`", field.name)));
        draft.entries.push(variant.entry.clone());
    }
    if let Some(first) = skipped.first() {
        let fields = counted(skipped.len(), "field", "fields");
        let text = format!(
            "{fields} of the enum `{}` that no message shows, such as {first}",
            found.name
        );
        report.left_out(text, Some(found.place.clone()));
    }
}

impl Rust {
    /// Finds the enums.
    fn search(&self, report: &mut Report) -> Result<Search, Failure> {
        if self.rewrite && self.common.files.iter().any(|it| it.as_os_str() == "-") {
            return Err(Failure::new("standard input cannot be rewritten").help("pass a file"));
        }
        let paths: Vec<PathBuf> = self
            .common
            .files
            .iter()
            .flat_map(|it| sources(it))
            .collect();
        let mut search = Search {
            files: Vec::new(),
            used: Vec::new(),
            is_used: false,
        };
        for path in &paths {
            match File::read(path) {
                Ok(file) => {
                    let found = file.enums(report);
                    search.files.push((file, found));
                }
                // One file of a folder can be a template or a test of a compiler.
                Err(failure) if paths.len() > 1 => {
                    report.left_out(format!("a file: {failure}"), None);
                }
                Err(failure) => return Err(failure),
            }
        }
        self.select(&mut search, report)?;
        self.find_users(&mut search, &paths, report);
        // All enums together, so that their codes differ.
        let mut all: Vec<Found> = Vec::new();
        let mut counts = Vec::new();
        for (_, found) in &mut search.files {
            counts.push(found.len());
            all.append(found);
        }
        codes::assign(&mut all, &search.used, report);
        let mut all = all.into_iter();
        for ((_, found), count) in search.files.iter_mut().zip(counts) {
            found.extend(all.by_ref().take(count));
        }
        Ok(search)
    }

    /// Keeps the enums that are imported.
    fn select(&self, search: &mut Search, report: &mut Report) -> Result<(), Failure> {
        let enums = || search.files.iter().flat_map(|(_, found)| found);
        if let Some(missing) = self
            .enums
            .iter()
            .find(|name| !enums().any(|it| it.name == **name))
        {
            let names: Vec<&str> = enums().map(|it| &*it.name).collect();
            let help = match nearest(missing, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None if names.is_empty() => {
                    "an enum has the attributes of thiserror, snafu, displaydoc, or strum"
                        .to_owned()
                }
                None => format!("the enums are `{}`", names.join("`, `")),
            };
            return Err(Failure::new(format!("no enum `{missing}` in the files")).help(help));
        }
        for (_, found) in &mut search.files {
            found.retain(|one| {
                let is_taken = if self.enums.is_empty() {
                    one.is_of_errors
                } else {
                    self.enums.contains(&one.name)
                };
                if !is_taken {
                    let variants = counted(one.variants.len(), "variant", "variants");
                    let text = format!(
                        "the enum `{0}` with {variants} (`--enum {0}` takes it)",
                        one.name
                    );
                    report.left_out(text, Some(one.place.clone()));
                }
                is_taken
            });
        }
        Ok(())
    }

    /// Finds the enums that use the catalog already: their entries stay, and no other variant is one of them.
    fn find_users(&self, search: &mut Search, paths: &[PathBuf], report: &mut Report) {
        let Some(to) = &self.common.to else {
            return;
        };
        for (file, _) in &search.files {
            for user in package::users(file)
                .into_iter()
                .filter(|it| package::is_same(&it.file, to))
            {
                search.is_used = true;
                let text = format!(
                    "the enum `{}`: it derives `ErrorCatalog` from this catalog, which is the source now; edit the catalog",
                    user.name
                );
                let place = super::super::draft::Place::new(&file.name, user.line);
                report.left_out(text, Some(place));
            }
        }
        let is_catalog = |user: &package::User| package::is_same(&user.file, to);
        for path in package::files(paths) {
            // A file that cannot be read is reported if it is one of those to import.
            let users = package::users_of(&path).unwrap_or_default();
            let variants = users
                .into_iter()
                .filter(is_catalog)
                .flat_map(|it| it.variants);
            search.used.extend(variants);
        }
    }
}

/// Returns the Rust files of a path.
fn sources(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let inner = path.join("src");
    let folder = if inner.is_dir() {
        inner
    } else {
        path.to_owned()
    };
    // Without `.`, which the report would show.
    let is_name = |part: &Component<'_>| *part != Component::CurDir;
    let files = in_folder(&folder).into_iter();
    files
        .map(|file| file.components().filter(is_name).collect())
        .collect()
}
