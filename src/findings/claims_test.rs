//! Claims about groups, pairs, levels, associations and products on the answers of the example study, from claim to
//! verdict. Expected values: R 4.2.2, tests/published/claims.R, groups.R, association.R and moderation.R.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_cmp)]

use super::example_test::{results, study as example};
use super::{Findings, HypothesisFinding, Verdict, judge};
use crate::analyses::results::{ComparisonResult, Outcome, Results};
use crate::dataset::test_study::Build;
use crate::study::claim::Level;
use crate::study::settings::{AssociationTest, GainBands, GroupsTest, PairedTest, Tails};
use crate::study::{Claim, Direction, Hypothesis, Sign, Study};

fn hypothesis(id: &str, claim: Claim) -> Hypothesis {
    Hypothesis {
        id: id.to_owned(),
        claim_text: String::new(),
        regression: None,
        statement: None,
        prior: Default::default(),
        discussion: Default::default(),
        declared: None,
        claim,
    }
}

fn own(text: &str) -> String {
    text.to_owned()
}

fn groups(variable: &str, by: &str, direction: Option<(&str, &str)>) -> Claim {
    let direction = match direction {
        None => Direction::None,
        Some((higher, lower)) => Direction::Above { higher: own(higher), lower: own(lower) },
    };
    Claim::Groups { variable: own(variable), by: own(by), direction }
}

fn association(a: &str, b: &str, sign: Option<Sign>) -> Claim {
    Claim::Association { a: own(a), b: own(b), sign }
}

/// The example study with these claims instead of its own.
fn study(claims: Vec<Claim>) -> Study {
    let mut study = example();
    for code in ["jenis_kelamin", "umur"] {
        if study.characteristic(code).is_none() {
            let built = Build::new(1, 5).characteristic(code, |_| {}).study();
            study.characteristics.extend(built.characteristics);
        }
    }
    study.analysis.resamples = 0;
    study.hypotheses = claims.into_iter().enumerate().map(|(at, claim)| hypothesis(&format!("H{}", at + 1), claim)).collect();
    study
}

fn run(study: &Study) -> (Results, Findings) {
    let results = results(study);
    let findings = judge(study, &results);
    (results, findings)
}

fn comparison<'a>(results: &'a Results, id: &str) -> &'a ComparisonResult {
    results.comparisons[id].value().unwrap()
}

fn close(found: &Outcome<f64>, expected: f64) {
    let found = *found.value().unwrap();
    assert!((found - expected).abs() <= 1e-8 * expected.abs(), "{found} is not {expected}");
}

fn verdict(finding: &HypothesisFinding) -> (Verdict, &str, &str) {
    (finding.verdict, finding.because.as_str(), finding.test.value().map_or("", String::as_str))
}

#[test]
fn two_groups_by_normality_and_variances() {
    let claims = vec![
        groups("Y2", "jenis_kelamin", None),
        groups("X1", "jenis_kelamin", None),
        groups("X2", "jenis_kelamin", Some(("Laki-laki", "Perempuan"))),
        groups("X2", "jenis_kelamin", Some(("Perempuan", "Laki-laki"))),
    ];
    let mut study = study(claims);
    let (results, findings) = run(&study);
    let y2 = comparison(&results, "H1");
    assert_eq!((y2.reason.as_str(), y2.n, y2.missing, y2.groups[0].n), ("normal_equal_variances", 68, 0, 41));
    close(&y2.variants["student"].value().unwrap().statistic, 0.493_520_148_552_526_3);
    close(&y2.variants["mann_whitney"].value().unwrap().statistic, 0.307_899_813_030_716_8);
    close(&y2.normality[0].p, 0.754_838_875_065_990_2);
    assert!((y2.levene.value().unwrap().p - 0.690_150_512_596_808_4).abs() < 1e-9);
    assert_eq!(verdict(&findings.hypotheses[0]), (Verdict::Rejected, "not_significant", "student"));
    close(&findings.hypotheses[0].p, 0.623_283_408_554_022_2);
    close(&findings.hypotheses[0].estimate, 0.122_316_637_533_066_6);
    // Levene's p of .029 turns to Welch.
    assert_eq!(comparison(&results, "H2").reason, "normal_unequal_variances");
    close(&findings.hypotheses[1].df, 64.400_772_611_291_67);
    close(&findings.hypotheses[1].p, 0.838_934_861_966_625_6);
    // A direction changes nothing in two tails but what the other direction means.
    close(&findings.hypotheses[2].p, 0.122_286_962_802_052_5);
    assert_eq!(verdict(&findings.hypotheses[2]), (Verdict::Rejected, "not_significant", "student"));
    assert_eq!(verdict(&findings.hypotheses[3]), (Verdict::Rejected, "opposite_not_significant", "student"));
    close(&findings.hypotheses[3].statistic, -1.565_334_645_226_286);
    study.analysis.tails = Tails::One;
    let (results, findings) = run(&study);
    close(&findings.hypotheses[2].p, 0.122_286_962_802_052_5 / 2.0);
    close(&findings.hypotheses[3].p, 1.0 - 0.122_286_962_802_052_5 / 2.0);
    // One-tailed 5 % of 66 degrees of freedom, R qt(.95, 66); without a direction there are two tails.
    close(&findings.hypotheses[2].critical, 1.668_270_514_227_633);
    close(&comparison(&results, "H1").variants["student"].value().unwrap().critical, 1.996_564_418_952_312);
    study.analysis.groups = GroupsTest::Rank;
    let (results, findings) = run(&study);
    assert_eq!((comparison(&results, "H1").reason.as_str(), verdict(&findings.hypotheses[0]).2), ("declared", "mann_whitney"));
    close(&findings.hypotheses[0].p, 0.758_158_568_065_430_6);
    close(&findings.hypotheses[0].estimate, 0.044_263_775_971_093_1);
    study.analysis.groups = GroupsTest::Welch;
    assert_eq!(verdict(&run(&study).1.hypotheses[0]).2, "welch");
}

