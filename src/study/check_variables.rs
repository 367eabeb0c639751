//! From variables and characteristics as written to checked ones: items numbered, columns found, scales laid in layers.

use super::check_records;
use super::check_scale::{self, Banded};
use super::check_score;
use super::file_variables::{ColumnsFile, IndicatorFile, ItemFile, ScaleFile, VariableFile};
use super::names::check_code;
use super::problem::{Named, StudyProblem};
use super::problem_variables::VariableProblem;
use super::variable::{ColumnSource, Dimension, Indicator, Item, Measure, Role, Scale, Variable};
use crate::diagnostics::{Diagnostics, Span, Spanned};
use crate::language::Text;
use indexmap::IndexMap;

/// Codes of items and columns that are already taken in this study, and where.
#[derive(Debug, Default)]
pub(super) struct Taken {
    items: IndexMap<String, Span>,
    columns: IndexMap<String, Span>,
}

impl Taken {
    fn item(&mut self, code: &str, span: Span, diagnostics: &mut Diagnostics) -> bool {
        Taken::take(&mut self.items, code, span, Named::Item, diagnostics)
    }

    fn column(&mut self, column: &ColumnSource, code: &str, span: Span, diagnostics: &mut Diagnostics) {
        let name = match column {
            ColumnSource::ByCode => code.to_owned(),
            ColumnSource::Header(header) => header.clone(),
            // No header can hold this character, so that the position F and a header `F` stay apart.
            ColumnSource::Position(position) => format!("\0{}", letters(*position)),
        };
        Taken::take(&mut self.columns, &name, span, Named::Column, diagnostics);
    }

    /// Takes a name; `false` when it was taken already, which is reported.
    fn take(taken: &mut IndexMap<String, Span>, name: &str, span: Span, what: Named, diagnostics: &mut Diagnostics) -> bool {
        let Some(first) = taken.get(name) else {
            taken.insert(name.to_owned(), span);
            return true;
        };
        let first = Some(*first).filter(|first| *first != span);
        let name = name.trim_start_matches('\0').to_owned();
        diagnostics.push(StudyProblem::DuplicateName { span, first, name, what }.diagnostic());
        false
    }
}

/// Checks one variable, already laid over its measurement model. `complete` is false when that model is not there.
pub(super) fn check(
    file: &VariableFile,
    study_scale: Option<&ScaleFile>,
    complete: bool,
    taken: &mut Taken,
    diagnostics: &mut Diagnostics,
) -> Option<Variable> {
    let code = &file.code;
    if file.name.is_none() && !file.broken {
        diagnostics.push(
            StudyProblem::MissingKey {
                span: code.span,
                key: "name",
                path: format!("variables.{}", code.value),
                example: "name: Kompetensi",
            }
            .diagnostic(),
        );
    }
    exclusive(file, diagnostics);
    let measure = if let Some(column) = &file.column {
        orphans_of_column(file, diagnostics);
        let source = ColumnSource::Header(column.value.clone());
        taken.column(&source, &code.value, column.span, diagnostics);
        Some(Measure::Column { column: column.value.clone(), range: file.range.as_ref().map(|range| range.value) })
    } else if let Some(appraisal) = &file.appraisal {
        check_records::appraisal(file, appraisal, diagnostics).map(|records| Measure::Records(Box::new(records)))
    } else if file.indicators.is_some() || file.dimensions.is_some() {
        if let Some(range) = &file.range {
            orphan("range", "column", range.span, code, diagnostics);
        }
        items(file, study_scale, taken, diagnostics)
    } else {
        if complete && !file.broken {
            diagnostics.push(VariableProblem::NoMeasure { span: code.span, code: code.value.clone() }.diagnostic());
        }
        None
    };
    let text = |text: &Option<Spanned<Text>>| text.as_ref().map(|text| text.value.clone());
    Some(Variable {
        code: code.value.clone(),
        name: text(&file.name)?,
        abbreviation: text(&file.abbreviation),
        definition: text(&file.definition),
        source: text(&file.source),
        measure: measure?,
        role: Role::Other,
        declared: Some(code.span),
    })
}

