//! What the examples must yield, with values from R (`lm`, `nortest::lillie.test`, the Sobel formula by hand).

use crate::outcomes::{all_in, outcome};
use bab4::findings::Verdict;
use bab4::language::Language;
use serde_json::Value;

fn close(found: &Value, expected: f64, what: &str) {
    let found = found.as_f64().unwrap_or(f64::NAN);
    assert!((found - expected).abs() <= 1e-8 * expected.abs().max(1.0), "{what}: {found} and not {expected}");
}

/// The table in the example's README, and the values behind it from R 4.2: `lm(Y ~ X1 + X2 + X3 + M)`, its absolute residuals on
/// the same predictors, `lillie.test` of its residuals, Sobel from both regressions.
#[test]
fn practice_data_with_violated_assumptions() {
    let outcome = outcome("beban-kerja-latihan");
    let results = serde_json::to_value(&outcome.analyzed.results).unwrap();
    let findings = serde_json::to_value(&outcome.analyzed.findings).unwrap();
    assert_eq!(results["meta"]["practice"], Value::Bool(true));
    assert_eq!(results["data"]["n"], 110);
    for (id, verdict, because) in [
        ("H1", Verdict::Rejected, "not_significant"),
        ("H2", Verdict::Rejected, "opposite"),
        ("H3", Verdict::Accepted, "as_expected"),
        ("H4", Verdict::Rejected, "interval_holds_zero"),
        ("H5", Verdict::Accepted, "significant"),
    ] {
        assert_eq!(outcome.verdict(id), (verdict, because), "{id}");
    }
    for (at, p) in [(0, 6.19614845681e-1), (1, 2.44769022821e-5), (2, 2.33155468058e-2), (4, 2.52812990017e-6)] {
        close(&findings["hypotheses"][at]["p"], p, &format!("p of hypothesis {}", at + 1));
    }
    let regression = &results["regressions"]["Y"];
    close(&regression["anova"]["f"], 9.05567122915, "F");
    close(&regression["glejser"]["coefficients"][2]["t"], 2.31614204913, "Glejser's t of X2");
    close(&results["items"]["X2.4"]["corrected_r"], 0.06411566096, "corrected r of X2.4");
    assert_eq!(results["items"]["X2.4"]["valid"], Value::Bool(false));
    let ks = regression["residuals"]["ks"]["d"].as_f64().unwrap();
    assert!((ks - 0.12667).abs() < 5e-6, "R prints D = 0.12667, found {ks}");
    outcome.must_say(&["Data latihan.", "H2 ditolak", "H4 ditolak", "Kompetensi"]);
    outcome.must_not_say(&["seluruh hipotesis diterima", "tidak ditemukan gejala heteroskedastisitas pada Model Kedua"]);
}

