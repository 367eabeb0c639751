//! What each unit reached of its targets, in the last period that its study names.

use super::Entry;
use super::document::Desk;
use crate::batch::row::TargetsRow;
use crate::numbers::Kind;
use crate::report::document::{Align, Cell, Row, RowKind};
use crate::report::figures::units::{MOST, ranking};

impl Desk<'_> {
    /// Units by the mean of the achievements that count, the highest first; nothing where no unit has targets.
    pub(super) fn achievements(&mut self) {
        let ranked = ranked(self.summary.units.iter().enumerate());
        if ranked.is_empty() {
            return;
        }
        let columns = [
            (self.say("Peringkat", "Rank"), Align::Center),
            (self.say("Unit", "Unit"), Align::Left),
            (self.say("Indikator", "Indicators"), Align::Right),
            (self.say("Mencapai target", "Reached the target"), Align::Right),
            (self.say("Rata-rata capaian (%)", "Mean achievement (%)"), Align::Decimal),
            (self.say("Kategori", "Category"), Align::Left),
        ];
        let line = |(rank, (at, entry, found, mean)): (usize, &(usize, &Entry, &TargetsRow, f64))| {
            let path = format!("units/{at}/row/targets");
            let cells = vec![
                Cell::text((rank + 1).to_string()),
                Cell::text(entry.row.name.clone()),
                Self::number(Kind::Count, Some(found.count as f64), format!("{path}/count")),
                Self::number(Kind::Count, Some(found.reached as f64), format!("{path}/reached")),
                Self::number(Kind::Band, Some(*mean), format!("{path}/mean")),
                Cell::text(found.category.clone().unwrap_or_default()),
            ];
            Row { kind: RowKind::Body, cells }
        };
        let rows = ranked.iter().enumerate().map(line).collect();
        let capped = ranked.iter().any(|(_, _, found, _)| found.capped > 0);
        let note = self.say(
            "Capaian di atas batas yang ditetapkan dihitung sebesar batas itu.",
            "Achievements above the declared cap count as the cap.",
        );
        self.heading(2, self.say("Capaian kinerja", "Achievement of targets"));
        let ends: Vec<(&Entry, f64)> = ranked.iter().map(|(_, entry, _, mean)| (*entry, *mean)).collect();
        self.extremes(&ends, "targets/mean", Kind::Band);
        let caption = self.say("Capaian target setiap unit", "Achievement of targets by unit");
        self.table("achievements", caption.clone(), &columns, rows, capped.then_some(note).into_iter().collect());
        let bars: Vec<(String, f64)> =
            ranked.iter().take(MOST).map(|(_, entry, _, mean)| (entry.row.name.clone(), *mean)).collect();
        let highest = bars.iter().map(|(_, mean)| *mean).fold(100.0, f64::max);
        let title = self.say("Rata-rata capaian (%)", "Mean achievement (%)");
        let svg = ranking(&bars, (0.0, highest), None, &title, &self.style);
        let ends = |at: Option<&(String, f64)>| at.map_or(String::new(), |(name, _)| name.clone());
        let (first, last) = (ends(bars.first()), ends(bars.last()));
        let alt = self.say(
            format!("Diagram batang rata-rata capaian: tertinggi {first}, terendah {last}"),
            format!("Bar chart of the mean achievement: highest {first}, lowest {last}"),
        );
        self.figure("bars-achievements".to_owned(), caption, alt, svg);
    }
}

/// Units with a mean achievement, with their position among all; equal ones by name.
fn ranked<'a>(units: impl Iterator<Item = (usize, &'a Entry)>) -> Vec<(usize, &'a Entry, &'a TargetsRow, f64)> {
    let known = units.filter_map(|(at, entry)| {
        let found = entry.row.targets.as_ref()?;
        Some((at, entry, found, found.mean?))
    });
    let mut ranked: Vec<_> = known.collect();
    ranked.sort_by(|(_, a, _, x), (_, b, _, y)| y.total_cmp(x).then_with(|| a.row.name.cmp(&b.row.name)));
    ranked
}

#[cfg(test)]
mod tests {
    use super::super::document::compose;
    use super::super::tests::summary;
    use super::*;
    use crate::render::markdown;

    fn reached(mean: f64, capped: usize) -> Option<TargetsRow> {
        Some(TargetsRow { count: 3, reached: 2, capped, mean: Some(mean), category: Some("tinggi".to_owned()) })
    }

    #[test]
    fn units_are_ranked_by_what_they_reached() {
        let mut units = summary(&[("Dinas A", 40, 3.0), ("Dinas B", 60, 4.5)], 0);
        assert!(!markdown::render(&compose(&units)).contains("Capaian"), "no unit has targets");
        units.units[0].row.targets = reached(98.4762, 0);
        units.units[1].row.targets = reached(91.2, 0);
        let text = markdown::render(&compose(&units));
        assert!(text.contains("| 1 | Dinas A | 3 | 2 | 98,48 | tinggi |"), "{text}");
        assert!(text.contains("| 2 | Dinas B | 3 | 2 | 91,20 | tinggi |") && !text.contains("dihitung sebesar batas"), "{text}");
        units.units[1].row.targets = reached(91.2, 1);
        assert!(markdown::render(&compose(&units)).contains("dihitung sebesar batas"));
    }

    #[test]
    fn reports_without_a_survey_speak_of_no_respondents() {
        let mut units = summary(&[("Dinas A", 0, 3.0), ("Dinas B", 0, 4.5)], 0);
        units.all = None;
        for entry in &mut units.units {
            entry.row.variables.clear();
            entry.row.targets = reached(98.0, 0);
        }
        let text = markdown::render(&compose(&units));
        assert!(text.contains("memuat 2 unit.") && !text.contains("esponden"), "{text}");
    }
}
