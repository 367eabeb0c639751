//! `bab4` alone: what to do next, in three lines.

use super::Status;
use super::console::Console;
use crate::language::Message;
use std::path::Path;

/// Says what to do next; a study file in the current folder is named.
pub fn run(console: &Console) -> Status {
    console.result(lines(Path::new("study.yaml").is_file()).get(console.language()))
}

fn lines(study_is_here: bool) -> Message {
    let study = if study_is_here { "study.yaml" } else { "tesis/study.yaml" };
    let thesis = if study_is_here { "study.yaml" } else { "thesis/study.yaml" };
    Message::new(
        format!(
            "Mulai   : bab4 init tesis --from jawaban.xlsx   (membuat tesis/study.yaml dari berkas kuesioner Anda)\n\
             Periksa : bab4 check {study}   (semua masalah deklarasi dan data, sekaligus)\n\
             Susun   : bab4 render {study}   (menulis BAB IV; selebihnya: bab4 --help)\n"
        ),
        format!(
            "Start : bab4 init thesis --from answers.xlsx   (makes thesis/study.yaml from your survey file)\n\
             Check : bab4 check {thesis}   (every problem of declaration and data, at once)\n\
             Write : bab4 render {thesis}   (writes the chapter; for more: bab4 --help --lang en)\n"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn three_lines_in_each_language() {
        for language in Language::ALL {
            for here in [true, false] {
                assert_eq!(lines(here).get(language).lines().count(), 3);
            }
        }
    }
}
