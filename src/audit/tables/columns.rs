//! What the columns of a table hold, by their headings; and a row read by that.

use super::table::{Row, Table};
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Unstandardized coefficient.
    B,
    /// Standard error.
    StandardError,
    /// Standardized coefficient.
    Beta,
    /// t.
    T,
    /// t table.
    TCritical,
    /// Significance.
    P,
    /// Tolerance.
    Tolerance,
    /// Variance inflation factor.
    Vif,
    /// Sum of squares.
    SumOfSquares,
    /// Degrees of freedom.
    Df,
    /// Mean square.
    MeanSquare,
    /// F.
    F,
    /// F table.
    FCritical,
    /// R.
    R,
    /// R².
    RSquare,
    /// Adjusted R².
    AdjustedRSquare,
    /// Standard error of the estimate.
    StandardErrorOfEstimate,
    /// Durbin–Watson.
    DurbinWatson,
    /// Frequency.
    Frequency,
    /// Percentage.
    Percent,
    /// Cumulative percentage.
    Cumulative,
    /// Score (frequency times weight).
    Score,
    /// Sum of a row.
    Total,
    /// Mean.
    Mean,
    /// Standard deviation.
    StandardDeviation,
    /// Smallest value.
    Minimum,
    /// Largest value.
    Maximum,
    /// Number of cases.
    N,
    /// r of an item.
    RComputed,
    /// r table.
    RCritical,
    /// Cronbach's alpha.
    Alpha,
    /// The limit something is compared with.
    Limit,
    /// Number of items.
    Items,
    /// Words: valid, reliable, accepted, category.
    Verdict,
    /// Direct effect.
    Direct,
    /// Indirect effect.
    Indirect,
    /// Total effect.
    TotalEffect,
    /// Target.
    Target,
    /// Realization.
    Realization,
    /// Achievement, realization over target.
    Achievement,
    /// z of a test.
    Z,
    /// Scale mean if item deleted.
    MeanIfDeleted,
    /// Scale variance if item deleted.
    VarianceIfDeleted,
    /// Corrected item-total correlation.
    CorrectedItemTotal,
    /// Alpha if item deleted.
    AlphaIfDeleted,
    /// Loading of an indicator.
    Loading,
    /// Average variance extracted.
    AverageVariance,
    /// Composite reliability.
    CompositeReliability,
    /// Original sample of a PLS path.
    OriginalSample,
    /// Variance.
    Variance,
}

