//! Axes: a scale from values to points, round ticks, and the frame they stand on.

use super::svg::{Anchor, GRID, RISE, RULE, SMALL, Stroke, Svg, TEXT};
use crate::numbers::NumberStyle;

/// One axis: values from `low` to `high` on points from `from` to `to`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// Value at `from`.
    pub low: f64,
    /// Value at `to`.
    pub high: f64,
    /// First point.
    pub from: f64,
    /// Last point.
    pub to: f64,
    /// Distance of two ticks in values.
    pub step: f64,
}

impl Axis {
    /// An axis that begins and ends at round values around `low` and `high`, with about `ticks` ticks.
    pub fn round(low: f64, high: f64, from: f64, to: f64, ticks: usize) -> Axis {
        let step = round_step((high - low) / ticks.max(1) as f64);
        let (low, high) = ((low / step + 1e-9).floor() * step, (high / step - 1e-9).ceil() * step);
        let high = if high > low { high } else { low + step };
        Axis { low, high, from, to, step }
    }

    /// An axis from exactly `low` to `high`.
    pub fn exact(low: f64, high: f64, from: f64, to: f64, step: f64) -> Axis {
        let high = if high > low { high } else { low + 1.0 };
        Axis { low, high, from, to, step: if step > 0.0 { step } else { high - low } }
    }

    /// The point of a value.
    pub fn at(&self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    /// The point of a value, at the end of the axis where it lies beyond.
    pub fn within(&self, value: f64) -> f64 {
        self.at(value.clamp(self.low, self.high))
    }

    /// The values of the ticks.
    pub fn ticks(&self) -> Vec<f64> {
        let first = (self.low / self.step - 1e-9).ceil();
        let count = ((self.high - first * self.step) / self.step + 1e-9).floor().clamp(0.0, 60.0) as usize;
        (0..=count).map(|position| (first + position as f64) * self.step).collect()
    }
}

/// The step of 1, 2 or 5 times a power of ten that is nearest above a number.
fn round_step(number: f64) -> f64 {
    if !(number.is_finite() && number > 0.0) {
        return 1.0;
    }
    let power = 10f64.powf(number.log10().floor());
    [1.0, 2.0, 5.0].into_iter().map(|digit| digit * power).find(|step| *step >= number * 0.999).unwrap_or(10.0 * power)
}

/// A frame with both axes, ticks and titles. The points of `y` run upward: `y.from` is its lower end.
pub fn frame(svg: &mut Svg, style: &NumberStyle, x: Axis, y: Axis, titles: (&str, &str)) {
    let thin = Stroke::new(RULE, 0.6);
    for tick in y.ticks() {
        let at = y.at(tick);
        svg.line((x.from, at), (x.to, at), Stroke::new(GRID, 0.5));
        svg.line((x.from - 3.5, at), (x.from, at), thin);
        svg.text((x.from - 6.0, at + RISE * SMALL / 2.0), Anchor::End, SMALL, &style.tick(tick, y.step));
    }
    bottom(svg, style, x, y.from);
    svg.line((x.from, y.from), (x.from, y.to), thin);
    svg.text((x.at(f64::midpoint(x.low, x.high)), y.from + 31.0), Anchor::Middle, TEXT, titles.0);
    let widest = y.ticks().into_iter().map(|tick| tick_width(style, tick, y.step)).fold(0.0, f64::max);
    svg.upward((x.from - 12.0 - widest, f64::midpoint(y.from, y.to)), TEXT, titles.1);
}

/// The horizontal axis alone, its line at `bottom`. Labels that would touch are left out.
pub fn bottom(svg: &mut Svg, style: &NumberStyle, x: Axis, bottom: f64) {
    let thin = Stroke::new(RULE, 0.6);
    svg.line((x.from, bottom), (x.to, bottom), thin);
    let widest = x.ticks().into_iter().map(|tick| tick_width(style, tick, x.step)).fold(0.0, f64::max);
    let room = x.step / (x.high - x.low) * (x.to - x.from);
    let every = ((widest + 4.0) / room.max(0.1)).ceil().max(1.0) as usize;
    for (position, tick) in x.ticks().into_iter().enumerate() {
        svg.line((x.at(tick), bottom), (x.at(tick), bottom + 3.5), thin);
        if position % every == 0 {
            svg.text((x.at(tick), bottom + 5.0 + SMALL), Anchor::Middle, SMALL, &style.tick(tick, x.step));
        }
    }
}

fn tick_width(style: &NumberStyle, tick: f64, step: f64) -> f64 {
    crate::fonts::width(&style.tick(tick, step), crate::fonts::Face::Regular, SMALL)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp)]
    use super::*;

    #[test]
    fn axes_end_at_round_values() {
        let axis = Axis::round(-2.31, 1.97, 0.0, 100.0, 5);
        assert_eq!((axis.low, axis.high, axis.step), (-3.0, 2.0, 1.0));
        assert_eq!(axis.ticks(), [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0]);
        assert_eq!((axis.at(-3.0), axis.at(2.0), axis.within(9.0)), (0.0, 100.0, 100.0));
        let small = Axis::round(0.0, 0.4321, 0.0, 1.0, 5);
        assert_eq!((small.low, small.high, small.step), (0.0, 0.5, 0.1));
    }

    #[test]
    fn no_values_make_an_axis_without_length() {
        for (low, high) in [(0.0, 0.0), (1.0, -1.0), (f64::NAN, 1.0), (0.0, f64::INFINITY), (5.0, 5.0), (1e300, 1e300)] {
            for axis in [Axis::round(low, high, 0.0, 10.0, 5), Axis::exact(low, high, 0.0, 10.0, 0.0)] {
                assert!(axis.ticks().len() <= 61, "{axis:?}");
            }
        }
    }
}
