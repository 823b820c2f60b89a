//! One error of each kind, with owned strings in all fields.

use PACKAGE::Error;

const VALUES: &[&str] = &["VALUES"];

struct Values(usize);

impl Values {
    #[inline(never)]
    fn next<T: From<String>>(&mut self) -> T {
        let value = VALUES[self.0 % VALUES.len()];
        self.0 += 1;
        value.to_owned().into()
    }
}

pub fn all() -> Vec<Error> {
    let mut all = Vec::new();
    let mut values = Values(0);
    // CALLS
    all
}
