//! What keeps a unit from being done, in words that can be written down; and the words of a batch's own problems.

use crate::audit::finding::Finding;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity, SourceFiles, Span, emit};
use crate::language::{Language, Message};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// At most so many problems of a unit are written down.
const MOST: usize = 20;

/// A problem of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The code of its diagnostic; none where the machine failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What is wrong, in Indonesian.
    pub id: String,
    /// What is wrong, in English.
    pub en: String,
    /// As shown to people, with the place; units with the same text share a problem.
    #[serde(skip)]
    pub shown: String,
    /// The machine failed, not the input.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub machine: bool,
}

impl Problem {
    /// The errors among diagnostics.
    pub fn errors(diagnostics: &mut Diagnostics, sources: &SourceFiles, language: Language) -> Vec<Problem> {
        diagnostics.sort();
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        errors.take(MOST).map(|error| Problem::of(error, sources, language)).collect()
    }

    /// A diagnostic.
    pub fn of(diagnostic: &Diagnostic, sources: &SourceFiles, language: Language) -> Problem {
        let alone: Diagnostics = std::iter::once(diagnostic.clone()).collect();
        Problem {
            code: Some(diagnostic.code.as_str().to_owned()),
            id: diagnostic.message.id.clone(),
            en: diagnostic.message.en.clone(),
            shown: emit::human(&alone, sources, language),
            machine: false,
        }
    }

    /// A failure of the machine.
    pub fn machine(message: &Message, language: Language) -> Problem {
        let shown = format!("{}\n", message.get(language));
        Problem { code: None, id: message.id.clone(), en: message.en.clone(), shown, machine: true }
    }

    /// Something the self-check found: the chapter of the unit contradicts itself.
    pub fn found(finding: &Finding, language: Language) -> Problem {
        let printed = &finding.printed;
        let words = finding.words.as_ref().or(finding.why.first());
        let words = words.map_or_else(
            || Message::new(format!("«{printed}»"), format!("`{printed}`")),
            |words| Message::new(format!("«{printed}»: {}", words.id), format!("`{printed}`: {}", words.en)),
        );
        let message = Message::new(
            format!("bab ini bertentangan dengan dirinya sendiri: {}", words.id),
            format!("this chapter contradicts itself: {}", words.en),
        );
        let shown = format!("{} {}\n", finding.code, message.get(language));
        Problem { code: Some(finding.code.as_str().to_owned()), id: message.id, en: message.en, shown, machine: false }
    }

    /// What is wrong, in a language.
    pub fn message(&self, language: Language) -> &str {
        match language {
            Language::Id => &self.id,
            Language::En => &self.en,
        }
    }
}

/// A unit that the column does not hold.
pub fn no_such_unit(unit: &str, span: Span, column: &str, nearest: Option<&str>) -> Diagnostic {
    let message = Message::new(
        format!("tidak ada baris dengan «{unit}» pada kolom «{column}»"),
        format!("no row has `{unit}` in the column `{column}`"),
    );
    Diagnostic::error(Code::UnitUnknown, message)
        .at(span)
        .hint_if(nearest.map(|near| Message::new(format!("maksud Anda «{near}»?"), format!("did you mean `{near}`?"))))
        .hint(Message::new(
            "kunci di bawah `units` adalah isi kolom itu; unit dengan berkas sendiri menyebut `data: { file: … }`",
            "the keys under `units` are values of that column; a unit with a file of its own names `data: { file: … }`",
        ))
}

/// Rows that belong to no unit.
pub fn rows_without_unit(column: &str, rows: &[usize]) -> Diagnostic {
    let named: Vec<String> = rows.iter().take(8).map(usize::to_string).collect();
    let more = if rows.len() > named.len() { ", …" } else { "" };
    let (count, rows) = (rows.len(), named.join(", "));
    let message = Message::new(
        format!("{count} baris tidak berisi apa pun pada kolom «{column}» dan tidak masuk unit mana pun (baris {rows}{more})"),
        format!("{count} rows hold nothing in the column `{column}` and belong to no unit (rows {rows}{more})"),
    );
    Diagnostic::warning(Code::RowsWithoutUnit, message).hint(Message::new(
        "lengkapi kolom itu; rekapitulasi pun tidak memuat baris-baris ini",
        "fill in the column; the summary leaves these rows out as well",
    ))
}

/// A column that tells units apart and is not in the file.
pub fn no_such_column(column: &str, at: Option<Span>, there: &[String], file: &str, nearest: Option<&str>) -> Diagnostic {
    let list: Vec<&str> = there.iter().map(String::as_str).filter(|header| !header.is_empty()).take(12).collect();
    let list = list.join(", ");
    let diagnostic = Diagnostic::error(
        Code::MissingColumn,
        Message::new(
            format!("kolom «{column}», yang membedakan unit, tidak ada dalam «{file}»"),
            format!("the column `{column}`, which tells the units apart, is not in `{file}`"),
        ),
    )
    .hint_if(nearest.map(|near| Message::new(format!("maksud Anda «{near}»?"), format!("did you mean `{near}`?"))))
    .hint(Message::new(format!("kolom yang ada: {list}"), format!("columns that are there: {list}")));
    match at {
        Some(span) => diagnostic.at(span),
        None => diagnostic,
    }
}

/// A discussion that reads the same whatever a unit's verdict is.
pub fn fixed_discussion(ids: &[&str]) -> Diagnostic {
    let ids = ids.join(", ");
    let message = Message::new(
        format!("pembahasan {ids} sama bunyinya untuk setiap unit, apa pun keputusannya"),
        format!("the discussion of {ids} reads the same in every unit, whatever the verdict"),
    );
    Diagnostic::warning(Code::FixedDiscussion, message).hint(Message::new(
        "tulis dua-duanya: discussion: { accepted: …, rejected: … }",
        "write both: discussion: { accepted: …, rejected: … }",
    ))
}

/// A study that lies outside the folder of its batch file.
pub fn outside(span: Span, study: &str) -> Diagnostic {
    let message = Message::new(
        format!("studi «{study}» berada di luar folder berkas batch"),
        format!("the study `{study}` lies outside the folder of the batch file"),
    );
    Diagnostic::error(Code::BadPath, message).at(span)
}

/// A folder of survey files that is not there.
pub fn no_folder(folder: &Path) -> Diagnostic {
    let folder = folder.display();
    let message = Message::new(format!("folder «{folder}» tidak ada"), format!("there is no folder `{folder}`"));
    Diagnostic::error(Code::BadPath, message)
}

/// A folder of survey files outside the study's.
pub fn folder_outside(folder: &Path, study: &Path) -> Diagnostic {
    let (folder, study) = (folder.display(), study.display());
    let message = Message::new(
        format!("folder «{folder}» berada di luar folder studi «{study}»"),
        format!("the folder `{folder}` lies outside the study's folder `{study}`"),
    );
    Diagnostic::error(Code::BadPath, message)
        .hint(Message::new("pindahkan folder data ke dalam folder studi", "move the folder of data into the study's folder"))
}

/// A folder without survey files.
pub fn no_files(folder: &Path) -> Diagnostic {
    let folder = folder.display();
    let message = Message::new(
        format!("tidak ada berkas data (CSV, XLSX, ODS, SAV …) dalam folder «{folder}»"),
        format!("there is no data file (CSV, XLSX, ODS, SAV …) in the folder `{folder}`"),
    );
    Diagnostic::error(Code::BadPath, message)
}
