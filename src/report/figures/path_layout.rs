//! Where the boxes and arrows of a path diagram stand.
//!
//! Columns from the left by the longest path to a box; between two columns of boxes stands a column of lanes. An arrow has a
//! lane of its own in every column it passes, and its label stands in one of them, so that neither boxes nor labels nor
//! arrows can lie on each other (after Sugiyama, Tagawa & Toda 1981, IEEE Trans. Syst. Man Cybern. 11, 109: layers, dummy
//! vertices, one pass of median ordering). Heights are least-squares fits to the neighbours' heights, kept apart.

/// Room above and below a reference line: the middle of a box, the line of a lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// Upward.
    pub above: f64,
    /// Downward.
    pub below: f64,
}

/// What is laid out: boxes with their room, arrows from box to box by position.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagram {
    /// Room of each box.
    pub boxes: Vec<Extent>,
    /// Arrows; they run in no circle.
    pub arrows: Vec<(usize, usize)>,
}

/// Height of a lane that carries a label, and of one that does not.
const LABELLED: f64 = 15.0;
const PLAIN: f64 = 8.0;
/// Ways back and forth after which heights hardly change.
const SWEEPS: usize = 8;
/// How much more the lanes of one arrow draw each other than a lane and a box do.
const STRAIGHT: f64 = 4.0;

/// A place for everything. The y axis begins at 0 and runs downward.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Column of each box, from 0.
    pub column: Vec<usize>,
    /// How many columns there are.
    pub columns: usize,
    /// Middle of each box.
    pub middle: Vec<f64>,
    /// For each arrow, the lines of its lanes: between the columns, through a column, between …
    pub lanes: Vec<Vec<f64>>,
    /// For each arrow, in which of its lanes its label stands.
    pub labelled: Vec<usize>,
    /// Height of everything.
    pub height: f64,
}

/// One thing in a track: a box or an arrow's lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Box(usize),
    Lane(usize),
}

/// Lays a diagram out; `None` when its arrows run in a circle or point nowhere.
pub fn layout(diagram: &Diagram) -> Option<Layout> {
    let column = columns(diagram)?;
    let columns = column.iter().max()? + 1;
    let mut tracks = Tracks { diagram, column: &column, items: Vec::new(), places: Vec::new() };
    tracks.order(2 * columns - 1);
    tracks.place();
    let (mut top, mut bottom) = (f64::INFINITY, f64::NEG_INFINITY);
    for (track, items) in tracks.items.iter().enumerate() {
        for (item, place) in items.iter().zip(&tracks.places[track]) {
            let extent = tracks.extent(*item, track);
            (top, bottom) = (top.min(place - extent.above), bottom.max(place + extent.below));
        }
    }
    let at = |item: Item, track: usize| tracks.at(item, track).map(|place| place - top);
    let middle: Option<Vec<f64>> =
        column.iter().enumerate().map(|(position, column)| at(Item::Box(position), 2 * column)).collect();
    let lanes: Option<Vec<Vec<f64>>> =
        (0..diagram.arrows.len()).map(|arrow| tracks.span(arrow).map(|track| at(Item::Lane(arrow), track)).collect()).collect();
    let labelled = (0..diagram.arrows.len()).map(|arrow| tracks.labelled(arrow) - tracks.span(arrow).start).collect();
    Some(Layout { middle: middle?, lanes: lanes?, labelled, height: bottom - top, columns, column })
}

/// Longest path to each box.
fn columns(diagram: &Diagram) -> Option<Vec<usize>> {
    let count = diagram.boxes.len();
    let mut column = vec![0; count];
    for _ in 0..=count {
        let mut moved = false;
        for (from, to) in &diagram.arrows {
            let least = column.get(*from)? + 1;
            let own = column.get_mut(*to)?;
            if *own < least {
                *own = least;
                moved = true;
            }
        }
        if !moved {
            return Some(column);
        }
    }
    None
}

