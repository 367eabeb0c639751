//! The author's pictures that a document shows: found in the study's folder, handed to the typesetter, copied beside files
//! that point to them.

use crate::diagnostics::{Code, Diagnostic, Diagnostics, FileId, Place, SourceFiles, Span};
use crate::language::Message;
use crate::report::document::{Block, Document, Picture};
use crate::study::stays_inside;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// A picture of this size and more is refused.
const LARGEST_MEGABYTES: u64 = 20;

/// A picture of the author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorPicture {
    /// Its path as the text names it.
    pub name: String,
    /// Where it is.
    pub place: PathBuf,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Names of the author's pictures in a document, each once.
pub fn names_of(document: &Document) -> Vec<String> {
    let mut names: Vec<String> = document.letterhead.iter().filter_map(|head| head.logo.clone()).collect();
    collect(&document.blocks, &mut names);
    names
}

/// The author's pictures in a document, each once. One that is missing or lies outside the study's folder is a problem.
/// Those of texts that are among the sources are shown where they stand.
pub fn of_author(document: &Document, folder: &Path, sources: &SourceFiles, diagnostics: &mut Diagnostics) -> Vec<AuthorPicture> {
    let mut pictures = Vec::new();
    for name in names_of(document) {
        match read(&name, folder) {
            Ok(picture) => pictures.push(picture),
            Err(reason) => diagnostics.push(unreadable(&name, &reason, place(&name, sources))),
        }
    }
    pictures
}

/// Name and place of each, as the typesetter wants them.
pub fn places(pictures: &[AuthorPicture]) -> Vec<(String, PathBuf)> {
    pictures.iter().map(|picture| (picture.name.clone(), picture.place.clone())).collect()
}

fn collect(blocks: &[Block], names: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => {
                if let Picture::File(name) = &figure.picture
                    && !names.contains(name)
                {
                    names.push(name.clone());
                }
            }
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, names)),
            Block::Quote(inner) => collect(inner, names),
            Block::Heading(_) | Block::Paragraph(_) | Block::Table(_) | Block::Equation(_) | Block::PageBreak => {}
            Block::Code(_) | Block::References(_) | Block::Signature(_) => {}
        }
    }
}

fn read(name: &str, folder: &Path) -> Result<AuthorPicture, Message> {
    let path = Path::new(name);
    // A backslash or drive is a path on some systems and a plain name on others: refused on all.
    if name.contains(['\\', ':']) || !path.components().all(|component| matches!(component, Component::Normal(_))) {
        return Err(Message::new(
            "gambar harus berada di dalam folder studi, dan jalurnya ditulis dengan «/»",
            "a picture must stand inside the study's folder, its path written with `/`",
        ));
    }
    let place = folder.join(path);
    if place.exists() && !stays_inside(folder, &place) {
        return Err(Message::new(
            "ini tautan ke luar folder studi; salin gambarnya sendiri ke folder itu",
            "it is a link that leads out of the study's folder; copy the picture itself into that folder",
        ));
    }
    // A page that holds it whole could not be opened on a telephone.
    if let Some(megabytes) =
        std::fs::metadata(&place).ok().map(|found| found.len() >> 20).filter(|size| *size >= LARGEST_MEGABYTES)
    {
        return Err(Message::new(
            format!(
                "besarnya {megabytes} MiB, lebih dari {LARGEST_MEGABYTES} MiB; kecilkan dahulu, misalnya menjadi 2000 piksel lebarnya"
            ),
            format!("it has {megabytes} MiB, more than {LARGEST_MEGABYTES} MiB; make it smaller first, say 2000 pixels wide"),
        ));
    }
    match std::fs::read(&place) {
        Ok(bytes) => Ok(AuthorPicture { name: name.to_owned(), place, bytes }),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(Message::new(
            "berkas itu tidak ada di folder studi; periksa nama, huruf besar-kecil, dan foldernya",
            "there is no such file in the study's folder; check its name, its capitals and its folder",
        )),
        Err(error) => Err(Message::new(error.to_string(), error.to_string())),
    }
}

/// Where a text shows the picture; else the picture itself.
fn place(name: &str, sources: &SourceFiles) -> Place {
    let shown = format!("]({name})");
    let files = sources.iter().zip(0u32..);
    let found = files.filter_map(|(source, file)| Some((FileId(file), source.text.find(&shown)? + 2))).next();
    found.map_or_else(|| Place::File(name.to_owned()), |(file, start)| Place::Span(Span { file, start, end: start + name.len() }))
}

