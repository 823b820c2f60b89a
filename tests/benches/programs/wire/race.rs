//! Different ways to do the same, measured in turn.

use std::time::{Duration, Instant};

/// How often each way is measured, unless that takes too long.
const ROUNDS: usize = 101;
const PATIENCE: Duration = Duration::from_secs(3);

/// An operation on every item of a corpus.
pub struct Race<'w> {
    pub what: &'static str,
    pub items: usize,
    pub ways: Vec<(&'static str, Box<dyn FnMut() + 'w>)>,
}

impl Race<'_> {
    /// Prints the nanoseconds for each item.
    ///
    /// The ways take turns, so that other load on the machine affects all of them.
    pub fn run(mut self) {
        let mut times: Vec<Vec<f64>> = self.ways.iter().map(|_| Vec::new()).collect();
        let mut spent = vec![Duration::ZERO; times.len()];
        for _ in 0..ROUNDS {
            let ways = self.ways.iter_mut().zip(&mut times).zip(&mut spent);
            for (((_, pass), times), spent) in ways.filter(|(_, spent)| **spent < PATIENCE) {
                let start = Instant::now();
                pass();
                let elapsed = start.elapsed();
                *spent += elapsed;
                times.push(elapsed.as_secs_f64() * 1e9 / self.items as f64);
            }
        }
        for ((way, _), times) in self.ways.iter().zip(&mut times) {
            println!("{}\t{way}\t{}", self.what, median(times));
        }
    }

    /// Runs only one way, this often, for programs that count instructions.
    pub fn count(mut self, what: &str, way: &str, passes: usize) {
        let (_, pass) = match self.ways.iter_mut().find(|(name, _)| *name == way) {
            Some(found) if self.what == what => found,
            _ => return,
        };
        (0..passes).for_each(|_| pass());
    }
}

pub fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
