//! The size of sample that the study's method asks for, with every number of its arithmetic.

use super::results::{Outcome, SamplingResult, number};
use crate::stats::sample_size::{CHI_SQUARED, PROPORTION, krejcie_morgan, slovin};
use crate::study::Study;

/// Margin of error where the study names none.
const MARGIN: f64 = 0.05;

/// Nothing where the study names no method.
pub fn analyze(study: &Study, n: usize) -> Option<SamplingResult> {
    let sampling = study.sampling.as_ref()?;
    let none = || Outcome::absent("not_applicable");
    let mut found = SamplingResult {
        method: sampling.method.clone(),
        margin: none(),
        numerator: none(),
        divisor: none(),
        chi_squared: none(),
        proportion: none(),
        exact: none(),
        required: none(),
        reached: Outcome::absent("not_applicable"),
    };
    let Some(population) = study.population.map(|population| population as f64) else { return Some(found) };
    let margin = sampling.margin.unwrap_or(MARGIN);
    let exact = match sampling.method.as_str() {
        "slovin" => {
            found.divisor = number(1.0 + population * margin * margin);
            slovin(population, margin)
        }
        "krejcie-morgan" => {
            let spread = CHI_SQUARED * PROPORTION * (1.0 - PROPORTION);
            found.chi_squared = number(CHI_SQUARED);
            found.proportion = number(PROPORTION);
            found.numerator = number(spread * population);
            found.divisor = number(margin * margin * (population - 1.0) + spread);
            krejcie_morgan(population, margin)
        }
        _ => return Some(found),
    };
    found.margin = number(margin);
    if let Ok(exact) = exact {
        // A whole number may come out a rounding above itself.
        let required = (exact - 1e-9).ceil();
        found.required = number(required);
        found.reached = Outcome::Computed(n as f64 >= required);
    }
    found.exact = exact.into();
    Some(found)
}
