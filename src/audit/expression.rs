//! Formulas over quantities that are known as intervals, evaluated in both directions.
//!
//! Forwards gives what the formula can be; backwards narrows what its quantities can be when the formula's value is known
//! (HC4-revise: Benhamou, Goualard, Granvilliers & Puget, 1999, *Revising hull and box consistency*).

use super::interval::Interval;
use crate::stats::distributions::{
    chi_squared_quantile, chi_squared_sf, f_quantile, f_sf, normal_quantile, normal_two_tailed, t_quantile, t_two_tailed,
};
use crate::stats::kolmogorov_smirnov::lilliefors_p;

/// A quantity of the network, by its position.
pub type Id = usize;

/// A formula.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// A quantity.
    Of(Id),
    /// A constant.
    Number(f64),
    /// a + b + …
    Sum(Vec<Expression>),
    /// a − b.
    Minus(Box<Expression>, Box<Expression>),
    /// a · b.
    Times(Box<Expression>, Box<Expression>),
    /// a / b.
    Over(Box<Expression>, Box<Expression>),
    /// √a.
    Root(Box<Expression>),
    /// a².
    Square(Box<Expression>),
    /// |a|.
    Size(Box<Expression>),
    /// The largest of several.
    Largest(Vec<Expression>),
    /// P(|T| > |t|) with df degrees of freedom.
    TwoTailedT(Box<Expression>, Box<Expression>),
    /// P(|Z| > |z|).
    TwoTailedZ(Box<Expression>),
    /// P(F > f) with df1 and df2 degrees of freedom.
    UpperF(Box<Expression>, Box<Expression>, Box<Expression>),
    /// P(X > x) of chi-squared with df degrees of freedom.
    UpperChiSquared(Box<Expression>, Box<Expression>),
    /// Significance of a Kolmogorov–Smirnov distance in n cases, as SPSS prints it with Lilliefors' correction.
    Lilliefors(Box<Expression>, Box<Expression>),
}

/// A quantity as a formula.
pub fn of(id: Id) -> Expression {
    Expression::Of(id)
}

/// A constant as a formula.
pub fn number(value: f64) -> Expression {
    Expression::Number(value)
}

impl std::ops::Add for Expression {
    type Output = Expression;
    fn add(self, other: Expression) -> Expression {
        Expression::Sum(vec![self, other])
    }
}

impl std::ops::Sub for Expression {
    type Output = Expression;
    fn sub(self, other: Expression) -> Expression {
        Expression::Minus(Box::new(self), Box::new(other))
    }
}

impl std::ops::Mul for Expression {
    type Output = Expression;
    fn mul(self, other: Expression) -> Expression {
        Expression::Times(Box::new(self), Box::new(other))
    }
}

impl std::ops::Div for Expression {
    type Output = Expression;
    fn div(self, other: Expression) -> Expression {
        Expression::Over(Box::new(self), Box::new(other))
    }
}

impl Expression {
    /// √ of it.
    pub fn root(self) -> Expression {
        Expression::Root(Box::new(self))
    }

    /// Its square.
    pub fn square(self) -> Expression {
        Expression::Square(Box::new(self))
    }

    /// Its size.
    pub fn size(self) -> Expression {
        Expression::Size(Box::new(self))
    }

    /// The quantities in it, once each.
    pub fn quantities(&self, out: &mut Vec<Id>) {
        match self {
            Expression::Of(id) => {
                if !out.contains(id) {
                    out.push(*id);
                }
            }
            Expression::Number(_) => {}
            Expression::Sum(parts) | Expression::Largest(parts) => parts.iter().for_each(|part| part.quantities(out)),
            Expression::Minus(a, b)
            | Expression::Times(a, b)
            | Expression::Over(a, b)
            | Expression::TwoTailedT(a, b)
            | Expression::Lilliefors(a, b)
            | Expression::UpperChiSquared(a, b) => {
                a.quantities(out);
                b.quantities(out);
            }
            Expression::Root(a) | Expression::Square(a) | Expression::Size(a) | Expression::TwoTailedZ(a) => a.quantities(out),
            Expression::UpperF(a, b, c) => {
                a.quantities(out);
                b.quantities(out);
                c.quantities(out);
            }
        }
    }

