//! What is known of a chapter's quantities: the tables brought together into regressions, their numbers in one network.

use super::expression::{Id, of};
use super::interval::Interval;
use super::names::Names;
use super::network::Network;
use super::printed::{Place, Printed};
use super::tables::Found;
use super::tables::anew::Anew;
use super::tables::anova::{Anova, Source};
use super::tables::coefficients::{Coefficient, Coefficients, Which};
use super::tables::columns::Column;
use super::tables::kolmogorov_smirnov::KolmogorovSmirnov;
use super::tables::model_summary::ModelSummary;
use crate::diagnostics::Code;
use std::collections::BTreeMap;

/// What a table tells about its regression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Coefficients.
    Coefficients,
    /// R and R².
    Summary,
    /// Analysis of variance.
    Anova,
    /// Tolerance and VIF.
    Collinearity,
    /// Glejser's regression.
    Glejser,
    /// Normality of residuals.
    Normality,
}

/// Everything known.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Quantities and relations.
    pub network: Network,
    /// Names of variables.
    pub names: Names,
    /// The regressions.
    pub regressions: Vec<Regression>,
    /// Hypotheses are tested on one side: significances in the text are not those of the tables.
    pub one_tailed: bool,
    /// Robust or bootstrap tests stand beside the ordinary ones: text and verdicts may rest on either.
    pub remedied: bool,
    /// What β may be besides, where coefficients of ranks or of a transformed outcome stand beside the ordinary ones; none where
    /// such a table is there and could not be read.
    pub anew: BTreeMap<Id, Option<Printed>>,
    /// Tables in which not every row could be read.
    pub incomplete: Vec<String>,
    /// Which regression a table is about.
    pub tables: Vec<(String, usize, Kind)>,
    /// Scales whose items are printed.
    pub scales: Vec<Scale>,
    /// Standard deviation of a variable's scores, by name.
    pub deviations: BTreeMap<String, Id>,
    /// Mean of a variable's scores, by name.
    pub means: BTreeMap<String, Id>,
}

/// An item: the weights and counts of its categories, and the sum of its scores.
pub type ScaleItem = (Vec<(f64, Id)>, Id);

/// A scale whose items are printed.
#[derive(Debug, Clone)]
pub struct Scale {
    /// The variable.
    pub name: String,
    /// Of each item the weights and counts of its categories, and the sum of its scores.
    pub items: Vec<ScaleItem>,
    /// Cases.
    pub n: Id,
}

/// A coefficient's quantities.
#[derive(Debug, Clone)]
pub struct Term {
    /// As printed.
    pub label: String,
    /// Unstandardized coefficient.
    pub b: Id,
    /// Its standard error.
    pub se: Id,
    /// Standardized coefficient.
    pub beta: Id,
    /// t.
    pub t: Id,
    /// Two-tailed significance.
    pub p: Id,
    /// Tolerance.
    pub tolerance: Id,
    /// Variance inflation factor.
    pub vif: Id,
    /// Standard error in Glejser's regression, when there is one.
    pub glejser: Option<Box<Term>>,
}

/// A regression's quantities.
#[derive(Debug, Clone)]
pub struct Regression {
    /// What tells it from the others.
    pub which: Which,
    /// Cases.
    pub n: Id,
    /// Number of predictors.
    pub df1: Id,
    /// n − k − 1.
    pub df2: Id,
    /// Sums of squares.
    pub ssr: Id,
    /// Of the residuals.
    pub sse: Id,
    /// Total.
    pub sst: Id,
    /// Mean square of the regression.
    pub msr: Id,
    /// Mean square of the residuals.
    pub mse: Id,
    /// F.
    pub f: Id,
    /// Its significance.
    pub p: Id,
    /// R.
    pub r: Id,
    /// R².
    pub r2: Id,
    /// Adjusted R².
    pub adjusted: Id,
    /// Standard error of the estimate.
    pub see: Id,
    /// Durbin–Watson.
    pub durbin_watson: Id,
    /// Total degrees of freedom.
    pub df_total: Id,
    /// Predictors known from the rows of its coefficients.
    pub predictors: Option<Vec<String>>,
    /// The constant.
    pub constant: Option<Term>,
    /// The predictors.
    pub terms: Vec<Term>,
    /// Normality of its residuals.
    pub normality: Vec<KolmogorovSmirnov>,
    /// Glejser's regression has the same predictors.
    pub glejser: bool,
}

impl Regression {
    /// The term of a variable.
    pub fn term(&self, names: &Names, name: &str) -> Option<&Term> {
        self.terms.iter().find(|term| names.same(&term.label, name))
    }

