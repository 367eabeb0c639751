//! Proposals for files as students have them; every study file written must be YAML that holds what was proposed.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::diagnostics::{Code, FileId};
use crate::language::Language;
use crate::study::node::{Node, NodeKind, parse};

fn of(csv: &str) -> Proposal {
    let mut diagnostics = Diagnostics::default();
    let proposal = propose("jawaban.csv", csv.as_bytes(), &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    proposal.unwrap()
}

fn child<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    match &node.kind {
        NodeKind::Map(entries) => entries.iter().find(|(name, _)| name.value == key).map(|(_, node)| node),
        _ => None,
    }
}

fn keys(node: &Node) -> Vec<&str> {
    match &node.kind {
        NodeKind::Map(entries) => entries.iter().map(|(name, _)| name.value.as_str()).collect(),
        _ => Vec::new(),
    }
}

fn length(node: &Node) -> usize {
    match &node.kind {
        NodeKind::List(list) => list.len(),
        _ => 0,
    }
}

/// The written file in both languages is YAML with only declared keys and as many indicators as items.
fn check_yaml(proposal: &Proposal) {
    for language in Language::ALL {
        let text = to_yaml(proposal, language);
        let root = parse(&text, FileId(0)).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let known =
            ["title", "author", "institution", "object", "language", "subjects", "data", "scale", "respondents", "variables"];
        assert!(keys(&root).iter().all(|key| known.contains(key)), "{text}");
        let written = child(&root, "variables").unwrap();
        for variable in &proposal.variables {
            let node = child(written, &variable.code).unwrap();
            assert_eq!(length(child(node, "indicators").unwrap()), variable.items.len(), "{text}");
        }
        let respondents = child(&root, "respondents");
        assert_eq!(respondents.map_or(0, |node| keys(node).len()), proposal.characteristics.len());
        // Uncommented, the hypotheses are YAML too.
        let (before, hypotheses) = text.split_once("# hypotheses:").unwrap();
        parse(&format!("{before}hypotheses:{}", hypotheses.replace("\n#   H", "\n  H")), FileId(0)).unwrap();
    }
}

fn variable_codes(proposal: &Proposal) -> Vec<(&str, usize)> {
    proposal.variables.iter().map(|variable| (variable.code.as_str(), variable.items.len())).collect()
}

#[test]
fn the_semarang_file_yields_its_four_variables_and_four_characteristics() {
    let proposal = of(include_str!("../../../examples/disnaker-semarang/responses.csv"));
    assert_eq!(variable_codes(&proposal), [("X1", 9), ("X2", 6), ("Y1", 9), ("Y2", 10)]);
    assert!(proposal.variables.iter().all(|variable| variable.columns == ProposedColumns::ByCode && !variable.guessed));
    assert_eq!(proposal.scale.as_ref().map(|scale| (scale.min, scale.max)), Some((1, 5)));
    assert_eq!(proposal.rows, 68);
    let names: Vec<&str> = proposal.characteristics.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["Jenis Kelamin", "Umur", "Pendidikan", "Lama Bekerja"]);
    assert_eq!(proposal.characteristics[2].order, ["Tamat SMA/SMK", "Tamat Diploma", "Tamat Sarjana", "Tamat Pasca Sarjana"]);
    assert_eq!(proposal.skipped, [("no".to_owned(), SkipReason::RunningNumber)]);
    check_yaml(&proposal);
}

fn rows(header: &str, count: usize, row: impl Fn(usize) -> String) -> String {
    let mut text = format!("{header}\n");
    for number in 0..count {
        text.push_str(&row(number));
        text.push('\n');
    }
    text
}

