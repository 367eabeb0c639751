//! Mid-ranks, and which values are tied: decided on decimals, not on bits.

/// The powers of ten that a double holds exactly.
const POWERS_OF_TEN: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21,
    1e22,
];

/// The value rounded to 12 significant decimal digits (and −0 as 0).
///
/// Scale means, paired differences and residuals carry noise in the last bits, and two programs then
/// disagree on which cases are tied. Everything that is ranked or grouped goes through here first.
pub fn canonical(value: f64) -> f64 {
    if !value.is_finite() {
        return value;
    }
    let size = value.abs();
    // Whole numbers of at most 12 digits are already what they should be.
    if size < 1e12 && size.fract() <= 0.0 {
        return value + 0.0;
    }
    if (1e-9..1e15).contains(&size) {
        let places = 11 - decade(size);
        // One multiplication and one division by exact powers: two noisy copies of one decimal meet
        // in the same whole number and therefore leave as the same double.
        return if places >= 0 {
            let power = POWERS_OF_TEN[places as usize];
            (value * power).round() / power
        } else {
            let power = POWERS_OF_TEN[(-places) as usize];
            (value / power).round() * power
        };
    }
    format!("{value:.11e}").parse().unwrap_or(value)
}

/// The e with 10^e ≤ size < 10^(e+1), for 1e-9 ≤ size < 1e15.
fn decade(size: f64) -> i32 {
    let mut e = size.log10().floor() as i32;
    // The logarithm may fall on the wrong side of a power of ten.
    if size >= ten_to(e + 1) {
        e += 1;
    } else if size < ten_to(e) {
        e -= 1;
    }
    e
}

fn ten_to(e: i32) -> f64 {
    let power = POWERS_OF_TEN[(e.unsigned_abs() as usize).min(22)];
    if e < 0 { 1.0 / power } else { power }
}

/// The ranks of a column and the sizes of its groups of ties.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranks {
    /// Rank of each value, 1 the smallest; tied values share the mean of their ranks.
    pub ranks: Vec<f64>,
    /// How many values each group of ties holds, groups of one left out.
    pub ties: Vec<usize>,
}

impl Ranks {
    /// Σ(t³ − t) over the groups of ties: the correction term of the rank tests.
    pub fn tie_correction(&self) -> f64 {
        self.tie_sum(|t| t * t * t - t)
    }

    /// Σ t(t − 1) over the groups of ties: twice the number of tied pairs.
    pub fn tied_pairs_twice(&self) -> f64 {
        self.tie_sum(|t| t * (t - 1.0))
    }

    /// Σ f(t) over the groups of ties.
    pub fn tie_sum(&self, f: impl Fn(f64) -> f64) -> f64 {
        self.ties.iter().map(|&t| f(t as f64)).sum()
    }
}

/// Mid-ranks of finite values, ties by [`canonical`].
pub fn mid_ranks(values: &[f64]) -> Ranks {
    let canonical: Vec<f64> = values.iter().map(|&v| canonical(v)).collect();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|&a, &b| canonical[a].total_cmp(&canonical[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut ties = Vec::new();
    let mut before = 0_usize;
    for group in order.chunk_by(|&a, &b| canonical[a].total_cmp(&canonical[b]).is_eq()) {
        let t = group.len();
        let shared = before as f64 + (t as f64 + 1.0) / 2.0;
        for &case in group {
            ranks[case] = shared;
        }
        if t > 1 {
            ties.push(t);
        }
        before += t;
    }
    Ranks { ranks, ties }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn noise_in_the_last_bits_does_not_untie() {
        assert_ne!(0.1 + 0.2, 0.3);
        assert_eq!(canonical(0.1 + 0.2), canonical(0.3));
        assert_eq!(canonical(0.999_999_999_999_999_9), 1.0);
        assert_eq!(canonical(1000.0 - 1e-12), 1000.0);
        assert_eq!(canonical(-0.0).to_bits(), 0.0_f64.to_bits());
        assert_eq!(canonical(1.234_567_890_123_4), 1.234_567_890_12);
        assert_eq!(canonical(-1_234_567_890_123.4), -1_234_567_890_120.0);
        assert_eq!(canonical(1.234_567_890_123_4e-30), 1.234_567_890_12e-30);
        assert_eq!(canonical(f64::MAX), 1.797_693_134_86e308);
        assert_eq!(canonical(1e-9), 1e-9);
        assert!(canonical(f64::NAN).is_nan());
    }

    proptest! {
        // The decimal conversion of the standard library is correctly rounded.
        #[test]
        fn fast_path_equals_decimal_text(m in -9.999_f64..9.999, e in -12_i32..17) {
            let value = m * 10_f64.powi(e);
            let text: f64 = format!("{value:.11e}").parse().unwrap();
            let found = canonical(value);
            // Halves are exact in text only: allow one unit of the twelfth digit there.
            prop_assert!((found - text).abs() <= 1e-11 * text.abs());
            prop_assert_eq!(canonical(found), found);
            prop_assert_eq!(canonical(f64::from_bits(found.to_bits() + 2)), found);
        }
    }

    // Differences drug2 − drug1 of Student's sleep data (1908), zero left out: R 4.2.2 rank().
    #[test]
    fn ranks_of_the_sleep_differences() {
        let first = [0.7, -1.6, -0.2, -1.2, 3.4, 3.7, 0.8, 0.0, 2.0];
        let second = [1.9, 0.8, 1.1, 0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        let differences: Vec<f64> = second.iter().zip(first).map(|(b, a)| b - a).collect();
        let ranks = mid_ranks(&differences);
        // 1.1 − (−0.2) and 0.1 − (−1.2) are both 1.3, though not the same double.
        assert_eq!(ranks.ranks, [3.0, 8.0, 4.5, 4.5, 2.0, 7.0, 1.0, 9.0, 6.0]);
        assert_eq!(ranks.ties, [2]);
        assert_eq!(ranks.tie_correction(), 6.0);
        assert_eq!(ranks.tied_pairs_twice(), 2.0);
    }

    #[test]
    fn empty_and_all_tied() {
        assert_eq!(mid_ranks(&[]).ranks, Vec::<f64>::new());
        let all = mid_ranks(&[4.0; 5]);
        assert_eq!((all.ranks, all.ties), (vec![3.0; 5], vec![5]));
    }
}
