//! The documents say what is so: commands exist, the study in the README is one, files that are named are there.

use crate::common::root;
use assert_cmd::Command;

fn document(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

/// The code blocks of a document with this mark, ```` ```yaml ````.
fn blocks<'a>(text: &'a str, mark: &str) -> Vec<&'a str> {
    let begin = format!("```{mark}\n");
    text.split(begin.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_study_in_the_readme_is_accepted() {
    let readme = document("README.md");
    let studies = blocks(&readme, "yaml");
    assert_eq!(studies.len(), 1);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("study.yaml"), studies[0].replace("answers.xlsx", "answers.csv")).unwrap();
    let mut csv = String::from("jenis_kelamin,X.1,X.2,X.3,Y_1,Y_2,Y_3\n");
    for case in 0_usize..70 {
        let answers: Vec<String> = (0..6).map(|item| (1 + (case * (item + 2) + case / 3 + item) % 5).to_string()).collect();
        csv.push_str(&format!("{},{}\n", ["Laki-laki", "Perempuan"][case % 2], answers.join(",")));
    }
    std::fs::write(folder.path().join("answers.csv"), csv).unwrap();
    for command in [&["check", "study.yaml"][..], &["render", "study.yaml", "-f", "md,json"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_bab4")).current_dir(folder.path()).args(command).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// The three commands run on the workbook of the example, and say what the README says they say.
#[test]
fn the_transcript_from_a_form_to_a_chapter_is_true() {
    let readme = document("README.md");
    let behind = readme.split_once("<!-- transcript").unwrap().1;
    let commands: Vec<&str> = behind.split("```").nth(1).unwrap().trim().lines().collect();
    assert_eq!(commands.len(), 3);
    let folder = tempfile::tempdir().unwrap();
    let form = root().join("examples/google-forms/Formulir tanpa judul (Jawaban).xlsx");
    std::fs::copy(form, folder.path().join("jawaban.xlsx")).unwrap();
    let mut said = Vec::new();
    for command in commands {
        // Words in quotation marks are one argument.
        let arguments: Vec<String> = command
            .split('"')
            .enumerate()
            .flat_map(|(at, part)| match at % 2 {
                0 => part.split_whitespace().map(str::to_owned).collect(),
                _ => vec![part.to_owned()],
            })
            .skip(1)
            .collect();
        let output = Command::new(env!("CARGO_BIN_EXE_bab4")).current_dir(folder.path()).args(&arguments).output().unwrap();
        said.push(String::from_utf8(output.stderr).unwrap());
        assert!(output.status.success(), "{command}: {}", said.last().unwrap());
    }
    for line in blocks(&readme, "text")[0].lines() {
        assert!(said[1].lines().any(|found| found == line), "check does not say\n{line}\nbut\n{}", said[1]);
    }
    let chapter = std::fs::read_to_string(folder.path().join("tesis/out/bab-4.md")).unwrap();
    assert!(chapter.contains("Disiplin Kerja") && chapter.contains("H1"));
    assert!(folder.path().join("tesis/out/bab-4.docx").exists());
    assert!(!chapter.contains("latihan01@contoh.id"), "nothing personal is printed");
}

#[test]
fn every_command_in_the_readme_exists_and_every_command_is_in_it() {
    let readme = document("README.md");
    let named: Vec<&str> = readme.split("bab4 ").skip(1).filter_map(|rest| rest.split([' ', '`', '\n', '|']).next()).collect();
    let output = Command::new(env!("CARGO_BIN_EXE_bab4")).args(["--help", "--lang", "en"]).output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let listed = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let commands: Vec<&str> = listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 4, "{help}");
    for command in &commands {
        assert!(named.contains(command), "`bab4 {command}` is not in the README");
    }
    let mut in_block = false;
    for line in readme.lines() {
        in_block ^= line.starts_with("```");
        let Some(call) = line.strip_prefix("| `").or(in_block.then_some(line)).and_then(|line| line.strip_prefix("bab4 ")) else {
            continue;
        };
        let command = call.split([' ', '`']).next().unwrap();
        assert!(commands.contains(&command), "the README names `bab4 {command}`");
    }
}

#[test]
fn files_that_the_documents_name_are_there() {
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = document(name);
        let mut seen = 0;
        for word in text.split('`').skip(1).step_by(2) {
            let path = word.trim_end_matches('/');
            let ours = ["src/", "templates/", "tests/", "models/", "examples/"].iter().any(|start| path.starts_with(start));
            // Patterns and files of the worked example are no files.
            if !ours || path.contains(['<', '*', '{', ' ']) || path.ends_with("anderson_darling.rs") {
                continue;
            }
            seen += 1;
            assert!(root().join(path).exists(), "{name} names `{path}`, which is not there");
        }
        assert!(seen > 0, "{name} names no file of ours: the test reads it wrongly");
    }
}

#[test]
fn the_glossary_knows_the_keys_of_the_study_file() {
    let contributing = document("CONTRIBUTING.md");
    let glossary = contributing.split_once("## Glossary").unwrap().1;
    let mut keys = 0;
    for line in glossary.lines().filter(|line| line.starts_with("| `")) {
        let key = line.trim_start_matches("| `").split('`').next().unwrap();
        let top = key.split('.').next().unwrap();
        let inner = ["dimensions", "indicators", "items", "score", "uses", "claim"];
        assert!(bab4::study::file::KEYS.contains(&top) || inner.contains(&top), "`{key}` is no key of the study file");
        keys += 1;
    }
    assert!(keys > 8, "the glossary was not found");
}

#[test]
fn the_architecture_fits_on_a_few_pages() {
    assert!(document("ARCHITECTURE.md").lines().count() <= 150);
}
