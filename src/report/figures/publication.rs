//! The sheet by which an agency makes its index public: one page, to be hung up or shared.

use super::labels::{cut, wrap};
use super::svg::{ACCENT, Anchor, GRID, INK, PALE, RULE, Run, Stroke, Svg, TINT, WIDTH};
use super::{Drawing, Easel};
use crate::fonts::{Face, width};
use crate::numbers::Setting;

/// Height of the sheet.
const HEIGHT: f64 = 548.0;
/// Where its content begins and ends.
const LEFT: f64 = 22.0;
const RIGHT: f64 = WIDTH - 22.0;
/// Lowest line of the respondents.
const LIST_END: f64 = 468.0;

/// The sheet of the first index; nothing where it has no value.
pub fn publication(easel: &Easel<'_>) -> Option<Drawing> {
    let desk = easel.desk;
    let code = desk.view.keys("service").first()?.clone();
    let at = format!("service/{code}");
    let (value, number) = (easel.number(&format!("{at}/value"))?, easel.printed(&format!("{at}/value"), Setting::Sentence)?);
    let n = easel.printed(&format!("{at}/n"), Setting::Sentence)?;
    let text = |key: &str| desk.view.text(&format!("{at}/{key}")).unwrap_or_default();
    let (grade, performance) = (text("grade"), text("performance"));
    let agency = desk.study.object.as_ref().unwrap_or(&desk.study.title).plain(desk.language);
    let period = crate::report::tables::service::this_period(desk);
    let mut svg = Svg::new();
    svg.rounded((1.0, 1.0), (WIDTH - 2.0, HEIGHT - 2.0), 10.0, "#ffffff", Some(Stroke::new(ACCENT, 1.5)));
    head(&mut svg, easel, &agency, &period);
    index(&mut svg, easel, &number, grade, performance);
    bands(&mut svg, easel, &at, value);
    let listed = respondents(&mut svg, easel, &n);
    foot(&mut svg, easel);
    let listed = if listed.is_empty() { listed } else { format!("; {listed}") };
    let alt = easel.words("alt.publication", &[&agency, &period, &number, text("category"), &n, &listed]);
    Some(Drawing { caption: Vec::new(), alt, svg: svg.finish(HEIGHT) })
}

fn bold(svg: &mut Svg, at: (f64, f64), anchor: Anchor, size: f64, colour: &str, text: &str) {
    svg.runs(at, anchor, size, colour, &[Run::new(text).face(Face::Bold)]);
}

/// The title, the agency and the period on a dark ground.
fn head(svg: &mut Svg, easel: &Easel<'_>, agency: &str, period: &str) {
    let middle = WIDTH / 2.0;
    let names = balanced(agency, 16.0);
    let height = 74.0 + 19.0 * names.len() as f64;
    svg.rounded((1.0, 1.0), (WIDTH - 2.0, height), 10.0, ACCENT, None);
    svg.rect((1.0, 14.0), (WIDTH - 2.0, height - 13.0), ACCENT, None);
    bold(svg, (middle, 32.0), Anchor::Middle, 13.0, "#ffffff", &easel.words("sheet.title", &[]));
    for (line, words) in names.iter().enumerate() {
        bold(svg, (middle, 56.0 + 19.0 * line as f64), Anchor::Middle, 16.0, "#ffffff", words);
    }
    let period = cut(&easel.words("sheet.period", &[period]), Face::Regular, 11.0, RIGHT - LEFT);
    svg.coloured((middle, height - 12.0), Anchor::Middle, 11.0, "#ffffff", &period);
}

