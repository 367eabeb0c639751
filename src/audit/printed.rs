//! A number as it stands printed in a chapter: its text, the interval it stands for, and its place.

use super::interval::Interval;
use crate::numbers::PrintedNumber;
use serde::Serialize;

/// Where something stands in a chapter.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Line of a text, or number of the block of a document, from 1.
    pub line: usize,
    /// The heading it stands under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The table, `Tabel 4.17`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Label of the row.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub row: String,
    /// Heading of the column.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub column: String,
}

impl Place {
    /// The same place in a row and column of its table.
    pub fn cell(&self, line: usize, row: &str, column: &str) -> Place {
        Place { line, row: row.to_owned(), column: column.to_owned(), ..self.clone() }
    }
}

/// What stands before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Nothing: it is the number.
    Equal,
    /// `<`: the number is an upper limit.
    Below,
    /// `≥` or `>`: the number is a lower limit.
    Above,
}

/// A printed number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Printed {
    /// As it stands there.
    pub text: String,
    /// The value.
    pub value: f64,
    /// Decimals printed.
    pub decimals: usize,
    /// Everything that is printed like this.
    pub interval: Interval,
    /// Where.
    pub place: Place,
    /// Its decimal mark.
    #[serde(skip)]
    pub mark: char,
    /// What stands before it.
    #[serde(skip)]
    pub bound: Bound,
    /// It carries a percent sign.
    #[serde(skip)]
    pub percent: bool,
}

impl Printed {
    /// Reads the text of a cell or word. `mark` is the decimal mark of its table or chapter; a number that can only be
    /// written with the other mark (`0.482` among commas) is read with that.
    pub fn read(text: &str, mark: char, place: Place) -> Option<Printed> {
        let shown = text.trim();
        let bare = without_notes(shown);
        let (bound, bare) = bound(&bare);
        let (percent, bare) = match bare.strip_suffix('%') {
            Some(rest) => (true, rest.trim_end().to_owned()),
            None => (false, bare),
        };
        let bare = bare.strip_prefix('+').unwrap_or(&bare).to_owned();
        let bare = zero_power(&bare).unwrap_or(bare);
        let other = if mark == ',' { '.' } else { ',' };
        let (number, mark) = match PrintedNumber::parse(&bare, mark) {
            Some(number) => (number, mark),
            None => (PrintedNumber::parse(&bare, other)?, other),
        };
        // `0.482` reads as a group of thousands to nobody.
        let groups_zero =
            bare.trim_start_matches(['-', '\u{2212}', '–']).starts_with(&format!("0{}", if mark == ',' { '.' } else { ',' }));
        let (number, mark) = if groups_zero {
            let swapped = if mark == ',' { '.' } else { ',' };
            (PrintedNumber::parse(&bare, swapped)?, swapped)
        } else {
            (number, mark)
        };
        let (low, high) = number.interval();
        let interval = match bound {
            Bound::Equal if number.decimals == 0 => Interval::exactly(number.value),
            Bound::Equal => Interval::new(low, high),
            Bound::Below => Interval { low: f64::NEG_INFINITY, high: number.value },
            Bound::Above => Interval { low: number.value, high: f64::INFINITY },
        };
        let PrintedNumber { value, decimals } = number;
        Some(Printed { text: shown.to_owned(), value, decimals, interval, place, mark, bound, percent })
    }

    /// The same number as rounded, though it has no decimals: a mean or percentage printed as 53.
    pub fn rounded(mut self) -> Printed {
        if self.bound == Bound::Equal && self.decimals == 0 {
            self.interval = Interval::new(self.value - 0.5, self.value + 0.5);
        }
        self
    }

    /// A value as this number would be printed.
    pub fn print_like(&self, value: f64) -> String {
        let dropped = self.text.trim_start_matches(['-', '\u{2212}', '–', '<', '>', ' ', '\u{a0}']).starts_with(self.mark);
        PrintedNumber { value, decimals: self.decimals }.print(self.mark, !dropped)
    }

    /// A value with some more decimals than this number has.
    pub fn print_finer(&self, value: f64, more: usize) -> String {
        PrintedNumber { value, decimals: self.decimals + more }.print(self.mark, true)
    }

    /// The value it most likely has inside `possible`: the middle, at printed precision.
    pub fn likely(&self, possible: Interval) -> Option<f64> {
        (possible.is_bounded() && !possible.is_empty()).then(|| possible.middle())
    }

