//! A proposal as a commented study file, in the keys the checker knows.

use super::{Proposal, ProposedCharacteristic, ProposedColumns, ProposedItem, ProposedScale, ProposedVariable, SkipReason};
use crate::language::Language;

/// The study file for a proposal, with comments in `language` and `[LENGKAPI: …]` where only the author knows.
///
/// It is valid as it stands; hypotheses are there as a comment.
pub fn to_yaml(proposal: &Proposal, language: Language) -> String {
    let words = Words(language);
    let mut out = Lines::default();
    out.comment(&words.pick(
        &format!("Disusun oleh `bab4 init` dari {} ({} baris jawaban).", in_comment(&proposal.file), proposal.rows),
        &format!("Made by `bab4 init` from {} ({} rows of answers).", in_comment(&proposal.file), proposal.rows),
    ));
    out.comment(&words.pick(
        "Ganti setiap [LENGKAPI: …], periksa dugaan yang bertanda «periksa», lalu jalankan `bab4 check study.yaml`.",
        "Replace every [FILL IN: …], look at the guesses marked “check”, then run `bab4 check study.yaml`.",
    ));
    out.line("");
    head(&mut out, &words, proposal.title.as_deref());
    data(&mut out, &words, &proposal.file);
    persons(&mut out, &words, proposal);
    counts(&mut out, &words);
    out.line("");
    if let Some(scale) = &proposal.scale {
        scale_lines(&mut out, &words, scale, 0);
        out.line("");
    }
    characteristics(&mut out, &words, &proposal.characteristics);
    skipped(&mut out, &words, &proposal.skipped);
    variables(&mut out, &words, &proposal.variables);
    let codes: Vec<&str> = proposal.variables.iter().map(|variable| variable.code.as_str()).collect();
    tail(&mut out, &words, &codes, &proposal.hypotheses);
    out.0
}

/// A study file to start from without data: two independent variables and a dependent one.
pub fn starter_yaml(language: Language) -> String {
    let words = Words(language);
    let mut out = Lines::default();
    out.comment(&words.pick(
        "Berkas penelitian. Ganti setiap [LENGKAPI: …], lalu jalankan `bab4 check study.yaml`.",
        "Study file. Replace every [FILL IN: …], then run `bab4 check study.yaml`.",
    ));
    out.comment(&words.pick(
        "Sudah punya datanya? `bab4 init FOLDER --from jawaban.xlsx` menyusun berkas ini dari judul kolom dan jawabannya.",
        "Have your data already? `bab4 init FOLDER --from answers.xlsx` makes this file from its headers and answers.",
    ));
    out.line("");
    head(&mut out, &words, None);
    data(&mut out, &words, "responses.csv");
    counts(&mut out, &words);
    out.line("");
    let labels = words.list(
        &["Sangat Tidak Setuju", "Tidak Setuju", "Netral", "Setuju", "Sangat Setuju"],
        &["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"],
    );
    let short = words.list(&["STS", "TS", "N", "S", "SS"], &["SD", "D", "N", "A", "SA"]);
    scale_lines(&mut out, &words, &ProposedScale { min: 1, max: 5, labels, abbreviations: short }, 0);
    out.line("");
    let example = |code: &str, id: &str, en: &str, order: &[&str]| ProposedCharacteristic {
        code: code.to_owned(),
        name: words.pick(id, en),
        column: code.to_owned(),
        order: order.iter().map(|value| (*value).to_owned()).collect(),
        coded: false,
        classes: Vec::new(),
    };
    let sexes = words.list(&["Laki-laki", "Perempuan"], &["Male", "Female"]);
    let sexes: Vec<&str> = sexes.iter().map(String::as_str).collect();
    let mut age = example("umur", "Umur", "Age", &[]);
    age.classes = vec![20.0, 30.0, 40.0, 50.0];
    characteristics(&mut out, &words, &[example("jenis_kelamin", "Jenis Kelamin", "Sex", &sexes), age]);
    let variable = |code: &str| ProposedVariable {
        code: code.to_owned(),
        name: None,
        columns: ProposedColumns::ByCode,
        items: (1..=4).map(|number| ProposedItem::Code(format!("{code}.{number}"))).collect(),
        scale: None,
        guessed: false,
    };
    variables(&mut out, &words, &["X1", "X2", "Y"].map(variable));
    tail(&mut out, &words, &["X1", "X2", "Y"], &[]);
    out.0
}

