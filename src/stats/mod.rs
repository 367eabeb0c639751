//! Pure mathematics: slices and matrices in, plain structs out; no study and no words.

pub mod distributions;
pub mod error;
mod roots;
mod special_functions;

pub use error::StatsError;
