//! What stands before the cases of an SPSS file: variables, labels, missing values, encoding.

use super::problem_file::FileProblem;
use super::wording::tidy;
use super::zip_parts::broken;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::collections::BTreeMap;

/// Bytes of a very long text that one of its parts holds.
const PART: usize = 252;
/// A text is longer than this only in parts.
const LONGEST: usize = 255;

/// The dictionary of a file.
#[derive(Debug)]
pub struct Dictionary {
    /// Variables in the order of the file, the parts of a very long text as one.
    pub variables: Vec<Variable>,
    /// Encoding of all texts.
    pub encoding: &'static Encoding,
    /// Number of cases, when the file says it.
    pub cases: Option<usize>,
    /// The variable that weights the cases.
    pub weight: Option<String>,
    /// 0: plain, 1: bytes, 2: zlib.
    pub compression: u32,
    /// What is subtracted from a byte to give the number it means.
    pub bias: f64,
    /// Where the cases begin.
    pub data: usize,
    /// Numbers have their highest byte first.
    pub big: bool,
}

/// A variable.
#[derive(Debug, Clone, Default)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its label; empty when it has none.
    pub label: String,
    /// Width of a text in bytes; 0 for a number.
    pub width: usize,
    /// Widths of the parts of a text.
    parts: Vec<usize>,
    /// How its numbers are shown; 20 is a date.
    pub format: u8,
    /// Words of values, by the value as text.
    pub value_labels: BTreeMap<String, String>,
    missing: Vec<f64>,
    range: Option<(f64, f64)>,
    missing_texts: Vec<String>,
}

impl Variable {
    /// How many times eight bytes a case takes.
    pub fn slots(&self) -> usize {
        self.parts.iter().map(|width| width.div_ceil(8).max(1)).sum()
    }

    /// Whether the author of the file declared this number as missing.
    pub fn is_missing(&self, value: f64) -> bool {
        self.missing.iter().any(|code| code.total_cmp(&value).is_eq())
            || self.range.is_some_and(|(low, high)| (low..=high).contains(&value))
    }

    /// The same for a text.
    pub fn is_missing_text(&self, text: &str) -> bool {
        self.missing_texts.iter().any(|code| code == text)
    }

    /// The text of a case.
    pub fn string(&self, raw: &[[u8; 8]], encoding: &'static Encoding) -> String {
        let bytes: Vec<u8> = raw.iter().flatten().copied().collect();
        let (mut joined, mut at) = (Vec::new(), 0);
        for width in &self.parts {
            let used = if self.parts.len() > 1 { (*width).min(PART) } else { *width };
            joined.extend_from_slice(bytes.get(at..(at + used).min(bytes.len())).unwrap_or_default());
            at += width.div_ceil(8) * 8;
        }
        joined.truncate(self.width);
        decode(&joined, encoding)
    }
}

fn decode(bytes: &[u8], encoding: &'static Encoding) -> String {
    let end = bytes.iter().rposition(|byte| !matches!(byte, 0 | b' ')).map_or(0, |last| last + 1);
    encoding.decode_without_bom_handling(bytes.get(..end).unwrap_or_default()).0.into_owned()
}

/// A variable as its record gives it, before names and encoding are known.
struct Raw {
    name: Vec<u8>,
    label: Vec<u8>,
    width: i32,
    format: u8,
    missing: Vec<[u8; 8]>,
    ranged: bool,
    labels: Vec<([u8; 8], Vec<u8>)>,
}

