//! What the layout of a view shows, as plain data: lines in context, statements a month, how often values meet, two
//! speakers compared, claims with their repeats.

use communique_engine::series::Compared;
use communique_engine::{Claim, Engine, KwicLine, Layout, Pairs, UnknownWord, ValueCount};
use communique_index::{Facet, StatementIdx};
use serde_json::{Value, json};

use crate::Export;

/// Statements whose lines in context are given, as many as the page reads.
const MOST_READ: usize = 2_000;

impl Export<'_> {
    /// What the view's layout shows under `figures`, one object; with the view's `total`, and under `unknownWords` the
    /// words of its query that no statement has, each with those that may have been meant.
    ///
    /// | layout | object |
    /// |---|---|
    /// | `list` | `claims`: `statement`, and `repeats` that say the same |
    /// | `kwic` | `lines`: `statement`, `left`, `keyword`, `right`; `unread`, how many statements were not read |
    /// | `timeline` | `months`: `month` as `2021-04`, `count`; `undated`, `undatedLeftOut` |
    /// | `matrix` | `themes`: pairs of theme and speaker, see below |
    /// | `network` | `countries`, `listeners`: pairs of speaker with either |
    /// | `compare` | `speakers`, `countries`, `themes`: `counts` of either speaker; empty without two to compare |
    /// | `map` | `countries`: `value`, `label`, `count` |
    ///
    /// Pairs are `rows` and `columns` (`value`, `label`, `count`) and `cells`: places of row and column, and how often
    /// the two meet.
    pub fn figures(self) -> Value {
        let Self { engine, view, answer, .. } = self;
        let pairs = |rows, columns| of_pairs(engine.pairs(answer, rows, columns));
        let figures = match view.layout {
            Layout::List => json!({ "claims": claims(engine, &answer.statements) }),
            Layout::Kwic => self.lines(),
            Layout::Timeline => self.months(),
            Layout::Matrix => json!({ "themes": pairs(Facet::Theme, Facet::Speaker) }),
            Layout::Network => json!({
                "countries": pairs(Facet::Speaker, Facet::Country),
                "listeners": pairs(Facet::Speaker, Facet::Listener),
            }),
            Layout::Compare => self.comparison(),
            Layout::Map => {
                json!({ "countries": values(&engine.value_counts(answer, Facet::Country)) })
            }
        };
        let query = &answer.question.query;
        let unknown = engine.unknown_words(&answer.question);
        json!({
            "layout": view.layout.key(),
            "edition": engine.edition(),
            "total": answer.totals.statements,
            "unknownWords": unknown.into_iter().map(|word| unknown_word(word, query)).collect::<Vec<_>>(),
            "figures": figures,
        })
    }

    fn lines(&self) -> Value {
        let kwic = self.engine.kwic(self.answer, self.view.kwic_sort, MOST_READ);
        let line = |line: &KwicLine| {
            json!({
                "statement": id(self.engine, line.statement),
                "left": line.left(),
                "keyword": line.keyword(),
                "right": line.right(),
            })
        };
        json!({ "lines": kwic.lines.iter().map(line).collect::<Vec<_>>(), "unread": kwic.n_unread })
    }

    fn months(&self) -> Value {
        let months = self.engine.months(self.answer);
        let month = |month: &communique_engine::series::MonthCount| json!({ "month": format!("{:04}-{:02}", month.year, month.month), "count": month.count });
        json!({
            "months": months.months.iter().map(month).collect::<Vec<_>>(),
            "undated": months.undated,
            "undatedLeftOut": months.undated_left_out,
        })
    }

    fn comparison(&self) -> Value {
        let compared = |values: &[Compared]| -> Vec<_> {
            let value = |value: &Compared| json!({ "value": value.key, "label": value.label, "counts": value.counts });
            values.iter().map(value).collect()
        };
        match self.engine.comparison(self.answer, self.view.compared.as_ref()) {
            Some(comparison) => json!({
                "speakers": values(&comparison.speakers),
                "countries": compared(&comparison.countries),
                "themes": compared(&comparison.themes),
            }),
            None => json!({ "speakers": [], "countries": [], "themes": [] }),
        }
    }
}

fn id(engine: &Engine, idx: StatementIdx) -> &str {
    engine.pack().statement_id(idx)
}

fn claims(engine: &Engine, statements: &[StatementIdx]) -> Vec<Value> {
    let claim = |Claim { statement, repeats }| {
        let repeats: Vec<_> = repeats.into_iter().map(|idx| id(engine, idx)).collect();
        json!({ "statement": id(engine, statement), "repeats": repeats })
    };
    engine.folded(statements).into_iter().map(claim).collect()
}

fn of_pairs(pairs: Pairs) -> Value {
    let cells: Vec<_> =
        pairs.cells.iter().map(|cell| [cell.row, cell.column, cell.count]).collect();
    json!({ "rows": values(&pairs.rows), "columns": values(&pairs.columns), "cells": cells })
}

fn values(values: &[ValueCount]) -> Vec<Value> {
    let value = |value: &ValueCount| json!({ "value": value.key, "label": value.label, "count": value.count });
    values.iter().map(value).collect()
}

fn unknown_word(word: UnknownWord, query: &str) -> Value {
    let offer = |offer: communique_engine::Offer| json!({ "word": offer.word, "q": offer.query });
    json!({
        "word": query.get(word.text_span).unwrap_or_default(),
        "offers": word.offers.into_iter().map(offer).collect::<Vec<_>>(),
    })
}