fn head(out: &mut Lines, words: &Words, title: Option<&str>) {
    let title = title.map_or_else(|| words.fill("judul tesis", "title of the thesis"), quote);
    out.line(&format!("title: {title}"));
    out.line(&format!("author: {}", words.fill("nama Anda", "your name")));
    out.line(&format!("institution: {}", words.fill("universitas", "university")));
    out.line(&format!("object: {}", words.fill("instansi atau populasi yang diteliti", "agency or population studied")));
    out.comment(&words.pick("year: 2025", "year: 2025"));
    if words.0 == Language::En {
        out.line("language: en");
    }
    out.line(&format!("subjects: {}", words.pick("responden", "respondents")));
    out.comment(&words.pick(
        "subjects: siapa yang menjawab, misalnya pegawai, guru, peserta",
        "subjects: who answered, for instance employees, teachers, participants",
    ));
    out.line("");
}

fn data(out: &mut Lines, words: &Words, file: &str) {
    out.line("data:");
    out.line(&format!("  file: {}", quote(file)));
    out.comment_at(
        2,
        &words.pick("distributed: 100    # kuesioner yang dibagikan", "distributed: 100    # questionnaires handed out"),
    );
    out.comment_at(
        2,
        &words.pick(
            "missing: complete   # keluarkan responden yang tidak lengkap dari semua tabel",
            "missing: complete   # drop incomplete respondents from every table",
        ),
    );
}

/// Who is counted: consent, and persons who answered twice.
fn persons(out: &mut Lines, words: &Words, proposal: &Proposal) {
    if let Some((question, answer)) = &proposal.keep {
        out.line(&format!(
            "  keep: {{ {}: {} }}   # {}",
            quote(question),
            quote(answer),
            words.pick("hanya yang bersedia", "only those who agreed")
        ));
    }
    if let Some(id) = &proposal.id {
        out.comment_at(
            2,
            &format!(
                "id: {}   # {}",
                quote(id),
                words.pick(
                    "orang yang mengisi dua kali dihitung sekali, yang terakhir",
                    "who answered twice is counted once, the last time"
                )
            ),
        );
    }
}

fn counts(out: &mut Lines, words: &Words) {
    out.comment(&words.pick("population: 120      # banyaknya populasi", "population: 120      # size of the population"));
    out.comment(&words.pick(
        "sampling: census     # atau { method: slovin, margin: 0.05 }",
        "sampling: census     # or { method: slovin, margin: 0.05 }",
    ));
}

fn scale_lines(out: &mut Lines, words: &Words, scale: &ProposedScale, indent: usize) {
    let pad = " ".repeat(indent);
    out.line(&format!(
        "{pad}scale:   # {}",
        words.pick("periksa: ujung skala dan kata jawabannya", "check: the ends of the scale and the words of its answers")
    ));
    out.line(&format!("{pad}  min: {}", scale.min));
    out.line(&format!("{pad}  max: {}", scale.max));
    for (key, list) in [("labels", &scale.labels), ("abbreviations", &scale.abbreviations)] {
        if !list.is_empty() {
            out.line(&format!("{pad}  {key}: [{}]", quoted(list)));
        }
    }
    if scale.labels.is_empty() {
        out.comment_at(
            indent + 2,
            &words.pick(
                "labels: [Sangat Tidak Setuju, …, Sangat Setuju]   # dari yang terendah",
                "labels: [Strongly disagree, …, Strongly agree]   # lowest first",
            ),
        );
    }
}

