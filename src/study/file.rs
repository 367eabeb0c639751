//! The study file as written: every key with its span, nothing checked against another.

use super::claim::ClaimText;
use super::decode::{Decoder, Fields};
pub use super::file_analysis::{AnalysisFile, IfViolated};
use super::file_descriptives::DescriptivesFile;
use super::file_matrix::MatrixFile;
use super::file_office::OfficeFile;
use super::file_report::ReportFile;
use super::file_targets::TargetsFile;
use super::file_variables::{ScaleFile, VariableFile};
use super::node::{Node, NodeKind};
use super::problem::{Kind, StudyProblem};
use super::settings::MissingPolicy;
use crate::diagnostics::{Span, Spanned};
use crate::language::{Language, Text};
use serde::Serialize;

/// The keys at the top of a study file.
pub const KEYS: &[&str] = &[
    "title",
    "author",
    "institution",
    "object",
    "period",
    "office",
    "year",
    "language",
    "subjects",
    "data",
    "population",
    "sampling",
    "scale",
    "respondents",
    "variables",
    "hypotheses",
    "regressions",
    "descriptives",
    "targets",
    "matrix",
    "analysis",
    "report",
];
const DATA_KEYS: &[&str] = &[
    "file",
    "sheet",
    "delimiter",
    "decimal",
    "encoding",
    "id",
    "join",
    "keep",
    "exclude",
    "form",
    "distributed",
    "returned",
    "missing",
    "missing_codes",
    "pilot",
];
const CHARACTERISTIC_KEYS: &[&str] = &["name", "column", "order", "values", "classes", "unit"];
const HYPOTHESIS_KEYS: &[&str] = &["claim", "statement", "prior", "discussion"];
const MISSING: &[(&str, MissingPolicy)] =
    &[("by_analysis", MissingPolicy::ByAnalysis), ("complete", MissingPolicy::Complete), ("forbid", MissingPolicy::Forbid)];
const LANGUAGES: &[(&str, Language)] = &[("id", Language::Id), ("en", Language::En)];

/// A study file, a mirror of the YAML.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StudyFile {
    /// The whole file.
    pub span: Span,
    /// Title.
    pub title: Option<Spanned<Text>>,
    /// Author.
    pub author: Option<Spanned<Text>>,
    /// University or agency.
    pub institution: Option<Spanned<Text>>,
    /// Agency or population studied.
    pub object: Option<Spanned<Text>>,
    /// Period covered.
    pub period: Option<Spanned<Text>>,
    /// The office the report is of.
    pub office: Option<OfficeFile>,
    /// Year.
    pub year: Option<Spanned<i64>>,
    /// Language of the report.
    pub language: Option<Spanned<Language>>,
    /// Who answered.
    pub subjects: Option<Spanned<Text>>,
    /// There are targets and neither data nor variables.
    pub alone: bool,
    /// The survey file.
    pub data: DataFile,
    /// Size of the population.
    pub population: Option<Spanned<u64>>,
    /// How the sample was taken.
    pub sampling: Option<SamplingFile>,
    /// The default scale.
    pub scale: Option<ScaleFile>,
    /// Characteristics of respondents.
    pub respondents: Vec<CharacteristicFile>,
    /// Variables.
    pub variables: Vec<VariableFile>,
    /// Hypotheses.
    pub hypotheses: Vec<HypothesisFile>,
    /// Regressions the arrows do not say.
    pub regressions: Vec<RegressionFile>,
    /// Further ways to describe answers.
    pub descriptives: DescriptivesFile,
    /// Targets and what was reached.
    pub targets: Option<TargetsFile>,
    /// The qualitative matrix.
    pub matrix: Option<MatrixFile>,
    /// Settings of the analysis.
    pub analysis: AnalysisFile,
    /// Settings of the report.
    pub report: ReportFile,
}

/// `data`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DataFile {
    /// Path of the survey file.
    pub file: Option<Spanned<String>>,
    /// Sheet of a workbook.
    pub sheet: Option<Spanned<String>>,
    /// Field separator.
    pub delimiter: Option<Spanned<char>>,
    /// Decimal mark.
    pub decimal: Option<Spanned<char>>,
    /// Encoding.
    pub encoding: Option<Spanned<String>>,
    /// Column that identifies a person.
    pub id: Option<Spanned<String>>,
    /// Further files.
    pub join: Vec<JoinFile>,
    /// Rows to keep: column and answer.
    pub keep: Vec<(Spanned<String>, Spanned<String>)>,
    /// Respondents to leave out: which, and why.
    pub exclude: Vec<(Spanned<String>, Spanned<Text>)>,
    /// The XLSForm of the survey.
    pub form: Option<Spanned<String>>,
    /// Questionnaires handed out.
    pub distributed: Option<Spanned<u64>>,
    /// Questionnaires returned.
    pub returned: Option<Spanned<u64>>,
    /// What happens to incomplete questionnaires.
    pub missing: Option<Spanned<MissingPolicy>>,
    /// Texts that mean "no answer".
    pub missing_codes: Option<Spanned<Vec<Spanned<String>>>>,
    /// Try-out data.
    pub pilot: Option<Spanned<String>>,
}

