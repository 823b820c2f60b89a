//! `fmt`: formats catalogs.

use crate::changes;
use crate::endings::{self, Endings};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::file;
use crate::folders;
use crate::format;
use crate::inputs::{FileArguments, Input};
use crate::output::Output;
use crate::translations::translated;
use clap::Args;
use std::io::Write;

/// Formats catalogs and their translations with a canonical order of keys and layout.
///
/// Values stay exactly as they are written. A file that is already formatted is not touched, and a file that cannot be
/// written keeps its content. A catalog from standard input is written to standard output.
#[derive(Debug, Args)]
pub(crate) struct Fmt {
    #[command(flatten)]
    files: FileArguments,
    /// Write nothing; show what would change, and exit with 1 if anything would.
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let mut changed = false;
        let mut failed = false;
        for input in self.files.with_translations(output)? {
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

    /// Formats a catalog; returns whether it was not formatted before.
    fn one(&self, input: &Input, output: &mut Output) -> Result<bool, Failure> {
        let (source, content) = input.read()?;
        let is_standard = matches!(input, Input::Standard(_));
        if is_standard && folders::is_schema_text(&content) {
            let name = source.name();
            output.note(format_args!("skipped `{name}`, which is a JSON Schema"));
            if !self.check {
                output.write_all(&content)?;
            }
            return Ok(false);
        }
        let is_translation = translated(input.path()).is_some();
        let formatted = format::canonical(&source, is_translation).map_err(Failure::new)?;
        // What can be formatted is UTF-8.
        let content = String::from_utf8_lossy(&content);
        let before = endings::plain(&content);
        let differs = before != formatted;
        let whole = || Endings::of(&content).apply(&formatted);
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
