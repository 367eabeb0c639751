//! From claims to regressions: each rule R1 to R8 of the design, from its wording.
use super::checked::{Checked, check};
use bab4::study::{Role, Study};

/// A study of the variables X1, X2, X (with the dimensions P and Q), M, Y1, Y2, Z, one column each but X, in this order.
fn with(hypotheses: &[&str], regressions: &str) -> Checked {
    let claims: String = hypotheses.iter().enumerate().map(|(at, claim)| format!("  H{}: {claim}\n", at + 1)).collect();
    check(&format!(
        "title: t\ndata: {{ file: data.csv }}\nscale: {{ min: 1, max: 5 }}\n\
         respondents:\n  umur: {{ name: Umur, classes: [20, 30] }}\n  jk: Jenis Kelamin\n\
         variables:\n  X1: {{ name: a, column: a }}\n  X2: {{ name: b, column: b }}\n  \
         M: {{ name: c, column: c }}\n  Y1: {{ name: d, column: d }}\n  Y2: {{ name: e, column: e }}\n  \
         Z: {{ name: f, column: f }}\nhypotheses:\n{claims}{regressions}"
    ))
}

/// `name: outcome <- predictors` of every regression, `*` behind a main one.
fn regressions(study: &Study) -> Vec<String> {
    study
        .regressions
        .iter()
        .map(|regression| {
            let main = if regression.main { "*" } else { "" };
            format!("{}{main}: {} <- {}", regression.name, regression.outcome, regression.predictors.join(" "))
        })
        .collect()
}

fn read_in(study: &Study) -> Vec<Option<&str>> {
    study.hypotheses.iter().map(|hypothesis| hypothesis.regression.as_deref()).collect()
}

#[test]
fn r1_every_name_before_an_arrow_into_an_outcome() {
    let checked = with(&["Y1 -> Y2", "X1 & X2 -> Y1", "X1 -> Y2"], "");
    // In order of declaration, whatever the order of the hypotheses.
    assert_eq!(regressions(checked.study()), ["Y1*: Y1 <- X1 X2", "Y2*: Y2 <- X1 Y1"]);
}

#[test]
fn r1_in_a_chain_every_earlier_name_for_every_later_one() {
    let checked = with(&["X1 -> Y1 -> Y2 -> Z"], "");
    assert_eq!(regressions(checked.study()), ["Y1*: Y1 <- X1", "Y2*: Y2 <- X1 Y1", "Z*: Z <- X1 Y1 Y2"]);
    assert_eq!(read_in(checked.study()), [None]);
    let arrows = [("X1", "Y1"), ("Y1", "Y2"), ("Y2", "Z")].map(|(from, to)| (from.to_owned(), to.to_owned()));
    assert_eq!(checked.study().arrows, arrows);
}

#[test]
fn r1_and_r5_a_product_enters_both_factors_and_no_product() {
    let checked = with(&["X1 * M -> Y1", "X1 -> Y1"], "");
    assert_eq!(regressions(checked.study()), ["Y1*: Y1 <- X1 M"]);
    assert_eq!(read_in(checked.study()), [Some("Y1"), Some("Y1")]);
}

#[test]
fn r2_a_list_replaces_the_main_regression_or_adds_one() {
    let checked = with(
        &["X1 -> Y1", "X2 -> Y1"],
        "regressions:\n  Y1: [X2, X1, umur, jk]\n  tanpa kontrol: { outcome: Y1, predictors: [X1] }\n  Z: [X1]\n",
    );
    assert_eq!(
        regressions(checked.study()),
        ["Y1*: Y1 <- X2 X1 umur jk", "Z*: Z <- X1", "tanpa kontrol: Y1 <- X1"],
        "as written; main regressions first, in order of outcomes"
    );
}

#[test]
fn r3_an_effect_is_read_in_the_main_regression_then_in_the_first_added_one() {
    let lists = "regressions:\n  Y1: [X2]\n  a: { outcome: Y1, predictors: [M] }\n  b: { outcome: Y1, predictors: [X1] }\n  \
                 c: { outcome: Y1, predictors: [X1, X2] }\n";
    let checked = with(&["X1 -> Y1", "X2 -> Y1"], lists);
    assert_eq!(read_in(checked.study()), [Some("b"), Some("Y1")]);
    let none = with(&["X1 -> Y1", "X2 -> Y1"], "regressions: { Y1: [X2] }\n");
    assert_eq!(none.found(), ["S017 X1 -> Y1"]);
    // The added one is of another outcome.
    let other = with(&["X1 -> Y1"], "regressions: { Y1: [X2], a: { outcome: Z, predictors: [X1] } }\n");
    assert_eq!(other.found(), ["S017 X1 -> Y1"]);
}

#[test]
fn r3_and_r6_chains_and_products_need_the_main_regressions() {
    let chain = with(&["X1 -> Y1 -> Y2"], "regressions: { Y2: [X1] }\n");
    assert_eq!(chain.found(), ["S017 X1 -> Y1 -> Y2"]);
    let product = with(&["X1 * M -> Y1"], "regressions: { Y1: [X1, X2] }\n");
    assert_eq!(product.found(), ["S017 X1 * M -> Y1"]);
}

