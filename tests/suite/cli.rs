//! The program as a user meets it: exit status, what goes where, what is written and what is left alone.

use crate::common::{example, skipped};
use assert_cmd::Command;
use std::path::{Path, PathBuf};

/// The program in an environment of its own: no typst unless a test gives one, and a folder to work in.
pub struct Bab4 {
    folder: tempfile::TempDir,
}

/// What a run left behind.
#[must_use]
pub struct Ran {
    status: i32,
    stdout: String,
    stderr: String,
}

impl Bab4 {
    pub fn new() -> Bab4 {
        Bab4 { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs without typst.
    #[track_caller]
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, Some(Path::new("no-typst-here")))
    }

    /// Runs with the typst that is named, or the one of this machine.
    #[track_caller]
    pub fn run_with(&self, arguments: &[&str], typst: Option<&Path>) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bab4"));
        command.current_dir(self.folder.path()).args(arguments);
        match typst {
            Some(typst) => command.env("BAB4_TYPST", typst),
            None => command.env_remove("BAB4_TYPST"),
        };
        let output = command.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Ran {
            status: output.status.code().expect("the program was ended by a signal"),
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
        }
    }

    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// A copy of the example, so that nothing is written into the repository.
    pub fn semarang(&self) -> String {
        for name in ["study.yaml", "responses.csv", "gambaran-umum.md", "mediasi-lmx.md", "mediasi-lmx.en.md", "pustaka.bib"] {
            self.write(&format!("semarang/{name}"), std::fs::read(example("disnaker-semarang").join(name)).unwrap());
        }
        "semarang/study.yaml".to_owned()
    }
}

