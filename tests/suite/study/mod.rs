//! From a study file to a checked study or to everything that is wrong with it.

pub mod checked;
mod eight_studies;
mod hostile;
mod mistakes;
mod regressions;
