//! Numbers as people type them: decimal comma or point, thousands in groups; what can be read in two ways is not read.

/// Which decimal marks the file's numbers use beyond doubt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DecimalMarks {
    /// Declared in the study; it decides.
    pub declared: Option<char>,
    /// At least one number can only have a decimal comma.
    pub comma: bool,
    /// At least one number can only have a decimal point.
    pub point: bool,
}

impl DecimalMarks {
    /// Takes note of what a text shows about decimal marks.
    pub fn look_at(&mut self, text: &str) {
        if let Some(Shape::Decimal { mark, .. }) = shape(text) {
            match mark {
                ',' => self.comma = true,
                _ => self.point = true,
            }
        }
    }

    /// Reads a text as a number.
    pub fn read(&self, text: &str) -> Number {
        match shape(text) {
            None => Number::No,
            Some(Shape::Plain(value)) => Number::Is { value, comma: false },
            Some(Shape::Decimal { value, mark }) => {
                if self.declared.is_some_and(|declared| declared != mark) {
                    return Number::No;
                }
                Number::Is { value, comma: mark == ',' }
            }
            Some(Shape::Either { decimal, thousands, mark }) => {
                let as_decimal = match self.declared {
                    Some(declared) => declared == mark,
                    // `1.200` is one thousand two hundred to whoever typed it in Indonesian: neither mark is taken for
                    // decimal unless the rest of the file bears it out.
                    None if mark == '.' => self.point && !self.comma,
                    None => self.comma && !self.point,
                };
                if as_decimal {
                    Number::Is { value: decimal, comma: mark == ',' }
                } else {
                    Number::Ambiguous { decimal, thousands }
                }
            }
        }
    }
}

/// A text read as a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// It is this one.
    Is {
        /// The value.
        value: f64,
        /// It was written with a decimal comma.
        comma: bool,
    },
    /// It could be either of these.
    Ambiguous {
        /// Its mark read as the decimal mark.
        decimal: f64,
        /// Its mark read as separating thousands.
        thousands: f64,
    },
    /// It is none.
    No,
}

enum Shape {
    /// No mark, or marks that can only separate thousands.
    Plain(f64),
    /// One mark that can only be decimal.
    Decimal { value: f64, mark: char },
    /// One mark before a group of three digits.
    Either { decimal: f64, thousands: f64, mark: char },
}

fn shape(text: &str) -> Option<Shape> {
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    // Longer than any number somebody means; also keeps the work per cell small.
    if digits.is_empty() || digits.len() > 40 {
        return None;
    }
    let number = |digits: &str| -> Option<f64> { format!("{sign}{digits}").parse().ok().filter(|value: &f64| value.is_finite()) };
    if let Some((_, exponent)) = digits.split_once(['e', 'E']) {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        let mantissa = digits.starts_with(|c: char| c.is_ascii_digit());
        let plain = mantissa && !exponent.is_empty() && all_digits(exponent);
        return plain.then(|| number(digits)).flatten().map(Shape::Plain);
    }
    let marks: Vec<(usize, char)> = digits.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let Some((last_at, last)) = marks.last().copied() else {
        return all_digits(digits).then(|| number(digits)).flatten().map(Shape::Plain);
    };
    let (whole, fraction) = (&digits[..last_at], &digits[last_at + 1..]);
    if !all_digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let decimal = |whole: &str| number(&format!("{whole}.{fraction}"));
    if marks.len() == 1 {
        if !all_digits(whole) || fraction.is_empty() {
            return None;
        }
        let value = decimal(if whole.is_empty() { "0" } else { whole })?;
        let groups = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
        return Some(if groups {
            Shape::Either { decimal: value, thousands: number(&format!("{whole}{fraction}"))?, mark: last }
        } else {
            Shape::Decimal { value, mark: last }
        });
    }
    let separators = marks.iter().filter(|(_, mark)| *mark != last).count();
    if separators + 1 == marks.len() {
        // The last mark occurs once: the others separate thousands.
        let joined = join_groups(whole, if last == ',' { '.' } else { ',' })?;
        return (!fraction.is_empty()).then(|| decimal(&joined)).flatten().map(|value| Shape::Decimal { value, mark: last });
    }
    (separators == 0).then(|| join_groups(digits, last)).flatten().and_then(|joined| number(&joined)).map(Shape::Plain)
}

