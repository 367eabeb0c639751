//! Verdicts on the assumptions that the study asks for. An assumption is met when its test does not reject (p ≥ alpha),
//! collinearity when every VIF is below the limit and every tolerance above its reciprocal.

use super::regressions::{glejser_of, residuals};
use super::results::{Assumption, CoefficientResult, DurbinWatsonResult, GlejserResult, LmTest, Outcome, ResidualResult, number};
use crate::stats::StatsError;
use crate::stats::added_columns::{breusch_godfrey, reset, squares};
use crate::stats::anderson_darling::anderson_darling;
use crate::stats::asymptotic_kolmogorov::asymptotic_kolmogorov;
use crate::stats::breusch_pagan::{LagrangeMultiplier, breusch_pagan, koenker};
use crate::stats::correlation::spearman;
use crate::stats::least_squares::LeastSquares;
use crate::stats::linearity::linearity;
use crate::stats::monte_carlo_normality::monte_carlo_normality;
use crate::stats::park::park;
use crate::stats::runs::runs;
use crate::stats::shape_test::shape_test;
use crate::stats::white::white;
use crate::study::Study;
use crate::study::settings::AssumptionTest;

/// Samples of the Monte Carlo significance, as SPSS draws them.
const MONTE_CARLO_SAMPLES: usize = 10_000;

/// A regression with what was already computed of it.
pub(super) struct Checked<'a> {
    pub(super) study: &'a Study,
    /// The terms and their columns.
    pub(super) terms: &'a [String],
    pub(super) predictors: &'a [Vec<f64>],
    pub(super) fit: &'a LeastSquares,
    pub(super) residuals: &'a ResidualResult,
    pub(super) glejser: &'a Outcome<GlejserResult>,
    pub(super) breusch_pagan: &'a Outcome<LmTest>,
    pub(super) koenker: &'a Outcome<LmTest>,
    pub(super) white: &'a Outcome<LmTest>,
}

/// What a test found: statistic, degrees of freedom and p; the term it found it at.
struct Tested {
    statistic: Outcome<f64>,
    df1: Outcome<f64>,
    df: Outcome<f64>,
    p: Outcome<f64>,
    term: Option<String>,
}

impl Tested {
    fn of(found: Result<(f64, Option<f64>, Option<f64>, f64), StatsError>) -> Tested {
        let none = || Outcome::absent("not_applicable");
        match found {
            Ok((statistic, df1, df, p)) => Tested {
                statistic: number(statistic),
                df1: df1.map_or_else(none, Outcome::Computed),
                df: df.map_or_else(none, Outcome::Computed),
                p: number(p),
                term: None,
            },
            Err(error) => {
                let absent = || Outcome::absent(error.key());
                Tested { statistic: absent(), df1: none(), df: none(), p: absent(), term: None }
            }
        }
    }

    /// The smallest p of several terms decides: one predictor is enough.
    fn worst(found: impl Iterator<Item = (String, Result<(f64, Option<f64>, Option<f64>, f64), StatsError>)>) -> Tested {
        let mut found: Vec<(String, Tested)> = found.map(|(term, found)| (term, Tested::of(found))).collect();
        let worst = found
            .iter()
            .enumerate()
            .filter_map(|(at, (_, tested))| Some((at, *tested.p.value()?)))
            .min_by(|a, b| a.1.total_cmp(&b.1));
        match worst {
            Some((at, _)) => {
                let (term, tested) = found.swap_remove(at);
                Tested { term: Some(term), ..tested }
            }
            None => found.pop().map_or_else(|| Tested::of(Err(StatsError::Undefined)), |(_, tested)| tested),
        }
    }

    fn lm(found: &Outcome<LmTest>) -> Tested {
        Tested {
            statistic: found.clone().map(|test| test.lm),
            df1: Outcome::absent("not_applicable"),
            df: found.clone().map(|test| test.df),
            p: found.clone().map(|test| test.p),
            term: None,
        }
    }

    fn assumption(self, study: &Study, name: &str, test: AssumptionTest) -> Assumption {
        let alpha = study.analysis.alpha;
        let met = self.p.clone().map(|p| p >= alpha);
        self.judged(name, test, met)
    }

    fn judged(self, name: &str, test: AssumptionTest, met: Outcome<bool>) -> Assumption {
        Assumption {
            name: name.into(),
            test: test.key().into(),
            statistic: self.statistic,
            df1: self.df1,
            df: self.df,
            p: self.p,
            term: self.term,
            met,
        }
    }
}

