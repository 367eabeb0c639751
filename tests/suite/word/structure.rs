//! What Word asks of a file beyond well-formed XML, after ISO/IEC 29500-1: parts and relationships, the order of properties,
//! grids of tables, bookmarks, fields, ids. A file that fails here opens with a prompt to repair it, or not at all.

use super::package::{Node, Word, parse};
use std::collections::{BTreeMap, BTreeSet};

/// Children in the order of the schema, for the elements that are written.
const ORDERS: &[(&str, &[&str])] = &[
    (
        "w:pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "framePr",
            "widowControl",
            "numPr",
            "suppressLineNumbers",
            "pBdr",
            "shd",
            "tabs",
            "suppressAutoHyphens",
            "kinsoku",
            "wordWrap",
            "overflowPunct",
            "topLinePunct",
            "autoSpaceDE",
            "autoSpaceDN",
            "bidi",
            "adjustRightInd",
            "snapToGrid",
            "spacing",
            "ind",
            "contextualSpacing",
            "mirrorIndents",
            "suppressOverlap",
            "jc",
            "textDirection",
            "textAlignment",
            "textboxTightWrap",
            "outlineLvl",
            "divId",
            "cnfStyle",
            "rPr",
            "sectPr",
            "pPrChange",
        ],
    ),
    (
        "w:rPr",
        &[
            "rStyle",
            "rFonts",
            "b",
            "bCs",
            "i",
            "iCs",
            "caps",
            "smallCaps",
            "strike",
            "dstrike",
            "outline",
            "shadow",
            "emboss",
            "imprint",
            "noProof",
            "snapToGrid",
            "vanish",
            "webHidden",
            "color",
            "spacing",
            "w",
            "kern",
            "position",
            "sz",
            "szCs",
            "highlight",
            "u",
            "effect",
            "bdr",
            "shd",
            "fitText",
            "vertAlign",
            "rtl",
            "cs",
            "em",
            "lang",
            "eastAsianLayout",
            "specVanish",
            "oMath",
        ],
    ),
    (
        "w:tblPr",
        &[
            "tblStyle",
            "tblpPr",
            "tblOverlap",
            "bidiVisual",
            "tblStyleRowBandSize",
            "tblStyleColBandSize",
            "tblW",
            "jc",
            "tblCellSpacing",
            "tblInd",
            "tblBorders",
            "shd",
            "tblLayout",
            "tblCellMar",
            "tblLook",
            "tblCaption",
            "tblDescription",
        ],
    ),
    ("w:tbl", &["tblPr", "tblGrid", "tr"]),
    ("w:tr", &["trPr", "tc"]),
    (
        "w:tcPr",
        &[
            "cnfStyle",
            "tcW",
            "gridSpan",
            "hMerge",
            "vMerge",
            "tcBorders",
            "shd",
            "noWrap",
            "tcMar",
            "textDirection",
            "tcFitText",
            "vAlign",
            "hideMark",
        ],
    ),
    ("w:tcBorders", &["top", "left", "bottom", "right", "insideH", "insideV"]),
    ("w:tblBorders", &["top", "left", "bottom", "right", "insideH", "insideV"]),
    ("w:tblCellMar", &["top", "left", "bottom", "right"]),
    ("w:numPr", &["ilvl", "numId"]),
    (
        "w:sectPr",
        &[
            "headerReference|footerReference",
            "footnotePr",
            "endnotePr",
            "type",
            "pgSz",
            "pgMar",
            "paperSrc",
            "pgBorders",
            "lnNumType",
            "pgNumType",
            "cols",
            "formProt",
            "vAlign",
            "noEndnote",
            "titlePg",
            "textDirection",
            "bidi",
            "rtlGutter",
            "docGrid",
        ],
    ),
    (
        "w:style",
        &[
            "name",
            "aliases",
            "basedOn",
            "next",
            "link",
            "autoRedefine",
            "hidden",
            "uiPriority",
            "semiHidden",
            "unhideWhenUsed",
            "qFormat",
            "locked",
            "personal",
            "personalCompose",
            "personalReply",
            "rsid",
            "pPr",
            "rPr",
            "tblPr",
            "trPr",
            "tcPr",
            "tblStylePr",
        ],
    ),
    ("w:styles", &["docDefaults", "latentStyles", "style"]),
    ("w:numbering", &["numPicBullet", "abstractNum", "num", "numIdMacAtCleanup"]),
    ("w:abstractNum", &["nsid", "multiLevelType", "tmpl", "name", "styleLink", "numStyleLink", "lvl"]),
    (
        "w:lvl",
        &[
            "start",
            "numFmt",
            "lvlRestart",
            "pStyle",
            "isLgl",
            "suff",
            "lvlText",
            "lvlPicBulletId",
            "legacy",
            "lvlJc",
            "pPr",
            "rPr",
        ],
    ),
    ("w:num", &["abstractNumId", "lvlOverride"]),
    ("w:font", &["altName", "panose1", "charset", "family", "notTrueType", "pitch", "sig"]),
    ("wp:inline", &["extent", "effectExtent", "docPr", "cNvGraphicFramePr", "graphic"]),
    ("m:sSub", &["sSubPr", "e", "sub"]),
    ("m:sSup", &["sSupPr", "e", "sup"]),
    ("m:r", &["rPr", "rPr", "t"]),
];

