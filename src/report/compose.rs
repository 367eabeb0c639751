//! Study, results, findings and templates become a document.

use super::context::Context;
use super::desk::Desk;
use super::document::{Block, Document, Inline, plain_text};
use super::figures::{self, Easel};
use super::functions::{author_number, joined};
use super::markup::author_inlines;
use super::numbering::{Numbering, italicize, number, tie_relations};
use super::problem::TemplateProblem;
use super::provenance::Origins;
use super::template::Engine;
use super::templates::Templates;
use super::terms::Terms;
use super::value::{InlineValue, block, inlines};
use super::view::View;
use super::{equations, tables};
use crate::analyses::results::Results;
use crate::diagnostics::{Diagnostics, SourceFiles};
use crate::findings::{Findings, Verdict};
use crate::language::Language;
use crate::numbers::NumberStyle;
use crate::study::Study;
use crate::study::hypothesis::Discussion;
use crate::study::node::{NodeKind, parse};
use crate::study::settings::PStyle;
use minijinja::value::Value;
use minijinja::{Error, ErrorKind};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Largest file of author text read, in bytes.
const LARGEST_TEXT: u64 = 4 << 20;

/// Tables that stand for the whole study.
const STUDY_TABLES: [&str; 9] = [
    "validity",
    "reliability",
    "hypotheses",
    "exclusions",
    "effects",
    "indirect-tests",
    "descriptives",
    "import-columns",
    "import-recoded",
];
/// Tables of one variable.
const VARIABLE_TABLES: [&str; 1] = ["responses"];
/// Tables of one regression.
const REGRESSION_TABLES: [&str; 8] =
    ["kolmogorov-smirnov", "collinearity", "glejser", "coefficients", "model-summary", "anova", "remedy-hc3", "remedy-bootstrap"];

/// Tables of one hypothesis.
const HYPOTHESIS_TABLES: [&str; 11] = [
    "comparison-statistics",
    "comparison-requirements",
    "comparison-tests",
    "post-hoc",
    "crosstab",
    "gain",
    "moderation-summary",
    "moderation-coefficients",
    "simple-slopes",
    "moderation-hc3",
    "moderation-bootstrap",
];

/// Composes the report. `None` when templates or author text have errors, which are in `diagnostics`.
///
/// `folder` is the study's folder, in which the files of author text are.
pub fn compose(
    study: &Study,
    results: &Results,
    findings: &Findings,
    folder: &Path,
    templates: &Templates,
    language: Language,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let mut own = Diagnostics::default();
    let document = compose_into(study, results, findings, folder, templates, language, &mut own);
    let failed = own.has_errors();
    diagnostics.extend(own);
    document.filter(|_| !failed)
}

fn compose_into(
    study: &Study,
    results: &Results,
    findings: &Findings,
    folder: &Path,
    templates: &Templates,
    language: Language,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let fail = |file: &str, reason: String| TemplateProblem::Fails { file: file.to_owned(), line: None, reason }.diagnostic();
    let terms_file = format!("{}/terms.yaml", language.code());
    let terms = match templates.get(&terms_file).map(Terms::parse) {
        Some(Ok(terms)) => terms,
        Some(Err(reason)) => {
            diagnostics.push(fail(&terms_file, reason));
            return None;
        }
        None => {
            diagnostics.push(TemplateProblem::NoLanguage { language: language.code() }.diagnostic());
            return None;
        }
    };
    let origins_file = format!("{}/provenance.yaml", language.code());
    let origins = match templates.get(&origins_file).map_or(Ok(Origins::default()), Origins::parse) {
        Ok(origins) => origins,
        Err(reason) => {
            diagnostics.push(fail(&origins_file, reason));
            return None;
        }
    };
    let outline_file = format!("reports/{}/{}.yaml", study.report.template, study.report.outline);
    let sections = match templates.get(&outline_file).map(sections_of) {
        Some(Ok(sections)) => sections,
        Some(Err(reason)) => {
            diagnostics.push(fail(&outline_file, reason));
            return None;
        }
        None => {
            diagnostics.push(fail(&outline_file, "outline not found".to_owned()));
            return None;
        }
    };
    let view = match View::new(results, findings) {
        Ok(view) => Arc::new(view),
        Err(error) => {
            diagnostics.push(fail("results.json", error.to_string()));
            return None;
        }
    };
    let title = study.title.get(language).to_owned();
    let mut engine = match Engine::new(&templates.of_language(language), &title) {
        Ok(engine) => engine,
        Err(problems) => {
            diagnostics.extend(problems);
            return None;
        }
    };
    let style = NumberStyle {
        language,
        alpha: study.analysis.alpha,
        apa_p: study.report.p_style == PStyle::Apa,
        drop_leading_zero: study.report.drop_leading_zero,
        decimals: study.report.decimals.iter().map(|(kind, decimals)| (kind.clone(), *decimals)).collect(),
    };
    let desk = Desk { study, view: &view, terms: &terms, language };
    let context = Context::new(&desk);
    add_results(&mut engine, &view, &terms);
    let statements = statements(study, &context, &engine, language, diagnostics);
    add_blocks(&mut engine, &desk, &statements);
    add_figures(&mut engine, &Easel { desk: &desk, style: &style });
    let mut author = Author { engine: &engine, folder, diagnostics };
    let overview = study.report.overview.as_ref().and_then(|path| author.file(path));
    let discussions = author.discussions(study, findings, language);
    let top = context.top(&statements, overview, &discussions);
    let mut blocks = Vec::new();
    for section in &sections {
        blocks.extend(engine.blocks(&format!("sections/{section}.md"), top.clone(), diagnostics));
    }
    for appendix in &study.report.appendices {
        blocks.extend(engine.blocks(&format!("sections/appendix-{appendix}.md"), top.clone(), diagnostics));
    }
    let mut document = Document {
        language,
        title: plain_text(&author_inlines(&title), &style),
        author: study.author.as_ref().map(|author| author.get(language).to_owned()),
        figure_captions_above: study.report.figure_captions_above,
        style,
        blocks,
        origins: BTreeMap::new(),
    };
    origins.explain(&mut document, &view);
    tie_relations(&mut document);
    italicize(&mut document, &italic_words(study, language));
    number(&mut document, Numbering { chapter: study.report.chapter, roman: study.report.roman }, diagnostics);
    Some(document)
}

