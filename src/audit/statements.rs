//! Running text: its sentences, the numbers in them with what they are said to be, the tables they cite.

use super::names::plain;
use super::printed::{Place, Printed};
use super::tables::raw::Prose;

/// What a number in a sentence is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// t.
    T,
    /// t table.
    TCritical,
    /// F.
    F,
    /// F table.
    FCritical,
    /// r of an item.
    R,
    /// r table.
    RCritical,
    /// Significance.
    P,
    /// R².
    RSquare,
    /// Adjusted R².
    Adjusted,
    /// Degrees of freedom.
    Df,
    /// First degrees of freedom of an F.
    Df1,
    /// Second degrees of freedom of an F.
    Df2,
    /// Standardized coefficient.
    Beta,
    /// Variance inflation factor.
    Vif,
    /// Tolerance.
    Tolerance,
    /// z.
    Z,
    /// Cases.
    N,
    /// Cronbach's alpha.
    Alpha,
    /// Durbin–Watson.
    DurbinWatson,
    /// Lower bound of Durbin–Watson.
    Dl,
    /// Upper bound of Durbin–Watson.
    Du,
    /// Test statistic of normality.
    Statistic,
    /// Mean.
    Mean,
    /// A percentage.
    Percent,
}

/// A number in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// What it is said to be.
    pub said: Said,
    /// The number.
    pub printed: Printed,
    /// Which sentence of the paragraph.
    pub sentence: usize,
}

/// A paragraph that says something.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Where.
    pub place: Place,
    /// Its sentences.
    pub sentences: Vec<String>,
    /// Its sentences in plain words, between spaces.
    pub plain: Vec<String>,
    /// Its numbers.
    pub mentions: Vec<Mention>,
    /// Tables it cites, by sentence.
    pub cited: Vec<(usize, String)>,
}

impl Statement {
    /// The whole paragraph in plain words, between spaces.
    pub fn words(&self) -> String {
        self.plain.concat()
    }

    /// The table a sentence speaks of: the one it cites, else the only one the paragraph cites.
    pub fn table(&self, sentence: usize) -> Option<&str> {
        let own: Vec<&String> = self.cited.iter().filter(|(at, _)| *at == sentence).map(|(_, table)| table).collect();
        let all: Vec<&String> = if own.is_empty() { self.cited.iter().map(|(_, table)| table).collect() } else { own };
        let first = *all.first()?;
        all.iter().all(|table| *table == first).then_some(first.as_str())
    }

    /// Numbers of a sentence said to be this.
    pub fn said(&self, sentence: usize, said: Said) -> impl Iterator<Item = &Printed> {
        self.mentions
            .iter()
            .filter(move |mention| mention.sentence == sentence && mention.said == said)
            .map(|mention| &mention.printed)
    }
}

/// Reads paragraphs; `mark` is the chapter's decimal mark.
pub fn read(prose: &[Prose], mark: char) -> Vec<Statement> {
    prose.iter().map(|paragraph| read_paragraph(paragraph, mark)).collect()
}

fn read_paragraph(paragraph: &Prose, mark: char) -> Statement {
    let sentences = sentences(&paragraph.text);
    let mut statement = Statement {
        place: paragraph.place.clone(),
        plain: sentences.iter().map(|sentence| format!(" {} ", plain(sentence))).collect(),
        mentions: Vec::new(),
        cited: Vec::new(),
        sentences,
    };
    for (at, sentence) in statement.sentences.clone().iter().enumerate() {
        // What a rule says are limits, not results.
        let rule = statement.plain.get(at).is_some_and(|words| RULES.iter().any(|word| words.contains(word)));
        let mut place = paragraph.place.clone();
        place.row = excerpt(sentence);
        read_sentence(&mut statement, at, sentence, mark, &place);
        if rule {
            statement.mentions.retain(|mention| mention.sentence != at);
        }
    }
    statement
}

/// The first words of a sentence, to find it again.
fn excerpt(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let cut = words.get(..words.len().min(9)).unwrap_or_default().join(" ");
    if words.len() > 9 { format!("{cut} …") } else { cut }
}

