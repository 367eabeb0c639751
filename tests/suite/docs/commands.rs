//! `commands.md`: the command line as `clap` knows it.

use super::reference::cell;
use bab4::language::Language;
use clap::{Arg, Command};
use std::fmt::Write;

/// The reference of commands.
pub fn markdown() -> String {
    let mut out = String::from(
        "<!-- Dibuat oleh sebuah uji; jangan disunting. Made by a test; do not edit: BAB4_UPDATE_DOCS=1 cargo test docs -->\n\n\
         # Perintah · Commands\n\n\
         Pesan ditulis ke layar (standard error), hasil ke standard output atau ke berkas. Bahasa pesan: Indonesia, kecuali \
         berkas studi atau `--lang en` menyebut yang lain.\n\n\
         Messages go to standard error, results to standard output or to files. Messages are Indonesian unless the study file \
         or `--lang en` says otherwise.\n\n\
         | Status | | |\n|---|---|---|\n\
         | 0 | semua beres | all is well |\n\
         | 1 | ada masalah dalam berkas studi, data, atau naskah | problems in the study file, the data or the text |\n\
         | 2 | perintah salah ditulis | the command line was wrong |\n\
         | 3 | mesin gagal: typst tidak ada, cakram penuh | the machine failed: no typst, a full disk |\n\n\
         | Variabel · Variable | | |\n|---|---|---|\n\
         | `BAB4_TYPST` | program typst, bila tidak ada pada `PATH` | the program typst, when it is not on the `PATH` |\n",
    );
    let built = |language| {
        let mut command = bab4::cli::command(language);
        command.build();
        command
    };
    command(&built(Language::Id), &built(Language::En), &mut out);
    out
}

fn command(id: &Command, en: &Command, out: &mut String) {
    let mut usage = id.clone();
    let usage = usage.render_usage().to_string();
    let usage = usage.split_once("bab4").map_or("", |(_, rest)| rest).trim();
    let name = id.get_bin_name().unwrap_or(id.get_name());
    let about = |command: &Command| command.get_about().map(ToString::to_string).unwrap_or_default();
    let _ = write!(out, "\n## {name}\n\n{}\n\n{}\n\n```sh\nbab4 {usage}\n```\n", about(id), about(en));
    let shown = |argument: &&Arg| !matches!(argument.get_id().as_str(), "help" | "version") && !argument.is_hide_set();
    // The language may be chosen everywhere, and is told once.
    let top = name == "bab4";
    let told = |argument: &&Arg| shown(argument) && (top || argument.get_id() != "lang");
    let arguments: Vec<(&Arg, &Arg)> = id.get_arguments().filter(told).zip(en.get_arguments().filter(told)).collect();
    if !arguments.is_empty() {
        out.push_str("\n| | | |\n|---|---|---|\n");
    }
    for (id, en) in arguments {
        assert_eq!(id.get_id(), en.get_id());
        let help = |argument: &Arg| argument.get_help().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(out, "| `{}` | {} | {} |", cell(&written(id)), cell(&help(id)), cell(&help(en)));
    }
    for (id, en) in id.get_subcommands().zip(en.get_subcommands()) {
        command(id, en, out);
    }
}

/// An argument as it is typed: `-o, --output FILE` or `STUDY`.
fn written(argument: &Arg) -> String {
    let value = argument.get_value_names().filter(|_| argument.get_action().takes_values());
    let value = value.map_or_else(String::new, |names| names.iter().map(|name| name.to_string()).collect::<Vec<_>>().join(" "));
    let short = argument.get_short().map(|short| format!("-{short}"));
    let long = argument.get_long().map(|long| format!("--{long}"));
    let names: Vec<String> = short.into_iter().chain(long).collect();
    format!("{} {value}", names.join(", ")).trim().to_owned()
}
