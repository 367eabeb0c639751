//! From the mirror of the study file to a checked study: names resolved, defaults filled in, regressions derived.

use super::check_files;
use super::check_scale::{self, Banded};
use super::check_variables::{self, Taken};
use super::conventions::{self, Convention};
use super::file::{AnalysisFile, CharacteristicFile, DataFile, DiscussionFile, HypothesisFile, PriorFile, StudyFile};
use super::file_report::ReportFile;
use super::file_variables::{ScaleFile, VariableFile};
use super::hypothesis::{Discussion, Hypothesis, OwnText, Prior};
use super::models::Models;
use super::names::Names;
use super::problem::{Named, StudyProblem};
use super::problem_variables::VariableProblem;
use super::regressions::{self, Derived, ReadClaim};
use super::settings::{
    AUTOCORRELATION_TESTS, Analysis, AssociationTest, AssumptionTest, ColumnName, Data, Exclude, Excluding, GainBands,
    GroupsTest, HETEROSCEDASTICITY_TESTS, IfHeteroscedastic, IfNotNormal, InvalidItems, Join, Keep, LINEARITY_TESTS,
    MediationDecides, NORMALITY_TESTS, Outliers, PStyle, PairedTest, PilotFile, Report, Sampling, SectionText, Tails,
    ValidityCritical, ValidityMethod, is_chapter,
};
use super::variable::{Characteristic, Measure, Variable};
use super::{Study, check_claims, descriptives, follow_up, matrix, office, targets};
use crate::diagnostics::{Diagnostics, Spanned};
use crate::language::Text;
use indexmap::{IndexMap, IndexSet};
use std::path::Path;

/// Appendices that there are.
const APPENDICES: [&str; 8] =
    ["data", "import", "output", "questionnaire", "critical-values", "syntax", "provenance", "publication"];

/// Endings of files of author text, for hints about a missing one.
const TEXT_ENDINGS: &[&str] = &["md", "txt"];

/// Endings of data files, for hints about a missing one.
const DATA_ENDINGS: &[&str] = &["csv", "tsv", "txt", "xlsx", "xlsb", "xls", "ods", "sav", "zsav"];

/// Checks a study file; `folder` is the one it stands in. Every problem goes into `diagnostics`; a study is given only
/// when there is no error among them, those of `parse` included.
pub fn check(file: &StudyFile, folder: &Path, models: &Models, diagnostics: &mut Diagnostics) -> Option<Study> {
    check_with(file, folder, models, true, diagnostics)
}

/// The same for a study whose survey is still to come: its data file need not be there.
pub fn check_before_survey(file: &StudyFile, folder: &Path, models: &Models, diagnostics: &mut Diagnostics) -> Option<Study> {
    check_with(file, folder, models, false, diagnostics)
}

