//! The index of public satisfaction (SKM, IKM) of Permenpan-RB 14/2017: means of the elements of a service, weighted and converted.

use super::StatsError;
use super::distributions::t_quantile;

/// An index and what it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Satisfaction {
    /// The elements, in the order given.
    pub elements: Vec<Element>,
    /// Σ of the means of the elements.
    pub sum_of_means: f64,
    /// Σ of the weighted means: the index on the scale of the answers.
    pub weighted_sum: f64,
    /// The weighted sum times the factor.
    pub index: f64,
}

/// One element of a service.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Element {
    /// Who answered it.
    pub n: usize,
    /// Sum of the answers.
    pub sum: f64,
    /// Its mean, the *nilai rata-rata* (NRR); none where nobody answered, so that it does not apply.
    pub mean: Option<f64>,
    /// What it weighs; zero where it does not apply.
    pub weight: f64,
    /// Mean times weight.
    pub weighted: f64,
}

/// NRR = Σ answers / n of that element; NRR tertimbang = NRR × weight; index = factor × Σ NRR tertimbang (Permenpan-RB 14/2017,
/// annex, chapter on processing: weight = 1 / number of elements, factor 25).
///
/// `weights` are those of all elements, one each. An element without any answer does not apply: the weights of the others grow
/// so that their sum stays what the sum of all was, which with equal weights of 1/k is 1 over the number of elements left.
///
/// # Errors
/// `Undefined` where no element has answers, weights are not positive, or their number is another than that of the elements.
pub fn satisfaction(answers: &[Vec<Option<f64>>], weights: &[f64], factor: f64) -> Result<Satisfaction, StatsError> {
    if answers.len() != weights.len() || weights.iter().any(|weight| weight.is_nan() || *weight <= 0.0) {
        return Err(StatsError::Undefined);
    }
    let counted: Vec<(usize, f64)> =
        answers.iter().map(|column| column.iter().flatten().fold((0, 0.0), |(n, sum), answer| (n + 1, sum + answer))).collect();
    let all: f64 = weights.iter().sum();
    let used: f64 = counted.iter().zip(weights).filter(|((n, _), _)| *n > 0).map(|(_, weight)| weight).sum();
    if used <= 0.0 {
        return Err(StatsError::Undefined);
    }
    let elements: Vec<Element> = counted
        .into_iter()
        .zip(weights)
        .map(|((n, sum), weight)| {
            let mean = (n > 0).then(|| sum / n as f64);
            let weight = if n > 0 { weight * (all / used) } else { 0.0 };
            Element { n, sum, mean, weight, weighted: weight * mean.unwrap_or(0.0) }
        })
        .collect();
    let weighted_sum: f64 = elements.iter().map(|element| element.weighted).sum();
    Ok(Satisfaction {
        sum_of_means: elements.iter().filter_map(|element| element.mean).sum(),
        weighted_sum,
        index: factor * weighted_sum,
        elements,
    })
}

/// How far the index of a sample may be from that of everybody served.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margin {
    /// Standard error of the index.
    pub standard_error: f64,
    /// n − 1.
    pub df: f64,
    /// Half the confidence interval: t · standard error.
    pub margin: f64,
}

