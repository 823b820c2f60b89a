//! `unused`: reports what the Rust sources of a workspace do not use of its catalogs.

use crate::exit::Exit;
use crate::failure::Failure;
use crate::findings::Findings;
use crate::inputs::{FileArguments, Input};
use crate::known::Known;
use crate::output::Output;
use crate::report::Format;
use crate::usage::{self, Usage};
use clap::Args;

/// Reports the entries that no Rust source of the workspace names, and the codes that sources write as strings.
///
/// A source names an entry when it constructs the error, matches its variant or its kind, or has its id or code as a
/// string. It is searched as text: code behind `#[cfg(…)]` and in macros counts, code that a macro or a build script
/// writes does not. `check --explain U001` and `--explain U002` say more.
///
/// Exits with 0, or with `--deny-warnings` with 1 if there is anything to report.
#[derive(Debug, Args)]
pub(crate) struct Unused {
    #[command(flatten)]
    files: FileArguments,
    /// The output format.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Exit with 1 if there are warnings.
    #[arg(long)]
    deny_warnings: bool,
}

impl Unused {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let Some(workspace) = self.files.workspace.find()? else {
            return Err(Failure::new("no Cargo.toml in this folder or its parents")
                .help("run this in a workspace, or pass `--manifest-path`"));
        };
        let inputs = self.files.inputs(output)?;
        let loaded: Result<Vec<_>, _> = inputs.iter().map(Input::load).collect();
        let loaded = loaded?;
        if let Some(invalid) = loaded.iter().find(|it| it.catalog().is_none()) {
            return Err(crate::choice::invalid(invalid));
        }
        let files = usage::files(&workspace, output);
        let catalogs: Vec<_> = loaded
            .iter()
            .map(|one| Known::all(std::slice::from_ref(one)))
            .collect();
        let usage = Usage::of(&workspace, &catalogs, &files);
        for name in usage.not_derived {
            output.note(format_args!(
                "skipped `{name}`, which no derive of the workspace uses"
            ));
        }
        let findings = Findings::new(&loaded, usage.findings);
        findings.print(self.format, output)?;
        let denied = self.deny_warnings && !findings.all.is_empty();
        Ok(Exit::of_findings(denied))
    }
}
