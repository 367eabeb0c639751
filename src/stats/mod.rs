//! Pure mathematics: slices and matrices in, plain structs out; no study and no words.

pub mod bootstrap;
mod column_space;
pub mod correlation;
pub mod critical_values;
pub mod descriptives;
pub mod distributions;
pub mod error;
#[cfg(test)]
mod example_data;
pub mod indirect_effect;
pub mod interval;
pub mod item_covariance;
pub mod least_squares;
pub mod ranks;
#[cfg(test)]
mod reference_data;
pub mod reliability;
mod roots;
pub mod rounding;
mod special_functions;

pub use error::StatsError;
