//! Pseudorandom numbers that are the same in each run.

pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Returns the next number of `SplitMix64`.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below this one.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap();
        usize::try_from(self.next() % end).unwrap()
    }

    /// Returns `true` once in so many times.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(super) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    /// Returns a string of hostile parts.
    pub(super) fn text(&mut self) -> String {
        (0..self.below(4)).map(|_| self.pick(&PARTS)).collect()
    }
}

/// Strings that are easily lost on the way from JSON through tokens to a program.
const PARTS: [&str; 24] = [
    "plain", " ", "{", "}", "{}", "{name}", "\"", "'", "\\", "\\n", "\n", "\r\n", "\t", "\0", "é",
    "שלום", "\u{202E}", "🎉", "\u{FEFF}", "%s", "r#\"", "*/", "```", "<b>[x]",
];