    /// Its outcome.
    pub fn outcome(&self) -> Option<&str> {
        self.which.outcome.as_deref()
    }
}

const POSITIVE: Interval = Interval { low: 0.0, high: f64::INFINITY };
const VIF: Interval = Interval { low: 1.0, high: f64::INFINITY };
const COUNT: Interval = Interval { low: 1.0, high: 1e9 };

impl Facts {
    /// Brings tables together.
    pub fn of(found: &Found, names: Names) -> Facts {
        let mut facts = Facts { names, ..Facts::default() };
        facts.incomplete = found.uncertain.iter().filter_map(|place| place.table.clone()).collect();
        facts.main_regressions(found);
        for summary in &found.summaries {
            if let Some(at) = facts.place(&summary.which, None) {
                facts.note(&summary.place, at, Kind::Summary);
                facts.add_summary(at, summary);
            }
        }
        for anova in &found.anova {
            if let Some(at) = facts.place(&anova.which, None) {
                facts.note(&anova.place, at, Kind::Anova);
                facts.add_anova(at, anova);
            }
        }
        for table in found.coefficients.iter().filter(|table| !table.glejser && is_collinearity(table)) {
            let labels: Vec<String> = table.rows.iter().filter(|row| !row.constant).map(|row| row.label.clone()).collect();
            if let Some(at) = facts.place(&table.which, Some(&labels)) {
                facts.note(&table.place, at, Kind::Collinearity);
                facts.add_collinearity(at, table);
            } else {
                for row in table.rows.iter().filter(|row| !row.constant) {
                    facts.collinearity_alone(row);
                }
            }
        }
        for table in found.coefficients.iter().filter(|table| table.glejser && !is_collinearity(table)) {
            let labels: Vec<String> = table.rows.iter().filter(|row| !row.constant).map(|row| row.label.clone()).collect();
            let which = Which { outcome: None, ..table.which.clone() };
            let at = facts.place(&which, Some(&labels));
            facts.add_glejser(at, table);
            let own = facts.regressions.len().saturating_sub(1);
            facts.note(&table.place, own, Kind::Glejser);
        }
        for table in found.normality.iter().filter(|table| table.residuals) {
            if let Some(at) = facts.place(&table.which, None)
                && let Some(regression) = facts.regressions.get_mut(at)
            {
                regression.normality.push(table.clone());
                facts.note(&table.place, at, Kind::Normality);
            }
        }
        for table in &found.anew {
            facts.add_anew(table);
        }
        let labels = facts.regressions.iter().flat_map(|regression| {
            regression.terms.iter().map(|term| term.label.as_str()).chain(regression.which.outcome.as_deref())
        });
        facts.names.prepare(labels);
        facts
    }

    fn note(&mut self, place: &Place, regression: usize, kind: Kind) {
        if let Some(table) = &place.table {
            self.tables.push((table.clone(), regression, kind));
        }
    }

    /// Number of respondents that the regressions agree on.
    pub fn sample_size(&self) -> Option<usize> {
        let printed =
            |id: Id| self.network.quantities.get(id).and_then(|quantity| quantity.printed.as_ref()).map(|printed| printed.value);
        let mut sizes: Vec<f64> =
            self.regressions.iter().filter_map(|regression| Some(printed(regression.df_total)? + 1.0)).collect();
        sizes.dedup();
        match sizes[..] {
            [n] if (3.0..1e7).contains(&n) => Some(n as usize),
            _ => None,
        }
    }

    /// Glejser's regression as such.
    pub fn glejser_of(&self, at: usize) -> Option<Regression> {
        self.regressions.get(at).filter(|regression| Facts::is_glejser(regression)).cloned()
    }

    /// A number is printed for a quantity; a second one must be the same.
    pub fn tell(&mut self, id: Id, printed: &Printed) {
        let Some(quantity) = self.network.quantities.get_mut(id) else { return };
        if quantity.printed.is_none() {
            quantity.printed = Some(printed.clone());
            return;
        }
        let (sign, domain) = (quantity.sign.clone(), quantity.domain);
        let again = self.network.printed(&sign, printed, domain);
        self.network.relate(Code::TextAgainstTable, "sama di kedua tempat", of(again), of(id));
    }

    /// A β of the text: that of the ordinary table, or that of ranks or of a transformed outcome where there is one.
    pub fn tell_beta(&mut self, id: Id, printed: &Printed) {
        match self.anew.get(&id) {
            Some(None) => {}
            // Neighbours in the last place share an end and no more.
            Some(Some(other)) if other.interval.meet(printed.interval).width() > 1e-9 => {}
            _ => self.tell(id, printed),
        }
    }

