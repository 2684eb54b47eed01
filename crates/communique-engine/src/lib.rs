//! Views, queries and answers over an opened pack.

mod diagnostic;
pub mod view;

pub use diagnostic::{Diagnostic, Place};
pub use view::{Action, Choice, Layout, Question, Selection, Sort, View};
