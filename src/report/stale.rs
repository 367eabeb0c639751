//! Numbers that an author typed into a text and that no result has any more.
//!
//! What is looked at is the source text, so that the place is exact. Not every number is a result: whole numbers, numbers of
//! tables and pages, bounds (`< 0,05`), amounts with a unit or currency, and everything in a sentence that cites its source
//! are left alone. A word before the number (`β`, `t`, `F`, `Sig.`) says what it should match; without one every number the
//! report prints may be meant.

use super::document::{Block, Inline, for_each_inline};
use super::problem_words::WordsProblem;
use super::view::{Found, View};
use crate::diagnostics::{Diagnostics, SourceFiles, Span};
use crate::language::Language;
use crate::numbers::{Kind, NumberStyle, PrintedNumber, Quantity, Setting};

/// A text of the author as written.
#[derive(Debug, Clone)]
pub struct OwnText {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub whole: Option<Span>,
    /// Its bytes are those of the place; else it was folded or quoted there.
    pub exact: bool,
}

impl OwnText {
    /// The place of some bytes of the text: exact, or found again by its words, or the whole.
    pub fn place(&self, start: usize, end: usize, sources: &SourceFiles) -> Option<Span> {
        let whole = self.whole?;
        if self.exact {
            return Some(whole.part(start, end));
        }
        let words = self.text.get(start..end).unwrap_or_default();
        let found = sources.text(whole).find(words).filter(|_| !words.is_empty());
        Some(found.map_or(whole, |at| whole.part(at, at + words.len())))
    }
}

/// Words before a number, and what a path ends in of the results that it may be.
const LABELS: &[(&[&str], &[&str])] = &[
    (&["β", "beta"], &["/beta", "/direct", "/total", "/indirect_total"]),
    (&["b"], &["/b"]),
    (&["t", "thitung", "t-hitung", "t-statistik"], &["/t", "/t_critical", "/statistic"]),
    (&["f", "fhitung", "f-hitung"], &["/f", "/f_critical", "/statistic", "/f_change"]),
    (&["p", "sig", "signifikansi", "significance", "p-value"], &["/p"]),
    (&["r²", "r2", "square", "determinasi", "determination"], &["/r2", "/adjusted_r2", "/r2_with", "/r2_without", "/delta_r2"]),
    (&["z", "sobel"], &["/z"]),
    (&["alpha", "cronbach", "α"], &["/alpha", "/alpha_if_deleted"]),
    (&["vif"], &["/vif"]),
    (&["tolerance"], &["/tolerance"]),
    (&["rata-rata", "mean", "average"], &["/mean", "/item_mean"]),
];

/// Words between a label and its number.
const FILLERS: &[&str] = &[
    "sebesar",
    "adalah",
    "senilai",
    "yaitu",
    "yakni",
    "hitung",
    "tabel",
    "koefisien",
    "nilai",
    "dengan",
    "=",
    "≈",
    ":",
    "is",
    "of",
    "was",
    "value",
    "statistic",
    "coefficient",
    "hanya",
    "only",
];

/// Words before a number that is a name of something: `Tabel 4.1`, `Pasal 1,5`.
const NAMES: &[&str] = &[
    "tabel",
    "gambar",
    "bab",
    "subbab",
    "bagian",
    "lampiran",
    "nomor",
    "no",
    "pasal",
    "ayat",
    "halaman",
    "hlm",
    "hal",
    "versi",
    "rumus",
    "persamaan",
    "table",
    "figure",
    "chapter",
    "section",
    "appendix",
    "page",
    "article",
    "version",
    "equation",
    "rp",
    "usd",
    "$",
    "rp.",
];

/// Words before a number that is a bound and no result.
const BOUNDS: &[&str] = &[
    "<",
    ">",
    "≤",
    "≥",
    "daripada",
    "dari",
    "bawah",
    "atas",
    "melebihi",
    "melampaui",
    "minimal",
    "maksimal",
    "taraf",
    "batas",
    "than",
    "below",
    "above",
    "exceeds",
    "threshold",
    "level",
];

