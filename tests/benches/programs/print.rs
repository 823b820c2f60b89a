//! Prints every error.

#[path = "../run/all.rs"]
mod all;

fn main() {
    for error in all::all() {
        println!("{error}");
    }
}
