//! Problems of answers taken together, with their words: totals that differ, answers that look alike, too fast, or made up.

use super::problem::DatasetProblem;
use super::problem_words::{Context, in_one_line, row_list, shown_number};
use crate::diagnostics::{Code, Diagnostic, Place, Severity};
use crate::language::Message;
use crate::study::DeclaredAt;
use std::collections::BTreeMap;

/// At most this many figures are named.
const NAMED: usize = 5;

/// A problem of answers taken together.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum AnswerProblem {
    /// Rows below the answers that sum them up: row and name.
    SummaryRows { rows: Vec<(usize, String)> },
    /// Totals of a variable that are not what its answers add up to: row, typed, ours.
    TotalsDiffer { variable: String, column: String, rows: Vec<(usize, f64, f64)> },
    /// Totals that add up reversed items unreversed.
    TotalsNotReversed { variable: String, column: String, declared: DeclaredAt },
    /// A row of sums or means that differs: column, typed, ours.
    SumsDiffer { row: usize, name: String, columns: Vec<(String, f64, f64)> },
    /// Respondents with the same answers to everything.
    IdenticalRows { groups: Vec<Vec<usize>>, items: usize },
    /// Respondents who gave one answer to everything.
    StraightLining { rows: Vec<usize>, items: usize },
    /// Respondents with long strings of one answer.
    LongStrings { rows: Vec<(usize, usize)>, items: usize },
    /// Respondents who took less than two seconds an item.
    FastAnswers { rows: Vec<usize>, seconds: f64, items: usize },
    /// Respondents whose answers vary far more than those of the others.
    OutlyingPersons { rows: Vec<usize> },
}

impl From<AnswerProblem> for DatasetProblem {
    fn from(problem: AnswerProblem) -> DatasetProblem {
        DatasetProblem::Answers(problem)
    }
}

impl AnswerProblem {
    /// Whether the run goes on under protest, or the user is merely told.
    pub fn severity(&self) -> Severity {
        match self {
            AnswerProblem::TotalsDiffer { .. } | AnswerProblem::TotalsNotReversed { .. } | AnswerProblem::SumsDiffer { .. } => {
                Severity::Warning
            }
            _ => Severity::Note,
        }
    }

