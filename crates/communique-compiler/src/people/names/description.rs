//! Offices and roles around a name: in comes where a name begins or ends, out goes the description in front of it
//! ("Irish Foreign Minister Ann Lee") or behind it ("Ann Lee, the mayor of Derry,").
//!
//! A description is read as far as its words can belong to one; what it says is for [`roles`](crate::people::roles).

use std::ops::Range;

use super::Finder;
use crate::people::fold::fold;
use crate::people::roles::{Description, is_preposition};
use crate::sentences::Sentence;
use crate::tokens::TokenKind;

/// How many tokens a description in front of a name, or behind it, may take.
const LONGEST_DESCRIPTION: usize = 18;

/// Words that may stand in front of a description.
const DETERMINERS: &[&str] =
    &["the", "a", "an", "The", "A", "An", "his", "her", "His", "Her", "their", "its", "one"];

/// Words that no description begins with.
const NO_BEGINNING: &[&str] = &[
    "of", "for", "and", "to", "in", "on", "at", "the", "And", "To", "In", "On", "At", "For", "Of",
];

impl Finder<'_> {
    /// The description in front of `name`: back over words of offices as far as they go, and over one comma if
    /// a description ends right before it ("Iran’s deputy minister, Ann Lee,").
    pub(super) fn in_front(&self, name: &Range<usize>, sentence: &Sentence) -> Option<Description> {
        let mut end = name.start;
        while end > sentence.tokens.start && self.is_honorific(end - 1) {
            end -= 1;
        }
        let floor = sentence.tokens.start.max(end.saturating_sub(LONGEST_DESCRIPTION));
        let mut comma = false;
        if end > floor && self.prose.tokens[end - 1].kind == TokenKind::Comma {
            comma = true;
            end -= 1;
        }
        let mut start = end;
        while start > floor && self.in_description(start - 1, end) {
            start -= 1;
        }
        // "Leader of the Islamic Revolution": the name belongs to the phrase, not the phrase to the name.
        if start < end && (is_preposition(self.prose.word(end - 1)) || self.is_determiner(end - 1))
        {
            return None;
        }
        // Nothing but what can begin a noun phrase may stand first.
        while start < end && !self.can_begin(start) {
            start += 1;
        }
        let description = self.roles.describe(self.prose, start..end, self.countries)?;
        let apart = comma && (description.plural || !self.begins_clause(start, floor, sentence));
        (!apart).then_some(description)
    }

    /// Whether a phrase that starts at `start` begins its clause, an article before it aside. "…, said the mayor,
    /// Ann Lee" is one thing; "he told the mayor, Ann Lee said" is another.
    fn begins_clause(&self, start: usize, floor: usize, sentence: &Sentence) -> bool {
        let mut begin = start;
        while begin > floor && self.is_determiner(begin - 1) {
            begin -= 1;
        }
        if begin == sentence.tokens.start {
            return true;
        }
        let mark = self.prose.tokens[begin - 1].kind;
        matches!(mark, TokenKind::Comma | TokenKind::DoubleQuote(_) | TokenKind::Colon)
            || matches!(self.prose.word(begin - 1), "said" | "by" | "to" | "and" | "but")
    }

    fn is_honorific(&self, at: usize) -> bool {
        self.prose.tokens[at].is_capitalized()
            && self.words.honorifics.contains_key(&fold(self.prose.word(at)))
    }

    fn is_determiner(&self, at: usize) -> bool {
        DETERMINERS.contains(&self.prose.word(at))
    }

    /// Whether the token can be inside a description that is read backwards from `end`, where the name begins.
    fn in_description(&self, at: usize, end: usize) -> bool {
        let token = self.prose.tokens[at];
        match token.kind {
            TokenKind::Word | TokenKind::Abbreviation => {
                let word = self.prose.word(at);
                if matches!(word, "of" | "for" | "and" | "to" | "in" | "on" | "at") {
                    // "Secretary of State Ann Lee", but "a spokesman for Ann Lee", "an aide to President Lee".
                    return at > 0
                        && at + 1 < end
                        && self.prose.tokens[at - 1].is_capitalized()
                        && !self.roles.is_noun(self.prose, at + 1);
                }
                let folded = fold(word);
                if self.words.never.contains(&folded) && !self.roles.is_modifier(&folded) {
                    return word == "the" && at > 0 && is_preposition(self.prose.word(at - 1));
                }
                self.is_name_word(at)
                    || self.words.office.contains(&folded)
                    || self.roles.is_modifier(&folded)
                    || self.words.body_heads.contains(&folded)
                    || self.roles.is_noun(self.prose, at)
                    || (folded.contains('-') && !folded.ends_with("ly"))
            }
            TokenKind::Clitic => matches!(self.prose.word(at), "’s" | "'s"),
            TokenKind::OpenBracket | TokenKind::CloseBracket => true,
            // 81-year-old, 1st Lt.
            TokenKind::Number => {
                let word = self.prose.word(at);
                ["-year-old", "1st", "2nd", "3rd", "th"].iter().any(|end| word.ends_with(end))
            }
            _ => false,
        }
    }

    fn can_begin(&self, at: usize) -> bool {
        let token = self.prose.tokens[at];
        matches!(token.kind, TokenKind::Word | TokenKind::Abbreviation | TokenKind::Number)
            && !NO_BEGINNING.contains(&self.prose.word(at))
    }

    /// The description between commas, dashes or brackets right behind a name that ends at `at`.
    pub(super) fn apposition(&self, at: usize, sentence: &Sentence) -> Option<Description> {
        let (mut start, stop) = self.apposition_range(at, sentence.tokens.end)?;
        if self.is_determiner(start) {
            start += 1;
        } else if !self.roles.is_noun(self.prose, start)
            && !self.prose.tokens[start].is_capitalized()
            && !self.in_description(start, stop)
        {
            return None;
        }
        // The noun comes early: "the mayor of Derry", not "the day the mayor left".
        let early = stop.min(start + 7);
        let noun = (start..early).find(|&i| self.roles.noun_at(self.prose, i, stop).is_some())?;
        let plain = (start..noun).all(|i| self.in_description(i, stop) || self.is_adjective(i));
        // "…, the mayor told them" is no apposition: a small word that can be a verb follows the noun.
        let noun_end = noun + self.roles.noun_at(self.prose, noun, stop)?.len;
        if noun_end < stop && !self.goes_on(noun_end) || self.is_title_of_next(noun, noun_end, stop)
        {
            return None;
        }
        let description = self.roles.describe(self.prose, start..stop, self.countries)?;
        (plain && !description.plural).then_some(description)
    }

    /// "In Kesh, Defence Minister Ann Lee said": the role behind the comma is the title of the name behind it.
    fn is_title_of_next(&self, noun: usize, end: usize, stop: usize) -> bool {
        if end >= stop || !self.prose.tokens[noun].is_capitalized() || !self.starts_name(end) {
            return false;
        }
        // "Republican National Committee chairman", "Vice President Ray’s aide": more of the role follows.
        let behind = self.run_end(end, stop);
        let owns = self.prose.tokens.get(behind).is_some_and(|t| t.kind == TokenKind::Clitic);
        !owns
            && !self.roles.is_noun(self.prose, end)
            && (behind >= stop || !self.roles.is_noun(self.prose, behind))
    }

    /// Where an apposition behind the mark at `at` starts and stops, "who is" left out.
    fn apposition_range(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        if at + 2 > end {
            return None;
        }
        let opening = self.prose.tokens[at].kind;
        let closes = |kind: TokenKind| match opening {
            TokenKind::Comma => matches!(kind, TokenKind::Comma | TokenKind::Dash),
            TokenKind::Dash => kind == TokenKind::Dash,
            _ => kind == TokenKind::CloseBracket,
        };
        if !matches!(opening, TokenKind::Comma | TokenKind::Dash | TokenKind::OpenBracket) {
            return None;
        }
        let mut start = at + 1;
        if matches!(self.prose.word(start), "who" | "now" | "then") && start + 3 < end {
            // "who is the mayor", "who was a senator"
            if matches!(self.prose.word(start + 1), "is" | "was" | "serves" | "served") {
                start += 2;
            } else if self.prose.word(start) == "who" {
                return None;
            }
        }
        let reach = end.min(start + LONGEST_DESCRIPTION);
        let stop = (start..reach).find(|&i| {
            let kind = self.prose.tokens[i].kind;
            closes(kind)
                || matches!(kind, TokenKind::Terminator | TokenKind::DoubleQuote(_))
                || matches!(self.prose.word(i), "who" | "which" | "that" | "said" | "says" | "told")
        })?;
        Some((start, stop))
    }

    /// Whether a description can go on with token `at`, right behind its noun.
    fn goes_on(&self, at: usize) -> bool {
        let next = self.prose.tokens[at];
        let word = self.prose.word(at);
        !next.is_word()
            || next.is_capitalized()
            || next.kind == TokenKind::Clitic
            || is_preposition(word)
            || matches!(word, "and" | "or" | "as" | "emeritus")
            || self.roles.is_noun(self.prose, at)
            || word.ends_with("ing")
    }

    /// A small word that is no verb, by its ending; good enough in front of a noun.
    fn is_adjective(&self, at: usize) -> bool {
        let word = self.prose.word(at);
        let endings =
            ["al", "ic", "ive", "ous", "ful", "ed", "an", "ish", "ary", "ing", "nt", "er", "y"];
        self.prose.tokens[at].kind == TokenKind::Word
            && word.starts_with(char::is_lowercase)
            && endings.iter().any(|e| word.ends_with(e))
    }
}
