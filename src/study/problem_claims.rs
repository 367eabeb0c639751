//! What can be wrong with claims and regressions.

use crate::diagnostics::{Code, Diagnostic, Span};
use crate::language::Message;

/// What a claim should go on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A declared name.
    Name,
    /// One of the operators.
    Operator,
    /// `->`.
    Arrow,
    /// `->` or `&`.
    ArrowOrAmpersand,
    /// A name or a number.
    NameOrNumber,
    /// `(+)` or `(-)`.
    Sign,
    /// `(group > group)`.
    Groups,
    /// Nothing more, except a sign.
    End,
    /// Nothing more, not even a sign.
    EndWithoutSign,
}

/// Why a name cannot stand where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operand {
    /// A characteristic where a variable is needed.
    NeedsVariable,
    /// A variable where a characteristic is needed.
    NeedsCharacteristic,
    /// A variable and a characteristic joined by `<->`.
    MixedAssociation,
    /// Both sides are the same.
    Same,
    /// A product written into a list of predictors.
    ProductInList,
    /// A characteristic as outcome of a regression.
    OutcomeIsCharacteristic,
    /// A regression with the name of one variable and the outcome of another.
    NameIsOtherVariable,
}

/// A text that is none of the eight forms of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadClaim {
    /// Where it stops being one.
    pub span: Span,
    /// What should stand there.
    pub expected: Expected,
    /// What stands there.
    pub found: String,
}

/// Something wrong with a claim or a regression.
#[derive(Debug, Clone, PartialEq)]
pub enum ClaimProblem {
    /// It is none of the eight forms.
    BadClaim(BadClaim),
    /// A name that is not declared.
    Undeclared {
        /// The name.
        span: Span,
        /// Its text.
        name: String,
        /// The nearest that is.
        nearest: Option<String>,
        /// Those that are.
        declared: Vec<String>,
        /// Where the variable is declared, when only its dimension is unknown.
        variable: Option<Span>,
    },
    /// The name of a regression that is no outcome.
    NoOutcome {
        /// The name.
        span: Span,
        /// Its text.
        name: String,
        /// The nearest declared name.
        nearest: Option<String>,
    },
    /// The name of a regression that cannot be part of a path to a result.
    RegressionName {
        /// The name.
        span: Span,
        /// Its text.
        name: String,
    },
    /// Arrows that run in a circle.
    Cycle {
        /// The arrow that closes it.
        span: Span,
        /// The names along it, the first again at the end.
        names: Vec<String>,
    },
    /// A variable together with its own dimension.
    OwnDimension {
        /// The later of the two.
        span: Span,
        /// The other.
        first: Option<Span>,
        /// The variable.
        variable: String,
        /// Its dimension.
        dimension: String,
        /// The outcome.
        regression: String,
    },
    /// An effect that no regression holds.
    NotInRegression {
        /// The claim.
        span: Span,
        /// The predictor.
        from: String,
        /// The outcome.
        to: String,
        /// The list that leaves it out.
        list: Option<Span>,
    },
    /// A name that cannot stand where it stands.
    WrongOperand {
        /// The name.
        span: Span,
        /// Its text.
        name: String,
        /// Why.
        why: Operand,
        /// Where it is declared.
        declared: Option<Span>,
    },
}

const FORMS: &str = "X1 -> Y · X1 -> Y1 -> Y2 · X1 & X2 -> Y · X * M -> Y · A <-> B · Y ~ umur · PRE < POST · Y > 70%";

