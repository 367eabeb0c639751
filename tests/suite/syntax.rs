//! The programs for SPSS and R of the appendix: run on every example by PSPP and by R, and compared with our results.

use crate::common::{example, root, skipped};
use crate::outcomes::{Outcome, run};
use bab4::report::syntax::Syntax;
use bab4::report::view::View;
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// The examples, with how many numbers R must print of each at least.
const EXAMPLES: [(&str, usize); 10] = [
    ("beban-kerja-latihan", 200),
    ("berakhlak-latihan", 300),
    ("disnaker-semarang", 200),
    ("engagement-practice", 400),
    ("google-forms", 80),
    ("kinerja-biro-latihan", 90),
    ("moderasi-latihan", 150),
    ("pelatihan-dua-berkas", 100),
    ("pelatihan-latihan", 100),
    ("perbedaan-latihan", 120),
];

/// Studies of `tests/outcomes/` whose results leave items or cases out, or test the instrument on a try-out.
const OTHERS: [(&str, usize); 3] = [("items-dropped", 300), ("outliers-excluded", 250), ("pilot", 60)];

/// An example with its programs, in a folder of their own.
struct Written {
    outcome: Outcome,
    view: View,
    folder: tempfile::TempDir,
    syntax: Syntax,
}

impl Written {
    fn new(name: &str) -> Written {
        let other = root().join("tests/outcomes").join(format!("{name}.yaml"));
        let path = if other.exists() { other } else { example(name).join("study.yaml") };
        let outcome = run(&path, |study| study.report.appendices = vec!["syntax".to_owned()]);
        let folder = tempfile::tempdir().unwrap();
        let syntax = Syntax::new(&outcome.study, &outcome.analyzed.results).unwrap();
        for (file, text) in syntax.clone().files() {
            std::fs::write(folder.path().join(Path::new(&file).file_name().unwrap()), text).unwrap();
        }
        let view = View::new(&outcome.analyzed.results, &outcome.analyzed.findings).unwrap();
        Written { outcome, view, folder, syntax }
    }

    /// Runs a program there; what it printed, or nothing where it is not installed.
    fn run(&self, program: &str, arguments: &[&str]) -> Option<(bool, String, String)> {
        let mut command = Command::new(program);
        let output = command.args(arguments).env("LC_ALL", "C.UTF-8").current_dir(self.folder.path()).output().ok()?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Some((output.status.success(), text(&output.stdout), text(&output.stderr)))
    }

    /// The number of the results at a path; none where it is absent there with a reason.
    fn number(&self, path: &str) -> Option<f64> {
        let (found, _) = self.view.resolve(path).unwrap_or_else(|| panic!("{}: there is no {path}", self.outcome.name));
        match found {
            Value::Number(number) => number.as_f64(),
            Value::Object(map) if map.contains_key("absent") => None,
            other => panic!("{path}: {other}"),
        }
    }
}

/// Every line `path = number` that R prints is that number of `results.json`, to nine digits. The ends of bootstrap intervals
/// rest on random numbers of R's own and agree within what 2 000 resamples leave open.
#[test]
fn the_program_for_r_gives_our_numbers() {
    const TEST: &str = "syntax::the_program_for_r_gives_our_numbers";
    for (name, at_least) in EXAMPLES.into_iter().chain(OTHERS) {
        let written = Written::new(name);
        let drawn = written.outcome.study.analysis.resamples;
        let program = written.syntax.r.replace(&format!("replicate({drawn}, "), "replicate(2000, ");
        std::fs::write(written.folder.path().join("uji.R"), program).unwrap();
        let Some((fine, said, wrong)) = written.run("Rscript", &["uji.R"]) else {
            return skipped(TEST, "Rscript is not installed");
        };
        assert!(fine, "{name}: {said}\n{wrong}");
        let mut compared = 0;
        for line in said.lines() {
            let Some((path, value)) = line.rsplit_once(" = ").filter(|(path, _)| path.contains('/')) else { continue };
            let Some(found) = written.number(path) else { continue };
            let expected: f64 = value.parse().unwrap();
            let slack = if path.contains("/percentile/") {
                // The standard error of the end of an interval falls with the root of the draws: ours, and R's of 2 000.
                let error = written.number(&path.replace("/percentile/", "/mc_error/")).unwrap();
                5.0 * error * (1.0 + drawn as f64 / 2000.0).sqrt()
            } else {
                1e-9 * expected.abs().max(1e-3)
            };
            assert!((found - expected).abs() <= slack, "{name}: {path}: {found}, R {expected}");
            compared += 1;
        }
        assert!(compared >= at_least, "{name}: {compared} numbers compared");
    }
}

/// The tables of a part of PSPP's output in CSV: name and rows of cells.
struct Printed(Vec<(String, Vec<Vec<String>>)>);