/// `examples/google-forms` with values from R 4.2, which read the same workbook by `openxlsx`: `lm(Y ~ X)` of the sum scores,
/// `t.test(Y ~ jk, var.equal = TRUE)`, `t.test(Y ~ jk)` and `wilcox.test(Y ~ jk, correct = FALSE)`.
#[test]
fn the_workbook_of_a_form() {
    let outcome = outcome("google-forms");
    let results = serde_json::to_value(&outcome.analyzed.results).unwrap();
    assert_eq!(results["meta"]["practice"], Value::Bool(true));
    assert_eq!((&results["data"]["n"], &results["data"]["rows"]), (&Value::from(70), &Value::from(70)));
    assert_eq!(outcome.verdict("H1"), (Verdict::Accepted, "as_expected"));
    let regression = &results["regressions"]["Y"];
    close(&regression["coefficients"][1]["b"], 0.542418411477, "b");
    close(&regression["coefficients"][1]["p"], 3.90176295638e-6, "p");
    close(&regression["r2"], 0.270700531002, "R²");
    assert_eq!(outcome.verdict("H2"), (Verdict::Rejected, "not_significant"));
    for (variant, p) in [("student", 0.2712), ("welch", 0.2453), ("mann_whitney", 0.2976)] {
        let found = results["comparisons"]["H2"][variant]["p"].as_f64().unwrap();
        assert!((found - p).abs() < 5e-5, "{variant}: R prints {p}, found {found}");
    }
    let rows = &results["respondents"]["jk"]["rows"];
    let profile: Vec<(&str, u64)> =
        rows.as_array().unwrap().iter().map(|row| (row["value"].as_str().unwrap(), row["count"].as_u64().unwrap())).collect();
    assert_eq!(profile, [("Perempuan", 42), ("Laki-laki", 28)], "without `order`, as they first occur in the file");
    outcome.must_say(&["Data latihan.", "Motivasi", "Disiplin Kerja"]);
    outcome.must_say(&[
        "Jawaban dibaca dari berkas Formulir tanpa judul (Jawaban).xlsx (XLSX, lembar Form Responses 1, judul kolom pada baris 1).",
        "Baris yang dihitung sebagai responden berjumlah 70. Baris lain tidak dihitung, yaitu 4 baris yang tidak memenuhi syarat sebagai responden.",
        "Skor Jawaban yang Berupa Kata",
    ]);
    outcome.must_not_say(&["contoh.id", "Angka desimal dalam berkas"]);
}

/// `examples/pelatihan-dua-berkas` with values from R 4.2, which read both workbooks by `openxlsx`, kept the last row of each NIP
/// and merged them: `t.test(paired = TRUE)`, `wilcox.test(paired = TRUE)`, `anova(lm(post ~ jabatan))`, `kruskal.test`, `cor.test`.
#[test]
fn a_training_in_two_files_matched_by_person() {
    let outcome = outcome("pelatihan-dua-berkas");
    let results = serde_json::to_value(&outcome.analyzed.results).unwrap();
    let at = |path: &str| results["comparisons"].pointer(path).and_then(Value::as_f64).unwrap_or(f64::NAN);
    for (path, expected) in [
        ("/H1/t/statistic", 13.49970414),
        ("/H1/wilcoxon/p", 2.890793562e-15),
        ("/H2/anova/statistic", 1.408081492),
        ("/H2/kruskal_wallis/p", 0.2095),
        ("/H3/pearson/estimate", 0.5077643988),
        ("/H3/spearman/estimate", 0.5261423985),
    ] {
        assert!((at(path) - expected).abs() <= 5e-5 * expected.abs(), "{path}: {} and not {expected}", at(path));
    }
    for (id, verdict) in [("H1", Verdict::Accepted), ("H2", Verdict::Rejected), ("H3", Verdict::Accepted)] {
        assert_eq!(outcome.verdict(id).0, verdict, "{id}");
    }
    assert_eq!(results["import"]["joined"][0]["matched"], 91);
    outcome.must_say(&[
        "Data latihan.",
        "Nilai Posttest lebih tinggi daripada Nilai Pretest",
        "digabung per orang dengan posttest.xlsx (91 orang ada di keduanya)",
        "Baris yang dihitung sebagai responden berjumlah 96.",
        "Angka desimal dalam berkas itu ditulis dengan koma.",
        "Kolom yang tidak dipakai: No, nama, dan LATIHAN.",
    ]);
    // Names and numbers of persons are in the files, and in nothing that is written.
    let written = serde_json::to_string(&results).unwrap();
    for personal in ["Peserta Latihan 0", "1980009", "1980021"] {
        assert!(!written.contains(personal), "{personal}");
    }
    outcome.must_not_say(&["Peserta Latihan 0", "1980009", "1980021"]);
}

/// Real surveys are not called practice, whatever else stands in the chapter.
#[test]
fn a_survey_is_not_called_practice() {
    outcome("disnaker-semarang").must_not_say(&["Data latihan"]);
}

