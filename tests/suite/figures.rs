//! The figures of every study of the suite: they are SVG that a reader draws, nothing leaves the paper, no text lies on
//! other text or on the border of a box, and what their alternative texts say stands in the results.

use crate::outcomes::{Outcome, all, run};
use bab4::fonts;
use bab4::language::Language;
use bab4::report::desk::Desk;
use bab4::report::document::{Figure, Picture};
use bab4::report::figures::{self, Easel};
use bab4::report::terms::Terms;
use bab4::report::view::View;
use resvg::usvg::{self, Node, Paint, Rect, Tree, fontdb};
use std::fmt::Write;
use std::sync::{Arc, LazyLock};

/// A hundredth of a point is rounding; a line's box counts its full height, which its letters do not fill.
const SLACK: f32 = 0.6;

/// Fill of the boxes of a path diagram.
const BOX: (u8, u8, u8) = (0xf3, 0xf6, 0xf9);

fn parse(svg: &str) -> Tree {
    static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
        let mut database = fontdb::Database::new();
        fonts::files().for_each(|(_, bytes)| database.load_font_data(bytes.to_vec()));
        Arc::new(database)
    });
    let options = usvg::Options { fontdb: Arc::clone(&FONTS), font_family: fonts::FAMILY.to_owned(), ..Default::default() };
    Tree::from_str(svg, &options).unwrap_or_else(|error| panic!("{error}\n{svg}"))
}

/// Texts and boxes of a drawing, as they are drawn.
#[derive(Default)]
struct Found {
    texts: Vec<(String, Rect)>,
    boxes: Vec<Rect>,
    marks: usize,
}

fn collect(group: &usvg::Group, found: &mut Found) {
    for node in group.children() {
        match node {
            Node::Group(inner) => collect(inner, found),
            Node::Text(text) => {
                let words: String = text.chunks().iter().map(|chunk| chunk.text()).collect();
                found.texts.push((words, text.abs_bounding_box()));
            }
            Node::Path(path) => {
                found.marks += 1;
                if let Some(Paint::Color(colour)) = path.fill().map(|fill| fill.paint())
                    && (colour.red, colour.green, colour.blue) == BOX
                {
                    found.boxes.push(path.abs_bounding_box());
                }
            }
            Node::Image(_) => panic!("a drawing holds no picture"),
        }
    }
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    let apart = |from: f32, to: f32, other_from: f32, other_to: f32| to.min(other_to) - from.max(other_from) <= SLACK;
    !(apart(a.left(), a.right(), b.left(), b.right()) || apart(a.top(), a.bottom(), b.top(), b.bottom()))
}

fn inside(inner: &Rect, outer: &Rect) -> bool {
    inner.left() >= outer.left() - SLACK
        && inner.right() <= outer.right() + SLACK
        && inner.top() >= outer.top() - SLACK
        && inner.bottom() <= outer.bottom() + SLACK
}

/// What is wrong with a drawing.
fn faults(svg: &str) -> Vec<String> {
    let mut out = Vec::new();
    for word in ["NaN", "inf", "Infinity"] {
        if svg.split(|c: char| !c.is_alphanumeric()).any(|part| part == word) && !svg.contains(&format!(">{word}")) {
            out.push(format!("{word} is no coordinate"));
        }
    }
    let tree = parse(svg);
    let mut found = Found::default();
    collect(tree.root(), &mut found);
    if found.marks < 3 || found.texts.is_empty() {
        out.push("there is nothing in it".to_owned());
    }
    let paper = Rect::from_xywh(0.0, 0.0, tree.size().width(), tree.size().height()).unwrap();
    for (position, (words, place)) in found.texts.iter().enumerate() {
        if !inside(place, &paper) {
            out.push(format!("{words:?} leaves the paper: {place:?} {paper:?}"));
        }
        for (other, other_place) in &found.texts[position + 1..] {
            if overlap(place, other_place) {
                out.push(format!("{words:?} lies on {other:?}: {place:?} {other_place:?}"));
            }
        }
        for frame in &found.boxes {
            if overlap(place, frame) && !inside(place, frame) {
                out.push(format!("{words:?} lies on the border of a box"));
            }
        }
    }
    for (position, frame) in found.boxes.iter().enumerate() {
        if found.boxes[position + 1..].iter().any(|other| overlap(frame, other)) {
            out.push("two boxes lie on each other".to_owned());
        }
    }
    out
}