impl Printed {
    fn new(csv: &str) -> Printed {
        let mut tables: Vec<(String, Vec<Vec<String>>)> = Vec::new();
        let mut open = false;
        for line in csv.lines() {
            if let Some(name) = line.strip_prefix("Table: ") {
                tables.push((name.to_owned(), Vec::new()));
                open = true;
            } else if line.is_empty() {
                open = false;
            } else if let Some((_, rows)) = tables.last_mut().filter(|_| open) {
                rows.push(line.split(',').map(str::to_owned).collect());
            }
        }
        Printed(tables)
    }

    /// The rows of a table, of several of the same name the one at a position.
    #[track_caller]
    fn rows(&self, name: &str, position: usize) -> &[Vec<String>] {
        let mut named = self.0.iter().filter(|(found, _)| found == name);
        let names: Vec<&String> = self.0.iter().map(|(name, _)| name).collect();
        &named.nth(position).unwrap_or_else(|| panic!("no table {name} ({position}) in {names:?}")).1
    }

    /// The row in which one of the first two cells is this.
    #[track_caller]
    fn row(&self, name: &str, position: usize, first: &str) -> &[String] {
        let found = self.rows(name, position).iter().find(|row| row.iter().take(2).any(|cell| cell == first));
        found.unwrap_or_else(|| panic!("no row {first} in {name}"))
    }
}

/// PSPP runs the program for SPSS, changed only as the program itself says; every number it prints is what ours rounds to.
#[test]
fn the_program_for_spss_gives_our_numbers() {
    const TEST: &str = "syntax::the_program_for_spss_gives_our_numbers";
    for (name, _) in EXAMPLES.into_iter().chain([("outliers-excluded", 0)]) {
        let written = Written::new(name);
        let program: Vec<String> = written
            .syntax
            .spss
            .lines()
            .map(|line| match line.strip_prefix("  /SAVE RESID(").and_then(|rest| rest.strip_suffix(").")) {
                Some(own) => format!("  /SAVE RESID.\nRENAME VARIABLES (RES1={own})."),
                None => line.to_owned(),
            })
            .collect();
        std::fs::write(written.folder.path().join("uji.sps"), format!("SET FORMAT=F22.10.\n{}\n", program.join("\n"))).unwrap();
        let Some((fine, csv, _)) = written.run("pspp", &["-O", "format=csv", "uji.sps"]) else {
            return skipped(TEST, "PSPP is not installed");
        };
        assert!(fine && !csv.contains("error:") && !csv.contains("warning:"), "{name}: {csv}");
        // Every heading stands between line ends, the first too.
        let csv = format!("\n{csv}");
        let mut compared = 0;
        let mut agree = |printed: &str, path: &str| {
            let Some(found) = written.number(path) else { return };
            let bare = printed.trim_end_matches('%');
            let decimals = bare.split_once('.').map_or(0, |(_, fraction)| fraction.split('E').next().unwrap().len());
            let shown: f64 = bare.parse().unwrap_or_else(|_| panic!("{name}: {path}: {printed}"));
            let half = 0.5 * 10f64.powi(-i32::try_from(decimals).unwrap());
            assert!((shown - found).abs() <= half * 1.0001 + 1e-9 * found.abs(), "{name}: {path}: {found}, PSPP {printed}");
            compared += 1;
        };
        let part = |title: &str| {
            let (_, rest) = csv.split_once(&format!("\n{title}\n")).unwrap_or_else(|| panic!("{name}: no part {title}"));
            // The next heading stands alone between empty lines.
            let end = written.syntax.spss.lines().filter_map(|line| line.strip_prefix("ECHO '")?.strip_suffix("'."));
            let end = end.filter_map(|heading| rest.find(&format!("\n{}\n", heading.replace("''", "'")))).min();
            Printed::new(&rest[..end.unwrap_or(rest.len())])
        };
        if written.syntax.spss.contains("RELIABILITY") {
            instrument(&written, &part("Uji instrumen / instrument tests"), &mut agree);
        }
        for regression in written.outcome.study.regressions.iter().map(|regression| regression.name.as_str()) {
            if written.syntax.spss.contains(&format!("ECHO 'regressions/{regression}'")) {
                self::regression(&written, regression, &part(&format!("regressions/{regression}")), &mut agree);
            }
        }
        for hypothesis in &written.outcome.study.hypotheses {
            let title = format!("{}: {}", hypothesis.id, hypothesis.claim_text);
            if written.syntax.spss.contains(&format!("ECHO '{title}'")) {
                claim(&written, &hypothesis.id, &part(&title), &mut agree);
            }
        }
        assert!(compared > 20, "{name}: {compared} numbers compared");
    }
}

