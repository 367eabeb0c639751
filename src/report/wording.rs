//! Words that a campus writes otherwise: `reword: { diterima: didukung, ditolak: tidak didukung }` in `terms.yaml` changes them in
//! every sentence and heading of a language, so that nobody need edit twenty files for one word.

/// Pairs of a word of ours and what stands in its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording(Vec<(String, String)>);

impl Wording {
    /// From pairs; longer words first, so that `tidak diterima` goes before `diterima`.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Wording {
        let mut pairs: Vec<(String, String)> = pairs.into_iter().filter(|(word, _)| !word.trim().is_empty()).collect();
        pairs.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        Wording(pairs)
    }

    /// A template with the words changed; what stands between `{{ }}` and `{% %}` is left alone.
    pub fn template(&self, source: &str) -> String {
        if self.0.is_empty() {
            return source.to_owned();
        }
        let mut out = String::with_capacity(source.len());
        let mut rest = source;
        while let Some(open) = ["{{", "{%", "{##"].iter().filter_map(|mark| rest.find(mark)).min() {
            out.push_str(&self.text(&rest[..open]));
            let close =
                ["}}", "%}", "##}"].iter().filter_map(|mark| rest[open..].find(mark).map(|at| open + at + mark.len())).min();
            let close = close.unwrap_or(rest.len());
            out.push_str(&rest[open..close]);
            rest = &rest[close..];
        }
        out.push_str(&self.text(rest));
        out
    }

    /// A text with the words changed; whole words alone, a capital stays one.
    pub fn text(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        'next: while let Some(first) = rest.chars().next() {
            let inside = out.chars().next_back().is_some_and(char::is_alphanumeric);
            if !inside {
                for (word, other) in &self.0 {
                    let Some(found) = rest.get(..word.len()) else { continue };
                    let ends = rest[word.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
                    if ends && found.to_lowercase() == word.to_lowercase() {
                        let capital = found.chars().next().is_some_and(char::is_uppercase);
                        out.push_str(&if capital { capitalized(other) } else { other.clone() });
                        rest = &rest[word.len()..];
                        continue 'next;
                    }
                }
            }
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
        out
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_changed_outside_of_expressions() {
        let pairs = [("diterima", "didukung"), ("ditolak", "tidak didukung")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        let wording = Wording::new(pairs);
        assert_eq!(
            wording.template("{{ h.id }} **ditolak**{% if h.verdict == \"diterima\" %}, diterimanya{% endif %}. Diterima é {{ x"),
            "{{ h.id }} **tidak didukung**{% if h.verdict == \"diterima\" %}, diterimanya{% endif %}. Didukung é {{ x"
        );
        assert_eq!(Wording::default().template("diterima"), "diterima");
    }

    #[test]
    fn what_was_written_is_not_changed_again() {
        let pairs = [("a", "b"), ("b", "a")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(Wording::new(pairs).text("a b ab"), "b a ab");
    }
}