#[test]
fn a_form_with_whole_questions_is_divided_by_its_grids() {
    let header = "Cap waktu,Alamat email,Nama Lengkap,Jenis kelamin Anda,Usia (tahun),\"Motivasi [Saya ingin, sangat, maju]\",Motivasi [Saya \"\"suka\"\" tantangan],Disiplin [Saya hadir tepat waktu],Disiplin [Saya taat: selalu],Saran Anda";
    let words = ["Setuju", "Sangat Setuju", "Netral", "Tidak Setuju"];
    let csv = rows(&header.replace("Saya \"\"suka\"\" tantangan", "Saya suka tantangan"), 40, |n| {
        format!(
            "2025/06/{:02} 10:{n:02}:00,a{n}@b.id,Budi {n},{},{},{},{},{},{},saran nomor {n}",
            n % 28 + 1,
            ["Laki-laki", "Perempuan"][n % 2],
            21 + n,
            words[n % 4],
            words[(n + 1) % 4],
            words[(n / 2) % 4],
            words[(n / 3) % 4],
        )
    });
    let proposal = of(&csv);
    assert_eq!(variable_codes(&proposal), [("X1", 2), ("X2", 2)]);
    assert_eq!(proposal.variables[0].name.as_deref(), Some("Motivasi"));
    assert_eq!(proposal.variables[0].columns, ProposedColumns::Range("F:G".to_owned()));
    assert_eq!(proposal.variables[0].items[0], ProposedItem::Statement("Saya ingin, sangat, maju".to_owned()));
    let scale = proposal.scale.as_ref().unwrap();
    assert_eq!((scale.max, scale.labels[0].as_str()), (5, "Sangat Tidak Setuju"));
    assert_eq!(proposal.characteristics.len(), 2);
    assert_eq!(proposal.characteristics[1].classes, [20.0, 30.0, 40.0, 50.0, 60.0], "21 to 60 years");
    let skipped: Vec<SkipReason> = proposal.skipped.iter().map(|(_, reason)| *reason).collect();
    assert_eq!(skipped, [SkipReason::Timestamp, SkipReason::Private, SkipReason::Private, SkipReason::FreeText]);
    check_yaml(&proposal);
    let text = to_yaml(&proposal, Language::Id);
    assert!(!text.contains("Budi") && !text.contains("a1@b.id"), "nothing private is written");
}

#[test]
fn questions_without_grids_are_one_guessed_variable_to_divide() {
    let csv = rows("Saya datang tepat waktu;Saya menaati \"peraturan\": kantor\\dinas;Saya jarang absen", 30, |n| {
        format!("{};{};{}", n % 4 + 2, n % 3 + 3, n % 5 + 1)
    });
    let proposal = of(&csv);
    assert_eq!(variable_codes(&proposal), [("X1", 3)]);
    assert!(proposal.variables[0].guessed);
    assert_eq!(proposal.variables[0].columns, ProposedColumns::Range("A:C".to_owned()));
    check_yaml(&proposal);
}

#[test]
fn other_code_styles_keep_their_headers() {
    let csv = rows("KOM1,KOM2,KOM3,X_1,X_2,P1 Saya rajin,P2 Saya teliti,TOTAL_KOM,nilai", 30, |n| {
        format!("{0},{0},{0},{0},{0},{0},{0},{1},{2}", n % 5 + 1, (n % 5 + 1) * 3, 60 + n)
    });
    let proposal = of(&csv);
    assert_eq!(variable_codes(&proposal), [("KOM", 3), ("X", 2), ("P", 2)]);
    let columns: Vec<&ProposedColumns> = proposal.variables.iter().map(|variable| &variable.columns).collect();
    assert_eq!(*columns[0], ProposedColumns::Pattern("KOM{i}".to_owned()));
    assert_eq!(*columns[1], ProposedColumns::ByCode);
    assert_eq!(*columns[2], ProposedColumns::Headers(vec!["P1 Saya rajin".to_owned(), "P2 Saya teliti".to_owned()]));
    assert!(proposal.skipped.contains(&("nilai".to_owned(), SkipReason::Number)));
    assert!(proposal.skipped.contains(&("TOTAL_KOM".to_owned(), SkipReason::Total)));
    check_yaml(&proposal);
    let run_together = rows("X11,X12,X13,X21,X22,Y1,Y2", 30, |n| format!("{0},{0},{0},{0},{0},{0},{0}", n % 5 + 1));
    assert_eq!(variable_codes(&of(&run_together)), [("Y", 2), ("X1", 3), ("X2", 2)]);
}

#[test]
fn figures_for_words_ask_for_their_meaning() {
    let csv = rows("jk,X.1,X.2", 20, |n| format!("{},{},{}", n % 2 + 1, n % 5 + 1, n % 3 + 1));
    let proposal = of(&csv);
    assert!(proposal.characteristics[0].coded);
    assert!(to_yaml(&proposal, Language::Id).contains("\"1\": \"[LENGKAPI: arti 1]\""));
    check_yaml(&proposal);
}

