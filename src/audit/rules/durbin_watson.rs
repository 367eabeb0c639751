//! Readings of Durbin–Watson: bounds for n and k, and the zone in which d lies.
//!
//! Source: Durbin & Watson (1951); no decision between dL and dU, and between 4 − dU and 4 − dL.

use crate::audit::facts::Facts;
use crate::audit::finding::{Finding, Severity};
use crate::audit::printed::Printed;
use crate::audit::statements::{Said, Statement};
use crate::diagnostics::Code;
use crate::language::Message;
use crate::stats::durbin_watson::durbin_watson_bounds;

/// Checks the paragraphs that speak of autocorrelation.
pub fn check(facts: &Facts, statements: &[Statement], findings: &mut Vec<Finding>) {
    for statement in statements {
        let all = statement.words();
        if !all.contains(" autokorelasi ") && !all.contains(" autocorrelation ") {
            continue;
        }
        let only = |said: Said| {
            let mut of = statement.mentions.iter().filter(|mention| mention.said == said).map(|mention| &mention.printed);
            let first = of.next();
            if of.all(|other| first.is_some_and(|first| first.text == other.text)) { first } else { None }
        };
        let (Some(dl), Some(du)) = (only(Said::Dl), only(Said::Du)) else { continue };
        bounds(facts, dl, du, findings);
        let Some(d) = only(Said::DurbinWatson) else { continue };
        let none = [
            " tidak terdapat autokorelasi ",
            " tidak terjadi autokorelasi ",
            " tidak ada autokorelasi ",
            " bebas autokorelasi ",
            " bebas dari autokorelasi ",
            " no autocorrelation ",
            " tidak terdapat gejala autokorelasi ",
            " tidak terjadi gejala autokorelasi ",
        ];
        if !none.iter().any(|words| all.contains(words))
            || all.contains(" jika ")
            || all.contains(" apabila ")
            || all.contains(" bila ")
        {
            continue;
        }
        let zone = if d.value < dl.value || d.value > 4.0 - dl.value {
            Message::new("di sini ada autokorelasi", "there is autocorrelation here")
        } else if d.value < du.value || d.value > 4.0 - du.value {
            Message::new("d berada di daerah tanpa keputusan", "d lies where there is no decision")
        } else {
            continue;
        };
        findings.push(Finding::said(Code::DurbinWatson, Severity::Decision, d.place.clone(), d.text.clone(), zone));
    }
}

/// The bounds of the only n and k there are.
fn bounds(facts: &Facts, dl: &Printed, du: &Printed, findings: &mut Vec<Finding>) {
    let main: Vec<_> =
        facts.regressions.iter().filter(|regression| !Facts::is_glejser(regression) && !regression.terms.is_empty()).collect();
    let ([regression], Some(n)) = (main.as_slice(), facts.sample_size()) else { return };
    if n > 2000 {
        return;
    }
    let k = regression.terms.len();
    let Ok(right) = durbin_watson_bounds(n, k, 0.05) else { return };
    for (printed, value) in [(dl, right.dl), (du, right.du)] {
        let unit = 10_f64.powi(-i32::try_from(printed.decimals).unwrap_or(3));
        if (printed.value - value).abs() > 1.5 * unit.max(0.0005) {
            let mut finding = Finding::said(
                Code::DurbinWatson,
                Severity::Decision,
                printed.place.clone(),
                printed.text.clone(),
                Message::new(format!("bukan batas untuk n = {n} dan k = {k}"), format!("not the bound for n = {n} and k = {k}")),
            );
            finding.likely = Some(printed.print_like(value));
            findings.push(finding);
        }
    }
}
