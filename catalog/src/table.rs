//! Tables of texts.
//!
//! One table serves all callers: those of the standard library are instantiated for each type of their keys. It also takes
//! fewer instructions where it is not optimized, as in derives.

/// A number for each text.
#[derive(Debug, Default)]
pub struct Table {
    /// The texts, one after the other.
    texts: Vec<u8>,
    rows: Vec<Row>,
    /// The index of the last row in each bucket, which leads to the others. Their number is a power of two.
    buckets: Vec<usize>,
}

#[derive(Debug)]
struct Row {
    hash: u64,
    start: usize,
    end: usize,
    number: usize,
    /// The index of the row before it in the same bucket.
    before: usize,
}

/// The index that means that no row is before.
const NONE: usize = usize::MAX;

/// How many buckets a table has at first.
const FEW: usize = 16;

impl Table {
    /// Returns the number of a text.
    pub fn get(&self, text: &str) -> Option<usize> {
        let row = self.rows.get(self.find(text, hash(text)))?;
        Some(row.number)
    }

    /// Gives a text a number, and returns the one that it had.
    pub fn set(&mut self, text: &str, number: usize) -> Option<usize> {
        let hash = hash(text);
        let at = self.find(text, hash);
        if let Some(row) = self.rows.get_mut(at) {
            let before = row.number;
            row.number = number;
            return Some(before);
        }
        self.add(text, hash, number);
        None
    }

    /// Returns the number of a text; gives it this one if it has none.
    pub fn known(&mut self, text: &str, number: usize) -> Option<usize> {
        let hash = hash(text);
        if let Some(row) = self.rows.get(self.find(text, hash)) {
            return Some(row.number);
        }
        self.add(text, hash, number);
        None
    }

    /// Returns the index of a row; that of none if no row has the text.
    fn find(&self, text: &str, hash: u64) -> usize {
        let mut at = self.last(hash);
        while let Some(row) = self.rows.get(at) {
            if row.hash == hash && self.texts.get(row.start..row.end) == Some(text.as_bytes()) {
                break;
            }
            at = row.before;
        }
        at
    }

    /// Returns the index of the last row in the bucket of a hash.
    fn last(&self, hash: u64) -> usize {
        let last = self.buckets.get(self.bucket(hash));
        last.copied().unwrap_or(NONE)
    }

    fn add(&mut self, text: &str, hash: u64, number: usize) {
        if self.rows.len() == self.buckets.len() {
            self.grow();
        }
        let start = self.texts.len();
        self.texts.extend_from_slice(text.as_bytes());
        let row = Row {
            hash,
            start,
            end: self.texts.len(),
            number,
            before: self.last(hash),
        };
        self.put(hash, self.rows.len());
        self.rows.push(row);
    }

    /// Doubles the number of buckets.
    fn grow(&mut self) {
        self.buckets = vec![NONE; FEW.max(2 * self.buckets.len())];
        for at in 0..self.rows.len() {
            let hash = self.rows[at].hash;
            self.rows[at].before = self.last(hash);
            self.put(hash, at);
        }
    }

    /// Makes a row the last in its bucket.
    fn put(&mut self, hash: u64, at: usize) {
        let bucket = self.bucket(hash);
        if let Some(last) = self.buckets.get_mut(bucket) {
            *last = at;
        }
    }

    /// Returns the index of the bucket of a hash, whose highest bits depend on all others.
    #[allow(clippy::cast_possible_truncation)]
    fn bucket(&self, hash: u64) -> usize {
        let count = self.buckets.len() as u128;
        ((u128::from(hash) * count) >> 64) as usize
    }
}

fn hash(text: &str) -> u64 {
    error_catalog_core::hash::hash(0, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn each_text_has_the_number_that_it_was_given() {
        let mut table = Table::default();
        assert_eq!(table.get(""), None);
        for number in 0..1_000 {
            assert_eq!(table.set(&"x".repeat(number), number), None);
            assert_eq!(table.set(&number.to_string(), number), None);
            assert_eq!(table.known(&format!("{number:020}"), number), None);
        }
        for number in 0..1_000 {
            assert_eq!(table.get(&"x".repeat(number)), Some(number));
            assert_eq!(table.set(&number.to_string(), 0), Some(number));
            assert_eq!(table.known(&format!("{number:020}"), 0), Some(number));
        }
        assert_eq!(table.get("7"), Some(0));
        assert_eq!(table.get("xé"), None);
    }
}
