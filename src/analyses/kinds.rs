//! What each number of the results is: the one place that says "this is a p-value".

use crate::numbers::Kind;

/// The kind of the number at a path of `results.json`.
pub fn kind(path: &str) -> Kind {
    let mut parts = path.rsplit('/');
    let last = parts.next().unwrap_or_default();
    let parent = parts.next().unwrap_or_default();
    if path.starts_with("series/answers/") {
        return Kind::Score;
    }
    if path.starts_with("comparisons/") || path.starts_with("moderations/") {
        // The interval of a group's mean is printed like the mean.
        if path.contains("/groups/") && matches!(last, "ci_low" | "ci_high") {
            return Kind::Mean;
        }
        return claim_kind(parent, last).unwrap_or_else(|| common_kind(parent, last));
    }
    if path.starts_with("import/") {
        return match last {
            "header_row" => Kind::Identifier,
            "value" => Kind::Score,
            _ => Kind::Count,
        };
    }
    // Printed as the limits of the bands they fall in.
    if path.starts_with("index/") || path.starts_with("targets/") {
        return match last {
            "value" | "mean" | "mean_uncapped" | "achievement" | "counted" | "cap" | "from" | "band_low" | "band_high"
            | "attendance" | "mean_attendance" | "mean_achievement" | "absorbed" | "efficiency" => Kind::Band,
            "r" => Kind::Statistic,
            "p" => Kind::P,
            "before" | "after" | "change" => Kind::Score,
            "target" | "target_low" | "target_high" | "realization" => Kind::Score,
            _ => Kind::Count,
        };
    }
    if path.starts_with("service/") {
        return match last {
            "n" | "declared" | "used" | "rank" => Kind::Count,
            "times" => Kind::Limit,
            "weight" | "weight_sum" if parent != "other" => Kind::Interval,
            "weight" => Kind::Limit,
            "nrr_sum" | "scale_low" => Kind::Interval,
            "nrr" => Kind::Mean,
            "weighted" | "weighted_sum" | "se" => Kind::Statistic,
            "df" => Kind::DegreesOfFreedom,
            "sum" => Kind::Score,
            _ => Kind::Band,
        };
    }
    if path.starts_with("records/") {
        return match last {
            "possible" | "mean" | "lowest" | "highest" | "points" | "from" => Kind::Band,
            "percent" | "percent_total" => Kind::Percent,
            "case" => Kind::Identifier,
            _ => Kind::Count,
        };
    }
    if path.starts_with("group_scores/") {
        return match last {
            "item_mean" => Kind::Mean,
            "score" | "highest" | "before" | "after" | "change" => Kind::Band,
            "gain" => Kind::Statistic,
            "gain_percent" => Kind::Percent,
            _ => Kind::Count,
        };
    }
    if path.starts_with("matrix/") {
        return match last {
            "mean" => Kind::Mean,
            "middle" => Kind::Score,
            _ => Kind::Count,
        };
    }
    if path.starts_with("crosstabs/") || path.starts_with("yes_no/") {
        return match last {
            "row_percent" | "yes_percent" | "no_percent" | "mean_yes_percent" | "mean_no_percent" => Kind::Percent,
            "mean_yes" | "mean_no" | "mean_n" => Kind::Score,
            "reproducibility" | "scalability" => Kind::Statistic,
            "minimum_reproducibility" | "minimum_scalability" => Kind::Limit,
            _ => Kind::Count,
        };
    }
    common_kind(parent, last)
}

/// What only claims have, under `comparisons` and `moderations`.
fn claim_kind(parent: &str, last: &str) -> Option<Kind> {
    Some(match (parent, last) {
        ("row_totals" | "column_totals", _) => Kind::Count,
        (_, "negative" | "positive" | "zero" | "up" | "down" | "at_ceiling" | "low_cells") => Kind::Count,
        (_, "p_exact" | "p_chi_squared" | "p_change") => Kind::P,
        (_, "low_cells_percent" | "row_percent" | "class_gain_percent" | "mean_gain_percent") => Kind::Percent,
        (_, "from") => Kind::Limit,
        (
            _,
            "at" | "lowest" | "highest" | "target" | "u" | "w" | "rank_sum" | "mean_rank" | "sum_negative" | "sum_positive"
            | "mean_rank_negative" | "mean_rank_positive" | "expected" | "smallest_expected" | "x_low" | "x_high"
            | "predicted_low" | "predicted_high",
        ) => Kind::Score,
        _ => return None,
    })
}

