//! What templates see: results as values that know what they are, symbols, blocks. None of them is text.

use super::document::{Block, Inline};
use super::token::LOST;
use crate::numbers::{Quantity, Setting};
use minijinja::value::{Object, ObjectRepr, Value};
use std::sync::Arc;

/// Inlines as a template value: a quantity, a symbol, an author's text.
#[derive(Debug, Clone, PartialEq)]
pub struct InlineValue {
    /// What is printed.
    pub inlines: Vec<Inline>,
    /// It stands for a value that could not be computed.
    pub absent: bool,
}

impl Object for InlineValue {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        !self.absent
    }

    fn render(self: &Arc<Self>, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Only reached when a template makes text of it: a mark that resolving tokens refuses.
        write!(f, "{LOST}")
    }
}

impl InlineValue {
    /// The quantity, when it is nothing but one.
    pub fn quantity(&self) -> Option<(Quantity, &str)> {
        match self.inlines.as_slice() {
            [Inline::Value { quantity, path, .. }] => Some((*quantity, path)),
            _ => None,
        }
    }
}

/// Blocks as a template value.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockValue {
    /// The blocks.
    pub blocks: Vec<Block>,
}

impl Object for BlockValue {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{LOST}")
    }
}

/// A quantity of the results, in running text.
pub fn quantity(quantity: Quantity, path: impl Into<String>) -> Value {
    inlines(vec![Inline::Value { quantity, path: path.into(), setting: Setting::Sentence }])
}

/// Inlines as a value.
pub fn inlines(inlines: Vec<Inline>) -> Value {
    Value::from_object(InlineValue { inlines, absent: false })
}

/// A block as a value.
pub fn block(block: Block) -> Value {
    blocks(vec![block])
}

/// Blocks as a value.
pub fn blocks(blocks: Vec<Block>) -> Value {
    Value::from_object(BlockValue { blocks })
}

/// A value that could not be computed: false in a condition, a mark for the author where it is printed all the same.
pub fn absent(words: String) -> Value {
    Value::from_object(InlineValue { inlines: vec![Inline::Todo(vec![Inline::text(words)])], absent: true })
}
