//! The office a report is of: letterhead and signature. Said of a unit of a batch, or of a single study.

use super::check_files;
use super::file_office::OfficeFile;
use super::problem::StudyProblem;
use super::problem_office::{LogoFault, OfficeProblem};
use crate::diagnostics::{Diagnostics, Spanned};
use crate::language::Text;
use resvg::usvg::{self, ImageHrefResolver, Options, Tree};
use serde::Serialize;
use std::io::Read;
use std::path::Path;

/// Endings of files that may be a logo.
pub const LOGO_ENDINGS: &[&str] = &["png", "jpg", "jpeg", "svg"];
/// A logo is in every report: one of this size in bytes and more is refused.
const LARGEST_LOGO: u64 = 2 << 20;
/// Digits of a civil servant's number.
const NIP_DIGITS: usize = 18;

/// The office.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Office {
    /// Its name on the letterhead; the study's object where none is given.
    pub name: Option<Text>,
    /// Its address.
    pub address: Option<Text>,
    /// Telephone, mail, web.
    pub contact: Option<Text>,
    /// File of its logo, by its path inside the study's folder.
    pub logo: Option<String>,
    /// Where the report is signed.
    pub place: Option<Text>,
    /// When, in words.
    pub date: Option<Text>,
    /// Office of whoever signs.
    pub position: Option<Text>,
    /// Name of whoever signs.
    pub head: Option<String>,
    /// Rank of whoever signs.
    pub rank: Option<String>,
    /// Number of whoever signs as a civil servant: digits in their groups where there are 18, else as written.
    pub nip: Option<String>,
}

/// Checks `office`: that the logo is a picture in the study's folder, and that a civil servant's number looks like one. `None` when
/// it says nothing.
pub fn check(file: &OfficeFile, folder: &Path, diagnostics: &mut Diagnostics) -> Option<Office> {
    let text = |text: &Option<Spanned<Text>>| text.as_ref().map(|text| text.value.clone());
    let plain = |text: &Option<Spanned<String>>| text.as_ref().map(|text| text.value.trim().to_owned());
    let logo = file.logo.as_ref().and_then(|logo| check_logo(logo, folder, diagnostics));
    if let Some(nip) = &file.nip
        && grouped(&nip.value).is_none()
    {
        let problem = OfficeProblem::Nip { span: nip.span, written: nip.value.clone(), digits: digits(&nip.value).len() };
        diagnostics.push(problem.diagnostic());
    }
    // Without a name there is nobody whom a number or a rank could belong to.
    let of_head = [&file.nip, &file.rank].into_iter().flatten().map(|text| text.span);
    let of_signature = [&file.position, &file.place, &file.date].into_iter().flatten().map(|text| text.span);
    if file.head.is_none()
        && let Some(span) = of_head.chain(of_signature).next()
    {
        let (path, example) = ("office".to_owned(), "head: Dra. Nama Kepala Dinas, M.Si.");
        diagnostics.push(StudyProblem::MissingKey { span, key: "head", path, example }.diagnostic());
    }
    let office = Office {
        name: text(&file.name),
        address: text(&file.address),
        contact: text(&file.contact),
        logo,
        place: text(&file.place),
        date: text(&file.date),
        position: text(&file.position),
        head: plain(&file.head),
        rank: plain(&file.rank),
        nip: plain(&file.nip).map(|nip| grouped(&nip).unwrap_or(nip)),
    };
    (office != Office::default()).then_some(office)
}

fn check_logo(logo: &Spanned<String>, folder: &Path, diagnostics: &mut Diagnostics) -> Option<String> {
    let before = diagnostics.len();
    let kept = check_files::existing("office.logo", logo, folder, LOGO_ENDINGS, diagnostics)?;
    if diagnostics.len() > before {
        return Some(kept);
    }
    if let Some(fault) = fault(&folder.join(&kept)) {
        diagnostics.push(OfficeProblem::Logo { span: logo.span, file: logo.value.clone(), fault }.diagnostic());
    }
    Some(kept)
}

/// What keeps a file from being a logo.
fn fault(place: &Path) -> Option<LogoFault> {
    let size = std::fs::metadata(place).map_or(0, |found| found.len());
    if size >= LARGEST_LOGO {
        return Some(LogoFault::TooLarge { kilobytes: size >> 10, largest: LARGEST_LOGO >> 10 });
    }
    let mut bytes = Vec::new();
    match std::fs::File::open(place).and_then(|file| file.take(LARGEST_LOGO).read_to_end(&mut bytes)) {
        Ok(_) if is_picture(&bytes) => bad_svg(&bytes),
        Ok(_) => Some(LogoFault::NoPicture),
        Err(error) => Some(LogoFault::Unreadable(error.to_string())),
    }
}

/// Whether bytes are a whole PNG or JPEG, or begin as an SVG does.
fn is_picture(bytes: &[u8]) -> bool {
    // What was cut off by an unfinished copy lacks its end (PNG: the IEND chunk; JPEG: the EOI marker, after which some
    // cameras write on).
    let holds = |end: &[u8]| bytes.windows(end.len()).any(|window| window == end);
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return holds(b"IEND");
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return holds(b"\xff\xd9");
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with('<') && text.contains("<svg") && text.contains("</svg>")
}

