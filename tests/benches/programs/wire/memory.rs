//! Prints allocations.

use allocation_counter::measure;
use error_catalog::{decode, Response};
use PACKAGE::{corpus, matching, Message};

fn main() {
    decoding();
    ready();
}

/// Prints the mean number of allocations to read a response, and how many of them the result keeps.
fn decoding() {
    let known = corpus::message_bodies().into_iter().map(String::from);
    let known: Vec<String> = known.collect();
    let unknown = known.iter().map(|body| body.replacen('_', "-", 1)).collect();
    let foreign = vec![String::from("<h1>Bad Gateway</h1>")];
    for (what, bodies) in [("known code", known), ("unknown code", unknown), ("foreign", foreign)] {
        let (mut total, mut kept) = (0, 0);
        for body in &bodies {
            let mut decoded = None;
            let counted = measure(|| decoded = Some(decode::<Message>(Response::new(400, body))));
            total += counted.count_total;
            kept += counted.count_current;
            drop(decoded);
        }
        let mean = |count: f64| count / bodies.len() as f64;
        println!("{what}\terror-catalog\t{}", mean(total as f64));
        println!("{what}\tkept\t{}", mean(kept as f64));
    }
}

/// Prints the memory for matching: when it is ready, and after all messages.
fn ready() {
    let messages = corpus::messages();
    let texts = || messages.iter().map(|message| &*message.text);
    report("error-catalog", || (), |()| {
        texts().for_each(|text| drop(matching::META.recognize(text, None)));
    });
    report("captures", matching::regexes, |regexes| {
        for message in &messages {
            regexes[usize::from(message.index)].captures(&message.text);
        }
    });
    report("RegexSet", || (matching::set(), matching::regexes()), |(set, regexes)| {
        texts().for_each(|text| drop(matching::first(set, regexes, text)));
    });
    report("RegexSet, 64 MiB", || (matching::large_set(), matching::regexes()), |(set, regexes)| {
        texts().for_each(|text| drop(matching::first(set, regexes, text)));
    });
}

fn report<T>(way: &str, make: impl FnOnce() -> T, mut run: impl FnMut(&T)) {
    let mut made = None;
    let built = measure(|| made = Some(make()));
    println!("ready KiB\t{way}\t{}", built.bytes_current / 1024);
    if let Some(made) = &made {
        let used = measure(|| run(made));
        println!("used KiB\t{way}\t{}", (built.bytes_current + used.bytes_current) / 1024);
    }
}
