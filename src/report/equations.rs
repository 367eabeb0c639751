//! Regressions as equations.

use super::desk::{Desk, symbol};
use super::document::{Block, Inline};
use crate::numbers::Setting;

/// The equation of a regression: `Y₁ = 0,607X₁ + 0,250X₂ + e₁` with standardized coefficients, which have no constant, or
/// `Ŷ₁ = 8,680 + 0,496X₁ + 0,318X₂` with unstandardized ones, which give the estimate.
///
/// `None` when the regression, or one of its coefficients, could not be computed.
pub fn equation(desk: &Desk<'_>, regression: &str, standardized: bool) -> Option<Block> {
    let at = format!("regressions/{regression}");
    let outcome = desk.view.text(&format!("{at}/outcome"))?;
    let (field, first) = if standardized { ("beta", 1) } else { ("b", 0) };
    let mut content = vec![if standardized { symbol(outcome) } else { estimated(outcome) }, Inline::text(" = ")];
    for position in first..desk.view.len(&format!("{at}/coefficients")) {
        let path = format!("{at}/coefficients/{position}/{field}");
        let Some(Inline::Value { quantity, path, .. }) = desk.view.inline(&path, Setting::Sentence) else { return None };
        let setting = if position == first {
            Setting::Sentence
        } else {
            let minus = quantity.value < 0.0 && !desk.prints_zero(quantity.value);
            content.push(Inline::text(if minus { " \u{2212} " } else { " + " }));
            Setting::Magnitude
        };
        content.push(Inline::Value { quantity, path, setting });
        if position > 0 {
            content.extend(factor(desk, desk.view.text(&format!("{at}/coefficients/{position}/term"))?));
        }
    }
    if standardized {
        content.push(Inline::text(" + "));
        content.push(Inline::Symbol { base: "e".to_owned(), index: error_index(desk, regression) });
    }
    Some(Block::Equation(content))
}

/// What a coefficient is multiplied with: a symbol, a code set apart from its number, or a category in parentheses.
fn factor(desk: &Desk<'_>, term: &str) -> Vec<Inline> {
    if term.contains('[') {
        return vec![Inline::text(format!("\u{a0}({})", desk.name(term)))];
    }
    match symbol(term) {
        Inline::Symbol { base, index } if index.is_empty() && base.chars().count() > 1 => {
            vec![Inline::text("\u{a0}"), Inline::Symbol { base, index }]
        }
        short => vec![short],
    }
}

/// The symbol of an outcome with a hat, where it is one letter; a longer code stays as it is.
fn estimated(outcome: &str) -> Inline {
    match symbol(outcome) {
        Inline::Symbol { base, index } if base == "Y" => Inline::Symbol { base: "\u{176}".to_owned(), index },
        Inline::Symbol { base, index } if base.chars().count() == 1 => Inline::Symbol { base: format!("{base}\u{302}"), index },
        other => other,
    }
}

/// The errors are numbered as the main regressions are; those of an added regression have no number.
fn error_index(desk: &Desk<'_>, regression: &str) -> String {
    let mut main = desk.study.regressions.iter().filter(|found| found.main);
    main.position(|found| found.name == regression).map_or_else(String::new, |position| (position + 1).to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::analyses::results::Outcome;
    use crate::analyses::results::Results;
    use crate::language::Text;
    use crate::report::tables::example::{Example, named};

    #[test]
    fn equations_of_the_path_analysis() {
        let example = Example::new();
        let text = |regression, standardized| match equation(&example.desk(), regression, standardized) {
            Some(Block::Equation(content)) => example.words(&content),
            other => panic!("{other:?}"),
        };
        assert_eq!(text("Y1", true), "Y1 = 0,607X1 + 0,250X2 + e1");
        assert_eq!(text("Y2", true), "Y2 = 0,302X1 + 0,256X2 + 0,296Y1 + e2");
        // Tables 4.17 and 4.18.
        assert_eq!(text("Y1", false), "Ŷ1 = 8,680 + 0,496X1 + 0,318X2");
        assert_eq!(text("Y2", false), "Ŷ2 = 7,960 + 0,276X1 + 0,365X2 + 0,331Y1");
        assert_eq!(equation(&example.desk(), "Z", true), None);
    }

    #[test]
    fn equations_with_minus_signs_categories_and_gaps() {
        let change = |results: &mut Results| {
            let Some(Outcome::Computed(regression)) = results.regressions.get_mut("Y2") else { panic!() };
            let [constant, first, second, third] = regression.coefficients.as_mut_slice() else { panic!() };
            constant.b = -7.96;
            first.beta = Outcome::Computed(-0.302);
            second.beta = Outcome::Computed(-0.256);
            second.b = -0.365;
            third.term = "umur[40 - 49 Tahun]".to_owned();
            let Some(Outcome::Computed(regression)) = results.regressions.get_mut("Y1") else { panic!() };
            regression.coefficients[2].beta = Outcome::absent("undefined");
        };
        let mut study = named();
        study.characteristics[1].name = Text::from("Umur");
        let example = Example::of(study, change);
        let text = |standardized| match equation(&example.desk(), "Y2", standardized) {
            Some(Block::Equation(content)) => example.words(&content),
            other => panic!("{other:?}"),
        };
        assert_eq!(text(true), "Y2 = −0,302X1 − 0,256X2 + 0,296\u{a0}(Umur: 40 - 49 Tahun) + e2");
        assert_eq!(text(false), "Ŷ2 = −7,960 + 0,276X1 − 0,365X2 + 0,331\u{a0}(Umur: 40 - 49 Tahun)");
        assert_eq!(equation(&example.desk(), "Y1", true), None, "an equation without one of its terms would be another one");
    }
}
