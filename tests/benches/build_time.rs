//! The time and memory that the compiler needs for the crate itself.

use crate::crates::{Crate, Workspace};
use crate::figures::{Figures, Samples};
use crate::synthetic::Random;
use crate::{command, Result};

pub(crate) struct Mode {
    pub(crate) name: &'static str,
    arguments: &'static [&'static str],
    pub(crate) wall: &'static str,
    pub(crate) cpu: &'static str,
    pub(crate) memory: &'static str,
}

pub(crate) const MODES: [Mode; 3] = [
    Mode {
        name: "check",
        arguments: &["check"],
        wall: "check s",
        cpu: "check cpu s",
        memory: "check MiB",
    },
    Mode {
        name: "debug",
        arguments: &["build"],
        wall: "debug s",
        cpu: "debug cpu s",
        memory: "debug MiB",
    },
    Mode {
        name: "release",
        arguments: &["build", "--release"],
        wall: "release s",
        cpu: "release cpu s",
        memory: "release MiB",
    },
];

pub(crate) fn measure(workspace: &Workspace, runs: usize, figures: &mut Figures) -> Result<()> {
    let mut samples = Samples::default();
    let mut random = Random::new(1);
    let mut order: Vec<(&Crate, &Mode)> = Vec::new();
    for each in &workspace.crates {
        order.extend(MODES.iter().map(|mode| (each, mode)));
    }
    for run in 1..=runs {
        eprintln!("build {} errors, {run} of {runs}", workspace.size);
        random.shuffle(&mut order);
        for (each, mode) in &order {
            let cost = build(workspace, each, mode)?;
            samples.add(each.peer.name, mode.wall, cost.wall);
            samples.add(each.peer.name, mode.cpu, cost.cpu);
            if let Some(memory) = cost.memory {
                samples.add(each.peer.name, mode.memory, memory);
            }
        }
    }
    samples.medians(workspace.size, figures);
    Ok(())
}

impl Mode {
    /// Returns the arguments of cargo for a crate.
    pub(crate) fn arguments<'c>(&self, each: &'c Crate) -> Vec<&'c str> {
        let mut arguments = self.arguments.to_vec();
        arguments.extend(["-q", "--offline", "--lib", "-p", &each.package]);
        arguments
    }
}

fn build(workspace: &Workspace, each: &Crate, mode: &Mode) -> Result<command::Cost> {
    let arguments = mode.arguments(each);
    // Dependencies are built first, also if error-catalog was just edited.
    command::run(&mut command::cargo(&workspace.folder, &arguments))?;
    workspace.touch(each)?;
    command::measure(&workspace.folder, &arguments)
}
