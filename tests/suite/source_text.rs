//! Rust source as text, cut into what the architecture test looks at: code without comments, tests and strings, and the
//! string literals by themselves.

/// A source file without its tests.
pub struct SourceText {
    /// The code, as long as the file: comments, test modules and insides of strings are blank.
    code: String,
    /// Line and content of every string literal outside comments and tests.
    pub strings: Vec<(usize, String)>,
}

impl SourceText {
    /// Cuts a source file.
    pub fn of(source: &str) -> SourceText {
        let (code, strings) = without_comments_and_strings(source);
        let (code, cut) = without_test_modules(&code);
        let kept = strings.into_iter().filter(|(at, _)| !cut.iter().any(|range| range.contains(at)));
        let strings = kept.map(|(at, string)| (line_of(source, at), string)).collect();
        SourceText { code, strings }
    }

    /// Lines of the code on which a word stands by itself.
    pub fn lines_with(&self, word: &str) -> Vec<usize> {
        let starts = self.code.match_indices(word).filter(|(at, _)| {
            let before = self.code[..*at].chars().next_back();
            let after = self.code[at + word.len()..].chars().next();
            !before.is_some_and(is_ident) && (word.ends_with('!') || !after.is_some_and(is_ident))
        });
        starts.map(|(at, _)| line_of(&self.code, at)).collect()
    }

    /// Every path of the crate that the code names, with its line, as names from the crate's root: `crate::a::{b, c::d}` is
    /// `a::b` and `a::c::d`. `super`s count when they lead out of the file's own layer. `module` is the file's own path.
    pub fn paths(&self, module: &[String]) -> Vec<(usize, Vec<String>)> {
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices("crate::") {
            if !self.code[..at].chars().next_back().is_some_and(is_ident) {
                self.expand(at, at + "crate::".len(), Vec::new(), &mut found);
            }
        }
        for (at, _) in self.code.match_indices("super::") {
            let before = &self.code[..at];
            if before.chars().next_back().is_some_and(is_ident) || before.trim_end().ends_with("::") {
                continue;
            }
            let mut from = at;
            let mut up = module.to_vec();
            while self.code[from..].starts_with("super::") {
                from += "super::".len();
                up.pop();
            }
            self.expand(at, from, up, &mut found);
        }
        found
    }

    fn expand(&self, at: usize, from: usize, prefix: Vec<String>, found: &mut Vec<(usize, Vec<String>)>) {
        let mut paths = Vec::new();
        tree(&mut self.code[from..].chars().peekable(), prefix, &mut paths);
        let line = line_of(&self.code, at);
        found.extend(paths.into_iter().map(|path| (line, path)));
    }
}

/// Reads a path or a tree of paths, `a::{b, c as d, e::*}`.
fn tree(chars: &mut std::iter::Peekable<std::str::Chars<'_>>, mut prefix: Vec<String>, found: &mut Vec<Vec<String>>) {
    loop {
        skip_space(chars);
        if chars.peek() == Some(&'{') {
            chars.next();
            loop {
                skip_space(chars);
                match chars.peek() {
                    None => return,
                    Some('}') => {
                        chars.next();
                        return;
                    }
                    Some(',') => {
                        chars.next();
                        continue;
                    }
                    Some(_) => tree(chars, prefix.clone(), found),
                }
                // `as name` after a branch; anything else that is not understood ends the tree.
                skip_space(chars);
                while chars.peek().is_some_and(|c| is_ident(*c) || *c == ' ') {
                    chars.next();
                }
                if !matches!(chars.peek(), Some(',' | '}')) {
                    return;
                }
            }
        }
        let mut name = String::new();
        while let Some(c) = chars.peek().filter(|c| is_ident(**c) || **c == '*') {
            name.push(*c);
            chars.next();
        }
        if name.is_empty() {
            break;
        }
        if name != "self" && name != "*" {
            prefix.push(name);
        }
        let mut ahead = chars.clone();
        if ahead.next() != Some(':') || ahead.next() != Some(':') {
            break;
        }
        *chars = ahead;
    }
    found.push(prefix);
}

fn skip_space(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    while chars.peek().is_some_and(|c| c.is_whitespace()) {
        chars.next();
    }
}

