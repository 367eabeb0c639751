//! Recognises why a file is not YAML from the lines around the parser's complaint, and mends the line where it can.

use super::problem_yaml::{NotYaml, Trap};
use crate::diagnostics::{FileId, Span};
use serde_yaml::Error;

/// What is wrong with a text that the parser refused.
pub(super) fn recognise(error: &Error, text: &str, file: FileId) -> NotYaml {
    let (line, column) = error.location().map_or((1, 1), |location| (location.line() as usize, location.column() as usize));
    let lines = Lines::new(text);
    let at = lines.offset(line, column);
    let span = |start: usize, end: usize| Span { file, start, end };
    let whole_line = |number: usize| {
        let (start, content) = lines.line(number);
        let indent = content.len() - content.trim_start().len();
        span(start + indent, start + content.trim_end().len().max(indent))
    };
    let plain = |trap: Trap, span: Span| NotYaml { span, trap, mended: None };
    let said = error.without_snippet().to_string();
    match error {
        Error::Budget { breach, .. } => {
            let deep = format!("{breach:?}").contains("Depth");
            let trap = if deep { Trap::TooDeep } else { Trap::TooLarge };
            return plain(trap, whole_line(line));
        }
        Error::AliasReplayCounterOverflow { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. } => {
            return plain(Trap::TooLarge, whole_line(line));
        }
        Error::MultipleDocuments { .. } => {
            let ends = |number: &usize| lines.line(*number).1.starts_with("---");
            let mark = (1..=line).rev().find(ends).unwrap_or(line);
            return plain(Trap::SeveralDocuments, whole_line(mark));
        }
        Error::MergeKeyNotAllowed { .. } => return plain(Trap::MergeKey, word_at(text, at, span)),
        Error::NonFiniteFloat { .. } => return plain(Trap::NonFinite, word_at(text, at, span)),
        Error::NullIntoString { .. } => return plain(Trap::KeyNotText, word_at(text, at, span)),
        Error::Unexpected { expected, .. } if expected.contains("string") => {
            return plain(Trap::KeyNotText, word_at(text, at, span));
        }
        _ => {}
    }
    if said.contains("recursion limit") {
        return plain(Trap::TooDeep, whole_line(line));
    }
    if said.contains("budget breached") {
        return plain(Trap::TooLarge, whole_line(line));
    }
    if said.contains("tab") {
        // A tab below a plain text is complained about at that text.
        for number in line..=line + 2 {
            let (start, content) = lines.line(number);
            if content.trim_start_matches(' ').starts_with('\t')
                && let Some(found) = in_line(start, content, None, text, file)
            {
                return found;
            }
        }
    }
    // The parser often notices a line late; the line it names comes first, then those above it.
    for number in (line.saturating_sub(3)..=line).rev().filter(|number| *number > 0) {
        let (start, content) = lines.line(number);
        if let Some(found) = in_line(start, content, (number == line).then_some(at), text, file) {
            return found;
        }
        if number < line && !content.trim().is_empty() && !opens_quote(content) {
            break;
        }
    }
    // Of a bracket that is closed by one of another kind the parser names the place itself.
    let here = text.get(at..).and_then(|rest| rest.chars().next());
    if let Some(bracket @ ('[' | '{')) = here.filter(|_| said.contains("bracket")) {
        return plain(Trap::Bracket(bracket), span(at, at + 1));
    }
    if let Some(found) = open_bracket(text, at, file) {
        return found;
    }
    // A key without its space is a text to YAML, and complained about at the next key or at the next document.
    let above = (1..line).rev().filter(|number| is_content(lines.line(*number).1)).take(1);
    for number in std::iter::once(line).chain(above) {
        let (start, content) = lines.line(number);
        if let Some((key, value)) = key_without_space(content) {
            let lead = indent(content);
            return NotYaml {
                span: span(start + lead, start + content.trim_end().len()),
                trap: Trap::NoSpace,
                mended: Some(format!("{key}: {value}")),
            };
        }
    }
    if said.contains("trailing content") {
        return plain(Trap::AfterQuote, span(at, whole_line(line).end.max(at)));
    }
    if let Some((spaces, fitting)) = misaligned(&lines, line) {
        return plain(Trap::Misaligned(spaces, fitting), word_at(text, lines.line(line).0 + spaces, span));
    }
    if said.contains("simple key expected") {
        let (_, content) = lines.line(line);
        if is_content(content) && !content.contains(':') && !content.trim_start().starts_with('-') {
            return NotYaml { span: whole_line(line), trap: Trap::NoColon, mended: Some(format!("{}:", content.trim())) };
        }
    }
    if let Some(above) = (1..line).rev().find(|number| is_content(lines.line(*number).1)) {
        let (above_start, above_content) = lines.line(above);
        let (start, content) = lines.line(line);
        let deeper = indent(content) > indent(above_content);
        if deeper && key_value(above_content).is_some_and(|(_, value)| !value.trim().is_empty()) {
            let first = start + indent(content);
            let length = content
                .trim_start()
                .find(|character: char| character == ':' || character.is_whitespace())
                .unwrap_or(content.trim().len());
            return plain(Trap::Indentation, span(first, first + length));
        }
        let no_colon = !above_content.contains(':') && !above_content.trim_start().starts_with('-');
        if no_colon {
            let first = above_start + indent(above_content);
            return plain(Trap::NoColon, span(first, above_start + above_content.trim_end().len()));
        }
    }
    let words = said.split(" at line ").next().unwrap_or_default().to_owned();
    let end = whole_line(line).end.max(at);
    plain(Trap::Other(words), span(at, end))
}

