//! Bootstrap distribution of an indirect effect, with zero, the estimate and the intervals.

use super::axes::{Axis, frame};
use super::svg::{ACCENT, Anchor, INK, PALE, RISE, RULE, SMALL, Stroke, Svg, TINT, WIDTH};
use super::{Drawing, Easel};
use crate::numbers::Setting;
use crate::report::tables::parts::path_symbols;

const HEIGHT: f64 = 240.0;
/// Indirect effects up to which each has its figure; of more, those that a hypothesis declares.
const MANY: usize = 6;

pub fn bootstrap(easel: &Easel<'_>, path: &str) -> Option<Drawing> {
    let desk = easel.desk;
    let names: Vec<&str> = path.split('>').collect();
    let (first, last) = (names.first()?, names.last()?);
    let effect = format!("effects/{first}>{last}/indirect");
    let inner = names.get(1..names.len().checked_sub(1)?)?;
    let via = |position: &usize| {
        let at = format!("{effect}/{position}/via");
        let found: Vec<&str> = (0..desk.view.len(&at)).filter_map(|via| desk.view.text(&format!("{at}/{via}"))).collect();
        found == inner
    };
    let at = format!("{effect}/{}", (0..desk.view.len(&effect)).find(via)?);
    if desk.view.len("series/indirect") > MANY && desk.view.text(&format!("{at}/hypothesis")).is_none() {
        return None;
    }
    let counts = easel.counts(&format!("series/indirect/{path}"))?;
    let estimate = easel.number(&format!("{at}/b"))?;
    let ends = |which: &str| {
        let end = |end: &str| easel.quantity(&format!("{at}/{which}/{end}"));
        end("low").zip(end("high"))
    };
    let confidence = easel.printed("meta/confidence", Setting::Sentence)?;
    let intervals: Vec<(String, (_, _))> = [("percentile", "figure.percentile"), ("bca", "figure.bca")]
        .into_iter()
        .filter_map(|(which, key)| Some((easel.words(key, &[&confidence]), ends(which)?)))
        .collect();

    let reaches = intervals.iter().flat_map(|(_, (low, high))| [low.value, high.value]).chain([0.0, estimate]);
    let (low, high) = reaches.fold((counts.start, counts.end()), |(low, high), value| (low.min(value), high.max(value)));
    let x = Axis::round(low, high, 78.0, WIDTH - 92.0, 6);
    let top = 14.0 + 16.0 * intervals.len() as f64;
    let y = Axis::round(0.0, counts.highest() * 1.04, HEIGHT - 62.0, top, 4);
    let y = if y.step < 1.0 { Axis::exact(0.0, y.high.ceil(), y.from, y.to, 1.0) } else { y };
    let mut svg = Svg::new();
    frame(&mut svg, easel.style, x, y, (&easel.words("figure.product", &[]), &easel.words("column.frequency", &[])));
    let inside = |value: f64| intervals.first().is_some_and(|(_, (low, high))| value >= low.value && value <= high.value);
    for (position, count) in counts.counts.iter().enumerate() {
        let begin = counts.start + counts.width * position as f64;
        let (left, right) = (x.at(begin), x.at(begin + counts.width));
        let fill = if inside(begin + counts.width / 2.0) { TINT } else { PALE };
        svg.rect((left, y.at(*count)), (right - left, y.from - y.at(*count)), fill, Some(Stroke::new("#7a8794", 0.4)));
    }
    svg.line((x.from, y.from), (x.to, y.from), Stroke::new(RULE, 0.6));
    let (zero, found) = (Stroke::new(INK, 1.0).dashed(), Stroke::new(ACCENT, 1.4));
    svg.line((x.at(0.0), y.from), (x.at(0.0), 10.0), zero);
    svg.line((x.at(estimate), y.from), (x.at(estimate), top), found);
    for (position, (name, (low, high))) in intervals.iter().enumerate() {
        let line = 12.0 + 16.0 * position as f64;
        let (left, right) = (x.at(low.value), x.at(high.value));
        let stroke = Stroke::new(INK, 1.0);
        svg.line((left, line), (right, line), stroke);
        [left, right].into_iter().for_each(|end| svg.line((end, line - 3.5), (end, line + 3.5), stroke));
        svg.text((x.from - 6.0, line + RISE * SMALL / 2.0), Anchor::End, SMALL, name);
        let printed = [low, high].map(|end| easel.style.print(*end, Setting::Table));
        svg.text((x.to + 6.0, line + RISE * SMALL / 2.0), Anchor::Start, SMALL, &format!("[{}; {}]", printed[0], printed[1]));
    }
    let b = easel.printed(&format!("{at}/b"), Setting::Sentence)?;
    legend(&mut svg, &[(zero, easel.words("figure.zero", &[])), (found, easel.words("figure.estimate", &[&b]))]);

    let symbols = path_symbols(names.iter().copied());
    let resamples = easel.printed(&format!("{at}/resamples"), Setting::Sentence)?;
    let route = names.join(" → ");
    let interval =
        |which: &str| ends(which).map(|(low, high)| [low, high].map(|end| easel.style.print(end, Setting::Sentence)).join(" – "));
    let alt = match interval("percentile").zip(interval("bca")) {
        Some((percentile, bca)) => {
            easel.words("alt.bootstrap", &[&route, &resamples, &b, &confidence, &percentile, &confidence, &bca])
        }
        None => easel.words("alt.bootstrap_plain", &[&route, &resamples, &b]),
    };
    let caption = desk.terms.fill("caption.bootstrap", &[symbols]);
    Some(Drawing { caption, alt, svg: svg.finish(HEIGHT) })
}

/// Lines and what they mean, below the plot.
fn legend(svg: &mut Svg, entries: &[(Stroke, String)]) {
    let width = |words: &String| crate::fonts::width(words, crate::fonts::Face::Regular, SMALL) + 44.0;
    let mut left = (WIDTH - entries.iter().map(|(_, words)| width(words)).sum::<f64>() + 18.0) / 2.0;
    for (stroke, words) in entries {
        let line = HEIGHT - 10.0;
        svg.line((left, line), (left + 20.0, line), *stroke);
        svg.text((left + 26.0, line + RISE * SMALL / 2.0), Anchor::Start, SMALL, words);
        left += width(words);
    }
}
