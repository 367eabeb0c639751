//! A study file that uses measurement models, complete enough to be rendered with practice answers.

use super::yaml::{Lines, Words, characteristics, example_characteristics, quote, scale_lines, starter_scale};
use crate::language::Language;
use crate::study::models::Model;

/// The study file: one variable a model, in the order given; hypotheses lead to the last that measures performance or
/// another outcome.
pub fn models_yaml(models: &[&Model], language: Language) -> String {
    let words = Words(language);
    let codes = codes(models);
    let names: Vec<String> = models
        .iter()
        .map(|model| model.variable.name.as_ref().map_or_else(|| model.name.clone(), |name| name.value.plain(language)))
        .collect();
    let outcome = codes.iter().rposition(|code| code.starts_with('Y')).unwrap_or(codes.len().saturating_sub(1));
    let mut out = Lines::default();
    out.comment(&words.pick(
        "Disusun oleh `bab4 init --model`. Data di responses.csv adalah DATA LATIHAN: acak, tanpa hubungan apa pun.",
        "Made by `bab4 init --model`. The data in responses.csv are PRACTICE DATA: random, related to nothing.",
    ));
    out.comment(&words.pick(
        "Ganti responses.csv dengan jawaban survei Anda (judul kolomnya seperti di instrumen/lembar-data.xlsx).",
        "Replace responses.csv by the answers of your survey (headers as in instrumen/lembar-data.xlsx).",
    ));
    out.line("");
    out.line(&format!("title: {}", quote(&title(&names, outcome, &words))));
    if language == Language::En {
        out.line("language: en");
    }
    out.comment(&words.pick(
        "author, institution, object, year: isi menurut penelitian Anda",
        "author, institution, object, year: as in your study",
    ));
    out.line(&format!("subjects: {}", words.pick("pegawai", "employees")));
    out.line("data: { file: responses.csv }");
    out.line("");
    scale_lines(&mut out, &words, &starter_scale(&words), 0);
    out.line("");
    characteristics(&mut out, &words, &example_characteristics(&words));
    out.line("variables:");
    for (model, code) in models.iter().zip(&codes) {
        out.comment_at(
            2,
            &words.pick(&format!("butirnya: bab4 models {}", model.name), &format!("its items: bab4 models {}", model.name)),
        );
        if model.verified == Some(false) {
            out.comment_at(
                2,
                &words.pick(
                    "periksa: model ini belum seluruhnya dibandingkan dengan sumbernya",
                    "check: this model was not wholly compared with its source",
                ),
            );
        }
        out.line(&format!("  {code}: {{ uses: {} }}", model.name));
    }
    if codes.len() > 1 {
        out.line("");
        out.line(&format!(
            "hypotheses:   # {}",
            words.pick(
                "periksa: sesuaikan dengan kerangka penelitian, tambahkan arah (+) atau (-)",
                "check: fit them to your framework, add a sign (+) or (-)"
            )
        ));
        let from = codes.iter().enumerate().filter(|(position, _)| *position != outcome);
        for ((_, from), number) in from.zip(1usize..) {
            let to = codes.get(outcome).map_or("", String::as_str);
            out.line(&format!("  H{number}: {from} -> {to}"));
        }
    }
    out.0
}

fn title(names: &[String], outcome: usize, words: &Words) -> String {
    let others: Vec<&str> =
        names.iter().enumerate().filter(|(position, _)| *position != outcome).map(|(_, name)| name.as_str()).collect();
    let name = names.get(outcome).map_or("", String::as_str);
    if others.is_empty() {
        return words.pick(&format!("Gambaran {name}"), &format!("A Description of {name}"));
    }
    let and = words.pick(" dan ", " and ");
    let others = match others.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{}{and}{last}", first.join(", ")),
        others => others.concat(),
    };
    words.pick(&format!("Pengaruh {others} terhadap {name}"), &format!("The Effect of {others} on {name}"))
}

/// The code each model is usually given; numbered where several have the same.
fn codes(models: &[&Model]) -> Vec<String> {
    let base = |model: &Model| model.code.clone().unwrap_or_else(|| "X".to_owned());
    let all: Vec<String> = models.iter().map(|model| base(model)).collect();
    let mut out: Vec<String> = Vec::new();
    for code in &all {
        let alone = all.iter().filter(|other| *other == code).count() == 1;
        let free = |code: &String| !out.contains(code);
        let numbered = (1usize..).map(|number| format!("{code}{number}")).filter(|code| !all.contains(code));
        let code = std::iter::once(code.clone()).filter(|_| alone).chain(numbered).find(free);
        out.extend(code);
    }
    out
}
