//! Settings of data, analysis and report, with their defaults.

use super::DeclaredAt;
use super::conventions::Convention;
use crate::language::Text;
use indexmap::IndexMap;
use serde::Serialize;

/// The survey file and how it is read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Data {
    /// Path of the file inside the study's folder.
    pub file: String,
    /// Sheet of a workbook; the first non-empty one by default.
    pub sheet: Option<String>,
    /// Field separator of a text file, when declared.
    pub delimiter: Option<char>,
    /// Decimal mark, when declared.
    pub decimal: Option<char>,
    /// Encoding of a text file, when declared.
    pub encoding: Option<String>,
    /// Column that identifies a person.
    pub id: Option<ColumnName>,
    /// Further files, matched by the identity of persons.
    pub join: Vec<Join>,
    /// Only rows with these answers are kept.
    pub keep: Vec<Keep>,
    /// Respondents who are left out, and why.
    pub exclude: Vec<Exclude>,
    /// The XLSForm of a survey that was made with KoboToolbox or ODK.
    pub form: Option<String>,
    /// The try-out that instrument tests come from.
    pub pilot: Option<PilotFile>,
    /// Questionnaires handed out.
    pub distributed: Option<u64>,
    /// Questionnaires that came back.
    pub returned: Option<u64>,
    /// What happens to incomplete questionnaires.
    pub missing: MissingPolicy,
    /// Texts that mean "no answer".
    pub missing_codes: Vec<String>,
    /// Where `data.file` is declared.
    #[serde(skip)]
    pub declared: DeclaredAt,
}

impl Data {
    /// No survey at all: a study of targets alone.
    pub fn none() -> Data {
        Data {
            file: String::new(),
            sheet: None,
            delimiter: None,
            decimal: None,
            encoding: None,
            id: None,
            join: Vec::new(),
            keep: Vec::new(),
            exclude: Vec::new(),
            form: None,
            pilot: None,
            distributed: None,
            returned: None,
            missing: MissingPolicy::default(),
            missing_codes: Vec::new(),
            declared: None,
        }
    }
}

/// A column named in the study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnName {
    /// Its header.
    pub header: String,
    /// Where it is named.
    #[serde(skip)]
    pub declared: DeclaredAt,
}

/// The file of a try-out of the instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PilotFile {
    /// Path of the file inside the study's folder.
    pub file: String,
    /// Where it is declared.
    #[serde(skip)]
    pub declared: DeclaredAt,
}

/// A further file whose columns join those of the survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Join {
    /// Path of the file inside the study's folder.
    pub file: String,
    /// What the names of its columns begin with in the study.
    pub prefix: String,
    /// Where it is declared.
    #[serde(skip)]
    pub declared: DeclaredAt,
}

/// Rows that are kept: those with this answer in this column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Keep {
    /// The column.
    pub column: ColumnName,
    /// The answer.
    pub answer: String,
}

/// Respondents who are left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Exclude {
    /// Which.
    pub which: Excluding,
    /// Why, in the author's words; the chapter says it.
    pub reason: Text,
    /// Where it is declared.
    #[serde(skip)]
    pub declared: DeclaredAt,
}

/// What respondents are left out for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Excluding {
    /// One answer to everything.
    StraightLining,
    /// One answer to more than half of the items in a row.
    LongStrings,
    /// The same answers and profile as somebody before them.
    Repeated,
    /// Less than two seconds an item.
    Fast,
    /// Answers that vary far more than those of the others.
    Outlying,
    /// These rows, as a spreadsheet counts them.
    Rows(Vec<usize>),
}

impl Excluding {
    /// The words of the study file that name what `check` finds.
    pub const WORDS: [(&'static str, Excluding); 5] = [
        ("straight-lining", Excluding::StraightLining),
        ("long-strings", Excluding::LongStrings),
        ("repeated", Excluding::Repeated),
        ("fast", Excluding::Fast),
        ("outlying", Excluding::Outlying),
    ];

    /// The key by which results name it; `rows` for rows.
    pub fn key(&self) -> &'static str {
        Excluding::WORDS.iter().find(|(_, which)| which == self).map_or("rows", |(word, _)| word)
    }
}