/// Everything that is wrong with a file.
pub fn faults(word: &Word) -> Vec<String> {
    let mut faults = Vec::new();
    well_formed(word, &mut faults);
    if !faults.is_empty() {
        return faults;
    }
    package(word, &mut faults);
    for part in word.parts.keys().filter(|name| name.starts_with("word/") && name.ends_with(".xml")) {
        order(&word.xml(part), part, &mut faults);
    }
    let document = word.document();
    tables(&document, &mut faults);
    bookmarks_and_fields(&document, &mut faults);
    ids(word, &document, &mut faults);
    sections(&document, &mut faults);
    faults
}

fn well_formed(word: &Word, faults: &mut Vec<String>) {
    // XML 1.0, production 2.
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    for (name, bytes) in word.parts.iter().filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels")) {
        match std::str::from_utf8(bytes) {
            Err(error) => faults.push(format!("{name}: {error}")),
            Ok(text) => {
                faults.extend(parse(text).err().map(|error| format!("{name}: {error}")));
                faults.extend(text.chars().find(|c| !allowed(*c)).map(|c| format!("{name}: forbidden {c:?}")));
            }
        }
    }
}

fn package(word: &Word, faults: &mut Vec<String>) {
    let types = word.xml("[Content_Types].xml");
    let listed = |element: &str, key: &str| -> BTreeSet<String> {
        types.all(element).iter().filter_map(|entry| entry.value(key)).map(str::to_owned).collect()
    };
    let (overrides, defaults) = (listed("Override", "PartName"), listed("Default", "Extension"));
    for name in word.parts.keys().filter(|name| *name != "[Content_Types].xml") {
        let ending = name.rsplit('.').next().unwrap_or_default();
        let typed = overrides.contains(&format!("/{name}")) || (defaults.contains(ending) && ending != "xml");
        if !typed {
            faults.push(format!("{name} has no type"));
        }
    }
    faults.extend(
        overrides.iter().filter(|name| !word.parts.contains_key(&name[1..])).map(|name| format!("{name} is typed and not there")),
    );
    let mut reached = BTreeSet::new();
    for name in word.parts.keys().filter(|name| name.ends_with(".rels")) {
        // `word/_rels/document.xml.rels` speaks for `word/document.xml`; targets are relative to its folder.
        let folder = name.split("_rels/").next().unwrap_or_default();
        let mut known = BTreeSet::new();
        for relationship in word.xml(name).all("Relationship") {
            let target = format!("{folder}{}", relationship.value("Target").unwrap_or_default());
            if !word.parts.contains_key(&target) {
                faults.push(format!("{name}: {target} is not there"));
            }
            reached.insert(target);
            if !known.insert(relationship.value("Id").unwrap_or_default().to_owned()) {
                faults.push(format!("{name}: an id twice"));
            }
        }
        let source = format!("{folder}{}", name.rsplit('/').next().unwrap_or_default().trim_end_matches(".rels"));
        if source.ends_with(".xml") {
            let mut used = Vec::new();
            word.xml(&source).walk(&mut |node| {
                used.extend(["r:id", "r:embed", "r:link"].iter().filter_map(|key| node.value(key)).map(str::to_owned));
            });
            faults.extend(used.iter().filter(|id| !known.contains(*id)).map(|id| format!("{source}: {id} leads nowhere")));
        }
    }
    let content = |name: &&String| name.ends_with(".rels") || *name == "[Content_Types].xml";
    faults.extend(
        word.parts
            .keys()
            .filter(|name| !content(name) && !reached.contains(*name))
            .map(|name| format!("{name}: nobody points to it")),
    );
}

