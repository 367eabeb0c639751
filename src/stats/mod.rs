//! Pure mathematics: slices and matrices in, plain structs out; no study and no words.

mod column_space;
pub mod critical_values;
pub mod distributions;
pub mod error;
pub mod rounding;
pub mod least_squares;
#[cfg(test)]
mod reference_data;
mod roots;
mod special_functions;
pub mod bootstrap;
pub mod correlation;
pub mod descriptives;
#[cfg(test)]
mod example_data;
pub mod indirect_effect;
pub mod interval;
pub mod item_covariance;
pub mod ranks;
pub mod reliability;

pub use error::StatsError;