    /// Whether one slip of the hand leads from what it must be to what is printed: a wrong digit, two swapped, a shifted mark.
    pub fn is_slip_for(&self, possible: Interval) -> bool {
        let Some(likely) = self.likely(possible) else { return false };
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<Vec<char>>();
        let (a, b) = (digits(&self.print_like(self.value)), digits(&self.print_like(likely)));
        if a.len() != b.len() {
            return false;
        }
        let differing: Vec<usize> = (0..a.len()).filter(|&at| a.get(at) != b.get(at)).collect();
        match differing[..] {
            [] | [_] => true,
            [first, second] => second == first + 1 && a.get(first) == b.get(second) && a.get(second) == b.get(first),
            _ => false,
        }
    }
}

/// The decimal mark that a text uses: its unmistakable numbers are counted. None when it has none.
pub fn decimal_mark(cells: impl Iterator<Item = impl AsRef<str>>) -> Option<char> {
    let (mut commas, mut points) = (0_usize, 0_usize);
    for cell in cells {
        let mut reference = false;
        for word in cell.as_ref().split_whitespace() {
            // `Tabel 4.1` and `X1.1` are names.
            let named = std::mem::replace(&mut reference, word.ends_with(|c: char| c.is_alphabetic()) && is_reference(word));
            let word = word
                .trim_matches(['(', ')', '[', ']', ';', ':', '*', '%', '-', '\u{2212}', '<', '>', '='])
                .trim_end_matches(['.', ',']);
            if named {
                continue;
            }
            let (comma, point) = (word.matches(',').count(), word.matches('.').count());
            let digits = word.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.');
            if !digits || comma + point == 0 {
                continue;
            }
            let after = |mark: char| word.rsplit(mark).next().map_or(0, str::len);
            let before = |mark: char| word.split(mark).next().map_or(0, str::len);
            match (comma, point) {
                (1, 0) if after(',') != 3 || before(',') == 0 || word.starts_with("0,") || before(',') > 3 => commas += 1,
                (0, 1) if after('.') != 3 || before('.') == 0 || word.starts_with("0.") || before('.') > 3 => points += 1,
                (1, p) if p >= 1 && word.rfind(',') > word.rfind('.') => commas += 1,
                (c, 1) if c >= 1 && word.rfind('.') > word.rfind(',') => points += 1,
                _ => {}
            }
        }
    }
    match commas.cmp(&points) {
        std::cmp::Ordering::Greater => Some(','),
        std::cmp::Ordering::Less => Some('.'),
        std::cmp::Ordering::Equal => None,
    }
}

/// The decimal mark of a text none of whose numbers is unmistakable: the only mark that stands in three of them or more. A
/// chapter of thousands alone is none.
pub fn likely_mark(cells: impl Iterator<Item = impl AsRef<str>>) -> Option<char> {
    let (mut commas, mut points) = (0_usize, 0_usize);
    for cell in cells {
        let cell = cell.as_ref().trim();
        let number = |mark: char| {
            cell.split_once(mark).is_some_and(|(before, after)| {
                !before.is_empty()
                    && [before, after].iter().all(|part| part.chars().all(|c| c.is_ascii_digit()))
                    && after.len() == 3
            })
        };
        commas += usize::from(number(','));
        points += usize::from(number('.'));
    }
    match (commas, points) {
        (3.., 0) => Some(','),
        (0, 3..) => Some('.'),
        _ => None,
    }
}

/// A word behind which a number is a name.
fn is_reference(word: &str) -> bool {
    let word = word.to_lowercase();
    ["tabel", "table", "gambar", "figure", "bab", "lampiran", "versi", "subbab", "bagian"].contains(&word.as_str())
}

/// A cell without raised letters, stars and emphasis: `,200 ^{c,d}`, `,813a`, `,762**`.
fn without_notes(text: &str) -> String {
    let text = text.split('^').next().unwrap_or(text);
    let text: String = text.chars().filter(|c| !matches!(c, '*' | '_' | '\u{200b}')).collect();
    let text = text.replace('\u{a0}', " ");
    let text = text.trim();
    // Letters left from a raised note: `,200c,d`.
    let digits_end = text.rfind(|c: char| c.is_ascii_digit() || c == '%').map_or(0, |at| at + 1);
    let (number, rest) = text.split_at(digits_end);
    let note = rest.trim_start_matches(' ');
    let is_note = !note.is_empty()
        && note.len() <= 5
        && note.chars().all(|c| matches!(c, 'a'..='f' | ',' | ' ' | ')'))
        && note.starts_with(|c: char| c.is_ascii_alphabetic());
    if is_note { number.to_owned() } else { text.to_owned() }
}