    /// The same formula over other positions of its quantities.
    pub fn moved(&self, to: &dyn Fn(Id) -> Id) -> Expression {
        let one = |a: &Expression| Box::new(a.moved(to));
        let all = |parts: &[Expression]| parts.iter().map(|part| part.moved(to)).collect();
        match self {
            Expression::Of(id) => Expression::Of(to(*id)),
            Expression::Number(value) => Expression::Number(*value),
            Expression::Sum(parts) => Expression::Sum(all(parts)),
            Expression::Largest(parts) => Expression::Largest(all(parts)),
            Expression::Minus(a, b) => Expression::Minus(one(a), one(b)),
            Expression::Times(a, b) => Expression::Times(one(a), one(b)),
            Expression::Over(a, b) => Expression::Over(one(a), one(b)),
            Expression::Root(a) => Expression::Root(one(a)),
            Expression::Square(a) => Expression::Square(one(a)),
            Expression::Size(a) => Expression::Size(one(a)),
            Expression::TwoTailedT(a, b) => Expression::TwoTailedT(one(a), one(b)),
            Expression::TwoTailedZ(a) => Expression::TwoTailedZ(one(a)),
            Expression::UpperF(a, b, c) => Expression::UpperF(one(a), one(b), one(c)),
            Expression::UpperChiSquared(a, b) => Expression::UpperChiSquared(one(a), one(b)),
            Expression::Lilliefors(a, b) => Expression::Lilliefors(one(a), one(b)),
        }
    }

    /// What it can be, given what its quantities can be.
    pub fn value(&self, known: &[Interval]) -> Interval {
        match self {
            Expression::Of(id) => known.get(*id).copied().unwrap_or(Interval::ALL),
            Expression::Number(value) => Interval::exactly(*value),
            Expression::Sum(parts) => parts.iter().fold(Interval::exactly(0.0), |sum, part| sum.plus(part.value(known))),
            Expression::Minus(a, b) => a.value(known).minus(b.value(known)),
            Expression::Times(a, b) => a.value(known).times(b.value(known)),
            Expression::Over(a, b) => a.value(known).over(b.value(known)),
            Expression::Root(a) => a.value(known).root(),
            Expression::Square(a) => a.value(known).squared(),
            Expression::Size(a) => a.value(known).size(),
            Expression::Largest(parts) => {
                let none = Interval { low: f64::NEG_INFINITY, high: f64::NEG_INFINITY };
                parts
                    .iter()
                    .map(|part| part.value(known))
                    .fold(none, |largest, part| Interval { low: largest.low.max(part.low), high: largest.high.max(part.high) })
            }
            Expression::TwoTailedT(t, df) => {
                let (t, df) = (t.value(known).size(), df.value(known));
                if df.low <= 0.0 {
                    return Interval::UNIT;
                }
                Interval::new(tail_t(t.high, df.high), tail_t(t.low, df.low)).outward().meet(Interval::UNIT)
            }
            Expression::TwoTailedZ(z) => {
                let z = z.value(known).size();
                Interval::new(normal_two_tailed(z.high), normal_two_tailed(z.low)).outward().meet(Interval::UNIT)
            }
            Expression::UpperF(f, df1, df2) => {
                let (f, df1, df2) = (f.value(known), df1.value(known), df2.value(known));
                let Some((df1, df2)) = single(df1).zip(single(df2)) else { return Interval::UNIT };
                Interval::new(f_sf(f.high.max(0.0), df1, df2), f_sf(f.low.max(0.0), df1, df2)).outward().meet(Interval::UNIT)
            }
            Expression::UpperChiSquared(x, df) => {
                let Some(df) = single(df.value(known)) else { return Interval::UNIT };
                let x = x.value(known);
                Interval::new(chi_squared_sf(x.high.max(0.0), df), chi_squared_sf(x.low.max(0.0), df))
                    .outward()
                    .meet(Interval::UNIT)
            }
            Expression::Lilliefors(d, n) => {
                let Some(n) = single(n.value(known)).filter(|n| *n >= 4.0 && *n < 1e9) else { return Interval::UNIT };
                let d = d.value(known);
                let p = |d: f64| lilliefors_p(d.clamp(0.0, 1.0), n as usize).0;
                Interval::new(p(d.high), p(d.low)).outward().meet(Interval::UNIT)
            }
        }
    }

