//! Readings that do not follow, whatever the numbers: a coefficient as a percentage, a joint test with a direction, absence of
//! evidence as evidence of absence, mediation by comparing sizes; references to tables that are not there.

use crate::audit::finding::{Finding, Severity};
use crate::audit::names::plain;
use crate::audit::printed::Place;
use crate::audit::statements::{Said, Statement};
use crate::audit::tables::raw::Parts;
use crate::audit::wording;
use crate::diagnostics::Code;
use crate::language::{Language, Message};

/// Checks the running text.
pub fn check(statements: &[Statement], parts: &Parts, findings: &mut Vec<Finding>) {
    let whole: String = statements.iter().map(Statement::words).collect();
    let tested = [" sobel ", " bootstrap ", " bootstrapping ", " aroian "].iter().any(|word| whole.contains(word));
    for statement in statements {
        for (at, (sentence, words)) in statement.sentences.iter().zip(&statement.plain).enumerate() {
            let mut say = |code: Code, severity: Severity, id: &str, en: &str| {
                let place = Place { row: String::new(), ..statement.place.clone() };
                findings.push(Finding::said(code, severity, place, sentence.clone(), Message::new(id, en)));
            };
            let has = |any: &[&str]| any.iter().any(|word| words.contains(word));
            if as_percent(statement, at, sentence, words) {
                say(
                    Code::EffectAsPercent,
                    Severity::Decision,
                    "koefisien dan pengaruh bukan persentase; yang dapat dibaca sebagai persen variasi hanyalah R²",
                    "coefficients and effects are no percentages; only R² reads as a percentage of variance",
                );
            }
            if has(&[" simultan ", " bersama sama ", " simultaneously "])
                && has(&[" berpengaruh positif ", " pengaruh positif ", " positively "])
                && !has(&[" parsial ", " partially ", " hipotesis ", " h1 "])
            {
                say(
                    Code::JointDirection,
                    Severity::Practice,
                    "uji F tidak berarah: ia tidak dapat menyatakan pengaruh positif",
                    "an F test has no direction: it cannot say that an effect is positive",
                );
            }
            let rule = has(&[
                " jika ",
                " apabila ",
                " bila ",
                " if ",
                " h0 ",
                " ho ",
                " hipotesis nol ",
                " when ",
                " berarti ",
                " tidak berarti ",
            ]);
            if !rule
                && has(&[" tidak ada pengaruh ", " tidak terdapat pengaruh ", " there is no effect ", " has no effect "])
                && has(&[" sig ", " signifikansi ", " t hitung ", " p ", " uji t ", " hasil penelitian "])
            {
                say(
                    Code::NoEffect,
                    Severity::Practice,
                    "tidak signifikan berarti belum terbukti, bukan tidak ada pengaruh",
                    "not significant means not shown, not that there is no effect",
                );
            }
            let larger = has(&[" tidak langsung lebih besar ", " indirect effect is larger ", " indirect effect is greater "]);
            if larger && has(&[" memediasi ", " mediasi ", " intervening ", " mediates "]) && !tested {
                say(
                    Code::MediationUntested,
                    Severity::Decision,
                    "membandingkan besar pengaruh bukan uji mediasi; perlu uji Sobel atau bootstrap",
                    "comparing sizes is no test of mediation; Sobel's test or the bootstrap is needed",
                );
            }
        }
    }
    references(statements, parts, findings);
}

/// `pengaruh … 0,205 (20,5%)`: a percentage that is 100 times an effect of the same sentence.
fn as_percent(statement: &Statement, at: usize, sentence: &str, words: &str) -> bool {
    let effect = [
        " beta ",
        " pengaruh langsung ",
        " pengaruh total ",
        " total pengaruh ",
        " koefisien regresi ",
        " pengaruhnya ",
        " total effect ",
        " koefisien jalur ",
    ]
    .iter()
    .any(|word| words.contains(word));
    let share = [
        " r square ",
        " r2 ",
        " adjusted ",
        " determinasi ",
        " tersalur ",
        " vaf ",
        " dari pengaruh total ",
        " responden ",
        " orang ",
        " sumbangan ",
        " of the total ",
        " interval ",
    ]
    .iter()
    .any(|word| words.contains(word));
    if !effect || share {
        return false;
    }
    statement.said(at, Said::Percent).any(|percent| {
        sentence.split_whitespace().any(|word| {
            let bare = word.trim_matches(['(', ')', ',', ';', '.']);
            crate::audit::printed::Printed::read(bare, percent.mark, Place::default()).is_some_and(|number| {
                !number.percent
                    && number.decimals >= 2
                    && (number.value * 100.0 - percent.value).abs() < 0.051
                    && number.value != 0.0
            })
        })
    })
}

/// Tables that are cited and not there; two tables of one number.
fn references(statements: &[Statement], parts: &Parts, findings: &mut Vec<Finding>) {
    let numbers: Vec<String> = parts.captions.iter().map(|(name, _)| plain(name)).collect();
    let tables = numbers.iter().filter(|name| name.starts_with("tabel")).count();
    if tables < 3 {
        return;
    }
    // Tables of other chapters are cited too: only those of this one's number are looked for.
    let own =
        numbers.iter().filter_map(|name| name.strip_prefix("tabel ")?.split('.').next()).next().unwrap_or_default().to_owned();
    let mut said: Vec<String> = Vec::new();
    for statement in statements {
        for (sentence, table) in &statement.cited {
            let name = plain(table);
            let chapter = name.strip_prefix("tabel ").and_then(|number| number.split('.').next()).unwrap_or_default();
            if chapter == own && name.contains('.') && !numbers.contains(&name) && !said.contains(&name) {
                let place = statement.place.clone();
                let sentence = statement.sentences.get(*sentence).cloned().unwrap_or_default();
                findings.push(Finding::said(
                    Code::TableReference,
                    Severity::Practice,
                    place,
                    sentence,
                    Message::new(
                        format!("{} tidak ada di bab ini", wording::table(table, Language::Id)),
                        format!("there is no {} in this chapter", wording::table(table, Language::En)),
                    ),
                ));
                said.push(name);
            }
        }
    }
    for (at, (name, place)) in parts.captions.iter().enumerate() {
        let name = plain(name);
        let number = name.strip_prefix("tabel ").unwrap_or(&name);
        if name.starts_with("tabel") && numbers.iter().take(at).any(|earlier| *earlier == name) {
            findings.push(Finding::said(
                Code::TableReference,
                Severity::Practice,
                place.clone(),
                name.clone(),
                Message::new(format!("dua tabel bernomor {number}"), format!("two tables have the number {number}")),
            ));
        }
    }
}