/// `1.234.567` without its separators, if every group after the first has three digits.
fn join_groups(text: &str, separator: char) -> Option<String> {
    let mut groups = text.split(separator);
    let first = groups.next()?;
    let fits = (1..=3).contains(&first.len()) && all_digits(first) && groups.all(|group| group.len() == 3 && all_digits(group));
    fits.then(|| text.replace(separator, ""))
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `27` of `27 tahun` or `27 th`: ages are often typed with their unit. Other texts stay as they are.
pub fn without_years(text: &str) -> &str {
    let trimmed = text.trim();
    let number = trimmed.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let unit = trimmed.get(number.len()..).unwrap_or_default().trim_end_matches('.').to_lowercase();
    let years = ["tahun", "thn", "th", "years", "year", "yrs"].contains(&unit.as_str());
    let number = number.trim_end();
    if years && number.ends_with(|c: char| c.is_ascii_digit()) { number } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, others: &[&str], declared: Option<char>) -> Number {
        let mut marks = DecimalMarks { declared, ..DecimalMarks::default() };
        for other in others {
            marks.look_at(other);
        }
        marks.read(text)
    }

    fn is(value: f64, comma: bool) -> Number {
        Number::Is { value, comma }
    }

    #[test]
    fn one_reading_is_read() {
        for (text, value, comma) in [
            ("4", 4.0, false),
            ("-4", -4.0, false),
            ("\u{2212}2", -2.0, false),
            ("4.0", 4.0, false),
            ("4,0", 4.0, true),
            (",5", 0.5, true),
            ("0,125", 0.125, true),
            ("3.45", 3.45, false),
            ("1.234,5", 1234.5, true),
            ("1,234.5", 1234.5, false),
            ("1.234.567", 1_234_567.0, false),
            ("1234,567", 1234.567, true),
            ("1e3", 1000.0, false),
        ] {
            assert_eq!(read(text, &[], None), is(value, comma), "{text}");
        }
    }

    #[test]
    fn two_readings_are_decided_by_the_file_or_not_at_all() {
        let either = Number::Ambiguous { decimal: 1.234, thousands: 1234.0 };
        assert_eq!(read("1.234", &["7", "2.5"], None), is(1.234, false));
        assert_eq!(read("1.234", &["2,5"], None), either);
        assert_eq!(read("1.234", &["950", "70"], None), either, "nothing says that points are decimal");
        assert_eq!(read("1.234", &["950", "0.125"], None), is(1.234, false));
        assert_eq!(read("1.234", &[], Some('.')), is(1.234, false));
        assert_eq!(read("1.234", &[], Some(',')), either);
        assert_eq!(read("1,234", &["2,5"], None), is(1.234, true));
        assert_eq!(read("1,234", &["2,5", "2.5"], None), either);
        assert_eq!(read("1,234", &[], None), either);
        assert_eq!(read("1,234", &[], Some(',')), is(1.234, true));
        assert_eq!(read("1,234", &[], Some('.')), either);
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "", "-", ".", ",", "4.", "1,2,3", "1.23.456", "12a", "nan", "inf", "0x1", "1e", "e5", "--1", "1 000", "1.234,",
            "1,23.4",
        ] {
            assert_eq!(read(text, &[], None), Number::No, "{text}");
        }
        assert_eq!(read("4.5", &[], Some(',')), Number::No);
        assert_eq!(read(&"9".repeat(400), &[], None), Number::No);
    }

    #[test]
    fn ages_with_their_unit_are_numbers() {
        for (text, number) in [("27 tahun", "27"), ("27thn", "27"), (" 31 Th. ", "31"), ("8,5 tahun", "8,5")] {
            assert_eq!(without_years(text), number);
        }
        for text in ["tahun", "> 20 tahun lebih", "27 bulan", "dua tahun", "5 - 10 orang"] {
            assert_eq!(without_years(text), text);
        }
    }
}
