//! Rows that give a test statistic with its degrees of freedom and significance: comparisons of groups and pairs, levels,
//! associations, slopes, as SPSS prints them or one test a row (`t = 4,549`).

use super::columns::{Column, column};
use super::raw::looks_numeric;
use super::table::{Row, Table};
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// How a statistic is distributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distribution {
    /// Student's t.
    T,
    /// F.
    F,
    /// Standard normal.
    Z,
    /// Chi-squared.
    ChiSquared,
}

/// A row with a test.
#[derive(Debug, Clone, PartialEq)]
pub struct TestRow {
    /// Where.
    pub place: Place,
    /// As printed.
    pub label: String,
    /// Its significance is corrected for the number of comparisons.
    pub corrected: bool,
    /// The statistic.
    pub statistic: Option<(Distribution, Printed)>,
    /// Degrees of freedom; for F the first.
    pub df: Option<Printed>,
    /// Second degrees of freedom of F.
    pub df2: Option<Printed>,
    /// Significance.
    pub p: Printed,
    /// What t tests, a difference of means or a slope.
    pub estimate: Option<Printed>,
    /// Its standard error.
    pub se: Option<Printed>,
    /// Ends of its interval.
    pub interval: Option<(Printed, Printed)>,
    /// The word behind it.
    pub verdict: Option<String>,
}

/// Reads the tests of a table; none when it holds none. Only where columns are certain.
pub fn find(table: &Table) -> Vec<TestRow> {
    if !table.aligned {
        return Vec::new();
    }
    // Comparisons of pairs correct their significances for their number.
    let pairs =
        ["antarpasangan", "pairwise", "post hoc", "multiple comparison", "bonferroni", "tukey", "dunn", "holm", "games howell"];
    let of = |wanted: &dyn Fn(&str) -> bool| table.headings.iter().position(|heading| wanted(heading));
    let corrected = pairs.iter().any(|word| table.says(word))
        || of(&|heading| heading.split(' ').any(|word| word == "i")).is_some()
            && of(&|heading| heading.split(' ').any(|word| word == "j")).is_some();
    let named = |name: Column| of(&|heading| column(heading) == Some(name));
    let is_p = |heading: &str| column(heading) == Some(Column::P) || heading.starts_with("sig ") || heading.contains("asymp sig");
    let statistic =
        of(&|heading| heading.ends_with("statistik uji") || heading.ends_with("test statistic") || heading == "statistik")
            .or_else(|| named(Column::T))
            .or_else(|| named(Column::Z))
            .or_else(|| of(&|heading| heading.starts_with("f perubahan") || heading == "f change"))
            .or_else(|| named(Column::F));
    let Some(statistic) = statistic else { return Vec::new() };
    // Beside several significances the first behind the statistic is its own.
    let p = table.headings.iter().enumerate().position(|(at, heading)| at > statistic && is_p(heading));
    let Some(p) = p else { return Vec::new() };
    let columns = Columns {
        statistic,
        p,
        df: named(Column::Df),
        df1: of(&|heading| heading.ends_with("df1")),
        df2: of(&|heading| heading.ends_with("df2")),
        estimate: of(&|heading| {
            ["selisih", "mean difference", "kemiringan", "slope", "mean"].contains(&heading)
                || heading.ends_with("mean difference")
        }),
        se: named(Column::StandardError).or_else(|| of(&|heading| heading.ends_with("std error difference"))),
        corrected,
        low: of(&|heading| heading.ends_with("ik bawah") || heading.ends_with("lower")),
        high: of(&|heading| heading.ends_with("ik atas") || heading.ends_with("upper")),
    };
    table.rows.iter().filter_map(|row| columns.read(table, row)).collect()
}

struct Columns {
    corrected: bool,
    statistic: usize,
    p: usize,
    df: Option<usize>,
    df1: Option<usize>,
    df2: Option<usize>,
    estimate: Option<usize>,
    se: Option<usize>,
    low: Option<usize>,
    high: Option<usize>,
}

