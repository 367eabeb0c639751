//! Normal P–P plot of standardized residuals, as SPSS's REGRESSION draws it: x observed, y expected cumulative probability.

use super::axes::{Axis, frame};
use super::svg::{ACCENT, INK, Stroke, Svg, WIDTH};
use super::{Drawing, Easel};
use crate::numbers::Setting;
use crate::report::tables::parts::regression_caption;

const SIDE: f64 = 192.0;
const HEIGHT: f64 = SIDE + 52.0;

pub fn pp_plot(easel: &Easel<'_>, regression: &str) -> Option<Drawing> {
    let series = |key: &str| easel.numbers(&format!("series/regressions/{regression}/{key}"));
    let (observed, expected) = (series("observed"), series("expected"));
    if observed.is_empty() {
        return None;
    }
    let left = (WIDTH - SIDE) / 2.0 + 14.0;
    let x = Axis::exact(0.0, 1.0, left, left + SIDE, 0.2);
    let y = Axis::exact(0.0, 1.0, 12.0 + SIDE, 12.0, 0.2);
    let mut svg = Svg::new();
    frame(&mut svg, easel.style, x, y, (&easel.words("figure.observed", &[]), &easel.words("figure.expected", &[])));
    svg.line((x.from, y.from), (x.to, y.to), Stroke::new(INK, 0.8));
    let radius = if observed.len() > 400 { 1.5 } else { 2.4 };
    let points = observed.iter().zip(&expected).map(|(observed, expected)| (x.within(*observed), y.within(*expected)));
    svg.points(points, radius, Stroke::new(ACCENT, 0.8));
    let n = easel.printed(&format!("regressions/{regression}/n"), Setting::Sentence)?;
    let alt = match easel.printed(&format!("regressions/{regression}/residuals/ks/d"), Setting::Sentence) {
        Some(d) => easel.words("alt.pp_plot", &[&n, &d]),
        None => easel.words("alt.pp_plot_plain", &[&n]),
    };
    Some(Drawing { caption: regression_caption(easel.desk, "caption.pp_plot", regression), alt, svg: svg.finish(HEIGHT) })
}
