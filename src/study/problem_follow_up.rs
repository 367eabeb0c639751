//! What can be wrong with earlier values, a plan of improvement, and columns that are matched by their position.

use crate::diagnostics::{Code, Diagnostic, Span};
use crate::language::Message;

/// Something wrong with what a report of an annual survey declares beside its items.
#[derive(Debug, Clone, PartialEq)]
pub enum FollowUpProblem {
    /// An earlier value that the index cannot have.
    EarlierOutside {
        /// The value.
        span: Span,
        /// What stands there.
        value: f64,
        /// Lowest value of the index.
        low: f64,
        /// Highest.
        high: f64,
        /// It is a mean of answers: the factor, and the index it would be.
        converted: Option<(f64, f64)>,
    },
    /// A step for an item that there is none of.
    PlanOfNothing {
        /// The item.
        span: Span,
        /// What stands there.
        item: String,
        /// The nearest code.
        nearest: Option<String>,
        /// All codes.
        known: Vec<String>,
    },
    /// Elements of service whose columns are matched by position, in the order in which questionnaires swap two of them.
    ColumnsByPosition {
        /// `columns`.
        span: Span,
        /// What stands there.
        columns: String,
        /// The element about complaints and the number of its column.
        complaints: (String, usize),
        /// The element about facilities and the number of its column.
        facilities: (String, usize),
    },
}

impl FollowUpProblem {
    /// The diagnostic.
    pub fn diagnostic(self) -> Diagnostic {
        match self {
            FollowUpProblem::EarlierOutside { span, value, low, high, converted } => Diagnostic::error(
                Code::NotAllowed,
                Message::new(
                    format!("nilai periode sebelumnya tidak mungkin {value}; indeks ini terletak antara {low} dan {high}"),
                    format!("the value of an earlier period cannot be {value}; this index lies between {low} and {high}"),
                ),
            )
            .at(span)
            .hint_if(converted.map(|(times, index)| {
                let index = (index * 1e4).round() / 1e4;
                Message::new(
                    format!("{value} tampaknya rata-rata jawaban; indeksnya {value} × {times} = {index}"),
                    format!("{value} seems to be a mean of answers; its index is {value} × {times} = {index}"),
                )
            })),
            FollowUpProblem::PlanOfNothing { span, item, nearest, known } => Diagnostic::error(
                Code::Undeclared,
                Message::new(
                    format!("tidak ada butir «{item}» yang dapat ditindaklanjuti"),
                    format!("there is no item `{item}` to be followed up"),
                ),
            )
            .at(span)
            .hint(match nearest {
                Some(nearest) => Message::new(format!("maksud Anda «{nearest}»?"), format!("do you mean `{nearest}`?")),
                None => Message::new(format!("kodenya: {}", known.join(", ")), format!("the codes: {}", known.join(", "))),
            }),
            FollowUpProblem::ColumnsByPosition { span, columns, complaints, facilities } => {
                let (complaint, first) = complaints;
                let (facility, second) = facilities;
                Diagnostic::warning(
                    Code::ColumnsByPosition,
                    Message::new(
                        format!(
                            "«{columns}» memasangkan kolom menurut urutan: kolom ke-{first} menjadi {complaint} dan kolom ke-{second} menjadi {facility}; contoh kuesioner Permenpan-RB 14/2017 menanyakan sarana dan prasarana sebagai nomor 8 dan penanganan pengaduan sebagai nomor 9"
                        ),
                        format!(
                            "`{columns}` matches columns by position: column {first} becomes {complaint} and column {second} becomes {facility}; the sample questionnaire of Permenpan-RB 14/2017 asks about facilities as number 8 and about complaints as number 9"
                        ),
                    ),
                )
                .at(span)
                .hint(Message::new(
                    format!(
                        "tulis judul kolomnya satu per satu, menurut urutan unsur: yang menanyakan pengaduan di tempat ke-{first}, yang menanyakan sarana di tempat ke-{second}, misalnya columns: [U1, …, U7, U9, U8]"
                    ),
                    format!(
                        "write the headers one by one, in the order of the elements: the one that asks about complaints at place {first}, the one about facilities at place {second}, such as columns: [U1, …, U7, U9, U8]"
                    ),
                ))
            }
        }
    }
}
