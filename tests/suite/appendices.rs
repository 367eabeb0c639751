//! Appendices, and the programs for SPSS and R that compute the numbers again: run, and compared with our results.

use crate::common::{example, skipped};
use crate::outcomes::{Outcome, run};
use bab4::report::document::{Block, plain_text};
use bab4::report::syntax;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Everything that an appendix may hold today.
const NAMES: [&str; 5] = ["data", "output", "critical-values", "syntax", "provenance"];

fn outcome() -> Outcome {
    run(&example("disnaker-semarang").join("study.yaml"), |study| {
        study.report.appendices = NAMES.map(str::to_owned).to_vec();
    })
}

/// A folder with both programs and their data.
fn written(outcome: &Outcome) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in syntax::files(&outcome.study, &outcome.analyzed.results) {
        let name = Path::new(&name).file_name().unwrap().to_owned();
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn results(outcome: &Outcome) -> Value {
    serde_json::to_value(&outcome.analyzed.results).unwrap()
}

fn number(results: &Value, pointer: &str) -> f64 {
    results.pointer(pointer).and_then(Value::as_f64).unwrap_or_else(|| panic!("no number at {pointer}"))
}

#[test]
fn every_appendix_stands_behind_the_chapter_with_its_own_numbers() {
    let outcome = outcome();
    let mut headings = Vec::new();
    let mut numbers = Vec::new();
    for block in &outcome.document.blocks {
        match block {
            Block::Heading(heading) if heading.level == 1 => headings.push(plain_text(&heading.content, &outcome.document.style)),
            Block::Table(table) => numbers.push(table.number.clone().unwrap()),
            _ => {}
        }
    }
    let found: Vec<&str> = headings.iter().filter(|heading| heading.starts_with("Lampiran")).map(String::as_str).collect();
    assert_eq!(
        found,
        [
            "Lampiran 1. Jawaban Responden",
            "Lampiran 2. Keluaran Uji Statistik",
            "Lampiran 3. Nilai Tabel r, t, dan F",
            "Lampiran 4. Sintaks SPSS dan R",
            "Lampiran 5. Asal-Usul Naskah"
        ]
    );
    for number in ["L1.1", "L1.4", "L2.1", "L3.1"] {
        assert!(numbers.iter().any(|found| found == number), "{number} in {numbers:?}");
    }
    let mut unique = numbers.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), numbers.len());
    // The chapter's own tables are numbered as without appendices: 22 of the thesis' and ours.
    let plain = run(&example("disnaker-semarang").join("study.yaml"), |_| {});
    let chapter = |document: &bab4::report::document::Document| {
        document
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::Table(table) if table.number.as_deref().unwrap().starts_with("4.")))
            .count()
    };
    assert_eq!(chapter(&outcome.document), chapter(&plain.document));
    outcome.must_say(&[
        "dihasilkan oleh bab4 dari data",
        "0,239",
        "1,997",
        "3,138",
        "RELIABILITY",
        "fit_Y2 <- lm(`Y2` ~ `X1` + `X2` + `Y1`, data = data)",
    ]);
}

/// Answers leave the program only where an appendix asks for them.
#[test]
fn answers_are_in_the_results_only_on_request() {
    let with = results(&outcome());
    assert_eq!(with["series"]["answers"]["values"]["X1.1"].as_array().unwrap().len(), 68);
    let without = results(&run(&example("disnaker-semarang").join("study.yaml"), |_| {}));
    assert!(without["series"].get("answers").is_none());
}

/// R computes every number of both regressions, alphas and Sobel's test again, to nine digits.
#[test]
fn the_program_for_r_gives_our_numbers() {
    const TEST: &str = "appendices::the_program_for_r_gives_our_numbers";
    let outcome = outcome();
    let folder = written(&outcome);
    let program = std::fs::read_to_string(folder.path().join("analisis.R")).unwrap();
    // The bootstrap has R's own random numbers: few draws are enough to see that it runs.
    let program = program.replace("replicate(10000,", "replicate(50,")
        + r#"
say <- function(path, value) cat(sprintf("@%s %.15g\n", path, value))
for (name in c("Y1", "Y2")) {
  fit <- get(paste0("fit_", name)); s <- summary(fit); table <- coef(s)
  for (i in seq_len(nrow(table))) for (column in c("b", "se", "t", "p"))
    say(sprintf("/regressions/%s/coefficients/%d/%s", name, i - 1, column), table[i, match(column, c("b", "se", "t", "p"))])
  for (i in seq_along(beta(fit))) {
    say(sprintf("/regressions/%s/coefficients/%d/beta", name, i), beta(fit)[[i]])
    say(sprintf("/regressions/%s/coefficients/%d/vif", name, i), vif(fit)[[i]])
  }
  say(sprintf("/regressions/%s/r2", name), s$r.squared); say(sprintf("/regressions/%s/see", name), s$sigma)
  say(sprintf("/regressions/%s/anova/f", name), s$fstatistic[[1]]); say(sprintf("/regressions/%s/residuals/ks/d", name), ks(resid(fit)))
}
for (scale in c("X1", "X2", "Y1", "Y2")) say(sprintf("/variables/%s/alpha", scale), alpha(data[grep(paste0("^", scale, "\\."), names(data))]))
say("/items/X1.1/corrected_r", corrected(data[grep("^X1\\.", names(data))])[[1]])
"#;
    std::fs::write(folder.path().join("uji.R"), program).unwrap();
    let Ok(output) = Command::new("Rscript").arg("uji.R").current_dir(folder.path()).output() else {
        return skipped(TEST, "Rscript is not installed");
    };
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    let results = results(&outcome);
    let mut compared = 0;
    for line in said.lines().filter_map(|line| line.strip_prefix('@')) {
        let (path, value) = line.split_once(' ').unwrap();
        let (found, expected) = (number(&results, path), value.parse::<f64>().unwrap());
        assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1e-3), "{path}: {found}, R {expected}");
        compared += 1;
    }
    assert_eq!(compared, 7 * 4 + 5 * 2 + 2 * 4 + 4 + 1);
}

