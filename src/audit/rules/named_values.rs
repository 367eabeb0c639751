//! Values that the text sets in brackets behind a name, `Waktu penyelesaian (2,992)`, against the table that has the name.

use crate::audit::finding::{Finding, Severity};
use crate::audit::names::plain;
use crate::audit::printed::Printed;
use crate::audit::statements::Statement;
use crate::audit::tables::Found;
use crate::diagnostics::Code;
use crate::language::Message;
use std::collections::BTreeMap;

/// Elements of services and indicators of performance by name, with what stands for them.
fn named(found: &Found) -> BTreeMap<String, Vec<&Printed>> {
    let mut out: BTreeMap<String, Vec<&Printed>> = BTreeMap::new();
    for row in found.services.iter().flat_map(|service| &service.rows) {
        // `Persyaratan (PERS)` is spoken of without its code.
        let name = row.label.split(" (").next().unwrap_or(&row.label);
        out.entry(plain(name)).or_default().push(&row.mean);
    }
    for row in found.performance.iter().flat_map(|table| &table.rows) {
        let values = out.entry(plain(&row.name)).or_default();
        values.push(&row.achievement);
        values.extend(&row.counted);
    }
    out.retain(|name, _| name.chars().count() > 2);
    out
}

/// Checks the numbers behind names.
pub fn check(found: &Found, statements: &[Statement], mark: char, findings: &mut Vec<Finding>) {
    let named = named(found);
    if named.is_empty() {
        return;
    }
    for statement in statements {
        for sentence in &statement.sentences {
            for (at, _) in sentence.match_indices('(') {
                let (before, after) = sentence.split_at(at);
                let inside = after.trim_start_matches('(').split([')', ';']).next().unwrap_or_default().trim();
                let number = Printed::read(inside, mark, statement.place.clone()).filter(|number| number.decimals >= 2);
                let (Some(number), Some((name, values))) = (number, behind(&named, before)) else { continue };
                judge(statement, name, &number, values, findings);
            }
        }
    }
}

/// The longest name that a text ends with.
fn behind<'a, 'b>(named: &'a BTreeMap<String, Vec<&'b Printed>>, text: &str) -> Option<(&'a String, &'a Vec<&'b Printed>)> {
    let text = format!(" {}", plain(text));
    let ends = |name: &String| text.strip_suffix(name.as_str()).is_some_and(|rest| rest.ends_with(' '));
    named.iter().filter(|(name, _)| ends(name)).max_by_key(|(name, _)| name.len())
}

fn judge(statement: &Statement, name: &str, number: &Printed, values: &[&Printed], findings: &mut Vec<Finding>) {
    // Another number of decimals is another kind of number: a share, a weight.
    let alike = values.iter().filter(|value| value.decimals == number.decimals).count();
    if alike < values.len() || values.iter().any(|value| !value.interval.meet(number.interval).is_empty()) {
        return;
    }
    let Some(must) = values.first() else { return };
    // The text is right where the table's own number is wrong.
    let right = |finding: &Finding| {
        finding.severity == Severity::Impossible && finding.place == must.place && finding.printed == must.text
    };
    if findings.iter().any(right) {
        return;
    }
    let words =
        Message::new(format!("pada tabelnya {name} bernilai {}", must.text), format!("in its table {name} has {}", must.text));
    let place = statement.place.clone();
    let mut finding = Finding::said(Code::TextAgainstTable, Severity::Impossible, place, number.text.clone(), words);
    finding.likely = Some(must.text.clone());
    finding.interval = Some(number.interval);
    finding.instead = vec![must.place.clone()];
    findings.push(finding);
}
