//! bab4.
pub mod stats;
