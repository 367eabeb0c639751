//! Figures of the summary that show several values of a unit: over periods, and of all variables.

use super::document::Desk;
use super::{Entry, value};
use crate::report::figures::trend::trend;
use crate::report::figures::units::{MOST, comparison};
use indexmap::IndexMap;

impl Desk<'_> {
    /// The units that have been measured before, a line each.
    pub(super) fn trend(&mut self, code: &str, name: &str, title: &str) {
        let summary = self.summary;
        let mut periods: Vec<String> = summary.earlier.iter().map(|period| period.name.clone()).collect();
        periods.push(summary.period().unwrap_or_else(|| self.say("periode ini", "this period")));
        let values = |entry: &Entry, now: f64| {
            let then = summary.earlier.iter().map(|period| summary.before(period, &entry.unit, code));
            then.chain([Some(now)]).collect::<Vec<Option<f64>>>()
        };
        let units = summary.ranked(code).into_iter().map(|(entry, _, now)| (entry.row.name.clone(), values(entry, now)));
        let units: Vec<(String, Vec<Option<f64>>)> =
            units.filter(|(_, values)| values.iter().flatten().count() > 1).take(MOST).collect();
        let Some(svg) = trend(&units, &periods, title, &self.style) else { return };
        let change = |sign: f64| {
            let of = |values: &[Option<f64>]| {
                let mut known = values.iter().flatten();
                known.next().zip(values.iter().flatten().next_back()).is_some_and(|(first, last)| (last - first) * sign > 0.0)
            };
            units.iter().filter(|(_, values)| of(values)).count()
        };
        let (up, down) = (change(1.0), change(-1.0));
        let (first, last) = (periods.first().cloned().unwrap_or_default(), periods.last().cloned().unwrap_or_default());
        let alt = self.say(
            format!("Diagram garis {name} dari {first} sampai {last}; unit yang naik: {up}, yang turun: {down}"),
            format!("Line chart of {name} from {first} to {last}; units that rose: {up}, that fell: {down}"),
        );
        let caption = self.say(
            format!("Perkembangan {name} setiap unit (garis putus-putus: lebih rendah daripada ketika pertama kali diukur)"),
            format!("{name} of each unit over time (dashed: lower than when it was first measured)"),
        );
        self.figure(format!("trend-{code}"), caption, alt, svg);
    }

    /// Every variable of every unit, where they share a scale.
    pub(super) fn comparison(&mut self) {
        let summary = self.summary;
        let mut scales: IndexMap<String, Vec<&str>> = IndexMap::new();
        for (code, (low, high)) in &summary.scales {
            scales.entry(format!("{low} {high}")).or_default().push(code);
        }
        let Some(codes) = scales.into_values().filter(|codes| codes.len() > 1).max_by_key(Vec::len) else { return };
        let Some(within) = codes.first().and_then(|code| summary.scales.get(*code)).copied() else { return };
        let units: Vec<(String, Vec<(String, f64)>)> = summary
            .shown()
            .take(MOST)
            .map(|entry| {
                let mark = |code: &&str| Some(((*code).to_owned(), value(entry.row.variables.get(*code)?)?));
                (entry.row.name.clone(), codes.iter().filter_map(mark).collect())
            })
            .collect();
        if units.len() < 2 {
            return;
        }
        self.heading(2, self.say("Perbandingan antarunit", "Units compared"));
        let names = summary.variables();
        let named = |code: &&str| Some(format!("{code}: {}", names.get(*code)?));
        let legend = codes.iter().filter_map(named).collect::<Vec<String>>().join("; ");
        let caption =
            self.say(format!("Semua variabel pada setiap unit ({legend})"), format!("All variables in each unit ({legend})"));
        let title = self.say("Rata-rata butir", "Item mean");
        let svg = comparison(&units, within, &title, &self.style);
        self.figure("comparison".to_owned(), caption.clone(), caption, svg);
    }
}
