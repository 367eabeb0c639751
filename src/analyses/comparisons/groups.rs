//! Groups compared: Student, Welch, Mann–Whitney; analysis of variance, Welch, Kruskal–Wallis; and which decides (V5).

use super::Source;
use super::parts::{POWER, all_normal, bare_effect_size, blank, effect_size, group, normality, t_variant, variant, z_limit};
use crate::analyses::results::{
    ComparisonResult, DirectedResult, EffectSizeResult, LeveneResult, Outcome, PostHocResult, VariantResult, number,
};
use crate::stats::StatsError;
use crate::stats::analysis_of_variance::{RobustTest, brown_forsythe, one_way, welch};
use crate::stats::critical_values::f_critical;
use crate::stats::detectable_effect::{detectable_d, detectable_f2};
use crate::stats::distributions::chi_squared_quantile;
use crate::stats::dunn::dunn;
use crate::stats::group_summary::GroupSummary;
use crate::stats::kruskal_wallis::kruskal_wallis;
use crate::stats::levene::{Centre, levene};
use crate::stats::mann_whitney::{Estimate, mann_whitney};
use crate::stats::multiple_comparisons::{MeanComparison, games_howell, tukey_kramer};
use crate::stats::standardized_difference::of_two_groups;
use crate::stats::t_test::two_samples;
use crate::stats::variance_explained::variance_explained_limits;
use crate::study::settings::GroupsTest;
use indexmap::IndexMap;

/// Values by group, in the order in which they are compared.
struct Grouped {
    names: Vec<String>,
    values: Vec<Vec<f64>>,
    summaries: Vec<GroupSummary>,
}

pub(super) fn compare(
    source: Source<'_>,
    variable: &str,
    by: &str,
    direction: Option<(&str, &str)>,
) -> Outcome<ComparisonResult> {
    let Some(scores) = source.scores.variables.get(variable) else { return Outcome::absent("no_outcome") };
    let Some(data) = source.dataset.characteristics.get(by) else { return Outcome::absent("no_groups") };
    let mut all: Vec<(String, Vec<f64>)> = data.categories.iter().map(|name| (name.clone(), Vec::new())).collect();
    for (score, code) in scores.iter().zip(&data.codes) {
        if let (Some(score), Some(code)) = (score, code)
            && let Some(group) = all.get_mut(*code as usize)
        {
            group.1.push(score);
        }
    }
    all.retain(|(_, values)| !values.is_empty());
    let directed = direction
        .map(|(higher, lower)| DirectedResult { higher: printed(source, by, higher), lower: printed(source, by, lower) });
    // Of two groups the one expected higher comes first, so that an expected difference is positive.
    if let (Some(directed), [_, second]) = (&directed, all.as_slice())
        && second.0 == directed.higher
    {
        all.reverse();
    }
    let n = all.iter().map(|(_, values)| values.len()).sum();
    let mut found = blank("groups", variable, Some(by), n, scores.len().saturating_sub(n));
    if all.len() < 2 {
        return Outcome::absent(if all.is_empty() { "no_cases" } else { "one_group" });
    }
    if let Some(directed) = directed {
        found.directed = if [&directed.higher, &directed.lower].iter().all(|name| all.iter().any(|(known, _)| known == *name)) {
            Outcome::Computed(directed)
        } else {
            Outcome::absent("group_empty")
        };
    }
    let (names, values): (Vec<String>, Vec<Vec<f64>>) = all.into_iter().unzip();
    let summaries: Result<Vec<GroupSummary>, StatsError> = values.iter().map(|group| GroupSummary::of(group)).collect();
    let summaries = match summaries {
        Ok(summaries) => summaries,
        Err(error) => return Outcome::absent(error.key()),
    };
    let grouped = Grouped { names, values, summaries };
    found.normality =
        grouped.names.iter().zip(&grouped.values).map(|(name, values)| normality(name, values, source.alpha())).collect();
    found.levene = Outcome::from(levene(&grouped.values, Centre::Mean)).map(|test| LeveneResult {
        f: test.f,
        df1: test.df1,
        df2: test.df2,
        p: test.p,
        met: test.p >= source.alpha(),
    });
    if grouped.names.len() == 2 {
        two(source, &grouped, direction.is_some(), &mut found);
    } else {
        several(source, &grouped, &mut found);
    }
    decide(source, &mut found, grouped.names.len() == 2);
    Outcome::Computed(found)
}

