//! `fmt`: the canonical form of catalogs.

use crate::changes;
use crate::endings::{self, Endings};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::file;
use crate::folders;
use crate::format;
use crate::inputs::{FileArguments, Input};
use crate::output::Output;
use clap::Args;
use std::io::Write;

/// Gives catalogs their canonical order of keys and layout.
///
/// Every value stays as it is written, and what is in its form already is not touched. A file that cannot be written
/// stays as it was. What comes through standard input goes to standard output.
#[derive(Debug, Args)]
pub(crate) struct Fmt {
    #[command(flatten)]
    files: FileArguments,
    /// Writes nothing; shows what would change, and exits with 1 if anything would.
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let mut changed = false;
        let mut failed = false;
        for input in self.files.inputs(output)? {
            match self.one(&input, output) {
                Ok(differs) => changed |= differs,
                Err(failure) => {
                    output.error(failure);
                    failed = true;
                }
            }
        }
        Ok(if failed {
            Exit::Failed
        } else {
            Exit::of_findings(self.check && changed)
        })
    }

    /// Returns whether the catalog was in another form.
    fn one(&self, input: &Input, output: &mut Output) -> Result<bool, Failure> {
        let (source, content) = input.read()?;
        let is_standard = matches!(input, Input::Standard(_));
        if is_standard && folders::is_schema_text(&content) {
            let name = source.name();
            output.note(format_args!("left as it is: `{name}` is a JSON Schema"));
            if !self.check {
                output.write_all(&content)?;
            }
            return Ok(false);
        }
        let formatted = format::canonical(&source).map_err(Failure::new)?;
        // What has a form is text.
        let content = String::from_utf8_lossy(&content);
        let before = endings::plain(&content);
        let differs = before != formatted;
        let whole = || Endings::of(&content).put(&formatted);
        match input {
            _ if self.check => {
                if differs {
                    changes::print(source.name(), &before, &formatted, output)?;
                }
            }
            Input::Standard(_) => output.write_all(whole().as_bytes())?,
            Input::File(path) => {
                if differs {
                    file::replace(path, &whole())?;
                    writeln!(output, "formatted {}", source.name())?;
                }
            }
        }
        Ok(differs)
    }
}