    /// The problem in words, at its place.
    pub fn diagnostic(self, context: &Context) -> Diagnostic {
        use AnswerProblem as P;
        let severity = self.severity();
        let whole = Place::File(context.file.clone());
        let cell = |row: usize, column: &str| Place::Cell { file: context.file.clone(), row, column: column.to_owned() };
        let look = || {
            Message::new(
                "lihat jawabannya satu per satu; bila memang tidak sungguh-sungguh, nyatakan `data.exclude` dengan alasannya: bab menyebutnya dan membandingkan putusannya",
                "look at their answers one by one; if they were not given in earnest, declare `data.exclude` with the reason: the chapter says so and compares the verdicts",
            )
        };
        let diagnostic = match self {
            P::SummaryRows { rows } => {
                let shown: Vec<String> =
                    rows.iter().take(6).map(|(row, name)| format!("{row} «{}»", in_one_line(name, 20))).collect();
                let more = rows.len().saturating_sub(6);
                let tail = if more > 0 { format!(", +{more}") } else { String::new() };
                Diagnostic::note(
                    Code::SummaryRows,
                    Message::new(
                        format!("baris rekapitulasi bukan responden dan tidak dihitung: {}{tail}", shown.join(", ")),
                        format!("rows that sum up are no respondents and are not counted: {}{tail}", shown.join(", ")),
                    ),
                )
                .at_place(whole)
            }
            P::TotalsDiffer { variable, column, rows } => {
                let list = figures(rows.iter().map(|(row, typed, ours)| (row.to_string(), *typed, *ours)));
                let first = rows.first().map_or(1, |(row, ..)| *row);
                Diagnostic::warning(Code::TotalsDiffer, Message::new(
                    format!("jumlah pada kolom «{column}» tidak sama dengan jumlah butir {variable} di {} baris: {}", rows.len(), list.id),
                    format!("the totals in “{column}” are not those of the items of {variable} in {} rows: {}", rows.len(), list.en),
                ))
                .at_place(cell(first, &column))
                .hint(Message::new(
                    "bab4 menjumlahkan sendiri dan tidak memakai kolom itu; periksa apakah jawabannya atau jumlahnya yang salah ketik",
                    "bab4 adds up by itself and does not use that column; see whether the answers or the total were mistyped",
                ))
            }
            P::TotalsNotReversed { variable, column, declared } => Diagnostic::warning(
                Code::TotalsDiffer,
                Message::new(
                    format!(
                        "kolom «{column}» menjumlahkan butir {variable} tanpa membalik butir yang dinyatakan `reverse: true`"
                    ),
                    format!("“{column}” adds up the items of {variable} without reversing those declared `reverse: true`"),
                ),
            )
            .at_place(declared.map_or(whole, Place::Span))
            .hint(Message::new(
                "bila jawabannya belum dibalik di berkas, jumlah di berkas itu yang keliru; bila sudah, hapus `reverse`",
                "if the answers in the file are not reversed yet, its totals are wrong; if they are, remove `reverse`",
            )),
            P::SumsDiffer { row, name, columns } => {
                let list = figures(columns.iter().cloned());
                let first = columns.first().map_or("", |(column, ..)| column.as_str());
                Diagnostic::warning(
                    Code::TotalsDiffer,
                    Message::new(
                        format!("baris «{name}» tidak sama dengan jawaban di atasnya pada {} kolom: {}", columns.len(), list.id),
                        format!("the row “{name}” is not what the answers above give in {} columns: {}", columns.len(), list.en),
                    ),
                )
                .at_place(cell(row, first))
                .hint(Message::new(
                    "mungkin rumusnya tidak mencakup semua baris, atau ada jawaban yang diubah sesudahnya",
                    "perhaps its formula does not cover every row, or an answer was changed later",
                ))
            }
            P::IdenticalRows { groups, items } => {
                let rows: Vec<usize> = groups.iter().flatten().copied().collect();
                let list = groups_of(&groups);
                let copied = blocks(&groups).into_iter().next().map(|(first, again, length)| {
                    let (end, again_end) = (first + length - 1, again + length - 1);
                    Message::new(
                        format!("baris {again}–{again_end} mengulang baris {first}–{end} satu per satu: tampaknya sekumpulan baris tersalin"),
                        format!("rows {again}–{again_end} repeat rows {first}–{end} one by one: they seem to have been copied"),
                    )
                });
                let note = Diagnostic::note(Code::IdenticalRows, Message::new(
                    format!("{} responden menjawab persis sama pada semua {items} butir dan profilnya: {}", rows.len(), list.id),
                    format!("{} respondents gave exactly the same answers to all {items} items and the same profile: {}", rows.len(), list.en),
                ))
                .at_place(whole)
                .hint(Message::new(
                    "mungkin satu kuesioner dimasukkan dua kali; bila ada nomor pengenal, nyatakan `data.id`",
                    "perhaps one questionnaire was entered twice; if there is a number that tells persons apart, declare `data.id`",
                ));
                match copied {
                    Some(copied) => note.hint(copied),
                    None => note,
                }
            }
            P::StraightLining { rows, items } => {
                let list = row_list(&rows);
                Diagnostic::note(
                    Code::StraightLining,
                    Message::new(
                        format!("{} responden memberi satu jawaban yang sama pada semua {items} butir: {}", rows.len(), list.id),
                        format!("{} respondents gave one and the same answer to all {items} items: {}", rows.len(), list.en),
                    ),
                )
                .at_place(whole)
                .hint(look())
            }
            P::LongStrings { rows, items } => {
                let shown: Vec<String> = rows.iter().take(8).map(|(row, length)| format!("{row} ({length})")).collect();
                let more = rows.len().saturating_sub(8);
                let tail = if more > 0 { format!(", +{more}") } else { String::new() };
                Diagnostic::note(Code::StraightLining, Message::new(
                    format!("{} responden memberi jawaban yang sama pada lebih dari separuh dari {items} butir berturut-turut; baris (panjangnya): {}{tail}", rows.len(), shown.join(", ")),
                    format!("{} respondents gave one answer to more than half of {items} items in a row; rows (length): {}{tail}", rows.len(), shown.join(", ")),
                ))
                .at_place(whole)
                .hint(look())
            }
            P::FastAnswers { rows, seconds, items } => {
                let list = row_list(&rows);
                Diagnostic::note(
                    Code::FastAnswers,
                    Message::new(
                        format!(
                            "{} responden selesai dalam kurang dari {} detik untuk {items} butir (dua detik per butir): {}",
                            rows.len(),
                            shown_number(seconds).id,
                            list.id
                        ),
                        format!(
                            "{} respondents needed less than {} seconds for {items} items (two seconds an item): {}",
                            rows.len(),
                            shown_number(seconds).en,
                            list.en
                        ),
                    ),
                )
                .at_place(whole)
                .hint(look())
            }
            P::OutlyingPersons { rows } => {
                let list = row_list(&rows);
                Diagnostic::note(
                    Code::OutlyingPersons,
                    Message::new(
                        format!("jawaban {} responden jauh lebih berubah-ubah daripada yang lain: {}", rows.len(), list.id),
                        format!("the answers of {} respondents vary far more than those of the others: {}", rows.len(), list.en),
                    ),
                )
                .at_place(whole)
                .hint(look())
            }
        };
        Diagnostic { severity, ..diagnostic }
    }
}

