//! The dictionaries of the facets, gathered while statements come in and settled when all are known.

use std::collections::{BTreeMap, BTreeSet};

use communique_index::{Facet, FacetMap, FacetValue, Statement, ValueIdx};

/// Facet values by key.
#[derive(Debug, Default)]
pub(super) struct Dictionaries(FacetMap<BTreeMap<String, FacetValue>>);

impl Dictionaries {
    /// Enters the value of `key`, made where it is new.
    pub(super) fn enter(&mut self, facet: Facet, key: &str, make: impl FnOnce() -> FacetValue) {
        if !self.0[facet].contains_key(key) {
            self.0[facet].insert(key.to_owned(), make());
        }
    }

    /// Forgets values that no statement has any more. Themes stay: one without statements is still a choice.
    pub(super) fn keep_used(&mut self, statements: &[(Statement, FacetMap<Vec<String>>)]) {
        for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Theme) {
            let used: BTreeSet<&String> =
                statements.iter().flat_map(|(_, keys)| &keys[facet]).collect();
            self.0[facet].retain(|key, _| used.contains(key));
        }
    }

    /// Adds another form of a value entered before, among those added so far in byte order.
    pub(super) fn add_alias(&mut self, facet: Facet, key: &str, alias: String) {
        if let Some(value) = self.0[facet].get_mut(key)
            && let Err(at) = value.aliases.binary_search(&alias)
        {
            value.aliases.insert(at, alias);
        }
    }

    /// The finished dictionaries, sorted by key, and the statements with their keys turned into indices.
    pub(super) fn settle(
        self,
        statements: Vec<(Statement, FacetMap<Vec<String>>)>,
    ) -> (FacetMap<Vec<FacetValue>>, Vec<Statement>) {
        let idx_of: FacetMap<BTreeMap<&str, ValueIdx>> = FacetMap::from_fn(|facet| {
            let keys = self.0[facet].keys().enumerate();
            keys.map(|(idx, key)| (key.as_str(), ValueIdx::from(idx))).collect()
        });
        let indexed = |(mut statement, keys): (Statement, FacetMap<Vec<String>>)| {
            statement.values = FacetMap::from_fn(|facet| {
                let known = keys[facet].iter().filter_map(|key| idx_of[facet].get(key.as_str()));
                let mut values: Vec<ValueIdx> = known.copied().collect();
                values.sort();
                values.dedup();
                values
            });
            statement
        };
        let statements = statements.into_iter().map(indexed).collect();
        let values = FacetMap::from_fn(|facet| self.0[facet].values().cloned().collect());
        (values, statements)
    }
}

/// A key for `label` that is safe and readable in a URL: letters and digits in lower case, hyphens between.
pub(crate) fn slug(label: &str) -> String {
    let mut slug = String::with_capacity(label.len());
    for c in label.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(c, '\'' | '’' | '.') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_readable() {
        assert_eq!(slug("Iran Press"), "iran-press");
        assert_eq!(slug(" The People’s  Daily (Online) "), "the-peoples-daily-online");
        assert_eq!(slug("U.S. News"), "us-news");
    }
}