impl Ran {
    #[track_caller]
    pub fn status(self, expected: i32) -> Ran {
        assert_eq!(self.status, expected, "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }

    #[track_caller]
    pub fn says(self, words: &str) -> Ran {
        assert!(self.stderr.contains(words), "«{words}» is not in:\n{}", self.stderr);
        self
    }

    #[track_caller]
    pub fn prints(self, words: &str) -> Ran {
        assert!(self.stdout.contains(words), "«{words}» is not in:\n{}", self.stdout);
        self
    }

    #[track_caller]
    pub fn prints_nothing(self) -> Ran {
        assert_eq!(self.stdout, "");
        self
    }
}

#[test]
fn alone_it_says_what_to_do_next_in_three_lines() {
    let bab4 = Bab4::new();
    let ran = bab4.run(&[]).status(0).prints("bab4 init tesis --from");
    assert_eq!(ran.stdout.lines().count(), 3);
    bab4.write("study.yaml", "");
    let _ = bab4.run(&[]).status(0).prints("bab4 check study.yaml");
    let _ = bab4.run(&["--lang", "en"]).status(0).prints("Start : bab4 init thesis");
}

#[test]
fn help_speaks_both_languages() {
    let bab4 = Bab4::new();
    let _ = bab4.run(&["--help"]).status(0).prints("Cara pakai: bab4").prints("Perintah:").prints("Menulis bab");
    let _ =
        bab4.run(&["--help", "--lang", "en"]).status(0).prints("Usage: bab4").prints("Commands:").prints("Writes the chapter");
    let _ = bab4.run(&["render", "--help"]).status(0).prints("Folder hasil").prints("Berkas studi");
    let _ = bab4.run(&["--version"]).status(0).prints(env!("CARGO_PKG_VERSION"));
}

#[test]
fn wrong_usage_is_status_2_and_names_the_mistake() {
    let bab4 = Bab4::new();
    let _ =
        bab4.run(&["rendr", "study.yaml"]).status(2).says("perintah «rendr» tidak ada; maksud Anda «render»?").prints_nothing();
    let _ = bab4.run(&["render"]).status(2).says("masih kurang: <STUDY>");
    let _ = bab4.run(&["check", "study.yaml", "--format", "x"]).status(2).says("pilihan «--format» tidak dikenal");
    let _ = bab4.run(&["check", "study.yaml", "--lang", "fr"]).status(2).says("«fr» bukan nilai untuk --lang");
    let _ = bab4.run(&["render", "study.yaml", "-f", "pfd"]).status(2).says("maksud Anda «pdf»?");
    let _ = bab4.run(&["templates"]).status(2).says("export");
}

#[test]
fn check_counts_what_is_declared_and_writes_nothing() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    let before = bab4.names("semarang");
    let _ = bab4
        .run(&["check", &study])
        .status(0)
        .prints_nothing()
        .says("siap: 4 variabel, 34 butir, 7 hipotesis, 68 responden")
        .says("berikutnya: bab4 render semarang/study.yaml");
    assert_eq!(bab4.names("semarang"), before);
}

#[test]
fn check_says_how_every_column_was_read_and_strictly_lets_no_warning_pass() {
    let bab4 = Bab4::new();
    bab4.write(
        "s.yaml",
        "title: Judul\ndata: { file: a.csv }\nscale: { min: 1, max: 3, labels: [Tidak, Kadang-kadang, Ya] }\nvariables:\n  X: { name: Iks, indicators: [Satu, Dua, { name: Tiga, reverse: true }] }\n",
    );
    // Declared as reversed, and reversed in the file already: X.3 goes with the others.
    bab4.write(
        "a.csv",
        "X.1,X.2,X.3,catatan\nYa,ya,Ya,a\nTidak,T,Tidak,\nKadang-kadang,kadang kadang,Kadang-kadang,\nYa,Ya,Ya,\nTidak,Tidak,Tidak,b\n",
    );
    let columns =
        bab4.run(&["check", "s.yaml", "--columns"]).status(0).says("peringatan[D011]: X.3").says("sudah dibalik di berkas data");
    assert!(
        columns.stderr.contains("  B «X.2» → X.2: 5 terisi, 0 kosong; ya → 3 (1), T → 1 (1), kadang kadang → 2 (1)"),
        "{}",
        columns.stderr
    );
    assert!(columns.stderr.contains("tidak dipakai: catatan"), "{}", columns.stderr);
    let strict = bab4.run(&["check", "s.yaml", "--strict"]).status(1).says("kesalahan[D011]: X.3");
    assert!(!strict.stderr.contains("siap:"), "{}", strict.stderr);
    let answered = bab4.read("s.yaml").replace("reverse: true }", "reverse: true, reverse_checked: true }");
    bab4.write("s.yaml", answered);
    let _ = bab4.run(&["check", "s.yaml", "--strict"]).status(0).says("siap:");
    // What is refused is said with its cells.
    bab4.write("a.csv", "X.1,X.2,X.3\nYa,5,Ya\nTidak,mungkin,Tidak\nYa,Ya,Ya\n");
    let _ = bab4
        .run(&["check", "s.yaml", "--columns"])
        .status(1)
        .says("1 terisi, 0 kosong; Ya → 3 (1); 2 ditolak: B2 «5», B3 «mungkin»");
}

#[test]
fn init_takes_groups_and_names_and_refuses_what_is_none() {
    let bab4 = Bab4::new();
    bab4.write("a.csv", "bersedia?,Saya teliti,Saya cepat,Saya ramah\nYa,4,5,3\nTidak,,,\nYa,3,3,4\nYa,5,4,5\nYa,2,3,2\n");
    let _ = bab4.run(&["init", "t", "--from", "a.csv", "--groups", "X=D"]).status(0);
    let study = bab4.read("t/study.yaml");
    assert!(study.contains("columns: \"D:D\"") && study.contains("keep: { \"bersedia?\": \"Ya\" }"), "{study}");
    let _ = bab4.run(&["check", "t/study.yaml"]).status(0).says("4 responden");
    let _ = bab4.run(&["init", "u", "--from", "a.csv", "--groups", "X=1:2"]).status(2).says("«X=1:2» tidak dapat dibaca");
}

/// A chapter in the other language would hold Indonesian words: `check` says so, as `render` would.
#[test]
fn check_in_another_language_names_what_has_no_translation() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    let _ = bab4.run(&["check", &study, "--lang", "en"]).status(0).says("write it in both languages");
    assert!(!bab4.run(&["check", &study]).status(0).stderr.contains("kedua bahasa"));
}

#[test]
fn check_reports_every_problem_at_once_with_its_place() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    let text =
        bab4.read(&study).replace("title: >-", "judul: a\ntitle: >-").replace("H2: { claim: X2 -> Y1", "H2: { claim: X9 -> Y1");
    bab4.write(&study, text);
    let ran = bab4.run(&["check", &study]).status(1).says("«judul»").says("X9").says("berikutnya: perbaiki berkas studi");
    assert!(ran.stderr.contains("semarang/study.yaml:2:1"), "{}", ran.stderr);
}

#[test]
fn a_study_that_is_no_text_is_one_problem() {
    let bab4 = Bab4::new();
    bab4.semarang();
    let _ = bab4.run(&["check", "tiada.yaml"]).status(1).says("berkas studi «tiada.yaml» tidak ada").says("bab4 init");
    let _ = bab4.run(&["check", "semarang"]).status(1).says("adalah folder").says("maksud Anda");
    bab4.write("latin.yaml", b"title: Andr\xe9\n");
    let _ = bab4.run(&["render", "latin.yaml"]).status(1).says("bukan teks UTF-8 (baris 1)");
    bab4.write("besar.yaml", vec![b'#'; 5 << 20]);
    let _ = bab4.run(&["analyze", "besar.yaml"]).status(1).says("lebih besar dari 4 MiB").prints_nothing();
    bab4.write("kosong.yaml", "");
    let _ = bab4.run(&["check", "kosong.yaml", "--lang", "en"]).status(1).says("error[");
}