/// Exactly one of `indicators`, `dimensions`, `column`.
fn exclusive(file: &VariableFile, diagnostics: &mut Diagnostics) {
    let given: Vec<(&str, Span)> = [
        ("indicators", file.indicators.as_ref().map(|list| list.span)),
        ("dimensions", file.dimensions.as_ref().map(|map| map.span)),
        ("column", file.column.as_ref().map(|column| column.span)),
        ("appraisal", file.appraisal.as_ref().map(|appraisal| appraisal.span)),
    ]
    .into_iter()
    .filter_map(|(key, span)| span.map(|span| (key, span)))
    .collect();
    for pair in given.windows(2) {
        if let [(one, first), (other, span)] = pair {
            diagnostics.push(
                StudyProblem::Conflict {
                    span: *span,
                    first: *first,
                    keys: ((*one).to_owned(), (*other).to_owned()),
                    path: format!("variables.{}", file.code.value),
                }
                .diagnostic(),
            );
        }
    }
}

/// Keys that belong to items, beside `column`.
fn orphans_of_column(file: &VariableFile, diagnostics: &mut Diagnostics) {
    let score = file.score.as_ref().and_then(|score| {
        let by = score.by.as_ref().map(|by| by.span);
        by.or_else(|| score.times.as_ref().map(|times| times.span)).or_else(|| score.of.as_ref().map(|of| of.span))
    });
    for (key, span) in [
        ("scale", file.scale.as_ref().map(|scale| scale.span)),
        ("columns", file.columns.as_ref().map(|columns| columns.span)),
        ("score", score),
    ] {
        if let Some(span) = span {
            orphan(key, "indicators", span, &file.code, diagnostics);
        }
    }
}

fn orphan(key: &'static str, needs: &'static str, span: Span, code: &Spanned<String>, diagnostics: &mut Diagnostics) {
    diagnostics.push(VariableProblem::Orphan { span, key, needs, code: code.value.clone() }.diagnostic());
}

/// A variable measured by items.
fn items(
    file: &VariableFile,
    study_scale: Option<&ScaleFile>,
    taken: &mut Taken,
    diagnostics: &mut Diagnostics,
) -> Option<Measure> {
    let code = &file.code;
    let mut listed: Vec<&IndicatorFile> = Vec::new();
    let mut dimensions = IndexMap::new();
    if let Some(list) = &file.indicators {
        listed.extend(&list.value);
        not_empty(&list.value, list.span, &code.value, file.broken, diagnostics);
    } else if let Some(map) = &file.dimensions {
        for dimension in &map.value {
            let name = format!("{}.{}", code.value, dimension.code.value);
            let start = listed.len();
            match &dimension.indicators {
                Some(list) => {
                    not_empty(&list.value, list.span, &name, file.broken, diagnostics);
                    listed.extend(&list.value);
                }
                None if !file.broken => missing("indicators", &dimension.code, &name, diagnostics),
                None => {}
            }
            if dimension.name.is_none() && !file.broken {
                missing("name", &dimension.code, &name, diagnostics);
            }
            dimensions.insert(
                dimension.code.value.clone(),
                Dimension {
                    code: dimension.code.value.clone(),
                    name: dimension.name.as_ref().map_or_else(|| Text::Same(name), |name| name.value.clone()),
                    definition: dimension.definition.as_ref().map(|definition| definition.value.clone()),
                    indicators: start..listed.len(),
                },
            );
        }
    }
    let codes: Vec<Vec<String>> = item_codes(code, &listed);
    let count = codes.iter().map(Vec::len).sum();
    let score = check_score::score(file, &codes, &dimensions, diagnostics);
    let ones = check_score::ones(&score, &codes, &dimensions);
    let of_records = check_records::is_of_records(file);
    let scale = if of_records { None } else { scale(file, study_scale, ones, diagnostics) };
    let columns = columns(file, count, diagnostics);
    let mut number = 0;
    let mut indicators = Vec::new();
    let mut written: Vec<&ItemFile> = Vec::new();
    for indicator in listed {
        not_empty(&indicator.items, indicator.span, &code.value, file.broken, diagnostics);
        let name = indicator.name.as_ref().map(|name| name.value.clone());
        let mut items = Vec::new();
        for item in &indicator.items {
            let column = columns.get(number).cloned();
            number += 1;
            written.push(item);
            items.push(check_item(
                ItemPlace { variable: file, indicator, number, column, scale: scale.as_ref() },
                item,
                taken,
                diagnostics,
            ));
        }
        indicators.push(Indicator { name: name.unwrap_or_else(|| Text::Same(String::new())), items });
    }
    if of_records {
        let before = |position: usize| indicators.iter().take(position).map(|indicator: &Indicator| indicator.items.len()).sum();
        for dimension in dimensions.values_mut() {
            dimension.indicators = before(dimension.indicators.start)..before(dimension.indicators.end);
        }
        let items = indicators.into_iter().flat_map(|indicator| indicator.items).zip(written).collect();
        let records = check_records::records(file, items, dimensions, diagnostics);
        return Some(Measure::Records(Box::new(records)));
    }
    Some(Measure::Items { indicators, dimensions, scale: scale?, score: Box::new(score) })
}

