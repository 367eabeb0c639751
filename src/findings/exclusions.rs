//! What the verdicts would be if nobody were left out: leaving respondents out must not decide in silence.

use super::{Findings, HypothesisFinding, Verdict};
use crate::analyses::results::Outcome;
use serde::{Deserialize, Serialize};

/// The verdicts with everybody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exclusions {
    /// Cases with everybody.
    pub n: usize,
    /// Hypotheses whose verdict is another one.
    pub changed: usize,
    /// The hypotheses, in the study's order.
    pub hypotheses: Vec<WithEverybody>,
}

/// One hypothesis with everybody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WithEverybody {
    /// Its id.
    pub id: String,
    /// The test that decides, as for the hypothesis itself; it may be another one where the data choose it.
    pub test: Outcome<String>,
    /// Test statistic.
    pub statistic: Outcome<f64>,
    /// Degrees of freedom; for F the second.
    pub df: Outcome<f64>,
    /// For F the first.
    pub df1: Outcome<f64>,
    /// Significance, one-tailed where the study says so.
    pub p: Outcome<f64>,
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub because: String,
    /// It is the verdict without those who are left out.
    pub agrees: bool,
}

/// Sets the findings beside those with everybody, `n` cases.
pub fn compare(findings: &Findings, everybody: &Findings, n: usize) -> Exclusions {
    let beside = |(own, other): (&HypothesisFinding, &HypothesisFinding)| WithEverybody {
        id: own.id.clone(),
        test: other.test.clone(),
        statistic: other.statistic.clone(),
        df: other.df.clone(),
        df1: other.df1.clone(),
        p: other.p.clone(),
        verdict: other.verdict,
        because: other.because.clone(),
        agrees: own.verdict == other.verdict,
    };
    let hypotheses: Vec<WithEverybody> = findings.hypotheses.iter().zip(&everybody.hypotheses).map(beside).collect();
    Exclusions { n, changed: hypotheses.iter().filter(|hypothesis| !hypothesis.agrees).count(), hypotheses }
}
