//! Answers to the items of a variable as bars that part at the middle of the scale, one row an item.

use super::axes::Axis;
use super::labels::{cut, symbol_runs, wrap};
use super::svg::{ACCENT, Anchor, GRID, INK, RISE, RULE, SMALL, Stroke, Svg, TEXT, WIDTH, width_of};
use super::{Drawing, Easel};
use crate::fonts::{Face, width};
use crate::numbers::{Kind, Quantity, Setting};
use crate::report::document::Inline;
use crate::study::{Item, Scale};

/// Most items of one figure: more rows than a page carries.
const MOST_ITEMS: usize = 60;
/// Most answers a bar is parted into.
const MOST_ANSWERS: usize = 11;
/// Height all rows may take together.
const ROWS: f64 = 500.0;
/// Room for symbols and names.
const LABELS: f64 = 138.0;

pub fn likert(easel: &Easel<'_>, code: &str) -> Option<Drawing> {
    let desk = easel.desk;
    let variable = desk.study.variable(code)?;
    let scale = variable.scale()?;
    let items: Vec<&Item> = desk.scored_items(code);
    if items.is_empty() || items.len() > MOST_ITEMS || !(2..=MOST_ANSWERS).contains(&scale.points()) {
        return None;
    }
    let counts: Vec<Vec<f64>> = items.iter().map(|item| answers(easel, item, scale)).collect();
    if counts.iter().flatten().all(|count| *count <= 0.0) {
        return None;
    }
    let mut svg = Svg::new();
    let rows = Rows::of(items.len());
    let bottom = 8.0 + rows.height * items.len() as f64;
    let x = axis(&counts);
    for tick in x.ticks() {
        svg.line((x.at(tick), 6.0), (x.at(tick), bottom), Stroke::new(GRID, 0.5));
        svg.text((x.at(tick), bottom + 4.0 + SMALL), Anchor::Middle, SMALL, &easel.style.tick(tick.abs(), x.step));
    }
    let symbols: Vec<_> = items.iter().map(|item| symbol_runs(&item.code, Face::Regular, rows.size, 60.0)).collect();
    let indent = symbols.iter().map(|runs| width_of(runs, rows.size)).fold(0.0, f64::max) + 5.0;
    // Behind the bars, so that it crosses no number.
    svg.line((x.at(0.0), 4.0), (x.at(0.0), bottom), Stroke::new(RULE, 0.8));
    for (position, ((item, counts), symbol)) in items.iter().zip(&counts).zip(&symbols).enumerate() {
        let middle = 8.0 + rows.height * (position as f64 + 0.5);
        svg.runs((2.0, middle + RISE * rows.size / 2.0), Anchor::Start, rows.size, INK, symbol);
        let name = item.name.plain(desk.language);
        let lines = wrap(&name, Face::Regular, rows.size, LABELS - indent, rows.lines);
        let first = middle + RISE * rows.size / 2.0 - rows.size * 1.1 * (lines.len().max(1) - 1) as f64 / 2.0;
        for (line, words) in lines.iter().enumerate() {
            svg.text((2.0 + indent, first + rows.size * 1.1 * line as f64), Anchor::Start, rows.size, words);
        }
        bar(&mut svg, easel, x, middle, rows, counts);
    }
    svg.text((f64::midpoint(x.from, x.to), bottom + 30.0), Anchor::Middle, TEXT, &easel.words("figure.share_of_answers", &[]));
    let height = legend(&mut svg, &legend_words(easel, scale), bottom + 48.0);
    let share = |key: &str| easel.printed(&format!("variables/{code}/answers/{key}"), Setting::Sentence).unwrap_or_default();
    let number = easel.style.print(Quantity::new(Kind::Count, items.len() as f64), Setting::Sentence);
    let name = desk.name(code);
    let alt = if scale.points().is_multiple_of(2) {
        easel.words("alt.likert_even", &[&number, &name, &share("below"), &share("above")])
    } else {
        easel.words("alt.likert", &[&number, &name, &share("below"), &share("middle"), &share("above")])
    };
    let caption = desk.terms.fill("caption.likert", &[vec![Inline::text(name)]]);
    Some(Drawing { caption, alt, svg: svg.finish(height) })
}

