//! Every diagnostic code, once. A letter per stage and three digits; the next free number is taken, none is used again.

use serde::{Serialize, Serializer};

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $code:literal,)*) => {
        /// The code of a problem; stable over versions.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])* $name,)* }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The code as printed, `S010`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $code,)* }
            }
        }
    };
}

codes! {
    // S: the study file.
    /// The file is not YAML.
    NotYaml = "S001",
    /// A key that does not exist.
    UnknownKey = "S002",
    /// A key written twice in one map.
    DuplicateKey = "S003",
    /// A required key that is missing.
    MissingKey = "S004",
    /// A value of the wrong kind (text where a number is needed …).
    WrongType = "S005",
    /// A value that is not one of the allowed words or lies outside the allowed range.
    NotAllowed = "S006",
    /// A key whose work package is not in this version.
    NotAvailable = "S007",
    /// A text with characters reserved by the program.
    ReservedCharacter = "S008",
    /// Keys that exclude each other.
    Conflict = "S009",
    /// A name that does not follow the rules for codes.
    BadName = "S010",
    /// A code declared twice.
    DuplicateName = "S011",
    /// A scale that is not one (min not below max, labels of the wrong number, bands that do not rise).
    BadScale = "S012",
    /// A claim that cannot be read.
    BadClaim = "S013",
    /// A name in a claim or regression that is not declared.
    Undeclared = "S014",
    /// Arrows that run in a circle.
    Cycle = "S015",
    /// A variable together with its own dimension in one regression.
    OwnDimension = "S016",
    /// An effect that no regression holds.
    EffectNotInRegression = "S017",
    /// A measurement model that does not exist.
    UnknownModel = "S018",
    /// A file named in the study that is not there or lies outside its folder.
    BadPath = "S019",
    /// A claim that joins things it cannot join (a characteristic where a variable is needed …).
    WrongOperand = "S020",
    /// A number of item codes, labels or columns that does not match the number of items.
    WrongCount = "S021",
    /// A measurement model whose scale is not the study's.
    ModelScaleDiffers = "S022",
    /// A text without a wording in the language of the chapter.
    Untranslated = "S023",
    /// Weights that are fractions of a score and do not add up to 1.
    WeightsNotOne = "S024",
    /// A file that cannot be the logo of an office.
    BadLogo = "S025",
    /// A civil servant's number that does not look like one.
    DoubtfulNip = "S026",
    // D: data.
    /// The data file cannot be read.
    DataUnreadable = "D001",
    /// The data file holds no rows.
    DataEmpty = "D002",
    /// A row with more or fewer fields than the header.
    RaggedRow = "D003",
    /// A declared column that is not in the file.
    MissingColumn = "D004",
    /// Two columns with one header.
    DuplicateColumn = "D005",
    /// An answer that is not on the scale.
    OffScale = "D006",
    /// A text where a number is needed.
    NotANumber = "D007",
    /// A category that is not in the declared order or classes.
    UnknownCategory = "D008",
    /// Incomplete answers, with how they are treated.
    Incomplete = "D009",
    /// An item whose answers are all equal.
    ConstantItem = "D010",
    /// An item that runs against its scale.
    NegativeItem = "D011",
    /// Numbers of questionnaires that contradict each other.
    CountsDisagree = "D012",
    /// Decimal commas were found and read as such.
    DecimalComma = "D013",
    /// Too few respondents for an analysis.
    TooFewRespondents = "D014",
    /// One column claimed by two items or variables.
    ColumnUsedTwice = "D015",
    /// A number that could be read in two ways.
    AmbiguousNumber = "D016",
    /// Rows that hold nothing in any declared column.
    BlankRows = "D017",
    /// A column that looks like an item of a variable and that no item declares.
    UndeclaredColumn = "D018",
    /// The encoding of a text file was found out and is not UTF-8.
    EncodingFound = "D019",
    /// What an SPSS file says of its cases, and what was done with it.
    StatisticsFile = "D020",
    /// Persons with several rows, or rows that are nobody's.
    DuplicatePersons = "D021",
    /// Persons of one file who are not in the other.
    UnmatchedPersons = "D022",
    /// Rows without the answer that rows are kept by.
    NotKept = "D023",
    /// Rows that sum up the rows above them.
    SummaryRows = "D024",
    /// Totals in the file that are not what the answers add up to.
    TotalsDiffer = "D025",
    /// Respondents with the same answers to everything.
    IdenticalRows = "D026",
    /// Respondents with one answer to everything, or to most in a row.
    StraightLining = "D027",
    /// Respondents who took too little time.
    FastAnswers = "D028",
    /// Respondents whose answers vary far more than those of the others.
    OutlyingPersons = "D029",
    /// A column of personal data as a characteristic.
    PersonalColumn = "D030",
    /// Identities that were rounded by a spreadsheet.
    RoundedIdentity = "D031",
    /// Rows to leave out that are no respondents.
    NoSuchRows = "D032",
    // T: templates and author text.
    /// A template that cannot be run.
    TemplateFails = "T001",
    /// Markdown outside the subset.
    MarkdownOutside = "T002",
    /// A result, table or figure that does not exist.
    UnknownResult = "T003",
    /// A quantity that was turned into text inside a template.
    LostQuantity = "T004",
    /// A bare number printed by a template.
    BareNumber = "T005",
    /// A file of author text that cannot be read.
    TextUnreadable = "T006",
    /// A bibliography that is no BibTeX.
    BadBibliography = "T007",
    /// A citation that the bibliography does not have.
    UnknownCitation = "T008",
    /// A typed number that no current result has.
    StaleNumber = "T009",
    /// A text for a section that the report does not have.
    UnknownSection = "T010",
    // R: render and typeset.
    /// The typst program is not installed.
    TypstMissing = "R001",
    /// The typst program refused the document.
    TypstFails = "R002",
    /// A campus's document that cannot be taken as a model.
    ReferenceUnusable = "R003",
    /// A picture that Word does not show.
    PictureUnusable = "R004",
    // B: batch.
    /// A unit that the column telling units apart does not hold.
    UnitUnknown = "B001",
    /// Rows that belong to no unit.
    RowsWithoutUnit = "B002",
    /// A discussion that reads the same in every unit.
    FixedDiscussion = "B003",
    // A: audit of a chapter.
    /// A chapter that cannot be read.
    ChapterUnreadable = "A001",
    /// A chapter without text.
    ChapterWithoutText = "A002",
    /// A number in the text that is not the table's, or one quantity printed twice differently.
    TextAgainstTable = "A010",
    /// t is not B over its standard error.
    TRatio = "A011",
    /// A significance that does not follow from its statistic.
    Significance = "A012",
    /// Sums of squares, degrees of freedom, mean squares or F that do not fit.
    VarianceTable = "A013",
    /// R, R² and F that do not fit.
    Determination = "A014",
    /// Adjusted R² that does not follow.
    AdjustedDetermination = "A015",
    /// Standard error of the estimate that does not follow.
    StandardErrorOfEstimate = "A016",
    /// VIF that is not 1 over tolerance.
    Collinearity = "A017",
    /// Two predictors whose VIF are not equal.
    EqualCollinearity = "A018",
    /// Beta that does not follow from t, R² and VIF.
    BetaFromT = "A019",
    /// Beta or standard error that does not follow from the standard deviations.
    BetaFromDeviations = "A020",
    /// Standard errors of two regressions on the same predictors without a common ratio.
    GlejserRatio = "A021",
    /// A Kolmogorov–Smirnov statistic that is not the largest difference.
    LargestDifference = "A022",
    /// A Lilliefors significance that does not follow.
    NormalitySignificance = "A023",
    /// A residual standard deviation that is not that of the regression.
    ResidualDeviation = "A024",
    /// Numbers of respondents that differ.
    SampleSize = "A025",
    /// Counts that do not add up.
    FrequencySum = "A026",
    /// Percentages that do not follow from their counts.
    Percentage = "A027",
    /// Scores that are not count times weight, or their sum.
    Scores = "A028",
    /// A mean that does not follow.
    MeanOfItems = "A029",
    /// A direct or indirect effect that is not its coefficients.
    PathEffect = "A030",
    /// A total effect that is not the sum of its parts.
    TotalEffect = "A031",
    /// Sobel's z that does not follow.
    Sobel = "A032",
    /// A constant that does not follow from the means.
    Constant = "A033",
    /// Cronbach's alpha that does not follow.
    Alpha = "A034",
    /// A value that cannot exist.
    ImpossibleValue = "A035",
    /// A table value of r, t or F that is not that of its degrees of freedom.
    CriticalValue = "A036",
    /// A verdict that contradicts its numbers.
    Verdict = "A037",
    /// A category word that is not that of the mean.
    Category = "A038",
    /// A reading of Durbin–Watson that does not follow.
    DurbinWatson = "A039",
    /// A hypothesis that is listed and not decided, or decided twice differently.
    HypothesisUndecided = "A040",
    /// A coefficient or effect read as a percentage.
    EffectAsPercent = "A041",
    /// A test of all predictors together that is called positive.
    JointDirection = "A042",
    /// Mediation claimed without a test of it.
    MediationUntested = "A043",
    /// Not significant read as no effect.
    NoEffect = "A044",
    /// A reference to a table that is not there.
    TableReference = "A045",
    /// A number that the study's data do not give.
    Recomputed = "A046",
    /// Data that cannot pass for a survey: practice answers, repeated rows.
    DoubtfulData = "A047",
    /// An estimate that is not in the middle of its interval.
    IntervalMiddle = "A048",
    /// A mean, median or standard deviation that minimum and maximum do not allow.
    Spread = "A049",
    /// AVE or composite reliability that the loadings do not give.
    Extracted = "A050",
    /// A number of a PLS table beyond the limit that the field uses.
    PlsLimit = "A051",
    /// An achievement that is not realization over target.
    Achievement = "A052",
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_well_formed() {
        let mut seen = std::collections::BTreeSet::new();
        for code in Code::ALL {
            let text = code.as_str();
            assert!(seen.insert(text), "{text} is used twice");
            assert!(text.len() == 4 && "SDTRBA".contains(&text[..1]) && text[1..].parse::<u16>().is_ok(), "{text}");
        }
    }
}
