//! What is told about the program is true: explanations, schema, reference.

mod explanations;
mod schema;