/// Every figure that a study has something to draw for, shown in its chapter or not.
fn drawn(outcome: &Outcome) -> Vec<Figure> {
    let view = View::new(&outcome.analyzed.results, &outcome.analyzed.findings).unwrap();
    let terms = Terms::parse(include_str!("../../templates/id/terms.yaml")).unwrap();
    let desk = Desk { study: &outcome.study, view: &view, terms: &terms, language: Language::Id };
    figures::all(&Easel { desk: &desk, style: &outcome.document.style })
}

fn svg_of(figure: &Figure) -> &str {
    match &figure.picture {
        Picture::Svg(svg) => svg,
        Picture::File(_) => panic!("{} is no drawing", figure.id),
    }
}

fn check(name: &str, figures: &[Figure]) {
    for figure in figures {
        let faults = faults(svg_of(figure));
        assert!(faults.is_empty(), "{name}, {}: {faults:#?}\n{}", figure.id, svg_of(figure));
        assert!(figure.alt.ends_with('.') && !figure.alt.contains("{}"), "{name}, {}: {}", figure.id, figure.alt);
        // A sheet of its own has its title within.
        assert!(
            !figure.alt.contains("alt.") && figure.caption.is_empty() == (figure.id == "publication"),
            "{name}, {}",
            figure.id
        );
    }
}

#[test]
fn nothing_lies_on_anything_else_in_any_figure() {
    let mut seen = 0;
    for outcome in all().values() {
        let figures = drawn(outcome);
        check(&outcome.name, &figures);
        seen += figures.len();
    }
    assert!(seen > 150, "{seen} figures");
}

#[test]
fn the_example_has_every_kind_of_figure_and_its_chapter_shows_them_all() {
    let outcome = &all()["disnaker-semarang"];
    let drawn: Vec<String> = drawn(outcome).into_iter().map(|figure| figure.id).collect();
    let shown = bab4::report::document::drawing_files(&outcome.document.blocks);
    let mut shown: Vec<&str> = shown.iter().map(|file| file.id).collect();
    shown.sort_unstable();
    let mut expected: Vec<&str> = drawn.iter().map(String::as_str).collect();
    expected.sort_unstable();
    assert_eq!(shown, expected);
    for kind in ["likert-X1", "means-X1", "histogram-Y1", "pp-plot-Y2", "scatter-Y2", "path-diagram", "bootstrap-X1>Y1>Y2"] {
        assert!(shown.contains(&kind), "{kind}");
    }
    for file in bab4::report::document::drawing_files(&outcome.document.blocks) {
        let raster = bab4::render::raster::png(file.svg, 96).unwrap();
        assert_eq!(raster.width, 529, "14 cm at 96 dots per inch");
    }
}

