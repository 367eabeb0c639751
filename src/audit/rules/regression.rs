//! Relations inside one regression.
//!
//! Sources: Draper & Smith (1998), *Applied Regression Analysis*, ch. 1 to 6; Belsley, Kuh & Welsch (1980) for tolerance and VIF;
//! Ezekiel (1930) for adjusted R²; Glejser (1969) for the regression of |e|.

use crate::audit::expression::{Expression, number, of};
use crate::audit::facts::{Facts, Regression, Term};
use crate::diagnostics::Code;

/// Adds the relations of every regression.
pub fn relate(facts: &mut Facts) {
    let regressions = facts.regressions.clone();
    for regression in &regressions {
        for term in regression.constant.iter().chain(&regression.terms) {
            term_alone(facts, regression, term);
        }
    }
    for regression in &regressions {
        variance(facts, regression);
        determination(facts, regression);
        collinearity(facts, regression);
        for term in &regression.terms {
            standardized(facts, regression, term);
        }
        deviations(facts, regression);
        glejser(facts, regression);
    }
}

/// t = B/SE and p of t.
fn term_alone(facts: &mut Facts, regression: &Regression, term: &Term) {
    let net = &mut facts.network;
    net.relate(Code::TRatio, "t = B / SE", of(term.t), of(term.b) / of(term.se));
    let p = Expression::TwoTailedT(Box::new(of(term.t)), Box::new(of(regression.df2)));
    net.relate(Code::Significance, "Sig. = P(|T| > |t|; df)", of(term.p), p);
}

/// Sums of squares, degrees of freedom, mean squares, F.
fn variance(facts: &mut Facts, regression: &Regression) {
    let net = &mut facts.network;
    let r = regression;
    let predictors = (!r.terms.is_empty()).then_some(r.terms.len());
    if let Some(k) = predictors {
        net.relate(Code::VarianceTable, "df1 = k", of(r.df1), number(k as f64));
    }
    net.relate(Code::VarianceTable, "df = df1 + df2", of(r.df_total), of(r.df1) + of(r.df2));
    net.relate(Code::VarianceTable, "df = n − 1", of(r.df_total), of(r.n) - number(1.0));
    net.relate(Code::VarianceTable, "SST = SSR + SSE", of(r.sst), of(r.ssr) + of(r.sse));
    net.relate(Code::VarianceTable, "MSR = SSR / df1", of(r.msr), of(r.ssr) / of(r.df1));
    net.relate(Code::VarianceTable, "MSE = SSE / df2", of(r.mse), of(r.sse) / of(r.df2));
    net.relate(Code::VarianceTable, "F = MSR / MSE", of(r.f), of(r.msr) / of(r.mse));
    let p = Expression::UpperF(Box::new(of(r.f)), Box::new(of(r.df1)), Box::new(of(r.df2)));
    net.relate(Code::Significance, "Sig. = P(F > f; df1, df2)", of(r.p), p);
}

/// R, R², adjusted R², standard error of the estimate.
fn determination(facts: &mut Facts, regression: &Regression) {
    let net = &mut facts.network;
    let r = regression;
    let unexplained = || number(1.0) - of(r.r2);
    net.relate(Code::Determination, "R² = SSR / SST", of(r.r2), of(r.ssr) / of(r.sst));
    net.relate(Code::Determination, "R² = 1 − SSE / SST", unexplained(), of(r.sse) / of(r.sst));
    net.relate(Code::Determination, "R = √R²", of(r.r), of(r.r2).root());
    net.relate(
        Code::Determination,
        "F = (R² / df1) / ((1 − R²) / df2)",
        of(r.f) * unexplained() * of(r.df1),
        of(r.r2) * of(r.df2),
    );
    let adjusted = number(1.0) - of(r.adjusted);
    net.relate(
        Code::AdjustedDetermination,
        "adj. R² = 1 − (1 − R²)(n − 1) / df2",
        adjusted * of(r.df2),
        unexplained() * (of(r.n) - number(1.0)),
    );
    net.relate(Code::StandardErrorOfEstimate, "SEE = √(SSE / df2)", of(r.see), of(r.mse).root());
}

/// VIF and tolerance.
fn collinearity(facts: &mut Facts, regression: &Regression) {
    let net = &mut facts.network;
    for term in &regression.terms {
        net.relate(Code::Collinearity, "VIF = 1 / tolerance", of(term.vif), number(1.0) / of(term.tolerance));
    }
    match regression.terms.as_slice() {
        [only] if regression.predictors.is_some() => net.relate(Code::Collinearity, "VIF = 1 (k = 1)", of(only.vif), number(1.0)),
        [first, second] => net.relate(Code::EqualCollinearity, "VIF₁ = VIF₂ (k = 2)", of(first.vif), of(second.vif)),
        _ => {}
    }
}

/// β from t, R² and VIF.
fn standardized(facts: &mut Facts, regression: &Regression, term: &Term) {
    let net = &mut facts.network;
    let spread = ((number(1.0) - of(regression.r2)) * of(term.vif) / of(regression.df2)).root();
    net.relate(Code::BetaFromT, "β = t·√((1 − R²)·VIF / df)", of(term.beta), of(term.t) * spread);
    if regression.terms.len() == 1 {
        net.relate(Code::BetaFromT, "R = |β| (k = 1)", of(regression.r), of(term.beta).size());
        net.relate(Code::TRatio, "F = t² (k = 1)", of(regression.f), of(term.t).square());
    }
}

/// β = B·s_x/s_y; SE from the residual variance.
fn deviations(facts: &mut Facts, regression: &Regression) {
    let name = regression.outcome().map(str::to_owned);
    let own = facts.network.implied("s_y", crate::audit::interval::Interval::NOT_NEGATIVE);
    let outcome = match name {
        Some(name) if !Facts::is_glejser(regression) => facts.deviation(&name, regression),
        _ => own,
    };
    let one_less = || of(regression.n) - number(1.0);
    facts.network.relate(Code::BetaFromDeviations, "SST = (n − 1)·s_y²", of(regression.sst), one_less() * of(outcome).square());
    for term in &regression.terms {
        let deviation = facts.deviation(&term.label, regression);
        let net = &mut facts.network;
        net.relate(Code::BetaFromDeviations, "β = B·s_x / s_y", of(term.beta) * of(outcome), of(term.b) * of(deviation));
        let square = one_less() * of(deviation).square() * of(term.se).square();
        net.relate(Code::BetaFromDeviations, "SE² = MSE·VIF / ((n − 1)·s_x²)", square, of(regression.mse) * of(term.vif));
    }
}

/// The standard errors of two regressions on the same predictors have one ratio.
fn glejser(facts: &mut Facts, regression: &Regression) {
    if !regression.glejser {
        return;
    }
    let ratio = facts.network.implied("SE / SE_glejser", crate::audit::interval::Interval::NOT_NEGATIVE);
    for term in regression.constant.iter().chain(&regression.terms) {
        if let Some(other) = &term.glejser {
            facts.network.relate(
                Code::GlejserRatio,
                "SE / SE(Glejser), sama di semua baris",
                of(term.se),
                of(ratio) * of(other.se),
            );
        }
    }
}
