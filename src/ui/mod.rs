//! What the page looks like and which action each gesture means, by place on the screen.
//!
//! *Panels* read the store; *leaves* get plain values. Deliberately absent: counting, parsing, sorting. What a
//! component shows is computed by pure functions beside it, with their own tests.

pub mod annex_part;
pub mod chips;
pub mod claim;
pub mod contents;
pub mod document;
pub mod drawer;
pub mod facets;
pub mod failure;
pub mod footer;
pub mod layouts;
pub mod nothing;
pub mod notices;
pub mod overview;
pub mod query_bar;
pub mod results;
pub mod sheet;
pub mod shortcuts;
pub mod statement;
pub mod toast;
