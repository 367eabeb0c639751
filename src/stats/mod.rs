//! Pure mathematics: slices and matrices in, plain structs out; no study and no words.

pub mod analysis_of_variance;
pub mod bootstrap;
pub mod breusch_pagan;
mod column_space;
pub mod correlation;
pub mod critical_values;
pub mod descriptives;
pub mod distributions;
pub mod durbin_watson;
pub mod error;
#[cfg(test)]
mod example_data;
pub mod factor_adequacy;
pub mod glejser;
pub mod group_summary;
pub mod histogram;
pub mod indirect_effect;
pub mod interval;
pub mod item_covariance;
pub mod jarque_bera;
pub mod kolmogorov_smirnov;
pub mod least_squares;
pub mod levene;
pub mod omega;
pub mod probability_plot;
pub mod ranks;
#[cfg(test)]
mod reference_data;
pub mod reliability;
mod roots;
pub mod rounding;
pub mod shapiro_wilk;
mod special_functions;
pub mod t_test;
pub mod white;

pub use error::StatsError;
