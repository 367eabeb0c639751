//! What a user's own file seems to hold: variables, scale, characteristics. A proposal to correct, never an analysis.

mod grids;
pub mod ladder;
mod respondents;
#[cfg(test)]
mod tests;
mod yaml;

use super::head::Head;
use super::number::without_years;
use super::problem::DatasetProblem;
use super::problem_words::Context;
use super::read::{prefers_tab, table_of};
use super::read_text::TextSettings;
use super::table::{Table, letters};
use super::wording::{answer_key, bracketed, code_key, fold, leading_word};
use crate::diagnostics::{Diagnostics, Severity};
use indexmap::IndexMap;
pub use ladder::ProposedScale;
use respondents::Observed;
pub use respondents::ProposedCharacteristic;
use std::collections::BTreeSet;
pub use yaml::{starter_yaml, to_yaml};

/// A study as far as a data file shows it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proposal {
    /// Name of the data file.
    pub file: String,
    /// Rows of answers.
    pub rows: usize,
    /// The title, where it was given.
    pub title: Option<String>,
    /// The question whether somebody agrees to take part, with the answer of those who do.
    pub keep: Option<(String, String)>,
    /// A column by which persons who answered twice can be told.
    pub id: Option<String>,
    /// Hypotheses, where they were given: claims such as `X -> Y (+)`.
    pub hypotheses: Vec<String>,
    /// The scale of most items.
    pub scale: Option<ProposedScale>,
    /// Columns that describe respondents.
    pub characteristics: Vec<ProposedCharacteristic>,
    /// Groups of items.
    pub variables: Vec<ProposedVariable>,
    /// Columns left out, and why.
    pub skipped: Vec<(String, SkipReason)>,
}

/// A group of columns that are probably the items of one variable.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedVariable {
    /// Its code.
    pub code: String,
    /// Its name, when the file has one (the title of a grid in a form).
    pub name: Option<String>,
    /// How its columns are declared.
    pub columns: ProposedColumns,
    /// The statements, where headers are whole questions; otherwise the item codes.
    pub items: Vec<ProposedItem>,
    /// Its scale, when it is not that of most items.
    pub scale: Option<ProposedScale>,
    /// The group was formed only because its columns stand side by side with the same answers.
    pub guessed: bool,
}

/// One item of a proposed variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProposedItem {
    /// The header is a code.
    Code(String),
    /// The header is or holds the statement.
    Statement(String),
}

/// How the columns of a proposed variable are declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProposedColumns {
    /// Not at all: headers are the item codes.
    ByCode,
    /// `KOM{i}`.
    Pattern(String),
    /// `F:N`.
    Range(String),
    /// The headers one by one.
    Headers(Vec<String>),
}

/// Why a column was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SkipReason {
    /// Names, numbers of identity cards, e-mail addresses: nothing a report needs.
    Private,
    /// The question whether somebody agrees to take part; it decides who is counted.
    Consent,
    /// Time of the answer.
    Timestamp,
    /// Running number.
    RunningNumber,
    /// A total of other columns; bab4 adds up itself.
    Total,
    /// Numbers that may be a variable of one column.
    Number,
    /// Too many different texts.
    FreeText,
    /// It marks practice answers.
    Practice,
    /// Nothing in it.
    Empty,
}

/// What the author says of the study before it is proposed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The title.
    pub title: Option<String>,
    /// Variables with their columns: code, first and last column counted from 0.
    pub groups: Vec<(String, usize, usize)>,
    /// Names of variables by code.
    pub names: Vec<(String, String)>,
    /// Hypotheses.
    pub hypotheses: Vec<String>,
}

