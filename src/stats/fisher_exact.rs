//! Fisher's exact test of a table of counts.

use super::StatsError;
use std::collections::BTreeMap;

/// Cells that are tried before a table is called too large: about a second.
const MOST_WORK: usize = 4_000_000;
/// Tables count as no likelier than the observed one up to this relative difference, as in R's `fisher.test`.
const EQUALLY_LIKELY: f64 = 1e-7;
/// Logarithms this close are of equally likely partial tables.
const SAME: f64 = 1e-9;

/// Two-sided probability of a table of counts with its margins fixed: the sum over all tables that are no likelier than
/// the observed one (Fisher 1935; Freeman & Halton 1951, *Biometrika* 38, 141), as R and SPSS for two rows and columns
/// and beyond.
///
/// Columns are added one by one. Partial tables that leave the same rows to fill and are equally likely are counted
/// together; those of which every completion counts, or none, are not followed further (Mehta & Patel 1983, JASA 78, 427).
///
/// # Errors
/// `TooFewCases` without cases, `NoVariance` when fewer than two rows or columns have any, `Undefined` when the rows
/// differ in length, `TooLarge` when the table has too many relatives to be counted.
pub fn fisher_exact(counts: &[Vec<usize>]) -> Result<f64, StatsError> {
    let width = counts.first().map_or(0, Vec::len);
    if counts.iter().any(|row| row.len() != width) {
        return Err(StatsError::Undefined);
    }
    let mut rows: Vec<usize> = counts.iter().map(|row| row.iter().sum()).filter(|total| *total > 0).collect();
    let column = |j: usize| counts.iter().filter_map(move |row| row.get(j));
    let mut columns: Vec<usize> = (0..width).map(|j| column(j).sum()).filter(|total| *total > 0).collect();
    let n: usize = rows.iter().sum();
    if n == 0 {
        return Err(StatsError::TooFewCases { needed: 1, got: 0 });
    }
    if rows.len() < 2 || columns.len() < 2 {
        return Err(StatsError::NoVariance);
    }
    let log = log_factorials(n);
    let observed: f64 = counts.iter().flatten().filter_map(|count| log.get(*count)).sum();
    // The fewer rows are left open, the fewer tables; the largest column comes last, where it is forced.
    if rows.len() > columns.len() {
        std::mem::swap(&mut rows, &mut columns);
    }
    rows.sort_unstable();
    columns.sort_unstable();
    let mut network = Network { columns, log, ends: BTreeMap::new(), work: 0 };
    network.sum_of_no_likelier(rows, observed - EQUALLY_LIKELY)
}

/// A partial table: the rows left to fill, in rising order, as rows may be exchanged.
type Left = Vec<usize>;

/// All tables with the given margins, column by column.
struct Network {
    columns: Vec<usize>,
    /// ln 0!, ln 1!, …
    log: Vec<f64>,
    /// By column and rows left: smallest and largest Σ ln(cell!) of the cells still to be filled.
    ends: BTreeMap<(usize, Left), (f64, f64)>,
    work: usize,
}

impl Network {
    /// P of all tables with Σ ln(cell!) of at least `limit`: ln P = Σ ln(margin!) − ln n! − Σ ln(cell!).
    fn sum_of_no_likelier(&mut self, rows: Left, limit: f64) -> Result<f64, StatsError> {
        let n: usize = rows.iter().sum();
        let margins: f64 = rows.iter().chain(&self.columns).map(|total| self.ln_factorial(*total)).sum();
        let constant = margins - self.ln_factorial(n);
        let mut p = 0.0;
        let mut open: BTreeMap<Left, Vec<(f64, f64)>> = BTreeMap::from([(rows, vec![(0.0, 1.0)])]);
        for column in 0..self.columns.len() {
            let mut next: BTreeMap<Left, Vec<(f64, f64)>> = BTreeMap::new();
            for (left, pasts) in open {
                let (fewest, most) = self.ends(column, &left)?;
                let mass = self.completions(column, &left);
                let mut followed = Vec::new();
                for (past, times) in merged(pasts) {
                    if past + fewest >= limit {
                        p += times * (constant - past + mass).exp();
                    } else if past + most >= limit {
                        followed.push((past, times));
                    }
                }
                if followed.is_empty() {
                    continue;
                }
                for (rest, sum, ways) in self.fillings(column, &left)? {
                    self.work += followed.len();
                    let found = next.entry(rest).or_default();
                    found.extend(followed.iter().map(|(past, times)| (past + sum, times * ways)));
                }
                if self.work > MOST_WORK {
                    return Err(StatsError::TooLarge);
                }
            }
            open = next;
        }
        Ok(p.min(1.0))
    }

    /// ln Σ Π 1/cell! over all ways to fill the rest: ln(m!/(Π rows! Π columns!)).
    fn completions(&self, column: usize, left: &[usize]) -> f64 {
        let rest = self.columns.iter().skip(column);
        let margins: f64 = left.iter().chain(rest).map(|total| self.ln_factorial(*total)).sum();
        self.ln_factorial(left.iter().sum()) - margins
    }

