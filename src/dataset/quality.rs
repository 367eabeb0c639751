//! Answers that were perhaps not given in earnest: rows that are equal, one answer to everything, too little time.
//!
//! After Meade & Craig, *Psychological Methods* 17 (2012) 437–455: long strings, response time, and Marjanovic et al., *Personality
//! and Individual Differences* 84 (2015) 79–83, for the variability within a person. Notes only; nobody is left out.

use super::problem::DatasetProblem;
use super::problem_answers::AnswerProblem;
use super::{Column, Dataset};

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

/// Looks at all answers of each respondent together. `seconds` is the time each took, where the file has it.
///
/// One pass over the columns; beside them stand 24 bytes a case, whatever the number of items.
pub fn check_quality(dataset: &Dataset, seconds: Option<&[Option<f64>]>, problems: &mut Vec<DatasetProblem>) {
    let columns: Vec<&Column> = dataset.items.values().collect();
    let items = columns.len();
    if items == 0 {
        return;
    }
    let row = |case: usize| dataset.case_rows.get(case).copied().unwrap_or_default();
    let (mut straight, mut strings) = (Vec::new(), Vec::new());
    let mut profiles: Vec<(u64, usize)> = Vec::new();
    let mut deviations: Vec<Option<f64>> = Vec::new();
    let mut answers = Vec::with_capacity(items);
    for case in 0..dataset.n() {
        answers.clear();
        answers.extend(columns.iter().filter_map(|column| column.get(case)));
        let (longest, complete) = (longest_string(&answers), answers.len() == items);
        let is_straight = items >= ITEMS_FOR_STRINGS && complete && longest == items;
        if is_straight {
            straight.push(row(case));
        } else if longest >= LONG && longest * 2 > items {
            strings.push((row(case), longest));
        }
        if items >= ITEMS_FOR_IDENTICAL && complete && !is_straight {
            profiles.push((fingerprint(dataset, &answers, case), case));
        }
        deviations.push(deviation(&answers));
    }
    if !straight.is_empty() {
        problems.push(AnswerProblem::StraightLining { rows: straight, items }.into());
    }
    if !strings.is_empty() {
        problems.push(AnswerProblem::LongStrings { rows: strings, items }.into());
    }
    let groups = identical(dataset, profiles);
    if !groups.is_empty() {
        let groups = groups.into_iter().map(|cases| cases.into_iter().map(row).collect()).collect();
        problems.push(AnswerProblem::IdenticalRows { groups, items }.into());
    }
    if let Some(seconds) = seconds {
        let limit = SECONDS * items as f64;
        let too_fast = |seconds: &Option<f64>| seconds.is_some_and(|seconds| (0.0..limit).contains(&seconds));
        let fast: Vec<usize> =
            seconds.iter().enumerate().filter(|(_, seconds)| too_fast(seconds)).map(|(case, _)| row(case)).collect();
        if !fast.is_empty() {
            problems.push(AnswerProblem::FastAnswers { rows: fast, seconds: limit, items }.into());
        }
    }
    outlying(dataset, &deviations, problems);
}

fn longest_string(answers: &[f64]) -> usize {
    let (mut longest, mut current, mut last) = (0, 0, None);
    for answer in answers {
        current = if last == Some(answer.to_bits()) { current + 1 } else { 1 };
        last = Some(answer.to_bits());
        longest = longest.max(current);
    }
    longest
}

/// A number that is equal for equal answers, numbers and characteristics, and hardly ever for others.
fn fingerprint(dataset: &Dataset, answers: &[f64], case: usize) -> u64 {
    let numbers = dataset.columns.values().map(|column| column.get(case).map_or(u64::MAX, f64::to_bits));
    let codes = dataset.characteristics.values().map(|data| data.codes.get(case).copied().flatten().map_or(u64::MAX, u64::from));
    let all = answers.iter().map(|answer| answer.to_bits()).chain(numbers).chain(codes);
    all.fold(0, |hash: u64, bits| (hash.rotate_left(5) ^ bits).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// Groups of cases that agree in all answers, numbers and characteristics, each and all in the order of the file.
fn identical(dataset: &Dataset, mut profiles: Vec<(u64, usize)>) -> Vec<Vec<usize>> {
    profiles.sort_unstable();
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

/// Respondents whose standard deviation over the items lies far above that of the others.
fn outlying(dataset: &Dataset, deviations: &[Option<f64>], problems: &mut Vec<DatasetProblem>) {
    if dataset.n() < CASES || dataset.items.len() < ITEMS_FOR_STRINGS {
        return;
    }
    let known: Vec<f64> = deviations.iter().flatten().copied().collect();
    let (Some(spread), n) = (deviation(&known), known.len() as f64) else { return };
    let mean = known.iter().sum::<f64>() / n;
    if spread <= 1e-9 {
        return;
    }
    let far = |value: &Option<f64>| value.is_some_and(|value| (value - mean) / spread > DEVIATIONS);
    let rows: Vec<usize> =
        deviations.iter().zip(&dataset.case_rows).filter(|(value, _)| far(value)).map(|(_, row)| *row).collect();
    if !rows.is_empty() {
        problems.push(AnswerProblem::OutlyingPersons { rows }.into());
    }
}

/// The standard deviation with n − 1; `None` below three values.
fn deviation(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (values.len() > 2).then(|| (squares / (n - 1.0)).sqrt())
}
