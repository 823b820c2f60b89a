//! `diff`: shows what changed between two catalogs, and whom it breaks.

use crate::catalogs::Loaded;
use crate::choice;
use crate::derives::shown;
use crate::diff::print::{print, Compared};
use crate::diff::{compare, git, Audience, Frozen, Kind, Options};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inputs;
use crate::output::Output;
use crate::policy::WorkspacePolicy;
use crate::report::Format;
use crate::text::in_one_line;
use crate::workspace::WorkspaceArguments;
use clap::Args;
use error_catalog_model::{
    compile, normal_path, translation_path, unreadable, Catalog, Files, Source,
};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Shows what changed between two catalogs, whom it breaks, and which version comes next.
///
/// Clients are programs that receive the errors; Rust users are programs that use the enums that the derive writes. A
/// change that breaks either of them requires a major version. To acknowledge a breaking change, list it in `changes` of
/// the new catalog, with its reason; what `changes` of the old catalog already lists acknowledges nothing new. List a
/// code that is no longer sent in `retired`, so that it is never used again.
///
/// Two entries are the same if they have the same id; otherwise, if they have the same code and message; otherwise, if
/// only their codes differ. Exits with 1 if a breaking change is not acknowledged.
#[derive(Debug, Args)]
#[command(
    override_usage = "cargo error-catalog diff [OPTIONS] <OLD> <NEW>\n       \
                      cargo error-catalog diff [OPTIONS] --against <GIT_REF> [FILES]...",
    after_long_help = Kind::table()
)]
pub(crate) struct Diff {
    /// The old and the new catalog, each a name or the path of a file; with `--against`, the files to compare, by default
    /// the catalogs of the workspace.
    #[arg(value_name = "CATALOGS")]
    catalogs: Vec<PathBuf>,
    /// Compare files with their content at this Git commit, tag or branch, also under a name that they had before; a file
    /// that did not exist then is all new.
    #[arg(long, value_name = "GIT_REF")]
    against: Option<String>,
    /// The output format.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Treat every changed message as a breaking change for clients; by default, only messages that the policy of the
    /// workspace or of a catalog freezes.
    #[arg(long)]
    frozen_messages: bool,
    /// Consider only what breaks this audience.
    #[arg(long, value_enum)]
    audience: Option<Audience>,
    #[command(flatten)]
    workspace: WorkspaceArguments,
}

impl Diff {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let pairs = match &self.against {
            Some(reference) => self.since(reference, output)?,
            None => vec![self.two(output)?],
        };
        let policy = WorkspacePolicy::of(&self.workspace)?;
        let compared: Vec<Compared> = pairs
            .into_iter()
            .map(|pair| self.compare(pair, &policy))
            .collect::<Result<_, _>>()?;
        print(&compared, self.format, output)?;
        let mut diffs = compared.iter().map(|compared| &compared.diff);
        Ok(Exit::of_findings(
            diffs.any(|diff| diff.unacknowledged().next().is_some()),
        ))
    }

    fn compare(&self, pair: Pair, policy: &WorkspacePolicy) -> Result<Compared, Failure> {
        let new = read(&pair.new)?;
        let old = match &pair.old {
            Some(source) => read(source)?,
            None => before(&new),
        };
        let frozen_messages = if self.frozen_messages {
            Frozen::All
        } else {
            Frozen::Of(&policy.frozen(&old) | &policy.frozen(&new))
        };
        let options = Options {
            frozen_messages,
            audience: self.audience,
        };
        Ok(Compared {
            diff: compare(&old, &new, &options),
            old: pair.old.unwrap_or_else(|| Source::new("nothing", "")),
            new: pair.new,
        })
    }

    /// Loads the two catalogs.
    fn two(&self, output: &mut Output) -> Result<Pair, Failure> {
        let [old, new] = &*self.catalogs else {
            return Err(Failure::new("expected two catalogs to compare").help(
                "pass an old and a new catalog, or `--against GIT_REF` to show what changed since a commit",
            ));
        };
        let mut load = |name: &Path| choice::one(&name.to_string_lossy(), &self.workspace, output);
        Ok(Pair {
            old: Some(load(old)?.source),
            new: load(new)?.source,
        })
    }

    /// Pairs each file with its earlier content.
    fn since(&self, reference: &str, output: &mut Output) -> Result<Vec<Pair>, Failure> {
        let mut pairs = Vec::new();
        for path in &self.files(output)? {
            let old = git::file_at(reference, path)?;
            let new = Loaded::file(path)?.source;
            match old.as_ref().map(|old| &old.renamed_from) {
                None => output.note(format_args!(
                    "`{}` did not exist at `{reference}`: all its errors are new",
                    new.name()
                )),
                Some(Some(from)) => output.note(format_args!(
                    "`{}` was `{}` at `{reference}`",
                    new.name(),
                    in_one_line(from)
                )),
                Some(None) => {}
            }
            let old = old.map(|old| {
                let earlier = old.renamed_from.map(PathBuf::from);
                let path = earlier.as_deref().unwrap_or_else(|| shown(path));
                let source = Source::new(format!("{reference}:{}", path.display()), old.content);
                let source = source.with_extended(path, &AtCommit(reference));
                earlier_translations(source, reference, path)
            });
            let old = old.transpose()?;
            pairs.push(Pair { old, new });
        }
        Ok(pairs)
    }

    /// Returns the selected files, or those of the workspace.
    fn files(&self, output: &mut Output) -> Result<Vec<PathBuf>, Failure> {
        inputs::files(&self.catalogs, &self.workspace, output)
    }
}

