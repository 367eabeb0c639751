//! Pure mathematics: slices and matrices in, plain structs out; no study and no words.

pub mod analysis_of_variance;
pub mod bootstrap;
pub mod breusch_pagan;
pub mod coefficient_bootstrap;
mod column_space;
pub mod contingency;
pub mod correlation;
pub mod correlation_interval;
pub mod critical_values;
pub mod descriptives;
pub mod detectable_effect;
pub mod distributions;
pub mod dunn;
pub mod durbin_watson;
pub mod error;
#[cfg(test)]
mod example_data;
pub mod factor_adequacy;
pub mod fisher_exact;
pub mod glejser;
pub mod group_summary;
pub mod histogram;
pub mod indirect_effect;
pub mod interval;
pub mod item_covariance;
pub mod jarque_bera;
pub mod kolmogorov_smirnov;
pub mod kruskal_wallis;
pub mod least_squares;
pub mod levene;
pub mod mann_whitney;
pub mod mcnemar;
pub mod moderation;
pub mod multiple_comparisons;
pub mod noncentral;
pub mod normalized_gain;
pub mod omega;
pub mod probability_plot;
pub mod ranks;
#[cfg(test)]
mod reference_data;
pub mod reliability;
pub mod robust_errors;
mod roots;
pub mod rounding;
mod scale_mixture;
pub mod shapiro_wilk;
mod special_functions;
pub mod standardized_difference;
pub mod studentized_range;
pub mod t_test;
pub mod variance_explained;
pub mod white;
pub mod wilcoxon;

pub use error::StatsError;
