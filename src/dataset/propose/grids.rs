//! Grids of a form, `Judul [butir]`: their rows belong together, and their title names the variable.

use super::{Profile, ProposedScale};
use crate::dataset::wording::{answer_key, bracketed};
use indexmap::IndexMap;
use std::collections::BTreeSet;

/// Gives the rows of a grid that lack a scale, for an answer or two typed otherwise, the scale of the other rows.
///
/// What does not fit is then refused by name when the data are read; a row left out would go unnoticed.
pub(super) fn complete(profiles: &mut [Profile]) {
    let mut grids: IndexMap<String, (ProposedScale, BTreeSet<String>)> = IndexMap::new();
    for column in profiles.iter() {
        if let (Some((title, _)), Some(scale)) = (bracketed(column.header), &column.scale) {
            let (_, answers) = grids.entry(title.to_owned()).or_insert_with(|| (scale.clone(), BTreeSet::new()));
            answers.extend(column.answers.iter().map(|answer| answer_key(answer)));
        }
    }
    for column in profiles.iter_mut().filter(|column| column.use_.is_none() && column.scale.is_none()) {
        let Some((scale, answers)) = bracketed(column.header).and_then(|(title, _)| grids.get(title)) else { continue };
        let known = column.answers.iter().filter(|answer| answers.contains(&answer_key(answer))).count();
        if known * 2 >= column.answers.len().max(1) {
            column.scale = Some(scale.clone());
        }
    }
}

/// The name in the title of a grid: `A. BEBAN KERJA` is Beban Kerja.
pub(super) fn variable_name(title: &str) -> String {
    let bare = match title.split_once(['.', ')']) {
        Some((mark, rest)) if mark.chars().count() <= 3 && mark.chars().all(char::is_alphanumeric) && !rest.trim().is_empty() => {
            rest.trim()
        }
        _ => title,
    };
    if bare.chars().any(char::is_lowercase) {
        return bare.to_owned();
    }
    let word = |word: &str| {
        let lower = word.to_lowercase();
        if ["dan", "di", "ke", "dari", "pada", "yang", "and", "of", "in"].contains(&lower.as_str()) {
            return lower;
        }
        // Short words in capitals may be abbreviations.
        let mut letters = lower.chars();
        match letters.next() {
            Some(first) if lower.chars().count() > 3 => first.to_uppercase().chain(letters).collect(),
            _ => word.to_owned(),
        }
    };
    bare.split_whitespace().map(word).collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_names() {
        for (title, name) in [
            ("A. BEBAN KERJA", "Beban Kerja"),
            ("2) Kepuasan dan Loyalitas", "Kepuasan dan Loyalitas"),
            ("KUALITAS LAYANAN DI KANTOR", "Kualitas Layanan di Kantor"),
            ("LMX", "LMX"),
            ("Pendapat Anda. Menurut Anda", "Pendapat Anda. Menurut Anda"),
        ] {
            assert_eq!(variable_name(title), name);
        }
    }
}
