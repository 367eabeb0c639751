//! Answers that were perhaps not given in earnest: rows that are equal, one answer to everything, too little time.
//!
//! After Meade & Craig, *Psychological Methods* 17 (2012) 437–455: long strings, response time, and Marjanovic et al., *Personality
//! and Individual Differences* 84 (2015) 79–83, for the variability within a person. Notes only; who is left out, the study says (`data.exclude`).

use super::problem::DatasetProblem;
use super::problem_answers::AnswerProblem;
use super::{Column, Dataset};
use rayon::slice::ParallelSliceMut;

/// With fewer items equal rows are no rarity.
const ITEMS_FOR_IDENTICAL: usize = 12;
/// With fewer items one answer to all is no rarity.
const ITEMS_FOR_STRINGS: usize = 8;
/// The shortest string that is called long.
const LONG: usize = 10;
/// Seconds an item (Huang et al., *Journal of Business and Psychology* 27, 2012, 99–114).
const SECONDS: f64 = 2.0;
/// Respondents needed to call one an outlier among them, and how many standard deviations away.
const CASES: usize = 30;
const DEVIATIONS: f64 = 3.5;
/// So many cases are looked at column by column before the next: memory is read in order, and they stay near.
const BLOCK: usize = 2048;

/// Rows of respondents whose answers were perhaps not given in earnest, by what is wrong with them.
#[derive(Debug, Default)]
pub struct Quality {
    /// One answer to everything.
    pub straight: Vec<usize>,
    /// A string of one answer over more than half of the items, with its length.
    pub strings: Vec<(usize, usize)>,
    /// Groups with the same answers and profile.
    pub identical: Vec<Vec<usize>>,
    /// Less than two seconds an item.
    pub fast: Vec<usize>,
    /// Answers that vary far more than those of the others.
    pub outlying: Vec<usize>,
}

/// Looks at all answers of each respondent together. `seconds` is the time each took, where the file has it.
///
/// One pass over the columns; beside them stand 24 bytes a case, whatever the number of items.
pub fn check_quality(dataset: &Dataset, seconds: Option<&[Option<f64>]>, problems: &mut Vec<DatasetProblem>) -> Quality {
    let mut found = Quality::default();
    let columns: Vec<&Column> = dataset.items.values().collect();
    let items = columns.len();
    if items == 0 {
        return found;
    }
    let row = |case: usize| dataset.case_rows.get(case).copied().unwrap_or_default();
    let mut profiles: Vec<(u64, usize)> = Vec::new();
    let mut deviations: Vec<Option<f64>> = Vec::with_capacity(dataset.n());
    let mut persons: Vec<Person> = Vec::new();
    for start in (0..dataset.n()).step_by(BLOCK) {
        let cases = start..dataset.n().min(start + BLOCK);
        persons.clear();
        persons.resize(cases.len(), Person::default());
        for column in &columns {
            column.range(cases.clone()).zip(&mut persons).for_each(|(answer, person)| person.add(answer));
        }
        for (case, person) in cases.zip(&persons) {
            let (longest, complete) = (person.longest, person.answered == items);
            let is_straight = items >= ITEMS_FOR_STRINGS && complete && longest == items;
            if is_straight {
                found.straight.push(row(case));
            } else if longest >= LONG && longest * 2 > items {
                found.strings.push((row(case), longest));
            }
            if items >= ITEMS_FOR_IDENTICAL && complete && !is_straight {
                profiles.push((fingerprint(dataset, person.print, case), case));
            }
            deviations.push(person.deviation());
        }
    }
    found.identical = identical(dataset, profiles).into_iter().map(|cases| cases.into_iter().map(row).collect()).collect();
    let limit = SECONDS * items as f64;
    let too_fast = |seconds: &Option<f64>| seconds.is_some_and(|seconds| (0.0..limit).contains(&seconds));
    let times = seconds.unwrap_or_default().iter().enumerate();
    found.fast = times.filter(|(_, seconds)| too_fast(seconds)).map(|(case, _)| row(case)).collect();
    found.outlying = outlying(dataset, &deviations);
    found.report(items, limit, problems);
    found
}

