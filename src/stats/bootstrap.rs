//! Case-resampling bootstrap and jackknife of products of coefficients in a system of regressions.

use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;

use super::StatsError;
use super::descriptives::{is_constant, mean};
use super::item_covariance::dot;

/// One regression of the system; the numbers are positions of columns. A constant is always included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathRegression {
    /// Column of the outcome.
    pub outcome: usize,
    /// Columns of the predictors.
    pub predictors: Vec<usize>,
}

/// One coefficient of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PathCoefficient {
    /// Position of the regression in the list of regressions.
    pub regression: usize,
    /// Position of the predictor in that regression's list.
    pub predictor: usize,
}

/// The products of coefficients along each path, in one sample.
#[derive(Debug, Clone, PartialEq)]
pub struct PathProducts {
    /// Products of unstandardized coefficients, one a path.
    pub unstandardized: Vec<f64>,
    /// Products of standardized coefficients (b · s_x / s_y, deviations of the same sample), one a path.
    pub standardized: Vec<f64>,
}

/// The products of coefficients along each path, in many samples.
#[derive(Debug, Clone, PartialEq)]
pub struct PathDraws {
    /// For each path, the product of unstandardized coefficients in every sample that could be computed.
    pub unstandardized: Vec<Vec<f64>>,
    /// The same for standardized coefficients; the samples stand in the same order.
    pub standardized: Vec<Vec<f64>>,
    /// Samples left out of every list, because a regression was collinear or a column constant in them.
    pub failed: usize,
}

/// A system of regressions on the same cases, ready to be estimated on resamples of them.
#[derive(Debug, Clone)]
pub struct PathSystem {
    n: usize,
    /// Centred on the means of all cases, which takes the cancellation out of the cross-products.
    columns: Vec<Vec<f64>>,
    regressions: Vec<PathRegression>,
    paths: Vec<Vec<PathCoefficient>>,
}

/// Tolerance of the Cholesky pivot: 1 − R² of a predictor on those before it.
const COLLINEAR: f64 = 1e-10;
/// What is left of a sum of squares after centring, below which a column is constant in a sample.
const CONSTANT: f64 = 1e-12;
/// Draws that a thread takes at a time.
const DRAWS_AT_A_TIME: usize = 128;

impl PathSystem {
    /// Sets up the regressions and paths on columns of equal length.
    ///
    /// A path is a list of coefficients; its effect is their product. Errors: `Undefined` when lengths
    /// differ, a value is not finite, a position points nowhere, or a path or a predictor list is empty;
    /// `TooFewCases` when a regression has no more cases than coefficients.
    pub fn new(
        columns: &[Vec<f64>],
        regressions: &[PathRegression],
        paths: &[Vec<PathCoefficient>],
    ) -> Result<PathSystem, StatsError> {
        let n = columns.first().map_or(0, Vec::len);
        let unusable = |c: &Vec<f64>| c.len() != n || c.iter().any(|v| !v.is_finite());
        if columns.iter().any(unusable) {
            return Err(StatsError::Undefined);
        }
        for regression in regressions {
            let mut used = regression.predictors.iter().chain([&regression.outcome]);
            if regression.predictors.is_empty() || used.any(|&c| c >= columns.len()) {
                return Err(StatsError::Undefined);
            }
            let needed = regression.predictors.len() + 2;
            if n < needed {
                return Err(StatsError::TooFewCases { needed, got: n });
            }
        }
        let exists = |c: &PathCoefficient| regressions.get(c.regression).is_some_and(|r| c.predictor < r.predictors.len());
        if paths.iter().any(|p| p.is_empty() || !p.iter().all(exists)) {
            return Err(StatsError::Undefined);
        }
        let centre = |column: &Vec<f64>| {
            let middle = if is_constant(column) {
                return Ok(vec![0.0; n]);
            } else {
                mean(column)?
            };
            Ok(column.iter().map(|v| v - middle).collect())
        };
        Ok(PathSystem {
            n,
            columns: columns.iter().map(centre).collect::<Result<_, StatsError>>()?,
            regressions: regressions.to_vec(),
            paths: paths.to_vec(),
        })
    }

