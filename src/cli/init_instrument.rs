//! `bab4 init --model` and `--from STUDY`: the instrument of a study, and practice answers so that it can be rendered at once.

use super::Status;
use super::console::Console;
use super::models::unknown;
use crate::dataset::propose::models_yaml;
use crate::diagnostics::SourceFiles;
use crate::language::Message;
use crate::pipeline::{Outputs, Run, instrument};
use crate::study::models::Model;
use crate::study::{Models, Study};
use std::path::Path;

/// A new study of measurement models, with its instrument and practice answers.
pub fn with_models(names: &[String], path: &Path, console: &Console) -> Status {
    let folder = path.parent().unwrap_or(Path::new("."));
    let models = Models::load(folder, &mut SourceFiles::default());
    let mut used: Vec<&Model> = Vec::new();
    for name in names {
        match models.get(name) {
            Some(model) => used.push(model),
            None => {
                console.error(&unknown(name, &models));
                return Status::Input;
            }
        }
    }
    let yaml = models_yaml(&used, console.language());
    let mut run = Run::default();
    let study = run.plan(path, &yaml);
    console.problems(&mut run.diagnostics, &run.sources);
    let Some(study) = study else { return Status::Input };
    let mut outputs = Outputs::default();
    outputs.add(path.file_name().and_then(|name| name.to_str()).unwrap_or("study.yaml"), yaml);
    write(&study, outputs, folder, path, console)
}

/// The instrument of a study that is there, in a folder.
pub fn of_study(path: &Path, folder: &Path, console: &Console) -> Status {
    let mut run = Run::default();
    let study = run.plan_at(path);
    console.problems(&mut run.diagnostics, &run.sources);
    let Some(study) = study else { return Status::Input };
    let mut outputs = Outputs::default();
    // In a folder of its own the study is copied, with the texts it names, so that it can be rendered there.
    let home = path.parent().filter(|home| !home.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let elsewhere = home.canonicalize().ok() != folder.canonicalize().ok();
    let copy = folder.join(path.file_name().unwrap_or(path.as_os_str()));
    if elsewhere {
        let texts = study.report.overview.iter().chain(&study.report.bibliography).map(String::as_str);
        let texts = texts.chain(study.data.pilot.as_ref().map(|pilot| pilot.file.as_str()));
        let name = path.file_name().and_then(|name| name.to_str());
        for name in name.into_iter().chain(texts) {
            if let Ok(bytes) = std::fs::read(home.join(name)) {
                outputs.add(name, bytes);
            }
        }
        let own = std::fs::read_dir(home.join("models")).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut own: Vec<_> = own.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect();
        own.sort();
        for model in own {
            if let (Some(name), Ok(bytes)) = (model.file_name().and_then(|name| name.to_str()), std::fs::read(&model)) {
                outputs.add(format!("models/{name}"), bytes);
            }
        }
    }
    write(&study, outputs, folder, if elsewhere { &copy } else { path }, console)
}

fn write(study: &Study, mut outputs: Outputs, folder: &Path, path: &Path, console: &Console) -> Status {
    let mut run = Run::default();
    let language = console.asked().unwrap_or(study.language);
    match instrument::files(study, language, &mut run.diagnostics) {
        Ok(files) => files.files().iter().for_each(|file| outputs.add(file.name.clone(), file.bytes.clone())),
        Err(message) => {
            console.error(&message);
            return Status::Machine;
        }
    }
    let practice = match instrument::practice_files(study, language) {
        Ok(practice) => practice,
        Err(message) => {
            console.error(&message);
            return Status::Machine;
        }
    };
    // What was copied from the study's folder is no practice.
    let copied: Vec<String> = outputs.files().iter().map(|file| file.name.clone()).collect();
    let practice: Vec<_> = practice.into_iter().filter(|(name, _)| !copied.contains(name)).collect();
    let has_practice = practice.iter().any(|(name, _)| !folder.join(name).exists());
    practice.into_iter().for_each(|(name, answers)| outputs.add(name, answers));
    // Somebody may have filled in what is there.
    let mut new = Outputs::default();
    let mut kept = Vec::new();
    for file in outputs.files() {
        if folder.join(&file.name).exists() {
            kept.push(file.name.clone());
        } else {
            new.add(file.name.clone(), file.bytes.clone());
        }
    }
    if let Err(error) = new.write(folder) {
        return console.not_written(&error);
    }
    for file in new.files() {
        let place = folder.join(&file.name);
        console.note(&Message::new(format!("dibuat: {}", place.display()), format!("made: {}", place.display())));
    }
    if !kept.is_empty() {
        let kept = kept.join(", ");
        console.note(&Message::new(
            format!("sudah ada dan tidak ditimpa: {kept}"),
            format!("there already and not overwritten: {kept}"),
        ));
    }
    if has_practice {
        console.note(&Message::new(
            "data latihan: jawabannya acak dan tidak saling berhubungan; bab yang dibuat darinya menyatakan hal itu",
            "practice data: the answers are random and related to nothing; a chapter made of them says so",
        ));
    }
    let study = path.display();
    console.note(&Message::new(format!("berikutnya: bab4 render {study}"), format!("next: bab4 render {study}")));
    Status::Fine
}