    /// The regressions whose outcome a caption names; all of them where it names none: it may be any.
    fn regressions_named(&self, title: &str) -> Vec<Regression> {
        let title = format!(" {title} ");
        let named = |regression: &&Regression| {
            regression.outcome().is_some_and(|outcome| title.contains(&format!(" {} ", super::names::plain(outcome))))
        };
        let found: Vec<Regression> = self.regressions.iter().filter(named).cloned().collect();
        if found.is_empty() { self.regressions.clone() } else { found }
    }

    fn add_anew(&mut self, table: &Anew) {
        let labels: Vec<String> = table.rows.iter().map(|(label, _)| label.clone()).collect();
        let at = self.place(&table.which, Some(&labels));
        let regressions: Vec<Regression> = match at {
            Some(at) => self.regressions.get(at).cloned().into_iter().collect(),
            None => self.regressions_named(&table.title),
        };
        for term in regressions.iter().flat_map(|regression| &regression.terms) {
            let row = table.rows.iter().find(|(label, _)| self.names.same(label, &term.label));
            let beta = row.and_then(|(_, beta)| beta.clone()).filter(|_| at.is_some());
            self.anew.insert(term.beta, beta);
        }
    }

    /// Standard deviation of a variable's scores among the cases of a regression. Regressions on different cases (answers are
    /// missing) have deviations of their own; so has one whose number of cases is not printed.
    pub fn deviation(&mut self, name: &str, regression: &Regression) -> Id {
        let cases = self.cases(regression).map_or_else(|| format!("?{}", regression.n), |n| n.to_string());
        let name = self.names.of(name);
        let same =
            |there: &str| there.split_once('|').is_some_and(|(of, variable)| of == cases && self.names.same(variable, &name));
        let known = self.deviations.iter().find(|(there, _)| same(there)).map(|(_, id)| *id);
        known.unwrap_or_else(|| {
            let id = self.network.implied("s", POSITIVE);
            self.deviations.insert(format!("{cases}|{name}"), id);
            id
        })
    }

    /// The number of cases of a regression as its own tables print it.
    pub fn cases(&self, regression: &Regression) -> Option<u64> {
        let printed =
            |id: Id| self.network.quantities.get(id).and_then(|quantity| quantity.printed.as_ref()).map(|printed| printed.value);
        let of_total = printed(regression.df_total).map(|df| df + 1.0);
        let of_parts = || Some(printed(regression.df1)? + printed(regression.df2)? + 1.0);
        let n = of_total.or_else(of_parts)?;
        (1.0..1e9).contains(&n).then_some(n as u64)
    }

    /// Mean of a variable's scores.
    pub fn mean(&mut self, name: &str) -> Id {
        let key = self.names.of(name);
        let known = self.means.iter().find(|(there, _)| self.names.same(there, &key)).map(|(_, id)| *id);
        known.unwrap_or_else(|| {
            let id = self.network.implied("mean", Interval::ALL);
            self.means.insert(key, id);
            id
        })
    }

    fn new_regression(&mut self, which: Which) -> usize {
        let net = &mut self.network;
        let regression = Regression {
            which,
            n: net.implied("n", COUNT),
            df1: net.implied("df1", COUNT),
            df2: net.implied("df2", COUNT),
            df_total: net.implied("df", COUNT),
            ssr: net.implied("SSR", POSITIVE),
            sse: net.implied("SSE", POSITIVE),
            sst: net.implied("SST", POSITIVE),
            msr: net.implied("MSR", POSITIVE),
            mse: net.implied("MSE", POSITIVE),
            f: net.implied("F", POSITIVE),
            p: net.implied("Sig.", Interval::UNIT),
            r: net.implied("R", Interval::UNIT),
            r2: net.implied("R²", Interval::UNIT),
            adjusted: net.implied("adjusted R²", Interval { low: f64::NEG_INFINITY, high: 1.0 }),
            see: net.implied("SEE", POSITIVE),
            durbin_watson: net.implied("d", Interval { low: 0.0, high: 4.0 }),
            predictors: None,
            constant: None,
            terms: Vec::new(),
            normality: Vec::new(),
            glejser: false,
        };
        self.regressions.push(regression);
        self.regressions.len() - 1
    }

