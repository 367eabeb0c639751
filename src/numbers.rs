//! The only place where a number becomes text, and text a number again.
//!
//! A [`Quantity`] knows what it is; [`NumberStyle`] knows the report; together with [`Setting`] (sentence, table, SPSS
//! table) they give the printed text. Values are stored unrounded and rounded here, halves away from zero.

use crate::language::Language;
use crate::stats::rounding::round_half_away;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a number is; decides its decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number of persons, items, answers, resamples.
    Count,
    /// A name made of digits, such as a seed: never grouped, no decimals.
    Identifier,
    /// Degrees of freedom: whole, or three decimals when they are not.
    DegreesOfFreedom,
    /// B, β, SE, t, F, r, α, VIF, sums of squares …
    Statistic,
    /// A p-value.
    P,
    /// The level of significance and other declared limits, printed as short as they are.
    Limit,
    /// Standard error of the estimate.
    StandardErrorOfEstimate,
    /// Mean of residuals in the Kolmogorov–Smirnov table.
    ResidualMean,
    /// Standard deviation of residuals in the Kolmogorov–Smirnov table.
    ResidualSd,
    /// A percentage, already times 100.
    Percent,
    /// A mean of answers.
    Mean,
    /// A limit of a band.
    Band,
    /// A score or another value of the data: whole as it is, else two decimals.
    Score,
    /// An end of a confidence interval: four decimals, because it is compared with zero.
    Interval,
}

impl Kind {
    /// Decimals by default.
    fn decimals(self) -> usize {
        match self {
            Kind::Count | Kind::Identifier => 0,
            Kind::Percent => 1,
            Kind::Band | Kind::Score => 2,
            Kind::DegreesOfFreedom | Kind::Statistic | Kind::P | Kind::Mean => 3,
            Kind::Interval => 4,
            Kind::StandardErrorOfEstimate => 5,
            Kind::Limit => 6,
            Kind::ResidualMean => 7,
            Kind::ResidualSd => 8,
        }
    }

    /// The name under `report.style.decimals`, for the kinds whose decimals an author may choose.
    pub fn style_key(self) -> Option<&'static str> {
        match self {
            Kind::Statistic => Some("statistic"),
            Kind::Percent => Some("percent"),
            Kind::Mean => Some("mean"),
            Kind::Band => Some("band"),
            Kind::Score => Some("score"),
            Kind::Interval => Some("interval"),
            Kind::Count
            | Kind::Identifier
            | Kind::DegreesOfFreedom
            | Kind::P
            | Kind::Limit
            | Kind::StandardErrorOfEstimate
            | Kind::ResidualMean
            | Kind::ResidualSd => None,
        }
    }

    /// Whether a whole number is printed without decimals.
    fn shortens(self, value: f64) -> bool {
        match self {
            Kind::DegreesOfFreedom | Kind::Score => value.fract().abs() < 1e-9,
            _ => false,
        }
    }
}

/// A number that knows what it is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// What it is.
    pub kind: Kind,
    /// The value, unrounded.
    pub value: f64,
    /// It is only a lower bound (the Lilliefors `.200`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lower_bound: bool,
    /// The number it is compared with. Where both would be printed alike without being alike, both get the decimals that tell
    /// them apart, so that no sentence says `0,239 > 0,239`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<f64>,
}

impl Quantity {
    /// A number of this kind.
    pub fn new(kind: Kind, value: f64) -> Quantity {
        Quantity { kind, value, lower_bound: false, beside: None }
    }
}

/// Where a number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// In running text.
    Sentence,
    /// In running text with its relation: `= 0,028`, `< 0,001`, `≥ 0,200`.
    Relation,
    /// In a table of the report's own.
    Table,
    /// In a table that looks as SPSS prints it.
    SpssTable,
    /// Behind a sign that is written apart, as in the terms of an equation: without its own.
    Magnitude,
}

/// How a report prints numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NumberStyle {
    /// Decides the decimal mark.
    pub language: Language,
    /// Level of significance: p near it gets a fourth decimal.
    pub alpha: f64,
    /// `< 0,001` in tables too (APA) instead of `0,000` (SPSS).
    pub apa_p: bool,
    /// Drop the zero before the decimal mark in SPSS-style tables.
    pub drop_leading_zero: bool,
    /// Decimals per kind over the defaults, by [`Kind::style_key`].
    pub decimals: BTreeMap<String, usize>,
}

impl NumberStyle {
    /// The style of a report in `language` with defaults for the rest.
    pub fn new(language: Language) -> NumberStyle {
        NumberStyle { language, alpha: 0.05, apa_p: false, drop_leading_zero: true, decimals: BTreeMap::new() }
    }