/// Lines with their byte offsets, counted from 1.
struct Lines<'t> {
    lines: Vec<(usize, &'t str)>,
    length: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Lines<'t> {
        let mut start = 0;
        let lines = text
            .split_inclusive('\n')
            .map(|line| {
                let at = start;
                start += line.len();
                (at, line.trim_end_matches(['\n', '\r']))
            })
            .collect();
        Lines { lines, length: text.len() }
    }

    fn line(&self, number: usize) -> (usize, &'t str) {
        number.checked_sub(1).and_then(|index| self.lines.get(index).copied()).unwrap_or((self.length, ""))
    }

    /// The byte offset of a line and a column in characters, both from 1.
    fn offset(&self, line: usize, column: usize) -> usize {
        let (start, content) = self.line(line);
        let into = content.char_indices().nth(column.saturating_sub(1)).map_or(content.len(), |(at, _)| at);
        start + into
    }
}

/// A trap in one line; `at` is where the parser stopped, when it stopped in this line.
fn in_line(start: usize, content: &str, at: Option<usize>, text: &str, file: FileId) -> Option<NotYaml> {
    let lead = content.len() - content.trim_start_matches([' ', '\t']).len();
    if let Some(tab) = content.get(..lead).and_then(|lead| lead.find('\t')) {
        let tabs = content[tab..lead].len();
        return Some(NotYaml {
            span: Span { file, start: start + tab, end: start + tab + tabs },
            trap: Trap::Tab,
            mended: Some(content.replace('\t', "  ")),
        });
    }
    let (from, to) = value_range(content, at.map(|at| at.saturating_sub(start)))?;
    let value = content.get(from..to)?;
    let first = value.chars().next()?;
    let found = |trap: Trap| {
        Some(NotYaml {
            span: Span { file, start: start + from, end: start + to },
            trap,
            mended: quoted_line(text, start + from, start + to),
        })
    };
    match first {
        '*' | '%' | '@' | '&' | '!' | '`' => found(Trap::SpecialStart(first)),
        '\'' | '"' if !is_closed(value, first) => found(Trap::Quote(first)),
        '\'' | '"' | '[' | '{' | '|' | '>' => None,
        _ if value.contains(": ") || value.ends_with(':') => found(Trap::ColonInText),
        _ => None,
    }
}

/// The value in a line: behind `key: ` or `- `, and inside a flow map the value nearest before `at`.
fn value_range(content: &str, at: Option<usize>) -> Option<(usize, usize)> {
    let (key_end, value) = key_value(content)?;
    let mut from = key_end;
    let mut to = content.trim_end().len();
    if value.starts_with(['{', '[']) {
        let at = content.floor_char_boundary(at?.min(content.len()));
        let open = content.get(..at)?.rfind(['{', '[', ','])? + 1;
        to = content.get(at..)?.find([',', '}', ']']).map_or(to, |close| at + close);
        let segment = content.get(open..to)?;
        from = match segment.find(": ") {
            Some(colon) => open + colon + 2,
            None => open,
        };
    }
    let value = content.get(from..to)?;
    from += value.len() - value.trim_start().len();
    let value = value.trim();
    (!value.is_empty()).then_some((from, from + value.len()))
}

/// Where the value of `key: value` or `- value` begins, and the value.
fn key_value(content: &str) -> Option<(usize, &str)> {
    let trimmed = content.trim_start();
    let lead = content.len() - trimmed.len();
    if trimmed.starts_with('#') {
        return None;
    }
    if let Some(rest) = trimmed.strip_prefix("- ") {
        let rest_from = lead + 2;
        return match key_value(rest) {
            Some((from, value)) if !rest.trim_start().starts_with(['{', '[', '"', '\'']) => Some((rest_from + from, value)),
            _ => Some((rest_from, rest.trim())),
        };
    }
    let colon = trimmed.find(": ")?;
    let from = lead + colon + 2;
    Some((from, content.get(from..)?.trim()))
}