fn check_with(file: &StudyFile, folder: &Path, models: &Models, surveyed: bool, diagnostics: &mut Diagnostics) -> Option<Study> {
    let mut absent = IndexSet::new();
    let mut laid = Vec::new();
    for variable in &file.variables {
        let (variable, complete) = models.under(variable, diagnostics);
        if !complete {
            absent.insert(variable.code.value.clone());
        }
        laid.push(variable);
    }
    let names = Names::declare(file, &laid, |code| absent.contains(code), diagnostics);
    let characteristics: Vec<Characteristic> =
        file.respondents.iter().filter_map(|characteristic| check_characteristic(characteristic, diagnostics)).collect();
    let study_scale = check_study_scale(file.scale.as_ref(), diagnostics);
    let mut taken = Taken::default();
    let mut variables = IndexMap::new();
    for variable in &laid {
        let complete = !absent.contains(&variable.code.value);
        compare_scales(variable, file.scale.as_ref(), models, diagnostics);
        let checked = check_variables::check(variable, study_scale.as_ref(), complete, &mut taken, diagnostics);
        variables.extend(checked.map(|variable| (variable.code.clone(), variable)));
    }
    let claims = check_claims::read(file, &names, &variables, diagnostics);
    let derived = regressions::derive(&claims, &file.regressions, &names, diagnostics);
    for (code, role) in &derived.roles {
        if let Some(variable) = variables.get_mut(code) {
            variable.role = *role;
        }
    }
    let described = descriptives::check(&file.descriptives, &names, &variables, diagnostics);
    let targets = file.targets.as_ref().map(|targets| targets::check(targets, value(&file.year), &names, diagnostics));
    let matrix = file.matrix.as_ref().map(|matrix| matrix::check(matrix, &variables));
    let office = file.office.as_ref().and_then(|office| office::check(office, folder, diagnostics));
    let data = match file.alone {
        true => Some(Data::none()),
        false => check_data(&file.data, folder, surveyed, diagnostics),
    };
    let mut report = check_report(&file.report, folder, &variables, diagnostics);
    if file.alone {
        targets::alone(file, &mut report, diagnostics);
    }
    if diagnostics.has_errors() {
        return None;
    }
    let analysis = check_analysis(&file.analysis);
    let scales = variables.values_mut().filter_map(|variable| match &mut variable.measure {
        Measure::Items { scale, .. } => Some(scale),
        Measure::Column { .. } | Measure::Records(_) => None,
    });
    conventions::name_bands(&analysis.conventions, scales);
    let text = |text: &Option<Spanned<Text>>| text.as_ref().map(|text| text.value.clone());
    Some(Study {
        title: text(&file.title)?,
        author: text(&file.author),
        institution: text(&file.institution),
        object: text(&file.object),
        period: text(&file.period),
        office,
        year: value(&file.year),
        language: value(&file.language).unwrap_or_default(),
        subjects: text(&file.subjects).unwrap_or_else(default_subjects),
        data: data?,
        population: value(&file.population),
        sampling: file.sampling.as_ref().and_then(|sampling| {
            Some(Sampling { method: sampling.method.as_ref()?.value.clone(), margin: value(&sampling.margin) })
        }),
        characteristics,
        variables,
        hypotheses: hypotheses(file, claims, &derived),
        regressions: derived.regressions,
        arrows: derived.arrows,
        descriptives: described,
        targets,
        matrix,
        analysis,
        report,
    })
}

fn value<T: Copy>(spanned: &Option<Spanned<T>>) -> Option<T> {
    spanned.as_ref().map(|spanned| spanned.value)
}

fn default_subjects() -> Text {
    Text::Each { id: Some("responden".to_owned()), en: Some("respondents".to_owned()) }
}

/// The study's scale, checked by itself; one that is wrong is marked so, lest each variable report it again.
fn check_study_scale(scale: Option<&ScaleFile>, diagnostics: &mut Diagnostics) -> Option<ScaleFile> {
    let scale = scale?;
    let mut checked = scale.clone();
    let before = diagnostics.len();
    if scale.min.is_some() && scale.max.is_some() {
        let code = Spanned::new("scale".to_owned(), scale.span);
        check_scale::check(scale, &code, |_, _| Banded::ItemMean, diagnostics);
    } else if !scale.broken {
        let (key, example) = if scale.min.is_none() { ("min", "min: 1") } else { ("max", "max: 5") };
        let path = "scale".to_owned();
        diagnostics.push(StudyProblem::MissingKey { span: scale.span, key, path, example }.diagnostic());
    }
    if diagnostics.len() > before {
        checked =
            ScaleFile { min: None, max: None, labels: None, abbreviations: None, categories: None, broken: true, ..checked };
    }
    Some(checked)
}

/// A note where a model's scale wins over the study's and differs.
fn compare_scales(variable: &VariableFile, study: Option<&ScaleFile>, models: &Models, diagnostics: &mut Diagnostics) {
    let (Some(uses), Some(study), Some(scale)) = (&variable.uses, study, &variable.scale) else {
        return;
    };
    let model = models.get(&uses.value).and_then(|model| model.variable.scale.as_ref());
    let Some(model) = model else { return };
    // Only what comes from the model is worth a note; what the study writes beside `uses` it knows.
    let from_model = |own: &Option<Spanned<i64>>, model: &Option<Spanned<i64>>| own.is_some() && own == model;
    let ends_differ = (from_model(&scale.min, &model.min) && differ(&scale.min, &study.min))
        || (from_model(&scale.max, &model.max) && differ(&scale.max, &study.max));
    let words_differ = match (&scale.labels, &study.labels) {
        (Some(own), Some(study)) => {
            scale.labels == model.labels
                && !own.value.iter().map(|label| &label.value).eq(study.value.iter().map(|label| &label.value))
        }
        _ => false,
    };
    if let (true, Some(min), Some(max)) = (ends_differ || words_differ, value(&scale.min), value(&scale.max)) {
        diagnostics.push(
            VariableProblem::ModelScale {
                span: uses.span,
                code: variable.code.value.clone(),
                model: uses.value.clone(),
                study: study.span,
                range: (min, max),
            }
            .diagnostic(),
        );
    }
}

