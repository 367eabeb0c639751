//! The words of the summary, both languages side by side.

use crate::batch::row::UnitRow;
use crate::findings::Verdict;
use crate::language::Message;

/// The title where the batch file names none.
pub fn title() -> Message {
    Message::new("Rekapitulasi Seluruh Unit", "Summary of All Units")
}

/// A verdict in a cell.
pub fn verdict(verdict: Verdict) -> Message {
    match verdict {
        Verdict::Accepted => Message::new("diterima", "supported"),
        Verdict::Rejected => Message::new("ditolak", "not supported"),
        Verdict::NotTested => Message::new("tidak diuji", "not tested"),
    }
}

/// What a reader should know of a unit; none where there is nothing.
pub fn flags(row: &UnitRow) -> Vec<Message> {
    let mut out = Vec::new();
    let flags = &row.flags;
    if !flags.unreliable.is_empty() {
        let names = flags.unreliable.join(", ");
        out.push(Message::new(format!("tidak reliabel: {names}"), format!("not reliable: {names}")));
    }
    if !flags.invalid_items.is_empty() {
        let count = flags.invalid_items.len();
        out.push(Message::new(format!("{count} butir tidak valid"), format!("items not valid: {count}")));
    }
    if !flags.violated.is_empty() {
        let names = flags.violated.join(", ");
        out.push(Message::new(format!("asumsi tidak terpenuhi: {names}"), format!("assumptions not met: {names}")));
    }
    if !flags.warnings.is_empty() {
        let codes = flags.warnings.join(", ");
        out.push(Message::new(format!("peringatan data: {codes}"), format!("warnings of the data: {codes}")));
    }
    out
}
