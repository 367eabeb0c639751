//! Guttman's scale: how far answers of yes and no follow one order of the items.

use super::StatsError;
use super::descriptives::needs;

/// Answers against a perfect scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guttman {
    /// Persons.
    pub n: usize,
    /// Items.
    pub k: usize,
    /// Answers that the person's total does not foretell.
    pub errors: usize,
    /// Coefficient of reproducibility, 1 − errors/(nk).
    pub reproducibility: f64,
    /// Coefficient of scalability; `NoVariance` where everybody answers every item alike.
    pub scalability: Result<f64, StatsError>,
}

/// Reproducibility and scalability of items answered 0 or 1; columns of equal length with complete cases.
///
/// Errors are counted as Goodenough (1944) and Edwards (1957) do: the items are put in order of how many say yes, and
/// whoever says yes t times is expected to say it to the t first. Reproducibility Kr = 1 − e/(nk) (Guttman 1944, American
/// Sociological Review 9, 139). Scalability Ks = (Kr − M)/(1 − M) with the minimal marginal reproducibility M, the mean
/// over the items of the share of the more frequent answer, as the procedure GUTTMAN SCALE of SPSS printed it (Nie et al.
/// 1975, ch. 26). Programs that count Cornell errors, or take the marginals of persons as well (Menzel 1953), give other
/// numbers. Items said yes to equally often keep the order in which they are given.
///
/// Errors: `TooFewCases` below two persons, `Undefined` for fewer than two items or answers other than 0 and 1.
pub fn guttman(items: &[Vec<f64>]) -> Result<Guttman, StatsError> {
    let (k, n) = (items.len(), items.first().map_or(0, Vec::len));
    needs(2, n)?;
    let answers = items.iter().flatten();
    if k < 2 || items.iter().any(|item| item.len() != n) || answers.clone().any(|answer| !is(*answer, 0.0) && !is(*answer, 1.0)) {
        return Err(StatsError::Undefined);
    }
    let yes: Vec<usize> = items.iter().map(|item| item.iter().filter(|answer| is(**answer, 1.0)).count()).collect();
    let mut order: Vec<usize> = (0..k).collect();
    order.sort_by_key(|item| std::cmp::Reverse(yes[*item]));
    let mut errors = 0;
    for person in 0..n {
        let total = items.iter().filter(|item| is(item[person], 1.0)).count();
        errors += order.iter().enumerate().filter(|(rank, item)| is(items[**item][person], 1.0) != (*rank < total)).count();
    }
    let cells = (n * k) as f64;
    let reproducibility = 1.0 - errors as f64 / cells;
    let minority: usize = yes.iter().map(|yes| (*yes).min(n - yes)).sum();
    let scalability = if minority == 0 { Err(StatsError::NoVariance) } else { Ok(1.0 - errors as f64 / minority as f64) };
    Ok(Guttman { n, k, errors, reproducibility, scalability })
}

fn is(answer: f64, value: f64) -> bool {
    (answer - value).abs() < 1e-9
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_perfect_scale() {
        // Four persons of totals 3, 2, 1, 0.
        let items = [vec![1.0, 1.0, 1.0, 0.0], vec![1.0, 1.0, 0.0, 0.0], vec![1.0, 0.0, 0.0, 0.0]];
        let found = guttman(&items).unwrap();
        assert_eq!((found.n, found.k, found.errors), (4, 3, 0));
        assert!((found.reproducibility - 1.0).abs() < 1e-12 && (found.scalability.unwrap() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn errors_counted_by_hand() {
        // Yes: A 4 of 5, B 3, C 2. Totals: P1 ABC, P2 AB, P3 AC, P4 A, P5 B. P3 should say AB (two errors: B and C), P5 should
        // say A (two errors: A and B). Kr = 1 − 4/15. M = (4 + 3 + 3)/15, hence Ks = (11/15 − 10/15)/(5/15) = 1/5.
        let items = [vec![1.0, 0.0, 1.0, 0.0, 0.0], vec![1.0, 1.0, 0.0, 0.0, 1.0], vec![1.0, 1.0, 1.0, 1.0, 0.0]];
        let found = guttman(&items).unwrap();
        assert_eq!(found.errors, 4);
        assert!((found.reproducibility - 11.0 / 15.0).abs() < 1e-12);
        assert!((found.scalability.unwrap() - 0.2).abs() < 1e-12);
    }

    #[test]
    fn what_cannot_be_computed() {
        assert!(matches!(guttman(&[]), Err(StatsError::TooFewCases { .. })));
        assert!(matches!(guttman(&[vec![1.0], vec![0.0]]), Err(StatsError::TooFewCases { .. })));
        assert_eq!(guttman(&[vec![1.0, 0.0]]), Err(StatsError::Undefined));
        assert_eq!(guttman(&[vec![1.0, 0.0], vec![2.0, 0.0]]), Err(StatsError::Undefined));
        let alike = guttman(&[vec![1.0, 1.0], vec![1.0, 1.0]]).unwrap();
        assert_eq!(alike.scalability, Err(StatsError::NoVariance));
    }
}