fn differ(one: &Option<Spanned<i64>>, other: &Option<Spanned<i64>>) -> bool {
    matches!((value(one), value(other)), (Some(one), Some(other)) if one != other)
}

fn check_characteristic(file: &CharacteristicFile, diagnostics: &mut Diagnostics) -> Option<Characteristic> {
    let order = file.order.iter().flat_map(|order| &order.value);
    let mut seen: IndexMap<&str, _> = IndexMap::new();
    for entry in order.clone() {
        if let Some(first) = seen.insert(entry.value.as_str(), entry.span) {
            diagnostics.push(
                StudyProblem::DuplicateName {
                    span: entry.span,
                    first: Some(first),
                    name: entry.value.clone(),
                    what: Named::Value,
                }
                .diagnostic(),
            );
        }
    }
    let classes: Vec<&Spanned<f64>> = file.classes.iter().flat_map(|classes| &classes.value).collect();
    for pair in classes.windows(2) {
        if let [before, next] = pair
            && next.value <= before.value
        {
            diagnostics.push(
                VariableProblem::ClassesNotRising { span: next.span, value: next.value, before: before.value }.diagnostic(),
            );
        }
    }
    if let (Some(order), Some(classes)) = (&file.order, &file.classes) {
        diagnostics.push(
            StudyProblem::Conflict {
                span: classes.span,
                first: order.span,
                keys: ("order".to_owned(), "classes".to_owned()),
                path: format!("respondents.{}", file.code.value),
            }
            .diagnostic(),
        );
    }
    Some(Characteristic {
        code: file.code.value.clone(),
        name: file.name.as_ref()?.value.clone(),
        column: file.column.as_ref().map_or_else(|| file.code.value.clone(), |column| column.value.clone()),
        order: order.map(|value| value.value.clone()).collect(),
        values: file.values.iter().map(|(raw, printed)| (raw.value.clone(), printed.value.clone())).collect(),
        classes: classes.iter().map(|bound| bound.value).collect(),
        unit: file.unit.as_ref().map(|unit| unit.value.clone()),
        declared: Some(file.code.span),
    })
}

fn check_data(file: &DataFile, folder: &Path, surveyed: bool, diagnostics: &mut Diagnostics) -> Option<Data> {
    let path = file.file.as_ref().and_then(|path| match surveyed {
        true => check_files::existing("data.file", path, folder, DATA_ENDINGS, diagnostics),
        false => check_files::inside("data.file", path, diagnostics),
    });
    let pilot = file.pilot.as_ref().and_then(|pilot| check_pilot(pilot, file, folder, surveyed, diagnostics));
    let joined = check_join(file, folder, diagnostics);
    let form = file.form.as_ref().map(|form| check_files::existing("data.form", form, folder, DATA_ENDINGS, diagnostics));
    one_of("data.delimiter", &file.delimiter, &[',', ';', '\t', '|'], diagnostics);
    one_of("data.decimal", &file.decimal, &[',', '.'], diagnostics);
    if let (Some(delimiter), Some(decimal)) = (&file.delimiter, &file.decimal)
        && delimiter.value == decimal.value
    {
        diagnostics.push(
            StudyProblem::Conflict {
                span: decimal.span,
                first: delimiter.span,
                keys: (format!("delimiter: {}", delimiter.value), format!("decimal: {}", decimal.value)),
                path: "data".to_owned(),
            }
            .diagnostic(),
        );
    }
    if let Some(encoding) = &file.encoding
        && encoding_rs::Encoding::for_label(encoding.value.as_bytes()).is_none()
    {
        diagnostics.push(
            StudyProblem::NotOneOf {
                span: encoding.span,
                path: "data.encoding".to_owned(),
                value: encoding.value.clone(),
                allowed: ["utf-8", "utf-16le", "windows-1252", "iso-8859-1"].map(str::to_owned).to_vec(),
            }
            .diagnostic(),
        );
    }
    Some(Data {
        file: path?,
        sheet: file.sheet.as_ref().map(|sheet| sheet.value.clone()),
        delimiter: value(&file.delimiter),
        decimal: value(&file.decimal),
        encoding: file.encoding.as_ref().map(|encoding| encoding.value.clone()),
        id: file.id.as_ref().map(column_name),
        join: joined,
        keep: file
            .keep
            .iter()
            .map(|(column, answer)| Keep { column: column_name(column), answer: answer.value.clone() })
            .collect(),
        exclude: check_exclude(file, diagnostics),
        form: form.flatten(),
        pilot,
        distributed: value(&file.distributed),
        returned: value(&file.returned),
        missing: value(&file.missing).unwrap_or_default(),
        missing_codes: match &file.missing_codes {
            Some(codes) => codes.value.iter().map(|code| code.value.clone()).collect(),
            None => vec![String::new(), "NA".to_owned()],
        },
        declared: file.file.as_ref().map(|file| file.span),
    })
}

