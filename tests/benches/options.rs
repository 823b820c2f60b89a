//! The command line: what to measure.

use crate::peers::{Peer, PEERS};
use crate::Result;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Dependencies,
    Build,
    /// By callgrind; not part of the default, because it is slow.
    Compiler,
    Run,
    Size,
    /// By callgrind; not part of the default, because it is slow.
    Instructions,
    /// Reading and writing responses, and matching messages.
    Wire,
    /// Error responses of a server.
    Service,
}

pub(crate) struct Options {
    pub(crate) sizes: Vec<usize>,
    pub(crate) peers: Vec<&'static Peer>,
    pub(crate) write: bool,
    parts: Vec<Part>,
    runs: Option<usize>,
}

impl Options {
    /// Returns `None` if the program was not started by `cargo bench`.
    pub(crate) fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Option<Self>> {
        let mut is_bench = false;
        let mut options = Self {
            sizes: vec![100, 1_000, 5_000],
            peers: PEERS.iter().collect(),
            write: true,
            parts: vec![
                Part::Dependencies,
                Part::Build,
                Part::Run,
                Part::Size,
                Part::Wire,
                Part::Service,
            ],
            runs: None,
        };
        while let Some(argument) = arguments.next() {
            match &*argument {
                "--bench" => is_bench = true,
                "--no-write" => options.write = false,
                _ => options.set(&argument, &arguments.next().unwrap_or_default())?,
            }
        }
        Ok(is_bench.then_some(options))
    }

    fn set(&mut self, option: &str, value: &str) -> Result<()> {
        let values = value.split(',');
        match option {
            "--sizes" => {
                self.sizes = values
                    .map(str::parse)
                    .collect::<std::result::Result<_, _>>()?;
            }
            "--parts" => self.parts = values.map(part).collect::<Result<_>>()?,
            "--peers" => self.peers = values.map(peer).collect::<Result<_>>()?,
            "--runs" => self.runs = Some(value.parse::<usize>()?.max(1)),
            _ => return Err(format!("unknown option `{option}`").into()),
        }
        Ok(())
    }

    pub(crate) fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    /// Returns the sizes that need a crate of each peer: none if no part measures them.
    pub(crate) fn sizes(&self) -> &[usize] {
        let is_of_crates =
            |part: &Part| !matches!(part, Part::Dependencies | Part::Wire | Part::Service);
        if self.parts.iter().any(is_of_crates) {
            &self.sizes
        } else {
            &[]
        }
    }

    /// Returns how often to measure: the largest crates take minutes each.
    pub(crate) fn runs_at(&self, size: usize) -> usize {
        self.runs.unwrap_or(if size < 5_000 { 5 } else { 3 })
    }
}

fn part(name: &str) -> Result<Part> {
    Ok(match name {
        "deps" => Part::Dependencies,
        "build" => Part::Build,
        "compiler" => Part::Compiler,
        "run" => Part::Run,
        "size" => Part::Size,
        "wire" => Part::Wire,
        "service" => Part::Service,
        "instructions" => Part::Instructions,
        _ => return Err(format!("unknown part `{name}`").into()),
    })
}

fn peer(name: &str) -> Result<&'static Peer> {
    let found = PEERS.iter().find(|peer| peer.name == name);
    found.ok_or_else(|| format!("unknown peer `{name}`").into())
}
