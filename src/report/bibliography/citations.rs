//! Citations in author–year form.
//!
//! `[@key]` is one mark for both forms that a sentence needs: where the sentence goes on with the author (at its beginning, or
//! after a word such as *dengan*, *oleh*, *menurut*) it reads `Putri (2019)`, elsewhere `(Putri, 2019)`. The words are the
//! term `citation.author_after` of the language.

use super::{Bibliography, Work, word};
use crate::report::document::{Block, Inline, key_and_place};
use crate::report::terms::Terms;

/// The keys cited in a source text, each with its bytes `start..end`.
pub fn keys_in(source: &str) -> Vec<(String, usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = source.get(at..).and_then(|rest| rest.find("[@")).map(|open| at + open) {
        let Some(close) = source[open..].find(']').map(|close| open + close) else { break };
        let mut start = open + 1;
        for part in source[start..close].split(';') {
            let cited = part.trim();
            let key = cited.split_once(',').map_or(cited, |(key, _)| key.trim_end());
            if let Some(bare) = key.strip_prefix('@').filter(|bare| !bare.is_empty() && !bare.contains(char::is_whitespace)) {
                let begin = start + (part.len() - part.trim_start().len());
                found.push((bare.to_owned(), begin, begin + key.len()));
            }
            start += part.len() + 1;
        }
        at = close;
    }
    found
}

/// `Putri (2019)`, `Suhardi dan Oka (2017)`, `Elshifa dkk. (2018)`.
pub fn author_year(work: &Work, terms: &Terms) -> String {
    at_place(work, "", terms)
}

/// The same with a place in the work: `Putri (2019, hlm. 12)`.
fn at_place(work: &Work, place: &str, terms: &Terms) -> String {
    format!("{} ({}{place})", authors(work, "and", terms), dated(work, terms))
}

/// Writes out every citation; gives the keys that were cited, in the order of the text, and those that are not in the
/// bibliography.
pub fn resolve(blocks: &mut [Block], bibliography: Option<&Bibliography>, terms: &Terms) -> (Vec<String>, Vec<String>) {
    let after: Vec<String> = word(terms, "author_after").split_whitespace().map(str::to_lowercase).collect();
    let mut pass = Pass { bibliography, terms, after, cited: Vec::new(), unknown: Vec::new() };
    blocks.iter_mut().for_each(|block| pass.block(block));
    (pass.cited, pass.unknown)
}

struct Pass<'a> {
    bibliography: Option<&'a Bibliography>,
    terms: &'a Terms,
    after: Vec<String>,
    cited: Vec<String>,
    unknown: Vec<String>,
}

impl Pass<'_> {
    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Heading(heading) => self.inlines(&mut heading.content, ""),
            Block::Paragraph(content) | Block::Equation(content) => self.inlines(content, ""),
            Block::List { items, .. } => items.iter_mut().flatten().for_each(|block| self.block(block)),
            Block::Quote(inner) => inner.iter_mut().for_each(|block| self.block(block)),
            Block::Table(table) => {
                // In a cell a citation is a remark of its own.
                self.inlines(&mut table.caption, "x");
                let body = table.rows.iter_mut().flat_map(|row| row.cells.iter_mut());
                for cell in table.header.iter_mut().flatten().chain(body) {
                    self.inlines(&mut cell.content, "");
                }
                table.notes.iter_mut().for_each(|note| self.inlines(note, ""));
                table.source.iter_mut().for_each(|source| self.inlines(source, "x"));
            }
            Block::Figure(figure) => {
                self.inlines(&mut figure.caption, "x");
                figure.source.iter_mut().for_each(|source| self.inlines(source, "x"));
            }
            Block::PageBreak | Block::Code(_) | Block::References(_) | Block::Signature(_) => {}
        }
    }

    /// `before`: what the text before these inlines ends in.
    fn inlines(&mut self, inlines: &mut [Inline], before: &str) {
        let mut before = before.to_owned();
        for inline in inlines {
            match inline {
                Inline::Text(text) => before.clone_from(text),
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Superscript(inner)
                | Inline::Subscript(inner)
                | Inline::Todo(inner) => {
                    self.inlines(inner, &before);
                    "x".clone_into(&mut before);
                }
                Inline::Citation { keys, text } => {
                    match text {
                        Some(_) => self.cited.extend(keys.iter().map(|key| key_and_place(key).0.to_owned())),
                        None => *text = self.written(keys, &before),
                    }
                    "x".clone_into(&mut before);
                }
                Inline::LineBreak => before.clear(),
                Inline::Symbol { .. } | Inline::Value { .. } | Inline::Reference { .. } => "x".clone_into(&mut before),
            }
        }
    }

    fn written(&mut self, keys: &[String], before: &str) -> Option<String> {
        let mut works = Vec::new();
        for cited in keys {
            let (key, place) = key_and_place(cited);
            match self.bibliography.and_then(|bibliography| bibliography.get(key)) {
                Some(work) => {
                    self.cited.push(key.to_owned());
                    works.push((work, place.map_or_else(String::new, |place| format!(", {place}"))));
                }
                None => self.unknown.push(key.to_owned()),
            }
        }
        if works.len() < keys.len() {
            return None;
        }
        if self.needs_author(before) {
            let all: Vec<String> = works.iter().map(|(work, place)| at_place(work, place, self.terms)).collect();
            let and = word(self.terms, "and");
            return Some(match all.as_slice() {
                [one] => one.clone(),
                [one, other] => format!("{one} {and} {other}"),
                [first @ .., last] => format!("{}, {and} {last}", first.join(", ")),
                [] => String::new(),
            });
        }
        let cite = |(work, place): &(&Work, String)| {
            format!("{}, {}{place}", authors(work, "and_in_parentheses", self.terms), dated(work, self.terms))
        };
        Some(format!("({})", works.iter().map(cite).collect::<Vec<_>>().join("; ")))
    }

    /// Whether the sentence goes on with the author: it begins here, or a word stands before that wants a name.
    fn needs_author(&self, before: &str) -> bool {
        let text = before.trim_end();
        if text.is_empty() || text.ends_with(['.', '?', '!']) {
            return true;
        }
        let last = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        text.ends_with(char::is_alphanumeric) && self.after.contains(&last)
    }
}

