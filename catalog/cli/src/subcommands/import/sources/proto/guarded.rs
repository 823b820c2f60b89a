//! Runs the parser of Protobuf, which panics at some invalid files.

use std::panic;
use std::sync::Once;
use std::thread;

/// The name of the thread that the parser runs in.
const NAME: &str = "protobuf";

/// Returns what the function returns; `None` if it panics.
pub(super) fn guarded<T: Send>(function: impl FnOnce() -> T + Send) -> Option<T> {
    static SILENT: Once = Once::new();
    SILENT.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(NAME) {
                before(info);
            }
        }));
    });
    thread::scope(|scope| {
        let thread = thread::Builder::new().name(NAME.to_owned());
        thread.spawn_scoped(scope, function).ok()?.join().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_panic_is_no_result() {
        assert_eq!(guarded(|| 1), Some(1));
        assert_eq!(guarded(|| -> u8 { panic!("no") }), None);
    }
}
