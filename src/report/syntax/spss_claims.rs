//! The tests of hypotheses in the words of SPSS.

use super::claims::{Kind, Test};
use super::plan::{Fit, Plan};
use super::spss::{heading, remark};
use super::wrapped;
use crate::study::Study;
use std::fmt::Write;

/// These tests of a plan.
pub(super) fn claims(study: &Study, plan: &Plan, tests: &[&Test], out: &mut String) {
    for test in tests {
        heading(out, &format!("{}: {}", test.id, test.claim));
        claim(study, plan, test, out);
    }
}

/// What is said of indirect effects.
pub(super) fn indirect(plan: &Plan, out: &mut String) {
    if !plan.paths.is_empty() {
        out.push('\n');
        remark(
            out,
            "Pengaruh tidak langsung: hasil kali koefisien di atas; uji Sobel dan interval bootstrap dihitung oleh sintaks R.",
            "Indirect effects: products of the coefficients above; the syntax for R has Sobel's test and bootstrap intervals.",
        );
        for path in &plan.paths {
            let _ = writeln!(out, "* {}.", path.names.join(" -> "));
        }
    }
}

fn claim(study: &Study, plan: &Plan, test: &Test, out: &mut String) {
    let id = test.id.replace('.', "_");
    let alpha = study.analysis.alpha;
    match &test.kind {
        Kind::Groups { score, by, groups } => match groups.as_slice() {
            [first, second] => {
                let (low, high) = (first.min(second), first.max(second));
                let _ = writeln!(out, "EXAMINE VARIABLES={score} BY {by} /PLOT=NPPLOT /STATISTICS=DESCRIPTIVES.");
                let _ = writeln!(out, "T-TEST GROUPS={by}({first},{second}) /VARIABLES={score}.");
                let _ = writeln!(out, "NPAR TESTS /M-W={score} BY {by}({low} {high}).");
            }
            _ => {
                let (low, high) = (groups.iter().min().unwrap_or(&1), groups.iter().max().unwrap_or(&1));
                let _ = writeln!(out, "EXAMINE VARIABLES={score} BY {by} /PLOT=NPPLOT /STATISTICS=DESCRIPTIVES.");
                let _ = writeln!(
                    out,
                    "ONEWAY {score} BY {by} /STATISTICS=DESCRIPTIVES HOMOGENEITY /POSTHOC=TUKEY GH ALPHA({alpha})."
                );
                let _ = writeln!(out, "NPAR TESTS /K-W={score} BY {by}({low} {high}).");
                remark(
                    out,
                    "PSPP tidak mengenal Welch dan Brown-Forsythe; di SPSS hapus tanda * di depan baris berikut.",
                    "PSPP has neither Welch nor Brown-Forsythe; in SPSS take away the * before the next line.",
                );
                let _ = writeln!(out, "* ONEWAY {score} BY {by} /STATISTICS=WELCH BROWNFORSYTHE.");
                remark(
                    out,
                    "Perbandingan Dunn dengan koreksi Holm dihitung oleh sintaks R.",
                    "Dunn's comparisons with Holm's correction are computed by the syntax for R.",
                );
            }
        },
        Kind::Crosstab { rows, columns, two_by_two } => {
            let _ = writeln!(out, "CROSSTABS /TABLES={rows} BY {columns} /CELLS=COUNT EXPECTED ROW /STATISTICS=CHISQ PHI.");
            if !two_by_two {
                remark(
                    out,
                    "Uji eksak Fisher untuk tabel yang lebih besar daripada 2 x 2 dihitung oleh sintaks R.",
                    "Fisher's exact test of tables larger than 2 x 2 is computed by the syntax for R.",
                );
            }
        }
        Kind::Association { a, b } => {
            // One by one: of several variables PSPP prints a single test of normality.
            for score in [a, b] {
                let _ = writeln!(out, "EXAMINE VARIABLES={score} /PLOT=NPPLOT /STATISTICS=DESCRIPTIVES.");
            }
            let _ = writeln!(out, "CORRELATIONS /VARIABLES={a} {b}.");
            remark(
                out,
                "PSPP tidak mengenal NONPAR CORR: rho Spearman adalah korelasi peringkat, tau Kendall dihitung oleh CROSSTABS. SPSS: NONPAR CORR /PRINT=BOTH.",
                "PSPP has no NONPAR CORR: Spearman's rho is the correlation of the ranks, CROSSTABS computes Kendall's tau. SPSS: NONPAR CORR /PRINT=BOTH.",
            );
            let _ = writeln!(out, "CROSSTABS /TABLES={a} BY {b} /FORMAT=NOTABLES /STATISTICS=CORR BTAU.");
            let _ = writeln!(out, "COMPUTE BOTH_{id}=(NMISS({a},{b})=0).");
            let _ = writeln!(out, "RANK VARIABLES={a} {b} BY BOTH_{id} /RANK INTO RA_{id} RB_{id}.");
            let _ = writeln!(out, "CORRELATIONS /VARIABLES=RA_{id} RB_{id}.");
        }
        Kind::Paired { first, second, highest, two_values } => {
            let _ = writeln!(out, "COMPUTE DIFF_{id}={second}-{first}.");
            let _ = writeln!(out, "EXAMINE VARIABLES=DIFF_{id} /PLOT=NPPLOT /STATISTICS=DESCRIPTIVES.");
            let _ = writeln!(out, "T-TEST PAIRS={second} WITH {first} (PAIRED).");
            let _ = writeln!(out, "NPAR TESTS /WILCOXON={first} WITH {second} (PAIRED).");
            if *two_values {
                let _ = writeln!(out, "NPAR TESTS /MCNEMAR={first} WITH {second} (PAIRED).");
            }
            if let Some(highest) = highest {
                let _ = writeln!(
                    out,
                    "DO IF ({first}<{highest}).\nCOMPUTE GAIN_{id}=({second}-{first})/({highest}-{first}).\nEND IF."
                );
                let _ = writeln!(out, "DESCRIPTIVES /VARIABLES=GAIN_{id} /STATISTICS=MEAN STDDEV MIN MAX.");
            }
        }
        Kind::Level { score, times, target } => {
            let _ = writeln!(out, "COMPUTE LEVEL_{id}={score}*{times}.\nCOMPUTE TARGET_{id}={target}.");
            let _ = writeln!(out, "EXAMINE VARIABLES=LEVEL_{id} /PLOT=NPPLOT /STATISTICS=DESCRIPTIVES.");
            let _ = writeln!(out, "T-TEST TESTVAL={target} /VARIABLES=LEVEL_{id}.");
            let _ = writeln!(out, "NPAR TESTS /WILCOXON=TARGET_{id} WITH LEVEL_{id} (PAIRED).");
        }
        Kind::Product { fit, x, moderator } => {
            if let Some(fit) = plan.fits.get(*fit) {
                product(out, &id, fit, &x.1, &moderator.1);
            }
        }
    }
}

