//! Units beside each other: bars in order of their values, and every variable of every unit on one scale.

use super::axes::{Axis, bottom};
use super::labels::wrap;
use super::svg::{ACCENT, Anchor, GRID, INK, RISE, SMALL, Stroke, Svg, TEXT, WIDTH};
use crate::fonts::{Face, width};
use crate::numbers::{Kind, NumberStyle, Quantity, Setting};

/// Room for the names of units.
const LABELS: f64 = 150.0;
/// Height of a row.
const ROW: f64 = 15.0;
/// Height of a row where a name takes two lines.
const TALL: f64 = 21.0;
/// The most units that a figure shows.
pub const MOST: usize = 40;

/// One bar a unit, in the order given. `within` is the scale; `all` the value of all respondents together, drawn as a line.
pub fn ranking(units: &[(String, f64)], within: (f64, f64), all: Option<f64>, title: &str, style: &NumberStyle) -> String {
    let x = scale(within, WIDTH - 34.0);
    let mut svg = Svg::new();
    let row = row_of(units.iter().map(|(name, _)| name));
    let end = 6.0 + row * units.len() as f64;
    for (at, (name, value)) in units.iter().enumerate() {
        let middle = 6.0 + row * (at as f64 + 0.5);
        label(&mut svg, name, middle);
        let tip = x.within(*value);
        svg.rect((x.from, middle - 4.0), (tip - x.from, 8.0), ACCENT, None);
        let number = style.print(Quantity::new(Kind::Band, *value), Setting::Table);
        // In a column of their own, where no line crosses them.
        svg.text((WIDTH - 2.0, middle + RISE * SMALL / 2.0), Anchor::End, SMALL, &number);
    }
    if let Some(all) = all {
        svg.line((x.within(all), 3.0), (x.within(all), end), Stroke::new(INK, 0.8).dashed());
    }
    finish(svg, x, end, title, style)
}

/// One row a unit, one mark a variable: its code stands at its value. Marks that would touch move apart in height.
pub fn comparison(units: &[(String, Vec<(String, f64)>)], within: (f64, f64), title: &str, style: &NumberStyle) -> String {
    let x = scale(within, WIDTH - 14.0);
    let mut svg = Svg::new();
    let codes = units.iter().map(|(_, marks)| marks.len()).max().unwrap_or(1);
    let row = row_of(units.iter().map(|(name, _)| name));
    let height = row.max(ROW + 9.0 * (codes.min(6).saturating_sub(1)) as f64);
    let end = 6.0 + height * units.len() as f64;
    for (at, (name, marks)) in units.iter().enumerate() {
        let top = 6.0 + height * at as f64;
        label(&mut svg, name, top + height / 2.0);
        svg.line((x.from, top + height), (x.to, top + height), Stroke::new(GRID, 0.5));
        for (line, (code, value)) in marks.iter().enumerate() {
            let middle = top + ROW / 2.0 + 9.0 * (line % 6) as f64;
            let tip = x.within(*value);
            svg.rect((tip - 2.0, middle - 2.0), (4.0, 4.0), ACCENT, None);
            let fits = tip + 5.0 + width(code, Face::Regular, SMALL) <= x.to + 12.0;
            let (place, anchor) = if fits { (tip + 5.0, Anchor::Start) } else { (tip - 5.0, Anchor::End) };
            svg.text((place, middle + RISE * SMALL / 2.0), anchor, SMALL, code);
        }
    }
    finish(svg, x, end, title, style)
}

fn scale((low, high): (f64, f64), to: f64) -> Axis {
    let range = high - low;
    let from = LABELS + 10.0;
    if range > 0.0 && range <= 12.0 { Axis::exact(low, high, from, to, 1.0) } else { Axis::round(low, high, from, to, 6) }
}

fn label(svg: &mut Svg, name: &str, middle: f64) {
    let lines = wrap(name, Face::Regular, SMALL, LABELS, 2);
    let first = middle + RISE * SMALL / 2.0 - SMALL / 2.0 * lines.len().saturating_sub(1) as f64;
    for (at, line) in lines.iter().enumerate() {
        svg.text((LABELS + 2.0, first + SMALL * at as f64), Anchor::End, SMALL, line);
    }
}

/// The height of all rows: that of the name with the most lines.
fn row_of<'n>(mut names: impl Iterator<Item = &'n String>) -> f64 {
    if names.any(|name| width(name, Face::Regular, SMALL) > LABELS) { TALL } else { ROW }
}

fn finish(mut svg: Svg, x: Axis, end: f64, title: &str, style: &NumberStyle) -> String {
    bottom(&mut svg, style, x, end + 2.0);
    svg.text((f64::midpoint(x.from, x.to), end + 33.0), Anchor::Middle, TEXT, title);
    svg.finish(end + 40.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn bars_are_as_long_as_their_values() {
        let style = NumberStyle::new(Language::Id);
        let units = [("Dinas A".to_owned(), 5.0), ("Dinas B".to_owned(), 3.0)];
        let svg = ranking(&units, (1.0, 5.0), Some(4.0), "Rata-rata butir", &style);
        let bars: Vec<f64> = svg
            .lines()
            .filter(|line| line.starts_with("<rect") && line.contains(ACCENT))
            .filter_map(|line| line.split("width=\"").nth(1)?.split('"').next()?.parse().ok())
            .collect();
        // From 1 to 5 is the whole axis, from 1 to 3 half of it.
        assert_eq!(bars.len(), 2);
        assert!((bars[0] - 2.0 * bars[1]).abs() < 0.11, "{bars:?}");
        assert!(svg.contains(">5,00<") && svg.contains(">3,00<") && svg.contains("Dinas B"));
        let marks = [("Dinas A".to_owned(), vec![("X".to_owned(), 2.0), ("Y".to_owned(), 4.0)])];
        let svg = comparison(&marks, (1.0, 5.0), "Rata-rata butir", &style);
        assert!(svg.contains(">X<") && svg.contains(">Y<"));
        // A long name stands on two lines, whole.
        let long = [("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu".to_owned(), 3.0)];
        let svg = ranking(&long, (1.0, 5.0), None, "Rata-rata butir", &style);
        assert!(!svg.contains('…') && svg.contains("Satu Pintu<"), "{svg}");
    }
}
