//! Path diagram: boxes for the variables, arrows with standardized coefficients and stars, what is left as `e`.

use super::labels::{cut, symbol_runs, wrap};
use super::path_layout::{Diagram, Extent, Layout, layout};
use super::svg::{ACCENT, Anchor, INK, RISE, RULE, Run, SMALL, Stroke, Svg, TEXT, WIDTH, n, width_of};
use super::{Drawing, Easel};
use crate::fonts::{Face, width};
use crate::numbers::{Kind, Quantity, Setting};

/// More boxes are no diagram any more.
const MOST_BOXES: usize = 24;
/// Height a page has for the drawing.
const PAGE: f64 = 560.0;
/// Room in which an arrow bends, at best and at least.
const BEND: (f64, f64) = (26.0, 15.0);
/// Width from which on a box holds a name, and the widest.
const NAMED: (f64, f64) = (64.0, 104.0);
/// Room between things above each other.
const AIR: f64 = 7.0;
const ARROWHEAD: f64 = 6.0;
/// From line to line of a name, and from the symbol, which has a lowered index, to its first line.
const LINE: f64 = 10.5;
const BELOW_SYMBOL: f64 = 12.5;

pub fn path_diagram(easel: &Easel<'_>) -> Option<Drawing> {
    let paths = Paths::of(easel)?;
    let first = layout(&paths.diagram(&[]))?;
    let sheet = Sheet::of(&paths, first.columns);
    let boxes: Vec<Words> = paths.codes.iter().map(|code| Words::of(easel, code, &sheet)).collect();
    let heights: Vec<f64> = boxes.iter().enumerate().map(|(position, words)| words.height().max(paths.ports(position))).collect();
    let extents: Vec<Extent> = heights
        .iter()
        .zip(&paths.rests)
        .map(|(height, rest)| Extent {
            above: height / 2.0 + AIR + if rest.is_some() { sheet.rest_height } else { 0.0 },
            below: height / 2.0 + AIR,
        })
        .collect();
    let layout = layout(&paths.diagram(&extents))?;
    let mut svg = Svg::new();
    let top = 4.0;
    for (position, arrow) in paths.arrows.iter().enumerate() {
        let drawn = Route { paths: &paths, layout: &layout, sheet: &sheet, heights: &heights, top, arrow: position };
        drawn.draw(&mut svg, arrow);
    }
    for (position, words) in boxes.iter().enumerate() {
        let middle = top + layout.middle.get(position)?;
        let left = sheet.left(*layout.column.get(position)?);
        let height = *heights.get(position)?;
        let frame = Stroke::new(INK, 0.9);
        svg.rounded((left, middle - height / 2.0), (sheet.box_width, height), 2.0, "#f3f6f9", Some(frame));
        words.draw(&mut svg, left + sheet.box_width / 2.0, middle);
        if let Some(rest) = paths.rests.get(position)? {
            rest.draw(&mut svg, &sheet, left + sheet.box_width / 2.0, middle - height / 2.0);
        }
    }
    let bottom = notes(&mut svg, easel, &paths, &sheet, top + layout.height + 10.0);
    let scale = (WIDTH / sheet.width).min(PAGE / bottom).min(1.0);
    let svg = svg.shrunk(sheet.width, bottom, scale);
    let caption = easel.desk.terms.fill("caption.path_diagram", &[]);
    Some(Drawing { caption, alt: easel.words("alt.path_diagram", &[&paths.in_words(easel)]), svg })
}

/// An arrow: from which box to which, its coefficient and stars.
struct Arrow {
    from: usize,
    to: usize,
    /// `0,607**`; none where the regression could not be computed.
    label: Option<String>,
}

/// What is left unexplained of an outcome.
struct Rest {
    symbol: Vec<Run>,
    value: String,
}

/// Boxes and arrows as the main regressions have them.
struct Paths {
    codes: Vec<String>,
    arrows: Vec<Arrow>,
    /// By box.
    rests: Vec<Option<Rest>>,
    /// A regression has predictors that are no variables of the study.
    left_out: bool,
}

