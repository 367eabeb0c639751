//! A small writer of SVG: shapes and text in points, in one font, readable in grey print. The same calls give the same bytes.

use crate::fonts::{self, Face};
use std::fmt::Write;

/// Width of every figure: 14 cm in points, the text width of a thesis.
pub const WIDTH: f64 = 396.8;
/// Size of text.
pub const TEXT: f64 = 10.0;
/// Size of text where room is scarce.
pub const SMALL: f64 = 9.0;
/// Share of the size by which letters rise above the line they stand on, and half of what an `x` does.
pub const RISE: f64 = 0.7;

/// Text and axes.
pub const INK: &str = "#1a1a1a";
/// Frames, thin rules, marks.
pub const RULE: &str = "#767676";
/// Grid lines.
pub const GRID: &str = "#e2e2e2";
/// The one colour: dark enough to stay apart from what is light when printed in grey.
pub const ACCENT: &str = "#1f5582";
/// Filled areas in the one colour, light.
pub const TINT: &str = "#cddcea";
/// Filled areas that step back.
pub const PALE: &str = "#ececec";

/// Where a text stands beside its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The point is its beginning.
    Start,
    /// The point is its middle.
    Middle,
    /// The point is its end.
    End,
}

impl Anchor {
    fn word(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// A run of text in one size and face; a lowered one is an index.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The letters.
    pub text: String,
    /// Their face.
    pub face: Face,
    /// Set small and low.
    pub lowered: bool,
}

impl Run {
    /// Upright text.
    pub fn new(text: impl Into<String>) -> Run {
        Run { text: text.into(), face: Face::Regular, lowered: false }
    }

    /// The same in another face.
    pub fn face(mut self, face: Face) -> Run {
        self.face = face;
        self
    }

    /// The same, lowered.
    pub fn lowered(mut self) -> Run {
        self.lowered = true;
        self
    }

    /// Width at a size.
    pub fn width(&self, size: f64) -> f64 {
        fonts::width(&self.text, self.face, if self.lowered { LOWERED * size } else { size })
    }
}

/// Size of an index beside its symbol's.
const LOWERED: f64 = 0.7;

/// Width of runs one behind the other.
pub fn width_of(runs: &[Run], size: f64) -> f64 {
    runs.iter().map(|run| run.width(size)).sum()
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: &'static str,
    /// Its width.
    pub width: f64,
    /// Broken.
    pub dashed: bool,
}

impl Stroke {
    /// An unbroken line.
    pub fn new(colour: &'static str, width: f64) -> Stroke {
        Stroke { colour, width, dashed: false }
    }

    /// The same line, broken.
    pub fn dashed(mut self) -> Stroke {
        self.dashed = true;
        self
    }
}

/// A picture in the making; y grows downward, as in SVG.
pub struct Svg {
    body: String,
}

impl Svg {
    /// An empty picture.
    pub fn new() -> Svg {
        Svg { body: String::new() }
    }