/// The try-out: another file than the survey, which may still be to come where the survey is.
fn check_pilot(
    pilot: &Spanned<String>,
    file: &DataFile,
    folder: &Path,
    surveyed: bool,
    diagnostics: &mut Diagnostics,
) -> Option<PilotFile> {
    let found = match surveyed {
        true => check_files::existing("data.pilot", pilot, folder, DATA_ENDINGS, diagnostics),
        false => check_files::inside("data.pilot", pilot, diagnostics),
    }?;
    if let Some(survey) = &file.file
        && check_files::inside("data.file", survey, &mut Diagnostics::default()).as_ref() == Some(&found)
    {
        diagnostics.push(
            StudyProblem::Conflict {
                span: pilot.span,
                first: survey.span,
                keys: (format!("file: {}", survey.value), format!("pilot: {}", pilot.value)),
                path: "data".to_owned(),
            }
            .diagnostic(),
        );
    }
    Some(PilotFile { file: found, declared: Some(pilot.span) })
}

/// Who is left out: what `check` finds, or rows.
fn check_exclude(file: &DataFile, diagnostics: &mut Diagnostics) -> Vec<Exclude> {
    let rows = |text: &str| -> Option<Vec<usize>> {
        let plain = |row: &str| row.starts_with(|c: char| c.is_ascii_digit() && c != '0');
        text.split(',').map(|row| row.trim()).map(|row| plain(row).then(|| row.parse().ok()).flatten()).collect()
    };
    let mut list = Vec::new();
    for (which, reason) in &file.exclude {
        let word = Excluding::WORDS.into_iter().find(|(word, _)| *word == which.value).map(|(_, excluding)| excluding);
        match word.or_else(|| rows(&which.value).map(Excluding::Rows)) {
            Some(excluding) => list.push(Exclude { which: excluding, reason: reason.value.clone(), declared: Some(which.span) }),
            None => diagnostics.push(
                StudyProblem::NotOneOf {
                    span: which.span,
                    path: "data.exclude".to_owned(),
                    value: which.value.clone(),
                    allowed: Excluding::WORDS.iter().map(|(word, _)| *word).chain(["17, 40"]).map(str::to_owned).collect(),
                }
                .diagnostic(),
            ),
        }
    }
    list
}

fn column_name(name: &Spanned<String>) -> ColumnName {
    ColumnName { header: name.value.clone(), declared: Some(name.span) }
}

/// The further files; they are matched by `id`, which then must be there.
fn check_join(file: &DataFile, folder: &Path, diagnostics: &mut Diagnostics) -> Vec<Join> {
    let mut joined = Vec::new();
    for join in &file.join {
        let Some(path) = &join.file else { continue };
        let inside = check_files::existing("data.join", path, folder, DATA_ENDINGS, diagnostics);
        let prefix = join.prefix.as_ref().map(|prefix| prefix.value.clone()).unwrap_or_default();
        joined.extend(inside.map(|file| Join { file, prefix, declared: Some(path.span) }));
    }
    if let (None, Some(span)) = (&file.id, file.join.iter().find_map(|join| join.file.as_ref()).map(|file| file.span)) {
        let path = "data".to_owned();
        diagnostics.push(StudyProblem::MissingKey { span, key: "id", path, example: "id: nip" }.diagnostic());
    }
    joined
}

fn one_of(path: &str, character: &Option<Spanned<char>>, allowed: &[char], diagnostics: &mut Diagnostics) {
    if let Some(character) = character
        && !allowed.contains(&character.value)
    {
        let shown = |character: &char| match character {
            '\t' => "tab".to_owned(),
            other => format!("\"{other}\""),
        };
        diagnostics.push(
            StudyProblem::NotOneOf {
                span: character.span,
                path: path.to_owned(),
                value: character.value.to_string(),
                allowed: allowed.iter().map(shown).collect(),
            }
            .diagnostic(),
        );
    }
}

