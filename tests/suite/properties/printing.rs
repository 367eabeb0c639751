//! Numbers become text and are read back.

use bab4::language::Language;
use bab4::numbers::{Kind, NumberStyle, PrintedNumber, Quantity, Setting};
use proptest::prelude::*;

const KINDS: [Kind; 14] = [
    Kind::Count,
    Kind::Identifier,
    Kind::DegreesOfFreedom,
    Kind::Statistic,
    Kind::P,
    Kind::Limit,
    Kind::StandardErrorOfEstimate,
    Kind::ResidualMean,
    Kind::ResidualSd,
    Kind::Percent,
    Kind::Mean,
    Kind::Band,
    Kind::Score,
    Kind::Interval,
];
const SETTINGS: [Setting; 5] = [Setting::Sentence, Setting::Relation, Setting::Table, Setting::SpssTable, Setting::Magnitude];

/// Values of every size, those between two decimals and those that are whole among them.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -10.0..10.0_f64,
        2 => -1e9..1e9_f64,
        2 => (-1_000_000..1_000_000_i64).prop_map(|v| v as f64 / 2000.0),
        1 => (-100_000..100_000_i64).prop_map(|v| v as f64),
        1 => -1e-6..1e-6_f64,
        1 => Just(-0.0),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_is_printed_holds_the_value(
        value in value(),
        kind in prop::sample::select(&KINDS[..]),
        setting in prop::sample::select(&SETTINGS[..]),
        english in any::<bool>(),
        apa_p in any::<bool>(),
        drop_leading_zero in any::<bool>(),
        alpha in prop::sample::select(&[0.05, 0.01, 0.1][..]),
        lower_bound in any::<bool>(),
        beside in prop::option::of(value()),
        decimals in 0..9_usize,
    ) {
        let (language, mark) = if english { (Language::En, '.') } else { (Language::Id, ',') };
        let mut style = NumberStyle { apa_p, drop_leading_zero, alpha, ..NumberStyle::new(language) };
        if let Some(key) = kind.style_key() {
            style.decimals.insert(key.to_owned(), decimals);
        }
        // What the kind promises: counts and names are whole, probabilities between 0 and 1.
        let value = match kind {
            Kind::Count | Kind::Identifier => value.abs().round(),
            Kind::P => value.abs().fract(),
            // A limit is declared, with a few decimals; see Kind::Limit.
            Kind::Limit => (value * 1e4).round() / 1e4,
            _ => value,
        };
        let quantity = Quantity { kind, value, lower_bound: lower_bound && kind == Kind::P, beside };
        let printed = style.print(quantity, setting);
        let (relation, text) = match printed.split_once('\u{a0}') {
            Some((relation, text)) => (relation, text),
            None => ("", printed.as_str()),
        };
        let read = PrintedNumber::parse(text, mark);
        prop_assert!(read.is_some(), "{printed:?} is not a number");
        let (low, high) = read.unwrap().interval();
        let shown = if setting == Setting::Magnitude { value.abs() } else { value };
        match relation {
            // Rounding half away from zero looks at twelve digits; so does the test.
            "" | "=" => {
                let slack = 1e-12 * shown.abs().max(1.0);
                prop_assert!(low - slack <= shown && shown <= high + slack, "{printed:?} for {shown}");
            }
            "<" => prop_assert!(shown < high && kind == Kind::P, "{printed:?} for {shown}"),
            "≥" => prop_assert!(quantity.lower_bound && setting != Setting::SpssTable, "{printed:?}"),
            other => prop_assert!(false, "{other:?}"),
        }
        prop_assert!(!text.contains('-') && !text.starts_with("\u{2212}0,000\0"), "the sign is a minus");
        if read.unwrap().value == 0.0 {
            prop_assert!(!text.contains('\u{2212}'), "no negative zero: {printed:?}");
        }
    }

    #[test]
    fn what_is_printed_twice_is_printed_the_same(value in value(), decimals in 0..7_usize) {
        // Printing, reading and printing again changes nothing: rounding is idempotent.
        let mut style = NumberStyle::new(Language::Id);
        style.decimals.insert("mean".to_owned(), decimals);
        let print = |value| style.print(Quantity::new(Kind::Mean, value), Setting::Table);
        let once = print(value);
        prop_assert_eq!(&print(PrintedNumber::parse(&once, ',').unwrap().value), &once);
    }
}
