//! Which rating scale a set of answers was given on: figures, or words of a known ladder.

use crate::dataset::answer::number_and_words;
use crate::dataset::wording::answer_key;
use std::collections::BTreeSet;

/// A scale as proposed to the author, who is told to look at it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProposedScale {
    /// Lowest answer.
    pub min: i64,
    /// Highest answer.
    pub max: i64,
    /// Words of the answers, lowest first; empty for plain figures.
    pub labels: Vec<String>,
    /// Short forms, lowest first; empty when the file has none.
    pub abbreviations: Vec<String>,
}

/// The steps of a ladder from low to high; each step: its usual words, its short form, then other words for it.
type Ladder = &'static [&'static [&'static str]];

/// Known ladders with the score of their lowest step. The five-step form of a family comes before its four-step form.
const LADDERS: &[(i64, Ladder)] = &[
    (
        1,
        &[
            &["Sangat Tidak Setuju", "STS"],
            &["Tidak Setuju", "TS"],
            &["Netral", "N", "Ragu-ragu", "RR", "R", "Kurang Setuju", "KS", "Cukup Setuju", "CS", "Cukup", "C"],
            &["Setuju", "S"],
            &["Sangat Setuju", "SS"],
        ],
    ),
    (1, &[&["Sangat Tidak Setuju", "STS"], &["Tidak Setuju", "TS"], &["Setuju", "S"], &["Sangat Setuju", "SS"]]),
    (
        1,
        &[
            &["Tidak Pernah", "TP"],
            &["Jarang", "JR", "J", "Hampir Tidak Pernah", "HTP"],
            &["Kadang-kadang", "KK", "K", "KD"],
            &["Sering", "SR"],
            &["Selalu", "SL"],
        ],
    ),
    (1, &[&["Tidak Pernah", "TP"], &["Kadang-kadang", "KK", "Jarang", "JR"], &["Sering", "SR"], &["Selalu", "SL"]]),
    (
        1,
        &[
            &["Sangat Tidak Baik", "STB", "Sangat Buruk"],
            &["Tidak Baik", "TB", "Buruk"],
            &["Cukup Baik", "CB", "Cukup", "Kurang Baik", "KB", "Netral"],
            &["Baik", "B"],
            &["Sangat Baik", "SB"],
        ],
    ),
    (1, &[&["Tidak Baik", "TB"], &["Kurang Baik", "KB"], &["Baik", "B"], &["Sangat Baik", "SB"]]),
    (
        1,
        &[
            &["Sangat Tidak Puas", "STP"],
            &["Tidak Puas", "TP"],
            &["Cukup Puas", "CP", "Netral", "Kurang Puas", "KP"],
            &["Puas", "P"],
            &["Sangat Puas", "SP"],
        ],
    ),
    (1, &[&["Tidak Puas", "TP"], &["Kurang Puas", "KP"], &["Puas", "P"], &["Sangat Puas", "SP"]]),
    (
        1,
        &[
            &["Strongly disagree", "SD"],
            &["Disagree", "D"],
            &["Neutral", "N", "Neither agree nor disagree", "Undecided"],
            &["Agree", "A"],
            &["Strongly agree", "SA"],
        ],
    ),
    (1, &[&["Never"], &["Rarely"], &["Sometimes"], &["Often"], &["Always"]]),
    (0, &[&["Tidak", "T"], &["Ya", "Y"]]),
    (0, &[&["Salah"], &["Benar"]]),
    (0, &[&["No"], &["Yes"]]),
];

/// The scale on which these answers were given, if they look like answers on a scale at all.
pub fn recognise(answers: &BTreeSet<String>) -> Option<ProposedScale> {
    figures(answers).or_else(|| words(answers)).or_else(|| figures_with_words(answers))
}

/// Whole numbers from 0 or 1 to at most 10; the highest is taken from the usual ends 5, 7 and 10.
fn figures(answers: &BTreeSet<String>) -> Option<ProposedScale> {
    let numbers = answers.iter().map(|answer| whole(answer)).collect::<Option<Vec<i64>>>()?;
    let (low, high) = (*numbers.iter().min()?, *numbers.iter().max()?);
    if low < 0 || !(1..=10).contains(&high) {
        return None;
    }
    let max = match (low, high) {
        (0, 1) => 1,
        // Nobody at all choosing 5 is rarer than a scale of four.
        (_, 4) if numbers.len() == 4 && low == 1 => 4,
        (_, ..=5) => 5,
        (_, 6 | 7) => 7,
        _ => 10,
    };
    Some(ProposedScale { min: i64::from(low > 0), max, ..ProposedScale::default() })
}

fn whole(answer: &str) -> Option<i64> {
    let answer = answer.trim_end_matches('0').strip_suffix(['.', ',']).unwrap_or(answer);
    answer.parse().ok()
}

/// Words of one ladder: the one with the fewest steps that has all of them, at least two.
fn words(answers: &BTreeSet<String>) -> Option<ProposedScale> {
    if answers.len() < 2 {
        return None;
    }
    LADDERS
        .iter()
        .filter_map(|(min, ladder)| {
            let found: Option<Vec<(usize, usize)>> = answers.iter().map(|answer| place(ladder, answer)).collect();
            Some((*min, *ladder, found?))
        })
        .filter(|(_, _, found)| found.iter().any(|(step, _)| found.first().is_some_and(|(first, _)| step != first)))
        .min_by_key(|(_, ladder, _)| ladder.len())
        .map(|(min, ladder, found)| spell(min, ladder, answers, &found))
}

/// Step and word within the step.
fn place(ladder: Ladder, answer: &str) -> Option<(usize, usize)> {
    let key = answer_key(answer);
    ladder
        .iter()
        .enumerate()
        .find_map(|(step, words)| words.iter().position(|word| answer_key(word) == key).map(|word| (step, word)))
}

/// The ladder in the file's own words where it has them, in the usual ones elsewhere.
fn spell(min: i64, ladder: Ladder, answers: &BTreeSet<String>, found: &[(usize, usize)]) -> ProposedScale {
    let mut labels: Vec<String> = Vec::new();
    let mut abbreviations: Vec<String> = Vec::new();
    for (step, words) in ladder.iter().enumerate() {
        let here = answers.iter().zip(found).filter(|(_, (at, _))| *at == step);
        let (short, long): (Vec<&String>, Vec<&String>) =
            here.map(|(answer, _)| answer).partition(|answer| answer.chars().count() <= 3 && !answer.contains(' '));
        let usual = words.first().map_or("", |word| word);
        labels.push(long.first().map_or(usual.to_owned(), |word| (*word).clone()));
        let usual_short = words.get(1).filter(|word| word.len() <= 3).map_or("", |word| word);
        abbreviations.push(short.first().map_or(usual_short.to_owned(), |word| (*word).clone()));
    }
    let short_used = answers.iter().any(|answer| abbreviations.contains(answer) && !labels.contains(answer));
    if !short_used || abbreviations.iter().any(String::is_empty) {
        abbreviations.clear();
    }
    // `Ya` and `Tidak` are short words, but nobody's abbreviations.
    let highest = min + i64::try_from(ladder.len()).unwrap_or(0) - 1;
    ProposedScale { min, max: highest, labels, abbreviations }
}

/// `1 - Sangat Tidak Setuju` …: the figures give the ends, the words the labels.
fn figures_with_words(answers: &BTreeSet<String>) -> Option<ProposedScale> {
    let mut pairs: Vec<(i64, String)> = Vec::new();
    let mut plain = BTreeSet::new();
    let mut loose = Vec::new();
    for answer in answers {
        match number_and_words(answer) {
            Some((number, words)) => {
                plain.insert(number.to_string());
                pairs.push((number, words.to_owned()));
            }
            None => match whole(answer) {
                Some(number) => {
                    plain.insert(number.to_string());
                }
                None => loose.push(answer.as_str()),
            },
        }
    }
    let differ = |a: &str, b: &str| answer_key(a) != answer_key(b);
    if pairs.is_empty() || pairs.iter().any(|(number, words)| pairs.iter().any(|(n, w)| n == number && differ(w, words))) {
        return None;
    }
    // Words without their figure, `SS` or `setuju`, must be those of a pair.
    let of_a_pair = |text: &str| {
        pairs.iter().any(|(_, words)| {
            let one_step = |ladder: Ladder| Some(place(ladder, words)?.0 == place(ladder, text)?.0);
            !differ(words, text) || LADDERS.iter().any(|(_, ladder)| one_step(ladder) == Some(true))
        })
    };
    if !loose.into_iter().all(of_a_pair) {
        return None;
    }
    let scale = figures(&plain)?;
    let labels: Vec<String> = (scale.min..=scale.max)
        .map(|score| pairs.iter().find(|(number, _)| *number == score).map(|(_, words)| words.clone()))
        .collect::<Option<_>>()
        .or_else(|| words(&pairs.iter().map(|(_, words)| words.clone()).collect()).map(|ladder| ladder.labels))
        .filter(|labels| labels.len() == usize::try_from(scale.max - scale.min + 1).unwrap_or(0))
        .unwrap_or_default();
    Some(ProposedScale { labels, ..scale })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn of(answers: &[&str]) -> Option<ProposedScale> {
        recognise(&answers.iter().map(|answer| (*answer).to_owned()).collect())
    }

    #[test]
    fn figures_give_the_usual_ends() {
        let ends = |answers: &[&str]| of(answers).map(|scale| (scale.min, scale.max));
        assert_eq!(ends(&["2", "3", "4", "5"]), Some((1, 5)));
        assert_eq!(ends(&["1", "2", "3", "4"]), Some((1, 4)));
        assert_eq!(ends(&["3", "4"]), Some((1, 5)));
        assert_eq!(ends(&["1", "6"]), Some((1, 7)));
        assert_eq!(ends(&["2", "9"]), Some((1, 10)));
        assert_eq!(ends(&["0", "1"]), Some((0, 1)));
        assert_eq!(ends(&["4.0", "5,0"]), Some((1, 5)));
        for no in [&["17", "20"][..], &["-1", "3"], &["3", "budi"], &["3.5", "4"], &[]] {
            assert_eq!(ends(no), None, "{no:?}");
        }
    }

    #[test]
    fn words_give_the_smallest_ladder_that_has_them_all() {
        let five = of(&["TS", "N", "S", "SS"]).unwrap();
        assert_eq!((five.min, five.max), (1, 5));
        assert_eq!(five.abbreviations, ["STS", "TS", "N", "S", "SS"]);
        assert_eq!(five.labels[2], "Netral");
        let four = of(&["sangat tidak setuju", "Tidak Setuju", "Setuju", "Sangat Setuju"]).unwrap();
        assert_eq!((four.max, four.labels[0].as_str(), four.abbreviations.len()), (4, "sangat tidak setuju", 0));
        let middle = of(&["Tidak Setuju", "Kurang Setuju", "Setuju"]).unwrap();
        assert_eq!(middle.labels[2], "Kurang Setuju");
        assert_eq!(of(&["Ya", "Tidak"]).map(|scale| (scale.min, scale.max)), Some((0, 1)));
        assert_eq!(of(&["Laki-laki", "Perempuan"]), None);
        assert_eq!(of(&["Setuju"]), None, "one word is no ladder");
    }

    #[test]
    fn figures_with_words_give_both() {
        let scale = of(&["2 - Tidak Setuju", "3 - Netral", "4 - Setuju", "5 - Sangat Setuju"]).unwrap();
        assert_eq!((scale.min, scale.max), (1, 5));
        assert_eq!(scale.labels, ["Sangat Tidak Setuju", "Tidak Setuju", "Netral", "Setuju", "Sangat Setuju"]);
    }
}
