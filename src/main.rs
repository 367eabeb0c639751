//! The `bab4` program: arguments in, exit code out.
fn main() {}
