//! Columns that describe respondents: how they are recognised, and how their values are put in order.

use crate::dataset::wording::{answer_key, fold};
use std::collections::BTreeSet;

/// A characteristic as proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedCharacteristic {
    /// Its code.
    pub code: String,
    /// Its name: the header in readable form.
    pub name: String,
    /// The header of its column.
    pub column: String,
    /// Its values in a sensible order; empty for numbers in classes.
    pub order: Vec<String>,
    /// The values are figures that stand for words.
    pub coded: bool,
    /// Lower bounds of classes for ages and years; empty for words.
    pub classes: Vec<f64>,
}

/// Parts of headers that announce a characteristic.
const KNOWN: &[&str] = &[
    "jenis kelamin",
    "gender",
    "jk",
    "sex",
    "umur",
    "usia",
    "age",
    "pendidikan",
    "education",
    "lama bekerja",
    "lama kerja",
    "masa kerja",
    "lama usaha",
    "tenure",
    "jabatan",
    "golongan",
    "pangkat",
    "eselon",
    "status",
    "unit kerja",
    "bidang",
    "bagian",
    "divisi",
    "instansi",
    "pekerjaan",
    "penghasilan",
    "pendapatan",
    "agama",
    "suku",
    "domisili",
    "kecamatan",
    "kelurahan",
    "jenis layanan",
    "angkatan",
    "jurusan",
    "program studi",
    "semester",
];

/// Whether a folded header is or begins with a known characteristic.
pub fn is_known(folded: &str) -> bool {
    let spaced = folded.replace(['_', '.', '/'], " ");
    let padded = format!(" {spaced} ");
    KNOWN.iter().any(|known| padded.contains(&format!(" {known} ")))
}

/// What was seen in a column.
pub struct Observed<'a> {
    /// Its header.
    pub header: &'a str,
    /// Its distinct answers, when they are few; else some of them.
    pub answers: &'a BTreeSet<String>,
    /// How many distinct answers there are.
    pub distinct: usize,
    /// Lowest and highest of all answers, when all are numbers.
    pub range: Option<(f64, f64)>,
}

/// The characteristic a column proposes; its code joins `taken`.
pub fn characteristic(column: &Observed, taken: &mut BTreeSet<String>) -> ProposedCharacteristic {
    let counted = column.range.filter(|(_, high)| column.distinct > 6 || *high > 9.0);
    ProposedCharacteristic {
        code: free_code(column.header, taken),
        name: readable(column.header),
        column: column.header.to_owned(),
        order: if counted.is_some() || column.distinct > super::DISTINCT { Vec::new() } else { in_order(column.answers) },
        coded: column.range.is_some() && counted.is_none(),
        classes: counted.map(classes).unwrap_or_default(),
    }
}

/// Rounded lower bounds that hold all values in at most six classes; classes of five, ten, twenty … are usual.
fn classes((low, high): (f64, f64)) -> Vec<f64> {
    match [5.0, 10.0, 20.0, 50.0, 100.0].into_iter().find(|width| (high - low) / width <= 5.0) {
        Some(width) => {
            let start = (low / width).floor() * width;
            (0..6).map(|step| start + f64::from(step) * width).take_while(|bound| *bound <= high).collect()
        }
        None => vec![low.floor()],
    }
}

/// Schooling by level, texts with numbers by their first number, others as the alphabet has them.
fn in_order(answers: &BTreeSet<String>) -> Vec<String> {
    // `laki-laki` beside `Laki-laki` is no category of its own.
    let mut known = BTreeSet::new();
    let mut values: Vec<String> = answers.iter().filter(|answer| known.insert(answer_key(answer))).cloned().collect();
    let by =
        |rank: fn(&str) -> Option<(i64, i64)>| -> Option<Vec<(i64, i64)>> { values.iter().map(|value| rank(value)).collect() };
    if let Some(ranks) = by(schooling).or_else(|| by(first_number)) {
        let mut ranked: Vec<((i64, i64), String)> = ranks.into_iter().zip(values).collect();
        ranked.sort();
        values = ranked.into_iter().map(|(_, value)| value).collect();
    }
    values
}

