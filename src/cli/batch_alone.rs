//! A unit of a batch in a process of its own: the command that starts it, and what it does there.

use super::Status;
use super::arguments::BatchRunArguments;
use super::console::Console;
use crate::batch::limited::Said;
use crate::batch::run::run_alone;
use crate::batch::unit::Tools;
use crate::batch::{Limits, Plan, platform};
use crate::language::{Language, Message};
use crate::pipeline::Format;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The command that makes one unit as this run would.
pub fn command(
    program: &Path,
    arguments: &BatchRunArguments,
    formats: &[Format],
    out: &Path,
    asked: Option<Language>,
    unit: &str,
) -> Command {
    let mut command = Command::new(program);
    let codes: Vec<&str> = formats.iter().map(|format| format.code()).collect();
    command.args(["batch", "run", "--format", &codes.join(",")]);
    // A name may begin with a dash.
    command.arg(format!("--only-unit={unit}"));
    command.arg("--out").arg(out);
    let paths: [(&str, Option<&PathBuf>); 3] = [
        ("--files", arguments.files.as_ref()),
        ("--templates", arguments.templates.as_ref()),
        ("--reference-doc", arguments.reference_doc.as_ref()),
    ];
    for (name, path) in paths.into_iter().filter_map(|(name, path)| Some((name, path?))) {
        command.arg(name).arg(path);
    }
    if let Some(column) = &arguments.by {
        command.arg(format!("--by={column}"));
    }
    if let Some((at, of)) = arguments.shard {
        command.arg(format!("--shard={at}/{of}"));
    }
    if let Some(memory) = arguments.limits.unit_memory {
        command.arg(format!("--unit-memory={memory}"));
    }
    if let Some(language) = asked {
        command.args(["--lang", language.code()]);
    }
    command.arg("--").arg(&arguments.file);
    command
}

/// Makes the unit that this process was started for, and says how it goes, a line each, to the process that started it.
pub fn make(
    plan: &Plan,
    unit: &str,
    (out, shard): (&Path, Option<(usize, usize)>),
    tools: Tools<'_>,
    limits: Limits,
    console: &Console,
) -> Status {
    ends_with_its_parent();
    if let Some(memory) = limits.memory {
        platform::limit_memory(memory << 20);
    }
    let say = |said: &Said| {
        console.result(&(said.line() + "\n"));
    };
    let tools = Tools { stage: &|stage| say(&Said::Begins(stage)), ..tools };
    match run_alone(plan, unit, out, shard, tools) {
        Some(outcome) => {
            say(&Said::of(&outcome));
            Status::Fine
        }
        None => {
            console.error(&Message::new(format!("tidak ada unit «{unit}»"), format!("there is no unit `{unit}`")));
            Status::Usage
        }
    }
}

/// Whoever started this process holds its input open as long as it lives; a unit that nobody waits for must not be written into a
/// folder that another run may have taken over.
#[allow(clippy::exit, reason = "nobody is left to return to")]
fn ends_with_its_parent() {
    std::thread::spawn(|| {
        let mut input = std::io::stdin().lock();
        let mut buffer = [0; 64];
        while input.read(&mut buffer).is_ok_and(|count| count > 0) {}
        std::process::exit(Status::Machine as i32);
    });
}
