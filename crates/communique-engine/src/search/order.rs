//! Statements in the order asked for. Ties keep document order.
//!
//! Every order is a number for each statement; number and statement together are one key, so that all
//! orders share one sort. A sort is a large piece of code, and it travels to the browser.

use communique_index::facet::UNRESOLVED;
use communique_index::pack::Places;
use communique_index::{Date, Facet, Pack, StatementIdx};

use super::evaluate::Scored;
use crate::view::Sort;

/// Puts `found`, which is in document order, in the order of `sort`.
pub(crate) fn ordered(pack: &Pack, found: &[Scored], sort: Sort) -> Vec<StatementIdx> {
    match sort {
        Sort::Relevance => by_number(found, |s| u32::MAX - weight(s.score)),
        Sort::Newest => by_date(pack.places(), found, |date| LAST_DAY - day(date)),
        Sort::Oldest => by_date(pack.places(), found, day),
        Sort::Speaker => {
            let unresolved = pack.find_value(Facet::Speaker, UNRESOLVED);
            by_number(found, |s| {
                let speaker = pack.statement_values(Facet::Speaker, s.statement).next();
                speaker
                    .filter(|speaker| Some(*speaker) != unresolved)
                    .map_or(u32::MAX, |speaker| pack.value_rank(Facet::Speaker, speaker))
            })
        }
        Sort::Document => found.iter().map(|s| s.statement).collect(),
    }
}

/// Smaller numbers first, then document order.
fn by_number(found: &[Scored], number: impl Fn(&Scored) -> u32) -> Vec<StatementIdx> {
    let key = |s: &Scored| u64::from(number(s)) << 32 | u64::from(s.statement.0);
    let mut keys: Vec<_> = found.iter().map(key).collect();
    keys.sort_unstable();
    keys.into_iter().map(|key| StatementIdx(key as u32)).collect()
}

/// By the `number` of the date, those without one last. The statements of a document, which stand together, have one
/// date: so documents are sorted, and not statements.
fn by_date(
    places: Places<'_>,
    found: &[Scored],
    number: impl Fn(Date) -> u32,
) -> Vec<StatementIdx> {
    let document = |s: &Scored| places.document(s.statement);
    let (mut keys, mut start) = (Vec::new(), 0);
    for alike in found.chunk_by(|a, b| document(a) == document(b)) {
        let number = places.date(alike[0].statement).map_or(u32::MAX, &number);
        keys.push(u64::from(number) << 32 | start);
        start += alike.len() as u64;
    }
    keys.sort_unstable();
    let mut ordered = Vec::with_capacity(found.len());
    for key in keys {
        let rest = &found[key as u32 as usize..];
        let alike = rest.iter().take_while(|s| document(s) == document(&rest[0]));
        ordered.extend(alike.map(|s| s.statement));
    }
    ordered
}

/// A score in millionths. Rounded, so that platforms whose logarithms differ in the last digit agree on ties.
fn weight(score: f64) -> u32 {
    (score * 1e6).round() as u32
}

/// More than the number of any day.
const LAST_DAY: u32 = 1 << 31;

/// A number that grows with the date.
fn day(date: Date) -> u32 {
    let Date { year, month, day } = date;
    u32::from(year) << 9 | u32::from(month) << 5 | u32::from(day)
}
