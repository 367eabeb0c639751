//! The document as one self-contained web page: styles, script and figures inside it. A sidebar of contents, tables that
//! scroll by themselves, and at every number where it came from.

mod contents;
mod office;
mod tables;

use crate::language::Language;
use crate::numbers::Setting;
use crate::report::document::{Block, Document, Figure, Heading, Inline, Picture, key_and_place, plain_text, written};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write;

const STYLE: &str = include_str!("../../../templates/html/page.css");
const SCRIPT: &str = include_str!("../../../templates/html/page.js");

/// The content of the author's pictures by their path as the text names it.
pub type Pictures<'a> = BTreeMap<&'a str, &'a [u8]>;

/// Prints a document as a web page.
pub fn render(document: &Document, pictures: &Pictures<'_>) -> String {
    let page = Page { document, pictures, words: Words::of(document.language) };
    let mut main = String::new();
    document.letterhead.iter().for_each(|head| office::letterhead(&page, head, &mut main));
    for block in &document.blocks {
        page.block(block, &mut main);
    }
    let mut out = String::with_capacity(main.len() + 64 * 1024);
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n",
        document.language.code(),
        escape(&document.title),
    );
    if let Some(author) = &document.author {
        let _ = writeln!(out, "<meta name=\"author\" content=\"{}\">", escape(author));
    }
    let _ = write!(
        out,
        "<style>\n{STYLE}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#isi\">{}</a>\n{}<main id=\"isi\">\n{main}</main>\n\
         <div id=\"asal\" role=\"status\" hidden></div>\n<script type=\"application/json\" id=\"data-asal\">{}</script>\n\
         <script>\n{SCRIPT}</script>\n</body>\n</html>\n",
        escape(page.words.skip),
        contents::sidebar(&page),
        page.origins(),
    );
    out
}

/// Escapes text for elements and attributes.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // What HTML does not allow even as a reference.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The words of the page itself.
struct Words {
    skip: &'static str,
    contents: &'static str,
    tables: &'static str,
    figures: &'static str,
    table: &'static str,
    figure: &'static str,
    theme: &'static str,
    result: &'static str,
    made_of: &'static str,
}

impl Words {
    fn of(language: Language) -> Words {
        match language {
            Language::Id => Words {
                skip: "Langsung ke isi",
                contents: "Daftar isi",
                tables: "Daftar tabel",
                figures: "Daftar gambar",
                table: "Tabel",
                figure: "Gambar",
                theme: "Terang/gelap",
                result: "Hasil",
                made_of: "dari",
            },
            Language::En => Words {
                skip: "Skip to the text",
                contents: "Contents",
                tables: "Tables",
                figures: "Figures",
                table: "Table",
                figure: "Figure",
                theme: "Light/dark",
                result: "Result",
                made_of: "from",
            },
        }
    }
}

struct Page<'a> {
    document: &'a Document,
    pictures: &'a Pictures<'a>,
    words: Words,
}

