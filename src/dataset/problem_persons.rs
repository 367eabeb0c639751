//! Problems of who is in the data, with their words: rows left out, persons twice, persons without their row in another file.

use super::problem::DatasetProblem;
use super::problem_words::{Context, quoted, row_list};
use crate::diagnostics::{Code, Diagnostic, Place, Severity};
use crate::language::Message;
use crate::study::DeclaredAt;

/// At most this many persons are named.
const NAMED: usize = 8;

/// A problem of who is in the data.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum PersonProblem {
    /// No row has the answer that rows are kept by.
    NobodyKept { column: String, answer: String, others: Vec<String>, declared: DeclaredAt },
    /// Rows without that answer.
    NotKept { wanted: Vec<String>, gone: usize, rows: usize },
    /// Persons with several rows, of which the last was kept.
    Duplicates { column: String, persons: Vec<(String, Vec<usize>)>, dropped: usize },
    /// Rows without an identity.
    NoIdentity { column: String, count: usize },
    /// A further file without the column that identifies persons.
    NoIdentityColumn { file: String, column: String, there: Vec<String>, declared: DeclaredAt },
    /// Identities that were kept as numbers and have lost digits.
    RoundedIdentity { column: String, example: String, count: usize },
    /// Persons of one file who are not in the other.
    Unmatched { file: String, matched: usize, only_survey: Vec<String>, only_here: Vec<String>, declared: DeclaredAt },
    /// Rows that the study leaves out and that are no respondents.
    NoSuchRows { rows: Vec<usize>, declared: DeclaredAt },
    /// Respondents were left out as the study says.
    Excluded { count: usize, rows: usize },
    /// The study leaves everybody out.
    AllExcluded { rows: usize },
    /// A problem of a further file.
    Of { file: String, problem: Box<PersonProblem> },
    /// A column of names or numbers of persons as a characteristic.
    Personal { characteristic: String, column: String, declared: DeclaredAt },
}

impl From<PersonProblem> for DatasetProblem {
    fn from(problem: PersonProblem) -> DatasetProblem {
        DatasetProblem::Persons(problem)
    }
}

impl DatasetProblem {
    /// The same problem, of a further file.
    pub fn in_file(self, file: &str) -> DatasetProblem {
        match self {
            DatasetProblem::Persons(problem) => PersonProblem::Of { file: file.to_owned(), problem: Box::new(problem) }.into(),
            other => other,
        }
    }
}

impl PersonProblem {
    /// Whether the run stops, goes on under protest, or the user is merely told.
    pub fn severity(&self) -> Severity {
        match self {
            PersonProblem::NobodyKept { .. }
            | PersonProblem::NoIdentityColumn { .. }
            | PersonProblem::AllExcluded { .. }
            | PersonProblem::NoSuchRows { .. } => Severity::Error,
            PersonProblem::NotKept { .. } | PersonProblem::Excluded { .. } => Severity::Note,
            PersonProblem::Of { problem, .. } => problem.severity(),
            _ => Severity::Warning,
        }
    }

