//! Units over periods: a line each, its name at its end.

use super::axes::Axis;
use super::labels::{cut, wrap};
use super::svg::{ACCENT, Anchor, GRID, INK, RISE, RULE, SMALL, Stroke, Svg, TEXT, WIDTH};
use crate::fonts::{Face, width};
use crate::numbers::{Kind, NumberStyle, Quantity, Setting};

/// Room for the names of units at the ends of their lines.
const NAMES: f64 = 150.0;
/// Distance of two names.
const APART: f64 = 11.5;
/// Least height of the lines.
const LEAST: f64 = 170.0;

/// A unit and its value in each period; a period without one leaves its mark out.
pub type Line = (String, Vec<Option<f64>>);

/// One line a unit over the periods, the earliest at the left. A line that ends lower than it began is dashed. `None` where fewer
/// than two periods have a value of one unit.
pub fn trend(units: &[Line], periods: &[String], title: &str, style: &NumberStyle) -> Option<String> {
    let lines: Vec<Drawn<'_>> = units.iter().filter_map(|(name, values)| Drawn::of(name, values)).collect();
    if periods.len() < 2 || lines.is_empty() {
        return None;
    }
    let values = lines.iter().flat_map(|line| line.points.iter().map(|(_, value)| *value));
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let height = LEAST.max(APART * lines.len() as f64);
    let y = Axis::round(low, high, 8.0 + height, 8.0, 6);
    let ticks = y.ticks();
    let widest = ticks.iter().map(|tick| width(&style.tick(*tick, y.step), Face::Regular, SMALL)).fold(0.0, f64::max);
    let (from, to) = (TEXT + 22.0 + widest, WIDTH - NAMES - 24.0);
    let step = (to - from) / (periods.len() - 1) as f64;
    let at = |period: usize| from + step * period as f64;
    let mut svg = Svg::new();
    for tick in &ticks {
        let height = y.at(*tick);
        svg.line((from, height), (to, height), Stroke::new(GRID, 0.5));
        svg.text((from - 6.0, height + RISE * SMALL / 2.0), Anchor::End, SMALL, &style.tick(*tick, y.step));
    }
    let base = y.from + 6.0;
    svg.line((from, base), (to, base), Stroke::new(RULE, 0.6));
    let mut deepest = 1;
    for (period, name) in periods.iter().enumerate() {
        svg.line((at(period), base), (at(period), base + 3.5), Stroke::new(RULE, 0.6));
        let words = wrap(name, Face::Regular, SMALL, step - 6.0, 2);
        deepest = deepest.max(words.len());
        for (line, words) in words.iter().enumerate() {
            svg.text((at(period), base + 5.0 + SMALL * (1.0 + 1.1 * line as f64)), Anchor::Middle, SMALL, words);
        }
    }
    svg.upward((from - 12.0 - widest, f64::midpoint(y.from, y.to)), TEXT, title);
    for line in &lines {
        for pair in line.points.windows(2) {
            if let [(a, begin), (b, end)] = pair {
                svg.line((at(*a), y.within(*begin)), (at(*b), y.within(*end)), line.stroke());
            }
        }
        for (period, value) in &line.points {
            let fill = if line.falls() { INK } else { ACCENT };
            svg.rounded((at(*period) - 2.0, y.within(*value) - 2.0), (4.0, 4.0), 2.0, fill, None);
        }
    }
    names(&mut svg, &lines, (y, to), at, style);
    Some(svg.finish(base + 5.0 + SMALL * (1.0 + 1.1 * deepest as f64)))
}

/// A line that can be drawn: two values and more.
struct Drawn<'a> {
    name: &'a str,
    points: Vec<(usize, f64)>,
}