/// `examples/moderasi-latihan` with values from R 4.2: `lm(Y ~ X + M + umur + P)`, then with the centred product, `anova` of both,
/// and the slope with the moderator centred one standard deviation below and above its mean.
#[test]
fn a_moderation_with_controls() {
    let outcome = outcome("moderasi-latihan");
    let results = serde_json::to_value(&outcome.analyzed.results).unwrap();
    assert_eq!(outcome.verdict("H1"), (Verdict::Accepted, "as_expected"));
    assert_eq!(outcome.verdict("H2"), (Verdict::Accepted, "as_expected"));
    let found = &results["moderations"]["H2"];
    for (key, expected) in
        [("r2_without", 0.1780935554), ("r2_with", 0.2556756524), ("f_change", 12.50779), ("p_change", 0.0005769540337)]
    {
        let found = found[key].as_f64().unwrap();
        assert!((found - expected).abs() < 5e-6 * expected.abs(), "{key}: {found}");
    }
    close(&found["product"]["t"], 3.5366352189, "t of the product");
    close(&found["simple_slopes"][0]["b"], -0.5604895737, "slope at low support");
    close(&found["simple_slopes"][2]["p"], 0.82320378217, "p of the slope at high support");
    close(&found["moderator_alone"]["t"], 3.9093993314, "support without the product");
    assert_eq!(found["type"], "quasi");
    outcome.must_say(&["memperlemah pengaruh Beban Kerja", "moderator semu", "H2 diterima"]);
    outcome.must_not_say(&["memperkuat pengaruh Beban Kerja"]);
}

/// `examples/perbedaan-latihan` with values from R 4.2: `t.test`, `wilcox.test` without correction, `leveneTest` about means,
/// `aov`, `TukeyHSD`, `kruskal.test`, `cor.test`, `chisq.test`.
#[test]
fn groups_associations_and_a_level() {
    let outcome = outcome("perbedaan-latihan");
    let results = serde_json::to_value(&outcome.analyzed.results).unwrap();
    for (id, verdict, because) in [
        ("H1", Verdict::Accepted, "as_expected"),
        ("H2", Verdict::Rejected, "not_significant"),
        ("H3", Verdict::Accepted, "as_expected"),
        ("H4", Verdict::Rejected, "not_significant"),
        ("H5", Verdict::Accepted, "as_expected"),
    ] {
        assert_eq!(outcome.verdict(id), (verdict, because), "{id}");
    }
    let at = |path: &str| results["comparisons"].pointer(path).unwrap_or(&Value::Null);
    for (path, expected) in [
        ("/H1/student/statistic", 4.5493545),
        ("/H1/welch/df", 73.43609),
        ("/H1/mann_whitney/p", 5.522919e-05),
        ("/H1/levene/p", 0.54534),
        ("/H2/anova/p", 0.97365),
        ("/H2/kruskal_wallis/p", 0.9728382),
        ("/H3/pearson/p", 0.03108564),
        ("/H3/spearman/estimate", 0.2037186994),
        ("/H4/chi_squared/p", 0.1584353),
        ("/H5/t/statistic", 3.2472973),
        ("/H5/t/p", 0.001610536),
    ] {
        let found = at(path).as_f64().unwrap_or(f64::NAN);
        assert!((found - expected).abs() <= 2e-5 * expected.abs().max(0.01), "{path}: {found} and not {expected}");
    }
    for (path, chosen) in
        [("/H1/chosen", "student"), ("/H2/chosen", "anova"), ("/H3/chosen", "spearman"), ("/H4/chosen", "chi_squared")]
    {
        assert_eq!(at(path), chosen, "{path}");
    }
    outcome.must_say(&[
        "kelompok Perempuan lebih tinggi daripada kelompok Laki-laki",
        "melebihi 70% skor ideal",
        "Tidak ada pasangan kelompok",
    ]);
}

