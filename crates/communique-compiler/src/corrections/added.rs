//! A statement that the publisher adds: its words found in the article, as a draft.

use std::ops::Range;

use communique_index::TextSpan;
use serde::Deserialize;
use toml::Spanned;

use super::reason_step;
use crate::document::ReadDocument;
use crate::given::{Draft, NamedSpeaker};

/// An `[[add]]`, as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Added {
    pub(super) file: Spanned<String>,
    words: Spanned<String>,
    cue: Option<Spanned<String>>,
    speaker: String,
    pub(super) reason: Spanned<String>,
}

/// Where in the file what does not fit stands, and why it does not.
pub(super) type Misfit = (Range<usize>, String);

impl Added {
    /// The draft of the statement in `read`.
    ///
    /// # Errors
    /// What does not fit its text.
    pub(super) fn draft(&self, read: &ReadDocument) -> Result<Draft, Misfit> {
        let text = &read.document.text;
        let missing = |words: &Spanned<String>, why: &str| {
            let message = format!("{why} in {}; correct or remove this entry", read.document.file);
            (words.span(), message)
        };
        let content = find(text, self.words.get_ref(), 0)
            .ok_or_else(|| missing(&self.words, "these words are not, or no longer,"))?;
        if find(text, self.words.get_ref(), content.end as usize).is_some() {
            return Err(missing(&self.words, "these words stand more than once"));
        }
        let cue = match &self.cue {
            None => None,
            Some(cue) => Some(
                nearest_to(text, cue.get_ref(), content)
                    .ok_or_else(|| missing(cue, "the cue is not, or no longer,"))?,
            ),
        };
        let name = self.speaker.trim();
        Ok(Draft {
            content: vec![content],
            speaker: (!name.is_empty()).then(|| NamedSpeaker { id: None, name: name.to_owned() }),
            cue,
            step: reason_step(self.reason.get_ref()),
            is_corrected: true,
            ..Draft::default()
        })
    }
}

/// The first place of `words` in `text` from byte `from` on, white space aside.
fn find(text: &str, words: &str, from: usize) -> Option<TextSpan> {
    let first = words.split_whitespace().next()?;
    text[from..].match_indices(first).find_map(|(at, _)| {
        let start = from + at;
        let mut end = start;
        for (n, word) in words.split_whitespace().enumerate() {
            let rest = &text[end..];
            let trimmed = rest.trim_start();
            let is_apart = n == 0 || trimmed.len() < rest.len();
            if !is_apart || !trimmed.starts_with(word) {
                return None;
            }
            end += rest.len() - trimmed.len() + word.len();
        }
        Some(TextSpan::new(start, end))
    })
}

/// The place of `words` that is nearest to `content` and outside of it.
fn nearest_to(text: &str, words: &str, content: TextSpan) -> Option<TextSpan> {
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(place) = find(text, words, from) {
        places.push(place);
        from = place.end as usize;
    }
    let outside = places.into_iter().filter(|place| !place.overlaps(content));
    outside.min_by_key(|place| {
        place.start.saturating_sub(content.end).max(content.start.saturating_sub(place.end))
    })
}
