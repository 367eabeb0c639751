//! One report per unit: the same study, rendered for every agency by itself.
//!
//! ```text
//! batch file | study and column | study and folder ─ plan ─▶ units, each with keys laid over the study and rows of its own
//! unit ─ the line of `pipeline`, self-checked ─▶ files in a folder of the unit's own ─ record (run.json)
//! records ─ summary ─▶ one report over all units
//! ```
//!
//! Nothing is shared between units but what nobody changes: the text of the study, the rows of the survey. A unit's outputs
//! appear whole or not at all, and what is done is known by the content it was made of.

pub mod aggregate;
pub mod fingerprint;
pub mod limited;
pub mod lock;
pub mod merge;
pub mod names;
pub mod place;
pub mod plan;
pub mod platform;
pub mod problem;
pub mod record;
pub mod region;
pub mod row;
pub mod run;
pub mod summary;
pub mod unit;

pub use limited::Limits;
pub use plan::{Plan, Unit, Wish};
pub use problem::Problem;
pub use record::{RunRecord, State, UnitState};
pub use run::{Event, Job, run};
pub use summary::Summary;
