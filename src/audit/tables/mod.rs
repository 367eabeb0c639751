//! The tables of a chapter, found by their headings and labels: one kind a file.

pub mod achievement_index;
pub mod anew;
pub mod anova;
pub mod coefficients;
pub mod columns;
pub mod crosstab;
pub mod descriptives;
pub mod effects;
pub mod hypotheses;
pub mod indirect;
pub mod items;
pub mod kolmogorov_smirnov;
pub mod model_summary;
pub mod performance;
pub mod pls;
pub mod professionalism;
pub mod profile;
pub mod raw;
pub mod service;
pub mod significance;
pub mod table;
pub mod targets;
pub mod verdicts;

use super::printed::Place;
use achievement_index::IndexRow;
use anew::Anew;
use anova::Anova;
use coefficients::Coefficients;
use crosstab::Crosstab;
use descriptives::DescriptiveRow;
use effects::Effects;
use hypotheses::HypothesisRow;
use indirect::IndirectRow;
use items::ItemFrequencies;
use kolmogorov_smirnov::KolmogorovSmirnov;
use model_summary::ModelSummary;
use performance::{Achieved, Budget, ImpactRow};
use pls::Pls;
use professionalism::{MatrixCell, Professionalism};
use profile::Profile;
use service::Service;
use significance::TestRow;
use table::Table;
use targets::TargetRow;
use verdicts::Verdicts;

/// The tables of a chapter by kind.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Coefficients of regressions, Glejser's too, and collinearity alone.
    pub coefficients: Vec<Coefficients>,
    /// ANOVA tables.
    pub anova: Vec<Anova>,
    /// Model summaries.
    pub summaries: Vec<ModelSummary>,
    /// Normality of residuals.
    pub normality: Vec<KolmogorovSmirnov>,
    /// Answers to items.
    pub items: Vec<ItemFrequencies>,
    /// Respondents.
    pub profiles: Vec<Profile>,
    /// Validity and reliability.
    pub verdicts: Vec<Verdicts>,
    /// Effects of paths.
    pub effects: Vec<Effects>,
    /// Tests of indirect effects.
    pub indirect: Vec<IndirectRow>,
    /// A table shows coefficients with robust or bootstrap tests; its numbers are not read.
    pub remedied: bool,
    /// Those of them that show coefficients of ranks or of a transformed outcome: a β in the text may be theirs.
    pub anew: Vec<Anew>,
    /// Summaries of hypotheses.
    pub hypotheses: Vec<HypothesisRow>,
    /// Descriptive statistics.
    pub descriptives: Vec<DescriptiveRow>,
    /// Tests of differences and associations.
    pub tests: Vec<TestRow>,
    /// Partial least squares.
    pub pls: Pls,
    /// Counts by group.
    pub crosstabs: Vec<Crosstab>,
    /// Indexes of respondents' achievement, table by table.
    pub indexes: Vec<Vec<IndexRow>>,
    /// Elements of a public service.
    pub services: Vec<Service>,
    /// Targets and realizations.
    pub targets: Vec<TargetRow>,
    /// Achievements of annual reports, table by table.
    pub performance: Vec<Achieved>,
    /// Their money.
    pub budgets: Vec<Budget>,
    /// What outputs changed.
    pub impacts: Vec<ImpactRow>,
    /// The professionalism index of civil servants.
    pub professionalism: Vec<Professionalism>,
    /// Cells of matrices of predicates.
    pub predicates: Vec<MatrixCell>,
    /// Tables of no known kind.
    pub unknown: Vec<Place>,
    /// Rows of known tables whose numbers could not be assigned with certainty.
    pub uncertain: Vec<Place>,
}

/// Sorts tables by kind.
pub fn find(tables: &[Table]) -> Found {
    let mut found = Found::default();
    for table in tables {
        if !found.take(table) && table.rows.iter().any(|row| row.cells.iter().any(|cell| raw::looks_numeric(cell))) {
            found.unknown.push(table.place.clone());
        }
    }
    found
}

