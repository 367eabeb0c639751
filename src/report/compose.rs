//! Study, results, findings and templates become a document.

use super::appendices::appendices;
use super::bibliography::{references, resolve};
use super::context::Context;
use super::desk::Desk;
use super::document::{Block, Document, Inline, plain_text};
use super::figures::{self, Easel};
use super::functions::{author_number, joined};
use super::letterhead::{Named, OfficeWords};
use super::markup::author_inlines;
use super::numbering::{Numbering, italicize, number, tie_relations};
use super::outline::{self, Outline};
use super::own_words::{self, Reader};
use super::prepared::Prepared;
use super::problem::TemplateProblem;
use super::problem_words::WordsProblem;
use super::syntax::Syntax;
use super::template::Engine;
use super::template_place::located;
use super::templates::Templates;
use super::terms::Terms;
use super::value::{InlineValue, block, inlines};
use super::view::View;
use super::{equations, stale, tables};
use crate::analyses::results::Results;
use crate::diagnostics::{Diagnostics, SourceFiles};
use crate::findings::Findings;
use crate::language::Language;
use crate::numbers::NumberStyle;
use crate::study::Study;
use crate::study::settings::PStyle;
use minijinja::value::Value;
use minijinja::{Error, ErrorKind};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Tables that stand for the whole study.
const STUDY_TABLES: [&str; 24] = [
    "targets-budget",
    "targets-impact",
    "targets-agencies",
    "consistency",
    "loadings",
    "factors",
    "validity",
    "validity-dimensions",
    "reliability",
    "hypotheses",
    "exclusions",
    "effects",
    "indirect-tests",
    "descriptives",
    "import-columns",
    "import-recoded",
    "sensitivity",
    "dropped-items",
    "definitions",
    "method-tests",
    "critical-values",
    "targets",
    "targets-trend",
    "matrix",
];
/// Tables of one variable.
const VARIABLE_TABLES: [&str; 12] = [
    "responses",
    "dimensions",
    "answers",
    "index",
    "records",
    "record-bands",
    "record-points",
    "record-matrix",
    "service-items",
    "service-bands",
    "service-trend",
    "service-plan",
];
/// Tables of one regression.
const REGRESSION_TABLES: [&str; 16] = [
    "condition",
    "influence",
    "kolmogorov-smirnov",
    "collinearity",
    "glejser",
    "coefficients",
    "model-summary",
    "anova",
    "remedy-hc3",
    "remedy-bootstrap",
    "remedy-transform",
    "remedy-rank",
    "normality-tests",
    "heteroscedasticity-tests",
    "autocorrelation-tests",
    "linearity-tests",
];

/// Tables of one hypothesis.
const HYPOTHESIS_TABLES: [&str; 12] = [
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
    "moderation-transform",
];

/// What a report is made of, beside the study.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// The results.
    pub results: &'a Results,
    /// Verdicts and facts.
    pub findings: &'a Findings,
    /// The questionnaire, where an appendix shows it.
    pub questionnaire: &'a [Block],
}

/// Composes the report. `None` when templates or author text have errors, which are in `diagnostics`.
///
/// `folder` is the study's folder, in which the files of author text are; those that are read are added to `sources`.
pub fn compose(
    study: &Study,
    material: Material<'_>,
    folder: &Path,
    templates: &Templates,
    language: Language,
    sources: &mut SourceFiles,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let mut own = Diagnostics::default();
    let document = compose_into(study, material, folder, templates, language, sources, &mut own);
    let failed = own.has_errors();
    diagnostics.extend(located(&own, templates, language, sources));
    document.filter(|_| !failed)
}