    /// The products in the sample itself.
    ///
    /// Errors: `Collinear` when the predictors of a regression are, or a column does not vary.
    pub fn estimate(&self) -> Result<PathProducts, StatsError> {
        let mut work = Workspace::new(self);
        work.counts.fill(1.0);
        let mut products = vec![f64::NAN; 2 * self.paths.len()];
        work.cross_products(self);
        if !work.products(self, &mut products) {
            return Err(StatsError::Collinear);
        }
        let standardized = products.split_off(self.paths.len());
        Ok(PathProducts { unstandardized: products, standardized })
    }

    /// The products in `resamples` samples of n cases drawn with replacement (Efron 1979, Ann. Stat. 7, 1).
    ///
    /// All regressions of a draw see the same cases. Draw i is a function of `seed` and i alone, so that
    /// neither the number of threads nor that of draws changes it. A draw whose regressions cannot be
    /// computed is left out and counted, not replaced.
    pub fn resample(&self, resamples: usize, seed: u64) -> PathDraws {
        let width = 2 * self.paths.len();
        let mut flat = vec![f64::NAN; resamples * width];
        if width > 0 {
            flat.par_chunks_mut(DRAWS_AT_A_TIME * width).enumerate().for_each_init(
                || Workspace::new(self),
                |work, (block, rows)| {
                    for (i, products) in rows.chunks_exact_mut(width).enumerate() {
                        work.draw(seed, (block * DRAWS_AT_A_TIME + i) as u64);
                        work.cross_products(self);
                        work.products(self, products);
                    }
                },
            );
        }
        self.collect(&flat)
    }

    /// The products with each case left out in turn, for the acceleration of the BCa interval.
    pub fn leave_one_out(&self) -> PathDraws {
        let width = 2 * self.paths.len();
        let mut flat = vec![f64::NAN; self.n * width];
        let mut work = Workspace::new(self);
        work.counts.fill(1.0);
        work.cross_products(self);
        let all = work.cross.clone();
        let v = self.columns.len();
        // Without case i the sums about the mean lose n/(n−1) times its own products.
        let share = self.n as f64 / (self.n as f64 - 1.0);
        if width > 0 {
            for (case, products) in flat.chunks_exact_mut(width).enumerate() {
                for a in 0..v {
                    for b in 0..v {
                        let own = self.columns[a][case] * self.columns[b][case];
                        work.cross[a * v + b] = all[a * v + b] - share * own;
                    }
                }
                work.mark_constants(v);
                work.products(self, products);
            }
        }
        self.collect(&flat)
    }

    /// Turns rows of products (NaN where a sample failed) into a list for each path.
    fn collect(&self, flat: &[f64]) -> PathDraws {
        let paths = self.paths.len();
        let width = 2 * paths;
        let rows = || flat.chunks_exact(width.max(1));
        let failed = rows().filter(|row| row[0].is_nan()).count();
        let list = |position: usize| {
            let usable = rows().filter(|row| !row[0].is_nan());
            usable.map(|row| row[position]).collect::<Vec<f64>>()
        };
        PathDraws { unstandardized: (0..paths).map(list).collect(), standardized: (paths..width).map(list).collect(), failed }
    }
}

/// What a thread needs again and again.
struct Workspace {
    /// How often each case stands in the sample.
    counts: Vec<f64>,
    weighted: Vec<f64>,
    /// Sums of squares and products about the means of the sample, all columns by all columns.
    cross: Vec<f64>,
    /// Sums of squares before that centring.
    raw_squares: Vec<f64>,
    sums: Vec<f64>,
    factor: Vec<f64>,
    /// Coefficients of all regressions, one after the other.
    coefficients: Vec<f64>,
}

