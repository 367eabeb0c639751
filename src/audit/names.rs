//! Names of variables as chapters write them: `L M X`, `LMX (X₂)`, *Leader Member Exchange*. Names that stand for one thing are
//! joined by the symbol printed behind them.

use super::tables::raw::Parts;
use std::collections::BTreeMap;

/// A name without marks, spaces between single letters, case and accents of print; for comparing, not for showing.
pub fn plain(text: &str) -> String {
    let text = without_raised(text);
    // Words, and whether only spaces stand before them.
    let mut words: Vec<(String, bool)> = Vec::new();
    let mut word = String::new();
    let (mut spaced, mut before) = (true, true);
    for c in text.chars() {
        let c = match c {
            '\u{2080}'..='\u{2089}' => char::from_digit(u32::from(c) - 0x2080, 10).unwrap_or(c),
            '²' => '2',
            '³' => '3',
            _ => c,
        };
        if c.is_alphanumeric() || (c == '.' && word.ends_with(|c: char| c.is_ascii_digit())) || c == '%' {
            if word.is_empty() {
                before = spaced;
            }
            word.extend(c.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            words.push((std::mem::take(&mut word), before));
            spaced = true;
        }
        spaced &= c.is_whitespace();
    }
    if !word.is_empty() {
        words.push((word, before));
    }
    // `l m x` and `x _ 1` are one word.
    let mut joined: Vec<String> = Vec::new();
    let mut letters = false;
    for (word, spaced) in words {
        let word = word.trim_end_matches('.');
        if word.is_empty() {
            continue;
        }
        let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        let index = word.chars().all(|c| c.is_ascii_digit() || c == '.');
        let after_symbol = joined.last().is_some_and(|last| matches!(last.as_str(), "x" | "y" | "z" | "m"));
        match joined.last_mut() {
            Some(last) if (single && letters && spaced) || (index && after_symbol) => last.push_str(word),
            _ => joined.push(word.to_owned()),
        }
        letters = single;
    }
    joined.join(" ")
}

/// A text without what is raised: `^a`, `^{a,b}`.
pub fn without_raised(text: &str) -> String {
    if !text.contains('^') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('^') {
        out.push_str(before);
        rest = match after.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
            Some((_, behind)) => behind,
            None => after.find(|c: char| c.is_whitespace()).and_then(|end| after.get(end..)).unwrap_or_default(),
        };
    }
    out.push_str(rest);
    out
}

/// `Kompetensi (X₁)` → `kompetensi`, `x1`.
pub fn split_symbol(text: &str) -> (String, Option<String>) {
    if let Some((before, rest)) = text.split_once('(')
        && let Some((inside, after)) = rest.split_once(')')
        && after.trim().trim_matches(['*', '_']).is_empty()
    {
        let symbol = plain(inside);
        if is_symbol(&symbol) && !plain(before).is_empty() {
            return (plain(before), Some(symbol));
        }
    }
    (plain(text), None)
}

/// `x1`, `y`, `x2.3`.
pub fn is_symbol(name: &str) -> bool {
    let mut chars = name.chars();
    matches!(chars.next(), Some('x' | 'y' | 'z' | 'm')) && chars.all(|c| c.is_ascii_digit() || c == '.')
}

/// Words of a name at most.
const LONGEST: usize = 8;
/// Words with a capital that stand before a name and are none of it.
const OPENING: &[&str] =
    &["variabel", "pengaruh", "antara", "dari", "untuk", "pada", "dan", "variable", "effect", "of", "the", "for", "and", "skor"];

/// Whether capitals are letters of a name in their order, the first of them its first: `LMX` of Leader Member Exchange.
fn is_abbreviation(capitals: &str, name: &str) -> bool {
    let shape = (2..=6).contains(&capitals.len()) && capitals.chars().all(|c| c.is_ascii_uppercase()) && name.contains(' ');
    let mut letters = name.chars();
    shape
        && capitals.chars().next().is_some_and(|first| name.starts_with(first.to_ascii_lowercase()))
        && capitals.to_lowercase().chars().all(|c| letters.any(|letter| letter == c))
}

/// Names and what they stand for.
#[derive(Debug, Clone, Default)]
pub struct Names {
    symbols: BTreeMap<String, String>,
    /// Spellings that were asked for before.
    spelled: BTreeMap<String, Vec<String>>,
}