fn order(node: &Node, part: &str, faults: &mut Vec<String>) {
    if let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == node.name) {
        let mut at = 0;
        for child in &node.children {
            let name = child.name.split(':').nth(1).unwrap_or(&child.name);
            match order.iter().skip(at).position(|names| names.split('|').any(|known| known == name)) {
                Some(steps) => at += steps,
                None => faults.push(format!("{part}: {} stands wrongly in {}", child.name, node.name)),
            }
        }
    }
    node.children.iter().for_each(|child| order(child, part, faults));
}

fn tables(document: &Node, faults: &mut Vec<String>) {
    for (position, table) in document.all("w:tbl").iter().enumerate() {
        let mut fault = |what: &str| faults.push(format!("table {}: {what}", position + 1));
        let number = |node: &Node, key: &str| node.value(key).and_then(|value| value.parse::<i64>().ok());
        let grid: Vec<i64> = table.all("w:gridCol").iter().filter_map(|column| number(column, "w:w")).collect();
        if grid.iter().any(|width| *width <= 0) {
            fault("a column without width");
        }
        // Columns in which a cell reaches down from the row above.
        let mut reaching: BTreeMap<usize, usize> = BTreeMap::new();
        for row in table.children.iter().filter(|child| child.name == "w:tr") {
            let mut column = 0;
            let mut next = BTreeMap::new();
            for cell in row.children.iter().filter(|child| child.name == "w:tc") {
                let properties = cell.child("w:tcPr").cloned().unwrap_or_default();
                let span = properties.child("w:gridSpan").and_then(|span| number(span, "w:val")).unwrap_or(1) as usize;
                match properties.child("w:vMerge").map(|merge| merge.value("w:val").unwrap_or("continue")) {
                    Some("restart") => {
                        next.insert(column, span);
                    }
                    Some(_) => {
                        if reaching.get(&column) != Some(&span) {
                            fault("a cell goes on that did not begin above");
                        }
                        next.insert(column, span);
                    }
                    None => {}
                }
                let width: i64 = grid.get(column..column + span).unwrap_or_default().iter().sum();
                if properties.child("w:tcW").and_then(|own| number(own, "w:w")) != Some(width) {
                    fault("a cell is not as wide as its columns");
                }
                if cell.children.last().is_none_or(|last| last.name != "w:p") {
                    fault("a cell does not end with a paragraph");
                }
                column += span;
            }
            if column != grid.len() {
                fault(&format!("a row covers {column} of {} columns", grid.len()));
            }
            reaching = next;
        }
    }
}

