//! The audit of chapters: published tables, planted errors, the program's own chapters.

mod bad_input;
mod command;
mod corpus;
mod corpus_annual;
mod own_chapters;
mod published;
mod rare_tables;
mod recompute;
mod service;
mod shapes;
mod words;