    fn new_term(&mut self, label: &str) -> Term {
        let net = &mut self.network;
        Term {
            label: label.to_owned(),
            b: net.implied("B", Interval::ALL),
            se: net.implied("SE", POSITIVE),
            beta: net.implied("β", Interval::ALL),
            t: net.implied("t", Interval::ALL),
            p: net.implied("Sig.", Interval::UNIT),
            tolerance: net.implied("tolerance", Interval::UNIT),
            vif: net.implied("VIF", VIF),
            glejser: None,
        }
    }

    fn tell_term(&mut self, term: &Term, row: &Coefficient) {
        for (column, printed) in &row.numbers {
            let id = match column {
                Column::B => term.b,
                Column::StandardError => term.se,
                Column::Beta => term.beta,
                Column::T => term.t,
                Column::P => term.p,
                Column::Tolerance => term.tolerance,
                Column::Vif => term.vif,
                _ => continue,
            };
            self.tell(id, printed);
        }
    }

    /// Every table of coefficients is a regression; a table with several constants is several.
    fn main_regressions(&mut self, found: &Found) {
        for table in found.coefficients.iter().filter(|table| !table.glejser && !is_collinearity(table)) {
            let steps = table.rows.iter().filter(|row| row.constant).count();
            if steps > 1 {
                // Stepwise models share outcome and note; their numbers tell them apart.
                let mut parts: Vec<Vec<&Coefficient>> = Vec::new();
                for row in &table.rows {
                    if row.constant || parts.is_empty() {
                        parts.push(Vec::new());
                    }
                    if let Some(part) = parts.last_mut() {
                        part.push(row);
                    }
                }
                for (position, part) in parts.into_iter().enumerate() {
                    let which = Which { ordinal: Some(position + 1), ..table.which.clone() };
                    self.add_coefficients(which, &part);
                }
            } else {
                let rows: Vec<&Coefficient> = table.rows.iter().collect();
                self.add_coefficients(table.which.clone(), &rows);
                let at = self.regressions.len().saturating_sub(1);
                self.note(&table.place, at, Kind::Coefficients);
            }
        }
    }

    fn add_coefficients(&mut self, which: Which, rows: &[&Coefficient]) {
        let at = self.new_regression(which);
        let mut constant = None;
        let mut terms = Vec::new();
        for row in rows {
            let term = self.new_term(&row.label);
            self.tell_term(&term, row);
            if row.constant {
                constant = Some(term);
            } else {
                terms.push(term);
            }
        }
        if let Some(regression) = self.regressions.get_mut(at) {
            regression.predictors = Some(terms.iter().map(|term| term.label.clone()).collect());
            regression.constant = constant;
            regression.terms = terms;
        }
    }

    /// The regression a table belongs to: the only one that its outcome, number and predictors do not contradict and that one of
    /// them names; the only one there is; a new one where there is none. None when two would do.
    fn place(&mut self, which: &Which, labels: Option<&[String]>) -> Option<usize> {
        let predictors: Vec<String> = labels.map_or_else(|| which.predictors.clone(), <[String]>::to_vec);
        let mut fitting: Vec<(usize, usize)> = Vec::new();
        for (at, regression) in self.regressions.iter().enumerate().filter(|(_, regression)| !Facts::is_glejser(regression)) {
            let mut points = 0;
            let mut against = false;
            if let (Some(a), Some(b)) = (&which.outcome, &regression.which.outcome) {
                if self.names.same(a, b) { points += 4 } else { against = true }
            }
            if let (Some(a), Some(b)) = (which.ordinal, regression.which.ordinal) {
                if a == b { points += 2 } else { against = true }
            }
            if let (false, Some(there)) = (predictors.is_empty(), &regression.predictors) {
                let all = predictors.len() == there.len()
                    && predictors.iter().all(|name| there.iter().any(|other| self.names.same(name, other)));
                if all {
                    points += 1;
                } else if predictors.len() != there.len() {
                    against = true;
                }
            }
            if !against {
                fitting.push((points, at));
            }
        }
        if self.regressions.is_empty() {
            let at = self.new_regression(which.clone());
            return Some(at);
        }
        let best = fitting.iter().map(|(points, _)| *points).max()?;
        let mut top = fitting.iter().filter(|(points, _)| *points == best);
        let first = top.next().map(|(_, at)| *at);
        let alone = top.next().is_none();
        // Nothing names it: only when there is no other it could be.
        let count = self.regressions.iter().filter(|regression| !Facts::is_glejser(regression)).count();
        (alone && (best > 0 || count == 1)).then_some(first).flatten()
    }