/// Words set in italics wherever they stand: the declared ones, and what names and title set in italics themselves.
fn italic_words(study: &Study, language: Language) -> Vec<String> {
    let names = study.variables.values().flat_map(|variable| std::iter::once(&variable.name).chain(&variable.abbreviation));
    let items = study.variables.values().flat_map(|variable| variable.items().map(|item| &item.name));
    let emphasized = names.chain(items).chain([&study.title]).flat_map(|text| text.emphasis(language));
    study.report.italic.iter().cloned().chain(emphasized).collect()
}

/// The section names of an outline file.
fn sections_of(text: &str) -> Result<Vec<String>, String> {
    let file = SourceFiles::default().add("outline.yaml", text);
    let root = parse(text, file).map_err(|error| error.to_string())?;
    let NodeKind::Map(entries) = root.kind else { return Err("a map with `sections` is expected".to_owned()) };
    let sections = entries.into_iter().find(|(key, _)| key.value == "sections").map(|(_, value)| value.kind);
    let Some(NodeKind::List(list)) = sections else { return Err("`sections` must be a list of names".to_owned()) };
    let names = list.into_iter().filter_map(|node| match node.kind {
        NodeKind::Text(name) => Some(name),
        _ => None,
    });
    Ok(names.collect())
}

/// `r(path)` for templates and author text, `list(values)` for templates.
fn add_results(engine: &mut Engine, view: &Arc<View>, terms: &Terms) {
    let shared = Arc::clone(view);
    engine.add_author_function("r", move |path: &str| {
        author_number(&shared, path)
            .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("there is no number at the result path {path:?}")))
    });
    let and = terms.get("and").to_owned();
    engine.environment().add_function("list", move |values: Vec<Value>| -> Result<Value, Error> {
        let parts: Result<Vec<Vec<Inline>>, Error> = values.iter().map(printable).collect();
        Ok(inlines(joined(&parts?, &and)))
    });
    let words = terms.clone();
    engine.environment().add_function("term", move |key: &str| -> Result<String, Error> {
        if words.has(key) {
            Ok(words.get(key).to_owned())
        } else {
            Err(Error::new(ErrorKind::InvalidOperation, format!("no term {key:?}")))
        }
    });
}

fn printable(value: &Value) -> Result<Vec<Inline>, Error> {
    if let Some(printed) = value.downcast_object_ref::<InlineValue>() {
        return Ok(printed.inlines.clone());
    }
    match value.as_str() {
        Some(text) => Ok(vec![Inline::text(text)]),
        None => Err(Error::new(ErrorKind::InvalidOperation, "list() needs texts and quantities")),
    }
}

/// `table(name, key)`, `has_table`, `equation(regression, standardized)`: made beforehand, because templates own nothing.
fn add_blocks(engine: &mut Engine, desk: &Desk<'_>, statements: &BTreeMap<String, Vec<Inline>>) {
    let mut made: BTreeMap<String, Block> = BTreeMap::new();
    let mut make = |name: &str, key: Option<&str>| {
        if let Some(table) = tables::table(desk, name, key, statements) {
            made.insert(label(name, key), Block::Table(Box::new(table)));
        }
    };
    STUDY_TABLES.iter().for_each(|name| make(name, None));
    for characteristic in &desk.study.characteristics {
        make("respondents", Some(&characteristic.code));
    }
    for variable in desk.study.variables.keys() {
        VARIABLE_TABLES.iter().for_each(|name| make(name, Some(variable)));
    }
    for hypothesis in &desk.study.hypotheses {
        HYPOTHESIS_TABLES.iter().for_each(|name| make(name, Some(&hypothesis.id)));
    }
    for regression in &desk.study.regressions {
        REGRESSION_TABLES.iter().for_each(|name| make(name, Some(&regression.name)));
    }
    for regression in &desk.study.regressions {
        for standardized in [false, true] {
            if let Some(equation) = equations::equation(desk, &regression.name, standardized) {
                made.insert(format!("equation {} {standardized}", regression.name), equation);
            }
        }
    }
    let made = Arc::new(made);
    let tables = Arc::clone(&made);
    engine.environment().add_function("table", move |name: &str, key: Option<&str>| -> Result<Value, Error> {
        let found = tables.get(&label(name, key)).cloned();
        found.map(block).ok_or_else(|| {
            Error::new(ErrorKind::InvalidOperation, format!("there is no table {name:?} {}", key.unwrap_or_default()))
        })
    });
    let known = Arc::clone(&made);
    engine.environment().add_function("has_table", move |name: &str, key: Option<&str>| known.contains_key(&label(name, key)));
    engine.environment().add_function("equation", move |regression: &str, standardized: Option<bool>| -> Result<Value, Error> {
        let found = made.get(&format!("equation {regression} {}", standardized.unwrap_or(false))).cloned();
        found.map(block).ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("there is no regression {regression:?}")))
    });
}