fn hypotheses(file: &StudyFile, claims: Vec<ReadClaim>, derived: &Derived) -> Vec<Hypothesis> {
    let mut claims: IndexMap<String, ReadClaim> = claims.into_iter().map(|claim| (claim.id.value.clone(), claim)).collect();
    file.hypotheses
        .iter()
        .filter_map(|hypothesis| {
            let HypothesisFile { id, claim, statement, prior, discussion } = hypothesis;
            let keys = |list: &[Spanned<String>]| list.iter().map(|key| key.value.clone()).collect();
            let written = |prior: &PriorFile| {
                let all = prior.positive.iter().chain(&prior.negative).chain(&prior.none);
                all.map(|key| (key.value.clone(), key.span)).collect()
            };
            let own = |text: &Spanned<Text>| OwnText { text: text.value.clone(), declared: Some(text.span) };
            let text = |text: &Option<Spanned<Text>>| text.as_ref().map(|text| text.value.clone());
            Some(Hypothesis {
                claim: claims.swap_remove(&id.value)?.written.claim,
                claim_text: claim.as_ref()?.text.trim().to_owned(),
                statement: text(statement),
                prior: Prior {
                    positive: keys(&prior.positive),
                    negative: keys(&prior.negative),
                    none: keys(&prior.none),
                    declared: written(prior),
                },
                discussion: match discussion {
                    None => Discussion::None,
                    Some(DiscussionFile::Fixed(text)) => Discussion::Fixed(own(text)),
                    Some(DiscussionFile::ByVerdict { accepted, rejected }) => {
                        Discussion::ByVerdict { accepted: accepted.as_ref().map(own), rejected: rejected.as_ref().map(own) }
                    }
                },
                regression: derived.read_in.get(&id.value).cloned(),
                declared: Some(id.span),
                id: id.value.clone(),
            })
        })
        .collect()
}

/// The word a key holds.
fn word(written: &Option<Spanned<String>>) -> Option<&str> {
    written.as_ref().map(|word| word.value.as_str())
}

fn check_analysis(file: &AnalysisFile) -> Analysis {
    let tests = |words: &super::file_analysis::Words, known: &[AssumptionTest], default: &[AssumptionTest]| match words {
        None => default.to_vec(),
        Some(words) => {
            let named = |word: &str| known.iter().copied().find(|test| test.key() == word);
            words.value.iter().filter_map(|word| named(&word.value)).collect()
        }
    };
    Analysis {
        alpha: value(&file.alpha).unwrap_or(0.05),
        tails: value(&file.tails).unwrap_or(Tails::Two),
        validity_method: value(&file.validity_method).unwrap_or(ValidityMethod::Corrected),
        validity_critical: value(&file.validity_critical).unwrap_or(ValidityCritical::RTable),
        validity_df: value(&file.validity_df).unwrap_or_default(),
        reliability_minimum: value(&file.reliability_minimum).unwrap_or(0.70),
        conventions: file
            .conventions
            .iter()
            .flat_map(|names| &names.value)
            .filter_map(|name| Convention::of(&name.value))
            .collect(),
        normality: tests(&file.normality, &NORMALITY_TESTS, &[AssumptionTest::KolmogorovSmirnov]),
        heteroscedasticity: tests(&file.heteroscedasticity, &HETEROSCEDASTICITY_TESTS, &[AssumptionTest::Glejser]),
        autocorrelation: tests(&file.autocorrelation, &AUTOCORRELATION_TESTS, &[]),
        linearity: tests(&file.linearity, &LINEARITY_TESTS, &[]),
        vif_limit: value(&file.vif).unwrap_or(10.0),
        remedies_always: false,
        invalid_items: match word(&file.invalid_items) {
            Some("drop") => InvalidItems::Drop,
            _ => InvalidItems::Keep,
        },
        outliers: match word(&file.outliers) {
            Some("exclude") => Outliers::Exclude,
            _ => Outliers::Report,
        },
        if_not_normal: match word(&file.if_violated.normality) {
            Some("bootstrap") => IfNotNormal::Bootstrap,
            Some("transform") => IfNotNormal::Transform,
            Some("rank") => IfNotNormal::Rank,
            _ => IfNotNormal::Report,
        },
        if_heteroscedastic: match word(&file.if_violated.heteroscedasticity) {
            Some("hc3") => IfHeteroscedastic::Hc3,
            _ => IfHeteroscedastic::Report,
        },
        mediation_decides: value(&file.mediation_decides).unwrap_or(MediationDecides::Percentile),
        resamples: value(&file.resamples).and_then(|resamples| usize::try_from(resamples).ok()).unwrap_or(10_000),
        seed: value(&file.seed).unwrap_or(1),
        groups: match word(&file.groups) {
            Some("student") => GroupsTest::Student,
            Some("welch") => GroupsTest::Welch,
            Some("rank") => GroupsTest::Rank,
            _ => GroupsTest::Auto,
        },
        paired: match word(&file.paired) {
            Some("t") => PairedTest::T,
            Some("rank") => PairedTest::Rank,
            _ => PairedTest::Auto,
        },
        association: match word(&file.association) {
            Some("pearson") => AssociationTest::Pearson,
            Some("spearman") => AssociationTest::Spearman,
            Some("kendall") => AssociationTest::Kendall,
            _ => AssociationTest::Auto,
        },
        gain: match word(&file.gain_bands) {
            Some("percent") => GainBands::Percent,
            _ => GainBands::Hake,
        },
    }
}

