//! What a hypothesis states, and the grammar it is written in (DESIGN §3.4).

use serde::Serialize;

/// A declared name: a variable `X1`, one of its dimensions `X.BP`, or a characteristic `umur`.
pub type Name = String;

/// The sign a claim expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sign {
    /// `(+)`.
    Positive,
    /// `(-)`.
    Negative,
}

/// The direction a comparison expects.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// None.
    None,
    /// The first group is expected above the second.
    Above {
        /// The group expected higher.
        higher: String,
        /// The group expected lower.
        lower: String,
    },
}

/// What a level claim compares with.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A value of the item mean (or of the column).
    Value(f64),
    /// Per cent of the ideal score.
    Percent(f64),
}

/// What a hypothesis states.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Claim {
    /// `X1 -> Y1`: t test of X1 in Y1's regression.
    Effect {
        /// The predictor.
        from: Name,
        /// The outcome.
        to: Name,
        /// The expected sign.
        sign: Option<Sign>,
    },
    /// `X1 -> Y1 -> Y2`: the indirect effect along the chain (three names or more).
    Chain {
        /// The names along the chain.
        names: Vec<Name>,
        /// The expected sign of the product.
        sign: Option<Sign>,
    },
    /// `X1 & X2 -> Y1`: F test.
    Joint {
        /// The predictors.
        from: Vec<Name>,
        /// The outcome.
        to: Name,
    },
    /// `X * M -> Y`: t test of the product; M moderates.
    Product {
        /// The predictor.
        x: Name,
        /// The moderator.
        moderator: Name,
        /// The outcome.
        to: Name,
        /// The expected sign.
        sign: Option<Sign>,
    },
    /// `A <-> B`: correlation, or χ² for two characteristics.
    Association {
        /// The first name.
        a: Name,
        /// The second name.
        b: Name,
        /// The expected sign.
        sign: Option<Sign>,
    },
    /// `Y ~ umur`: difference between groups.
    Groups {
        /// The variable compared.
        variable: Name,
        /// The characteristic that forms the groups.
        by: Name,
        /// The expected direction.
        direction: Direction,
    },
    /// `PRE < POST` or `PRE <> POST`: the same persons twice.
    Paired {
        /// The first measurement.
        first: Name,
        /// The second measurement.
        second: Name,
        /// Whether the second is expected to be higher; `None` where no direction is expected.
        second_higher: Option<bool>,
    },
    /// `Y > 70%`: one sample against a value.
    Level {
        /// The variable.
        variable: Name,
        /// Expected above (`>`) rather than below (`<`).
        above: bool,
        /// The value.
        level: Level,
    },
}

impl Claim {
    /// The word for its kind in `results.json` and templates.
    pub fn kind(&self) -> &'static str {
        match self {
            Claim::Effect { .. } => "effect",
            Claim::Chain { .. } => "chain",
            Claim::Joint { .. } => "joint",
            Claim::Product { .. } => "product",
            Claim::Association { .. } => "association",
            Claim::Groups { .. } => "groups",
            Claim::Paired { .. } => "paired",
            Claim::Level { .. } => "level",
        }
    }

    /// The expected sign, where the claim has one.
    pub fn sign(&self) -> Option<Sign> {
        match self {
            Claim::Effect { sign, .. }
            | Claim::Chain { sign, .. }
            | Claim::Product { sign, .. }
            | Claim::Association { sign, .. } => *sign,
            Claim::Joint { .. } | Claim::Groups { .. } | Claim::Paired { .. } | Claim::Level { .. } => None,
        }
    }
}
