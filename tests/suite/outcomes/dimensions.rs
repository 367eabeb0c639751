//! Dimensions with scores of their own, weights, a factor, missing answers and successive intervals.

use super::outcome;
use bab4::findings::Verdict::Accepted;

/// R 4.2: alpha by its formula, `lm(nilai ~ X.B + M)`, `cor.test`; the data as in the head of this suite, `set.seed(4)`.
#[test]
fn dimensions_are_scored_tested_and_claimed() {
    let study = outcome("dimensions");
    assert_eq!(study.verdict("H1"), (Accepted, "as_expected"));
    assert_eq!(study.verdict("H3"), (Accepted, "as_expected"));
    let results = serde_json::to_value(&study.analyzed.results).unwrap();
    for (path, expected) in [
        ("/variables/X.A/alpha", 0.8380110146),
        ("/variables/X.C/alpha", 0.3127304912),
        ("/variables/X/alpha", 0.6512333966),
        ("/variables/X.A/item_mean", 3.522222222),
        // Sums of the dimensions, the second twice.
        ("/variables/X/mean", 22.61666667),
        ("/variables/X/sd", 3.919061054),
        ("/variables/X/min", 13.0),
        ("/variables/M/n", 58.0),
        ("/variables/M/from_incomplete", 2.0),
        ("/variables/M/mean", 89.67672414),
        ("/variables/M/sd", 18.99699934),
        ("/variables/S/mean", 13.42812187),
        ("/variables/S/sd", 2.74437494),
        ("/items/X.5/in_dimension/r", 0.1871922245),
        ("/regressions/Y/coefficients/1/t", 3.780760754),
        ("/regressions/Y/coefficients/2/b", 0.225206128),
        ("/comparisons/H3/pearson/estimate", 0.7764357543),
    ] {
        let found = results.pointer(path).and_then(serde_json::Value::as_f64).unwrap_or(f64::NAN);
        assert!((found - expected).abs() < 1e-8 * expected.abs(), "{path}: {found} and not {expected}");
    }
    assert_eq!(results.pointer("/items/X.4/in_dimension/absent").unwrap(), "one_item");
    // 25 to 125 in three equal bands: 89,68 lies between 58,33 and 91,67.
    assert_eq!(results.pointer("/variables/M/category").unwrap(), "sedang");
    study.must_say(&[
        "Dimensi dengan rata-rata butir tertinggi ialah Arahan (3,522; tinggi), sedangkan yang terendah ialah Dukungan (3,008; cukup).",
        "Skor Kepemimpinan merupakan jumlah tertimbang skor dimensinya, yaitu Arahan, Teladan, dan Dukungan; skor setiap dimensi adalah jumlah skor butirnya. Bobotnya adalah Arahan 1; Teladan 2; Dukungan 1.",
        "Skor dihitung bagi responden yang menjawab sedikitnya 80,0% butirnya; 2 skor berasal dari jawaban yang tidak lengkap",
        "Jawaban yang berskala ordinal lebih dahulu diubah menjadi data interval dengan Method of Successive Interval",
        "butir Perhatian dan Bantuan tidak valid untuk dimensinya (r hitung 0,187; 0,187)",
        "Butir dimensi Teladan tidak dapat diuji di dalam dimensinya karena",
        "Pada tingkat dimensi, koefisien alpha Kepemimpinan berkisar dari 0,313 (Dukungan) hingga 0,838 (Arahan); yang tidak mencapai batas 0,70 ialah Dukungan",
        "Reliabilitas dimensi Teladan tidak dapat dihitung karena",
        "semakin tinggi Teladan, semakin tinggi Nilai Kerja",
    ]);
    study.must_not_say(&["Skor Nilai Kerja merupakan"]);
}