#[test]
fn the_checks_notice_what_is_wrong() {
    let svg = |inner: &str| {
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="50pt" viewBox="0 0 100 50">{inner}</svg>"#)
    };
    let marks = r##"<path d="M0 0H9"/><rect width="9" height="9"/><rect x="60" y="20" width="30" height="12" fill="#f3f6f9"/>"##;
    let text = |x: u32, y: u32| format!(r#"<text x="{x}" y="{y}" font-size="10">Kata</text>"#);
    assert_eq!(faults(&svg(&format!("{marks}{}", text(20, 15)))), Vec::<String>::new());
    for inner in [
        format!("{marks}{}", text(90, 15)),
        format!("{marks}{}", text(20, 5)),
        format!("{marks}{}{}", text(20, 15), text(25, 17)),
        format!("{marks}{}", text(50, 30)),
        format!("{marks}{}", marks.replace(r#"x="60""#, r#"x="65""#)),
        String::new(),
    ] {
        assert!(!faults(&svg(&inner)).is_empty(), "{inner}");
    }
}

/// Numbers that are the same in every run (Steele, Lea & Flood 2014, SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % n as u64).unwrap()
    }
}

/// Names from none to three hundred letters.
const NAMES: [&str; 8] = [
    "Kompetensi",
    "Organizational Citizenship Behavior",
    "Gaya Kepemimpinan Transformasional dan Transaksional di Lingkungan Pemerintah Daerah",
    "X",
    "Pertanggungjawabankeuangandaerahyangtidakadaspasinya",
    "<b> & \"kutip\" 'satu'",
    "الأداء الوظيفي",
    "Kinerja 🙂👍🏽",
];

/// A study of arrows drawn by chance among up to eight variables.
fn arrows_by_chance(seed: u64, folder: &std::path::Path) -> Outcome {
    let mut chance = Chance(seed);
    let variables = 2 + chance.below(7);
    let mut yaml = "title: Jalur\ndata: { file: a.csv }\nvariables:\n".to_owned();
    for variable in 0..variables {
        let name = NAMES[chance.below(NAMES.len())].replace('\\', "\\\\").replace('"', "\\\"");
        let name = if chance.below(6) == 0 { name.repeat(1 + 300 / name.len()) } else { name };
        let _ = writeln!(yaml, "  V{variable}: {{ name: \"{name}\", column: v{variable} }}");
    }
    yaml.push_str("hypotheses:\n");
    let dense = 1 + chance.below(4);
    let mut id = 0;
    for to in 1..variables {
        for from in 0..to {
            if from + 1 == to && chance.below(3) > 0 || chance.below(4) < dense {
                id += 1;
                let _ = writeln!(yaml, "  H{id}: V{from} -> V{to}");
            }
        }
    }
    if id == 0 {
        yaml.push_str("  H1: V0 -> V1\n");
    }
    yaml.push_str("analysis: { mediation: { resamples: 0 } }\n");
    let mut csv = (0..variables).map(|variable| format!("v{variable}")).collect::<Vec<_>>().join(",") + "\n";
    for _ in 0..40 {
        let row: Vec<String> = (0..variables).map(|_| chance.below(1000).to_string()).collect();
        let _ = writeln!(csv, "{}", row.join(","));
    }
    std::fs::write(folder.join("a.csv"), csv).unwrap();
    std::fs::write(folder.join("study.yaml"), yaml).unwrap();
    run(&folder.join("study.yaml"), |_| {})
}

#[test]
fn path_diagrams_of_any_arrows_keep_boxes_and_labels_apart() {
    let folder = tempfile::tempdir().unwrap();
    for seed in 0..60 {
        let outcome = arrows_by_chance(seed, folder.path());
        let figures = drawn(&outcome);
        assert!(figures.iter().any(|figure| figure.id == "path-diagram"), "seed {seed}");
        check(&format!("seed {seed}"), &figures);
    }
}

/// One variable of sixty items (some with one answer only, some answers never given), eleven more, names of 300 letters, three
/// or forty cases, scales of two to eleven answers.
fn large_study(cases: usize, top: usize, folder: &std::path::Path) -> Outcome {
    let long = "Penyelenggaraan ".repeat(19);
    let items = |count: usize| (1..=count).map(|item| format!("{long}{item}")).collect::<Vec<_>>().join(", ");
    let mut yaml = format!("title: Besar\ndata: {{ file: a.csv }}\nscale: {{ min: 1, max: {top} }}\nvariables:\n");
    let _ = writeln!(yaml, "  BESAR: {{ name: {long}, indicators: [{}] }}", items(60));
    for variable in 1..=11 {
        let _ = writeln!(yaml, "  V{variable}: {{ name: {long}{variable}, indicators: [{}] }}", items(1 + variable % 3));
    }
    let claims = "  H2: BESAR -> V1 -> V2 -> V3\n  H3: V4 & V5 & V6 & V7 -> V8\n  H4: V9 -> V2\n";
    let _ = writeln!(yaml, "hypotheses:\n  H1: V10 -> V11\n{}", if cases > 9 { claims } else { "" });
    yaml.push_str("analysis: { mediation: { resamples: 100 } }\n");
    let codes: Vec<String> = (1..=60)
        .map(|item| format!("BESAR.{item}"))
        .chain((1..=11).flat_map(|variable| (1..=1 + variable % 3).map(move |item| format!("V{variable}.{item}"))))
        .collect();
    let mut csv = codes.join(",") + "\n";
    let mut chance = Chance(cases as u64 + top as u64);
    for _ in 0..cases {
        let row: Vec<String> = (0..codes.len())
            .map(|item| if item % 9 == 4 { 1 } else { 1 + chance.below(if item % 5 == 0 { 2 } else { top }) }.to_string())
            .collect();
        let _ = writeln!(csv, "{}", row.join(","));
    }
    std::fs::write(folder.join("a.csv"), csv).unwrap();
    std::fs::write(folder.join("study.yaml"), yaml).unwrap();
    run(&folder.join("study.yaml"), |_| {})
}

#[test]
fn large_studies_long_names_and_few_cases() {
    let folder = tempfile::tempdir().unwrap();
    for (cases, top) in [(40, 2), (40, 11), (40, 4), (4, 5), (3, 5), (40, 5)] {
        let figures = drawn(&large_study(cases, top, folder.path()));
        check(&format!("{cases} cases, {top} answers"), &figures);
        let has = |id: &str| figures.iter().any(|figure| figure.id == id);
        assert!(has("likert-BESAR") && has("means-BESAR"));
        assert_eq!(has("bootstrap-BESAR>V1>V2>V3"), cases > 9, "{cases} cases, {top} answers");
    }
    // More answers than a bar is parted into; their means are drawn all the same.
    let figures = drawn(&large_study(40, 100, folder.path()));
    check("100 answers", &figures);
    assert!(!figures.iter().any(|figure| figure.id.starts_with("likert")));
    assert!(figures.iter().any(|figure| figure.id == "means-BESAR"));
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} and not {expected}");
}