fn unreadable(name: &str, reason: &Message, place: Place) -> Diagnostic {
    let message = Message::new(
        format!("gambar «{name}» tidak dapat dibaca: {}", reason.id),
        format!("the picture `{name}` cannot be read: {}", reason.en),
    );
    Diagnostic::error(Code::TextUnreadable, message).at_place(place)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::language::Language;
    use crate::numbers::NumberStyle;
    use crate::report::document::Figure;

    fn document(names: &[&str]) -> Document {
        let figure = |name: &&str| {
            let picture = Picture::File((*name).to_owned());
            let figure =
                Figure { id: String::new(), number: None, caption: Vec::new(), alt: String::new(), picture, source: None };
            Block::Quote(vec![Block::Figure(Box::new(figure))])
        };
        Document {
            language: Language::Id,
            style: NumberStyle::new(Language::Id),
            title: String::new(),
            author: None,
            figure_captions_above: false,
            letterhead: None,
            blocks: names.iter().map(figure).collect(),
            origins: Default::default(),
        }
    }

    #[test]
    fn each_picture_is_read_once_from_the_folder_of_the_study() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("gambar")).unwrap();
        std::fs::write(folder.path().join("gambar/kantor.png"), "png").unwrap();
        let mut diagnostics = Diagnostics::default();
        let found = of_author(
            &document(&["gambar/kantor.png", "gambar/kantor.png"]),
            folder.path(),
            &SourceFiles::default(),
            &mut diagnostics,
        );
        assert!(diagnostics.is_empty());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].bytes, b"png");
        assert_eq!(places(&found), [("gambar/kantor.png".to_owned(), folder.path().join("gambar/kantor.png"))]);
    }

    #[test]
    fn pictures_that_are_missing_or_elsewhere_are_problems() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.png"), "png").unwrap();
        let inner = folder.path().join("studi");
        std::fs::create_dir(&inner).unwrap();
        for name in ["tiada.png", "../a.png", "/etc/hostname", "C:\\a.png", "..\\a.png", ""] {
            let mut diagnostics = Diagnostics::default();
            assert!(of_author(&document(&[name]), &inner, &SourceFiles::default(), &mut diagnostics).is_empty(), "{name}");
            let codes: Vec<Code> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
            assert_eq!(codes, [Code::TextUnreadable], "{name}");
        }
    }

    #[test]
    fn a_picture_of_fifty_megabytes_is_refused_with_its_size() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::File::create(folder.path().join("besar.png")).unwrap().set_len(50 << 20).unwrap();
        let mut diagnostics = Diagnostics::default();
        assert!(of_author(&document(&["besar.png"]), folder.path(), &SourceFiles::default(), &mut diagnostics).is_empty());
        let said = &diagnostics.iter().next().unwrap().message;
        assert!(said.id.contains("50 MiB") && said.en.contains("20 MiB"), "{said:?}");
    }

    #[test]
    fn a_picture_that_is_missing_is_shown_where_the_text_has_it() {
        let mut sources = SourceFiles::default();
        sources.add("study.yaml", "title: x");
        let file = sources.add("gambaran.md", "Kantor:\n\n![Kantor](kantor.png)\n");
        let folder = tempfile::tempdir().unwrap();
        let mut diagnostics = Diagnostics::default();
        assert!(of_author(&document(&["kantor.png"]), folder.path(), &sources, &mut diagnostics).is_empty());
        let found = diagnostics.iter().next().unwrap();
        assert_eq!(found.place, Some(Place::Span(Span { file, start: 19, end: 29 })));
        assert!(found.message.id.contains("tidak ada di folder studi"), "{:?}", found.message);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.png"), "png").unwrap();
        let inner = folder.path().join("studi");
        std::fs::create_dir(&inner).unwrap();
        std::os::unix::fs::symlink("../a.png", inner.join("b.png")).unwrap();
        let mut diagnostics = Diagnostics::default();
        assert!(of_author(&document(&["b.png"]), &inner, &SourceFiles::default(), &mut diagnostics).is_empty());
        let messages: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.message.en.as_str()).collect();
        assert!(matches!(messages.as_slice(), [message] if message.contains("leads out")), "{messages:?}");
    }
}
