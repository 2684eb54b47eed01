//! Whether a reporting verb asserts that something was said: in comes a site, out goes yes or no.
//!
//! "Venn did not say", "if Venn says", "did Venn say …?", "nobody said" and "Venn would say that" tell of no
//! saying, so that they make no statement. Grammar decides this, not weights: annotated articles hold too few of
//! them, and a statement that nobody made is worse than one that is missed.

use super::lexicon::Form;
use super::sites::{Mood, Site, Subject};
use super::text::Text;
use super::words::Class;
use crate::tokens::TokenKind;

/// Words that open a condition or an indirect question, in which nothing is asserted.
const CONDITIONS: &[&str] = &["if", "unless", "whether", "lest"];
/// Nobody: subjects of which a verb says that it did not happen.
const NOBODY: &[&str] = &["nobody", "no-one", "none", "neither", "no"];
/// What tells that something was said in the end: "would later say", "would only say".
const IN_THE_END: &[&str] = &["later", "only", "eventually", "subsequently", "afterwards", "go"];

impl Text<'_> {
    /// Whether `site` says that somebody did say something.
    pub(super) fn asserts(&self, site: &Site) -> bool {
        match site.mood {
            Mood::Negated => return false,
            Mood::Modal if !self.is_said_after_all(site) => return false,
            _ => {}
        }
        !(self.is_conditional(site) || self.is_inverted_clause(site) || self.has_no_subject(site))
    }

    /// Up to where the words behind a site that asserts nothing say nothing either: the clause that it would have
    /// reported.
    pub(super) fn end_of_unsaid(&self, site: &Site) -> usize {
        let start = site.group.end;
        let sentence_end = self.sentence_tokens(site.head).end;
        if start >= sentence_end || !self.words[start].class.is(Class::COMPLEMENTIZER) {
            return start;
        }
        let ends = |&at: &usize| {
            matches!(self.kind(at), TokenKind::Comma | TokenKind::Semicolon | TokenKind::Dash)
                || self.words[at].class.is(Class::NEW_CLAUSE)
        };
        (start + 1..sentence_end).find(ends).unwrap_or(sentence_end)
    }

    /// "“We go,” he will say": the words are there; "would later say that": and so it came.
    fn is_said_after_all(&self, site: &Site) -> bool {
        let quoted_before = |at: usize| {
            let end = if at > 0 && self.is_comma(at - 1) { at - 1 } else { at };
            end > 0 && self.quotes.covers(end - 1) && self.same_paragraph(end - 1, site.head)
        };
        let after = site.group.end;
        let marked = |at: usize| self.is_comma(at) || self.kind(at) == TokenKind::Colon;
        let after = after + usize::from(after < self.prose.tokens.len() && marked(after));
        quoted_before(site.start())
            || self.opens_quotation(after)
            || site.group.clone().any(|at| IN_THE_END.contains(&self.word(at)))
    }

    /// "If Venn says so": the word in front of the source, or of the verb, opens a condition.
    fn is_conditional(&self, site: &Site) -> bool {
        let start = self.sentence_tokens(site.head).start;
        let mut at = site.start();
        // "If, as expected, Venn says" is beyond this; "if only Venn says" is not.
        while at > start && self.words[at - 1].class.is(Class::ADVERB) {
            at -= 1;
        }
        let opens = |at: usize| CONDITIONS.iter().any(|w| self.word(at).eq_ignore_ascii_case(w));
        at > start && !self.quotes.covers(at - 1) && opens(at - 1)
    }

    /// "Did Venn say", "should Venn say", "nor did Venn say": the auxiliary stands in front of the source. "Only
    /// then did Venn say" is the one form that asserts.
    fn is_inverted_clause(&self, site: &Site) -> bool {
        let sentence = self.sentence_tokens(site.head);
        let (start, head) = (site.start(), site.head);
        let Some(before) = start.checked_sub(1).filter(|&at| at >= sentence.start) else {
            return false;
        };
        let own = matches!(site.subject, Subject::Pronoun | Subject::Name | Subject::Noun);
        let class = self.words[before].class;
        let asks = || self.word(sentence.end - 1) == "?";
        let inverted = match site.form().map(|form| form.form) {
            Some(Form::Base) => class.is(Class::MODAL) || is_do(self.word(before)),
            Some(Form::Past) => class.is(Class::HAVE) && asks(),
            Some(Form::Ing) => class.is(Class::BE) && asks(),
            Some(Form::Third) | None => false,
        };
        let only = |at: usize| self.word(at).eq_ignore_ascii_case("only");
        own && head > start
            && inverted
            && self.kind(before) == TokenKind::Word
            && !(sentence.start..before).rev().take(4).any(only)
    }

    /// "Nobody said", "neither side said".
    fn has_no_subject(&self, site: &Site) -> bool {
        let sentence = self.sentence_tokens(site.head).start;
        let nobody = |at: usize| {
            let word = self.lower(at);
            NOBODY.contains(&word.as_str()) && !(word == "no" && self.is_ordinal(at + 1))
        };
        // "Neither" stands in front of the phrase that names the source.
        let before = |at: usize| at > sentence && !self.quotes.covers(at - 1) && nobody(at - 1);
        site.source.as_ref().is_some_and(|source| nobody(source.start) || before(source.start))
    }

    /// "No. 2": a rank.
    fn is_ordinal(&self, at: usize) -> bool {
        matches!(self.kind(at), TokenKind::Number | TokenKind::Terminator)
    }
}

fn is_do(word: &str) -> bool {
    ["do", "does", "did"].iter().any(|form| word.eq_ignore_ascii_case(form))
}
