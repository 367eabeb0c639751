//! `analysis` as written.

use super::conventions::NAMES;
use super::decode::{Decoder, Fields};
use super::node::{Node, NodeKind};
use super::problem::{Kind, StudyProblem};
use super::settings::{MediationDecides, RTableRow, Tails, ValidityCritical, ValidityMethod};
use crate::diagnostics::Spanned;
use serde::Serialize;

const KEYS: &[&str] = &[
    "method",
    "conventions",
    "alpha",
    "tails",
    "validity",
    "invalid_items",
    "reliability",
    "normality",
    "heteroscedasticity",
    "multicollinearity",
    "autocorrelation",
    "linearity",
    "if_violated",
    "mediation",
    "groups",
    "paired",
    "association",
    "gain",
    "outliers",
];
const METHODS: &[&str] = &["regression", "pls", "cb-sem"];
const NORMALITY: &[&str] = &[
    "kolmogorov-smirnov",
    "kolmogorov-smirnov-asymptotic",
    "monte-carlo",
    "shapiro-wilk",
    "jarque-bera",
    "skewness-kurtosis",
    "anderson-darling",
];
const HETEROSCEDASTICITY: &[&str] = &["glejser", "breusch-pagan", "koenker", "white", "park", "spearman"];
const AUTOCORRELATION: &[&str] = &["durbin-watson", "runs", "breusch-godfrey"];
const LINEARITY: &[&str] = &["deviation", "ramsey-reset", "lagrange-multiplier"];
const RELIABILITY: &[&str] = &["cronbach"];
const INVALID_ITEMS: &[&str] = &["keep", "drop"];
const IF_NOT_NORMAL: &[&str] = &["report", "bootstrap", "transform", "rank"];
const IF_HETEROSCEDASTIC: &[&str] = &["report", "hc3"];
const GROUPS: &[&str] = &["auto", "student", "welch", "rank"];
const PAIRED: &[&str] = &["auto", "t", "rank"];
const ASSOCIATION: &[&str] = &["auto", "pearson", "spearman", "kendall"];
const GAIN: &[&str] = &["hake", "percent"];
const OUTLIERS: &[&str] = &["report", "exclude"];
const VALIDITY: &[(&str, ValidityMethod)] = &[("corrected", ValidityMethod::Corrected), ("pearson", ValidityMethod::Pearson)];
const CRITICAL: &[(&str, ValidityCritical)] =
    &[("r-table", ValidityCritical::RTable), ("significance", ValidityCritical::Significance)];
const R_TABLE_ROWS: &[(&str, RTableRow)] = &[("n-2", RTableRow::LessTwo), ("n", RTableRow::Whole)];
const DECIDES: &[(&str, MediationDecides)] =
    &[("percentile", MediationDecides::Percentile), ("bca", MediationDecides::Bca), ("sobel", MediationDecides::Sobel)];

/// A list of words, each one of those the key knows.
pub type Words = Option<Spanned<Vec<Spanned<String>>>>;

/// `analysis`. Words that no version computes are reported while reading; which of the others are available in this
/// version is said in `available.rs` alone.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct AnalysisFile {
    /// Regression, or a method reserved for later.
    pub method: Option<Spanned<String>>,
    /// Sets of conventions, later ones win.
    pub conventions: Words,
    /// Level of significance.
    pub alpha: Option<Spanned<f64>>,
    /// One or two tails.
    pub tails: Option<Spanned<Tails>>,
    /// Which correlation decides on validity.
    pub validity_method: Option<Spanned<ValidityMethod>>,
    /// What it is compared with.
    pub validity_critical: Option<Spanned<ValidityCritical>>,
    /// Which row of the r table it is.
    pub validity_df: Option<Spanned<RTableRow>>,
    /// What happens to invalid items.
    pub invalid_items: Option<Spanned<String>>,
    /// How reliability is measured.
    pub reliability_method: Option<Spanned<String>>,
    /// The lowest reliability.
    pub reliability_minimum: Option<Spanned<f64>>,
    /// Tests of normality.
    pub normality: Words,
    /// Tests of heteroscedasticity.
    pub heteroscedasticity: Words,
    /// Limit of the VIF.
    pub vif: Option<Spanned<f64>>,
    /// Tests of autocorrelation.
    pub autocorrelation: Words,
    /// Tests of linearity.
    pub linearity: Words,
    /// What happens when an assumption is violated.
    pub if_violated: IfViolated,
    /// What decides on indirect effects.
    pub mediation_decides: Option<Spanned<MediationDecides>>,
    /// Bootstrap resamples.
    pub resamples: Option<Spanned<u64>>,
    /// Seed of the bootstrap.
    pub seed: Option<Spanned<u64>>,
    /// Test of groups.
    pub groups: Option<Spanned<String>>,
    /// Test of pairs.
    pub paired: Option<Spanned<String>>,
    /// Coefficient of association.
    pub association: Option<Spanned<String>>,
    /// Bands of the gain.
    pub gain_bands: Option<Spanned<String>>,
    /// What happens to outliers.
    pub outliers: Option<Spanned<String>>,
}

/// `analysis.if_violated`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct IfViolated {
    /// When residuals are not normal.
    pub normality: Option<Spanned<String>>,
    /// When they are heteroscedastic.
    pub heteroscedasticity: Option<Spanned<String>>,
}