impl Columns {
    fn read(&self, table: &Table, row: &Row) -> Option<TestRow> {
        let heading = |at: usize| table.headings.get(at).map_or("", String::as_str);
        let cell = |at: usize| row.cells.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        let number =
            |at: Option<usize>| table.number(row, cell(at?)?, heading(at?)).filter(|printed| looks_numeric(&printed.text));
        let p = number(Some(self.p))?;
        let text = cell(self.statistic)?;
        let label = plain(&row.cells.iter().take_while(|cell| !looks_numeric(cell)).cloned().collect::<Vec<_>>().join(" "));
        let (sign, shown) = match text.rsplit_once('=') {
            Some((sign, shown)) => (plain(sign), shown.trim()),
            None => (sign_of(heading(self.statistic), &label), text),
        };
        let distribution = match sign.as_str() {
            "t" => Some(Distribution::T),
            "f" => Some(Distribution::F),
            "z" => Some(Distribution::Z),
            "χ2" | "x2" | "h" | "khi kuadrat" | "chi square" => Some(Distribution::ChiSquared),
            _ => None,
        };
        let mut statistic = table.number(row, shown, heading(self.statistic));
        if let Some(statistic) = &mut statistic {
            statistic.text = shown.to_owned();
        }
        let pair = cell(self.df.unwrap_or(usize::MAX)).and_then(|text| text.split_once(';')).map(|(first, second)| {
            let read = |text: &str| table.number(row, text.trim(), "df");
            (read(first), read(second))
        });
        let (df, df2) = match pair {
            Some(pair) => pair,
            None if self.df1.is_some() && number(self.df1).is_some() => {
                (number(self.df1), number(self.df2).or_else(|| number(self.df)))
            }
            None => (number(self.df), None),
        };
        let verdict = row.cells.last().filter(|cell| !looks_numeric(cell) && cell.chars().any(char::is_alphabetic)).cloned();
        Some(TestRow {
            place: table.place.cell(row.line, &row.label, ""),
            corrected: self.corrected,
            label: row.label.clone(),
            statistic: distribution.zip(statistic),
            df,
            df2,
            p,
            estimate: number(self.estimate),
            se: number(self.se),
            interval: number(self.low).zip(number(self.high)),
            verdict,
        })
    }
}

/// The statistic that a column without a sign in its cells holds.
fn sign_of(heading: &str, label: &str) -> String {
    let sign = match column(heading) {
        Some(Column::T) => "t",
        Some(Column::Z) => "z",
        Some(Column::F) => "f",
        _ if heading.starts_with("f ") => "f",
        // `Statistik` beside the name of the test.
        _ if label.contains("levene") => "f",
        _ if label.contains("khi") || label.contains("chi") => "χ2",
        _ => "",
    };
    sign.to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::audit::read::markdown::read;
    use crate::audit::tables::raw::cut;

    fn rows(text: &str) -> Vec<TestRow> {
        find(&Table::of(&cut(&read(text)).tables[0], ','))
    }

    #[test]
    fn one_test_a_row_and_the_columns_of_spss() {
        let found = rows(
            "**Tabel 4.1** Uji Beda\n\n| Uji | Selisih | IK Bawah | IK Atas | Statistik Uji | df | Sig. |\n|---|--|--|--|--|--|--|\n| Uji t | 4,199 | 2,366 | 6,031 | t = 4,549 | 94 | 0,000 |\n| Uji Mann-Whitney | – | – | – | Z = 4,032 | – | 0,000 |\n",
        );
        let kinds: Vec<_> =
            found.iter().map(|row| row.statistic.as_ref().map(|(kind, printed)| (*kind, printed.value))).collect();
        assert_eq!(kinds, [Some((Distribution::T, 4.549)), Some((Distribution::Z, 4.032))]);
        assert!(found[0].interval.is_some() && found[1].df.is_none());
        let found = rows(
            "**Tabel 4.2** Independent Samples Test\n\n| | Levene's Test – F | Levene's Test – Sig. | t-test – t | t-test – df | t-test – Sig. (2-tailed) | Mean Difference | Std. Error Difference |\n|---|--|--|--|--|--|--|--|\n| Equal variances assumed | ,368 | ,545 | 4,549 | 94 | ,000 | 4,199 | ,923 |\n",
        );
        assert_eq!((found[0].p.text.as_str(), found[0].se.as_ref().unwrap().text.as_str()), (",000", ",923"));
    }
}