impl Quality {
    fn report(&self, items: usize, seconds: f64, problems: &mut Vec<DatasetProblem>) {
        let found = [
            (!self.straight.is_empty()).then(|| AnswerProblem::StraightLining { rows: self.straight.clone(), items }),
            (!self.strings.is_empty()).then(|| AnswerProblem::LongStrings { rows: self.strings.clone(), items }),
            (!self.identical.is_empty()).then(|| AnswerProblem::IdenticalRows { groups: self.identical.clone(), items }),
            (!self.fast.is_empty()).then(|| AnswerProblem::FastAnswers { rows: self.fast.clone(), seconds, items }),
            (!self.outlying.is_empty()).then(|| AnswerProblem::OutlyingPersons { rows: self.outlying.clone() }),
        ];
        problems.extend(found.into_iter().flatten().map(DatasetProblem::from));
    }
}

/// What one respondent answered, taken in answer by answer.
#[derive(Debug, Clone, Copy, Default)]
struct Person {
    last: u64,
    current: usize,
    longest: usize,
    answered: usize,
    sum: f64,
    squares: f64,
    print: u64,
}

impl Person {
    fn add(&mut self, answer: Option<f64>) {
        let Some(answer) = answer else { return };
        let bits = answer.to_bits();
        self.current = if self.answered > 0 && self.last == bits { self.current + 1 } else { 1 };
        self.last = bits;
        self.longest = self.longest.max(self.current);
        self.answered += 1;
        // Answers are small whole numbers: their squares add up without rounding.
        self.sum += answer;
        self.squares += answer * answer;
        self.print = mixed(self.print, bits);
    }

    /// The standard deviation with n − 1; `None` below three answers.
    fn deviation(&self) -> Option<f64> {
        let n = self.answered as f64;
        let squares = (self.squares - self.sum * self.sum / n).max(0.0);
        (self.answered > 2).then(|| (squares / (n - 1.0)).sqrt())
    }
}

fn mixed(print: u64, bits: u64) -> u64 {
    (print.rotate_left(5) ^ bits).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// A number that is equal for equal answers (in `print`), numbers and characteristics, and hardly ever for others.
fn fingerprint(dataset: &Dataset, print: u64, case: usize) -> u64 {
    let numbers = dataset.columns.values().map(|column| column.get(case).map_or(u64::MAX, f64::to_bits));
    let codes = dataset.characteristics.values().map(|data| data.codes.get(case).copied().flatten().map_or(u64::MAX, u64::from));
    numbers.chain(codes).fold(print, mixed)
}

/// Groups of cases that agree in all answers, numbers and characteristics, each and all in the order of the file.
fn identical(dataset: &Dataset, mut profiles: Vec<(u64, usize)>) -> Vec<Vec<usize>> {
    profiles.par_sort_unstable();
    let numbers: Vec<&Column> = dataset.items.values().chain(dataset.columns.values()).collect();
    let code = |codes: &[Option<u32>], case: usize| codes.get(case).copied().flatten();
    let same = |a: usize, b: usize| {
        numbers.iter().all(|column| column.get(a).map(f64::to_bits) == column.get(b).map(f64::to_bits))
            && dataset.characteristics.values().all(|data| code(&data.codes, a) == code(&data.codes, b))
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for alike in profiles.chunk_by(|(a, _), (b, _)| a == b).filter(|alike| alike.len() > 1) {
        let mut among: Vec<Vec<usize>> = Vec::new();
        for (_, case) in alike {
            match among.iter_mut().find(|group| group.first().is_some_and(|first| same(*first, *case))) {
                Some(group) => group.push(*case),
                None => among.push(vec![*case]),
            }
        }
        groups.extend(among.into_iter().filter(|group| group.len() > 1));
    }
    groups.sort();
    groups
}

/// Rows of respondents whose standard deviation over the items lies far above that of the others.
fn outlying(dataset: &Dataset, deviations: &[Option<f64>]) -> Vec<usize> {
    if dataset.n() < CASES || dataset.items.len() < ITEMS_FOR_STRINGS {
        return Vec::new();
    }
    let known: Vec<f64> = deviations.iter().flatten().copied().collect();
    let (Some(spread), n) = (deviation(&known), known.len() as f64) else { return Vec::new() };
    let mean = known.iter().sum::<f64>() / n;
    let far = |value: &Option<f64>| spread > 1e-9 && value.is_some_and(|value| (value - mean) / spread > DEVIATIONS);
    deviations.iter().zip(&dataset.case_rows).filter(|(value, _)| far(value)).map(|(_, row)| *row).collect()
}

/// The standard deviation with n − 1; `None` below three values.
fn deviation(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (values.len() > 2).then(|| (squares / (n - 1.0)).sqrt())
}