/// Adds the translations of a catalog at an earlier commit, which were beside it.
fn earlier_translations(source: Source, reference: &str, path: &Path) -> Result<Source, Failure> {
    let listed = source.listed_translations();
    listed.iter().try_fold(source, |source, language| {
        let file = AtCommit(reference).find(&translation_path(path, language))?;
        Ok(source.with_translation(language, file))
    })
}

/// The files at an earlier commit.
struct AtCommit<'r>(&'r str);

impl AtCommit<'_> {
    /// Returns a file, or why there is none.
    ///
    /// # Errors
    ///
    /// Git cannot be asked.
    fn find(&self, path: &Path) -> Result<Result<Source, String>, Failure> {
        let name = self.name(path);
        let file = git::file_at(self.0, path)?;
        let file = file.map(|file| Source::new(&*name, file.content));
        let reason = || unreadable(&ErrorKind::NotFound.into());
        Ok(file.ok_or_else(|| format!("cannot read `{name}`: {}", reason())))
    }

    fn name(&self, path: &Path) -> String {
        format!("{}:{}", self.0, path.display())
    }
}

impl Files for AtCommit<'_> {
    fn identity(&self, path: &Path) -> PathBuf {
        normal_path(path)
    }

    fn read(&self, path: &Path) -> Result<Source, String> {
        let path = normal_path(path);
        self.find(&path)
            .unwrap_or_else(|failure| Err(format!("cannot read `{}`: {failure}", self.name(&path))))
    }
}

/// Two files to compare; without an old one, everything in the new one is new.
struct Pair {
    old: Option<Source>,
    new: Source,
}

/// Compiles a catalog, which must be valid to be compared.
fn read(source: &Source) -> Result<Catalog, Failure> {
    compile(source)
        .map(|compiled| compiled.catalog)
        .map_err(|failure| {
            let errors = failure.diagnostics().iter().map(|it| source.render(it));
            let first: Vec<String> = errors.take(1).collect();
            let message = format!(
                "`{}` is not a valid catalog: {}",
                source.name(),
                first.concat()
            );
            Failure::new(message)
        })
}

/// Returns what a new catalog is compared with: itself, without its errors, their changes, and its translations.
fn before(catalog: &Catalog) -> Catalog {
    Catalog {
        entries: Vec::new(),
        translations: Vec::new(),
        changes: Vec::new(),
        retired: Vec::new(),
        ..catalog.clone()
    }
}
