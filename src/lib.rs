//! bab4.
pub mod analyses;
pub mod dataset;
pub mod diagnostics;
pub mod findings;
pub mod language;
pub mod numbers;
pub mod render;
pub mod report;
pub mod scores;
pub mod stats;
pub mod study;
pub mod typeset;
