//! Pure mathematics: slices and matrices in, plain structs out; no study and no words.

pub mod analysis_of_variance;
pub mod bootstrap;
pub mod correlation;
pub mod descriptives;
pub mod distributions;
pub mod error;
#[cfg(test)]
mod example_data;
pub mod factor_adequacy;
pub mod group_summary;
pub mod indirect_effect;
pub mod interval;
pub mod item_covariance;
pub mod levene;
pub mod omega;
pub mod ranks;
pub mod reliability;
pub mod t_test;

pub use error::StatsError;
