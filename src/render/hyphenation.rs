//! Where an Indonesian word may be parted at a line end.
//!
//! typst has no patterns for Indonesian. These rules follow *Ejaan yang Disempurnakan* V (2022), on parting words: between
//! two consonants, before a consonant between vowels, never inside the digraphs ng, ny, sy, kh, and at the joint of stem and
//! suffix. They are kept to the cases that need no dictionary: where prefix, cluster or diphthong leave it open, the word is
//! not parted.

/// Letters that stay together before and after a part.
const FEWEST: usize = 3;
/// Words shorter than this are not parted.
const SHORTEST: usize = 7;
/// A soft hyphen: shown only where a line ends.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// A sound: a vowel, a consonant or a digraph, with its first byte in the word.
#[derive(Clone, Copy)]
struct Sound<'a> {
    at: usize,
    text: &'a str,
    vowel: bool,
}

/// Byte positions before which a word of lower-case letters may be parted.
pub fn parts(word: &str) -> Vec<usize> {
    if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let sounds = sounds(word);
    let earliest = after_prefix(word).max(FEWEST);
    let mut out: Vec<usize> = (1..sounds.len())
        .filter(|&position| may_part(&sounds, position))
        .filter_map(|position| sounds.get(position).map(|sound| sound.at))
        .filter(|&at| at >= earliest && at + FEWEST <= word.len() && !inside_suffix(word, at))
        .collect();
    for suffix in ["kan", "nya"] {
        if word.ends_with(suffix) {
            out.push(word.len() - suffix.len());
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Text with soft hyphens in its long lower-case words; a capital marks a name, which stays whole.
pub fn hyphenate(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 6);
    let mut rest = text;
    while !rest.is_empty() {
        let word_end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(word_end);
        let mut from = 0;
        for at in parts(word) {
            out.push_str(&word[from..at]);
            out.push(SOFT_HYPHEN);
            from = at;
        }
        out.push_str(&word[from..]);
        let gap = after.find(char::is_alphanumeric).unwrap_or(after.len());
        out.push_str(&after[..gap]);
        rest = &after[gap..];
    }
    out
}

fn sounds(word: &str) -> Vec<Sound<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < word.len() {
        let digraph = word.get(at..at + 2).filter(|pair| matches!(*pair, "ng" | "ny" | "sy" | "kh"));
        let text = digraph.unwrap_or(&word[at..at + 1]);
        out.push(Sound { at, text, vowel: matches!(text, "a" | "i" | "u" | "e" | "o") });
        at += text.len();
    }
    out
}

/// Whether a part may begin with the sound at `position`.
fn may_part(sounds: &[Sound<'_>], position: usize) -> bool {
    let sound = |offset: isize| position.checked_add_signed(offset).and_then(|at| sounds.get(at)).copied();
    let (Some(before), Some(here), Some(after)) = (sound(-1), sound(0), sound(1)) else { return false };
    if here.vowel || !after.vowel {
        // A part begins with one consonant and a vowel; three consonants in a row need a dictionary.
        return false;
    }
    if before.vowel {
        return true;
    }
    // Two consonants between vowels: between them, unless they may begin a syllable together (su-tra, pu-blik, mes-ki).
    let together = matches!(here.text, "l" | "r" | "w" | "y") || before.text == "s";
    !together && sound(-2).is_some_and(|sound| sound.vowel)
}

/// The first byte from which parting is safe behind a nasal prefix: *meng-ambil* but *me-ngarang*.
fn after_prefix(word: &str) -> usize {
    for prefix in ["meng", "peng", "meny", "peny", "mem", "pem", "men", "pen", "ber", "per", "ter"] {
        if let Some(rest) = word.strip_prefix(prefix)
            && rest.starts_with(['a', 'i', 'u', 'e', 'o'])
        {
            return prefix.len() + 2;
        }
    }
    0
}

/// Whether a part would tear the suffix -an or -i from the joint it should be parted at: *makan-an*, not *maka-nan*.
fn inside_suffix(word: &str, at: usize) -> bool {
    let tail = &word[at..];
    let consonants = tail.len() - tail.trim_start_matches(|c| !matches!(c, 'a' | 'i' | 'u' | 'e' | 'o')).len();
    matches!(&tail[consonants..], "an" | "i" | "annya")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(word: &str) -> String {
        hyphenate(word).replace(SOFT_HYPHEN, "-")
    }

    #[test]
    fn words_are_parted_as_the_spelling_rules_part_them() {
        // Kamus Besar Bahasa Indonesia gives the syllables; fewer places than it allows are used.
        for (word, syllables) in [
            ("kompetensi", "kom-pe-ten-si"),
            ("hipotesis", "hi-po-te-sis"),
            ("variabel", "va-ri-a-bel"),
            ("responden", "res-pon-den"),
            ("multikolinearitas", "mul-ti-ko-li-ne-a-ri-tas"),
            ("menunjukkan", "me-nun-juk-kan"),
            ("dinyatakan", "di-nya-ta-kan"),
            ("berdasarkan", "ber-da-sar-kan"),
            ("pelayanan", "pe-la-yan-an"),
            ("mengambil", "meng-am-bil"),
            ("administrasi", "ad-mi-nis-tra-si"),
            ("heteroskedastisitas", "he-te-ros-ke-das-ti-si-tas"),
        ] {
            let used = breaks(&shown(word));
            let allowed = breaks(syllables);
            assert!(used.iter().all(|at| allowed.contains(at)), "{}, not {syllables}", shown(word));
            assert!(!used.is_empty(), "{word} is never parted");
            assert!(used.iter().all(|at| (FEWEST..=word.len() - FEWEST).contains(at)), "{}", shown(word));
        }
        assert_eq!(shown("kompetensi"), "kom-pe-tensi");
        assert_eq!(shown("berdasarkan"), "ber-da-sar-kan");
        assert_eq!(shown("Organizational di 1234567 intern"), "Organizational di 1234567 intern");
    }

    fn breaks(parted: &str) -> Vec<usize> {
        parted.match_indices('-').enumerate().map(|(earlier, (at, _))| at - earlier).collect()
    }
}
