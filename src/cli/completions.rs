//! `bab4 completions`: the program's words for a shell to complete.

use super::Status;
use super::arguments::CompletionsArguments;
use super::console::Console;

/// Prints the completion script of a shell; its descriptions are in the language of messages.
pub fn run(arguments: &CompletionsArguments, console: &Console) -> Status {
    let mut command = super::command(console.language());
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "bab4", &mut script);
    console.result(&String::from_utf8_lossy(&script))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::language::Language;
    use clap::ValueEnum;
    use clap_complete::Shell;

    #[test]
    fn every_shell_completes_every_command() {
        for shell in Shell::value_variants() {
            let mut command = crate::cli::command(Language::Id);
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut command, "bab4", &mut script);
            let script = String::from_utf8(script).unwrap();
            for inner in command.get_subcommands() {
                assert!(script.contains(inner.get_name()), "{shell}: {}", inner.get_name());
            }
            assert!(script.contains("templates") && script.contains("lang"), "{shell}");
        }
    }

    /// A script that its shell does not accept is worse than none: bash is on most machines that build this.
    #[test]
    fn bash_accepts_its_script() {
        let mut command = crate::cli::command(Language::En);
        let mut script = Vec::new();
        clap_complete::generate(Shell::Bash, &mut command, "bab4", &mut script);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bab4.bash");
        std::fs::write(&file, script).unwrap();
        if let Ok(status) = std::process::Command::new("bash").arg("-n").arg(&file).status() {
            assert!(status.success());
        }
    }
}
