//! Appraisal of the performance of Indonesian civil servants under three successive rules.

use super::StatsError;

/// Weight of the targets under PP 46/2011 (*sasaran kerja pegawai*), the rest being behaviour.
pub const PP_46_TARGETS: f64 = 0.6;
/// The same under PP 30/2019 art. 41.
pub const PP_30_TARGETS: f64 = 0.7;
/// The same where peers and subordinates are asked too.
pub const PP_30_TARGETS_360: f64 = 0.6;
/// Savings of time or cost up to this many per cent raise the value; beyond it they lower it (Perka BKN 1/2013).
const SAVINGS: f64 = 24.0;

/// The value of performance in points: `weight` · targets + (1 − `weight`) · behaviour.
///
/// # Errors
/// `Undefined` for values that are not finite or below zero.
pub fn performance_value(targets: f64, behavior: f64, weight: f64) -> Result<f64, StatsError> {
    let usable = |value: f64| value.is_finite() && value >= 0.0;
    if usable(targets) && usable(behavior) {
        Ok(weight * targets + (1.0 - weight) * behavior)
    } else {
        Err(StatsError::Undefined)
    }
}

/// Value of an aspect of which more is better, quantity and quality: 100 · realized / target (Perka BKN 1/2013).
///
/// # Errors
/// `Undefined` for a target of zero or below, and for what is not finite.
pub fn more_is_better(target: f64, realized: f64) -> Result<f64, StatsError> {
    if target > 0.0 && target.is_finite() && realized >= 0.0 && realized.is_finite() {
        Ok(100.0 * realized / target)
    } else {
        Err(StatsError::Undefined)
    }
}

/// Value of an aspect of which less is better, time and cost: with the saving E = 100 − 100 · realized/target,
/// (1,76 · target − realized)/target · 100 while E ≤ 24 %, else 76 − ((1,76 · target − realized)/target · 100 − 100)
/// (Perka BKN 1/2013). Twelve of twelve months give 76,00.
///
/// # Errors
/// As [`more_is_better`].
pub fn less_is_better(target: f64, realized: f64) -> Result<f64, StatsError> {
    if !(target > 0.0 && target.is_finite() && realized >= 0.0 && realized.is_finite()) {
        return Err(StatsError::Undefined);
    }
    let saved = 100.0 - 100.0 * realized / target;
    let value = (1.76 * target - realized) / target * 100.0;
    // A saving of exactly 24 per cent may be computed a rounding above itself.
    Ok(if saved <= SAVINGS + 1e-9 { value } else { 76.0 - (value - 100.0) })
}

/// A rating against what was expected (Permenpan-RB 6/2022).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rating {
    /// *Di bawah ekspektasi.*
    Below,
    /// *Sesuai ekspektasi.*
    Meets,
    /// *Di atas ekspektasi.*
    Above,
}

/// A predicate, the lowest first: its number is its rank from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Predicate {
    /// *Sangat kurang.*
    VeryPoor = 1,
    /// *Kurang* (misconduct).
    Poor = 2,
    /// *Butuh perbaikan.*
    NeedsImprovement = 3,
    /// *Baik.*
    Good = 4,
    /// *Sangat baik.*
    VeryGood = 5,
}

/// The predicate of results and behaviour, the matrix of Permenpan-RB 6/2022.
pub fn predicate(results: Rating, behavior: Rating) -> Predicate {
    match (results, behavior) {
        (Rating::Above, Rating::Above) => Predicate::VeryGood,
        (Rating::Above, Rating::Meets) | (Rating::Meets, Rating::Above | Rating::Meets) => Predicate::Good,
        (Rating::Above | Rating::Meets, Rating::Below) => Predicate::Poor,
        (Rating::Below, Rating::Above | Rating::Meets) => Predicate::NeedsImprovement,
        (Rating::Below, Rating::Below) => Predicate::VeryPoor,
    }
}

/// The predicate of a value under PP 30/2019 art. 41: 110–120 is very good only with a new idea that is of use.
pub fn predicate_of_value(value: f64, idea: bool) -> Predicate {
    match value {
        value if value >= 110.0 && idea => Predicate::VeryGood,
        value if value >= 90.0 => Predicate::Good,
        // *Cukup*, *kurang*, *sangat kurang*.
        value if value >= 70.0 => Predicate::NeedsImprovement,
        value if value >= 50.0 => Predicate::Poor,
        _ => Predicate::VeryPoor,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Permenpan-RB 6/2022, all nine cells as the reproductions of its table have them.
    #[test]
    fn nine_cells() {
        use Predicate::{Good, NeedsImprovement, Poor, VeryGood, VeryPoor};
        use Rating::{Above, Below, Meets};
        for (results, row) in [
            (Above, [VeryGood, Good, Poor]),
            (Meets, [Good, Good, Poor]),
            (Below, [NeedsImprovement, NeedsImprovement, VeryPoor]),
        ] {
            for (behavior, expected) in [Above, Meets, Below].into_iter().zip(row) {
                assert_eq!(predicate(results, behavior), expected, "{results:?} {behavior:?}");
            }
        }
    }

    /// Perka BKN 1/2013: 12 of 12 months 76,00; by hand 10 of 12 (E 16,67 %) 92,67; 9,12 of 12 (E 24 %) 100; 6 of 12
    /// (E 50 %) 76 − (126 − 100) = 50; 13 of 12 (E −8,33 %) 67,67.
    #[test]
    fn time_and_cost() {
        for (realized, expected) in [(12.0, 76.0), (10.0, 92.666_666_7), (9.12, 100.0), (6.0, 50.0), (13.0, 67.666_666_7)] {
            assert!((less_is_better(12.0, realized).unwrap() - expected).abs() < 1e-6, "{realized}");
        }
        assert!((more_is_better(20.0, 18.0).unwrap() - 90.0).abs() < 1e-12);
        for wrong in [(0.0, 1.0), (-1.0, 1.0), (1.0, f64::NAN), (f64::INFINITY, 1.0), (1.0, -1.0)] {
            assert_eq!(less_is_better(wrong.0, wrong.1), Err(StatsError::Undefined));
            assert_eq!(more_is_better(wrong.0, wrong.1), Err(StatsError::Undefined));
        }
    }

    /// By hand: 60 % of 85 and 40 % of 80 are 83; 70/30 83,5.
    #[test]
    fn weights() {
        assert!((performance_value(85.0, 80.0, PP_46_TARGETS).unwrap() - 83.0).abs() < 1e-12);
        assert!((performance_value(85.0, 80.0, PP_30_TARGETS).unwrap() - 83.5).abs() < 1e-12);
        assert!((performance_value(85.0, 80.0, PP_30_TARGETS_360).unwrap() - 83.0).abs() < 1e-12);
        assert_eq!(performance_value(f64::NAN, 80.0, 0.6), Err(StatsError::Undefined));
    }

    /// PP 30/2019 art. 41: each limit belongs to the band above it; without the idea 110 and more is good.
    #[test]
    fn predicates_of_values() {
        use Predicate::{Good, NeedsImprovement, Poor, VeryGood, VeryPoor};
        for (value, idea, expected) in [
            (120.0, true, VeryGood),
            (110.0, true, VeryGood),
            (110.0, false, Good),
            (109.99, true, Good),
            (90.0, false, Good),
            (89.99, false, NeedsImprovement),
            (70.0, false, NeedsImprovement),
            (50.0, false, Poor),
            (49.99, true, VeryPoor),
        ] {
            assert_eq!(predicate_of_value(value, idea), expected, "{value} {idea}");
        }
    }
}