/// One of `data.join`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JoinFile {
    /// Its path.
    pub file: Option<Spanned<String>>,
    /// What its columns' names begin with.
    pub prefix: Option<Spanned<String>>,
}

/// `sampling`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SamplingFile {
    /// Its name.
    pub method: Option<Spanned<String>>,
    /// Margin of error.
    pub margin: Option<Spanned<f64>>,
}

/// One of `respondents`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CharacteristicFile {
    /// Its code.
    pub code: Spanned<String>,
    /// Its name.
    pub name: Option<Spanned<Text>>,
    /// Its column.
    pub column: Option<Spanned<String>>,
    /// Values in printing order.
    pub order: Option<Spanned<Vec<Spanned<String>>>>,
    /// Printed words of raw values.
    pub values: Vec<(Spanned<String>, Spanned<Text>)>,
    /// Lower bounds of classes.
    pub classes: Option<Spanned<Vec<Spanned<f64>>>>,
    /// Unit of the numbers.
    pub unit: Option<Spanned<Text>>,
}

/// One of `hypotheses`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HypothesisFile {
    /// Its id.
    pub id: Spanned<String>,
    /// Its claim as written.
    pub claim: Option<ClaimText>,
    /// The author's wording.
    pub statement: Option<Spanned<Text>>,
    /// Prior studies that found a positive effect, a negative one, none.
    pub prior: PriorFile,
    /// The author's discussion.
    pub discussion: Option<DiscussionFile>,
}

/// `prior` of a hypothesis.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PriorFile {
    /// Found a positive effect.
    pub positive: Vec<Spanned<String>>,
    /// Found a negative effect.
    pub negative: Vec<Spanned<String>>,
    /// Found none.
    pub none: Vec<Spanned<String>>,
}

/// `discussion` of a hypothesis.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DiscussionFile {
    /// One text.
    Fixed(Spanned<Text>),
    /// A text per verdict.
    ByVerdict {
        /// For an accepted hypothesis.
        accepted: Option<Spanned<Text>>,
        /// For a rejected one.
        rejected: Option<Spanned<Text>>,
    },
}

/// One of `regressions`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegressionFile {
    /// Its name.
    pub name: Spanned<String>,
    /// Its outcome, when it is not the name.
    pub outcome: Option<Spanned<String>>,
    /// Its predictors.
    pub predictors: Option<Spanned<Vec<Spanned<String>>>>,
}

impl StudyFile {
    /// Reads the tree of a study file; `None` when it is not a map at all.
    pub fn decode(root: &Node, decoder: &mut Decoder<'_>) -> Option<StudyFile> {
        let fields = decoder.fields(root, KEYS)?;
        let named = |decoder: &mut Decoder<'_>, key: &'static str| fields.optional(decoder, key, Decoder::text);
        const VARIABLES: &str = "variables: { X1: { name: Kompetensi, indicators: [Integritas, Kerja sama] } }";
        let title = fields.required(decoder, "title", "title: Pengaruh Kompetensi terhadap Kinerja Pegawai", Decoder::text);
        let author = named(decoder, "author");
        let institution = named(decoder, "institution");
        let object = named(decoder, "object");
        let period = named(decoder, "period");
        let office = fields.optional(decoder, "office", OfficeFile::decode);
        let year = fields.optional(decoder, "year", Decoder::whole);
        let language = fields.optional(decoder, "language", |decoder, node| decoder.word(node, LANGUAGES));
        let subjects = named(decoder, "subjects");
        // Targets alone make an annual report: nobody was asked anything.
        // A batch takes counts of questionnaires away from `data`, which leaves no survey behind where there was none.
        let nothing = |node: &Node| match &node.kind {
            NodeKind::Map(entries) => !entries.is_empty() && entries.iter().all(|(_, value)| value.kind == NodeKind::Null),
            _ => false,
        };
        let surveyed = fields.get("data").is_some_and(|node| !nothing(node)) || fields.key("variables").is_some();
        let alone = fields.key("targets").is_some() && !surveyed;
        let data = match alone {
            true => DataFile::default(),
            false => fields.required(decoder, "data", "data: { file: responses.csv }", DataFile::decode).unwrap_or_default(),
        };
        let population = fields.optional(decoder, "population", Decoder::count);
        let sampling = fields.optional(decoder, "sampling", SamplingFile::decode);
        let scale = fields.optional(decoder, "scale", ScaleFile::decode);
        let respondents = fields
            .optional(decoder, "respondents", |decoder, node| decoder.named(node, CharacteristicFile::decode))
            .unwrap_or_default();
        let variables = match alone {
            true => Vec::new(),
            false => fields
                .required(decoder, "variables", VARIABLES, |decoder, node| decoder.named(node, VariableFile::decode))
                .unwrap_or_default(),
        };
        if let (Some(span), Some(NodeKind::Map(entries))) =
            (fields.key("variables"), fields.get("variables").map(|node| &node.kind))
            && entries.is_empty()
        {
            let (key, path) = ("variables", String::new());
            decoder.report(StudyProblem::MissingKey { span, key, path, example: VARIABLES });
        }
        let hypotheses = fields
            .optional(decoder, "hypotheses", |decoder, node| decoder.named(node, HypothesisFile::decode))
            .unwrap_or_default();
        let regressions = fields
            .optional(decoder, "regressions", |decoder, node| decoder.named(node, RegressionFile::decode))
            .unwrap_or_default();
        let descriptives = fields.optional(decoder, "descriptives", DescriptivesFile::decode).unwrap_or_default();
        let targets = fields.optional(decoder, "targets", TargetsFile::decode);
        let matrix = fields.optional(decoder, "matrix", MatrixFile::decode);
        let analysis = fields.optional(decoder, "analysis", AnalysisFile::decode).unwrap_or_default();
        let report = fields.optional(decoder, "report", ReportFile::decode).unwrap_or_default();
        Some(StudyFile {
            span: root.span,
            title,
            author,
            institution,
            object,
            period,
            office,
            year,
            language,
            subjects,
            alone,
            data,
            population,
            sampling,
            scale,
            respondents,
            variables,
            hypotheses,
            regressions,
            descriptives,
            targets,
            matrix,
            analysis,
            report,
        })
    }
}