#[test]
fn several_groups_and_a_direction_between_two_of_them() {
    let claims = vec![
        groups("Y2", "umur", None),
        groups("Y2", "umur", Some(("40 - 49 Tahun", "30 - 39 Tahun"))),
        groups("Y2", "umur", Some(("60 Tahun", "30 - 39 Tahun"))),
    ];
    let mut study = study(claims);
    let (results, findings) = run(&study);
    let found = comparison(&results, "H1");
    assert_eq!(found.reason, "normal_equal_variances");
    close(&findings.hypotheses[0].statistic, 1.455_092_150_295_920_4);
    close(&findings.hypotheses[0].p, 0.240_879_335_984_417_05);
    assert_eq!(
        (findings.hypotheses[0].df1.clone(), findings.hypotheses[0].df.clone()),
        (Outcome::Computed(2.0), Outcome::Computed(65.0))
    );
    close(&found.variants["kruskal_wallis"].value().unwrap().statistic, 3.440_982_575_529_825);
    assert_eq!(found.effect_size_chosen, Outcome::Computed("eta_squared".to_owned()));
    assert_eq!(found.post_hoc.len(), 9);
    assert!(found.post_hoc.iter().all(|pair| pair.chosen == (pair.method == "tukey")));
    // R's TukeyHSD of the pair; its ptukey keeps six digits.
    let pair = &findings.hypotheses[1];
    assert_eq!(verdict(pair), (Verdict::Rejected, "not_significant", "tukey"));
    assert!((pair.p.value().unwrap() / 0.228_745_515_957_709_9 - 1.0).abs() < 1e-6);
    close(&pair.b, 3.938_888_888_888_883);
    assert_eq!(verdict(&findings.hypotheses[2]), (Verdict::NotTested, "group_empty", ""));
    study.analysis.groups = GroupsTest::Rank;
    let (_, findings) = run(&study);
    assert_eq!(verdict(&findings.hypotheses[0]).2, "kruskal_wallis");
    assert_eq!(verdict(&findings.hypotheses[1]).2, "dunn");
    close(&findings.hypotheses[1].p, 0.200_269_340_068_487_4);
}

#[test]
fn associations_of_variables_and_of_characteristics() {
    let positive = Some(Sign::Positive);
    let claims = vec![
        association("X1", "Y2", positive),
        association("X1", "Y2", Some(Sign::Negative)),
        association("jenis_kelamin", "umur", None),
    ];
    let mut study = study(claims);
    let (results, findings) = run(&study);
    assert_eq!(comparison(&results, "H1").reason, "normal");
    assert_eq!(verdict(&findings.hypotheses[0]), (Verdict::Accepted, "as_expected", "pearson"));
    close(&findings.hypotheses[0].estimate, 0.732_173_416_614_512_9);
    assert_eq!(verdict(&findings.hypotheses[1]), (Verdict::Rejected, "opposite", "pearson"));
    let table = comparison(&results, "H3");
    assert_eq!((table.kind.as_str(), table.reason.as_str()), ("crosstab", "expected_counts_low"));
    assert_eq!(verdict(&findings.hypotheses[2]), (Verdict::Rejected, "not_significant", "fisher"));
    close(&findings.hypotheses[2].p, 0.554_910_379_730_158_7);
    close(&table.variants["chi_squared"].value().unwrap().statistic, 1.066_559_603_867_643);
    close(&findings.hypotheses[2].estimate, 0.125_238_572_560_042_8);
    let cells = table.table.value().unwrap();
    assert_eq!((cells.low_cells, cells.row_totals.clone(), cells.column_totals.clone()), (2, vec![41, 27], vec![5, 36, 27]));
    study.analysis.association = AssociationTest::Spearman;
    study.analysis.tails = Tails::One;
    let (_, findings) = run(&study);
    close(&findings.hypotheses[0].estimate, 0.725_850_548_883_957_4);
    assert_eq!(verdict(&findings.hypotheses[1]), (Verdict::Rejected, "opposite_not_significant", "spearman"));
    study.analysis.association = AssociationTest::Kendall;
    assert_eq!(verdict(&run(&study).1.hypotheses[0]).2, "kendall");
}

