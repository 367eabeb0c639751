//! Studentized residuals over leverage: which cases stand out of a regression, by their rows.

use super::axes::{Axis, frame};
use super::svg::{ACCENT, Anchor, INK, RISE, SMALL, Stroke, Svg, WIDTH};
use super::{Drawing, Easel};
use crate::numbers::Setting;
use crate::report::tables::parts::regression_caption;

const HEIGHT: f64 = 232.0;
/// Most cases that are named; more names would hide the points.
const MOST_NAMED: usize = 12;

pub fn influence(easel: &Easel<'_>, regression: &str) -> Option<Drawing> {
    let at = format!("regressions/{regression}/influence");
    let flagged = easel.desk.view.len(&format!("{at}/flagged"));
    let series = |key: &str| easel.numbers(&format!("series/regressions/{regression}/{key}"));
    let (leverage, residuals) = (series("leverage"), series("leverage_sresid"));
    if residuals.is_empty() || flagged == 0 {
        return None;
    }
    let farthest = leverage.iter().copied().fold(0.0, f64::max);
    let reach = residuals.iter().map(|value| value.abs()).fold(3.0, f64::max);
    let x = Axis::round(0.0, farthest, 60.0, WIDTH - 30.0, 6);
    let y = Axis::round(-reach, reach, HEIGHT - 40.0, 12.0, 8);
    let mut svg = Svg::new();
    frame(&mut svg, easel.style, x, y, (&easel.words("figure.leverage", &[]), &easel.words("figure.sresid", &[])));
    let limit = easel.number(&format!("{at}/limit_residual"))?;
    for bound in [-limit, limit] {
        svg.line((x.from, y.at(bound)), (x.to, y.at(bound)), Stroke::new(INK, 0.8).dashed());
    }
    let radius = if residuals.len() > 400 { 1.6 } else { 2.6 };
    let points = leverage.iter().zip(&residuals).map(|(leverage, residual)| (x.within(*leverage), y.within(*residual)));
    svg.points(points, radius, Stroke::new(ACCENT, 0.8));
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for position in 0..flagged.min(MOST_NAMED) {
        let case = format!("{at}/flagged/{position}");
        let (Some(leverage), Some(residual)) =
            (easel.number(&format!("{case}/leverage")), easel.number(&format!("{case}/sresid")))
        else {
            continue;
        };
        let row = easel.printed(&format!("{case}/case"), Setting::Sentence)?;
        let (left, line) = (x.within(leverage), y.within(residual));
        // Names stand apart: one that would touch another is left to the table.
        if taken.iter().all(|(other, beside)| (other - left).abs() > 34.0 || (beside - line).abs() > SMALL * 1.3) {
            taken.push((left, line));
            let end = left > x.to - 34.0;
            let (at, anchor) = if end { (left - 5.0, Anchor::End) } else { (left + 5.0, Anchor::Start) };
            svg.text((at, line + RISE * SMALL / 2.0), anchor, SMALL, &row);
        }
    }
    let printed = |path: String| easel.printed(&path, Setting::Sentence).unwrap_or_default();
    let n = printed(format!("regressions/{regression}/n"));
    let largest = printed(format!("{at}/largest_residual"));
    let alt = easel.words("alt.influence", &[&n, &printed(format!("{at}/flagged_count")), &largest]);
    Some(Drawing { caption: regression_caption(easel.desk, "caption.influence_plot", regression), alt, svg: svg.finish(HEIGHT) })
}
