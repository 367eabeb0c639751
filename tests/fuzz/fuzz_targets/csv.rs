//! Any bytes as a data file: read, scored, analyzed, a study proposed for them.
#![no_main]

use bab4::study::Study;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static STUDY: LazyLock<Option<Study>> = LazyLock::new(|| bab4_fuzz::declare(bab4_fuzz::STUDY));

fuzz_target!(|bytes: &[u8]| {
    let Some(study) = &*STUDY else { panic!("the study of the fuzz targets is wrong") };
    bab4_fuzz::observe(study, "responses.csv", bytes);
});
