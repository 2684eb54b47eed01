//! A reading with everything that attribution asks of it: tokens, sentences, quotations, word classes.

use std::ops::Range;

use super::shapes::{gist, shape};
use super::weights::Atom;
use super::words::{Word, look_up};
use crate::quotes::Quotations;
use crate::sentences::Prose;
use crate::tokens::TokenKind;

/// A reading, marked up for attribution. All positions are indices of tokens.
pub(super) struct Text<'a> {
    pub(super) prose: &'a Prose<'a>,
    pub(super) quotes: &'a Quotations,
    pub(super) words: Vec<Word>,
    /// For each token its word, as a value of features.
    pub(super) atoms: Vec<Atom<'a>>,
    /// For each token what kind of word or mark it is; words of closed classes stand for themselves.
    pub(super) gists: Vec<Atom<'a>>,
    /// For each token what kind of word or mark it is, closed classes by their names.
    pub(super) shapes: Vec<Atom<'static>>,
    /// For each token the index of its sentence.
    sentence_of: Vec<u32>,
}

impl<'a> Text<'a> {
    pub(super) fn new(prose: &'a Prose<'a>, quotes: &'a Quotations) -> Self {
        let mut sentence_of = vec![0; prose.tokens.len()];
        for (idx, sentence) in prose.sentences.iter().enumerate() {
            sentence_of[sentence.tokens.clone()].fill(idx as u32);
        }
        let words = look_up(prose);
        let n_tokens = prose.tokens.len();
        let atoms: Vec<Atom> = (0..n_tokens).map(|at| Atom::new(prose.word(at))).collect();
        let shapes: Vec<Atom> = (0..n_tokens)
            .map(|at| shape(&prose.tokens[at], atoms[at].text, words[at].class, quotes, at))
            .collect();
        let gists = (0..n_tokens)
            .map(|at| gist(&prose.tokens[at], words[at].class, atoms[at], shapes[at]))
            .collect();
        Self { prose, quotes, words, atoms, gists, shapes, sentence_of }
    }

    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.prose.tokens[at].kind
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.prose.word(at)
    }

    pub(super) fn lower(&self, at: usize) -> String {
        self.word(at).to_lowercase()
    }

    pub(super) fn sentence(&self, at: usize) -> usize {
        self.sentence_of[at] as usize
    }

    pub(super) fn sentence_tokens(&self, at: usize) -> Range<usize> {
        self.prose.sentences[self.sentence(at)].tokens.clone()
    }

    /// Whether token `at` is the first word of its sentence.
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        let start = self.sentence_tokens(at).start;
        at - start <= 3 && (start..at).all(|before| !self.prose.tokens[before].is_word())
    }

    /// Whether the clitic at `at` is a possessive `’s`, not "is" or "has": a noun phrase goes on behind it.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        matches!(self.word(at), "’s" | "'s" | "’S" | "'S")
            && self
                .words
                .get(at + 1)
                .is_some_and(|next| next.cue.is_none() || self.is_lower_noun(at + 1))
    }

    fn is_lower_noun(&self, at: usize) -> bool {
        // "Lee’s call", "the bank’s report": a form that is a noun as well.
        matches!(self.words[at].cue, Some(cue) if cue.form == super::lexicon::Form::Base
            || cue.form == super::lexicon::Form::Third)
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.prose.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Comma)
    }

    /// Whether token `at` is the opening mark, or the first word, of a quotation.
    pub(super) fn opens_quotation(&self, at: usize) -> bool {
        self.quotes.of(at).is_some_and(|q| q.tokens.start == at)
    }

    /// Whether token `at` is the last of a quotation.
    pub(super) fn closes_quotation(&self, at: usize) -> bool {
        self.quotes.of(at).is_some_and(|q| q.closed && q.tokens.end == at + 1)
    }
}