fn instrument(written: &Written, printed: &Printed, agree: &mut impl FnMut(&str, &str)) {
    let study = &written.outcome.study;
    let mut position = 0;
    for variable in study.variables.values() {
        let whole = (variable.code.clone(), variable.items().count());
        let parts = variable.dimensions().map(|dimension| {
            let items = variable.indicators_of(dimension).iter().map(|indicator| indicator.items.len()).sum();
            (variable.name_of(dimension), items)
        });
        for (code, items) in std::iter::once(whole).chain(parts).filter(|(_, items)| *items > 1) {
            agree(&printed.rows("Reliability Statistics", position)[1][0], &format!("variables/{code}/alpha"));
            if !code.contains('.') {
                for row in printed.rows("Item-Total Statistics", position).iter().skip(1) {
                    agree(&row[3], &format!("items/{}/corrected_r", row[0]));
                    if items > 2 {
                        agree(&row[4], &format!("items/{}/alpha_if_deleted", row[0]));
                    }
                }
            }
            position += 1;
        }
    }
}

fn regression(written: &Written, name: &str, printed: &Printed, agree: &mut impl FnMut(&str, &str)) {
    let path = format!("regressions/{name}");
    let outcome = written.view.text(&format!("{path}/outcome")).unwrap().to_owned();
    let summary = &printed.rows(&format!("Model Summary ({outcome})"), 0)[1];
    for (cell, key) in summary.iter().zip(["r", "r2", "adjusted_r2", "see"]) {
        agree(cell, &format!("{path}/{key}"));
    }
    let anova = printed.row(&format!("ANOVA ({outcome})"), 0, "Regression");
    agree(&anova[1], &format!("{path}/anova/ss_regression"));
    agree(&anova[4], &format!("{path}/anova/f"));
    agree(&anova[5], &format!("{path}/anova/p"));
    let terms = written.view.len(&format!("{path}/coefficients"));
    let mut lines = |table: &str, position: usize, path: &str, whole: bool| {
        let rows = printed.rows(table, position);
        for (term, row) in rows[rows.len() - terms..].iter().enumerate() {
            agree(&row[1], &format!("{path}/{term}/b"));
            agree(&row[2], &format!("{path}/{term}/se"));
            agree(&row[4], &format!("{path}/{term}/t"));
            agree(&row[5], &format!("{path}/{term}/p"));
            if term > 0 && whole {
                agree(&row[3], &format!("{path}/{term}/beta"));
                agree(&row[6], &format!("{path}/{term}/ci_low"));
                agree(&row[7], &format!("{path}/{term}/ci_high"));
                if terms > 2 {
                    agree(&row[8], &format!("{path}/{term}/tolerance"));
                    agree(&row[9], &format!("{path}/{term}/vif"));
                }
            }
        }
    };
    lines(&format!("Coefficients ({outcome})"), 0, &format!("{path}/coefficients"), true);
    let glejser = printed.0.iter().find(|(table, _)| table.starts_with("Coefficients (ABS_")).unwrap();
    lines(&glejser.0, 0, &format!("{path}/glejser/coefficients"), false);
    agree(&printed.row("One-Sample Kolmogorov-Smirnov Test", 0, "Absolute")[2], &format!("{path}/residuals/ks/d"));
}