impl ClaimProblem {
    /// The problem in words.
    pub fn diagnostic(self) -> Diagnostic {
        match self {
            ClaimProblem::BadClaim(bad) => bad_claim(bad.span, bad.expected, &bad.found),
            ClaimProblem::Undeclared { span, name, nearest, declared, variable } => {
                let diagnostic = Diagnostic::error(
                    Code::Undeclared,
                    Message::new(
                        format!("«{name}» belum dideklarasikan di `variables`"),
                        format!("`{name}` is not declared in `variables`"),
                    ),
                )
                .at(span);
                let diagnostic = match variable {
                    Some(variable) => diagnostic
                        .also(variable, Message::new("variabelnya dideklarasikan di sini", "its variable is declared here")),
                    None => diagnostic,
                };
                diagnostic
                    .hint_if(
                        nearest.map(|nearest| {
                            Message::new(format!("maksud Anda «{nearest}»?"), format!("do you mean `{nearest}`?"))
                        }),
                    )
                    .hint(if declared.is_empty() {
                        Message::new(
                            "tidak ada dimensi yang dideklarasikan untuk variabel ini",
                            "no dimension is declared for this variable",
                        )
                    } else {
                        Message::new(
                            format!("yang dideklarasikan: {}", declared.join(", ")),
                            format!("what is declared: {}", declared.join(", ")),
                        )
                    })
            }
            ClaimProblem::NoOutcome { span, name, nearest } => Diagnostic::error(
                Code::Undeclared,
                Message::new(
                    format!("regresi «{name}» harus menyebut `outcome`: namanya bukan variabel yang dideklarasikan"),
                    format!("the regression `{name}` must give `outcome`: its name is not a declared variable"),
                ),
            )
            .at(span)
            .hint_if(
                nearest.map(|nearest| Message::new(format!("maksud Anda «{nearest}»?"), format!("do you mean `{nearest}`?"))),
            )
            .hint(Message::new(
                format!("misalnya: {name}: {{ outcome: Y, predictors: [X1, X2] }}"),
                format!("for example: {name}: {{ outcome: Y, predictors: [X1, X2] }}"),
            )),
            ClaimProblem::RegressionName { span, name } => Diagnostic::error(
                Code::BadName,
                Message::new(
                    format!("nama regresi «{name}» tidak boleh kosong atau memuat garis miring (/)"),
                    format!("the name `{name}` of a regression must not be empty or hold a slash (/)"),
                ),
            )
            .at(span)
            .hint(Message::new("beri regresi ini nama lain", "give this regression another name")),
            ClaimProblem::Cycle { span, names } => {
                let circle = names.join(" -> ");
                Diagnostic::error(
                    Code::Cycle,
                    Message::new(
                        format!("panah tidak boleh berputar: {circle}"),
                        format!("arrows must not run in a circle: {circle}"),
                    ),
                )
                .at(span)
                .hint(Message::new(
                    "analisis jalur dengan regresi hanya untuk model satu arah; hapus atau balik salah satu panah",
                    "path analysis by regressions goes one way only; delete or turn one of the arrows",
                ))
            }
            ClaimProblem::OwnDimension { span, first, variable, dimension, regression } => {
                let diagnostic = Diagnostic::error(
                    Code::OwnDimension,
                    Message::new(
                        format!("«{variable}» dan dimensinya «{dimension}» tidak boleh berada dalam satu regresi («{regression}»)"),
                        format!("`{variable}` and its dimension `{dimension}` cannot stand in one regression (`{regression}`)"),
                    ),
                )
                .at(span)
                .hint(Message::new(
                    format!("pisahkan: regressions: {{ {regression}: [{variable}], {regression} per dimensi: {{ outcome: {regression}, predictors: [{dimension}, …] }} }}"),
                    format!("keep them apart: regressions: {{ {regression}: [{variable}], {regression} per dimensi: {{ outcome: {regression}, predictors: [{dimension}, …] }} }}"),
                ));
                match first {
                    Some(first) => diagnostic.also(first, Message::new("yang lain berada di sini", "the other stands here")),
                    None => diagnostic,
                }
            }
            ClaimProblem::NotInRegression { span, from, to, list } => {
                let diagnostic = Diagnostic::error(
                    Code::EffectNotInRegression,
                    Message::new(
                        format!("pengaruh {from} -> {to} tidak dapat diuji: tidak ada regresi {to} yang memuat «{from}»"),
                        format!("the effect {from} -> {to} cannot be tested: no regression of {to} holds `{from}`"),
                    ),
                )
                .at(span)
                .hint(Message::new(
                    format!("tambahkan «{from}» pada daftar di `regressions`, atau hapus daftar itu agar disusun dari panah"),
                    format!("add `{from}` to the list in `regressions`, or delete that list to have it made from the arrows"),
                ));
                match list {
                    Some(list) => diagnostic.also(
                        list,
                        Message::new(
                            "daftar ini menggantikan yang tersusun dari panah",
                            "this list replaces the one made from the arrows",
                        ),
                    ),
                    None => diagnostic,
                }
            }
            ClaimProblem::WrongOperand { span, name, why, declared } => {
                let (message, hint) = wrong_operand(&name, why);
                let diagnostic = Diagnostic::error(Code::WrongOperand, message).at(span).hint(hint);
                match declared {
                    Some(declared) => diagnostic.also(declared, Message::new("dideklarasikan di sini", "declared here")),
                    None => diagnostic,
                }
            }
        }
    }
}