    /// The problem in words, at its place.
    pub fn diagnostic(self, context: &Context) -> Diagnostic {
        use PersonProblem as P;
        let severity = self.severity();
        let whole = Place::File(context.file.clone());
        let declared_or = |declared: DeclaredAt| declared.map_or_else(|| Place::File(context.file.clone()), Place::Span);
        let diagnostic = match self {
            P::NobodyKept { column, answer, others, declared } => {
                let others = quoted(&others);
                Diagnostic::error(Code::DataEmpty, Message::new(
                    format!("tidak ada baris dengan jawaban «{answer}» pada «{column}», sehingga tidak ada yang tersisa"),
                    format!("no row has the answer “{answer}” to “{column}”, so nobody is left"),
                ))
                .at_place(declared_or(declared))
                .hint(Message::new(format!("jawaban yang ada: {}", others.id), format!("the answers there are: {}", others.en)))
            }
            P::NotKept { wanted, gone, rows } => Diagnostic::note(Code::NotKept, Message::new(
                format!("{gone} dari {rows} baris tidak dipakai karena bukan «{}»", wanted.join("», «")),
                format!("{gone} of {rows} rows were not kept, not being “{}”", wanted.join("”, “")),
            ))
            .at_place(whole),
            P::Duplicates { column, persons, dropped } => {
                let shown: Vec<(String, Message)> =
                    persons.iter().take(NAMED).map(|(person, rows)| (person.clone(), row_list(rows))).collect();
                let list = |en: bool| {
                    let one = |(person, rows): &(String, Message)| format!("{person} ({})", if en { &rows.en } else { &rows.id });
                    let more = persons.len().saturating_sub(NAMED);
                    let tail = if more > 0 { format!(", +{more}") } else { String::new() };
                    format!("{}{tail}", shown.iter().map(one).collect::<Vec<_>>().join(", "))
                };
                Diagnostic::warning(Code::DuplicatePersons, Message::new(
                    format!("{} orang mengisi lebih dari satu kali menurut «{column}»; yang terakhir dipakai, {dropped} baris dikeluarkan: {}", persons.len(), list(false)),
                    format!("{} persons answered more than once by “{column}”; the last was kept, {dropped} rows were dropped: {}", persons.len(), list(true)),
                ))
                .at_place(whole)
                .hint(Message::new(
                    "bila yang benar bukan yang terakhir, hapus baris yang keliru dari berkas data",
                    "if the last is not the right one, delete the wrong rows from the data file",
                ))
            }
            P::NoIdentity { column, count } => Diagnostic::warning(Code::DuplicatePersons, Message::new(
                format!("{count} baris tidak berisi «{column}», sehingga orangnya tidak dikenal"),
                format!("{count} rows have no “{column}”, so it is not known whose they are"),
            ))
            .at_place(whole),
            P::NoIdentityColumn { file, column, there, declared } => {
                let there: Vec<String> = there.into_iter().filter(|header| !header.is_empty()).collect();
                let list = quoted(&there);
                Diagnostic::error(Code::MissingColumn, Message::new(
                    format!("«{file}» tidak mempunyai kolom «{column}», padahal orang dicocokkan dengan kolom itu"),
                    format!("“{file}” has no column “{column}”, by which persons are matched"),
                ))
                .at_place(declared_or(declared))
                .hint(Message::new(format!("kolom di sana: {}", list.id), format!("its columns are: {}", list.en)))
            }
            P::RoundedIdentity { column, example, count } => Diagnostic::warning(Code::RoundedIdentity, Message::new(
                format!("«{column}» tersimpan sebagai angka dan kehilangan digit terakhirnya, misalnya «{example}» ({count} nilai): orang yang berbeda dapat tampak sama"),
                format!("“{column}” is stored as a number and has lost its last digits, for instance “{example}” ({count} values): different persons may look like one"),
            ))
            .at_place(whole)
            .hint(Message::new(
                "lembar kerja hanya menyimpan 15 digit: format kolomnya sebagai teks, lalu ketik atau impor ulang NIP-nya",
                "a spreadsheet keeps 15 digits: format the column as text and type or import the numbers again",
            )),
            P::Unmatched { file, matched, only_survey, only_here, declared } => {
                let some = |list: &[String]| {
                    let more = list.len().saturating_sub(NAMED);
                    let tail = if more > 0 { format!(", +{more}") } else { String::new() };
                    format!("{}{tail}", list.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", "))
                };
                let mut diagnostic = Diagnostic::warning(Code::UnmatchedPersons, Message::new(
                    format!("{matched} orang ada di kedua berkas; {} hanya di «{}», {} hanya di «{file}»", only_survey.len(), context.file, only_here.len()),
                    format!("{matched} persons are in both files; {} only in “{}”, {} only in “{file}”", only_survey.len(), context.file, only_here.len()),
                ))
                .at_place(declared_or(declared));
                for (list, file) in [(&only_survey, &context.file), (&only_here, &file)] {
                    if !list.is_empty() {
                        diagnostic = diagnostic.hint(Message::new(
                            format!("hanya di «{file}»: {}", some(list)),
                            format!("only in “{file}”: {}", some(list)),
                        ));
                    }
                }
                diagnostic
            }
            P::NoSuchRows { rows, declared } => {
                let list = row_list(&rows);
                Diagnostic::error(Code::NoSuchRows, Message::new(
                    format!("`data.exclude` menyebut baris yang bukan responden: {}", list.id),
                    format!("`data.exclude` names rows that are no respondents: {}", list.en),
                ))
                .at_place(declared_or(declared))
                .hint(Message::new(
                    "nomor baris ialah nomor di lembar kerja, dan judul kolom pun satu baris; baris yang sudah tidak dihitung tidak perlu disebut",
                    "rows are counted as a spreadsheet does, the header being one; rows that do not count anyway need not be named",
                ))
            }
            P::Excluded { count, rows } => Diagnostic::note(Code::NotKept, Message::new(
                format!("{count} dari {rows} responden dikeluarkan menurut `data.exclude`; bab menyebut alasannya dan putusan yang akan diperoleh bersama mereka"),
                format!("{count} of {rows} respondents are left out by `data.exclude`; the chapter says why, and which verdicts there would be with them"),
            ))
            .at_place(whole),
            P::AllExcluded { rows } => Diagnostic::error(Code::DataEmpty, Message::new(
                format!("`data.exclude` mengeluarkan seluruh {rows} responden"),
                format!("`data.exclude` leaves out all {rows} respondents"),
            ))
            .at_place(whole),
            P::Of { file, problem } => {
                return problem.diagnostic(&Context { file, ..context.clone() });
            }
            P::Personal { characteristic, column, declared } => Diagnostic::warning(Code::PersonalColumn, Message::new(
                format!("«{characteristic}» memakai kolom «{column}», yang berisi data pribadi: setiap isinya akan tercetak di tabel profil"),
                format!("“{characteristic}” uses the column “{column}”, which holds personal data: each entry will be printed in a profile table"),
            ))
            .at_place(declared_or(declared))
            .hint(Message::new(
                "hapus karakteristik itu; untuk mengenali orang yang sama dipakai `data.id`, yang tidak pernah dicetak",
                "delete the characteristic; to tell persons apart use `data.id`, which is never printed",
            )),
        };
        Diagnostic { severity, ..diagnostic }
    }
}
