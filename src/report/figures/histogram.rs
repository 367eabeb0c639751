//! Histogram of standardized residuals with the normal curve, as SPSS's REGRESSION draws it.

use super::axes::{Axis, frame};
use super::svg::{ACCENT, Anchor, SMALL, Stroke, Svg, TINT, WIDTH};
use super::{Counts, Drawing, Easel};
use crate::numbers::Setting;
use crate::report::tables::parts::regression_caption;

const HEIGHT: f64 = 204.0;
/// Points of the normal curve.
const CURVE: usize = 96;

pub fn histogram(easel: &Easel<'_>, regression: &str) -> Option<Drawing> {
    let at = format!("series/regressions/{regression}/zresid");
    let counts = easel.counts(&at)?;
    let n = easel.printed(&format!("regressions/{regression}/n"), Setting::Table)?;
    let [mean, sd] = ["mean", "sd"].map(|key| easel.printed(&format!("{at}/{key}"), Setting::Table).unwrap_or_default());
    let drawing = Plot { x: axis(&counts), counts: &counts };
    let mut svg = Svg::new();
    drawing.draw(easel, &mut svg);
    // The numbers stand beside the plot, as SPSS has them.
    let side = [easel.words("figure.mean", &[&mean]), easel.words("figure.sd", &[&sd]), easel.words("figure.n", &[&n])];
    for (line, words) in side.iter().enumerate() {
        svg.text((drawing.x.to + 10.0, 22.0 + 14.0 * line as f64), Anchor::Start, SMALL, words);
    }
    let moment = |key: &str| easel.printed(&format!("regressions/{regression}/residuals/{key}"), Setting::Sentence);
    let alt = match moment("skewness").zip(moment("kurtosis")) {
        Some((skewness, kurtosis)) => easel.words("alt.histogram", &[&n, &mean, &sd, &skewness, &kurtosis]),
        None => easel.words("alt.histogram_plain", &[&n, &mean, &sd]),
    };
    Some(Drawing { caption: regression_caption(easel.desk, "caption.histogram", regression), alt, svg: svg.finish(HEIGHT) })
}

/// The residuals' axis: as far to one side of zero as to the other.
fn axis(counts: &Counts) -> Axis {
    let reach = counts.end().max(-counts.start).max(3.0 * counts.sd);
    Axis::round(-reach, reach, 52.0, WIDTH - 112.0, 8)
}

struct Plot<'a> {
    x: Axis,
    counts: &'a Counts,
}

impl Plot<'_> {
    fn draw(&self, easel: &Easel<'_>, svg: &mut Svg) {
        let (counts, x) = (self.counts, self.x);
        let n: f64 = counts.counts.iter().sum();
        let peak = n * counts.width * density(0.0) / counts.sd;
        let y = Axis::round(0.0, counts.highest().max(peak) * 1.05, HEIGHT - 40.0, 12.0, 5);
        // Frequencies are whole.
        let y = if y.step < 1.0 { Axis::exact(0.0, y.high.ceil(), y.from, y.to, 1.0) } else { y };
        frame(svg, easel.style, x, y, (&easel.words("figure.zresid", &[]), &easel.words("column.frequency", &[])));
        for (position, count) in counts.counts.iter().enumerate() {
            let left = x.within(counts.start + counts.width * position as f64);
            let right = x.within(counts.start + counts.width * (position + 1) as f64);
            let top = y.at(*count);
            svg.rect((left, top), (right - left, y.from - top), TINT, Some(Stroke::new("#5b6b7a", 0.6)));
        }
        let curve: Vec<(f64, f64)> = (0..=CURVE)
            .map(|position| {
                let value = x.low + (x.high - x.low) * position as f64 / CURVE as f64;
                (x.at(value), y.at(n * counts.width * density((value - counts.mean) / counts.sd) / counts.sd))
            })
            .collect();
        svg.curve(&curve, Stroke::new(ACCENT, 1.3));
    }
}

/// The standard normal density.
fn density(z: f64) -> f64 {
    (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt()
}
