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

/// Real surveys are not called practice, whatever else stands in the chapter.
#[test]
fn a_survey_is_not_called_practice() {
    outcome("disnaker-semarang").must_not_say(&["Data latihan"]);
}
