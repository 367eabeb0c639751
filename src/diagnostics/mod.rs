//! Problems in what the user gave: code, place, what is wrong, how to mend it, in both languages.
//!
//! A stage pushes problems into [`Diagnostics`] and goes on; the run stops after the stage. The words of a problem stand
//! in the `problem.rs` of its stage, both languages in one match arm.

pub mod code;
pub mod emit;
mod excerpt;
pub mod explain;
pub mod source;
pub mod suggest;

use crate::language::Message;
pub use code::Code;
use serde::Serialize;
pub use source::{FileId, SourceFiles, Span, Spanned};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something worth knowing; nothing to mend.
    Note,
    /// The run goes on, but the author should look.
    Warning,
    /// The run stops after this stage.
    Error,
}

/// Where a problem stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// A range of a text file that was read.
    Span(Span),
    /// A cell of a data file; `row` as a spreadsheet counts it (1 is the header), `column` by its header or letter.
    Cell {
        /// Name of the data file.
        file: String,
        /// Row as a spreadsheet shows it.
        row: usize,
        /// Column header.
        column: String,
    },
    /// A whole file.
    File(String),
}

/// A second place that matters, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What stands there.
    pub message: Message,
}

/// One problem in what the user gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Stable code, explained by `bab4 explain CODE`.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: Message,
    /// Where it stands, when it stands somewhere.
    pub place: Option<Place>,
    /// Other places that matter.
    pub labels: Vec<Label>,
    /// How to mend it.
    pub hints: Vec<Message>,
}

impl Diagnostic {
    /// A problem that stops the run after its stage.
    pub fn error(code: Code, message: Message) -> Diagnostic {
        Diagnostic { code, severity: Severity::Error, message, place: None, labels: Vec::new(), hints: Vec::new() }
    }

    /// A problem that does not stop the run.
    pub fn warning(code: Code, message: Message) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, message) }
    }

    /// Something worth knowing.
    pub fn note(code: Code, message: Message) -> Diagnostic {
        Diagnostic { severity: Severity::Note, ..Diagnostic::error(code, message) }
    }

    /// Says where in a text file.
    pub fn at(mut self, span: Span) -> Diagnostic {
        self.place = Some(Place::Span(span));
        self
    }

    /// Says where, in whatever kind of file.
    pub fn at_place(mut self, place: Place) -> Diagnostic {
        self.place = Some(place);
        self
    }

    /// Adds how to mend it.
    pub fn hint(mut self, hint: Message) -> Diagnostic {
        self.hints.push(hint);
        self
    }

    /// Adds how to mend it, if there is something to say.
    pub fn hint_if(mut self, hint: Option<Message>) -> Diagnostic {
        self.hints.extend(hint);
        self
    }

    /// Adds a second place.
    pub fn also(mut self, span: Span, message: Message) -> Diagnostic {
        self.labels.push(Label { place: Place::Span(span), message });
        self
    }
}

/// The problems found so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    /// Whether any of them stops the run.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in the order found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Sorts them by where they stand, errors of a place before its warnings, and drops exact repetitions.
    pub fn sort(&mut self) {
        self.0.sort_by_key(|d| {
            let (kind, span) = match &d.place {
                Some(Place::Span(span)) => (0, Some((span.file, span.start))),
                Some(Place::File(_)) => (1, None),
                Some(Place::Cell { .. }) => (2, None),
                None => (3, None),
            };
            (kind, span, std::cmp::Reverse(d.severity))
        });
        self.0.dedup();
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(iter: I) -> Diagnostics {
        Diagnostics(iter.into_iter().collect())
    }
}