/// Margin of error of an index of `answers` (a column an element, a row a respondent), by the linearized variance of a weighted
/// sum of means (Särndal, Swensson and Wretman 1992, *Model Assisted Survey Sampling*, result 5.6.2): respondent i adds
/// z_i = Σ w (n / n_u) (x_iu − NRR_u) over the elements answered, and SE = factor √(Σ z² / (n (n − 1))). Where everybody answered
/// everything this is the standard error of the mean of the respondents' own indices. With a `population` above n the finite
/// population correction √(1 − n / N) is applied (Cochran 1977, *Sampling Techniques*, §2.6). Respondents without any answer
/// are left out.
///
/// # Errors
/// `TooFewCases` below two respondents; `NoVariance` where all have the same index.
pub fn margin(
    answers: &[Vec<Option<f64>>],
    found: &Satisfaction,
    factor: f64,
    population: Option<f64>,
    confidence: f64,
) -> Result<Margin, StatsError> {
    let rows = answers.iter().map(Vec::len).max().unwrap_or(0);
    let answered = |row: usize| answers.iter().any(|column| column.get(row).copied().flatten().is_some());
    let respondents: Vec<usize> = (0..rows).filter(|row| answered(*row)).collect();
    let n = respondents.len();
    if n < 2 {
        return Err(StatsError::TooFewCases { needed: 2, got: n });
    }
    let deviation = |row: usize| -> f64 {
        let parts = answers.iter().zip(&found.elements).filter_map(|(column, element)| {
            let (answer, mean) = (column.get(row).copied().flatten()?, element.mean?);
            Some(element.weight * (n as f64 / element.n as f64) * (answer - mean))
        });
        parts.sum()
    };
    let squares: f64 = respondents.iter().map(|row| deviation(*row).powi(2)).sum();
    if squares < 1e-18 {
        return Err(StatsError::NoVariance);
    }
    let correction = match population {
        Some(population) if population > n as f64 => (1.0 - n as f64 / population).sqrt(),
        _ => 1.0,
    };
    let df = (n - 1) as f64;
    let standard_error = factor * (squares / (n as f64 * df)).sqrt() * correction;
    Ok(Margin { standard_error, df, margin: standard_error * t_quantile(f64::midpoint(1.0, confidence), df) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;

    /// A column with this sum of answers from 1 to 4.
    fn column(n: usize, sum: usize) -> Vec<Option<f64>> {
        (0..n).map(|at| Some((sum / n + usize::from(at < sum % n)) as f64)).collect()
    }

    /// The worked example in circulation: n = 29, nine elements, Σ NRR = 32,9310 = 955/29. 1/9 gives 91,48, the printed weight of
    /// 0,11 gives 90,56.
    #[test]
    fn the_public_worked_example() {
        let sums = [106, 106, 106, 106, 106, 106, 106, 106, 107];
        let answers: Vec<Vec<Option<f64>>> = sums.iter().map(|sum| column(29, *sum)).collect();
        let exact = satisfaction(&answers, &[1.0 / 9.0; 9], 25.0).unwrap();
        assert!((exact.sum_of_means - 32.9310).abs() < 5e-5);
        assert!((exact.index - 91.48).abs() < 0.005, "{}", exact.index);
        assert!((exact.elements[0].mean.unwrap() - 106.0 / 29.0).abs() < 1e-12);
        let rounded = satisfaction(&answers, &[0.11; 9], 25.0).unwrap();
        assert!((rounded.index - 90.56).abs() < 0.005, "{}", rounded.index);
    }

    /// By hand: NRR of 3 and 4 and nobody asked about the third: 25 (3 + 4)/2 = 87,5; with n of each element of its own.
    #[test]
    fn an_element_without_answers_leaves_its_weight_to_the_others() {
        let answers = [vec![Some(3.0), Some(3.0), None], vec![Some(4.0), None, Some(4.0)], vec![None, None, None]];
        let found = satisfaction(&answers, &[1.0 / 3.0; 3], 25.0).unwrap();
        assert!((found.index - 87.5).abs() < 1e-12);
        assert!((found.elements[0].weight - 0.5).abs() < 1e-12);
        assert_eq!(found.elements[2], Element { n: 0, sum: 0.0, mean: None, weight: 0.0, weighted: 0.0 });
        assert_eq!(found.elements[1].n, 2);
        let rounded = satisfaction(&answers, &[0.3; 3], 25.0).unwrap();
        assert!((rounded.index - 0.9 * 87.5).abs() < 1e-12);
    }

    /// With complete answers the margin is that of a mean: R, `x <- 25 * rowMeans(a); qt(.975, 3) * sd(x) / 2`, and times
    /// `sqrt(1 - 4 / 20)` for a population of 20.
    #[test]
    fn the_margin_is_that_of_a_mean() {
        let answers = [[4.0, 3.0, 2.0, 4.0], [3.0, 3.0, 3.0, 4.0]]
            .map(|column| column.iter().map(|answer| Some(*answer)).collect::<Vec<_>>());
        let found = satisfaction(&answers, &[0.5; 2], 25.0).unwrap();
        let open = margin(&answers, &found, 25.0, None, 0.95).unwrap();
        assert!((open.margin - MARGIN_OF_FOUR).abs() < 1e-6, "{}", open.margin);
        let finite = margin(&answers, &found, 25.0, Some(20.0), 0.95).unwrap();
        assert!((finite.margin / open.margin - 0.8f64.sqrt()).abs() < 1e-12);
        assert_eq!(margin(&answers, &found, 25.0, Some(4.0), 0.95).unwrap(), open, "everybody was asked: no correction");
    }

    const MARGIN_OF_FOUR: f64 = 25.678_253_2;

    #[test]
    fn what_has_no_index_or_no_margin() {
        let four = [vec![Some(4.0); 3], vec![Some(4.0); 3]];
        let found = satisfaction(&four, &[0.5; 2], 25.0).unwrap();
        assert_eq!(found.index, 100.0);
        assert_eq!(margin(&four, &found, 25.0, None, 0.95), Err(StatsError::NoVariance));
        let one = [vec![Some(4.0)], vec![Some(3.0)]];
        let found = satisfaction(&one, &[0.5; 2], 25.0).unwrap();
        assert_eq!(margin(&one, &found, 25.0, None, 0.95), Err(StatsError::TooFewCases { needed: 2, got: 1 }));
        assert!(satisfaction(&[vec![None]], &[1.0], 25.0).is_err());
        assert!(satisfaction(&[vec![Some(1.0)]], &[0.0], 25.0).is_err() && satisfaction(&[], &[], 25.0).is_err());
    }
}
