//! `check`: all mistakes and warnings of catalogs.

use crate::catalogs::Loaded;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::findings::Findings;
use crate::inputs::FileArguments;
use crate::output::{Output, BOLD};
use crate::policy::WorkspacePolicy;
use crate::report::Format;
use crate::rules;
use crate::text::wrapped;
use clap::Args;
use error_catalog_model::{nearest, Severity};
use std::io::Write;

/// Checks catalogs, and prints all their mistakes and warnings.
///
/// Besides the rules of the format, it enforces those that a catalog sets itself, in its `policy`, and those of the
/// workspace, in `[workspace.metadata.error-catalog.policy]` of its Cargo.toml: see `--explain P001` and what follows it.
///
/// Exits with 1 where there is a mistake; warnings alone are no reason, unless they are denied.
#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    files: FileArguments,
    /// How to print what is found.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Takes warnings for mistakes.
    #[arg(long)]
    deny_warnings: bool,
    /// Explains a rule, such as `C012`, with an example that breaks it.
    #[arg(long, value_name = "RULE", conflicts_with_all = ["files", "stdin_path", "deny_warnings", "format"])]
    explain: Option<String>,
}

impl Check {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        if let Some(code) = &self.explain {
            return explain(code, output);
        }
        let policy = WorkspacePolicy::of(&self.files.workspace)?;
        let inputs = self.files.inputs(output)?;
        let mut loaded = Vec::new();
        for input in &inputs {
            match input.read() {
                Ok((source, _)) => loaded.push(Loaded::new(source, false)),
                Err(failure) => output.error(failure),
            }
        }
        let all_read = loaded.len() == inputs.len();
        let findings = Findings::of(&loaded, &policy);
        findings.print(self.format, output)?;
        let mistakes = findings.count(Severity::Error) + findings.dropped;
        let denied = self.deny_warnings && !findings.all.is_empty();
        Ok(if all_read {
            Exit::of_findings(mistakes > 0 || denied)
        } else {
            Exit::Failed
        })
    }
}

fn explain(code: &str, output: &mut Output) -> Result<Exit, Failure> {
    let rules = rules::all();
    let codes = || rules.iter().map(|rule| rule.code);
    let Some(rule) = rules
        .iter()
        .find(|rule| rule.code.eq_ignore_ascii_case(code))
    else {
        let help = match nearest(code, codes()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known: {}", codes().collect::<Vec<_>>().join(", ")),
        };
        return Err(Failure::new(format!("there is no rule `{code}`")).help(help));
    };
    writeln!(output, "{BOLD}{} ({}){BOLD:#}\n", rule.code, rule.severity)?;
    writeln!(output, "{}", wrapped(rule.explanation, "", ""))?;
    writeln!(output, "{}\n", rule.example_title)?;
    for line in rule.example.lines() {
        writeln!(output, "    {}", line.trim())?;
    }
    Ok(Exit::Fine)
}