/// Words after a number that measure something else.
const UNITS: &[&str] = &[
    "km", "km²", "km2", "m", "m²", "m2", "ha", "hektare", "hektar", "ribu", "juta", "miliar", "triliun", "jam", "menit", "hari",
    "minggu", "bulan", "tahun", "kg", "ton", "liter", "thousand", "million", "billion", "hours", "days", "years", "hectares",
];

/// Words after a whole number that this study can know.
const COUNTED: &[&str] = &["responden", "respondents", "kuesioner", "questionnaires"];

/// A typed number that may be a result.
#[derive(Debug, Clone, PartialEq)]
struct Typed {
    start: usize,
    end: usize,
    number: PrintedNumber,
    percent: bool,
    counted: bool,
    label: Option<&'static [&'static str]>,
}

/// Warns of every typed number in the texts that no current result has.
pub fn check(
    texts: &[OwnText],
    blocks: &mut [Block],
    view: &View,
    style: &NumberStyle,
    sources: &SourceFiles,
    diagnostics: &mut Diagnostics,
) {
    let typed: Vec<(&OwnText, Typed)> =
        texts.iter().flat_map(|text| scan(&text.text, style.language).into_iter().map(move |typed| (text, typed))).collect();
    if typed.is_empty() {
        return;
    }
    let results = results(blocks, view);
    for (text, typed) in typed {
        let may_be = |(path, quantity): &&(String, Quantity)| match typed.label {
            Some(endings) => endings.iter().any(|ending| path.ends_with(ending)),
            None if typed.counted => quantity.kind == Kind::Count,
            None => true,
        };
        let candidates: Vec<&(String, Quantity)> = results.iter().filter(may_be).collect();
        if candidates.iter().any(|(_, quantity)| matches(&typed, quantity)) {
            continue;
        }
        let place = text.place(typed.start, typed.end, sources);
        let words = text.text.get(typed.start..typed.end).unwrap_or_default().to_owned();
        let near = nearest(&typed, &candidates).map(|(path, quantity)| (path.clone(), style.print(*quantity, Setting::Sentence)));
        diagnostics.push(WordsProblem::Stale { place, typed: words, near }.diagnostic());
    }
}

/// The numbers that the report prints, and those of its regressions, hypotheses and effects.
fn results(blocks: &mut [Block], view: &View) -> Vec<(String, Quantity)> {
    let mut found: Vec<(String, Quantity)> = Vec::new();
    for top in ["regressions", "hypotheses", "effects", "moderations", "comparisons", "variables", "correlations", "data", "meta"]
    {
        collect(top, view, &mut found);
    }
    for_each_inline(blocks, &mut |inline| {
        if let Inline::Value { quantity, path, .. } = inline {
            found.push((path.clone(), *quantity));
        }
    });
    found
}

fn collect(path: &str, view: &View, found: &mut Vec<(String, Quantity)>) {
    match view.get(path) {
        Some(Found::Number(quantity)) => found.push((path.to_owned(), quantity)),
        Some(Found::Branch(serde_json::Value::Array(list))) => {
            for (position, entry) in list.iter().enumerate() {
                // A name says more than a position, where the entry has one.
                let field = |key: &str| entry.get(key).and_then(serde_json::Value::as_str);
                let name = ["id", "term"].into_iter().find_map(field).filter(|name| !name.contains('/'));
                let part = name.map_or_else(|| position.to_string(), str::to_owned);
                collect(&format!("{path}/{part}"), view, found);
            }
        }
        Some(Found::Branch(_)) => view.keys(path).iter().for_each(|key| collect(&format!("{path}/{key}"), view, found)),
        _ => {}
    }
}

