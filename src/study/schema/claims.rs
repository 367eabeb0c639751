//! The keys of `hypotheses` and `regressions`, and the form of a claim.

use super::{CODE, Form, Key, Map, Named, Value, words};

pub(super) const HYPOTHESES: Named =
    Named { names: Some(&CODE), not_empty: false, of: Value::Either(&[Value::Formed(&CLAIM), Value::Map(&HYPOTHESIS)]) };

/// `code [ "." code ]`.
macro_rules! name {
    () => {
        r"[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)?\s*"
    };
}

/// `(+)` or `(-)`, if there is one.
macro_rules! sign {
    () => {
        r"(\(\s*[-+−]\s*\)\s*)?"
    };
}

/// The eight forms of a claim.
const CLAIM: Form = Form {
    pattern: concat!(
        concat!(r"^\s*", name!(), r"("),
        // Effect and chain, joint claim, product, association.
        concat!(r"(->\s*", name!(), r")+", sign!()),
        concat!(r"|(&\s*", name!(), r")+->\s*", name!()),
        concat!(r"|\*\s*", name!(), r"->\s*", name!(), sign!()),
        concat!(r"|<->\s*", name!(), sign!()),
        // Groups, pairs, level.
        concat!(r"|~\s*", name!(), r"(\([^<>]*[<>].*\)\s*)?"),
        concat!(r"|(<>|<|>)\s*", name!()),
        r"|[<>]\s*-?[0-9][0-9.,]*\s*%?\s*)$",
    ),
    words: words(
        "Bentuk klaim: X1 -> Y · X1 -> Y1 -> Y2 · X1 & X2 -> Y · X * M -> Y · A <-> B · Y ~ umur · PRE < POST · Y > \
             70%, boleh diakhiri (+) atau (-).",
        "The forms of a claim: X1 -> Y · X1 -> Y1 -> Y2 · X1 & X2 -> Y · X * M -> Y · A <-> B · Y ~ umur · PRE < POST \
             · Y > 70%, with (+) or (-) behind.",
    ),
};

const HYPOTHESIS: Map = Map::new(
    "hypothesis",
    &[
        Key::new(
            "claim",
            Value::Formed(&CLAIM),
            words("Klaim", "Claim"),
            words(
                "Apa yang dinyatakan, sebagai rumus dari kode: X1 -> Y (+) pengaruh positif; X1 -> Y1 -> Y2 tidak langsung; X1 \
             & X2 -> Y bersama; X * M -> Y moderasi; A <-> B hubungan; Y ~ umur perbedaan; PRE < POST sebelum dan sesudah; \
             Y > 70% tingkat.",
                "What it states, as a formula of codes: X1 -> Y (+) positive effect; X1 -> Y1 -> Y2 indirect; X1 & X2 -> Y \
             joint; X * M -> Y moderation; A <-> B association; Y ~ umur difference; PRE < POST before and after; Y > 70% \
             level.",
            ),
        )
        .required()
        .examples(&["X1 -> Y (+)"]),
        Key::new(
            "statement",
            Value::Text,
            words("Bunyi hipotesis", "Wording"),
            words(
                "Kalimat hipotesis Anda sendiri; bawaan: disusun dari klaim.",
                "The hypothesis in your own words; by default made from the claim.",
            ),
        ),
        Key::new(
            "prior",
            Value::Map(&PRIOR),
            words("Penelitian terdahulu", "Prior studies"),
            words(
                "Kunci pustaka penelitian terdahulu menurut hasilnya.",
                "Bibliography keys of prior studies by what they found.",
            ),
        ),
        Key::new(
            "discussion",
            Value::Either(&[Value::Text, Value::Map(&DISCUSSION)]),
            words("Pembahasan", "Discussion"),
            words(
                "Pembahasan Anda: satu teks, atau satu untuk diterima dan satu untuk ditolak.",
                "Your discussion: one text, or one if accepted and one if rejected.",
            ),
        ),
    ],
);

const PRIOR: Map = Map::new(
    "prior",
    &[
        Key::new(
            "positive",
            Value::List(&Value::Plain),
            words("Positif", "Positive"),
            words("Yang menemukan pengaruh positif.", "Those that found a positive effect."),
        ),
        Key::new(
            "negative",
            Value::List(&Value::Plain),
            words("Negatif", "Negative"),
            words("Yang menemukan pengaruh negatif.", "Those that found a negative effect."),
        ),
        Key::new(
            "none",
            Value::List(&Value::Plain),
            words("Tidak berpengaruh", "None"),
            words("Yang tidak menemukan pengaruh.", "Those that found no effect."),
        ),
    ],
);

const DISCUSSION: Map = Map::new(
    "discussion",
    &[
        Key::new(
            "accepted",
            Value::Text,
            words("Bila diterima", "If accepted"),
            words("Teks bila hipotesis diterima.", "The text if the hypothesis is accepted."),
        ),
        Key::new(
            "rejected",
            Value::Text,
            words("Bila ditolak", "If rejected"),
            words("Teks bila hipotesis ditolak.", "The text if the hypothesis is rejected."),
        ),
    ],
);

const REGRESSION_NAME: Form = Form {
    pattern: "^[^/]+$",
    words: words(
        "Nama regresi tidak boleh kosong atau memuat garis miring.",
        "The name of a regression must not be empty or hold a slash.",
    ),
};

pub(super) const REGRESSIONS: Named = Named {
    names: Some(&REGRESSION_NAME),
    not_empty: false,
    of: Value::Either(&[Value::List(&Value::Plain), Value::Map(&REGRESSION)]),
};

const REGRESSION: Map = Map::new(
    "regression",
    &[
        Key::new(
            "outcome",
            Value::Plain,
            words("Variabel terikat", "Outcome"),
            words(
                "Kode variabel terikat; bawaan: nama regresi ini.",
                "Code of the outcome; by default the name of the regression.",
            ),
        ),
        Key::new(
            "predictors",
            Value::List(&Value::Plain),
            words("Prediktor", "Predictors"),
            words(
                "Kode prediktor: variabel, dimensi (X.BP), atau karakteristik sebagai kontrol.",
                "Codes of the predictors: variables, dimensions (X.BP), or characteristics as controls.",
            ),
        )
        .required(),
    ],
);
