//! What a hypothesis states, and the grammar it is written in (DESIGN §3.4).

use super::problem_claims::{BadClaim, Expected};
use crate::diagnostics::{Span, Spanned};
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

impl Sign {
    /// Its key in results and templates.
    pub fn key(self) -> &'static str {
        match self {
            Sign::Positive => "positive",
            Sign::Negative => "negative",
        }
    }
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

/// A claim as written in the study file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimText {
    /// Its text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Where the text begins inside the span; `None` when the two cannot be laid side by side (folded, escaped).
    pub offset: Option<usize>,
}

impl ClaimText {
    /// The place in the file of a byte range of the text; the whole scalar when that is not known.
    pub fn place(&self, from: usize, to: usize) -> Span {
        match self.offset {
            Some(offset) => self.span.part(offset + from, offset + to),
            None => self.span,
        }
    }
}

/// A claim that was read, with the places of the names in it, in the order written.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenClaim {
    /// What it states.
    pub claim: Claim,
    /// The names and where they stand.
    pub names: Vec<Spanned<Name>>,
    /// The groups of a direction and where they stand, higher first.
    pub groups: Vec<Spanned<String>>,
    /// Where the value of a level stands.
    pub level: Option<Span>,
}

/// Reads a claim.
///
/// # Errors
/// What was expected where, when the text is none of the eight forms.
pub fn parse(text: &ClaimText) -> Result<WrittenClaim, BadClaim> {
    Reader { text, at: 0 }.claim()
}

/// A recursive-descent reader: one method a rule of the grammar.
struct Reader<'t> {
    text: &'t ClaimText,
    at: usize,
}