fn claim(written: &Written, id: &str, printed: &Printed, agree: &mut impl FnMut(&str, &str)) {
    let path = format!("comparisons/{id}");
    match written.view.text(&format!("{path}/kind")) {
        Some("groups") if written.view.len(&format!("{path}/groups")) == 2 => {
            let equal = printed.row("Independent Samples Test", 0, "Equal variances assumed");
            for (column, key) in [(2, "levene/f"), (3, "levene/p"), (4, "student/statistic"), (5, "student/df"), (6, "student/p")]
            {
                agree(&equal[column], &format!("{path}/{key}"));
            }
            let welch = printed.row("Independent Samples Test", 0, "Equal variances not assumed");
            for (column, key) in [(4, "welch/statistic"), (5, "welch/df"), (6, "welch/p"), (7, "welch/estimate")] {
                agree(&welch[column], &format!("{path}/{key}"));
            }
            let ranks = &printed.rows("Test Statistics", 0)[1];
            agree(&ranks[1], &format!("{path}/mann_whitney/u"));
            agree(&ranks[4], &format!("{path}/mann_whitney/p"));
            for group in 0..2 {
                let name = written.view.text(&format!("{path}/normality/{group}/name")).unwrap();
                let row = printed.row("Tests of Normality", 1, name);
                agree(&row[2], &format!("{path}/normality/{group}/statistic"));
                agree(&row[4], &format!("{path}/normality/{group}/p"));
            }
        }
        Some("groups") => {
            let table = printed.row("ANOVA", 0, "Between Groups");
            agree(&table[5], &format!("{path}/anova/statistic"));
            agree(&table[6], &format!("{path}/anova/p"));
            let levene = &printed.rows("Test of Homogeneity of Variances", 0)[1];
            agree(&levene[1], &format!("{path}/levene/f"));
            let ranks = printed.row("Test Statistics", 0, "Chi-Square");
            agree(&ranks[1], &format!("{path}/kruskal_wallis/statistic"));
            let groups = written.view.len(&format!("{path}/groups"));
            let pairs = groups * (groups - 1) / 2;
            let rows: Vec<&Vec<String>> =
                printed.0.iter().find(|(table, _)| table.starts_with("Multiple Comparisons")).unwrap().1[2..].iter().collect();
            // Each pair stands twice: of the rows of a group those of the groups behind it.
            for (method, rows) in rows.chunks(groups * (groups - 1)).enumerate() {
                let mut pair = 0;
                for first in 0..groups {
                    for second in first + 1..groups {
                        let row = rows[first * (groups - 1) + second - 1];
                        let at = format!("{path}/post_hoc/{}", method * pairs + pair);
                        agree(&row[3], &format!("{at}/difference"));
                        agree(&row[5], &format!("{at}/p"));
                        pair += 1;
                    }
                }
            }
        }
        Some("paired") => {
            let row = &printed.rows("Paired Samples Test", 0)[3];
            for (column, key) in [(2, "estimate"), (7, "statistic"), (8, "df"), (9, "p")] {
                agree(&row[column], &format!("{path}/t/{key}"));
            }
            agree(&printed.row("Test Statistics", 0, "Asymp. Sig. (2-tailed)")[1], &format!("{path}/wilcoxon/p"));
            agree(&printed.rows("Tests of Normality", 0)[2][1], &format!("{path}/normality/0/statistic"));
            agree(&printed.rows("Descriptive Statistics", 0)[1][2], &format!("{path}/gain/mean_gain"));
        }
        Some("level") => {
            let row = &printed.rows("One-Sample Test", 0)[3];
            for (column, key) in [(1, "statistic"), (2, "df"), (3, "p"), (4, "estimate")] {
                agree(&row[column], &format!("{path}/t/{key}"));
            }
            agree(&printed.row("Test Statistics", 0, "Asymp. Sig. (2-tailed)")[1], &format!("{path}/wilcoxon/p"));
        }
        Some("association") => {
            let measure = |name: &str| printed.row("Symmetric Measures", 0, name)[2].clone();
            agree(&measure("Pearson's R"), &format!("{path}/pearson/estimate"));
            agree(&measure("Spearman Correlation"), &format!("{path}/spearman/estimate"));
            agree(&measure("Kendall's tau-b"), &format!("{path}/kendall/estimate"));
            agree(&printed.rows("Correlations", 0)[2][3], &format!("{path}/pearson/p"));
            agree(&printed.rows("Correlations", 1)[2][3], &format!("{path}/spearman/p"));
            for score in 0..2 {
                agree(&printed.rows("Tests of Normality", score)[2][1], &format!("{path}/normality/{score}/statistic"));
            }
        }
        Some("crosstab") => {
            let row = printed.row("Chi-Square Tests", 0, "Pearson Chi-Square");
            for (column, key) in [(1, "statistic"), (2, "df"), (3, "p")] {
                agree(&row[column], &format!("{path}/chi_squared/{key}"));
            }
            agree(&printed.row("Chi-Square Tests", 0, "Likelihood Ratio")[1], &format!("{path}/likelihood_ratio/statistic"));
            agree(&printed.row("Symmetric Measures", 0, "Cramer's V")[2], &format!("{path}/effect_size/cramers_v/value"));
        }
        _ => product(written, id, printed, agree),
    }
}

fn product(written: &Written, id: &str, printed: &Printed, agree: &mut impl FnMut(&str, &str)) {
    let path = format!("moderations/{id}");
    let text = |key: &str| written.view.text(&format!("{path}/{key}")).unwrap().to_owned();
    let table = format!("Coefficients ({})", text("outcome"));
    let terms = written.view.len(&format!("{path}/coefficients"));
    for (position, slope) in [(0, None), (1, Some(0)), (2, Some(2))] {
        let rows = printed.rows(&table, position);
        for (term, row) in rows[rows.len() - terms..].iter().enumerate() {
            let at = match slope {
                None => format!("{path}/coefficients/{term}"),
                Some(slope) if row[0].starts_with("XC_") => format!("{path}/simple_slopes/{slope}"),
                Some(_) => continue,
            };
            agree(&row[1], &format!("{at}/b"));
            agree(&row[2], &format!("{at}/se"));
            agree(&row[4], &format!("{at}/t"));
            agree(&row[5], &format!("{at}/p"));
        }
    }
    agree(&printed.rows(&format!("Model Summary ({})", text("outcome")), 0)[1][1], &format!("{path}/r2_with"));
}
