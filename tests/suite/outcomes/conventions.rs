//! The main example under every set of conventions: it renders, the chapter names the set with its version and source, and the
//! set's keys hold except where the study says otherwise.

use super::{Outcome, run, try_run_in};
use bab4::language::Language;
use bab4::study::conventions::{Convention, NAMES};
use bab4::study::settings::{AssumptionTest, PStyle, RTableRow, ValidityCritical, ValidityMethod};
use std::path::{Path, PathBuf};

/// The example with these sets declared; `bare` without what it says itself about tests.
fn under(names: &[&str], bare: bool) -> Outcome {
    // The folder stays: the chapter is composed again from it in the other language.
    run(&written(names, bare), |_| {})
}

/// Its study file, in a folder of its own.
fn written(names: &[&str], bare: bool) -> PathBuf {
    let example = crate::common::root().join("examples/disnaker-semarang");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!(
        "bab4-conventions-{}-{bare}-{}",
        names.join("-"),
        std::process::id()
    ));
    std::fs::create_dir_all(&folder).unwrap();
    for file in std::fs::read_dir(&example).unwrap() {
        let file = file.unwrap();
        if file.path().is_file() {
            std::fs::copy(file.path(), folder.join(file.file_name())).unwrap();
        }
    }
    let text = std::fs::read_to_string(example.join("study.yaml")).unwrap();
    let with = format!("analysis:\n  conventions: [{}]\n", names.join(", "));
    assert!(text.contains("analysis:\n"));
    let own = ["  categories:", "  validity:", "  reliability:", "  normality:", "  heteroscedasticity:", "  multicollinearity:"];
    let kept = text.lines().filter(|line| !(bare && own.iter().any(|key| line.starts_with(key))));
    let text: String = kept.flat_map(|line| [line, "\n"]).collect();
    std::fs::write(folder.join("study.yaml"), text.replace("analysis:\n", &with)).unwrap();
    folder.join("study.yaml")
}

#[test]
fn the_main_example_under_each() {
    for name in NAMES {
        let outcome = under(&[name], false);
        let set = Convention::of(name).unwrap();
        outcome.must_say(&["Ketentuan analisis mengikuti", &set.title, &set.label()]);
        let supported = if name == "apa-7" { "H1 didukung" } else { "H1 diterima" };
        outcome.must_say(&[supported]);
        assert_eq!(outcome.analyzed.results.meta.conventions, [set.label()]);
        // The study says .60 itself, which beats every set.
        assert!((outcome.study.analysis.reliability_minimum - 0.60).abs() < 1e-12, "{name}");
        // What is held there against the verdicts are our own words.
        if set.words.is_empty() {
            super::consistency::check(&outcome, &outcome.document);
        }
    }
}

#[test]
fn what_a_set_says_holds() {
    let outcome = under(&["ghozali-2018"], true);
    let analysis = &outcome.study.analysis;
    assert_eq!((analysis.validity_method, analysis.validity_critical), (ValidityMethod::Pearson, ValidityCritical::RTable));
    assert_eq!(analysis.autocorrelation, [AssumptionTest::DurbinWatson]);
    outcome.must_say(&["Uji Autokorelasi", "Durbin-Watson"]);
    let outcome = under(&["ghozali-2018", "azwar-2012", "apa-7"], true);
    let analysis = &outcome.study.analysis;
    assert_eq!(analysis.validity_method, ValidityMethod::Corrected);
    assert_eq!(analysis.validity_critical, ValidityCritical::Fixed(0.30));
    assert_eq!(analysis.autocorrelation, [AssumptionTest::DurbinWatson]);
    assert_eq!(outcome.study.report.p_style, PStyle::Apa);
    outcome.must_say(&["Ghozali (2018)", "Azwar (2012)", "APA (2020)"]);
}

/// Tables of r: N = 68 by df = 66 .2387, by df = 68 .2352 (R 4.2.2: `t <- qt(.975, df); t / sqrt(df + t^2)`).
#[test]
fn the_row_of_the_r_table_is_that_of_the_study() {
    let example = crate::common::root().join("examples/disnaker-semarang");
    let with = |row: RTableRow| run(&example.join("study.yaml"), |study| study.analysis.validity_df = row);
    for (df, expected) in [(RTableRow::LessTwo, 0.238_658_499_007_043_3), (RTableRow::Whole, 0.235_197_839_878_947_1)] {
        let found = with(df);
        super::consistency::check(&found, &found.document);
        let r = *found.analyzed.results.items["X1.1"].r_critical.value().unwrap();
        assert!((r - expected).abs() < 1e-9, "{df:?}: {r}");
    }
}

/// What a set calls its bands is said in the chapter's language, as its words are.
#[test]
fn an_english_chapter_names_the_bands_of_a_set_in_english() {
    let example = under(&["azwar-2012"], true);
    let bands = &example.study.variables["X1"].scale().unwrap().bands.bands;
    let names = |language: Language| bands.iter().map(|(name, _)| name.get(language)).collect::<Vec<_>>();
    assert_eq!(names(Language::Id), ["sangat rendah", "rendah", "sedang", "tinggi", "sangat tinggi"]);
    assert_eq!(names(Language::En), ["very low", "low", "moderate", "high", "very high"]);
    let english = try_run_in(Language::En, &written(&["azwar-2012"], true), |_| {}).unwrap();
    // Putri (2019), Table 4.5: the mean of the items of X1 lies between 10/3 and 4, the band "tinggi".
    let mean = &english.analyzed.results.variables["X1"];
    assert_eq!((mean.category.value().map(String::as_str), *mean.item_mean.value().unwrap() < 4.0), (Some("high"), true));
    english.must_not_say(&["sedang (", "tinggi (", "sangat tinggi"]);
}
