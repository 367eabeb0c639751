//! Any text as a study file: parsed, checked, its messages written.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    bab4_fuzz::declare(text);
});
