//! Panics of the libraries that read damaged files: caught, and without a word on the user's terminal.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// Runs `read`; `None` when it panicked. What it has made half is lost with it; other threads' panics are reported as ever.
pub fn catch<T>(read: impl FnOnce() -> T) -> Option<T> {
    HOOK.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |panic| {
            if !QUIET.with(Cell::get) {
                before(panic);
            }
        }));
    });
    let outer = QUIET.with(|quiet| quiet.replace(true));
    let made = catch_unwind(AssertUnwindSafe(read)).ok();
    QUIET.with(|quiet| quiet.set(outer));
    made
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]
    use super::*;

    #[test]
    fn a_panic_is_nothing_and_a_value_is_itself() {
        assert_eq!(catch(|| -> u8 { panic!("damaged") }), None);
        assert_eq!(catch(|| 4), Some(4));
        assert!(!QUIET.with(Cell::get));
    }
}
