//! `check`: reports the errors and warnings of catalogs.

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

/// Checks catalogs and reports all errors and warnings.
///
/// In addition to the rules of the catalog format (C001, C002, …), it enforces policies: a catalog can set rules in its
/// key `policy`, and a workspace in `[workspace.metadata.error-catalog.policy]` of its Cargo.toml. `--explain P001`,
/// `--explain P002`, and so on show what a policy can require.
///
/// Exits with 1 if there is an error. Warnings alone exit with 0, unless you pass `--deny-warnings`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    files: FileArguments,
    /// The output format.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Exit with 1 if there are warnings, too.
    #[arg(long)]
    deny_warnings: bool,
    /// Explain a rule, such as `C012` or `P001`, with an example, instead of checking catalogs.
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
            match input.load() {
                Ok(one) => loaded.push(one),
                Err(failure) => output.error(failure),
            }
        }
        let all_read = loaded.len() == inputs.len();
        let findings = Findings::of(&loaded, &policy);
        findings.print(self.format, output)?;
        let errors = findings.count(Severity::Error) + findings.dropped;
        let denied = self.deny_warnings && !findings.all.is_empty();
        Ok(if all_read {
            Exit::of_findings(errors > 0 || denied)
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
            None => format!("expected one of {}", codes().collect::<Vec<_>>().join(", ")),
        };
        return Err(Failure::new(format!("unknown rule `{code}`")).help(help));
    };
    writeln!(output, "{BOLD}{} ({}){BOLD:#}\n", rule.code, rule.severity)?;
    writeln!(output, "{}", wrapped(rule.explanation, "", ""))?;
    writeln!(output, "{}\n", rule.example_title)?;
    for line in rule.example.lines() {
        writeln!(output, "    {}", line.trim())?;
    }
    if let Some([what, name, text]) = rule.other {
        writeln!(output, "\nwith {what} in `{name}`:\n")?;
        writeln!(output, "    {text}")?;
    }
    Ok(Exit::Fine)
}