/// A text cut after full stops that end sentences: a capital follows.
fn sentences(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    let mut current = String::new();
    for (at, c) in chars.iter().enumerate() {
        current.push(*c);
        let next = chars.get(at + 1);
        let after = chars.get(at + 2);
        let ends = matches!(c, '.' | '?' | '!')
            && next.is_none_or(|next| next.is_whitespace())
            && after.is_none_or(|after| after.is_uppercase() || after.is_ascii_digit() || *after == '*')
            && !["Sig.", "No.", "Std.", "Asymp.", "dkk.", "vs.", "al."].iter().any(|short| current.ends_with(short));
        if ends {
            out.push(std::mem::take(&mut current).trim().to_owned());
        }
    }
    if !current.trim().is_empty() {
        out.push(current.trim().to_owned());
    }
    out
}

/// Words of sentences that say when something holds.
const RULES: &[&str] =
    &[" apabila ", " jika ", " bila ", " jikalau ", " if ", " when ", " whenever ", " kriteria ", " ketentuan "];

/// Words between a name and its number that do not part them.
const BETWEEN: &[&str] = &[
    "sebesar",
    "adalah",
    "yaitu",
    "ialah",
    "nilai",
    "nilainya",
    "of",
    "is",
    "was",
    "sama",
    "dengan",
    "square",
    "hitung",
    "2",
    "tailed",
    "2tailed",
    "nya",
    "menunjukkan",
    "angka",
    "diperoleh",
    "uji",
    "asymp",
    "coefficient",
    "koefisien",
    "tertinggi",
    "terendah",
    "at",
    "bernilai",
    "mencapai",
    "s",
    "senilai",
    "variabel",
    "berkisar",
    "antara",
    "dari",
    "from",
    "between",
    "ranges",
    "lie",
    "the",
];

/// Words behind which a number is a limit and no result.
const COMPARED: &[&str] = &[
    "kurang",
    "lebih",
    "bawah",
    "dibawah",
    "atas",
    "diatas",
    "below",
    "above",
    "less",
    "more",
    "greater",
    "smaller",
    "larger",
    "lower",
    "higher",
    "exceeds",
    "exceed",
    "melebihi",
    "melampaui",
    "minimal",
    "maksimal",
    "batas",
    "reaches",
];

/// Whether the word before this number ends a range: `berkisar dari 0,290 hingga 0,392`, `between 1.248 and 1.875`.
fn ends_range(behind: usize, words: &[String]) -> bool {
    let before = behind.checked_sub(2).and_then(|at| words.get(at)).map_or("", String::as_str);
    let opened = behind.checked_sub(4).and_then(|at| words.get(at)).map_or("", String::as_str);
    matches!(before, "hingga" | "sampai" | "to")
        || matches!(before, "dan" | "and") && matches!(opened, "antara" | "between")
        || before == "to" && opened == "down"
}

/// A letter that an equals sign makes a statistic: `t = 6.535`, `F = 29.191`.
fn by_sign(bare: &str, next: Option<&&str>) -> Option<Said> {
    if !next.is_some_and(|next| matches!(*next, "=" | "<" | "\\<")) {
        return None;
    }
    match bare.trim_matches(['*', '_']) {
        "t" => Some(Said::T),
        "F" => Some(Said::F),
        _ => None,
    }
}

/// What marks a sentence about a moderated regression: its numbers are none of the tables of coefficients that are read.
const MODERATED: [&str; 5] = ["hasil kali", "kemiringan", "moderasi", "product term", "simple slope"];

