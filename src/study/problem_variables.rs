//! What can be wrong with variables, items, scales and characteristics.

use crate::diagnostics::{Code, Diagnostic, Span};
use crate::language::Message;

/// Something wrong with a variable, its items or its scale.
#[derive(Debug, Clone, PartialEq)]
pub enum VariableProblem {
    /// None of `indicators`, `dimensions` and `column`.
    NoMeasure {
        /// The variable's code.
        span: Span,
        /// Its text.
        code: String,
    },
    /// A list of indicators or items that holds nothing.
    NoIndicators {
        /// The list.
        span: Span,
        /// The variable or dimension.
        code: String,
    },
    /// A key that makes sense only beside another.
    Orphan {
        /// The key's value.
        span: Span,
        /// The key.
        key: &'static str,
        /// What it needs.
        needs: &'static str,
        /// The variable.
        code: String,
    },
    /// Items without a scale.
    NoScale {
        /// The variable's code, or the scale that is not complete.
        span: Span,
        /// The variable.
        code: String,
    },
    /// `min` that is not below `max`.
    MinNotBelowMax {
        /// The later of the two.
        span: Span,
        /// Lowest answer.
        min: i64,
        /// Highest answer.
        max: i64,
    },
    /// More answers than a rating scale has.
    TooManyAnswers {
        /// `max`.
        span: Span,
        /// How many there would be.
        points: i64,
    },
    /// Labels or abbreviations that are not one an answer.
    ScaleWords {
        /// The list.
        span: Span,
        /// `labels` or `abbreviations`.
        key: &'static str,
        /// How many there are.
        found: usize,
        /// Lowest answer.
        min: i64,
        /// Highest answer.
        max: i64,
        /// Where the answers are declared.
        scale: Span,
    },
    /// Fewer than two bands.
    TooFewBands {
        /// The list or map.
        span: Span,
    },
    /// A band that does not begin above the one before.
    BandNotRising {
        /// Its value.
        span: Span,
        /// Its name.
        name: String,
        /// Where it begins.
        value: f64,
        /// Where the one before begins.
        before: f64,
    },
    /// A band that begins outside the scale.
    BandOutside {
        /// Its value.
        span: Span,
        /// Its name.
        name: String,
        /// Where it begins.
        value: f64,
        /// Lowest possible value.
        min: f64,
        /// Highest possible value.
        max: f64,
    },
    /// A first band that does not begin at the lowest value.
    FirstBand {
        /// Its value.
        span: Span,
        /// Its name.
        name: String,
        /// Where it begins.
        value: f64,
        /// Where it must.
        min: f64,
    },
    /// Lower bounds of classes that do not rise.
    ClassesNotRising {
        /// The bound.
        span: Span,
        /// What stands there.
        value: f64,
        /// The one before.
        before: f64,
    },
    /// Labels of an item that are not one an answer.
    ItemLabels {
        /// The list.
        span: Span,
        /// The item.
        item: String,
        /// How many there are.
        found: usize,
        /// How many answers there are.
        points: usize,
    },
    /// Columns that are not one an item.
    ColumnCount {
        /// The value of `columns`.
        span: Span,
        /// The variable.
        code: String,
        /// How many columns.
        found: usize,
        /// How many items.
        items: usize,
    },
    /// `columns` that is neither a pattern nor a range.
    BadColumns {
        /// The value.
        span: Span,
        /// What stands there.
        text: String,
    },
    /// A weight of an item that does not exist.
    WeightOfNothing {
        /// The key.
        span: Span,
        /// What stands there.
        item: String,
        /// The score is made of dimensions, not of items.
        of_dimensions: bool,
        /// The nearest item or dimension.
        nearest: Option<String>,
    },
    /// Weights that leave out some of the parts.
    WeightMissing {
        /// The map.
        span: Span,
        /// The parts without a weight.
        without: Vec<String>,
    },
    /// Weights that are fractions of a sum and do not add up to 1.
    WeightsNotOne {
        /// The map.
        span: Span,
        /// The variable.
        code: String,
        /// Their sum.
        sum: f64,
    },
    /// A model's scale that is not the study's.
    ModelScale {
        /// `uses`.
        span: Span,
        /// The variable.
        code: String,
        /// The model.
        model: String,
        /// The study's scale.
        study: Span,
        /// The model's answers.
        range: (i64, i64),
    },
}

