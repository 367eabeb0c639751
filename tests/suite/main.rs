//! The test suite: one binary. Unit tests stand beside the code; here stand tests that join several layers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp, clippy::print_stdout, missing_docs)]

mod appendices;
mod architecture;
mod audit;
mod batch;
mod browser;
mod campus;
mod chapter;
mod cli;
mod common;
mod diagnostics;
mod docs;
mod documents;
mod examples;
mod figures;
mod files;
mod hostile_files;
mod instrument;
mod models;
mod nist_least_squares;
mod outcomes;
mod properties;
mod published;
mod reference_cases;
mod slice;
mod source_text;
mod stats_accept_anything;
mod study;
mod syntax;
mod watching;
mod web_page;
mod word;
