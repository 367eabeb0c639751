//! The words for problems of the data file, both languages side by side.

use super::problem::{Cells, Count, DatasetProblem};
use super::problem_hints::{missing_column_hint, no_labels, off_scale_hints, unclosed_quote, words_of_scale};
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::language::{Language, Message};
use crate::study::{DeclaredAt, MissingPolicy};

/// What the words of a problem need to know besides its facts.
#[derive(Debug, Clone)]
pub struct Context {
    /// Name of the data file.
    pub file: String,
    /// Where the data file is declared.
    pub declared: DeclaredAt,
}

impl DatasetProblem {
    /// The problem in words, at its place.
    pub fn into_diagnostic(mut self, context: &Context) -> Diagnostic {
        use DatasetProblem as P;
        if let P::OffScale { text, .. }
        | P::NoPoints { text, .. }
        | P::OutOfRange { text, .. }
        | P::NotANumber { text, .. }
        | P::AmbiguousNumber { text, .. }
        | P::UnlistedCategory { text, .. } = &mut self
        {
            *text = in_one_line(text, 60);
        }
        let file = context.file.as_str();
        let whole = Place::File(file.to_owned());
        let cell = |row: usize, column: &str| Place::Cell { file: file.to_owned(), row, column: column.to_owned() };
        let first = |cells: &Cells| match cells.first.first() {
            Some((row, column)) => {
                let file = cells.file.clone().unwrap_or_else(|| file.to_owned());
                Place::Cell { file, row: *row, column: column.clone() }
            }
            None => Place::File(file.to_owned()),
        };
        let declared_or = |declared: DeclaredAt, place: Place| declared.map_or(place, Place::Span);
        let severity = self.severity();
        let diagnostic = match self {
            P::File(problem) => problem.diagnostic(context),
            P::Persons(problem) => problem.diagnostic(context),
            P::Answers(problem) => problem.diagnostic(context),
            P::HeaderOnly { header_row } => Diagnostic::error(Code::DataEmpty, Message::new(
                format!("berkas data hanya berisi judul kolom (baris {header_row}), tanpa satu pun jawaban"),
                format!("the data file holds only headers (row {header_row}) and no answers"),
            ))
            .at_place(whole)
            .hint(Message::new(
                "tambahkan satu baris untuk setiap responden di bawahnya",
                "add one row for each respondent below them",
            )),
            P::NobodyComplete { rows } => Diagnostic::error(Code::DataEmpty, Message::new(
                format!("dari {rows} responden tidak ada yang lengkap jawabannya, sehingga dengan `missing: complete` tidak ada yang tersisa"),
                format!("none of the {rows} respondents answered completely, so `missing: complete` leaves nobody"),
            ))
            .at_place(whole)
            .hint(Message::new(
                "pakai `missing: by_analysis`, atau periksa kolom mana yang kosong",
                "use `missing: by_analysis`, or look which column is empty",
            )),
            P::RaggedRow { row, expected, found, swallowed_lines } => Diagnostic::error(Code::RaggedRow, Message::new(
                format!("baris {row} berisi {found} kolom, padahal judulnya {expected} kolom"),
                format!("row {row} has {found} field{}, but the header has {expected}", if found == 1 { "" } else { "s" }),
            ))
            .at_place(Place::Cell { file: file.to_owned(), row, column: super::table::letters(found.min(expected).saturating_sub(1)) })
            .hint(if swallowed_lines {
                unclosed_quote()
            } else if found < expected {
                Message::new(
                    "baris ini terpotong atau kehilangan pemisah: sel yang kosong pun dipisahkan; paling aman simpan ulang dari Excel sebagai CSV UTF-8",
                    "this row is cut off or lacks delimiters: empty cells are separated too; saving it again from Excel as CSV UTF-8 does that",
                )
            } else {
                Message::new(
                    "jawaban yang memuat tanda pemisah harus diapit tanda kutip; paling aman simpan ulang dari Excel sebagai CSV UTF-8",
                    "an answer that contains the delimiter must stand in quotation marks; saving it again from Excel as CSV UTF-8 does that",
                )
            }),
            P::MoreRaggedRows { row, count } => Diagnostic::error(Code::RaggedRow, Message::new(
                format!("{count} baris lagi jumlah kolomnya tidak sama dengan judul"),
                format!("{count} more rows do not have as many fields as the header"),
            ))
            .at_place(cell(row, "A")),
            P::MissingColumns { of, wanted, there, nearest, declared } => {
                let list = quoted(&wanted);
                let there: Vec<String> = there.iter().map(|name| in_one_line(name, 60)).collect();
                let message = Message::new(
                    format!("kolom {} tidak ada di berkas «{file}»", list.id),
                    format!("there {} {} in “{file}”", if wanted.len() == 1 { "is no column" } else { "are no columns" }, list.en),
                );
                let near = nearest.map(|near| {
                    let near = quoted(&[near]);
                    Message::new(format!("yang paling mirip: {}", near.id), format!("the nearest is {}", near.en))
                });
                let list = (!there.is_empty()).then(|| Message::new(
                    format!("di berkas ada: {}", there.join(", ")),
                    format!("the file has: {}", there.join(", ")),
                ));
                Diagnostic::error(Code::MissingColumn, message)
                    .at_place(declared_or(declared, whole))
                    .hint_if(near)
                    .hint_if(list)
                    .hint(missing_column_hint(&of))
            }
            P::PositionBeyondTable { item, letters, last, declared } => Diagnostic::error(Code::MissingColumn, Message::new(
                format!("{item} dinyatakan di kolom {letters}, padahal kolom terakhir «{file}» adalah {last}"),
                format!("{item} is declared in column {letters}, but the last column of “{file}” is {last}"),
            ))
            .at_place(declared_or(declared, whole))
            .hint(Message::new(
                "sesuaikan huruf kolom pada `columns` dengan berkasnya (A adalah kolom pertama)",
                "fit the letters in `columns` to the file (A is its first column)",
            )),
            P::DuplicateColumn { header, header_row, columns, wanted_by } => Diagnostic::error(Code::DuplicateColumn, Message::new(
                format!("judul «{header}» ada di {} kolom ({}), sehingga {wanted_by} tidak pasti kolomnya", columns.len(), columns.join(", ")),
                format!("the header “{header}” stands over {} columns ({}), so it is not certain which belongs to {wanted_by}", columns.len(), columns.join(", ")),
            ))
            .at_place(cell(header_row, columns.get(1).or(columns.first()).map_or("", String::as_str)))
            .hint(Message::new(
                "beri setiap kolom judul sendiri, atau sebut kolomnya dengan `columns: \"F:N\"`",
                "give every column a header of its own, or name the columns with `columns: \"F:N\"`",
            )),
            P::ColumnUsedTwice { column, first, second, first_declared, declared } => {
                let diagnostic = Diagnostic::error(Code::ColumnUsedTwice, Message::new(
                    format!("kolom «{column}» dipakai dua kali: oleh {first} dan oleh {second}"),
                    format!("the column “{column}” is used twice: by {first} and by {second}"),
                ))
                .at_place(declared_or(declared, whole))
                .hint(Message::new(
                    "satu kolom hanya milik satu butir; bagian dari satu variabel dinyatakan dengan `dimensions`",
                    "a column belongs to one item; parts of a variable are declared by `dimensions`",
                ));
                match first_declared {
                    Some(span) => diagnostic.also(span, Message::new(format!("{first} di sini"), format!("{first} is here"))),
                    None => diagnostic,
                }
            }
            P::OffScale { item, min, max, text, reason, cells } => {
                let diagnostic = Diagnostic::error(Code::OffScale, Message::new(
                    format!("jawaban «{text}» tidak ada pada skala {min}–{max} ({item}): {}", cells.sel()),
                    format!("the answer “{text}” is not on the scale {min}–{max} ({item}): {}", cells.cells()),
                ))
                .at_place(first(&cells));
                off_scale_hints(reason, &text).into_iter().fold(diagnostic, Diagnostic::hint)
            }
            P::NoPoints { of, text, known, cells } => {
                let list = quoted(&known);
                Diagnostic::error(Code::OffScale, Message::new(
                    format!("«{text}» tidak mempunyai poin ({of}): {}", cells.sel()),
                    format!("“{text}” has no points ({of}): {}", cells.cells()),
                ))
                .at_place(first(&cells))
                .hint(Message::new(
                    format!("yang mempunyai poin: {}; perbaiki datanya, atau tambahkan kata ini pada `points` (kosongkan sel bila catatannya tidak ada)", list.id),
                    format!("those with points: {}; mend the data, or add this word to `points` (leave the cell empty where there is no record)", list.en),
                ))
            }
            P::WordsOffScale { variable, min, max, texts, labels, cells } => {
                let shown: Vec<String> = texts.iter().map(|text| in_one_line(text, 60)).collect();
                let list = quoted(&shown);
                let diagnostic = Diagnostic::error(Code::OffScale, Message::new(
                    format!("{} jawaban berupa kata tidak ada pada skala {min}–{max} ({variable}): {}; {}", texts.len(), list.id, cells.sel()),
                    format!("{} answers in words are not on the scale {min}–{max} ({variable}): {}; {}", texts.len(), list.en, cells.cells()),
                ))
                .at_place(first(&cells));
                if labels.is_empty() {
                    diagnostic.hint(no_labels())
                } else {
                    diagnostic.hint(words_of_scale(&labels)).hint(Message::new(
                        "apakah kolom ini memang berisi jawaban butir itu?",
                        "do these columns really hold the answers to these items?",
                    ))
                }
            }
            P::MoreOffScale { variable, texts, cells } => Diagnostic::error(Code::OffScale, Message::new(
                format!("{texts} jawaban lain yang berbeda-beda pada {variable} juga tidak ada pada skalanya: {}", cells.sel()),
                format!("{texts} more different answers to {variable} are not on its scale either: {}", cells.cells()),
            ))
            .at_place(first(&cells))
            .hint(Message::new(
                "apakah kolom ini memang berisi jawaban butir itu?",
                "do these columns really hold the answers to these items?",
            )),
            P::OutOfRange { variable, low, high, text, cells } => Diagnostic::error(Code::OffScale, Message::new(
                format!("nilai «{text}» di luar rentang {low}–{high} yang dinyatakan untuk {variable}: {}", cells.sel()),
                format!("the value “{text}” lies outside the range {low}–{high} declared for {variable}: {}", cells.cells()),
            ))
            .at_place(first(&cells))
            .hint(Message::new(
                format!("perbaiki datanya bila salah ketik, atau lebarkan `range` pada «{variable}»"),
                format!("correct the data if it is a slip, or widen `range` of “{variable}”"),
            )),
            P::NotANumber { of, text, texts, declared_mark, cells } => {
                let others = match texts {
                    0 | 1 => Message::new("", ""),
                    2 => Message::new(" (dan 1 teks lain)", " (and 1 other text)"),
                    n => Message::new(format!(" (dan {} teks lain)", n - 1), format!(" (and {} other texts)", n - 1)),
                };
                let diagnostic = Diagnostic::error(Code::NotANumber, Message::new(
                    format!("{of} harus angka, tetapi di sini tertulis «{text}»{}: {}", others.id, cells.sel()),
                    format!("{of} must be a number, but here it says “{text}”{}: {}", others.en, cells.cells()),
                ))
                .at_place(first(&cells))
                .hint(Message::new(
                    format!("tulis angkanya saja tanpa satuan; bila «{text}» berarti «tidak diisi», tulis `missing_codes: [NA, \"{text}\"]` di bawah `data`"),
                    format!("write the bare number without its unit; if “{text}” means “no answer”, write `missing_codes: [NA, \"{text}\"]` under `data`"),
                ));
                match declared_mark {
                    Some(mark) => diagnostic.hint(Message::new(
                        format!("tanda desimal dinyatakan `{mark}` di `data.decimal`"),
                        format!("the decimal mark is declared as `{mark}` in `data.decimal`"),
                    )),
                    None => diagnostic,
                }
            }
            P::AmbiguousNumber { text, decimal, thousands, cells } => Diagnostic::error(Code::AmbiguousNumber, Message::new(
                format!("«{text}» dapat dibaca sebagai {} atau sebagai {thousands}: {}", comma(decimal), cells.sel()),
                format!("“{text}” could be {decimal} or {thousands}: {}", cells.cells()),
            ))
            .at_place(first(&cells))
            .hint(Message::new(
                "tulis tanpa pemisah ribuan; bila semua angka di berkas memakai tanda yang sama, nyatakan `decimal: \",\"` atau `decimal: \".\"` di bawah `data`",
                "write it without a thousands separator; if all numbers of the file use the same mark, declare `decimal: \",\"` or `decimal: \".\"` under `data`",
            )),
            P::DecimalCommas { cells, example } => Diagnostic::error(Code::DecimalComma, Message::new(
                format!("koma dibaca sebagai tanda desimal, misalnya «{example}»: {}", cells.sel()),
                format!("commas were read as decimal marks, for instance “{example}”: {}", cells.cells()),
            ))
            .at_place(first(&cells)),
            P::ReservedCharacter { character, cells } => Diagnostic::error(Code::ReservedCharacter, Message::new(
                format!("sel ini memuat karakter U+{:04X} yang dicadangkan bagi program: {}", u32::from(character), cells.sel()),
                format!("this cell holds the character U+{:04X}, which is reserved for the program: {}", u32::from(character), cells.cells()),
            ))
            .at_place(first(&cells))
            .hint(Message::new(
                "ketik ulang isi selnya; karakter ini biasanya berasal dari fon simbol",
                "type the cell again; such characters usually come from symbol fonts",
            )),
            P::BelowClasses { characteristic, text, lowest, cells } => Diagnostic::error(Code::UnknownCategory, Message::new(
                format!("nilai «{text}» pada {characteristic} berada di bawah kelas terendah ({}): {}", comma(lowest), cells.sel()),
                format!("the value “{text}” of {characteristic} lies below the lowest class ({lowest}): {}", cells.cells()),
            ))
            .at_place(first(&cells))
            .hint(Message::new(
                format!("tambahkan batas yang lebih rendah di depan `classes`, atau perbaiki datanya bila salah ketik ({text})"),
                format!("put a lower bound in front of `classes`, or correct the data if it is a slip ({text})"),
            )),
            P::UnlistedCategory { characteristic, text, nearest, cells } => {
                let diagnostic = Diagnostic::error(Code::UnknownCategory, Message::new(
                    format!("«{text}» tidak ada dalam daftar {characteristic} dan ditambahkan di akhir: {}", cells.sel()),
                    format!("“{text}” is not among the declared values of {characteristic} and was added at the end: {}", cells.cells()),
                ))
                .at_place(first(&cells));
                diagnostic.hint(match nearest {
                    Some(near) => Message::new(
                        format!("bila maksudnya «{near}», samakan tulisannya atau tulis `values: {{ \"{text}\": {near} }}`"),
                        format!("if “{near}” is meant, write it alike or add `values: {{ \"{text}\": {near} }}`"),
                    ),
                    None => Message::new(
                        "masukkan ke `order` agar urutannya pasti",
                        "put it into `order` to fix its position",
                    ),
                })
            }
            P::BlankRows { rows } => {
                let list = row_list(&rows.iter().map(|row| *row as usize).collect::<Vec<_>>());
                Diagnostic::error(Code::BlankRows, Message::new(
                    format!("{} baris kosong di semua kolom yang dinyatakan dan tidak dihitung: {}", rows.len(), list.id),
                    format!("{} rows hold nothing in any declared column and are not counted: {}", rows.len(), list.en),
                ))
                .at_place(whole)
            }
            P::Incomplete { policy, incomplete, rows, cells, first_rows, most_missing } => {
                let list = row_list(&first_rows);
                let facts = Message::new(
                    format!("{incomplete} dari {rows} responden tidak lengkap jawabannya ({cells} sel kosong; {})", list.id),
                    format!("{incomplete} of {rows} respondents answered incompletely ({cells} empty cells; {})", list.en),
                );
                let most = most_missing.map(|(item, count)| Message::new(
                    format!("paling banyak kosong: {item} ({count})"),
                    format!("most often empty: {item} ({count})"),
                ));
                let diagnostic = match policy {
                    MissingPolicy::Forbid => Diagnostic::error(Code::Incomplete, Message::new(
                        format!("{}, padahal `missing: forbid`", facts.id),
                        format!("{}, but `missing: forbid` is declared", facts.en),
                    )),
                    MissingPolicy::Complete => Diagnostic::error(Code::Incomplete, Message::new(
                        format!("{} dan dikeluarkan dari semua analisis", facts.id),
                        format!("{} and were dropped from every analysis", facts.en),
                    )),
                    MissingPolicy::ByAnalysis => Diagnostic::error(Code::Incomplete, facts)
                        .hint(Message::new(
                            "n akan berbeda antartabel; `missing: complete` mengeluarkan mereka sehingga n sama di semua tabel",
                            "n will differ between tables; `missing: complete` drops them so that n is the same everywhere",
                        )),
                };
                diagnostic.at_place(whole).hint_if(most)
            }
            P::CountsDisagree { more, than } => Diagnostic::error(Code::CountsDisagree, Message::new(
                format!("ada {}, lebih banyak daripada {}", more.words().id, than.words().id),
                format!("there are {}, more than {}", more.words().en, than.words().en),
            ))
            .at_place(declared_or(context.declared, whole))
            .hint(Message::new(
                "tingkat pengembalian tidak mungkin di atas 100%: perbaiki angka yang dinyatakan, atau hapus baris ganda di data",
                "a response rate cannot exceed 100%: correct the declared number, or remove duplicate rows from the data",
            )),
            P::ConstantItem { item, value, n, declared } => Diagnostic::error(Code::ConstantItem, Message::new(
                format!("semua {n} responden menjawab {value} pada {item}: butir ini tidak membedakan siapa pun, sehingga korelasinya tidak dapat dihitung"),
                format!("all {n} respondents answered {value} to {item}: the item tells nobody apart, and its correlations cannot be computed"),
            ))
            .at_place(declared_or(declared, cell(1, &item)))
            .hint(Message::new(
                "periksa apakah kolomnya benar; bila memang begitu, tidak ada yang perlu diperbaiki",
                "see whether it is the right column; if it is, nothing need be mended",
            )),
            P::TooFewRespondents { outcome, predictors, n, declared } => Diagnostic::error(Code::TooFewRespondents, if n <= predictors + 1 {
                Message::new(
                    format!("regresi {outcome} memiliki {predictors} prediktor, padahal hanya ada {n} responden: regresi itu tidak dapat dihitung"),
                    format!("the regression of {outcome} has {predictors} predictors and there are only {n} respondents: it cannot be computed"),
                )
            } else {
                Message::new(
                    format!("regresi {outcome} memiliki {predictors} prediktor, padahal hanya ada {n} responden: kurang dari lima per prediktor"),
                    format!("the regression of {outcome} has {predictors} predictors and there are only {n} respondents: fewer than five a predictor"),
                )
            })
            .at_place(declared_or(declared, whole))
            .hint(Message::new(
                "kumpulkan lebih banyak jawaban, atau kurangi prediktor; dengan n sekecil ini koefisien sangat bergantung pada beberapa orang saja",
                "collect more answers, or have fewer predictors; with so few, the coefficients hang on a handful of people",
            )),
            P::UndeclaredColumns { variable, columns, declared } => {
                let list = columns.join(", ");
                let one = columns.len() == 1;
                Diagnostic::error(Code::UndeclaredColumn, Message::new(
                    format!("kolom {list} tampak seperti butir {variable}, tetapi studi tidak menyatakannya; kolom itu tidak dipakai"),
                    match one {
                        true => format!("column {list} looks like an item of {variable}, but the study does not declare it; it is not used"),
                        false => format!("columns {list} look like items of {variable}, but the study does not declare them; they are not used"),
                    },
                ))
                .at_place(declared_or(declared, whole))
                .hint(Message::new(
                    format!("bila butir itu termasuk {variable}, tambahkan pada `indicators`; bila sengaja ditinggalkan, tidak ada yang perlu diperbaiki"),
                    format!("if it belongs to {variable}, add it under `indicators`; if it was left out on purpose, nothing need be mended"),
                ))
            }
            P::NegativeItem { item, r, reversed, declared } => {
                let diagnostic = Diagnostic::error(Code::NegativeItem, Message::new(
                    format!("{item} berlawanan arah dengan butir lain variabelnya (korelasi dengan jumlah butir lain {})", comma_fixed(r)),
                    format!("{item} runs against the other items of its variable (correlation with the sum of the others {r:.3})"),
                ))
                .at_place(declared_or(declared, cell(1, &item)));
                diagnostic.hint(if reversed {
                    Message::new(
                        "butir ini dinyatakan `reverse: true`: mungkin jawabannya sudah dibalik di berkas data; hapus `reverse`, atau tulis juga `reverse_checked: true` bila memang begitu",
                        "it is declared `reverse: true`: perhaps its answers were reversed in the file already; remove `reverse`, or add `reverse_checked: true` if it is right",
                    )
                } else {
                    Message::new(
                        "bila pernyataannya negatif, tulis `reverse: true` pada butir itu; bila sudah diperiksa dan memang begitu, `reverse_checked: true`",
                        "if its statement is worded negatively, write `reverse: true` on the item; if you have checked that it is not, `reverse_checked: true`",
                    )
                })
            }
        };
        Diagnostic { severity, ..diagnostic }
    }
}