#[test]
fn r4_a_joint_claim_is_read_in_a_regression_on_exactly_its_names() {
    let main = with(&["X1 & X2 -> Y1"], "");
    assert_eq!(read_in(main.study()), [Some("Y1")]);
    let own = with(&["X1 & X2 -> Y1", "M -> Y1"], "");
    assert_eq!(regressions(own.study()), ["Y1*: Y1 <- X1 X2 M", "H1: Y1 <- X1 X2"]);
    assert_eq!(read_in(own.study()), [Some("H1"), Some("Y1")]);
    assert_eq!(own.study().regressions[1].added_for.as_deref(), Some("H1"));
    let added = with(&["X1 & X2 -> Y1", "M -> Y1"], "regressions: { bersama: { outcome: Y1, predictors: [X2, X1] } }\n");
    assert_eq!(read_in(added.study()), [Some("bersama"), Some("Y1")]);
    let taken = with(&["X1 & X2 -> Y1", "M -> Y1"], "regressions: { H1: { outcome: Y1, predictors: [X1] } }\n");
    assert_eq!(taken.found(), ["S011 H1"]);
}

#[test]
fn r7_a_cycle_is_named_where_it_closes() {
    for (claims, lists, expected) in [
        (&["X1 -> Y1", "Y1 -> Y2", "Y2 -> X1"][..], "", "S015 Y2 -> X1"),
        (&["X1 -> Y1 -> X1"], "", "S015 X1 -> Y1 -> X1"),
        (&["X1 * M -> Y1", "Y1 -> M"], "", "S015 Y1 -> M"),
        (&["X1 -> Y1"], "regressions: { X1: [Y1] }\n", "S015 Y1"),
        (&["X1 -> Y1"], "regressions: { lain: { outcome: Y1, predictors: [Y1] } }\n", "S015 Y1"),
    ] {
        let checked = with(claims, lists);
        assert_eq!(checked.found(), [expected], "{claims:?}");
    }
    let checked = with(&["X1 -> Y1", "Y1 -> Y2", "Y2 -> X1"], "");
    let message = &checked.diagnostics.iter().next().unwrap().message;
    assert!(message.en.contains("Y2 -> X1 -> Y1 -> Y2"), "{message:?}");
    // An added regression the other way round draws no arrow.
    assert!(with(&["X1 -> Y1"], "regressions: { balik: { outcome: X1, predictors: [Y1] } }\n").study.is_some());
}

fn dimensional(claims: &str) -> Vec<String> {
    check(&format!(
        "title: t\ndata: {{ file: data.csv }}\nscale: {{ min: 1, max: 5 }}\nvariables:\n  \
         X: {{ name: a, dimensions: {{ P: {{ name: p, indicators: [a] }}, Q: {{ name: q, indicators: [b] }} }} }}\n  \
         Y: {{ name: d, column: d }}\n{claims}"
    ))
    .found()
}

#[test]
fn r7_a_variable_and_its_own_dimension_are_not_in_one_regression() {
    assert_eq!(dimensional("hypotheses: { H1: X -> Y, H2: X.P -> Y }\n"), ["S016 X.P"]);
    assert_eq!(dimensional("hypotheses: { H1: X.P -> X }\n"), ["S016 X.P"]);
    assert_eq!(dimensional("hypotheses: { H1: X.P & X.Q -> Y }\n"), Vec::<String>::new());
    let apart = "hypotheses: { H1: X -> Y, H2: X.P -> Y }\n\
                 regressions: { Y: [X], Y per dimensi: { outcome: Y, predictors: [X.P, X.Q] } }\n";
    assert_eq!(dimensional(apart), Vec::<String>::new());
}

#[test]
fn r8_a_characteristic_may_be_a_predictor_in_a_list_only() {
    assert!(with(&["X1 -> Y1"], "regressions: { Y1: [X1, umur, jk] }\n").study.is_some());
    assert_eq!(with(&["umur -> Y1"], "").found(), ["S020 umur"]);
    assert_eq!(with(&["X1 -> Y1"], "regressions: { umur: [X1] }\n").found(), ["S020 umur"]);
}

#[test]
fn lists_name_what_is_declared() {
    for (lists, expected) in [
        ("{ Y1: [X1, X9] }", "S014 X9"),
        ("{ Y1: [X1, X1] }", "S011 X1"),
        ("{ Y1: [X1, X1 * M] }", "S020 X1 * M"),
        ("{ Y1: [] }", "S004 []"),
        ("{ kontrol: [X1] }", "S014 kontrol"),
        ("{ kontrol: { outcome: Y9, predictors: [X1] } }", "S014 Y9"),
        ("{ Y1: { outcome: Y2, predictors: [X1] } }", "S020 Y1"),
        ("{ Y1: { outcome: Y1 } }", "S004 Y1"),
        ("{ Y1: X1 }", "S005 X1"),
        ("{ a/b: { outcome: Y2, predictors: [X1] } }", "S010 a/b"),
    ] {
        assert_eq!(with(&["X1 -> Y1"], &format!("regressions: {lists}\n")).found(), [expected], "{lists}");
    }
}

#[test]
fn roles_follow_from_arrows() {
    let checked = with(&["X1 -> Y1 -> Y2", "X1 * M -> Y2"], "regressions: { Y2: [X1, Y1, M, X2] }\n");
    let study = checked.study();
    let roles: Vec<Role> = study.variables.values().map(|variable| variable.role).collect();
    assert_eq!(roles, [Role::Independent, Role::Control, Role::Moderator, Role::Intervening, Role::Dependent, Role::Other]);
}
