//! What the author wrote: texts of the study file and Markdown files beside it, read, parsed, and remembered with their place.

use super::bibliography::{Bibliography, keys_in};
use super::document::Block;
use super::problem::TemplateProblem;
use super::problem_words::WordsProblem;
use super::stale::OwnText;
use super::template::Engine;
use crate::diagnostics::{Diagnostic, Diagnostics, Place, SourceFiles, Span};
use crate::findings::{Findings, Verdict};
use crate::language::Language;
use crate::study::Study;
use crate::study::hypothesis::{Discussion, OwnText as Declared};
use crate::study::settings::SectionText;
use crate::study::stays_inside;
use std::collections::BTreeMap;
use std::path::Path;

/// Largest file of author text read, in bytes.
const LARGEST: u64 = 4 << 20;

/// The section that holds the discussions of all hypotheses.
pub const DISCUSSION: &str = "discussion";

/// Headings in a file of discussion that open what is said of an accepted or a rejected hypothesis.
const BRANCHES: [(&str, Verdict); 4] = [
    ("diterima", Verdict::Accepted),
    ("accepted", Verdict::Accepted),
    ("ditolak", Verdict::Rejected),
    ("rejected", Verdict::Rejected),
];

/// The author's parts of a report, as blocks.
#[derive(Debug, Default)]
pub struct Parts {
    /// The overview.
    pub overview: Option<Vec<Block>>,
    /// The discussion of each hypothesis that fits its verdict.
    pub discussions: BTreeMap<String, Vec<Block>>,
    /// The whole section of the discussion, where the author wrote it himself.
    pub discussion: Option<Vec<Block>>,
    /// What stands at the end of sections.
    pub additions: Vec<(SectionText, Vec<Block>)>,
    /// The texts as written.
    pub texts: Vec<OwnText>,
}

/// Reads and parses what the author wrote.
pub struct Reader<'a> {
    /// Runs `r()` and `ref()` in the texts.
    pub engine: &'a Engine,
    /// The study's folder.
    pub folder: &'a Path,
    /// Language of the report: `naskah.en.md` stands for `naskah.md` in an English one.
    pub language: Language,
    /// What may be cited.
    pub bibliography: Option<&'a Bibliography>,
    /// The files read.
    pub sources: &'a mut SourceFiles,
    /// What is wrong with them.
    pub diagnostics: &'a mut Diagnostics,
}

/// Reads the bibliography of a study.
pub fn bibliography(
    study: &Study,
    folder: &Path,
    sources: &mut SourceFiles,
    diagnostics: &mut Diagnostics,
) -> Option<Bibliography> {
    let path = study.report.bibliography.as_ref()?;
    let text = match read(&folder.join(path), folder) {
        Ok(text) => text,
        Err(reason) => {
            diagnostics.push(TemplateProblem::Unreadable { file: path.clone(), reason }.diagnostic());
            return None;
        }
    };
    let file = sources.add(path.clone(), text.clone());
    Bibliography::read(path, &text, file, diagnostics)
}

