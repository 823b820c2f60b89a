//! The measurements.

use std::collections::HashMap;

/// Medians by the number of errors (0 if it does not matter), the peer, and the measured quantity.
#[derive(Default)]
pub(crate) struct Figures(HashMap<(usize, &'static str, &'static str), f64>);

impl Figures {
    pub(crate) fn set(&mut self, size: usize, peer: &'static str, what: &'static str, value: f64) {
        self.0.insert((size, peer, what), value);
    }

    pub(crate) fn get(&self, size: usize, peer: &str, what: &str) -> Option<f64> {
        let same = |(key, _): &(&(usize, &'static str, &'static str), &f64)| {
            key.0 == size && key.1 == peer && key.2 == what
        };
        self.0.iter().find(same).map(|(_, value)| *value)
    }
}

/// All samples of one run of the program; each becomes one figure.
#[derive(Default)]
pub(crate) struct Samples(HashMap<(&'static str, &'static str), Vec<f64>>);

impl Samples {
    pub(crate) fn add(&mut self, peer: &'static str, what: &'static str, value: f64) {
        self.0.entry((peer, what)).or_default().push(value);
    }

    pub(crate) fn medians(self, size: usize, figures: &mut Figures) {
        for ((peer, what), mut values) in self.0 {
            values.sort_by(f64::total_cmp);
            figures.set(size, peer, what, values[values.len() / 2]);
        }
    }
}
