//! Any text as a paragraph: sentences, what their numbers are said to be, the tables they cite.
#![no_main]

use bab4::audit::printed::Place;
use bab4::audit::statements::read;
use bab4::audit::tables::raw::Prose;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let prose = [Prose { place: Place::default(), text: text.to_owned() }];
    for mark in [',', '.'] {
        for statement in read(&prose, mark) {
            assert_eq!(statement.sentences.len(), statement.plain.len());
            assert!(statement.mentions.iter().all(|mention| mention.sentence < statement.sentences.len()));
            assert!(statement.mentions.iter().all(|mention| mention.printed.value.is_finite()));
        }
    }
});
