//! Transformations of a skewed outcome: square root, logarithm, reciprocal, reflected where the skew is negative.

use super::StatsError;

/// |skewness| below which a distribution is close to symmetric, and no power mends it (Bulmer 1979, *Principles of Statistics*).
const NEARLY_SYMMETRIC: f64 = 0.5;
/// |skewness| from which it is substantial, and from which severe.
const SUBSTANTIAL: f64 = 1.0;
const SEVERE: f64 = 2.0;

/// The function that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// √u, of a moderate skew.
    SquareRoot,
    /// log₁₀ u, of a substantial one.
    Logarithm,
    /// 1/u, of a severe one.
    Reciprocal,
}

impl Form {
    /// Its key in the results.
    pub fn key(self) -> &'static str {
        match self {
            Form::SquareRoot => "square_root",
            Form::Logarithm => "logarithm",
            Form::Reciprocal => "reciprocal",
        }
    }
}

/// A transformation of a column. It grows with the raw value, so that the sign of a coefficient keeps its meaning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Transformation {
    /// The function.
    pub form: Form,
    /// u is constant − y instead of y + constant.
    pub reflected: bool,
    /// The constant that makes the smallest u one: reflected the largest value + 1, else what is missing to 1, 0 where nothing is.
    pub constant: f64,
}

impl Transformation {
    /// The transformation for a skew: moderate (0,5 to 1) √, substantial (to 2) log₁₀, severe 1/u, of the reflected value where
    /// it is negative (Tabachnick & Fidell 2013, *Using Multivariate Statistics*, table 4.3, which Ghozali 2018 gives for SPSS;
    /// constants as they say, so that the smallest value is 1; the bounds of the words are Bulmer's).
    ///
    /// # Errors
    /// `Undefined` for a skew below 0,5, which no transformation of this kind mends, and for values that are not finite;
    /// `NoVariance` without two different values.
    pub fn of_skew(skewness: f64, values: &[f64]) -> Result<Transformation, StatsError> {
        let size = skewness.abs();
        if !size.is_finite() || size < NEARLY_SYMMETRIC || values.iter().any(|v| !v.is_finite()) {
            return Err(StatsError::Undefined);
        }
        let (low, high) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(*v), high.max(*v)));
        if low >= high {
            return Err(StatsError::NoVariance);
        }
        let form = if size < SUBSTANTIAL {
            Form::SquareRoot
        } else if size < SEVERE {
            Form::Logarithm
        } else {
            Form::Reciprocal
        };
        let reflected = skewness < 0.0;
        let constant = if reflected { high + 1.0 } else { (1.0 - low).max(0.0) };
        Ok(Transformation { form, reflected, constant })
    }

    /// The transformed value; it grows with the value.
    pub fn of(&self, value: f64) -> f64 {
        let u = if self.reflected { self.constant - value } else { value + self.constant };
        // Reflecting turns the order round, the reciprocal turns it once more.
        match (self.form, self.reflected) {
            (Form::SquareRoot, false) => u.sqrt(),
            (Form::SquareRoot, true) => -u.sqrt(),
            (Form::Logarithm, false) => u.log10(),
            (Form::Logarithm, true) => -u.log10(),
            (Form::Reciprocal, false) => -1.0 / u,
            (Form::Reciprocal, true) => 1.0 / u,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use Form::{Logarithm, Reciprocal, SquareRoot};

    /// Tabachnick & Fidell (2013), table 4.3: SQRT(x), LG10(x), LG10(x + C), 1/x, SQRT(K − x), LG10(K − x), 1/(K − x).
    #[test]
    fn the_form_follows_the_skew_and_the_constants_the_table() {
        let of = |skew: f64, values: &[f64]| Transformation::of_skew(skew, values).map(|t| (t.form, t.reflected, t.constant));
        assert_eq!(of(0.7, &[4.0, 9.0]), Ok((SquareRoot, false, 0.0)));
        assert_eq!(of(1.0, &[0.0, 9.0]), Ok((Logarithm, false, 1.0)));
        assert_eq!(of(1.5, &[-3.5, 9.0]), Ok((Logarithm, false, 4.5)));
        assert_eq!(of(2.0, &[2.0, 5.0]), Ok((Reciprocal, false, 0.0)));
        assert_eq!(of(-0.5, &[2.0, 25.0]), Ok((SquareRoot, true, 26.0)));
        assert_eq!(of(-1.9, &[2.0, 25.0]), Ok((Logarithm, true, 26.0)));
        assert_eq!(of(-7.0, &[2.0, 25.0]), Ok((Reciprocal, true, 26.0)));
        assert_eq!(of(0.499, &[1.0, 2.0]), Err(StatsError::Undefined));
        assert_eq!(of(f64::NAN, &[1.0, 2.0]), Err(StatsError::Undefined));
        assert_eq!(of(1.0, &[1.0, f64::INFINITY]), Err(StatsError::Undefined));
        assert_eq!(of(1.0, &[3.0, 3.0]), Err(StatsError::NoVariance));
    }

    /// By hand.
    #[test]
    fn values_and_their_order() {
        let of = |form, reflected, constant, value| Transformation { form, reflected, constant }.of(value);
        assert_eq!(of(SquareRoot, false, 1.0, 8.0), 3.0);
        assert_eq!(of(SquareRoot, true, 26.0, 17.0), -3.0);
        assert_eq!(of(Logarithm, false, 0.0, 1000.0), 3.0);
        assert_eq!(of(Logarithm, true, 26.0, 16.0), -1.0);
        assert_eq!(of(Reciprocal, false, 0.0, 4.0), -0.25);
        assert_eq!(of(Reciprocal, true, 26.0, 24.0), 0.5);
        for form in [SquareRoot, Logarithm, Reciprocal] {
            for reflected in [false, true] {
                let t = Transformation { form, reflected, constant: 10.0 };
                assert!(t.of(3.0) < t.of(4.0) && t.of(4.0) < t.of(8.5), "{t:?}");
            }
        }
        let keys = [SquareRoot, Logarithm, Reciprocal].map(Form::key);
        assert_eq!(keys, ["square_root", "logarithm", "reciprocal"]);
    }
}