/// Tables fit between the margins of the section they stand in; a section ends with its properties.
fn widths(body: &Node, faults: &mut Vec<String>) {
    let number = |node: &Node, key: &str| node.value(key).and_then(|value| value.parse::<i64>().ok()).unwrap_or(0);
    let mut widest = 0;
    for block in &body.children {
        if block.name == "w:tbl" {
            widest = widest.max(block.all("w:gridCol").iter().map(|column| number(column, "w:w")).sum());
        }
        let section = if block.name == "w:sectPr" { Some(block) } else { block.all("w:sectPr").first().copied() };
        if let Some(section) = section {
            let (size, margins) = (section.all("w:pgSz")[0], section.all("w:pgMar")[0]);
            let room = number(size, "w:w") - number(margins, "w:left") - number(margins, "w:right") - number(margins, "w:gutter");
            if widest > room {
                faults.push(format!("a table of {widest} twips where there are {room}"));
            }
            widest = 0;
        }
    }
}

fn bookmarks_and_fields(document: &Node, faults: &mut Vec<String>) {
    let (mut names, mut starts, mut ends) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for bookmark in document.all("w:bookmarkStart") {
        let name = bookmark.value("w:name").unwrap_or_default();
        if name.is_empty() || name.len() > 40 || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            faults.push(format!("bookmark {name:?}"));
        }
        if !names.insert(name.to_owned()) || !starts.insert(bookmark.value("w:id").unwrap_or_default().to_owned()) {
            faults.push(format!("bookmark {name} twice"));
        }
    }
    for end in document.all("w:bookmarkEnd") {
        if !ends.insert(end.value("w:id").unwrap_or_default().to_owned()) {
            faults.push("a bookmark ends twice".to_owned());
        }
    }
    if starts != ends {
        faults.push("bookmarks do not end".to_owned());
    }
    let mut wanted: Vec<String> =
        document.all("w:hyperlink").iter().filter_map(|link| link.value("w:anchor")).map(str::to_owned).collect();
    for field in document.all("w:instrText") {
        let text = field.text();
        let mut words = text.split_whitespace();
        match (words.next(), words.next()) {
            (Some("REF" | "PAGEREF"), Some(name)) => wanted.push(name.to_owned()),
            (Some("SEQ" | "TOC" | "PAGE"), _) => {}
            _ => faults.push(format!("field {text:?}")),
        }
    }
    faults.extend(wanted.iter().filter(|name| !names.contains(*name)).map(|name| format!("{name} is pointed to and not there")));
    // Begin, separate, end, one inside the other as brackets are.
    let mut open: Vec<&str> = Vec::new();
    for mark in document.all("w:fldChar") {
        match (mark.value("w:fldCharType"), open.last()) {
            (Some("begin"), _) => open.push("begin"),
            (Some("separate"), Some(&"begin")) => {
                open.pop();
                open.push("separate");
            }
            (Some("end"), Some(&"separate")) => {
                open.pop();
            }
            other => faults.push(format!("field mark {other:?}")),
        }
    }
    if !open.is_empty() {
        faults.push("a field does not end".to_owned());
    }
}

fn ids(word: &Word, document: &Node, faults: &mut Vec<String>) {
    let mut drawings = BTreeSet::new();
    for drawing in document.all("wp:docPr") {
        if !drawings.insert(drawing.value("id").unwrap_or_default()) || drawing.value("descr").is_none_or(str::is_empty) {
            faults.push("a drawing without an id of its own or without words for it".to_owned());
        }
    }
    let defined = |part: &str, element: &str, key: &str| -> Vec<String> {
        word.xml(part).all(element).iter().filter_map(|entry| entry.value(key)).map(str::to_owned).collect()
    };
    let (styles, lists) = (defined("word/styles.xml", "w:style", "w:styleId"), defined("word/numbering.xml", "w:num", "w:numId"));
    for (kind, ids) in [("style", &styles), ("list", &lists)] {
        if ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
            faults.push(format!("a {kind} twice"));
        }
    }
    for (name, known) in
        [("w:pStyle", &styles), ("w:rStyle", &styles), ("w:tblStyle", &styles), ("w:basedOn", &styles), ("w:numId", &lists)]
    {
        for part in ["word/document.xml", "word/styles.xml", "word/header2.xml", "word/footer2.xml"] {
            let used: Vec<String> =
                word.xml(part).all(name).iter().filter_map(|node| node.value("w:val")).map(str::to_owned).collect();
            let unknown = used.iter().filter(|id| !known.contains(*id) && *id != "0");
            faults.extend(unknown.map(|id| format!("{part}: {name} {id} is not defined")));
        }
    }
}