fn characteristics(out: &mut Lines, words: &Words, list: &[ProposedCharacteristic]) {
    if list.is_empty() {
        return;
    }
    out.line(&format!(
        "respondents:   # {}",
        words.pick("tabel profil responden, menurut urutan ini", "profile tables, in this order")
    ));
    for characteristic in list {
        let mut parts = vec![format!("name: {}", quote(&characteristic.name))];
        if characteristic.column != characteristic.code {
            parts.push(format!("column: {}", quote(&characteristic.column)));
        }
        if characteristic.coded {
            let values: Vec<String> = characteristic
                .order
                .iter()
                .map(|value| {
                    format!("{}: {}", quote(value), words.fill(&format!("arti {value}"), &format!("meaning of {value}")))
                })
                .collect();
            parts.push(format!("values: {{ {} }}", values.join(", ")));
        } else if !characteristic.order.is_empty() {
            parts.push(format!("order: [{}]", quoted(&characteristic.order)));
        }
        if !characteristic.classes.is_empty() {
            let bounds: Vec<String> = characteristic.classes.iter().map(f64::to_string).collect();
            parts.push(format!("classes: [{}], unit: {}", bounds.join(", "), words.pick("tahun", "years")));
        }
        out.line(&format!("  {}: {{ {} }}", characteristic.code, parts.join(", ")));
    }
    out.line("");
}

fn skipped(out: &mut Lines, words: &Words, list: &[(String, SkipReason)]) {
    if list.is_empty() {
        return;
    }
    out.comment(&words.pick("Kolom yang tidak dipakai:", "Columns that are not used:"));
    for (header, reason) in list {
        let why = match reason {
            SkipReason::Consent => words.pick("kesediaan; dipakai pada `keep`", "consent; used in `keep`"),
            SkipReason::Private => words.pick("data pribadi", "private"),
            SkipReason::Timestamp => words.pick("waktu pengisian", "time of answering"),
            SkipReason::RunningNumber => words.pick("nomor urut", "running number"),
            SkipReason::Total => words.pick("jumlah dihitung sendiri oleh bab4", "bab4 adds up by itself"),
            SkipReason::Number => {
                words.pick("angka; bila variabel, tulis `column:` padanya", "numbers; if a variable, give it `column:`")
            }
            SkipReason::FreeText => words.pick("teks bebas", "free text"),
            SkipReason::Practice => words.pick("tanda data latihan", "marks practice answers"),
            SkipReason::Empty => words.pick("kosong", "empty"),
        };
        out.comment(&format!("  {} ({why})", in_comment(header)));
    }
    out.line("");
}

fn variables(out: &mut Lines, words: &Words, list: &[ProposedVariable]) {
    out.line("variables:");
    if list.is_empty() {
        out.comment_at(
            2,
            &words.pick(
                "Tidak ada kolom yang tampak sebagai butir kuesioner; nyatakan sendiri, misalnya:",
                "No column looks like a questionnaire item; declare them yourself, for instance:",
            ),
        );
        out.line(&format!(
            "  X1: {{ name: {}, indicators: [{}] }}",
            words.fill("nama variabel", "name of the variable"),
            words.fill("indikator X1.1", "indicator X1.1")
        ));
    }
    for variable in list {
        if variable.guessed {
            out.comment_at(2, &words.pick(
                "Periksa: kolom-kolom ini berdampingan dan jawabannya sejenis. Bila memuat lebih dari satu variabel, bagi menjadi beberapa.",
                "Check: these columns stand side by side with answers of one kind. If they are more than one variable, divide them.",
            ));
        }
        out.line(&format!("  {}:", variable.code));
        let name = variable.name.as_ref().map_or_else(|| words.fill("nama variabel", "name of the variable"), |name| quote(name));
        out.line(&format!("    name: {name}"));
        out.comment_at(
            4,
            &words.pick(
                "definition, source: definisi operasional dan sumbernya",
                "definition, source: operational definition and where it comes from",
            ),
        );
        if let Some(scale) = &variable.scale {
            scale_lines(out, words, scale, 4);
        }
        match &variable.columns {
            ProposedColumns::ByCode => {}
            ProposedColumns::Pattern(pattern) => out.line(&format!("    columns: {}", quote(pattern))),
            ProposedColumns::Range(range) => out.line(&format!("    columns: {}", quote(range))),
            ProposedColumns::Headers(headers) => {
                out.line("    columns:");
                for header in headers {
                    out.line(&format!("      - {}", quote(header)));
                }
            }
        }
        out.line(&format!(
            "    indicators:   # {}",
            words.pick(
                "satu butir satu baris; pernyataan negatif: tambahkan reverse: true",
                "one item a line; for a negative statement add reverse: true"
            )
        ));
        for (item, number) in variable.items.iter().zip(1usize..) {
            match item {
                ProposedItem::Code(code) => {
                    out.line(&format!("      - {}", words.fill(&format!("indikator {code}"), &format!("indicator {code}"))))
                }
                ProposedItem::Statement(statement) => {
                    let code = format!("{}.{number}", variable.code);
                    let name = words.fill(&format!("indikator {code}"), &format!("indicator {code}"));
                    out.line(&format!("      - {{ name: {name}, statement: {} }}", quote(statement)));
                }
            }
        }
    }
    out.line("");
}