fn schooling(value: &str) -> Option<(i64, i64)> {
    const LEVELS: &[(i64, &[&str])] = &[
        (1, &["sd", "sekolah dasar", "mi"]),
        (2, &["smp", "sltp", "mts"]),
        (3, &["sma", "smk", "slta", "smu", "ma", "sma smk"]),
        (4, &["d1", "d2", "d3", "diploma", "diii", "akademi"]),
        (5, &["d4", "div", "s1", "sarjana", "strata 1"]),
        (6, &["s2", "magister", "pasca sarjana", "pascasarjana", "strata 2"]),
        (7, &["s3", "doktor", "strata 3"]),
    ];
    let folded = fold(value).replace(['-', '/', '(', ')', '.'], " ");
    let padded = format!(" {folded} ");
    // The highest level named: `Pasca Sarjana` is more than `Sarjana`.
    LEVELS
        .iter()
        .rev()
        .find(|(_, words)| words.iter().any(|word| padded.contains(&format!(" {word} "))))
        .map(|(level, _)| (*level, 0))
}

fn first_number(value: &str) -> Option<(i64, i64)> {
    let folded = fold(value);
    let start = folded.find(|c: char| c.is_ascii_digit())?;
    let digits: String = folded.get(start..)?.chars().take_while(char::is_ascii_digit).collect();
    let number = digits.parse().ok()?;
    let below = ["<", "kurang", "di bawah", "maks", "under", "less"].iter().any(|word| folded.contains(word));
    let above = [">", "lebih", "di atas", "min", "over", "more", "ke atas", "+"].iter().any(|word| folded.contains(word));
    Some((number, if below { -1 } else { i64::from(above) }))
}

/// `Jenis Kelamin` of `jenis_kelamin`; a header in capitals or a question stays as it is.
fn readable(header: &str) -> String {
    let spaced: String = header.replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let spaced = spaced.trim_end_matches([':', '*', '.', '?', ' ']);
    if spaced.chars().any(char::is_uppercase) || spaced.split(' ').count() > 4 {
        return spaced.to_owned();
    }
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    spaced.split(' ').map(capital).collect::<Vec<String>>().join(" ")
}

/// A code made of the header's first words that nothing else has.
fn free_code(header: &str, taken: &mut BTreeSet<String>) -> String {
    let plain: String = fold(header).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let mut code = String::new();
    for word in plain.split(' ').filter(|word| !word.is_empty()).take(3) {
        if code.len() + word.len() > 20 && !code.is_empty() {
            break;
        }
        if !code.is_empty() {
            code.push('_');
        }
        code.extend(word.chars().take(20));
    }
    if !code.starts_with(|c: char| c.is_ascii_alphabetic()) {
        code.insert_str(0, "k_");
    }
    let code = code.trim_end_matches('_').to_owned();
    if taken.insert(code.clone()) {
        return code;
    }
    (2usize..).map(|number| format!("{code}_{number}")).find(|code| taken.insert(code.clone())).unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(values: &[&str]) -> Vec<String> {
        in_order(&values.iter().map(|value| (*value).to_owned()).collect())
    }

    #[test]
    fn values_come_in_the_order_a_reader_expects() {
        assert_eq!(
            ordered(&["Tamat Sarjana", "Tamat Pasca Sarjana", "Tamat SMA/SMK", "Tamat Diploma"]),
            ["Tamat SMA/SMK", "Tamat Diploma", "Tamat Sarjana", "Tamat Pasca Sarjana"]
        );
        assert_eq!(
            ordered(&["Lebih dari 30 tahun", "10 -19 tahun", "20 -30 tahun", "< 10 tahun"]),
            ["< 10 tahun", "10 -19 tahun", "20 -30 tahun", "Lebih dari 30 tahun"]
        );
        assert_eq!(ordered(&["S2", "D3", "S1", "SMA"]), ["SMA", "D3", "S1", "S2"]);
    }

    #[test]
    fn codes_are_plain_and_free() {
        let mut taken = BTreeSet::new();
        assert_eq!(free_code("Jenis kelamin Anda?", &mut taken), "jenis_kelamin_anda");
        assert_eq!(free_code("jenis kelamin anda", &mut taken), "jenis_kelamin_anda_2");
        assert_eq!(free_code("1. Usia (tahun)", &mut taken), "k_1_usia_tahun");
        assert_eq!(free_code("؟", &mut taken), "k");
    }

    #[test]
    fn ages_get_classes_that_hold_them() {
        assert_eq!(classes((23.0, 58.0)), [20.0, 30.0, 40.0, 50.0]);
        assert_eq!(classes((1.0, 12.0)), [0.0, 5.0, 10.0]);
        assert!(is_known("lama_bekerja") && is_known("usia (tahun)") && !is_known("saya bekerja"));
    }
}