impl DataFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<DataFile> {
        let fields = decoder.fields(node, DATA_KEYS)?;
        Some(DataFile {
            file: fields.required(decoder, "file", "file: responses.csv", Decoder::string),
            sheet: fields.optional(decoder, "sheet", Decoder::string),
            delimiter: fields.optional(decoder, "delimiter", Decoder::character),
            decimal: fields.optional(decoder, "decimal", Decoder::character),
            encoding: fields.optional(decoder, "encoding", Decoder::string),
            id: fields.optional(decoder, "id", Decoder::string),
            join: fields
                .optional(decoder, "join", |decoder, node| decoder.list(node, JoinFile::decode))
                .map(|list| list.value)
                .unwrap_or_default(),
            keep: fields
                .optional(decoder, "keep", |decoder, node| {
                    decoder.named(node, |decoder, key, node| Some((key.clone(), decoder.string(node)?)))
                })
                .unwrap_or_default(),
            exclude: fields
                .optional(decoder, "exclude", |decoder, node| {
                    decoder.named(node, |decoder, key, node| Some((key.clone(), decoder.text(node)?)))
                })
                .unwrap_or_default(),
            form: fields.optional(decoder, "form", Decoder::string),
            distributed: fields.optional(decoder, "distributed", Decoder::count),
            returned: fields.optional(decoder, "returned", Decoder::count),
            missing: fields.optional(decoder, "missing", |decoder, node| decoder.word(node, MISSING)),
            missing_codes: strings(decoder, &fields, "missing_codes"),
            pilot: fields.optional(decoder, "pilot", Decoder::string),
        })
    }
}

impl JoinFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<JoinFile> {
        let fields = decoder.fields(node, &["file", "prefix"])?;
        Some(JoinFile {
            file: fields.required(decoder, "file", "file: posttest.xlsx", Decoder::string),
            prefix: fields.optional(decoder, "prefix", Decoder::string),
        })
    }
}

impl SamplingFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<SamplingFile> {
        if !matches!(node.kind, NodeKind::Map(_) | NodeKind::List(_)) {
            return Some(SamplingFile { method: decoder.string(node), margin: None });
        }
        let fields = decoder.fields_or(node, &["method", "margin"], Kind::TextOrMap)?;
        Some(SamplingFile {
            method: fields.required(decoder, "method", "method: slovin", Decoder::string),
            margin: fields.optional(decoder, "margin", |decoder, node| {
                decoder.number_in(node, "0 < x < 1", |margin| margin > 0.0 && margin < 1.0)
            }),
        })
    }
}

