//! Characteristics of respondents: categories in printing order, numbers into classes.

use super::coding::Coding;
use super::problem::DatasetProblem;
use super::read_log::{Became, ReadLog};
use super::wording::answer_key;
use super::{CharacteristicData, Column};
use crate::diagnostics::suggest;
use crate::language::{Language, Text};
use crate::study::Characteristic;
use std::collections::BTreeMap;

/// A characteristic from its column.
pub fn read_characteristic(
    coding: &Coding,
    characteristic: &Characteristic,
    at: usize,
    language: Language,
    log: &mut ReadLog,
    problems: &mut Vec<DatasetProblem>,
) -> CharacteristicData {
    if characteristic.classes.is_empty() {
        categories(coding, characteristic, at, language, log, problems)
    } else {
        classes(coding, characteristic, at, language, log, problems)
    }
}

/// Words: the declared ones first, as declared; then others as they occur.
fn categories(
    coding: &Coding,
    characteristic: &Characteristic,
    at: usize,
    language: Language,
    log: &mut ReadLog,
    problems: &mut Vec<DatasetProblem>,
) -> CharacteristicData {
    let Some(column) = coding.table.column(at) else {
        return CharacteristicData::default();
    };
    let mut known = Categories::declared(characteristic);
    let declared_any = !known.printed.is_empty();
    let (mut codes, mut unlisted) = (Vec::new(), Vec::new());
    for ((position, cell), count) in column.texts().enumerate().zip(column.counts()) {
        if count == 0 || coding.missing.hold(&cell.text) || coding.missing.hold(cell.words()) {
            codes.push(None);
            continue;
        }
        // A declared raw value wins over the label that the file gives it.
        let (code, new) = match known.find(&cell.text) {
            Some(code) => (code, false),
            None => known.find_or_add(cell.words()),
        };
        codes.push(Some(code));
        if new {
            unlisted.push(position);
        }
    }
    let became: Vec<Became> = codes.iter().map(|code| code.map_or(Became::Missing, |_| Became::Itself)).collect();
    log.column(coding, at, "category", &characteristic.code, "", &became);
    if declared_any {
        let cells = coding.cells(at, column, &unlisted);
        for (position, cells) in unlisted.into_iter().zip(cells) {
            let text = column.texts().nth(position).map_or("", |cell| cell.words());
            let names: Vec<&str> = known.declared_names(characteristic);
            problems.push(DatasetProblem::UnlistedCategory {
                characteristic: characteristic.code.clone(),
                text: text.to_owned(),
                nearest: suggest::nearest(text, names).map(str::to_owned),
                cells,
            });
        }
    }
    CharacteristicData {
        categories: known.printed.iter().map(|text| text.get(language).to_owned()).collect(),
        printed: known.printed,
        codes: column.codes().map(|code| codes.get(code).copied().flatten()).collect(),
        numbers: None,
    }
}

/// The categories known so far, by their form for comparison.
#[derive(Default)]
struct Categories {
    printed: Vec<Text>,
    by_key: BTreeMap<String, u32>,
}

impl Categories {
    fn declared(characteristic: &Characteristic) -> Categories {
        let mut known = Categories::default();
        let printed_as: BTreeMap<String, &Text> =
            characteristic.values.iter().map(|(raw, printed)| (category_key(raw), printed)).collect();
        for value in &characteristic.order {
            match printed_as.get(&category_key(value)) {
                Some(printed) => known.add((*printed).clone()),
                // `order` may name what is printed, too.
                None => match characteristic.values.values().find(|text| is_called(text, value)) {
                    Some(printed) => known.add(printed.clone()),
                    None => known.add(Text::Same(value.clone())),
                },
            };
        }
        for (raw, printed) in &characteristic.values {
            let code = known.add(printed.clone());
            known.by_key.entry(category_key(raw)).or_insert(code);
        }
        known
    }

    /// The position of a printed text, added at the end when it is new.
    fn add(&mut self, text: Text) -> u32 {
        let keys: Vec<String> = Language::ALL.into_iter().map(|language| category_key(text.get(language))).collect();
        if let Some(code) = keys.iter().find_map(|key| self.by_key.get(key)) {
            return *code;
        }
        let code = u32::try_from(self.printed.len()).unwrap_or(u32::MAX);
        self.printed.push(text);
        for key in keys {
            self.by_key.entry(key).or_insert(code);
        }
        code
    }

    fn find(&self, text: &str) -> Option<u32> {
        self.by_key.get(&category_key(text)).copied()
    }

    fn find_or_add(&mut self, text: &str) -> (u32, bool) {
        match self.by_key.get(&category_key(text)) {
            Some(code) => (*code, false),
            None => {
                let spaced: Vec<&str> = text.split_whitespace().collect();
                (self.add(Text::Same(spaced.join(" "))), true)
            }
        }
    }

    fn declared_names<'a>(&self, characteristic: &'a Characteristic) -> Vec<&'a str> {
        let values = characteristic.values.values().map(|text| text.get(Language::Id));
        characteristic.order.iter().map(String::as_str).chain(values).collect()
    }
}

fn is_called(text: &Text, name: &str) -> bool {
    let key = category_key(name);
    Language::ALL.into_iter().any(|language| category_key(text.get(language)) == key)
}

