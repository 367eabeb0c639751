//! `bab4 render`: the chapter as files.

use super::Status;
use super::arguments::RenderArguments;
use super::console::Console;
use super::watch;
use crate::diagnostics::suggest;
use crate::findings::Summary;
use crate::language::Message;
use crate::pipeline::{Format, OutputFile, Outputs, Rendered, Run, Wanted, fingerprint};
use crate::report::templates::Templates;
use std::path::{Path, PathBuf};

/// Makes the chapter and writes it.
pub fn run(arguments: &RenderArguments, console: &mut Console) -> Status {
    make_and_write(arguments, console, Format::DEFAULT, |_| {})
}

/// The same for `bab4 watch`: the web page, unless other formats are named, finds out when it was made again.
pub fn watched(arguments: &RenderArguments, console: &mut Console) -> Status {
    make_and_write(arguments, console, &[Format::Html], |outputs| {
        let pages: Vec<OutputFile> = outputs.files().iter().filter(|file| file.name.ends_with(".html")).cloned().collect();
        for page in pages {
            let version = fingerprint(&page.bytes);
            let file = page.name.replace(".html", ".versi.js");
            let text = watch::refreshing(&String::from_utf8_lossy(&page.bytes), &file, &version);
            outputs.add(page.name, text);
            outputs.add(file, watch::sidecar(&version));
        }
    })
}

fn make_and_write(
    arguments: &RenderArguments,
    console: &mut Console,
    default: &[Format],
    change: impl FnOnce(&mut Outputs),
) -> Status {
    let formats = match formats(&arguments.formats, default) {
        Ok(formats) => formats,
        Err((message, status)) => {
            console.error(&message);
            return status;
        }
    };
    let templates = match templates(arguments.templates.as_deref()) {
        Ok(templates) => templates,
        Err(message) => {
            console.error(&message);
            return Status::Input;
        }
    };
    let mut run = Run { asked: console.asked(), ..Run::default() };
    let made = make(&mut run, arguments, &templates, &formats);
    console.diagnostics(&mut run);
    let Some((mut rendered, summary)) = made else { return Status::Input };
    change(&mut rendered.outputs);
    let folder = arguments.out.clone().unwrap_or_else(|| run.folder.join("out"));
    match rendered.outputs.write(&folder) {
        Err(error) => console.not_written(&error),
        Ok(written) => {
            for (edited, instead) in &written.edited {
                console.note(&kept(edited, instead));
            }
            console.note(&done(&summary, best(&written.files)));
            if let Some(message) = &rendered.no_docx {
                console.error(message);
                return Status::Machine;
            }
            match &rendered.no_pdf {
                // Nobody named the PDF: it may be missing, but it may not fail.
                Some(crate::typeset::TypesetError::Missing) if arguments.formats.is_empty() => Status::Fine,
                Some(_) => Status::Machine,
                None => Status::Fine,
            }
        }
    }
}

fn make(run: &mut Run, arguments: &RenderArguments, templates: &Templates, formats: &[Format]) -> Option<(Rendered, Summary)> {
    let study = run.declare(&arguments.study.study)?;
    let observed = run.observe(&study)?;
    let analyzed = run.analyze(&study, &observed);
    let document = run.compose(&study, &analyzed, templates, study.language)?;
    let wanted = Wanted { formats, reference: arguments.reference_doc.as_deref() };
    let rendered = run.render(&study, &analyzed, &document, wanted)?;
    Some((rendered, analyzed.findings.summary))
}

/// The formats named, each once; the default ones when none is.
pub(super) fn formats(named: &[String], default: &[Format]) -> Result<Vec<Format>, (Message, Status)> {
    if named.is_empty() {
        return Ok(default.to_vec());
    }
    let mut formats = Vec::new();
    for word in named.iter().map(|word| word.trim()) {
        match Format::from_code(word) {
            Some(format) if formats.contains(&format) => {}
            Some(format) => formats.push(format),
            None => return Err(unknown_format(word)),
        }
    }
    Ok(formats)
}

fn unknown_format(word: &str) -> (Message, Status) {
    let known: Vec<&str> = Format::ALL.iter().map(|format| format.code()).collect();
    let list = known.join(", ");
    let near = suggest::nearest(word, known.iter().copied());
    let message = Message::new(
        format!(
            "format «{word}» tidak dikenal{}; yang tersedia: {list}",
            near.map_or_else(String::new, |near| format!(", maksud Anda «{near}»?"))
        ),
        format!(
            "unknown format `{word}`{}; there are: {list}",
            near.map_or_else(String::new, |near| format!(", did you mean `{near}`?"))
        ),
    );
    (message, Status::Usage)
}

/// The templates: the built-in ones, under those of a folder.
pub(super) fn templates(folder: Option<&Path>) -> Result<Templates, Message> {
    let built_in = Templates::built_in();
    let Some(folder) = folder else { return Ok(built_in) };
    built_in.with_folder(folder).map_err(|error| {
        let folder = folder.display();
        Message::new(
            format!("templat dalam «{folder}» tidak dapat dibaca: {error}"),
            format!("the templates in `{folder}` cannot be read: {error}"),
        )
    })
}

/// The file to look at first: the DOCX, else the PDF, else the first one.
fn best(written: &[PathBuf]) -> Option<&Path> {
    let with = |ending: &str| written.iter().find(|path| path.extension().is_some_and(|found| found == ending));
    with("docx").or_else(|| with("pdf")).or_else(|| written.first()).map(PathBuf::as_path)
}

/// A document that its author edited was left alone.
fn kept(edited: &Path, instead: &Path) -> Message {
    let (edited, instead) = (edited.display(), instead.display());
    Message::new(
        format!("«{edited}» sudah Anda sunting dan tidak ditimpa; yang baru: «{instead}»"),
        format!("`{edited}` was edited and is left as it is; the new one: `{instead}`"),
    )
}

fn done(summary: &Summary, look_at: Option<&Path>) -> Message {
    let Summary { total, accepted, rejected, not_tested } = *summary;
    let mut message = if total == 0 {
        Message::new("selesai", "done")
    } else {
        Message::new(
            format!("selesai: {total} hipotesis, {accepted} diterima, {rejected} ditolak"),
            format!("done: hypotheses {total}, accepted {accepted}, rejected {rejected}"),
        )
    };
    if not_tested > 0 {
        message.id.push_str(&format!(", {not_tested} belum diuji"));
        message.en.push_str(&format!(", not tested {not_tested}"));
    }
    if let Some(path) = look_at {
        message.id.push_str(&format!("; lihat {}", path.display()));
        message.en.push_str(&format!("; see {}", path.display()));
    }
    message
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_last_line_counts_the_verdicts() {
        let summary = Summary { total: 6, accepted: 4, rejected: 1, not_tested: 1 };
        assert_eq!(
            done(&summary, Some(Path::new("out/bab-4.pdf"))).id,
            "selesai: 6 hipotesis, 4 diterima, 1 ditolak, 1 belum diuji; lihat out/bab-4.pdf"
        );
        assert_eq!(done(&Summary::default(), None).id, "selesai");
    }

    #[test]
    fn formats_are_named_once_and_a_typing_error_is_mended() {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(formats(&words(&["pdf", "md", "pdf"]), &[]).unwrap(), [Format::Pdf, Format::Markdown]);
        assert_eq!(formats(&[], Format::DEFAULT).unwrap(), Format::DEFAULT);
        let (message, status) = formats(&words(&["pfd"]), &[]).unwrap_err();
        assert!(message.id.contains("maksud Anda «pdf»?"), "{}", message.id);
        assert_eq!(status, Status::Usage);
    }
}
