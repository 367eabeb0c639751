//! The program for SPSS (and PSPP).

use super::{DATA_FILE, can_be_written, chains, columns, scored};
use crate::study::Study;
use crate::study::variable::ScoreBy;
use std::fmt::Write;

/// Words that SPSS keeps for itself.
const RESERVED: [&str; 13] = ["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"];

/// The longest line written.
const WIDTH: usize = 90;

/// The program.
pub(super) fn program(study: &Study) -> String {
    let mut out = String::from("* Menghitung ulang angka bab ini dari jawaban responden (sesudah pembalikan butir).\n");
    let _ = writeln!(out, "* Recomputes the numbers of this chapter from the answers (after reverse keying).\n");
    let _ = writeln!(out, "GET DATA /TYPE=TXT /FILE='{DATA_FILE}' /ARRANGEMENT=DELIMITED /DELIMITERS=',' /FIRSTCASE=2");
    let columns: Vec<String> = columns(study).into_iter().map(|code| format!("{} F12.6", name(code))).collect();
    let _ = writeln!(out, "  /VARIABLES={}.\n", wrapped(&columns));
    for (code, items, by) in scored(study) {
        let terms: Vec<String> =
            items.iter().enumerate().map(|(at, item)| format!("{}{}", if at > 0 { "+ " } else { "" }, name(item))).collect();
        let sum = wrapped(&terms);
        let _ = match by {
            Some(ScoreBy::Sum) => writeln!(out, "COMPUTE {}={sum}.", name(code)),
            Some(ScoreBy::Mean) => writeln!(out, "COMPUTE {}=({sum})/{}.", name(code), items.len()),
            None => writeln!(out, "* {code}: skornya tersedia dalam tabel jawaban."),
        };
    }
    out.push_str("EXECUTE.\n\n* Uji instrumen / instrument tests.\n");
    for (code, items, _) in scored(study).filter(|(_, items, _)| items.len() > 1) {
        let items: Vec<String> = items.iter().map(|item| name(item)).collect();
        let _ = writeln!(out, "RELIABILITY /VARIABLES={}\n  /SCALE('{code}') ALL /MODEL=ALPHA /SUMMARY=TOTAL.", wrapped(&items));
    }
    let all: Vec<String> = study.variables.keys().map(|code| name(code)).collect();
    let _ = writeln!(out, "\nDESCRIPTIVES /VARIABLES={} /STATISTICS=MEAN STDDEV MIN MAX.", wrapped(&all));
    let _ = writeln!(out, "CORRELATIONS /VARIABLES={}.", wrapped(&all));
    for regression in &study.regressions {
        let shown = format!("{} <- {}", regression.outcome, regression.predictors.join(", "));
        if !can_be_written(study, regression) {
            let _ = writeln!(out, "\n* {shown}: memuat karakteristik atau dimensi, yang tidak ada dalam tabel jawaban.");
            continue;
        }
        let predictors: Vec<String> = regression.predictors.iter().map(|predictor| name(predictor)).collect();
        let predictors = wrapped(&predictors);
        let (outcome, own) = (name(&regression.outcome), plain(&regression.name));
        let _ = writeln!(out, "\n* {shown}.");
        let _ = writeln!(
            out,
            "REGRESSION /STATISTICS=COEFF R ANOVA TOL CI(95)\n  /DEPENDENT={outcome}\n  /METHOD=ENTER {predictors}\n  /SAVE RESID(RES_{own})."
        );
        let _ = writeln!(out, "NPAR TESTS /K-S(NORMAL)=RES_{own}.");
        let _ = writeln!(out, "COMPUTE ABS_{own}=ABS(RES_{own}).\nEXECUTE.");
        let _ = writeln!(out, "REGRESSION /STATISTICS=COEFF R ANOVA\n  /DEPENDENT=ABS_{own}\n  /METHOD=ENTER {predictors}.");
    }
    if !chains(study).is_empty() {
        out.push_str("\n* Pengaruh tidak langsung: hasil kali koefisien di atas; interval bootstrap dihitung oleh sintaks R.\n");
        out.push_str("* Indirect effects: products of the coefficients above; the syntax for R has their bootstrap intervals.\n");
    }
    out
}

/// A name that SPSS takes.
fn name(code: &str) -> String {
    match RESERVED.iter().any(|word| word.eq_ignore_ascii_case(code)) {
        true => format!("{code}_"),
        false => code.to_owned(),
    }
}

/// A part of a name.
fn plain(code: &str) -> String {
    code.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// Words on lines that are not too long.
fn wrapped(words: &[String]) -> String {
    let mut out = String::new();
    let mut width = 0;
    for word in words {
        if width + word.len() + 1 > WIDTH {
            out.push_str("\n    ");
            width = 4;
        } else if !out.is_empty() {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += word.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_reserved_names_are_changed() {
        let words: Vec<String> = (0..40).map(|i| format!("X{i}")).collect();
        assert!(wrapped(&words).lines().all(|line| line.len() <= WIDTH + 4));
        assert_eq!(wrapped(&words).split_whitespace().count(), 40);
        assert_eq!((name("To"), name("X1.1"), plain("X.BP")), ("To_".to_owned(), "X1.1".to_owned(), "X_BP".to_owned()));
    }
}
