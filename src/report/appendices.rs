//! Appendices: sections of their own behind the chapter, in the order in which the study names them.

use super::document::{Block, Inline, for_each_inline};
use super::template::Engine;
use crate::diagnostics::Diagnostics;
use minijinja::{Value, context};

/// The appendix that shows the questionnaire.
pub const QUESTIONNAIRE: &str = "questionnaire";

/// The appendices with these names, each on a page of its own; their tables are numbered `L1.1`, apart from the chapter's.
///
/// The questionnaire has tables to be filled in, which are no tables of the report: without number and caption.
pub fn appendices(
    engine: &Engine,
    names: &[String],
    top: &Value,
    questionnaire: &[Block],
    diagnostics: &mut Diagnostics,
) -> Vec<Block> {
    let mut out = Vec::new();
    for (position, name) in names.iter().enumerate() {
        let number = position + 1;
        let values = context! { number => number.to_string(), ..top.clone() };
        let mut blocks = engine.blocks(&format!("appendices/{name}.md"), values, diagnostics);
        let mut own = Vec::new();
        for block in &mut blocks {
            if let Block::Table(table) = block {
                own.push(table.id.clone());
                // The chapter may show the same table.
                table.id = label(number, &table.id);
                table.number = Some(format!("L{number}.{}", own.len()));
            }
        }
        for_each_inline(&mut blocks, &mut |inline| {
            if let Inline::Reference { target, .. } = inline
                && own.contains(target)
            {
                *target = label(number, target);
            }
        });
        if !blocks.is_empty() {
            out.push(Block::PageBreak);
            out.extend(blocks);
            if name == QUESTIONNAIRE {
                // Its own title says what the heading of the appendix says.
                let title = |block: &Block| matches!(block, Block::Heading(heading) if heading.level == 1);
                out.extend(questionnaire.iter().filter(|block| !title(block)).cloned());
            }
        }
    }
    out
}

/// The label of an appendix's own table.
fn label(number: usize, id: &str) -> String {
    format!("lampiran-{number}-{id}")
}
