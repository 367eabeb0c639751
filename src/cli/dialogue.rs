//! What `bab4 init` asks on a terminal: title, which columns belong together, names, the first hypothesis. Enter takes the guess.

use super::console::Console;
use crate::dataset::propose::{Proposal, ProposedColumns, ProposedVariable, Wishes};
use crate::language::Message;

/// `X=F:I` as the code and both columns counted from 0.
pub fn group(text: &str) -> Option<(String, usize, usize)> {
    let (code, range) = text.split_once('=')?;
    let (first, last) = range.split_once([':', '-']).unwrap_or((range, range));
    let (first, last) = (column(first.trim())?, column(last.trim())?);
    let code = code.trim();
    let plain =
        code.starts_with(|c: char| c.is_ascii_alphabetic()) && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    (plain && first <= last).then(|| (code.to_owned(), first, last))
}

/// The position of a spreadsheet column, `A` 0.
fn column(letters: &str) -> Option<usize> {
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let number = letters.bytes().fold(0usize, |number, byte| number * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1);
    Some(number - 1)
}

/// Asks; whether anything was answered.
pub fn ask(guess: &Proposal, wishes: &mut Wishes, console: &Console) -> bool {
    let before = wishes.clone();
    if wishes.title.is_none() {
        wishes.title = console.ask(&Message::new("Judul tesis (Enter: nanti)", "Title of the thesis (Enter: later)"));
    }
    if wishes.groups.is_empty() && guess.variables.iter().any(|variable| variable.guessed) {
        ask_groups(guess, wishes, console);
    }
    let codes: Vec<String> = match wishes.groups.is_empty() {
        true => guess.variables.iter().map(|variable| variable.code.clone()).collect(),
        false => wishes.groups.iter().map(|(code, ..)| code.clone()).collect(),
    };
    for code in &codes {
        if wishes.names.iter().any(|(known, _)| known == code) {
            continue;
        }
        let name = console.ask(&Message::new(
            format!("Nama variabel {code} (Enter: nanti)"),
            format!("Name of variable {code} (Enter: later)"),
        ));
        wishes.names.extend(name.map(|name| (code.clone(), name)));
    }
    if let ([from, .., to], true) = (codes.as_slice(), wishes.hypotheses.is_empty()) {
        let answer = console.ask(&Message::new(
            format!("Hipotesis, dipisah koma, misalnya {from} -> {to} (+)   (Enter: nanti)"),
            format!("Hypotheses, separated by commas, such as {from} -> {to} (+)   (Enter: later)"),
        ));
        wishes.hypotheses = answer.iter().flat_map(|text| text.split(',')).map(|claim| claim.trim().to_owned()).collect();
    }
    *wishes != before
}

fn ask_groups(guess: &Proposal, wishes: &mut Wishes, console: &Console) {
    for variable in &guess.variables {
        let ProposedVariable { code, columns, items, .. } = variable;
        let place = match columns {
            ProposedColumns::Range(range) => range.clone(),
            _ => code.clone(),
        };
        let count = items.len();
        console.note(&Message::new(format!("  {place}: {count} butir ({code})"), format!("  {place}: {count} items ({code})")));
    }
    let question = Message::new(
        "Kolom tiap variabel, misalnya X=F:I, Y=J:M (Enter: seperti di atas)",
        "Columns of each variable, such as X=F:I, Y=J:M (Enter: as above)",
    );
    while let Some(answer) = console.ask(&question) {
        let groups: Option<Vec<_>> = answer.split(',').map(group).collect();
        match groups {
            Some(groups) => {
                wishes.groups = groups;
                return;
            }
            None => console.note(&Message::new("  contoh: X=F:I, Y=J:M", "  for instance: X=F:I, Y=J:M")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_read_by_letter() {
        assert_eq!(group("X=F:I"), Some(("X".to_owned(), 5, 8)));
        assert_eq!(group(" Y1 = aa - AC"), Some(("Y1".to_owned(), 26, 28)));
        assert_eq!(group("Z=J"), Some(("Z".to_owned(), 9, 9)));
        for wrong in ["X", "X=", "X=9:10", "1X=F:I", "X=I:F", "X=ABCD:Z", "=F:I"] {
            assert_eq!(group(wrong), None, "{wrong}");
        }
    }
}
