//! Views, queries and answers over an opened pack.
//!
//! A [`View`] holds what a reader chose and spells as a URL; its [`Question`] goes to an [`Engine`], which
//! replies with an [`Answer`]: ids in order, totals, facet counts, diagnostics, all plain data. Cards and documents are
//! made on demand, for the statements that are looked at; so are concordances ([`kwic`]) and what pictures show
//! ([`series`]).
//!
//! ```
//! use communique_engine::{Action, Choice, Engine, View};
//! use communique_index::{Facet, fixture, pack};
//!
//! let said = fixture::Said::new("a.txt", "ada-lovelace", "that engines can compose").about("gb");
//! let engine = Engine::open(pack::write(&fixture::corpus(&[said]))).unwrap();
//! let (view, diagnostics) = View::decode("?speaker=ada-lovelace&q=engine");
//! assert!(diagnostics.is_empty());
//! let answer = engine.answer(view.question());
//! let card = engine.card(answer.statements[0], &answer);
//! assert_eq!(card.content.pieces().nth(1), Some(("engines", true)));
//! let without = view.apply(Action::Choose(Facet::Country, "gb".into(), Choice::Excluded));
//! assert_eq!(without.encode(), "q=engine&speaker=ada-lovelace&country=!gb");
//! assert_eq!(engine.answer(without.question()).totals.statements, 0);
//! ```
//!
//! Deliberately absent: the DOM, clocks, I/O, `serde`, and how a pack was made.

pub mod answer;
pub mod card;
mod diagnostic;
pub mod document;
mod engine;
pub mod fold;
pub mod kwic;
pub mod overview;
pub mod pattern;
pub mod query;
mod search;
mod searched;
pub mod sentence;
pub mod series;
pub mod spelling;
pub mod values;
pub mod view;
pub mod ways_out;
pub mod words;

pub use answer::{Answer, FacetCount, Totals};
pub use card::{Card, MarkedText, PublishedSpans};
pub use diagnostic::{Diagnostic, Place};
pub use document::{DocumentPage, DocumentStatement};
pub use engine::{Engine, ValueLabel};
pub use fold::Claim;
pub use kwic::{Kwic, KwicLine};
pub use overview::{Example, Overview};
pub use pattern::PatternSearch;
pub use query::{Query, QueryExample, QueryForm};
pub use sentence::Sentence;
pub use series::{Comparison, Months, Pairs, ValueCount};
pub use spelling::{Offer, UnknownWord};
pub use values::WhyZero;
pub use view::{Action, Choice, KwicSort, Layout, Question, Selection, Side, Sort, View};
pub use ways_out::{Obstacle, WayOut};