/// Boxes and lanes, track by track: boxes in the even ones, lanes between them in the odd ones.
struct Tracks<'a> {
    diagram: &'a Diagram,
    column: &'a [usize],
    items: Vec<Vec<Item>>,
    places: Vec<Vec<f64>>,
}

impl Tracks<'_> {
    fn ends(&self, arrow: usize) -> (usize, usize) {
        self.diagram.arrows.get(arrow).copied().unwrap_or_default()
    }

    fn column_of(&self, position: usize) -> usize {
        self.column.get(position).copied().unwrap_or_default()
    }

    /// Tracks in which an arrow has a lane.
    fn span(&self, arrow: usize) -> std::ops::Range<usize> {
        let (from, to) = self.ends(arrow);
        2 * self.column_of(from) + 1..2 * self.column_of(to)
    }

    /// The track between two columns that is nearest to the middle of an arrow, behind it where two are: fewer arrows end
    /// there than begin before it.
    fn labelled(&self, arrow: usize) -> usize {
        let span = self.span(arrow);
        let middle = (span.start + span.end) / 2;
        if middle % 2 == 1 { middle } else { middle + 1 }
    }

    fn extent(&self, item: Item, track: usize) -> Extent {
        match item {
            Item::Box(position) => self.diagram.boxes.get(position).copied().unwrap_or(Extent { above: 0.0, below: 0.0 }),
            Item::Lane(arrow) => {
                let half = if self.labelled(arrow) == track { LABELLED } else { PLAIN } / 2.0;
                Extent { above: half, below: half }
            }
        }
    }

    /// What stands before an item, in the track to its left.
    fn before(&self, item: Item, track: usize) -> Vec<usize> {
        let Some(left) = track.checked_sub(1).and_then(|left| self.items.get(left)) else { return Vec::new() };
        let joins = |other: &Item| match (item, *other) {
            (Item::Box(to), Item::Lane(arrow)) => self.ends(arrow).1 == to,
            (Item::Lane(arrow), Item::Box(from)) => self.ends(arrow).0 == from,
            (Item::Lane(arrow), Item::Lane(other)) => arrow == other,
            (Item::Box(_), Item::Box(_)) => false,
        };
        left.iter().enumerate().filter(|(_, other)| joins(other)).map(|(position, _)| position).collect()
    }

    /// What stands behind an item, in the track to its right.
    fn behind(&self, item: Item, track: usize) -> Vec<usize> {
        let Some(right) = self.items.get(track + 1) else { return Vec::new() };
        let own = |other: &Item| self.before(*other, track + 1).iter().any(|p| self.items[track].get(*p) == Some(&item));
        right.iter().enumerate().filter(|(_, other)| own(other)).map(|(position, _)| position).collect()
    }

    /// Fills the tracks from the left, each item at the median of those before it.
    fn order(&mut self, tracks: usize) {
        for track in 0..tracks {
            let boxes = (0..self.column.len()).filter(|position| 2 * self.column_of(*position) == track).map(Item::Box);
            let lanes = (0..self.diagram.arrows.len()).filter(|arrow| self.span(*arrow).contains(&track)).map(Item::Lane);
            let items: Vec<Item> = boxes.chain(lanes).collect();
            let count = self.items.last().map_or(0, Vec::len);
            let mut keyed: Vec<(f64, isize, usize, Item)> = items
                .into_iter()
                .enumerate()
                .map(|(position, item)| {
                    let before = self.before(item, track);
                    (median(&before), self.far(item, &before, count), position, item)
                })
                .collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
            self.items.push(keyed.into_iter().map(|(.., item)| item).collect());
        }
    }

    /// Of the arrows that leave one box, the farther ones go outside: above from the upper half, below from the lower.
    fn far(&self, item: Item, before: &[usize], count: usize) -> isize {
        let Item::Lane(arrow) = item else { return 0 };
        let length = isize::try_from(self.span(arrow).len()).unwrap_or(0);
        let upper = before.first().is_none_or(|position| 2 * position < count.max(1));
        if upper { -length } else { length }
    }

    /// Heights: from left to right by what stands before, then back and forth by what stands on both sides.
    fn place(&mut self) {
        self.places = self.items.iter().map(|items| vec![0.0; items.len()]).collect();
        let last = self.items.len().saturating_sub(1);
        (0..=last).for_each(|track| self.place_track(track, false));
        for _ in 0..SWEEPS {
            (0..last).rev().for_each(|track| self.place_track(track, true));
            (1..=last).for_each(|track| self.place_track(track, true));
        }
    }

    fn place_track(&mut self, track: usize, both_sides: bool) {
        let wished: Vec<f64> = self.items[track].iter().map(|item| self.wished(*item, track, both_sides)).collect();
        let extents: Vec<Extent> = self.items[track].iter().map(|item| self.extent(*item, track)).collect();
        self.places[track] = apart(&wished, &extents);
    }

    /// The mean height of an item's neighbours; the lanes of one arrow draw each other most, so that it runs straight.
    fn wished(&self, item: Item, track: usize, both_sides: bool) -> f64 {
        let (mut sum, mut weights) = (0.0, 0.0);
        let mut add = |track: usize, positions: Vec<usize>| {
            for position in positions {
                let Some(place) = self.places.get(track).and_then(|places| places.get(position)) else { continue };
                let lane = matches!(self.items.get(track).and_then(|items| items.get(position)), Some(Item::Lane(_)));
                let weight = if lane && matches!(item, Item::Lane(_)) { STRAIGHT } else { 1.0 };
                sum += weight * place;
                weights += weight;
            }
        };
        add(track.saturating_sub(1), self.before(item, track));
        if both_sides {
            add(track + 1, self.behind(item, track));
        }
        if weights > 0.0 { sum / weights } else { 0.0 }
    }

    fn at(&self, item: Item, track: usize) -> Option<f64> {
        let position = self.items.get(track)?.iter().position(|other| *other == item)?;
        self.places.get(track)?.get(position).copied()
    }
}