fn common_kind(parent: &str, last: &str) -> Kind {
    match (parent, last) {
        ("sampling", "required") => Kind::Count,
        ("sampling", "margin" | "chi_squared" | "proportion") => Kind::Limit,
        ("sampling", _) => Kind::Score,
        ("residuals", "mean") => Kind::ResidualMean,
        ("residuals", "sd") => Kind::ResidualSd,
        ("percentile" | "bca" | "mc_error" | "one_tailed" | "interval", "low" | "high") => Kind::Interval,
        ("counts" | "summary", _) | ("studentized", "above_zero" | "below_zero") => Kind::Count,
        ("answers", _) => Kind::Percent,
        ("scores", _) => Kind::Score,
        (
            _,
            "rows"
            | "distributed"
            | "returned"
            | "usable"
            | "n"
            | "incomplete"
            | "count"
            | "missing"
            | "k"
            | "resamples"
            | "failed"
            | "reliability_n"
            | "tested_n"
            | "position"
            | "excluded_count"
            | "excluded_incomplete"
            | "excluded_declared"
            | "changed"
            | "tested_count"
            | "valid_count"
            | "band_count"
            | "flagged_count"
            | "step"
            | "from_incomplete",
        ) => Kind::Count,
        (_, "seed" | "case") => Kind::Identifier,
        (_, "tails") => Kind::Count,
        (_, "df" | "df_regression" | "df_residual" | "df_total" | "validity_df" | "df1" | "df2") => Kind::DegreesOfFreedom,
        (_, "p" | "p_bootstrap" | "direct_p" | "corrected_p" | "mahalanobis_p") => Kind::P,
        ("influence", "limit_residual" | "limit_cook") => Kind::Limit,
        ("excluded_outliers", _) => Kind::Count,
        (_, "alpha_minimum" | "vif_limit" | "tolerance_limit") => Kind::Limit,
        ("meta", "alpha" | "confidence") | (_, "confidence_one_tailed") => Kind::Limit,
        (_, "see") => Kind::StandardErrorOfEstimate,
        (
            _,
            "percent"
            | "percent_total"
            | "returned_percent"
            | "usable_percent"
            | "index"
            | "adjusted_r2_percent"
            | "unexplained_percent"
            | "indirect_percent"
            | "component_percent"
            | "single_percent",
        ) => Kind::Percent,
        (_, "item_mean") => Kind::Mean,
        (parent, "mean") if parent != "residuals" => Kind::Mean,
        (_, "band_low" | "band_high" | "band_width") => Kind::Band,
        (_, "sum" | "median" | "mode" | "min" | "max") => Kind::Score,
        _ => Kind::Statistic,
    }
}

/// What the number at a path is compared with when a verdict is drawn from it.
#[derive(Debug, Clone, PartialEq)]
pub enum Beside {
    /// The number at this path.
    Path(String),
    /// Zero.
    Zero,
}

/// What the number at a path is compared with, for the numbers that a sentence sets beside a limit.
pub fn beside(path: &str) -> Option<Beside> {
    let (parent, last) = path.rsplit_once('/')?;
    let sibling = |name: &str| Some(Beside::Path(format!("{parent}/{name}")));
    let first = path.split('/').next().unwrap_or_default();
    match (first, last) {
        ("items", "r") => sibling("r_critical"),
        ("items", "r_critical") => sibling("r"),
        ("variables", "alpha") => sibling("alpha_minimum"),
        ("regressions", "f") => sibling("f_critical"),
        ("regressions", "f_critical") => sibling("f"),
        ("hypotheses", "statistic") => sibling("critical"),
        ("hypotheses", "critical") => sibling("statistic"),
        (_, "low" | "high") if kind(path) == Kind::Interval => Some(Beside::Zero),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_follow_the_path() {
        assert_eq!(kind("regressions/Y1/residuals/sd"), Kind::ResidualSd);
        assert_eq!(kind("regressions/Y1/coefficients/1/p"), Kind::P);
        assert_eq!(kind("items/X1.1/counts/3"), Kind::Count);
        assert_eq!(kind("items/X1.1/mean"), Kind::Mean);
        assert_eq!(kind("effects/0/indirect/0/percentile/low"), Kind::Interval);
        assert_eq!(kind("variables/X1/alpha"), Kind::Statistic);
        assert_eq!(kind("meta/alpha"), Kind::Limit);
        assert_eq!(kind("comparisons/H1/mann_whitney/p_exact"), Kind::P);
        assert_eq!(kind("comparisons/H1/groups/0/mean"), Kind::Mean);
        assert_eq!(kind("comparisons/H1/table/row_totals/0"), Kind::Count);
        assert_eq!(kind("comparisons/H1/student/df"), Kind::DegreesOfFreedom);
        assert_eq!(kind("comparisons/H1/groups/0/ci_low"), Kind::Mean);
        assert_eq!(kind("comparisons/H1/student/ci_low"), Kind::Statistic);
        // A row of the file is named, not counted: 84322, never 84.322.
        assert_eq!(kind("regressions/Y1/influence/cases/0/case"), Kind::Identifier);
        assert_eq!(kind("moderations/H1/product/b"), Kind::Statistic);
        assert_eq!(kind("moderations/H1/simple_slopes/0/predicted_low"), Kind::Score);
    }
}
