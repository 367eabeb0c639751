//! Letterhead and signature: each unit's own in its reports, nobody else's.

use super::Office;
use std::io::{Cursor, Read};

const UNITS: &[(&str, usize)] = &[("dinkes", 12), ("disdik", 15), ("dinsos", 9)];

/// A logo in a colour of its own.
fn logo(colour: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\"><circle cx=\"20\" cy=\"20\" r=\"18\" fill=\"{colour}\"/></svg>\n"
    )
}

/// Two units with an office of their own, one without, and an office of all together.
fn office() -> Office {
    let office = Office::new(UNITS);
    let study = office.read("study.yaml").replace(
        "object: Kota Contoh",
        "institution: Pemerintah Kota Contoh\nperiod: Semester I 2025\nobject: Kota Contoh\n\
         office: { name: Sekretariat Daerah, address: Jalan Balai Kota 9, logo: kota.svg, head: Sekda Contoh, nip: 19700101 199503 1 009 }",
    );
    office.write("study.yaml", study);
    office.write("kota.svg", logo("#123456"));
    office.write("sehat.svg", logo("#abcdef"));
    office.write(
        "batch.yaml",
        "study: study.yaml\nby: dinas\nunits:\n\
         \x20 dinkes: { object: Dinas Kesehatan, office: { address: Jalan Sehat 1, contact: Telepon 111, logo: sehat.svg, place: Kota Contoh, \
         date: 14 Juli 2025, head: dr. Melati, rank: Pembina, nip: 197503121998032002 } }\n\
         \x20 disdik: { object: Dinas Pendidikan, office: { address: Jalan Sekolah 2, head: Drs. Kenanga } }\n",
    );
    office
}

/// The text of all parts of a document.
fn parts(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut part = Vec::new();
        archive.by_index(at).unwrap().read_to_end(&mut part).unwrap();
        text.push_str(&String::from_utf8_lossy(&part));
    }
    text
}

/// Everything a folder's files say.
fn said(office: &Office, folder: &str) -> String {
    let read = |(name, bytes): (String, Vec<u8>)| {
        if name.ends_with(".docx") { parts(&bytes) } else { String::from_utf8_lossy(&bytes).into_owned() }
    };
    // What the records say of inputs is no report.
    office.files(folder).into_iter().filter(|(name, _)| name != "run.json").map(read).collect()
}