/// The files that are test modules of others: `#[cfg(test)] mod name;` in `src/a/mod.rs` makes `src/a/name.rs` one.
pub fn test_files(files: &[(String, String)]) -> Vec<String> {
    let mut tests = Vec::new();
    for (path, text) in files {
        let folder = match path.strip_suffix("/mod.rs").or_else(|| path.strip_suffix("/lib.rs")) {
            Some(folder) => folder.to_owned(),
            None => path.trim_end_matches(".rs").to_owned(),
        };
        let (code, _) = without_comments_and_strings(text);
        for (at, _) in code.match_indices("#[cfg(test)]") {
            let rest =
                code[at + "#[cfg(test)]".len()..].trim_start().trim_start_matches("pub ").trim_start_matches("pub(crate) ");
            if let Some((name, _)) = rest.strip_prefix("mod ").and_then(|rest| rest.split_once(';'))
                && name.chars().all(is_ident)
            {
                tests.push(format!("{folder}/{name}.rs"));
            }
        }
    }
    tests
}

/// The source with comments and the insides of strings blank, and the strings with the place they begin at.
fn without_comments_and_strings(source: &str) -> (String, Vec<(usize, String)>) {
    let bytes = source.as_bytes();
    let mut code = vec![b' '; bytes.len()];
    let mut strings = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &source.as_bytes()[at..];
        let end = if rest.starts_with(b"//") {
            at + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len())
        } else if rest.starts_with(b"/*") {
            end_of_block_comment(bytes, at)
        } else if let Some((inside, end)) = string_at(bytes, at) {
            strings.push((at, source[inside].to_owned()));
            end
        } else if rest[0] == b'\'' {
            end_of_char(source, at)
        } else {
            code[at] = bytes[at];
            at += 1;
            continue;
        };
        for position in at..end {
            if bytes[position] == b'\n' {
                code[position] = b'\n';
            }
        }
        at = end;
    }
    // Multi-byte characters stand in comments and strings only; should one remain, it is blank.
    let code = String::from_utf8(code.into_iter().map(|b| if b.is_ascii() { b } else { b' ' }).collect()).unwrap();
    (code, strings)
}

fn end_of_block_comment(bytes: &[u8], start: usize) -> usize {
    let mut depth = 0;
    let mut at = start;
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at.min(bytes.len())
}

/// The inside and the end of a string literal that begins here.
fn string_at(bytes: &[u8], at: usize) -> Option<(std::ops::Range<usize>, usize)> {
    let free = at == 0 || !is_ident(char::from(bytes[at - 1]));
    let mut from = at;
    if free && bytes[from] == b'b' {
        from += 1;
    }
    if free && bytes.get(from) == Some(&b'r') {
        let hashes = bytes[from + 1..].iter().take_while(|b| **b == b'#').count();
        let open = from + 1 + hashes;
        if bytes.get(open) == Some(&b'"') {
            let close: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
            let inside = open + 1;
            let length = bytes[inside..].windows(close.len()).position(|window| window == close)?;
            return Some((inside..inside + length, inside + length + close.len()));
        }
        return None;
    }
    if bytes.get(from) != Some(&b'"') {
        return None;
    }
    let inside = from + 1;
    let mut end = inside;
    while end < bytes.len() && bytes[end] != b'"' {
        end += if bytes[end] == b'\\' { 2 } else { 1 };
    }
    let end = end.min(bytes.len());
    Some((inside..end, (end + 1).min(bytes.len())))
}

/// The end of a character literal, or of the quote of a lifetime.
fn end_of_char(source: &str, at: usize) -> usize {
    let mut inside = source[at + 1..].char_indices();
    match inside.next() {
        Some((_, '\\')) => {
            inside.next();
            let close = source[at + 1..].char_indices().skip(2).find(|(_, c)| *c == '\'');
            close.map_or(source.len(), |(offset, _)| at + 1 + offset + 1)
        }
        Some(_) => match inside.next() {
            Some((offset, '\'')) => at + 1 + offset + 1,
            _ => at + 1,
        },
        None => at + 1,
    }
}

/// The code with `#[cfg(test)] mod … { … }` blank, and the ranges that were cut.
fn without_test_modules(code: &str) -> (String, Vec<std::ops::Range<usize>>) {
    let mut cut = Vec::new();
    for (at, mark) in code.match_indices("#[cfg(test)]") {
        let rest = code[at + mark.len()..].trim_start();
        if !["mod ", "pub mod ", "pub(crate) mod "].iter().any(|start| rest.starts_with(start)) {
            continue;
        }
        let Some(open) = code[at..].find(['{', ';']).map(|offset| at + offset) else { continue };
        let mut depth = 0;
        let mut end = code.len();
        for (offset, character) in code[open..].char_indices() {
            depth += match character {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if depth == 0 {
                end = open + offset + 1;
                break;
            }
        }
        cut.push(at..end);
    }
    let blank = |(at, character): (usize, char)| match character {
        '\n' => '\n',
        _ if cut.iter().any(|range| range.contains(&at)) => ' ',
        character => character,
    };
    (code.char_indices().map(blank).collect(), cut)
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

fn is_ident(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}
