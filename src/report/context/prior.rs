//! Prior studies of a hypothesis, sorted by what was found here.

use super::{Context, Map, list, map};
use crate::report::bibliography::author_year;
use crate::report::document::Inline;
use crate::report::value::inlines;
use crate::study::Hypothesis;
use minijinja::value::Value;

/// What a hypothesis's test found, as prior studies are declared by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// A positive effect.
    Positive,
    /// A negative one.
    Negative,
    /// One without a direction.
    Some,
    /// None that is significant.
    None,
}

/// What was found, by the finding's reason and sign.
fn found(because: &str, sign: &str) -> Option<Found> {
    match (because, sign) {
        ("not_significant" | "opposite_not_significant" | "interval_holds_zero", _) => Some(Found::None),
        ("as_expected" | "significant" | "opposite" | "interval_excludes_zero", "positive") => Some(Found::Positive),
        ("as_expected" | "significant" | "opposite" | "interval_excludes_zero", "negative") => Some(Found::Negative),
        ("as_expected" | "significant" | "opposite" | "interval_excludes_zero", _) => Some(Found::Some),
        _ => None,
    }
}

impl Context<'_> {
    /// `agree`: studies that found the same; `differ`: groups of the others with what they `found`; `none` where nothing
    /// significant was found here. False where there is nothing to compare.
    pub(super) fn prior(&self, hypothesis: &Hypothesis, because: &str, sign: &str) -> Value {
        let prior = &hypothesis.prior;
        let (Some(found), Some(bibliography)) = (found(because, sign), self.bibliography) else { return Value::from(()) };
        let studies = |keys: &[String]| -> Vec<Value> {
            let cite = |key: &String| {
                let text = author_year(bibliography.get(key)?, self.desk.terms);
                Some(inlines(vec![Inline::Citation { keys: vec![key.clone()], text: Some(text) }]))
            };
            keys.iter().filter_map(cite).collect()
        };
        let mut agree = Vec::new();
        let mut differ = Vec::new();
        for (what, keys) in [("positive", &prior.positive), ("negative", &prior.negative), ("none", &prior.none)] {
            let same = match found {
                Found::Positive => what == "positive",
                Found::Negative => what == "negative",
                Found::Some => what != "none",
                Found::None => what == "none",
            };
            let keys = studies(keys);
            match (same, keys.is_empty()) {
                (_, true) => {}
                (true, false) => agree.extend(keys),
                (false, false) => differ.push(map(Map::from([("found", Value::from(what)), ("studies", list(keys))]))),
            }
        }
        if agree.is_empty() && differ.is_empty() {
            return Value::from(());
        }
        map(Map::from([("agree", list(agree)), ("differ", list(differ)), ("none", Value::from(found == Found::None))]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_follows_from_reason_and_sign() {
        assert_eq!(found("as_expected", "negative"), Some(Found::Negative));
        assert_eq!(found("opposite", "positive"), Some(Found::Positive));
        assert_eq!(found("opposite_not_significant", "negative"), Some(Found::None));
        assert_eq!(found("significant", ""), Some(Found::Some));
        assert_eq!(found("no_variance", ""), None);
    }
}
