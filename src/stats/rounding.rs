//! Decimal rounding, halves away from zero.

/// `value` rounded to `decimals`, halves away from zero on the decimal number a reader would write.
///
/// Binary noise is removed first (15 significant digits), so that 2.675, stored just below itself, rounds to 2.68 as it
/// would by hand. Values that are not finite come back unchanged.
pub fn round_half_away(value: f64, decimals: usize) -> f64 {
    if !value.is_finite() || value == 0.0 {
        return value;
    }
    near_a_whole_number(value, decimals).unwrap_or_else(|| by_digits(value, decimals))
}

/// Powers of ten that a double holds exactly, as many as are needed for decimals that are printed.
const TENS: [f64; 10] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/// The rounded value where no noise can change it: `value`·10^`decimals` is small enough that its error stays far below its
/// distance from a half. A whole number over a power of ten, both exact, is the nearest double to the decimal.
fn near_a_whole_number(value: f64, decimals: usize) -> Option<f64> {
    let ten = *TENS.get(decimals)?;
    let scaled = value.abs() * ten;
    let whole = scaled.round();
    let certain = scaled < 1e9 && (scaled - whole).abs() < 0.499_999;
    certain.then(|| if whole == 0.0 { 0.0 } else { (whole / ten).copysign(value) })
}

/// The rounded value from the decimal digits.
fn by_digits(value: f64, decimals: usize) -> f64 {
    let written = format!("{:.14e}", value.abs());
    let Some((mantissa, exponent)) = written.split_once('e') else { return value };
    let Ok(exponent) = exponent.parse::<i64>() else { return value };
    let digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect();
    // Digits that stay: those before the point (exponent + 1 of them) and `decimals` behind it.
    let keep = exponent + 1 + i64::try_from(decimals).unwrap_or(i64::MAX / 2);
    if keep < 0 {
        return 0.0;
    }
    let keep = usize::try_from(keep).unwrap_or(usize::MAX);
    if keep >= digits.len() {
        return value;
    }
    let mut kept: u64 = digits[..keep].iter().fold(0, |number, digit| number * 10 + u64::from(*digit));
    if digits[keep] >= 5 {
        kept += 1;
    }
    let rounded = format!("{kept}e-{decimals}").parse::<f64>().unwrap_or(value.abs());
    if value < 0.0 { -rounded } else { rounded }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp)]
    use super::{by_digits, near_a_whole_number, round_half_away};
    use proptest::prelude::*;

    proptest! {
        /// Wherever the short way answers, it answers as the digits do.
        #[test]
        fn both_ways_agree(whole in 0u32..2_000_000, thousandths in 0u32..1000, decimals in 0usize..10, negative: bool) {
            let size = f64::from(whole) / 1000.0 + f64::from(thousandths) / 1e7;
            let value = if negative { -size } else { size };
            if let Some(short) = near_a_whole_number(value, decimals) {
                prop_assert_eq!(short, by_digits(value, decimals));
            }
        }
    }

    #[test]
    fn a_half_is_left_to_the_digits() {
        assert_eq!(near_a_whole_number(2.675, 2), None);
        assert_eq!(near_a_whole_number(2.676, 2), Some(2.68));
    }

    #[test]
    fn halves_go_away_from_zero_on_the_decimal_value() {
        // Decimal arithmetic by hand; the binary values of 2.675 and 1.005 lie below the half.
        for (value, decimals, expected) in [
            (2.675, 2, 2.68),
            (1.005, 2, 1.01),
            (-2.675, 2, -2.68),
            (0.5, 0, 1.0),
            (0.4999, 0, 0.0),
            (0.0004999, 3, 0.0),
            (0.0005, 3, 0.001),
            (3.405, 2, 3.41),
            (3.404, 2, 3.4),
            (999.9996, 3, 1000.0),
            (1e-30, 3, 0.0),
            (123456789.125, 2, 123456789.13),
            (1e300, 2, 1e300),
            // More decimals than any number has.
            (2.675, usize::MAX, 2.675),
        ] {
            assert_eq!(round_half_away(value, decimals), expected, "{value} to {decimals}");
        }
    }
}
