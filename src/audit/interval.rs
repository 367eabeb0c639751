//! Closed intervals of real numbers: what a printed number may have been before it was rounded.
//!
//! Every operation gives an interval that holds all results for values inside its operands (Moore, 1966, *Interval
//! Analysis*). A little is added outward for the rounding of binary arithmetic, so that an empty intersection means that no
//! value fits.

use serde::Serialize;

/// Relative width added at each end for binary rounding.
const SLACK: f64 = 1e-11;

/// All numbers from `low` to `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// Lower end; may be −∞.
    pub low: f64,
    /// Upper end; may be +∞.
    pub high: f64,
}

impl Interval {
    /// Every number.
    pub const ALL: Interval = Interval { low: f64::NEG_INFINITY, high: f64::INFINITY };
    /// Every number that is not negative.
    pub const NOT_NEGATIVE: Interval = Interval { low: 0.0, high: f64::INFINITY };
    /// From 0 to 1: probabilities, R², tolerance.
    pub const UNIT: Interval = Interval { low: 0.0, high: 1.0 };
    /// From −1 to 1: correlations.
    pub const CORRELATION: Interval = Interval { low: -1.0, high: 1.0 };

    /// From `low` to `high`; NaN ends become infinite.
    pub fn new(low: f64, high: f64) -> Interval {
        Interval {
            low: if low.is_nan() { f64::NEG_INFINITY } else { low },
            high: if high.is_nan() { f64::INFINITY } else { high },
        }
    }

    /// One number.
    pub fn exactly(value: f64) -> Interval {
        Interval::new(value, value)
    }

    /// Whether it holds no number.
    pub fn is_empty(self) -> bool {
        self.low > self.high
    }

    /// Whether both ends are finite.
    pub fn is_bounded(self) -> bool {
        self.low.is_finite() && self.high.is_finite()
    }

    /// Distance of its ends.
    pub fn width(self) -> f64 {
        self.high - self.low
    }

    /// Middle of a bounded interval, the finite end of a half-line.
    pub fn middle(self) -> f64 {
        match (self.low.is_finite(), self.high.is_finite()) {
            (true, true) => self.low + 0.5 * (self.high - self.low),
            (true, false) => self.low,
            (false, true) => self.high,
            (false, false) => 0.0,
        }
    }

    /// Whether a number lies inside.
    pub fn holds(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// The numbers in both; may be empty.
    pub fn meet(self, other: Interval) -> Interval {
        Interval { low: self.low.max(other.low), high: self.high.min(other.high) }
    }

    /// The smallest interval around both.
    pub fn join(self, other: Interval) -> Interval {
        Interval { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// A little wider at both ends, for binary rounding.
    pub fn outward(self) -> Interval {
        let by = |end: f64| if end.is_finite() { end.abs() * SLACK + 1e-13 } else { 0.0 };
        Interval { low: self.low - by(self.low), high: self.high + by(self.high) }
    }

    /// x + y.
    pub fn plus(self, other: Interval) -> Interval {
        Interval::new(self.low + other.low, self.high + other.high).outward()
    }

    /// x − y.
    pub fn minus(self, other: Interval) -> Interval {
        Interval::new(self.low - other.high, self.high - other.low).outward()
    }

    /// −x.
    pub fn negated(self) -> Interval {
        Interval { low: -self.high, high: -self.low }
    }

    /// x · y; 0 · ∞ counts as 0.
    pub fn times(self, other: Interval) -> Interval {
        let product = |a: f64, b: f64| if a == 0.0 || b == 0.0 { 0.0 } else { a * b };
        let ends = [
            product(self.low, other.low),
            product(self.low, other.high),
            product(self.high, other.low),
            product(self.high, other.high),
        ];
        let low = ends.iter().copied().fold(f64::INFINITY, f64::min);
        let high = ends.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Interval::new(low, high).outward()
    }

    /// x / y; everything when y may be 0, except that a y of one sign that reaches 0 gives a half-line.
    pub fn over(self, other: Interval) -> Interval {
        if other.low > 0.0 || other.high < 0.0 {
            return self.times(Interval::new(1.0 / other.high, 1.0 / other.low));
        }
        if other.low == 0.0 && other.high > 0.0 {
            return self.times(Interval { low: 1.0 / other.high, high: f64::INFINITY });
        }
        if other.high == 0.0 && other.low < 0.0 {
            return self.times(Interval { low: f64::NEG_INFINITY, high: 1.0 / other.low });
        }
        Interval::ALL
    }

    /// x².
    pub fn squared(self) -> Interval {
        let size = self.size();
        Interval::new(size.low * size.low, size.high * size.high).outward()
    }

    /// √x of the part that is not negative; empty when there is none.
    pub fn root(self) -> Interval {
        if self.high < 0.0 {
            return Interval { low: 1.0, high: 0.0 };
        }
        Interval::new(self.low.max(0.0).sqrt(), self.high.sqrt()).outward()
    }

    /// |x|.
    pub fn size(self) -> Interval {
        if self.low >= 0.0 {
            self
        } else if self.high <= 0.0 {
            self.negated()
        } else {
            Interval { low: 0.0, high: self.high.max(-self.low) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(low: f64, high: f64) -> Interval {
        Interval::new(low, high)
    }

    /// Worked by hand from the ends.
    #[test]
    fn operations_hold_every_result() {
        let (a, b) = (between(-1.0, 2.0), between(3.0, 4.0));
        for (found, low, high) in [
            (a.plus(b), 2.0, 6.0),
            (a.minus(b), -5.0, -1.0),
            (a.times(b), -4.0, 8.0),
            (a.over(b), -1.0 / 3.0, 2.0 / 3.0),
            (a.squared(), 0.0, 4.0),
            (a.size(), 0.0, 2.0),
            (b.root(), 3.0_f64.sqrt(), 2.0),
        ] {
            assert!((found.low - low).abs() < 1e-9 && (found.high - high).abs() < 1e-9, "{found:?}");
            assert!(found.low <= low && found.high >= high, "outward");
        }
    }

    #[test]
    fn division_by_what_may_be_zero_gives_no_false_bound() {
        assert_eq!(between(1.0, 2.0).over(between(-1.0, 1.0)), Interval::ALL);
        let half = between(1.0, 2.0).over(between(0.0, 4.0));
        assert!(half.low <= 0.25 && half.low > 0.2499 && half.high.is_infinite());
        assert!(between(-2.0, -1.0).root().is_empty());
        assert!(between(0.0, 1.0).meet(between(2.0, 3.0)).is_empty());
    }
}
