//! The finished site as files: whole, the same each time, every link leading somewhere, no text taken for markup.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod beside;
mod hostile;
mod made;
mod marks;
mod one_file;
mod pages;