impl Page<'_> {
    fn block(&self, block: &Block, out: &mut String) {
        let _ = match block {
            Block::Heading(heading) => {
                let level = heading.level.clamp(1, 6);
                let number = heading.number.as_deref().map_or(String::new(), |number| {
                    let class = if level == 1 { "bab" } else { "nomor" };
                    format!("<span class=\"{class}\">{}</span> ", escape(number))
                });
                let content = self.inlines(&heading.content, Setting::Sentence);
                writeln!(out, "<h{level} id=\"{}\">{number}{content}</h{level}>", heading_id(heading))
            }
            Block::Paragraph(content) => writeln!(out, "<p>{}</p>", self.inlines(content, Setting::Sentence)),
            Block::List { ordered, start, items } => {
                let (open, close) = if *ordered { (format!("ol start=\"{start}\""), "ol") } else { ("ul".to_owned(), "ul") };
                let _ = writeln!(out, "<{open}>");
                for item in items {
                    out.push_str("<li>");
                    item.iter().for_each(|block| self.block(block, out));
                    out.push_str("</li>\n");
                }
                writeln!(out, "</{close}>")
            }
            Block::Quote(inner) => {
                out.push_str("<blockquote>\n");
                inner.iter().for_each(|block| self.block(block, out));
                writeln!(out, "</blockquote>")
            }
            Block::Table(table) => {
                tables::table(self, table, out);
                Ok(())
            }
            Block::Figure(figure) => {
                self.figure(figure, out);
                Ok(())
            }
            Block::Equation(content) => {
                let spoken = plain_text(content, &self.document.style);
                let shown = self.inlines(content, Setting::Sentence);
                writeln!(out, "<p class=\"rumus\" role=\"math\" aria-label=\"{}\">{shown}</p>", escape(&spoken))
            }
            Block::PageBreak => writeln!(out, "<hr class=\"halaman\">"),
            Block::Code(text) => writeln!(out, "<pre tabindex=\"0\"><code>{}</code></pre>", escape_lines(text)),
            Block::References(entries) => {
                out.push_str("<ul class=\"pustaka\">\n");
                for entry in entries {
                    let content = self.inlines(&entry.content, Setting::Sentence);
                    let _ = writeln!(out, "<li id=\"{}\">{content}</li>", reference_id(&entry.key));
                }
                writeln!(out, "</ul>")
            }
            Block::Signature(signature) => {
                office::signature(signature, out);
                Ok(())
            }
        };
    }

    fn inlines(&self, inlines: &[Inline], default: Setting) -> String {
        let mut out = String::new();
        for inline in inlines {
            let _ = match inline {
                Inline::Text(text) => write!(out, "{}", escape(text)),
                Inline::Emphasis(inner) => write!(out, "<em>{}</em>", self.inlines(inner, default)),
                Inline::Strong(inner) => write!(out, "<strong>{}</strong>", self.inlines(inner, default)),
                Inline::Superscript(inner) => write!(out, "<sup>{}</sup>", self.inlines(inner, default)),
                Inline::Subscript(inner) => write!(out, "<sub>{}</sub>", self.inlines(inner, default)),
                Inline::Symbol { base, index } if index.is_empty() => write!(out, "{}", escape(base)),
                Inline::Symbol { base, index } => {
                    write!(out, "<span class=\"lambang\">{}<sub>{}</sub></span>", escape(base), escape(index))
                }
                Inline::Value { quantity, setting, path } => {
                    let setting = if default == Setting::Sentence { *setting } else { default };
                    let text = escape(&self.document.style.print(*quantity, setting));
                    write!(out, "<data class=\"angka\" value=\"{}\" data-asal=\"{}\">{text}</data>", quantity.value, escape(path))
                }
                Inline::Reference { target, text } => {
                    let shown = text.as_deref().unwrap_or(target).replace(' ', "\u{a0}");
                    write!(out, "<a href=\"#{}\">{}</a>", block_id(target), escape(&shown))
                }
                Inline::Citation { keys, text: Some(text) } => match keys.as_slice() {
                    [key] => write!(out, "<a href=\"#{}\">{}</a>", reference_id(key_and_place(key).0), escape(text)),
                    _ => write!(out, "{}", escape(text)),
                },
                Inline::Citation { keys, text: None } => write!(out, "<mark>{}</mark>", escape(&written(keys, None))),
                Inline::Todo(inner) => write!(out, "<mark>{}</mark>", self.inlines(inner, default)),
                Inline::LineBreak => write!(out, "<br>"),
            };
        }
        out
    }

    /// The content of a picture of the author's as an address.
    fn address(&self, path: &str) -> Option<String> {
        self.pictures.get(path).map(|bytes| data_address(media_type(path), bytes))
    }

    fn figure(&self, figure: &Figure, out: &mut String) {
        let alt = if figure.alt.is_empty() { plain_text(&figure.caption, &self.document.style) } else { figure.alt.clone() };
        let address = match &figure.picture {
            // As a picture of its own: names inside one drawing cannot meet those of another.
            Picture::Svg(svg) => Some(data_address("image/svg+xml", svg.as_bytes())),
            Picture::File(path) => self.address(path),
        };
        let picture = match address {
            Some(address) => format!("<img src=\"{address}\" alt=\"{}\">", escape(&alt)),
            None => format!("<p><mark>{}</mark></p>", escape(&alt)),
        };
        let number = numbered(self.words.figure, figure.number.as_deref());
        let caption = format!("<figcaption><b>{number}</b> {}</figcaption>", self.inlines(&figure.caption, Setting::Sentence));
        let source = figure
            .source
            .as_ref()
            .map_or(String::new(), |source| format!("<p class=\"sumber\">{}</p>\n", self.inlines(source, Setting::Sentence)));
        let id = block_id(&figure.id);
        let _ = match self.document.figure_captions_above {
            true => writeln!(out, "<figure class=\"gambar\" id=\"{id}\">\n{caption}\n{picture}\n{source}</figure>"),
            false => writeln!(out, "<figure class=\"gambar\" id=\"{id}\">\n{picture}\n{source}{caption}\n</figure>"),
        };
    }

    /// The origins of the numbers as JSON that may stand inside an element.
    fn origins(&self) -> String {
        let origins: BTreeMap<&str, serde_json::Value> = self
            .document
            .origins
            .iter()
            .map(|(path, origin)| {
                (path.as_str(), json!({ "a": origin.what, "l": origin.symbol, "r": origin.formula, "d": origin.inputs }))
            })
            .collect();
        let words = json!({ "hasil": self.words.result, "dari": self.words.made_of });
        let all = json!({ "kata": words, "angka": origins });
        // `</script` and `<!--` must not occur inside a script element.
        all.to_string().replace('<', "\\u003c")
    }
}