#[test]
fn pairs_and_levels() {
    let paired = |second_higher| Claim::Paired { first: own("X1"), second: own("Y1"), second_higher };
    let level = |above, level| Claim::Level { variable: own("Y2"), above, level };
    let claims = vec![
        paired(None),
        paired(Some(true)),
        level(true, Level::Percent(70.0)),
        level(false, Level::Percent(70.0)),
        level(true, Level::Value(3.5)),
    ];
    let mut study = study(claims);
    let (results, findings) = run(&study);
    let pair = comparison(&results, "H1");
    assert_eq!((pair.reason.as_str(), pair.groups.len()), ("normal", 3));
    close(&findings.hypotheses[0].statistic, -0.586_118_324_191_910_1);
    close(&findings.hypotheses[0].p, 0.559_765_427_630_944_7);
    close(&Outcome::Computed(pair.variants["wilcoxon"].value().unwrap().p), 0.615_574_409_933_905_6);
    assert_eq!(verdict(&findings.hypotheses[1]), (Verdict::Rejected, "opposite_not_significant", "t"));
    assert!(!pair.variants.contains_key("mcnemar"));
    assert_eq!(comparison(&results, "H3").unit, Outcome::Computed("percent".to_owned()));
    close(&findings.hypotheses[2].statistic, -1.888_663_071_883_635);
    assert_eq!(verdict(&findings.hypotheses[2]), (Verdict::Rejected, "opposite_not_significant", "t"));
    assert_eq!(verdict(&findings.hypotheses[3]), (Verdict::Rejected, "not_significant", "t"));
    // 70 % of 50 and 3,5 of 5 are the same claim.
    close(&findings.hypotheses[4].p, 0.063_266_712_429_997_54);
    assert_eq!(comparison(&results, "H5").groups[0].max, Outcome::Computed(4.6));
    study.analysis.tails = Tails::One;
    study.analysis.paired = PairedTest::T;
    let (results, findings) = run(&study);
    assert_eq!(comparison(&results, "H1").reason, "declared");
    assert_eq!(verdict(&findings.hypotheses[3]), (Verdict::Accepted, "as_expected", "t"));
    close(&findings.hypotheses[3].p, 0.063_266_712_429_997_54 / 2.0);
    study.analysis.paired = PairedTest::Rank;
    let (_, findings) = run(&study);
    close(&findings.hypotheses[3].p, 0.099_573_631_662_482_5 / 2.0);
    // Hake: the class gain of means that do not rise is low.
    study.analysis.gain = GainBands::Hake;
    let (results, _) = run(&study);
    let gain = comparison(&results, "H1").gain.value().unwrap().clone();
    assert_eq!((gain.highest, gain.band.as_str(), gain.n + gain.at_ceiling), (45.0, "low", 68));
    assert_eq!(gain.bands.iter().map(|band| band.count).sum::<usize>(), gain.n);
}

#[test]
fn a_product_beside_the_main_regression() {
    let product = |sign| Claim::Product { x: own("X1"), moderator: own("X2"), to: own("Y2"), sign };
    let mut study = study(vec![product(Some(Sign::Positive)), product(None)]);
    // The main regression of Y2 holds Y1 too, as a control.
    let (results, findings) = run(&study);
    let found = results.moderations["H1"].value().unwrap();
    close(&Outcome::Computed(found.f_change), 0.365_733_814_842_344_2);
    close(&found.product.p, 0.547_511_011_601_278_4);
    close(&Outcome::Computed(found.simple_slopes[0].b), 0.233_275_535_721_494_1);
    assert_eq!(found.terms, ["X1", "X2", "Y1", "X1*X2"]);
    // The moderator alone has p = .043.
    assert_eq!((found.kind.as_str(), found.direction.clone()), ("predictor", Outcome::absent("not_significant")));
    assert!(found.johnson_neyman.iter().all(|bound| bound.within_data) && found.significant_inside);
    close(
        &Outcome::Computed(found.r2_without),
        *Outcome::Computed(results.regressions["Y2"].value().unwrap().r2).value().unwrap(),
    );
    assert_eq!(verdict(&findings.hypotheses[0]), (Verdict::Rejected, "not_significant", "t"));
    assert_eq!(findings.hypotheses[0].at.as_deref(), Some("moderations/H1/product"));
    study.analysis.tails = Tails::One;
    let (_, findings) = run(&study);
    close(&findings.hypotheses[0].p, 0.547_511_011_601_278_4 / 2.0);
    close(&findings.hypotheses[1].p, 0.547_511_011_601_278_4);
    study.regressions.retain(|regression| regression.outcome != "Y2");
    assert_eq!(verdict(&run(&study).1.hypotheses[0]), (Verdict::NotTested, "no_regression", ""));
}
