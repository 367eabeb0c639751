//! What a chapter can come to: small studies in `tests/outcomes/` that reach every verdict, every assumption met and not,
//! every reason why something cannot be computed. Each outcome is checked for its verdict and its decisive sentences; all
//! of them, and the main example, for sentences that contradict a table or another sentence.
//!
//! The data were made once with R 4.2.2 (`set.seed(4)`). For `effects`, `joint`, `mediation` and `assumptions` the columns
//! are linear combinations of columns that are exactly uncorrelated in the sample (the Q of a QR decomposition of normal
//! random numbers, centred), so that the coefficients, and with the noise also every t, could be chosen: in `effects`
//! t = 5, −4, 1.85, −3, −0.6, 1.8, −3.5 for A to G. All columns are then scaled to mean 50 and deviation 10 and rounded to
//! two decimals. In `assumptions` the noise is a power of exponential numbers (YN), grows with its predictor (YH), or the
//! predictors are nearly the same (V1 and V2, V1 and W2). `degenerate` holds sums, multiples and a constant; `few` its
//! first four rows. The answers of `instrument` and `respondents` are cut from normal scores with a common part;
//! `incomplete` is `respondents` with four answers taken out, `hostile` the same answers beside categories that are markup.
//! In `figures` the residuals are even (FLAT), exponential downward (LEFT) and gamma downward (LOW), or grow and shrink with
//! the sum of two predictors that are alike (WIDE, NARROW); of T → U → W the first of 3000 draws was taken whose percentile
//! interval holds zero while the BCa interval does not (`boot`).
//! `dimensions` is cut from normal scores with common parts, five answers taken out.
//! The figures in the assertions were computed by R: `lm`, `cor`, `nortest::lillie.test`, and alpha by its formula.

mod assumption_tests;
mod chance;
mod claims;
pub mod consistency;
mod conventions;
mod dimensions;
mod exclusions;
mod groups;
mod hostile;
mod instrument;
mod language;
mod languages;
mod lkjip;
mod method;
mod models;
mod pilot;
mod records;
mod remedies;
mod respondents;
mod shapes;
mod templates;
mod verdicts;

use bab4::findings::Verdict;
use bab4::language::{Language, Text};
use bab4::pipeline::{Analyzed, Run};
use bab4::render;
use bab4::report::document::{Block, Document, Inline, plain_text};
use bab4::report::template::split_phrasings;
use bab4::report::templates::Templates;
use bab4::study::Study;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, OnceLock};

/// A study run through the line.
pub struct Outcome {
    /// Name of its file.
    pub name: String,
    pub study: Study,
    pub analyzed: Analyzed,
    pub document: Document,
    pub markdown: String,
    folder: PathBuf,
    phrased: OnceLock<Vec<Document>>,
    texts: OnceLock<Vec<String>>,
}

impl Outcome {
    /// Verdict on a hypothesis and its reason.
    pub fn verdict(&self, id: &str) -> (Verdict, &str) {
        let found = self.analyzed.findings.hypotheses.iter().find(|finding| finding.id == id);
        let found = found.unwrap_or_else(|| panic!("{} has no {id}", self.name));
        (found.verdict, found.because.as_str())
    }

    /// Whether the chapter says this in one of its phrasings, marks and escapes aside.
    pub fn says(&self, words: &str) -> bool {
        self.texts().iter().any(|text| text.contains(words))
    }

    /// The chapter as it is, and in each phrasing of its sentences.
    fn texts(&self) -> &[String] {
        self.texts.get_or_init(|| {
            let others = self.phrased().iter().map(render::markdown::render);
            std::iter::once(self.markdown.clone()).chain(others).map(|text| readable(&text)).collect()
        })
    }

    /// Fails unless the chapter says each of these in one of its phrasings.
    pub fn must_say(&self, all: &[&str]) {
        for words in all {
            assert!(self.says(words), "{} does not say: {words}\n\n{}", self.name, self.texts()[1]);
        }
    }

    /// Fails when the chapter says one of these in any of its phrasings.
    pub fn must_not_say(&self, all: &[&str]) {
        for words in all {
            assert!(!self.says(words), "{} says: {words}", self.name);
        }
    }

    /// The same chapter under another title, which picks other phrasings.
    pub fn titled(&self, title: &str) -> Document {
        let mut study = self.study.clone();
        study.title = Text::from(title);
        let mut run = Run { folder: self.folder.clone(), ..Run::default() };
        let document = run.compose(&study, &self.analyzed, &Templates::built_in(), study.language);
        document.unwrap_or_else(|| fail(&self.name, &run))
    }

    /// The same chapter with one phrasing of every sentence, the first, the second, the third; a sentence with fewer begins
    /// again with its first. Composed once.
    pub fn phrased(&self) -> &[Document] {
        self.phrased.get_or_init(|| {
            let compose = |templates| {
                let mut run = Run { folder: self.folder.clone(), ..Run::default() };
                let document = run.compose(&self.study, &self.analyzed, templates, self.study.language);
                document.unwrap_or_else(|| fail(&self.name, &run))
            };
            one_phrasing().iter().map(compose).collect()
        })
    }
}

