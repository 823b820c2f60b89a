//! `diff`: what changed between two catalogs, and whom it breaks.

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
use crate::workspace::WorkspaceArguments;
use clap::Args;
use error_catalog_model::{compile, Catalog, Source};
use std::path::{Path, PathBuf};

/// Shows what changed between two catalogs, whom it breaks, and which version comes next.
///
/// Clients are programs that receive the errors; Rust users are programs with the enums that the derive writes. What
/// breaks one of them asks for a major version. A break that is meant stands in the new catalog's `changes`, with its
/// reason; an entry that the old catalog has too is one of an earlier change, and excuses nothing new. A code that is no
/// longer sent belongs into `retired`, so that it never comes back.
///
/// Entries are the same if they have the same id, or else the same code and message, or else all but the code. Exits with
/// 1 where there is a break that is not acknowledged.
#[derive(Debug, Args)]
#[command(
    override_usage = "cargo error-catalog diff [OPTIONS] <OLD> <NEW>\n       \
                      cargo error-catalog diff [OPTIONS] --against <GIT_REF> [FILES]...",
    after_long_help = Kind::table()
)]
pub(crate) struct Diff {
    /// The old catalog and the new one, each the path of a file or a name; with `--against`, the files that are
    /// compared, without which they are those of the workspace.
    #[arg(value_name = "CATALOGS")]
    catalogs: Vec<PathBuf>,
    /// Compares files with what they were at this commit, tag or branch; one that was not there is all new.
    #[arg(long, value_name = "GIT_REF")]
    against: Option<String>,
    /// How to print what changed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Takes every other message for a break of clients; without it, those that the policy of the workspace or of a
    /// catalog freezes.
    #[arg(long)]
    frozen_messages: bool,
    /// Asks only whether these are broken.
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

    /// The two catalogs that the user names.
    fn two(&self, output: &mut Output) -> Result<Pair, Failure> {
        let [old, new] = &*self.catalogs else {
            return Err(Failure::new("there are not two catalogs to compare").help(
                "write `diff OLD NEW`, or `diff --against GIT_REF` for what changed since a commit",
            ));
        };
        let mut load = |name: &Path| choice::one(&name.to_string_lossy(), &self.workspace, output);
        Ok(Pair {
            old: Some(load(old)?.source),
            new: load(new)?.source,
        })
    }

    /// Each file, and what it was.
    fn since(&self, reference: &str, output: &mut Output) -> Result<Vec<Pair>, Failure> {
        let mut pairs = Vec::new();
        for path in &self.files(output)? {
            let name = format!("{reference}:{}", shown(path).display());
            let old = git::file_at(reference, path)?;
            let new = Loaded::file(path)?.source;
            if old.is_none() {
                output.note(format_args!(
                    "`{}` was not there at `{reference}`: all its errors are new",
                    new.name()
                ));
            }
            pairs.push(Pair {
                old: old.map(|content| Source::new(name, content)),
                new,
            });
        }
        Ok(pairs)
    }

    /// The files that the user names, or else those of the workspace.
    fn files(&self, output: &mut Output) -> Result<Vec<PathBuf>, Failure> {
        inputs::files(&self.catalogs, &self.workspace, output)
    }
}

/// Two files; without an old one, all of the new one is new.
struct Pair {
    old: Option<Source>,
    new: Source,
}

/// The catalog of a file, whose mistakes are a failure: they leave nothing to compare.
fn read(source: &Source) -> Result<Catalog, Failure> {
    compile(source)
        .map(|compiled| compiled.catalog)
        .map_err(|failure| {
            let mistakes = failure.diagnostics().iter().map(|it| source.render(it));
            let first: Vec<String> = mistakes.take(1).collect();
            let message = format!("`{}` has mistakes: {}", source.name(), first.concat());
            Failure::new(message)
        })
}

/// What a new catalog is compared with: itself, without its errors and without what happened to them.
fn before(catalog: &Catalog) -> Catalog {
    Catalog {
        entries: Vec::new(),
        changes: Vec::new(),
        retired: Vec::new(),
        ..catalog.clone()
    }
}
