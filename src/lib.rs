//! bab4 turns one declaration (`study.yaml`) and one survey file into the results chapter of a thesis.
//!
//! ```text
//! study.yaml ─ parse ─▶ StudyFile ─ check ─▶ Study ──────────────┐
//! models/*.yaml ─────────────────────────────▶┘                  │
//! survey file ─ read (by the study) ─▶ Dataset ─ score ─▶ Scores ┤
//!                      analyze ─▶ Results ─ judge ─▶ Findings ◀──┘     (results.json)
//! (Study, Results, Findings) + templates ─ compose ─▶ Document
//! Document ─ render ─▶ Markdown | Typst        Typst ─ typeset ─▶ PDF
//! ```
//!
//! The modules below stand in this order from the bottom up. A module uses those above it in the list and none below; a test
//! (`tests/suite/architecture.rs`) reads the sources and says so. [`pipeline`] alone chains the stages.

pub mod language;

pub mod fonts;

pub mod diagnostics;

pub mod stats;

pub mod numbers;

pub mod study;

pub mod dataset;

pub mod scores;

pub mod analyses;

pub mod findings;

pub mod report;

pub mod instrument;

pub mod audit;

pub mod render;

pub mod typeset;

pub mod pipeline;

pub mod batch;

pub mod cli;
