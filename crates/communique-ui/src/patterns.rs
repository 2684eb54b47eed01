//! Searches the patterns of queries in slices, with a module of its own that is loaded when the first is typed.
//!
//! Between two slices the page is free: typing never waits, and another question drops the search that was
//! on its way. The hits end in the engine, which has them for every answer that follows.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use wasm_bindgen::prelude::*;

use communique_engine::{Engine, PatternSearch, Question};
use communique_words::say;

use crate::browser::modules;
use crate::browser::timer::Pause;

/// Name of the module, and of its `meta` element in `www/index.html`.
const MODULE: &str = "communique-regex";
/// Bytes of text searched without a break: some ten milliseconds.
const SLICE: usize = 1 << 17;

#[wasm_bindgen]
extern "C" {
    /// The functions of the loaded module.
    #[derive(Clone)]
    type Module;
    #[wasm_bindgen(method, catch)]
    fn compile(this: &Module, source: &str) -> Result<Pattern, JsValue>;

    /// A compiled pattern.
    type Pattern;
    #[wasm_bindgen(method)]
    fn find_in(this: &Pattern, texts: &[u8], ends: &[u32]) -> Vec<u32>;
}

/// Searches the patterns of one question after another. A handle: copies are the same searcher.
#[derive(Clone, Default)]
pub struct PatternSearcher(Rc<Searcher>);

#[derive(Default)]
struct Searcher {
    module: RefCell<Option<Module>>,
    n_attempts: Cell<u32>,
    /// Patterns that were given up because the module did not arrive: the next question tries again.
    given_up: RefCell<Vec<String>>,
    /// What goes on when the page is free again.
    next: Pause,
    /// Counts the questions, so that a module that arrives late serves the last one only.
    n_questions: Cell<u32>,
}

/// Patterns to search, and whom to tell when there are none left.
struct Task {
    engine: &'static Engine,
    patterns: Vec<String>,
    on_done: Box<dyn FnOnce()>,
}

impl PatternSearcher {
    /// Searches the patterns of `question` that `engine` does not have yet, later, and then calls `on_done`. What was
    /// on its way for another question is dropped. Gives whether there are any; if not, nothing is called.
    pub fn search(
        &self,
        engine: &'static Engine,
        question: &Question,
        on_done: impl FnOnce() + 'static,
    ) -> bool {
        self.0.next.cancel();
        let n_questions = self.0.n_questions.get() + 1;
        self.0.n_questions.set(n_questions);
        for source in self.0.given_up.take() {
            engine.forget_pattern(&source);
        }
        let mut patterns = engine.unsearched_patterns(question);
        if patterns.is_empty() {
            return false;
        }
        patterns.reverse();
        let task = Task { engine, patterns, on_done: Box::new(on_done) };
        if self.0.module.borrow().is_some() {
            self.go_on(task);
            return true;
        }
        let attempt = self.0.n_attempts.replace(self.0.n_attempts.get() + 1);
        let searcher = self.clone();
        modules::load(MODULE, attempt, move |module| {
            *searcher.0.module.borrow_mut() = module;
            if searcher.0.n_questions.get() == n_questions {
                searcher.go_on(task);
            }
        });
        true
    }

    /// Begins with the next pattern.
    fn go_on(&self, mut task: Task) {
        let Some(source) = task.patterns.pop() else { return (task.on_done)() };
        let search = task.engine.search_pattern(&source);
        let compiled = match &*self.0.module.borrow() {
            Some(module) => module.compile(&search.pattern()),
            None => {
                self.0.given_up.borrow_mut().push(source.clone());
                Err(say::MODULE_MISSING.text().into())
            }
        };
        match compiled {
            Ok(pattern) => self.slice(task, search, pattern),
            Err(reason) => {
                let reason = reason.as_string().unwrap_or_default();
                task.engine.refuse_pattern(&source, reason);
                self.go_on(task);
            }
        }
    }

    /// Searches a slice when the page is free, then the next one.
    fn slice(&self, task: Task, mut search: PatternSearch<'static>, pattern: Pattern) {
        let searcher = self.clone();
        self.0.next.then(Duration::ZERO, move || {
            let is_more = search.step(SLICE, |texts, ends| pattern.find_in(texts.as_bytes(), ends));
            match is_more {
                true => searcher.slice(task, search, pattern),
                false => searcher.go_on(task),
            }
        });
    }
}