impl Paths {
    /// `None` without arrows, and with more boxes than a page carries.
    fn of(easel: &Easel<'_>) -> Option<Paths> {
        let desk = easel.desk;
        let main: Vec<_> = desk.study.regressions.iter().filter(|regression| regression.main).collect();
        let drawn = |code: &String| desk.variable(code).is_some();
        let mut codes: Vec<String> = Vec::new();
        // In the order of the study: whole variables, then whatever else has a part.
        let named: Vec<&String> =
            main.iter().flat_map(|regression| regression.predictors.iter().chain([&regression.outcome])).collect();
        for code in desk.study.variables.keys().chain(named.iter().copied()) {
            if named.contains(&code) && drawn(code) && !codes.contains(code) {
                codes.push(code.clone());
            }
        }
        let mut arrows = Vec::new();
        let mut rests: Vec<Option<Rest>> = codes.iter().map(|_| None).collect();
        for (position, regression) in main.iter().enumerate() {
            let Some(to) = codes.iter().position(|code| *code == regression.outcome) else { continue };
            let at = format!("regressions/{}", regression.name);
            for predictor in &regression.predictors {
                if let Some(from) = codes.iter().position(|code| code == predictor) {
                    arrows.push(Arrow { from, to, label: label(easel, &format!("{at}/coefficients/{predictor}")) });
                }
            }
            if let Some(value) = easel.printed(&format!("{at}/e"), Setting::Table) {
                let symbol = vec![Run::new("e").face(Face::Italic), Run::new((position + 1).to_string()).lowered()];
                rests[to] = Some(Rest { symbol, value });
            }
        }
        let computed = arrows.iter().any(|arrow| arrow.label.is_some());
        let left_out = main.iter().any(|regression| !regression.predictors.iter().all(drawn));
        (computed && codes.len() <= MOST_BOXES).then_some(Paths { codes, arrows, rests, left_out })
    }

    fn diagram(&self, extents: &[Extent]) -> Diagram {
        let room = |position: usize| extents.get(position).copied().unwrap_or(Extent { above: 10.0, below: 10.0 });
        Diagram {
            boxes: (0..self.codes.len()).map(room).collect(),
            arrows: self.arrows.iter().map(|arrow| (arrow.from, arrow.to)).collect(),
        }
    }

    /// Height that the arrows of a box need at its sides.
    fn ports(&self, position: usize) -> f64 {
        let count = |at: fn(&Arrow) -> usize| self.arrows.iter().filter(|arrow| at(arrow) == position).count();
        8.0 * count(|arrow| arrow.from).max(count(|arrow| arrow.to)) as f64 + 4.0
    }

    /// Every arrow in words.
    fn in_words(&self, easel: &Easel<'_>) -> String {
        let name = |position: usize| self.codes.get(position).map(|code| easel.desk.name(code)).unwrap_or_default();
        let one = |arrow: &Arrow| {
            let value = arrow.label.clone().unwrap_or_else(|| easel.desk.term("not_computed"));
            format!("{} → {} {value}", name(arrow.from), name(arrow.to))
        };
        self.arrows.iter().map(one).collect::<Vec<String>>().join("; ")
    }
}

/// The standardized coefficient at a path with its stars.
fn label(easel: &Easel<'_>, path: &str) -> Option<String> {
    let beta = easel.printed(&format!("{path}/beta"), Setting::Table)?;
    let p = easel.number(&format!("{path}/p"));
    let stars = levels(easel).iter().filter(|level| p.is_some_and(|p| p < **level)).count();
    Some(format!("{beta}{}", "*".repeat(stars)))
}

/// Levels of significance that a star stands for: the study's, then 0,01 where that is below it.
fn levels(easel: &Easel<'_>) -> Vec<f64> {
    let alpha = easel.desk.study.analysis.alpha;
    std::iter::once(alpha).chain(Some(0.01).filter(|strict| alpha > strict + 1e-9)).collect()
}

/// Widths of everything, from left to right.
struct Sheet {
    /// Of the whole drawing; shrunk to the page's where it is more.
    width: f64,
    margin: f64,
    box_width: f64,
    bend: f64,
    label: f64,
    /// Boxes hold names; else symbols, explained below.
    named: bool,
    /// `e₁ = 0,736` stands on one line.
    rest_on_one_line: bool,
    rest_height: f64,
}

