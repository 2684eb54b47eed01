//! To whom something was said: the object of the cue ("told the premier that"), or the other side of a meeting
//! that the same sentence names outside the content ("in a meeting with Prime Minister Ann Lee").

use std::ops::Range;

use super::article::Article;
use crate::attribution::Attribution;

/// Nouns of occasions with two sides.
const OCCASIONS: &[&str] = &[
    "meeting",
    "talks",
    "conversation",
    "call",
    "interview",
    "session",
    "talk",
    "meetings",
    "phone-call",
];

/// Indices of the names that the sentence of `attribution` gives as the other side of a meeting.
pub(super) fn met_in_sentence(article: &Article, attribution: &Attribution) -> Vec<usize> {
    let cue = article.tokens_of(attribution.cue);
    let Some(sentence) = article.prose.sentences.get(article.sentence_of(cue.start)) else {
        return Vec::new();
    };
    let outside = |at: &usize| !article.in_content[*at] && !article.quotes.covers(*at);
    sentence
        .tokens
        .clone()
        .filter(outside)
        .filter(|&at| {
            article.prose.word(at) == "with" && follows_occasion(article, at, &sentence.tokens)
        })
        .filter_map(|at| name_after(article, at, sentence.tokens.end))
        .collect()
}

/// Whether the two words before `with` hold an occasion: "in a meeting with", "in a phone call Monday with".
fn follows_occasion(article: &Article, with: usize, sentence: &Range<usize>) -> bool {
    (with.saturating_sub(2).max(sentence.start)..with)
        .any(|at| OCCASIONS.contains(&article.prose.word(at)))
}

/// The name whose description, title or own words begin right behind `with`.
fn name_after(article: &Article, with: usize, end: usize) -> Option<usize> {
    let is_article =
        |at: usize| matches!(article.prose.word(at), "the" | "his" | "her" | "their" | "a" | "an");
    let begins = |&i: &usize| {
        let mention = &article.names[i];
        let start = mention.before.as_ref().map_or(mention.whole.start, |d| d.tokens.start);
        let start = start.min(mention.whole.start);
        start <= with + 2 && (with + 1..start).all(is_article) && mention.name.start > with
    };
    // Names inside the description come first: "with Iraqi Security Council adviser Ann Lee".
    let found = article.mentions_in(&(with + 1..end)).take(4).rfind(begins)?;
    (!article.names[found].possessive && article.cast.of(found).is_some()).then_some(found)
}
