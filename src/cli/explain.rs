//! `bab4 explain`: what a code means, or all codes.

use super::Status;
use super::arguments::ExplainArguments;
use super::console::Console;
use crate::diagnostics::explain::{Explanation, all};
use crate::diagnostics::{Code, suggest};
use crate::language::{Language, Message};

/// Explains one code, or lists them.
pub fn run(arguments: &ExplainArguments, console: &Console) -> Status {
    match &arguments.code {
        None => console.result(&list(console.language())),
        Some(written) => match find(written) {
            Some(explanation) => console.result(&explanation.text(console.language())),
            None => {
                console.error(&unknown(written));
                Status::Input
            }
        },
    }
}

/// The explanation of a code as somebody writes it: `s013`, `[S013]`, `kesalahan[S013]`.
fn find(written: &str) -> Option<&'static Explanation> {
    let code = written.rsplit('[').next().unwrap_or(written).trim_matches([']', ' ', ':']);
    all().find(|explanation| explanation.code.as_str().eq_ignore_ascii_case(code))
}

fn list(language: Language) -> String {
    let mut out = String::new();
    let mut stage = None;
    for Explanation { code, title, .. } in all() {
        let letter = code.as_str().chars().next();
        if stage.is_some() && stage != letter {
            out.push('\n');
        }
        stage = letter;
        out.push_str(&format!("{code}  {}\n", title.get(language)));
    }
    out
}

fn unknown(written: &str) -> Message {
    let upper = written.to_uppercase();
    let near = suggest::nearest(&upper, Code::ALL.iter().map(|code| code.as_str()));
    Message::new(
        format!(
            "kode «{written}» tidak ada{}; semua kode: bab4 explain",
            near.map_or_else(String::new, |near| format!(", maksud Anda «{near}»?"))
        ),
        format!(
            "there is no code `{written}`{}; all codes: bab4 explain",
            near.map_or_else(String::new, |near| format!(", did you mean `{near}`?"))
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_is_copied() {
        for written in ["S013", "s013", "[S013]", "kesalahan[S013]:", " S013 "] {
            assert_eq!(find(written).map(|explanation| explanation.code), Some(Code::BadClaim), "{written}");
        }
        assert!(find("S999").is_none() && find("").is_none());
        assert!(unknown("S13").en.contains("did you mean `S013`?"), "{}", unknown("S13").en);
    }

    #[test]
    fn the_list_names_every_code_on_a_line_of_its_own() {
        for language in Language::ALL {
            let list = list(language);
            assert_eq!(list.lines().filter(|line| !line.is_empty()).count(), Code::ALL.len());
            assert!(list.contains("\n\nD001  "), "the stages are apart");
        }
    }
}