/// Reads the dictionary.
pub fn read_dictionary(bytes: &[u8]) -> Result<Dictionary, Box<FileProblem>> {
    let big = match bytes.get(64..68) {
        Some([2 | 3, 0, 0, 0]) => false,
        Some([0, 0, 0, 2 | 3]) => true,
        _ => return Err(broken("no SPSS header")),
    };
    let mut reader = Reader { bytes, at: 72, big };
    let compression = reader.number()?;
    let weight = reader.number()?;
    let cases = reader.number()?;
    let bias = reader.float()?;
    reader.skip(84)?;
    let mut raw: Vec<Raw> = Vec::new();
    let mut extra = Extra::default();
    loop {
        match reader.number()? {
            2 => {
                let variable = variable(&mut reader)?;
                raw.push(variable);
            }
            3 => value_labels(&mut reader, &mut raw)?,
            6 => {
                let lines = reader.count()?;
                reader.skip(lines.saturating_mul(80))?;
            }
            7 => extension(&mut reader, &mut extra)?,
            999 => {
                reader.skip(4)?;
                break;
            }
            other => return Err(broken(format!("an unknown record {other}"))),
        }
    }
    let encoding = extra.encoding(&raw);
    Ok(Dictionary {
        weight: usize::try_from(weight)
            .ok()
            .and_then(|at| raw.get(at.checked_sub(1)?))
            .map(|variable| extra.long_name(&decode(&variable.name, encoding), encoding)),
        variables: joined(raw, &extra, encoding, big),
        encoding,
        cases: usize::try_from(cases).ok(),
        compression: u32::try_from(compression).unwrap_or(u32::MAX),
        bias,
        data: reader.at,
        big,
    })
}

fn variable(reader: &mut Reader) -> Result<Raw, Box<FileProblem>> {
    let width = reader.number()?;
    let has_label = reader.number()? == 1;
    let missing = reader.number()?;
    let format = reader.number()?;
    reader.skip(4)?;
    let name = reader.take(8)?.to_vec();
    let mut label = Vec::new();
    if has_label {
        let length = reader.count()?;
        label = reader.take(length)?.to_vec();
        reader.skip(length.next_multiple_of(4) - length)?;
    }
    let count = usize::try_from(missing.unsigned_abs()).unwrap_or(0);
    if count > 3 {
        return Err(broken("more than three missing values"));
    }
    let missing_values = (0..count).map(|_| reader.eight()).collect::<Result<Vec<_>, _>>()?;
    let format = u8::try_from((format >> 16) & 0xff).unwrap_or(0);
    Ok(Raw { name, label, width, format, missing: missing_values, ranged: missing < 0, labels: Vec::new() })
}

fn value_labels(reader: &mut Reader, variables: &mut [Raw]) -> Result<(), Box<FileProblem>> {
    let mut labels = Vec::new();
    for _ in 0..reader.count()? {
        let value = reader.eight()?;
        let length = usize::from(reader.take(1)?.first().copied().unwrap_or(0));
        labels.push((value, reader.take(length)?.to_vec()));
        reader.skip((length + 1).next_multiple_of(8) - length - 1)?;
    }
    if reader.number()? != 4 {
        return Err(broken("value labels without variables"));
    }
    for _ in 0..reader.count()? {
        let at = reader.count()?;
        if let Some(variable) = at.checked_sub(1).and_then(|at| variables.get_mut(at)) {
            variable.labels.clone_from(&labels);
        }
    }
    Ok(())
}

/// What the extension records say.
#[derive(Default)]
struct Extra {
    character_code: Option<i32>,
    encoding_name: Option<String>,
    long_names: Vec<u8>,
    very_long: Vec<u8>,
}

fn extension(reader: &mut Reader, extra: &mut Extra) -> Result<(), Box<FileProblem>> {
    let kind = reader.number()?;
    let (size, count) = (reader.count()?, reader.count()?);
    let data = reader.take(size.saturating_mul(count))?;
    match kind {
        3 => {
            let mut inner = Reader { bytes: data, at: 28, big: reader.big };
            extra.character_code = inner.number().ok();
        }
        13 => extra.long_names = data.to_vec(),
        14 => extra.very_long = data.to_vec(),
        20 => extra.encoding_name = Some(String::from_utf8_lossy(data).trim().to_owned()),
        _ => {}
    }
    Ok(())
}

