//! From results to the page: document, tables, templates, numbering.

pub mod appendices;
pub mod bibliography;
pub mod compose;
pub mod context;
pub mod desk;
pub mod document;
pub mod equations;
pub mod figures;
pub mod functions;
pub mod markup;
pub mod numbering;
pub mod outline;
pub mod own_words;
pub mod problem;
pub mod problem_words;
pub mod provenance;
pub mod stale;
pub mod syntax;
pub mod tables;
pub mod template;
mod template_place;
pub mod templates;
pub mod terms;
pub mod token;
pub mod value;
pub mod view;
pub mod wording;
