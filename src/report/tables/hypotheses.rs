//! All hypotheses with what decides on each and the verdict.

use super::parts::{Cells, confidence, dash};
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};
use crate::study::settings::Tails;
use std::collections::BTreeMap;

/// Tests that decide instead of the ordinary one.
const REMEDIES: [&str; 4] = ["hc3", "bootstrap", "transform", "rank"];

/// Every hypothesis, in the study's order.
pub fn hypotheses(desk: &Desk<'_>, statements: &BTreeMap<String, Vec<Inline>>) -> Option<Table> {
    let count = desk.view.len("hypotheses");
    if count == 0 {
        return None;
    }
    let caption = desk.terms.fill("caption.hypotheses", &[]);
    let columns = vec![
        narrow(Align::Left),
        words(1.0),
        narrow(Align::Center),
        narrow(Align::Center),
        narrow(Align::Decimal),
        narrow(Align::Left),
    ];
    let mut table = desk.table("hypotheses", caption, columns);
    let of_regressions = |position: usize| {
        let kind = desk.view.text(&format!("hypotheses/{position}/kind")).unwrap_or_default();
        matches!(kind, "effect" | "chain" | "joint" | "product")
    };
    let estimate = if (0..count).all(of_regressions) { "path_coefficient" } else { "effect_size" };
    let headings = ["hypothesis", "statement", estimate, "statistic", "sig", "decision"];
    table.header = vec![headings.iter().map(|heading| desk.term_cell(&format!("column.{heading}"))).collect()];
    let mut cells = Cells::new(desk);
    let (mut chains, mut remedied) = (false, false);
    let mut intervals: Vec<&str> = Vec::new();
    for position in 0..count {
        let at = format!("hypotheses/{position}");
        let id = desk.view.text(&format!("{at}/id")).unwrap_or_default();
        let kind = desk.view.text(&format!("{at}/kind")).unwrap_or_default();
        let test = desk.view.text(&format!("{at}/test"));
        let estimate = format!("{at}/estimate");
        let statistic = format!("{at}/statistic");
        // Each statistic is called what it is: the rows test different things.
        let estimate = match kind {
            "joint" => cells.named(vec![Inline::text("R"), Inline::Superscript(vec![Inline::text("2")])], &estimate),
            _ => cells.number(&estimate),
        };
        let name = test.and_then(|test| symbol(test, desk.absent(&format!("{at}/df1")).is_none()));
        if let Some(interval @ ("percentile" | "bca")) = test
            && !intervals.contains(&interval)
        {
            intervals.push(interval);
        }
        // A chain that an interval decides shows no statistic of another method beside the verdict.
        let exact = desk.absent(&statistic) == Some("exact");
        let by_interval = test == Some("bootstrap");
        remedied |= test.is_some_and(|test| REMEDIES.contains(&test.trim_end_matches("_f")));
        let (statistic, p) = match (name, test) {
            _ if by_interval => (dash(), cells.number(&format!("{at}/p"))),
            (_, Some(_)) if exact => (dash(), cells.number(&format!("{at}/p"))),
            (None, Some(_)) => (dash(), dash()),
            (Some(name), _) => (cells.named(vec![Inline::text(name)], &statistic), cells.number(&format!("{at}/p"))),
            (None, None) => (cells.number(&statistic), cells.number(&format!("{at}/p"))),
        };
        chains |= kind == "chain";
        let verdict = desk.view.text(&format!("{at}/verdict")).unwrap_or_default();
        table.rows.push(row(vec![
            Cell::text(id),
            Cell::new(statement(desk, id, statements)),
            estimate,
            statistic,
            p,
            desk.term_cell(&format!("verdict.{verdict}")),
        ]));
    }
    if chains {
        table.notes.push(desk.terms.fill("note.product_of_betas", &[]));
    }
    if remedied {
        table.notes.push(desk.terms.fill("note.remedied", &[]));
    }
    for interval in intervals {
        let name = desk.terms.fill(&format!("test.{interval}"), &[]);
        let where_shown = vec![Inline::Reference { target: "indirect-tests".to_owned(), text: None }];
        table.notes.push(desk.terms.fill("note.decided_by_interval", &[name, confidence(desk), where_shown]));
    }
    if desk.study.analysis.tails == Tails::One {
        table.notes.push(desk.terms.fill("note.one_tailed", &[]));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

/// What the statistic of a test is called; Welch's test of two groups is t, of several F with two degrees of freedom.
pub(super) fn symbol(test: &str, two_df: bool) -> Option<&'static str> {
    Some(match test {
        "welch" if two_df => "F",
        "t" | "hc3" | "transform" | "rank" | "student" | "welch" | "pearson" | "spearman" | "tukey" | "games_howell" => "t",
        "f" | "hc3_f" | "transform_f" | "rank_f" | "anova" => "F",
        "sobel" | "mann_whitney" | "wilcoxon" | "kendall" | "dunn" => "z",
        "chi_squared" | "kruskal_wallis" | "mcnemar" => "χ²",
        _ => return None,
    })
}

/// The wording of a hypothesis: as given, else the author's, else the claim.
fn statement(desk: &Desk<'_>, id: &str, statements: &BTreeMap<String, Vec<Inline>>) -> Vec<Inline> {
    if let Some(statement) = statements.get(id) {
        return statement.clone();
    }
    let hypothesis = desk.study.hypotheses.iter().find(|hypothesis| hypothesis.id == id);
    let words = hypothesis.map(|hypothesis| match &hypothesis.statement {
        Some(statement) => statement.get(desk.language).to_owned(),
        None => hypothesis.claim_text.clone(),
    });
    vec![Inline::text(words.unwrap_or_default())]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::language::Text;
    use crate::report::tables::example::{Example, named};
    use crate::study::Claim;
    use crate::study::Hypothesis;
    use crate::study::settings::MediationDecides;

    #[test]
    fn hypotheses_show_what_decided() {
        let mut study = named();
        let joint = Hypothesis {
            id: "H7".to_owned(),
            claim: Claim::Joint { from: vec!["X1".to_owned(), "X2".to_owned()], to: "Y1".to_owned() },
            claim_text: "X1 & X2 -> Y1".to_owned(),
            statement: Some(Text::from("Kompetensi dan LMX bersama-sama berpengaruh terhadap OCB")),
            prior: Default::default(),
            discussion: Default::default(),
            regression: Some("Y1".to_owned()),
            declared: None,
        };
        let level = Hypothesis {
            id: "H8".to_owned(),
            claim: Claim::Paired { first: "X1".to_owned(), second: "X2".to_owned(), second_higher: None },
            claim_text: "X1 <> X2".to_owned(),
            statement: None,
            regression: None,
            ..joint.clone()
        };
        study.hypotheses.extend([joint, level]);
        let example = Example::of(study, |_| {});
        let statements = BTreeMap::from([("H2".to_owned(), vec![Inline::text("LMX berpengaruh positif terhadap OCB")])]);
        let table = hypotheses(&example.desk(), &statements).unwrap();
        let rows = example.rows(&table);
        // β, t and Sig. of Tables 4.17 and 4.18, F of Table 4.21, R² of Table 4.19, product of the path analysis.
        let nbsp = |text: &str| text.replace(" = ", "\u{a0}=\u{a0}");
        assert_eq!(rows[0], nbsp("H1 | X1 -> Y1 | 0,607 | t = 5,454 | 0,000 | Diterima"));
        assert_eq!(rows[1], nbsp("H2 | LMX berpengaruh positif terhadap OCB | 0,250 | t = 2,245 | 0,028 | Diterima"));
        assert_eq!(rows[3], nbsp("H4 | X2 -> Y2 | 0,256 | t = 2,061 | 0,043 | Diterima"));
        assert!(rows[5].starts_with("H6 | X1 -> Y1 -> Y2 | 0,180 | – | – | "), "{}", rows[5]);
        assert_eq!(
            rows[6],
            nbsp("H7 | Kompetensi dan LMX bersama-sama berpengaruh terhadap OCB | R2 = 0,660 | F = 63,161 | 0,000 | Diterima")
        );
        // From the sums, standard deviations and the correlation of both scores: the mean difference is −10,235, its standard
        // deviation √(5,4676² + 3,5114² − 2 · 0,7598 · 5,4676 · 3,5114) = 3,6122.
        assert_eq!(rows[7], nbsp("H8 | X1 <> X2 | −2,834 | t = −23,366 | 0,000 | Diterima"));
        assert_eq!(
            example.notes(&table),
            [
                "Koefisien pengaruh tidak langsung adalah hasil kali koefisien β sepanjang jalurnya.",
                "Pengaruh tidak langsung diputuskan dengan interval bootstrap persentil 95%, bukan dengan statistik uji; intervalnya disajikan pada indirect-tests.",
            ]
        );
    }

    #[test]
    fn sobel_decides_where_declared_and_one_tail_is_said() {
        let mut study = named();
        study.analysis.mediation_decides = MediationDecides::Sobel;
        study.analysis.tails = Tails::One;
        let example = Example::of(study, |_| {});
        let table = example.table("hypotheses", None);
        // Sobel z 2,054 and p ,0400 follow from the exact cross-products of the published tables.
        assert_eq!(
            example.rows(&table)[5],
            "H6 | X1 -> Y1 -> Y2 | 0,180 | z = 2,054 | 0,040 | Diterima".replace(" = ", "\u{a0}=\u{a0}")
        );
        assert_eq!(example.notes(&table)[1], "Sig. hipotesis yang menyebutkan arah adalah signifikansi satu arah.");
    }
}
