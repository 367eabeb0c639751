//! The program for SPSS, which PSPP runs too; what PSPP does otherwise or not at all is said where it is.

use super::claims::Test;
use super::plan::{Column, Composite, Fit, Plan};
use super::{DATA_FILE, PILOT_FILE, spss_claims, wrapped};
use crate::study::Study;
use crate::study::settings::ValidityMethod;
use std::fmt::Write;

/// The program.
pub(super) fn program(study: &Study, plan: &Plan) -> String {
    let mut out = String::new();
    remark(
        &mut out,
        "Menghitung ulang skor, uji instrumen, regresi, dan uji hipotesis bab ini dari jawaban responden sesudah pembalikan butir. Jalankan di folder berkas ini (perintah CD).",
        "Recomputes scores, instrument tests, regressions and tests of hypotheses from the answers after reverse keying. Run it in the folder of this file (command CD).",
    );
    if !plan.fits.is_empty() {
        remark(
            &mut out,
            "PSPP: tulis /SAVE RESID sebagai ganti /SAVE RESID(nama), lalu RENAME VARIABLES (RES1=nama).",
            "PSPP: write /SAVE RESID for /SAVE RESID(name), then RENAME VARIABLES (RES1=name).",
        );
    }
    out.push_str("SET DECIMAL=DOT.\n");
    get_data(DATA_FILE, &plan.columns, &mut out);
    for column in plan.columns.iter().filter(|column| !column.labels.is_empty()) {
        let labels: Vec<String> =
            column.labels.iter().enumerate().map(|(position, label)| format!("{} {}", position + 1, text(label))).collect();
        let _ = writeln!(out, "VALUE LABELS {} {}.", column.name, wrapped(&labels, ""));
    }
    for code in &plan.given {
        let _ = writeln!(out, "* {code}: skornya tersedia dalam tabel jawaban / its score is in the table of answers.");
    }
    for code in &plan.dropped {
        let _ = writeln!(out, "* {code}: tidak valid, tidak ikut dalam skor / not valid, not in the score.");
    }
    plan.composites.iter().for_each(|composite| score(composite, &mut out));
    for dummy in &plan.dummies {
        let _ = writeln!(out, "COMPUTE {}=({}={}).", dummy.name, dummy.of, dummy.equals);
    }
    out.push_str("EXECUTE.\n");
    if plan.pilot.is_empty() {
        instrument(study, plan, &mut out);
    }
    let names: Vec<String> = plan.variables.iter().map(|(_, name)| name.clone()).collect();
    if !names.is_empty() {
        let _ = writeln!(out, "\nDESCRIPTIVES /VARIABLES={} /STATISTICS=MEAN STDDEV MIN MAX.", wrapped(&names, ""));
    }
    let wholes = plan.variables.iter().filter(|(code, _)| !code.contains('.'));
    let wholes: Vec<String> = wholes.map(|(_, name)| name.clone()).collect();
    if wholes.len() > 1 {
        let _ = writeln!(out, "CORRELATIONS /VARIABLES={}.", wrapped(&wholes, ""));
    }
    let (products, others): (Vec<&Test>, Vec<&Test>) = plan.tests.iter().partition(|test| test.is_product());
    if let Some(kept) = &plan.kept {
        // PSPP saves residuals of all cases whatever the filter, so the outliers go for good, after what is tested with them.
        spss_claims::claims(study, plan, &others, &mut out);
        out.push('\n');
        remark(&mut out, "Regresi tanpa pencilan.", "Regressions without outliers.");
        let _ = writeln!(out, "SELECT IF ({kept}=1).\nEXECUTE.");
        plan.fits.iter().for_each(|fit| regression(fit, &mut out));
        spss_claims::claims(study, plan, &products, &mut out);
    } else {
        plan.fits.iter().for_each(|fit| regression(fit, &mut out));
        spss_claims::claims(study, plan, &plan.tests.iter().collect::<Vec<_>>(), &mut out);
    }
    spss_claims::indirect(plan, &mut out);
    for name in &plan.absent {
        let _ = writeln!(
            out,
            "\n* {}: tidak dapat dihitung dari data ini / cannot be computed from these data.",
            plain(name).replace('.', "_")
        );
    }
    if !plan.pilot.is_empty() {
        // Last, because it takes the place of the survey's answers.
        out.push('\n');
        remark(&mut out, "Uji instrumen pada data uji coba.", "Instrument tests on the answers of the try-out.");
        get_data(PILOT_FILE, &plan.pilot, &mut out);
        instrument(study, plan, &mut out);
    }
    out
}

/// Reads a table of answers.
fn get_data(file: &str, columns: &[Column], out: &mut String) {
    let _ = writeln!(out, "GET DATA /TYPE=TXT /FILE='{file}' /ARRANGEMENT=DELIMITED /DELIMITERS=',' /FIRSTCASE=2");
    let format = |column: &Column| {
        let whole = column.values.iter().flatten().all(|value| value.fract() == 0.0);
        format!("{} {}", column.name, if whole { "F8.0" } else { "F20.10" })
    };
    let _ = writeln!(out, "  /VARIABLES={}.\n", wrapped(&columns.iter().map(format).collect::<Vec<String>>(), ""));
}