    fn add_summary(&mut self, at: usize, summary: &ModelSummary) {
        let Some(regression) = self.regressions.get(at).cloned() else { return };
        for (column, printed) in &summary.numbers {
            let id = match column {
                Column::R => regression.r,
                Column::RSquare => regression.r2,
                Column::AdjustedRSquare => regression.adjusted,
                Column::StandardErrorOfEstimate => regression.see,
                Column::DurbinWatson => regression.durbin_watson,
                _ => continue,
            };
            self.tell(id, printed);
        }
    }

    fn add_anova(&mut self, at: usize, anova: &Anova) {
        let Some(regression) = self.regressions.get(at).cloned() else { return };
        for (source, column, printed) in &anova.numbers {
            let id = match (source, column) {
                (Source::Regression, Column::SumOfSquares) => regression.ssr,
                (Source::Residual, Column::SumOfSquares) => regression.sse,
                (Source::Total, Column::SumOfSquares) => regression.sst,
                (Source::Regression, Column::Df) => regression.df1,
                (Source::Residual, Column::Df) => regression.df2,
                (Source::Total, Column::Df) => regression.df_total,
                (Source::Regression, Column::MeanSquare) => regression.msr,
                (Source::Residual, Column::MeanSquare) => regression.mse,
                (Source::Regression, Column::F) => regression.f,
                (Source::Regression, Column::P) => regression.p,
                _ => continue,
            };
            self.tell(id, printed);
        }
    }

    fn add_collinearity(&mut self, at: usize, table: &Coefficients) {
        let Some(regression) = self.regressions.get(at) else { return };
        let matched: Vec<(Option<Term>, Coefficient)> = table
            .rows
            .iter()
            .filter(|row| !row.constant)
            .map(|row| (regression.term(&self.names, &row.label).cloned(), row.clone()))
            .collect();
        let without_terms = regression.terms.is_empty();
        for (term, row) in matched {
            let term = match term {
                Some(term) => term,
                None if without_terms => {
                    let term = self.new_term(&row.label);
                    if let Some(regression) = self.regressions.get_mut(at) {
                        regression.terms.push(term.clone());
                        regression.predictors = Some(regression.terms.iter().map(|term| term.label.clone()).collect());
                    }
                    term
                }
                // A name that is none of the regression's: its two numbers belong together all the same.
                None => {
                    self.collinearity_alone(&row);
                    continue;
                }
            };
            self.tell_term(&term, &row);
        }
    }

    /// A tolerance and a VIF whose regression is not known belong together all the same.
    fn collinearity_alone(&mut self, row: &Coefficient) {
        let term = self.new_term(&row.label);
        let inverse = super::expression::number(1.0) / of(term.tolerance);
        self.network.relate(Code::Collinearity, "VIF = 1 / tolerance", of(term.vif), inverse);
        self.tell_term(&term, row);
    }

    /// Glejser's regression: its own t, p and ratios, and its terms beside those of the regression it tests.
    fn add_glejser(&mut self, at: Option<usize>, table: &Coefficients) {
        let which =
            Which { outcome: Some(format!("|e| {}", table.place.table.clone().unwrap_or_default())), ..table.which.clone() };
        let rows: Vec<&Coefficient> = table.rows.iter().collect();
        self.add_coefficients(which, &rows);
        let Some(own) = self.regressions.pop() else { return };
        let Some(at) = at else {
            self.regressions.push(own);
            return;
        };
        let names = self.names.clone();
        let mut joined = Vec::new();
        if let Some(regression) = self.regressions.get_mut(at) {
            regression.glejser = true;
            if let (Some(constant), Some(tested)) = (&own.constant, &mut regression.constant) {
                tested.glejser = Some(Box::new(constant.clone()));
            }
            for term in &own.terms {
                if let Some(tested) = regression.terms.iter_mut().find(|tested| names.same(&tested.label, &term.label)) {
                    tested.glejser = Some(Box::new(term.clone()));
                    joined.push((tested.vif, term.vif));
                }
            }
            // The same cases and predictors: the same degrees of freedom and collinearity.
            joined.push((regression.n, own.n));
            joined.push((regression.df2, own.df2));
        }
        for (tested, glejser) in joined {
            self.network.relate(Code::GlejserRatio, "VIF = VIF", of(glejser), of(tested));
        }
        self.regressions.push(own);
    }

    /// Whether a regression explains absolute residuals.
    pub fn is_glejser(regression: &Regression) -> bool {
        regression.outcome().is_some_and(|outcome| outcome.starts_with("|e|"))
    }
}

fn is_collinearity(table: &Coefficients) -> bool {
    let has = |column: Column| table.rows.iter().any(|row| row.get(column).is_some());
    (has(Column::Vif) || has(Column::Tolerance)) && !has(Column::T) && !has(Column::StandardError)
}