/// Reads a file and proposes a study for it; `name` is the file's name as `data.file` will give it.
///
/// `None` when the file cannot be read, with the reason in `diagnostics`.
pub fn propose(name: &str, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Proposal> {
    propose_with(name, bytes, &Wishes::default(), diagnostics)
}

/// As [`propose`], with what the author says already.
pub fn propose_with(name: &str, bytes: &[u8], wishes: &Wishes, diagnostics: &mut Diagnostics) -> Option<Proposal> {
    let settings = TextSettings { prefers_tab: prefers_tab(name), ..TextSettings::default() };
    let mut problems: Vec<DatasetProblem> = Vec::new();
    let mut table = None;
    for least in [2, 1] {
        let mut choose = |head: &Head| {
            let header = head.likely(least)?;
            let keep = vec![true; header.titles.len()];
            Some((header, keep))
        };
        table = table_of(name, bytes, &settings, None, &mut choose, &mut problems);
        if table.is_some() || !problems.is_empty() {
            break;
        }
    }
    if let Some(table) = table.as_ref().filter(|table| table.rows.is_empty()) {
        problems.push(DatasetProblem::HeaderOnly { header_row: table.header_row });
    }
    let context = Context { file: name.to_owned(), declared: None };
    let failed = problems.iter().any(|problem| problem.severity() == Severity::Error);
    for problem in problems {
        diagnostics.push(problem.into_diagnostic(&context));
    }
    table.filter(|_| !failed).map(|table| from_table(&table, wishes))
}

/// What is known of one column.
struct Profile<'a> {
    at: usize,
    header: &'a str,
    /// Distinct answers, empty ones left out; at most [`DISTINCT`] + 1 of them.
    answers: BTreeSet<String>,
    /// Lowest and highest answer, when all are numbers.
    range: Option<(f64, f64)>,
    distinct: usize,
    scale: Option<ProposedScale>,
    use_: Option<Use>,
}

/// More different answers than this are no categories.
const DISTINCT: usize = 12;

/// What a column is used for.
enum Use {
    Skipped(SkipReason),
    Characteristic,
    Item,
}

fn from_table(table: &Table, wishes: &Wishes) -> Proposal {
    let mut profiles: Vec<Profile> = (0..table.header.len()).filter_map(|at| profile(table, at)).collect();
    let mut proposal = Proposal { title: wishes.title.clone(), hypotheses: wishes.hypotheses.clone(), ..Proposal::default() };
    for column in &mut profiles {
        column.use_ = by_name(column, table.rows.len());
        let folded = fold(column.header);
        if proposal.keep.is_none()
            && let Some(yes) = consent(column, &folded)
        {
            proposal.keep = Some((column.header.to_owned(), yes));
            column.use_ = Some(Use::Skipped(SkipReason::Consent));
        }
        let identifies =
            ["email", "surel", "nip", "nik", "nim", "npm"].iter().any(|word| folded.split(' ').any(|part| part == *word));
        if proposal.id.is_none() && identifies && column.distinct * 2 > table.rows.len() {
            proposal.id = Some(column.header.to_owned());
        }
    }
    let mut wished = Vec::new();
    for (code, first, last) in &wishes.groups {
        let members: Vec<usize> = (0..profiles.len())
            .filter(|at| profiles.get(*at).is_some_and(|column| (*first..=*last).contains(&column.at)))
            .collect();
        for at in &members {
            if let Some(column) = profiles.get_mut(*at) {
                column.use_ = Some(Use::Item);
            }
        }
        if !members.is_empty() {
            wished.push((code.clone(), members));
        }
    }
    grids::complete(&mut profiles);
    let coded = code_groups(&mut profiles);
    let mut taken: BTreeSet<String> = coded.keys().map(|stem| fold(&code_of(stem))).collect();
    taken.extend(wished.iter().map(|(code, _)| fold(code)));
    let guessed = runs(&mut profiles, table.rows.len());
    let mut characteristics = Vec::new();
    let mut skipped = Vec::new();
    for column in &profiles {
        match &column.use_ {
            Some(Use::Skipped(reason)) => skipped.push((column.header.to_owned(), *reason)),
            Some(Use::Characteristic) => {
                let observed =
                    Observed { header: column.header, answers: &column.answers, distinct: column.distinct, range: column.range };
                characteristics.push(respondents::characteristic(&observed, &mut taken));
            }
            Some(Use::Item) | None => {}
        }
    }
    let mut variables: Vec<ProposedVariable> =
        coded.iter().map(|(stem, columns)| coded_variable(stem, columns, &profiles)).collect();
    for (title, columns) in &guessed {
        variables.push(guessed_variable(title.as_deref(), columns, &profiles, &mut taken));
    }
    for (code, columns) in &wished {
        let variable = guessed_variable(None, columns, &profiles, &mut BTreeSet::new());
        variables.push(ProposedVariable { code: code.clone(), guessed: false, ..variable });
    }
    for variable in &mut variables {
        if let Some((_, name)) = wishes.names.iter().find(|(code, _)| *code == variable.code) {
            variable.name = Some(name.clone());
        }
    }
    let scale = most_frequent(&variables);
    for variable in &mut variables {
        // Figures can be read on a scale with words, if its ends are the same.
        let fits = |own: &ProposedScale, common: &ProposedScale| {
            own == common || (own.labels.is_empty() && (own.min, own.max) == (common.min, common.max))
        };
        if let (Some(own), Some(common)) = (&variable.scale, &scale)
            && fits(own, common)
        {
            variable.scale = None;
        }
    }
    Proposal { file: table.file.clone(), rows: table.rows.len(), scale, characteristics, variables, skipped, ..proposal }
}