/// `Tabel 4.1`.
fn numbered(word: &str, number: Option<&str>) -> String {
    number.map_or_else(|| word.to_owned(), |number| format!("{word}\u{a0}{}", escape(number)))
}

/// The anchor of a heading.
fn heading_id(heading: &Heading) -> String {
    block_id(&heading.anchor)
}

/// The anchor of a work in the list of references.
fn reference_id(key: &str) -> String {
    block_id(&format!("pustaka-{key}"))
}

/// Lines of a program: escaped, their ends kept.
fn escape_lines(text: &str) -> String {
    text.lines().map(escape).collect::<Vec<_>>().join("\n")
}

/// The anchor of a table or figure: letters, digits, dashes and dots of its label alone; other characters by their number.
fn block_id(label: &str) -> String {
    let mut out = String::new();
    for character in label.chars() {
        match character {
            c if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_') => out.push(c),
            c => {
                let _ = write!(out, "~{:x}~", u32::from(c));
            }
        }
    }
    out
}

fn data_address(media_type: &str, bytes: &[u8]) -> String {
    format!("data:{media_type};base64,{}", STANDARD.encode(bytes))
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().map(str::to_ascii_lowercase).as_deref() {
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("gif") => "image/gif",
        Some("webp") => "image/webp",
        Some("svg") => "image/svg+xml",
        _ => "image/png",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_markup() {
        assert_eq!(escape("<b a=\"'\">&\u{1}"), "&lt;b a=&quot;&#39;&quot;&gt;&amp; ");
        assert_eq!(block_id("coefficients-Y 1"), "coefficients-Y~20~1");
        assert_ne!(block_id("a b"), block_id("a\u{e9}b"));
    }

    #[test]
    fn pictures_stand_in_the_page() {
        // RFC 4648, section 10: "foobar".
        assert_eq!(data_address("image/png", b"foobar"), "data:image/png;base64,Zm9vYmFy");
        assert_eq!(media_type("peta.JPG"), "image/jpeg");
    }
}
