//! Series against the plain corpus, and each number against the list that it leads to.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use communique_engine::{Action, Answer, Engine, ValueCount, View};
use communique_index::facet::UNRESOLVED;
use communique_index::{Corpus, Facet, Statement};

const PAIRS: [(Facet, Facet); 3] = [
    (Facet::Theme, Facet::Speaker),
    (Facet::Speaker, Facet::Country),
    (Facet::Speaker, Facet::Listener),
];

/// Checks every series of `answer`, which is that of `view`.
pub(crate) fn check(corpus: &Corpus, engine: &Engine, view: &View, answer: &Answer) {
    let found: Vec<_> = answer.statements.iter().map(|idx| &corpus.statements[idx.get()]).collect();
    months(corpus, engine, answer, &found);
    for (row_facet, column_facet) in PAIRS {
        pairs(corpus, engine, view, answer, &found, row_facet, column_facet);
    }
}

fn months(corpus: &Corpus, engine: &Engine, answer: &Answer, found: &[&Statement]) {
    let mut expected: BTreeMap<(u16, u8), usize> = BTreeMap::new();
    let mut undated = 0;
    for statement in found {
        match corpus.documents[statement.document.get()].date {
            Some(date) => *expected.entry((date.year, date.month)).or_default() += 1,
            None => undated += 1,
        }
    }
    let got = engine.months(answer);
    assert_eq!(got.undated, undated);
    let filled = got.months.iter().filter(|month| month.count > 0);
    assert!(filled.map(|m| ((m.year, m.month), m.count)).eq(expected));
    let number =
        |m: &communique_engine::series::MonthCount| u32::from(m.year) * 12 + u32::from(m.month);
    assert!(got.months.windows(2).all(|two| number(&two[0]) + 1 == number(&two[1])));
}

fn pairs(
    corpus: &Corpus,
    engine: &Engine,
    view: &View,
    answer: &Answer,
    found: &[&Statement],
    row_facet: Facet,
    column_facet: Facet,
) {
    let got = engine.pairs(answer, row_facet, column_facet);
    let keys = |statement: &Statement, facet: Facet| {
        let key = |value: &communique_index::ValueIdx| {
            corpus.facet_values[facet][value.get()].key.clone()
        };
        statement.values[facet].iter().map(key).collect::<Vec<_>>()
    };
    let mut expected: BTreeMap<(String, String), usize> = BTreeMap::new();
    for statement in found {
        for row in keys(statement, row_facet) {
            for column in keys(statement, column_facet) {
                *expected.entry((row.clone(), column)).or_default() += 1;
            }
        }
    }
    let cell = |cell: &communique_engine::series::Cell| {
        ((got.rows[cell.row].key.clone(), got.columns[cell.column].key.clone()), cell.count)
    };
    assert_eq!(got.cells.iter().map(cell).collect::<BTreeMap<_, _>>(), expected);
    for (facet, values) in [(row_facet, &got.rows), (column_facet, &got.columns)] {
        let rank = |value: &ValueCount| (value.key == UNRESOLVED, Reverse(value.count));
        assert!(values.is_sorted_by_key(rank));
        for value in values {
            let n_found = found.iter().filter(|s| keys(s, facet).contains(&value.key)).count();
            assert_eq!(value.count, n_found, "{facet:?} {}", value.key);
            leads_to(engine, view, [view.question().narrowed_to(facet, &value.key)], value.count);
        }
    }
    for cell in &got.cells {
        let row = view.question().narrowed_to(row_facet, &got.rows[cell.row].key);
        let column = view.question().narrowed_to(column_facet, &got.columns[cell.column].key);
        leads_to(engine, view, [row, column], cell.count);
    }
}

/// Where the steps are known, they lead to as many statements as were counted.
fn leads_to<const N: usize>(
    engine: &Engine,
    view: &View,
    steps: [Option<Vec<Action>>; N],
    count: usize,
) {
    let Some(steps) = steps.into_iter().collect::<Option<Vec<_>>>() else { return };
    let narrowed = view.after(steps.into_iter().flatten());
    assert_eq!(engine.n_answers(narrowed.question()), count, "?{}", narrowed.encode());
}