impl Extra {
    /// The declared encoding; without one UTF-8 where the labels are, else Windows-1252.
    fn encoding(&self, raw: &[Raw]) -> &'static Encoding {
        let named = self.encoding_name.as_deref().and_then(|name| Encoding::for_label(name.as_bytes()));
        let coded = match self.character_code {
            Some(65001) => Some(UTF_8),
            Some(1252) => Some(WINDOWS_1252),
            _ => None,
        };
        let texts =
            || raw.iter().flat_map(|variable| std::iter::once(&variable.label).chain(variable.labels.iter().map(|(_, l)| l)));
        named.or(coded).unwrap_or_else(|| match texts().all(|text| std::str::from_utf8(text).is_ok()) {
            true => UTF_8,
            false => WINDOWS_1252,
        })
    }

    /// `NAME=long name` pairs, separated by tabs.
    fn long_name(&self, short: &str, encoding: &'static Encoding) -> String {
        let pairs = self.long_names.split(|byte| *byte == b'\t').map(|pair| decode(pair, encoding));
        let mut found = pairs.filter_map(|pair| pair.split_once('=').map(|(key, long)| (key.to_owned(), long.to_owned())));
        found.find(|(key, _)| key == short).map_or_else(|| short.to_owned(), |(_, long)| long)
    }

    fn very_long(&self, short: &str) -> Option<usize> {
        let text = String::from_utf8_lossy(&self.very_long).into_owned();
        let width = text.split(['\t', '\0']).find_map(|pair| pair.split_once('=').filter(|(key, _)| *key == short))?;
        width.1.trim().parse().ok().filter(|width| *width > LONGEST)
    }
}

/// The variables: continuations of texts left out, the parts of very long texts put together.
fn joined(raw: Vec<Raw>, extra: &Extra, encoding: &'static Encoding, big: bool) -> Vec<Variable> {
    let mut variables = Vec::new();
    let mut named = raw.into_iter().filter(|variable| variable.width >= 0);
    while let Some(first) = named.next() {
        let short = decode(&first.name, encoding);
        let width = usize::try_from(first.width).unwrap_or(0);
        let mut variable = Variable {
            name: extra.long_name(&short, encoding),
            label: tidy(&decode(&first.label, encoding)).to_owned(),
            width,
            parts: vec![width],
            format: first.format,
            ..Variable::default()
        };
        if let Some(whole) = extra.very_long(&short).filter(|_| width > 0) {
            variable.width = whole;
            let following = whole.div_ceil(PART).saturating_sub(1);
            let rest = named.by_ref().take(following);
            variable.parts.extend(rest.map(|part| usize::try_from(part.width).unwrap_or(0)));
        }
        let key = |value: &[u8; 8]| match width {
            0 => float(*value, big).to_string(),
            _ => decode(value, encoding),
        };
        let labels = first.labels.iter().map(|(value, label)| (key(value), tidy(&decode(label, encoding)).to_owned()));
        variable.value_labels = labels.filter(|(_, label)| !label.is_empty()).collect();
        if width > 0 {
            variable.missing_texts = first.missing.iter().map(|value| decode(value, encoding)).collect();
        } else {
            let mut codes: Vec<f64> = first.missing.iter().map(|value| float(*value, big)).collect();
            if first.ranged && codes.len() >= 2 {
                variable.range = Some((codes.remove(0), codes.remove(0)));
            }
            variable.missing = codes;
        }
        variables.push(variable);
    }
    variables
}

/// Eight bytes as a number.
pub fn float(bytes: [u8; 8], big: bool) -> f64 {
    if big { f64::from_be_bytes(bytes) } else { f64::from_le_bytes(bytes) }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    big: bool,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Box<FileProblem>> {
        let end = self.at.checked_add(count).ok_or_else(|| broken("the dictionary is cut off"))?;
        let taken = self.bytes.get(self.at..end).ok_or_else(|| broken("the dictionary is cut off"))?;
        self.at = end;
        Ok(taken)
    }

    fn skip(&mut self, count: usize) -> Result<(), Box<FileProblem>> {
        self.take(count).map(|_| ())
    }

    fn number(&mut self) -> Result<i32, Box<FileProblem>> {
        let bytes = self.take(4)?.try_into().unwrap_or_default();
        Ok(if self.big { i32::from_be_bytes(bytes) } else { i32::from_le_bytes(bytes) })
    }

    /// A number that counts something in the file.
    fn count(&mut self) -> Result<usize, Box<FileProblem>> {
        usize::try_from(self.number()?).map_err(|_| broken("a negative count"))
    }

    fn eight(&mut self) -> Result<[u8; 8], Box<FileProblem>> {
        Ok(self.take(8)?.try_into().unwrap_or_default())
    }

    fn float(&mut self) -> Result<f64, Box<FileProblem>> {
        Ok(float(self.eight()?, self.big))
    }
}
