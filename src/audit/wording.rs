//! Words of a finding in the language of the report: formulas, columns and the numbers of tables. What is quoted from the
//! chapter (captions, headings of sections, labels of rows) stays as printed.

use crate::language::{Language, Message};

/// A word of the formulas and columns as the rules name it; Indonesian; English.
const WORDS: &[(&str, &str, &str)] = &[
    ("Jumlah", "Jumlah", "Sum"),
    ("Skor", "Skor", "Score"),
    ("selisih", "selisih", "difference"),
    ("batas bawah", "batas bawah", "lower limit"),
    ("batas atas", "batas atas", "upper limit"),
    ("varians", "varians", "variance"),
    ("% kumulatif", "% kumulatif", "cumulative %"),
    ("means", "rata-rata", "means"),
    ("mean", "rata-rata", "mean"),
    ("items", "butir", "items"),
    ("sama di kedua tempat", "sama di kedua tempat", "the same in both places"),
    ("sama di semua baris", "sama di semua baris", "the same in all rows"),
    ("highest", "skor tertinggi", "highest score"),
    ("indirect", "tidak langsung", "indirect"),
    ("direct", "langsung", "direct"),
    ("rounding", "pembulatan", "rounding"),
    ("Frekuensi", "Frekuensi", "Frequency"),
    ("Persentase", "Persentase", "Percent"),
    ("Kumulatif", "Kumulatif", "Cumulative"),
    ("Rata-rata", "Rata-rata", "Mean"),
    ("rata", "Rata-rata", "Mean"),
    ("sobel z", "Sobel z", "Sobel z"),
    ("aroian z", "Aroian z", "Aroian z"),
    ("t tabel", "t tabel", "critical t"),
    ("F tabel", "F tabel", "critical F"),
    ("r tabel", "r tabel", "critical r"),
    ("r hitung", "r hitung", "computed r"),
    ("Batas", "Batas", "Limit"),
    ("Keterangan", "Keterangan", "Verdict"),
    ("Tidak Langsung", "Tidak Langsung", "Indirect"),
    ("Langsung", "Langsung", "Direct"),
    ("Realisasi", "Realisasi", "Realization"),
    ("Capaian", "Capaian", "Achievement"),
];

/// A formula in both languages: `mean = Jumlah / n` → `rata-rata = Jumlah / n`, `mean = Sum / n`.
pub fn formula(text: &str) -> Message {
    Message::new(worded(text, Language::Id), worded(text, Language::En))
}

/// A column in the language of the report; one whose heading was quoted stays as printed.
pub fn column(text: &str, language: Language) -> String {
    let known = WORDS.iter().find(|(word, _, _)| *word == text);
    known.map_or_else(|| text.to_owned(), |(_, id, en)| if language == Language::Id { *id } else { *en }.to_owned())
}

/// A table by its number, `Tabel 4.8` or `Table 4.8`.
pub fn table(text: &str, language: Language) -> String {
    let number = text.strip_prefix("Tabel ").or_else(|| text.strip_prefix("Table "));
    match (number, language) {
        (Some(number), Language::Id) => format!("Tabel {number}"),
        (Some(number), Language::En) => format!("Table {number}"),
        (None, _) => text.to_owned(),
    }
}

fn worded(text: &str, language: Language) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = ' ';
    while let Some(next) = rest.chars().next() {
        let known = WORDS.iter().find(|(word, _, _)| {
            !before.is_alphanumeric()
                && rest.strip_prefix(word).is_some_and(|behind| !behind.starts_with(|c: char| c.is_alphanumeric()))
        });
        let (taken, shown) = match known {
            Some((word, id, en)) => (*word, if language == Language::Id { *id } else { *en }),
            None => {
                let one = rest.get(..next.len_utf8()).unwrap_or_default();
                (one, one)
            }
        };
        out.push_str(shown);
        before = taken.chars().next_back().unwrap_or(' ');
        rest = rest.get(taken.len()..).unwrap_or_default();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_said_in_the_language_of_the_report() {
        let both = |text: &str| {
            let message = formula(text);
            (message.id, message.en)
        };
        let pair = |id: &str, en: &str| (id.to_owned(), en.to_owned());
        assert_eq!(both("mean = Jumlah / n"), pair("rata-rata = Jumlah / n", "mean = Sum / n"));
        assert_eq!(both("total = direct + indirect"), pair("total = langsung + tidak langsung", "total = direct + indirect"));
        assert_eq!(both("(max − mean)·n²"), pair("(max − rata-rata)·n²", "(max − mean)·n²"));
        assert_eq!(both("β = B·s_x / s_y"), pair("β = B·s_x / s_y", "β = B·s_x / s_y"));
    }

    #[test]
    fn tables_and_columns_are_named_and_quotations_stay() {
        assert_eq!(
            (table("Tabel 4.8", Language::En), table("Tabel 4.8", Language::Id)),
            ("Table 4.8".into(), "Tabel 4.8".into())
        );
        assert_eq!((column("Jumlah", Language::En), column("Skor SS", Language::En)), ("Sum".to_owned(), "Skor SS".to_owned()));
    }
}
