//! From a question to the statements that answer it, over an opened pack.
//!
//! A query is *resolved* against the term dictionary and the facets ([`plan`]), its plan walks posting lists
//! ([`evaluate`]); the selections and the range of dates are tests of one statement each ([`filter`]); the
//! counts of each facet come from one walk along its column ([`tally`]); then what is left is put in
//! order ([`order`]). Ids are sorted everywhere but in the final order.

pub(crate) mod evaluate;
pub(crate) mod filter;
pub(crate) mod order;
pub(crate) mod places;
pub(crate) mod plan;
pub(crate) mod tally;
