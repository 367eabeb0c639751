//! What can be wrong with the keys and values of a study file: facts here, words beside them, in both languages.

use super::problem_claims::ClaimProblem;
pub use super::problem_kinds::Kind;
use super::problem_kinds::mend_type;
use super::problem_variables::VariableProblem;
use super::problem_yaml::NotYaml;
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::language::Message;

/// Something wrong with a study file.
#[derive(Debug, Clone, PartialEq)]
pub enum StudyProblem {
    /// It is not YAML.
    Yaml(NotYaml),
    /// A problem of a variable, its items or its scale.
    Variable(VariableProblem),
    /// A problem of a claim or a regression.
    Claim(ClaimProblem),
    /// The file holds nothing.
    Empty {
        /// Where.
        span: Span,
    },
    /// It is a batch file.
    BatchFile {
        /// Its first key.
        span: Span,
    },
    /// A key that does not exist.
    UnknownKey {
        /// The key.
        span: Span,
        /// Its text.
        key: String,
        /// Path of the map that holds it; empty at the top.
        path: String,
        /// What was probably meant.
        nearest: Option<&'static str>,
        /// Path of a map that does have this key.
        elsewhere: Option<&'static str>,
        /// The keys of the map.
        known: &'static [&'static str],
    },
    /// A key written twice in one map.
    DuplicateKey {
        /// The second.
        span: Span,
        /// The first.
        first: Span,
        /// Its text.
        key: String,
    },
    /// A required key that is missing.
    MissingKey {
        /// The map.
        span: Span,
        /// The key.
        key: &'static str,
        /// Path of the map; empty at the top.
        path: String,
        /// How it may look.
        example: &'static str,
    },
    /// Texts that `bab4 init` left to be filled in.
    Placeholders {
        /// The first.
        span: Span,
        /// How many there are.
        count: usize,
    },
    /// A value of the wrong kind.
    WrongType {
        /// The value.
        span: Span,
        /// Path of its key.
        path: String,
        /// What it must be.
        expected: Kind,
        /// What it is.
        found: Kind,
        /// What stands there.
        text: String,
    },
    /// A value that is not one of the allowed words.
    NotOneOf {
        /// The value.
        span: Span,
        /// Path of its key.
        path: String,
        /// What stands there.
        value: String,
        /// The allowed words.
        allowed: Vec<String>,
    },
    /// A number outside its range.
    OutOfRange {
        /// The value.
        span: Span,
        /// Path of its key.
        path: String,
        /// What stands there.
        value: f64,
        /// What it must be, such as `0 < x < 1`.
        range: &'static str,
    },
    /// A value that this version does not compute.
    NotAvailable {
        /// The value.
        span: Span,
        /// Path of its key.
        path: String,
        /// The value as written.
        value: String,
        /// What is available.
        instead: Vec<&'static str>,
        /// Further places of the same value.
        others: Vec<Span>,
    },
    /// A text with a reserved character.
    Reserved {
        /// The text.
        span: Span,
        /// The character.
        character: char,
    },
    /// Keys that exclude each other.
    Conflict {
        /// The second key.
        span: Span,
        /// The first key.
        first: Span,
        /// The keys.
        keys: (String, String),
        /// Path of the map.
        path: String,
    },
    /// A code that does not follow the rules.
    BadName {
        /// The code.
        span: Span,
        /// Its text.
        name: String,
        /// A code near it that does.
        mended: Option<String>,
    },
    /// A code, column or value that stands twice.
    DuplicateName {
        /// The second.
        span: Span,
        /// The first.
        first: Option<Span>,
        /// Its text.
        name: String,
        /// What it is.
        what: Named,
    },
    /// A path that leads out of the study's folder.
    PathOutside {
        /// The value.
        span: Span,
        /// Path of its key.
        path: String,
        /// What stands there.
        file: String,
        /// It is a link, or stands behind one, that leads out.
        by_link: bool,
    },
    /// A file that is not there.
    FileMissing {
        /// The value.
        span: Span,
        /// Path of its key.
        path: String,
        /// What stands there.
        file: String,
        /// Files of the folder that may be meant, the nearest first.
        near: Vec<String>,
        /// It is there, but is a folder.
        is_folder: bool,
    },
    /// A measurement model that does not exist.
    UnknownModel {
        /// Its name.
        span: Span,
        /// What stands there.
        name: String,
        /// The nearest.
        nearest: Option<String>,
        /// All there are.
        available: Vec<String>,
    },
}

