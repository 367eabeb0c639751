//! Means of the variables that share a scale, as bars over the bands of that scale.

use super::axes::{Axis, bottom};
use super::labels::wrap;
use super::svg::{ACCENT, Anchor, PALE, RISE, SMALL, Svg, TEXT, WIDTH};
use super::{Drawing, Easel};
use crate::fonts::{Face, width};
use crate::numbers::Setting;
use crate::report::document::Inline;
use crate::study::Variable;

/// Height all rows may take together.
const ROWS: f64 = 480.0;
/// Room for the names.
const LABELS: f64 = 120.0;
/// Lines a band's name may take.
const BAND_LINES: usize = 3;

/// `first` is the first variable with the scale: it stands for all that share it.
pub fn means(easel: &Easel<'_>, first: &str) -> Option<Drawing> {
    let desk = easel.desk;
    let scale = desk.study.variable(first)?.scale()?;
    let sharing: Vec<&Variable> = desk.study.variables.values().filter(|variable| variable.scale() == Some(scale)).collect();
    let mean = |variable: &Variable| easel.number(&format!("variables/{}/item_mean", variable.code));
    let rows: Vec<(&Variable, f64)> = sharing.iter().filter_map(|variable| Some((*variable, mean(variable)?))).collect();
    // Bands of a score cannot be laid over item means.
    if sharing.first().is_none_or(|variable| variable.code != first) || rows.is_empty() || scale.bands.of_score {
        return None;
    }
    let height = (ROWS / rows.len() as f64).clamp(9.0, 27.0);
    let x = Axis::exact(scale.min as f64, scale.max as f64, LABELS + 10.0, WIDTH - 14.0, step(scale.min, scale.max));
    let mut svg = Svg::new();
    let top = bands(&mut svg, easel, first, x, height * rows.len() as f64);
    let size = SMALL.min(height - 1.0);
    let printed: Vec<String> = rows
        .iter()
        .map(|(variable, _)| easel.printed(&format!("variables/{}/item_mean", variable.code), Setting::Table).unwrap_or_default())
        .collect();
    for (position, ((variable, mean), number)) in rows.iter().zip(&printed).enumerate() {
        let middle = top + height * (position as f64 + 0.5);
        let name = desk.name(&variable.code);
        let lines = wrap(&name, Face::Regular, size, LABELS, if height >= 22.0 { 2 } else { 1 });
        let begin = middle + RISE * size / 2.0 - size * 1.1 * (lines.len().max(1) - 1) as f64 / 2.0;
        for (line, words) in lines.iter().enumerate() {
            svg.text((LABELS + 2.0, begin + size * 1.1 * line as f64), Anchor::End, size, words);
        }
        let (end, thick) = (x.within(*mean), height * 0.46);
        svg.rect((x.from, middle - thick / 2.0), (end - x.from, thick), ACCENT, None);
        let base = middle + RISE * size / 2.0;
        if end + 6.0 + width(number, Face::Regular, size) <= x.to + 10.0 {
            svg.text((end + 4.0, base), Anchor::Start, size, number);
        } else {
            svg.coloured((end - 4.0, base), Anchor::End, size, "#ffffff", number);
        }
    }
    let end = top + height * rows.len() as f64;
    bottom(&mut svg, easel.style, x, end + 2.0);
    svg.text((f64::midpoint(x.from, x.to), end + 33.0), Anchor::Middle, TEXT, &easel.words("figure.item_mean", &[]));
    let listed = rows.iter().zip(&printed).map(|((variable, _), number)| match easel.desk.view.text(&category(&variable.code)) {
        Some(category) => format!("{} {number} ({category})", desk.name(&variable.code)),
        None => format!("{} {number}", desk.name(&variable.code)),
    });
    let alt = easel.words("alt.means", &[&listed.collect::<Vec<String>>().join("; ")]);
    let caption = match rows.as_slice() {
        [(only, _)] => desk.terms.fill("caption.mean_of_one", &[vec![Inline::text(desk.name(&only.code))]]),
        _ => desk.terms.fill("caption.means", &[]),
    };
    Some(Drawing { caption, alt, svg: svg.finish(end + 40.0) })
}

fn category(code: &str) -> String {
    format!("variables/{code}/category")
}

/// Whole answers while they have room.
fn step(min: i64, max: i64) -> f64 {
    let range = (max - min) as f64;
    if range <= 12.0 { 1.0 } else { Axis::round(0.0, range, 0.0, 1.0, 8).step }
}

/// Draws the bands of the scale behind the rows, their names above; gives where the rows begin.
fn bands(svg: &mut Svg, easel: &Easel<'_>, code: &str, x: Axis, height: f64) -> f64 {
    let at = format!("variables/{code}/bands");
    let count = easel.desk.view.len(&at);
    let low = |position: usize| easel.number(&format!("{at}/{position}/band_low"));
    // A band reaches to where the next one begins; the printed ends leave a hundredth between them.
    let limits: Vec<(f64, f64)> = (0..count)
        .filter_map(|position| Some((x.within(low(position)?), low(position + 1).map_or(x.to, |next| x.within(next)))))
        .collect();
    let named: Vec<Vec<String>> = limits
        .iter()
        .enumerate()
        .map(|(position, (from, to))| {
            let name = easel.desk.view.text(&format!("{at}/{position}/name")).unwrap_or_default();
            // Narrower than two letters there is no name.
            if to - from < 14.0 { Vec::new() } else { wrap(name, Face::Italic, SMALL, to - from - 4.0, BAND_LINES) }
        })
        .collect();
    let lines = named.iter().map(Vec::len).max().unwrap_or(0);
    let top = 6.0 + 10.0 * lines as f64 + 3.0;
    for (position, ((from, to), name)) in limits.iter().zip(&named).enumerate() {
        let fill = if position.is_multiple_of(2) { PALE } else { "#f9f9f9" };
        svg.rect((*from, 2.0), (to - from, top + height), fill, None);
        for (line, words) in name.iter().enumerate() {
            let base = 6.0 + SMALL * 0.9 + 10.0 * (lines - name.len() + line) as f64;
            let run = super::svg::Run::new(words.clone()).face(Face::Italic);
            svg.runs((f64::midpoint(*from, *to), base), Anchor::Middle, SMALL, super::svg::INK, &[run]);
        }
    }
    top
}
