//! Direct, indirect and total effects of paths, and Sobel's test of them.

use super::columns::{Column, columns, read};
use super::table::Table;
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// A path.
#[derive(Debug, Clone, PartialEq)]
pub struct EffectRow {
    /// As printed.
    pub label: String,
    /// Names along it: cause, mediators, outcome.
    pub chain: Vec<String>,
    /// Direct effect.
    pub direct: Option<Printed>,
    /// Indirect effect.
    pub indirect: Option<Printed>,
    /// Total effect.
    pub total: Option<Printed>,
}

/// A table of effects.
#[derive(Debug, Clone, PartialEq)]
pub struct Effects {
    /// Where.
    pub place: Place,
    /// Rows.
    pub rows: Vec<EffectRow>,
    /// Rows that could not be read, by line.
    pub unread: Vec<usize>,
}

/// Reads a table of effects; none when it is not one.
pub fn find(table: &Table) -> Option<Effects> {
    let mut found = columns(table);
    let has = |found: &[(usize, Column)], column: Column| found.iter().any(|(_, there)| *there == column);
    if !has(&found, Column::Indirect)
        || !(has(&found, Column::Direct) || has(&found, Column::TotalEffect) || has(&found, Column::Total))
    {
        return None;
    }
    for (_, column) in &mut found {
        if *column == Column::Total {
            *column = Column::TotalEffect;
        }
    }
    let order: Vec<Column> = found
        .iter()
        .map(|(_, column)| *column)
        .filter(|column| matches!(column, Column::Direct | Column::Indirect | Column::TotalEffect))
        .collect();
    let mut effects = Effects { place: table.place.clone(), rows: Vec::new(), unread: Vec::new() };
    for row in &table.rows {
        let Some(numbers) = read(table, row, &found, &order, &[]).filter(|numbers| !numbers.is_empty()) else {
            effects.unread.push(row.line);
            continue;
        };
        let get = |column: Column| numbers.iter().find(|(there, _)| *there == column).map(|(_, printed)| printed.clone());
        effects.rows.push(EffectRow {
            chain: chain(&row.label),
            label: row.label.clone(),
            direct: get(Column::Direct),
            indirect: get(Column::Indirect),
            total: get(Column::TotalEffect),
        });
    }
    (!effects.rows.is_empty()).then_some(effects)
}

/// `X1 → Y1 → Y2`, `Kompetensi terhadap Kinerja melalui OCB`: names from cause to outcome.
pub fn chain(label: &str) -> Vec<String> {
    let arrows = label.replace("-->", "→").replace("->", "→").replace("=>", "→");
    if arrows.contains('→') {
        return arrows.split('→').map(|name| name.trim().to_owned()).filter(|name| !plain(name).is_empty()).collect();
    }
    let lower = label.to_lowercase();
    let cut = |text: &str, word: &str| {
        lower.find(word).and_then(|at| Some((text.get(..at)?.to_owned(), text.get(at + word.len()..)?.to_owned())))
    };
    if let Some((cause, rest)) = cut(label, " terhadap ").or_else(|| cut(label, " on ")) {
        let rest_lower = rest.to_lowercase();
        for word in [" melalui ", " through ", " via "] {
            if let Some(at) = rest_lower.find(word) {
                let outcome = rest.get(..at).unwrap_or_default().trim().to_owned();
                let mediator = rest.get(at + word.len()..).unwrap_or_default().trim().to_owned();
                return vec![cause.trim().to_owned(), mediator, outcome];
            }
        }
        return vec![cause.trim().to_owned(), rest.trim().to_owned()];
    }
    Vec::new()
}