/// The column a heading names. `heading` is plain words, those of upper levels first.
pub fn column(heading: &str) -> Option<Column> {
    use Column::*;
    let heading = heading.trim();
    let ends = |word: &str| heading.strip_suffix(word).is_some_and(|before| before.is_empty() || before.ends_with(' '));
    let has = |word: &str| heading.contains(word);
    Some(match heading {
        _ if heading.is_empty() => return None,
        _ if has("if item deleted") || has("jika item dihapus") || has("jika butir dihapus") => match heading {
            _ if has("alpha") => AlphaIfDeleted,
            _ if has("variance") || has("varians") => VarianceIfDeleted,
            _ if has("mean") || has("rata") => MeanIfDeleted,
            _ => return None,
        },
        _ if has("corrected item") || has("item total correlation") => CorrectedItemTotal,
        _ if ends("std error of the estimate") || ends("standard error of the estimate") || has("galat baku taksiran") => {
            StandardErrorOfEstimate
        }
        _ if has("t statistics") => T,
        _ if has("durbin") => DurbinWatson,
        _ if has("adjusted") => AdjustedRSquare,
        _ if ends("r square") || ends("r squared") || ends("r2") || has("koefisien determinasi") => RSquare,
        _ if ends("std error")
            || ends("standard error")
            || ends("se")
            || has("galat baku")
            || ends("std err")
            || ends("s e")
            || ends("standar error") =>
        {
            StandardError
        }
        _ if ends("std deviation")
            || ends("standard deviation")
            || ends("sd")
            || has("simpangan baku")
            || has("standar deviasi")
            || ends("stdev")
            || ends("std dev")
            || has("deviasi standar") =>
        {
            StandardDeviation
        }
        _ if has("sum of squares") || has("jumlah kuadrat") => SumOfSquares,
        _ if has("mean square") || has("rata rata kuadrat") || has("kuadrat tengah") || has("rerata kuadrat") => MeanSquare,
        _ if ends("t tabel") || ends("ttabel") || ends("t table") => TCritical,
        _ if ends("f tabel") || ends("ftabel") || ends("f table") => FCritical,
        _ if ends("r tabel") || ends("rtabel") || ends("r table") || ends("r kritis") || ends("critical r") => RCritical,
        _ if ends("r hitung")
            || ends("rhitung")
            || ends("r count")
            || ends("pearson correlation")
            || ends("koefisien korelasi")
            || ends("r computed")
            || ends("total r") =>
        {
            RComputed
        }
        _ if ends("f hitung") || ends("fhitung") || ends("f") || ends("f count") || ends("f value") => F,
        _ if ends("t")
            || ends("t hitung")
            || ends("thitung")
            || ends("t statistic")
            || ends("t statistik")
            || ends("t value")
            || ends("nilai t")
            || has("t statistics")
            || ends("t count") =>
        {
            T
        }
        _ if ends("p")
            || ends("sig")
            || ends("p value")
            || ends("p values")
            || ends("signifikansi")
            || ends("prob")
            || ends("nilai p")
            || ends("significance")
            || ends("sig 2 tailed")
            || ends("nilai sig")
            || ends("probabilitas") =>
        {
            P
        }
        _ if ends("tolerance") || ends("toleransi") => Tolerance,
        _ if ends("vif") => Vif,
        _ if ends("df") || ends("derajat bebas") => Df,
        _ if ends("beta")
            || (ends("standardized coefficients") && !has("unstandardized"))
            || ends("β")
            || has("koefisien terstandar") =>
        {
            Beta
        }
        _ if ends("b")
            || ends("koefisien regresi")
            || ends("koefisien") && has("regresi")
            || ends("unstandardized coefficients") =>
        {
            B
        }
        _ if ends("composite reliability") || ends("cr") => CompositeReliability,
        _ if ends("ave") || has("average variance") => AverageVariance,
        _ if has("cronbach") || ends("alpha") && !ends("batas alpha") || ends("koefisien alpha") => Alpha,
        _ if ends("koefisien") => Alpha,
        _ if has("loading") => Loading,
        _ if has("original sample") => OriginalSample,
        _ if ends("n of items") || has("jumlah butir") || has("jumlah item") || has("banyak butir") => Items,
        _ if ends("batas")
            || ends("cut off")
            || ends("standar")
            || ends("nilai kritis")
            || ends("kriteria")
            || ends("limit")
            || ends("batas alpha") =>
        {
            Limit
        }
        _ if has("tidak langsung") || has("indirect") => Indirect,
        _ if ends("langsung") || ends("direct") || has("pengaruh langsung") || has("direct effect") => Direct,
        _ if has("pengaruh total") || has("total pengaruh") || has("total effect") => TotalEffect,
        // `Capaian (%)` is no share.
        _ if heading.starts_with("target") => Target,
        _ if heading.starts_with("realisasi") || heading.starts_with("realization") => Realization,
        _ if heading.starts_with("capaian") || heading.starts_with("achievement") => Achievement,
        _ if has("kumulatif") || has("cumulative") => Cumulative,
        _ if has("persen") || has("percent") || ends("%") || ends("prosentase") => Percent,
        _ if ends("frekuensi")
            || ends("frequency")
            || ends("jumlah orang")
            || ends("jumlah responden")
            || ends("fi")
            || ends("jumlah orang") =>
        {
            Frequency
        }
        _ if ends("skor") || ends("score") || ends("fxs") => Score,
        _ if ends("minimum") || ends("min") || ends("terendah") => Minimum,
        _ if ends("maximum") || ends("max") || ends("maksimum") || ends("tertinggi") => Maximum,
        _ if ends("mean") || ends("rata rata") || ends("rerata") || ends("average") => Mean,
        _ if ends("variance") || ends("varians") => Variance,
        _ if ends("n") => N,
        _ if ends("r") => R,
        _ if ends("z") || ends("z hitung") || ends("statistik z") => Z,
        _ if ends("target") => Target,
        _ if has("realisasi") || has("realization") => Realization,
        _ if has("capaian") || has("achievement") => Achievement,
        _ if has("keterangan")
            || has("keputusan")
            || has("kesimpulan")
            || has("kategori")
            || has("decision")
            || has("remark")
            || has("category")
            || has("conclusion")
            || ends("hasil") =>
        {
            Verdict
        }
        _ if ends("jumlah") || ends("total") || ends("sum") || ends("jum lah") || ends("total skor") => Total,
        _ => return None,
    })
}

/// The columns of a table in the order of its headings, with their position where columns are certain; each finder asks for them.
pub fn columns(table: &Table) -> Vec<(usize, Column)> {
    table.columns.clone()
}

/// The columns that the headings of a table name.
pub(super) fn of_headings(table: &Table) -> Vec<(usize, Column)> {
    if table.aligned {
        return table.headings.iter().enumerate().filter_map(|(at, heading)| Some((at, column(heading)?))).collect();
    }
    let mut found: Vec<(usize, Column)> = Vec::new();
    for (at, cell) in table.heading_cells.iter().enumerate() {
        // A line of headings with single spaces between them was not cut.
        let several = inside(cell);
        let whole = || column(&plain(cell)).into_iter().collect::<Vec<Column>>();
        for column in if several.is_empty() { whole() } else { several } {
            found.push((at, column));
        }
    }
    found
}

/// How many columns a line of headings names that was not cut into cells.
pub fn named_in(line: &str) -> usize {
    inside(line).len()
}