impl CharacteristicFile {
    fn decode(decoder: &mut Decoder<'_>, code: &Spanned<String>, node: &Node) -> Option<CharacteristicFile> {
        let mut characteristic = CharacteristicFile {
            code: code.clone(),
            name: None,
            column: None,
            order: None,
            values: Vec::new(),
            classes: None,
            unit: None,
        };
        if !matches!(node.kind, NodeKind::Map(_) | NodeKind::List(_) | NodeKind::Null) {
            characteristic.name = decoder.text(node);
            return Some(characteristic);
        }
        // A broken one keeps its code, so that claims that name it are not reported as well.
        let Some(fields) = decoder.fields_or(node, CHARACTERISTIC_KEYS, Kind::TextOrMap) else {
            return Some(characteristic);
        };
        characteristic.name = fields.required(decoder, "name", "name: Jenis Kelamin", Decoder::text);
        characteristic.column = fields.optional(decoder, "column", Decoder::string);
        characteristic.order = strings(decoder, &fields, "order");
        characteristic.values = fields
            .optional(decoder, "values", |decoder, node| {
                decoder.named(node, |decoder, key, node| Some((key.clone(), decoder.text(node)?)))
            })
            .unwrap_or_default();
        characteristic.classes = fields.optional(decoder, "classes", |decoder, node| decoder.list(node, Decoder::number));
        characteristic.unit = fields.optional(decoder, "unit", Decoder::text);
        Some(characteristic)
    }
}

impl HypothesisFile {
    fn decode(decoder: &mut Decoder<'_>, id: &Spanned<String>, node: &Node) -> Option<HypothesisFile> {
        let mut hypothesis =
            HypothesisFile { id: id.clone(), claim: None, statement: None, prior: PriorFile::default(), discussion: None };
        if matches!(node.kind, NodeKind::Text(_) | NodeKind::Number(..) | NodeKind::Bool(_)) {
            hypothesis.claim = claim_text(decoder, node);
            return Some(hypothesis);
        }
        let fields = decoder.fields_or(node, HYPOTHESIS_KEYS, Kind::TextOrMap)?;
        hypothesis.claim = fields.required(decoder, "claim", "claim: X1 -> Y (+)", claim_text);
        hypothesis.statement = fields.optional(decoder, "statement", Decoder::text);
        hypothesis.prior = fields.optional(decoder, "prior", PriorFile::decode).unwrap_or_default();
        hypothesis.discussion = fields.optional(decoder, "discussion", DiscussionFile::decode);
        Some(hypothesis)
    }
}

impl PriorFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<PriorFile> {
        let fields = decoder.fields(node, &["positive", "negative", "none"])?;
        let mut keys = |key: &'static str| strings(decoder, &fields, key).map(|list| list.value).unwrap_or_default();
        Some(PriorFile { positive: keys("positive"), negative: keys("negative"), none: keys("none") })
    }
}

impl DiscussionFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<DiscussionFile> {
        let by_verdict = match &node.kind {
            NodeKind::Map(entries) => !entries.iter().any(|(key, _)| matches!(key.value.as_str(), "id" | "en")),
            _ => false,
        };
        if !by_verdict {
            return decoder.text(node).map(DiscussionFile::Fixed);
        }
        let fields = decoder.fields(node, &["accepted", "rejected"])?;
        Some(DiscussionFile::ByVerdict {
            accepted: fields.optional(decoder, "accepted", Decoder::text),
            rejected: fields.optional(decoder, "rejected", Decoder::text),
        })
    }
}

impl RegressionFile {
    fn decode(decoder: &mut Decoder<'_>, name: &Spanned<String>, node: &Node) -> Option<RegressionFile> {
        if matches!(node.kind, NodeKind::List(_)) {
            return Some(RegressionFile { name: name.clone(), outcome: None, predictors: decoder.list(node, Decoder::string) });
        }
        let fields = decoder.fields_or(node, &["outcome", "predictors"], Kind::ListOrMap)?;
        Some(RegressionFile {
            name: name.clone(),
            outcome: fields.optional(decoder, "outcome", Decoder::string),
            predictors: fields
                .required(decoder, "predictors", "predictors: [X1, X2]", |decoder, node| decoder.list(node, Decoder::string)),
        })
    }
}

/// A list of plain texts under a key.
pub(super) fn strings(decoder: &mut Decoder<'_>, fields: &Fields<'_>, key: &str) -> Option<Spanned<Vec<Spanned<String>>>> {
    fields.optional(decoder, key, |decoder, node| decoder.list(node, Decoder::string))
}

/// A claim and where its characters stand in the file.
fn claim_text(decoder: &mut Decoder<'_>, node: &Node) -> Option<ClaimText> {
    let text = decoder.string(node)?;
    let written = decoder.written(text.span);
    // A plain scalar stands in the file as it is, a quoted one behind its quote; any other is folded or escaped.
    let offset = if written == text.value {
        Some(0)
    } else if written.get(1..written.len().saturating_sub(1)) == Some(text.value.as_str()) {
        Some(1)
    } else {
        None
    };
    Some(ClaimText { text: text.value, span: text.span, offset })
}
