//! Means of the groups of a comparison with their intervals.

use super::axes::{Axis, bottom};
use super::labels::wrap;
use super::svg::{ACCENT, Anchor, GRID, INK, RISE, SMALL, Stroke, Svg, TEXT, WIDTH};
use super::{Drawing, Easel};
use crate::fonts::Face;
use crate::numbers::Setting;
use crate::report::document::Inline;

/// Height all rows may take together.
const ROWS: f64 = 480.0;
/// Room for the names.
const LABELS: f64 = 120.0;
/// Most groups drawn.
const MOST: usize = 40;

struct Group {
    name: String,
    mean: f64,
    ends: Option<(f64, f64)>,
    words: String,
}

pub fn group_means(easel: &Easel<'_>, hypothesis: &str) -> Option<Drawing> {
    let desk = easel.desk;
    let at = format!("comparisons/{hypothesis}");
    if desk.view.text(&format!("{at}/kind")) != Some("groups") {
        return None;
    }
    let groups: Vec<Group> =
        (0..desk.view.len(&format!("{at}/groups"))).filter_map(|group| read(easel, &format!("{at}/groups/{group}"))).collect();
    if groups.len() < 2 || groups.len() > MOST || groups.iter().all(|group| group.ends.is_none()) {
        return None;
    }
    let values = groups.iter().flat_map(|group| [Some(group.mean), group.ends.map(|ends| ends.0), group.ends.map(|ends| ends.1)]);
    let (low, high) =
        values.flatten().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let x = Axis::round(low, high, LABELS + 14.0, WIDTH - 14.0, 7);
    let height = (ROWS / groups.len() as f64).clamp(12.0, 30.0);
    let size = SMALL.min(height - 2.0);
    let end = 8.0 + height * groups.len() as f64;
    let mut svg = Svg::new();
    for tick in x.ticks() {
        svg.line((x.at(tick), 6.0), (x.at(tick), end), Stroke::new(GRID, 0.5));
    }
    for (position, group) in groups.iter().enumerate() {
        let middle = 8.0 + height * (position as f64 + 0.5);
        let lines = wrap(&group.name, Face::Regular, size, LABELS, if height >= 24.0 { 2 } else { 1 });
        let begin = middle + RISE * size / 2.0 - size * 1.1 * (lines.len().max(1) - 1) as f64 / 2.0;
        for (line, words) in lines.iter().enumerate() {
            svg.text((LABELS + 4.0, begin + size * 1.1 * line as f64), Anchor::End, size, words);
        }
        if let Some((low, high)) = group.ends {
            let (left, right) = (x.within(low), x.within(high));
            svg.line((left, middle), (right, middle), Stroke::new(INK, 1.0));
            [left, right].into_iter().for_each(|end| svg.line((end, middle - 4.0), (end, middle + 4.0), Stroke::new(INK, 1.0)));
        }
        svg.rounded((x.within(group.mean) - 3.4, middle - 3.4), (6.8, 6.8), 3.4, ACCENT, None);
    }
    bottom(&mut svg, easel.style, x, end + 2.0);
    let name = |key: &str| desk.view.text(&format!("{at}/{key}")).map(|code| desk.name(code));
    let (variable, by) = (name("a")?, name("b")?);
    let confidence = easel.printed("meta/confidence", Setting::Sentence)?;
    let title = super::labels::cut(&variable, Face::Regular, TEXT, x.to - x.from);
    svg.text((f64::midpoint(x.from, x.to), end + 33.0), Anchor::Middle, TEXT, &title);
    let listed = groups.into_iter().map(|group| group.words).collect::<Vec<String>>().join("; ");
    let slots = [&variable, &by, &confidence].map(|words| vec![Inline::text(words.clone())]);
    Some(Drawing {
        caption: desk.terms.fill("caption.group_means", &slots),
        alt: easel.words("alt.group_means", &[&variable, &by, &confidence, &listed]),
        svg: svg.finish(end + 40.0),
    })
}

/// A group with a mean; of one member there is no interval.
fn read(easel: &Easel<'_>, at: &str) -> Option<Group> {
    let printed = |key: &str| easel.printed(&format!("{at}/{key}"), Setting::Sentence);
    let name = easel.desk.view.text(&format!("{at}/name"))?.to_owned();
    let mean = easel.number(&format!("{at}/mean"))?;
    let ends = easel.number(&format!("{at}/ci_low")).zip(easel.number(&format!("{at}/ci_high")));
    let words = match printed("ci_low").zip(printed("ci_high")).filter(|_| ends.is_some()) {
        Some((low, high)) => format!("{name} {} ({low} – {high})", printed("mean")?),
        None => format!("{name} {}", printed("mean")?),
    };
    Some(Group { name, mean, ends, words })
}
