//! Programs for SPSS and R that compute the study's numbers again, and the table of answers they read.
//!
//! Both are printed from one plan, so that neither knows a test that the other has forgotten. The answers are those after
//! reverse keying; scores, tests and regressions are computed by the other program.

mod claims;
mod names;
mod plan;
mod r;
mod r_functions;
mod spss;
mod spss_claims;

use crate::analyses::results::Results;
use crate::study::Study;
use plan::{Column, Plan};

/// Name of the file of answers that both programs read.
pub const DATA_FILE: &str = "jawaban.csv";

/// Name of the file of answers to the try-out.
pub const PILOT_FILE: &str = "uji-coba.csv";

/// The longest line written.
const WIDTH: usize = 78;

/// Both programs and the table they read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Syntax {
    /// For SPSS and PSPP.
    pub spss: String,
    /// For R.
    pub r: String,
    /// The answers as CSV.
    pub answers: String,
    /// Those of the try-out, where there was one.
    pub pilot: Option<String>,
}

impl Syntax {
    /// The programs of a study with these results. None where the results hold no answers.
    pub fn new(study: &Study, results: &Results) -> Option<Syntax> {
        let plan = Plan::new(study, results)?;
        let pilot = (!plan.pilot.is_empty()).then(|| table(&plan.pilot));
        Some(Syntax { spss: spss::program(study, &plan), r: r::program(study, &plan), answers: table(&plan.columns), pilot })
    }

    /// The files of the appendix: name and content.
    pub fn files(self) -> Vec<(String, String)> {
        let mut files = vec![
            ("sintaks/analisis.sps".to_owned(), self.spss),
            ("sintaks/analisis.R".to_owned(), self.r),
            (format!("sintaks/{DATA_FILE}"), self.answers),
        ];
        files.extend(self.pilot.map(|answers| (format!("sintaks/{PILOT_FILE}"), answers)));
        files
    }
}

/// The answers as CSV, a row for each respondent; nothing where there is no answer.
fn table(columns: &[Column]) -> String {
    let mut out = columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(",");
    out.push('\n');
    for case in 0..columns.iter().map(|column| column.values.len()).max().unwrap_or(0) {
        let answer = |column: &Column| column.values.get(case).copied().flatten().map_or_else(String::new, |v| v.to_string());
        out.push_str(&columns.iter().map(answer).collect::<Vec<_>>().join(","));
        out.push('\n');
    }
    out
}

/// Words on lines that are not too long, each word but the last followed by `between`.
fn wrapped(words: &[String], between: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for (position, word) in words.iter().enumerate() {
        let word = if position + 1 < words.len() { format!("{word}{between}") } else { word.clone() };
        if width + word.len() + 1 > WIDTH {
            out.push_str("\n    ");
            width = 4;
        } else if position > 0 {
            out.push(' ');
            width += 1;
        }
        out.push_str(&word);
        width += word.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_rows_of_numbers_and_gaps() {
        let column = |name: &str, values: Vec<Option<f64>>| Column { name: name.to_owned(), values, labels: Vec::new() };
        let columns = [column("X.1", vec![Some(4.0), None]), column("Y", vec![Some(2.5), Some(3.0)])];
        assert_eq!(table(&columns), "X.1,Y\n4,2.5\n,3\n");
    }

    #[test]
    fn lines_break_between_words() {
        let words: Vec<String> = (0..40).map(|i| format!("X{i}")).collect();
        let lines = wrapped(&words, ",");
        assert!(lines.lines().all(|line| line.len() <= WIDTH + 4));
        assert_eq!(lines.split_whitespace().count(), 40);
        assert!(lines.starts_with("X0, X1,") && lines.ends_with("X39"));
    }
}