impl Reader<'_> {
    /// Everything the author wrote for this study.
    pub fn parts(&mut self, study: &Study, findings: &Findings) -> Parts {
        let mut parts = Parts::default();
        self.check_prior(study);
        if let Some(path) = &study.report.overview {
            parts.overview = self.file(path, 3, None, &mut parts.texts);
        }
        for (hypothesis, finding) in study.hypotheses.iter().zip(&findings.hypotheses) {
            let file = study.report.discussion.iter().find(|text| text.section == hypothesis.id);
            let own = match (&hypothesis.discussion, finding.verdict) {
                (Discussion::Fixed(text), _) => Some(text),
                (Discussion::ByVerdict { accepted, .. }, Verdict::Accepted) => accepted.as_ref(),
                (Discussion::ByVerdict { rejected, .. }, Verdict::Rejected) => rejected.as_ref(),
                (Discussion::None | Discussion::ByVerdict { .. }, _) => None,
            };
            let mut blocks = Vec::new();
            if let Some(text) = own {
                let name = format!("hypotheses/{}/discussion", hypothesis.id);
                blocks.extend(self.declared(&name, text, &mut parts.texts));
            }
            if let Some(file) = file {
                blocks.extend(self.file(&file.file, 4, Some(finding.verdict), &mut parts.texts).unwrap_or_default());
            }
            if !blocks.is_empty() {
                parts.discussions.insert(hypothesis.id.clone(), blocks);
            }
        }
        for text in &study.report.discussion {
            if text.section == DISCUSSION {
                parts.discussion = self.file(&text.file, 3, None, &mut parts.texts);
            } else if !study.hypotheses.iter().any(|hypothesis| hypothesis.id == text.section) {
                let mut known: Vec<String> = study.hypotheses.iter().map(|hypothesis| hypothesis.id.clone()).collect();
                known.push(DISCUSSION.to_owned());
                self.diagnostics.push(WordsProblem::unknown_section(text, "report.discussion", known).diagnostic());
            }
        }
        for text in &study.report.additions {
            if let Some(blocks) = self.file(&text.file, 3, None, &mut parts.texts) {
                parts.additions.push((text.clone(), blocks));
            }
        }
        parts
    }

    /// Prior studies must be in the bibliography, where there is one.
    fn check_prior(&mut self, study: &Study) {
        let Some(bibliography) = self.bibliography else {
            let first = study.hypotheses.iter().flat_map(|hypothesis| &hypothesis.prior.declared).next();
            if let (Some((key, span)), None) = (first, &study.report.bibliography) {
                self.diagnostics.push(WordsProblem::NoBibliography { place: Some(*span), key: key.clone() }.diagnostic());
            }
            return;
        };
        for (key, span) in study.hypotheses.iter().flat_map(|hypothesis| &hypothesis.prior.declared) {
            if bibliography.get(key).is_none() {
                self.diagnostics.push(missing(bibliography, key, Some(*span)));
            }
        }
    }

    /// A text of the study file.
    fn declared(&mut self, name: &str, own: &Declared, texts: &mut Vec<OwnText>) -> Vec<Block> {
        let text = own.text.get(self.language);
        let mut found = Diagnostics::default();
        let mut blocks = self.engine.author_blocks(name, text, &mut found);
        for mut diagnostic in found.iter().cloned() {
            // A scalar of YAML has lines of its own: the whole of it is the place.
            if let Some(span) = own.declared {
                diagnostic.place = Some(Place::Span(span));
            }
            self.diagnostics.push(diagnostic);
        }
        let own = OwnText { text: text.to_owned(), whole: own.declared, exact: false };
        self.check_keys(&own);
        texts.push(own);
        lower_headings(&mut blocks, 4);
        blocks
    }

    /// The blocks of a file; its headings begin at `level`.
    fn file(&mut self, path: &str, level: u8, verdict: Option<Verdict>, texts: &mut Vec<OwnText>) -> Option<Vec<Block>> {
        let path = self.in_language(path);
        let text = match read(&self.folder.join(&path), self.folder) {
            Ok(text) => text,
            Err(reason) => {
                self.diagnostics.push(TemplateProblem::Unreadable { file: path, reason }.diagnostic());
                return None;
            }
        };
        let file = self.sources.add(path.clone(), text.clone());
        let shown = verdict.map_or_else(|| text.clone(), |verdict| branch(&text, verdict));
        let mut found = Diagnostics::default();
        let mut blocks = self.engine.author_blocks(&path, &shown, &mut found);
        for mut diagnostic in found.iter().cloned() {
            if let Some(Place::File(place)) = &diagnostic.place
                && let Some(line) = place.strip_prefix(path.as_str()).and_then(|rest| rest.strip_prefix(':')?.parse().ok())
                && let Some((start, end)) = line_span(&text, line)
            {
                diagnostic.place = Some(Place::Span(Span { file, start, end }));
            }
            self.diagnostics.push(diagnostic);
        }
        let own = OwnText { whole: Some(Span { file, start: 0, end: text.len() }), text: shown, exact: true };
        self.check_keys(&own);
        texts.push(own);
        lower_headings(&mut blocks, level);
        Some(blocks)
    }

    /// `naskah.en.md` beside `naskah.md`, where it is there and the report is English.
    fn in_language(&self, path: &str) -> String {
        let own = self.language.file_beside(path);
        if self.folder.join(&own).is_file() { own } else { path.to_owned() }
    }

    fn check_keys(&mut self, own: &OwnText) {
        for (key, start, end) in keys_in(&own.text) {
            let place = own.place(start, end, self.sources);
            match self.bibliography {
                Some(bibliography) if bibliography.get(&key).is_none() => {
                    self.diagnostics.push(missing(bibliography, &key, place));
                }
                None => self.diagnostics.push(WordsProblem::NoBibliography { place, key }.diagnostic()),
                Some(_) => {}
            }
        }
    }
}

