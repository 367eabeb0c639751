//! Satisfaction with a public service: the elements as bars, and the index over the periods.

use super::axes::{Axis, bottom};
use super::labels::{cut, wrap};
use super::svg::{ACCENT, Anchor, GRID, RISE, RULE, SMALL, Stroke, Svg, TEXT, TINT, WIDTH};
use super::{Drawing, Easel};
use crate::fonts::{Face, width};
use crate::numbers::Setting;
use crate::report::document::Inline;
use crate::report::tables::service::this_period;

/// Height all rows may take together.
const ROWS: f64 = 420.0;
/// Room for the names.
const LABELS: f64 = 140.0;
/// Periods shown, the latest ones.
const PERIODS: usize = 12;

/// The mean of every element, in the order of the study; the priorities are lighter.
pub fn elements(easel: &Easel<'_>, code: &str) -> Option<Drawing> {
    let desk = easel.desk;
    let scale = desk.study.variable(code)?.scale()?;
    let at = |item: &str| format!("service/{code}/items/{item}/nrr");
    let rows: Vec<(String, String, f64)> = desk
        .items(code)
        .iter()
        .filter_map(|item| Some((item.code.clone(), item.name.plain(desk.language), easel.number(&at(&item.code))?)))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let priorities = crate::report::tables::parts::texts(desk, &format!("service_facts/{code}/priorities"));
    let height = (ROWS / rows.len() as f64).clamp(9.0, 28.0);
    let x = Axis::exact(scale.min as f64, scale.max as f64, LABELS + 10.0, WIDTH - 14.0, 1.0);
    let mut svg = Svg::new();
    let size = SMALL.min(height - 1.0);
    let mut listed = Vec::new();
    for (position, (item, name, mean)) in rows.iter().enumerate() {
        let middle = 4.0 + height * (position as f64 + 0.5);
        let lines = wrap(name, Face::Regular, size, LABELS, if height >= 22.0 { 2 } else { 1 });
        let begin = middle + RISE * size / 2.0 - size * 1.1 * (lines.len().max(1) - 1) as f64 / 2.0;
        for (line, words) in lines.iter().enumerate() {
            svg.text((LABELS + 2.0, begin + size * 1.1 * line as f64), Anchor::End, size, words);
        }
        let (end, thick) = (x.within(*mean), height * 0.5);
        let low = priorities.contains(&item.as_str());
        let frame = Some(Stroke::new(ACCENT, 0.8)).filter(|_| low);
        svg.rect((x.from, middle - thick / 2.0), (end - x.from, thick), if low { TINT } else { ACCENT }, frame);
        let number = easel.printed(&at(item), Setting::Table).unwrap_or_default();
        let base = middle + RISE * size / 2.0;
        if end + 6.0 + width(&number, Face::Regular, size) <= x.to + 10.0 {
            svg.text((end + 4.0, base), Anchor::Start, size, &number);
        } else {
            svg.coloured((end - 4.0, base), Anchor::End, size, if low { super::svg::INK } else { "#ffffff" }, &number);
        }
        listed.push(format!("{name} {number}"));
    }
    let end = 4.0 + height * rows.len() as f64;
    bottom(&mut svg, easel.style, x, end + 2.0);
    let title = if priorities.is_empty() { "figure.nrr" } else { "figure.nrr_priorities" };
    svg.text((f64::midpoint(x.from, x.to), end + 33.0), Anchor::Middle, TEXT, &easel.words(title, &[]));
    let caption = desk.terms.fill("caption.service_figure", &[vec![Inline::text(desk.name(code))]]);
    let alt = easel.words("alt.service_figure", &[&listed.join("; ")]);
    Some(Drawing { caption, alt, svg: svg.finish(end + 40.0) })
}

/// The index of earlier periods and of this one, as a line.
pub fn trend(easel: &Easel<'_>, code: &str) -> Option<Drawing> {
    let desk = easel.desk;
    let at = format!("service/{code}");
    let earlier = desk.view.len(&format!("{at}/trend/earlier"));
    if earlier == 0 {
        return None;
    }
    let mut points: Vec<(String, f64, String)> = Vec::new();
    for position in earlier.saturating_sub(PERIODS - 1)..earlier {
        let own = format!("{at}/trend/earlier/{position}");
        let value = format!("{own}/value");
        let period = desk.view.text(&format!("{own}/period")).unwrap_or_default().to_owned();
        points.push((period, easel.number(&value)?, easel.printed(&value, Setting::Table)?));
    }
    let value = format!("{at}/value");
    points.push((this_period(desk), easel.number(&value)?, easel.printed(&value, Setting::Table)?));
    let values = points.iter().map(|(_, value, _)| *value);
    let (low, high) = (values.clone().fold(f64::INFINITY, f64::min), values.fold(f64::NEG_INFINITY, f64::max));
    // Room around the line; the index ends at 100.
    let room = ((high - low) * 0.4).max(2.0);
    let y = Axis::round(low - room, high + room, 168.0, 10.0, 5);
    let room = (WIDTH - 70.0) / points.len() as f64;
    let place = |position: usize| 58.0 + room * (position as f64 + 0.5);
    let mut svg = Svg::new();
    let thin = Stroke::new(RULE, 0.6);
    let (left, right) = (58.0, WIDTH - 12.0);
    for tick in y.ticks() {
        let at = y.at(tick);
        svg.line((left, at), (right, at), Stroke::new(GRID, 0.5));
        svg.text((left - 6.0, at + RISE * SMALL / 2.0), Anchor::End, SMALL, &easel.style.tick(tick, y.step));
    }
    svg.line((left, y.from), (left, y.to), thin);
    svg.line((left, y.from), (right, y.from), thin);
    svg.upward((18.0, f64::midpoint(y.from, y.to)), TEXT, &easel.words("figure.index", &[]));
    let line: Vec<(f64, f64)> =
        points.iter().enumerate().map(|(position, (_, value, _))| (place(position), y.at(*value))).collect();
    svg.curve(&line, Stroke::new(ACCENT, 1.6));
    for (position, ((period, _, number), at)) in points.iter().zip(&line).enumerate() {
        svg.rect((at.0 - 2.5, at.1 - 2.5), (5.0, 5.0), ACCENT, None);
        svg.text((at.0, at.1 - 7.0), Anchor::Middle, SMALL, number);
        svg.text((place(position), 168.0 + 5.0 + SMALL), Anchor::Middle, SMALL, &cut(period, Face::Regular, SMALL, room - 4.0));
    }
    let listed: Vec<String> = points.iter().map(|(period, _, number)| format!("{period} {number}")).collect();
    let caption = desk.terms.fill("caption.service_trend", &[]);
    let alt = easel.words("alt.service_trend", &[&listed.join("; ")]);
    Some(Drawing { caption, alt, svg: svg.finish(190.0) })
}
