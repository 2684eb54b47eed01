//! From an article and its read sources to everything that refers to somebody, in the order of the text.
//!
//! Sources and cues count wherever they stand; names, roles and pronouns that are none only in the body.

use std::ops::Range;

use communique_index::corpus::SegmentRole;

use super::Walk;
use crate::people::Gender;
use crate::people::roles::{Description, Roles, is_preposition};
use crate::resolution::source::SourceForm;
use crate::tokens::TokenKind;

/// Something in the text that refers to somebody.
#[derive(Clone, Debug)]
pub(super) enum Event {
    /// A name that is no source.
    Name(usize),
    /// "he" or "she" that is no source.
    Pronoun(Gender),
    /// "The Irish diplomat" at the start of a sentence, no source.
    Role(Description),
    /// The source of this attribution.
    Source(usize),
    /// The cue of this attribution, which has no source and shares none.
    Sourceless(usize),
}

impl Walk<'_> {
    /// All events with the token where they happen, in order; a source comes last at its token.
    pub(super) fn events(&self) -> Vec<(usize, Event)> {
        let mut events = self.attribution_events();
        events.extend(self.word_events());
        events.extend(self.name_events());
        events.sort_by_key(|&(at, ref event)| (at, matches!(event, Event::Source(_))));
        events
    }

    /// Sources, and cues that have none.
    fn attribution_events(&self) -> Vec<(usize, Event)> {
        let article = &self.article;
        let mut events = Vec::new();
        for (a, attribution) in self.attributions.iter().enumerate() {
            match &self.forms[a] {
                Some((tokens, form)) => {
                    let at = match form {
                        SourceForm::Name(i) => article.names[*i].name.start,
                        _ => tokens.start,
                    };
                    events.push((at.min(article.prose.tokens.len()), Event::Source(a)));
                }
                None if attribution.source_from.is_none() => {
                    events.push((article.tokens_of(attribution.cue).start, Event::Sourceless(a)));
                }
                None => {}
            }
        }
        events
    }

    /// Pronouns, and roles that begin a sentence.
    fn word_events(&self) -> Vec<(usize, Event)> {
        let article = &self.article;
        let mut in_source = vec![false; article.prose.tokens.len()];
        for (tokens, _) in self.forms.iter().flatten() {
            in_source[tokens.clone()].fill(true);
        }
        let mut events = Vec::new();
        for sentence in article.prose.sentences.iter().filter(|s| self.is_body(s.paragraph)) {
            for at in sentence.tokens.clone().filter(|&at| !in_source[at]) {
                match article.prose.word(at) {
                    "he" | "He" => events.push((at, Event::Pronoun(Gender::Male))),
                    "she" | "She" => events.push((at, Event::Pronoun(Gender::Female))),
                    _ => {}
                }
            }
            let start = sentence.tokens.start;
            if !in_source[start]
                && let Some(role) = self.opening_role(sentence.tokens.clone())
            {
                events.push((start, Event::Role(role)));
            }
        }
        events
    }

    /// Names that are no sources.
    fn name_events(&self) -> Vec<(usize, Event)> {
        let article = &self.article;
        let mut is_source = vec![false; article.names.len()];
        for (_, form) in self.forms.iter().flatten() {
            if let SourceForm::Name(i) = form {
                is_source[*i] = true;
            }
        }
        let sees = |i: usize| {
            let sentence = &article.prose.sentences[article.names[i].sentence];
            !is_source[i] && self.is_body(sentence.paragraph) && article.cast.of(i).is_some()
        };
        let seen = (0..article.names.len()).filter(|&i| sees(i));
        seen.map(|i| (article.names[i].name.start, Event::Name(i))).collect()
    }

    fn is_body(&self, paragraph: usize) -> bool {
        self.article.reading.paragraphs[paragraph].role == SegmentRole::Body
    }

    /// "The Irish security official met": a role at the start of a sentence with a small word right behind.
    fn opening_role(&self, sentence: Range<usize>) -> Option<Description> {
        let prose = self.article.prose;
        if prose.word(sentence.start) != "The" {
            return None;
        }
        let roles = Roles::builtin();
        let start = sentence.start + 1;
        let reach = sentence.end.min(start + 7);
        let noun = (start..reach).find_map(|at| {
            let noun = roles.noun_at(prose, at, reach)?;
            let end = at + noun.len;
            (end < sentence.end && !roles.is_noun(prose, end)).then_some(end)
        })?;
        let plain = (start..noun).all(|at| prose.tokens[at].kind == TokenKind::Word);
        let next = prose.tokens.get(noun)?;
        let verb = next.kind == TokenKind::Word
            && !next.is_capitalized()
            && !is_preposition(prose.word(noun));
        let role = roles.describe(prose, start..noun, &self.article.countries)?;
        (plain && verb && !role.plural).then_some(role)
    }
}