impl Reader<'_> {
    fn claim(mut self) -> Result<WrittenClaim, BadClaim> {
        let first = self.name()?;
        let mut names = vec![first];
        let mut groups = Vec::new();
        let mut level = None;
        let value = |names: &[Spanned<Name>], index: usize| names.get(index).map(|name| name.value.clone()).unwrap_or_default();
        let claim = if self.take("<->") {
            names.push(self.name()?);
            let sign = self.sign()?;
            Claim::Association { a: value(&names, 0), b: value(&names, 1), sign }
        } else if self.take("->") {
            names.push(self.name()?);
            while self.take("->") {
                names.push(self.name()?);
            }
            let sign = self.sign()?;
            if names.len() == 2 {
                Claim::Effect { from: value(&names, 0), to: value(&names, 1), sign }
            } else {
                Claim::Chain { names: names.iter().map(|name| name.value.clone()).collect(), sign }
            }
        } else if self.take("&") {
            names.push(self.name()?);
            while self.take("&") {
                names.push(self.name()?);
            }
            let from = names.iter().map(|name| name.value.clone()).collect();
            self.expect("->", Expected::ArrowOrAmpersand)?;
            let to = self.name()?;
            names.push(to.clone());
            Claim::Joint { from, to: to.value }
        } else if self.take("*") {
            names.push(self.name()?);
            self.expect("->", Expected::Arrow)?;
            names.push(self.name()?);
            let sign = self.sign()?;
            Claim::Product { x: value(&names, 0), moderator: value(&names, 1), to: value(&names, 2), sign }
        } else if self.take("~") {
            names.push(self.name()?);
            let direction = self.direction(&mut groups)?;
            Claim::Groups { variable: value(&names, 0), by: value(&names, 1), direction }
        } else if self.take("<>") {
            names.push(self.name()?);
            Claim::Paired { first: value(&names, 0), second: value(&names, 1), second_higher: None }
        } else {
            let above = self.take(">");
            if !above {
                self.expect("<", Expected::Operator)?;
            }
            if self.peek().is_some_and(|next| next.is_ascii_digit() || next == '-') {
                let from = self.at;
                let limit = self.level()?;
                level = Some(self.text.place(from, self.at));
                Claim::Level { variable: value(&names, 0), above, level: limit }
            } else {
                if self.peek().is_none_or(|next| !next.is_ascii_alphabetic()) {
                    return Err(self.expected(Expected::NameOrNumber));
                }
                names.push(self.name()?);
                Claim::Paired { first: value(&names, 0), second: value(&names, 1), second_higher: Some(!above) }
            }
        };
        self.spaces();
        if self.at < self.text.text.len() {
            let expected = match claim {
                Claim::Joint { .. } | Claim::Paired { .. } | Claim::Level { .. } => Expected::EndWithoutSign,
                _ => Expected::End,
            };
            return Err(self.expected(expected));
        }
        Ok(WrittenClaim { claim, names, groups, level })
    }

    fn rest(&self) -> &str {
        self.text.text.get(self.at..).unwrap_or_default()
    }

    fn spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn peek(&mut self) -> Option<char> {
        self.spaces();
        self.rest().chars().next()
    }

    /// Takes an operator; `<` is not the beginning of `<->` or `<>`.
    fn take(&mut self, operator: &str) -> bool {
        self.spaces();
        let rest = self.rest();
        let longer = operator == "<" && (rest.starts_with("<->") || rest.starts_with("<>"));
        if rest.starts_with(operator) && !longer {
            self.at += operator.len();
            return true;
        }
        false
    }

    fn expect(&mut self, operator: &str, expected: Expected) -> Result<(), BadClaim> {
        if self.take(operator) { Ok(()) } else { Err(self.expected(expected)) }
    }

    /// `code [ "." code ]`.
    fn name(&mut self) -> Result<Spanned<Name>, BadClaim> {
        self.spaces();
        let from = self.at;
        self.code()?;
        if self.rest().starts_with('.') {
            self.at += 1;
            self.code()?;
        }
        let name = self.text.text.get(from..self.at).unwrap_or_default();
        Ok(Spanned::new(name.to_owned(), self.text.place(from, self.at)))
    }

    fn code(&mut self) -> Result<(), BadClaim> {
        let rest = self.rest();
        if !rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return Err(self.expected(Expected::Name));
        }
        self.at += rest.find(|character: char| !character.is_ascii_alphanumeric() && character != '_').unwrap_or(rest.len());
        Ok(())
    }

    /// `(+)` or `(-)`, if there is one.
    fn sign(&mut self) -> Result<Option<Sign>, BadClaim> {
        if !self.take("(") {
            return Ok(None);
        }
        let sign = if self.take("+") {
            Sign::Positive
        } else if self.take("-") || self.take("−") {
            Sign::Negative
        } else {
            return Err(self.expected(Expected::Sign));
        };
        self.expect(")", Expected::Sign)?;
        Ok(Some(sign))
    }

    /// `(higher > lower)` or `(lower < higher)`, if there is one.
    fn direction(&mut self, groups: &mut Vec<Spanned<String>>) -> Result<Direction, BadClaim> {
        if !self.take("(") {
            return Ok(Direction::None);
        }
        let left = self.group(&['>', '<'])?;
        let above = self.take(">");
        if !above {
            self.expect("<", Expected::Groups)?;
        }
        let right = self.group(&[')'])?;
        self.expect(")", Expected::Groups)?;
        let (higher, lower) = if above { (left, right) } else { (right, left) };
        let direction = Direction::Above { higher: higher.value.clone(), lower: lower.value.clone() };
        groups.push(higher);
        groups.push(lower);
        Ok(direction)
    }

    /// The words of a group, up to one of `ends`.
    fn group(&mut self, ends: &[char]) -> Result<Spanned<String>, BadClaim> {
        self.spaces();
        let from = self.at;
        let rest = self.rest();
        let words = match ends {
            // A group may itself hold brackets, `Golongan (III)`: the last one closes.
            [')'] => rest.rfind(')').and_then(|end| rest.get(..end)),
            _ => rest.find(ends).and_then(|end| rest.get(..end)),
        };
        match words.map(str::trim_end) {
            Some(words) if !words.is_empty() => {
                let words = words.to_owned();
                self.at += words.len();
                Ok(Spanned::new(words, self.text.place(from, self.at)))
            }
            _ => Err(self.expected(Expected::Groups)),
        }
    }

    /// A number with decimal point or comma, with or without `%`.
    fn level(&mut self) -> Result<Level, BadClaim> {
        let rest = self.rest();
        let length = rest.find(|character: char| !character.is_ascii_digit() && !"-.,".contains(character)).unwrap_or(rest.len());
        let number = rest.get(..length).and_then(|number| number.replace(',', ".").parse::<f64>().ok());
        let Some(number) = number.filter(|number| number.is_finite()) else {
            return Err(self.expected(Expected::NameOrNumber));
        };
        self.at += length;
        let before = self.at;
        if self.take("%") {
            return Ok(Level::Percent(number));
        }
        self.at = before;
        Ok(Level::Value(number))
    }

    /// The problem at the present place: what stands there is not what was expected.
    fn expected(&self, expected: Expected) -> BadClaim {
        let rest = self.rest();
        let lead = rest.len() - rest.trim_start().len();
        let found = rest.split_whitespace().next().unwrap_or_default();
        let from = self.at + lead;
        let span = if found.is_empty() {
            // At the end: point at the whole claim, so that there is something to see.
            self.text.span
        } else {
            self.text.place(from, from + found.len())
        };
        BadClaim { span, expected, found: found.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::diagnostics::FileId;

    fn read(text: &str) -> Result<WrittenClaim, BadClaim> {
        parse(&ClaimText {
            text: text.to_owned(),
            span: Span { file: FileId(0), start: 100, end: 100 + text.len() },
            offset: Some(0),
        })
    }

    fn claim(text: &str) -> Claim {
        read(text).unwrap().claim
    }

    fn effect(sign: Option<Sign>) -> Claim {
        Claim::Effect { from: "X1".into(), to: "Y1".into(), sign }
    }

    #[test]
    fn the_eight_forms() {
        assert_eq!(claim("X1 -> Y1"), effect(None));
        assert_eq!(
            claim("X1 -> Y1 -> Y2 (+)"),
            Claim::Chain { names: vec!["X1".into(), "Y1".into(), "Y2".into()], sign: Some(Sign::Positive) }
        );
        assert_eq!(
            claim("X1 & X2 & X.BP -> Y1"),
            Claim::Joint { from: vec!["X1".into(), "X2".into(), "X.BP".into()], to: "Y1".into() }
        );
        assert_eq!(
            claim("X * M -> Y (-)"),
            Claim::Product { x: "X".into(), moderator: "M".into(), to: "Y".into(), sign: Some(Sign::Negative) }
        );
        assert_eq!(
            claim("OCB.AL <-> HADIR (+)"),
            Claim::Association { a: "OCB.AL".into(), b: "HADIR".into(), sign: Some(Sign::Positive) }
        );
        assert_eq!(
            claim("Y ~ jk (Perempuan > Laki-laki)"),
            Claim::Groups {
                variable: "Y".into(),
                by: "jk".into(),
                direction: Direction::Above { higher: "Perempuan".into(), lower: "Laki-laki".into() }
            }
        );
        let paired = |second_higher| Claim::Paired { first: "PRE".into(), second: "POST".into(), second_higher };
        assert_eq!(claim("PRE < POST"), paired(Some(true)));
        assert_eq!(claim("PRE > POST"), paired(Some(false)));
        assert_eq!(claim("PRE <> POST"), paired(None));
        let level = |level| Claim::Level { variable: "Y".into(), above: true, level };
        assert_eq!(claim("Y > 70%"), level(Level::Percent(70.0)));
        assert_eq!(claim("Y > 3,5"), level(Level::Value(3.5)));
        assert_eq!(claim("Y > 3.5"), level(Level::Value(3.5)));
    }

    #[test]
    fn spaces_are_free_and_groups_may_hold_them() {
        assert_eq!(claim("  X1->Y1(+) "), effect(Some(Sign::Positive)));
        assert_eq!(claim("X1 ->Y1 ( - )"), effect(Some(Sign::Negative)));
        let Claim::Groups { direction, .. } = claim("Y~gol (Golongan III (tiga) < Golongan IV)") else { panic!() };
        assert_eq!(direction, Direction::Above { higher: "Golongan IV".into(), lower: "Golongan III (tiga)".into() });
    }

    #[test]
    fn names_carry_their_places() {
        let written = read("X1 & X.BP -> Y1").unwrap();
        let places: Vec<_> = written.names.iter().map(|name| (name.span.start - 100, name.span.end - 100)).collect();
        assert_eq!(places, [(0, 2), (5, 9), (13, 15)]);
    }

    #[test]
    fn what_is_no_claim_says_what_was_expected_where() {
        for (text, expected, under) in [
            ("X1 - Y1", Expected::Operator, "-"),
            ("X1 → Y1", Expected::Operator, "→"),
            ("X1 => Y1", Expected::Operator, "=>"),
            ("X1 -> ", Expected::Name, "X1 -> "),
            ("-> Y", Expected::Name, "->"),
            ("X1 -> Y1 (positif)", Expected::Sign, "positif)"),
            ("X1 & X2 -> Y (+)", Expected::EndWithoutSign, "(+)"),
            ("X1 & X2", Expected::ArrowOrAmpersand, "X1 & X2"),
            ("X * M", Expected::Arrow, "X * M"),
            ("Kinerja Pegawai -> Y", Expected::Operator, "Pegawai"),
            ("X1 -> Y1 Y2", Expected::End, "Y2"),
            ("X. -> Y", Expected::Name, "->"),
            ("Y > ", Expected::NameOrNumber, "Y > "),
            ("Y > 1.2.3", Expected::NameOrNumber, "1.2.3"),
            ("Y ~ jk (Perempuan)", Expected::Groups, "Perempuan)"),
        ] {
            let Err(BadClaim { span, expected: found, .. }) = read(text) else { panic!("{text}") };
            assert_eq!(found, expected, "{text}");
            assert_eq!(&text[span.start - 100..span.end - 100], under, "{text}");
        }
    }
}
