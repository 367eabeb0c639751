//! The nearest declared name to one that does not exist.

/// The candidate nearest to `wrong`, if one is near enough to be what was meant.
///
/// Distance is Damerau–Levenshtein without regard to case; at most a third of the longer word's letters may differ.
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&wrong, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance * 3 <= candidate.chars().count().max(wrong.chars().count()).max(3))
        .min_by_key(|(distance, candidate)| (*distance, candidate.len()))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_nearest_and_refuses_the_far() {
        assert_eq!(nearest("variabels", ["variables", "title"]), Some("variables"));
        assert_eq!(nearest("Y3", ["X1", "Y1", "Y2"]), Some("Y1"));
        assert_eq!(nearest("warna", ["variables", "title"]), None);
    }
}
