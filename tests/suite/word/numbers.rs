//! Every format prints the same numbers in the same order: what one of them says, all of them say.
//!
//! Header rows are left out: Markdown has one header row and joins the words of several, so it repeats what stands over many
//! columns. So are the contents lists, which Word alone has.

use super::package::Node;
use crate::outcomes::{all, both};
use bab4::render;
use bab4::report::document::Document;
use std::collections::BTreeMap;

/// Between texts that stand apart, so that no number grows together with its neighbour.
const APART: char = '\u{1}';

#[test]
fn every_format_prints_the_same_numbers_in_the_same_order() {
    for (name, outcome) in both() {
        // A letterhead stands in Word's header, not in its text.
        let document = Document { letterhead: None, ..outcome.document.clone() };
        let word = numbers(&of_word(&super::word(&document).document()));
        let markdown = numbers(&of_markdown(&render::markdown::render(&document)));
        let typst = numbers(&of_typst(&render::typst::render(&document)));
        assert!(word.len() > 10, "{name}: {} numbers", word.len());
        assert_same(name, "Markdown", &word, &markdown);
        assert_same(name, "Typst", &word, &typst);
        let page = numbers(&of_html(&render::html::render(&document, &BTreeMap::new())));
        assert_same(name, "HTML", &word, &page);
    }
    let example = &all()["disnaker-semarang"];
    assert!(numbers(&of_markdown(&example.markdown)).len() > 1000);
}

fn assert_same(name: &str, format: &str, word: &[String], other: &[String]) {
    if word != other {
        let at = word.iter().zip(other).position(|(a, b)| a != b).unwrap_or(word.len().min(other.len()));
        let near = |list: &[String]| list[at.saturating_sub(4)..(at + 4).min(list.len())].join(" | ");
        panic!("{name}: the {at}th number differs\nWord: {}\n{format}: {}", near(word), near(other));
    }
}

/// The numbers in a text as they are printed, with sign and marks.
fn numbers(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let mark = |at: usize| matches!(letters.get(at), Some('.' | ','));
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let bare = mark(at) && digit(at + 1) && (at == 0 || !letters[at - 1].is_alphanumeric());
        if !digit(at) && !bare {
            at += 1;
            continue;
        }
        let minus = at > 0 && letters[at - 1] == '\u{2212}';
        let from = at;
        at += 1;
        while digit(at) || (mark(at) && digit(at + 1)) {
            at += 1;
        }
        found.push(format!("{}{}", if minus { "\u{2212}" } else { "" }, letters[from..at].iter().collect::<String>()));
    }
    found
}

/// The words of the chapter itself, from its heading on.
fn of_word(document: &Node) -> String {
    let body = document.child("w:body").unwrap();
    let is_chapter = |node: &&Node| {
        node.name == "w:tbl" || node.all("w:pStyle").first().is_some_and(|style| style.value("w:val") == Some("Heading1"))
    };
    let begin = body.children.iter().position(|node| is_chapter(&node)).unwrap();
    let mut text = String::new();
    body.children[begin..].iter().for_each(|node| word_text(node, &mut text));
    text
}

fn word_text(node: &Node, out: &mut String) {
    match node.name.as_str() {
        "w:instrText" => return,
        "w:tr" if !node.all("w:tblHeader").is_empty() => return,
        _ => {}
    }
    let apart = match node.name.as_str() {
        "w:p" | "w:br" | "w:tab" | "m:r" => true,
        "w:r" => !node.all("w:vertAlign").is_empty(),
        _ => false,
    };
    out.extend(apart.then_some(APART));
    if matches!(node.name.as_str(), "w:t" | "m:t") {
        out.push_str(node.own_text());
    }
    node.children.iter().for_each(|child| word_text(child, out));
    out.extend(apart.then_some(APART));
}

fn of_markdown(markdown: &str) -> String {
    let mut text = String::new();
    let lines: Vec<&str> = markdown.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let is_rule = |line: &str| line.starts_with("| ") && line.chars().all(|c| matches!(c, '|' | ' ' | '-' | ':'));
        let is_header = line.starts_with("| ") && lines.get(at + 1).is_some_and(|next| is_rule(next));
        // An address is no text of the reader's.
        if is_header || is_rule(line) || line.starts_with("![") {
            continue;
        }
        let trimmed = line.trim_start();
        let digits = trimmed.chars().take_while(char::is_ascii_digit).count();
        // Word numbers the items of lists itself.
        let line = if digits > 0 && trimmed[digits..].starts_with(". ") { &trimmed[digits..] } else { line };
        let line =
            ["<sub>", "</sub>", "<sup>", "</sup>", "<br>"].iter().fold(line.to_owned(), |line, tag| line.replace(tag, "\u{1}"));
        text.push_str(&line.replace('\\', ""));
        text.push(APART);
    }
    text
}