/// `figure(name, key)` and `has_figure`, likewise.
fn add_figures(engine: &mut Engine, easel: &Easel<'_>) {
    let made: BTreeMap<String, Block> =
        figures::all(easel).into_iter().map(|figure| (figure.id.clone(), Block::Figure(Box::new(figure)))).collect();
    let made = Arc::new(made);
    let known = Arc::clone(&made);
    engine.environment().add_function("figure", move |name: &str, key: Option<&str>| -> Result<Value, Error> {
        let found = made.get(&figures::id(name, key)).cloned();
        found.map(block).ok_or_else(|| {
            Error::new(ErrorKind::InvalidOperation, format!("there is no figure {name:?} {}", key.unwrap_or_default()))
        })
    });
    engine
        .environment()
        .add_function("has_figure", move |name: &str, key: Option<&str>| known.contains_key(&figures::id(name, key)));
}

/// The label under which a table is made and referred to.
fn label(name: &str, key: Option<&str>) -> String {
    key.map_or_else(|| name.to_owned(), |key| format!("{name}-{key}"))
}

/// The statement of every hypothesis: the author's own, or a sentence from its claim.
fn statements(
    study: &Study,
    context: &Context<'_>,
    engine: &Engine,
    language: Language,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, Vec<Inline>> {
    let mut out = BTreeMap::new();
    for hypothesis in &study.hypotheses {
        let words = match &hypothesis.statement {
            Some(statement) => author_inlines(statement.get(language)),
            None => {
                let sentence = format!("statement-{}", hypothesis.claim.kind());
                engine.sentence(&sentence, context.claim(hypothesis), diagnostics)
            }
        };
        out.insert(hypothesis.id.clone(), words);
    }
    out
}

/// Reads and parses what the author wrote.
struct Author<'a> {
    engine: &'a Engine,
    folder: &'a Path,
    diagnostics: &'a mut Diagnostics,
}

impl Author<'_> {
    /// The blocks of a file of author text; its headings begin below the section's.
    fn file(&mut self, path: &str) -> Option<Vec<Block>> {
        let full = self.folder.join(path);
        let unreadable = |reason: String| TemplateProblem::Unreadable { file: path.to_owned(), reason }.diagnostic();
        let length = std::fs::metadata(&full).map(|metadata| metadata.len());
        let text = match length {
            Ok(length) if length > LARGEST_TEXT => Err("> 4 MiB".to_owned()),
            Ok(_) => std::fs::read_to_string(&full).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        match text {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
                let mut blocks = self.engine.author_blocks(path, &text, self.diagnostics);
                lower_headings(&mut blocks, 3);
                Some(blocks)
            }
            Err(reason) => {
                self.diagnostics.push(unreadable(reason));
                None
            }
        }
    }

    /// The author's discussion of each hypothesis that fits its verdict.
    fn discussions(&mut self, study: &Study, findings: &Findings, language: Language) -> BTreeMap<String, Vec<Block>> {
        let mut out = BTreeMap::new();
        for (hypothesis, finding) in study.hypotheses.iter().zip(&findings.hypotheses) {
            let text = match (&hypothesis.discussion, finding.verdict) {
                (Discussion::Fixed(text), _) => Some(text),
                (Discussion::ByVerdict { accepted, .. }, Verdict::Accepted) => accepted.as_ref(),
                (Discussion::ByVerdict { rejected, .. }, Verdict::Rejected) => rejected.as_ref(),
                (Discussion::None | Discussion::ByVerdict { .. }, _) => None,
            };
            if let Some(text) = text {
                let name = format!("hypotheses/{}/discussion", hypothesis.id);
                let mut blocks = self.engine.author_blocks(&name, text.get(language), self.diagnostics);
                lower_headings(&mut blocks, 4);
                out.insert(hypothesis.id.clone(), blocks);
            }
        }
        out
    }
}

/// Moves headings so that the highest of them has `level`.
fn lower_headings(blocks: &mut [Block], level: u8) {
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
