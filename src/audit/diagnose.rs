//! Which printed number is wrong: the one without which everything else fits.
//!
//! Consistency-based diagnosis (Reiter, 1987, *A theory of diagnosis from first principles*), greedily: of the numbers in a
//! contradiction the one is the culprit whose freeing leaves the fewest contradictions. It is then freed for good, so that it is
//! reported once however many relations it broke.

use super::expression::{Expression, Id};
use super::interval::Interval;
use super::network::{Component, Network, Violation};
use std::collections::{BTreeMap, BTreeSet};

/// More numbers than this in a contradiction are not tried one by one.
const CANDIDATES: usize = 48;
/// More culprits and unexplained contradictions than this in one group of relations are not looked for.
const CULPRITS: usize = 60;

/// A printed number that cannot be right.
#[derive(Debug, Clone, PartialEq)]
pub struct Culprit {
    /// The number.
    pub id: Id,
    /// What it can be by everything else; unbounded where nothing says so.
    pub possible: Interval,
    /// The relations it broke.
    pub broken: Vec<usize>,
    /// Numbers that could be the wrong one instead, as far as the chapter tells.
    pub rivals: Vec<Id>,
}

/// The culprits of a network, and the contradictions that no single number explains.
pub fn diagnose(network: &Network) -> (Vec<Culprit>, Vec<Violation>) {
    let mut culprits = Vec::new();
    let mut unresolved = Vec::new();
    for component in network.components() {
        diagnose_component(network, &component, &mut culprits, &mut unresolved);
    }
    (culprits, unresolved)
}

fn diagnose_component(network: &Network, component: &Component, culprits: &mut Vec<Culprit>, unresolved: &mut Vec<Violation>) {
    let mut freed: BTreeSet<Id> = BTreeSet::new();
    if component.try_out(&freed, &BTreeSet::new(), 0).violations.is_empty() {
        return;
    }
    // Relations whose contradiction no single number explains.
    let mut given_up: BTreeSet<usize> = BTreeSet::new();
    let mut own: Vec<Culprit> = Vec::new();
    for _ in 0..CULPRITS {
        let settled = component.settle(&freed, &given_up);
        let Some(first) = settled.violations.first() else { break };
        let cluster = cluster_of(first, &settled.violations);
        let mut votes: BTreeMap<Id, usize> = BTreeMap::new();
        for violation in &cluster {
            for id in &violation.among {
                *votes.entry(*id).or_default() += 1;
            }
        }
        let mut candidates: Vec<(Id, usize)> = votes.into_iter().collect();
        // Of many numbers with few votes the one that a relation speaks of is tried before those it is made of.
        let spoken: BTreeSet<Id> = cluster
            .iter()
            .filter_map(|violation| match network.relations.get(violation.relation)?.left {
                Expression::Of(id) => Some(id),
                _ => None,
            })
            .collect();
        candidates.sort_by_key(|(id, votes)| (std::cmp::Reverse(*votes), !spoken.contains(id), *id));
        candidates.truncate(CANDIDATES);
        let before = settled.violations.len();
        let mut tried: Vec<(Vec<usize>, Id, Interval)> = Vec::new();
        let mut fewest = before;
        for (id, _) in &candidates {
            let mut without = freed.clone();
            without.insert(*id);
            let after = component.try_out(&without, &given_up, fewest);
            if after.violations.len() > fewest {
                continue;
            }
            fewest = after.violations.len();
            let possible = component.known(&after, *id);
            tried.push((after.violations.iter().map(|violation| violation.relation).collect(), *id, possible));
        }
        if fewest >= before {
            given_up.insert(first.relation);
            unresolved.push(first.clone());
            continue;
        }
        tried.retain(|(left, _, _)| left.len() == fewest);
        tried.sort_by_key(|(_, id, possible)| doubt(network, &cluster, *id, *possible));
        let Some((left, id, possible)) = tried.first().cloned() else { break };
        // The relations that are mended with it.
        let broken: Vec<usize> =
            cluster.iter().map(|violation| violation.relation).filter(|relation| !left.contains(relation)).collect();
        let rank = doubt(network, &cluster, id, possible).0;
        // Another number whose freeing mends the very same contradictions could be the wrong one as well.
        let rivals = tried
            .iter()
            .skip(1)
            .filter(|(also, rival, at)| *also == left && doubt(network, &cluster, *rival, *at).0 == rank)
            .map(|(_, rival, _)| *rival)
            .collect();
        freed.insert(id);
        own.push(Culprit { id, possible, broken, rivals });
    }
    if own.is_empty() {
        return;
    }
    // What each can be, now that all of them are out of the way.
    let settled = component.try_out(&freed, &given_up, usize::MAX);
    for culprit in &mut own {
        culprit.possible = component.known(&settled, culprit.id);
    }
    culprits.extend(own);
}

/// The contradictions that share numbers with the first, directly or through others.
fn cluster_of(first: &Violation, all: &[Violation]) -> Vec<Violation> {
    let mut numbers = first.among.clone();
    let mut cluster = vec![first.clone()];
    loop {
        let size = cluster.len();
        for violation in all {
            if !cluster.contains(violation) && !violation.among.is_disjoint(&numbers) {
                numbers.extend(&violation.among);
                cluster.push(violation.clone());
            }
        }
        if cluster.len() == size {
            return cluster;
        }
    }
}

/// How little a number deserves to be the culprit, among those that explain the contradiction equally well: a slip of the
/// hand away from what it must be first, then a number that follows from others rather than one that others follow from.
fn doubt(network: &Network, cluster: &[Violation], id: Id, possible: Interval) -> (usize, usize, usize, Id) {
    let printed = network.quantities.get(id).and_then(|quantity| quantity.printed.as_ref());
    let slip = match printed {
        Some(printed) if printed.is_slip_for(possible) => 0,
        _ => 1,
    };
    let local = cluster.iter().filter_map(|violation| network.relations.get(violation.relation));
    let in_local = local.clone().filter(|relation| relation.ids.contains(&id)).count();
    let derived = local.clone().any(|relation| {
        let mut left = Vec::new();
        relation.left.quantities(&mut left);
        left == [id]
    });
    (slip, usize::from(!derived), usize::MAX - in_local, id)
}