/// The index in large figures, its grade beside it.
fn index(svg: &mut Svg, easel: &Easel<'_>, number: &str, grade: &str, performance: &str) {
    let (top, height) = (128.0, 118.0);
    svg.rounded((LEFT, top), (RIGHT - LEFT, height), 8.0, "#f6f9fc", Some(Stroke::new(TINT, 1.0)));
    let left = LEFT + 112.0;
    svg.coloured((left, top + 24.0), Anchor::Middle, 11.0, RULE, &easel.words("sheet.index", &[]));
    let size = (66.0 * 200.0 / width(number, Face::Bold, 66.0).max(1.0)).min(66.0);
    bold(svg, (left, top + 87.0), Anchor::Middle, size, ACCENT, number);
    let right = RIGHT - 78.0;
    svg.line((RIGHT - 142.0, top + 16.0), (RIGHT - 142.0, top + height - 16.0), Stroke::new(TINT, 1.0));
    svg.coloured((right, top + 24.0), Anchor::Middle, 11.0, RULE, &easel.words("sheet.grade", &[]));
    // A grade is a letter; bands with other names get what room there is.
    let size = (46.0 * 112.0 / width(grade, Face::Bold, 46.0).max(1.0)).min(46.0);
    bold(svg, (right, top + 72.0), Anchor::Middle, size, ACCENT, grade);
    let words = cut(performance, Face::Bold, 13.0, 126.0);
    bold(svg, (right, top + 96.0), Anchor::Middle, 13.0, INK, &capital(&words));
}

/// The bands beside each other, and where the index lies.
fn bands(svg: &mut Svg, easel: &Easel<'_>, at: &str, value: f64) {
    let count = easel.desk.view.len(&format!("{at}/bands"));
    let of = |position: usize, key: &str| easel.number(&format!("{at}/bands/{position}/{key}"));
    let (Some(low), Some(high)) = (of(0, "band_low"), count.checked_sub(1).and_then(|last| of(last, "band_high"))) else {
        return;
    };
    if high <= low {
        return;
    }
    let (top, thick) = (268.0, 13.0);
    let place = |value: f64| LEFT + (value.clamp(low, high) - low) / (high - low) * (RIGHT - LEFT);
    for position in 0..count {
        let Some(from) = of(position, "band_low") else { continue };
        let to = of(position + 1, "band_low").unwrap_or(high);
        let holds = value >= from - 0.005 && (position + 1 == count || value < to - 0.005);
        let (fill, ink) = if holds { (ACCENT, "#ffffff") } else { (PALE, INK) };
        svg.rect((place(from) + 0.5, top), (place(to) - place(from) - 1.0, thick), fill, None);
        let middle = f64::midpoint(place(from), place(to));
        let name = easel.desk.view.text(&format!("{at}/bands/{position}/grade")).unwrap_or_default();
        bold(svg, (middle, top + 10.0), Anchor::Middle, 9.0, ink, &cut(name, Face::Bold, 9.0, place(to) - place(from) - 4.0));
        let edge = easel.printed(&format!("{at}/bands/{position}/band_low"), Setting::Table).unwrap_or_default();
        svg.coloured(
            (place(from), top + thick + 11.0),
            if position == 0 { Anchor::Start } else { Anchor::Middle },
            8.5,
            RULE,
            &edge,
        );
    }
    let edge = easel.printed(&format!("{at}/bands/{}/band_high", count - 1), Setting::Table).unwrap_or_default();
    svg.coloured((RIGHT, top + thick + 11.0), Anchor::End, 8.5, RULE, &edge);
    let tip = place(value);
    svg.shape(
        &format!(
            "M{0} {1}L{2} {3}L{4} {3}Z",
            super::svg::n(tip),
            super::svg::n(top - 1.0),
            super::svg::n(tip - 5.0),
            super::svg::n(top - 9.0),
            super::svg::n(tip + 5.0)
        ),
        ACCENT,
    );
}