impl Names {
    /// Learns from the labels of a chapter's tables first, then from their cells, captions and the text.
    pub fn of_chapter<'a>(parts: &Parts, labels: impl Iterator<Item = &'a str>) -> Names {
        let mut names = Names::default();
        let short = |text: &&str| plain(text).split(' ').count() <= LONGEST;
        labels.filter(short).for_each(|label| names.learn(label));
        let cells = || parts.tables.iter().flat_map(|table| table.rows.iter().flat_map(|row| &row.cells)).map(String::as_str);
        cells().filter(short).for_each(|cell| names.learn(cell));
        let prose = || parts.prose.iter().map(|prose| prose.text.as_str());
        for text in cells().chain(parts.tables.iter().map(|table| table.title.as_str())).chain(prose()) {
            names.learn_in(text);
        }
        names
    }

    /// Learns from a text that may read `name (symbol)`.
    pub fn learn(&mut self, text: &str) {
        if let (name, Some(symbol)) = split_symbol(text) {
            // `1 Kompetensi (X₁)`: the number of a row.
            if let Some((number, bare)) = name.split_once(' ')
                && number.len() <= 2
                && number.chars().all(|c| c.is_ascii_digit())
            {
                self.symbols.entry(bare.to_owned()).or_insert_with(|| symbol.clone());
            }
            self.symbols.entry(name).or_insert(symbol);
        }
    }

    /// Learns from running text: names written with capitals before a symbol or before their own letters, `Leader Member
    /// Exchange (LMX)`.
    fn learn_in(&mut self, text: &str) {
        for (at, _) in text.match_indices('(') {
            let (before, rest) = text.split_at(at);
            let Some((inside, _)) = rest.get(1..).and_then(|rest| rest.split_once(')')) else { continue };
            if inside.len() > 12 {
                continue;
            }
            let capital = |word: &&str| word.trim_start_matches(['*', '_', '“', '"']).starts_with(char::is_uppercase);
            let mut words: Vec<&str> = before.split_whitespace().rev().take(LONGEST).take_while(capital).collect();
            words.reverse();
            let first = words.iter().position(|word| !OPENING.contains(&plain(word).as_str()));
            let name = plain(&words.get(first.unwrap_or(words.len())..).unwrap_or_default().join(" "));
            if name.is_empty() {
                continue;
            }
            let symbol = plain(inside);
            if is_symbol(&symbol) {
                self.symbols.entry(name).or_insert(symbol);
            } else if is_abbreviation(inside.trim_matches(['*', '_', ' ']), &name) {
                self.join(&name, &symbol);
            }
        }
    }

    /// A name and its abbreviation stand for one thing: what one of them stands for, the other does too.
    fn join(&mut self, name: &str, abbreviation: &str) {
        match (self.symbols.get(name).cloned(), self.symbols.get(abbreviation).cloned()) {
            (Some(symbol), None) => {
                self.symbols.insert(abbreviation.to_owned(), symbol);
            }
            (None, Some(symbol)) => {
                self.symbols.insert(name.to_owned(), symbol);
            }
            (None, None) => {
                self.symbols.insert(name.to_owned(), abbreviation.to_owned());
            }
            (Some(_), Some(_)) => {}
        }
    }

    /// What a name stands for: its symbol where the chapter tells, else itself.
    pub fn of(&self, text: &str) -> String {
        let (name, symbol) = split_symbol(text);
        let of = symbol.or_else(|| self.symbols.get(&name).cloned()).unwrap_or(name);
        // An abbreviation may stand for a symbol in its turn.
        self.symbols.get(&of).cloned().unwrap_or(of)
    }

    /// Finds the spellings of labels that will be asked for often.
    pub fn prepare<'a>(&mut self, labels: impl Iterator<Item = &'a str>) {
        for label in labels {
            if !self.spelled.contains_key(label) {
                let all = self.spellings(label);
                self.spelled.insert(label.to_owned(), all);
            }
        }
    }

    /// Every way in which a thing is named, plain.
    pub fn spellings(&self, label: &str) -> Vec<String> {
        if let Some(known) = self.spelled.get(label) {
            return known.clone();
        }
        let (own, symbol) = split_symbol(label);
        let mut all = vec![own.clone()];
        all.extend(symbol);
        let of = self.of(label);
        for (name, symbol) in &self.symbols {
            if (*symbol == of || self.same(name, &own)) && !all.contains(name) {
                all.push(name.clone());
            }
        }
        all
    }

    /// Whether two names stand for one thing, also as the letters of the other's words (`OCB`).
    pub fn same(&self, a: &str, b: &str) -> bool {
        let (of_a, of_b) = (self.of(a), self.of(b));
        if of_a == of_b {
            return true;
        }
        let (a, b) = (plain(a), plain(b));
        let initials = |name: &str| name.split(' ').filter_map(|word| word.chars().next()).collect::<String>();
        let abbreviates = |short: &str, long: &str| {
            !short.contains(' ') && short.chars().count() >= 2 && long.contains(' ') && initials(long) == short
        };
        abbreviates(&a, &b) || abbreviates(&b, &a)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_their_print() {
        for (text, expected) in [
            ("L M X", "lmx"),
            ("O C B (Y₁)", "ocb y1"),
            ("Coefficients ^a", "coefficients"),
            ("Std. Error", "std error"),
            ("Adjusted R²", "adjusted r2"),
            ("X _{1.1}", "x1.1"),
            ("*Leader Member Exchange*", "leader member exchange"),
            ("t-hitung", "t hitung"),
            ("Sig.", "sig"),
        ] {
            assert_eq!(plain(text), expected);
        }
    }

    #[test]
    fn names_are_learnt_from_rows_and_running_text() {
        let mut names = Names::default();
        names.learn("1 Kompetensi (X1)");
        names.learn_in("Variabel Leader Member Exchange (LMX) dan Kinerja Pegawai (Y2) diukur (lihat Bab III).");
        names.learn("LMX (X2)");
        assert!(names.same("Kompetensi", "X1") && names.same("Kinerja Pegawai", "Y2"));
        assert!(names.same("Leader Member Exchange", "LMX"));
        assert!(!is_abbreviation("SIG", "uji signifikansi") && !is_abbreviation("LMX", "lingkungan kerja"));
    }

    #[test]
    fn names_are_joined_by_their_symbols_and_letters() {
        let mut names = Names::default();
        names.learn("LMX (X₂)");
        names.learn("*Leader Member Exchange* (X2)");
        assert!(names.same("L M X", "Leader Member Exchange"));
        assert!(names.same("OCB", "Organizational Citizenship Behavior"));
        assert!(!names.same("Kompetensi", "Leader Member Exchange") && !names.same("KP", "Kinerja"));
    }
}