fn check_report(
    file: &ReportFile,
    folder: &Path,
    variables: &IndexMap<String, Variable>,
    diagnostics: &mut Diagnostics,
) -> Report {
    let mut texts = |path: &str, files: &[(Spanned<String>, Spanned<String>)]| {
        let text = |(section, file): &(Spanned<String>, Spanned<String>)| {
            let place = check_files::existing(path, file, folder, TEXT_ENDINGS, diagnostics)?;
            Some(SectionText { section: section.value.clone(), file: place, declared: Some(section.span) })
        };
        files.iter().filter_map(text).collect::<Vec<SectionText>>()
    };
    let discussion = texts("report.discussion", &file.discussion);
    let additions = texts("report.additions", &file.additions);
    let template = file.template.as_ref().map_or("bab-iv", |template| template.value.as_str());
    let mut appendices = Vec::new();
    // A report of satisfaction has its three appendices unless the study names others.
    if file.appendices.is_none() && template == "skm" {
        appendices.extend(["questionnaire", "data", "publication"].map(str::to_owned));
    }
    for name in file.appendices.iter().flatten() {
        match APPENDICES.contains(&name.value.as_str()) {
            true if !appendices.contains(&name.value) => appendices.push(name.value.clone()),
            true => {}
            false => diagnostics.push(
                StudyProblem::NotOneOf {
                    span: name.span,
                    path: "report.appendices".to_owned(),
                    value: name.value.clone(),
                    allowed: APPENDICES.map(str::to_owned).to_vec(),
                }
                .diagnostic(),
            ),
        }
    }
    let mut existing = |path: &str, file: &Option<Spanned<String>>, endings: &[&str]| {
        file.as_ref().and_then(|file| check_files::existing(path, file, folder, endings, diagnostics))
    };
    let overview = existing("report.overview", &file.overview, TEXT_ENDINGS);
    let bibliography = existing("report.bibliography", &file.bibliography, &["bib"]);
    let word = |word: &Option<Spanned<String>>, default: &str| {
        word.as_ref().map_or_else(|| default.to_owned(), |word| word.value.clone())
    };
    // Chapter III says how, chapter IV what came out.
    let default_chapter = match template {
        "bab-iii" => 3,
        kind if is_chapter(kind) => 4,
        _ => 1,
    };
    let (earlier, plan) = (follow_up::earlier(file, variables, diagnostics), follow_up::plan(file, variables, diagnostics));
    Report {
        template: word(&file.template, "bab-iv"),
        outline: word(&file.outline, "udinus"),
        chapter: value(&file.chapter).and_then(|chapter| u32::try_from(chapter).ok()).unwrap_or(default_chapter),
        roman: value(&file.roman).unwrap_or(false),
        source_note: file.source_note.as_ref().map(|note| note.value.clone()),
        overview,
        bibliography,
        discussion,
        additions,
        appendices,
        italic: file.italic.iter().map(|words| words.value.clone()).collect(),
        p_style: value(&file.p_style).unwrap_or(PStyle::Spss),
        drop_leading_zero: value(&file.drop_leading_zero).unwrap_or(true),
        figure_captions_above: value(&file.figure_captions_above).unwrap_or(false),
        decimals: file
            .decimals
            .iter()
            .filter_map(|(kind, decimals)| Some((kind.value.clone(), usize::try_from(decimals.value).ok()?)))
            .collect(),
        earlier,
        plan,
    }
}