    /// Narrows the quantities in it, its value being inside `target`. `narrow` meets a quantity with an interval.
    pub fn narrow(&self, target: Interval, known: &[Interval], narrow: &mut dyn FnMut(Id, Interval)) {
        // A tail whose value lies inside the target tells nothing, and quantiles are dear.
        let tail = matches!(
            self,
            Expression::TwoTailedT(..)
                | Expression::TwoTailedZ(_)
                | Expression::UpperF(..)
                | Expression::UpperChiSquared(..)
                | Expression::Lilliefors(..)
        );
        if tail {
            let value = self.value(known);
            if value.low >= target.low && value.high <= target.high {
                return;
            }
        }
        match self {
            Expression::Of(id) => narrow(*id, target),
            Expression::Number(_) => {}
            Expression::Sum(parts) => {
                let values: Vec<Interval> = parts.iter().map(|part| part.value(known)).collect();
                for (position, part) in parts.iter().enumerate() {
                    let others = values.iter().enumerate().filter(|(other, _)| *other != position);
                    let others = others.fold(Interval::exactly(0.0), |sum, (_, value)| sum.plus(*value));
                    part.narrow(target.minus(others), known, narrow);
                }
            }
            Expression::Minus(a, b) => {
                a.narrow(target.plus(b.value(known)), known, narrow);
                b.narrow(a.value(known).minus(target), known, narrow);
            }
            Expression::Times(a, b) => {
                a.narrow(target.over(b.value(known)), known, narrow);
                b.narrow(target.over(a.value(known)), known, narrow);
            }
            Expression::Over(a, b) => {
                a.narrow(target.times(b.value(known)), known, narrow);
                b.narrow(a.value(known).over(target), known, narrow);
            }
            Expression::Root(a) => a.narrow(target.meet(Interval::NOT_NEGATIVE).squared(), known, narrow),
            Expression::Square(a) => a.narrow(signed(target.root(), a.value(known)), known, narrow),
            Expression::Size(a) => a.narrow(signed(target.meet(Interval::NOT_NEGATIVE), a.value(known)), known, narrow),
            Expression::Largest(parts) => {
                let values: Vec<Interval> = parts.iter().map(|part| part.value(known)).collect();
                for (position, part) in parts.iter().enumerate() {
                    let others = values.iter().enumerate().filter(|(other, _)| *other != position);
                    let reach = others.fold(f64::NEG_INFINITY, |reach, (_, value)| reach.max(value.high));
                    // Only one that alone can reach the value must do so.
                    let low = if reach < target.low { target.low } else { f64::NEG_INFINITY };
                    part.narrow(Interval { low, high: target.high }, known, narrow);
                }
            }
            Expression::TwoTailedT(t, df) => {
                let Some(df) = single(df.value(known)) else { return };
                let p = target.meet(Interval::UNIT);
                let size = Interval::new(quantile_t(p.high, df), quantile_t(p.low, df)).outward();
                t.narrow(signed(size.meet(Interval::NOT_NEGATIVE), t.value(known)), known, narrow);
            }
            Expression::TwoTailedZ(z) => {
                let p = target.meet(Interval::UNIT);
                let quantile = |p: f64| if p <= 0.0 { f64::INFINITY } else { -normal_quantile(0.5 * p) };
                let size = Interval::new(quantile(p.high), quantile(p.low)).outward();
                z.narrow(signed(size.meet(Interval::NOT_NEGATIVE), z.value(known)), known, narrow);
            }
            Expression::UpperF(f, df1, df2) => {
                let Some((df1, df2)) = single(df1.value(known)).zip(single(df2.value(known))) else { return };
                let p = target.meet(Interval::UNIT);
                let quantile = |p: f64| {
                    if p <= 0.0 {
                        f64::INFINITY
                    } else if p >= 1.0 {
                        0.0
                    } else {
                        1.0 / f_quantile(p, df2, df1)
                    }
                };
                f.narrow(Interval::new(quantile(p.high), quantile(p.low)).outward(), known, narrow);
            }
            Expression::UpperChiSquared(x, df) => {
                let Some(df) = single(df.value(known)) else { return };
                let p = target.meet(Interval::UNIT);
                let quantile = |p: f64| if p <= 0.0 { f64::INFINITY } else { chi_squared_quantile(1.0 - p, df) };
                x.narrow(Interval::new(quantile(p.high), quantile(p.low)).outward(), known, narrow);
            }
            Expression::Lilliefors(d, n) => {
                let Some(n) = single(n.value(known)).filter(|n| *n >= 4.0 && *n < 1e9) else { return };
                let p = |d: f64| lilliefors_p(d, n as usize).0;
                // The significance falls with the distance and jumps; every D that may give a p inside the target stays.
                let reach = |ok: &dyn Fn(f64) -> bool| {
                    let (mut low, mut high) = (0.0_f64, 1.0_f64);
                    for _ in 0..48 {
                        let middle = 0.5 * (low + high);
                        if ok(middle) { low = middle } else { high = middle }
                    }
                    (low, high)
                };
                let (from, _) = reach(&|d| p(d) > target.high + 1e-12);
                let (_, to) = reach(&|d| p(d) >= target.low - 1e-12);
                d.narrow(Interval::new(from - 1e-9, to + 1e-9), known, narrow);
            }
        }
    }
}

