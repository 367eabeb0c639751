//! The `bab4` program: arguments in, exit status out. Everything else is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    bab4::cli::run(std::env::args_os())
}
