//! How the data were read, in words: a few lines for `check`, or a line for every column.

use crate::dataset::ImportReport;
use crate::dataset::import_report::{DecimalMark, ImportedColumn, LeftOut, Recoded};
use crate::language::Message;
use std::path::Path;

/// At most so many texts that became numbers are named in one line.
const NAMED: usize = 8;

/// The report in lines; with `columns` one for each of them.
pub fn lines(report: &ImportReport, columns: bool, study: &Path) -> Vec<Message> {
    let mut lines = vec![file(report)];
    lines.extend(report.joined.iter().map(|joined| {
        Message::new(
            format!("  digabung: {}, {} baris, {} orang cocok", joined.file, joined.rows, joined.matched),
            format!("  joined: {}, rows {}, persons matched {}", joined.file, joined.rows, joined.matched),
        )
    }));
    lines.extend(left_out(&report.left_out));
    lines.extend(recoded(report));
    lines.extend(decimal(report.decimal_mark));
    if columns {
        lines.extend(report.columns.iter().map(column));
        if !report.unused.is_empty() {
            let list = shortened(&report.unused, 20);
            lines.push(Message::new(format!("  tidak dipakai: {list}"), format!("  not used: {list}")));
        }
    } else {
        let study = study.display();
        lines.push(Message::new(
            format!("  rincian setiap kolom: bab4 check {study} --columns"),
            format!("  every column: bab4 check {study} --columns"),
        ));
    }
    lines
}

fn file(report: &ImportReport) -> Message {
    let source = &report.source;
    let mut parts = vec![Message::new(source.kind.clone(), source.kind.clone())];
    parts.extend(source.encoding.iter().map(|encoding| Message::new(encoding.clone(), encoding.clone())));
    parts.extend(source.delimiter.map(|delimiter| match delimiter {
        '\t' => Message::new("pemisah tab", "delimiter tab"),
        delimiter => Message::new(format!("pemisah «{delimiter}»"), format!("delimiter “{delimiter}”")),
    }));
    parts.extend(source.sheet.iter().map(|sheet| Message::new(format!("lembar «{sheet}»"), format!("sheet “{sheet}”"))));
    // SPSS files have no row of headers.
    let row = match (report.header_row, source.merged_header) {
        (0, _) => None,
        (row, true) => Some(format!("{}–{row}", row - 1)),
        (row, false) => Some(row.to_string()),
    };
    parts.extend(row.map(|row| Message::new(format!("judul di baris {row}"), format!("header in row {row}"))));
    let list = |words: fn(&Message) -> &String| parts.iter().map(words).cloned().collect::<Vec<_>>().join(", ");
    let (name, rows, all) = (&report.file, report.rows, report.rows_in_file);
    Message::new(
        format!("dibaca: {name} ({}); {rows} dari {all} baris", list(|message| &message.id)),
        format!("read: {name} ({}); {rows} of {all} rows", list(|message| &message.en)),
    )
}

fn left_out(list: &[LeftOut]) -> Option<Message> {
    let (mut id, mut en) = (Vec::new(), Vec::new());
    for LeftOut { reason, count, .. } in list {
        let words = match reason.as_str() {
            "not_kept" => ("tidak memenuhi `keep`", "not kept"),
            "duplicate" => ("pengisian terdahulu orang yang sama", "earlier rows of the same person"),
            "summary" => ("rekapitulasi", "rows that sum up"),
            _ => ("kosong", "empty"),
        };
        id.push(format!("{count} {}", words.0));
        en.push(format!("{count} {}", words.1));
    }
    (!id.is_empty())
        .then(|| Message::new(format!("  tidak dihitung: {}", id.join(", ")), format!("  not counted: {}", en.join(", "))))
}

fn recoded(report: &ImportReport) -> Option<Message> {
    let all = report.recoded();
    let list = texts(&all);
    (!all.is_empty()).then(|| Message::new(format!("  menjadi angka: {}", list.id), format!("  became numbers: {}", list.en)))
}

/// `Setuju → 4 (31)`.
fn texts(list: &[Recoded]) -> Message {
    let more = list.len().saturating_sub(NAMED);
    let tail = if more > 0 { format!(", +{more}") } else { String::new() };
    let shown = |mark: &str| {
        let one = |recoded: &Recoded| {
            let value = recoded.value.to_string().replace('.', mark);
            format!("{} → {value} ({})", one_line(&recoded.text), recoded.count)
        };
        format!("{}{tail}", list.iter().take(NAMED).map(one).collect::<Vec<_>>().join(", "))
    };
    Message::new(shown(","), shown("."))
}

fn decimal(mark: DecimalMark) -> Option<Message> {
    Some(match mark {
        DecimalMark::None => return None,
        DecimalMark::Comma => Message::new("  tanda desimal: koma", "  decimal mark: comma"),
        DecimalMark::Point => Message::new("  tanda desimal: titik", "  decimal mark: point"),
        DecimalMark::Both => Message::new("  tanda desimal: koma dan titik", "  decimal mark: both comma and point"),
    })
}

fn column(column: &ImportedColumn) -> Message {
    let ImportedColumn { header, letter, code, valid, missing, refused_count, .. } = column;
    let mut line = Message::new(
        format!("  {letter} «{}» → {code}: {valid} terisi, {missing} kosong", one_line(header)),
        format!("  {letter} “{}” → {code}: {valid} filled, {missing} empty", one_line(header)),
    );
    if !column.recoded.is_empty() {
        let list = texts(&column.recoded);
        line = Message::new(format!("{}; {}", line.id, list.id), format!("{}; {}", line.en, list.en));
    }
    if *refused_count > 0 {
        let cells: Vec<String> =
            column.refused.iter().map(|cell| format!("{letter}{} «{}»", cell.row, one_line(&cell.text))).collect();
        let list = shortened(&cells, 30);
        line = Message::new(
            format!("{}; {refused_count} ditolak: {list}", line.id),
            format!("{}; {refused_count} refused: {list}", line.en),
        );
    }
    line
}

fn shortened(list: &[String], most: usize) -> String {
    let more = list.len().saturating_sub(most);
    let shown: Vec<String> = list.iter().take(most).map(|text| one_line(text)).collect();
    let tail = if more > 0 { format!(", +{more}") } else { String::new() };
    format!("{}{tail}", shown.join(", "))
}

/// A text of the file on one line of the terminal.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(50) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