fn compose_into(
    study: &Study,
    Material { results, findings, questionnaire }: Material<'_>,
    folder: &Path,
    templates: &Templates,
    language: Language,
    sources: &mut SourceFiles,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let prepared = match templates.prepared(language, words_of(study, language)) {
        Ok(prepared) => prepared,
        Err(problems) => {
            diagnostics.extend(problems);
            return None;
        }
    };
    let Prepared { terms, origins, compiled } = &*prepared;
    let outline = outline(study, templates, diagnostics)?;
    let sections = outline.names();
    let view = match View::new(results, findings) {
        Ok(view) => Arc::new(view),
        Err(error) => {
            let (file, reason) = ("results.json".to_owned(), error.to_string());
            diagnostics.push(TemplateProblem::Fails { file, line: None, reason, part: None }.diagnostic());
            return None;
        }
    };
    let title = study.title.get(language).to_owned();
    let mut engine = Engine::of(compiled, &title);
    let style = NumberStyle {
        language,
        alpha: study.analysis.alpha,
        apa_p: study.report.p_style == PStyle::Apa,
        drop_leading_zero: study.report.drop_leading_zero,
        decimals: study.report.decimals.iter().map(|(kind, decimals)| (kind.clone(), *decimals)).collect(),
    };
    let desk = Desk { study, view: &view, terms, language };
    let bibliography = own_words::bibliography(study, folder, sources, diagnostics);
    if bibliography.is_none() && diagnostics.has_errors() {
        return None;
    }
    let context = Context::new(&desk, bibliography.as_ref());
    add_results(&mut engine, &view, terms);
    let statements = statements(study, &context, &engine, language, diagnostics);
    add_blocks(&mut engine, &desk, &statements);
    add_syntax(&mut engine, study, results);
    add_figures(&mut engine, &Easel { desk: &desk, style: &style });
    let bibliography = bibliography.as_ref();
    let parts = Reader { engine: &engine, folder, language, bibliography, sources, diagnostics }.parts(study, findings);
    for (text, _) in parts.additions.iter().filter(|(text, _)| !sections.contains(&text.section)) {
        diagnostics.push(WordsProblem::unknown_section(text, "report.additions", sections.clone()).diagnostic());
    }
    let top = context.top(&statements, &parts);
    let office = Named::of(study, language).map(|named| (named, office_words(terms)));
    let mut signature = office.as_ref().and_then(|(named, words)| named.signature(words));
    let mut blocks = Vec::new();
    let mut listed = None;
    for (position, section) in outline.sections.iter().enumerate() {
        // Who signs answers for the report; the note on how it was made follows.
        if position + 1 == outline.sections.len() && section.name == "provenance" {
            blocks.extend(signature.take().map(|signature| Block::Signature(Box::new(signature))));
        }
        let mut own = engine.blocks(&format!("sections/{}.md", section.name), top.clone(), diagnostics);
        let added = parts.additions.iter().filter(|(text, _)| text.section == section.name);
        own.extend(added.flat_map(|(_, blocks)| blocks.iter().cloned()));
        if let Some(level) = section.level {
            outline::set_level(&mut own, level);
        }
        if own.iter().any(|block| matches!(block, Block::References(_))) {
            listed = Some((blocks.len(), own));
        } else {
            blocks.extend(own);
        }
    }
    let (cited, unknown) = resolve(&mut blocks, bibliography, terms);
    // Those of the author's texts were told with their place.
    if !diagnostics.has_errors() {
        for key in unknown {
            diagnostics.push(WordsProblem::NoBibliography { place: None, key }.diagnostic());
        }
    }
    // The list of references stands only where something is cited.
    let list = bibliography.and_then(|bibliography| references(bibliography, cited.iter().map(String::as_str), terms));
    if let (Some((at, mut section)), Some(list)) = (listed, list) {
        section.iter_mut().filter(|block| matches!(block, Block::References(_))).for_each(|block| *block = list.clone());
        blocks.splice(at..at, section);
    }
    let letterhead = office.as_ref().and_then(|(named, words)| named.letterhead(words)).map(Box::new);
    blocks.extend(signature.map(|signature| Block::Signature(Box::new(signature))));
    blocks.extend(appendices(&engine, &study.report.appendices, &top, questionnaire, diagnostics));
    stale::check(&parts.texts, &mut blocks, &view, &style, sources, diagnostics);
    let mut document = Document {
        language,
        title: plain_text(&author_inlines(&title), &style),
        author: study.author.as_ref().map(|author| author.get(language).to_owned()),
        figure_captions_above: study.report.figure_captions_above,
        letterhead,
        style,
        blocks,
        origins: BTreeMap::new(),
    };
    origins.explain(&mut document, &view);
    tie_relations(&mut document);
    italicize(&mut document, &italic_words(study, language));
    number(
        &mut document,
        Numbering { chapter: study.report.chapter, roman: study.report.roman, scheme: outline.scheme },
        diagnostics,
    );
    Some(document)
}

/// The words of letterhead and signature.
fn office_words(terms: &Terms) -> OfficeWords {
    let word = |key: &str| terms.get(key).to_owned();
    OfficeWords {
        head_of: word("office.head_of"),
        period: word("office.period"),
        logo: word("office.logo"),
        nip: word("office.nip"),
    }
}

/// The words that the study's conventions write otherwise, later sets over earlier ones.
fn words_of(study: &Study, language: Language) -> BTreeMap<String, String> {
    let all = study.analysis.conventions.iter().flat_map(|set| &set.words);
    all.filter(|(of, _, _)| of == language.code()).map(|(_, word, other)| (word.clone(), other.clone())).collect()
}

/// Words set in italics wherever they stand: the declared ones, and what names and title set in italics themselves.
fn italic_words(study: &Study, language: Language) -> Vec<String> {
    let names = study.variables.values().flat_map(|variable| std::iter::once(&variable.name).chain(&variable.abbreviation));
    let items = study.variables.values().flat_map(|variable| variable.items().map(|item| &item.name));
    let emphasized = names.chain(items).chain([&study.title]).flat_map(|text| text.emphasis(language));
    study.report.italic.iter().cloned().chain(emphasized).collect()
}

/// The outline that the study names.
fn outline(study: &Study, templates: &Templates, diagnostics: &mut Diagnostics) -> Option<Outline> {
    let kind = &study.report.template;
    let file = format!("reports/{kind}/{}.yaml", study.report.outline);
    let problem = match templates.get(&file).map(Outline::parse) {
        Some(Ok(outline)) => return Some(outline),
        Some(Err((line, reason))) => TemplateProblem::Fails { file, line, reason, part: None },
        None => TemplateProblem::NoOutline { outline: study.report.outline.clone(), known: outline::of_kind(templates, kind) },
    };
    diagnostics.push(problem.diagnostic());
    None
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
    for position in 0..desk.study.descriptives.crosstabs.len() {
        make("counts", Some(&position.to_string()));
    }
    for code in &desk.study.descriptives.by {
        make("group-scores", Some(code));
        for variable in desk.study.variables.keys() {
            make("group-dimensions", Some(&format!("{code}>{variable}")));
        }
        for hypothesis in &desk.study.hypotheses {
            make("group-gains", Some(&format!("{code}>{}", hypothesis.id)));
        }
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

/// `syntax("spss")` and `syntax("r")`: the programs that compute the numbers again.
fn add_syntax(engine: &mut Engine, study: &Study, results: &Results) {
    let Syntax { spss, r, .. } = Syntax::new(study, results).unwrap_or_default();
    engine.environment().add_function("syntax", move |name: &str| match name {
        "spss" => Ok(block(Block::Code(spss.clone()))),
        "r" => Ok(block(Block::Code(r.clone()))),
        other => Err(Error::new(ErrorKind::InvalidOperation, format!("there is syntax for spss and r, not for {other:?}"))),
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