fn bound(text: &str) -> (Bound, String) {
    for (sign, bound) in [("<=", Bound::Below), (">=", Bound::Above), ("≥", Bound::Above), ("≤", Bound::Below)] {
        if let Some(rest) = text.strip_prefix(sign) {
            return (bound, rest.trim().to_owned());
        }
    }
    match text.chars().next() {
        Some('<') => (Bound::Below, text.get(1..).unwrap_or_default().trim().to_owned()),
        Some('>') => (Bound::Above, text.get(1..).unwrap_or_default().trim().to_owned()),
        Some('=') => (Bound::Equal, text.get(1..).unwrap_or_default().trim().to_owned()),
        _ => (Bound::Equal, text.to_owned()),
    }
}

/// `0E-7`, as older SPSS prints a mean of residuals.
fn zero_power(text: &str) -> Option<String> {
    let (mantissa, exponent) = text.split_once(['E', 'e'])?;
    let decimals: usize = exponent.strip_prefix('-')?.parse().ok()?;
    let zero = mantissa.chars().all(|c| matches!(c, '0' | ',' | '.' | '-')) && mantissa.contains('0');
    (zero && decimals <= 12).then(|| format!("0,{}", "0".repeat(decimals)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;

    fn read(text: &str, mark: char) -> Option<(f64, usize)> {
        Printed::read(text, mark, Place::default()).map(|printed| (printed.value, printed.decimals))
    }

    #[test]
    fn cells_as_they_are_printed() {
        for (text, mark, value, decimals) in [
            (",102", ',', 0.102, 3),
            ("-,102", ',', -0.102, 3),
            (",813 ^a", ',', 0.813, 3),
            (",200 ^{c,d}", ',', 0.2, 3),
            (",200c,d", ',', 0.2, 3),
            (".762**", '.', 0.762, 3),
            ("1.342,118", ',', 1342.118, 3),
            ("1342,118", ',', 1342.118, 3),
            ("100%", ',', 100.0, 0),
            ("0.482", ',', 0.482, 3),
            ("2.061", '.', 2.061, 3),
            ("2,061", '.', 2061.0, 0),
            ("\u{2212},045", ',', -0.045, 3),
            ("0E-7", ',', 0.0, 7),
        ] {
            assert_eq!(read(text, mark), Some((value, decimals)), "{text}");
        }
        for text in ["Kompetensi", "X1.1", "30 - 39 Tahun", "", ".", "a", "1.34,118", "4.5.1"] {
            assert_eq!(read(text, ','), None, "{text}");
        }
    }

    #[test]
    fn a_printed_number_is_an_interval() {
        let interval = |text| Printed::read(text, ',', Place::default()).unwrap().interval;
        assert!((interval("2,20").low - 2.195).abs() < 1e-12 && (interval("2,20").high - 2.205).abs() < 1e-12);
        assert_eq!(interval("68"), Interval::exactly(68.0));
        assert_eq!(interval("< 0,001").high, 0.001);
        assert_eq!(interval("≥ 0,200").low, 0.2);
    }

    #[test]
    fn the_decimal_mark_is_the_one_of_unmistakable_numbers() {
        assert_eq!(decimal_mark([",102", "1.342"].iter()), Some(','));
        assert_eq!(decimal_mark(["0.102", "1,342"].iter()), Some('.'));
        assert_eq!(decimal_mark(["1.342", "68"].iter()), None);
        assert_eq!(decimal_mark(["1.342,118"].iter()), Some(','));
        assert_eq!((likely_mark(["3.805", "3.313", "3.451"].iter()), likely_mark(["3.805", "1,342"].iter())), (Some('.'), None));
    }

    #[test]
    fn slips_of_the_hand() {
        let printed = |text| Printed::read(text, ',', Place::default()).unwrap();
        assert!(printed(",102").is_slip_for(Interval::new(0.1415, 0.1425)), "one digit");
        assert!(printed("2,54").is_slip_for(Interval::new(2.449, 2.451)), "two swapped");
        assert!(!printed("2,54").is_slip_for(Interval::new(3.189, 3.191)));
    }
}
