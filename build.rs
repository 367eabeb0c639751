//! Templates, fonts and measurement models are embedded: a change of them is a change of the program.
#![allow(clippy::print_stdout)]

fn main() {
    for folder in ["templates", "models"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
