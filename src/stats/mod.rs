//! Pure mathematics: slices and matrices in, plain structs out; no study and no words.

pub mod distributions;
pub mod error;
pub mod rounding;

pub use error::StatsError;
