//! Means of a variable per value of a characteristic, as bars beside the mean of everybody.

use super::axes::{Axis, bottom};
use super::labels::{cut, wrap};
use super::svg::{ACCENT, Anchor, INK, RISE, SMALL, Stroke, Svg, TEXT, WIDTH};
use super::{Drawing, Easel};
use crate::fonts::{Face, width};
use crate::numbers::Setting;
use crate::report::document::Inline;

/// Height all rows may take together.
const ROWS: f64 = 480.0;
/// Room for the names.
const LABELS: f64 = 130.0;
/// Most groups drawn.
const MOST: usize = 40;

/// `key` is `characteristic>variable`.
pub fn group_scores(easel: &Easel<'_>, key: &str) -> Option<Drawing> {
    let desk = easel.desk;
    let (code, variable) = key.split_once('>')?;
    let at = format!("group_scores/{code}/scores/{variable}");
    let measure = desk.view.text(&format!("{at}/measure"))?;
    let value = |position: usize| format!("{at}/rows/{position}/{measure}");
    let groups: Vec<(&str, f64, String)> = (0..desk.view.len(&format!("{at}/rows")))
        .filter_map(|position| {
            let name = desk.view.text(&format!("group_scores/{code}/values/{position}"))?;
            Some((name, easel.number(&value(position))?, easel.printed(&value(position), Setting::Table)?))
        })
        .collect();
    if groups.len() < 2 || groups.len() > MOST {
        return None;
    }
    let overall = easel.number(&format!("{at}/overall/{measure}"))?;
    let printed = easel.printed(&format!("{at}/overall/{measure}"), Setting::Table)?;
    let (low, high) = ends(easel, variable, measure, &groups);
    let x = Axis::round(low, high, LABELS + 14.0, WIDTH - 34.0, 6);
    let height = (ROWS / groups.len() as f64).clamp(10.0, 26.0);
    let size = SMALL.min(height - 1.5);
    let (top, end) = (20.0, 20.0 + height * groups.len() as f64);
    let mut svg = Svg::new();
    for (position, (name, mean, number)) in groups.iter().enumerate() {
        let middle = top + height * (position as f64 + 0.5);
        let lines = wrap(name, Face::Regular, size, LABELS, if height >= 22.0 { 2 } else { 1 });
        let begin = middle + RISE * size / 2.0 - size * 1.1 * (lines.len().max(1) - 1) as f64 / 2.0;
        for (line, words) in lines.iter().enumerate() {
            svg.text((LABELS + 4.0, begin + size * 1.1 * line as f64), Anchor::End, size, words);
        }
        // From zero, or from the lowest there can be: a bar's length is its value.
        let (from, to) = (x.from.min(x.within(*mean)), x.within(*mean));
        svg.rect((from, middle - height * 0.29), ((to - from).max(0.6), height * 0.58), ACCENT, None);
        let base = middle + RISE * size / 2.0;
        // In a column of their own, where no line crosses them.
        svg.text((WIDTH - 2.0, base), Anchor::End, size, number);
    }
    let line = x.within(overall);
    svg.line((line, top - 4.0), (line, end), Stroke::new(INK, 1.0).dashed());
    let words = easel.words("figure.overall", &[&printed]);
    let half = width(&words, Face::Regular, SMALL) / 2.0;
    svg.text((line.clamp(LABELS + half, WIDTH - half - 2.0), top - 8.0), Anchor::Middle, SMALL, &words);
    bottom(&mut svg, easel.style, x, end + 2.0);
    let title = cut(&desk.name(variable), Face::Regular, TEXT, x.to - x.from);
    svg.text((f64::midpoint(x.from, x.to), end + 33.0), Anchor::Middle, TEXT, &title);
    let listed = groups.iter().map(|(name, _, number)| format!("{name} {number}")).collect::<Vec<String>>().join("; ");
    let names = [desk.name(variable), desk.name(code)];
    let slots = names.clone().map(|words| vec![Inline::text(words)]);
    Some(Drawing {
        caption: desk.terms.fill("caption.group_scores_figure", &slots),
        alt: easel.words("alt.group_scores", &[&names[0], &names[1], &listed, &printed]),
        svg: svg.finish(end + 40.0),
    })
}

/// Where the axis begins and ends: the whole scale of the items; else from zero to the highest value.
fn ends(easel: &Easel<'_>, variable: &str, measure: &str, groups: &[(&str, f64, String)]) -> (f64, f64) {
    let scale = easel.desk.study.variable(variable).and_then(|variable| variable.scale());
    match scale.filter(|_| measure == "item_mean") {
        Some(scale) => (scale.min as f64, scale.max as f64),
        None => {
            let high = groups.iter().map(|(_, mean, _)| *mean).fold(0.0, f64::max);
            (groups.iter().map(|(_, mean, _)| *mean).fold(0.0, f64::min), high)
        }
    }
}