/// What a duplicate name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A variable or characteristic.
    Code,
    /// An item.
    Item,
    /// A column of the data file.
    Column,
    /// A predictor.
    Predictor,
    /// A value in a list of values.
    Value,
    /// A regression.
    Regression,
}

impl StudyProblem {
    /// The problem in words.
    pub fn diagnostic(self) -> Diagnostic {
        match self {
            StudyProblem::Yaml(problem) => problem.diagnostic(),
            StudyProblem::Variable(problem) => problem.diagnostic(),
            StudyProblem::Claim(problem) => problem.diagnostic(),
            StudyProblem::Empty { span } => {
                Diagnostic::error(Code::MissingKey, Message::new("berkas studi ini kosong", "this study file is empty"))
                    .at(span)
                    .hint(Message::new(
                        "yang wajib ada: `title`, `data` dengan `file`, dan `variables`",
                        "it must hold `title`, `data` with `file`, and `variables`",
                    ))
            }
            StudyProblem::BatchFile { span } => {
                let is = Message::new("ini berkas batch, bukan berkas studi", "this is a batch file, not a study file");
                let run = Message::new("jalankan dengan: bab4 batch run BERKAS", "run it with: bab4 batch run FILE");
                Diagnostic::error(Code::MissingKey, is).at(span).hint(run)
            }
            StudyProblem::UnknownKey { span, key, path, nearest, elsewhere, known } => Diagnostic::error(
                Code::UnknownKey,
                Message::new(
                    format!("kunci «{key}» tidak dikenal {}", within(&path).0),
                    format!("there is no key `{key}` {}", within(&path).1),
                ),
            )
            .at(span)
            .hint_if(key.split_once(':').map(|(key, value)| {
                let value = value.trim();
                Message::new(
                    format!("sesudah titik dua harus ada spasi: {key}: {value}"),
                    format!("behind the colon must stand a space: {key}: {value}"),
                )
            }))
            .hint_if((path.ends_with("scale") && is_number(&key)).then(|| {
                Message::new(
                    "kata untuk setiap jawaban ditulis dari yang terendah: { min: 1, max: 5, labels: [Sangat Tidak Setuju, …, Sangat Setuju] }",
                    "the words of the answers are written the lowest first: { min: 1, max: 5, labels: [Strongly disagree, …, Strongly agree] }",
                )
            }))
            .hint(match (nearest, elsewhere) {
                (Some(nearest), _) => Message::new(format!("maksud Anda «{nearest}»?"), format!("do you mean `{nearest}`?")),
                (None, Some(elsewhere)) if !elsewhere.contains('.') => Message::new(
                    format!("kunci «{key}» berada di bawah «{elsewhere}», misalnya: {elsewhere}: {{ {key}: … }}"),
                    format!("`{key}` stands under `{elsewhere}`, for example: {elsewhere}: {{ {key}: … }}"),
                ),
                (None, Some(elsewhere)) => Message::new(
                    format!("kunci «{key}» berada di bawah «{elsewhere}»"),
                    format!("`{key}` stands under `{elsewhere}`"),
                ),
                (None, None) => Message::new(
                    format!("kunci yang dikenal di sini: {}", known.join(", ")),
                    format!("the keys known here: {}", known.join(", ")),
                ),
            }),
            StudyProblem::DuplicateKey { span, first, key } => Diagnostic::error(
                Code::DuplicateKey,
                Message::new(
                    format!("kunci «{key}» hanya boleh ditulis sekali"),
                    format!("the key `{key}` must not be written twice"),
                ),
            )
            .at(span)
            .also(first, Message::new("pertama kali di sini", "first written here"))
            .hint(Message::new("gabungkan atau hapus salah satunya", "merge the two or delete one")),
            StudyProblem::MissingKey { span, key, path, example } => Diagnostic::error(
                Code::MissingKey,
                Message::new(
                    format!("kunci «{key}» wajib ada {}", within(&path).0),
                    format!("the key `{key}` must be given {}", within(&path).1),
                ),
            )
            .at(span)
            .hint(Message::new(format!("misalnya: {example}"), format!("for example: {example}"))),
            StudyProblem::Placeholders { span, count } => Diagnostic::warning(
                Code::MissingKey,
                Message::new(
                    format!("{count} teks masih harus Anda lengkapi, yang pertama di sini"),
                    format!("{count} texts are still to be filled in by you, the first of them here"),
                ),
            )
            .at(span)
            .hint(Message::new(
                "ganti setiap [LENGKAPI: …] berikut kurungnya; yang tertinggal akan tercetak apa adanya dalam bab",
                "replace every [FILL IN: …] and its brackets; what is left will be printed in the chapter as it is",
            )),
            StudyProblem::WrongType { span, path, expected, found, text } => {
                let ((expected_id, expected_en), (found_id, found_en)) = (expected.words(), found.words());
                let whole = path.is_empty().then(|| {
                    Message::new(
                        "setiap baris diawali kunci, misalnya: title: Pengaruh …",
                        "every line begins with a key, such as: title: …",
                    )
                });
                let message = match &whole {
                    Some(_) => Message::new(
                        format!("berkas studi harus berupa {expected_id}, bukan {found_id}"),
                        format!("a study file must be {expected_en}, not {found_en}"),
                    ),
                    None => Message::new(
                        format!("isi «{path}» harus berupa {expected_id}, bukan {found_id}"),
                        format!("`{path}` must be {expected_en}, not {found_en}"),
                    ),
                };
                let in_map = (expected == Kind::Map || expected == Kind::ListOrMap).then(|| form_of(&path)).flatten();
                let mended = mend_type(expected, &text);
                Diagnostic::error(Code::WrongType, message).at(span).hint_if(whole).hint_if(in_map).hint_if(mended)
            }
            StudyProblem::NotOneOf { span, path, value, allowed } => {
                let nearest = begins(&value, &allowed)
                    .or_else(|| crate::diagnostics::suggest::nearest(&value, allowed.iter().map(String::as_str)));
                Diagnostic::error(
                    Code::NotAllowed,
                    Message::new(
                        format!("«{value}» bukan pilihan untuk «{path}»"),
                        format!("`{value}` is not a choice for `{path}`"),
                    ),
                )
                .at(span)
                .hint_if(
                    nearest.map(|nearest| Message::new(format!("maksud Anda «{nearest}»?"), format!("do you mean `{nearest}`?"))),
                )
                .hint(Message::new(format!("pilihannya: {}", allowed.join(", ")), format!("the choices: {}", allowed.join(", "))))
            }
            StudyProblem::OutOfRange { span, path, value, range } => Diagnostic::error(
                Code::NotAllowed,
                Message::new(
                    format!("«{path}» tidak boleh {value}; nilainya harus memenuhi {range}"),
                    format!("`{path}` cannot be {value}; it must satisfy {range}"),
                ),
            )
            .at(span)
            .hint_if((range == "0 < x < 1" && value > 1.0 && value < 100.0).then(|| {
                // 5 for 5%: a share is written as a part of one.
                let share = value / 100.0;
                Message::new(format!("{value}% ditulis {share}"), format!("{value}% is written {share}"))
            })),
            StudyProblem::NotAvailable { span, path, value, instead, others } => {
                let spss = (path == "data.file" && value.to_lowercase().ends_with(".por"))
                    .then(|| Message::new("di SPSS: File → Save As → SPSS Statistics (*.sav)", "in SPSS: File → Save As → SPSS Statistics (*.sav)"));
                let diagnostic = Diagnostic::error(
                    Code::NotAvailable,
                    Message::new(
                        format!("«{path}: {value}» belum tersedia dalam versi ini"),
                        format!("`{path}: {value}` is not yet available in this version"),
                    ),
                );
                let instead = instead.join(", ");
                others
                    .into_iter()
                    .fold(diagnostic.at(span), |so_far, span| so_far.also(span, Message::new("juga di sini", "here too")))
                    .hint(Message::new(format!("yang sudah tersedia: {instead}"), format!("what is available: {instead}")))
                    .hint_if(spss)
            }
            StudyProblem::Reserved { span, character } => Diagnostic::error(
                Code::ReservedCharacter,
                Message::new(
                    format!("teks ini tidak boleh memuat karakter U+{:04X}", u32::from(character)),
                    format!("this text must not hold the character U+{:04X}", u32::from(character)),
                ),
            )
            .at(span)
            .hint(Message::new(
                "karakter kendali dan karakter khusus fon biasanya ikut tersalin dari Word atau PDF; ketik ulang teks ini",
                "control characters and private font characters are usually copied along from Word or PDF; type the text again",
            )),
            StudyProblem::Conflict { span, first, keys: (one, other), path } => Diagnostic::error(
                Code::Conflict,
                Message::new(
                    format!("«{one}» dan «{other}» tidak boleh dipakai bersama {}", within(&path).0),
                    format!("`{one}` and `{other}` cannot be used together {}", within(&path).1),
                ),
            )
            .at(span)
            .also(first, Message::new(format!("«{one}» di sini"), format!("`{one}` here")))
            .hint(Message::new("hapus salah satunya", "delete one of them")),
            StudyProblem::BadName { span, name, mended } => Diagnostic::error(
                Code::BadName,
                Message::new(
                    format!("«{name}» tidak dapat menjadi kode: kode terdiri atas huruf, angka, dan garis bawah, diawali huruf"),
                    format!("`{name}` cannot be a code: a code has letters, digits and underscores, and begins with a letter"),
                ),
            )
            .at(span)
            .hint_if(mended.map(|mended| {
                Message::new(
                    format!("misalnya «{mended}»; nama lengkapnya ditulis pada `name`"),
                    format!("for example `{mended}`; the full name stands in `name`"),
                )
            })),
            StudyProblem::DuplicateName { span, first, name, what } => {
                let (message, hint) = match what {
                    Named::Code => (
                        Message::new(format!("kode «{name}» sudah dipakai"), format!("the code `{name}` is already taken")),
                        Message::new(
                            "setiap variabel dan karakteristik harus mempunyai kode sendiri",
                            "every variable and characteristic must have a code of its own",
                        ),
                    ),
                    Named::Item => (
                        Message::new(
                            format!("kode butir «{name}» sudah dipakai butir lain"),
                            format!("the item code `{name}` is already taken by another item"),
                        ),
                        Message::new("beri butir ini `code` lain", "give this item another `code`"),
                    ),
                    Named::Column => (
                        Message::new(
                            format!("kolom «{name}» sudah menjadi milik butir lain"),
                            format!("the column `{name}` already belongs to another item"),
                        ),
                        Message::new(
                            "satu kolom hanya untuk satu butir; butir yang sama sebagai bagian dan keseluruhan dinyatakan dengan `dimensions`",
                            "a column belongs to one item; the same items as a whole and in parts are declared by `dimensions`",
                        ),
                    ),
                    Named::Predictor => (
                        Message::new(
                            format!("«{name}» hanya boleh disebut sekali di sini"),
                            format!("`{name}` must be named only once here"),
                        ),
                        Message::new("hapus salah satunya", "delete one of them"),
                    ),
                    Named::Value => (
                        Message::new(
                            format!("nilai «{name}» hanya boleh disebut sekali di sini"),
                            format!("the value `{name}` must stand here only once"),
                        ),
                        Message::new("hapus salah satunya", "delete one of them"),
                    ),
                    Named::Regression => (
                        Message::new(
                            format!("nama regresi «{name}» sudah dipakai"),
                            format!("the name `{name}` of a regression is already taken"),
                        ),
                        Message::new("beri regresi ini nama lain", "give this regression another name"),
                    ),
                };
                let diagnostic = Diagnostic::error(Code::DuplicateName, message).at(span).hint(hint);
                match first {
                    Some(first) => diagnostic.also(first, Message::new("pertama kali di sini", "first written here")),
                    None => diagnostic,
                }
            }
            StudyProblem::PathOutside { span, path, file, by_link } => Diagnostic::error(
                Code::BadPath,
                if by_link {
                    Message::new(
                        format!("«{path}» harus berada di dalam folder studi; «{file}» adalah tautan ke luar folder itu"),
                        format!("`{path}` must stay inside the study's folder; `{file}` is a link that leads out of it"),
                    )
                } else {
                    Message::new(
                        format!("«{path}» harus berada di dalam folder studi; «{file}» keluar dari folder itu"),
                        format!("`{path}` must stay inside the study's folder; `{file}` leads out of it"),
                    )
                },
            )
            .at(span)
            .hint(Message::new(
                "salin berkasnya ke folder studi dan tulis namanya saja",
                "copy the file into the study's folder and write its name only",
            )),
            StudyProblem::FileMissing { span, path, file, near, is_folder } => {
                let message = if is_folder {
                    Message::new(
                        format!("«{file}» pada «{path}» harus berupa berkas, bukan folder"),
                        format!("`{file}` in `{path}` must be a file, not a folder"),
                    )
                } else {
                    Message::new(
                        format!("berkas «{file}» pada «{path}» tidak ditemukan di folder studi"),
                        format!("the file `{file}` in `{path}` cannot be found in the study's folder"),
                    )
                };
                Diagnostic::error(Code::BadPath, message).at(span).hint(if near.is_empty() {
                    Message::new(
                        "letakkan berkas itu di folder yang sama dengan berkas studi",
                        "put the file into the folder of the study file",
                    )
                } else {
                    Message::new(
                        format!("berkas yang ada di folder itu: {}", near.join(", ")),
                        format!("files in that folder: {}", near.join(", ")),
                    )
                })
            }
            StudyProblem::UnknownModel { span, name, nearest, available } => Diagnostic::error(
                Code::UnknownModel,
                Message::new(format!("model pengukuran «{name}» tidak ada"), format!("there is no measurement model `{name}`")),
            )
            .at(span)
            .hint_if(
                nearest.map(|nearest| Message::new(format!("maksud Anda «{nearest}»?"), format!("do you mean `{nearest}`?"))),
            )
            .hint(Message::new(
                format!(
                    "model yang ada: {}; model sendiri diletakkan di folder «models» di samping berkas studi",
                    available.join(", ")
                ),
                format!(
                    "the models there are: {}; your own go into the folder `models` beside the study file",
                    available.join(", ")
                ),
            )),
        }
    }
}

