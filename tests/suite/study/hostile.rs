//! No study file, however mangled, panics the program, and every span of every diagnostic lies in its file.
use super::checked::check;
use bab4::diagnostics::{Place, emit};
use bab4::language::Language;
use proptest::prelude::*;

const STUDIES: [&str; 4] = [
    include_str!("../../studies/1-semarang-thesis.yaml"),
    include_str!("../../studies/2-berakhlak-second-order.yaml"),
    include_str!("../../studies/4-moderation-controls.yaml"),
    include_str!("../../studies/6-skm-one-agency.yaml"),
];

/// Pieces that mean something to YAML, to the decoder or to the claims.
const PIECES: [&str; 28] = [
    ": ",
    "\t",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "*a",
    "&a ",
    "!b ",
    "%",
    "@",
    "#",
    "\n",
    "  ",
    "->",
    "&",
    "<->",
    "~",
    "é",
    "\u{E000}",
    "null",
    "true",
    "-1",
    "9999999999999999999",
    ",",
];

fn survives(text: &str) -> Result<(), TestCaseError> {
    let checked = check(text);
    for diagnostic in checked.diagnostics.iter() {
        let places = diagnostic.labels.iter().map(|label| &label.place).chain(&diagnostic.place);
        for place in places {
            let Place::Span(span) = place else { continue };
            let file = &checked.sources.get(span.file).unwrap().text;
            prop_assert!(file.get(span.start..span.end).is_some(), "{diagnostic:?} in {text:?}");
        }
        prop_assert!(!diagnostic.message.id.is_empty() && !diagnostic.message.en.is_empty());
    }
    for language in Language::ALL {
        prop_assert!(checked.diagnostics.is_empty() || !emit::human(&checked.diagnostics, &checked.sources, language).is_empty());
    }
    // No study without a clean bill, and no silence without a study.
    prop_assert_eq!(checked.study.is_none(), checked.diagnostics.has_errors());
    Ok(())
}

fn boundary(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at % (text.len() + 1))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mangled_studies(study in 0..STUDIES.len(), edits in proptest::collection::vec((any::<usize>(), 0..12usize, 0..PIECES.len()), 1..4)) {
        let mut text = STUDIES[study].to_owned();
        for (at, cut, piece) in edits {
            let from = boundary(&text, at);
            let to = text.floor_char_boundary((from + cut).min(text.len()));
            text.replace_range(from..to.max(from), PIECES[piece]);
        }
        survives(&text)?;
    }

    #[test]
    fn moved_and_repeated_lines(study in 0..STUDIES.len(), moves in proptest::collection::vec((any::<usize>(), any::<usize>()), 1..5)) {
        let mut lines: Vec<&str> = STUDIES[study].lines().collect();
        for (from, to) in moves {
            let line = lines[from % lines.len()];
            lines.insert(to % lines.len(), line);
        }
        survives(&lines.join("\n"))?;
    }

    #[test]
    fn values_of_another_kind(study in 0..STUDIES.len(), line in any::<usize>(), value in 0..9usize) {
        let values = ["", "[]", "{}", "[a, [b, {c: d}]]", "{ id: a, en: b }", "-0", "1.5", "true", "{ a: { b: { c: [1] } } }"];
        let mut lines: Vec<String> = STUDIES[study].lines().map(str::to_owned).collect();
        let line = line % lines.len();
        if let Some((key, _)) = lines[line].split_once(": ") {
            lines[line] = format!("{key}: {}", values[value]);
        }
        survives(&lines.join("\r\n"))?;
    }
}
