//! Help and usage errors in the user's language.

use super::Status;
use super::arguments::help;
use super::console::Console;
use crate::language::{Language, Message};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};

/// Puts the help texts of a language into a command and all below it.
pub fn dressed(command: Command, language: Language) -> Command {
    let name = command.get_name().to_owned();
    let top = name == "bab4";
    let template = match (language, command.has_subcommands(), command.get_positionals().next().is_some()) {
        (Language::Id, true, _) => "{about}\n\nCara pakai: {usage}\n\nPerintah:\n{subcommands}\n\nPilihan:\n{options}\n",
        (Language::En, true, _) => "{about}\n\nUsage: {usage}\n\nCommands:\n{subcommands}\n\nOptions:\n{options}\n",
        (Language::Id, false, true) => "{about}\n\nCara pakai: {usage}\n\nMasukan:\n{positionals}\n\nPilihan:\n{options}\n",
        (Language::En, false, true) => "{about}\n\nUsage: {usage}\n\nArguments:\n{positionals}\n\nOptions:\n{options}\n",
        (Language::Id, false, false) => "{about}\n\nCara pakai: {usage}\n\nPilihan:\n{options}\n",
        (Language::En, false, false) => "{about}\n\nUsage: {usage}\n\nOptions:\n{options}\n",
    };
    let words = |argument: Option<&str>| help(&name, argument).map(|message| message.get(language).to_owned());
    let about = words(None).unwrap_or_default();
    let help_flag =
        Arg::new("help").short('h').long("help").action(ArgAction::Help).help(words(Some("help")).unwrap_or_default());
    let mut command = command.about(about).help_template(template).disable_help_flag(true);
    if top {
        let version = words(Some("version")).unwrap_or_default();
        command = command
            .disable_version_flag(true)
            .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help(version));
    }
    command
        .mut_args(|argument| match words(Some(argument.get_id().as_str())) {
            Some(help) => argument.help(help),
            None => argument,
        })
        .arg(help_flag)
        .mut_subcommands(|inner| dressed(inner, language))
}

/// Says what clap found: help and version go to standard output, errors to standard error.
pub fn report(error: &Error, console: &Console) -> Status {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            console.result(&error.render().to_string());
            Status::Fine
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            console.say(error.render().to_string().trim_end());
            Status::Usage
        }
        _ => {
            console.error(&message(error));
            let hint = Message::new("lihat: bab4 --help", "see: bab4 --help --lang en");
            console.hint(&hint);
            Status::Usage
        }
    }
}

fn message(error: &Error) -> Message {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = text(ContextKind::InvalidArg);
    match (error.kind(), argument) {
        (ErrorKind::UnknownArgument, Some(argument)) => {
            Message::new(format!("pilihan «{argument}» tidak dikenal"), format!("unknown option `{argument}`"))
        }
        (ErrorKind::MissingRequiredArgument, Some(argument)) => {
            Message::new(format!("masih kurang: {argument}"), format!("missing: {argument}"))
        }
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Some(argument)) => {
            let value = text(ContextKind::InvalidValue).unwrap_or_default();
            if value.is_empty() {
                Message::new(format!("{argument} memerlukan nilai"), format!("{argument} needs a value"))
            } else {
                Message::new(format!("«{value}» bukan nilai untuk {argument}"), format!("`{value}` is no value for {argument}"))
            }
        }
        (ErrorKind::ArgumentConflict, Some(argument)) => {
            Message::new(format!("{argument} hanya boleh sekali"), format!("{argument} may be given once"))
        }
        (ErrorKind::InvalidSubcommand, _) => {
            let command = text(ContextKind::InvalidSubcommand).unwrap_or_default();
            let near = text(ContextKind::SuggestedSubcommand);
            let id = near.as_ref().map_or_else(String::new, |near| format!("; maksud Anda «{near}»?"));
            let en = near.as_ref().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            Message::new(format!("perintah «{command}» tidak ada{id}"), format!("there is no command `{command}`{en}"))
        }
        _ => {
            let words = error.render().to_string();
            let words = words.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
            Message::new(words.clone(), words)
        }
    }
}
