//! The web page: well formed, every link and number leads somewhere, nothing comes from outside.

use crate::outcomes::{all, both, consistency::chapters};
use bab4::render::html::{Pictures, render};
use bab4::report::document::{Document, Inline, for_each_inline};
use std::collections::BTreeSet;

const VOID: [&str; 6] = ["meta", "img", "br", "hr", "link", "input"];

fn page(document: &Document) -> String {
    render(document, &Pictures::new())
}

/// The tags of a page without what stands in `style` and `script`: name, whether it closes, attributes.
fn tags(html: &str) -> Vec<(String, bool, String)> {
    let mut out = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').expect("a tag that ends");
        rest = after;
        if tag.starts_with('!') {
            continue;
        }
        let closes = tag.starts_with('/');
        let tag = tag.trim_start_matches('/');
        let (name, attributes) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
        out.push((name.to_owned(), closes, attributes.to_owned()));
        if !closes && (name == "style" || name == "script") {
            rest = rest.split_once(&format!("</{name}>")).expect("it ends").1;
            out.push((name.to_owned(), true, String::new()));
        }
    }
    out
}

fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let at = attributes.find(&format!("{name}=\""))?;
    attributes[at + name.len() + 2..].split('"').next()
}

#[test]
fn every_element_is_closed_in_its_order() {
    for (_, outcome) in both() {
        let mut open: Vec<String> = Vec::new();
        for (name, closes, _) in tags(&page(&outcome.document)) {
            match (VOID.contains(&name.as_str()), closes) {
                (true, _) => {}
                (false, false) => open.push(name),
                (false, true) => assert_eq!(open.pop().as_deref(), Some(name.as_str()), "{}", outcome.name),
            }
        }
        assert!(open.is_empty(), "{}: {open:?}", outcome.name);
    }
}

#[test]
fn anchors_are_unique_and_every_link_has_one() {
    for (_, outcome) in both() {
        let tags = tags(&page(&outcome.document));
        let mut ids = BTreeSet::new();
        for id in tags.iter().filter_map(|(_, _, attributes)| {
            attribute(attributes, " id").or_else(|| attributes.starts_with("id=").then(|| attribute(attributes, "id")).flatten())
        }) {
            assert!(ids.insert(id.to_owned()), "{}: two elements are called {id}", outcome.name);
        }
        for link in tags.iter().filter_map(|(_, _, attributes)| attribute(attributes, "href")) {
            let target = link.strip_prefix('#').unwrap_or_else(|| panic!("{}: {link} leads out of the page", outcome.name));
            assert!(ids.contains(target), "{}: nothing is called {target}", outcome.name);
        }
        for source in tags.iter().filter_map(|(_, _, attributes)| attribute(attributes, "src")) {
            assert!(source.starts_with("data:"), "{}: {source} is fetched", outcome.name);
        }
    }
}

#[test]
fn every_number_says_where_it_came_from() {
    let mut unexplained = BTreeSet::new();
    for (_, document) in chapters() {
        for_each_inline(&mut document.blocks.clone(), &mut |inline| {
            if let Inline::Value { path, .. } = inline
                && !document.origins.contains_key(path)
            {
                unexplained.insert(path.clone());
            }
        });
    }
    assert!(unexplained.is_empty(), "no entry in provenance.yaml for {unexplained:#?}");
}

/// What a formula is said to be made of must be there: a misspelt path would leave the explanation without its numbers.
#[test]
fn what_a_number_is_made_of_stands_beside_it() {
    let outcome = &all()["disnaker-semarang"];
    let origin = |path: &str| &outcome.document.origins[path];
    let inputs =
        |path: &str| -> Vec<String> { origin(path).inputs.iter().map(|(symbol, value)| format!("{symbol} {value}")).collect() };
    // Tables 4.17, 4.21 and 4.9 of Putri (2019): B and SE of competence, the mean squares of the first regression, n.
    assert_eq!(inputs("regressions/Y1/coefficients/1/t"), ["B 0,496", "SE 0,091"]);
    assert_eq!(inputs("regressions/Y1/anova/f"), ["KT regresi 443,073", "KT residual 7,015"]);
    assert_eq!(inputs("items/X1.1/mean"), ["Σ 231", "n 68"]);
    assert_eq!(origin("regressions/Y1/coefficients/1/t").formula.as_deref(), Some("B / SE"));
    assert_eq!(origin("regressions/Y1/coefficients/1/t").what, "t hitung X1 dalam regresi Y1");
    assert_eq!(origin("respondents/umur/rows/0/percent").what, "persentase responden dengan Umur: 30 - 39 Tahun");
}

/// Names and answers from a hostile survey stay text.
#[test]
fn names_are_never_markup() {
    let html = page(&all()["hostile"].document);
    for forbidden in ["<b>x", "<script>alert", "javascript:"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    assert_eq!(html.matches("<script").count(), 2, "the page's own two");
}