fn read_sentence(statement: &mut Statement, at: usize, sentence: &str, mark: char, place: &Place) {
    let whole = sentence.to_lowercase();
    if MODERATED.iter().any(|word| whole.contains(word)) {
        return;
    }
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let plain_words: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let mut pending: Option<(Said, usize)> = None;
    // What the last number was, where a second one follows that ends the same range.
    let mut ranged: Option<Said> = None;
    let mut sign = "";
    let mut position = 0;
    while let Some(&word) = words.get(position) {
        let bare = word.trim_matches(['(', ')', '[', ']', ';', ':', '*', '"', '“', '”']).trim_end_matches([',', '.', ';', ')']);
        let low = plain_words.get(position).map_or("", String::as_str);
        let next = plain_words.get(position + 1).map_or("", String::as_str);
        position += 1;
        if matches!(bare, "=" | "<" | ">" | "≥" | "≤" | "\\<" | "\\>" | "×" | "x" | "+" | "–" | "-") {
            sign = match bare {
                "<" | "\\<" | "≤" => "<",
                ">" | "\\>" | "≥" => "≥",
                "=" => "=",
                _ => {
                    pending = None;
                    ""
                }
            };
            continue;
        }
        if matches!(low, "tabel" | "table") && next.contains(|c: char| c.is_ascii_digit()) {
            let number = words.get(position).copied().unwrap_or_default();
            let number = number.trim_matches(|c: char| !c.is_ascii_alphanumeric());
            // `t tabel 1,997` is a critical value; a table's number has a point.
            if super::tables::raw::caption(&format!("Tabel {number}")).is_some()
                && number.contains(['.', '-'])
                && !matches!(pending, Some((Said::T | Said::F | Said::R, _)))
            {
                statement.cited.push((at, format!("Tabel {number}")));
                position += 1;
                continue;
            }
        }
        let number = bare.contains(|c: char| c.is_ascii_digit());
        let signed = || Printed::read(&format!("{}{bare}", if sign == "=" { "" } else { sign }), mark, place.clone());
        if let Some(printed) = number.then(signed).flatten() {
            // `10 atau lebih`: a limit.
            let then = plain_words.get(position + 1).map_or("", String::as_str);
            if matches!(next, "atau" | "or") && COMPARED.contains(&then) {
                pending = None;
                sign = "";
                continue;
            }
            let people = matches!(next, "responden" | "respondents" | "kuesioner" | "questionnaires");
            let said = match pending.take() {
                Some((said, distance)) if distance <= 5 => Some(said),
                _ if ends_range(position, &plain_words) && ranged.is_some() => ranged,
                _ if printed.percent => Some(Said::Percent),
                _ if people && printed.decimals == 0 => Some(Said::N),
                _ => None,
            };
            let said = if printed.percent && !matches!(said, Some(Said::RSquare | Said::Adjusted)) {
                said.map(|_| Said::Percent)
            } else {
                said
            };
            ranged = said.filter(|said| matches!(said, Said::Tolerance | Said::Vif | Said::Mean | Said::R));
            if let Some(said) = said {
                let mut printed = printed;
                printed.place.column = bare.to_owned();
                statement.mentions.push(Mention { said, printed, sentence: at });
            }
            sign = "";
            continue;
        }
        sign = "";
        if COMPARED.contains(&low) {
            pending = None;
            continue;
        }
        if let Some(said) = by_sign(bare, words.get(position)).or_else(|| name(low, next, &mut position, pending)) {
            pending = Some((said, 0));
            continue;
        }
        pending = match pending {
            Some((said, distance)) if BETWEEN.contains(&low) || low.is_empty() => Some((said, distance)),
            Some((said, distance))
                if distance < 4
                    && matches!(
                        said,
                        Said::RSquare | Said::Adjusted | Said::Statistic | Said::Mean | Said::Alpha | Said::Tolerance | Said::Vif
                    ) =>
            {
                Some((said, distance + 1))
            }
            Some((said, distance)) if distance < 1 => Some((said, distance + 1)),
            _ => None,
        };
    }
}