/// Whether a result, rounded as the number was typed, is that number.
fn matches(typed: &Typed, quantity: &Quantity) -> bool {
    let (low, high) = typed.number.interval();
    let slack = 1e-9 * high.abs().max(1.0);
    let within = |value: f64| value >= low - slack && value <= high + slack;
    // Words may say which way a number goes, so its sign need not be typed.
    let holds = |value: f64| within(value) || (low >= 0.0 && within(value.abs()));
    holds(quantity.value) || (typed.percent && holds(100.0 * quantity.value))
}

/// The candidate nearest to a number, when it is near at all.
fn nearest<'r>(typed: &Typed, candidates: &[&'r (String, Quantity)]) -> Option<&'r (String, Quantity)> {
    let (low, high) = typed.number.interval();
    let value = f64::midpoint(low, high);
    let distance = |found: f64| (found.abs() - value.abs()).abs();
    let best = candidates.iter().min_by(|a, b| distance(a.1.value).total_cmp(&distance(b.1.value)))?;
    (distance(best.1.value) <= 0.25 * value.abs().max(1e-3)).then_some(best)
}

/// The typed numbers of a text that may be results.
fn scan(text: &str, language: Language) -> Vec<Typed> {
    let mark = match language {
        Language::Id => ',',
        Language::En => '.',
    };
    let plain = without_expressions(text);
    let mut found = Vec::new();
    for (start, end) in digits(&plain) {
        let words = &plain[start..end];
        let percent = percent_after(&plain[end..]);
        let counted = next_word(&plain[end..]).is_some_and(|word| COUNTED.contains(&word.as_str()));
        // SPSS prints a point; nobody writes thousands of thousandths.
        let own_mark = if words.starts_with("0.") || words.starts_with('.') { '.' } else { mark };
        let decimal = words.contains(own_mark) && !(own_mark != mark && words.contains(mark));
        if !(decimal || percent || counted) || is_cited(&plain, start) {
            continue;
        }
        let before = words_before(&plain[..start]);
        let last = before.last().map(String::as_str).unwrap_or_default();
        if NAMES.contains(&last)
            || BOUNDS.contains(&last)
            || (!percent && next_word(&plain[end..]).is_some_and(|word| UNITS.contains(&word.as_str())))
        {
            continue;
        }
        let Some(number) = PrintedNumber::parse(words, own_mark) else { continue };
        found.push(Typed { start, end, number, percent, counted: counted && !decimal && !percent, label: label(&before) });
    }
    found
}

/// What the words before a number say it is.
fn label(before: &[String]) -> Option<&'static [&'static str]> {
    let word = before.iter().rev().take(4).find(|word| !FILLERS.contains(&word.as_str()))?;
    LABELS.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, endings)| *endings)
}

/// The text with expressions, keys of citations and labels as blanks; bytes keep their places.
fn without_expressions(text: &str) -> String {
    let mut out = text.as_bytes().to_vec();
    for (open, close) in [("{{", "}}"), ("{%", "%}"), ("{#", "}"), ("![", ")")] {
        let mut at = 0;
        while let Some(start) = text.get(at..).and_then(|rest| rest.find(open)).map(|start| at + start) {
            let end = text[start..].find(close).map_or(text.len(), |end| start + end + close.len());
            out.iter_mut().take(end).skip(start).filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
            at = end.max(start + open.len());
        }
    }
    // Only whole characters were blanked.
    String::from_utf8(out).unwrap_or_default()
}

/// Where numbers stand: digits with points and commas between them, nothing of a word on either side.
fn digits(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    let mut before = ' ';
    let mut opened_by = ' ';
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let part = character.is_ascii_digit() || matches!(character, '.' | ',');
        match (start, part) {
            (None, true) => {
                start = Some(at);
                opened_by = before;
            }
            (Some(from), false) => {
                start = None;
                let run = text[from..at].trim_end_matches(['.', ',']);
                let whole = !opened_by.is_alphanumeric()
                    && !matches!(opened_by, '_' | '/' | '^' | '~' | '-')
                    && !character.is_alphabetic();
                let lead = run.len() - run.trim_start_matches(['.', ',']).len();
                // `,028` is a number of SPSS; `..5` and `, 5` are not.
                let from = if lead > 1 { from + lead } else { from };
                let run = text.get(from..from + run.len().saturating_sub(if lead > 1 { lead } else { 0 })).unwrap_or_default();
                if whole && run.chars().any(|c| c.is_ascii_digit()) {
                    found.push((from, from + run.len()));
                }
            }
            _ => {}
        }
        before = character;
    }
    found
}

