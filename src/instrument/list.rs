//! The questionnaire as a list to copy into an online form: Google Forms, Microsoft Forms.

use super::words::Words;
use super::{answers, choices, statement_text};
use crate::language::Language;
use crate::study::Study;
use std::fmt::Write;

/// The list, as Markdown: what kind of question each part is, and what is pasted where.
pub fn list(study: &Study, language: Language) -> String {
    let words = Words(language);
    let mut out = String::new();
    let _ = writeln!(out, "# {}: {}\n", words.questionnaire(), study.title.plain(language));
    out.push_str(words.pick(
        "Untuk Google Forms. Jawaban yang diunduh dari formulir ini (Spreadsheet atau CSV) dibaca bab4 tanpa diubah: kolom \
         ditemukan menurut pernyataannya. Jangan mengubah kata-kata pernyataan setelah formulir disebarkan.\n",
        "For Google Forms. The answers downloaded from this form (spreadsheet or CSV) are read by bab4 as they are: columns \
         are found by their statements. Do not change the words of a statement once the form is out.\n",
    ));
    for (characteristic, number) in study.characteristics.iter().zip(1usize..) {
        let _ = writeln!(out, "\n## {} {number}: {}\n", words.pick("Pertanyaan", "Question"), characteristic.column);
        let choices = choices(characteristic, language);
        if choices.is_empty() {
            out.push_str(words.pick("Jenis: Jawaban singkat\n", "Kind: Short answer\n"));
        } else {
            out.push_str(words.pick("Jenis: Pilihan ganda; pilihan:\n\n", "Kind: Multiple choice; choices:\n\n"));
            choices.iter().for_each(|choice| {
                let _ = writeln!(out, "    {choice}");
            });
        }
    }
    for variable in study.variables.values() {
        let Some(scale) = variable.scale() else { continue };
        let own: Vec<_> = variable.items().filter(|item| item.labels.is_some()).collect();
        let grid: Vec<_> = variable.items().filter(|item| item.labels.is_none()).collect();
        let _ = writeln!(out, "\n## {}\n", variable.name.plain(language));
        if let Some(first) = grid.first() {
            out.push_str(words.pick(
                "Jenis: Kisi pilihan ganda; wajibkan satu jawaban di setiap baris.\n\nBaris:\n\n",
                "Kind: Multiple choice grid; require an answer in each row.\n\nRows:\n\n",
            ));
            grid.iter().for_each(|item| {
                let _ = writeln!(out, "    {}", statement_text(item, language));
            });
            out.push_str(words.pick("\nKolom:\n\n", "\nColumns:\n\n"));
            answers(first, scale, language).iter().for_each(|(_, answer)| {
                let _ = writeln!(out, "    {answer}");
            });
        }
        for item in own {
            let _ = writeln!(out, "\n{}: {}\n", words.pick("Pilihan ganda", "Multiple choice"), statement_text(item, language));
            answers(item, scale, language).iter().for_each(|(_, answer)| {
                let _ = writeln!(out, "    {answer}");
            });
        }
    }
    out
}
