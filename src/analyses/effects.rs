//! Direct, indirect and total effects along the main regressions, every path, declared or not (R6).

use super::columns::{Term, complete, terms};
use super::indirect_intervals::{Draws, Intervals, contrasts, ends, sum};
use super::results::{CountSeries, EffectResult, IndirectResult, IntervalResult, Outcome, RegressionResult, ZTest, number};
use super::series::counted;
use crate::dataset::{Column, Dataset};
use crate::scores::Scores;
use crate::stats::StatsError;
use crate::stats::bootstrap::{PathCoefficient, PathRegression, PathSystem};
use crate::stats::indirect_effect::{Coefficient, ProductTest, indirect_effect, mediation_type};
use crate::stats::interval::Interval;
use crate::study::settings::MediationDecides;
use crate::study::{Claim, Study, Variable};
use indexmap::IndexMap;

/// Longest path followed, in names: longer chains than this are no theory any more.
const LONGEST: usize = 8;

type Regressions = IndexMap<String, Outcome<RegressionResult>>;

/// Effects between every pair of variables that the main regressions join, and the bootstrap distributions of the indirect
/// ones by their path.
pub fn analyze(
    study: &Study,
    dataset: &Dataset,
    scores: &Scores,
    regressions: &Regressions,
) -> (Vec<EffectResult>, IndexMap<String, CountSeries>) {
    let graph = Graph::new(study, scores, regressions);
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut paths: Vec<Vec<String>> = Vec::new();
    let parts = |variable: &Variable| variable.dimensions().map(|part| variable.name_of(part)).collect::<Vec<_>>();
    let names = study.variables.values().flat_map(|variable| std::iter::once(variable.code.clone()).chain(parts(variable)));
    for from in names {
        for path in graph.paths_from(&from) {
            let Some(to) = path.last() else { continue };
            let pair = (from.clone(), to.clone());
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
            if path.len() > 2 {
                paths.push(path);
            }
        }
    }
    let draws = graph.draws(study, dataset, scores, &paths);
    let indirect = graph.indirect(study, &draws, &paths);
    let effects = pairs
        .into_iter()
        .map(|(from, to)| {
            let own = |position: &usize| {
                paths.get(*position).is_some_and(|path| path.first() == Some(&from) && path.last() == Some(&to))
            };
            let (positions, own): (Vec<usize>, Vec<IndirectResult>) =
                indirect.iter().filter(|(position, _)| own(position)).cloned().unzip();
            EffectResult {
                indirect_sum: sum(study, &draws, &positions, &own),
                contrasts: contrasts(study, &draws, &positions, &own),
                ..graph.effect(&from, &to, own)
            }
        })
        .collect();
    (effects, distributions(&paths, &draws))
}

/// The products of every path in the resamples, counted.
fn distributions(paths: &[Vec<String>], draws: &Result<Draws, StatsError>) -> IndexMap<String, CountSeries> {
    let Ok(draws) = draws else { return IndexMap::new() };
    let found = paths.iter().zip(&draws.unstandardized);
    found.filter_map(|(path, products)| Some((path.join(">"), counted(products)?))).collect()
}

/// Coefficients of the main regressions between variables.
struct Graph<'a> {
    regressions: IndexMap<&'a str, &'a RegressionResult>,
}

