//! The audit of chapters: published tables, planted errors, the program's own chapters.

mod command;
mod corpus;
mod own_chapters;
mod published;
mod recompute;
mod shapes;