/// The quantity that a word (and the next) names.
fn name(low: &str, next: &str, position: &mut usize, pending: Option<(Said, usize)>) -> Option<Said> {
    let mut two = |said: Said| {
        *position += 1;
        Some(said)
    };
    match (low, next) {
        ("t", "hitung" | "statistik" | "statistic" | "count") => two(Said::T),
        ("t", "tabel" | "table") | ("critical", "t") => two(Said::TCritical),
        ("critical", "f") => two(Said::FCritical),
        ("critical", "r") => two(Said::RCritical),
        ("f", "hitung" | "statistik" | "count") => two(Said::F),
        ("f", "tabel" | "table") => two(Said::FCritical),
        ("r", "hitung" | "count") => two(Said::R),
        ("r", "tabel" | "table") => two(Said::RCritical),
        ("adjusted", _) => Some(Said::Adjusted),
        ("r", "square" | "squared") | ("r2" | "r square", _) => {
            if matches!(pending, Some((Said::Adjusted, _))) {
                Some(Said::Adjusted)
            } else {
                Some(Said::RSquare)
            }
        }
        ("durbin", "watson") => two(Said::DurbinWatson),
        ("cronbach", _) => Some(Said::Alpha),
        ("statistik" | "test", "uji" | "statistic") => two(Said::Statistic),
        ("rata", "rata") => two(Said::Mean),
        _ => match low {
            "t hitung" | "thitung" => Some(Said::T),
            "t tabel" | "ttabel" => Some(Said::TCritical),
            "f hitung" | "fhitung" => Some(Said::F),
            "f tabel" | "ftabel" => Some(Said::FCritical),
            "r hitung" | "rhitung" => Some(Said::R),
            "r tabel" | "rtabel" => Some(Said::RCritical),
            "sig" | "signifikansi" | "signifikansinya" | "probabilitas" | "p" | "significance" | "p value" => Some(Said::P),
            "df" => Some(Said::Df),
            "df1" => Some(Said::Df1),
            "df2" => Some(Said::Df2),
            "beta" | "betanya" | "β" => Some(Said::Beta),
            "vif" => Some(Said::Vif),
            "tolerance" | "toleransi" => Some(Said::Tolerance),
            "z" => Some(Said::Z),
            "n" => Some(Said::N),
            "alpha" if matches!(pending, Some((Said::Alpha, _))) => Some(Said::Alpha),
            "durbin watson" | "dw" => Some(Said::DurbinWatson),
            "dl" => Some(Said::Dl),
            "du" => Some(Said::Du),
            "rata rata" | "mean" => Some(Said::Mean),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mentions(text: &str) -> Vec<(Said, String)> {
        let prose = Prose { place: Place::default(), text: text.to_owned() };
        read(&[prose], ',')
            .into_iter()
            .flat_map(|statement| statement.mentions)
            .map(|mention| (mention.said, mention.printed.text))
            .collect()
    }

    #[test]
    fn numbers_with_what_they_are_said_to_be() {
        let found = mentions(
            "Pada Tabel 4.17, koefisien betanya 0,607 dengan t hitung 5,454 (t tabel 1,997; df = 65) dan Sig. < 0,001, di bawah 0,05.",
        );
        let expected =
            [(Said::Beta, "0,607"), (Said::T, "5,454"), (Said::TCritical, "1,997"), (Said::Df, "65"), (Said::P, "<0,001")];
        assert_eq!(found.iter().map(|(said, text)| (*said, text.as_str())).collect::<Vec<_>>(), expected);
        let found = mentions("Nilai adjusted R square pada Tabel 4.19 sebesar 0,650 berarti 65,0% variasi OCB.");
        assert_eq!(
            found.iter().map(|(said, text)| (*said, text.as_str())).collect::<Vec<_>>(),
            [(Said::Adjusted, "0,650"), (Said::Percent, "65,0%")]
        );
        let found = mentions("F hitung sebesar 63,161 lebih besar dari F tabel sebesar 3,138 dengan nilai signifikansi 0,000.");
        assert_eq!(found.iter().map(|(said, _)| *said).collect::<Vec<_>>(), [Said::F, Said::FCritical, Said::P]);
    }

    #[test]
    fn ranges_limits_and_signs() {
        let said = |text| mentions(text).into_iter().map(|(said, text)| format!("{said:?} {text}")).collect::<Vec<_>>();
        let found = said(
            "Tolerance variabel bebas model kedua berkisar dari 0,290 hingga 0,392 dan VIF dari 2,549 hingga 3,449, seluruhnya di bawah 10.",
        );
        assert_eq!(found, ["Tolerance 0,290", "Tolerance 0,392", "Vif 2,549", "Vif 3,449"]);
        assert_eq!(said("Nilai VIF kurang dari 10 dan tolerance lebih dari 0,10."), Vec::<String>::new());
        assert_eq!(said("capai 10 atau lebih (tolerance 0,10 atau kurang)."), Vec::<String>::new());
        let found = said("In Table 4.28, F = 29,191 exceeds the critical F of 2,662 (df1 = 3; df2 = 157), and t = 3,490.");
        assert_eq!(found, ["F 29,191", "FCritical 2,662", "Df1 3", "Df2 157", "T 3,490"]);
    }

    #[test]
    fn numbers_without_a_name_are_left_alone() {
        assert_eq!(mentions("Kantor ini berdiri pada tahun 1950 dengan 12 bidang dan 3 seksi."), []);
        assert_eq!(mentions("Kategori rata-rata skor adalah sebagai berikut."), []);
    }

    #[test]
    fn tables_are_cited_by_their_numbers() {
        let prose = Prose { place: Place::default(), text: "Tabel 4.1 memuat umur. Tabel 4.2 memuat t tabel 1,997.".into() };
        let found = read(&[prose], ',');
        assert_eq!(found[0].cited, [(0, "Tabel 4.1".to_owned()), (1, "Tabel 4.2".to_owned())]);
    }
}
