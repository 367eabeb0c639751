//! Two variables: Pearson, Spearman and Kendall with intervals, and which decides (V5).

use super::Source;
use super::parts::{POWER, all_normal, blank, group, normality, t_limit, variant, z_limit};
use crate::analyses::columns::complete;
use crate::analyses::results::{ComparisonResult, Outcome, VariantResult, number};
use crate::stats::StatsError;
use crate::stats::correlation::{Correlation, fisher_interval, kendall, pearson, spearman};
use crate::stats::correlation_interval::{kendall_interval, spearman_interval};
use crate::stats::detectable_effect::detectable_r;
use crate::study::settings::AssociationTest;
use indexmap::IndexMap;

/// Both ends of the interval of a coefficient, from it, the number of pairs and the confidence.
type IntervalOf = fn(f64, usize, f64) -> Result<(f64, f64), StatsError>;

pub(super) fn compare(source: Source<'_>, a: &str, b: &str, directed: bool) -> Outcome<ComparisonResult> {
    let columns = source.scores.variables.get(a).zip(source.scores.variables.get(b));
    let Some((first, second)) = columns else { return Outcome::absent("no_outcome") };
    let cases = complete(&[first, second]);
    let [x, y] = cases.as_slice() else { return Outcome::absent("no_cases") };
    if x.is_empty() {
        return Outcome::absent("no_cases");
    }
    let confidence = source.confidence();
    let mut found = blank("association", a, Some(b), x.len(), first.len().saturating_sub(x.len()));
    found.groups = vec![group(a, x, None, source.alpha()), group(b, y, None, source.alpha())];
    found.normality = vec![normality(a, x, source.alpha()), normality(b, y, source.alpha())];
    let by_t = |test: Result<Correlation, StatsError>, interval: IntervalOf| {
        Outcome::from(test).map(|test| {
            let df = (test.n - 2) as f64;
            // Of a perfect correlation t is infinite and absent.
            let t = test.r * (df / ((1.0 - test.r) * (1.0 + test.r))).sqrt();
            let ends = interval(test.r, test.n, confidence);
            VariantResult {
                df: number(df),
                critical: t_limit(source, df, directed),
                ..coefficient(variant(t, test.p), test.r, ends)
            }
        })
    };
    let tau = Outcome::from(kendall(x, y)).map(|test| {
        let ends = kendall_interval(test.tau_b, test.n, confidence);
        VariantResult { critical: z_limit(source, directed), ..coefficient(variant(test.z, test.p), test.tau_b, ends) }
    });
    found.variants = IndexMap::from([
        ("pearson".to_owned(), by_t(pearson(x, y), fisher_interval)),
        ("spearman".to_owned(), by_t(spearman(x, y), spearman_interval)),
        ("kendall".to_owned(), tau),
    ]);
    found.detectable = detectable_r(x.len(), source.alpha(), POWER).into();
    let (name, reason) = match (source.study.analysis.association, all_normal(&found.normality)) {
        (AssociationTest::Pearson, _) => ("pearson", "declared"),
        (AssociationTest::Spearman, _) => ("spearman", "declared"),
        (AssociationTest::Kendall, _) => ("kendall", "declared"),
        (AssociationTest::Auto, Some(true)) => ("pearson", "normal"),
        (AssociationTest::Auto, Some(false)) => ("spearman", "not_normal"),
        (AssociationTest::Auto, None) => ("spearman", "normality_untested"),
    };
    found.choose(name, reason);
    Outcome::Computed(found)
}

fn coefficient(variant: VariantResult, r: f64, ends: Result<(f64, f64), StatsError>) -> VariantResult {
    VariantResult {
        estimate: number(r),
        ci_low: Outcome::from(ends.map(|ends| ends.0)),
        ci_high: Outcome::from(ends.map(|ends| ends.1)),
        ..variant
    }
}