fn percent_after(rest: &str) -> bool {
    rest.starts_with('%') || rest.starts_with(" %") || matches!(next_word(rest).as_deref(), Some("persen" | "percent"))
}

fn next_word(rest: &str) -> Option<String> {
    let rest = rest.strip_prefix([' ', '\u{a0}'])?;
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    (!word.is_empty()).then(|| word.to_lowercase())
}

/// The last words before a place, of the same sentence, without marks of Markdown.
fn words_before(text: &str) -> Vec<String> {
    let tail: String = text.chars().rev().take(120).collect::<Vec<_>>().into_iter().rev().collect();
    let bare =
        tail.replace(['*', '~', '(', ')', '^', '“', '”', '"'], " ").replace('=', " = ").replace('<', " < ").replace('>', " > ");
    bare.split_whitespace()
        .map(|word| word.trim_end_matches(['.', ',', ';', ':']).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether the sentence around a place cites a source.
fn is_cited(text: &str, at: usize) -> bool {
    let begins = text[..at].rfind(". ").into_iter().chain(text[..at].rfind("\n\n")).max().unwrap_or(0);
    let rest = &text[at..];
    let ends =
        rest.find(". ").into_iter().chain(rest.find("\n\n")).chain(rest.find(".\n")).min().map_or(text.len(), |end| at + end);
    text[begins..ends].contains("[@")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, bool)> {
        scan(text, Language::Id).into_iter().map(|typed| (&text[typed.start..typed.end], typed.label.is_some())).collect()
    }

    #[test]
    fn what_may_be_a_result_is_found() {
        for (text, expected) in [
            ("dengan β sebesar 0,607 dan t hitung = 5,454.", &[("0,607", true), ("5,454", true)][..]),
            ("(Sig. ,028)", &[(",028", true)]),
            ("nilai p = 0.041, yang", &[("0.041", true)]),
            ("sebesar 65,0% variasi", &[("65,0", false)]),
            ("sebanyak 68 responden", &[("68", false)]),
            ("jumlah kuadrat 1.342,118 itu", &[("1.342,118", false)]),
            ("nilainya −0,102", &[("0,102", false)]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_result_is_left_alone() {
        for text in [
            "Tabel 4.12 dan Gambar 4,1 pada tahun 2019",
            "lebih kecil daripada 0,05 atau < 0,001",
            "luas 373,70 km² dan anggaran Rp 1,5 miliar",
            "Putri menemukan 0,482 pada dinas itu [@putri2019].",
            "kini {{ r(\"regressions/Y1/r2\") }} dan butir X1.1, H2,5",
            "Pada 12.30 tanggal 1.2.2019 ada 5 pegawai",
            "1, 2, dan 3",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_cited_sentence_ends_where_it_ends() {
        assert_eq!(found("Kata [@a] itu 0,1. Nilai 0,2 sendiri.").len(), 1);
    }

    #[test]
    fn a_number_matches_what_rounds_to_it() {
        let typed = |text: &str| scan(text, Language::Id).remove(0);
        let quantity = |value: f64| Quantity::new(Kind::Statistic, value);
        assert!(matches(&typed("nilai 0,607"), &quantity(0.60652)));
        assert!(!matches(&typed("nilai 0,617"), &quantity(0.60652)));
        assert!(matches(&typed("nilai 0,61"), &quantity(0.60652)));
        assert!(matches(&typed("nilai 0,102"), &quantity(-0.10230)), "the words say which way");
        assert!(matches(&typed("sebesar 64,98%"), &quantity(0.649806)));
        assert!(!matches(&typed("sebesar 64,98 kali"), &quantity(0.649806)));
    }
}
