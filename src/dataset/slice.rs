//! One file, many surveys: a file is read once, with all its columns, and each unit's rows are handed out as if the file held
//! nothing else. Rows keep the numbers they have in the file.

use super::columns;
use super::head::{ChooseHeader, Head, Header};
use super::problem::DatasetProblem;
use super::read::{best_header, context, hex, open, read_table, wanted};
use super::table::{CellText, RawCell, Table};
use super::wording::{answer_key, fold};
use crate::diagnostics::{Diagnostics, Severity};
use crate::study::Study;
use indexmap::IndexMap;
use sha2::{Digest, Sha256};
use std::path::Path;
use std::sync::Arc;

/// A survey file as read, with every column.
#[derive(Debug)]
pub struct Sheet {
    head: Head,
    table: Table,
}

/// Some rows of a survey file.
#[derive(Debug, Clone)]
pub struct Slice {
    sheet: Arc<Sheet>,
    /// Positions in the sheet, rising.
    rows: Arc<[usize]>,
    hash: String,
}

/// The rows of a sheet by the values of one column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups {
    /// Positions of the rows of each value, in the order in which the values appear.
    pub rows: IndexMap<String, Vec<usize>>,
    /// Rows without a value, as a spreadsheet counts them.
    pub without: Vec<usize>,
}

impl Sheet {
    /// Reads the study's data file. Problems of the file as such go into `diagnostics`; `None` when any of them is an error.
    pub fn read(study: &Study, folder: &Path, diagnostics: &mut Diagnostics) -> Option<Sheet> {
        let name = &study.data.file;
        let mut problems = Vec::new();
        let mut seen = Head::default();
        let mut choose = |head: &Head| {
            seen = head.clone();
            let count = |header: &Header| columns::find(study, header, &mut Vec::new()).count();
            let header = best_header(head, wanted(study), count)?;
            let keep = vec![true; header.titles.len()];
            Some((header, keep))
        };
        let table = match open(&folder.join(name)) {
            Ok(bytes) => read_table(study, name, &bytes, study.data.sheet.as_deref(), &mut choose, &mut problems),
            Err(problem) => {
                problems.push(DatasetProblem::File(problem));
                None
            }
        };
        let context = context(study, name);
        let found: Diagnostics = problems.into_iter().map(|problem| problem.into_diagnostic(&context)).collect();
        let failed = found.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
        diagnostics.extend(found);
        table.filter(|_| !failed).map(|table| Sheet { head: seen, table })
    }

    /// The header of the file.
    pub fn header(&self) -> &[String] {
        &self.table.header
    }

    /// How many rows of answers there are.
    pub fn rows(&self) -> usize {
        self.table.rows.len()
    }

    /// The rows by the values of a column, which is named by its header; `None` when there is no such column. Values that
    /// differ in letter case and blanks alone are one.
    pub fn groups(&self, column: &str) -> Option<Groups> {
        let wanted = fold(column);
        let at = self.table.header.iter().position(|title| fold(title) == wanted)?;
        let column = self.table.column(at)?;
        let mut groups = Groups::default();
        let mut names: IndexMap<String, String> = IndexMap::new();
        let texts: Vec<Option<String>> = column
            .texts()
            .map(|cell| {
                let words = cell.words().trim();
                let key = answer_key(words);
                (!key.is_empty()).then(|| names.entry(key).or_insert_with(|| words.to_owned()).clone())
            })
            .collect();
        for (row, code) in column.codes().enumerate() {
            match texts.get(code).and_then(Option::as_ref) {
                Some(name) => groups.rows.entry(name.clone()).or_default().push(row),
                None => groups.without.extend(self.table.rows.get(row).map(|row| *row as usize)),
            }
        }
        Some(groups)
    }

    /// The rows of several surveys under the header of the first, numbered one after the other; `None` where a survey lacks one of
    /// its columns.
    pub fn joined(parts: &[Slice]) -> Option<Sheet> {
        let first = &parts.first()?.sheet;
        let header = first.table.header.clone();
        let labels = first.table.labels.clone();
        let known = Header { titles: header.clone(), labels, row: 1, last_row: 1, merged: false };
        let mut table = Table::new(known.clone(), &vec![true; header.len()], usize::MAX);
        table.source = first.table.source.clone();
        let mut number = 1;
        for part in parts {
            let there: Vec<String> = part.sheet.table.header.iter().map(|title| fold(title)).collect();
            let columns: Option<Vec<usize>> =
                header.iter().map(|title| there.iter().position(|other| *other == fold(title))).collect();
            let columns = columns?;
            for row in part.rows.iter() {
                number += 1;
                let cells: Vec<RawCell> = columns
                    .iter()
                    .map(|at| match part.sheet.cell(*row, *at) {
                        Some(cell) => RawCell { text: &cell.text, number: cell.number },
                        None => RawCell { text: "", number: false },
                    })
                    .collect();
                table.push(number, cells.iter().copied());
            }
        }
        Some(Sheet { head: Head::of(known), table })
    }

    fn cell(&self, row: usize, at: usize) -> Option<&CellText> {
        self.table.column(at)?.cell(row)
    }
}

impl Slice {
    /// These rows of a sheet.
    pub fn new(sheet: Arc<Sheet>, rows: Vec<usize>) -> Slice {
        let mut slice = Slice { sheet, rows: rows.into(), hash: String::new() };
        slice.hash = slice.content_hash();
        slice
    }