    /// A straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        let _ = writeln!(
            self.body,
            r#"<line x1="{}" y1="{}" x2="{}" y2="{}"{}/>"#,
            n(from.0),
            n(from.1),
            n(to.0),
            n(to.1),
            stroked(stroke)
        );
    }

    /// A rectangle by its upper left corner; nothing when it has no area.
    pub fn rect(&mut self, corner: (f64, f64), size: (f64, f64), fill: &str, stroke: Option<Stroke>) {
        self.rounded(corner, size, 0.0, fill, stroke);
    }

    /// A rectangle with rounded corners.
    pub fn rounded(&mut self, corner: (f64, f64), size: (f64, f64), radius: f64, fill: &str, stroke: Option<Stroke>) {
        if size.0 <= 0.0 || size.1 <= 0.0 {
            return;
        }
        let round = if radius > 0.0 { format!(r#" rx="{}""#, n(radius)) } else { String::new() };
        let _ = writeln!(
            self.body,
            r#"<rect x="{}" y="{}" width="{}" height="{}"{round} fill="{fill}"{}/>"#,
            n(corner.0),
            n(corner.1),
            n(size.0),
            n(size.1),
            stroke.map(stroked).unwrap_or_default()
        );
    }

    /// A line along points.
    pub fn curve(&mut self, points: &[(f64, f64)], stroke: Stroke) {
        let mut d = String::new();
        for (position, (x, y)) in points.iter().enumerate() {
            let _ = write!(d, "{}{} {}", if position == 0 { 'M' } else { 'L' }, n(*x), n(*y));
        }
        self.path(&d, stroke);
    }

    /// A line as SVG writes it.
    pub fn path(&mut self, d: &str, stroke: Stroke) {
        let _ = writeln!(self.body, r#"<path d="{d}" fill="none"{}/>"#, stroked(stroke));
    }

    /// A filled shape as SVG writes it.
    pub fn shape(&mut self, d: &str, fill: &str) {
        let _ = writeln!(self.body, r#"<path d="{d}" fill="{fill}"/>"#);
    }

    /// Open circles, all alike.
    pub fn points(&mut self, points: impl Iterator<Item = (f64, f64)>, radius: f64, stroke: Stroke) {
        let _ = writeln!(self.body, r#"<g fill="none"{}>"#, stroked(stroke));
        for (x, y) in points {
            let _ = writeln!(self.body, r#"<circle cx="{}" cy="{}" r="{}"/>"#, n(x), n(y), n(radius));
        }
        self.body.push_str("</g>\n");
    }

    /// Text on a line that runs through `at`.
    pub fn text(&mut self, at: (f64, f64), anchor: Anchor, size: f64, text: &str) {
        self.runs(at, anchor, size, INK, &[Run::new(text)]);
    }

    /// Text in a colour of its own.
    pub fn coloured(&mut self, at: (f64, f64), anchor: Anchor, size: f64, colour: &str, text: &str) {
        self.runs(at, anchor, size, colour, &[Run::new(text)]);
    }

    /// Runs of text, one behind the other.
    pub fn runs(&mut self, at: (f64, f64), anchor: Anchor, size: f64, colour: &str, runs: &[Run]) {
        if runs.iter().all(|run| run.text.trim().is_empty()) {
            return;
        }
        let _ = write!(
            self.body,
            r#"<text x="{}" y="{}" font-size="{}" text-anchor="{}" fill="{colour}">"#,
            n(at.0),
            n(at.1),
            n(size),
            anchor.word()
        );
        self.spans(runs, size);
        self.body.push_str("</text>\n");
    }

    /// Text that reads upward, centred on a point.
    pub fn upward(&mut self, at: (f64, f64), size: f64, text: &str) {
        let (x, y) = (n(at.0), n(at.1));
        let _ = write!(
            self.body,
            r#"<text transform="translate({x} {y}) rotate(-90)" font-size="{}" text-anchor="middle" fill="{INK}">"#,
            n(size)
        );
        self.spans(&[Run::new(text)], size);
        self.body.push_str("</text>\n");
    }

    fn spans(&mut self, runs: &[Run], size: f64) {
        let mut low = false;
        for run in runs {
            let text = escape(&run.text);
            let face = match run.face {
                Face::Regular => "",
                Face::Bold => r#" font-weight="bold""#,
                Face::Italic => r#" font-style="italic""#,
            };
            // A shift holds for all that follows: the next run is raised again.
            let shift = match (run.lowered, low) {
                (true, false) => format!(r#" dy="{}""#, n(0.22 * size)),
                (false, true) => format!(r#" dy="{}""#, n(-0.22 * size)),
                _ => String::new(),
            };
            let small = if run.lowered { format!(r#" font-size="{}""#, n(LOWERED * size)) } else { String::new() };
            low = run.lowered;
            let attributes = format!("{face}{shift}{small}");
            if attributes.is_empty() {
                self.body.push_str(&text);
            } else {
                let _ = write!(self.body, "<tspan{attributes}>{text}</tspan>");
            }
        }
    }

    /// The finished picture on white: [`WIDTH`] wide, as high as given.
    pub fn finish(self, height: f64) -> String {
        self.shrunk(WIDTH, height, 1.0)
    }

    /// The finished picture of a drawing of this width and height, at this scale, in the middle of [`WIDTH`].
    pub fn shrunk(self, drawn: f64, height: f64, scale: f64) -> String {
        let (height, scale) = (height.max(1.0), if scale > 0.0 { scale } else { 1.0 });
        let view = WIDTH / scale;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}pt\" height=\"{h}pt\" viewBox=\"{left} 0 {vw} {vh}\" \
             font-family=\"'{}', 'Times New Roman', Times, serif\">\n<rect x=\"{left}\" width=\"{vw}\" height=\"{vh}\" fill=\"#fff\"/>\n{}</svg>\n",
            fonts::FAMILY,
            self.body,
            left = n((drawn - view) / 2.0),
            w = n(WIDTH),
            h = n(height * scale),
            vw = n(view),
            vh = n(height),
        )
    }
}

fn stroked(stroke: Stroke) -> String {
    let dashes = if stroke.dashed { r#" stroke-dasharray="4 3""# } else { "" };
    format!(r#" stroke="{}" stroke-width="{}"{dashes}"#, stroke.colour, n(stroke.width))
}

/// A coordinate: hundredths of a point are finer than any eye; what is not finite, or off every page, becomes its border.
pub fn n(value: f64) -> String {
    let bounded = if value.is_nan() { 0.0 } else { value.clamp(-1e5, 1e5) };
    // The addition takes the sign off a zero.
    format!("{}", (bounded * 100.0).round() / 100.0 + 0.0)
}

/// Text that no XML reader takes for markup, without the characters that XML forbids.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use resvg::usvg::{Options, Tree};

    #[test]
    fn coordinates_are_short_and_finite() {
        assert_eq!([1.0, 1.005, -0.001, 12.3456, f64::NAN, f64::INFINITY].map(n), ["1", "1", "0", "12.35", "0", "100000"]);
    }

    #[test]
    fn no_text_is_markup() {
        let mut svg = Svg::new();
        let hostile = "<b> & \"x\" 'y' ]]> \u{0}\u{b}\u{ffff} 🙂 <!-- -->";
        svg.text((10.0, 20.0), Anchor::Start, TEXT, hostile);
        svg.runs((10.0, 40.0), Anchor::Middle, TEXT, INK, &[Run::new("X"), Run::new("1").lowered(), Run::new(" = 2")]);
        svg.upward((10.0, 60.0), TEXT, hostile);
        let svg = svg.finish(80.0);
        assert!(svg.contains("&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39; ]]&gt;  🙂"), "{svg}");
        Tree::from_str(&svg, &Options::default()).unwrap();
    }

    #[test]
    fn an_index_is_lowered_and_what_follows_is_not() {
        let mut svg = Svg::new();
        svg.runs((0.0, 0.0), Anchor::Start, 10.0, INK, &[Run::new("X"), Run::new("1").lowered(), Run::new("b")]);
        assert!(
            svg.body.contains(r#">X<tspan dy="2.2" font-size="7">1</tspan><tspan dy="-2.2">b</tspan></text>"#),
            "{}",
            svg.body
        );
    }
}
