//! The goals of error-catalog, as ratios of a peer's figure to its own.

use crate::build_time::MODES;
use crate::dependencies::{COLUMNS, USUAL, USUAL_AND_OURS};
use crate::figures::Figures;
use crate::{compiler, service, size, wire};

/// error-catalog, deriving on a struct.
pub(crate) const OURS: &str = "error-catalog";
/// error-catalog, deriving on a struct, with `constructors = false`.
pub(crate) const LEAN: &str = "error-catalog-lean";
/// error-catalog, deriving on your own enum.
pub(crate) const OWN: &str = "error-catalog-own";
/// error-catalog without the derive, only for a clean build of its dependencies.
pub(crate) const BARE: &str = "error-catalog bare";

/// How much faster than linearly the build time may grow from one size to the next.
const LINEAR: f64 = 1.1;

/// How much more a body may cost than with `serde_json` and a struct by hand.
const BY_HAND: f64 = 1.1;

/// How much more than twice the time twice the size may take, because other load on the machine counts, too.
const SLOPE: f64 = 1.3;

pub(crate) struct Outcome {
    pub(crate) what: String,
    pub(crate) ratio: f64,
    pub(crate) needed: f64,
}

/// Returns the goals whose figures were measured.
pub(crate) fn outcomes(figures: &Figures) -> Vec<Outcome> {
    let mut goals = Goals {
        figures,
        outcomes: Vec::new(),
    };
    goals.build();
    goals.compiler();
    goals.own();
    goals.linear();
    goals.run();
    goals.wire();
    goals.slopes();
    goals.service();
    goals.dependencies();
    goals.usual();
    goals.beside(1_000, "thiserror", size::COLUMN, 1.0);
    goals.outcomes
}

struct Goals<'f> {
    figures: &'f Figures,
    outcomes: Vec<Outcome>,
}

