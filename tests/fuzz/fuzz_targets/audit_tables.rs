//! Any bytes as a chapter in each format that is text: tables are found, relations settled, the letter written.
#![no_main]

use bab4::audit::{audit, letter, read};
use bab4::language::Language;
use bab4::render;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["bab.txt", "bab.md", "bab.html", "bab.docx"] {
        if let Ok(chapter) = read::read(bytes, name) {
            let report = audit(&chapter);
            for language in Language::ALL {
                render::markdown::render(&letter::write(&report, name, language));
            }
        }
    }
});