impl From<NotYaml> for StudyProblem {
    fn from(problem: NotYaml) -> StudyProblem {
        StudyProblem::Yaml(problem)
    }
}

impl From<VariableProblem> for StudyProblem {
    fn from(problem: VariableProblem) -> StudyProblem {
        StudyProblem::Variable(problem)
    }
}

impl From<ClaimProblem> for StudyProblem {
    fn from(problem: ClaimProblem) -> StudyProblem {
        StudyProblem::Claim(problem)
    }
}

/// Whether a key is a number: of several in one map only the first is reported.
pub(super) fn is_number(key: &str) -> bool {
    key.parse::<f64>().is_ok()
}

fn within(path: &str) -> (String, String) {
    if path.is_empty() {
        ("di tingkat teratas berkas studi".to_owned(), "at the top of the study file".to_owned())
    } else {
        (format!("dalam «{path}»"), format!("in `{path}`"))
    }
}

/// What the maps of a study look like whose keys are of the author's choice.
fn form_of(path: &str) -> Option<Message> {
    let (id, en) = match path {
        "hypotheses" => (
            "setiap hipotesis mempunyai nama dan klaim: H1: X1 -> Y (+)",
            "every hypothesis has a name and a claim: H1: X1 -> Y (+)",
        ),
        "variables" => (
            "setiap variabel mempunyai kode: X1: { name: Kompetensi, indicators: [Integritas, Kerja sama] }",
            "every variable has a code: X1: { name: Competence, indicators: [Integrity, Cooperation] }",
        ),
        "respondents" => ("setiap karakteristik mempunyai kode: jk: Jenis Kelamin", "every characteristic has a code: sex: Sex"),
        "data" => {
            ("berkas data ditulis: data: { file: responses.csv }", "the data file is written: data: { file: responses.csv }")
        }
        "scale" => ("skala ditulis: scale: { min: 1, max: 5 }", "a scale is written: scale: { min: 1, max: 5 }"),
        _ => return None,
    };
    Some(Message::new(id, en))
}

/// The choice that begins with what was written, when there is just one.
fn begins<'a>(value: &str, allowed: &'a [String]) -> Option<&'a str> {
    let value = value.to_lowercase();
    let mut beginning = allowed.iter().filter(|choice| !value.is_empty() && choice.starts_with(&value));
    let first = beginning.next()?;
    beginning.next().is_none().then_some(first.as_str())
}