/// The columns named in a line of headings that was not cut into cells.
fn inside(line: &str) -> Vec<Column> {
    let words: Vec<String> = line.split_whitespace().map(plain).collect();
    let words: Vec<&str> = words.iter().flat_map(|word| word.split(' ')).filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let best = (1..=6).rev().find_map(|length| {
            let piece = words.get(at..at + length)?.join(" ");
            // The longest heading that begins here; a shorter one inside it is not another.
            column(&piece).filter(|_| starts_heading(&piece) && ends_heading(&piece)).map(|column| (length, column))
        });
        match best {
            Some((length, column)) => {
                found.push(column);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// A piece whose last word belongs to its heading: `sum of squares`, not `sum of squares df`.
fn ends_heading(piece: &str) -> bool {
    piece.rsplit_once(' ').is_none_or(|(shorter, _)| column(shorter) != column(piece))
}

/// A piece whose first word belongs to its heading: `std error`, not `keterangan std error`.
fn starts_heading(piece: &str) -> bool {
    match piece.split_once(' ') {
        None => true,
        Some((_, rest)) => column(rest) != column(piece),
    }
}

/// The numbers of a row by column. `order` is the order of the columns where they are not certain; a row whose numbers are not as
/// many gives nothing. Columns in `absent` may be missing together (the constant's Beta).
pub fn read(
    table: &Table,
    row: &Row,
    found: &[(usize, Column)],
    order: &[Column],
    absent: &[Column],
) -> Option<Vec<(Column, Printed)>> {
    if row.aligned && table.aligned {
        let mut out: Vec<(Column, Printed)> = Vec::new();
        for (at, column) in found {
            let heading = table.headings.get(*at).map_or("", String::as_str);
            if let Some(printed) = row.cells.get(*at).and_then(|cell| table.number(row, cell, heading))
                && !out.iter().any(|(there, _)| there == column)
            {
                let place = Place { column: name(*column).to_owned(), ..printed.place.clone() };
                out.push((*column, Printed { place, ..printed }));
            }
        }
        return Some(out);
    }
    let numbers: Vec<Printed> = row.cells.iter().filter_map(|cell| table.number(row, cell, "")).collect();
    let full: Vec<Column> = order.iter().copied().filter(|column| *column != Column::Verdict).collect();
    let without: Vec<Column> = full.iter().copied().filter(|column| !absent.contains(column)).collect();
    // What may be absent is absent in this row: the constant has no Beta.
    let order = if absent.is_empty() { full } else { without };
    let counts = matches!(order.first(), Some(Column::Frequency | Column::Df | Column::N | Column::Items));
    let mut numbers = numbers;
    let running =
        numbers.len() == order.len() + 1 && numbers.first().is_some_and(|first| first.decimals == 0 && first.value < 10.0);
    if running && !counts && order.len() > 1 {
        numbers.remove(0);
    }
    if numbers.len() != order.len() {
        return None;
    }
    Some(
        order
            .into_iter()
            .zip(numbers)
            .map(|(column, mut printed)| {
                printed.place.column = name(column).to_owned();
                (column, printed)
            })
            .collect(),
    )
}

/// A column's usual heading.
pub fn name(column: Column) -> &'static str {
    use Column::*;
    match column {
        B => "B",
        StandardError => "Std. Error",
        Beta => "Beta",
        T => "t",
        TCritical => "t tabel",
        P => "Sig.",
        Tolerance => "Tolerance",
        Vif => "VIF",
        SumOfSquares => "Sum of Squares",
        Df => "df",
        MeanSquare => "Mean Square",
        F => "F",
        FCritical => "F tabel",
        R => "R",
        RSquare => "R Square",
        AdjustedRSquare => "Adjusted R Square",
        StandardErrorOfEstimate => "Std. Error of the Estimate",
        DurbinWatson => "Durbin-Watson",
        Frequency => "Frekuensi",
        Percent => "Persentase",
        Cumulative => "Kumulatif",
        Score => "Skor",
        Total => "Jumlah",
        Mean => "Rata-rata",
        StandardDeviation => "Std. Deviation",
        Minimum => "Minimum",
        Maximum => "Maximum",
        N => "N",
        RComputed => "r hitung",
        RCritical => "r tabel",
        Alpha => "Cronbach's Alpha",
        Limit => "Batas",
        Items => "N of Items",
        Verdict => "Keterangan",
        Direct => "Langsung",
        Indirect => "Tidak Langsung",
        TotalEffect => "Total",
        Target => "Target",
        Realization => "Realisasi",
        Achievement => "Capaian",
        Z => "z",
        MeanIfDeleted => "Scale Mean if Item Deleted",
        VarianceIfDeleted => "Scale Variance if Item Deleted",
        CorrectedItemTotal => "Corrected Item-Total Correlation",
        AlphaIfDeleted => "Cronbach's Alpha if Item Deleted",
        Loading => "Loading",
        AverageVariance => "AVE",
        CompositeReliability => "Composite Reliability",
        OriginalSample => "Original Sample",
        Variance => "Variance",
    }
}