/// The words of the chapter in a web page: without drawings and header rows.
fn of_html(page: &str) -> String {
    let main = page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    let main = ["thead", "svg"].iter().fold(main.split_once('>').unwrap().1.to_owned(), |text, element| without(&text, element));
    let mut text = String::new();
    for part in main.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        // What stands within a line keeps its numbers together; everything else parts them.
        let inside = matches!(name, "data" | "a" | "b" | "em" | "i" | "strong" | "mark" | "");
        text.extend((!inside).then_some(APART));
        text.push_str(
            &words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&"),
        );
    }
    text
}

/// A page without an element, wherever it stands.
fn without(page: &str, element: &str) -> String {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(&open) {
        out.push_str(before);
        rest = after.split_once(&close).map_or("", |(_, after)| after);
    }
    out + rest
}

fn of_typst(source: &str) -> String {
    let mut reader = Typst { letters: source.chars().collect(), at: 0 };
    let mut text = String::new();
    reader.markup(&mut text);
    text
}

/// A reader of the Typst that this program writes: text between brackets is content, everything else is code.
struct Typst {
    letters: Vec<char>,
    at: usize,
}

impl Typst {
    fn next(&mut self) -> Option<char> {
        self.at += 1;
        self.letters.get(self.at - 1).copied()
    }

    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn name(&mut self) -> String {
        let from = self.at;
        while self.peek().is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_') {
            self.at += 1;
        }
        self.letters[from..self.at].iter().collect()
    }

    /// Content up to its closing bracket.
    fn markup(&mut self, out: &mut String) {
        while let Some(letter) = self.next() {
            match letter {
                ']' => return,
                '\\' => out.extend(self.next()),
                '#' => self.call(out),
                letter => out.push(letter),
            }
        }
    }

    /// A call: its name, its arguments, its contents.
    fn call(&mut self, out: &mut String) {
        let name = self.name();
        if matches!(name.as_str(), "import" | "show") {
            while self.next().is_some_and(|letter| letter != '\n') {}
            return;
        }
        let mut contents = Vec::new();
        let mut arguments = Vec::new();
        loop {
            match self.peek() {
                Some('(') => {
                    self.at += 1;
                    self.code(&mut arguments);
                }
                Some('[') => {
                    self.at += 1;
                    let mut content = String::new();
                    self.markup(&mut content);
                    contents.push(content);
                }
                _ => break,
            }
        }
        let named =
            |wanted: &str| arguments.iter().filter(|(name, _)| name == wanted).map(|(_, text)| text.as_str()).collect::<String>();
        out.push(APART);
        match name.as_str() {
            // In the other formats the picture's source stands above its caption.
            "figure-block" => out.push_str(&[named("source"), named("number"), named("caption")].join("\u{1}")),
            _ => {
                for (_, text) in arguments.iter().filter(|(name, _)| !matches!(name.as_str(), "continued" | "header")) {
                    out.push_str(text);
                    out.push(APART);
                }
                contents.iter().for_each(|content| out.push_str(content));
            }
        }
        out.push(APART);
    }

    /// Code up to its closing parenthesis: the contents in it, each with the name of the argument it stands in.
    fn code(&mut self, out: &mut Vec<(String, String)>) {
        let mut argument = String::new();
        while let Some(letter) = self.peek() {
            if letter.is_alphabetic() {
                let name = self.name();
                if self.peek() == Some(':') {
                    argument = name;
                }
                continue;
            }
            self.at += 1;
            match letter {
                ')' => return,
                '(' => {
                    let mut inner = Vec::new();
                    self.code(&mut inner);
                    let outer = argument.clone();
                    out.extend(inner.into_iter().map(|(own, text)| (if outer.is_empty() { own } else { outer.clone() }, text)));
                }
                '[' => {
                    let mut text = String::from(APART);
                    self.markup(&mut text);
                    text.push(APART);
                    out.push((argument.clone(), text));
                }
                '"' => {
                    while let Some(letter) = self.next() {
                        match letter {
                            '"' => break,
                            '\\' => self.at += 1,
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

#[test]
fn numbers_are_read_as_printed() {
    assert_eq!(numbers("B = ,496; −0,5 (68) 1.234,50. X1.1, a.5"), [",496", "−0,5", "68", "1.234,50", "1.1", "5"]);
    assert_eq!(of_typst("a #f(x: 1, y: [2 \\# 3], (4, \"5\"))[6]b").replace('\u{1}', ""), "a 2 # 36b");
    assert_eq!(numbers(&of_markdown("| a 1 | b |\n| --- | --: |\n| X<sub>1</sub> | 2\\.5 |\n3. vier 4")), ["1", "2.5", "4"]);
}
