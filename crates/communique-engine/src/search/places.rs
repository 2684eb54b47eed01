//! Places of words: where a sequence stands, and which of two stand near each other.
//!
//! A place is a statement and a position in one number, the statement in the upper half. Places of a
//! list are sorted and unique, so that side by side is a matter of adding one.

use communique_index::{Pack, StatementIdx, TermIdx};

use super::plan::Sequence;

/// A statement and a position in it.
pub(crate) type Place = u64;

pub(crate) fn place(statement: StatementIdx, position: u32) -> Place {
    u64::from(statement.0) << 32 | u64::from(position)
}

pub(crate) fn statement_of(place: Place) -> StatementIdx {
    StatementIdx((place >> 32) as u32)
}

/// Where the first word of the sequence stands, wherever all its words stand side by side.
pub(crate) fn places_of(
    sequence: &Sequence,
    mut places_of_terms: impl FnMut(&[TermIdx]) -> Vec<Place>,
) -> Vec<Place> {
    // A word that the corpus lacks rules out the whole, before any list is read.
    if sequence.0.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    let mut slots = (0..).zip(&sequence.0);
    let mut found = slots.next().map_or_else(Vec::new, |(_, terms)| places_of_terms(terms));
    for (n, terms) in slots {
        if found.is_empty() {
            break;
        }
        let next = places_of_terms(terms);
        let mut next = next.iter().copied().peekable();
        found.retain(|first| {
            while next.next_if(|place| *place < first + n).is_some() {}
            next.peek() == Some(&(first + n))
        });
    }
    found
}

/// The places of any of `terms` in the whole pack.
pub(crate) fn posted_places(pack: &Pack, terms: &[TermIdx]) -> Vec<Place> {
    let mut places = Vec::new();
    let mut positions = Vec::new();
    for term in terms {
        let mut postings = pack.postings(*term);
        while let Some(statement) = postings.next_positions(&mut positions) {
            places.extend(positions.drain(..).map(|position| place(statement, position)));
        }
    }
    // Two terms never share a position, so there is nothing to make unique.
    match terms.len() {
        ..=1 => places,
        _ => sorted(&places, pack.n_statements()),
    }
}

/// The places in order: by statement with a count of each, as terms with a common ending have millions of places; then
/// within each statement.
fn sorted(places: &[Place], n_statements: usize) -> Vec<Place> {
    let mut ends = vec![0; n_statements];
    places.iter().for_each(|place| ends[statement_of(*place).get()] += 1);
    let mut n = 0;
    for end in &mut ends {
        n += std::mem::replace(end, n);
    }
    let mut sorted = vec![0; places.len()];
    for place in places {
        let end = &mut ends[statement_of(*place).get()];
        sorted[*end] = *place;
        *end += 1;
    }
    let mut start = 0;
    for end in ends {
        sorted[start..end].sort_unstable();
        start = end;
    }
    sorted
}

/// The pairs of one place of each list at most `distance` words apart, in either order; neighbours
/// are one word apart. Lengths are in words; distance is from the end of the first to the start of the second.
pub(crate) fn near_pairs(
    left: (&[Place], u64),
    right: (&[Place], u64),
    distance: u32,
) -> Vec<(Place, Place)> {
    let (left, left_len) = left;
    let (right, right_len) = right;
    let reach = u64::from(distance);
    let mut pairs = Vec::new();
    let mut from = 0;
    for a in left {
        // The earliest start of a right one that ends close enough before `a`; never in another statement.
        let earliest = (a >> 32 << 32).max((a + 1).saturating_sub(reach + right_len));
        let latest = (a + left_len - 1).saturating_add(reach);
        while right.get(from).is_some_and(|b| *b < earliest) {
            from += 1;
        }
        let same = |b: &&Place| **b <= latest && statement_of(**b) == statement_of(*a);
        pairs.extend(right[from..].iter().take_while(same).map(|b| (*a, *b)));
    }
    pairs
}

#[cfg(test)]
mod tests {
    use communique_index::fixture::Random;

    use super::*;

    #[test]
    fn places_are_put_in_order() {
        let mut random = Random::new(11);
        let mut place = || place(random.below(7).into(), random.below(90) as u32);
        let places: Vec<_> = (0..200).map(|_| place()).collect();
        let mut expected = places.clone();
        expected.sort_unstable();
        assert_eq!(sorted(&places, 8), expected);
        assert_eq!(sorted(&[], 0), []);
    }

    #[test]
    fn near_counts_words_from_end_to_start() {
        let pairs = |left, left_len, right, right_len, distance| {
            near_pairs((left, left_len), (right, right_len), distance).len()
        };
        assert_eq!(pairs(&[10], 1, &[11], 1, 1), 1);
        assert_eq!(pairs(&[11], 1, &[10], 1, 1), 1);
        assert_eq!(pairs(&[10], 1, &[12], 1, 1), 0);
        assert_eq!(pairs(&[10], 2, &[12], 1, 1), 1);
        assert_eq!(pairs(&[12], 1, &[10], 2, 1), 1);
        assert_eq!(pairs(&[13], 1, &[10], 2, 1), 0);
        assert_eq!(pairs(&[0], 1, &[5], 1, u32::MAX), 1);
        // The last word of one statement and the first of the next.
        assert_eq!(pairs(&[1 << 32], 1, &[(1 << 32) - 1], 1, 9), 0);
        assert_eq!(pairs(&[(1 << 32) - 1], 1, &[1 << 32], 1, 9), 0);
    }
}