impl Workspace {
    fn new(system: &PathSystem) -> Workspace {
        let v = system.columns.len();
        let sizes = system.regressions.iter().map(|r| r.predictors.len());
        let largest = sizes.clone().max().unwrap_or(0);
        Workspace {
            counts: vec![0.0; system.n],
            weighted: vec![0.0; system.n],
            cross: vec![0.0; v * v],
            raw_squares: vec![0.0; v],
            sums: vec![0.0; v],
            factor: vec![0.0; largest * largest],
            coefficients: vec![0.0; sizes.sum()],
        }
    }

    /// Draws as many cases as there are, with replacement.
    fn draw(&mut self, seed: u64, draw: u64) {
        let mut stream = stream(seed, draw);
        self.counts.fill(0.0);
        for _ in 0..self.counts.len() {
            let case = index_below(&mut stream, self.counts.len());
            self.counts[case] += 1.0;
        }
    }

    /// Cross-products about the mean, weighted by the counts (whose sum is n).
    fn cross_products(&mut self, system: &PathSystem) {
        let v = system.columns.len();
        for (a, column) in system.columns.iter().enumerate() {
            for ((to, count), value) in self.weighted.iter_mut().zip(&self.counts).zip(column) {
                *to = count * value;
            }
            self.sums[a] = sum(&self.weighted);
            for (b, other) in system.columns[..=a].iter().enumerate() {
                self.cross[a * v + b] = dot(&self.weighted, other);
            }
            self.raw_squares[a] = self.cross[a * v + a];
        }
        let n = system.n as f64;
        for a in 0..v {
            let mean = self.sums[a] / n;
            for b in 0..=a {
                let value = self.cross[a * v + b] - mean * self.sums[b];
                self.cross[a * v + b] = value;
                self.cross[b * v + a] = value;
            }
        }
        self.mark_constants(v);
    }

    /// Sets the sum of squares of a column that does not vary in the sample to exactly 0.
    fn mark_constants(&mut self, v: usize) {
        for a in 0..v {
            if self.cross[a * v + a] <= CONSTANT * self.raw_squares[a] {
                self.cross[a * v + a] = 0.0;
            }
        }
    }

    /// Solves every regression and multiplies along the paths; false, with no number left in `products`, on failure.
    fn products(&mut self, system: &PathSystem, products: &mut [f64]) -> bool {
        let v = system.columns.len();
        let mut start = 0;
        for regression in &system.regressions {
            let end = start + regression.predictors.len();
            let solution = &mut self.coefficients[start..end];
            let varies = self.cross[regression.outcome * (v + 1)] > 0.0;
            if !(varies && solve(&self.cross, v, regression, &mut self.factor, solution)) {
                return false;
            }
            start = end;
        }
        let (unstandardized, standardized) = products.split_at_mut(system.paths.len());
        for ((path, raw), beta) in system.paths.iter().zip(unstandardized).zip(standardized) {
            let (mut product, mut spread) = (1.0, 1.0);
            for step in path {
                let before = &system.regressions[..step.regression];
                let offset: usize = before.iter().map(|r| r.predictors.len()).sum();
                let regression = &system.regressions[step.regression];
                let x = regression.predictors[step.predictor];
                product *= self.coefficients[offset + step.predictor];
                spread *= self.cross[x * (v + 1)] / self.cross[regression.outcome * (v + 1)];
            }
            *raw = product;
            *beta = product * spread.sqrt();
        }
        if products.iter().all(|p| p.is_finite()) {
            return true;
        }
        products.fill(f64::NAN);
        false
    }
}

/// Coefficients of one regression from centred cross-products, by Cholesky; false when collinear.
fn solve(cross: &[f64], v: usize, regression: &PathRegression, factor: &mut [f64], solution: &mut [f64]) -> bool {
    let p = regression.predictors.len();
    for (i, &x) in regression.predictors.iter().enumerate() {
        for (j, &other) in regression.predictors[..=i].iter().enumerate() {
            let known: f64 = (0..j).map(|m| factor[i * p + m] * factor[j * p + m]).sum();
            let left = cross[x * v + other] - known;
            if i == j {
                if left.is_nan() || left <= COLLINEAR * cross[x * (v + 1)] {
                    return false;
                }
                factor[i * p + i] = left.sqrt();
            } else {
                factor[i * p + j] = left / factor[j * p + j];
            }
        }
        let known: f64 = (0..i).map(|m| factor[i * p + m] * solution[m]).sum();
        solution[i] = (cross[x * v + regression.outcome] - known) / factor[i * p + i];
    }
    for i in (0..p).rev() {
        let known: f64 = (i + 1..p).map(|m| factor[m * p + i] * solution[m]).sum();
        solution[i] = (solution[i] - known) / factor[i * p + i];
    }
    true
}

