//! The measure as sentences for readers of the site: what agrees with the statements marked by hand, and each
//! known miss.

use super::{Counts, Found, GoldStatement, Pairing};

/// What `pairings` show, a finding a sentence; the last ones name what is missed or wrong.
pub(crate) fn sentences(pairings: &[Pairing<'_>]) -> Vec<String> {
    let counts = Counts::of(pairings, None);
    let found = counts.statement;
    let percent = |share: f64| format!("{:.1} %", 100.0 * share);
    let mut sentences = vec![
        format!(
            "Of {} statements marked by hand in {} articles, {} are found, {} of them with the same words; {} \
             others are found that were not marked.",
            found.n_gold,
            pairings.len(),
            found.n_right,
            counts.exact.n_right,
            found.n_found - found.n_right
        ),
        format!(
            "Of the speakers of these, {} of {} are right.",
            counts.name.n_right, found.n_right
        ),
        format!(
            "The countries they are about agree to {} (F1), their themes to {}.",
            percent(counts.countries.f1()),
            percent(counts.themes.f1())
        ),
    ];
    for pairing in pairings {
        let place = |line: u32| format!("{}, line {line}", pairing.gold.file);
        for (idx, (marked, matched)) in
            pairing.gold.statements.iter().zip(&pairing.matches).enumerate()
        {
            let found = matched.map(|found| &pairing.found[found]);
            let miss = match found {
                None => Some("missed"),
                Some(found) if found.speaker != marked.speaker => Some("wrong speaker"),
                Some(found) if pairing.gold_words[idx] != found.words => {
                    Some("other words than marked")
                }
                Some(found) if !has_same_values(marked, found) => Some("other countries or themes"),
                Some(_) => None,
            };
            sentences.extend(miss.map(|miss| format!("{}: {miss}.", place(marked.line))));
        }
        let extra = |extra: &Found| format!("{}: not marked: {}", place(extra.line), extra.text);
        sentences.extend(pairing.extra().map(extra));
    }
    sentences
}

fn has_same_values(marked: &GoldStatement, found: &Found) -> bool {
    let sorted = |values: &[String]| {
        let mut values = values.to_vec();
        values.sort_unstable();
        values
    };
    sorted(&marked.countries) == sorted(&found.countries)
        && sorted(&marked.themes) == sorted(&found.themes)
}