/// R 4.2.2 on `tests/outcomes/figures.csv`: `m <- lm(LOW ~ Z)`, `psych::skew(type = 2)` and `kurtosi`, `nortest::lillie.test`,
/// `rstandard`, `scale(fitted(m))`, `cor.test(abs(resid(w)), fitted(w))` of `w <- lm(WIDE ~ P1 + P2)`, Blom's positions by
/// `rank`, `table(cut(resid(m) / sigma(m), seq(-5, 2, .5), right = FALSE))`.
#[test]
fn what_figures_draw_is_what_r_computes() {
    let results = &all()["figures"].analyzed.results;
    let regression = results.regressions["LOW"].value().unwrap();
    close(*regression.residuals.skewness.value().unwrap(), -1.5821871818);
    close(*regression.residuals.kurtosis.value().unwrap(), 5.0057917027);
    let ks = regression.residuals.ks.value().unwrap();
    close(ks.d, 0.1100386326);
    close(ks.d_at, 0.3100386326);
    let studentized = regression.residuals.studentized.value().unwrap();
    close(studentized.lowest, -4.6703826261);
    close(studentized.highest, 1.4519652568);
    assert_eq!((studentized.above_zero, studentized.below_zero), (43, 37));
    let spread = results.regressions["WIDE"].value().unwrap().residuals.spread.value().unwrap();
    close(spread.r, 0.3212174494);
    close(spread.p, 0.0036695857);
    let series = results.series.as_ref().unwrap();
    let points = &series.regressions["LOW"];
    for (position, observed, expected) in
        [(0, 0.0077881620, 0.0000029250), (39, 0.4937694704, 0.5277364961), (79, 0.9922118380, 0.9262931733)]
    {
        close(points.observed[position], observed);
        close(points.expected[position], expected);
    }
    close(points.zpred[0], 0.0609967595);
    close(points.zpred[1], -0.7929578740);
    close(points.sresid[0], 1.3166352810);
    close(points.sresid[1], 0.1819504987);
    let zresid = points.zresid.as_ref().unwrap();
    close(zresid.sd, 0.9936507295);
    assert_eq!((zresid.start, zresid.width), (-5.0, 0.5));
    assert_eq!(zresid.counts, [1, 0, 0, 1, 0, 0, 2, 4, 8, 21, 17, 15, 11]);
    // Answers 1 to 5 of both items: 6, 14, 24, 26, 10 of 80.
    let answers = results.variables["A"].answers.value().unwrap();
    assert_eq!((answers.below, answers.middle, answers.above), (25.0, 30.0, 45.0));
}