fn bad_claim(span: Span, expected: Expected, found: &str) -> Diagnostic {
    let (id, en) = match expected {
        Expected::Name => ("kode variabel, misalnya X1 atau X.BP", "the code of a variable, such as X1 or X.BP"),
        Expected::Operator => ("salah satu dari -> & * <-> ~ < > <>", "one of -> & * <-> ~ < > <>"),
        Expected::Arrow => ("panah ->", "an arrow ->"),
        Expected::ArrowOrAmpersand => ("-> atau &", "-> or &"),
        Expected::NameOrNumber => {
            ("kode variabel, angka, atau persen seperti 70%", "the code of a variable, a number, or per cent such as 70%")
        }
        Expected::Sign => ("(+) atau (-)", "(+) or (-)"),
        Expected::Groups => ("arah seperti (Perempuan > Laki-laki)", "a direction such as (Perempuan > Laki-laki)"),
        Expected::End => ("akhir klaim, atau tanda (+) atau (-)", "the end of the claim, or a sign (+) or (-)"),
        Expected::EndWithoutSign => {
            ("akhir klaim; klaim jenis ini tidak bertanda", "the end of the claim; this kind of claim has no sign")
        }
    };
    let message = if found.is_empty() {
        Message::new(
            format!("klaim ini belum lengkap: sesudahnya harus ada {id}"),
            format!("this claim is not complete: it must go on with {en}"),
        )
    } else {
        Message::new(
            format!("klaim ini tidak terbaca pada «{found}»: di sini harus ada {id}"),
            format!("this claim cannot be read at `{found}`: here must stand {en}"),
        )
    };
    let arrow = ["→", "=>", "-->", "–>", "—>", "=", "-"]
        .iter()
        .any(|arrow| found == *arrow || (arrow.len() > 1 && found.starts_with(arrow)));
    let arrow_hint =
        (expected == Expected::Operator && arrow).then(|| Message::new("panah ditulis ->", "an arrow is written ->"));
    let joins = expected == Expected::Operator && matches!(found.to_lowercase().as_str(), "," | "dan" | "and" | "serta" | "+");
    let joint_hint = joins.then(|| {
        Message::new("beberapa prediktor digabung dengan &: X1 & X2 -> Y", "several predictors are joined by &: X1 & X2 -> Y")
    });
    let word = found.trim_matches(['(', ')']).to_lowercase();
    let form = match word.as_str() {
        _ if expected != Expected::Operator => None,
        "x" | "×" | "memoderasi" | "moderates" => Some(Message::new(
            "moderasi ditulis dengan *, moderatornya yang kedua: X * M -> Y",
            "moderation is written with *, the moderator second: X * M -> Y",
        )),
        "memediasi" | "melalui" | "through" | "mediates" => Some(Message::new(
            "mediasi ditulis sebagai rantai, mediatornya di tengah: X -> M -> Y",
            "mediation is written as a chain, the mediator in the middle: X -> M -> Y",
        )),
        "berhubungan" | "dengan" => {
            Some(Message::new("hubungan dua variabel ditulis A <-> B", "a relation of two variables is written A <-> B"))
        }
        _ => None,
    };
    let sentence = expected == Expected::Operator && !joins && form.is_none() && found.starts_with(char::is_alphabetic);
    let sentence_hint = sentence.then(|| {
        Message::new(
            "klaim ditulis dengan kode variabel dan panah, misalnya X1 -> Y (+); kalimatnya ditulis pada `statement`",
            "a claim is written with codes and an arrow, such as X1 -> Y (+); its sentence goes into `statement`",
        )
    });
    let sign = match word.as_str() {
        "positif" | "positive" | "pos" => Some("(+)"),
        "negatif" | "negative" | "neg" | "–" | "−" => Some("(-)"),
        _ => None,
    };
    let sign_hint = sign.map(|sign| Message::new(format!("tulis {sign}"), format!("write {sign}")));
    Diagnostic::error(Code::BadClaim, message)
        .at(span)
        .hint_if(arrow_hint)
        .hint_if(joint_hint)
        .hint_if(form)
        .hint_if(sentence_hint)
        .hint_if(sign_hint)
        .hint(Message::new(format!("bentuk klaim: {FORMS}"), format!("the forms of a claim: {FORMS}")))
}

