//! Simple slopes of a moderation: the outcome over the predictor at three values of the moderator.

use super::axes::{Axis, frame};
use super::labels::cut;
use super::svg::{ACCENT, Anchor, INK, RISE, SMALL, Stroke, Svg, TEXT, WIDTH};
use super::{Drawing, Easel};
use crate::fonts::{Face, width};
use crate::numbers::Setting;
use crate::report::document::Inline;

const HEIGHT: f64 = 232.0;
/// Where the lines end and their names begin.
const RIGHT: f64 = WIDTH - 96.0;
/// Least distance of two names.
const APART: f64 = SMALL * 1.25;

/// One line.
struct Slope {
    name: String,
    ends: [f64; 2],
    stroke: Stroke,
}

pub fn slopes(easel: &Easel<'_>, hypothesis: &str) -> Option<Drawing> {
    let desk = easel.desk;
    let at = format!("moderations/{hypothesis}");
    let name = |key: &str| desk.view.text(&format!("{at}/{key}")).map(|code| desk.name(code));
    let (predictor, moderator, outcome) = (name("x")?, name("moderator")?, name("outcome")?);
    let (low, high) = (easel.number(&format!("{at}/x_low"))?, easel.number(&format!("{at}/x_high"))?);
    let mut lines = Vec::new();
    for position in 0..desk.view.len(&format!("{at}/simple_slopes")) {
        let slope = format!("{at}/simple_slopes/{position}");
        let level = desk.view.text(&format!("{slope}/level"))?;
        // Apart in grey as in colour: broken, coloured, plain.
        let stroke = match level {
            "low" => Stroke::new(INK, 1.3).dashed(),
            "mean" => Stroke::new(ACCENT, 1.7),
            _ => Stroke::new(INK, 1.3),
        };
        let ends = [easel.number(&format!("{slope}/predicted_low"))?, easel.number(&format!("{slope}/predicted_high"))?];
        lines.push(Slope { name: desk.term(&format!("level.{level}")), ends, stroke });
    }
    let all = lines.iter().flat_map(|line| line.ends);
    let (bottom, top) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), end| (low.min(end), high.max(end)));
    if !(high > low && bottom.is_finite() && top.is_finite()) {
        return None;
    }
    let reach = (high - low) * 0.08;
    let x = Axis::round(low - reach, high + reach, 66.0, RIGHT, 6);
    let room = ((top - bottom) * 0.08).max(1e-9 * top.abs()).max(1e-9);
    let y = Axis::round(bottom - room, top + room, HEIGHT - 42.0, 24.0, 5);
    let mut svg = Svg::new();
    let fitted = |words: &str, limit: f64| cut(words, Face::Regular, TEXT, limit);
    frame(&mut svg, easel.style, x, y, (&fitted(&predictor, x.to - x.from), &fitted(&outcome, y.from - y.to)));
    for line in &lines {
        svg.line((x.at(low), y.at(line.ends[0])), (x.at(high), y.at(line.ends[1])), line.stroke);
    }
    let title = cut(&moderator, Face::Italic, SMALL, WIDTH - x.to + 60.0);
    let title_width = width(&title, Face::Italic, SMALL);
    let run = super::svg::Run::new(title).face(Face::Italic);
    svg.runs((WIDTH - 4.0 - title_width, 12.0), Anchor::Start, SMALL, INK, &[run]);
    for (line, middle) in lines.iter().zip(spread(&lines, y)) {
        let tip = y.at(line.ends[1]);
        svg.line((x.at(high) + 2.0, tip), (x.to + 14.0, middle), Stroke::new(super::svg::RULE, 0.4));
        svg.text((x.to + 17.0, middle + RISE * SMALL / 2.0), Anchor::Start, SMALL, &line.name);
    }
    let printed = |path: String| easel.printed(&path, Setting::Sentence);
    let mut words = vec![outcome.clone(), predictor.clone(), moderator.clone()];
    for (position, line) in lines.iter().enumerate() {
        let slope = format!("{at}/simple_slopes/{position}");
        words.push(line.name.to_lowercase());
        words.push(printed(format!("{slope}/predicted_low"))?);
        words.push(printed(format!("{slope}/predicted_high"))?);
    }
    let slots: Vec<&str> = words.iter().map(String::as_str).collect();
    let caption = desk.terms.fill("caption.slopes", &[outcome, predictor, moderator].map(|name| vec![Inline::text(name)]));
    Some(Drawing { caption, alt: easel.words("alt.slopes", &slots), svg: svg.finish(HEIGHT) })
}

/// Where the names stand: beside the ends of their lines, moved apart where they would touch.
fn spread(lines: &[Slope], y: Axis) -> Vec<f64> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|a, b| y.at(lines[*a].ends[1]).total_cmp(&y.at(lines[*b].ends[1])));
    let mut out = vec![0.0; lines.len()];
    let mut above = f64::NEG_INFINITY;
    for position in order {
        let wanted = y.at(lines[position].ends[1]).max(above + APART);
        out[position] = wanted;
        above = wanted;
    }
    // Pushed below the frame, all move up.
    let over = (above - y.from).max(0.0);
    out.iter().map(|place| place - over).collect()
}
