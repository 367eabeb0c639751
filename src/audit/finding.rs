//! What the audit says: a number or statement that is wrong, where, what it must be, and why.

use super::diagnose::Culprit;
use super::explained::explained;
use super::interval::Interval;
use super::network::{Network, Violation};
use super::printed::Place;
use crate::diagnostics::Code;
use crate::language::{Language, Message};
use serde::Serialize;

/// How serious it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// No data can give this.
    Impossible,
    /// A decision or reading that does not follow from the chapter's own numbers.
    Decision,
    /// A practice to ask about.
    Practice,
}

impl Severity {
    /// Its name.
    pub fn name(self) -> Message {
        match self {
            Severity::Impossible => Message::new("Mustahil", "Impossible"),
            Severity::Decision => Message::new("Mengubah keputusan", "Changes a decision"),
            Severity::Practice => Message::new("Perlu ditanyakan", "To be asked about"),
        }
    }
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The rule.
    pub code: Code,
    /// How serious.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is printed there.
    pub printed: String,
    /// What it can be by everything else, when that is a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub possible: Option<(String, String)>,
    /// What it most likely is, at printed precision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likely: Option<String>,
    /// What the study's data give, where a study was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recomputed: Option<String>,
    /// The interval in numbers.
    #[serde(skip)]
    pub interval: Option<Interval>,
    /// Why: the formulas with the numbers in them.
    pub why: Vec<Message>,
    /// Why, in words, where there is no formula.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Message>,
    /// Other rules the same number breaks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Code>,
    /// Places of numbers that could be the wrong one instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instead: Vec<Place>,
}

impl Finding {
    /// A finding in words about a statement.
    pub fn said(code: Code, severity: Severity, place: Place, printed: impl Into<String>, words: Message) -> Finding {
        Finding {
            code,
            severity,
            place,
            printed: printed.into(),
            possible: None,
            likely: None,
            recomputed: None,
            interval: None,
            why: Vec::new(),
            words: Some(words),
            also: Vec::new(),
            instead: Vec::new(),
        }
    }

    /// A contradiction in which no single number is the culprit: two or more are wrong, or the tables are of different data.
    pub fn of_contradiction(network: &Network, violation: &Violation) -> Option<Finding> {
        let relation = network.relations.get(violation.relation)?;
        let printed =
            |id: &usize| network.quantities.get(*id).and_then(|quantity| Some((&quantity.sign, quantity.printed.as_ref()?)));
        let own: Vec<_> = relation.ids.iter().filter_map(printed).collect();
        let all: Vec<_> = if own.is_empty() { violation.among.iter().filter_map(printed).take(6).collect() } else { own };
        let (_, first) = all.first()?;
        let words = Message::new(
            "angka-angka ini tidak dapat benar bersama-sama; mana yang keliru tidak dapat ditentukan dari bab ini saja",
            "these numbers cannot all be right; which of them is wrong cannot be told from this chapter alone",
        );
        let mut finding = Finding::said(relation.code, Severity::Impossible, first.place.clone(), first.text.clone(), words);
        finding.why = vec![explained(network, relation)];
        finding.instead = all.iter().skip(1).map(|(_, printed)| printed.place.clone()).collect();
        Some(finding)
    }

    /// What it must be, in words.
    pub fn must(&self, language: Language) -> String {
        let message = match (&self.likely, &self.possible) {
            (Some(likely), Some((low, high))) if low != high => Message::new(
                format!("seharusnya {likely} (antara {low} dan {high})"),
                format!("must be {likely} (between {low} and {high})"),
            ),
            (Some(likely), _) => Message::new(format!("seharusnya {likely}"), format!("must be {likely}")),
            (None, Some((low, high))) => {
                Message::new(format!("seharusnya antara {low} dan {high}"), format!("must be between {low} and {high}"))
            }
            (None, None) => return String::new(),
        };
        message.get(language).to_owned()
    }

    /// A culprit of the network as a finding; none for one that is not printed.
    pub fn of(network: &Network, culprit: &Culprit) -> Option<Finding> {
        let printed = network.quantities.get(culprit.id)?.printed.as_ref()?;
        let relations: Vec<_> = culprit.broken.iter().filter_map(|position| network.relations.get(*position)).collect();
        // The rule that speaks of the number itself comes first.
        let first = relations.iter().find(|relation| relation.ids.contains(&culprit.id)).or(relations.first())?;
        let mut also: Vec<Code> = Vec::new();
        for relation in relations.iter().filter(|relation| relation.ids.contains(&culprit.id)) {
            if relation.code != first.code && !also.contains(&relation.code) {
                also.push(relation.code);
            }
        }
        let why = relations
            .iter()
            .filter(|relation| relation.ids.contains(&culprit.id))
            .take(3)
            .map(|relation| explained(network, relation))
            .collect();
        let possible = culprit.possible;
        let bounded = possible.is_bounded() && !possible.is_empty();
        let whole = printed.decimals == 0 && printed.interval.width() <= 0.0;
        let likely = printed.likely(possible).map(|likely| printed.print_like(likely));
        let shown = |value: f64| if whole { printed.print_like(value) } else { printed.print_finer(value, 2) };
        Some(Finding {
            code: first.code,
            severity: Severity::Impossible,
            place: printed.place.clone(),
            printed: printed.text.clone(),
            possible: bounded.then(|| (shown(possible.low), shown(possible.high))),
            likely,
            recomputed: None,
            interval: bounded.then_some(possible),
            why,
            words: None,
            also,
            instead: culprit
                .rivals
                .iter()
                .filter_map(|rival| Some(network.quantities.get(*rival)?.printed.as_ref()?.place.clone()))
                .collect(),
        })
    }
}

impl Finding {
    /// Which other numbers could be the wrong one, in words; none when there is no doubt.
    pub fn others(&self) -> Option<Message> {
        let name = |place: &Place| {
            let parts = [place.table.as_deref().unwrap_or_default(), &place.row, &place.column];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        };
        let mut others: Vec<String> = self.instead.iter().map(name).filter(|name| !name.is_empty()).collect();
        others.dedup();
        others.truncate(4);
        let others = others.join("; ");
        (!others.is_empty() && self.severity == Severity::Impossible).then(|| {
            Message::new(format!("mungkin pula yang keliru ialah: {others}"), format!("the wrong one may also be: {others}"))
        })
    }

    /// What to ask the student.
    pub fn ask(&self) -> Message {
        match self.severity {
            Severity::Impossible => Message::new(
                "Mohon tunjukkan keluaran asli program statistik untuk angka ini.",
                "Please show the original output of the statistics program for this number.",
            ),
            Severity::Decision => Message::new(
                "Mohon jelaskan dasar keputusan ini, atau perbaiki kalimatnya.",
                "Please explain the ground of this decision, or mend the sentence.",
            ),
            Severity::Practice => Message::new("Mohon jelaskan pilihan ini.", "Please explain this choice."),
        }
    }
}