/// The printed category of a value as the claim names it, raw or printed.
fn printed(source: Source<'_>, by: &str, value: &str) -> String {
    let found = source.study.characteristic(by).and_then(|known| {
        let written = known.values.get(value).map(|text| text.plain(source.study.language));
        // The claim may hold the printed words in the other language.
        let other = || {
            let same = |text: &&crate::language::Text| {
                crate::language::Language::ALL.iter().any(|language| text.get(*language) == value)
            };
            known.values.values().find(same).map(|text| text.plain(source.study.language))
        };
        written.or_else(other)
    });
    found.unwrap_or_else(|| value.to_owned())
}

fn two(source: Source<'_>, grouped: &Grouped, directed: bool, found: &mut ComparisonResult) {
    let ([first, second], [a, b], [name_a, name_b]) =
        (grouped.values.as_slice(), grouped.summaries.as_slice(), grouped.names.as_slice())
    else {
        return;
    };
    let (confidence, alpha) = (source.confidence(), source.alpha());
    let t = two_samples(a, b, confidence);
    let ranks = mann_whitney(first, second, confidence);
    let ranked = ranks.as_ref().ok();
    found.groups = vec![
        group(name_a, first, ranked.map(|test| &test.first), alpha),
        group(name_b, second, ranked.map(|test| &test.second), alpha),
    ];
    let student = Outcome::from(t.map(|test| t_variant(source, test.student, directed)));
    let welch = Outcome::from(t.and_then(|test| test.welch).map(|test| t_variant(source, test, directed)));
    let mann_whitney = Outcome::from(ranks).map(|test| VariantResult {
        critical: z_limit(source, directed),
        more: IndexMap::from([
            ("u".to_owned(), number(test.u)),
            ("w".to_owned(), number(test.w)),
            ("p_exact".to_owned(), test.p_exact.map_or_else(|| Outcome::absent("too_many_for_exact"), number)),
        ]),
        ..variant(test.z, test.p)
    });
    found.variants =
        IndexMap::from([("student".to_owned(), student), ("welch".to_owned(), welch), ("mann_whitney".to_owned(), mann_whitney)]);
    let standardized = t.and_then(|test| of_two_groups(test.student.t, a.n, b.n, confidence));
    found.effect_size = IndexMap::from([
        ("cohens_d".to_owned(), effect_size(standardized.map(|found| found.d))),
        ("hedges_g".to_owned(), effect_size(standardized.map(|found| found.g))),
        ("rank_biserial".to_owned(), effect_size(ranks.map(|test| test.rank_biserial))),
        ("r".to_owned(), bare_effect_size(ranks.map(|test| test.r))),
    ]);
    found.detectable = detectable_d(a.n, b.n, source.alpha(), POWER).into();
}

fn several(source: Source<'_>, grouped: &Grouped, found: &mut ComparisonResult) {
    let alpha = source.alpha();
    let table = one_way(&grouped.summaries);
    let ranks = kruskal_wallis(&grouped.values);
    let rank = |position: usize| ranks.as_ref().ok().and_then(|test| test.groups.get(position));
    found.groups = grouped
        .names
        .iter()
        .zip(&grouped.values)
        .enumerate()
        .map(|(position, (name, values))| group(name, values, rank(position), alpha))
        .collect();
    let f_variant = |f: f64, df1: usize, df2: f64, p: f64| VariantResult {
        df1: number(df1 as f64),
        df: number(df2),
        critical: f_critical(df1 as f64, df2, alpha).into(),
        ..variant(f, p)
    };
    let robust = |test: Result<RobustTest, StatsError>| Outcome::from(test).map(|t| f_variant(t.f, t.df1, t.df2, t.p));
    let anova = Outcome::from(table).map(|t| f_variant(t.f, t.df_between, t.df_within as f64, t.p));
    let kruskal = Outcome::from(ranks.clone()).map(|test| VariantResult {
        df: number(test.df as f64),
        critical: number(chi_squared_quantile(1.0 - alpha, test.df as f64)),
        ..variant(test.h, test.p)
    });
    found.variants = IndexMap::from([
        ("anova".to_owned(), anova),
        ("welch".to_owned(), robust(welch(&grouped.summaries))),
        ("brown_forsythe".to_owned(), robust(brown_forsythe(&grouped.summaries))),
        ("kruskal_wallis".to_owned(), kruskal),
    ]);
    let explained = |value: f64| {
        let limits = table.and_then(|t| variance_explained_limits(t.f, t.df_between, t.df_within, source.confidence()));
        limits.map(|(low, high)| Estimate { value, low, high })
    };
    found.effect_size = IndexMap::from([
        ("eta_squared".to_owned(), effect_size(table.and_then(|t| explained(t.eta_squared)))),
        ("omega_squared".to_owned(), effect_size(table.and_then(|t| explained(t.omega_squared)))),
        ("epsilon_squared".to_owned(), bare_effect_size(ranks.as_ref().map(|test| test.epsilon_squared).map_err(|e| *e))),
    ]);
    let between = grouped.names.len() - 1;
    found.detectable = detectable_f2(found.n, between, between, alpha, POWER).into();
    found.post_hoc = post_hoc(source, grouped);
}

