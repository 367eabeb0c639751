//! What comparing came to.

use crate::audit::expression::Id;
use crate::audit::facts::Facts;
use crate::audit::finding::{Finding, Severity};
use crate::audit::printed::{Place, Printed};
use crate::diagnostics::Code;
use crate::language::Message;
use serde::Serialize;

/// A printed number that the data do not give.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// Where.
    pub place: Place,
    /// What is printed there.
    pub printed: String,
    /// What the data give.
    pub value: f64,
    /// The same at printed precision.
    pub shown: String,
    /// What the printed number is instead, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<Message>,
}

/// What comparing came to.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Recomputed {
    /// Numbers compared.
    pub compared: usize,
    /// Those that differ.
    pub differences: Vec<Difference>,
    /// Tables or rows without a counterpart in the study.
    pub unmatched: Vec<Place>,
    /// The data are practice answers.
    pub practice: bool,
    /// Rows with the same answers.
    pub repeated: Vec<Vec<usize>>,
}

impl Recomputed {
    /// Compares a number; what cannot be computed is not compared.
    pub(super) fn hold(&mut self, printed: Option<&Printed>, value: Option<f64>) {
        self.hold_or(printed, value, &[]);
    }

    /// Compares a number that may be another quantity by a usual other choice, which is then named.
    pub(super) fn hold_or(&mut self, printed: Option<&Printed>, value: Option<f64>, others: &[(Option<f64>, Message)]) {
        let (Some(printed), Some(value)) = (printed, value) else { return };
        self.compared += 1;
        if agrees(printed, value) {
            return;
        }
        let other = others.iter().find(|(other, _)| other.is_some_and(|other| agrees(printed, other)));
        self.differences.push(Difference {
            place: printed.place.clone(),
            printed: printed.text.clone(),
            value,
            shown: printed.print_like(value),
            instead: other.map(|(_, message)| message.clone()),
        });
    }

    /// Compares a quantity of the network, where it is printed.
    pub(super) fn hold_id(&mut self, facts: &Facts, id: Id, value: Option<f64>) {
        self.hold(facts.network.quantities.get(id).and_then(|quantity| quantity.printed.as_ref()), value);
    }
}

/// Whether a value would be printed like this.
fn agrees(printed: &Printed, value: f64) -> bool {
    let slack = 1e-9 * value.abs().max(1.0);
    value >= printed.interval.low - slack && value <= printed.interval.high + slack
}

impl Difference {
    /// As a finding.
    pub(super) fn finding(&self) -> Finding {
        let (severity, words) = match &self.instead {
            Some(other) => (Severity::Practice, other.clone()),
            None => (
                Severity::Impossible,
                Message::new("dihitung ulang dari data penelitian ini", "recomputed from the data of this study"),
            ),
        };
        let mut finding = Finding::said(Code::Recomputed, severity, self.place.clone(), self.printed.clone(), words);
        finding.likely = Some(self.shown.clone());
        finding
    }
}
