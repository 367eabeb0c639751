//! The template engine: minijinja, strict, fuelled, with a formatter that lets nothing but tokens through.

use super::document::{Block, Inline};
use super::markup::{self, Origin};
use super::problem::TemplateProblem;
use super::token::{LOST, RESERVED, Token, Tokens};
use super::value::{BlockValue, InlineValue, blocks, inlines};
use crate::diagnostics::Diagnostics;
use crate::numbers::Setting;
use minijinja::value::{Kwargs, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Instructions a template may use: far beyond any chapter, far below a hang.
const FUEL: u64 = 20_000_000;

/// Instructions that all sentences of a report may use together.
const SENTENCES_FUEL: u64 = 400_000_000;

/// Sentences within sentences: ours have none, a campus may have some, a circle never ends.
const DEEPEST: usize = 8;

/// What sentences have used so far. Each is rendered by itself, so that the engine's own limit begins anew with each.
#[derive(Debug, Default)]
struct Guard {
    depth: AtomicUsize,
    spent: AtomicU64,
}

impl Guard {
    fn within(&self, say: impl FnOnce() -> Result<(Value, u64), Error>) -> Result<Value, Error> {
        let refuse = |reason: &'static str| Err(Error::new(ErrorKind::InvalidOperation, reason));
        if self.spent.load(Ordering::Relaxed) > SENTENCES_FUEL {
            return refuse("the sentences of this report ran out of fuel");
        }
        if self.depth.fetch_add(1, Ordering::Relaxed) >= DEEPEST {
            self.depth.fetch_sub(1, Ordering::Relaxed);
            return refuse("sentences say each other without end");
        }
        let said = say();
        self.depth.fetch_sub(1, Ordering::Relaxed);
        // What failed may have used all it was given.
        let spent = said.as_ref().map_or(FUEL, |(_, spent)| *spent);
        self.spent.fetch_add(spent, Ordering::Relaxed);
        said.map(|(value, _)| value)
    }
}

/// Name under which the phrasings of a sentence are found.
const SENTENCES: &str = "sentences/";

/// Templates compiled for any report.
#[derive(Debug)]
pub struct Compiled {
    environment: Environment<'static>,
    /// How many phrasings each sentence has.
    phrasings: Arc<BTreeMap<String, usize>>,
}

impl Compiled {
    /// Compiles templates (name → source).
    ///
    /// # Errors
    /// Every template that is not well formed.
    pub fn new(templates: &BTreeMap<String, String>) -> Result<Compiled, Diagnostics> {
        let mut environment = strict(Environment::new());
        let mut phrasings: BTreeMap<String, usize> = BTreeMap::new();
        let mut problems = Diagnostics::default();
        let mut add = |name: String, source: String| {
            if let Err(error) = environment.add_template_owned(name.clone(), source) {
                problems.push(problem(&name, &error).diagnostic());
            }
        };
        for (name, source) in templates {
            match name.strip_prefix(SENTENCES) {
                Some(sentence) => {
                    let sentence = sentence.trim_end_matches(".md");
                    let variants = split_phrasings(source);
                    phrasings.insert(sentence.to_owned(), variants.len());
                    for (position, variant) in variants.into_iter().enumerate() {
                        add(format!("{name}#{}", position + 1), variant);
                    }
                }
                None => add(name.clone(), source.clone()),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        environment.add_function("eq", |value: &Value| relation(value));
        environment.add_function("magnitude", |value: &Value| magnitude(value));
        environment.add_function("page_break", || blocks(vec![Block::PageBreak]));
        environment.add_function("ref", reference);
        Ok(Compiled { environment, phrasings: Arc::new(phrasings) })
    }
}

/// The engine of one report.
pub struct Engine {
    environment: Environment<'static>,
    /// Author text sees nothing but `r()` and `ref()`.
    author: Environment<'static>,
    phrasings: Arc<BTreeMap<String, usize>>,
    title: String,
    tokens: Tokens,
}

impl Engine {
    /// An engine over `templates` (name → source); `title` picks among the phrasings of a sentence.
    ///
    /// # Errors
    /// Every template that is not well formed.
    pub fn new(templates: &BTreeMap<String, String>, title: &str) -> Result<Engine, Diagnostics> {
        Ok(Engine::of(&Compiled::new(templates)?, title))
    }

    /// An engine over compiled templates, with tokens and counts of its own.
    pub fn of(compiled: &Compiled, title: &str) -> Engine {
        let tokens = Tokens::default();
        let mut environment = printing(compiled.environment.clone(), &tokens);
        let mut author = printing(strict(Environment::empty()), &tokens);
        author.add_function("ref", reference);
        let phrasings = Arc::clone(&compiled.phrasings);
        let (own_title, own_phrasings) = (title.to_owned(), Arc::clone(&phrasings));
        let guard = Arc::new(Guard::default());
        let said: Mutex<BTreeMap<String, usize>> = Mutex::default();
        environment.add_function("say", move |state: &mut State, name: &str, kwargs: Kwargs| {
            guard.within(|| say(state, &phrasing(&own_phrasings, &own_title, name, times_before(&said, name))?, &kwargs))
        });
        Engine { environment, author, phrasings, title: title.to_owned(), tokens }
    }

    /// Adds a function for templates and author text alike.
    pub fn add_author_function<F, Rv, Args>(&mut self, name: &'static str, function: F)
    where
        F: minijinja::functions::Function<Rv, Args> + Clone,
        Rv: minijinja::value::FunctionResult,
        Args: for<'a> minijinja::value::FunctionArgs<'a>,
    {
        self.environment.add_function(name, function.clone());
        self.author.add_function(name, function);
    }

    /// The environment of the templates, to add functions.
    pub fn environment(&mut self) -> &mut Environment<'static> {
        &mut self.environment
    }

    /// Renders a template and parses what it gives into blocks.
    pub fn blocks(&self, name: &str, context: Value, diagnostics: &mut Diagnostics) -> Vec<Block> {
        let rendered = self.environment.get_template(name).and_then(|template| template.render(context));
        self.parse(name, rendered, diagnostics)
    }

    /// Renders a text of the author, who has `r()` and `ref()` only, and parses it.
    pub fn author_blocks(&self, name: &str, source: &str, diagnostics: &mut Diagnostics) -> Vec<Block> {
        if source.contains(RESERVED) {
            diagnostics.push(TemplateProblem::Reserved { file: name.to_owned() }.diagnostic());
            return Vec::new();
        }
        let rendered = self.author.render_named_str(name, source, Value::from(()));
        self.parse(name, rendered, diagnostics)
    }

    /// One sentence as inlines, in the phrasing that fits the study's title.
    pub fn sentence(&self, name: &str, context: Value, diagnostics: &mut Diagnostics) -> Vec<Inline> {
        let rendered = phrasing(&self.phrasings, &self.title, name, 0)
            .and_then(|template| self.environment.get_template(&template)?.render(context));
        match self.parse(name, rendered, diagnostics).into_iter().next() {
            Some(Block::Paragraph(inlines)) => inlines,
            _ => Vec::new(),
        }
    }

    fn parse(&self, name: &str, rendered: Result<String, Error>, diagnostics: &mut Diagnostics) -> Vec<Block> {
        match rendered {
            Ok(text) => markup::parse(&text, &Origin { name: name.to_owned() }, &self.tokens, diagnostics),
            Err(error) => {
                diagnostics.push(problem(name, &error).diagnostic());
                Vec::new()
            }
        }
    }
}

/// The phrasings of a sentence file, parted by lines of `---`.
pub fn split_phrasings(source: &str) -> Vec<String> {
    let mut variants = vec![String::new()];
    for line in source.lines() {
        if line.trim_end() == "---" {
            variants.push(String::new());
        } else if let Some(last) = variants.last_mut() {
            last.push_str(line);
            last.push('\n');
        }
    }
    variants.into_iter().map(|variant| variant.trim().to_owned()).filter(|variant| !variant.is_empty()).collect()
}

/// How often a sentence was said before in this report; counts this time.
fn times_before(said: &Mutex<BTreeMap<String, usize>>, name: &str) -> usize {
    let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
    let times = said.entry(name.to_owned()).or_default();
    *times += 1;
    *times - 1
}

/// Renders one phrasing of a sentence.
fn say(state: &mut State, template: &str, kwargs: &Kwargs) -> Result<(Value, u64), Error> {
    let template = state.get_template(template)?;
    let context: BTreeMap<String, Value> =
        kwargs.args().map(|key| Ok((key.to_owned(), kwargs.get::<Value>(key)?))).collect::<Result<_, Error>>()?;
    kwargs.assert_all_used()?;
    let captured = template.render_captured(Value::from_pairs(context))?;
    let spent = captured.state().fuel_levels().map_or(0, |(spent, _)| spent);
    // Sentences are Markdown with tokens in it: nothing in them is left to escape.
    Ok((Value::from_safe_string(captured.output().trim().replace('\n', " ")), spent))
}

/// Name of the phrasing of a sentence: which one comes first depends on the study's title and the sentence's name, never on the
/// data; whenever the sentence recurs, the next one takes its turn.
fn phrasing(phrasings: &BTreeMap<String, usize>, title: &str, name: &str, before: usize) -> Result<String, Error> {
    let count = phrasings.get(name).copied().unwrap_or(0);
    if count == 0 {
        return Err(Error::new(ErrorKind::TemplateNotFound, format!("{SENTENCES}{name}.md")));
    }
    let first = fnv1a(&[title, name]) % u64::try_from(count).unwrap_or(1);
    let chosen = (usize::try_from(first).unwrap_or(0) + before) % count + 1;
    Ok(format!("{SENTENCES}{name}.md#{chosen}"))
}

/// An environment that is strict and fuelled.
fn strict(mut environment: Environment<'static>) -> Environment<'static> {
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_debug(true);
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("tokens".into()));
    // `{#label}` is the label of a caption; comments have doubled marks.
    if let Ok(syntax) =
        minijinja::syntax::SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).comment_delimiters("{##", "##}").build()
    {
        environment.set_syntax(syntax);
    }
    environment
}

/// An environment that lets nothing but tokens through.
fn printing(mut environment: Environment<'static>, tokens: &Tokens) -> Environment<'static> {
    let written = tokens.clone();
    environment.set_formatter(move |out, _state, value| format(out, value, &written));
    environment
}

/// A reference to a table or figure.
fn reference(target: &str) -> Value {
    inlines(vec![Inline::Reference { target: target.to_owned(), text: None }])
}

/// FNV-1a over the parts: stable over versions and machines, which std's hasher does not promise.
fn fnv1a(parts: &[&str]) -> u64 {
    parts
        .iter()
        .flat_map(|part| part.bytes().chain([0]))
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The longest expression that a message quotes, in bytes.
const LONGEST_PART: usize = 120;

/// What the formatter says of a bare number, by which [`problem`] knows it again.
const BARE_NUMBER: &str = "a bare number cannot be printed; print the quantity of the results";

/// A quantity with its relation: `= 0,028`, `< 0,001`.
fn relation(value: &Value) -> Result<Value, Error> {
    match value.downcast_object_ref::<InlineValue>().and_then(InlineValue::quantity) {
        Some((quantity, path)) => {
            Ok(inlines(vec![Inline::Value { quantity, path: path.to_owned(), setting: Setting::Relation }]))
        }
        None => Err(Error::new(ErrorKind::InvalidOperation, "eq() needs a quantity of the results")),
    }
}

/// A quantity without its sign, where the words say which way it goes.
fn magnitude(value: &Value) -> Result<Value, Error> {
    match value.downcast_object_ref::<InlineValue>().and_then(InlineValue::quantity) {
        // The value stays what the results say; only its printing leaves the sign out.
        Some((quantity, path)) => {
            Ok(inlines(vec![Inline::Value { quantity, path: path.to_owned(), setting: Setting::Magnitude }]))
        }
        None => Err(Error::new(ErrorKind::InvalidOperation, "magnitude() needs a quantity of the results")),
    }
}

fn format(out: &mut Output, value: &Value, tokens: &Tokens) -> Result<(), Error> {
    let token = if let Some(printed) = value.downcast_object_ref::<InlineValue>() {
        Token::Inlines(printed.inlines.clone())
    } else if let Some(printed) = value.downcast_object_ref::<BlockValue>() {
        Token::Blocks(printed.blocks.clone())
    } else {
        match value.kind() {
            ValueKind::String if value.is_safe() => {
                return out.write_str(value.as_str().unwrap_or_default()).map_err(Error::from);
            }
            // A quantity that was joined with a text or filtered left its mark in the string.
            ValueKind::String if value.as_str().is_some_and(|text| text.contains(RESERVED)) => {
                return out.write_str(LOST.encode_utf8(&mut [0; 4])).map_err(Error::from);
            }
            ValueKind::String => Token::Inlines(vec![Inline::text(value.as_str().unwrap_or_default())]),
            ValueKind::Number if value.is_integer() => Token::Inlines(vec![Inline::text(value.to_string())]),
            ValueKind::Number => {
                return Err(Error::new(ErrorKind::InvalidOperation, BARE_NUMBER));
            }
            ValueKind::Undefined => return Err(Error::from(ErrorKind::UndefinedError)),
            _ => return Err(Error::new(ErrorKind::InvalidOperation, "only texts and quantities can be printed")),
        }
    };
    out.write_str(&tokens.write(token)).map_err(Error::from)
}

fn problem(name: &str, error: &Error) -> TemplateProblem {
    // The innermost cause says most: a sentence inside a section, a function inside a sentence.
    let mut reason = describe(error);
    let mut source = std::error::Error::source(error);
    let mut place = (error.name().unwrap_or(name).to_owned(), error.line());
    let mut bare = error.detail() == Some(BARE_NUMBER);
    let mut part = part_of(error);
    while let Some(cause) = source {
        if let Some(inner) = cause.downcast_ref::<Error>() {
            reason = describe(inner);
            bare |= inner.detail() == Some(BARE_NUMBER);
            part = part_of(inner).or(part);
            if let Some(inner_name) = inner.name() {
                place = (inner_name.to_owned(), inner.line());
            }
        }
        source = cause.source();
    }
    if bare {
        return TemplateProblem::BareNumber { file: place.0, line: place.1 };
    }
    TemplateProblem::Fails { file: place.0, line: place.1, reason, part }
}

/// The expression that an error is about: the variable that is not there, the call that fails.
fn part_of(error: &Error) -> Option<String> {
    let part = error.template_source()?.get(error.range()?)?.trim();
    (!part.is_empty() && part.len() <= LONGEST_PART && !part.contains('\n')).then(|| part.to_owned())
}

fn describe(error: &Error) -> String {
    match error.detail() {
        Some(detail) => format!("{} ({detail})", error.kind()),
        None => error.kind().to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::diagnostics::Code;
    use crate::numbers::{Kind, Quantity};
    use crate::report::value::quantity;
    use minijinja::context;

    fn run(source: &str) -> (Vec<Block>, Diagnostics) {
        let templates = BTreeMap::from([
            ("uji.md".to_owned(), source.to_owned()),
            (
                "sentences/hasil.md".to_owned(),
                "Nilai t {{ eq(t) }} pada {{ name }}.\n---\nPada {{ name }}, t {{ eq(t) }}.\n".to_owned(),
            ),
        ]);
        let engine = Engine::new(&templates, "Judul").unwrap();
        let mut diagnostics = Diagnostics::default();
        let t = quantity(Quantity::new(Kind::Statistic, 2.0858), "regressions/Y2/coefficients/1/t");
        let blocks = engine.blocks("uji.md", context! { name => "# *x* <b> | _y_", t, bare => 0.5 }, &mut diagnostics);
        (blocks, diagnostics)
    }

    #[test]
    fn names_and_numbers_pass_as_typed_inlines() {
        let (blocks, diagnostics) =
            run("{% macro m(x) %}**{{ x }}**{% endmacro %}\n{{ m(name) }} {% set a %}{{ t }}{% endset %}{{ a }}");
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let Block::Paragraph(inlines) = &blocks[0] else { unreachable!() };
        assert_eq!(inlines[0], Inline::Strong(vec![Inline::text("# *x* <b> | _y_")]));
        assert!(matches!(&inlines[2], Inline::Value { path, .. } if path == "regressions/Y2/coefficients/1/t"));
    }

    #[test]
    fn sentences_are_parsed_as_markdown_with_their_values_kept() {
        let (blocks, diagnostics) = run("{{ say('hasil', t=t, name=name) }}");
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let Block::Paragraph(inlines) = &blocks[0] else { unreachable!() };
        assert!(inlines.contains(&Inline::text("# *x* <b> | _y_")));
        assert!(inlines.iter().any(|inline| matches!(inline, Inline::Value { setting: Setting::Relation, .. })));
    }

    #[test]
    fn what_would_lose_a_number_is_refused() {
        for (source, code) in [
            ("{{ t ~ 'x' }}", Code::LostQuantity),
            ("{{ t|upper }}", Code::LostQuantity),
            ("{{ bare }}", Code::BareNumber),
            ("{{ missing }}", Code::TemplateFails),
            ("{{ say('tidak ada') }}", Code::TemplateFails),
            ("{{ say('hasil', name=name) }}", Code::TemplateFails),
            ("{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}", Code::TemplateFails),
        ] {
            let (_, diagnostics) = run(source);
            assert_eq!(diagnostics.iter().next().map(|d| d.code), Some(code), "{source}");
        }
    }

    #[test]
    fn a_label_in_author_text_is_no_comment() {
        let engine = Engine::new(&BTreeMap::new(), "Judul").unwrap();
        let mut diagnostics = Diagnostics::default();
        let text = "| A | B |\n|---|---|\n| 1 | 2 |\n\n: Jumlah pegawai {#pegawai}\n\nLihat {{ ref('pegawai') }}.";
        let blocks = engine.author_blocks("gambaran.md", text, &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        assert!(matches!(&blocks[0], Block::Table(table) if table.id == "pegawai"));
    }

    #[test]
    fn the_phrasing_depends_on_title_and_name_alone() {
        assert_eq!(split_phrasings("a\n---\nb\n\n---\n"), ["a", "b"]);
        assert_ne!(fnv1a(&["ab", "c"]), fnv1a(&["a", "bc"]), "the parts do not run together");
    }
}
