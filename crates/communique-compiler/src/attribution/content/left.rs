//! Content before source and cue: in comes a site, out goes the stretch before it that may be content, and of that,
//! where one starts that is chosen.

use std::ops::Range;

use crate::attribution::choices::{Before, Chooser, Question, describe_left_starts};
use crate::attribution::sites::Site;
use crate::attribution::text::Text;
use crate::attribution::words::Class;
use crate::tokens::TokenKind;

/// What stands before source and cue, as far as it may be content.
pub(super) struct LeftContent {
    pub(super) before: Before,
    /// From the earliest start to the end.
    whole: Range<usize>,
}

impl LeftContent {
    pub(super) fn before(text: &Text, site: &Site) -> Self {
        let anchor = site.start();
        let sentence = text.sentence_tokens(anchor);
        if text.is_behind_quotation(anchor)
            && let Some(quotation) = text.quotes.of(anchor - 1)
        {
            let before = match text.word(quotation.inside().end - 1) {
                "?" | "!" => Before::QuotedQuestion,
                _ => Before::QuotationSentence,
            };
            return Self { before, whole: quotation.tokens.clone() };
        }
        let nothing = Self { before: Before::Nothing, whole: anchor..anchor };
        if anchor < sentence.start + 2 {
            return nothing;
        }
        let ends_in_quotation = |end: usize| {
            let quotation = text.quotes.of(end - 1).filter(|q| q.tokens.end == end)?;
            let start = quotation.tokens.start.min(sentence.start);
            let pure = start == quotation.tokens.start;
            let before = if pure { Before::Quotation } else { Before::QuotationTail };
            Some(Self { before, whole: start..end })
        };
        let mark = anchor - 1;
        if let Some(left) = ends_in_quotation(anchor) {
            return left;
        }
        let before = match text.kind(mark) {
            TokenKind::Comma => Before::Comma,
            TokenKind::Dash => Before::Dash,
            _ => return nothing,
        };
        if let Some(left) = ends_in_quotation(mark) {
            return left;
        }
        let class = text.words[sentence.start].class;
        let adverbial = class.is(Class::PREPOSITION | Class::SUBORDINATOR | Class::ADVERB)
            || text.word(sentence.start).ends_with("ing");
        let before = if adverbial && before == Before::Comma { Before::Adverbial } else { before };
        Self { before, whole: sentence.start..mark }
    }

    /// The content before the cue, from the start that is chosen.
    pub(super) fn choose(
        &self,
        text: &Text,
        site: &Site,
        covered: usize,
        chooser: &mut impl Chooser,
    ) -> Option<Range<usize>> {
        if self.whole.is_empty() {
            return None;
        }
        let end = self.whole.end;
        let whole_quotation =
            text.quotes.of(end - 1).is_some_and(|q| q.tokens.start == self.whole.start);
        if whole_quotation {
            return Some(self.whole.clone());
        }
        let first = self.whole.start;
        let lowest = first.max(end.saturating_sub(120));
        let starts: Vec<usize> = std::iter::once(first)
            .chain((lowest + 1..end).filter(|&at| at == covered || can_start(text, at)))
            .collect();
        let question = Question::LeftStart(site, &starts);
        let idx =
            chooser.choose(question, |out| describe_left_starts(text, site, &starts, end, out));
        Some(starts[idx]..end)
    }
}

/// Whether content before a cue can start at `at`, in the middle of a sentence.
fn can_start(text: &Text, at: usize) -> bool {
    if text.quotes.covers(at) {
        return text.opens_quotation(at);
    }
    let class = text.words[at - 1].class;
    text.prose.tokens[at].is_word()
        && (!text.prose.tokens[at - 1].is_word()
            || class.is(Class::CONJUNCTION | Class::SUBORDINATOR)
            || text.words[at].class.is(Class::COMPLEMENTIZER))
}