/// Normality and equal spread of the residuals of a regression that is not one of the study's own.
pub(super) fn of_residuals(study: &Study, terms: &[String], predictors: &[Vec<f64>], fit: &LeastSquares) -> Vec<Assumption> {
    let lm = |found: Result<LagrangeMultiplier, StatsError>| {
        Outcome::from(found).map(|test| LmTest { lm: test.lm, df: test.df as f64, p: test.p })
    };
    let checked = Checked {
        study,
        terms,
        predictors,
        fit,
        residuals: &residuals(fit),
        glejser: &glejser_of(predictors, fit, terms, study.analysis.alpha),
        breusch_pagan: &lm(breusch_pagan(predictors, &fit.residuals)),
        koenker: &lm(koenker(predictors, &fit.residuals)),
        white: &lm(white(predictors, &fit.residuals)),
    };
    let mut all = normality(&checked);
    all.extend(heteroscedasticity(&checked));
    all
}

/// Of the residuals: normality.
pub(super) fn normality(checked: &Checked<'_>) -> Vec<Assumption> {
    let Checked { study, residuals, fit, .. } = checked;
    let tests = study.analysis.normality.iter();
    let none = || Outcome::absent("not_applicable");
    let of = |statistic, p| Tested { statistic, df1: none(), df: none(), p, term: None };
    let usable = if fit.perfect_fit { Err(StatsError::PerfectFit) } else { Ok(&fit.residuals) };
    tests
        .map(|test| {
            let tested = match test {
                AssumptionTest::ShapiroWilk => {
                    let found = &residuals.shapiro_wilk;
                    let n = Outcome::Computed(fit.n as f64);
                    Tested { df: n, ..of(found.clone().map(|f| f.w), found.clone().map(|f| f.p)) }
                }
                AssumptionTest::JarqueBera => {
                    let found = &residuals.jarque_bera;
                    let two = Outcome::Computed(2.0);
                    Tested { df: two, ..of(found.clone().map(|f| f.statistic), found.clone().map(|f| f.p)) }
                }
                AssumptionTest::AndersonDarling => {
                    Tested::of(usable.and_then(|e| anderson_darling(e)).map(|found| (found.a2, None, None, found.p)))
                }
                AssumptionTest::MonteCarlo => {
                    let seed = study.analysis.seed;
                    let found = usable.and_then(|e| monte_carlo_normality(e, MONTE_CARLO_SAMPLES, seed));
                    Tested::of(found.map(|found| (found.d, None, None, found.p)))
                }
                AssumptionTest::SkewnessKurtosis => {
                    let found = usable.and_then(|e| shape_test(e));
                    let larger = |z: f64, other: f64| if z.abs() >= other.abs() { z } else { other };
                    Tested::of(found.map(|found| (larger(found.z_skewness, found.z_kurtosis), None, None, found.p)))
                }
                AssumptionTest::AsymptoticKolmogorov => {
                    Tested::of(usable.and_then(|e| asymptotic_kolmogorov(e)).map(|found| (found.z, None, None, found.p)))
                }
                _ => of(residuals.ks.clone().map(|ks| ks.d), residuals.ks.clone().map(|ks| ks.p)),
            };
            tested.assumption(study, "normality", *test)
        })
        .collect()
}

/// Of the predictors: no collinearity.
pub(super) fn collinearity(study: &Study, coefficients: &[CoefficientResult]) -> Assumption {
    let vif = coefficients.iter().filter_map(|found| found.vif.value().copied());
    let largest = vif.reduce(f64::max);
    let none = || Outcome::absent("no_p");
    Assumption {
        name: "multicollinearity".into(),
        test: "vif".into(),
        statistic: number(largest),
        df1: none(),
        df: none(),
        p: none(),
        term: None,
        met: number(largest).map(|largest| largest < study.analysis.vif_limit),
    }
}

/// Of the residuals: equal spread.
pub(super) fn heteroscedasticity(checked: &Checked<'_>) -> Vec<Assumption> {
    let Checked { study, fit, predictors, terms, .. } = checked;
    let df = fit.df_residual as f64;
    study
        .analysis
        .heteroscedasticity
        .iter()
        .map(|test| {
            let tested = match test {
                AssumptionTest::BreuschPagan => Tested::lm(checked.breusch_pagan),
                AssumptionTest::Koenker => Tested::lm(checked.koenker),
                AssumptionTest::White => Tested::lm(checked.white),
                AssumptionTest::Park => match park(predictors, &fit.residuals, 1.0 - study.analysis.alpha) {
                    Ok(found) => Tested::worst(terms.iter().zip(found.coefficients).map(|(term, c)| {
                        let tested = c.t.zip(c.p).ok_or(StatsError::PerfectFit);
                        (term.clone(), tested.map(|(t, p)| (t, None, Some(df), p)))
                    })),
                    Err(error) => Tested::of(Err(error)),
                },
                AssumptionTest::SpearmanResiduals => {
                    let sizes: Vec<f64> = fit.residuals.iter().map(|e| relative(e.abs(), fit.see)).collect();
                    Tested::worst(terms.iter().zip(predictors.iter()).map(|(term, column)| {
                        (term.clone(), spearman(column, &sizes).map(|found| (found.r, None, Some(fit.n as f64 - 2.0), found.p)))
                    }))
                }
                _ => match checked.glejser {
                    Outcome::Computed(found) => Tested::worst(found.coefficients.iter().skip(1).map(|c| {
                        let tested = c.t.value().copied().zip(c.p.value().copied()).ok_or(StatsError::Undefined);
                        (c.term.clone(), tested.map(|(t, p)| (t, None, Some(df), p)))
                    })),
                    Outcome::Absent(absent) => {
                        let absent = || Outcome::Absent(absent.clone());
                        Tested { statistic: absent(), df1: absent(), df: absent(), p: absent(), term: None }
                    }
                },
            };
            tested.assumption(study, "heteroscedasticity", *test)
        })
        .collect()
}