/// `examples/pelatihan-latihan` with values from R 4.2: `t.test(paired = TRUE)`, the gains by hand.
#[test]
fn a_training_before_and_after() {
    let outcome = outcome("pelatihan-latihan");
    let results = serde_json::to_value(&outcome.analyzed.results).unwrap();
    for (id, verdict) in [("H1", Verdict::Accepted), ("H2", Verdict::Rejected), ("H3", Verdict::Accepted)] {
        assert_eq!(outcome.verdict(id).0, verdict, "{id}");
    }
    let found = &results["comparisons"]["H1"];
    close(&found["gain"]["mean_gain"], 0.4697731465, "mean of the gains");
    close(&found["gain"]["class_gain"], 0.4654002714, "gain of the means");
    let counts: Vec<u64> = found["gain"]["bands"].as_array().unwrap().iter().filter_map(|band| band["count"].as_u64()).collect();
    assert_eq!(counts, [4, 33, 5]);
    assert!((found["t"]["statistic"].as_f64().unwrap() - 14.400311).abs() < 1e-6);
    outcome.must_say(&[
        "Nilai Posttest lebih tinggi daripada Nilai Pretest",
        "Desain satu kelompok tanpa pembanding",
        "kategori sedang",
    ]);
}

/// `examples/engagement-practice`, a chapter in English, with values from R 4.2: `lm` of each mediator and of the outcome on their
/// predictors, Sobel's z and the product of three coefficients by hand, `lillie.test`, alpha by its formula.
#[test]
fn six_variables_and_two_mediators_in_english() {
    let outcome = &all_in(Language::En)["engagement-practice"];
    let results = serde_json::to_value(&outcome.analyzed.results).unwrap();
    let findings = serde_json::to_value(&outcome.analyzed.findings).unwrap();
    let rejected = [("H3", "opposite_not_significant"), ("H4", "not_significant"), ("H7", "opposite_not_significant")];
    for hypothesis in &outcome.analyzed.findings.hypotheses {
        match rejected.iter().find(|(id, _)| *id == hypothesis.id) {
            Some((id, because)) => assert_eq!(outcome.verdict(id), (Verdict::Rejected, *because), "{id}"),
            None => assert_eq!(hypothesis.verdict, Verdict::Accepted, "{}", hypothesis.id),
        }
    }
    for (at, p) in [(0, 8.44293197415e-10), (3, 9.14403197182e-2), (5, 2.30695330455e-8), (10, 1.09486807531e-3)] {
        close(&findings["hypotheses"][at]["p"], p, &format!("p of hypothesis {}", at + 1));
    }
    let performance = &results["regressions"]["Y"];
    close(&performance["adjusted_r2"], 0.391336662195, "adjusted R²");
    close(&performance["anova"]["f"], 21.5742196259, "F");
    close(&performance["coefficients"][2]["t"], 2.711164451233, "t of X2");
    close(&results["variables"]["X1"]["alpha"], 0.867502242126, "alpha");
    let ks = results["regressions"]["M1"]["residuals"]["ks"]["d"].as_f64().unwrap();
    assert!((ks - 0.0678713437531).abs() < 1e-9, "{ks}");
    let paths: Vec<&Value> =
        results["effects"].as_array().unwrap().iter().flat_map(|e| e["indirect"].as_array().unwrap()).collect();
    let path = |hypothesis: &str| *paths.iter().find(|path| path["hypothesis"] == hypothesis).unwrap();
    close(&path("H12")["sobel"]["z"], 2.1001126245, "Sobel's z of H12");
    close(&path("H14")["b"], 0.0480896950915, "product of H14");
    outcome.must_say(&[
        "Practice data.",
        "H14 is supported",
        "Servant leadership raises performance through job satisfaction and, in turn, work engagement",
        "Questionnaires that were not completely filled in (3) are excluded from the analysis.",
        "classified as high",
        "Bachelor's degree",
    ]);
    outcome.must_not_say(&["Kepuasan", "hipotesis", "tinggi"]);
}
