//! From results to the page: document, tables, templates, numbering.

pub mod document;
pub mod markup;
pub mod problem;
pub mod template;
pub mod token;
pub mod value;
