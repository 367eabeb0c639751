//! How far a target was reached, in per cent.

use super::StatsError;

/// What was aimed at, and which way is better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aim {
    /// At least this.
    AtLeast(f64),
    /// At most this, by what was saved: (2T − R)/T.
    AtMost(f64),
    /// At most this, by the ratio: T/R.
    AtMostByRatio(f64),
    /// Anything from the first to the second.
    Within(f64, f64),
}

/// An achievement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Achievement {
    /// In per cent of the target; not capped.
    pub percent: f64,
    /// Whether the target was reached.
    pub reached: bool,
}

/// The achievement of a realization R against a target T, in per cent.
///
/// More is better: 100 R/T. Less is better: 100 (2T − R)/T, which loses a per cent for each per cent too much and may fall
/// below zero, or 100 T/R where the report declares the ratio. A range: 100 within it, 100 R/low below, 100 high/R above.
/// The first two are the rules of the annual performance reports of Indonesian agencies (LKjIP). Of ranges Permenpan-RB 8/2021
/// is quoted as dividing the realization by the upper end, which would reward whoever misses it; the inverse is taken here.
/// Whether the target was reached is read from the numbers themselves, not from the percentage.
///
/// Errors: `Undefined` for a target of zero (or, by the ratio, a realization of zero), a target below zero, or a number
/// that is not finite.
pub fn achievement(aim: Aim, realization: f64) -> Result<Achievement, StatsError> {
    let of = |numerator: f64, denominator: f64, reached: bool| {
        let percent = 100.0 * numerator / denominator;
        // A target below zero turns the direction round: per cent of it say nothing.
        if denominator > 0.0 && percent.is_finite() { Ok(Achievement { percent, reached }) } else { Err(StatsError::Undefined) }
    };
    match aim {
        Aim::AtLeast(target) => of(realization, target, realization >= target),
        Aim::AtMost(target) => of(2.0 * target - realization, target, realization <= target),
        Aim::AtMostByRatio(target) if target > 0.0 => of(target, realization, realization <= target),
        Aim::AtMostByRatio(_) => Err(StatsError::Undefined),
        Aim::Within(low, _) if realization < low => of(realization, low, false),
        Aim::Within(_, high) if realization > high => of(high, realization, false),
        Aim::Within(low, _) => of(low.max(1.0), low.max(1.0), true),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn percent(aim: Aim, realization: f64) -> f64 {
        achievement(aim, realization).unwrap().percent
    }

    #[test]
    fn a_district_s_professionalism_index() {
        // An annual report prints target 63, realization 62,04, achievement 98,48 per cent, not reached.
        let found = achievement(Aim::AtLeast(63.0), 62.04).unwrap();
        assert!((found.percent - 98.48).abs() < 0.005 && !found.reached);
    }

    #[test]
    fn less_is_better() {
        // Ten complaints allowed: eight are 120 (or 125 by the ratio), twelve 80 (or 83,33), thirty minus 100.
        assert!((percent(Aim::AtMost(10.0), 8.0) - 120.0).abs() < 1e-12);
        assert!((percent(Aim::AtMostByRatio(10.0), 8.0) - 125.0).abs() < 1e-12);
        assert!((percent(Aim::AtMost(10.0), 12.0) - 80.0).abs() < 1e-12);
        assert!((percent(Aim::AtMostByRatio(10.0), 12.0) - 1000.0 / 12.0).abs() < 1e-12);
        assert!((percent(Aim::AtMost(10.0), 30.0) + 100.0).abs() < 1e-12);
        assert!(achievement(Aim::AtMost(10.0), 8.0).unwrap().reached && !achievement(Aim::AtMost(10.0), 12.0).unwrap().reached);
        // None at all is the best there is, which a ratio cannot say.
        assert!((percent(Aim::AtMost(10.0), 0.0) - 200.0).abs() < 1e-12);
        assert_eq!(achievement(Aim::AtMostByRatio(10.0), 0.0), Err(StatsError::Undefined));
    }

    #[test]
    fn ranges() {
        let range = Aim::Within(40.0, 60.0);
        for (realization, expected, reached) in
            [(40.0, 100.0, true), (60.0, 100.0, true), (50.0, 100.0, true), (30.0, 75.0, false), (75.0, 80.0, false)]
        {
            let found = achievement(range, realization).unwrap();
            assert!((found.percent - expected).abs() < 1e-12 && found.reached == reached, "{realization}");
        }
        assert_eq!(achievement(Aim::Within(0.0, 5.0), 3.0).unwrap(), Achievement { percent: 100.0, reached: true });
    }

    #[test]
    fn targets_of_nothing() {
        for aim in [Aim::AtLeast(0.0), Aim::AtLeast(-5.0), Aim::AtMost(0.0), Aim::AtMostByRatio(0.0)] {
            assert_eq!(achievement(aim, 3.0), Err(StatsError::Undefined), "{aim:?}");
        }
        assert_eq!(achievement(Aim::AtLeast(5.0), f64::NAN), Err(StatsError::Undefined));
        assert!(percent(Aim::AtLeast(5.0), 0.0).abs() < 1e-12);
    }
}
