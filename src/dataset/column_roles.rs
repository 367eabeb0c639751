//! Columns that are no answers and have a meaning all the same: totals, response times, personal data.

use super::columns::{FoundColumns, Time};
use super::wording::{code_key, fold, statement_key};
use crate::language::Language;
use crate::study::{Study, Variable};
use indexmap::IndexMap;
use std::collections::BTreeSet;

/// What heads a column of totals, by itself or beside the code of its variable.
const TOTAL_WORDS: &[&str] = &[
    "total",
    "jumlah",
    "jml",
    "sum",
    "skor",
    "score",
    "rata-rata",
    "rerata",
    "mean",
    "t",
    "\u{2211}",
    "\u{3a3}",
    "\u{3c3}",
    "totalskor",
    "skortotal",
    "jumlahskor",
    "totalscore",
];
/// Headers of columns that hold seconds.
const SECONDS: &[&str] =
    &["duration (in seconds)", "duration", "durasi (detik)", "durasi", "interviewtime", "total time", "lama pengisian (detik)"];
/// Headers of beginning and end.
const TIMES: &[(&str, &str)] = &[
    ("start", "end"),
    ("startdate", "submitdate"),
    ("start time", "completion time"),
    ("waktu mulai", "waktu selesai"),
    ("mulai", "selesai"),
];

/// The columns of totals that a file brings along, by variable.
pub fn totals(study: &Study, header: &[String], found: &FoundColumns) -> IndexMap<String, usize> {
    let taken: BTreeSet<usize> =
        found.items.values().chain(found.variables.values()).chain(found.characteristics.values()).copied().collect();
    let mut totals = IndexMap::new();
    for variable in study.variables.values() {
        let places: Vec<usize> = variable.items().filter_map(|item| found.items.get(&item.code).copied()).collect();
        if places.len() < 2 {
            continue;
        }
        let names = total_names(variable);
        let named = |at: &usize| header.get(*at).is_some_and(|title| names.contains(&plain(title)));
        let free = |at: &usize| !taken.contains(at) && !totals.values().any(|other| other == at);
        let mut candidates: Vec<usize> = (0..header.len()).filter(free).filter(named).collect();
        // A column called only `Total` belongs to the items it stands behind.
        let behind = places.iter().max().map_or(0, |last| last + 1);
        let bare = header.get(behind).is_some_and(|title| TOTAL_WORDS.contains(&plain(title).as_str()));
        if candidates.is_empty() && bare && free(&behind) {
            candidates.push(behind);
        }
        if let [at] = candidates.as_slice() {
            totals.insert(variable.code.clone(), *at);
        }
    }
    totals
}

fn total_names(variable: &Variable) -> BTreeSet<String> {
    let mut bases = vec![plain(&variable.code)];
    for language in Language::ALL {
        bases.push(plain(variable.name.get(language)));
        bases.extend(variable.abbreviation.iter().map(|text| plain(text.get(language))));
    }
    let mut names: BTreeSet<String> = bases.iter().cloned().collect();
    for base in bases {
        for word in TOTAL_WORDS {
            names.insert(format!("{word}{base}"));
            names.insert(format!("{base}{word}"));
        }
    }
    names
}

/// Letters and figures alone: `TOTAL_X1`, `Total (X1)` and `total x1` are one.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric() || *c == '\u{2211}').collect()
}

/// Where the response time stands.
pub fn time(header: &[String]) -> Option<Time> {
    let folded: Vec<String> = header.iter().map(|title| fold(title)).collect();
    let at = |name: &str| folded.iter().position(|title| title == name);
    let seconds = SECONDS.iter().find_map(|name| at(name)).map(Time::Seconds);
    seconds.or_else(|| TIMES.iter().find_map(|(start, end)| Some(Time::Between(at(start)?, at(end)?))))
}

/// Whether a header announces what identifies a person: a name, a number, an address.
pub fn is_personal(header: &str) -> bool {
    let folded = fold(header);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let numbers =
        ["nip", "nik", "nim", "npm", "nrp", "email", "surel", "telepon", "telp", "hp", "whatsapp", "wa", "phone", "mail"];
    let names =
        ["nama", "nama lengkap", "nama anda", "nama responden", "nama pegawai", "name", "full name", "alamat", "alamat rumah"];
    (words.len() <= 6 && words.iter().any(|word| numbers.contains(word))) || names.contains(&words.join(" ").as_str())
}

/// The question that shares most words with the one that is wanted: at least half of all that occur in either.
pub fn nearest_question<'a>(wanted: &str, headers: impl Iterator<Item = &'a str>) -> Option<String> {
    let words = |text: &str| -> BTreeSet<String> {
        statement_key(text).split(' ').map(code_key).filter(|word| !word.is_empty()).collect()
    };
    let wanted = words(wanted);
    let mut best: Option<(usize, &str)> = None;
    for header in headers.filter(|_| wanted.len() > 2) {
        let there = words(header);
        let (shared, all) = (wanted.intersection(&there).count(), wanted.union(&there).count());
        let share = shared * 100 / all.max(1);
        if share >= 50 && best.is_none_or(|(most, _)| share > most) {
            best = Some((share, header));
        }
    }
    best.map(|(_, header)| header.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_columns_by_their_header() {
        for header in ["NIP", "Nama Lengkap", "Alamat email", "No. HP", "nomor WA aktif", "Nama"] {
            assert!(is_personal(header), "{header}");
        }
        for header in ["Nama instansi", "Jenis kelamin", "Saya hafal nama semua rekan kerja saya di kantor"] {
            assert!(!is_personal(header), "{header}");
        }
    }

    #[test]
    fn the_nearest_question_shares_most_words() {
        let headers = ["Saya selalu hadir tepat waktu", "Saya menaati peraturan", "Usia"];
        assert_eq!(nearest_question("Saya hadir tepat waktu", headers.into_iter()).as_deref(), Some(headers[0]));
        assert_eq!(nearest_question("Atasan saya adil", headers.into_iter()), None);
    }

    #[test]
    fn times_by_their_headers() {
        let of = |names: &[&str]| time(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["StartDate", "EndDate", "Duration (in seconds)"]), Some(Time::Seconds(2)));
        assert_eq!(of(&["start", "end", "q1"]), Some(Time::Between(0, 1)));
        assert_eq!(of(&["Timestamp"]), None);
    }
}