fn wrong_operand(name: &str, why: Operand) -> (Message, Message) {
    match why {
        Operand::NeedsVariable => (
            Message::new(
                format!("di sini harus ada variabel; «{name}» adalah karakteristik responden"),
                format!("here must stand a variable; `{name}` is a characteristic of respondents"),
            ),
            Message::new(
                format!("perbedaan menurut karakteristik ditulis Y ~ {name}; sebagai kontrol, tulis dalam `regressions`"),
                format!("a difference by a characteristic is written Y ~ {name}; as a control it goes into `regressions`"),
            ),
        ),
        Operand::NeedsCharacteristic => (
            Message::new(
                format!("di kanan ~ harus ada karakteristik responden; «{name}» adalah variabel"),
                format!("right of ~ must stand a characteristic of respondents; `{name}` is a variable"),
            ),
            Message::new(
                format!("hubungan dua variabel ditulis Y <-> {name}, pengaruh {name} -> Y"),
                format!("a relation of two variables is written Y <-> {name}, an effect {name} -> Y"),
            ),
        ),
        Operand::MixedAssociation => (
            Message::new(
                format!("<-> menghubungkan dua variabel atau dua karakteristik; «{name}» lain jenisnya"),
                format!("<-> joins two variables or two characteristics; `{name}` is of the other kind"),
            ),
            Message::new(
                format!("perbedaan variabel menurut karakteristik ditulis Y ~ {name}"),
                format!("a difference of a variable by a characteristic is written Y ~ {name}"),
            ),
        ),
        Operand::Same => (
            Message::new(
                format!("«{name}» tidak dapat dibandingkan dengan dirinya sendiri"),
                format!("`{name}` cannot be compared with itself"),
            ),
            Message::new("sebutkan dua nama yang berbeda", "name two different ones"),
        ),
        Operand::ProductInList => (
            Message::new(
                format!("«{name}» tidak dapat menjadi prediktor dalam daftar: perkalian dinyatakan sebagai hipotesis"),
                format!("`{name}` cannot be a predictor in a list: a product is declared by a hypothesis"),
            ),
            Message::new("tulis hipotesis X * M -> Y", "write a hypothesis X * M -> Y"),
        ),
        Operand::OutcomeIsCharacteristic => (
            Message::new(
                format!("karakteristik «{name}» tidak dapat menjadi variabel terikat regresi"),
                format!("the characteristic `{name}` cannot be the outcome of a regression"),
            ),
            Message::new(
                "deklarasikan sebagai variabel dengan `column` bila berupa angka",
                "declare it as a variable with `column` if it is a number",
            ),
        ),
        Operand::NameIsOtherVariable => (
            Message::new(
                format!("regresi bernama variabel «{name}» harus ber-`outcome` «{name}»"),
                format!("a regression named after the variable `{name}` must have `{name}` as `outcome`"),
            ),
            Message::new("beri regresi ini nama lain", "give this regression another name"),
        ),
    }
}
