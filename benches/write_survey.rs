//! Writes a survey of any size and its study into a folder, to time the program itself:
//! `cargo bench --bench write_survey -- FOLDER ROWS`.
#![allow(clippy::unwrap_used, missing_docs)]

mod survey;

fn main() {
    // cargo adds `--bench`.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let [folder, rows] = &arguments[..] else { return };
    let folder = std::path::Path::new(folder);
    std::fs::create_dir_all(folder).unwrap();
    for (name, text) in survey::FILES {
        std::fs::write(folder.join(name), text).unwrap();
    }
    std::fs::write(folder.join("study.yaml"), survey::study(0)).unwrap();
    std::fs::write(folder.join("responses.csv"), survey::csv(rows.parse().unwrap())).unwrap();
}