impl Goals<'_> {
    fn build(&mut self) {
        for (size, needed) in [(1_000, [4.0, 4.0, 8.0]), (5_000, [5.0, 5.0, 25.0])] {
            for (mode, needed) in MODES.iter().zip(needed) {
                self.beside(size, "thiserror", mode.wall, needed);
                self.beside(size, "thiserror", mode.cpu, needed);
            }
            for mode in &MODES {
                self.beside(size, "thiserror", mode.memory, 2.0);
            }
        }
    }

    /// Instructions of the compiler: thiserror's in ours, and no more than twelve times as many for ten times the errors.
    fn compiler(&mut self) {
        let wanted = [(OURS, [3.5, 4.0, 11.0, 1.5]), (LEAN, [5.2, 6.0, 17.0, 2.0])];
        for (form, wanted) in wanted {
            for (column, needed) in compiler::COLUMNS.into_iter().zip(wanted) {
                let peer = self.figures.get(1_000, "thiserror", column);
                let ours = self.figures.get(1_000, form, column);
                let what = format!("1000: {column}: thiserror / {form}");
                self.add(what, peer, ours, needed);
            }
        }
        for (size, factor) in [(2_000, 2.0), (10_000, 10.0)] {
            let small = self.figures.get(1_000, OURS, compiler::CHECK);
            let large = self.figures.get(size, OURS, compiler::CHECK);
            let what = format!("{}: {factor} times 1,000 errors / {size}", compiler::CHECK);
            self.add(what, small.map(|small| small * factor), large, 10.0 / 12.0);
        }
    }

    /// What error-catalog adds to the dependencies of a crate that has thiserror and serde already.
    fn usual(&mut self) {
        for (column, _) in COLUMNS {
            let figure = |row| self.figures.get(0, row, column);
            let added = figure(USUAL_AND_OURS).zip(figure(USUAL));
            let added = added.map(|(with, without)| with - without);
            let what = format!("{column}: thiserror / ours, added to a usual tree");
            self.add(what, figure("thiserror"), added, 1.0);
        }
    }

    /// Your own enum takes no longer to build than the same enum with thiserror.
    fn own(&mut self) {
        for mode in &MODES {
            let peer = self.figures.get(1_000, "thiserror", mode.cpu);
            let own = self.figures.get(1_000, OWN, mode.cpu);
            let what = format!("1000: {}: thiserror / {OWN}", mode.cpu);
            self.add(what, peer, own, 1.0);
        }
    }

    fn linear(&mut self) {
        for mode in &MODES {
            for (size, factor) in [(5_000, 5.0), (10_000, 10.0)] {
                let small = self.figures.get(1_000, OURS, mode.cpu);
                let large = self.figures.get(size, OURS, mode.cpu);
                let what = format!("{}: {factor} times 1,000 errors / {size}", mode.cpu);
                self.add(what, small.map(|small| small * factor), large, 1.0 / LINEAR);
            }
        }
    }

    fn run(&mut self) {
        for size in [100, 1_000, 5_000] {
            self.beside(size, "hand", "display", 1.0 / 1.15);
            self.beside(size, "thiserror", "display", 1.0);
        }
        self.message();
        for (size, hand, phf) in [(100, 1.0, 1.0), (1_000, 3.3, 1.75)] {
            for operation in ["hit", "miss"] {
                self.beside(size, "hand", operation, hand);
                self.beside(size, "phf", operation, phf);
            }
        }
        for operation in ["status", "kind"] {
            self.beside(1_000, "hand", operation, 1.0);
        }
    }

    fn message(&mut self) {
        let peer = self.figures.get(1_000, "thiserror", "to_string");
        let ours = self.figures.get(1_000, OURS, "message");
        let what = "1000: thiserror's to_string / message".into();
        self.add(what, peer, ours, 2.3);
    }

    fn wire(&mut self) {
        let by_hand = 1.0 / BY_HAND;
        for size in wire::SIZES {
            for what in ["decode message", "decode members"] {
                self.beside(size, "serde_json borrowed, match", what, by_hand);
                self.beside(size, "serde_json owned, match", what, by_hand);
                self.beside(size, "serde_json, match, fields", what, by_hand);
            }
            for what in ["encode message", "encode members"] {
                self.beside(size, "serde_json", what, by_hand);
                self.beside(size, "Display, serde_json", what, by_hand);
            }
            self.beside(size, "captures", "code known", 15.0);
            self.beside(size, "captures_read", "code known", 15.0);
        }
        for (size, needed) in [(100, 10.0), (1_000, 40.0)] {
            self.beside(size, "RegexSet", "code unknown", needed);
            self.beside(size, "RegexSet, 64 MiB", "code unknown", needed);
        }
        for what in ["known code", "unknown code", "foreign"] {
            self.beside(1_000, "kept", what, 1.0);
        }
    }

    /// Twice the size must not take more than twice the time, with a margin for chance.
    fn slopes(&mut self) {
        for case in wire::CASES {
            let [once, twice] = ["n", "2n"].map(|column| self.figures.get(1_000, case, column));
            let twice_once = once.map(|once| 2.0 * once);
            let what = format!("{case}: 2 times the time at n / at 2n");
            self.add(what, twice_once, twice, 1.0 / SLOPE);
        }
    }

    fn service(&mut self) {
        for column in [service::TIME, service::INSTRUCTIONS] {
            self.beside(service::SIZE, "by hand", column, 1.0 / BY_HAND);
            self.beside(service::SIZE, "masterror", column, 1.0);
            self.beside(service::SIZE, "problem_details", column, 1.0);
        }
    }

    fn dependencies(&mut self) {
        for (column, _) in COLUMNS {
            self.beside(0, "thiserror", column, 1.0 / 2.3);
            let peer = self.figures.get(0, "thiserror", column);
            let bare = self.figures.get(0, BARE, column);
            self.add(format!("{column}: thiserror / {BARE}"), peer, bare, 1.0);
        }
    }

    /// Requires at least this ratio of the figure of the peer to ours.
    fn beside(&mut self, size: usize, peer: &str, what: &str, needed: f64) {
        let theirs = self.figures.get(size, peer, what);
        let ours = self.figures.get(size, OURS, what);
        let at = if size == 0 {
            String::new()
        } else {
            format!("{size}: ")
        };
        self.add(format!("{at}{what}: {peer} / ours"), theirs, ours, needed);
    }

    fn add(&mut self, what: String, theirs: Option<f64>, ours: Option<f64>, needed: f64) {
        if let (Some(theirs), Some(ours)) = (theirs, ours) {
            self.outcomes.push(Outcome {
                what,
                // 0 and 0 are equal.
                ratio: if theirs.total_cmp(&ours).is_eq() {
                    1.0
                } else {
                    theirs / ours
                },
                needed,
            });
        }
    }
}
