//! The office of all units together: what the study itself says of `office`, for the summary.

use super::plan::Plan;
use crate::diagnostics::{Diagnostics, SourceFiles};
use crate::language::{Language, Message};
use crate::pipeline::study_text;
use crate::report::document::{Letterhead, Signature};
use crate::report::letterhead::{Named, OfficeWords};
use crate::study::{office, parse};

/// Letterhead and signature of the summary, where the study names an office. Nothing of any unit is in it.
pub fn office(plan: &Plan, language: Language) -> (Option<Letterhead>, Option<Signature>) {
    let none = (None, None);
    // What is wrong with the study was told before the run.
    let mut diagnostics = Diagnostics::default();
    let mut sources = SourceFiles::default();
    let Some(text) = study_text::read(&plan.study, &mut diagnostics) else { return none };
    let file = sources.add(plan.study.display().to_string(), text.text);
    let Some(declared) = parse(&sources, file, &mut diagnostics) else { return none };
    let mut own = Diagnostics::default();
    let office = declared.office.as_ref().and_then(|written| office::check(written, &plan.folder, &mut own));
    let Some(office) = office.filter(|_| !own.has_errors()) else { return none };
    let named = Named {
        office: &office,
        institution: declared.institution.as_ref().map(|text| &text.value),
        object: declared.object.as_ref().map(|text| &text.value),
        period: declared.period.as_ref().map(|text| &text.value),
        language,
    };
    let words = words(language);
    (named.letterhead(&words), named.signature(&words))
}

fn words(language: Language) -> OfficeWords {
    let say = |id: &str, en: &str| Message::new(id, en).get(language).to_owned();
    OfficeWords {
        head_of: say("Kepala {}", "Head of {}"),
        period: say("Periode: {}", "Period: {}"),
        logo: say("Logo {}", "Logo {}"),
        nip: say("NIP {}", "NIP {}"),
    }
}