/// How many answered, and who they are: every characteristic as far as there is room. Gives the list in words.
fn respondents(svg: &mut Svg, easel: &Easel<'_>, n: &str) -> String {
    let desk = easel.desk;
    let top = 318.0;
    bold(svg, (LEFT, top), Anchor::Start, 12.0, ACCENT, &easel.words("sheet.respondents", &[]));
    bold(svg, (RIGHT, top), Anchor::End, 12.0, INK, &easel.words("sheet.count", &[n]));
    svg.line((LEFT, top + 6.0), (RIGHT, top + 6.0), Stroke::new(ACCENT, 0.8));
    let mut listed = Vec::new();
    let mut base = top + 22.0;
    for characteristic in &desk.study.characteristics {
        let at = format!("respondents/{}/rows", characteristic.code);
        let rows: Vec<String> = (0..desk.view.len(&at))
            .filter_map(|row| {
                let value = desk.view.text(&format!("{at}/{row}/value"))?;
                Some(format!("{value}: {}", easel.printed(&format!("{at}/{row}/count"), Setting::Sentence)?))
            })
            .collect();
        if rows.is_empty() {
            continue;
        }
        let name = desk.name(&characteristic.code);
        // Each value keeps together with its number.
        let glued: Vec<String> = rows.iter().map(|row| row.replace(' ', "\u{a0}")).collect();
        let lines = wrap_glued(&glued, RIGHT - LEFT - 112.0);
        let height = 13.0 * lines.len() as f64 + 6.0;
        if base + height - 13.0 > LIST_END {
            break;
        }
        for (line, words) in wrap(&name, Face::Bold, 10.0, 104.0, lines.len().max(1)).iter().enumerate() {
            bold(svg, (LEFT, base + 13.0 * line as f64), Anchor::Start, 10.0, INK, words);
        }
        for (line, words) in lines.iter().enumerate() {
            svg.text((LEFT + 112.0, base + 13.0 * line as f64), Anchor::Start, 10.0, words);
        }
        base += height;
        svg.line((LEFT, base - 13.0), (RIGHT, base - 13.0), Stroke::new(GRID, 0.6));
        base += 2.0;
        listed.push(format!("{name}: {}", rows.join(", ")));
    }
    listed.join("; ")
}

/// Values beside each other, broken between them.
fn wrap_glued(values: &[String], limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in values {
        let longer = lines.last().map(|line| format!("{line}\u{a0} · {word}"));
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line)) if width(&longer, Face::Regular, 10.0) <= limit => *line = longer,
            _ => lines.push(cut(word, Face::Regular, 10.0, limit)),
        }
    }
    lines
}

/// Thanks; and, of practice data, that they are.
fn foot(svg: &mut Svg, easel: &Easel<'_>) {
    let middle = WIDTH / 2.0;
    svg.rounded((1.0, HEIGHT - 62.0), (WIDTH - 2.0, 61.0), 10.0, "#f6f9fc", None);
    svg.rect((1.0, HEIGHT - 62.0), (WIDTH - 2.0, 20.0), "#f6f9fc", None);
    svg.line((1.0, HEIGHT - 62.0), (WIDTH - 1.0, HEIGHT - 62.0), Stroke::new(TINT, 1.0));
    svg.rounded((1.0, 1.0), (WIDTH - 2.0, HEIGHT - 2.0), 10.0, "none", Some(Stroke::new(ACCENT, 1.5)));
    let words = easel.words("sheet.thanks", &[]);
    let lines = wrap(&words, Face::Italic, 10.5, RIGHT - LEFT, 3);
    let begin = HEIGHT - 36.0 - 6.5 * lines.len().saturating_sub(1) as f64 + 3.0;
    for (line, words) in lines.iter().enumerate() {
        let run = Run::new(words.clone()).face(Face::Italic);
        svg.runs((middle, begin + 13.0 * line as f64), Anchor::Middle, 10.5, INK, &[run]);
    }
    if easel.desk.view.flag("meta/practice") == Some(true) {
        bold(svg, (middle, HEIGHT - 8.0), Anchor::Middle, 9.0, "#a02020", &easel.words("source_practice", &[]));
    }
}

/// A name in one line, or in two of about the same length.
fn balanced(name: &str, size: f64) -> Vec<String> {
    let lines = |limit: f64| wrap(name, Face::Bold, size, limit, 2);
    let whole = lines(RIGHT - LEFT);
    let cut = |lines: &[String]| lines.iter().any(|line| line.ends_with('…'));
    if whole.len() < 2 || cut(&whole) {
        return whole;
    }
    let narrower = (0..20).map(|step| lines((RIGHT - LEFT) * (0.5 + 0.025 * f64::from(step))));
    narrower.into_iter().find(|lines| lines.len() == 2 && !cut(lines)).unwrap_or(whole)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
