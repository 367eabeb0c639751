//! The test suite: one binary. Unit tests stand beside the code; here stand tests that join several layers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

mod architecture;
mod chapter;
mod common;
mod diagnostics;
mod published;
mod slice;
mod source_text;
mod study;
