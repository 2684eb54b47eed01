//! From a run of name words to a mention: in comes a candidate, out goes the name in it, with honorifics, titles and
//! office words taken off its front, and its kind.

use std::ops::Range;

use super::{Finder, NameKind, NameMention};
use crate::people::Gender;
use crate::people::fold::fold;
use crate::people::given_names::given_name;
use crate::people::roles::Noun;
use crate::sentences::Sentence;
use crate::tokens::{Case, TokenKind};

/// A candidate. Positions in it count from its first token.
struct Run {
    tokens: Range<usize>,
    /// Its words, folded.
    words: Vec<String>,
    /// The last word that is no suffix.
    last: usize,
}

/// What stands in front of a name.
struct Titles {
    /// How many words of the run they take.
    len: usize,
    gender: Option<Gender>,
}

impl Finder<'_> {
    /// The name in `run`, with what stands before it taken off; `None` where nothing is left that could be one.
    pub(super) fn split(&self, tokens: Range<usize>, sentence: &Sentence) -> Option<NameMention> {
        let tokens = self.without_honours(tokens);
        let words: Vec<String> = tokens.clone().map(|i| fold(self.prose.word(i))).collect();
        let last = words.iter().rposition(|w| !self.words.suffixes.contains(w))?;
        let run = Run { tokens: tokens.clone(), words, last };
        let titles = self.titles(&run);
        let titled = titles.len > 0;
        let phrase = run.words.join(" ");
        if self.words.places.contains(&phrase) {
            return Some(self.mention(tokens.clone(), tokens, NameKind::Place, sentence));
        }
        if (!titled || titles.len > last)
            && (self.words.body_names.contains(&phrase)
                || self.is_body(&run.words[..=last], &tokens))
        {
            let whole = tokens.start..self.body_end(tokens.end, sentence.tokens.end);
            return Some(self.mention(whole.clone(), whole, NameKind::Body, sentence));
        }
        let behind_titles = self.behind_titles(&run, &titles)?;
        if !titled && self.is_party_role(&run) {
            return None;
        }
        let start = self.behind_offices(&run, behind_titles, sentence);
        let name = tokens.start + start..tokens.end;
        let kind = if titled && start == behind_titles {
            NameKind::Person
        } else {
            self.kind(&run.words[start..=last], &name, titled)
        };
        let mention = self.mention(name, tokens, kind, sentence);
        Some(NameMention { gender: titles.gender, titled, ..mention })
    }

    /// "Ann Lee" in "Ann Lee QC": what stands behind two other words at least.
    fn without_honours(&self, run: Range<usize>) -> Range<usize> {
        let last = run.end - 1;
        let honour = run.len() > 2
            && (self.prose.tokens[last].case == Case::Upper || self.prose.word(last) == "PhD")
            && self.words.honours.contains(&fold(self.prose.word(last)));
        run.start..run.end - usize::from(honour)
    }

    /// The honorifics and titles that a run begins with, and all before the last of them.
    fn titles(&self, run: &Run) -> Titles {
        let first = run.tokens.start;
        let mut titles = Titles { len: 0, gender: None };
        let mut at = 0;
        while at < run.words.len() {
            if let Some(&gender) = self.words.honorifics.get(&run.words[at]) {
                at += 1;
                titles = Titles { len: at, gender };
            } else if let Some(noun) = self.title_at(first + at, run.tokens.end) {
                // Stephen King, Martin Bishop: a role noun at the end, behind a given name, is a surname.
                let surname = at + noun.len > run.last
                    && at > titles.len
                    && given_name(self.prose.word(first + titles.len)).is_some();
                if surname {
                    break;
                }
                at += noun.len;
                titles = Titles { len: at, gender: noun.gender.or(titles.gender) };
            } else {
                at += 1;
            }
        }
        titles
    }

    /// Where the name starts behind its titles. A title at the run's end is the name behind an honorific
    /// ("Mr. King"), and no name otherwise.
    fn behind_titles(&self, run: &Run, titles: &Titles) -> Option<usize> {
        if titles.len <= run.last {
            return Some(titles.len);
        }
        let before = run.last.checked_sub(1)?;
        self.words.honorifics.contains_key(&run.words[before]).then_some(run.last)
    }

    /// "an Arizona Republican" is a role.
    fn is_party_role(&self, run: &Run) -> bool {
        let party = self.roles.noun_at(self.prose, run.tokens.start + run.last, run.tokens.end);
        run.last > 0
            && party.is_some_and(|noun| self.words.office.contains(&noun.lemma))
            && given_name(self.prose.word(run.tokens.start)).is_none()
    }

    /// Where the name starts that is left of a run from `from` on when words of offices and countries are shed.
    fn behind_offices(&self, run: &Run, from: usize, sentence: &Sentence) -> usize {
        let first = run.tokens.start;
        let mut start = from;
        // "Using Ann Lee": the sentence's first word has its capital from there.
        if first == sentence.tokens.start
            && from == 0
            && run.last >= 2
            && given_name(self.prose.word(first)).is_none()
            && given_name(self.prose.word(first + 1)).is_some()
        {
            start = 1;
        }
        while start < run.last && self.is_shed(first + start, &run.words[start]) {
            start += 1;
        }
        // "National Review", "Western Front": what is left must look like a person for the rest to be an office.
        let office = |i: usize| !self.has_country(&(first + i..first + i + 1));
        if start > from && start == run.last && (from..start).any(office) { from } else { start }
    }

    /// What a name of these words is that has no title right before it; `titled` tells of one farther before it.
    fn kind(&self, words: &[String], name: &Range<usize>, titled: bool) -> NameKind {
        let given = given_name(self.prose.word(name.start)).is_some();
        if self.is_body(words, name) {
            NameKind::Body
        } else if (self.has_country(name) && (words.len() == 1 || !given))
            || self.words.places.contains(&words.join(" "))
        {
            NameKind::Place
        } else if words.len() >= 2 && (given || titled) {
            NameKind::Person
        } else {
            NameKind::Unknown
        }
    }

    /// The role noun at `at` that can stand in front of a name as a title; "Republican" and "Chief" alone make no
    /// person of what follows.
    fn title_at(&self, at: usize, end: usize) -> Option<Noun> {
        let noun = self.roles.noun_at(self.prose, at, end)?;
        // "National Nurses United" has no nurses, "Sens. Lee and Ray" has senators.
        let title = !noun.plural || self.prose.tokens[at].kind == TokenKind::Abbreviation;
        (title && (noun.len > 1 || !self.words.office.contains(&noun.lemma))).then_some(noun)
    }

    /// Whether a run sheds this word in front of a name: office words, countries, their people.
    fn is_shed(&self, at: usize, folded: &str) -> bool {
        self.has_country(&(at..at + 1))
            || self.words.office.contains(folded)
            || self.roles.is_modifier(folded)
    }

    /// Whether a country is named in `tokens`, or by a part of them.
    fn has_country(&self, tokens: &Range<usize>) -> bool {
        let first = self.countries.partition_point(|c| c.tokens.end <= tokens.start);
        self.countries.get(first).is_some_and(|c| c.tokens.start < tokens.end)
    }

    /// Whether the words of the name at `run` say that it is a body.
    fn is_body(&self, folded: &[String], run: &Range<usize>) -> bool {
        let (first, last) = (run.start, run.start + folded.len() - 1);
        let acronym = folded.len() == 1
            && self.prose.tokens[first].case == Case::Upper
            && folded[0].len() >= 2
            && !self.roles.is_noun(self.prose, first);
        let named = folded.len() >= 2 || self.prose.tokens[last].case == Case::Capitalized;
        let of = self.prose.tokens.get(run.end).is_some_and(|t| t.text(self.prose.text) == "of");
        acronym
            || (named && self.words.body_heads.contains(&folded[folded.len() - 1]))
            || (of && self.words.body_heads.contains(&folded[0]))
            || self.words.body_names.contains(&folded.join(" "))
    }

    /// A mention, with what its own surroundings tell; the rest is for those who call.
    fn mention(
        &self,
        name: Range<usize>,
        whole: Range<usize>,
        kind: NameKind,
        sentence: &Sentence,
    ) -> NameMention {
        let next = self.prose.tokens.get(name.end).filter(|_| name.end < sentence.tokens.end);
        let possessive = next.is_some_and(|t| match t.kind {
            TokenKind::Clitic => matches!(t.text(self.prose.text), "’s" | "'s" | "‘s"),
            TokenKind::SingleQuote(_) => self.prose.word(name.end - 1).ends_with('s'),
            _ => false,
        });
        let before = match kind {
            NameKind::Person | NameKind::Unknown => self.in_front(&name, sentence),
            NameKind::Body | NameKind::Place => None,
        };
        NameMention {
            name,
            whole,
            kind,
            gender: None,
            titled: false,
            sentence: 0,
            possessive,
            in_quote: false,
            before,
            after: None,
        }
    }
}