/// All pairs by three methods.
fn post_hoc(source: Source<'_>, grouped: &Grouped) -> Vec<PostHocResult> {
    let alpha = source.alpha();
    let name = |position: usize| grouped.names.get(position).cloned().unwrap_or_default();
    let means = |method: &str, (first, second): (usize, usize), pair: Result<MeanComparison, StatsError>| {
        let pick = |value: fn(&MeanComparison) -> f64| Outcome::from(pair.as_ref().map(value).map_err(|error| *error));
        PostHocResult {
            method: method.to_owned(),
            a: name(first),
            b: name(second),
            difference: pick(|pair| pair.difference),
            se: pick(|pair| pair.se),
            statistic: pick(|pair| pair.t),
            df: pick(|pair| pair.df),
            p: pick(|pair| pair.p),
            ci_low: pick(|pair| pair.low),
            ci_high: pick(|pair| pair.high),
            significant: Outcome::from(pair.map(|pair| pair.p < alpha)),
            chosen: false,
        }
    };
    let mut out = Vec::new();
    if let Ok(pairs) = tukey_kramer(&grouped.summaries, source.confidence()) {
        out.extend(pairs.into_iter().map(|pair| means("tukey", (pair.first, pair.second), Ok(pair))));
    }
    let pairs = games_howell(&grouped.summaries, source.confidence());
    out.extend(pairs.into_iter().map(|(first, second, pair)| means("games_howell", (first, second), pair)));
    if let Ok(test) = kruskal_wallis(&grouped.values) {
        out.extend(dunn(&test).into_iter().map(|pair| PostHocResult {
            method: "dunn".to_owned(),
            a: name(pair.first),
            b: name(pair.second),
            difference: number(pair.difference),
            se: number(pair.se),
            statistic: number(pair.z),
            df: Outcome::absent("not_applicable"),
            p: number(pair.p_holm),
            ci_low: Outcome::absent("no_interval"),
            ci_high: Outcome::absent("no_interval"),
            significant: number(pair.p_holm).map(|p| p < alpha),
            chosen: false,
        }));
    }
    out
}

/// V5: normal in every group and equal variances → Student or analysis of variance; normal only → Welch; else ranks.
fn decide(source: Source<'_>, found: &mut ComparisonResult, two: bool) {
    let (student, rank) = if two { ("student", "mann_whitney") } else { ("anova", "kruskal_wallis") };
    let (variant, reason) = match (source.study.analysis.groups, all_normal(&found.normality), found.levene.value()) {
        (GroupsTest::Student, ..) => (student, "declared"),
        (GroupsTest::Welch, ..) => ("welch", "declared"),
        (GroupsTest::Rank, ..) => (rank, "declared"),
        (GroupsTest::Auto, None, _) => (rank, "normality_untested"),
        (GroupsTest::Auto, Some(false), _) => (rank, "not_normal"),
        (GroupsTest::Auto, Some(true), Some(levene)) if levene.met => (student, "normal_equal_variances"),
        (GroupsTest::Auto, Some(true), Some(_)) => ("welch", "normal_unequal_variances"),
        (GroupsTest::Auto, Some(true), None) => ("welch", "variances_untested"),
    };
    found.choose(variant, reason);
    let (size, method) = match variant {
        "student" => ("cohens_d", ""),
        "anova" => ("eta_squared", "tukey"),
        "welch" if two => ("cohens_d", ""),
        "welch" => ("eta_squared", "games_howell"),
        "mann_whitney" => ("rank_biserial", ""),
        _ => ("epsilon_squared", "dunn"),
    };
    found.effect_size_chosen = match found.effect_size.get(size) {
        Some(Outcome::Computed(EffectSizeResult { .. })) => Outcome::Computed(size.to_owned()),
        Some(Outcome::Absent(absent)) => Outcome::Absent(absent.clone()),
        None => Outcome::absent("not_applicable"),
    };
    for pair in &mut found.post_hoc {
        pair.chosen = pair.method == method;
    }
}