/// Centred on the complete cases of the regression; the slopes with the moderator moved by its standard deviation.
fn product(out: &mut String, id: &str, fit: &Fit, x: &str, moderator: &str) {
    let all: Vec<String> = fit.terms.iter().map(|(_, column)| column.clone()).chain([fit.outcome.clone()]).collect();
    let _ = writeln!(out, "COMPUTE GAP_{id}=(NMISS({})>0).", wrapped(&all, ","));
    let _ = writeln!(
        out,
        "AGGREGATE /OUTFILE=* MODE=ADDVARIABLES /BREAK=GAP_{id}\n  /AX_{id}=MEAN({x}) /AM_{id}=MEAN({moderator}) /AS_{id}=SD({moderator})."
    );
    let _ = writeln!(out, "COMPUTE XC_{id}={x}-AX_{id}.");
    remark(
        out,
        "Pada rata-rata moderator; F perubahan sama dengan kuadrat t hasil kali.",
        "At the mean of the moderator; the F of the change is the squared t of the product.",
    );
    for (level, shift) in [("M", ""), ("L", "+AS_"), ("H", "-AS_")] {
        let shift = if shift.is_empty() { String::new() } else { format!("{shift}{id}") };
        if level == "L" {
            remark(
                out,
                "Lereng sederhana: koefisien prediktor pada rata-rata moderator - SD, lalu + SD.",
                "Simple slopes: the coefficient of the predictor at the moderator's mean - SD, then + SD.",
            );
        }
        let terms: Vec<String> = fit
            .terms
            .iter()
            .map(|(_, column)| match column {
                column if column == x => format!("XC_{id}"),
                column if column == moderator => format!("M{level}_{id}"),
                column => column.clone(),
            })
            .chain([format!("P{level}_{id}")])
            .collect();
        let _ = writeln!(out, "COMPUTE M{level}_{id}={moderator}-AM_{id}{shift}.\nCOMPUTE P{level}_{id}=XC_{id}*M{level}_{id}.");
        let _ = writeln!(
            out,
            "REGRESSION /STATISTICS=COEFF R ANOVA\n  /DEPENDENT={}\n  /METHOD=ENTER {}.",
            fit.outcome,
            wrapped(&terms, "")
        );
    }
}