    fn decimal_mark(&self) -> char {
        match self.language {
            Language::Id => ',',
            Language::En => '.',
        }
    }

    fn group_mark(&self) -> char {
        match self.language {
            Language::Id => '.',
            Language::En => ',',
        }
    }

    fn decimals(&self, kind: Kind) -> usize {
        kind.style_key().and_then(|key| self.decimals.get(key)).copied().unwrap_or(kind.decimals()).min(12)
    }

    /// The printed text of a quantity.
    pub fn print(&self, quantity: Quantity, setting: Setting) -> String {
        let quantity = match setting {
            Setting::Magnitude => Quantity { value: quantity.value.abs(), ..quantity },
            _ => quantity,
        };
        let value = quantity.value;
        let (relation, text) = match quantity.kind {
            Kind::P => self.print_p(quantity, setting),
            Kind::Limit => ("=", self.limit(value, setting)),
            Kind::Identifier => ("=", format!("{:.0}", round_half_away(value, 0))),
            kind if kind.shortens(value) => ("=", self.decimal(value, 0, setting)),
            kind => {
                let decimals = self.decimals(kind);
                let decimals = match quantity.beside {
                    // A table that looks as SPSS prints it keeps SPSS's decimals.
                    Some(beside) if setting != Setting::SpssTable => apart(value.abs(), beside.abs(), decimals),
                    _ => decimals,
                };
                ("=", self.decimal(value, decimals, setting))
            }
        };
        match setting {
            // No-break spaces: a relation never parts from its number.
            Setting::Relation => format!("{relation}\u{a0}{text}"),
            Setting::Sentence | Setting::Magnitude if relation != "=" => format!("{relation}\u{a0}{text}"),
            Setting::Table | Setting::SpssTable if relation == "<" => format!("<\u{a0}{text}"),
            _ => text,
        }
    }

    /// The label of an axis tick, with as many decimals as the step between ticks needs.
    pub fn tick(&self, value: f64, step: f64) -> String {
        let decimals = (0..=9).find(|&d| (round_half_away(step, d) - step).abs() < step.abs() * 1e-6).unwrap_or(9);
        self.decimal(value, decimals, Setting::Table)
    }

    fn print_p(&self, quantity: Quantity, setting: Setting) -> (&'static str, String) {
        let p = quantity.value;
        if quantity.lower_bound {
            return ("≥", self.decimal(p, 3, setting));
        }
        let in_table = matches!(setting, Setting::Table | Setting::SpssTable);
        if round_half_away(p, 3) < 0.001 && (!in_table || self.apa_p) {
            return ("<", self.decimal(0.001, 3, setting));
        }
        // Near alpha three decimals would hide on which side p lies, and now and then four.
        let decimals = if (p - self.alpha).abs() < 0.0005 { apart(p, self.alpha, 4) } else { 3 };
        ("=", self.decimal(p, decimals, setting))
    }

    /// A declared limit as authors write it: `10`, `0,60`, `0,05`, `0,001`.
    fn limit(&self, value: f64, setting: Setting) -> String {
        let needed = (0..=Kind::Limit.decimals()).find(|&d| (round_half_away(value, d) - value).abs() < 1e-9).unwrap_or(6);
        self.decimal(value, if needed == 0 { 0 } else { needed.max(2) }, setting)
    }

    fn decimal(&self, value: f64, decimals: usize, setting: Setting) -> String {
        let rounded = round_half_away(value, decimals);
        let written = format!("{:.decimals$}", rounded.abs());
        let (whole, fraction) = written.split_once('.').unwrap_or((written.as_str(), ""));
        let mut text = String::new();
        if rounded < 0.0 {
            text.push('\u{2212}');
        }
        let drop_zero = setting == Setting::SpssTable && self.drop_leading_zero && whole == "0" && !fraction.is_empty();
        if !drop_zero {
            text.push_str(&group(whole, self.group_mark(), setting));
        }
        if !fraction.is_empty() {
            text.push(self.decimal_mark());
            text.push_str(fraction);
        }
        text
    }
}

/// Decimals, at least so many, with which two numbers are not printed alike; as given when they are the same number.
fn apart(a: f64, b: f64, decimals: usize) -> usize {
    let told = |d: &usize| (round_half_away(a, *d) - round_half_away(b, *d)).abs() > 0.25 * 10f64.powi(-(*d as i32));
    (decimals..=decimals.max(MOST_DECIMALS)).find(told).unwrap_or(decimals)
}

/// Decimals beyond which two numbers are taken to be the same.
const MOST_DECIMALS: usize = 9;

