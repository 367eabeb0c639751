//! The nearest declared name to one that does not exist.

/// Longer words are no names, and the distance takes time with the product of both lengths.
const LONGEST: usize = 200;

/// The candidate nearest to `wrong`, if one is near enough to be what was meant.
///
/// Distance is Damerau–Levenshtein without regard to case; at most a third of the longer word's letters may differ. Words of
/// more than 200 letters have no nearest.
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = |word: &str| word.chars().take(LONGEST + 1).count();
    let wrong_length = length(wrong);
    if wrong_length > LONGEST {
        return None;
    }
    let wrong = wrong.to_lowercase();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let candidate_length = length(candidate);
            let longer = candidate_length.max(wrong_length).max(3);
            // Words differ by at least the difference of their lengths.
            if candidate_length > LONGEST || candidate_length.abs_diff(wrong_length) * 3 > longer {
                return None;
            }
            let distance = strsim::damerau_levenshtein(&wrong, &candidate.to_lowercase());
            (distance * 3 <= longer).then_some((distance, candidate))
        })
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
        let endless = "a".repeat(50_000_000);
        assert_eq!(nearest(&endless, ["a", &endless]), None);
        assert_eq!(nearest("a", [endless.as_str()]), None);
    }
}
