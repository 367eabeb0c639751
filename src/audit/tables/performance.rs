//! Annual reports of performance: achievement with what counts and its band, money, and what outputs changed.

use super::raw::looks_numeric;
use super::table::{Row, Table};
use super::targets::TargetRow;
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// An indicator, or the mean of all.
#[derive(Debug, Clone, PartialEq)]
pub struct AchievedRow {
    /// Where.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// Achievement in per cent.
    pub achievement: Printed,
    /// What of it counts.
    pub counted: Option<Printed>,
    /// The word of its band.
    pub category: String,
}

/// A table of achievements.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Achieved {
    /// Indicators whose achievement is printed.
    pub rows: Vec<AchievedRow>,
    /// Their mean.
    pub mean: Option<AchievedRow>,
    /// Lowest value and name of each band, as the notes declare them, the lowest first.
    pub bands: Vec<(f64, String)>,
    /// Target and realization of the rows.
    pub targets: Vec<TargetRow>,
}

/// Money of an indicator, or of all.
#[derive(Debug, Clone, PartialEq)]
pub struct BudgetRow {
    /// Its name.
    pub name: String,
    /// Achievement that counts.
    pub counted: Option<Printed>,
    /// Allocated.
    pub allocated: Printed,
    /// Spent.
    pub spent: Printed,
    /// Spent in per cent of allocated.
    pub absorbed: Option<Printed>,
    /// Achievement less that share.
    pub efficiency: Option<Printed>,
}

/// A table of money.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Budget {
    /// Indicators.
    pub rows: Vec<BudgetRow>,
    /// All of them.
    pub total: Option<BudgetRow>,
}

/// What an output changed.
#[derive(Debug, Clone, PartialEq)]
pub struct ImpactRow {
    /// Before.
    pub before: Printed,
    /// After.
    pub after: Printed,
    /// The difference.
    pub change: Printed,
}

/// Columns of a table by their headings; only where columns are certain.
struct Columns<'a>(&'a Table);

impl<'a> Columns<'a> {
    /// The only column that is called one of these.
    fn at(&self, names: &[&str]) -> Option<usize> {
        let found: Vec<usize> = self
            .0
            .headings
            .iter()
            .enumerate()
            .filter(|(_, heading)| names.contains(&heading.as_str()))
            .map(|(at, _)| at)
            .collect();
        found.first().copied().filter(|_| found.len() == 1)
    }

    fn number(&self, row: &Row, at: Option<usize>, sign: &str) -> Option<Printed> {
        let text = row.cells.get(at?).filter(|text| looks_numeric(text))?;
        self.0.number(row, text, sign)
    }

    fn rows(&self) -> impl Iterator<Item = &'a Row> {
        self.0.rows.iter().filter(|row| row.aligned)
    }

    fn name(&self, row: &Row) -> String {
        let own = self.at(&["indikator", "indikator kinerja", "indicator"]).and_then(|at| row.cells.get(at));
        own.filter(|name| !name.is_empty()).unwrap_or(&row.label).clone()
    }
}

/// Reads a table of achievements; none when it is not one.
pub fn achieved(table: &Table) -> Option<Achieved> {
    let columns = Columns(table);
    let (target, realization) = (columns.at(&["target"])?, columns.at(&["realisasi", "realization"])?);
    let achievement = columns.at(&["capaian", "capaian %", "achievement", "achievement %"])?;
    let (counted, category) = (columns.at(&["dihitung %", "counted %"]), columns.at(&["kategori", "category"]));
    let mut out = Achieved { bands: bands(table), ..Achieved::default() };
    for row in columns.rows().filter(|_| table.aligned) {
        let Some(achieved) = columns.number(row, Some(achievement), "%").map(Printed::rounded) else { continue };
        let place = table.place.cell(row.line, &row.label, "");
        let found = AchievedRow {
            place: place.clone(),
            name: columns.name(row),
            counted: columns.number(row, counted, "%").map(Printed::rounded),
            category: category.and_then(|at| row.cells.get(at)).map(|word| plain(word)).unwrap_or_default(),
            achievement: achieved.clone(),
        };
        let label = row.cells.first().filter(|cell| !looks_numeric(cell)).unwrap_or(&row.label);
        if ["rata rata", "mean"].iter().any(|word| plain(label).starts_with(word)) {
            out.mean = Some(found);
            continue;
        }
        if let (Some(target), Some(realization)) =
            (columns.number(row, Some(target), "T"), columns.number(row, Some(realization), "R"))
        {
            out.targets.push(TargetRow { place, target, realization, achievement: Some(achieved) });
        }
        out.rows.push(found);
    }
    (out.targets.len() > 1).then_some(out)
}

/// `≥ 51,00 rendah; ≥ 66,00 sedang`, as a note declares the bands.
fn bands(table: &Table) -> Vec<(f64, String)> {
    let mut bands: Vec<(f64, String)> = Vec::new();
    for part in table.notes.iter().filter(|note| note.matches('≥').count() > 2).flat_map(|note| note.split('≥').skip(1)) {
        let part = part.trim().trim_end_matches(['.', ';', ' ']);
        let Some((number, name)) = part.split_once([' ', '\u{a0}']) else { continue };
        if let Some(number) = Printed::read(number, table.mark, Place::default()) {
            bands.push((number.value, plain(name)));
        }
    }
    bands.sort_by(|a, b| a.0.total_cmp(&b.0));
    bands
}

/// Reads a table of money; none when it is not one.
pub fn budget(table: &Table) -> Option<Budget> {
    let columns = Columns(table);
    let (allocated, spent) = (
        columns.at(&["pagu", "anggaran", "pagu anggaran", "allocated", "budget"])?,
        columns.at(&["terpakai", "realisasi anggaran", "realisasi", "spent"])?,
    );
    let absorbed = columns.at(&["serapan %", "serapan", "penyerapan %", "absorbed %", "absorbed"]);
    let efficiency = columns.at(&["efisiensi", "efficiency"]);
    let counted = columns.at(&["dihitung %", "counted %", "capaian %", "achievement %"]);
    let mut out = Budget::default();
    for row in columns.rows().filter(|_| table.aligned) {
        let (Some(allocated), Some(spent)) =
            (columns.number(row, Some(allocated), "pagu"), columns.number(row, Some(spent), "terpakai"))
        else {
            continue;
        };
        let found = BudgetRow {
            name: columns.name(row),
            counted: columns.number(row, counted, "%").map(Printed::rounded),
            allocated,
            spent,
            absorbed: columns.number(row, absorbed, "%").map(Printed::rounded),
            efficiency: columns.number(row, efficiency, "efisiensi"),
        };
        if ["jumlah", "total"].contains(&plain(&row.label).split(' ').next().unwrap_or_default()) {
            out.total = Some(found);
        } else {
            out.rows.push(found);
        }
    }
    (!out.rows.is_empty() && (absorbed.is_some() || efficiency.is_some())).then_some(out)
}

/// Reads a table of what outputs changed; empty when it is not one.
pub fn impacts(table: &Table) -> Vec<ImpactRow> {
    let columns = Columns(table);
    let at = [&["sebelum", "before"], &["sesudah", "after"], &["perubahan", "change"]].map(|names| columns.at(names));
    let [Some(before), Some(after), Some(change)] = at else { return Vec::new() };
    let read = |row: &Row| {
        Some(ImpactRow {
            before: columns.number(row, Some(before), "sebelum")?,
            after: columns.number(row, Some(after), "sesudah")?,
            change: columns.number(row, Some(change), "perubahan")?,
        })
    };
    columns.rows().filter(|_| table.aligned).filter_map(read).collect()
}