#[test]
fn data_problems_name_their_cell() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    let data = bab4.read("semarang/responses.csv").replacen(",4,4,4,4,5,", ",4,9,4,4,5,", 1);
    bab4.write("semarang/responses.csv", data);
    let _ = bab4.run(&["render", &study]).status(1).says("D006").says("baris 2").says("X1.2");
    assert!(!bab4.path("semarang/out").exists(), "nothing is written when the data are wrong");
}

#[test]
fn analyze_prints_results_and_findings_and_nothing_else() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    let ran = bab4.run(&["analyze", &study]).status(0);
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["data"]["n"], 68);
    assert_eq!(json["hypotheses"].as_array().unwrap().len(), 7);
    assert!(json.get("series").is_none(), "series only when asked for");
    // Putri (2019), Table 4.17: B of competence ,496.
    let b = json["regressions"]["Y1"]["coefficients"][1]["b"].as_f64().unwrap();
    assert!((b - 0.496).abs() < 0.0005, "{b}");
    // A name may be missing (no dimension, no weakest item); a number that is missing has a reason instead of null.
    for line in ran.stdout.lines().filter(|line| line.contains("null")) {
        let names = ["dimension", "regression", "better_without", "reason", "hypothesis"];
        assert!(names.iter().any(|name| line.contains(&format!("\"{name}\": null"))), "{line}");
    }
    assert_eq!(json["meta"]["study_hash"].as_str().unwrap().len(), 64);

    let _ = bab4.run(&["analyze", &study, "--series", "-o", "hasil/semua.json"]).status(0).prints_nothing();
    let json: serde_json::Value = serde_json::from_str(&bab4.read("hasil/semua.json")).unwrap();
    assert!(json["series"].is_object());
}

#[test]
fn the_same_study_gives_the_same_bytes() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    for out in ["satu", "dua"] {
        let _ = bab4.run(&["render", &study, "-f", "docx,md,json,typ", "-o", out]).status(0);
    }
    assert_eq!(bab4.names("satu"), ["bab-4.docx", "bab-4.md", "bab-4.typ", "gambar", "layout.typ", "results.json"]);
    let drawings = bab4.names("satu/gambar");
    assert_eq!(drawings.len(), 15);
    let files = bab4.names("satu").into_iter().filter(|name| name != "gambar");
    let bytes = |folder: &str, name: &str| std::fs::read(bab4.path(folder).join(name)).unwrap();
    for name in files.chain(drawings.into_iter().map(|name| format!("gambar/{name}"))) {
        assert!(bytes("satu", &name) == bytes("dua", &name), "{name}");
    }
}

#[test]
fn render_counts_the_verdicts_and_replaces_old_files_whole() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    bab4.write("semarang/out/bab-4.md", "lama");
    let _ = bab4
        .run(&["render", &study, "-f", "md"])
        .status(0)
        .prints_nothing()
        .says("selesai: 7 hipotesis, 6 diterima, 1 ditolak; lihat semarang");
    assert_eq!(bab4.names("semarang/out"), ["bab-4.md", "gambar"], "no temporary file stays");
    let chapter = bab4.read("semarang/out/bab-4.md");
    assert!(chapter.contains("BAB IV") && chapter.contains("0,607"), "{}", &chapter[..400.min(chapter.len())]);
}

#[test]
fn without_typst_the_rest_is_written_and_only_a_named_pdf_fails() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    let _ = bab4.run(&["render", &study]).status(0).says("R001").says("cargo install --locked typst-cli").says("selesai");
    assert_eq!(bab4.names("semarang/out"), ["bab-4.docx", "bab-4.md", "gambar", "results.json"]);
    let _ = bab4.run(&["render", &study, "-o", "lagi"]).status(0).says("PDF dilewati, DOCX selesai").says("lihat lagi");
    let _ = bab4.run(&["render", &study, "-f", "pdf,md", "-o", "bernama"]).status(3).says("R001");
    assert_eq!(bab4.names("bernama"), ["bab-4.md", "gambar"]);
}