/// How often each answer was given, from the lowest to the highest; 0 where nobody gave it.
fn answers(easel: &Easel<'_>, item: &Item, scale: &Scale) -> Vec<f64> {
    let at = |answer: i64| easel.number(&format!("items/{}/counts/{answer}", item.code)).unwrap_or(0.0);
    scale.values().map(at).collect()
}

/// Shares of a row in per cent, and where its first answer begins left of the middle.
fn shares(counts: &[f64]) -> (f64, Vec<f64>) {
    let all = counts.iter().sum::<f64>().max(1.0);
    let shares: Vec<f64> = counts.iter().map(|count| 100.0 * count / all).collect();
    let half = counts.len() / 2;
    let below: f64 = shares.iter().take(half).sum();
    let middle = if counts.len().is_multiple_of(2) { 0.0 } else { shares.get(half).copied().unwrap_or(0.0) };
    (-below - middle / 2.0, shares)
}

/// From the row that reaches farthest to the left to the one that reaches farthest to the right.
fn axis(counts: &[Vec<f64>]) -> Axis {
    let reach = counts.iter().map(|counts| {
        let (start, shares) = shares(counts);
        (start, start + shares.iter().sum::<f64>())
    });
    let (low, high) = reach.fold((0.0_f64, 0.0_f64), |(low, high), (start, end)| (low.min(start), high.max(end)));
    Axis::round(low, high, LABELS + 12.0, WIDTH - 12.0, 8)
}

/// How high rows are, and what fits beside them.
#[derive(Clone, Copy)]
struct Rows {
    height: f64,
    size: f64,
    lines: usize,
}

impl Rows {
    fn of(items: usize) -> Rows {
        let height = (ROWS / items as f64).clamp(8.0, 22.0);
        Rows { height, size: SMALL.min(height - 0.8), lines: if height >= 21.0 { 2 } else { 1 } }
    }
}

fn bar(svg: &mut Svg, easel: &Easel<'_>, x: Axis, middle: f64, rows: Rows, counts: &[f64]) {
    let (mut left, shares) = shares(counts);
    let thick = rows.height * 0.64;
    let size = SMALL.min(thick - 1.0);
    for (position, (share, count)) in shares.iter().zip(counts).enumerate() {
        let right = left + share;
        let (from, to) = (x.within(left), x.within(right));
        let (fill, ink) = shade(position, counts.len());
        svg.rect((from, middle - thick / 2.0), (to - from, thick), &fill, Some(Stroke::new("#ffffff", 0.6)));
        let words = easel.style.print(Quantity::new(Kind::Count, *count), Setting::Table);
        if *count > 0.0 && size >= 6.0 && width(&words, Face::Regular, size) + 3.0 <= to - from {
            svg.coloured((f64::midpoint(from, to), middle + RISE * size / 2.0), Anchor::Middle, size, ink, &words);
        }
        left = right;
    }
}

/// Fill of an answer and the colour of text on it: grey below the middle, the accent above it, darker toward the ends.
fn shade(position: usize, answers: usize) -> (String, &'static str) {
    let place = if answers > 1 { 2.0 * position as f64 / (answers - 1) as f64 - 1.0 } else { 0.0 };
    let mix = |light: [f64; 3], dark: [f64; 3], share: f64| {
        let part = |at: usize| {
            let (light, dark) = (light.get(at).copied().unwrap_or(0.0), dark.get(at).copied().unwrap_or(0.0));
            (light + (dark - light) * share).round() as u8
        };
        format!("#{:02x}{:02x}{:02x}", part(0), part(1), part(2))
    };
    let depth = place.abs();
    let fill = if depth < 1e-9 {
        "#efefef".to_owned()
    } else if place < 0.0 {
        mix([222.0; 3], [98.0; 3], depth * depth)
    } else if depth > 1.0 - 1e-9 {
        ACCENT.to_owned()
    } else {
        mix([208.0, 225.0, 240.0], [31.0, 85.0, 130.0], depth * depth)
    };
    (fill, if depth > 0.8 { "#ffffff" } else { INK })
}

