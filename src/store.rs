//! The one signal of the page, what is derived from it, and the one way it changes.
//!
//! gesture → [`Action`] → [`View::apply`] → view → address; and, as memos: question of the view →
//! [`Engine::answer`] → answer → components. No effect writes a signal; what can be derived is not stored.

use std::ops::Deref;
use std::time::Duration;

use leptos::prelude::*;

use communique_engine::{Action, Diagnostic, Engine, View};
use communique_ui::browser::address::{self, Step};
use communique_ui::browser::focus;
use communique_ui::browser::timer::{Pause, after_paint};
use communique_ui::dynamic::effect;
use communique_ui::{ARTICLE_HEADING, Reading};

use crate::ui::claim;
use crate::ui::results::PAGE_LEN;

/// How long a reader stops typing before the address bar follows.
const TYPING_PAUSE: Duration = Duration::from_millis(400);

/// The page's state: its [`Reading`], and the one way to another. A handle: copies are the same store.
#[derive(Clone, Copy)]
pub struct Store {
    reading: Reading,
    /// What was not understood of the address that was opened. Gone with the first step from there.
    pub address_diagnostics: RwSignal<Vec<Diagnostic>>,
    typing: StoredValue<Typing, LocalStorage>,
    /// The height that the answer's list has down to the fold, in CSS pixels, and how many cards may be in the page by
    /// now beyond those that fill it.
    pub laid_out: RwSignal<(usize, usize)>,
    /// Whether the statements are in the page for the first time: the facets are a task of their own.
    pub is_begun: RwSignal<bool>,
    /// Whether an answer has been painted; wakes whoever reads it after the first paint of each further one, for what
    /// that paint need not wait for.
    pub is_painted: RwSignal<bool>,
}

impl Deref for Store {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.reading
    }
}

/// Typing that the address bar has not followed yet, or that made its last entry.
#[derive(Default)]
struct Typing {
    pause: Pause,
    is_waiting: bool,
    made_last_entry: bool,
}

/// How far down the page its list begins at least, in CSS pixels; and with the start page above it.
const LIST_TOP: usize = 300;
const LIST_TOP_AT_START: usize = 600;
/// How many cards follow after each paint on those that the first one shows, until the first page is whole.
const SLICE_LEN: usize = 8;

impl Store {
    /// The store at the address in the address bar, following Back and Forward from now on.
    pub fn new(engine: &'static Engine) -> Self {
        let (view, diagnostics) = View::decode(&address::query_string());
        let store = Self {
            reading: Reading::new(engine, ArcRwSignal::new(view)),
            address_diagnostics: RwSignal::new(diagnostics),
            typing: StoredValue::new_local(Typing::default()),
            laid_out: RwSignal::new((0, 0)),
            is_begun: RwSignal::new(false),
            is_painted: RwSignal::new(false),
        };
        set_timeout(move || store.is_begun.set(true), Duration::ZERO);
        let is_scrolled = untrack(|| store.statement()).is_some();
        store.view.with_untracked(|view| store.lay_out(view, is_scrolled));
        effect(move || {
            store.answer.track();
            after_paint(move || store.is_painted.set(true));
        });
        address::on_travel(move |query_string| store.arrive(&query_string));
        store
    }

    /// The store of the page this component is part of.
    ///
    /// # Panics
    /// Outside the page.
    pub fn expect() -> Self {
        use_context().expect("the page provides its store")
    }

    /// Takes one step, which Back undoes.
    pub fn dispatch(self, action: Action) {
        self.step(self.view.with_untracked(|view| view.apply(action)));
    }

    /// Follows a link to `view`: one step, and focus goes where there is something new to read.
    pub fn follow(self, view: View) {
        let (question, document) = (self.question.get_untracked(), untrack(|| self.document()));
        focus::remember();
        self.step(view);
        if self.question.get_untracked() != question {
            focus::focus(claim::HEADING);
            focus::scroll_to_top();
        } else if untrack(|| self.document()) != document {
            // The article's heading is in the page only after the effects of this step have run.
            request_animation_frame(|| focus::focus(ARTICLE_HEADING));
        } else {
            // A layout may have gone, and with it the link that was followed.
            request_animation_frame(|| focus::rescue(claim::HEADING));
        }
    }

    fn step(self, view: View) {
        if self.view.with_untracked(|old| *old == view) {
            return;
        }
        self.settle();
        address::write(&view.encode(), Step::Push);
        self.typing.update_value(|typing| typing.made_last_entry = false);
        self.go(view);
    }

    /// Closes the open document; focus goes back to where it was opened.
    pub fn close_document(self) {
        self.dispatch(Action::Close);
        focus::give_back(claim::HEADING);
    }

    /// Changes the query as it is typed. The address follows after a pause; what is typed in one go is one
    /// entry of the history.
    pub fn type_query(self, query: String) {
        let view = self.view.with_untracked(|view| view.apply(Action::SetQuery(query)));
        self.go(view);
        self.typing.update_value(|typing| {
            typing.is_waiting = true;
            typing.pause.then(TYPING_PAUSE, move || self.settle());
        });
    }

    /// Lets the address bar catch up with what was typed.
    pub fn settle(self) {
        self.typing.update_value(|typing| {
            typing.pause.cancel();
            if std::mem::take(&mut typing.is_waiting) {
                let step = if typing.made_last_entry { Step::Replace } else { Step::Push };
                self.view.with_untracked(|view| address::write(&view.encode(), step));
                typing.made_last_entry = true;
            }
        });
    }

    fn arrive(self, query_string: &str) {
        let (view, diagnostics) = View::decode(query_string);
        self.typing.update_value(|typing| {
            typing.pause.cancel();
            *typing = Typing::default();
        });
        self.address_diagnostics.set(diagnostics);
        self.turn_to(view, true);
    }

    fn go(self, view: View) {
        if self.address_diagnostics.with_untracked(|diagnostics| !diagnostics.is_empty()) {
            self.address_diagnostics.set(Vec::new());
        }
        self.turn_to(view, false);
    }

    fn turn_to(self, view: View, is_scrolled: bool) {
        if self.question.with_untracked(|question| question != view.question()) {
            self.lay_out(&view, is_scrolled);
        }
        self.set(view);
    }

    /// Of the answer to `view`, the page shows first what the reader sees of it, so that the first paint waits for no more; then
    /// a slice more after each paint. All at once where the page is about to be scrolled: to a statement, or to where one
    /// was before.
    fn lay_out(self, view: &View, is_scrolled: bool) {
        let top = match view.question().is_unrestricted() {
            true => LIST_TOP_AT_START,
            false => LIST_TOP,
        };
        let n_beyond = if is_scrolled { PAGE_LEN } else { 0 };
        self.lay_out_beyond(focus::fold().saturating_sub(top), n_beyond);
    }

    /// Lays out `n` cards beyond those in sight, and after the next paint more, unless something else was asked by then.
    fn lay_out_beyond(self, height: usize, n: usize) {
        let n = if n < PAGE_LEN { n } else { usize::MAX };
        self.laid_out.set((height, n));
        if n < PAGE_LEN {
            after_paint(move || {
                if self.laid_out.get_untracked() == (height, n) {
                    self.lay_out_beyond(height, n + SLICE_LEN);
                }
            });
        }
    }
}
