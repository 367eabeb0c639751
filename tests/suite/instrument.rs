//! Instruments: every model becomes a questionnaire, forms and a data sheet, and a chapter on practice answers in two commands.

use crate::cli::Bab4;
use bab4::diagnostics::SourceFiles;
use bab4::instrument::{instrument, practice};
use bab4::language::Language;
use bab4::pipeline::Run;
use bab4::render;
use bab4::stats::correlation::pearson;
use bab4::study::{Models, Study};
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;
use std::path::Path;

fn names() -> Vec<String> {
    Models::shipped(&mut SourceFiles::default()).iter().map(|model| model.name.clone()).collect()
}

/// A study whose survey is still to come.
fn planned(yaml: &str) -> Study {
    let mut run = Run::default();
    let study = run.plan(Path::new("no-such-folder/study.yaml"), yaml);
    study.unwrap_or_else(|| panic!("{}", bab4::diagnostics::emit::human(&run.diagnostics, &run.sources, Language::En)))
}

/// The cells of a sheet as texts, row by row.
fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<String>> {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let range = workbook.worksheet_range(name).unwrap();
    let text = |cell: &Data| cell.to_string();
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

const STUDY: &str = "\
title: Pengaruh Beban Kerja terhadap Kinerja
object: Dinas Contoh
subjects: pegawai
data: { file: jawaban.csv, keep: { bersedia: Ya }, distributed: 60 }
scale: { min: 1, max: 5, labels: [Sangat Tidak Setuju, Tidak Setuju, Netral, Setuju, Sangat Setuju], abbreviations: [STS, TS, N, S, SS] }
respondents:
  jk: { name: Jenis Kelamin, column: JK, values: { 1: Laki-laki, 2: Perempuan } }
  umur: { name: Umur, classes: [20, 30, 40], unit: tahun }
variables:
  X: { name: Beban Kerja, indicators: [{ name: Target, statement: Target kerja saya berat. }, { name: Waktu, statement: \"Waktu kerja, bagi saya, cukup.\", reverse: true }] }
  Y: { uses: kinerja-mitchell }
  HADIR: { name: Kehadiran, column: hadir, range: [0, 100] }
";

#[test]
fn the_questionnaire_asks_everything_and_explains_the_answers() {
    let study = planned(STUDY);
    let made = instrument(&study, Language::Id).unwrap();
    let text = render::markdown::render(&made.questionnaire).replace('\\', "");
    for words in [
        "# Kuesioner Penelitian",
        "“Pengaruh Beban Kerja terhadap Kinerja”",
        "Yth. pegawai pada Dinas Contoh",
        "## A. Identitas Responden",
        "☐ Laki-laki<br>☐ Perempuan",
        "…… tahun",
        "## B. Petunjuk Pengisian",
        "- STS = Sangat Tidak Setuju",
        "## C. Beban Kerja",
        "| No. | Pernyataan | STS | TS | N | S | SS |",
        "| 2 | Waktu kerja, bagi saya, cukup. | ☐ | ☐ | ☐ | ☐ | ☐ |",
        "## D. Kinerja Pegawai",
    ] {
        assert!(text.contains(words), "no {words} in\n{text}");
    }
    assert!(!text.contains("Tabel") && !text.contains("Kehadiran"), "{text}");
    let english = render::markdown::render(&instrument(&study, Language::En).unwrap().questionnaire);
    assert!(english.contains("The results of my work meet the required standard of quality."), "{english}");
}

/// The name of an indicator is no question: what is missing is marked, never made up.
#[test]
fn an_item_without_a_statement_is_marked() {
    let study = planned(
        "title: A\ndata: { file: a.csv }\nscale: { min: 1, max: 5 }\nvariables:\n  X: { name: Motivasi, indicators: [Gaji] }\n",
    );
    let made = instrument(&study, Language::Id).unwrap();
    assert!(render::markdown::render(&made.questionnaire).contains("LENGKAPI: pernyataan untuk indikator Gaji"));
    assert!(made.list.contains("[LENGKAPI: pernyataan untuk indikator Gaji]"));
}

#[test]
fn forms_and_data_sheet_carry_the_headers_that_are_looked_for() {
    let study = planned(STUDY);
    let made = instrument(&study, Language::Id).unwrap();
    let headers: Vec<String> = ["bersedia", "JK", "umur", "X.1", "X.2"].map(str::to_owned).into();
    let data = sheet(&made.sheet, "Jawaban");
    assert_eq!(data[0][..5], headers);
    assert_eq!((data[0].len(), data.len()), (19, 1), "headers alone");
    assert_eq!(data[0][18], "hadir");
    let guide = sheet(&made.sheet, "Petunjuk");
    assert!(guide.iter().any(|row| row[0] == "X.1" && row[2].starts_with("1 = Sangat Tidak Setuju; ")), "{guide:?}");
    assert!(guide.iter().any(|row| row[0] == "JK" && row[2] == "1 = Laki-laki; 2 = Perempuan"));
    // Rules of the cells: items, the attendance and the sex.
    let mut archive = zip::ZipArchive::new(Cursor::new(made.sheet.clone())).unwrap();
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut xml).unwrap();
    assert!(xml.matches("<dataValidation ").count() >= 3, "{xml}");
    assert!(xml.contains("type=\"whole\"") && xml.contains("type=\"decimal\"") && xml.contains("type=\"list\""), "{xml}");

    let survey = sheet(&made.form, "survey");
    assert_eq!(survey[0][..3], ["type", "name", "label"]);
    assert!(survey.iter().any(|row| row[..3] == ["select_one skala_1", "X_1", "Target kerja saya berat."]), "{survey:?}");
    assert!(survey.iter().any(|row| row[..2] == ["select_one pilihan_jk", "JK"]));
    let choices = sheet(&made.form, "choices");
    assert!(choices.iter().any(|row| row[..] == ["skala_1", "5", "Sangat Setuju"]), "{choices:?}");
    // Whole groups, one list of answers.
    let begun = survey.iter().filter(|row| row[0] == "begin_group").count();
    assert_eq!((begun, survey.iter().filter(|row| row[0] == "end_group").count()), (2, 2));
    assert!(made.list.contains("    Target kerja saya berat.\n") && made.list.contains("    Sangat Setuju\n"), "{}", made.list);
    // The same study, the same bytes.
    let again = instrument(&study, Language::Id).unwrap();
    assert!(again.sheet == made.sheet && again.form == made.form);
}

/// Two thousand pairs of columns would be needed to see one beyond 4.5 standard errors by chance.
#[test]
fn practice_answers_are_related_to_nothing() {
    let mut study = planned(STUDY);
    study.data.distributed = Some(500);
    let csv = practice::csv(&study);
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 501);
    assert_eq!(rows[0][0], "LATIHAN");
    assert!(rows[1..].iter().all(|row| row[0] == "LATIHAN" && row[1] == "Ya"));
    let columns: Vec<Vec<f64>> =
        (2..rows[0].len()).map(|column| rows[1..].iter().map(|row| row[column].parse().unwrap()).collect()).collect();
    for (position, a) in columns.iter().enumerate() {
        for b in &columns[position + 1..] {
            let r = pearson(a, b).unwrap().r;
            assert!(r.abs() < 4.5 / 500f64.sqrt(), "r = {r}");
        }
    }
    // Every answer of the scale occurs, and none outside it.
    let mut seen: Vec<i64> = columns[2].iter().map(|value| *value as i64).collect();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen, [1, 2, 3, 4, 5]);
    assert_eq!(csv, practice::csv(&study), "the seed is the study's");
}

#[test]
fn a_column_by_its_letter_stands_in_its_place() {
    let study = planned(
        "title: A\ndata: { file: a.csv, distributed: 12 }\nscale: { min: 1, max: 5 }\nvariables:\n  X: { name: Motivasi, columns: \"C:D\", indicators: [a, b] }\n  Y: { name: Nilai, column: nilai, range: [0, 10] }\n",
    );
    let csv = practice::csv(&study);
    assert!(csv.starts_with("LATIHAN,nilai,X.1,X.2\n"), "{csv}");
}

#[test]
fn every_model_becomes_a_chapter_in_two_commands() {
    for name in names() {
        let bab4 = Bab4::new();
        let _ = bab4.run(&["init", "tesis", "--model", &name]).status(0).says("data latihan");
        let ran = bab4.run(&["render", "tesis/study.yaml", "-f", "md,json"]);
        let _ = ran.status(0);
        let chapter = bab4.read("tesis/out/bab-4.md");
        assert!(chapter.contains("**Data latihan.**"), "{name}: no banner");
        let described = ["Deskripsi Variabel", "Nilai Berdasarkan Catatan Kepegawaian"];
        assert!(described.iter().any(|heading| chapter.contains(heading)), "{name}");
        let json: serde_json::Value = serde_json::from_str(&bab4.read("tesis/out/results.json")).unwrap();
        assert_eq!(json["meta"]["practice"], true, "{name}");
        assert_eq!(json["data"]["n"], 100, "{name}");
        for file in ["kuesioner.docx", "kuesioner.md", "kuesioner-xlsform.xlsx", "kuesioner-google-forms.md", "lembar-data.xlsx"]
        {
            assert!(bab4.path(&format!("tesis/instrumen/{file}")).is_file(), "{name}: no {file}");
        }
    }
}

#[test]
fn several_models_get_codes_of_their_own_and_hypotheses() {
    let bab4 = Bab4::new();
    let _ =
        bab4.run(&["init", "tesis", "--model", "berakhlak-se-20-2021", "lmx-7", "kinerja-mitchell", "--lang", "en"]).status(0);
    let study = bab4.read("tesis/study.yaml");
    for line in
        ["  X1: { uses: berakhlak-se-20-2021 }", "  X2: { uses: lmx-7 }", "  Y: { uses: kinerja-mitchell }", "  H2: X2 -> Y"]
    {
        assert!(study.contains(line), "no {line} in\n{study}");
    }
    let _ = bab4.run(&["check", "tesis/study.yaml"]).status(0);
    let _ = bab4.run(&["init", "lain", "--model", "lmx-8"]).status(1).says("lmx-7");
}

/// `--from` a study: its instrument, beside what is there already, which is left alone.
#[test]
fn the_instrument_of_a_study_overwrites_nothing() {
    let bab4 = Bab4::new();
    bab4.write("studi.yaml", STUDY);
    let _ = bab4.run(&["init", "lapangan", "--from", "studi.yaml"]).status(0).says("lapangan");
    assert!(bab4.read("lapangan/jawaban.csv").starts_with("LATIHAN,bersedia,JK,umur,X.1"));
    bab4.write("lapangan/instrumen/kuesioner.md", "sudah disunting");
    let _ = bab4.run(&["init", "lapangan", "--from", "studi.yaml"]).status(0).says("tidak ditimpa");
    assert_eq!(bab4.read("lapangan/instrumen/kuesioner.md"), "sudah disunting");
}

/// A study whose survey is a workbook goes to a folder of its own and becomes a chapter there, with its own model.
#[test]
fn a_study_is_rendered_where_its_practice_answers_are() {
    let bab4 = Bab4::new();
    bab4.write(
        "studi.yaml",
        STUDY.replace("jawaban.csv", "jawaban.xlsx").replace("\nscale:", "\nreport: { overview: gambaran.md }\nscale:"),
    );
    bab4.write("gambaran.md", "Dinas Contoh didirikan di ibu kota.\n");
    bab4.write("models/buatan-sendiri.yaml", include_str!("../../models/lmx-7.yaml"));
    let _ = bab4.run(&["init", "latihan", "--from", "studi.yaml"]).status(0).says("bab4 render latihan");
    assert!(bab4.read("latihan/models/buatan-sendiri.yaml").contains("licence"));
    let _ = bab4.run(&["render", "latihan/studi.yaml", "-f", "md"]).status(0);
    let chapter = bab4.read("latihan/out/bab-4.md");
    assert!(chapter.contains("Data latihan") && chapter.contains("Dinas Contoh didirikan di ibu kota."), "{chapter}");
}

/// A try-out that is there is copied and stays what it is; one that is still to come gets practice answers of other persons.
#[test]
fn the_try_out_goes_along_or_is_practised() {
    let bab4 = Bab4::new();
    bab4.write("studi.yaml", STUDY.replace("{ file: jawaban.csv,", "{ file: jawaban.csv, pilot: uji-coba.csv,"));
    let _ = bab4.run(&["init", "latihan", "--from", "studi.yaml"]).status(0).says("latihan/uji-coba.csv");
    let (survey, tryout) = (bab4.read("latihan/jawaban.csv"), bab4.read("latihan/uji-coba.csv"));
    assert!(tryout.starts_with("LATIHAN,X.1,X.2,Y.1"), "{tryout}");
    // The same questions to other persons.
    let first = |text: &str, column: &str| -> Vec<String> {
        let at = text.lines().next().unwrap().split(',').position(|name| name == column).unwrap();
        text.lines().skip(1).take(20).map(|line| line.split(',').nth(at).unwrap().to_owned()).collect()
    };
    assert_ne!(first(&survey, "Y.1"), first(&tryout, "Y.1"));
    let _ = bab4.run(&["render", "latihan/studi.yaml", "-f", "md"]).status(0);
    assert!(bab4.read("latihan/out/bab-4.md").contains("Data latihan"));
    // What was collected is copied as it is.
    let collected = format!("{}\n", tryout.lines().take(12).collect::<Vec<_>>().join("\n"));
    bab4.write("uji-coba.csv", &collected);
    let _ = bab4.run(&["init", "lapangan", "--from", "studi.yaml"]).status(0).says("lapangan/uji-coba.csv");
    assert_eq!(bab4.read("lapangan/uji-coba.csv"), collected);
    assert!(bab4.read("lapangan/jawaban.csv").starts_with("LATIHAN,bersedia"));
}