/// What happens to incomplete questionnaires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingPolicy {
    /// Each analysis uses the cases complete in its own columns, as SPSS does.
    #[default]
    ByAnalysis,
    /// An incomplete questionnaire is dropped everywhere.
    Complete,
    /// An incomplete questionnaire is an error.
    Forbid,
}

/// How the sample was taken.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sampling {
    /// `census`, `slovin`, `krejcie-morgan`, `purposive` or the author's word.
    pub method: String,
    /// Margin of error, as a proportion.
    pub margin: Option<f64>,
}

/// Tails of the t tests and correlations of signed claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Tails {
    /// One-tailed in the expected direction.
    One,
    /// Two-tailed.
    Two,
}

/// Which item–total correlation decides on validity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ValidityMethod {
    /// Item with the total of the other items.
    Corrected,
    /// Item with the total that holds it.
    Pearson,
}

/// How the r table is entered for a sample of n.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub enum RTableRow {
    /// By the degrees of freedom n − 2, as the significance of r has them.
    #[default]
    #[serde(rename = "n-2")]
    LessTwo,
    /// By n itself, as some campuses read a table of degrees of freedom.
    #[serde(rename = "n")]
    Whole,
}

/// What a validity correlation is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValidityCritical {
    /// The r table: df = n − 2.
    RTable,
    /// Its significance: p < alpha and r > 0.
    Significance,
    /// A fixed number.
    Fixed(f64),
}

/// What decides on an indirect effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MediationDecides {
    /// The percentile bootstrap interval.
    Percentile,
    /// The bias-corrected and accelerated interval.
    Bca,
    /// The Sobel test.
    Sobel,
}

/// A test of an assumption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AssumptionTest {
    /// Kolmogorov–Smirnov with Lilliefors' correction.
    KolmogorovSmirnov,
    /// Kolmogorov–Smirnov as SPSS printed it before Lilliefors' correction.
    AsymptoticKolmogorov,
    /// Kolmogorov–Smirnov with a simulated significance.
    MonteCarlo,
    /// Shapiro–Wilk.
    ShapiroWilk,
    /// Jarque–Bera.
    JarqueBera,
    /// z of skewness and kurtosis.
    SkewnessKurtosis,
    /// Anderson–Darling.
    AndersonDarling,
    /// Glejser.
    Glejser,
    /// Breusch–Pagan.
    BreuschPagan,
    /// Koenker's form of it.
    Koenker,
    /// White.
    White,
    /// Park.
    Park,
    /// Rank correlation of the residuals' size with each predictor.
    SpearmanResiduals,
    /// Durbin–Watson.
    DurbinWatson,
    /// Runs of residuals about their median.
    Runs,
    /// Breusch–Godfrey.
    BreuschGodfrey,
    /// Deviation from linearity, each predictor.
    Deviation,
    /// Ramsey's RESET.
    RamseyReset,
    /// Lagrange multiplier of the predictors' squares.
    LagrangeMultiplier,
}

impl AssumptionTest {
    /// Its name in the study file and in `results.json`.
    pub fn key(self) -> &'static str {
        match self {
            AssumptionTest::KolmogorovSmirnov => "kolmogorov-smirnov",
            AssumptionTest::AsymptoticKolmogorov => "kolmogorov-smirnov-asymptotic",
            AssumptionTest::MonteCarlo => "monte-carlo",
            AssumptionTest::ShapiroWilk => "shapiro-wilk",
            AssumptionTest::JarqueBera => "jarque-bera",
            AssumptionTest::SkewnessKurtosis => "skewness-kurtosis",
            AssumptionTest::AndersonDarling => "anderson-darling",
            AssumptionTest::Glejser => "glejser",
            AssumptionTest::BreuschPagan => "breusch-pagan",
            AssumptionTest::Koenker => "koenker",
            AssumptionTest::White => "white",
            AssumptionTest::Park => "park",
            AssumptionTest::SpearmanResiduals => "spearman",
            AssumptionTest::DurbinWatson => "durbin-watson",
            AssumptionTest::Runs => "runs",
            AssumptionTest::BreuschGodfrey => "breusch-godfrey",
            AssumptionTest::Deviation => "deviation",
            AssumptionTest::RamseyReset => "ramsey-reset",
            AssumptionTest::LagrangeMultiplier => "lagrange-multiplier",
        }
    }
}