    /// SHA-256 of header and rows, each with its number: what any result of these rows can depend on.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Positions of the rows in their sheet.
    pub fn positions(&self) -> impl Iterator<Item = usize> + '_ {
        self.rows.iter().copied()
    }

    fn content_hash(&self) -> String {
        let table = &self.sheet.table;
        let mut digest = Sha256::new();
        let mut add = |text: &str| {
            digest.update((text.len() as u64).to_le_bytes());
            digest.update(text.as_bytes());
        };
        table.header.iter().for_each(|title| add(title));
        for row in self.rows.iter() {
            add(&table.rows.get(*row).copied().unwrap_or_default().to_string());
            for at in 0..table.header.len() {
                add(self.sheet.cell(*row, at).map_or("", |cell| &cell.text));
            }
        }
        hex(&digest.finalize())
    }

    /// The rows as a table of their own; `choose` says which columns are kept, as for any file.
    pub(super) fn table(&self, name: &str, choose: &mut ChooseHeader) -> Option<Table> {
        let whole = &self.sheet.table;
        let (header, keep) = choose(&self.sheet.head)?;
        let last_row = header.last_row;
        let width = header.titles.len();
        // The file's own room has been asked for when it was read.
        let mut table = Table::new(header, &keep, usize::MAX);
        table.source = whole.source.clone();
        name.clone_into(&mut table.file);
        table.hash.clone_from(&self.hash);
        let mut cells: Vec<RawCell> = Vec::with_capacity(width);
        for row in self.rows.iter() {
            let number = whole.rows.get(*row).copied().unwrap_or_default() as usize;
            if number <= last_row {
                continue;
            }
            cells.clear();
            cells.extend((0..width).map(|at| match self.sheet.cell(*row, at) {
                Some(cell) => RawCell { text: &cell.text, number: cell.number },
                None => RawCell { text: "", number: false },
            }));
            table.push(number, cells.iter().copied());
        }
        for (at, _) in keep.iter().enumerate().filter(|(_, kept)| **kept) {
            let (Some(from), Some(to)) = (whole.column(at), table.column_mut(at)) else { continue };
            let labels: IndexMap<&str, &str> =
                from.texts().filter_map(|cell| Some((&*cell.text, cell.label.as_deref()?))).collect();
            if !labels.is_empty() {
                to.set_labels(|text| labels.get(text).map(|label| (*label).to_owned()));
            }
        }
        Some(table)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::test_study::Build;
    use super::super::{Files, read_files};
    use super::*;

    const SURVEY: &str = "dinas,JK,X.1,X.2\nA,L,1,2\nB,P,3,4\n a ,P,5,4\n,L,2,2\nB,L,1,1\n";

    fn sheet(text: &str) -> (tempfile::TempDir, Study, Arc<Sheet>) {
        let folder = tempfile::tempdir().unwrap();
        let study = Build::new(1, 5).items("X", 2).study();
        std::fs::write(folder.path().join(&study.data.file), text).unwrap();
        let mut diagnostics = Diagnostics::default();
        let sheet = Sheet::read(&study, folder.path(), &mut diagnostics).unwrap();
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        (folder, study, Arc::new(sheet))
    }

    #[test]
    fn rows_are_grouped_by_a_column_whatever_the_letters_case() {
        let (_folder, _, sheet) = sheet(SURVEY);
        let groups = sheet.groups("DINAS").unwrap();
        assert_eq!(groups.rows.iter().map(|(name, rows)| (name.as_str(), rows.len())).collect::<Vec<_>>(), [("A", 2), ("B", 2)]);
        assert_eq!(groups.without, [5], "as a spreadsheet counts");
        assert!(sheet.groups("wilayah").is_none());
    }

    #[test]
    fn a_slice_is_read_as_a_file_that_holds_only_its_rows() {
        let (_folder, study, sheet) = sheet(SURVEY);
        let rows = sheet.groups("dinas").unwrap().rows["B"].clone();
        let slice = Slice::new(sheet, rows);
        let read = |files: &Files| {
            let mut diagnostics = Diagnostics::default();
            let (dataset, _) = read_files(&study, files, &mut diagnostics);
            let dataset = dataset.unwrap();
            let answers: Vec<Vec<Option<f64>>> = dataset.items.values().map(|column| column.iter().collect()).collect();
            (answers, dataset.case_rows, diagnostics)
        };
        let name = "data.csv".to_owned();
        let (answers, rows, found) = read(&Files { survey: (name.clone(), Vec::new()), slice: Some(slice), ..Files::default() });
        let alone = b"dinas,JK,X.1,X.2\nB,P,3,4\nB,L,1,1\n".to_vec();
        let (expected, _, alone) = read(&Files { survey: (name, alone), ..Files::default() });
        assert_eq!(answers, expected);
        assert_eq!(rows, [3, 6], "the numbers of the whole file");
        assert_eq!(found.len(), alone.len());
    }

    #[test]
    fn the_hash_is_that_of_the_rows_alone() {
        let hash = |text: &str| {
            let (_folder, _, sheet) = sheet(text);
            let rows = sheet.groups("dinas").unwrap().rows["A"].clone();
            Slice::new(sheet, rows).hash().to_owned()
        };
        let before = hash(SURVEY);
        assert_eq!(before, hash(&SURVEY.replace("B,P,3,4", "B,P,3,5")), "another unit's answer");
        assert_ne!(before, hash(&SURVEY.replace("A,L,1,2", "A,L,1,3")));
    }
}
