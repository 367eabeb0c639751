//! What the examples must yield, with values from R (`lm`, `nortest::lillie.test`, the Sobel formula by hand).

use crate::outcomes::outcome;
use bab4::findings::Verdict;
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
    outcome.must_not_say(&["contoh.id"]);
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
