//! Variables scored from records rather than from answers: words and numbers become points, or two ratings a predicate.

use super::DeclaredAt;
use super::variable::{Bands, Dimension, Item};
use crate::language::Text;
use indexmap::IndexMap;
use serde::Serialize;

/// How a variable is scored from records.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Records {
    /// What is looked up, in order.
    pub items: Vec<Record>,
    /// Dimensions; their `indicators` are positions in `items`.
    pub dimensions: IndexMap<String, Dimension>,
    /// Bands of the score by their lowest value; none where nothing is banded.
    pub bands: Option<Bands>,
    /// Header of the column by whose words points may differ.
    pub points_by: Option<(String, DeclaredAt)>,
    /// The rule by which ratings become a predicate; without one, points are added.
    pub rule: Option<AppraisalRule>,
}

impl Records {
    /// The words by which points differ, in the order in which they are first named.
    pub fn groups(&self) -> Vec<&str> {
        let mut out: Vec<&str> = Vec::new();
        for (name, _) in self.items.iter().flat_map(Record::all_points).flat_map(PointsOf::each) {
            if !out.contains(&name) {
                out.push(name);
            }
        }
        out
    }

    /// The highest score there is; none where ratings make a predicate.
    pub fn highest(&self) -> Option<f64> {
        match self.rule {
            None => Some(self.possible(0..self.items.len())),
            Some(AppraisalRule::Permenpan6Of2022) => Some(5.0),
            Some(AppraisalRule::Pp46Of2011) => None,
            Some(AppraisalRule::Pp30Of2019 | AppraisalRule::Pp30Of2019With360) => Some(120.0),
        }
    }

    /// The most points of items at these positions: for a group, or for whoever can have the most.
    pub fn possible(&self, positions: std::ops::Range<usize>) -> f64 {
        let items = self.items.get(positions).unwrap_or_default();
        let of = |group: Option<&str>| items.iter().map(|item| item.most(group)).sum::<f64>();
        let groups = self.groups();
        if groups.is_empty() { of(None) } else { groups.into_iter().map(|group| of(Some(group))).fold(0.0, f64::max) }
    }
}

/// One thing that is looked up.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Record {
    /// Its code, name and column.
    pub item: Item,
    /// Points of words.
    pub words: Vec<(String, PointsOf)>,
    /// Points of numbers by the lowest value, rising.
    pub from: Vec<(f64, PointsOf)>,
    /// Lowest and highest number, where the number itself counts.
    pub range: Option<(f64, f64)>,
}

impl Record {
    /// All points there are.
    pub fn all_points(&self) -> impl Iterator<Item = &PointsOf> {
        self.words.iter().map(|(_, points)| points).chain(self.from.iter().map(|(_, points)| points))
    }

    /// The most points of a group.
    pub fn most(&self, group: Option<&str>) -> f64 {
        let points = self.all_points().filter_map(|points| points.of(group)).fold(0.0, f64::max);
        points.max(self.range.map_or(0.0, |range| range.1))
    }
}

/// Points of one answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PointsOf {
    /// The same for everybody.
    Same(f64),
    /// By the words of another column.
    By(Vec<(String, f64)>),
}

impl PointsOf {
    /// The points of a group; none where it has none of its own.
    pub fn of(&self, group: Option<&str>) -> Option<f64> {
        match self {
            PointsOf::Same(points) => Some(*points),
            PointsOf::By(each) => each.iter().find(|(name, _)| Some(name.as_str()) == group).map(|(_, points)| *points),
        }
    }

    /// The groups with points of their own.
    fn each(&self) -> impl Iterator<Item = (&str, f64)> {
        let each: &[(String, f64)] = match self {
            PointsOf::Same(_) => &[],
            PointsOf::By(each) => each,
        };
        each.iter().map(|(name, points)| (name.as_str(), *points))
    }
}

/// How the performance of a civil servant is appraised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AppraisalRule {
    /// PP 46/2011: 60 per cent targets, 40 per cent behaviour.
    Pp46Of2011,
    /// PP 30/2019: 70 per cent targets, 30 per cent behaviour.
    Pp30Of2019,
    /// The same with the opinion of peers and subordinates: 60 and 40.
    Pp30Of2019With360,
    /// Permenpan-RB 6/2022: a matrix of results and behaviour.
    Permenpan6Of2022,
}

impl AppraisalRule {
    /// Its key in results and terms.
    pub fn key(self) -> &'static str {
        match self {
            AppraisalRule::Pp46Of2011 => "pp_46_2011",
            AppraisalRule::Pp30Of2019 => "pp_30_2019",
            AppraisalRule::Pp30Of2019With360 => "pp_30_2019_360",
            AppraisalRule::Permenpan6Of2022 => "permenpan_6_2022",
        }
    }

    /// The predicates, lowest first, each with the lowest value it begins at: of PP 46/2011 and PP 30/2019, whose printed limits
    /// (`76–90`, `91 ke atas`) leave gaps, in which a value belongs to the predicate below. A matrix has no such values.
    pub fn predicates(self) -> Vec<(Text, Option<f64>)> {
        let of = |list: [(&str, &str, Option<f64>); 5]| {
            let named = |(id, en, from): (&str, &str, Option<f64>)| {
                (Text::Each { id: Some(id.to_owned()), en: Some(en.to_owned()) }, from)
            };
            list.into_iter().map(named).collect()
        };
        match self {
            AppraisalRule::Pp46Of2011 => of([
                ("buruk", "bad", Some(0.0)),
                ("kurang", "poor", Some(51.0)),
                ("cukup", "fair", Some(61.0)),
                ("baik", "good", Some(76.0)),
                ("sangat baik", "very good", Some(91.0)),
            ]),
            AppraisalRule::Pp30Of2019 | AppraisalRule::Pp30Of2019With360 => of([
                ("sangat kurang", "very poor", Some(0.0)),
                ("kurang", "poor", Some(50.0)),
                ("cukup", "fair", Some(70.0)),
                ("baik", "good", Some(90.0)),
                ("sangat baik", "very good", Some(110.0)),
            ]),
            AppraisalRule::Permenpan6Of2022 => of([
                ("sangat kurang", "very poor", None),
                ("kurang", "poor or misconduct", None),
                ("butuh perbaikan", "needs improvement", None),
                ("baik", "good", None),
                ("sangat baik", "very good", None),
            ]),
        }
    }
}