/// The random stream of one draw: xoshiro256++ (Blackman & Vigna 2021) in a state that SplitMix64
/// (Steele, Lea & Flood 2014) fills from a mixture of seed and draw.
pub(crate) fn stream(seed: u64, draw: u64) -> Xoshiro256PlusPlus {
    const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
    // Mixed twice: consecutive draws must not start at consecutive SplitMix64 states, whose outputs overlap.
    let mut state = mix(mix(seed.wrapping_add(STEP)).wrapping_add(draw.wrapping_mul(STEP)));
    let mut bytes = [0_u8; 32];
    for word in bytes.chunks_exact_mut(8) {
        state = state.wrapping_add(STEP);
        word.copy_from_slice(&mix(state).to_le_bytes());
    }
    Xoshiro256PlusPlus::from_seed(bytes)
}

/// The output function of SplitMix64, a bijection.
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A number strictly between 0 and 1 with 53 random bits.
pub(crate) fn uniform(stream: &mut Xoshiro256PlusPlus) -> f64 {
    ((stream.next_u64() >> 11) as f64 + 0.5) * (-53.0_f64).exp2()
}

/// An index below n, every one equally likely (Lemire 2019, ACM TOMACS 29, 3). n is at least 1.
fn index_below(stream: &mut Xoshiro256PlusPlus, n: usize) -> usize {
    let n = n as u64;
    let mut product = u128::from(stream.next_u64()) * u128::from(n);
    if (product as u64) < n {
        let rejected = n.wrapping_neg() % n;
        while (product as u64) < rejected {
            product = u128::from(stream.next_u64()) * u128::from(n);
        }
    }
    (product >> 64) as usize
}