/// The authors of a citation: one, two, or the first and others. A work without authors is called by its title.
fn authors(work: &Work, and: &str, terms: &Terms) -> String {
    match work.authors.as_slice() {
        [] if work.title.is_empty() => word(terms, "title_missing"),
        [] => format!("“{}”", work.title),
        [one] if !work.and_others => one.family.clone(),
        [one, other] if !work.and_others => format!("{} {} {}", one.family, word(terms, and), other.family),
        [one, ..] => format!("{} {}", one.family, word(terms, "others")),
    }
}

/// The year with the letter that tells it apart.
fn dated(work: &Work, terms: &Terms) -> String {
    let year = work.year.clone().unwrap_or_else(|| word(terms, "no_date"));
    work.letter.map_or(year.clone(), |letter| format!("{year}{letter}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::diagnostics::{Diagnostics, SourceFiles};
    use crate::numbers::NumberStyle;
    use crate::report::bibliography::references;
    use crate::report::document::plain_text;
    use crate::report::templates::Templates;

    const BIB: &str = "\
@mastersthesis{putri2019, author = {Putri, Ira Fajar}, year = {2019}, title = {Pengaruh Kompetensi}, school = {Universitas Dian Nuswantoro}}
@article{dua2018, author = {Sari, Dewi and Oka}, year = {2018}, title = {Judul {DUA}}, journal = {Jurnal Ilmu}, volume = 4, number = 2, pages = {10--19}, doi = {https://doi.org/10.1/x}}
@article{tiga2016, author = {Sari, Dewi and Oka, I. M. and Budi Santoso}, date = {2016-05}, title = {Judul tiga?}, journaltitle = {Jurnal Lain}}
@book{bps, author = {{Badan Pusat Statistik}}, title = {Kota Semarang dalam Angka}, publisher = {BPS}, edition = 2}
@incollection{bab, author = {Lain, A. and others}, editor = {Ed, B.}, title = {Bab}, booktitle = {Buku}, pages = {1-9}, publisher = {Penerbit}, year = 2001}
@misc{kosong2015, author = {Kambu}, year = 2015}
@misc{tanpa, title = {Tanpa penulis}, year = 2000, url = {https://contoh.go.id/x_y}}
";

    fn terms() -> Terms {
        terms_of("id")
    }

    fn terms_of(language: &str) -> Terms {
        Terms::parse(Templates::built_in().get(&format!("{language}/terms.yaml")).unwrap()).unwrap()
    }

    fn bibliography() -> Bibliography {
        let file = SourceFiles::default().add("p.bib", BIB);
        Bibliography::read("p.bib", BIB, file, &mut Diagnostics::default()).unwrap()
    }

    fn cite(before: &str, keys: &[&str]) -> String {
        cite_in("id", before, keys)
    }

    fn cite_in(language: &str, before: &str, keys: &[&str]) -> String {
        let citation = Inline::Citation { keys: keys.iter().map(|key| (*key).to_owned()).collect(), text: None };
        let mut blocks = [Block::Paragraph(vec![Inline::text(before), citation])];
        resolve(&mut blocks, Some(&bibliography()), &terms_of(language));
        let Block::Paragraph(content) = &blocks[0] else { return String::new() };
        plain_text(&content[1..], &NumberStyle::new(crate::language::Language::Id))
    }

    #[test]
    fn a_citation_has_the_form_its_sentence_needs() {
        for (before, keys, expected) in [
            ("Hasil ini sejalan dengan ", &["putri2019"][..], "Putri (2019)"),
            ("", &["putri2019"], "Putri (2019)"),
            ("Begitu adanya. ", &["dua2018"], "Sari dan Oka (2018)"),
            ("kinerja adalah hasil kerja ", &["putri2019"], "(Putri, 2019)"),
            ("kinerja ", &["dua2018"], "(Sari dan Oka, 2018)"),
            ("menurut ", &["tiga2016"], "Sari dkk. (2016)"),
            ("kinerja ", &["putri2019", "tiga2016"], "(Putri, 2019; Sari dkk., 2016)"),
            ("oleh ", &["putri2019", "kosong2015", "dua2018"], "Putri (2019), Kambu (2015), dan Sari dan Oka (2018)"),
            ("data ", &["bps"], "(Badan Pusat Statistik, t.t.)"),
            ("data ", &["tanpa"], "(“Tanpa penulis”, 2000)"),
            ("data ", &["bab"], "(Lain dkk., 2001)"),
            ("kinerja ", &["putri2019, hlm. 12"], "(Putri, 2019, hlm. 12)"),
            ("menurut ", &["tiga2016, hlm. 3–5", "putri2019"], "Sari dkk. (2016, hlm. 3–5) dan Putri (2019)"),
        ] {
            assert_eq!(cite(before, keys), expected, "{before}{keys:?}");
        }
    }

    /// The manual of the APA, seventh edition, 8.11 and table 8.1: `&` within parentheses, `and` in the text, `et al.` from
    /// three authors on, pages after the year.
    #[test]
    fn an_english_citation_is_one_of_apa() {
        for (before, keys, expected) in [
            ("This agrees with ", &["dua2018"][..], "Sari and Oka (2018)"),
            ("performance ", &["dua2018"], "(Sari & Oka, 2018)"),
            ("performance ", &["tiga2016", "putri2019"], "(Sari et al., 2016; Putri, 2019)"),
            ("as shown by ", &["tiga2016, p. 3"], "Sari et al. (2016, p. 3)"),
            ("figures ", &["bps"], "(Badan Pusat Statistik, n.d.)"),
        ] {
            assert_eq!(cite_in("en", before, keys), expected, "{before}{keys:?}");
        }
        let list = references(&bibliography(), ["tiga2016", "bab"], &terms_of("en")).unwrap();
        let Block::References(entries) = list else { unreachable!() };
        let style = NumberStyle::new(crate::language::Language::En);
        let found: Vec<String> = entries.iter().map(|entry| plain_text(&entry.content, &style)).collect();
        assert_eq!(
            found,
            [
                "Lain, A., et al. (2001). Bab. In B. Ed (Ed.), Buku (pp. 1–9). Penerbit.",
                "Sari, D., Oka, I. M., & Santoso, B. (2016). Judul tiga? Jurnal Lain.",
            ]
        );
    }

    #[test]
    fn the_list_is_in_order_and_in_apa_form() {
        let keys: Vec<String> = bibliography().keys().map(str::to_owned).collect();
        let list = references(&bibliography(), keys.iter().map(String::as_str), &terms()).unwrap();
        let Block::References(entries) = list else { unreachable!() };
        let style = NumberStyle::new(crate::language::Language::Id);
        let found: Vec<String> = entries.iter().map(|entry| plain_text(&entry.content, &style)).collect();
        assert_eq!(
            found,
            [
                "Badan Pusat Statistik. (t.t.). Kota Semarang dalam Angka (edisi ke-2). BPS.",
                "Kambu. (2015). [LENGKAPI: judul].",
                "Lain, A., dkk. (2001). Bab. Dalam B. Ed (Ed.), Buku (hlm. 1–9). Penerbit.",
                "Putri, I. F. (2019). Pengaruh Kompetensi [Tesis magister, Universitas Dian Nuswantoro].",
                "Sari, D., dan Oka. (2018). Judul DUA. Jurnal Ilmu, 4(2), 10–19. https://doi.org/10.1/x",
                "Sari, D., Oka, I. M., dan Santoso, B. (2016). Judul tiga? Jurnal Lain.",
                "Tanpa penulis. (2000). https://contoh.go.id/x_y",
            ]
        );
    }

    #[test]
    fn keys_are_found_with_their_places() {
        let text = "a [@x2019; @y] b [@ ] [@w, hlm. 3] [@z";
        let found = keys_in(text);
        assert_eq!(found, [("x2019".to_owned(), 3, 9), ("y".to_owned(), 11, 13), ("w".to_owned(), 23, 25)]);
        assert_eq!(&text[3..9], "@x2019");
    }

    #[test]
    fn a_key_that_is_not_there_is_told() {
        let citation = Inline::Citation { keys: vec!["putri2019".into(), "tiada".into()], text: None };
        let mut blocks = [Block::Paragraph(vec![citation])];
        let (cited, unknown) = resolve(&mut blocks, Some(&bibliography()), &terms());
        assert_eq!((cited, unknown), (vec!["putri2019".to_owned()], vec!["tiada".to_owned()]));
    }
}