/// At most six names in quotation marks, then how many more.
pub fn quoted(names: &[String]) -> Message {
    let list = |open: char, close: char, more: &str| {
        let shown: Vec<String> = names.iter().take(6).map(|name| format!("{open}{name}{close}")).collect();
        match names.len().saturating_sub(6) {
            0 => shown.join(", "),
            rest => format!("{} (+{rest} {more})", shown.join(", ")),
        }
    };
    Message::new(list('«', '»', "lainnya"), list('“', '”', "more"))
}

/// Rows as a list; neighbours as ranges, at most eight of them.
pub fn row_list(rows: &[usize]) -> Message {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => ranges.push((*row, *row)),
        }
    }
    let shown: Vec<String> = ranges
        .iter()
        .take(8)
        .map(|(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first}–{last}"),
        })
        .collect();
    let tail = if ranges.len() > 8 { " …" } else { "" };
    let list = format!("{}{tail}", shown.join(", "));
    let rows_word = if rows.len() == 1 { "row" } else { "rows" };
    Message::new(format!("baris {list}"), format!("{rows_word} {list}"))
}

/// A text of the file as messages show it: on one line, cut after so many characters.
pub fn in_one_line(text: &str, characters: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// A figure of the file or of its sums, at most two decimals.
pub fn shown_number(value: f64) -> Message {
    let en = ((value * 100.0).round() / 100.0).to_string();
    Message::new(en.replace('.', ","), en)
}

fn comma(value: f64) -> String {
    value.to_string().replace('.', ",")
}

fn comma_fixed(value: f64) -> String {
    format!("{value:.3}").replace('.', ",")
}

impl Cells {
    fn words(&self, language: Language) -> String {
        let (row_word, rows_word, more) = match language {
            Language::Id => ("baris", "baris", "lainnya"),
            Language::En => ("row", "rows", "more"),
        };
        let one_column = self.first.iter().all(|(_, column)| self.first.first().is_some_and(|(_, first)| first == column));
        let places: Vec<String> = self
            .first
            .iter()
            .map(|(row, column)| match one_column {
                true => row.to_string(),
                false => format!("{row} ({})", in_one_line(column, 30)),
            })
            .collect();
        let word = if places.len() == 1 { row_word } else { rows_word };
        let rest = self.count.saturating_sub(self.first.len());
        let tail = match rest {
            0 => String::new(),
            rest => format!(", +{rest} {more}"),
        };
        format!("{word} {}{tail}", places.join(", "))
    }

    fn sel(&self) -> String {
        format!("{} sel ({})", self.count, self.words(Language::Id))
    }

    fn cells(&self) -> String {
        let noun = if self.count == 1 { "cell" } else { "cells" };
        format!("{} {noun} ({})", self.count, self.words(Language::En))
    }
}

impl Count {
    fn words(self) -> Message {
        let n = self.number();
        match self {
            Count::Rows(_) => {
                Message::new(format!("{n} baris jawaban di berkas data"), format!("{n} rows of answers in the data file"))
            }
            Count::Returned(_) => Message::new(
                format!("{n} kuesioner kembali (data.returned)"),
                format!("{n} questionnaires returned (data.returned)"),
            ),
            Count::Distributed(_) => Message::new(
                format!("{n} kuesioner dibagikan (data.distributed)"),
                format!("{n} questionnaires handed out (data.distributed)"),
            ),
            Count::Population(_) => {
                Message::new(format!("populasi {n} orang (population)"), format!("a population of {n} (population)"))
            }
        }
    }
}
