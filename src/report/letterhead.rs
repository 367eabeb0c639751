//! Letterhead and signature of the office a report is of: what is given is printed, what is not leaves no room behind.

use super::document::plain_text;
use super::markup::author_inlines;
use crate::language::{Language, Text};
use crate::numbers::NumberStyle;
use crate::study::{Office, Study};
use serde::Serialize;

/// The head of the first page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Letterhead {
    /// The government or body the office belongs to.
    pub above: Option<String>,
    /// The office.
    pub name: Option<String>,
    /// Address and the like, a line each.
    pub lines: Vec<String>,
    /// File of the logo, by its path inside the study's folder.
    pub logo: Option<String>,
    /// What the logo is, in words.
    pub alt: String,
    /// The period, `Periode: Semester I 2025`.
    pub period: Option<String>,
    /// What stands on top of the pages after the first.
    pub running: String,
}

/// The place where the report is signed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// Place and date.
    pub place: Option<String>,
    /// Position of whoever signs.
    pub position: String,
    /// Name of whoever signs.
    pub name: String,
    /// Rank and number, a line each.
    pub lines: Vec<String>,
}

/// The words between the parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeWords {
    /// `Kepala {}`.
    pub head_of: String,
    /// `Periode: {}`.
    pub period: String,
    /// `Logo {}`.
    pub logo: String,
    /// `NIP {}`.
    pub nip: String,
}

/// What an office is called in the text of a report.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// The office.
    pub office: &'a Office,
    /// The body it belongs to.
    pub institution: Option<&'a Text>,
    /// The agency that is studied.
    pub object: Option<&'a Text>,
    /// The period covered.
    pub period: Option<&'a Text>,
    /// The language of the report.
    pub language: Language,
}

