//! Every test of an assumption that a study can ask for, in results and chapter. Expected: R 4.2.2 on YF ~ A + B of
//! `remedies.csv` (`shapiro.test`, tseries, nortest, lmtest, `lm` of ln e², `cor.test`; runs and squares by their formulas).

use super::outcome;
use bab4::analyses::results::Assumption;

#[test]
fn all_tests_as_in_r() {
    let study = outcome("assumption-tests");
    let regression = study.analyzed.results.regressions["YF"].value().unwrap();
    let of = |test: &str| -> &Assumption { regression.assumptions.iter().find(|found| found.test == test).unwrap() };
    for (test, statistic, p, met) in [
        ("shapiro-wilk", 0.947_982_83, 4.182_218e-05, false),
        ("jarque-bera", 86.460_815, 1.679_858e-19, false),
        ("anderson-darling", 1.289_452_7, 0.002_295_507, false),
        ("breusch-pagan", 58.764_73, 1.735_406e-13, false),
        ("koenker", 20.273_114, 3.960_493e-05, false),
        ("park", 4.085_242_876, 7.455_699_89e-05, false),
        ("breusch-godfrey", 0.875_093_65, 0.349_549, true),
        ("ramsey-reset", 2.119_697_2, 0.124_046_9, true),
        ("lagrange-multiplier", 4.401_536_289, 0.110_718_078_2, true),
        ("runs", -1.017_853_057, 0.308_747_793_4, true),
    ] {
        let found = of(test);
        let (s, q) = (*found.statistic.value().unwrap(), *found.p.value().unwrap());
        assert!((s - statistic).abs() <= 1e-6 * statistic.abs(), "{test}: {s} is not {statistic}");
        assert!((q - p).abs() <= 1e-3 * p, "{test}: {q} is not {p}");
        assert_eq!(found.met.value(), Some(&met), "{test}");
    }
    assert_eq!((of("park").term.as_deref(), of("spearman").term.as_deref()), (Some("A"), Some("A")));
    assert!((of("spearman").statistic.value().unwrap() - 0.336_004_758_3).abs() < 1e-6);
    assert!((of("durbin-watson").statistic.value().unwrap() - 1.832_053_87).abs() < 1e-7);
    // n = 140, k = 2: dU lies below 1.77, so that 1.832 is beyond doubt.
    assert_eq!(of("durbin-watson").met.value(), Some(&true));
    assert_eq!(of("skewness-kurtosis").met.value(), Some(&false));
    study.must_say(&[
        "Perbandingan Uji Normalitas Residual",
        "Uji Autokorelasi",
        "Uji Linearitas",
        "Asumsi homoskedastisitas disangkal oleh uji Glejser",
        "Asumsi tidak adanya autokorelasi tidak disangkal oleh uji Durbin-Watson (d = 1,832), uji runs (Sig. = 0,309), dan uji Breusch-Godfrey (Sig. = 0,350), sehingga asumsi tersebut terpenuhi pada model pertama.",
        "Park (Gaji)",
    ]);
}

#[test]
fn a_test_without_its_own_table_stands_alone() {
    let study = outcome("assumption-others");
    study.must_say(&["Hasil uji Shapiro-Wilk atas asumsi normalitas residual", "Hasil uji White atas asumsi homoskedastisitas"]);
    study.must_not_say(&["Kolmogorov-Smirnov satu sampel", "uji Glejser, yaitu"]);
}