fn profile(table: &Table, at: usize) -> Option<Profile<'_>> {
    let header = table.header.get(at).filter(|header| !header.is_empty())?;
    let column = table.column(at)?;
    let filled = || column.texts().filter(|cell| !cell.text.is_empty() && fold(&cell.text) != "na");
    let answers: BTreeSet<String> = filled().map(|cell| cell.text.to_string()).take(DISTINCT + 1).collect();
    let number = |text: &str| without_years(text).replace(',', ".").parse::<f64>().ok().filter(|value| value.is_finite());
    let distinct = filled().count();
    let values: Option<Vec<f64>> = filled().map(|cell| number(&cell.text)).collect();
    let range = values.filter(|values| !values.is_empty()).map(|values| {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        (low, values.iter().copied().fold(f64::NEG_INFINITY, f64::max))
    });
    Some(Profile {
        at,
        header,
        range,
        scale: if distinct <= DISTINCT { ladder::recognise(&answers) } else { None },
        answers,
        distinct,
        use_: None,
    })
}

/// The answer of those who agree to take part, where a column asks for it.
fn consent(column: &Profile, folded: &str) -> Option<String> {
    let asks = ["bersedia", "persetujuan", "setuju menjadi responden", "consent", "agree to participate"];
    let yes = |answer: &&String| {
        let answer = fold(answer);
        let positive = ["ya", "yes", "bersedia", "setuju", "saya bersedia"];
        positive.iter().any(|word| answer == *word || answer.starts_with(&format!("{word},")))
    };
    (asks.iter().any(|word| folded.contains(word)) && (1..=3).contains(&column.distinct))
        .then(|| column.answers.iter().find(yes).cloned())
        .flatten()
}

/// What a header says of its column, whatever the answers.
fn by_name(column: &Profile, rows: usize) -> Option<Use> {
    let folded = fold(column.header);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let long = words.len() > 6;
    if folded == fold(super::PRACTICE_COLUMN) {
        return Some(Use::Skipped(SkipReason::Practice));
    }
    if column.distinct == 0 {
        return Some(Use::Skipped(SkipReason::Empty));
    }
    // A question may mention a name or a date; only short headers are labels.
    if !long
        && has(&[
            "nama", "name", "nip", "nik", "nim", "npm", "email", "mail", "surel", "telepon", "telp", "hp", "wa", "whatsapp",
            "alamat", "phone",
        ])
    {
        return Some(Use::Skipped(SkipReason::Private));
    }
    if !long
        && (has(&["timestamp", "tanggal", "waktu", "date", "tgl"]) && column.distinct > DISTINCT
            || has(&["timestamp"])
            || folded == "cap waktu")
    {
        return Some(Use::Skipped(SkipReason::Timestamp));
    }
    if matches!(
        words.as_slice(),
        ["no"]
            | ["nomor"]
            | ["id"]
            | ["responden"]
            | ["no", "responden"]
            | ["nomor", "responden"]
            | ["no", "urut"]
            | ["kode", "responden"]
    ) && column.distinct * 2 > rows
    {
        return Some(Use::Skipped(SkipReason::RunningNumber));
    }
    if !long
        && (words.first().is_some_and(|word| ["total", "jumlah", "jml", "rata", "skor", "mean", "sum"].contains(word))
            && column.range.is_some()
            && column.distinct > 7)
    {
        return Some(Use::Skipped(SkipReason::Total));
    }
    // What people are asked to add in their own words, however few of them did.
    if !long
        && column.scale.is_none()
        && has(&[
            "saran",
            "masukan",
            "kritik",
            "komentar",
            "pesan",
            "kesan",
            "harapan",
            "keluhan",
            "alasan",
            "suggestion",
            "suggestions",
            "comment",
            "comments",
            "feedback",
        ])
    {
        return Some(Use::Skipped(SkipReason::FreeText));
    }
    // A statement may hold a word such as `status`; its answers give it away.
    let statement = column.scale.as_ref().is_some_and(|scale| scale.labels.len() > 2 || words.len() > 3);
    (!long && !statement && respondents::is_known(&folded)).then_some(Use::Characteristic)
}

