//! Where a continuous function crosses zero inside a bracket.

/// Most function values a search may cost; bisection alone would need about 1 100 for the whole range of `f64`,
/// but every caller works on a logarithm or a bounded statistic, where 60 suffice.
const MOST_STEPS: usize = 200;

/// The x in `[a, b]` where `f` changes its sign, to the last bits of x; `None` when the ends have the same sign.
///
/// Bisection, replaced by inverse quadratic interpolation wherever that is safe (Chandrupatla 1997,
/// *Advances in Engineering Software* 28, 145–149). `f` may be infinite, for such a step is a bisection.
pub(crate) fn crossing(f: impl Fn(f64) -> f64, a: f64, b: f64) -> Option<f64> {
    // `newest` and `opposite` always enclose the crossing; `previous` is the third point of the parabola.
    let (mut newest, mut opposite) = (b, a);
    let (mut f_newest, mut f_opposite) = (f(b), f(a));
    if f_newest == 0.0 {
        return Some(newest);
    }
    if f_opposite == 0.0 {
        return Some(opposite);
    }
    if f_newest.is_nan() || f_opposite.is_nan() || (f_newest > 0.0) == (f_opposite > 0.0) {
        return None;
    }
    let mut fraction = 0.5;
    for _ in 0..MOST_STEPS {
        let x = newest + fraction * (opposite - newest);
        let f_x = f(x);
        let (previous, f_previous);
        if (f_x > 0.0) == (f_newest > 0.0) {
            (previous, f_previous) = (newest, f_newest);
        } else {
            (previous, f_previous) = (opposite, f_opposite);
            (opposite, f_opposite) = (newest, f_newest);
        }
        (newest, f_newest) = (x, f_x);
        let (best, f_best) = if f_newest.abs() < f_opposite.abs() { (newest, f_newest) } else { (opposite, f_opposite) };
        let narrowest = f64::EPSILON * best.abs() + f64::MIN_POSITIVE;
        let limit = narrowest / (opposite - newest).abs();
        if f_best == 0.0 || limit > 0.5 {
            return Some(best);
        }
        let xi = (newest - opposite) / (previous - opposite);
        let phi = (f_newest - f_opposite) / (f_previous - f_opposite);
        fraction = if phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi {
            f_newest / (f_opposite - f_newest) * f_previous / (f_opposite - f_previous)
                + (previous - newest) / (opposite - newest) * f_newest / (f_previous - f_newest) * f_opposite
                    / (f_previous - f_opposite)
        } else {
            0.5
        };
        fraction = if fraction.is_finite() { fraction.clamp(limit, 1.0 - limit) } else { 0.5 };
    }
    Some(if f_newest.abs() < f_opposite.abs() { newest } else { opposite })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::crossing;
    use std::cell::Cell;

    #[test]
    fn finds_known_roots_to_the_last_bits() {
        let two = crossing(|x| x * x - 2.0, 0.0, 10.0).unwrap();
        assert!((two - std::f64::consts::SQRT_2).abs() < 5e-16, "{two}");
        let pi = crossing(f64::sin, 4.0, 3.0).unwrap();
        assert!((pi - std::f64::consts::PI).abs() < 1e-15, "{pi}");
        assert_eq!(crossing(|x| x, 0.0, 1.0), Some(0.0));
    }

    #[test]
    fn refuses_what_does_not_enclose_a_root() {
        assert_eq!(crossing(|x| x * x + 1.0, -1.0, 1.0), None);
        assert_eq!(crossing(|_| f64::NAN, -1.0, 1.0), None);
    }

    /// Halving [0, 10] to the 16 digits of √2 takes 55 values; interpolation is there to need a third of that.
    #[test]
    fn smooth_functions_are_interpolated() {
        let calls = Cell::new(0);
        let root = crossing(
            |x| {
                calls.set(calls.get() + 1);
                x * x - 2.0
            },
            0.0,
            10.0,
        );
        assert!(root.is_some() && calls.get() < 20, "{} values", calls.get());
    }

    #[test]
    fn flat_and_infinite_functions_cost_few_steps() {
        let calls = Cell::new(0);
        let root = crossing(
            |x| {
                calls.set(calls.get() + 1);
                (x - 1.0).powi(9)
            },
            0.0,
            3.0,
        )
        .unwrap();
        assert!((root - 1.0).abs() < 1e-8 && calls.get() < 120, "{root} after {}", calls.get());
        let step = crossing(|x| if x < 0.3 { f64::NEG_INFINITY } else { 1.0 }, 0.0, 1.0).unwrap();
        assert!((step - 0.3).abs() < 1e-15, "{step}");
    }
}