    /// Smallest and largest Σ ln(cell!) over all ways to fill the rest.
    fn ends(&mut self, column: usize, left: &Left) -> Result<(f64, f64), StatsError> {
        if column + 1 >= self.columns.len() {
            let forced = left.iter().map(|count| self.ln_factorial(*count)).sum();
            return Ok((forced, forced));
        }
        let key = (column, left.clone());
        if let Some(known) = self.ends.get(&key) {
            return Ok(*known);
        }
        let mut found = (f64::INFINITY, f64::NEG_INFINITY);
        for (rest, sum, _) in self.fillings(column, left)? {
            let (fewest, most) = self.ends(column + 1, &rest)?;
            found = (found.0.min(sum + fewest), found.1.max(sum + most));
        }
        self.ends.insert(key, found);
        Ok(found)
    }

    /// The ways to put a column's cases into the rows: what is left then, Σ ln(cell!), and how many ways are alike.
    fn fillings(&mut self, column: usize, left: &[usize]) -> Result<Vec<(Left, f64, f64)>, StatsError> {
        let total = self.columns.get(column).copied().unwrap_or(0);
        let mut found = Vec::new();
        self.fill(left, total, 0.0, &mut Vec::with_capacity(left.len()), &mut found)?;
        found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        found.dedup_by(|next, kept| {
            let same = next.0 == kept.0 && (next.1 - kept.1).abs() < SAME;
            if same {
                kept.2 += next.2;
            }
            same
        });
        Ok(found)
    }

    fn fill(
        &mut self,
        left: &[usize],
        total: usize,
        sum: f64,
        chosen: &mut Vec<usize>,
        found: &mut Vec<(Left, f64, f64)>,
    ) -> Result<(), StatsError> {
        self.work += 1;
        if self.work > MOST_WORK {
            return Err(StatsError::TooLarge);
        }
        let Some((room, others)) = left.get(chosen.len()..).and_then(<[usize]>::split_first) else { return Ok(()) };
        if others.is_empty() {
            let mut rest: Left = left.iter().zip(chosen.iter()).map(|(room, taken)| room - taken).collect();
            rest.push(room - total);
            rest.sort_unstable();
            found.push((rest, sum + self.ln_factorial(total), 1.0));
            return Ok(());
        }
        let elsewhere: usize = others.iter().sum();
        for taken in total.saturating_sub(elsewhere)..=total.min(*room) {
            chosen.push(taken);
            self.fill(left, total - taken, sum + self.ln_factorial(taken), chosen, found)?;
            chosen.pop();
        }
        Ok(())
    }

    fn ln_factorial(&self, count: usize) -> f64 {
        self.log.get(count).copied().unwrap_or(0.0)
    }
}

/// Equally likely partial tables counted together.
fn merged(mut pasts: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    pasts.sort_by(|a, b| a.0.total_cmp(&b.0));
    pasts.dedup_by(|next, kept| {
        let same = (next.0 - kept.0).abs() < SAME;
        if same {
            kept.1 += next.1;
        }
        same
    });
    pasts
}

/// ln 0!, ln 1!, … ln n!
fn log_factorials(n: usize) -> Vec<f64> {
    let mut out = Vec::with_capacity(n + 1);
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    out.push(0.0);
    for i in 1..=n {
        // Kahan's summation: the last digits decide which tables are equally likely.
        let term = (i as f64).ln() - lost;
        let next = sum + term;
        lost = (next - sum) - term;
        sum = next;
        out.push(sum);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-8 * expected.abs(), "{found} is not {expected}");
    }

    // The lady tasting tea (Fisher 1935; Agresti 1990, 61) has p = 34/70; the rest R 4.2.2 fisher.test,
    // tests/published/association.R.
    #[test]
    fn two_by_two() {
        close(fisher_exact(&[vec![3, 1], vec![1, 3]]).unwrap(), 34.0 / 70.0);
        close(fisher_exact(&[vec![12, 3], vec![5, 14]]).unwrap(), 0.004_895_792_572_921_743);
        close(fisher_exact(&[vec![0, 7], vec![9, 4]]).unwrap(), 0.004_721_362_229_102_168);
    }

    // Job satisfaction (Agresti 2002, 57), p = .7827; the example study's sex by age: R 4.2.2 fisher.test.
    #[test]
    fn larger_tables() {
        let job = [vec![1, 3, 10, 6], vec![2, 3, 10, 7], vec![1, 6, 14, 12], vec![0, 1, 9, 11]];
        close(fisher_exact(&job).unwrap(), 0.782_684_938_965_638_8);
        close(fisher_exact(&[vec![2, 23, 16], vec![3, 13, 11]]).unwrap(), 0.554_910_379_730_158_7);
        let turned = [vec![2, 3], vec![23, 13], vec![16, 11]];
        close(fisher_exact(&turned).unwrap(), 0.554_910_379_730_158_7);
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        assert_eq!(fisher_exact(&[]), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
        assert_eq!(fisher_exact(&[vec![3, 0], vec![2, 0]]), Err(StatsError::NoVariance));
        assert_eq!(fisher_exact(&[vec![3, 0], vec![2]]), Err(StatsError::Undefined));
        let large: Vec<Vec<usize>> = (0..7).map(|i| (0..7).map(|j| 20 + (3 * i + 5 * j) % 7).collect()).collect();
        assert_eq!(fisher_exact(&large), Err(StatsError::TooLarge));
    }

    #[test]
    fn an_empty_row_is_none() {
        assert_eq!(fisher_exact(&[vec![3, 2], vec![0, 0]]), Err(StatsError::NoVariance));
        close(fisher_exact(&[vec![3, 1], vec![0, 0], vec![1, 3]]).unwrap(), 34.0 / 70.0);
    }
}