/// The codes of the items of each indicator: their own, or numbered through the variable.
fn item_codes(variable: &Spanned<String>, indicators: &[&IndicatorFile]) -> Vec<Vec<String>> {
    let mut number = 0;
    let mut code = |item: &ItemFile| {
        number += 1;
        item.code.as_ref().map_or_else(|| format!("{}.{number}", variable.value), |own| own.value.clone())
    };
    indicators.iter().map(|indicator| indicator.items.iter().map(&mut code).collect()).collect()
}

fn not_empty<T>(list: &[T], span: Span, code: &str, broken: bool, diagnostics: &mut Diagnostics) {
    if list.is_empty() && !broken {
        diagnostics.push(VariableProblem::NoIndicators { span, code: code.to_owned() }.diagnostic());
    }
}

fn missing(key: &'static str, code: &Spanned<String>, name: &str, diagnostics: &mut Diagnostics) {
    let example = if key == "name" { "name: Berorientasi Pelayanan" } else { "indicators: [Ramah, Solutif]" };
    diagnostics.push(StudyProblem::MissingKey { span: code.span, key, path: format!("variables.{name}"), example }.diagnostic());
}

/// Where an item stands.
struct ItemPlace<'f> {
    variable: &'f VariableFile,
    indicator: &'f IndicatorFile,
    /// Its number in the variable, from 1.
    number: usize,
    /// Its column as `columns` says.
    column: Option<Spanned<ColumnSource>>,
    scale: Option<&'f Scale>,
}

fn check_item(place: ItemPlace<'_>, item: &ItemFile, taken: &mut Taken, diagnostics: &mut Diagnostics) -> Item {
    let code = match &item.code {
        Some(own) => {
            // A code may be written as the numbering writes it, `X1.1`.
            check_code(&Spanned::new(own.value.replace('.', "_"), own.span), diagnostics);
            own.value.clone()
        }
        None => format!("{}.{}", place.variable.code.value, place.number),
    };
    let span = item.code.as_ref().map_or(item.span, |code| code.span);
    let is_new = taken.item(&code, span, diagnostics);
    let (column, column_span) = match (&item.column, place.column) {
        (Some(own), declared) => {
            if let Some(columns) = &place.variable.columns
                && declared.is_some()
            {
                diagnostics.push(
                    StudyProblem::Conflict {
                        span: own.span,
                        first: columns.span,
                        keys: ("columns".to_owned(), "column".to_owned()),
                        path: format!("variables.{}", place.variable.code.value),
                    }
                    .diagnostic(),
                );
            }
            (ColumnSource::Header(own.value.clone()), own.span)
        }
        (None, Some(declared)) => (declared.value, declared.span),
        (None, None) => (ColumnSource::ByCode, span),
    };
    // A code that stands twice is one mistake, not two.
    if is_new || column != ColumnSource::ByCode {
        taken.column(&column, &code, column_span, diagnostics);
    }
    if let (Some(labels), Some(scale)) = (&item.labels, place.scale)
        && labels.value.len() != scale.points()
        && !place.variable.broken
    {
        diagnostics.push(
            VariableProblem::ItemLabels {
                span: labels.span,
                item: code.clone(),
                found: labels.value.len(),
                points: scale.points(),
            }
            .diagnostic(),
        );
    }
    let set = |flag: &Option<Spanned<bool>>| flag.as_ref().is_some_and(|flag| flag.value);
    let text = |text: &Option<Spanned<Text>>| text.as_ref().map(|text| text.value.clone());
    let indicator = text(&place.indicator.name).unwrap_or_else(|| Text::Same(code.clone()));
    let statement = text(&item.statement);
    let alone = place.indicator.items.len() == 1;
    Item {
        code,
        // One item goes by its indicator's name; several are told apart by what they say.
        name: match &statement {
            Some(statement) if !alone => statement.clone(),
            _ => indicator,
        },
        statement,
        column,
        reverse: set(&item.reverse),
        reverse_checked: set(&item.reverse_checked),
        labels: item.labels.as_ref().map(|labels| labels.value.iter().map(|label| label.value.clone()).collect()),
        // The words of an item point at it better than the whole map that holds them.
        declared: Some(item.statement.as_ref().map_or(item.span, |statement| statement.span)),
    }
}