/// Groups thousands from five digits on in the report's own text and tables; SPSS-style tables are never grouped.
fn group(whole: &str, mark: char, setting: Setting) -> String {
    if setting == Setting::SpssTable || whole.len() < 5 {
        return whole.to_owned();
    }
    let mut grouped = String::new();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

/// A number as it stands printed: its value and how many decimals were given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PrintedNumber {
    /// The value.
    pub value: f64,
    /// Decimals printed, trailing zeros included.
    pub decimals: usize,
}

impl PrintedNumber {
    /// Reads a printed number with the given decimal mark: `,762`, `−0,045`, `1.342,118`, `0,000`.
    pub fn parse(text: &str, decimal_mark: char) -> Option<PrintedNumber> {
        let text = text.trim();
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}', '–']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match digits.split_once(decimal_mark) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        let group_mark = if decimal_mark == ',' { '.' } else { ',' };
        let mut groups = whole.split(group_mark);
        let first = groups.next().unwrap_or_default();
        let rest: Vec<&str> = groups.collect();
        let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let well_grouped = rest.is_empty() || (!first.is_empty() && first.len() <= 3 && rest.iter().all(|part| part.len() == 3));
        let fraction_text = fraction.unwrap_or_default();
        let has_digits = !whole.is_empty() || !fraction_text.is_empty();
        if !(well_grouped
            && has_digits
            && digits_only(first)
            && rest.iter().all(|part| digits_only(part))
            && digits_only(fraction_text))
        {
            return None;
        }
        if fraction.is_some_and(str::is_empty) {
            return None;
        }
        let plain = format!("{}{}.{}0", first, rest.concat(), fraction_text);
        let plain = if plain.starts_with('.') { format!("0{plain}") } else { plain };
        let value = plain.parse::<f64>().ok().filter(|value| value.is_finite())?;
        Some(PrintedNumber { value: if negative { -value } else { value }, decimals: fraction_text.len() })
    }

    /// The number as text, with the given decimal mark; without `leading_zero` as `,762`.
    pub fn print(&self, decimal_mark: char, leading_zero: bool) -> String {
        let mut style = NumberStyle::new(if decimal_mark == '.' { Language::En } else { Language::Id });
        style.drop_leading_zero = !leading_zero;
        style.decimal(self.value, self.decimals, Setting::SpssTable)
    }

    /// The unrounded values that would be printed like this: half a unit of the last decimal to either side.
    pub fn interval(&self) -> (f64, f64) {
        let half = 0.5 * 10f64.powi(-i32::try_from(self.decimals).unwrap_or(300));
        (self.value - half, self.value + half)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;

    fn print(kind: Kind, value: f64, setting: Setting) -> String {
        NumberStyle::new(Language::Id).print(Quantity::new(kind, value), setting)
    }

    #[test]
    fn statistics_as_the_published_tables_print_them() {
        // Tables 4.16, 4.17, 4.19, 4.11, 4.21 and 4.2 of Putri (2019).
        assert_eq!(print(Kind::Statistic, -0.10230, Setting::SpssTable), "−,102");
        assert_eq!(print(Kind::Statistic, 8.67973, Setting::SpssTable), "8,680");
        assert_eq!(print(Kind::StandardErrorOfEstimate, 2.6485758, Setting::SpssTable), "2,64858");
        assert_eq!(print(Kind::ResidualSd, 2.6087453404, Setting::SpssTable), "2,60874534");
        assert_eq!(print(Kind::ResidualMean, -1e-17, Setting::SpssTable), ",0000000");
        assert_eq!(print(Kind::Statistic, 1342.11765, Setting::SpssTable), "1342,118");
        assert_eq!(print(Kind::Percent, 52.941176, Setting::Table), "52,9");
    }

    #[test]
    fn p_reads_differently_in_tables_and_sentences() {
        assert_eq!(print(Kind::P, 8.198e-7, Setting::SpssTable), ",000");
        assert_eq!(print(Kind::P, 8.198e-7, Setting::Sentence), "<\u{a0}0,001");
        assert_eq!(print(Kind::P, 0.028195, Setting::Relation), "=\u{a0}0,028");
        assert_eq!(print(Kind::P, 0.0496, Setting::Sentence), "0,0496", "a fourth decimal near alpha");
        assert_eq!(print(Kind::P, 0.04996, Setting::Sentence), "0,04996", "a fifth where the fourth says 0,0500");
        assert_eq!(print(Kind::P, 0.05004, Setting::Table), "0,05004");
        assert_eq!(print(Kind::P, 0.05, Setting::Table), "0,0500");
        let bound = Quantity { kind: Kind::P, value: 0.2, lower_bound: true, beside: None };
        let style = NumberStyle::new(Language::Id);
        assert_eq!(style.print(bound, Setting::SpssTable), ",200");
        assert_eq!(style.print(bound, Setting::Relation), "≥\u{a0}0,200");
    }

    #[test]
    fn numbers_that_are_compared_are_never_printed_alike() {
        let style = NumberStyle::new(Language::Id);
        let pair = |a: f64, b: f64, setting| {
            let print =
                |value, beside| style.print(Quantity { beside: Some(beside), ..Quantity::new(Kind::Statistic, value) }, setting);
            (print(a, b), print(b, a))
        };
        // The critical r of n = 68 is 0,23866 (BAB IV of Putri 2019 prints 0,239).
        assert_eq!(pair(0.23871, 0.23866, Setting::Sentence), ("0,23871".into(), "0,23866".into()));
        assert_eq!(pair(0.2391, 0.23866, Setting::Table), ("0,2391".into(), "0,2387".into()));
        assert_eq!(pair(0.412, 0.23866, Setting::Table), ("0,412".into(), "0,239".into()), "no decimal more than needed");
        assert_eq!(pair(0.2391, 0.23866, Setting::SpssTable), (",239".into(), ",239".into()), "as SPSS prints it");
        assert_eq!(pair(0.6, 0.6, Setting::Table), ("0,600".into(), "0,600".into()), "the same number");
        assert_eq!(pair(-2.00104, 2.001, Setting::Sentence), ("−2,00104".into(), "2,00100".into()), "signs are not compared");
        let zero = Quantity { beside: Some(0.0), ..Quantity::new(Kind::Interval, 0.00003) };
        assert_eq!(style.print(zero, Setting::Sentence), "0,00003");
    }

    #[test]
    fn no_negative_zero_and_groups_only_in_own_text() {
        assert_eq!(print(Kind::Statistic, -0.0004, Setting::Sentence), "0,000");
        assert_eq!(print(Kind::Count, 10000.0, Setting::Sentence), "10.000");
        assert_eq!(print(Kind::Identifier, 20190101.0, Setting::Sentence), "20190101");
        assert_eq!(print(Kind::Count, 4200.0, Setting::Sentence), "4200");
        assert_eq!(print(Kind::Limit, 0.05, Setting::Sentence), "0,05");
        assert_eq!(print(Kind::Limit, 0.6, Setting::Sentence), "0,60");
        assert_eq!(print(Kind::Limit, 10.0, Setting::Sentence), "10");
        assert_eq!(print(Kind::Score, 30.0, Setting::Table), "30");
        assert_eq!(print(Kind::Score, 30.5, Setting::Table), "30,50");
    }

    #[test]
    fn ticks_have_the_decimals_of_their_step() {
        let tick = |value, step| NumberStyle::new(Language::Id).tick(value, step);
        assert_eq!(tick(0.1 + 0.2, 0.1), "0,3");
        assert_eq!(tick(-0.25, 0.05), "\u{2212}0,25");
        assert_eq!(tick(0.0, 0.002), "0,000");
        assert_eq!(tick(-1e-17, 0.5), "0,0");
        assert_eq!(tick(20000.0, 5000.0), "20.000");
        assert_eq!(NumberStyle::new(Language::En).tick(0.5, 0.5), "0.5");
    }

    #[test]
    fn a_magnitude_has_no_sign_and_keeps_its_zero() {
        // Table 4.16 of Putri (2019): B of LMX is -,102.
        assert_eq!(print(Kind::Statistic, -0.10230, Setting::Magnitude), "0,102");
        assert_eq!(print(Kind::Statistic, 0.10230, Setting::Magnitude), "0,102");
        assert_eq!(print(Kind::P, 0.0, Setting::Magnitude), "<\u{a0}0,001", "p = 0 is not 0,001");
    }

    #[test]
    fn printed_numbers_are_read_back() {
        let read = |text| PrintedNumber::parse(text, ',').map(|number| (number.value, number.decimals));
        assert_eq!(read(",762"), Some((0.762, 3)));
        assert_eq!(read("−,045"), Some((-0.045, 3)));
        assert_eq!(read("1.342,118"), Some((1342.118, 3)));
        assert_eq!(read("2,20"), Some((2.2, 2)));
        assert_eq!(read("68"), Some((68.0, 0)));
        assert_eq!(read("1.34,118"), None);
        assert_eq!(read("abc"), None);
        assert_eq!(read(","), None);
        let (low, high) = PrintedNumber::parse("2,20", ',').unwrap().interval();
        assert!((low - 2.195).abs() < 1e-12 && (high - 2.205).abs() < 1e-12);
    }
}
