//! Printed values as tokens: nothing a template prints becomes text before the Markdown around it is parsed.
//!
//! A token is two private-use characters around an index. Because answers, labels and names pass through templates only
//! as tokens, none of them can inject Markdown, Typst, HTML or XML, and every printed number keeps its origin.

use super::document::{Block, Inline};
use std::sync::{Arc, Mutex};

/// Opens a token.
pub const OPEN: char = '\u{E000}';
/// Closes a token.
pub const CLOSE: char = '\u{E001}';
/// What a quantity leaves behind when a template turns it into text; never allowed in the result.
pub const LOST: char = '\u{E002}';

/// All three; refused wherever a text comes in from outside.
pub const RESERVED: [char; 3] = [OPEN, CLOSE, LOST];

/// What a token stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// Part of a paragraph.
    Inlines(Vec<Inline>),
    /// Blocks of their own.
    Blocks(Vec<Block>),
}

/// The tokens written so far; clones share one list.
#[derive(Debug, Clone, Default)]
pub struct Tokens(Arc<Mutex<Vec<Token>>>);

impl Tokens {
    /// Remembers what a token stands for and gives its text.
    pub fn write(&self, token: Token) -> String {
        let mut tokens = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        tokens.push(token);
        format!("{OPEN}{}{CLOSE}", tokens.len() - 1)
    }

    /// What the token with this index stands for.
    pub fn get(&self, index: usize) -> Option<Token> {
        let tokens = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        tokens.get(index).cloned()
    }
}

/// A piece of text between and at tokens.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece<'a> {
    /// Plain text.
    Text(&'a str),
    /// The index of a token.
    Token(usize),
    /// A reserved character outside a token: a quantity was turned into text.
    Lost,
}

/// Splits text at its tokens.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(RESERVED) {
        if at > 0 {
            pieces.push(Piece::Text(&rest[..at]));
        }
        let mut following = rest[at..].chars();
        let first = following.next();
        let after = following.as_str();
        let index = (first == Some(OPEN)).then(|| after.split_once(CLOSE)).flatten();
        match index.and_then(|(digits, tail)| Some((digits.parse::<usize>().ok()?, tail))) {
            Some((index, tail)) => {
                pieces.push(Piece::Token(index));
                rest = tail;
            }
            None => {
                pieces.push(Piece::Lost);
                rest = after;
            }
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_split_at_tokens_and_strays_are_noticed() {
        let tokens = Tokens::default();
        let text = format!("a {} b{}c{}", tokens.write(Token::Inlines(vec![])), LOST, OPEN);
        assert_eq!(
            pieces(&text),
            [Piece::Text("a "), Piece::Token(0), Piece::Text(" b"), Piece::Lost, Piece::Text("c"), Piece::Lost]
        );
    }
}
