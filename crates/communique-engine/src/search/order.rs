//! Statements in the order asked for. Ties keep document order.
//!
//! Every order is a number for each statement; number and statement together are one key, so that all
//! orders share one sort. A sort is a large piece of code, and it travels to the browser.

use communique_index::facet::UNRESOLVED;
use communique_index::{Date, Facet, Pack, StatementIdx};

use super::evaluate::Scored;
use crate::view::Sort;

/// Puts `found`, which is in document order, in the order of `sort`.
pub(crate) fn ordered(pack: &Pack, found: &[Scored], sort: Sort) -> Vec<StatementIdx> {
    let date = |s: &Scored| pack.statement_date(s.statement);
    match sort {
        Sort::Relevance => by_number(found, |s| u32::MAX - weight(s.score)),
        Sort::Newest => by_number(found, |s| date(s).map_or(u32::MAX, |date| LAST_DAY - day(date))),
        Sort::Oldest => by_number(found, |s| date(s).map_or(u32::MAX, day)),
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

/// A score in millionths. Rounded, so that platforms whose logarithms differ in the last digit agree on ties.
fn weight(score: f64) -> u32 {
    (score * 1e6).round() as u32
}

/// More than the number of any day.
const LAST_DAY: u32 = 1 << 31;

/// Days since the first one of the calendar, and some.
fn day(date: Date) -> u32 {
    date.to_days().saturating_add(1 << 20).unsigned_abs()
}