/// Whether a quoted value ends exactly at its closing quote (a comment may follow).
fn is_closed(value: &str, quote: char) -> bool {
    let mut characters = value.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        if character == '\\' && quote == '"' {
            characters.next();
        } else if character == quote {
            if quote == '\'' && characters.peek().is_some_and(|(_, next)| *next == '\'') {
                characters.next();
                continue;
            }
            let rest = value.get(at + 1..).unwrap_or_default().trim_start();
            return rest.is_empty() || rest.starts_with('#') || rest.starts_with([',', '}', ']']);
        }
    }
    false
}

fn opens_quote(content: &str) -> bool {
    key_value(content).is_some_and(|(_, value)| {
        value.chars().next().is_some_and(|first| matches!(first, '\'' | '"') && !is_closed(value, first))
    })
}

/// Longer lines, in bytes, are not written out once more.
const LONGEST_MENDED: usize = 400;

/// The line around a value, with that value in double quotes.
pub(super) fn quoted_line(text: &str, start: usize, end: usize) -> Option<String> {
    let line_start = text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
    let line_end = text.get(end..)?.find('\n').map_or(text.len(), |at| end + at);
    if line_end - line_start > LONGEST_MENDED {
        return None;
    }
    let value = text.get(start..end)?;
    let inner = match value.chars().next() {
        Some(quote @ ('\'' | '"')) => value.strip_prefix(quote).map(|rest| rest.strip_suffix(quote).unwrap_or(rest))?,
        _ => value,
    };
    let inner = inner.replace('\\', "\\\\").replace('"', "\\\"");
    Some(format!("{}\"{inner}\"{}", text.get(line_start..start)?, text.get(end..line_end)?.trim_end()))
}

/// A bracket before `at` that is still open there.
fn open_bracket(text: &str, at: usize, file: FileId) -> Option<NotYaml> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut quote = None;
    let mut previous = ' ';
    let mut in_comment = false;
    let until = text.floor_char_boundary(at.min(text.len()));
    for (position, character) in text.get(..until)?.char_indices() {
        match (quote, character) {
            (_, '\n') if in_comment => in_comment = false,
            _ if in_comment => {}
            (None, '#') if previous.is_whitespace() => in_comment = true,
            (None, '\'' | '"') if previous.is_whitespace() || "[{,".contains(previous) => {
                quote = Some(character);
            }
            (Some(opened), found) if opened == found => quote = None,
            (Some(_), _) => {}
            // Inside a plain text a bracket is a character like any other, unless a bracket is open already.
            (None, '[' | '{') if previous.is_whitespace() || !open.is_empty() => {
                open.push((position, character));
            }
            (None, ']' | '}') => {
                // One that closes another kind of bracket closes nothing: the bracket before it is the open one.
                let wanted = if character == ']' { '[' } else { '{' };
                if open.last().is_some_and(|(_, opened)| *opened != wanted) {
                    break;
                }
                open.pop();
            }
            _ => {}
        }
        previous = character;
    }
    let (position, character) = open.pop()?;
    Some(NotYaml { span: Span { file, start: position, end: position + 1 }, trap: Trap::Bracket(character), mended: None })
}

fn word_at(text: &str, at: usize, span: impl Fn(usize, usize) -> Span) -> Span {
    let rest = text.get(at..).unwrap_or_default();
    let length = rest.find(|character: char| character.is_whitespace() || ":,]}".contains(character)).unwrap_or(rest.len());
    span(at, at + length)
}

/// The indentation of a line when no line above that it can belong to has it, and the next smaller one that has.
fn misaligned(lines: &Lines, line: usize) -> Option<(usize, usize)> {
    let (_, content) = lines.line(line);
    let spaces = indent(content);
    let mut open: Vec<usize> = Vec::new();
    for above in 1..line {
        let (_, content) = lines.line(above);
        if is_content(content) {
            open.retain(|known| *known < indent(content));
            open.push(indent(content));
        }
    }
    let deepest = open.last().copied()?;
    let fitting = open.iter().copied().filter(|known| *known < spaces).max()?;
    (spaces < deepest && !open.contains(&spaces)).then_some((spaces, fitting))
}

/// Whether a line holds more than blanks and a comment.
fn is_content(content: &str) -> bool {
    let content = content.trim();
    !content.is_empty() && !content.starts_with('#')
}

/// A line `key:value`; the address of a page and a time of day are none.
fn key_without_space(content: &str) -> Option<(&str, &str)> {
    let (key, value) = content.trim().split_once(':')?;
    let is_key = key.starts_with(char::is_alphabetic) && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.');
    (is_key && !value.is_empty() && !value.starts_with([' ', '/', '\\'])).then_some((key, value))
}

fn indent(content: &str) -> usize {
    content.len() - content.trim_start().len()
}