/// `5 (21, seharusnya 20)`, at most five of them.
fn figures(list: impl ExactSizeIterator<Item = (String, f64, f64)>) -> Message {
    let more = list.len().saturating_sub(NAMED);
    let tail = if more > 0 { format!(", +{more}") } else { String::new() };
    let (mut id, mut en) = (Vec::new(), Vec::new());
    for (place, typed, ours) in list.take(NAMED) {
        let (typed, ours) = (shown_number(typed), shown_number(ours));
        id.push(format!("{place} ({}, seharusnya {})", typed.id, ours.id));
        en.push(format!("{place} ({}, should be {})", typed.en, ours.en));
    }
    Message::new(format!("{}{tail}", id.join(", ")), format!("{}{tail}", en.join(", ")))
}

/// Blocks of at least three rows that stand in the file once more in the same order: first row, first row of the copy, length;
/// the longest first.
fn blocks(groups: &[Vec<usize>]) -> Vec<(usize, usize, usize)> {
    // From each row to the next one like it.
    let next: BTreeMap<usize, usize> =
        groups.iter().flat_map(|rows| rows.windows(2)).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect();
    let goes_on = |row: usize, copy: usize| next.get(&row) == Some(&copy);
    let mut blocks = Vec::new();
    for (row, copy) in &next {
        if goes_on(row.saturating_sub(1), copy.saturating_sub(1)) {
            continue;
        }
        let length = (1..).find(|step| !goes_on(row + step, copy + step)).unwrap_or(1);
        if length >= 3 {
            blocks.push((*row, *copy, length));
        }
    }
    blocks.sort_by_key(|(row, _, length)| (usize::MAX - length, *row));
    blocks
}

fn groups_of(groups: &[Vec<usize>]) -> Message {
    let more = groups.len().saturating_sub(NAMED);
    let tail = if more > 0 { format!(", +{more}") } else { String::new() };
    let rows: Vec<Message> = groups.iter().take(NAMED).map(|rows| row_list(rows)).collect();
    let list =
        |en: bool| rows.iter().map(|rows| if en { rows.en.clone() } else { rows.id.clone() }).collect::<Vec<_>>().join("; ");
    Message::new(format!("{}{tail}", list(false)), format!("{}{tail}", list(true)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_copied_in_a_block_are_told_from_rows_that_happen_to_be_equal() {
        let copied: Vec<Vec<usize>> = (2..=6).map(|row| vec![row, row + 40]).collect();
        assert_eq!(blocks(&copied), [(2, 42, 5)]);
        assert_eq!(blocks(&[vec![2, 42], vec![3, 50], vec![9, 12, 15]]), []);
    }
}