/// What keeps an SVG from being drawn; none for what is no SVG. By the parser that typst and our own PNG draw with.
fn bad_svg(bytes: &[u8]) -> Option<LogoFault> {
    let text = std::str::from_utf8(bytes).ok()?;
    // No file is ever read, whatever the SVG names.
    let image_href_resolver = ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let error = Tree::from_str(text, &Options { image_href_resolver, ..Options::default() }).err()?;
    Some(match &error {
        usvg::Error::ParsingFailed(error) => {
            let (said, at) = (error.to_string(), error.pos());
            // The place is told before.
            let reason = said.strip_suffix(&format!(" at {at}")).unwrap_or(&said).to_owned();
            LogoFault::BadSvg { reason, at: Some((at.row, at.col)) }
        }
        other => LogoFault::BadSvg { reason: other.to_string(), at: None },
    })
}

fn digits(written: &str) -> String {
    written.chars().filter(char::is_ascii_digit).collect()
}

/// A civil servant's number in the groups it is printed in: birth, appointment, sex, sequence. `None` when it is none: other than
/// 18 digits, or no day of birth at its beginning (the number's form: regulation 22/2007 of the head of BKN).
fn grouped(written: &str) -> Option<String> {
    if written.chars().any(|c| !(c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | '-'))) {
        return None;
    }
    let digits = digits(written);
    let part = |from: usize, to: usize| digits.get(from..to);
    let number = |from: usize, to: usize| part(from, to)?.parse::<u32>().ok();
    let (year, month, day) = (number(0, 4)?, number(4, 6)?, number(6, 8)?);
    let is_birth = (1900..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    if digits.len() != NIP_DIGITS || !is_birth {
        return None;
    }
    Some(format!("{} {} {} {}", part(0, 8)?, part(8, 14)?, part(14, 15)?, part(15, 18)?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_civil_servants_number_is_printed_in_its_groups() {
        for written in ["197503121998031002", "19750312 199803 1 002", "19750312.199803.1.002"] {
            assert_eq!(grouped(written).as_deref(), Some("19750312 199803 1 002"), "{written}");
        }
        // A digit short, no month 13, an army number, words.
        for written in ["19750312199803100", "197513121998031002", "11940021310771", "belum ada", ""] {
            assert_eq!(grouped(written), None, "{written}");
        }
    }

    #[test]
    fn a_logo_is_a_whole_picture() {
        assert!(is_picture(b"\x89PNG\r\n\x1a\n....IHDR....IEND\xae\x42\x60\x82"));
        assert!(is_picture(b"\xff\xd8\xff\xe0....\xff\xd9"));
        assert!(is_picture(b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"));
        for none in
            [&b""[..], b"\x89PNG\r\n\x1a\n....IHDR", b"\xff\xd8\xff\xe0....", b"GIF89a", b"<html></html>", b"<svg", b"%PDF"]
        {
            assert!(!is_picture(none), "{none:?}");
        }
    }

    #[test]
    fn a_logo_stands_in_the_folder_and_is_small() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("studi");
        std::fs::create_dir(&inner).unwrap();
        std::fs::write(folder.path().join("luar.svg"), "<svg></svg>").unwrap();
        let sound = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle cx='4' cy='4' r='4'/></svg>";
        std::fs::write(inner.join("logo.svg"), sound).unwrap();
        std::fs::write(inner.join("rusak.svg"), sound.replace("r='4'/>", "r='4'>\n")).unwrap();
        std::fs::write(inner.join("kosong.svg"), "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'></svg>").unwrap();
        std::fs::write(inner.join("logo.gif"), "GIF89a").unwrap();
        std::fs::File::create(inner.join("besar.png")).unwrap().set_len(LARGEST_LOGO).unwrap();
        let said = |name: &str| {
            let span = crate::diagnostics::Span { file: crate::diagnostics::FileId(0), start: 0, end: 0 };
            let file = OfficeFile { logo: Some(Spanned::new(name.to_owned(), span)), ..OfficeFile::default() };
            let mut diagnostics = Diagnostics::default();
            check(&file, &inner, &mut diagnostics);
            diagnostics.iter().map(|found| (found.code.as_str(), found.message.en.clone())).collect::<Vec<_>>()
        };
        let codes = |name: &str| said(name).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
        assert!(codes("logo.svg").is_empty());
        // A circle that is never closed: the end of the picture, on the second line, is not its own.
        let broken = said("rusak.svg");
        assert!(matches!(&broken[..], [("S025", words)] if words.contains("at rusak.svg:2:")), "{broken:?}");
        assert_eq!(codes("kosong.svg"), ["S025"]);
        assert_eq!(codes("tiada.png"), ["S019"]);
        assert_eq!(codes("../luar.svg"), ["S019"]);
        assert_eq!(codes("logo.gif"), ["S025"]);
        assert_eq!(codes("besar.png"), ["S025"]);
    }
}