/// A remark in both languages. A comment of SPSS ends with a period at the end of a line or with an empty line.
pub(super) fn remark(out: &mut String, id: &str, en: &str) {
    for words in [id, en] {
        // Each line begins as a comment, whether the one before has ended it or not.
        let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
        let _ = writeln!(out, "* {}", wrapped(&words, "").replace("\n    ", "\n* "));
    }
}

/// A heading in the output.
pub(super) fn heading(out: &mut String, words: &str) {
    let _ = writeln!(out, "\nECHO {}.", text(words));
}

fn score(composite: &Composite, out: &mut String) {
    let one = |value: f64| (value - 1.0).abs() < f64::EPSILON;
    let parts = composite.parts.iter().enumerate().map(|(position, (part, weight))| {
        let weight = if one(*weight) { String::new() } else { format!("{weight}*") };
        format!("{}{weight}{part}", if position > 0 { "+ " } else { "" })
    });
    let mut sum = wrapped(&parts.collect::<Vec<_>>(), "");
    for (value, sign) in [(composite.divisor, "/"), (composite.times, "*")] {
        if !one(value) {
            sum = format!("({sum}){sign}{value}");
        }
    }
    let _ = writeln!(out, "COMPUTE {}={sum}.", composite.name);
}

fn instrument(study: &Study, plan: &Plan, out: &mut String) {
    if plan.scales.is_empty() {
        return;
    }
    heading(out, "Uji instrumen / instrument tests");
    for scale in &plan.scales {
        let items: Vec<String> = scale.items.iter().map(|(_, name)| name.clone()).collect();
        let items = wrapped(&items, "");
        let _ = writeln!(out, "RELIABILITY /VARIABLES={items}\n  /SCALE({}) ALL /MODEL=ALPHA /SUMMARY=TOTAL.", text(&scale.code));
    }
    if study.analysis.validity_method == ValidityMethod::Pearson {
        remark(out, "Korelasi butir dengan skor total.", "Correlations of the items with their total.");
        for (position, scale) in plan.scales.iter().enumerate() {
            let items: Vec<String> = scale.items.iter().map(|(_, name)| name.clone()).collect();
            let total = format!("TOTAL_{}", position + 1);
            let sum: Vec<String> =
                items.iter().enumerate().map(|(at, item)| format!("{}{item}", if at > 0 { "+ " } else { "" })).collect();
            let _ = writeln!(out, "COMPUTE {total}={}.", wrapped(&sum, ""));
            let _ = writeln!(out, "CORRELATIONS /VARIABLES={} WITH {total}.", wrapped(&items, ""));
        }
    }
}

fn regression(fit: &Fit, out: &mut String) {
    let terms: Vec<String> = fit.terms.iter().map(|(_, column)| column.clone()).collect();
    let terms = wrapped(&terms, "");
    let (outcome, id) = (&fit.outcome, &fit.id);
    // The tolerance of a single predictor is 1; PSPP prints another.
    let tolerance = if fit.terms.len() > 1 { " TOL" } else { "" };
    heading(out, &format!("regressions/{}", fit.name));
    let _ = writeln!(
        out,
        "REGRESSION /STATISTICS=COEFF R ANOVA{tolerance} CI(95)\n  /DEPENDENT={outcome}\n  /METHOD=ENTER {terms}\n  /SAVE RESID(RES_{id})."
    );
    remark(
        out,
        "K-S: SPSS mencetak signifikansi Lilliefors, PSPP yang asimtotik; nilai D sama.",
        "K-S: SPSS prints Lilliefors' significance, PSPP the asymptotic one; D is the same.",
    );
    let _ = writeln!(out, "NPAR TESTS /K-S(NORMAL)=RES_{id}.");
    let _ = writeln!(out, "COMPUTE ABS_{id}=ABS(RES_{id}).");
    let _ = writeln!(out, "REGRESSION /STATISTICS=COEFF R ANOVA\n  /DEPENDENT=ABS_{id}\n  /METHOD=ENTER {terms}.");
    if fit.hc3 {
        remark(
            out,
            "Galat baku HC3 tidak ada dalam REGRESSION; dihitung oleh sintaks R.",
            "REGRESSION has no HC3 standard errors; the syntax for R computes them.",
        );
    }
}

/// A text of the program.
pub(super) fn text(words: &str) -> String {
    format!("'{}'", plain(words).replace('\'', "''"))
}

/// Words on one line.
fn plain(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_and_remarks_are_comments_to_their_end() {
        assert_eq!(text("Jum'at\nSabtu"), "'Jum''at Sabtu'");
        let mut out = String::new();
        remark(&mut out, &"kata ".repeat(40).trim().replace("kata kata", "kata, kata"), "words.");
        assert!(out.lines().count() > 3 && out.lines().all(|line| line.starts_with("* ") && line.len() <= 96), "{out}");
    }
}
