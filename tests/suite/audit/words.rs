//! Errors in words and in running text, planted one by one: verdicts, decisions, categories, critical values, numbers that are not
//! those of the table cited, references to no table, readings that do not follow.

use super::corpus::Dice;
use bab4::audit::chapter::{Chapter, Content};
use bab4::diagnostics::Code;

/// A chapter with one error in its words.
#[derive(Debug, Clone)]
pub struct Said {
    pub kind: &'static str,
    pub chapter: Chapter,
    /// Codes that name it.
    pub codes: &'static [Code],
    pub change: String,
}

/// Where words can be changed into others that do not follow: (kind, codes, what stands there, what is put there).
pub type Change = (&'static str, &'static [Code], &'static str, &'static str);

const CELLS: &[Change] = &[
    ("verdict: item", &[Code::Verdict], "Valid", "Tidak valid"),
    ("verdict: scale", &[Code::Verdict], "Reliabel", "Tidak reliabel"),
    ("critical value: r of a row", &[Code::CriticalValue], "0,239", "0,293"),
    ("decision: summary", &[Code::Verdict, Code::HypothesisUndecided], "Diterima", "Ditolak"),
];

const TEXTS: &[Change] = &[
    ("category: item", &[Code::Category], "; tinggi)", "; cukup)"),
    ("category: variable", &[Code::Category], "termasuk kategori cukup", "termasuk kategori tinggi"),
    ("decision: text", &[Code::Verdict, Code::HypothesisUndecided], "H3 diterima", "H3 ditolak"),
    ("critical value: t", &[Code::CriticalValue], "t tabel 1,99", "t tabel 1,66"),
    ("critical value: F", &[Code::CriticalValue], "F tabel 3,138", "F tabel 3,831"),
    ("text: beta", &[Code::TextAgainstTable], "koefisien betanya 0,302", "koefisien betanya 0,203"),
    ("text: t", &[Code::TextAgainstTable], "t hitung 2,", "t hitung 3,"),
    ("text: F", &[Code::TextAgainstTable], "F hitung 63,161", "F hitung 36,161"),
    ("text: significance", &[Code::TextAgainstTable], "Sig. = 0,0", "Sig. = 0,1"),
    ("text: df", &[Code::TextAgainstTable], "df = 64)", "df = 46)"),
    ("text: adjusted R²", &[Code::TextAgainstTable], "pada Tabel 4.20 sebesar 0,594", "pada Tabel 4.20 sebesar 0,549"),
    ("text: per cent", &[Code::TextAgainstTable], "65,0% variasi", "56,0% variasi"),
    ("text: VIF", &[Code::TextAgainstTable], "VIF dari 2,549", "VIF dari 2,945"),
    ("text: tolerance", &[Code::TextAgainstTable], "berkisar dari 0,290", "berkisar dari 0,920"),
    ("reference", &[Code::TableReference], "Menurut Tabel 4.17,", "Menurut Tabel 4.77,"),
    (
        "reading: effect as per cent",
        &[Code::EffectAsPercent],
        "Hipotesis H3 menyatakan",
        "Pengaruh langsung Kompetensi terhadap Kinerja Pegawai 0,302 atau 30,2%. Hipotesis H3 menyatakan",
    ),
    (
        "reading: joint test with a direction",
        &[Code::JointDirection],
        "secara simultan berpengaruh signifikan",
        "secara simultan berpengaruh positif dan signifikan",
    ),
    (
        "reading: no effect",
        &[Code::NoEffect],
        "Dengan demikian, ",
        "Dilihat dari signifikansi itu, tidak ada pengaruh umur terhadap kinerja. Dengan demikian, ",
    ),
];

/// One error of every kind, or none of a kind that the chapter has no place for.
pub fn plants(chapter: &Chapter, dice: &mut Dice) -> Vec<Said> {
    plants_of(chapter, dice, CELLS, TEXTS)
}

/// The same with other words.
pub fn plants_of(chapter: &Chapter, dice: &mut Dice, cells: &[Change], texts: &[Change]) -> Vec<Said> {
    let mut out = Vec::new();
    for (kind, codes, from, to) in cells {
        let mut places = Vec::new();
        for (at, block) in chapter.blocks.iter().enumerate() {
            let Content::Grid(rows) = &block.content else { continue };
            for (row, cells) in rows.iter().enumerate().skip(1) {
                places.extend(cells.iter().enumerate().filter(|(_, cell)| cell == from).map(|(column, _)| (at, row, column)));
            }
        }
        if places.is_empty() {
            continue;
        }
        let (at, row, column) = places[dice.roll(places.len())];
        let mut changed = chapter.clone();
        if let Content::Grid(rows) = &mut changed.blocks[at].content {
            rows[row][column] = (*to).to_owned();
        }
        out.push(Said { kind, chapter: changed, codes, change: format!("{from} → {to}") });
    }
    for (kind, codes, from, to) in texts {
        let holds = |content: &Content| matches!(content, Content::Paragraph(words) if words.contains(from));
        let places: Vec<usize> = (0..chapter.blocks.len()).filter(|at| holds(&chapter.blocks[*at].content)).collect();
        if places.is_empty() {
            continue;
        }
        let at = places[dice.roll(places.len())];
        let mut changed = chapter.clone();
        if let Content::Paragraph(words) = &mut changed.blocks[at].content {
            *words = words.replacen(from, to, 1);
        }
        out.push(Said { kind, chapter: changed, codes, change: format!("{from} → {to}") });
    }
    out
}