impl Sheet {
    fn of(paths: &Paths, columns: usize) -> Sheet {
        let gaps = columns.saturating_sub(1) as f64;
        let labels = paths.arrows.iter().filter_map(|arrow| arrow.label.as_ref());
        let label = labels.map(|label| width(label, Face::Regular, SMALL)).fold(20.0, f64::max) + 6.0;
        let rests = || paths.rests.iter().flatten();
        let tall = rests().map(|rest| width(&rest.value, Face::Regular, SMALL)).fold(0.0, f64::max);
        let flat = rests().map(Rest::width).fold(0.0, f64::max);
        let room = |bend: f64| (WIDTH - 4.0 - gaps * (label + 2.0 * bend)) / columns as f64;
        let bend = if room(BEND.0) >= NAMED.0 { BEND.0 } else { BEND.1 };
        let named = room(bend) >= NAMED.0;
        let symbols = paths.codes.iter().map(|code| width_of(&symbol_runs(code, Face::Regular, TEXT, 60.0), TEXT));
        let narrow = symbols.fold(24.0, f64::max).max(tall) + 8.0;
        let box_width = if named { room(bend).min(NAMED.1) } else { room(bend).clamp(narrow, narrow.max(48.0)) };
        // What the boxes leave is given to the arrows.
        let free = WIDTH - 4.0 - columns as f64 * box_width - gaps * label;
        let bend = if gaps > 0.0 { (free / gaps / 2.0).clamp(bend, 48.0) } else { bend };
        let used = columns as f64 * box_width + gaps * (label + 2.0 * bend);
        let total = (used + 4.0).max(WIDTH);
        let rest_on_one_line = flat <= box_width;
        Sheet {
            width: total,
            margin: (total - used) / 2.0,
            box_width,
            bend,
            label,
            named,
            rest_on_one_line,
            rest_height: if rest_on_one_line { 24.0 } else { 37.0 },
        }
    }

    fn left(&self, column: usize) -> f64 {
        self.margin + column as f64 * (self.box_width + self.label + 2.0 * self.bend)
    }

    /// Where the lanes of a track begin and end: 1 is between the first two columns, 2 through the second column.
    fn lane(&self, track: usize) -> (f64, f64) {
        let left = self.left(track / 2);
        if track.is_multiple_of(2) {
            (left, left + self.box_width)
        } else {
            let begin = left + self.box_width + self.bend;
            (begin, begin + self.label)
        }
    }
}

/// One arrow on the sheet.
struct Route<'a> {
    paths: &'a Paths,
    layout: &'a Layout,
    sheet: &'a Sheet,
    heights: &'a [f64],
    top: f64,
    arrow: usize,
}

impl Route<'_> {
    /// Where an arrow leaves or enters a box: the arrows at one side stand in the order of their nearest lanes.
    fn port(&self, at: fn(&Arrow) -> usize, leaving: bool) -> f64 {
        let own = self.paths.arrows.get(self.arrow).map(at).unwrap_or_default();
        let nearest = |arrow: usize| {
            let lanes = self.layout.lanes.get(arrow);
            lanes.and_then(|lanes| if leaving { lanes.first() } else { lanes.last() }).copied().unwrap_or_default()
        };
        let mut side: Vec<usize> =
            (0..self.paths.arrows.len()).filter(|arrow| self.paths.arrows.get(*arrow).map(at) == Some(own)).collect();
        side.sort_by(|a, b| nearest(*a).total_cmp(&nearest(*b)).then(a.cmp(b)));
        let position = side.iter().position(|arrow| *arrow == self.arrow).unwrap_or_default() as f64;
        let height = self.heights.get(own).copied().unwrap_or_default();
        let step = ((height - 6.0) / side.len().max(1) as f64).min(12.0);
        let middle = self.layout.middle.get(own).copied().unwrap_or_default();
        self.top + middle + (position - (side.len() as f64 - 1.0) / 2.0) * step
    }

    fn draw(&self, svg: &mut Svg, arrow: &Arrow) {
        let column = |position: usize| self.layout.column.get(position).copied().unwrap_or_default();
        let lanes = self.layout.lanes.get(self.arrow).map(Vec::as_slice).unwrap_or_default();
        let first = 2 * column(arrow.from) + 1;
        let mut at = (self.sheet.left(column(arrow.from)) + self.sheet.box_width, self.port(|arrow| arrow.from, true));
        let mut d = format!("M{} {}", n(at.0), n(at.1));
        let mut bend = |to: (f64, f64)| {
            let half = f64::midpoint(at.0, to.0);
            d.push_str(&format!("C{} {} {} {} {} {}", n(half), n(at.1), n(half), n(to.1), n(to.0), n(to.1)));
            at = to;
        };
        let mut label = None;
        for (position, lane) in lanes.iter().enumerate() {
            let (from, to) = self.sheet.lane(first + position);
            let line = self.top + lane;
            bend((from, line));
            bend((to, line));
            if self.layout.labelled.get(self.arrow) == Some(&position) {
                label = Some((f64::midpoint(from, to), line));
            }
        }
        let end = (self.sheet.left(column(arrow.to)), self.port(|arrow| arrow.to, false));
        bend((end.0 - ARROWHEAD, end.1));
        let stroke = Stroke::new(if arrow.label.is_some() { ACCENT } else { RULE }, 1.0);
        svg.path(&d, if arrow.label.is_some() { stroke } else { stroke.dashed() });
        head(svg, end, (-1.0, 0.0), stroke.colour);
        if let (Some(words), Some((x, y))) = (&arrow.label, label) {
            let wide = width(words, Face::Regular, SMALL) + 4.0;
            svg.rect((x - wide / 2.0, y - 6.0), (wide, 12.0), "#ffffff", None);
            svg.text((x, y + RISE * SMALL / 2.0), Anchor::Middle, SMALL, words);
        }
    }
}

