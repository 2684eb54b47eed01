//! Noun phrases without a model: the words before or after a cue that name who spoke.

use std::ops::Range;

use super::text::Text;
use super::words::Class;
use crate::tokens::TokenKind;

/// The longest insertion between commas (apposition, relative clause) that is followed, in tokens.
const LONGEST_INSERTION: usize = 40;
/// The longest noun phrase, in tokens, so that text without any structure costs no more.
const LONGEST_PHRASE: usize = 40;

impl Text<'_> {
    /// The noun phrase that ends right before token `end`, with its appositions and relative clauses
    /// ("Lee, the mayor,"), not reaching before `floor`.
    pub(super) fn phrase_before(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        self.phrase_before_within(end, floor, 3)
    }

    /// Everything between a quotation and the verb group at `end`, if that is a noun phrase with whatever
    /// hangs on it: "…,” the senator from Ohio and former mayor, who lost, said".
    pub(super) fn phrase_behind_quotation(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let lowest = floor.max(end.saturating_sub(LONGEST_INSERTION));
        let quoted = (lowest..end).rev().find(|&at| self.quotes.covers(at));
        let last = match quoted {
            Some(at) => at,
            None if lowest == floor && self.is_behind_quotation(floor) => floor - 1,
            None => return None,
        };
        let mut start = last + 1;
        let complete = !self.prose.tokens[last - 1].is_word();
        while start < end && self.is_comma(start) {
            start += 1;
        }
        if start >= end || !(complete || start > last + 1) || !self.is_nominal(start) {
            return None;
        }
        if self.words[start].class.is(Class::PREPOSITION | Class::ADVERB) {
            return None;
        }
        let mut relative = false;
        for at in start..end {
            let class = self.words[at].class;
            relative |= class.is(Class::RELATIVE);
            let verb = class.is(Class::AUXILIARY | Class::SUBJECT)
                && !class.is(Class::RELATIVE)
                && self.kind(at) == TokenKind::Word;
            let breaks = matches!(
                self.kind(at),
                TokenKind::Terminator | TokenKind::Colon | TokenKind::Semicolon
            );
            if breaks || verb && !relative && !self.prose.tokens[at].is_capitalized() {
                return None;
            }
        }
        Some(start..end)
    }

    /// Whether the words from `floor` to the comma before `end` are a subject without a verb and an insertion:
    /// "Lee, in a speech, told". "The talks failed, after all, said" has a verb.
    pub(super) fn is_behind_insertion(&self, end: usize, floor: usize) -> bool {
        let Some(open) = self.insertion_before(end - 1, floor) else { return false };
        let phrase = self.plain_phrase_before(open, floor);
        phrase.is_some_and(|start| {
            start == floor && !(start..open).any(|at| self.looks_like_verb(at))
        })
    }

    fn phrase_before_within(&self, end: usize, floor: usize, depth: u8) -> Option<Range<usize>> {
        if end <= floor {
            return None;
        }
        let closes_insertion = matches!(self.kind(end - 1), TokenKind::Comma | TokenKind::Dash);
        if closes_insertion {
            let open = self.insertion_before(end - 1, floor)?;
            let head = self.phrase_before_within(open, floor, depth.checked_sub(1)?)?;
            return Some(head.start..end);
        }
        let start = self.plain_phrase_before(end, floor)?;
        // "Lee, 45" and "Lee, of Ohio" go on to the left of their comma.
        let hangs_on = start > floor + 1
            && self.kind(start - 1) == TokenKind::Comma
            && (self.kind(start) == TokenKind::Number && end - start <= 2
                || matches!(self.lower(start).as_str(), "jr." | "sr." | "d-calif." | "r-ohio"));
        if hangs_on && let Some(head) = self.plain_phrase_before(start - 1, floor) {
            return Some(head..end);
        }
        Some(start..end)
    }

    /// The mark that opens the insertion which the comma or dash at `close` closes.
    fn insertion_before(&self, close: usize, floor: usize) -> Option<usize> {
        let lowest = floor.max(close.saturating_sub(LONGEST_INSERTION));
        let mark = self.kind(close);
        let mut at = close;
        while at > lowest {
            at -= 1;
            if self.quotes.covers(at) {
                return None;
            }
            if self.kind(at) == mark {
                let n_words = close - at - 1;
                let head_is_word = at > floor
                    && (self.prose.tokens[at - 1].is_word()
                        || self.kind(at - 1) == TokenKind::CloseBracket);
                return (n_words > 0 && head_is_word).then_some(at);
            }
        }
        None
    }

    /// Start of the noun phrase without insertions that ends right before `end`.
    fn plain_phrase_before(&self, end: usize, floor: usize) -> Option<usize> {
        let floor = floor.max(end.saturating_sub(LONGEST_PHRASE));
        let mut at = end;
        while at > floor {
            match self.kind(at - 1) {
                TokenKind::CloseBracket => match self.bracket_before(at - 1, floor) {
                    Some(open) => at = open,
                    None => break,
                },
                _ if self.is_nominal(at - 1) => at -= 1,
                TokenKind::Word if self.joins_nominals(at - 1, floor) => at -= 1,
                _ => break,
            }
        }
        // What hangs in the air at the left is no part of it: "and Lee", "in Tehran officials".
        while at < end && self.words[at].class.is(Class::CONJUNCTION | Class::SUBORDINATOR) {
            at += 1;
        }
        (at < end).then_some(at)
    }

    fn bracket_before(&self, close: usize, floor: usize) -> Option<usize> {
        let lowest = floor.max(close.saturating_sub(10));
        (lowest..close).rev().find(|&at| self.kind(at) == TokenKind::OpenBracket)
    }

    /// Whether token `at` can stand inside a noun phrase.
    pub(super) fn is_nominal(&self, at: usize) -> bool {
        let token = self.prose.tokens[at];
        let class = self.words[at].class;
        if self.quotes.covers(at) {
            return false;
        }
        match token.kind {
            TokenKind::Number | TokenKind::Abbreviation => true,
            TokenKind::Clitic => self.is_possessive(at),
            TokenKind::Word => {
                let capital_inside = token.is_capitalized() && !self.begins_sentence(at);
                if class.is(Class::PREPOSITION) && !class.is(Class::SUBORDINATOR) {
                    return !matches!(self.lower(at).as_str(), "than" | "as" | "per" | "via");
                }
                if class.is(Class::DETERMINER) {
                    return true;
                }
                let function = Class::SUBJECT
                    | Class::CONJUNCTION
                    | Class::SUBORDINATOR
                    | Class::AUXILIARY
                    | Class::NEGATION
                    | Class::OBJECT;
                if class.is(function) {
                    // "US" is no pronoun, "May" no auxiliary.
                    return capital_inside && self.word(at) != "I" && !class.is(Class::CONJUNCTION);
                }
                true
            }
            TokenKind::SingleQuote(_) => self.is_plural_possessive(at),
            _ => false,
        }
    }

    /// Whether the mark at `at` is the apostrophe of "the farmers’ union".
    fn is_plural_possessive(&self, at: usize) -> bool {
        let Some(next) = self.prose.tokens.get(at + 1) else { return false };
        at > 0
            && self.prose.tokens[at - 1].is_word()
            && self.word(at - 1).ends_with('s')
            && self.prose.tokens[at - 1].span.end == self.prose.tokens[at].span.start
            && next.is_word()
            && self.words[at + 1].cue.is_none()
            && self.same_paragraph(at, at + 1)
    }

    /// Whether `and` at `at` joins two nouns of one phrase ("Lee and Ray said"), not two clauses.
    fn joins_nominals(&self, at: usize, floor: usize) -> bool {
        if at <= floor || !matches!(self.word(at), "and" | "or" | "&") {
            return false;
        }
        let (before, after) = (self.prose.tokens[at - 1], self.prose.tokens[at + 1]);
        let names = before.is_capitalized() && after.is_capitalized();
        // "officials and residents said": plain nouns at the very beginning of the clause.
        let plain = at - floor <= 3 && self.is_nominal(at - 1);
        // "the ministry of Health and the National Council said": no verb parts them.
        let verb = |at: usize| {
            self.looks_like_verb(at) || self.words[at].class.is(Class::AUXILIARY | Class::FINITE)
        };
        let next = self.prose.tokens.get(at + 2).is_some_and(|next| next.is_capitalized());
        let bodies = || self.word(at + 1) == "the" && next && !(floor..at).any(verb);
        names || plain || before.is_capitalized() && bodies()
    }

    /// The noun phrase that starts at `start`, with one apposition ("Ann Lee, a senator from Ohio,"), not
    /// reaching beyond `ceiling`.
    pub(super) fn phrase_after(&self, start: usize, ceiling: usize) -> Option<Range<usize>> {
        let ceiling = ceiling.min(start + LONGEST_PHRASE);
        if start >= ceiling {
            return None;
        }
        if self.words[start].class.is(Class::SUBJECT)
            && !self.words[start].class.is(Class::RELATIVE)
        {
            return Some(start..start + 1);
        }
        let mut end = self.plain_phrase_after(start, ceiling)?;
        while end + 1 < ceiling
            && self.kind(end) == TokenKind::Comma
            && (self.opens_apposition(end + 1) || self.names_role(start..end))
        {
            let stop = (end + 1..ceiling).find(|&at| {
                matches!(self.kind(at), TokenKind::Comma | TokenKind::Dash | TokenKind::Semicolon)
                    || self.quotes.covers(at)
                    || self.words[at].class.is(Class::NEW_CLAUSE)
            });
            end = stop.unwrap_or(ceiling);
        }
        Some(start..end)
    }

    pub(super) fn plain_phrase_after(&self, start: usize, ceiling: usize) -> Option<usize> {
        let mut at = start;
        while at < ceiling {
            let class = self.words[at].class;
            let leaves = class.is(Class::PREPOSITION)
                && !matches!(self.word(at), "of" | "for" | "at" | "from")
                || class.is(Class::TIME) && at > start;
            if self.kind(at) == TokenKind::OpenBracket {
                let close =
                    (at..ceiling.min(at + 10)).find(|&c| self.kind(c) == TokenKind::CloseBracket);
                match close {
                    Some(close) => at = close + 1,
                    None => break,
                }
                continue;
            }
            let joins = matches!(self.word(at), "and" | "&")
                && at > start
                && at + 1 < ceiling
                && self.prose.tokens[at + 1].is_capitalized();
            if leaves || !(self.is_nominal(at) || joins) {
                break;
            }
            at += 1;
        }
        (at > start).then_some(at)
    }

    /// Whether a name behind the comma at the end of `phrase` says who has that role: "the mayor, Ann Lee".
    fn names_role(&self, phrase: Range<usize>) -> bool {
        let capital = |at: usize| self.prose.tokens[at].is_capitalized();
        let next = phrase.end + 1;
        !capital(phrase.end - 1)
            && self.kind(phrase.end - 1) == TokenKind::Word
            && phrase.len() > 1
            && capital(next)
            && !self.words[next].class.is(Class::TIME | Class::SUBJECT | Class::CONJUNCTION)
    }

    /// Whether an apposition or relative clause opens at `at`, behind a comma.
    pub(super) fn opens_apposition(&self, at: usize) -> bool {
        let class = self.words[at].class;
        let word = self.lower(at);
        class.is(Class::DETERMINER)
            || matches!(word.as_str(), "who" | "whose" | "of" | "former" | "chief" | "jr." | "sr.")
            || self.kind(at) == TokenKind::Number
            || (!self.prose.tokens[at].is_capitalized()
                && self.is_nominal(at)
                && self.words[at].cue.is_none()
                && !class.is(Class::PREPOSITION | Class::ADVERB | Class::TIME)
                && !word.ends_with("ing")
                && !word.ends_with("ed"))
    }

    /// The subject that a sentence begins with, for the participles after it: "In Tehran, Lee met Ray, saying".
    pub(super) fn leading_subject(&self, sentence: Range<usize>) -> Option<Range<usize>> {
        let limit = sentence.end.min(sentence.start + 2 * LONGEST_PHRASE);
        let mut start = sentence.start;
        // An adverbial in front ends at its comma.
        let first = self.words.get(start)?.class;
        if first.is(Class::PREPOSITION | Class::SUBORDINATOR | Class::ADVERB)
            || self.lower(start).ends_with("ing")
        {
            start = (start..limit).find(|&at| self.kind(at) == TokenKind::Comma)? + 1;
        }
        while start < limit && self.words[start].class.is(Class::CONJUNCTION | Class::ADVERB) {
            start += 1;
        }
        if start >= limit || self.quotes.covers(start) {
            return None;
        }
        if self.words[start].class.is(Class::SUBJECT) {
            return Some(start..start + 1);
        }
        let stop = (start..limit).find(|&at| {
            !self.is_nominal(at) || self.looks_like_verb(at) || self.kind(at) == TokenKind::Comma
        });
        let end = stop.unwrap_or(limit);
        (end > start).then_some(start..end)
    }

    /// Whether a clause has, or is about to have, its finite verb at `at`: an auxiliary, a subject pronoun, or a
    /// word that looks like a verb and is no adjective in front of a noun ("the distinguished guest").
    pub(super) fn is_finite(&self, at: usize) -> bool {
        let class = self.words[at].class;
        let pronoun = class.is(Class::SUBJECT) && !class.is(Class::RELATIVE);
        let before = self.words[at.saturating_sub(1)].class;
        class.is(Class::AUXILIARY)
            || pronoun
            || self.looks_like_verb(at) && !before.is(Class::DETERMINER | Class::PREPOSITION)
            || self.words[at].class == Class::default()
                && self.word(at).ends_with('s')
                && self.kind(at) == TokenKind::Word
    }

    /// Whether the lower-case word at `at` looks like a finite verb behind its subject.
    pub(super) fn looks_like_verb(&self, at: usize) -> bool {
        if self.prose.tokens[at].is_capitalized() || self.kind(at) != TokenKind::Word {
            return false;
        }
        let word = self.word(at);
        self.words[at].cue.is_some()
            || self.words[at].class.is(Class::FINITE)
            || word.ends_with("ed")
            || (word.ends_with('s') && at > 0 && self.prose.tokens[at - 1].is_capitalized())
    }
}