fn tail(out: &mut Lines, words: &Words, codes: &[&str], hypotheses: &[String]) {
    if hypotheses.is_empty() {
        hypotheses_to_come(out, words, codes);
    } else {
        out.line("hypotheses:");
        for (claim, number) in hypotheses.iter().zip(1usize..) {
            out.line(&format!("  H{number}: {}", quote(claim)));
        }
    }
    out.line("");
    out.comment("analysis:");
    out.comment("  alpha: 0.05");
    out.comment(&words.pick(
        "  reliability: { minimum: 0.70 }   # batas Cronbach's alpha",
        "  reliability: { minimum: 0.70 }   # lowest Cronbach's alpha",
    ));
    out.comment("report:");
    out.comment(&words.pick("  source_note: Data primer yang diolah, 2025", "  source_note: Primary data, 2025"));
}

fn hypotheses_to_come(out: &mut Lines, words: &Words, codes: &[&str]) {
    out.comment(&words.pick("Hipotesis: hapus tanda # dan sesuaikan.", "Hypotheses: remove the # and adapt."));
    out.comment("hypotheses:");
    match codes {
        [first @ .., outcome] if !first.is_empty() => {
            for (from, number) in first.iter().zip(1usize..) {
                out.comment(&format!("  H{number}: {from} -> {outcome} (+)"));
            }
        }
        _ => out.comment("  H1: X1 -> Y (+)"),
    }
}

/// The file being written.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn comment(&mut self, text: &str) {
        self.comment_at(0, text);
    }

    fn comment_at(&mut self, indent: usize, text: &str) {
        self.line(&format!("{}# {text}", " ".repeat(indent)));
    }
}

struct Words(Language);

impl Words {
    fn pick(&self, id: &str, en: &str) -> String {
        match self.0 {
            Language::Id => id.to_owned(),
            Language::En => en.to_owned(),
        }
    }

    fn list(&self, id: &[&str], en: &[&str]) -> Vec<String> {
        let list = match self.0 {
            Language::Id => id,
            Language::En => en,
        };
        list.iter().map(|word| (*word).to_owned()).collect()
    }

    /// A place the author must fill in.
    fn fill(&self, id: &str, en: &str) -> String {
        quote(&match self.0 {
            Language::Id => format!("[LENGKAPI: {id}]"),
            Language::En => format!("[FILL IN: {en}]"),
        })
    }
}

fn quoted(list: &[String]) -> String {
    list.iter().map(|text| quote(text)).collect::<Vec<_>>().join(", ")
}

/// A double-quoted YAML text; line breaks and blanks of other kinds become spaces, reserved characters are left out.
fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if crate::dataset::wording::is_reserved(c) => {}
            c if c.is_control() || c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A text of the file inside a comment: on one line.
fn in_comment(text: &str) -> String {
    let quoted = quote(text);
    let bare: Vec<&str> = quoted.trim_matches('"').split_whitespace().collect();
    bare.join(" ")
}
