//! The printable questionnaire: who asks what for, the respondents' part, instructions, a grid for each variable.

use super::words::Words;
use super::{answers, choices, scales, statement};
use crate::language::Language;
use crate::numbers::NumberStyle;
use crate::report::document::{Align, Block, Cell, Document, Heading, Inline, Row, RowKind, Table, TableColumn};
use crate::study::{Characteristic, Scale, Study, Variable};
use std::collections::BTreeMap;

/// A box to be ticked.
const BOX: &str = "☐";
/// A line to write on.
const LINE: &str = "……………………………";

/// The questionnaire of a study.
pub fn questionnaire(study: &Study, language: Language) -> Document {
    let words = Words(language);
    let title = study.title.plain(language);
    let mut blocks = vec![heading(1, words.questionnaire())];
    blocks.push(Block::Paragraph(vec![Inline::Strong(vec![Inline::text(title.clone())])]));
    blocks.extend(opening(study, &title, words).into_iter().map(|text| Block::Paragraph(vec![Inline::text(text)])));
    let mut letters = 'A'..='Z';
    let mut section = |blocks: &mut Vec<Block>, name: &str| {
        let letter = letters.next().map_or_else(String::new, |letter| format!("{letter}. "));
        blocks.push(heading(2, &format!("{letter}{name}")));
    };
    if !study.characteristics.is_empty() {
        section(&mut blocks, words.respondent());
        blocks.push(Block::Table(Box::new(respondent(study, words))));
    }
    section(&mut blocks, words.instructions());
    blocks.extend(instructions(study, words));
    for variable in study.variables.values() {
        if let Some(scale) = variable.scale() {
            section(&mut blocks, &variable.name.plain(language));
            blocks.push(Block::Table(Box::new(grid(variable, scale, words))));
        }
    }
    blocks.push(Block::Paragraph(vec![Inline::text(words.thanks())]));
    Document {
        language,
        style: NumberStyle::new(language),
        title: format!("{}: {title}", words.questionnaire()),
        author: study.author.as_ref().map(|author| author.get(language).to_owned()),
        figure_captions_above: false,
        letterhead: None,
        blocks,
        origins: BTreeMap::new(),
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading(Heading { level, number: None, numbered: false, anchor: String::new(), content: vec![Inline::text(text)] })
}

fn opening(study: &Study, title: &str, words: Words) -> Vec<String> {
    let subjects = study.subjects.plain(words.0);
    let object = study.object.as_ref().map(|object| object.plain(words.0));
    let to = match (&object, words.0) {
        (Some(object), Language::Id) => format!("Yth. {subjects} pada {object}"),
        (Some(object), Language::En) => format!("To the {subjects} of {object}"),
        (None, Language::Id) => format!("Yth. {subjects}"),
        (None, Language::En) => format!("To the {subjects}"),
    };
    let institution = study.institution.as_ref().map(|institution| institution.plain(words.0));
    let from = match (&institution, words.0) {
        (Some(institution), Language::Id) => format!(" di {institution}"),
        (Some(institution), Language::En) => format!(" at {institution}"),
        (None, _) => String::new(),
    };
    // A yearly survey of a service is no study: what is answered is for those who serve.
    if study.report.template == "skm" {
        let request = words
            .pick(
                "Kuesioner ini merupakan bagian dari survei kepuasan masyarakat{from}. Jawaban Bapak/Ibu hanya digunakan untuk \
                 memperbaiki pelayanan, disajikan secara keseluruhan, dan tidak menyebut nama. Tidak ada jawaban yang benar atau \
                 salah; mohon setiap unsur dinilai sesuai dengan pelayanan yang sebenarnya diterima.",
                "This questionnaire is part of a survey of satisfaction with our services{from}. Your answers are used to improve \
                 the service alone, reported together with those of others and without names. There are no right or wrong \
                 answers; please rate each element by the service you really received.",
            )
            .replace("{from}", &from);
        return vec![to, request];
    }
    let request = words
        .filled(
            "Kuesioner ini merupakan bagian dari penelitian{from} yang berjudul “{}”. Jawaban Bapak/Ibu hanya digunakan untuk \
             keperluan penelitian, disajikan secara keseluruhan, dan tidak menyebut nama. Tidak ada jawaban yang benar atau \
             salah; mohon setiap pernyataan dijawab sesuai dengan keadaan yang sebenarnya.",
            "This questionnaire is part of a study{from} entitled “{}”. Your answers are used for research alone, reported \
             together with those of others and without names. There are no right or wrong answers; please answer each \
             statement as things really are.",
            title,
        )
        .replace("{from}", &from);
    vec![to, request]
}

/// The part about the respondent.
fn respondent(study: &Study, words: Words) -> Table {
    let mut table = table("identitas", vec![narrow(Align::Center), wide(0.4), wide(0.6)]);
    table.header = vec![["No.", words.pick("Keterangan", "Question"), words.pick("Jawaban", "Answer")].map(Cell::text).to_vec()];
    for (characteristic, number) in study.characteristics.iter().zip(1usize..) {
        table.rows.push(Row {
            kind: RowKind::Body,
            cells: vec![
                Cell::text(number.to_string()),
                Cell::text(characteristic.name.plain(words.0)),
                Cell::new(answer(characteristic, words)),
            ],
        });
    }
    table
}

fn answer(characteristic: &Characteristic, words: Words) -> Vec<Inline> {
    let choices = choices(characteristic, words.0);
    if choices.is_empty() {
        let unit = characteristic.unit.as_ref().map(|unit| format!(" {}", unit.plain(words.0))).unwrap_or_default();
        return vec![Inline::text(format!("{LINE}{unit}"))];
    }
    let mut out = Vec::new();
    for choice in choices {
        if !out.is_empty() {
            out.push(Inline::LineBreak);
        }
        out.push(Inline::text(format!("{BOX} {choice}")));
    }
    out
}

/// How to answer, for every scale that occurs.
fn instructions(study: &Study, words: Words) -> Vec<Block> {
    let paragraph = |text: String| Block::Paragraph(vec![Inline::text(text)]);
    let mut blocks = vec![paragraph(
        words
            .pick(
                "Berilah tanda centang (√) pada satu kotak di setiap baris, yaitu jawaban yang paling sesuai dengan keadaan \
                 Bapak/Ibu.",
                "Please tick (√) one box in each row, the answer that fits you best.",
            )
            .to_owned(),
    )];
    let scales = scales(study);
    let several = scales.len() > 1;
    for (scale, variables) in scales {
        let names: Vec<String> = variables.iter().map(|variable| variable.name.plain(words.0)).collect();
        // Answers that differ from item to item are explained below each.
        if variables.iter().flat_map(|variable| variable.items()).all(|item| item.labels.is_some()) {
            let text = words.pick(
                "Arti setiap angka tercantum di bawah pernyataannya; angka terbesar berarti yang terbaik.",
                "What each number means stands below its statement; the highest means the best.",
            );
            blocks.push(paragraph(if several { format!("{}: {text}", names.join(", ")) } else { text.to_owned() }));
            continue;
        }
        let about = if several {
            words.filled("Pilihan jawaban untuk {}:", "Answers for {}:", &names.join(", "))
        } else {
            words.pick("Pilihan jawaban:", "Answers:").to_owned()
        };
        blocks.push(paragraph(about));
        let items = scale.values().zip(head(scale, words)).enumerate().map(|(position, (value, short))| {
            let label = scale.labels.get(position).map(|label| label.plain(words.0));
            let text = match label {
                Some(label) if label != short => format!("{short} = {label}"),
                Some(label) => label,
                None if value == scale.min => words.filled("{} = paling rendah", "{} = lowest", &short),
                None if value == scale.max => words.filled("{} = paling tinggi", "{} = highest", &short),
                None => short,
            };
            vec![paragraph(text)]
        });
        blocks.push(Block::List { ordered: false, start: 1, items: items.collect() });
    }
    blocks
}

/// What heads the columns of the answers: short forms, or the numbers.
fn head(scale: &Scale, words: Words) -> Vec<String> {
    let short = |(position, value): (usize, i64)| {
        scale.abbreviations.get(position).map_or_else(|| value.to_string(), |short| short.plain(words.0))
    };
    scale.values().enumerate().map(short).collect()
}

/// The statements of a variable beside the answers.
fn grid(variable: &Variable, scale: &Scale, words: Words) -> Table {
    let heads = head(scale, words);
    // Many answers are written down as a number.
    let written = heads.len() > 11;
    let mut columns = vec![narrow(Align::Center), wide(1.0)];
    columns.extend(vec![narrow(Align::Center); if written { 1 } else { heads.len() }]);
    let mut table = table(&format!("kuesioner-{}", variable.code), columns);
    let mut header = vec![Cell::text("No."), Cell::text(words.pick("Pernyataan", "Statement"))];
    if written {
        header.push(Cell::text(format!("{}–{}", scale.min, scale.max)));
    } else {
        header.extend(heads.iter().map(Cell::text));
    }
    table.header = vec![header];
    let width = table.columns.len();
    let mut number = 0;
    for (position, indicator) in variable.indicators().iter().enumerate() {
        if let Some(dimension) = variable.dimensions().find(|dimension| dimension.indicators.start == position) {
            let name = Cell::text(dimension.name.plain(words.0)).spanning(width, 1).aligned(Align::Left);
            table.rows.push(Row { kind: RowKind::Group, cells: vec![name] });
        }
        for item in &indicator.items {
            number += 1;
            let mut content = match statement(item, words.0) {
                Ok(statement) => vec![Inline::text(statement)],
                Err(missing) => vec![Inline::Todo(vec![Inline::text(missing)])],
            };
            if item.labels.is_some() {
                let own: Vec<String> = answers(item, scale, words.0)
                    .into_iter()
                    .zip(&heads)
                    .map(|((_, label), head)| format!("{head} = {label}"))
                    .collect();
                content.extend([Inline::LineBreak, Inline::text(format!("({})", own.join("; ")))]);
            }
            let mut cells = vec![Cell::text(number.to_string()), Cell::new(content)];
            cells.extend((2..width).map(|_| Cell::text(if written { "……" } else { BOX })));
            table.rows.push(Row { kind: RowKind::Body, cells });
        }
    }
    table
}

fn wide(width: f64) -> TableColumn {
    TableColumn { align: Align::Left, width }
}

fn narrow(align: Align) -> TableColumn {
    TableColumn { align, width: 0.0 }
}

/// A table without caption and number: it is filled in, not spoken of.
fn table(id: &str, columns: Vec<TableColumn>) -> Table {
    Table {
        id: id.to_owned(),
        number: None,
        caption: Vec::new(),
        columns,
        header: Vec::new(),
        rows: Vec::new(),
        notes: Vec::new(),
        source: None,
        wide: false,
        spss: false,
    }
}