impl<'a> Named<'a> {
    /// The office of a study, where it has one.
    pub fn of(study: &'a Study, language: Language) -> Option<Named<'a>> {
        let office = study.office.as_ref()?;
        let (institution, object, period) = (study.institution.as_ref(), study.object.as_ref(), study.period.as_ref());
        Some(Named { office, institution, object, period, language })
    }

    fn words(&self, text: Option<&Text>) -> Option<String> {
        let plain = plain_text(&author_inlines(text?.get(self.language).trim()), &NumberStyle::new(self.language));
        (!plain.is_empty()).then_some(plain)
    }

    /// What the office is called.
    pub fn name(&self) -> Option<String> {
        self.words(self.office.name.as_ref().or(self.object).or(self.institution))
    }

    /// The body above it, where that is another.
    pub fn above(&self) -> Option<String> {
        let name = self.name().unwrap_or_default().to_lowercase();
        self.words(self.institution).filter(|above| above.to_lowercase() != name)
    }

    /// The letterhead; nothing where only a signature is given.
    pub fn letterhead(&self, words: &OfficeWords) -> Option<Letterhead> {
        let office = self.office;
        if office.name.is_none() && office.address.is_none() && office.contact.is_none() && office.logo.is_none() {
            return None;
        }
        let name = self.name();
        let period = self.words(self.period);
        let running = name.iter().chain(&period).map(String::as_str).collect::<Vec<_>>().join(", ");
        Some(Letterhead {
            above: self.above(),
            lines: [&office.address, &office.contact].into_iter().filter_map(|text| self.words(text.as_ref())).collect(),
            logo: office.logo.clone(),
            alt: words.logo.replace("{}", name.as_deref().unwrap_or_default()).trim().to_owned(),
            period: period.map(|period| words.period.replace("{}", &period)),
            running: shortened(&running),
            name,
        })
    }

    /// The signature, where somebody signs.
    pub fn signature(&self, words: &OfficeWords) -> Option<Signature> {
        let office = self.office;
        let name = office.head.clone()?;
        let place: Vec<String> = [&office.place, &office.date].into_iter().filter_map(|text| self.words(text.as_ref())).collect();
        let head_of = || words.head_of.replace("{}", &self.name().unwrap_or_default()).trim().to_owned();
        let nip = office.nip.as_ref().map(|nip| words.nip.replace("{}", nip));
        Some(Signature {
            place: (!place.is_empty()).then(|| place.join(", ")),
            position: self.words(office.position.as_ref()).unwrap_or_else(head_of),
            name,
            lines: office.rank.iter().cloned().chain(nip).collect(),
        })
    }
}

impl Letterhead {
    /// The name on one line, or on two of about the same length where it is long.
    pub fn name_lines(&self) -> Vec<&str> {
        const LONG: usize = 34;
        let Some(name) = self.name.as_deref() else { return Vec::new() };
        let middle = name.len() / 2;
        let spaces = name.match_indices(' ').map(|(at, _)| at);
        match spaces.min_by_key(|at| at.abs_diff(middle)).filter(|_| name.chars().count() > LONG) {
            Some(at) => vec![name.get(..at).unwrap_or(name), name.get(at + 1..).unwrap_or_default()],
            None => vec![name],
        }
    }
}

/// As much as stands on one line beside the number of a page.
fn shortened(text: &str) -> String {
    const MOST: usize = 80;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(MOST).collect();
    format!("{}…", kept.rsplit_once(' ').map_or(kept.as_str(), |(words, _)| words))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn words() -> OfficeWords {
        let [head_of, period, logo, nip] = ["Kepala {}", "Periode: {}", "Logo {}", "NIP {}"].map(str::to_owned);
        OfficeWords { head_of, period, logo, nip }
    }

    fn same(text: &str) -> Text {
        Text::Same(text.to_owned())
    }

    #[test]
    fn what_is_given_is_printed_and_nothing_else() {
        let (institution, object, period) = (same("Pemerintah Kota Contoh"), same("Dinas *Kesehatan*"), same("2025"));
        let office = Office {
            logo: Some("logo.png".into()),
            head: Some("dr. Ani".into()),
            nip: Some("19750312 199803 1 002".into()),
            date: Some(same("14 Juli 2025")),
            ..Office::default()
        };
        let named = Named {
            office: &office,
            institution: Some(&institution),
            object: Some(&object),
            period: Some(&period),
            language: Language::Id,
        };
        let head = named.letterhead(&words()).unwrap();
        assert_eq!(head.name.as_deref(), Some("Dinas Kesehatan"), "without marks");
        assert_eq!((head.above.as_deref(), head.period.as_deref()), (Some("Pemerintah Kota Contoh"), Some("Periode: 2025")));
        assert_eq!((head.alt.as_str(), head.running.as_str()), ("Logo Dinas Kesehatan", "Dinas Kesehatan, 2025"));
        assert!(head.lines.is_empty());
        let signed = named.signature(&words()).unwrap();
        assert_eq!((signed.position.as_str(), signed.place.as_deref()), ("Kepala Dinas Kesehatan", Some("14 Juli 2025")));
        assert_eq!(signed.lines, ["NIP 19750312 199803 1 002"]);
        // Whoever is the body above stands once.
        let whole = Named { object: Some(&institution), ..named };
        assert_eq!(whole.letterhead(&words()).unwrap().above, None);
        // A signature alone makes no letterhead, an address alone no signature.
        let signing = Office { head: Some("dr. Ani".into()), ..Office::default() };
        assert_eq!(Named { office: &signing, ..named }.letterhead(&words()), None);
        let addressed = Office { address: Some(same("Jalan Contoh 1")), ..Office::default() };
        let named = Named { office: &addressed, ..named };
        assert!(named.signature(&words()).is_none() && named.letterhead(&words()).unwrap().lines == ["Jalan Contoh 1"]);
    }

    #[test]
    fn a_long_name_stands_on_two_lines_of_one_length() {
        let lines = |name: &str| -> Vec<String> {
            let head = Letterhead { name: Some(name.to_owned()), ..Letterhead::default() };
            head.name_lines().into_iter().map(str::to_owned).collect()
        };
        assert_eq!(lines("Dinas Kesehatan"), ["Dinas Kesehatan"]);
        assert_eq!(lines("Dinas Kependudukan dan Pencatatan Sipil"), ["Dinas Kependudukan", "dan Pencatatan Sipil"]);
        assert_eq!(lines(&"a".repeat(50)), ["a".repeat(50)], "a word is not broken");
    }

    #[test]
    fn a_long_name_leaves_room_for_the_number_of_the_page() {
        assert_eq!(shortened("Dinas Kesehatan, 2025"), "Dinas Kesehatan, 2025");
        let long = shortened(&"Badan Penyelenggara ".repeat(20));
        assert!(long.chars().count() <= 81 && long.ends_with("Penyelenggara…"), "{long}");
    }
}