/// Phrasings of a sentence at the most.
pub const PHRASINGS: usize = 3;

/// Templates in which every sentence has one phrasing: its first, its second, its third.
fn one_phrasing() -> &'static [Templates; PHRASINGS] {
    static TEMPLATES: LazyLock<[Templates; PHRASINGS]> = LazyLock::new(|| {
        std::array::from_fn(|position| {
            let folder = tempfile::tempdir().unwrap();
            let built_in = Templates::built_in();
            for (name, text) in built_in.files().filter(|(name, _)| name.contains("/sentences/")) {
                let phrasings = split_phrasings(text);
                assert!(phrasings.len() <= PHRASINGS, "{name}");
                let path = folder.path().join(name);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, &phrasings[position % phrasings.len()]).unwrap();
            }
            Templates::built_in().with_folder(folder.path()).unwrap()
        })
    });
    &TEMPLATES
}

/// Markdown without escapes, emphasis and no-break spaces.
pub fn readable(markdown: &str) -> String {
    markdown.replace('\u{a0}', " ").replace(['\\', '*'], "")
}

fn fail(name: &str, run: &Run) -> ! {
    panic!("{name}: {}", bab4::diagnostics::emit::human(&run.diagnostics, &run.sources, Language::En))
}

/// Runs a study; `change` may set what cannot be declared yet.
pub fn run(path: &Path, change: impl Fn(&mut Study)) -> Outcome {
    try_run(path, change).unwrap_or_else(|| panic!("{} has problems", path.display()))
}

/// Runs a study whose declaration and data have no problems; what follows must succeed.
pub fn try_run(path: &Path, change: impl Fn(&mut Study)) -> Option<Outcome> {
    try_run_in(Language::Id, path, change)
}

/// The same in a language.
pub fn try_run_in(language: Language, path: &Path, change: impl Fn(&mut Study)) -> Option<Outcome> {
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    let mut run = Run { asked: Some(language), ..Run::default() };
    let mut study = run.declare(path)?;
    change(&mut study);
    let observed = run.observe(&study)?;
    let analyzed = run.analyze(&study, &observed);
    let Some(document) = run.compose(&study, &analyzed, &Templates::built_in(), language) else { fail(&name, &run) };
    assert!(!run.diagnostics.has_errors(), "{name}");
    let markdown = render::markdown::render(&document);
    Some(Outcome {
        name,
        study,
        analyzed,
        document,
        markdown,
        folder: run.folder,
        phrased: OnceLock::new(),
        texts: OnceLock::new(),
    })
}

/// Where a study of this suite stands.
pub fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outcomes").join(format!("{name}.yaml"))
}

/// Every study of the folder and every example, by the name of its folder, run once.
pub fn all() -> &'static BTreeMap<String, Outcome> {
    all_in(Language::Id)
}

/// The same with the chapter, and the names in the results, in a language.
pub fn all_in(language: Language) -> &'static BTreeMap<String, Outcome> {
    static INDONESIAN: LazyLock<BTreeMap<String, Outcome>> = LazyLock::new(|| run_all(Language::Id));
    static ENGLISH: LazyLock<BTreeMap<String, Outcome>> = LazyLock::new(|| run_all(Language::En));
    match language {
        Language::Id => &INDONESIAN,
        Language::En => &ENGLISH,
    }
}

/// All of them in either language.
pub fn both() -> impl Iterator<Item = (&'static String, &'static Outcome)> {
    Language::ALL.into_iter().flat_map(all_in)
}

fn run_all(language: Language) -> BTreeMap<String, Outcome> {
    let run = |path: &Path| try_run_in(language, path, |_| {}).unwrap_or_else(|| panic!("{} has problems", path.display()));
    let folder = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outcomes")).unwrap();
    let files = folder.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "yaml"));
    let mut all: BTreeMap<String, Outcome> = files.map(|path| run(&path)).map(|o| (o.name.clone(), o)).collect();
    for folder in std::fs::read_dir(crate::common::root().join("examples")).unwrap() {
        let folder = folder.unwrap();
        let mut example = run(&folder.path().join("study.yaml"));
        example.name = folder.file_name().to_string_lossy().into_owned();
        all.insert(example.name.clone(), example);
    }
    all
}

/// One of them.
pub fn outcome(name: &str) -> &'static Outcome {
    all().get(name).unwrap_or_else(|| panic!("there is no study {name}"))
}

/// The paragraphs of running text in order, those of lists and quotations included.
pub fn paragraphs(document: &Document) -> Vec<&[Inline]> {
    fn collect<'a>(blocks: &'a [Block], out: &mut Vec<&'a [Inline]>) {
        for block in blocks {
            match block {
                Block::Paragraph(content) => out.push(content),
                Block::List { items, .. } => items.iter().for_each(|item| collect(item, out)),
                Block::Quote(inner) => collect(inner, out),
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    collect(&document.blocks, &mut out);
    out
}

/// The words of a paragraph, no-break spaces as blanks.
pub fn words(document: &Document, content: &[Inline]) -> String {
    plain_text(content, &document.style).replace('\u{a0}', " ")
}