#[test]
fn what_is_said_of_figures_follows_the_numbers() {
    let study = &all()["figures"];
    study.must_say(&[
        "sebaran lebih datar daripada kurva normal. Keputusan mengenai normalitas tetap didasarkan pada uji Kolmogorov-Smirnov.",
        "ekor sebaran lebih panjang di sebelah kiri. Keruncingannya melebihi dua kali galat bakunya: sebaran lebih runcing",
        "terutama di bagian bawah: simpangan terbesar antara distribusi amatan dan distribusi normal (D) adalah 0,110.",
        "terutama di bagian atas",
        "Lebar sebarannya cenderung bertambah searah nilai prediksi (r = 0,321; p = 0,004)",
        "Lebar sebarannya cenderung berkurang searah nilai prediksi (r = −0,393; p < 0,001)",
        "Sebanyak 43 titik berada di atas dan 37 titik di bawah angka nol pada sumbu tegak, antara −4,670 dan 1,452.",
        "45,0% berada di atas titik tengah skala, 30,0% tepat di titik tengah, dan 25,0% di bawahnya.",
        "Rata-rata semuanya sama, yaitu 3,250.",
        "dan memuat nol; interval BCa membentang dari",
        "dan tidak memuat nol.",
    ]);
    all()["figures-no-path"].must_say(&["jalur langsung Q → R, Q → S, dan R → S tidak signifikan."]);
    // The slope of YH's residuals is in the data; YN's are powers of exponential numbers.
    let violated = &all()["assumptions"];
    violated.must_say(&["pola yang melebar searah nilai prediksi", "ekor sebaran lebih panjang di sebelah kanan"]);
    let alts: Vec<String> = drawn(study).into_iter().map(|figure| figure.alt).collect();
    let says = |words: &str| assert!(alts.iter().any(|alt| alt.contains(words)), "{words}: {alts:#?}");
    says("kemencengan −1,582, keruncingan 5,006.");
    says("simpangan terbesar (D) 0,110.");
    says("43 titik di atas dan 37 titik di bawah nol, antara −4,670 dan 1,452.");
    says("25,0% jawaban di bawah titik tengah skala, 30,0% di titik tengah, 45,0% di atasnya.");
}

#[test]
fn no_figure_where_its_test_is_switched_off() {
    let mut study = run(&crate::outcomes::file("figures"), |study| {
        study.analysis.normality.clear();
        study.analysis.heteroscedasticity.clear();
    });
    let shown = |outcome: &Outcome, kind: &str| {
        bab4::report::document::drawing_files(&outcome.document.blocks).iter().any(|file| file.id.starts_with(kind))
    };
    for kind in ["histogram", "pp-plot", "scatter"] {
        assert!(!shown(&study, kind), "{kind}");
        assert!(shown(&all()["figures"], kind), "{kind}");
    }
    // Captions stand where the study wants them.
    let order = |document: &bab4::report::document::Document| {
        let text = bab4::render::markdown::render(document);
        text.find("**Gambar 4.1**").unwrap() < text.find("(gambar/likert-A.svg)").unwrap()
    };
    assert!(!order(&study.document));
    study.document.figure_captions_above = true;
    assert!(order(&study.document));
}
