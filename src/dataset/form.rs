//! The XLSForm behind a KoboToolbox or ODK survey: questions for codes, words for the codes of answers (xlsform.org).

use super::head::{Head, Header};
use super::problem::DatasetProblem;
use super::problem_file::FileProblem;
use super::read::table_of;
use super::read_text::TextSettings;
use super::table::Table;
use super::wording::{fold, tidy};
use std::collections::BTreeMap;

/// A form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    /// By folded name: the question, and the list its answers come from.
    questions: BTreeMap<String, (String, Option<String>)>,
    /// By list, then by folded name: the words.
    choices: BTreeMap<String, BTreeMap<String, String>>,
}

/// Reads the sheets `survey` and `choices` of a form.
pub fn read_form(name: &str, bytes: &[u8], problems: &mut Vec<DatasetProblem>) -> Option<Form> {
    let mut form = Form::default();
    let survey = sheet(name, bytes, "survey", &["type", "name"], problems)?;
    let (kinds, names, labels) = (texts(&survey, "type"), texts(&survey, "name"), texts(&survey, "label"));
    for ((kind, name), label) in kinds.iter().zip(&names).zip(&labels) {
        let mut words = kind.split_whitespace();
        let select = words.next().is_some_and(|word| word.starts_with("select_one"));
        let list = words.next().filter(|_| select).map(str::to_owned);
        if !name.is_empty() {
            form.questions.insert(fold(name), (label.clone(), list));
        }
    }
    if form.questions.values().any(|(_, list)| list.is_some()) {
        let choices = sheet(name, bytes, "choices", &["name"], problems)?;
        let lists = match position(&choices, "list_name") {
            Some(_) => texts(&choices, "list_name"),
            None => texts(&choices, "list name"),
        };
        for ((list, name), label) in lists.iter().zip(texts(&choices, "name")).zip(texts(&choices, "label")) {
            form.choices.entry(list.clone()).or_default().insert(fold(&name), label);
        }
    }
    Some(form)
}

fn sheet(file: &str, bytes: &[u8], sheet: &str, needs: &[&str], problems: &mut Vec<DatasetProblem>) -> Option<Table> {
    let mut choose = |head: &Head| {
        let has = |header: &Header| needs.iter().all(|need| header.titles.iter().any(|title| fold(title) == *need));
        let header = head.candidates().find(has)?;
        let keep = vec![true; header.titles.len()];
        Some((header, keep))
    };
    let table = table_of(file, bytes, &TextSettings::default(), Some(sheet), &mut choose, problems);
    if table.is_none() && problems.is_empty() {
        problems.push(DatasetProblem::File(FileProblem::NotAForm { sheet: sheet.to_owned() }));
    }
    table
}

/// A column by its name; labels may have a language behind two colons.
fn position(table: &Table, name: &str) -> Option<usize> {
    let is = |header: &String| fold(header) == name;
    let speaks = |header: &String| fold(header).starts_with(&format!("{name}::"));
    let indonesian = |header: &String| speaks(header) && fold(header).contains("ind");
    let at = |matches: &dyn Fn(&String) -> bool| table.header.iter().position(matches);
    at(&is).or_else(|| at(&indonesian)).or_else(|| at(&speaks))
}

fn texts(table: &Table, name: &str) -> Vec<String> {
    let Some(column) = position(table, name).and_then(|at| table.column(at)) else {
        return vec![String::new(); table.rows.len()];
    };
    let texts: Vec<String> = column.texts().map(|cell| tidy(&cell.text).to_owned()).collect();
    column.codes().map(|code| texts.get(code).cloned().unwrap_or_default()).collect()
}

impl Form {
    /// The question a column belongs to: its whole name, or what stands behind its groups.
    fn question(&self, title: &str) -> Option<&(String, Option<String>)> {
        let last = title.rsplit(['/', ':']).next().unwrap_or(title);
        // ODK Central writes `group-question`.
        let behind = title.rsplit_once('-').map(|(_, question)| question);
        [Some(title), Some(last), behind].into_iter().flatten().find_map(|name| self.questions.get(&fold(name)))
    }

    /// Puts the questions under the codes of a header.
    pub fn label(&self, header: &mut Header) {
        header.labels.resize(header.titles.len(), String::new());
        for (title, label) in header.titles.iter().zip(header.labels.iter_mut()).filter(|(_, label)| label.is_empty()) {
            if let Some((question, _)) = self.question(title) {
                label.clone_from(question);
            }
        }
    }

    /// Gives the answers of a table their words.
    pub fn label_answers(&self, table: &mut Table) {
        for at in 0..table.header.len() {
            let list = table.header.get(at).and_then(|title| self.question(title)).and_then(|(_, list)| list.as_ref());
            if let (Some(choices), Some(column)) = (list.and_then(|list| self.choices.get(list)), table.column_mut(at)) {
                column.set_labels(|text| choices.get(&fold(text)).cloned());
            }
        }
    }
}