impl VariableProblem {
    /// The problem in words.
    pub fn diagnostic(self) -> Diagnostic {
        match self {
            VariableProblem::NoMeasure { span, code } => Diagnostic::error(
                Code::MissingKey,
                Message::new(
                    format!("variabel «{code}» harus mempunyai salah satu dari `indicators`, `dimensions`, atau `column`"),
                    format!("the variable `{code}` must have one of `indicators`, `dimensions` or `column`"),
                ),
            )
            .at(span)
            .hint(Message::new(
                "misalnya: indicators: [Integritas, Kerja sama]; variabel yang berupa satu kolom: column: nilai, range: [0, 100]",
                "for example: indicators: [Integritas, Kerja sama]; a variable that is one column: column: nilai, range: [0, 100]",
            )),
            VariableProblem::NoIndicators { span, code } => Diagnostic::error(
                Code::MissingKey,
                Message::new(
                    format!("«{code}» harus mempunyai sedikitnya satu indikator atau butir"),
                    format!("`{code}` must have at least one indicator or item"),
                ),
            )
            .at(span),
            VariableProblem::Orphan {
                span,
                key,
                needs,
                code,
            } => Diagnostic::error(
                Code::Conflict,
                Message::new(
                    format!("«{key}» pada variabel «{code}» hanya dapat dipakai bersama «{needs}»"),
                    format!("`{key}` of the variable `{code}` can only be used together with `{needs}`"),
                ),
            )
            .at(span)
            .hint(Message::new(
                format!("hapus «{key}» atau tambahkan «{needs}»"),
                format!("delete `{key}` or add `{needs}`"),
            )),
            VariableProblem::NoScale { span, code } => Diagnostic::error(
                Code::MissingKey,
                Message::new(
                    format!("butir variabel «{code}» harus mempunyai skala dengan `min` dan `max`"),
                    format!("the items of the variable `{code}` must have a scale with `min` and `max`"),
                ),
            )
            .at(span)
            .hint(Message::new(
                "misalnya di tingkat teratas: scale: { min: 1, max: 5 }",
                "for example at the top: scale: { min: 1, max: 5 }",
            )),
            VariableProblem::MinNotBelowMax { span, min, max } => Diagnostic::error(
                Code::BadScale,
                Message::new(
                    format!("`min` skala harus di bawah `max`, tetapi {min} tidak di bawah {max}"),
                    format!("`min` of a scale must be below `max`, but {min} is not below {max}"),
                ),
            )
            .at(span)
            .hint(Message::new(
                "`min` adalah jawaban terendah, `max` yang tertinggi; butir bernada negatif dinyatakan dengan `reverse: true`",
                "`min` is the lowest answer, `max` the highest; an item worded negatively is declared by `reverse: true`",
            )),
            VariableProblem::TooManyAnswers { span, points } => Diagnostic::error(
                Code::BadScale,
                Message::new(
                    format!("skala butir tidak boleh mempunyai {points} pilihan jawaban"),
                    format!("a scale of items cannot have {points} answers"),
                ),
            )
            .at(span)
            .hint(Message::new(
                "nilai seperti 0 sampai 100 adalah variabel dengan `column` dan `range`",
                "a value such as 0 to 100 is a variable with `column` and `range`",
            )),
            VariableProblem::ScaleWords {
                span,
                key,
                found,
                min,
                max,
                scale,
            } => Diagnostic::error(
                Code::BadScale,
                Message::new(
                    format!(
                        "`{key}` harus berisi {} kata, satu untuk setiap jawaban {min} sampai {max}, bukan {found}",
                        max - min + 1
                    ),
                    format!(
                        "`{key}` must hold {} words, one for each answer from {min} to {max}, not {found}",
                        max - min + 1
                    ),
                ),
            )
            .at(span)
            .also(
                scale,
                Message::new("skalanya dideklarasikan di sini", "the scale is declared here"),
            ),
            VariableProblem::TooFewBands { span } => Diagnostic::error(
                Code::BadScale,
                Message::new(
                    "`categories` harus berisi sedikitnya dua kategori",
                    "`categories` must hold at least two bands",
                ),
            )
            .at(span),
            VariableProblem::BandNotRising {
                span,
                name,
                value,
                before,
            } => Diagnostic::error(
                Code::BadScale,
                Message::new(
                    format!("kategori «{name}» harus dimulai di atas {before}, bukan {value}"),
                    format!("the category `{name}` must begin above {before}, not at {value}"),
                ),
            )
            .at(span)
            .hint(Message::new(
                "tulis kategori dari yang terendah, masing-masing dengan nilai terendahnya",
                "write the categories from the lowest, each with its lowest value",
            )),
            VariableProblem::BandOutside {
                span,
                name,
                value,
                min,
                max,
            } => Diagnostic::error(
                Code::BadScale,
                Message::new(
                    format!("kategori «{name}» dimulai pada {value}, di luar {min} sampai {max}"),
                    format!("the category `{name}` begins at {value}, outside {min} to {max}"),
                ),
            )
            .at(span),
            VariableProblem::FirstBand {
                span,
                name,
                value,
                min,
            } => Diagnostic::error(
                Code::BadScale,
                Message::new(
                    format!("kategori terendah «{name}» harus dimulai pada {min}, bukan {value}"),
                    format!("the lowest category `{name}` must begin at {min}, not at {value}"),
                ),
            )
            .at(span),
            VariableProblem::ClassesNotRising {
                span,
                value,
                before,
            } => Diagnostic::error(
                Code::NotAllowed,
                Message::new(
                    format!("batas bawah kelas harus naik, tetapi {value} tidak di atas {before}"),
                    format!("lower bounds of classes must rise, but {value} is not above {before}"),
                ),
            )
            .at(span),
            VariableProblem::ItemLabels {
                span,
                item,
                found,
                points,
            } => Diagnostic::error(
                Code::WrongCount,
                Message::new(
                    format!("`labels` butir «{item}» harus berisi {points} kata, satu untuk setiap jawaban, bukan {found}"),
                    format!("`labels` of the item `{item}` must hold {points} words, one for each answer, not {found}"),
                ),
            )
            .at(span),
            VariableProblem::ColumnCount {
                span,
                code,
                found,
                items,
            } => Diagnostic::error(
                Code::WrongCount,
                Message::new(
                    format!("`columns` menyebut {found} kolom, padahal variabel «{code}» mempunyai {items} butir"),
                    format!("`columns` names {found} columns, but the variable `{code}` has {items} items"),
                ),
            )
            .at(span)
            .hint(Message::new(
                "satu kolom untuk setiap butir, menurut urutan butir",
                "one column for each item, in the order of the items",
            )),
            VariableProblem::BadColumns { span, text } => Diagnostic::error(
                Code::NotAllowed,
                Message::new(
                    format!("`columns: {text}` harus berupa pola dengan {{i}}, rentang huruf kolom, atau daftar"),
                    format!("`columns: {text}` must be a pattern with {{i}}, a range of column letters, or a list"),
                ),
            )
            .at(span)
            .hint(Message::new(
                "misalnya \"KOM{i}\", \"F:N\", atau [judul kolom 1, judul kolom 2]",
                "for example \"KOM{i}\", \"F:N\", or [header 1, header 2]",
            )),
            VariableProblem::WeightMissing { span, without } => Diagnostic::error(
                Code::WrongCount,
                Message::new(
                    format!("`weights` tidak memberi bobot kepada {}", without.join(", ")),
                    format!("`weights` gives no weight to {}", without.join(", ")),
                ),
            )
            .at(span)
            .hint(Message::new(
                "beri bobot kepada semuanya, atau hapus `weights` bila bobotnya sama",
                "give all of them a weight, or delete `weights` if they weigh the same",
            )),
            VariableProblem::WeightsNotOne { span, code, sum } => {
                let sum = (sum * 1e6).round() / 1e6;
                Diagnostic::warning(
                    Code::WeightsNotOne,
                    Message::new(
                        format!("bobot variabel «{code}» berjumlah {sum}, bukan 1; skor tertingginya karena itu bukan yang tertinggi pada skala"),
                        format!("the weights of the variable `{code}` add up to {sum}, not 1; its highest score is therefore not the highest of the scale"),
                    ),
                )
                .at(span)
                .hint(Message::new(
                    "tulis bobot yang berjumlah 1, atau `by: mean`, yang membagi dengan jumlah bobot",
                    "write weights that add up to 1, or `by: mean`, which divides by their sum",
                ))
            }
            VariableProblem::WeightOfNothing {
                span,
                item,
                of_dimensions,
                nearest,
            } => Diagnostic::error(
                Code::Undeclared,
                if of_dimensions {
                    Message::new(
                        format!("tidak ada dimensi «{item}» pada variabel ini, dan skornya dibentuk dari dimensi"),
                        format!("this variable has no dimension `{item}`, and its score is made of dimensions"),
                    )
                } else {
                    Message::new(
                        format!("tidak ada butir «{item}» pada variabel ini"),
                        format!("this variable has no item `{item}`"),
                    )
                },
            )
            .at(span)
            .hint_if(nearest.map(|nearest| {
                Message::new(
                    format!("maksud Anda «{nearest}»?"),
                    format!("do you mean `{nearest}`?"),
                )
            })),
            VariableProblem::ModelScale {
                span,
                code,
                model,
                study,
                range: (min, max),
            } => Diagnostic::note(
                Code::ModelScaleDiffers,
                Message::new(
                    format!("variabel «{code}» memakai skala model «{model}» ({min} sampai {max}), bukan skala studi"),
                    format!("the variable `{code}` uses the scale of the model `{model}` ({min} to {max}), not the study's"),
                ),
            )
            .at(span)
            .also(
                study,
                Message::new("skala studi di sini", "the study's scale"),
            )
            .hint(Message::new(
                format!("bila jawabannya memakai skala studi, tulis `scale` pada «{code}»"),
                format!("if its answers are on the study's scale, write `scale` under `{code}`"),
            )),
        }
    }
}
