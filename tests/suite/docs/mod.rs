//! What is told about the program is true: explanations, schema, reference.

mod accuracy;
mod commands;
mod explanations;
mod keys;
mod reference;
mod schema;