impl<'a> Drawn<'a> {
    fn of(name: &'a str, values: &[Option<f64>]) -> Option<Drawn<'a>> {
        let points: Vec<(usize, f64)> =
            values.iter().enumerate().filter_map(|(period, value)| Some((period, (*value).filter(|v| v.is_finite())?))).collect();
        (points.len() > 1).then_some(Drawn { name, points })
    }

    fn last(&self) -> (usize, f64) {
        self.points.last().copied().unwrap_or_default()
    }

    fn falls(&self) -> bool {
        self.points.first().is_some_and(|(_, first)| self.last().1 < *first)
    }

    fn stroke(&self) -> Stroke {
        if self.falls() { Stroke::new(INK, 0.9).dashed() } else { Stroke::new(ACCENT, 1.1) }
    }
}

/// Every name with its last value, at the height of its line's end, moved apart where they would touch.
fn names(svg: &mut Svg, lines: &[Drawn<'_>], (y, to): (Axis, f64), at: impl Fn(usize) -> f64, style: &NumberStyle) {
    let mut order: Vec<(&Drawn<'_>, f64)> = lines.iter().map(|line| (line, y.within(line.last().1))).collect();
    order.sort_by(|(a, x), (b, y)| x.total_cmp(y).then_with(|| a.name.cmp(b.name)));
    let heights = apart(&order.iter().map(|(_, height)| *height).collect::<Vec<f64>>(), (y.to, y.from));
    for ((line, own), height) in order.iter().zip(heights) {
        let (period, value) = line.last();
        let begin = to + 16.0;
        svg.line((at(period) + 3.0, *own), (begin - 2.0, height), Stroke::new(RULE, 0.4));
        let number = style.print(Quantity::new(Kind::Band, value), Setting::Table);
        let room = NAMES - 4.0 - width(&format!(" {number}"), Face::Regular, SMALL);
        let name = cut(line.name, Face::Regular, SMALL, room);
        svg.text((begin, height + RISE * SMALL / 2.0), Anchor::Start, SMALL, &format!("{name} {number}"));
    }
}

/// Heights in order, moved as little as keeps them [`APART`] and between `top` and `bottom`, where that is possible.
fn apart(wanted: &[f64], (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut heights: Vec<f64> = Vec::new();
    for height in wanted {
        heights.push(heights.last().map_or(*height, |above: &f64| height.max(above + APART)));
    }
    // What was pushed below the end comes back up, and those above make way.
    let mut limit = bottom.max(top + APART * wanted.len().saturating_sub(1) as f64);
    for height in heights.iter_mut().rev() {
        *height = height.min(limit);
        limit = *height - APART;
    }
    heights
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::language::Language;

    fn texts(svg: &str) -> Vec<(f64, String)> {
        let of = |line: &str| {
            let y: f64 = line.split(" y=\"").nth(1)?.split('"').next()?.parse().ok()?;
            Some((y, line.split('>').nth(1)?.split('<').next()?.to_owned()))
        };
        svg.lines().filter(|line| line.starts_with("<text")).filter_map(of).collect()
    }

    #[test]
    fn twelve_units_have_their_names_apart() {
        let style = NumberStyle::new(Language::Id);
        let unit = |at: usize| (format!("Dinas {}", char::from(b'A' + at as u8)), vec![Some(3.5), Some(3.9 + 0.001 * at as f64)]);
        let mut units: Vec<Line> = (0..12).map(unit).collect();
        units.push(("Dinas Tanpa Riwayat".to_owned(), vec![None, Some(4.0)]));
        let periods = ["Semester II 2024".to_owned(), "Semester I 2025".to_owned()];
        let svg = trend(&units, &periods, "Rata-rata butir", &style).unwrap();
        let mut heights: Vec<f64> =
            texts(&svg).into_iter().filter(|(_, text)| text.starts_with("Dinas ")).map(|(y, _)| y).collect();
        heights.sort_by(f64::total_cmp);
        assert_eq!(heights.len(), 12, "a unit without an earlier value has no line");
        assert!(heights.windows(2).all(|pair| pair[1] - pair[0] > APART - 0.2), "{heights:?}");
        assert!(svg.contains(">Dinas A 3,90<") && svg.contains("Semester") && !svg.contains("Tanpa Riwayat"));
    }

    #[test]
    fn a_line_that_falls_is_dashed_and_a_gap_is_bridged() {
        let style = NumberStyle::new(Language::En);
        let periods = ["2023".to_owned(), "2024".to_owned(), "2025".to_owned()];
        let lines = |values: Vec<Option<f64>>| {
            let svg = trend(&[("A".to_owned(), values)], &periods, "Mean", &style).unwrap();
            let drawn = svg.lines().filter(|line| line.starts_with("<line"));
            (
                drawn.clone().filter(|line| line.contains("dasharray")).count(),
                drawn.filter(|line| line.contains(ACCENT)).count(),
                svg.contains(">A 3.50<"),
            )
        };
        assert_eq!(lines(vec![Some(4.0), Some(4.2), Some(3.5)]), (2, 0, true));
        assert_eq!(lines(vec![Some(3.0), None, Some(3.5)]), (0, 1, true));
        assert_eq!(trend(&[("A".to_owned(), vec![None, None, Some(3.0)])], &periods, "Mean", &style), None);
        assert_eq!(trend(&[], &periods, "Mean", &style), None);
    }

    #[test]
    fn names_move_as_little_as_they_must() {
        let close = |found: Vec<f64>, expected: &[f64]| found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9);
        assert!(close(apart(&[10.0, 50.0, 90.0], (0.0, 100.0)), &[10.0, 50.0, 90.0]));
        assert!(close(apart(&[50.0, 50.0], (0.0, 100.0)), &[50.0, 50.0 + APART]));
        assert!(close(apart(&[99.0, 100.0], (0.0, 100.0)), &[100.0 - APART, 100.0]));
    }
}
