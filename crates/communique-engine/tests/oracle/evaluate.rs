//! Views answered by looking at every statement of the plain corpus, as the documentation says.

use std::collections::BTreeSet;

use communique_engine::{Choice, Question, Selection, Sort, Totals};
use communique_index::facet::UNRESOLVED;
use communique_index::{Corpus, Date, Facet, FacetMap, Statement};

use crate::wanted::{Scorer, Wanted};

pub(crate) struct Expected {
    pub(crate) statements: Vec<usize>,
    pub(crate) totals: Totals,
    pub(crate) counts: FacetMap<Vec<u32>>,
    pub(crate) n_speakers: usize,
}

/// The answer to `question`, whose query wants what `wanted` says.
pub(crate) fn answer(
    scorer: &Scorer<'_>,
    question: &Question,
    wanted: Option<&Wanted>,
) -> Expected {
    let corpus = scorer.corpus;
    let all = || (0..corpus.statements.len()).map(|idx| (idx, &corpus.statements[idx]));
    let scores = match wanted {
        Some(wanted) => scorer.scores(wanted),
        None => vec![Some(0.0); corpus.statements.len()],
    };
    let found = |idx: &usize| scores[*idx].is_some();
    let in_dates = |s: &Statement| {
        !question.has_dates()
            || date(corpus, s).is_some_and(|date| {
                question.from.is_none_or(|from| date >= from)
                    && question.to.is_none_or(|to| date <= to)
            })
    };
    let chosen = |s: &Statement, but: Option<Facet>| {
        question.selections.iter().all(|(facet, selection)| {
            Some(facet) == but || passes(&keys(corpus, s, facet), selection)
        })
    };
    let mut passed: Vec<_> =
        all().filter(|(n, s)| found(n) && in_dates(s) && chosen(s, None)).collect();
    let counts = FacetMap::from_fn(|facet| {
        let values = corpus.facet_values[facet].iter().map(|value| {
            let has = |s: &Statement| keys(corpus, s, facet).contains(&value.key.as_str());
            all()
                .filter(|(n, s)| has(s) && found(n) && in_dates(s) && chosen(s, Some(facet)))
                .count() as u32
        });
        values.collect()
    });
    let distinct = |key: &dyn Fn(&Statement) -> (u32, u32)| {
        passed.iter().map(|(_, s)| key(s)).collect::<BTreeSet<_>>().len()
    };
    let named = |(_, s): &(usize, &Statement)| keys(corpus, s, Facet::Speaker);
    let mut speakers: BTreeSet<_> = passed.iter().flat_map(named).collect();
    speakers.remove(UNRESOLVED);
    let totals = Totals {
        statements: passed.len(),
        passages: distinct(&|s| (s.document.0, s.line)),
        documents: distinct(&|s| (s.document.0, 0)),
        undated: passed.iter().filter(|(_, s)| date(corpus, s).is_none()).count(),
        undated_left_out: all()
            .filter(|(n, s)| {
                found(n) && !in_dates(s) && date(corpus, s).is_none() && chosen(s, None)
            })
            .count(),
    };
    sort(corpus, question, &scores, &mut passed);
    let (statements, n_speakers) =
        (passed.into_iter().map(|(idx, _)| idx).collect(), speakers.len());
    Expected { statements, totals, counts, n_speakers }
}

fn passes(keys: &[&str], selection: &Selection) -> bool {
    let included: Vec<_> = selection.included().collect();
    let has = |key: &&str| keys.contains(key);
    keys.iter().all(|key| selection.choice(key) != Choice::Excluded)
        && match selection.all() {
            true => included.iter().all(has),
            false => included.is_empty() || included.iter().any(has),
        }
}

fn sort(
    corpus: &Corpus,
    question: &Question,
    scores: &[Option<f64>],
    passed: &mut [(usize, &Statement)],
) {
    let default = if !question.query.is_empty() { Sort::Relevance } else { Sort::Newest };
    let sort = match question.sort {
        Some(Sort::Relevance) | None => default,
        Some(sort) => sort,
    };
    passed.sort_by(|(n, a), (m, b)| match sort {
        Sort::Relevance => {
            let score = |idx: usize| scores[idx].map_or(0, |score| (score * 1e6).round() as u64);
            score(*m).cmp(&score(*n))
        }
        Sort::Newest => date(corpus, b).cmp(&date(corpus, a)),
        Sort::Oldest => {
            let last = Date::new(9999, 12, 31);
            date(corpus, a).or(last).cmp(&date(corpus, b).or(last))
        }
        Sort::Speaker => {
            let rank = |s: &Statement| {
                let speaker =
                    &corpus.facet_values[Facet::Speaker][s.values[Facet::Speaker][0].get()];
                let label = speaker.label.to_lowercase().replace(['ë', 'é'], "e");
                (speaker.key == UNRESOLVED, label)
            };
            rank(a).cmp(&rank(b))
        }
        Sort::Document => std::cmp::Ordering::Equal,
    });
}

pub(crate) fn date(corpus: &Corpus, statement: &Statement) -> Option<Date> {
    corpus.documents[statement.document.get()].date
}

pub(crate) fn keys<'c>(corpus: &'c Corpus, statement: &Statement, facet: Facet) -> Vec<&'c str> {
    let key =
        |value: &communique_index::ValueIdx| corpus.facet_values[facet][value.get()].key.as_str();
    statement.values[facet].iter().map(key).collect()
}

/// Words in their order: as an exact phrase compares them, and what their forms share.
pub(crate) type Tokens = Vec<(&'static str, &'static str)>;
/// Gives the words of a text.
pub(crate) type Read = fn(&str) -> Tokens;

/// Topic and contents of a statement as read.
pub(crate) fn texts<'c>(
    corpus: &'c Corpus,
    statement: &'c Statement,
) -> impl Iterator<Item = String> + 'c {
    let document = &corpus.documents[statement.document.get()];
    statement.topic.iter().chain(&statement.content).map(|span| {
        let mut text = document.text[span.range()].to_owned();
        // From the last one on, so that those before it stay in their places.
        for repair in document.repairs.iter().rev() {
            let (start, end) = (repair.text_span.start, repair.text_span.end);
            if span.start <= start && end <= span.end {
                let place = (start - span.start) as usize..(end - span.start) as usize;
                text.replace_range(place, &repair.replacement);
            }
        }
        text
    })
}