/// |e| to nine decimals of its standard error, so that ties are those of the data.
fn relative(size: f64, see: f64) -> f64 {
    (size / see * 1e9).round() / 1e9
}

/// Of the residuals: no autocorrelation in file order.
pub(super) fn autocorrelation(checked: &Checked<'_>, durbin_watson: &Outcome<DurbinWatsonResult>) -> Vec<Assumption> {
    let Checked { study, fit, predictors, .. } = checked;
    study
        .analysis
        .autocorrelation
        .iter()
        .map(|test| match test {
            AssumptionTest::Runs => {
                let usable = if fit.perfect_fit { Err(StatsError::PerfectFit) } else { runs(&fit.residuals) };
                let tested = Tested::of(usable.map(|found| (found.z, None, None, found.p)));
                tested.assumption(study, "autocorrelation", *test)
            }
            AssumptionTest::BreuschGodfrey => {
                let found = breusch_godfrey(predictors, fit, 1);
                let tested = Tested::of(found.map(|found| (found.lm, None, Some(found.df as f64), found.p)));
                tested.assumption(study, "autocorrelation", *test)
            }
            _ => {
                let none = || Outcome::absent("no_p");
                let statistic = durbin_watson.clone().map(|found| found.d);
                let tested = Tested { statistic, df1: none(), df: none(), p: none(), term: None };
                tested.judged("autocorrelation", *test, between_bounds(durbin_watson))
            }
        })
        .collect()
}

/// Between du and 4 − du there is no autocorrelation, beyond dl and 4 − dl there is, between them the bounds do not tell.
fn between_bounds(found: &Outcome<DurbinWatsonResult>) -> Outcome<bool> {
    let found = match found {
        Outcome::Computed(found) => found,
        Outcome::Absent(absent) => return Outcome::Absent(absent.clone()),
    };
    let (Some(lower), Some(upper)) = (found.dl.value(), found.du.value()) else { return Outcome::absent("no_bounds") };
    let distance = found.d.min(4.0 - found.d);
    if distance >= *upper {
        Outcome::Computed(true)
    } else if distance <= *lower {
        Outcome::Computed(false)
    } else {
        Outcome::absent("inconclusive")
    }
}

/// That the outcome moves along a line with its predictors.
pub(super) fn linear(checked: &Checked<'_>, outcome: &[f64]) -> Vec<Assumption> {
    let Checked { study, fit, predictors, terms, .. } = checked;
    study
        .analysis
        .linearity
        .iter()
        .map(|test| {
            let tested = match test {
                AssumptionTest::RamseyReset => Tested::of(
                    reset(predictors, fit, 3).map(|found| (found.f, Some(found.df1 as f64), Some(found.df2 as f64), found.p)),
                ),
                AssumptionTest::LagrangeMultiplier => {
                    Tested::of(squares(predictors, fit).map(|found| (found.lm, None, Some(found.df as f64), found.p)))
                }
                _ => Tested::worst(terms.iter().zip(predictors.iter()).map(|(term, column)| {
                    let found = linearity(column, outcome).and_then(|found| {
                        let (f, p) = found.deviation.f.zip(found.deviation.p).ok_or(StatsError::Undefined)?;
                        Ok((f, Some(found.deviation.df as f64), Some(found.df_within as f64), p))
                    });
                    (term.clone(), found)
                })),
            };
            tested.assumption(study, "linearity", *test)
        })
        .collect()
}

/// Whether an assumption is found violated by one of its tests.
pub(super) fn violated(assumptions: &[Assumption], name: &str) -> bool {
    assumptions.iter().any(|assumption| assumption.name == name && assumption.met.value() == Some(&false))
}