#[cfg(unix)]
#[test]
fn a_typst_that_refuses_costs_the_pdf_alone() {
    use std::os::unix::fs::PermissionsExt;
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    let typst = bab4.write("typst", "#!/bin/sh\necho 'bab-4.typ:1:1: error: no' >&2\nexit 1\n");
    std::fs::set_permissions(&typst, std::fs::Permissions::from_mode(0o755)).unwrap();
    let _ = bab4.run_with(&["render", &study], Some(&typst)).status(3).says("R002").says("error: no");
    assert_eq!(bab4.names("semarang/out"), ["bab-4.docx", "bab-4.md", "gambar", "results.json"]);
}

#[test]
fn render_makes_a_pdf_where_typst_is() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    if bab4::typeset::find_typst().is_none() {
        return skipped("cli::render_makes_a_pdf_where_typst_is", "typst is not installed");
    }
    let _ = bab4.run_with(&["render", &study], None).status(0).says("bab-4.docx");
    assert_eq!(bab4.names("semarang/out"), ["bab-4.docx", "bab-4.md", "bab-4.pdf", "gambar", "results.json"]);
    assert!(std::fs::read(bab4.path("semarang/out/bab-4.pdf")).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn pictures_of_the_author_stand_beside_the_chapter() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    // The smallest PNG: one pixel.
    let png: &[u8] = &[
        0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0,
        0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 10, b'I', b'D', b'A', b'T', 0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xAF,
        0xA4, 0x71, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
    ];
    bab4.write("semarang/gambar/kantor.png", png);
    let overview = bab4.read("semarang/gambaran-umum.md") + "\n![Kantor dinas](gambar/kantor.png)\n";
    bab4.write("semarang/gambaran-umum.md", overview);
    let _ = bab4.run(&["render", &study, "-f", "md,typ"]).status(0);
    assert_eq!(std::fs::read(bab4.path("semarang/out/gambar/kantor.png")).unwrap(), png);
    if bab4::typeset::find_typst().is_some() {
        let _ = bab4.run_with(&["render", &study, "-f", "pdf", "-o", "pdf"], None).status(0);
        assert_eq!(bab4.names("pdf"), ["bab-4.pdf"], "a PDF holds its pictures");
    } else {
        skipped("cli::pictures_of_the_author_stand_beside_the_chapter (PDF)", "typst is not installed");
    }
    std::fs::remove_file(bab4.path("semarang/gambar/kantor.png")).unwrap();
    let _ = bab4.run(&["render", &study, "-f", "md", "-o", "tanpa"]).status(1).says("gambar/kantor.png");
    assert!(!bab4.path("tanpa").exists());
}

#[test]
fn an_edited_docx_is_never_overwritten() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    let render = || bab4.run(&["render", &study, "-f", "docx"]).status(0);
    let _ = render();
    let first = std::fs::read(bab4.path("semarang/out/bab-4.docx")).unwrap();
    let again = render();
    assert!(!again.stderr.contains("(2)"), "one that nobody edited is replaced: {}", again.stderr);
    assert_eq!(bab4.names("semarang/out"), ["bab-4.docx"]);
    // What somebody wrote instead, under the same name.
    bab4.write("semarang/out/bab-4.docx", "tulisan saya sendiri");
    let _ = render().says("bab-4.docx» sudah Anda sunting dan tidak ditimpa").says("lihat semarang").says("bab-4 (2).docx");
    assert_eq!(bab4.names("semarang/out"), ["bab-4 (2).docx", "bab-4.docx"]);
    assert_eq!(bab4.read("semarang/out/bab-4.docx"), "tulisan saya sendiri");
    assert!(std::fs::read(bab4.path("semarang/out/bab-4 (2).docx")).unwrap() == first);
    // The second is ours and is replaced; once edited too, the third is written.
    let _ = render().says("bab-4 (2).docx");
    assert_eq!(bab4.names("semarang/out"), ["bab-4 (2).docx", "bab-4.docx"]);
    bab4.write("semarang/out/bab-4 (2).docx", "juga");
    let _ = render().says("bab-4 (3).docx");
    assert_eq!(bab4.names("semarang/out"), ["bab-4 (2).docx", "bab-4 (3).docx", "bab-4.docx"]);
}

#[test]
fn a_docx_that_is_open_elsewhere_is_one_clear_error() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    let _ = bab4.run(&["render", &study, "-f", "docx"]).status(0);
    for lock in [".~lock.bab-4.docx#", "~$bab-4.docx", "~$b-4.docx"] {
        let lock = bab4.write(&format!("semarang/out/{lock}"), "");
        let _ = bab4.run(&["render", &study, "-f", "docx,md"]).status(3).says("sedang dibuka program lain").says("tutup dulu");
        assert!(!bab4.path("semarang/out/bab-4.md").exists(), "nothing half-written");
        std::fs::remove_file(lock).unwrap();
    }
    let _ = bab4.run(&["render", &study, "-f", "docx,md"]).status(0);
}

