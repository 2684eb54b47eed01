//! What is derived from a view, once for all components of a module.

use std::sync::Arc;

use leptos::prelude::*;

use communique_engine::{Answer, Engine, Question, View};
use communique_index::{DocumentIdx, StatementIdx};

use crate::dynamic::{effect, lasting_memo};
use crate::indexing;
use crate::patterns::PatternSearcher;

/// A view over an opened corpus, and what follows from it. A handle: copies are the same reading.
#[derive(Clone, Copy)]
pub struct Reading {
    /// The opened corpus.
    pub engine: &'static Engine,
    /// Everything the reader chose.
    pub view: RwSignal<View>,
    /// The part of the view that the engine answers.
    pub question: Memo<Question>,
    /// The answer to the question.
    pub answer: Memo<Arc<Answer>>,
    /// Wakes whoever waits for texts, each time some have been added to the corpus.
    pub arrived: RwSignal<()>,
    // Two memos, so that a step within a document wakes nobody who asks for the document alone; and plain numbers, so
    // that both are of one type.
    document: Memo<Option<u32>>,
    statement: Memo<Option<u32>>,
}

impl Reading {
    /// The reading of `view`. What follows from it is computed once somebody looks.
    pub fn new(engine: &'static Engine, view: ArcRwSignal<View>) -> Self {
        let view = RwSignal::from(view);
        let question = lasting_memo(move || view.with(|view| view.question().clone()));
        // Answers have a pattern once it was searched, and words once all are read.
        let searched = RwSignal::new(());
        let answer = lasting_memo(move || {
            searched.track();
            question.with(|question| {
                let waits = question.has_query() && indexing::is_long_wait(engine.pack());
                Arc::new(match waits {
                    true => engine.answer_meanwhile(question),
                    false => engine.answer(question),
                })
            })
        });
        let arrived = RwSignal::new(());
        effect(move || {
            arrived.track();
            indexing::in_steps(engine.pack(), move || {
                // By then the part of the page that reads this may be gone.
                if question.try_with_untracked(Question::has_query) == Some(true) {
                    searched.notify();
                }
            });
        });
        let searcher = PatternSearcher::default();
        effect(move || {
            question
                .with(|question| _ = searcher.search(engine, question, move || searched.notify()));
        });
        let pack = engine.pack();
        let statement = lasting_memo(move || {
            pack.find_statement(view.read().statement.as_deref()?).map(|idx| idx.0)
        });
        let document = lasting_memo(move || {
            let document = match &view.read().document {
                Some(file) => pack.find_document(file),
                None => statement.get().map(|idx| pack.statement_document(StatementIdx(idx))),
            };
            document.map(|idx| idx.0)
        });
        Self { engine, view, question, answer, arrived, document, statement }
    }

    /// The open document: the one named, or that of the statement singled out.
    pub fn document(self) -> Option<DocumentIdx> {
        self.document.get().map(DocumentIdx)
    }

    /// The statement singled out.
    pub fn statement(self) -> Option<StatementIdx> {
        self.statement.get().map(StatementIdx)
    }

    /// The reading that this component is part of.
    ///
    /// # Panics
    /// Outside the page and the annex.
    pub fn expect() -> Self {
        use_context().expect("page and annex provide their reading")
    }

    /// Goes to `view`. What is equal to the present one wakes nobody.
    pub fn set(self, view: View) {
        if self.view.with_untracked(|old| *old != view) {
            self.view.set(view);
        }
    }
}
