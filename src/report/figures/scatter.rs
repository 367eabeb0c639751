//! Studentized residuals over standardized predicted values, the scatterplot of heteroscedasticity.

use super::axes::{Axis, frame};
use super::svg::{ACCENT, INK, Stroke, Svg, WIDTH};
use super::{Drawing, Easel};
use crate::numbers::Setting;
use crate::report::tables::parts::regression_caption;

const HEIGHT: f64 = 232.0;

pub fn scatter(easel: &Easel<'_>, regression: &str) -> Option<Drawing> {
    let series = |key: &str| easel.numbers(&format!("series/regressions/{regression}/{key}"));
    let (predicted, residuals) = (series("zpred"), series("sresid"));
    if residuals.is_empty() {
        return None;
    }
    let x = symmetric(&predicted, 60.0, WIDTH - 30.0);
    let y = symmetric(&residuals, HEIGHT - 40.0, 12.0);
    let mut svg = Svg::new();
    frame(&mut svg, easel.style, x, y, (&easel.words("figure.zpred", &[]), &easel.words("figure.sresid", &[])));
    svg.line((x.from, y.at(0.0)), (x.to, y.at(0.0)), Stroke::new(INK, 0.8).dashed());
    let radius = if residuals.len() > 400 { 1.6 } else { 2.6 };
    let points = predicted.iter().zip(&residuals).map(|(predicted, residual)| (x.within(*predicted), y.within(*residual)));
    svg.points(points, radius, Stroke::new(ACCENT, 0.8));
    let at = format!("regressions/{regression}/residuals/studentized");
    let [lowest, highest, above, below] = ["lowest", "highest", "above_zero", "below_zero"]
        .map(|key| easel.printed(&format!("{at}/{key}"), Setting::Sentence).unwrap_or_default());
    let n = easel.printed(&format!("regressions/{regression}/n"), Setting::Sentence)?;
    let alt = easel.words("alt.scatter", &[&n, &above, &below, &lowest, &highest]);
    Some(Drawing { caption: regression_caption(easel.desk, "caption.scatter", regression), alt, svg: svg.finish(HEIGHT) })
}

/// An axis that reaches as far below zero as above, at least to 2.
fn symmetric(values: &[f64], from: f64, to: f64) -> Axis {
    let reach = values.iter().map(|value| value.abs()).fold(2.0, f64::max);
    // Whole standard deviations while they have room.
    if reach <= 5.0 { Axis::exact(-reach.ceil(), reach.ceil(), from, to, 1.0) } else { Axis::round(-reach, reach, from, to, 8) }
}
