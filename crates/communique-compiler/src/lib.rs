//! From a folder of plain-text news articles to attributed statements.
//!
//! One way through, each step a module with its own tests:
//! decode → segment → repair → read (sentences, tokens) → attribute → resolve → countries, themes →
//! assemble. Everything found keeps its place in the file as published.
//!
//! Deliberately absent: any article by name, browsers, the query language, scores.

pub mod attribution;
pub mod diagnostic;
pub mod reading;
pub mod sentences;
pub mod tokens;
pub mod toml_file;

pub use diagnostic::{Diagnostic, Severity};