/// Columns whose headers are codes, `X1.1` or `KOM3`, by what the codes have in common; a total beside them is skipped.
fn code_groups(profiles: &mut [Profile]) -> IndexMap<String, Vec<usize>> {
    let mut groups: IndexMap<String, Vec<(usize, u32)>> = IndexMap::new();
    for (position, column) in profiles.iter().enumerate() {
        if column.use_.is_none()
            && column.scale.is_some()
            && let Some((stem, number)) = code(column.header)
        {
            groups.entry(stem).or_default().push((position, number));
        }
    }
    split_run_together(&mut groups);
    groups.retain(|_, members| members.len() > 1);
    let mut found = IndexMap::new();
    for (stem, mut members) in groups {
        members.sort_by_key(|(_, number)| *number);
        let positions: Vec<usize> = members.into_iter().map(|(position, _)| position).collect();
        for position in &positions {
            if let Some(column) = profiles.get_mut(*position) {
                column.use_ = Some(Use::Item);
            }
        }
        found.insert(stem, positions);
    }
    let codes: Vec<String> = found.keys().map(|stem| code_key(&code_of(stem))).collect();
    for column in profiles.iter_mut().filter(|column| column.use_.is_none() && column.range.is_some()) {
        let key = code_key(column.header);
        if codes.iter().any(|code| {
            key == *code || key == format!("t{code}") || key == format!("total{code}") || key == format!("total.{code}")
        }) {
            column.use_ = Some(Use::Skipped(SkipReason::Total));
        }
    }
    found
}

/// `X1.10` as (`X1.`, 10), `KOM3` as (`KOM`, 3); also when the question follows the code.
fn code(header: &str) -> Option<(String, u32)> {
    let word = match leading_word(header) {
        // A question that happens to begin with a short word is no code.
        Some((word, _)) if word.contains(['.', '_']) || word.chars().any(|c| c.is_ascii_digit()) => word,
        Some(_) => return None,
        None => header,
    };
    let stem = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = word.get(stem.len()..)?.parse().ok()?;
    let plain = stem.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'));
    let begins = stem.starts_with(|c: char| c.is_ascii_alphabetic());
    (plain && begins && stem.len() <= 12).then(|| (stem.to_owned(), number))
}

/// `X11 … X19, X21 … X26` are X1 and X2 with their items run together: the numbers begin at 11 and have gaps.
fn split_run_together(groups: &mut IndexMap<String, Vec<(usize, u32)>>) {
    let stems: Vec<String> = groups.keys().filter(|stem| !stem.ends_with(['.', '_'])).cloned().collect();
    for stem in stems {
        let Some(members) = groups.get(&stem) else { continue };
        let two_digits = members.iter().all(|(_, number)| (11..100).contains(number) && number % 10 > 0);
        let numbers: BTreeSet<u32> = members.iter().map(|(_, number)| *number).collect();
        let begins = numbers.first() == Some(&11);
        if !(two_digits && begins) {
            continue;
        }
        let Some(members) = groups.shift_remove(&stem) else { continue };
        for (position, number) in members {
            groups.entry(format!("{stem}{}", number / 10)).or_default().push((position, number % 10));
        }
    }
}

/// The variable's code of a stem: without its last mark, other marks as `_`.
fn code_of(stem: &str) -> String {
    stem.trim_end_matches(['.', '_']).replace('.', "_")
}

fn coded_variable(stem: &str, positions: &[usize], profiles: &[Profile]) -> ProposedVariable {
    let columns: Vec<&Profile> = positions.iter().filter_map(|position| profiles.get(*position)).collect();
    let bare = |header: &str| leading_word(header).map_or(header.to_owned(), |(word, _)| word.to_owned());
    let numbered = |prefix: &str| {
        columns
            .iter()
            .zip(1usize..)
            .all(|(column, number)| code_key(&bare(column.header)) == code_key(&format!("{prefix}{number}")))
    };
    let code = code_of(stem);
    let question = columns.iter().any(|column| leading_word(column.header).is_some());
    let items = columns
        .iter()
        .map(|column| match leading_word(column.header) {
            Some((_, rest)) => ProposedItem::Statement(rest.to_owned()),
            None => ProposedItem::Code(column.header.to_owned()),
        })
        .collect();
    let columns_as = if numbered(&format!("{code}.")) {
        ProposedColumns::ByCode
    } else if numbered(stem) && !question {
        ProposedColumns::Pattern(format!("{stem}{{i}}"))
    } else {
        ProposedColumns::Headers(columns.iter().map(|column| column.header.to_owned()).collect())
    };
    ProposedVariable { code, name: None, columns: columns_as, items, scale: common_scale(&columns), guessed: false }
}