/// The only value of an interval that holds one, within binary rounding.
fn single(interval: Interval) -> Option<f64> {
    let narrow = interval.is_bounded() && interval.width() <= 1e-6 * interval.middle().abs().max(1.0);
    narrow.then(|| interval.middle()).map(|value| if (value - value.round()).abs() < 1e-6 { value.round() } else { value })
}

/// The numbers whose size is in `size`, of the signs that `now` allows.
fn signed(size: Interval, now: Interval) -> Interval {
    if size.is_empty() || now.low >= 0.0 {
        size
    } else if now.high <= 0.0 {
        size.negated()
    } else {
        Interval { low: -size.high, high: size.high }
    }
}

fn tail_t(t: f64, df: f64) -> f64 {
    if t.is_infinite() { 0.0 } else { t_two_tailed(t, df) }
}

fn quantile_t(p: f64, df: f64) -> f64 {
    if p <= 0.0 { f64::INFINITY } else { -t_quantile(0.5 * p.min(1.0), df) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn narrowed(expression: &Expression, target: Interval, known: &[Interval]) -> Vec<Interval> {
        let mut out = known.to_vec();
        expression.narrow(target, known, &mut |id, interval| {
            if let Some(there) = out.get_mut(id) {
                *there = there.meet(interval);
            }
        });
        out
    }

    /// Table 4.17 of Putri (2019): B ,318 and t 2,245 leave the standard error between ,1414 and ,1420.
    #[test]
    fn a_standard_error_follows_from_b_and_t() {
        let known = [Interval::new(0.3175, 0.3185), Interval::NOT_NEGATIVE];
        let t = of(0) / of(1);
        let se = narrowed(&t, Interval::new(2.2445, 2.2455), &known)[1];
        assert!((se.low - 0.3175 / 2.2455).abs() < 1e-9 && (se.high - 0.3185 / 2.2445).abs() < 1e-9, "{se:?}");
    }

    /// pt and qt of R 4.2.2: 2*pt(-2.245, 65) = .02817757; qt(.975, 65) = 1.997138.
    #[test]
    fn tails_run_in_both_directions() {
        let p = Expression::TwoTailedT(Box::new(of(0)), Box::new(number(65.0)));
        let value = p.value(&[Interval::exactly(2.245)]);
        assert!((value.middle() - 0.02817690).abs() < 1e-7, "{value:?}");
        let t = narrowed(&p, Interval::exactly(0.05), &[Interval::new(0.0, 9.0)])[0];
        assert!((t.middle() - 1.997138).abs() < 1e-6, "{t:?}");
        let below = narrowed(&p, Interval::new(0.0, 0.0005), &[Interval::new(-9.0, 0.0)])[0];
        assert!(below.high < -3.6 && below.low <= -9.0, "the sign is kept: {below:?}");
    }

    #[test]
    fn the_largest_narrows_only_the_one_that_must_be_it() {
        let largest = Expression::Largest(vec![of(0), of(1)]);
        let known = [Interval::new(0.0, 1.0), Interval::new(0.0, 0.1)];
        let out = narrowed(&largest, Interval::new(0.5, 0.6), &known);
        assert_eq!((out[0], out[1]), (Interval::new(0.5, 0.6), Interval::new(0.0, 0.1)));
    }
}
