//! Prints how long everything takes.

use std::time::Instant;
use PACKAGE::{decode, encode, matching, slopes};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let races = [
        decode::message,
        decode::members,
        decode::unknown,
        encode::message,
        encode::members,
        matching::known,
        matching::unknown,
    ];
    if let [what, way, passes] = &arguments[..] {
        let passes = passes.parse().unwrap();
        races.into_iter().for_each(|race| race().count(what, way, passes));
        return;
    }
    decode::verify();
    matching::verify();
    races.into_iter().for_each(|race| race().run());
    ready();
    slopes::run();
}

/// Prints how long it takes until the first message can be matched.
fn ready() {
    measure("error-catalog", || matching::META);
    measure("captures", matching::regexes);
    measure("RegexSet", || (matching::set(), matching::regexes()));
    measure("RegexSet, 64 MiB", || (matching::large_set(), matching::regexes()));
}

fn measure<T>(way: &str, make: impl FnOnce() -> T) {
    let start = Instant::now();
    let made = make();
    println!("ready ms\t{way}\t{}", start.elapsed().as_secs_f64() * 1e3);
    drop(made);
}