/// Plain sum in eight lanes.
fn sum(values: &[f64]) -> f64 {
    let mut lanes = [0.0_f64; 8];
    let (chunks, rest) = values.as_chunks::<8>();
    for chunk in chunks {
        for lane in 0..8 {
            lanes[lane] += chunk[lane];
        }
    }
    lanes.iter().sum::<f64>() + rest.iter().sum::<f64>()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data;
    use nalgebra::{DMatrix, DVector};

    fn coefficient(regression: usize, predictor: usize) -> PathCoefficient {
        PathCoefficient { regression, predictor }
    }

    /// Y1 on X1, X2 and Y2 on X1, X2, Y1; the paths X1 → Y1 → Y2 and X2 → Y1 → Y2.
    fn example() -> (Vec<Vec<f64>>, PathSystem) {
        let columns: Vec<Vec<f64>> = ["X1", "X2", "Y1", "Y2"].iter().map(|v| example_data::score(v)).collect();
        let regressions =
            [PathRegression { outcome: 2, predictors: vec![0, 1] }, PathRegression { outcome: 3, predictors: vec![0, 1, 2] }];
        let paths = [vec![coefficient(0, 0), coefficient(1, 2)], vec![coefficient(0, 1), coefficient(1, 2)]];
        let system = PathSystem::new(&columns, &regressions, &paths).unwrap();
        (columns, system)
    }

    /// Both products of both paths by QR least squares on the cases given.
    fn by_qr(columns: &[Vec<f64>], cases: &[usize]) -> [f64; 4] {
        let fit = |outcome: usize, predictors: &[usize]| {
            let x = DMatrix::from_fn(cases.len(), predictors.len() + 1, |i, j| {
                if j == 0 { 1.0 } else { columns[predictors[j - 1]][cases[i]] }
            });
            let y = DVector::from_iterator(cases.len(), cases.iter().map(|&i| columns[outcome][i]));
            let qr = x.qr();
            qr.r().solve_upper_triangular(&(qr.q().transpose() * y)).unwrap()
        };
        let sd = |column: usize| {
            let values: Vec<f64> = cases.iter().map(|&i| columns[column][i]).collect();
            crate::stats::descriptives::variance(&values).unwrap().sqrt()
        };
        let (first, second) = (fit(2, &[0, 1]), fit(3, &[0, 1, 2]));
        let (one, two) = (first[1] * second[3], first[2] * second[3]);
        [one, two, one * sd(0) / sd(3), two * sd(1) / sd(3)]
    }

    // Expected: R 4.2.2 lm() on the scores of the example study.
    #[test]
    fn the_sample_itself_as_in_r() {
        let found = example().1.estimate().unwrap();
        let expected = [(0.164_562_090_968_315, 0.179_655_631_663_271), (0.105_461_837_822_811_59, 0.073_942_346_107_858_63)];
        for (path, (raw, standardized)) in expected.into_iter().enumerate() {
            assert!((found.unstandardized[path] - raw).abs() < 1e-13);
            assert!((found.standardized[path] - standardized).abs() < 1e-13);
        }
    }

    /// By hand: M = X + W and Y = M − 2X with W uncorrelated with X, so that both steps are 1 though X and Y fall together.
    #[test]
    fn a_covariance_below_zero_is_no_failure() {
        let x = vec![-3.0, -1.0, 1.0, 3.0, -3.0, -1.0, 1.0, 3.0];
        let w = [1.0, -1.0, -1.0, 1.0, -1.0, 1.0, 1.0, -1.0];
        let m: Vec<f64> = x.iter().zip(w).map(|(x, w)| x + w).collect();
        let y: Vec<f64> = x.iter().zip(&m).map(|(x, m)| m - 2.0 * x).collect();
        let regressions =
            [PathRegression { outcome: 1, predictors: vec![0] }, PathRegression { outcome: 2, predictors: vec![0, 1] }];
        let system = PathSystem::new(&[x, m, y], &regressions, &[vec![coefficient(0, 0), coefficient(1, 1)]]).unwrap();
        assert!((system.estimate().unwrap().unstandardized[0] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_thousand_draws_agree_with_qr() {
        let (columns, system) = example();
        let draws = system.resample(1000, 2019);
        assert_eq!(draws.failed, 0);
        for draw in 0..1000 {
            let mut stream = stream(2019, draw as u64);
            let cases: Vec<usize> = (0..68).map(|_| index_below(&mut stream, 68)).collect();
            let expected = by_qr(&columns, &cases);
            let found = [
                draws.unstandardized[0][draw],
                draws.unstandardized[1][draw],
                draws.standardized[0][draw],
                draws.standardized[1][draw],
            ];
            for (f, e) in found.iter().zip(expected) {
                assert!((f - e).abs() <= 1e-9, "draw {draw}: {f} is not {e}");
            }
        }
    }

    #[test]
    fn leaving_one_out_agrees_with_qr() {
        let (columns, system) = example();
        let found = system.leave_one_out();
        for left_out in 0..68 {
            let cases: Vec<usize> = (0..68).filter(|&i| i != left_out).collect();
            let expected = by_qr(&columns, &cases);
            assert!((found.unstandardized[1][left_out] - expected[1]).abs() < 1e-11);
            assert!((found.standardized[0][left_out] - expected[2]).abs() < 1e-11);
        }
    }

    #[test]
    fn draws_depend_on_seed_and_number_alone() {
        let system = example().1;
        let with_threads = |threads: usize, resamples: usize, seed: u64| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| system.resample(resamples, seed))
        };
        let one = with_threads(1, 700, 1);
        assert_eq!(one, with_threads(3, 700, 1));
        let fewer = with_threads(2, 300, 1);
        assert_eq!(one.unstandardized[0][..300], fewer.unstandardized[0]);
        let other = with_threads(1, 700, 2);
        let shared = one.unstandardized[0].iter().filter(|v| other.unstandardized[0].contains(v)).count();
        assert_eq!(shared, 0);
    }

    // χ² of the counts against equal chances, df 66: the 1e-6 tails are 24.9 and 135.6 (R qchisq).
    #[test]
    fn every_case_is_drawn_equally_often() {
        let mut counts = [0.0_f64; 67];
        for draw in 0..2000 {
            let mut stream = stream(7, draw);
            for _ in 0..67 {
                counts[index_below(&mut stream, 67)] += 1.0;
            }
        }
        let chi_squared: f64 = counts.iter().map(|c| (c - 2000.0).powi(2) / 2000.0).sum();
        assert!((24.9..135.6).contains(&chi_squared), "{chi_squared}");
    }

    #[test]
    fn draws_without_a_solution_are_counted() {
        // The predictor is 1 for one of eight cases: (7/8)^8 = 34 % of the draws miss it, 1e-7 have it alone.
        let x = vec![0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0];
        let y = vec![3.1, 2.4, 5.9, 4.4, 1.2, 3.8, 2.2, 4.7];
        let regression = PathRegression { outcome: 1, predictors: vec![0] };
        let system = PathSystem::new(&[x, y], &[regression], &[vec![coefficient(0, 0)]]).unwrap();
        let draws = system.resample(4000, 3);
        // 4 standard errors of a proportion of .3436 in 4000.
        assert!((draws.failed as f64 / 4000.0 - 0.3436).abs() < 0.03);
        assert_eq!(draws.unstandardized[0].len(), 4000 - draws.failed);
        assert_eq!(draws.standardized[0].len(), 4000 - draws.failed);
        assert!(draws.unstandardized[0].iter().all(|v| v.is_finite()));
        // Leaving the one case out is the one leave-one-out sample that fails.
        assert_eq!(system.leave_one_out().failed, 1);
    }

    #[test]
    fn impossible_systems() {
        let x = vec![1.0, 2.0, 3.0, 5.0, 4.0];
        let y = vec![2.0, 1.0, 4.0, 3.0, 7.0];
        let columns = [x.clone(), y, x.iter().map(|v| 2.0 * v + 0.1).collect(), vec![3.0; 5]];
        let regression = |outcome, predictors: &[usize]| PathRegression { outcome, predictors: predictors.to_vec() };
        let path = [vec![coefficient(0, 0)]];
        let with = |r: PathRegression| PathSystem::new(&columns, &[r], &path);
        for impossible in [regression(1, &[]), regression(4, &[0]), regression(1, &[4])] {
            assert_eq!(with(impossible).unwrap_err(), StatsError::Undefined);
        }
        for collinear in [regression(1, &[0, 2]), regression(1, &[3]), regression(3, &[0])] {
            let system = with(collinear).unwrap();
            assert_eq!(system.estimate(), Err(StatsError::Collinear));
            assert_eq!(system.resample(10, 1).failed, 10);
            assert_eq!(system.leave_one_out().failed, 5);
        }
        assert_eq!(with(regression(1, &[0, 2, 3, 1])).unwrap_err(), StatsError::TooFewCases { needed: 6, got: 5 });
        let nowhere = [vec![coefficient(0, 1)]];
        let found = PathSystem::new(&columns, &[regression(1, &[0])], &nowhere);
        assert_eq!(found.unwrap_err(), StatsError::Undefined);
        let none = PathSystem::new(&columns, &[regression(1, &[0])], &[]).unwrap();
        assert_eq!(none.resample(10, 1).unstandardized, Vec::<Vec<f64>>::new());
    }

    /// Steele, Lea & Flood (2014): the first output of SplitMix64 from the seed 0 is e220a8397b1dcdaf.
    #[test]
    fn mix_is_that_of_split_mix() {
        assert_eq!(mix(0x9e37_79b9_7f4a_7c15), 0xe220_a839_7b1d_cdaf);
    }
}