impl Found {
    fn take(&mut self, table: &Table) -> bool {
        let cases = ["sdresid", "cook"].iter().all(|word| table.words.contains(word));
        let beside = ["kepekaan keputusan", "sensitivity of the decisions", "butir yang dikeluarkan dari skor"];
        if cases || beside.iter().any(|words| table.words.contains(words)) {
            return true;
        }
        // Told by its own word, NRR, before a mean and a sum are taken for those of items.
        if let Some(service) = service::find(table) {
            self.services.push(service);
            return true;
        }
        if is_remedied(table) {
            self.remedied = true;
            self.anew.extend(anew::find(table));
            return true;
        }
        if let Some(index) = professionalism::find(table) {
            self.professionalism.push(index);
            return true;
        }
        let predicates = professionalism::matrix(table);
        if !predicates.is_empty() {
            self.predicates.extend(predicates);
            return true;
        }
        let mut uncertain: Vec<usize> = Vec::new();
        let known = if let Some(items) = items::find(table) {
            uncertain.extend(&items.unread);
            self.items.push(items);
            true
        } else if let Some(rows) = indirect::find(table) {
            self.indirect.extend(rows);
            true
        } else if let Some(rows) = hypotheses::find(table) {
            self.hypotheses.extend(rows);
            true
        } else if let Some(anova) = anova::find(table) {
            self.anova.push(anova);
            true
        } else if self.pls.take(table) {
            true
        } else if let Some(verdicts) = verdicts::find(table) {
            uncertain.extend(&verdicts.unread);
            self.verdicts.push(verdicts);
            true
        } else if let Some(coefficients) = coefficients::find(table) {
            uncertain.extend(&coefficients.unread);
            self.coefficients.push(coefficients);
            true
        } else if let Some(profile) = profile::find(table) {
            uncertain.extend(&profile.unread);
            self.profiles.push(profile);
            true
        } else if let Some(effects) = effects::find(table) {
            uncertain.extend(&effects.unread);
            self.effects.push(effects);
            true
        } else {
            let normality = kolmogorov_smirnov::find(table);
            let summaries = if normality.is_empty() { model_summary::find(table) } else { Vec::new() };
            let any = !normality.is_empty() || !summaries.is_empty();
            self.normality.extend(normality);
            self.summaries.extend(summaries);
            any || self.take_rare(table)
        };
        self.uncertain.extend(uncertain.into_iter().map(|line| table.place.cell(line, "", "")));
        known
    }

    /// Kinds that are told by their columns alone, after all others.
    fn take_rare(&mut self, table: &Table) -> bool {
        if let Some(crosstab) = crosstab::find(table) {
            self.uncertain.extend(crosstab.unread.iter().map(|line| table.place.cell(*line, "", "")));
            self.crosstabs.push(crosstab);
            return true;
        }
        let indexes = achievement_index::find(table);
        if !indexes.is_empty() {
            self.indexes.push(indexes);
            return true;
        }
        if let Some(achieved) = performance::achieved(table) {
            self.targets.extend(achieved.targets.iter().cloned());
            self.performance.push(achieved);
            return true;
        }
        if let Some(budget) = performance::budget(table) {
            self.budgets.push(budget);
            return true;
        }
        let impacts = performance::impacts(table);
        if !impacts.is_empty() {
            self.impacts.extend(impacts);
            return true;
        }
        let targets = targets::find(table);
        let descriptives = if targets.is_empty() { descriptives::find(table) } else { Vec::new() };
        let tests = if targets.is_empty() && descriptives.is_empty() { significance::find(table) } else { Vec::new() };
        let any = !targets.is_empty() || !descriptives.is_empty() || !tests.is_empty();
        self.targets.extend(targets);
        self.descriptives.extend(descriptives);
        self.tests.extend(tests);
        any
    }
}

/// Whether a table holds coefficients tested with robust standard errors or in resamples.
fn is_remedied(table: &Table) -> bool {
    let has = |word: &str| table.words.contains(word);
    anew::is_anew(table) || has("hc3") || has("robust standard error") || has("bootstrap") && has("bias")
}
