//! The audit of chapters: published tables, planted errors, the program's own chapters.

mod command;
mod own_chapters;
mod published;