impl AnalysisFile {
    /// Reads `analysis`.
    pub fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<AnalysisFile> {
        let fields = decoder.fields(node, KEYS)?;
        let mut analysis = AnalysisFile {
            method: choice(decoder, &fields, "method", METHODS),
            conventions: choices(decoder, &fields, "conventions", &NAMES),
            alpha: fields.optional(decoder, "alpha", |decoder, node| {
                decoder.number_in(node, "0 < x < 1", |alpha| alpha > 0.0 && alpha < 1.0)
            }),
            tails: fields.optional(decoder, "tails", |decoder, node| decoder.word(node, &[("1", Tails::One), ("2", Tails::Two)])),
            ..AnalysisFile::default()
        };
        analysis.validity(decoder, &fields);
        analysis.invalid_items = choice(decoder, &fields, "invalid_items", INVALID_ITEMS);
        fields.optional(decoder, "reliability", |decoder, node| {
            let fields = decoder.fields(node, &["method", "minimum"])?;
            analysis.reliability_method = choice(decoder, &fields, "method", RELIABILITY);
            analysis.reliability_minimum = fields.optional(decoder, "minimum", |decoder, node| {
                decoder.number_in(node, "0 ≤ x < 1", |minimum| (0.0..1.0).contains(&minimum))
            });
            Some(())
        });
        analysis.normality = choices(decoder, &fields, "normality", NORMALITY);
        analysis.heteroscedasticity = choices(decoder, &fields, "heteroscedasticity", HETEROSCEDASTICITY);
        fields.optional(decoder, "multicollinearity", |decoder, node| {
            let fields = decoder.fields(node, &["vif"])?;
            analysis.vif = fields.optional(decoder, "vif", |decoder, node| decoder.number_in(node, "x > 1", |limit| limit > 1.0));
            Some(())
        });
        analysis.autocorrelation = choices(decoder, &fields, "autocorrelation", AUTOCORRELATION);
        analysis.linearity = choices(decoder, &fields, "linearity", LINEARITY);
        analysis.if_violated = fields.optional(decoder, "if_violated", IfViolated::decode).unwrap_or_default();
        analysis.mediation(decoder, &fields);
        analysis.groups = choice(decoder, &fields, "groups", GROUPS);
        analysis.paired = choice(decoder, &fields, "paired", PAIRED);
        analysis.association = choice(decoder, &fields, "association", ASSOCIATION);
        fields.optional(decoder, "gain", |decoder, node| {
            let fields = decoder.fields(node, &["bands"])?;
            analysis.gain_bands = choice(decoder, &fields, "bands", GAIN);
            Some(())
        });
        analysis.outliers = choice(decoder, &fields, "outliers", OUTLIERS);
        Some(analysis)
    }

    fn validity(&mut self, decoder: &mut Decoder<'_>, fields: &Fields<'_>) {
        fields.optional(decoder, "validity", |decoder, node| {
            let fields = decoder.fields(node, &["method", "critical", "df"])?;
            self.validity_method = fields.optional(decoder, "method", |decoder, node| decoder.word(node, VALIDITY));
            self.validity_df = fields.optional(decoder, "df", |decoder, node| decoder.word(node, R_TABLE_ROWS));
            self.validity_critical = fields.optional(decoder, "critical", |decoder, node| {
                if matches!(node.kind, NodeKind::Number(..)) {
                    return decoder
                        .number_in(node, "0 < x < 1", |r| r > 0.0 && r < 1.0)
                        .map(|number| number.map(ValidityCritical::Fixed));
                }
                decoder.word(node, CRITICAL)
            });
            Some(())
        });
    }

    fn mediation(&mut self, decoder: &mut Decoder<'_>, fields: &Fields<'_>) {
        fields.optional(decoder, "mediation", |decoder, node| {
            let fields = decoder.fields(node, &["decides", "resamples", "seed"])?;
            self.mediation_decides = fields.optional(decoder, "decides", |decoder, node| decoder.word(node, DECIDES));
            self.resamples = fields.optional(decoder, "resamples", |decoder, node| {
                let resamples = decoder.count(node)?;
                let known = resamples.value == 0 || (100..=1_000_000).contains(&resamples.value);
                if !known {
                    let path = decoder.path();
                    decoder.report(StudyProblem::OutOfRange {
                        span: node.span,
                        path,
                        value: resamples.value as f64,
                        range: "x = 0, 100 ≤ x ≤ 1000000",
                    });
                    return None;
                }
                Some(resamples)
            });
            self.seed = fields.optional(decoder, "seed", Decoder::count);
            Some(())
        });
    }
}

impl IfViolated {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<IfViolated> {
        if matches!(node.kind, NodeKind::Text(_)) {
            decoder.word(node, &[("report", ())])?;
            return Some(IfViolated::default());
        }
        let fields = decoder.fields_or(node, &["normality", "heteroscedasticity"], Kind::Map)?;
        Some(IfViolated {
            normality: choice(decoder, &fields, "normality", IF_NOT_NORMAL),
            heteroscedasticity: choice(decoder, &fields, "heteroscedasticity", IF_HETEROSCEDASTIC),
        })
    }
}

/// One of some words, kept as written.
pub(super) fn choice(
    decoder: &mut Decoder<'_>,
    fields: &Fields<'_>,
    key: &str,
    known: &'static [&'static str],
) -> Option<Spanned<String>> {
    fields.optional(decoder, key, |decoder, node| one_of(decoder, node, known))
}

fn choices(decoder: &mut Decoder<'_>, fields: &Fields<'_>, key: &str, known: &'static [&'static str]) -> Words {
    fields.optional(decoder, key, |decoder, node| decoder.list(node, |decoder, node| one_of(decoder, node, known)))
}

fn one_of(decoder: &mut Decoder<'_>, node: &Node, known: &'static [&'static str]) -> Option<Spanned<String>> {
    let word = decoder.string(node)?;
    if known.contains(&word.value.as_str()) {
        return Some(word);
    }
    let path = decoder.path();
    decoder.report(StudyProblem::NotOneOf {
        span: word.span,
        path,
        allowed: known.iter().map(|word| (*word).to_owned()).collect(),
        value: word.value,
    });
    None
}