fn median(positions: &[usize]) -> f64 {
    let mut sorted = positions.to_vec();
    sorted.sort_unstable();
    match sorted.as_slice() {
        [] => 0.0,
        all => {
            let at = |position: usize| all.get(position).copied().unwrap_or_default() as f64;
            f64::midpoint(at((all.len() - 1) / 2), at(all.len() / 2))
        }
    }
}

/// The places nearest to those wished (least squares) that keep the order and lie as far apart as the extents ask: isotonic
/// regression by pooling adjacent violators on the places less the distances before them.
fn apart(wished: &[f64], extents: &[Extent]) -> Vec<f64> {
    let mut offset = 0.0;
    let mut offsets = Vec::with_capacity(wished.len());
    for (position, extent) in extents.iter().enumerate() {
        if let Some(before) = position.checked_sub(1).and_then(|before| extents.get(before)) {
            offset += before.below + extent.above;
        }
        offsets.push(offset);
    }
    // Pools: the sum of what is wished and how many wish it.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (wish, offset) in wished.iter().zip(&offsets) {
        pools.push((wish - offset, 1));
        while let [.., (first, many), (second, more)] = pools.as_slice() {
            if first / *many as f64 <= second / *more as f64 {
                break;
            }
            let pooled = (first + second, many + more);
            pools.truncate(pools.len() - 2);
            pools.push(pooled);
        }
    }
    let flat = pools.into_iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / count as f64, count));
    flat.zip(offsets).map(|(place, offset)| place + offset).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;

    const BOX: Extent = Extent { above: 40.0, below: 20.0 };

    fn diagram(boxes: usize, arrows: &[(usize, usize)]) -> Diagram {
        Diagram { boxes: vec![BOX; boxes], arrows: arrows.to_vec() }
    }

    /// No two things of one track lie on each other, whatever the arrows: every set of arrows among up to five boxes, and
    /// many among eight.
    #[test]
    fn nothing_lies_on_anything_else() {
        let mut tried = 0;
        for boxes in 2..=8usize {
            let all: Vec<(usize, usize)> = (0..boxes).flat_map(|from| (from + 1..boxes).map(move |to| (from, to))).collect();
            let sets: Vec<u64> = if boxes <= 5 {
                (1..1 << all.len()).collect()
            } else {
                (0..600u64)
                    .map(|i| (i + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - all.len()))
                    .chain([(1 << all.len()) - 1])
                    .collect()
            };
            for set in sets {
                let arrows: Vec<_> =
                    all.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, arrow)| *arrow).collect();
                check(&diagram(boxes, &arrows));
                tried += 1;
            }
        }
        assert!(tried > 2000, "{tried}");
    }

    fn check(diagram: &Diagram) {
        let found = layout(diagram).unwrap();
        // (track, top, bottom) of everything.
        let mut taken: Vec<(usize, f64, f64)> = Vec::new();
        for (position, middle) in found.middle.iter().enumerate() {
            taken.push((2 * found.column[position], middle - BOX.above, middle + BOX.below));
        }
        for (arrow, (from, to)) in diagram.arrows.iter().enumerate() {
            assert!(found.column[*from] < found.column[*to], "{diagram:?}");
            let lanes = &found.lanes[arrow];
            assert_eq!(lanes.len(), 2 * (found.column[*to] - found.column[*from]) - 1);
            assert_eq!(found.labelled[arrow] % 2, 0, "labels stand between columns");
            for (position, lane) in lanes.iter().enumerate() {
                let half = if position == found.labelled[arrow] { LABELLED } else { PLAIN } / 2.0;
                taken.push((2 * found.column[*from] + 1 + position, lane - half, lane + half));
            }
        }
        for (position, (track, top, bottom)) in taken.iter().enumerate() {
            assert!(*top > -1e-9 && *bottom < found.height + 1e-9 && top.is_finite());
            for (other_track, other_top, other_bottom) in &taken[position + 1..] {
                let clear = track != other_track || *bottom <= other_top + 1e-9 || *other_bottom <= top + 1e-9;
                assert!(clear, "{diagram:?}: {taken:?}");
            }
        }
    }

    #[test]
    fn columns_follow_the_longest_path() {
        // X1, X2 → Y1 → Y2 and both straight to Y2.
        let found = layout(&diagram(4, &[(0, 2), (1, 2), (0, 3), (1, 3), (2, 3)])).unwrap();
        assert_eq!((found.column.as_slice(), found.columns), ([0, 0, 1, 2].as_slice(), 3));
        // The straight arrows pass above and below the box in the middle.
        let middle = found.middle[2];
        assert!(found.lanes[2][1] < middle - BOX.above && found.lanes[3][1] > middle + BOX.below, "{found:?}");
        assert!(found.middle[0] < found.middle[1]);
    }

    #[test]
    fn circles_and_arrows_to_nowhere_have_no_layout() {
        assert_eq!(layout(&diagram(2, &[(0, 1), (1, 0)])), None);
        assert_eq!(layout(&diagram(2, &[(0, 2)])), None);
        assert_eq!(layout(&diagram(0, &[])), None);
    }

    #[test]
    fn places_are_the_nearest_that_lie_apart() {
        let extent = Extent { above: 5.0, below: 5.0 };
        assert_eq!(apart(&[0.0, 0.0], &[extent; 2]), [-5.0, 5.0]);
        assert_eq!(apart(&[0.0, 30.0], &[extent; 2]), [0.0, 30.0]);
        assert_eq!(apart(&[0.0, 0.0, 40.0], &[extent; 3]), [-5.0, 5.0, 40.0]);
    }
}