/// A category as compared; `1.0` and `1` are one.
fn category_key(text: &str) -> String {
    let key = answer_key(text);
    match key.replace(',', ".").parse::<f64>() {
        Ok(value) if value.is_finite() && value.fract().abs() <= 0.0 && value.abs() < 1e15 => {
            format!("{value:.0}")
        }
        _ => key,
    }
}

/// Numbers: each into the class whose lower bound it has reached.
fn classes(
    coding: &Coding,
    characteristic: &Characteristic,
    at: usize,
    language: Language,
    log: &mut ReadLog,
    problems: &mut Vec<DatasetProblem>,
) -> CharacteristicData {
    let mut bounds = characteristic.classes.clone();
    bounds.sort_by(f64::total_cmp);
    let lowest = bounds.first().copied().unwrap_or(f64::NEG_INFINITY);
    let numbers = coding.number_column(at, &characteristic.code, None, log, problems);
    report_below(coding, characteristic, at, lowest, problems);
    let printed = class_names(&bounds, characteristic.unit.as_ref());
    let class_of = |value: f64| {
        let reached = bounds.partition_point(|bound| *bound <= value);
        reached.checked_sub(1).and_then(|class| u32::try_from(class).ok())
    };
    CharacteristicData {
        categories: printed.iter().map(|text| text.get(language).to_owned()).collect(),
        printed,
        codes: numbers.iter().map(|value| value.and_then(class_of)).collect(),
        numbers: Some(numbers),
    }
}

fn report_below(coding: &Coding, characteristic: &Characteristic, at: usize, lowest: f64, problems: &mut Vec<DatasetProblem>) {
    use super::coding::Reading;
    let Some(column) = coding.table.column(at) else {
        return;
    };
    let below: Vec<usize> = column
        .texts()
        .enumerate()
        .filter(|(_, cell)| matches!(coding.number(cell), Reading::Value(value) | Reading::CommaValue(value) if value < lowest))
        .map(|(position, _)| position)
        .collect();
    for (position, cells) in below.iter().zip(coding.cells(at, column, &below)) {
        let text = column.texts().nth(*position).map_or("", |cell| &*cell.text);
        problems.push(DatasetProblem::BelowClasses {
            characteristic: characteristic.code.clone(),
            text: text.to_owned(),
            lowest,
            cells,
        });
    }
}

/// `20 – 29 tahun`, `30 – 39 tahun`, `40 tahun ke atas`: upper limits end one step of the bounds' decimals lower.
fn class_names(bounds: &[f64], unit: Option<&Text>) -> Vec<Text> {
    let decimals = bounds.iter().map(|bound| decimals(*bound)).max().unwrap_or(0);
    let step = 10f64.powi(-i32::try_from(decimals).unwrap_or(0));
    let in_language = |language: Language, at: usize, low: f64| {
        let number = |value: f64| match language {
            Language::Id => format!("{value:.decimals$}").replace('.', ","),
            Language::En => format!("{value:.decimals$}"),
        };
        let unit = match unit.map(|unit| unit.get(language)) {
            Some(unit) if !unit.is_empty() => format!(" {unit}"),
            _ => String::new(),
        };
        match (bounds.get(at + 1), language) {
            (Some(next), _) if (next - step - low).abs() < step / 2.0 => {
                format!("{}{unit}", number(low))
            }
            (Some(next), _) => format!("{} – {}{unit}", number(low), number(next - step)),
            (None, Language::Id) => format!("{}{unit} ke atas", number(low)),
            (None, Language::En) => format!("{}{unit} and over", number(low)),
        }
    };
    bounds
        .iter()
        .enumerate()
        .map(|(at, low)| Text::Each {
            id: Some(in_language(Language::Id, at, *low)),
            en: Some(in_language(Language::En, at, *low)),
        })
        .collect()
}

/// Decimals needed to write a bound, at most three.
fn decimals(value: f64) -> usize {
    let text = format!("{:.3}", value.fract().abs());
    let fraction = text.split('.').nth(1).unwrap_or("").trim_end_matches('0');
    fraction.len()
}

/// Which cases have a known category.
pub fn retain_cases(data: &mut CharacteristicData, keep: &[bool]) {
    let mut flags = keep.iter();
    data.codes.retain(|_| flags.next().copied().unwrap_or(false));
    if let Some(numbers) = data.numbers.as_mut() {
        Column::retain_cases(numbers, keep);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(bounds: &[f64], unit: Option<&str>, language: Language) -> Vec<String> {
        let unit = unit.map(Text::from);
        class_names(bounds, unit.as_ref()).iter().map(|text| text.get(language).to_owned()).collect()
    }

    #[test]
    fn class_limits_leave_no_gap_and_do_not_overlap() {
        assert_eq!(
            names(&[20.0, 30.0, 50.0], Some("tahun"), Language::Id),
            ["20 – 29 tahun", "30 – 49 tahun", "50 tahun ke atas"]
        );
        assert_eq!(names(&[2.0, 2.75, 3.5], None, Language::Id), ["2,00 – 2,74", "2,75 – 3,49", "3,50 ke atas"]);
        assert_eq!(names(&[0.0, 1.0, 5.0], Some("years"), Language::En), ["0 years", "1 – 4 years", "5 years and over"]);
    }

    #[test]
    fn categories_are_compared_by_what_they_mean() {
        assert_eq!(category_key("10 -19 Tahun"), category_key("10–19 tahun"));
        assert_eq!(category_key("1,0"), "1");
        assert_ne!(category_key("1,5"), category_key("15"));
    }
}
