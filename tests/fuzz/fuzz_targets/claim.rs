//! Any text as a claim: what is read is what is written, places lie inside the text.
#![no_main]

use bab4::diagnostics::{FileId, Span};
use bab4::study::claim::{ClaimText, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let span = Span { file: FileId(0), start: 10, end: 10 + text.len() };
    for offset in [Some(0), None] {
        match parse(&ClaimText { text: text.to_owned(), span, offset }) {
            Ok(written) => {
                let _ = (written.claim.kind(), written.claim.sign());
                for name in &written.names {
                    assert!(span.start <= name.span.start && name.span.end <= span.end, "{name:?}");
                }
            }
            Err(bad) => drop(format!("{bad:?}")),
        }
    }
});
