//! The quantities of a chapter and the relations between them: what no value can satisfy.
//!
//! A quantity starts with the interval of its printed text (or, where nothing is printed, of what it can be at all) and takes
//! the intersection with everything the relations say about it. Each narrowing remembers the printed numbers it rests on, so
//! that a contradiction names the numbers among which the culprit is.

use super::expression::{Expression, Id};
use super::interval::Interval;
use super::printed::Printed;
use crate::diagnostics::Code;
use std::collections::{BTreeMap, BTreeSet};

/// Rounds of propagation at most; chapters settle in five.
const ROUNDS: usize = 25;
/// A narrowing that leaves more than this part of the width is not worth its dependencies.
const WORTH: f64 = 0.98;

/// A quantity.
#[derive(Debug, Clone)]
pub struct Quantity {
    /// What it can be without being printed.
    pub domain: Interval,
    /// The number printed for it; none for a quantity that is only implied.
    pub printed: Option<Printed>,
    /// Short sign, `SE`, `F`, `VIF`.
    pub sign: String,
}

impl Quantity {
    /// What it can be at first.
    fn start(&self) -> Interval {
        self.printed.as_ref().map_or(self.domain, |printed| printed.interval.meet(self.domain))
    }
}

/// Two formulas that are equal.
#[derive(Debug, Clone)]
pub struct Relation {
    /// The rule it belongs to.
    pub code: Code,
    /// The formula in signs, `t = B / SE`.
    pub formula: String,
    /// One side.
    pub left: Expression,
    /// The other side.
    pub right: Expression,
    /// The quantities in both.
    pub ids: Vec<Id>,
}

/// Quantities and relations of a chapter.
#[derive(Debug, Clone, Default)]
pub struct Network {
    /// Quantities by [`Id`].
    pub quantities: Vec<Quantity>,
    /// Relations, the most local rules first.
    pub relations: Vec<Relation>,
}

/// Printed numbers that cannot all be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The relation that came out empty, by its position in the network.
    pub relation: usize,
    /// The printed numbers it rests on.
    pub among: BTreeSet<Id>,
}

/// What propagation gives.
#[derive(Debug, Clone)]
pub struct Settled {
    /// What each quantity of the component can be, in its order.
    pub known: Vec<Interval>,
    /// The contradictions met.
    pub violations: Vec<Violation>,
}

/// Relations that share quantities, with positions of their own.
#[derive(Debug, Clone)]
pub struct Component {
    /// Its quantities, by their place in the network.
    pub ids: Vec<Id>,
    start: Vec<Interval>,
    domain: Vec<Interval>,
    printed: Vec<bool>,
    relations: Vec<LocalRelation>,
}

#[derive(Debug, Clone)]
struct LocalRelation {
    position: usize,
    left: Expression,
    right: Expression,
    ids: Vec<usize>,
}

impl Network {
    /// Adds a printed quantity. `domain` is what it can be at all.
    pub fn printed(&mut self, sign: &str, printed: &Printed, domain: Interval) -> Id {
        self.quantities.push(Quantity { domain, printed: Some(printed.clone()), sign: sign.to_owned() });
        self.quantities.len() - 1
    }

    /// Adds a quantity that stands printed nowhere.
    pub fn implied(&mut self, sign: &str, domain: Interval) -> Id {
        self.quantities.push(Quantity { domain, printed: None, sign: sign.to_owned() });
        self.quantities.len() - 1
    }

    /// Adds a relation.
    pub fn relate(&mut self, code: Code, formula: impl Into<String>, left: Expression, right: Expression) {
        let mut ids = Vec::new();
        left.quantities(&mut ids);
        right.quantities(&mut ids);
        self.relations.push(Relation { code, formula: formula.into(), left, right, ids });
    }

    /// The relations in groups that share no quantity, each group in the order given.
    pub fn components(&self) -> Vec<Component> {
        let mut parent: Vec<usize> = (0..self.quantities.len()).collect();
        for relation in &self.relations {
            for pair in relation.ids.windows(2) {
                if let [a, b] = *pair {
                    let (a, b) = (root(&mut parent, a), root(&mut parent, b));
                    if let Some(slot) = parent.get_mut(a) {
                        *slot = b;
                    }
                }
            }
        }
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (position, relation) in self.relations.iter().enumerate() {
            if let Some(&first) = relation.ids.first() {
                groups.entry(root(&mut parent, first)).or_default().push(position);
            }
        }
        groups.into_values().map(|positions| self.component(&positions)).collect()
    }

    fn component(&self, positions: &[usize]) -> Component {
        let relations: Vec<(usize, &Relation)> =
            positions.iter().filter_map(|position| Some((*position, self.relations.get(*position)?))).collect();
        let mut ids: Vec<Id> = relations.iter().flat_map(|(_, relation)| relation.ids.iter().copied()).collect();
        ids.sort_unstable();
        ids.dedup();
        let local = |id: Id| ids.binary_search(&id).unwrap_or(usize::MAX);
        let quantities: Vec<&Quantity> = ids.iter().filter_map(|id| self.quantities.get(*id)).collect();
        Component {
            start: quantities.iter().map(|quantity| quantity.start()).collect(),
            domain: quantities.iter().map(|quantity| quantity.domain).collect(),
            printed: quantities.iter().map(|quantity| quantity.printed.is_some()).collect(),
            relations: relations
                .iter()
                .map(|(position, relation)| LocalRelation {
                    position: *position,
                    left: relation.left.moved(&local),
                    right: relation.right.moved(&local),
                    ids: relation.ids.iter().map(|id| local(*id)).collect(),
                })
                .collect(),
            ids,
        }
    }
}

