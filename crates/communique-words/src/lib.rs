//! Every string that a reader of the page sees or hears, in every language of the page.
//!
//! `words/en.txt` and `words/fa.txt` hold them, one `key = text` a line. The build makes a constant of each key, see
//! [`say`], so that a key that is not there does not compile, and neither does a text whose slots are not filled.
//!
//! The language is chosen once, before anything is said. Natively all of them are compiled in, and English is spoken
//! unless [`within`] says otherwise. In a browser none is: the table stands in the page and is handed over with
//! [`hand_over`], so that the module does not carry it. What the compiler tells stands in the collection, see [`told()`]. Deliberately absent: names of people, countries and
//! themes, which are the corpus's; the words of the query language, of addresses and of exports, which are the same
//! in all languages.

mod language;
mod number;
mod table;
mod text;
mod told;

pub use language::Language;
pub use number::{digits, number};
pub use table::hand_over;
#[cfg(not(target_arch = "wasm32"))]
pub use table::within;
pub use text::{Count, Form, List, Stretch, Text};
#[cfg(not(target_arch = "wasm32"))]
pub use told::recognized;
pub use told::told;

/// What is said in English by that which the page loads on first use, and which therefore carries it itself.
pub const ENGLISH_ANNEX: &str = EN_ANNEX;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

#[cfg(test)]
mod tests;