#[test]
fn a_file_without_items_still_gives_a_study_file() {
    let proposal = of("kota;nilai\nA;1000\nB;2000\nC;3500\n");
    assert!(proposal.variables.is_empty());
    for language in Language::ALL {
        parse(&to_yaml(&proposal, language), FileId(0)).unwrap();
    }
}

#[test]
fn files_that_cannot_be_read_say_why() {
    for (bytes, code) in [(b"".as_slice(), Code::DataEmpty), (b"a,b\n", Code::DataEmpty), (b"%PDF", Code::DataUnreadable)] {
        let mut diagnostics = Diagnostics::default();
        assert!(propose("a.csv", bytes, &mut diagnostics).is_none());
        assert_eq!(diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(), [code]);
    }
}

#[test]
fn the_starter_is_yaml_with_every_required_key() {
    for language in Language::ALL {
        let text = starter_yaml(language);
        let root = parse(&text, FileId(0)).unwrap();
        for key in ["title", "data", "variables", "scale", "respondents"] {
            assert!(child(&root, key).is_some(), "{key}");
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_the_headers_the_study_file_is_yaml(headers in proptest::collection::vec("[ -~é\u{a0}\u{85}\u{e000}«#]{1,20}", 2..6), answers in proptest::collection::vec("[1-5]|Setuju|Tidak Setuju|[a-z:#'{}\\[\\]*&!|>%@`]{1,6}", 1..6)) {
        let quoted: Vec<String> = headers.iter().map(|header| format!("\"{}\"", header.replace('"', "\"\""))).collect();
        let count = headers.len();
        let csv = rows(&quoted.join(","), 8, |n| (0..count).map(|c| format!("\"{}\"", answers[(n + c) % answers.len()])).collect::<Vec<_>>().join(","));
        let mut diagnostics = Diagnostics::default();
        if let Some(proposal) = propose("a.csv", csv.as_bytes(), &mut diagnostics) {
            check_yaml(&proposal);
        }
    }
}

/// Rows of a grid stay items when one answer is typed otherwise; open questions are no characteristics; ages come with their unit.
#[test]
fn a_form_as_people_fill_it_in() {
    let words = ["1 - Sangat Tidak Setuju", "2 - Tidak Setuju", "3 - Kurang Setuju", "4 - Setuju", "5 - Sangat Setuju"];
    let odd = ["SS", "4", " setuju ", "Sangat setuju", "setujuu"];
    let mut csv = String::from("Jenis Kelamin,Umur,A. BEBAN KERJA [1. Saya sibuk],A. BEBAN KERJA [2. Saya lelah]");
    csv.push_str(",B. STRES [a],B. STRES [b],B. STRES [c],Saran dan masukan\n");
    for row in 0..40usize {
        let said = |item: usize| words[(row * (item + 2) + row / 5) % 5];
        // One answer typed otherwise in each column but the last.
        let typed = |item: usize| if row == item + 3 && item < odd.len() { odd[item] } else { said(item) };
        let sex = ["Laki-laki", "Perempuan", "laki-laki "][row % 3];
        let advice = if row % 4 == 0 { "-" } else { "sudah baik" };
        let age = format!("{}{}", 21 + row % 30, ["", " tahun", " th"][row % 3]);
        let items: Vec<&str> = (0..5).map(typed).collect();
        csv.push_str(&format!("{sex},{age},{},{advice}\n", items.join(",")));
    }
    let proposal = of(&csv);
    let groups: Vec<(Option<&str>, usize)> =
        proposal.variables.iter().map(|variable| (variable.name.as_deref(), variable.items.len())).collect();
    assert_eq!(groups, [(Some("Beban Kerja"), 2), (Some("Stres"), 3)]);
    let scale = proposal.scale.unwrap();
    assert_eq!((scale.min, scale.max, scale.labels[2].as_str()), (1, 5, "Kurang Setuju"));
    let profile: Vec<(&str, usize, usize)> =
        proposal.characteristics.iter().map(|found| (found.name.as_str(), found.order.len(), found.classes.len())).collect();
    assert_eq!(profile, [("Jenis Kelamin", 2, 0), ("Umur", 0, 4)]);
    assert_eq!(proposal.skipped, [("Saran dan masukan".to_owned(), SkipReason::FreeText)]);
}