#[test]
fn a_folder_that_cannot_be_written_is_the_machines_fault() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    bab4.write("bukan-folder", "a file");
    let _ = bab4.run(&["render", &study, "-f", "md", "-o", "bukan-folder"]).status(3).says("tidak dapat ditulis");
    assert_eq!(bab4.read("bukan-folder"), "a file");
}

#[test]
fn init_makes_a_study_from_the_users_own_file_and_overwrites_nothing() {
    let bab4 = Bab4::new();
    bab4.write("jawaban.csv", std::fs::read(example("disnaker-semarang").join("responses.csv")).unwrap());
    let _ = bab4.run(&["init", "tesis", "--from", "jawaban.csv"]).status(0).says("68 baris jawaban").says("bab4 check");
    assert_eq!(bab4.names("tesis"), ["jawaban.csv", "study.yaml"]);
    let first = bab4.read("tesis/study.yaml");
    let _ = bab4.run(&["check", "tesis/study.yaml"]).status(0).says("34 butir").says("68 responden");
    let _ = bab4.run(&["init", "tesis"]).status(1).says("sudah ada dan tidak ditimpa");
    assert_eq!(bab4.read("tesis/study.yaml"), first);
    bab4.write("lain/jawaban.csv", "a,b\n1,2\n");
    let _ = bab4.run(&["init", "lain", "--from", "jawaban.csv"]).status(1).says("isi lain");
    assert_eq!(bab4.names("lain"), ["jawaban.csv"]);
    let _ = bab4.run(&["init", "baru", "--from", "tiada.csv"]).status(1).says("berkas «tiada.csv» tidak ada");
    assert!(!bab4.path("baru").exists());
}

#[test]
fn init_alone_gives_a_study_whose_only_problem_is_that_the_data_are_not_there() {
    let bab4 = Bab4::new();
    let _ = bab4.run(&["init", "tesis"]).status(0).says("dibuat:");
    let ran = bab4.run(&["check", "tesis/study.yaml"]).status(1).says("responses.csv");
    assert_eq!(ran.stderr.matches("kesalahan[").count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("peringatan[S004]: 19 teks masih harus Anda lengkapi"), "{}", ran.stderr);
}

#[test]
fn models_are_listed_and_shown_as_they_are_written() {
    let bab4 = Bab4::new();
    let _ = bab4.run(&["models"]).status(0).prints("ocb-semarang").prints("Organizational Citizenship Behavior");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("models/ocb-semarang.yaml");
    assert_eq!(bab4.run(&["models", "ocb-semarang"]).status(0).stdout, std::fs::read_to_string(file).unwrap());
    let _ = bab4.run(&["models", "ocb-semarnag"]).status(1).says("maksud Anda «ocb-semarang»?").prints_nothing();
}

#[test]
fn exported_templates_can_be_edited_and_used() {
    let bab4 = Bab4::new();
    let study = bab4.semarang();
    let _ = bab4.run(&["templates", "export", "templat"]).status(0).says("--templates templat");
    let _ = bab4.run(&["templates", "export", "templat"]).status(1).says("tidak ditimpa");
    let chapter = bab4.read("templat/id/sections/overview.md") + "\nKalimat saya sendiri.\n";
    bab4.write("templat/id/sections/overview.md", chapter);
    let _ = bab4.run(&["render", &study, "-f", "md", "--templates", "templat"]).status(0);
    assert!(bab4.read("semarang/out/bab-4.md").contains("Kalimat saya sendiri."));
    let _ = bab4.run(&["render", &study, "--templates", "tiada"]).status(1).says("«tiada» tidak dapat dibaca");
    bab4.write("templat/id/sections/overview.md", "{{ rusak");
    let _ = bab4.run(&["render", &study, "-f", "md", "--templates", "templat", "-o", "rusak"]).status(1).says("T001");
    assert!(!bab4.path("rusak").exists());
}

#[test]
fn every_example_checks_and_renders() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut rendered = 0;
    for entry in std::fs::read_dir(examples).unwrap() {
        let study = entry.unwrap().path().join("study.yaml");
        if study.is_file() {
            let bab4 = Bab4::new();
            let study = study.to_string_lossy();
            let _ = bab4.run(&["check", &study]).status(0);
            let _ = bab4.run(&["render", &study, "-f", "md,json", "-o", "out"]).status(0);
            rendered += 1;
        }
    }
    assert!(rendered > 0, "no example was found");
}