/// The variable's own scale (with its model's) laid over the study's.
fn scale(file: &VariableFile, study: Option<&ScaleFile>, ones: f64, diagnostics: &mut Diagnostics) -> Option<Scale> {
    let effective = match (&file.scale, study) {
        (Some(own), Some(study)) => own.clone().over(study.clone()),
        (Some(own), None) => own.clone(),
        (None, Some(study)) => study.clone(),
        (None, None) => {
            if !file.broken {
                diagnostics.push(VariableProblem::NoScale { span: file.code.span, code: file.code.value.clone() }.diagnostic());
            }
            return None;
        }
    };
    // The bands divide the item mean, or the score when it is multiplied.
    let multiplied = file.score.as_ref().is_some_and(|score| score.times.is_some());
    let banded = |min: i64, max: i64| match multiplied {
        true => Banded::Score(min as f64 * ones, max as f64 * ones),
        false => Banded::ItemMean,
    };
    check_scale::check(&effective, &file.code, banded, diagnostics)
}

/// One column an item from `columns`; empty when it is not given or wrong.
fn columns(file: &VariableFile, items: usize, diagnostics: &mut Diagnostics) -> Vec<Spanned<ColumnSource>> {
    let Some(columns) = &file.columns else {
        return Vec::new();
    };
    let found: Vec<Spanned<ColumnSource>> = match &columns.value {
        ColumnsFile::Headers(headers) => headers.iter().map(|header| header.clone().map(ColumnSource::Header)).collect(),
        ColumnsFile::Pattern(pattern) if pattern.contains("{i}") => (1..=items)
            .map(|number| {
                let header = pattern.replace("{i}", &number.to_string());
                Spanned::new(ColumnSource::Header(header), columns.span)
            })
            .collect(),
        ColumnsFile::Pattern(range) => match positions(range) {
            Some(positions) => positions.map(|position| Spanned::new(ColumnSource::Position(position), columns.span)).collect(),
            None => {
                diagnostics.push(VariableProblem::BadColumns { span: columns.span, text: range.clone() }.diagnostic());
                return Vec::new();
            }
        },
    };
    if found.len() != items {
        if !file.broken {
            diagnostics.push(
                VariableProblem::ColumnCount { span: columns.span, code: file.code.value.clone(), found: found.len(), items }
                    .diagnostic(),
            );
        }
        return Vec::new();
    }
    found
}

/// The positions of a spreadsheet range `F:N`, from 0.
fn positions(range: &str) -> Option<std::ops::RangeInclusive<usize>> {
    let (first, last) = range.split_once(':')?;
    let (first, last) = (position(first.trim())?, position(last.trim())?);
    (first <= last).then_some(first..=last)
}

/// The position of a spreadsheet column from 0; spreadsheets end at XFD.
fn position(letters: &str) -> Option<usize> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut number = 0;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        number = number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    (number <= 16_384).then(|| number - 1)
}

/// The letters of a spreadsheet column.
fn letters(position: usize) -> String {
    let mut number = position + 1;
    let mut letters = Vec::new();
    while number > 0 {
        let digit = u8::try_from((number - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        number = (number - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreadsheet_columns_count_from_a() {
        assert_eq!(position("A"), Some(0));
        assert_eq!(position("z"), Some(25));
        assert_eq!(position("AA"), Some(26));
        assert_eq!(position("XFD"), Some(16_383));
        assert_eq!(position("XFE"), None);
        assert_eq!(position("F1"), None);
        assert_eq!(positions("F:N"), Some(5..=13));
        assert_eq!(positions("N:F"), None);
        assert_eq!(letters(26), "AA");
        assert_eq!(letters(16_383), "XFD");
    }
}
