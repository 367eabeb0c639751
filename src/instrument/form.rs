//! The questionnaire as XLSForm, which KoboToolbox, ODK and SurveyCTO take: sheets `survey`, `choices` and `settings`.

use super::words::Words;
use super::{answers, choices, statement_text, values};
use crate::language::Language;
use crate::study::Study;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// The workbook. Names of questions are the codes under which bab4 looks for their columns, with `_` for the point, which
/// names of a form may not hold; choices are the numbers of the answers.
///
/// # Errors
/// What the writer of workbooks says; in memory it has no reason to.
pub fn xlsform(study: &Study, language: Language) -> Result<Vec<u8>, XlsxError> {
    let words = Words(language);
    let mut survey: Vec<[String; 6]> = vec![head(["type", "name", "label", "required", "appearance", "hint"])];
    let mut listed: Vec<[String; 3]> = vec![["list_name", "name", "label"].map(str::to_owned)];
    let title = study.title.plain(language);
    survey.push(line(
        "note",
        "pembuka",
        &words.filled("Kuesioner penelitian “{}”.", "Questionnaire of the study “{}”.", &title),
        "",
    ));
    for characteristic in &study.characteristics {
        let list = format!("pilihan_{}", name(&characteristic.code));
        let label = characteristic.name.plain(language);
        let raw = values(characteristic);
        if raw.is_empty() {
            let kind = if characteristic.classes.is_empty() { "text" } else { "integer" };
            survey.push(line(kind, &name(&characteristic.column), &label, ""));
        } else {
            survey.push(line(&format!("select_one {list}"), &name(&characteristic.column), &label, ""));
            for (raw, printed) in raw.iter().zip(choices(characteristic, language)) {
                listed.push([list.clone(), raw.clone(), printed]);
            }
        }
    }
    let mut known: Vec<(Vec<(i64, String)>, String)> = Vec::new();
    for variable in study.variables.values() {
        let Some(scale) = variable.scale() else { continue };
        survey.push(line(
            "begin_group",
            &format!("bagian_{}", name(&variable.code)),
            &variable.name.plain(language),
            "field-list",
        ));
        for item in variable.items() {
            let answers = answers(item, scale, language);
            let list = match known.iter().find(|(other, _)| *other == answers) {
                Some((_, list)) => list.clone(),
                None => {
                    let list = format!("skala_{}", known.len() + 1);
                    listed.extend(answers.iter().map(|(value, label)| [list.clone(), value.to_string(), label.clone()]));
                    known.push((answers, list.clone()));
                    list
                }
            };
            let look = if item.labels.is_none() && scale.points() <= LIKERT { "likert" } else { "" };
            survey.push(line(&format!("select_one {list}"), &name(&item.code), &statement_text(item, language), look));
        }
        survey.push(line("end_group", "", "", ""));
    }
    let id = name(&study.variables.keys().cloned().collect::<Vec<_>>().join("_"));
    let settings = [
        ["form_title", "form_id", "default_language"].map(str::to_owned),
        [title, format!("bab4_{id}"), language.code().to_owned()],
    ];
    let mut workbook = Workbook::new();
    workbook.set_properties(&super::sheet::properties()?);
    write(workbook.add_worksheet(), "survey", &survey)?;
    write(workbook.add_worksheet(), "choices", &listed)?;
    write(workbook.add_worksheet(), "settings", &settings)?;
    workbook.save_to_buffer()
}

/// Answers that a row of buttons carries.
const LIKERT: usize = 7;

fn head(names: [&str; 6]) -> [String; 6] {
    names.map(str::to_owned)
}

/// A question: kind, name, label, how it looks. Every answer is required.
fn line(kind: &str, name: &str, label: &str, look: &str) -> [String; 6] {
    let required = if kind.starts_with("select_one") || kind == "integer" || kind == "text" { "yes" } else { "" };
    [kind, name, label, required, look, ""].map(str::to_owned)
}

/// A name as forms want it: letters, digits, `_`, the first a letter.
fn name(code: &str) -> String {
    let mut out: String = code.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    if !out.starts_with(|first: char| first.is_ascii_alphabetic()) {
        out.insert(0, 'k');
    }
    out
}

fn write<const N: usize>(sheet: &mut Worksheet, called: &str, rows: &[[String; N]]) -> Result<(), XlsxError> {
    sheet.set_name(called)?;
    let bold = Format::new().set_bold();
    for (row, cells) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(cells) {
            match row {
                0 => sheet.write_with_format(row, column, cell.as_str(), &bold)?,
                _ if cell.is_empty() => continue,
                _ => sheet.write(row, column, cell.as_str())?,
            };
        }
    }
    sheet.autofit();
    Ok(())
}