#[test]
fn a_letterhead_and_a_signature_are_printed_in_every_format() {
    let office = office();
    let ran = office.run(&["batch", "run", "batch.yaml", "-f", "md,docx,html,typ,json"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = office.read("out/dinkes/bab-4.md");
    let head = "![Logo Dinas Kesehatan](sehat.svg)\n\n**Pemerintah Kota Contoh**  \n**Dinas Kesehatan**  \nJalan Sehat 1  \nTelepon 111\n\n---\n\nPeriode: Semester I 2025\n\n";
    assert!(text.starts_with(head), "{}", &text[..text.len().min(400)]);
    let signed =
        "Kota Contoh, 14 Juli 2025  \nKepala Dinas Kesehatan,\n\n**dr. Melati**  \nPembina  \nNIP 19750312 199803 2 002\n";
    assert!(text.contains(signed), "{}", &text[text.len() - 400..]);
    assert_eq!(office.read("out/dinkes/sehat.svg"), logo("#abcdef"));
    let typst = office.read("out/dinkes/bab-4.typ");
    assert!(
        typst.contains("#letterhead(logo: image(\"sehat.svg\"") && typst.contains("running: [Dinas Kesehatan, Semester I 2025]")
    );
    let page = office.read("out/dinkes/bab-4.html");
    assert!(page.contains("<header class=\"kop\">\n<img src=\"data:image/svg+xml;base64,"));
    assert!(page.contains("<p class=\"nama\">dr. Melati</p>\n<p>Pembina</p>\n<p>NIP 19750312 199803 2 002</p>"));
    // In Word it is the header of the first page of all.
    let bytes = office.files("out/dinkes").remove("bab-4.docx").unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (header, relations) = (part("word/header3.xml"), part("word/_rels/header3.xml.rels"));
    assert!(header.contains("Jalan Sehat 1") && header.contains("r:embed=\"rId1\"") && relations.contains("Id=\"rId2\""));
    let (body, of_body) = (part("word/document.xml"), part("word/_rels/document.xml.rels"));
    let id = of_body.split("<Relationship ").find(|entry| entry.contains("header3.xml")).unwrap();
    let id = id.split("Id=\"").nth(1).unwrap().split('"').next().unwrap();
    let first = body.split("<w:sectPr>").nth(1).unwrap();
    assert!(first.split("</w:sectPr>").next().unwrap().contains(&format!("w:type=\"first\" r:id=\"{id}\"")), "{first}");
    assert_eq!(body.matches(&format!("r:id=\"{id}\"")).count(), 1, "on the first page alone");
    assert!(part("word/header4.xml").contains("Dinas Kesehatan, Semester I 2025"));
    // What is not given leaves nothing behind; the logo of all stands for whoever has none.
    let text = office.read("out/disdik/bab-4.md");
    assert!(text.starts_with("![Logo Dinas Pendidikan](kota.svg)\n"), "{}", &text[..200]);
    assert!(text.contains("Kepala Dinas Pendidikan,\n\n**Drs. Kenanga**\n"), "no place, no rank, no number");
    let text = office.read("out/dinsos/bab-4.md");
    assert!(text.contains("**dinsos**") && !text.contains("NIP"), "a unit of which nothing is said");
}

#[test]
fn nothing_of_one_office_is_in_the_report_of_another() {
    let office = office();
    assert_eq!(office.run(&["batch", "run", "batch.yaml", "-f", "md,docx,html,typ,json"]).status, 0);
    let marks = |unit: &str| -> &[&str] {
        match unit {
            "dinkes" => {
                &["Sehat 1", "Telepon 111", "Melati", "Pembina", "19750312", "14 Juli", "abcdef", "sehat.svg", "Dinas Kesehatan"]
            }
            "disdik" => &["Sekolah 2", "Kenanga", "Dinas Pendidikan"],
            "dinsos" => &[],
            _ => &["Balai Kota", "Sekda", "19700101", "Sekretariat"],
        }
    };
    let all = ["dinkes", "disdik", "dinsos", "_gabungan"];
    for unit in all {
        let said = said(&office, &format!("out/{unit}"));
        for other in all {
            for mark in marks(other) {
                // An address in base64 is looked at in the other formats.
                let expected = other == unit;
                let found = said.contains(mark);
                assert_eq!(found, expected, "{mark} of {other} in {unit}");
            }
        }
    }
    // The summary bears the office of all, and the names of units, which it is about.
    let summary = said(&office, "out/_ringkasan");
    assert!(summary.contains("Balai Kota 9") && summary.contains("Sekda Contoh") && summary.contains("kota.svg"));
    for mark in ["Sehat 1", "Melati", "19750312", "Kenanga", "sehat.svg"] {
        assert!(!summary.contains(mark), "{mark}");
    }
}

#[test]
fn an_office_is_part_of_what_a_unit_is_made_of() {
    let office = office();
    const RUN: &[&str] = &["batch", "run", "batch.yaml", "-f", "md"];
    assert_eq!(office.run(RUN).status, 0);
    let again = |office: &Office| -> Vec<String> {
        let said = office.run(RUN).stderr;
        let made = said.lines().filter(|line| line.contains("selesai, n ="));
        made.map(|line| line.split_whitespace().nth(1).unwrap().trim_end_matches(':').to_owned()).collect()
    };
    assert!(again(&office).is_empty());
    office.write("sehat.svg", logo("#fedcba"));
    assert_eq!(again(&office), ["dinkes"], "the logo of one");
    office.write("batch.yaml", office.read("batch.yaml").replace("Kenanga", "Cempaka"));
    assert_eq!(again(&office), ["disdik"], "the head of another");
    assert!(office.read("out/disdik/bab-4.md").contains("Cempaka"));
}

#[test]
fn a_logo_that_is_none_costs_its_unit_and_names_the_place() {
    let office = office();
    office.write("sehat.svg", "GIF89a");
    let ran = office.run(&["batch", "run", "batch.yaml", "-f", "md"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("S025") && ran.stderr.contains("batch.yaml:4"), "{}", ran.stderr);
    assert!(office.path("out/disdik/bab-4.md").is_file() && !office.path("out/dinkes").exists());
    // A picture that nobody can draw is found before anything is analysed, by check as by a run.
    office.write("sehat.svg", logo("#abcdef").replace("</svg>", "<g></svg>"));
    let ran = office.run(&["batch", "run", "batch.yaml", "-f", "md"]);
    assert!(ran.status == 1 && ran.stderr.contains("S025") && ran.stderr.contains("sehat.svg:"), "{}", ran.stderr);
    let record: serde_json::Value = serde_json::from_str(&office.read("out/run.json")).unwrap();
    let state = record["units"].as_array().unwrap().iter().find(|unit| unit["unit"] == "dinkes").unwrap().to_string();
    assert!(state.contains("declared"), "{state}");
    for (logo, code) in [("tiada.png", "S019"), ("../luar.png", "S019")] {
        let fresh = super::office::office();
        fresh.write("batch.yaml", fresh.read("batch.yaml").replace("sehat.svg", logo));
        let ran = fresh.run(&["batch", "run", "batch.yaml", "-f", "md"]);
        assert!(ran.status == 1 && ran.stderr.contains(code), "{}", ran.stderr);
    }
    // A number without a name has nobody to stand under.
    office.write("sehat.svg", logo("#abcdef"));
    office.write("batch.yaml", office.read("batch.yaml").replace("head: dr. Melati, ", ""));
    let ran = office.run(&["batch", "run", "batch.yaml", "-f", "md"]);
    assert!(ran.status == 1 && ran.stderr.contains("S004") && ran.stderr.contains("head"), "{}", ran.stderr);
}

#[test]
fn templates_see_the_office_and_its_absence() {
    let office = office();
    office.write(
        "kampus/id/sections/overview.md",
        "## Instansi\n\n{% if office.given %}Laporan {{ office.name }}.{% else %}Tanpa instansi.{% endif %} \
         {% if office.head %}Dipimpin {{ office.head }} ({{ office.nip or \"tanpa NIP\" }}).{% endif %} {{ office.rank or \"Tanpa pangkat\" }}.\n",
    );
    assert_eq!(office.run(&["batch", "run", "batch.yaml", "-f", "md", "--templates", "kampus"]).status, 0);
    let text = office.read("out/disdik/bab-4.md");
    assert!(text.contains("Laporan Dinas Pendidikan. Dipimpin Drs. Kenanga (tanpa NIP). Tanpa pangkat."), "{}", &text[..900]);
    let plain = Office::new(UNITS);
    plain.write("kampus/id/sections/overview.md", office.read("kampus/id/sections/overview.md"));
    let ran = plain.run(&["render", "study.yaml", "-f", "md", "--templates", "kampus"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(plain.read("out/bab-4.md").contains("Tanpa instansi."));
}

#[test]
fn in_english_the_words_between_are_english() {
    let office = office();
    let ran = office.run(&["batch", "run", "batch.yaml", "-f", "md", "--lang", "en"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = office.read("out/dinkes/bab-4.md");
    assert!(text.contains("Period: Semester I 2025") && text.contains("Head of Dinas Kesehatan,"), "{text}");
    assert!(office.read("out/_ringkasan/ringkasan.md").contains("Head of Sekretariat Daerah,"));
}