/// The rows of a table in PSPP's CSV, by their first cell.
fn rows<'a>(csv: &'a str, table: &str) -> BTreeMap<&'a str, Vec<&'a str>> {
    let start = csv.find(&format!("Table: {table}\n")).unwrap_or_else(|| panic!("no {table} in {csv}"));
    let lines = csv[start..].lines().skip(1).take_while(|line| !line.is_empty());
    lines.map(|line| line.split(',').collect::<Vec<_>>()).map(|cells| (cells[0], cells[1..].to_vec())).collect()
}

/// PSPP runs the program for SPSS; what it prints, mostly two decimals, is what our numbers round to.
#[test]
fn the_program_for_spss_gives_our_numbers() {
    const TEST: &str = "appendices::the_program_for_spss_gives_our_numbers";
    let outcome = outcome();
    let folder = written(&outcome);
    let mut program = std::fs::read_to_string(folder.path().join("analisis.sps")).unwrap();
    // PSPP gives residuals a name of its own.
    for name in ["Y1", "Y2"] {
        program =
            program.replace(&format!("/SAVE RESID(RES_{name})."), &format!("/SAVE RESID.\nRENAME VARIABLES (RES1=RES_{name})."));
    }
    std::fs::write(folder.path().join("uji.sps"), program).unwrap();
    let output = Command::new("pspp").args(["-O", "format=csv", "uji.sps"]).current_dir(folder.path()).output();
    let Ok(output) = output else { return skipped(TEST, "PSPP is not installed") };
    let csv = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && !csv.contains("error:"), "{csv}");
    let results = results(&outcome);
    let agree = |printed: &str, pointer: &str| {
        let decimals = printed.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let (shown, found) = (printed.parse::<f64>().unwrap(), number(&results, pointer));
        let half = 0.5 * 10f64.powi(-i32::try_from(decimals).unwrap()) * 1.0001;
        assert!((shown - found).abs() <= half, "{pointer}: {found}, PSPP {printed}");
    };
    for (regression, predictors) in [("Y1", &["X1", "X2"][..]), ("Y2", &["X1", "X2", "Y1"])] {
        let found = rows(&csv, &format!("Coefficients ({regression})"));
        for (position, term) in ["(Constant)"].iter().chain(predictors).enumerate() {
            let at = format!("/regressions/{regression}/coefficients/{position}");
            let keys = if position == 0 { &["b", "se", "", "t", "p"][..] } else { &["b", "se", "beta", "t", "p"] };
            for (column, key) in keys.iter().enumerate().filter(|(_, key)| !key.is_empty()) {
                agree(found[term][column], &format!("{at}/{key}"));
            }
        }
        let summary = rows(&csv, &format!("Model Summary ({regression})"));
        let values = summary.iter().find(|(first, _)| first.starts_with('.')).unwrap();
        agree(values.1[0], &format!("/regressions/{regression}/r2"));
        agree(values.1[2], &format!("/regressions/{regression}/see"));
        let glejser = rows(&csv, &format!("Coefficients (ABS_{regression})"));
        agree(glejser["X1"][3], &format!("/regressions/{regression}/glejser/coefficients/1/t"));
        agree(glejser["X2"][4], &format!("/regressions/{regression}/glejser/coefficients/2/p"));
    }
    let alphas: Vec<&str> =
        csv.split("Table: Reliability Statistics\n").skip(1).map(|rest| rest.lines().nth(1).unwrap()).collect();
    for (line, variable) in alphas.iter().zip(["X1", "X2", "Y1", "Y2"]) {
        agree(line.split(',').next().unwrap(), &format!("/variables/{variable}/alpha"));
    }
    assert_eq!(alphas.len(), 4);
}
