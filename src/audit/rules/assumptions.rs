//! Words about assumptions against their numbers: collinearity against VIF and tolerance, heteroscedasticity and normality against
//! the significance of the table that is cited.
//!
//! Source: the limits the chapters themselves go by: VIF 10, tolerance 0,10, significance 0,05 (Ghozali, 2018).

use crate::audit::facts::{Facts, Kind};
use crate::audit::finding::{Finding, Severity};
use crate::audit::names::plain;
use crate::audit::rules::significance::says_significant;
use crate::audit::statements::Statement;
use crate::audit::tables::Found;
use crate::audit::tables::columns::Column;
use crate::audit::tables::kolmogorov_smirnov::Line;
use crate::diagnostics::Code;
use crate::language::Message;

/// Checks the words of tables and text.
pub fn check(facts: &Facts, found: &Found, statements: &[Statement], findings: &mut Vec<Finding>) {
    for table in &found.coefficients {
        for row in table.rows.iter().filter(|row| !row.constant) {
            let Some(verdict) = &row.verdict else { continue };
            let words = plain(verdict);
            if words.contains("multikol") || words.contains("multicol") {
                let free = words.split(' ').any(|word| matches!(word, "bebas" | "tidak" | "no" | "free" | "not" | "tanpa"));
                let vif = row.get(Column::Vif);
                let tolerance = row.get(Column::Tolerance);
                let high =
                    vif.is_some_and(|vif| vif.interval.low > 10.0) || tolerance.is_some_and(|there| there.interval.high < 0.1);
                let low = vif.is_some_and(|vif| vif.interval.high < 5.0);
                if free && high || !free && low {
                    let (id, en) = if high { ("VIF di atas 10", "VIF above 10") } else { ("VIF rendah", "VIF is low") };
                    say(findings, row.numbers.first().map(|(_, printed)| printed.place.clone()), verdict, id, en);
                }
            } else if let (true, Some(claims), Some(p)) = (table.glejser, says_significant(&words), row.get(Column::P))
                && (claims && p.interval.low >= 0.05 || !claims && p.interval.high < 0.05)
            {
                let (id, en) = (format!("Sig. {}", p.text), format!("Sig. {}", p.text));
                say(findings, Some(p.place.clone()), verdict, &id, &en);
            }
        }
    }
    for statement in statements {
        for (at, words) in statement.plain.iter().enumerate() {
            let normal = words.contains(" berdistribusi normal ") || words.contains(" terdistribusi normal ");
            let doubt =
                [" tidak ", " menyimpang ", " jika ", " apabila ", " bila ", " belum ", " bukan ", " dinyatakan apabila "];
            if !normal || doubt.iter().any(|word| words.contains(word)) {
                continue;
            }
            let Some(cited) = statement.table(at) else { continue };
            let Some((_, regression, _)) = facts.tables.iter().find(|(name, _, kind)| name == cited && *kind == Kind::Normality)
            else {
                continue;
            };
            let tables = facts.regressions.get(*regression).map(|regression| regression.normality.as_slice()).unwrap_or_default();
            let table = tables.iter().find(|table| table.place.table.as_deref() == Some(cited));
            let Some(p) = table.and_then(|table| table.get(Line::P)).filter(|p| p.interval.high < 0.05) else { continue };
            let quoted = statement.sentences.get(at).cloned().unwrap_or_default();
            let (id, en) = (format!("Sig. {} di bawah 0,05", p.text), format!("Sig. {} is below .05", p.text));
            say(findings, Some(statement.place.clone()), &quoted, &id, &en);
        }
    }
}

fn say(findings: &mut Vec<Finding>, place: Option<crate::audit::printed::Place>, quoted: &str, id: &str, en: &str) {
    let words = Message::new(format!("{id}: kesimpulannya terbalik"), format!("{en}: the conclusion is the other one"));
    findings.push(Finding::said(Code::Verdict, Severity::Decision, place.unwrap_or_default(), quoted, words));
}
