//! What the compiler tells of statements and articles: why this speaker, which rule took a line away, how well all of it
//! is read.
//!
//! The collection holds it as a *told text*: the English form with its slots, and what fills them, each behind U+001F. A
//! page in English fills them in; another finds its own form by the English one. So the collection needs no number of a
//! text, any program can read what it says, and what a publisher wrote himself is a told text as well: one without slots
//! that no language has a form of.

use crate::Stretch;
use crate::number::digits;
use crate::table::behind;
use crate::text::each_stretch;

/// Parts a told text.
pub(crate) const BREAK: char = '\u{1f}';
/// Begins a slot that is a told text itself, without slots.
const WITHIN: char = '\u{1e}';

/// What `told` says, in the language that is spoken.
pub fn told(told: &str) -> String {
    let mut parts = told.split(BREAK);
    let form = parts.next().unwrap_or_default();
    let form = behind(form).unwrap_or(form);
    if parts.clone().next().is_none() {
        // A publisher's own text may hold braces.
        return form.to_owned();
    }
    let mut said = String::new();
    each_stretch(form, |stretch| match stretch {
        Stretch::Words(words) => said.push_str(words),
        Stretch::Slot(n) => say_slot(&mut said, parts.clone().nth(n).unwrap_or_default()),
    });
    said
}

fn say_slot(said: &mut String, slot: &str) {
    let is_number = slot.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    match slot.strip_prefix(WITHIN) {
        Some(form) => said.push_str(behind(form).unwrap_or(form)),
        None if is_number => said.push_str(&digits(slot)),
        None => said.push_str(slot),
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod telling {
    use super::{BREAK, WITHIN};
    use crate::table::{english, english_told};
    use crate::text::each_stretch;
    use crate::{Form, Stretch, Text};

    impl Text {
        /// As a told text.
        pub fn told(self) -> String {
            english(self.0).to_owned()
        }

        /// As what fills a slot of a told text.
        pub fn told_within(self) -> String {
            format!("{WITHIN}{}", english(self.0))
        }
    }

    impl<const N: usize> Form<N> {
        /// As a told text, with its slots filled.
        pub fn told(self, slots: [&str; N]) -> String {
            let mut told = english(self.0).to_owned();
            for slot in slots {
                told.push(BREAK);
                // What the articles say parts nothing.
                let nested = slot.strip_prefix(WITHIN).map(|_| WITHIN);
                told.extend(nested);
                told.extend(slot.chars().filter(|c| ![BREAK, WITHIN].contains(c)));
            }
            told
        }
    }

    /// The told text that says `sentence`, if a form does.
    pub fn recognized(sentence: &str) -> Option<String> {
        english_told().iter().find_map(|form| {
            let slots = slots(form, sentence)?;
            (!slots.is_empty()).then(|| [&[*form], &slots[..]].concat().join("\u{1f}"))
        })
    }

    /// What fills the slots of `form`, each once and in their order, where `sentence` is `form` filled.
    fn slots<'s>(form: &str, sentence: &'s str) -> Option<Vec<&'s str>> {
        let mut words = Vec::new();
        each_stretch(form, |stretch| {
            if let Stretch::Words(stretch) = stretch {
                words.push(stretch);
            }
        });
        let (first, others) = words.split_first()?;
        let (last, between) = others.split_last()?;
        let mut rest = sentence.strip_prefix(first)?.strip_suffix(last)?;
        let mut slots = Vec::new();
        for words in between {
            let (slot, behind) = rest.split_once(words)?;
            slots.push(slot);
            rest = behind;
        }
        slots.push(rest);
        Some(slots)
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use telling::recognized;