fn sections(document: &Node, faults: &mut Vec<String>) {
    let Some(body) = document.child("w:body") else { return faults.push("no body".to_owned()) };
    if body.children.last().is_none_or(|last| last.name != "w:sectPr") {
        faults.push("the body does not end with its section".to_owned());
    }
    widths(body, faults);
    let blocks = body.children.windows(2);
    faults.extend(
        blocks
            .filter(|pair| pair[0].name == "w:tbl" && pair[1].name != "w:p")
            .map(|_| "a table without a paragraph behind it".to_owned()),
    );
}

// The checker finds what it is there for.

fn faults_of(body: &str, change: impl Fn(&mut Word)) -> Vec<String> {
    let mut word = super::word(&crate::outcomes::outcome("bare").document);
    let document = String::from_utf8(word.parts["word/document.xml"].clone()).unwrap();
    let document = document.replacen("<w:body>", &format!("<w:body>{body}"), 1);
    word.parts.insert("word/document.xml".to_owned(), document.into_bytes());
    change(&mut word);
    faults(&word)
}

#[test]
fn faults_are_found() {
    assert_eq!(faults_of("<w:p/>", |_| {}), Vec::<String>::new());
    let cell = "<w:tc><w:tcPr><w:tcW w:w=\"9\" w:type=\"dxa\"/></w:tcPr><w:p/></w:tc>";
    let table = |grid: &str, row: &str| format!("<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{row}</w:tr></w:tbl><w:p/>");
    let column = "<w:gridCol w:w=\"9\"/>";
    assert_eq!(faults_of(&table(column, cell), |_| {}), Vec::<String>::new());
    for body in [
        "<w:p><w:pPr><w:jc w:val=\"left\"/><w:keepNext/></w:pPr></w:p>",
        "<w:p><w:r><w:rPr><w:i/><w:b/></w:rPr></w:r></w:p>",
        "<w:p><w:pPr><w:pStyle w:val=\"Tiada\"/></w:pPr></w:p>",
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>",
        "<w:p><w:hyperlink w:anchor=\"tiada\"/></w:p>",
        "<w:p><w:r><w:instrText>REF tiada</w:instrText></w:r></w:p>",
        "<w:p><w:bookmarkStart w:id=\"900\" w:name=\"a b\"/></w:p>",
        "<w:p><w:r><w:drawing><a:blip r:embed=\"rId999\"/></w:drawing></w:r></w:p>",
        "<w:p><w:r><w:t>&#x1;</w:t></w:r>",
        &table(&column.repeat(2), cell),
        &table(column, "<w:tc><w:tcPr><w:tcW w:w=\"9\" w:type=\"dxa\"/></w:tcPr></w:tc>"),
        &table(column, &cell.replace("</w:tcPr>", "<w:vMerge w:val=\"continue\"/></w:tcPr>")),
    ] {
        assert_ne!(faults_of(body, |_| {}), Vec::<String>::new(), "{body}");
    }
    let renamed = |word: &mut Word| {
        let styles = word.parts["word/styles.xml"].clone();
        word.parts.insert("word/lost.xml".to_owned(), styles);
    };
    assert_ne!(faults_of("", renamed), Vec::<String>::new());
    assert_ne!(
        faults_of("", |word| word.parts.retain(|name, _| name != "word/theme.xml" && name != "word/footer1.xml")),
        Vec::<String>::new()
    );
}