/// Tests of normality by name.
pub const NORMALITY_TESTS: [AssumptionTest; 7] = [
    AssumptionTest::KolmogorovSmirnov,
    AssumptionTest::AsymptoticKolmogorov,
    AssumptionTest::MonteCarlo,
    AssumptionTest::ShapiroWilk,
    AssumptionTest::JarqueBera,
    AssumptionTest::SkewnessKurtosis,
    AssumptionTest::AndersonDarling,
];
/// Tests of heteroscedasticity.
pub const HETEROSCEDASTICITY_TESTS: [AssumptionTest; 6] = [
    AssumptionTest::Glejser,
    AssumptionTest::BreuschPagan,
    AssumptionTest::Koenker,
    AssumptionTest::White,
    AssumptionTest::Park,
    AssumptionTest::SpearmanResiduals,
];
/// Tests of autocorrelation.
pub const AUTOCORRELATION_TESTS: [AssumptionTest; 3] =
    [AssumptionTest::DurbinWatson, AssumptionTest::Runs, AssumptionTest::BreuschGodfrey];
/// Tests of linearity.
pub const LINEARITY_TESTS: [AssumptionTest; 3] =
    [AssumptionTest::Deviation, AssumptionTest::RamseyReset, AssumptionTest::LagrangeMultiplier];

/// What happens to items that are not valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum InvalidItems {
    /// They stay in the scores.
    #[default]
    Keep,
    /// They are left out, the worst first, each after the variable was tested anew.
    Drop,
}

/// What happens to cases that stand out of a regression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outliers {
    /// They are named.
    #[default]
    Report,
    /// They are left out of regressions.
    Exclude,
}

/// What decides where residuals are not normal (V3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum IfNotNormal {
    /// The ordinary tests; the limitation is printed.
    #[default]
    Report,
    /// Percentile bootstrap intervals of the coefficients.
    Bootstrap,
    /// The regression of the outcome transformed by its skew.
    Transform,
    /// The regression of the ranks.
    Rank,
}

/// What decides where residuals are not equally spread (V3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum IfHeteroscedastic {
    /// The ordinary tests; the limitation is printed.
    #[default]
    Report,
    /// t tests with HC3 standard errors.
    Hc3,
}

/// Which test compares groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum GroupsTest {
    /// As normality and equality of variances tell.
    #[default]
    Auto,
    /// Student's t, or analysis of variance with Tukey's comparisons.
    Student,
    /// Welch's tests, with Games and Howell's comparisons.
    Welch,
    /// Mann–Whitney, or Kruskal–Wallis with Dunn's comparisons.
    Rank,
}

/// Which test compares two measurements of the same persons, or one measurement with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PairedTest {
    /// As the normality of the differences tells.
    #[default]
    Auto,
    /// The t test.
    T,
    /// Wilcoxon's signed ranks.
    Rank,
}

/// Which coefficient measures an association of two variables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AssociationTest {
    /// Pearson's where both scores are normal, else Spearman's.
    #[default]
    Auto,
    /// Pearson's r.
    Pearson,
    /// Spearman's ρ.
    Spearman,
    /// Kendall's τ-b.
    Kendall,
}

/// Bands of the normalized gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum GainBands {
    /// High from 0,70, medium from 0,30 (Hake 1998).
    #[default]
    Hake,
    /// Effective from 76 %, fairly from 56 %, less from 40 %.
    Percent,
}