/// The words of the answers: their labels, else the scores themselves.
fn legend_words(easel: &Easel<'_>, scale: &Scale) -> Vec<String> {
    let score = |answer: i64| easel.style.print(Quantity::new(Kind::Score, answer as f64), Setting::Table);
    let label = |(position, answer): (usize, i64)| match scale.labels.get(position).or(scale.abbreviations.get(position)) {
        Some(label) => label.plain(easel.desk.language),
        None => score(answer),
    };
    scale.values().enumerate().map(label).collect()
}

/// Swatches with their words in as many lines as they need; gives the height of the whole figure.
fn legend(svg: &mut Svg, words: &[String], top: f64) -> f64 {
    let words: Vec<String> = words.iter().map(|words| cut(words, Face::Regular, SMALL, 150.0)).collect();
    let entry = |words: &String| 11.0 + width(words, Face::Regular, SMALL) + 12.0;
    let mut lines: Vec<Vec<usize>> = vec![Vec::new()];
    let mut used = 0.0;
    for (position, words) in words.iter().enumerate() {
        if used + entry(words) > WIDTH && used > 0.0 {
            lines.push(Vec::new());
            used = 0.0;
        }
        used += entry(words);
        if let Some(line) = lines.last_mut() {
            line.push(position);
        }
    }
    for (number, line) in lines.iter().enumerate() {
        let wide: f64 = line.iter().filter_map(|position| words.get(*position)).map(entry).sum();
        let mut left = (WIDTH - wide + 12.0) / 2.0;
        let base = top + 14.0 * number as f64;
        for position in line {
            let Some(entry_words) = words.get(*position) else { continue };
            svg.rect((left, base - 7.0), (8.0, 8.0), &shade(*position, words.len()).0, Some(Stroke::new(RULE, 0.4)));
            svg.text((left + 11.0, base), Anchor::Start, SMALL, entry_words);
            left += entry(entry_words);
        }
    }
    top + 14.0 * lines.len() as f64 - 8.0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp)]
    use super::*;

    #[test]
    fn a_row_parts_at_the_middle_answer_or_between_the_two_middle_ones() {
        assert_eq!(shares(&[1.0, 1.0, 4.0, 2.0, 2.0]), (-40.0, vec![10.0, 10.0, 40.0, 20.0, 20.0]));
        assert_eq!(shares(&[1.0, 3.0, 0.0, 0.0]), (-100.0, vec![25.0, 75.0, 0.0, 0.0]));
        assert_eq!(shares(&[0.0, 0.0, 0.0]), (0.0, vec![0.0; 3]));
    }

    #[test]
    fn shades_darken_toward_the_ends_also_in_grey() {
        let grey = |position, answers| {
            let (fill, _) = shade(position, answers);
            let part = |at: usize| f64::from(u8::from_str_radix(&fill[at..at + 2], 16).unwrap_or(0));
            0.299 * part(1) + 0.587 * part(3) + 0.114 * part(5)
        };
        for answers in 2..=MOST_ANSWERS {
            let greys: Vec<f64> = (0..answers).map(|position| grey(position, answers)).collect();
            let (low, high) = (&greys[..answers / 2], &greys[answers.div_ceil(2)..]);
            assert!(low.windows(2).all(|pair| pair[0] < pair[1] - 2.0), "{greys:?}");
            assert!(high.windows(2).all(|pair| pair[0] > pair[1] + 2.0), "{greys:?}");
        }
    }
}
