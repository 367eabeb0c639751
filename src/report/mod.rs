//! From results to the page: document, tables, templates, numbering.

pub mod compose;
pub mod context;
pub mod desk;
pub mod document;
pub mod equations;
pub mod figures;
pub mod functions;
pub mod markup;
pub mod numbering;
pub mod problem;
pub mod provenance;
pub mod tables;
pub mod template;
pub mod templates;
pub mod terms;
pub mod token;
pub mod value;
pub mod view;