/// Settings of the analysis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Analysis {
    /// Level of significance.
    pub alpha: f64,
    /// One- or two-tailed tests of signed claims.
    pub tails: Tails,
    /// Which correlation decides on validity.
    pub validity_method: ValidityMethod,
    /// What it is compared with.
    pub validity_critical: ValidityCritical,
    /// Which row of the r table it is.
    pub validity_df: RTableRow,
    /// The lowest Cronbach's alpha called reliable.
    pub reliability_minimum: f64,
    /// Sets of conventions in force, later ones won.
    pub conventions: Vec<Convention>,
    /// Tests of normality, in order; empty: none.
    pub normality: Vec<AssumptionTest>,
    /// Tests of heteroscedasticity, in order; empty: none.
    pub heteroscedasticity: Vec<AssumptionTest>,
    /// Tests of autocorrelation, in order; empty: none.
    pub autocorrelation: Vec<AssumptionTest>,
    /// Tests of linearity, in order; empty: none.
    pub linearity: Vec<AssumptionTest>,
    /// The VIF from which predictors are called collinear.
    pub vif_limit: f64,
    /// Remedies are computed whether an assumption is violated or not: set for the sensitivity of verdicts alone.
    #[serde(skip)]
    pub remedies_always: bool,
    /// What happens to items that are not valid.
    pub invalid_items: InvalidItems,
    /// What happens to cases that stand out of a regression.
    pub outliers: Outliers,
    /// What decides where residuals are not normal.
    pub if_not_normal: IfNotNormal,
    /// What decides where they are not equally spread.
    pub if_heteroscedastic: IfHeteroscedastic,
    /// What decides on indirect effects.
    pub mediation_decides: MediationDecides,
    /// Bootstrap resamples; 0: none.
    pub resamples: usize,
    /// Seed of the bootstrap.
    pub seed: u64,
    /// Test of groups.
    pub groups: GroupsTest,
    /// Test of pairs and levels.
    pub paired: PairedTest,
    /// Coefficient of association.
    pub association: AssociationTest,
    /// Bands of the normalized gain.
    pub gain: GainBands,
}

/// How p-values are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PStyle {
    /// `0,000` in tables.
    Spss,
    /// `< 0,001` everywhere.
    Apa,
}

/// Whether a kind of report is one chapter of a thesis; a report of satisfaction, records or targets is whole.
pub fn is_chapter(template: &str) -> bool {
    !matches!(template, "skm" | "ip-asn" | "lkjip")
}

/// Settings of the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Kind of report: a folder of templates.
    pub template: String,
    /// Order of sections.
    pub outline: String,
    /// Chapter number.
    pub chapter: u32,
    /// Chapter number in Roman numerals in captions.
    pub roman: bool,
    /// Words of the source line under tables and figures.
    pub source_note: Option<Text>,
    /// File with the author's own overview (section 4.1).
    pub overview: Option<String>,
    /// File of the bibliography.
    pub bibliography: Option<String>,
    /// The author's discussion of a hypothesis, or the whole section `discussion`.
    pub discussion: Vec<SectionText>,
    /// The author's text at the end of sections.
    pub additions: Vec<SectionText>,
    /// Appendices, in order.
    pub appendices: Vec<String>,
    /// Words set in italics wherever they stand.
    pub italic: Vec<String>,
    /// How p is printed.
    pub p_style: PStyle,
    /// Drop the zero before the decimal mark in SPSS-style tables.
    pub drop_leading_zero: bool,
    /// Captions of figures stand above them.
    pub figure_captions_above: bool,
    /// Decimals per kind of number, over the defaults.
    pub decimals: IndexMap<String, usize>,
    /// The index in earlier periods, as the study orders them: the last one is the period before.
    pub earlier: Vec<Earlier>,
    /// What is to be improved.
    pub plan: Vec<PlannedStep>,
}

/// The index in an earlier period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Earlier {
    /// The period.
    pub period: Text,
    /// Its index.
    pub value: f64,
}

/// A step of the plan of improvement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlannedStep {
    /// Code of the item to be improved.
    pub item: String,
    /// What is to be done.
    pub action: Text,
    /// When.
    pub time: Option<Text>,
    /// By whom.
    pub owner: Option<Text>,
}

/// A file of the author's text for a part of the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SectionText {
    /// The section, or a hypothesis.
    pub section: String,
    /// Path of the file inside the study's folder.
    pub file: String,
    /// Where the section is named.
    #[serde(skip)]
    pub declared: DeclaredAt,
}