/// Neighbouring columns with answers on the same kind of scale; the rows of one grid always belong together.
///
/// What is left over is a characteristic, a number or free text.
fn runs(profiles: &mut [Profile], rows: usize) -> Vec<(Option<String>, Vec<usize>)> {
    let mut groups: Vec<(Option<String>, Vec<usize>)> = Vec::new();
    let mut last: Option<usize> = None;
    for (position, column) in profiles.iter().enumerate() {
        let Some(scale) = column.scale.as_ref().filter(|_| column.use_.is_none()) else {
            continue;
        };
        let title = bracketed(column.header).map(|(title, _)| title.to_owned());
        let neighbour = last.and_then(|at| profiles.get(at)).filter(|other| other.at + 1 == column.at && column.at > 0);
        let alike = neighbour.and_then(|other| other.scale.as_ref()).is_some_and(|other| same_kind(other, scale));
        match groups.last_mut() {
            Some((group, members)) if alike && *group == title => members.push(position),
            _ => groups.push((title, vec![position])),
        }
        last = Some(position);
    }
    groups.retain(|(_, members)| members.len() > 1);
    for position in groups.iter().flat_map(|(_, members)| members) {
        if let Some(column) = profiles.get_mut(*position) {
            column.use_ = Some(Use::Item);
        }
    }
    for column in profiles.iter_mut().filter(|column| column.use_.is_none()) {
        column.use_ = Some(match (column.distinct, column.range.is_some()) {
            (2..=DISTINCT, _) if column.distinct * 2 <= rows.max(4) => Use::Characteristic,
            (_, true) => Use::Skipped(SkipReason::Number),
            _ => Use::Skipped(SkipReason::FreeText),
        });
    }
    groups
}

/// Figures go with figures, words with the same words.
fn same_kind(a: &ProposedScale, b: &ProposedScale) -> bool {
    a.labels.is_empty() == b.labels.is_empty()
        && (a.labels.is_empty() || a.labels.last().map(|word| answer_key(word)) == b.labels.last().map(|word| answer_key(word)))
        && (a.min == 0) == (b.min == 0)
}

fn guessed_variable(
    title: Option<&str>,
    positions: &[usize],
    profiles: &[Profile],
    taken: &mut BTreeSet<String>,
) -> ProposedVariable {
    let columns: Vec<&Profile> = positions.iter().filter_map(|position| profiles.get(*position)).collect();
    let code = (1usize..).map(|number| format!("X{number}")).find(|code| taken.insert(fold(code))).unwrap_or_default();
    let first = columns.first().map_or(0, |column| column.at);
    let last = columns.last().map_or(first, |column| column.at);
    let items = columns
        .iter()
        .map(|column| ProposedItem::Statement(statement(bracketed(column.header).map_or(column.header, |(_, item)| item))))
        .collect();
    ProposedVariable {
        code,
        name: title.filter(|title| !title.is_empty()).map(grids::variable_name),
        columns: ProposedColumns::Range(format!("{}:{}", letters(first), letters(last))),
        items,
        scale: common_scale(&columns),
        guessed: title.is_none(),
    }
}

/// A question without its number and with single blanks, as a table prints it.
fn statement(header: &str) -> String {
    let rest = header.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare = rest.strip_prefix(['.', ')']).filter(|_| rest.len() < header.len()).unwrap_or(header);
    let words: Vec<&str> = bare.split_whitespace().collect();
    if words.is_empty() { header.to_owned() } else { words.join(" ") }
}

/// The scale of all answers of a group taken together: one column alone may lack an end.
fn common_scale(columns: &[&Profile]) -> Option<ProposedScale> {
    let all: BTreeSet<String> = columns.iter().flat_map(|column| column.answers.iter().cloned()).collect();
    ladder::recognise(&all).or_else(|| columns.iter().find_map(|column| column.scale.clone()))
}

/// The scale of most items.
fn most_frequent(variables: &[ProposedVariable]) -> Option<ProposedScale> {
    let count = |scale: &ProposedScale| -> usize {
        variables.iter().filter(|variable| variable.scale.as_ref() == Some(scale)).map(|variable| variable.items.len()).sum()
    };
    let mut best: Option<(usize, &ProposedScale)> = None;
    for scale in variables.iter().filter_map(|variable| variable.scale.as_ref()) {
        let items = count(scale);
        if best.is_none_or(|(most, _)| items > most) {
            best = Some((items, scale));
        }
    }
    best.map(|(_, scale)| scale.clone())
}