/// The head of an arrow whose point is `end` and whose shaft lies in the direction `back`.
fn head(svg: &mut Svg, end: (f64, f64), back: (f64, f64), colour: &str) {
    let base = (end.0 + back.0 * ARROWHEAD, end.1 + back.1 * ARROWHEAD);
    let (side, d) = ((-back.1 * 2.6, back.0 * 2.6), |x: f64, y: f64| format!("{} {}", n(x), n(y)));
    let shape = format!("M{}L{}L{}Z", d(end.0, end.1), d(base.0 + side.0, base.1 + side.1), d(base.0 - side.0, base.1 - side.1));
    svg.shape(&shape, colour);
}

/// What stands in a box: the symbol, and the name below it where there is room.
struct Words {
    symbol: Vec<Run>,
    lines: Vec<String>,
}

impl Words {
    fn of(easel: &Easel<'_>, code: &str, sheet: &Sheet) -> Words {
        let room = sheet.box_width - 8.0;
        let symbol = symbol_runs(code, Face::Bold, TEXT, room);
        let lines = if sheet.named { wrap(&easel.desk.name(code), Face::Regular, SMALL, room, 4) } else { Vec::new() };
        Words { symbol, lines }
    }

    fn height(&self) -> f64 {
        let names = if self.lines.is_empty() { 0.0 } else { BELOW_SYMBOL - LINE };
        22.0 + LINE * self.lines.len() as f64 + names
    }

    fn draw(&self, svg: &mut Svg, x: f64, middle: f64) {
        let first = middle + 11.0 + RISE * TEXT / 2.0 - self.height() / 2.0;
        svg.runs((x, first), Anchor::Middle, TEXT, INK, &self.symbol);
        for (line, words) in self.lines.iter().enumerate() {
            svg.text((x, first + BELOW_SYMBOL + LINE * line as f64), Anchor::Middle, SMALL, words);
        }
    }
}

impl Rest {
    fn on_one_line(&self) -> Vec<Run> {
        self.symbol.iter().cloned().chain([Run::new(format!(" = {}", self.value))]).collect()
    }

    fn width(&self) -> f64 {
        width_of(&self.on_one_line(), SMALL)
    }

    /// Above the box whose upper side is at `top`.
    fn draw(&self, svg: &mut Svg, sheet: &Sheet, x: f64, top: f64) {
        let begin = top - 13.0;
        svg.line((x, begin), (x, top - ARROWHEAD), Stroke::new(INK, 0.8));
        head(svg, (x, top), (0.0, -1.0), INK);
        if sheet.rest_on_one_line {
            svg.runs((x, begin - 3.5), Anchor::Middle, SMALL, INK, &self.on_one_line());
        } else {
            svg.runs((x, begin - 15.5), Anchor::Middle, SMALL, INK, &self.symbol);
            svg.text((x, begin - 3.5), Anchor::Middle, SMALL, &self.value);
        }
    }
}

/// What stars, symbols and gaps mean, below the drawing; gives where it ends.
fn notes(svg: &mut Svg, easel: &Easel<'_>, paths: &Paths, sheet: &Sheet, top: f64) -> f64 {
    let mut lines: Vec<Vec<Run>> = Vec::new();
    let limit = |level: f64| easel.style.print(Quantity::new(Kind::Limit, level), Setting::Sentence);
    let stars = levels(easel).into_iter().enumerate();
    let stars: Vec<String> =
        stars.map(|(position, level)| format!("{} p < {}", "*".repeat(position + 1), limit(level))).collect();
    lines.push(vec![Run::new(easel.words("figure.stars", &[&stars.join("; ")]))]);
    if paths.left_out {
        lines.push(vec![Run::new(easel.words("figure.controls_left_out", &[]))]);
    }
    if !sheet.named {
        for code in &paths.codes {
            let symbol = symbol_runs(code, Face::Regular, SMALL, 120.0);
            let room = sheet.width - 12.0 - width_of(&symbol, SMALL);
            let name = cut(&format!(" : {}", easel.desk.name(code)), Face::Regular, SMALL, room);
            lines.push(symbol.into_iter().chain([Run::new(format!(" {name}"))]).collect());
        }
    }
    for (position, line) in lines.iter().enumerate() {
        svg.runs((4.0, top + 7.0 + 12.0 * position as f64), Anchor::Start, SMALL, INK, line);
    }
    top + 12.0 * lines.len() as f64
}