fn missing(bibliography: &Bibliography, key: &str, place: Option<Span>) -> Diagnostic {
    let known = bibliography.keys().map(str::to_owned).collect();
    WordsProblem::UnknownKey { place, key: key.to_owned(), file: bibliography.file.clone(), known }.diagnostic()
}

/// The text of a file of the author, with line ends as everywhere.
fn read(place: &Path, folder: &Path) -> Result<String, String> {
    let length = std::fs::metadata(place).map_err(|error| error.to_string())?.len();
    if length > LARGEST {
        return Err("> 4 MiB".to_owned());
    }
    if !stays_inside(folder, place) {
        return Err("outside the study's folder".to_owned());
    }
    let text = std::fs::read_to_string(place).map_err(|error| error.to_string())?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n"))
}

/// The part of a discussion that fits the verdict: without headings `# Diterima` and `# Ditolak` all of it, else what stands
/// before them and under the fitting one. What is left out becomes blanks, so that places stay what they are.
fn branch(text: &str, verdict: Verdict) -> String {
    let mut out = String::with_capacity(text.len());
    let mut shown = true;
    for line in text.split_inclusive('\n') {
        let heading = line.trim().strip_prefix("# ").map(|words| words.trim().to_lowercase());
        let opened = heading.and_then(|words| BRANCHES.iter().find(|(word, _)| *word == words)).map(|(_, verdict)| *verdict);
        if let Some(opened) = opened {
            shown = opened == verdict;
        }
        if shown && opened.is_none() {
            out.push_str(line);
        } else {
            out.extend(line.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        }
    }
    out
}

/// The bytes of a line, from 1, without the blanks around it.
fn line_span(text: &str, line: usize) -> Option<(usize, usize)> {
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let whole = text.get(start..)?.split('\n').next()?;
    let words = whole.trim_end();
    let blanks = words.len() - words.trim_start().len();
    Some((start + blanks, start + words.len()))
}

/// Moves headings so that the highest of them has `level`.
pub fn lower_headings(blocks: &mut [Block], level: u8) {
    let highest = blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(heading.level),
        _ => None,
    });
    let Some(highest) = highest.min() else { return };
    for block in blocks {
        if let Block::Heading(heading) = block {
            heading.level = (heading.level - highest + level).min(6);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_discussion_may_have_a_branch_for_each_verdict() {
        let text = "Awal é.\n\n# Diterima\n\nya\n\n# Ditolak\n\ntidak\n";
        let accepted = branch(text, Verdict::Accepted);
        assert_eq!(accepted.len(), text.len(), "places stay what they are");
        assert!(
            accepted.contains("Awal é.") && accepted.contains("ya") && !accepted.contains("tidak") && !accepted.contains('#')
        );
        let rejected = branch(text, Verdict::Rejected);
        assert!(rejected.contains("tidak") && !rejected.contains("ya"));
        assert_eq!(rejected.find("tidak"), text.find("tidak"));
        assert!(!branch(text, Verdict::NotTested).contains("ya"));
        assert_eq!(branch("# Judul lain\n\nteks", Verdict::Rejected), "# Judul lain\n\nteks");
    }

    #[test]
    fn lines_have_their_bytes() {
        assert_eq!(line_span("a\n  bé \nc", 2), Some((4, 7)));
        assert_eq!(line_span("a", 1), Some((0, 1)));
        assert_eq!(line_span("a", 0), None);
    }
}