fn root(parent: &mut [usize], mut id: usize) -> usize {
    while let Some(&up) = parent.get(id) {
        if up == id {
            break;
        }
        let above = parent.get(up).copied().unwrap_or(up);
        if let Some(slot) = parent.get_mut(id) {
            *slot = above;
        }
        id = above;
    }
    id
}

/// Sets of printed numbers, one a quantity, as bits in one block.
struct Rests {
    words: usize,
    bits: Vec<u64>,
}

impl Rests {
    fn new(count: usize) -> Rests {
        let words = count.div_ceil(64);
        Rests { words, bits: vec![0; words * count] }
    }

    fn set(&mut self, of: usize, bit: usize) {
        if let Some(word) = self.bits.get_mut(of * self.words + bit / 64) {
            *word |= 1 << (bit % 64);
        }
    }

    fn of(&self, of: usize) -> &[u64] {
        self.bits.get(of * self.words..(of + 1) * self.words).unwrap_or_default()
    }

    /// The union over several quantities.
    fn union(&self, ids: &[usize]) -> Vec<u64> {
        let mut out = vec![0; self.words];
        for id in ids {
            for (word, more) in out.iter_mut().zip(self.of(*id)) {
                *word |= more;
            }
        }
        out
    }

    fn add(&mut self, of: usize, bits: &[u64]) {
        if let Some(own) = self.bits.get_mut(of * self.words..(of + 1) * self.words) {
            for (word, more) in own.iter_mut().zip(bits) {
                *word |= more;
            }
        }
    }
}

impl Component {
    /// How many relations it has.
    pub fn len(&self) -> usize {
        self.relations.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.relations.is_empty()
    }

    /// What a quantity of the network can be.
    pub fn known(&self, settled: &Settled, id: Id) -> Interval {
        self.ids.binary_search(&id).ok().and_then(|at| settled.known.get(at)).copied().unwrap_or(Interval::ALL)
    }

    /// Narrows everything, taking the printed numbers in `freed` for unknown and leaving out the relations in `without`.
    ///
    /// A relation that comes out empty is a violation; it is left out and the rest goes on.
    pub fn settle(&self, freed: &BTreeSet<Id>, without: &BTreeSet<usize>) -> Settled {
        self.settle_until(freed, without, true, usize::MAX)
    }

    /// The same without the numbers on which the violations rest, which is quicker, and only until there are more than `most`.
    pub fn try_out(&self, freed: &BTreeSet<Id>, without: &BTreeSet<usize>, most: usize) -> Settled {
        self.settle_until(freed, without, false, most)
    }

    fn settle_until(&self, freed: &BTreeSet<Id>, without: &BTreeSet<usize>, reasons: bool, most: usize) -> Settled {
        let mut known = self.start.clone();
        let mut rests = Rests::new(if reasons { self.ids.len() } else { 0 });
        for (at, id) in self.ids.iter().enumerate() {
            if freed.contains(id) {
                if let (Some(slot), Some(domain)) = (known.get_mut(at), self.domain.get(at)) {
                    *slot = *domain;
                }
            } else if reasons && self.printed.get(at).copied().unwrap_or(false) {
                rests.set(at, at);
            }
        }
        let mut violations = Vec::new();
        let mut open: Vec<&LocalRelation> =
            self.relations.iter().filter(|relation| !without.contains(&relation.position)).collect();
        let mut proposed: Vec<(usize, Interval)> = Vec::new();
        let mut touched = vec![true; self.ids.len()];
        for _ in 0..ROUNDS {
            let mut changed = vec![false; self.ids.len()];
            let mut any = false;
            open.retain(|relation| {
                if violations.len() > most {
                    return true;
                }
                let fresh = |id: &usize| touched.get(*id).copied().unwrap_or(false) || changed.get(*id).copied().unwrap_or(false);
                if !relation.ids.iter().any(fresh) {
                    return true;
                }
                let both = relation.left.value(&known).meet(relation.right.value(&known));
                let mut empty = both.is_empty();
                proposed.clear();
                if !empty {
                    let mut propose = |id: usize, interval: Interval| proposed.push((id, interval));
                    relation.left.narrow(both, &known, &mut propose);
                    relation.right.narrow(both, &known, &mut propose);
                    let nothing_left = |(id, interval): &(usize, Interval)| {
                        known.get(*id).is_some_and(|now| now.meet(interval.outward()).is_empty())
                    };
                    empty = proposed.iter().any(nothing_left);
                }
                if empty {
                    let basis = rests.union(&relation.ids);
                    let bit = |at: &usize| basis.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1);
                    let among = (0..self.ids.len()).filter(bit).filter_map(|at| self.ids.get(at).copied()).collect();
                    violations.push(Violation { relation: relation.position, among });
                    return false;
                }
                let mut basis: Option<Vec<u64>> = None;
                for (id, interval) in &proposed {
                    let Some(now) = known.get_mut(*id) else { continue };
                    let met = now.meet(interval.outward());
                    let worth = met.width() < WORTH * now.width() || (met.is_bounded() && !now.is_bounded());
                    let half = now.low.is_infinite() && met.low.is_finite() || now.high.is_infinite() && met.high.is_finite();
                    if !met.is_empty() && (worth || half) {
                        *now = met;
                        if reasons {
                            let basis = basis.get_or_insert_with(|| rests.union(&relation.ids));
                            rests.add(*id, basis);
                        }
                        if let Some(slot) = changed.get_mut(*id) {
                            *slot = true;
                        }
                        any = true;
                    }
                }
                true
            });
            if !any || violations.len() > most {
                break;
            }
            touched = changed;
        }
        Settled { known, violations }
    }
}
