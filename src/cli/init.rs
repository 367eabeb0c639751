//! `bab4 init`: a new, commented study file, proposed from the user's own survey file when there is one.

use super::Status;
use super::arguments::InitArguments;
use super::console::Console;
use super::dialogue;
use crate::dataset::propose::{Proposal, Wishes, propose_with, starter_yaml, to_yaml};
use crate::diagnostics::{Diagnostics, SourceFiles, suggest};
use crate::language::Message;
use crate::pipeline::Outputs;
use std::path::{Path, PathBuf};

/// Name of the study file.
const STUDY: &str = "study.yaml";

/// Makes the folder with a study file, and a copy of the survey file. Nothing that is there is overwritten.
pub fn run(arguments: &InitArguments, console: &Console) -> Status {
    let study = arguments.folder.join(STUDY);
    if study.exists() {
        console.error(&Message::new(
            format!("«{}» sudah ada dan tidak ditimpa", study.display()),
            format!("`{}` is there already and is not overwritten", study.display()),
        ));
        return Status::Input;
    }
    let mut outputs = Outputs::default();
    let made = match &arguments.from {
        None => Ok((starter_yaml(console.language()), starter_made(&study))),
        Some(from) => from_survey(from, arguments, &mut outputs, console),
    };
    let (yaml, message) = match made {
        Ok(made) => made,
        Err(status) => return status,
    };
    outputs.add(STUDY, yaml);
    if let Err(error) = outputs.write(&arguments.folder) {
        return console.not_written(&error);
    }
    console.note(&message);
    let study = study.display();
    console.note(&Message::new(
        format!("berikutnya: ganti setiap [LENGKAPI: …] di dalamnya, lalu jalankan: bab4 check {study}"),
        format!("next: replace every [FILL IN: …] in it, then run: bab4 check {study}"),
    ));
    Status::Fine
}

fn from_survey(
    from: &Path,
    arguments: &InitArguments,
    outputs: &mut Outputs,
    console: &Console,
) -> Result<(String, Message), Status> {
    let cannot_read = |reason: &str| {
        console.error(&Message::new(
            format!("«{}» tidak dapat dibaca: {reason}", from.display()),
            format!("`{}` cannot be read: {reason}", from.display()),
        ));
        Status::Input
    };
    if !from.exists() {
        console.error(&Message::new(
            format!("berkas «{}» tidak ada", from.display()),
            format!("there is no file `{}`", from.display()),
        ));
        if let Some(near) = near(from) {
            console
                .hint(&Message::new(format!("maksud Anda «{}»?", near.display()), format!("did you mean `{}`?", near.display())));
        }
        return Err(Status::Input);
    }
    let bytes = std::fs::read(from).map_err(|error| cannot_read(&error.to_string()))?;
    let name = from.file_name().and_then(|name| name.to_str()).ok_or_else(|| cannot_read("UTF-8"))?;
    let mut diagnostics = Diagnostics::default();
    let mut wishes = wishes(arguments, console)?;
    let mut proposal = propose_with(name, &bytes, &wishes, &mut diagnostics);
    console.problems(&mut diagnostics, &SourceFiles::default());
    if let Some(guess) = proposal.as_ref().filter(|_| !arguments.yes && console.can_ask())
        && dialogue::ask(guess, &mut wishes, console)
    {
        proposal = propose_with(name, &bytes, &wishes, &mut Diagnostics::default());
    }
    let proposal = proposal.ok_or(Status::Input)?;
    let copy = arguments.folder.join(name);
    match std::fs::read(&copy) {
        Ok(there) if there == bytes => {}
        Ok(_) => {
            console.error(&Message::new(
                format!("«{}» sudah ada dengan isi lain dan tidak ditimpa", copy.display()),
                format!("`{}` is there already with other content and is not overwritten", copy.display()),
            ));
            return Err(Status::Input);
        }
        Err(_) => outputs.add(name, bytes),
    }
    let message = proposed(&arguments.folder.join(STUDY), &proposal);
    Ok((to_yaml(&proposal, console.language()), message))
}

/// What the flags say of the study.
fn wishes(arguments: &InitArguments, console: &Console) -> Result<Wishes, Status> {
    let wrong = |text: &str| {
        console.error(&Message::new(
            format!("«{text}» tidak dapat dibaca; contoh: --groups X=F:I,Y=J:M --names X=Motivasi,Y=Disiplin"),
            format!("`{text}` cannot be read; for instance: --groups X=F:I,Y=J:M --names X=Motivation,Y=Discipline"),
        ));
        Status::Usage
    };
    let groups = arguments.groups.iter().map(|text| dialogue::group(text).ok_or_else(|| wrong(text)));
    let names = arguments.names.iter().map(|text| {
        let (code, name) = text.split_once('=').ok_or_else(|| wrong(text))?;
        Ok((code.trim().to_owned(), name.trim().to_owned()))
    });
    Ok(Wishes {
        title: arguments.title.clone(),
        groups: groups.collect::<Result<_, _>>()?,
        names: names.collect::<Result<_, _>>()?,
        hypotheses: arguments.hypotheses.iter().map(|claim| claim.trim().to_owned()).collect(),
    })
}

/// The file of the folder that is named most like one that is not there.
fn near(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = std::fs::read_dir(folder).ok()?.flatten().filter(|entry| entry.path().is_file());
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    let wanted = path.file_name()?.to_string_lossy();
    suggest::nearest(&wanted, names.iter().map(String::as_str)).map(|name| path.with_file_name(name))
}

fn starter_made(study: &Path) -> Message {
    Message::new(format!("dibuat: {}", study.display()), format!("made: {}", study.display()))
}

fn proposed(study: &Path, proposal: &Proposal) -> Message {
    let study = study.display();
    let variables = proposal.variables.len();
    let items: usize = proposal.variables.iter().map(|variable| variable.items.len()).sum();
    let characteristics = proposal.characteristics.len();
    let rows = proposal.rows;
    Message::new(
        format!(
            "dibuat: {study}; usulan dari {rows} baris jawaban: {variables} variabel, {items} butir, {characteristics} kolom profil"
        ),
        format!(
            "made: {study}; proposed from {rows} rows: variables {variables}, items {items}, characteristics {characteristics}"
        ),
    )
}