impl<'a> Graph<'a> {
    fn new(study: &'a Study, scores: &Scores, regressions: &'a Regressions) -> Graph<'a> {
        let main =
            study.regressions.iter().filter(|regression| regression.main && scores.variables.contains_key(&regression.outcome));
        let found =
            main.filter_map(|regression| Some((regression.outcome.as_str(), regressions.get(&regression.name)?.value()?)));
        Graph { regressions: found.collect() }
    }

    /// All paths from a name, each along arrows of main regressions, without going round.
    fn paths_from(&self, from: &str) -> Vec<Vec<String>> {
        // Level by level: shorter paths come first, those of a length in the order of the outcomes.
        let mut done: Vec<Vec<String>> = Vec::new();
        let mut level = vec![vec![from.to_owned()]];
        for _ in 1..LONGEST {
            let longer: Vec<Vec<String>> = level.iter().flat_map(|path| self.longer(path)).collect();
            if longer.is_empty() {
                break;
            }
            done.extend(longer.iter().cloned());
            level = longer;
        }
        done
    }

    /// A path and one arrow more.
    fn longer(&self, path: &[String]) -> Vec<Vec<String>> {
        let Some(last) = path.last() else { return Vec::new() };
        let next = self
            .regressions
            .iter()
            .filter(|(outcome, regression)| regression.predictors.contains(last) && !path.iter().any(|name| name == *outcome));
        next.map(|(outcome, _)| path.iter().cloned().chain([(*outcome).to_owned()]).collect()).collect()
    }

    fn coefficient(&self, from: &str, to: &str) -> Option<&'a super::results::CoefficientResult> {
        self.regressions.get(to)?.coefficients.iter().find(|coefficient| coefficient.term == from)
    }

    fn effect(&self, from: &str, to: &str, indirect: Vec<IndirectResult>) -> EffectResult {
        let found = self.coefficient(from, to);
        let direct = found.map_or_else(|| Outcome::absent("no_arrow"), |coefficient| coefficient.beta.clone());
        let direct_p = found.map_or_else(|| Outcome::absent("no_arrow"), |coefficient| coefficient.p.clone());
        let indirect_total = if indirect.is_empty() {
            Outcome::absent("no_path")
        } else {
            number(indirect.iter().map(|path| path.beta).sum::<f64>())
        };
        let total = number(direct.value().copied().unwrap_or(0.0) + indirect_total.value().copied().unwrap_or(0.0));
        // A share is one only where every part goes the same way.
        let one_way = |direct: f64| indirect.iter().all(|path| path.beta * direct > 0.0);
        let indirect_percent = match (direct.value(), indirect_total.value(), total.value()) {
            (Some(direct), Some(indirect), Some(total)) if one_way(*direct) => number(100.0 * indirect / total),
            _ => Outcome::absent("opposite_signs"),
        };
        EffectResult {
            from: from.to_owned(),
            to: to.to_owned(),
            direct,
            direct_p,
            indirect,
            indirect_sum: Outcome::absent("no_path"),
            contrasts: Vec::new(),
            indirect_total,
            total,
            indirect_percent,
        }
    }

    /// The products along the paths, their tests and intervals, each with the position of its path.
    fn indirect(&self, study: &Study, draws: &Result<Draws, StatsError>, paths: &[Vec<String>]) -> Vec<(usize, IndirectResult)> {
        let confidence = 1.0 - study.analysis.alpha;
        let mut out = Vec::new();
        for (position, path) in paths.iter().enumerate() {
            let steps: Option<Vec<_>> = path.windows(2).map(|step| self.coefficient(step.first()?, step.get(1)?)).collect();
            let Some(steps) = steps else { continue };
            let chain: Vec<Coefficient> = steps.iter().map(|step| Coefficient { b: step.b, se: step.se }).collect();
            let Ok(tested) = indirect_effect(&chain) else { continue };
            let factors: Vec<f64> = steps.iter().filter_map(|step| step.beta.value().copied()).collect();
            // A coefficient that could not be tested (its regression fits perfectly) leaves nothing but rounding to test.
            let untested = steps.iter().find_map(|step| match &step.p {
                Outcome::Absent(absent) => Some(absent.absent.as_str()),
                Outcome::Computed(_) => None,
            });
            let z = |test: Result<ProductTest, StatsError>| match untested {
                Some(reason) => Outcome::absent(reason),
                None => Outcome::from(test).map(|test| ZTest { z: test.z, p: test.p, se: test.se }),
            };
            let intervals = match untested {
                Some(reason) => Intervals::none(reason),
                None => Intervals::of(draws, &[(position, 1.0)], tested.estimate, factors.iter().product(), confidence),
            };
            let sobel = z(tested.sobel);
            let by_interval = |interval: &Outcome<Interval>| interval.clone().map(|interval| interval.excludes_zero());
            let by_sobel = sobel.clone().map(|sobel| sobel.p < study.analysis.alpha);
            let (by_percentile, by_bca) = (by_interval(&intervals.percentile), by_interval(&intervals.bca));
            let (significant, deciding) = match study.analysis.mediation_decides {
                MediationDecides::Percentile => (by_percentile.clone(), &intervals.percentile),
                MediationDecides::Bca => (by_bca.clone(), &intervals.bca),
                MediationDecides::Sobel => (by_sobel.clone(), &intervals.percentile),
            };
            let verdicts: Vec<bool> =
                [&by_percentile, &by_bca, &by_sobel].into_iter().filter_map(|v| v.value().copied()).collect();
            let direct = path.first().zip(path.last()).and_then(|(from, to)| self.coefficient(from, to));
            // The type compares two effects: there is none where one of them is missing or was not tested.
            let mediation = match (&significant, direct.map(|direct| (direct.b, &direct.p))) {
                (Outcome::Computed(significant), Some((b, Outcome::Computed(p)))) => {
                    // Where a remedy decides on the direct effect, it decides here too (V3).
                    let alpha = study.analysis.alpha;
                    let decided = path.first().zip(path.last()).and_then(|(from, to)| {
                        let remedies = &self.regressions.get(to.as_str())?.remedies;
                        Some((remedies.significant(from, alpha)?, remedies.sign(from).unwrap_or(b)))
                    });
                    let (direct_significant, b) = decided.unwrap_or((*p < alpha, b));
                    let found = mediation_type(tested.estimate, *significant, b, direct_significant);
                    Outcome::Computed(found.key().to_owned())
                }
                (Outcome::Absent(absent), _) | (_, Some((_, Outcome::Absent(absent)))) => Outcome::Absent(absent.clone()),
                (_, None) => Outcome::absent("no_arrow"),
            };
            let result = IndirectResult {
                via: path.get(1..path.len() - 1).unwrap_or_default().to_vec(),
                beta: factors.iter().product(),
                factors,
                b: tested.estimate,
                sobel,
                aroian: z(tested.aroian),
                goodman: z(tested.goodman),
                borderline: study.analysis.mediation_decides != MediationDecides::Sobel
                    && deciding.value().is_some_and(Interval::borderline),
                mc_error: deciding.clone().map(|i| IntervalResult { low: i.low_error, high: i.high_error }),
                percentile: intervals.percentile.map(ends),
                bca: intervals.bca.map(ends),
                p_bootstrap: intervals.p,
                resamples: study.analysis.resamples,
                failed: draws.as_ref().map_or(0, |draws| draws.failed),
                seed: study.analysis.seed,
                significant,
                methods_disagree: verdicts.iter().any(|verdict| Some(verdict) != verdicts.first()),
                mediation,
                hypothesis: hypothesis_of(study, path),
                standardized: intervals.standardized,
            };
            out.push((position, result));
        }
        out
    }

    /// Bootstrap and jackknife of all paths at once, on the cases complete in every variable concerned.
    fn draws(&self, study: &Study, dataset: &Dataset, scores: &Scores, paths: &[Vec<String>]) -> Result<Draws, StatsError> {
        if paths.is_empty() || study.analysis.resamples == 0 {
            return Err(StatsError::Undefined);
        }
        // The same columns as in the regressions themselves: a characteristic of words is several (R8).
        let mut columns: Vec<Term> = Vec::new();
        let mut column = |term: Term| match columns.iter().position(|known| known.term == term.term) {
            Some(position) => position,
            None => {
                columns.push(term);
                columns.len() - 1
            }
        };
        let mut regressions = Vec::new();
        let mut predictors: Vec<Vec<String>> = Vec::new();
        for (outcome, regression) in &self.regressions {
            let found: Vec<Term> = regression.predictors.iter().flat_map(|name| terms(study, dataset, scores, name)).collect();
            predictors.push(found.iter().map(|term| term.term.clone()).collect());
            let score = scores.variables.get(*outcome).ok_or(StatsError::Undefined)?;
            regressions.push(PathRegression {
                outcome: column(Term { term: (*outcome).to_owned(), column: score.clone() }),
                predictors: found.into_iter().map(&mut column).collect(),
            });
        }
        let cases = complete(&columns.iter().map(|term| &term.column).collect::<Vec<&Column>>());
        let step = |from: &str, to: &str| -> Option<PathCoefficient> {
            let regression = self.regressions.get_index_of(to)?;
            let predictor = predictors.get(regression)?.iter().position(|term| term == from)?;
            Some(PathCoefficient { regression, predictor })
        };
        let coded: Option<Vec<Vec<PathCoefficient>>> =
            paths.iter().map(|path| path.windows(2).map(|pair| step(pair.first()?, pair.get(1)?)).collect()).collect();
        let system = PathSystem::new(&cases, &regressions, &coded.ok_or(StatsError::Undefined)?)?;
        let draws = system.resample(study.analysis.resamples, study.analysis.seed);
        let jackknife = system.leave_one_out();
        Ok(Draws {
            unstandardized: draws.unstandardized,
            standardized: draws.standardized,
            jackknife: jackknife.unstandardized,
            jackknife_standardized: jackknife.standardized,
            failed: draws.failed,
        })
    }
}

/// The hypothesis that declares exactly this chain.
fn hypothesis_of(study: &Study, path: &[String]) -> Option<String> {
    let declared =
        study.hypotheses.iter().find(|hypothesis| matches!(&hypothesis.claim, Claim::Chain { names, .. } if names == path));
    declared.map(|hypothesis| hypothesis.id.clone())
}
