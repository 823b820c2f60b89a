//! Prints the errors, or how long it takes to use them.

mod all;
mod surface;

use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;
use PACKAGE::Error;

/// How many errors one pass uses, and how many passes are measured.
const PICKED: usize = 8192;
const PASSES: usize = 15;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let errors = all::all();
    match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["dump"] => dump(&errors),
        ["time"] => each(&errors, "", &mut |name, pass| {
            println!("{name} {}", time(pass))
        }),
        ["count", operation, passes] => {
            let passes: usize = passes.parse().unwrap();
            each(&errors, operation, &mut |_, pass| {
                (0..passes).for_each(|_| pass())
            });
        }
        _ => panic!("{arguments:?}"),
    }
}

fn dump(errors: &[Error]) {
    for error in errors {
        let code = surface::code(error);
        assert!(surface::find(&code) == Some(error.kind()), "{code}");
        assert!(surface::find_with_status(&code, surface::status(error)) == Some(error.kind()));
        assert!(surface::find(&miss(&code)).is_none(), "{code}");
        assert_eq!(surface::message(error), error.to_string());
        println!("{code}\t{}\t{error}", surface::status(error));
    }
}

/// Returns a code that differs only in its last character.
fn miss(code: &str) -> String {
    format!("{}x", &code[..code.len() - 1])
}

/// Nanoseconds per operation.
fn time(pass: &mut dyn FnMut()) -> f64 {
    pass();
    let mut times: Vec<f64> = (0..PASSES)
        .map(|_| {
            let start = Instant::now();
            pass();
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[PASSES / 2] * 1e9 / PICKED as f64
}

/// Calls `visit` with every operation, or the one of this name.
fn each(errors: &[Error], only: &str, visit: &mut dyn FnMut(&str, &mut dyn FnMut())) {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let picked: Vec<&Error> = (0..PICKED)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            &errors[(state >> 33) as usize % errors.len()]
        })
        .collect();
    let hits: Vec<String> = picked.iter().map(|error| surface::code(error)).collect();
    let misses: Vec<String> = hits.iter().map(|code| miss(code)).collect();
    let statuses: Vec<u16> = picked.iter().map(|error| surface::status(error)).collect();
    let mut text = String::with_capacity(1024);
    let mut visit = |name: &str, pass: &mut dyn FnMut()| {
        if only.is_empty() || only == name {
            visit(name, pass);
        }
    };
    visit("display", &mut || {
        for error in &picked {
            text.clear();
            write!(text, "{error}").unwrap();
            black_box(&text);
        }
    });
    visit("to_string", &mut || {
        for error in &picked {
            black_box(error.to_string());
        }
    });
    visit("message", &mut || {
        for error in &picked {
            black_box(surface::message(error));
        }
    });
    visit("hit", &mut || {
        for code in &hits {
            black_box(surface::find(code));
        }
    });
    visit("hit_with_status", &mut || {
        for (code, status) in hits.iter().zip(&statuses) {
            black_box(surface::find_with_status(code, *status));
        }
    });
    visit("miss", &mut || {
        for code in &misses {
            black_box(surface::find(code));
        }
    });
    visit("status", &mut || {
        for error in &picked {
            black_box(surface::status(error));
        }
    });
    visit("kind", &mut || {
        for error in &picked {
            black_box(error.kind());
        }
    });
}
