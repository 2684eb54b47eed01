//! Mentions of names: runs of capitalized words, split into what stands before the name (honorifics, titles,
//! offices) and the name itself, and told apart into persons, bodies and the rest.
//!
//! Works sentence by sentence over the tokens, in time linear in their number. Sentences in capitals
//! throughout, or in title case (headlines), give no mentions: there a capital says nothing.

use std::ops::Range;

use super::fold::{fold, name_word};
use super::given_names::given_name;
use super::roles::{Description, Noun, Roles, is_preposition};
use super::words::Words;
use super::{CountryMention, Gender};
use crate::quotes::Quotations;
use crate::sentences::{Prose, Sentence};
use crate::tokens::{Case, TokenKind};

/// One mention of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// The name, as a range of tokens: no honorific, no title, no `’s`.
    pub name: Range<usize>,
    /// The name with honorifics and titles of the same run in front.
    pub whole: Range<usize>,
    /// What its own words say it is.
    pub kind: NameKind,
    /// From the honorific.
    pub gender: Option<Gender>,
    /// Whether an honorific or title stands directly before it.
    pub titled: bool,
    /// Index of its sentence.
    pub sentence: usize,
    /// Whether `’s` follows.
    pub possessive: bool,
    /// Whether it stands in quotation marks.
    pub in_quote: bool,
    /// The office or role in front of the name: "Irish Foreign Minister".
    pub before: Option<Description>,
    /// The office or role behind it, between commas: "the mayor of Derry".
    pub after: Option<Description>,
}

/// What a name's own words say it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// It has a title or a given name.
    Person,
    /// It ends in a word for a body, or is an abbreviation in capitals.
    Body,
    /// It is a country, its people or its capital.
    Place,
    /// It may be anything: a bare surname, a film.
    Unknown,
}

/// How many tokens a description in front of a name, or behind it, may take.
const LONGEST_DESCRIPTION: usize = 18;

/// All name mentions of the document, in order. `countries` are sorted and disjoint.
pub fn find_names(
    prose: &Prose,
    countries: &[CountryMention],
    quotes: &Quotations,
) -> Vec<NameMention> {
    let finder =
        Finder { prose, countries, quotes, words: Words::builtin(), roles: Roles::builtin() };
    let mut found = Vec::new();
    for (i, sentence) in prose.sentences.iter().enumerate() {
        if !finder.is_title_case(sentence) {
            finder.sentence(i, sentence, &mut found);
        }
    }
    found
}

struct Finder<'a> {
    prose: &'a Prose<'a>,
    countries: &'a [CountryMention],
    quotes: &'a Quotations,
    words: &'a Words,
    roles: &'a Roles,
}

impl Finder<'_> {
    /// Whether a sentence's capitals say nothing: most longer words are capitalized and no full stop ends it, or
    /// "The" and "Against" are inside of it as well, or all of them and it is a paragraph of its own, or half of
    /// them are in capitals throughout.
    fn is_title_case(&self, sentence: &Sentence) -> bool {
        let (mut long, mut capital, mut upper) = (0, 0, 0);
        for token in &self.prose.tokens[sentence.tokens.clone()] {
            if token.kind == TokenKind::Word && token.span.end - token.span.start >= 4 {
                long += 1;
                capital += usize::from(token.is_capitalized());
                upper += usize::from(token.case == Case::Upper);
            }
        }
        let last = sentence.tokens.clone().rev().find(|&at| {
            !matches!(
                self.prose.tokens[at].kind,
                TokenKind::DoubleQuote(_) | TokenKind::SingleQuote(_)
            )
        });
        let stop = last.map_or("", |at| self.prose.word(at));
        let title = match stop {
            "." => {
                let paragraph = &self.prose.paragraphs[sentence.paragraph];
                let alone = *paragraph == sentence.tokens;
                long >= 3
                    && ((3 * capital >= 2 * long && self.small_words(sentence) >= 2)
                        || (alone && capital == long))
            }
            "!" | "?" => long >= 4 && 4 * capital >= 3 * long,
            _ => long >= 3 && 3 * capital >= 2 * long,
        };
        title || (long >= 4 && 2 * upper >= long)
    }

    /// How many words that no name has are capitalized inside the sentence.
    fn small_words(&self, sentence: &Sentence) -> usize {
        let inside = sentence.tokens.clone().skip(1);
        let capital = inside.filter(|&at| self.prose.tokens[at].case == Case::Capitalized);
        capital.filter(|&at| self.words.never.contains(&fold(self.prose.word(at)))).count()
    }

    fn sentence(&self, index: usize, sentence: &Sentence, found: &mut Vec<NameMention>) {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if !self.starts_name(at) {
                at += 1;
                continue;
            }
            let run = at..self.run_end(at, sentence.tokens.end);
            at = run.end;
            if let Some(mut mention) = self.split(run, sentence) {
                mention.sentence = index;
                mention.in_quote = self.quotes.covers(mention.name.start);
                mention.after = self.apposition(mention.name.end, sentence);
                found.push(mention);
            }
        }
    }

    fn is_name_word(&self, at: usize) -> bool {
        let token = self.prose.tokens[at];
        token.is_capitalized() || (token.kind == TokenKind::Word && self.has_article(at))
    }

    /// `al-Araji`: small letter, hyphen, capital.
    fn has_article(&self, at: usize) -> bool {
        let word = self.prose.word(at);
        let Some(cut) = word.find(['-', '‑']) else { return false };
        let (article, rest) = word.split_at(cut);
        let listed = self.words.articles.iter().any(|a| a.strip_suffix('-') == Some(article));
        listed && rest.chars().nth(1).is_some_and(char::is_uppercase)
    }

    fn starts_name(&self, at: usize) -> bool {
        if !self.is_name_word(at) {
            return false;
        }
        let folded = fold(self.prose.word(at));
        // "Hundreds of", "Critics say": a capital because the sentence begins. "(L)": a letter alone. "Ky.": a state.
        let letter = folded.chars().count() == 1
            || self.prose.tokens[at].kind == TokenKind::Abbreviation
                && !self.words.honorifics.contains_key(&folded)
                && !self.roles.is_noun(self.prose, at)
                && self.prose.tokens[at].case != Case::Upper;
        let alone = || self.prose.tokens.get(at + 1).is_none_or(|t| !t.is_capitalized());
        !self.words.never.contains(&folded)
            && !((letter || self.words.groups.contains(&folded)) && alone())
    }

    /// End of the run of name words that starts at `at`.
    fn run_end(&self, at: usize, end: usize) -> usize {
        let tokens = &self.prose.tokens;
        let mut last = at + 1;
        while last < end {
            let word = self.prose.word(last);
            if self.is_name_word(last) {
                // Surnames may be words that no name begins with: Theresa May, but not "Ann Lee May 5".
                let folded = fold(word);
                if self.words.never.contains(&folded) {
                    let number = |t: TokenKind| t == TokenKind::Number;
                    let dated = tokens.get(last + 1).is_some_and(|t| number(t.kind));
                    // USA Today
                    let body = tokens[last - 1].case == Case::Upper
                        && self.words.body_heads.contains(&folded);
                    let month = matches!(folded.as_str(), "may" | "april" | "june" | "august");
                    let given = month || given_name(self.prose.word(last - 1)).is_some();
                    if !body && (dated || !given) {
                        break;
                    }
                }
                last += 1;
            } else if tokens[last].kind == TokenKind::Comma {
                // Lee, Jr.
                let suffix = (last + 1 < end).then(|| fold(self.prose.word(last + 1)));
                match suffix {
                    Some(s) if self.words.suffixes.contains(&s) && last > at + 1 => last += 2,
                    _ => break,
                }
            } else if tokens[last].kind == TokenKind::Word
                && self.words.particles.contains(word)
                && let Some(next) = self.after_particles(last, end)
            {
                last = next + 1;
            } else {
                break;
            }
        }
        last
    }

    /// The name word behind one or two particles.
    fn after_particles(&self, at: usize, end: usize) -> Option<usize> {
        let particle = |i: usize| self.words.particles.contains(self.prose.word(i));
        (at + 1..end.min(at + 3)).find(|&i| !particle(i)).filter(|&i| self.is_name_word(i))
    }

    /// The name in `run`, with what stands before it taken off; `None` where nothing is left that could be one.
    fn split(&self, run: Range<usize>, sentence: &Sentence) -> Option<NameMention> {
        let folded: Vec<String> = run.clone().map(|i| fold(self.prose.word(i))).collect();
        let last_word = folded.iter().rposition(|w| !self.words.suffixes.contains(w))?;
        let mut gender = None;
        let mut cut = 0;
        let mut at = 0;
        while at < folded.len() {
            if let Some(&g) = self.words.honorifics.get(&folded[at]) {
                gender = g;
                at += 1;
                cut = at;
            } else if let Some(noun) = self.title_at(run.start + at, run.end) {
                // Stephen King, Martin Bishop: a role noun at the end, behind a given name, is a surname.
                let surname = at + noun.len > last_word
                    && at > cut
                    && given_name(self.prose.word(run.start + cut)).is_some();
                if surname {
                    break;
                }
                gender = noun.gender.or(gender);
                at += noun.len;
                cut = at;
            } else {
                at += 1;
            }
        }
        let titled = cut > 0;
        let phrase = || folded.join(" ");
        if self.words.places.contains(&phrase()) {
            return Some(self.mention(run.clone(), run, NameKind::Place, sentence));
        }
        if !titled || cut > last_word {
            let known = self.words.body_names.contains(&phrase());
            if known || self.is_body(&folded[..=last_word], &run) {
                let whole = run.start..self.body_end(run.end, sentence.tokens.end);
                return Some(self.mention(whole.clone(), whole, NameKind::Body, sentence));
            }
        }
        if cut > last_word {
            // Mr. King
            if last_word == 0 || !self.words.honorifics.contains_key(&folded[last_word - 1]) {
                return None;
            }
            cut = last_word;
        }
        // "an Arizona Republican" is a role.
        let party = self.roles.noun_at(self.prose, run.start + last_word, run.end);
        if !titled
            && last_word > 0
            && party.is_some_and(|noun| self.words.office.contains(&noun.lemma))
            && given_name(self.prose.word(run.start)).is_none()
        {
            return None;
        }
        let mut start = cut;
        // "Using Ann Lee": the sentence's first word has its capital from there.
        if run.start == sentence.tokens.start
            && cut == 0
            && last_word >= 2
            && given_name(self.prose.word(run.start)).is_none()
            && given_name(self.prose.word(run.start + 1)).is_some()
        {
            start = 1;
        }
        while start < last_word && self.is_shed(run.start + start, &folded[start]) {
            start += 1;
        }
        // "National Review", "Western Front": what is left must look like a person for the rest to be an office.
        let shed = start > cut;
        if shed && start == last_word && (cut..start).any(|i| !self.is_country(run.start + i)) {
            start = cut;
        }
        let name = run.start + start..run.end;
        let place = self.countries.binary_search_by(|c| {
            if c.tokens.end <= name.start {
                std::cmp::Ordering::Less
            } else if c.tokens.start >= name.end {
                std::cmp::Ordering::Greater
            } else {
                std::cmp::Ordering::Equal
            }
        });
        let n_words = last_word + 1 - start;
        let given = given_name(self.prose.word(name.start));
        let kind = if titled && start == cut {
            NameKind::Person
        } else if self.is_body(&folded[start..=last_word], &name) {
            NameKind::Body
        } else if (place.is_ok() && (n_words == 1 || given.is_none()))
            || self.words.places.contains(&folded[start..=last_word].join(" "))
        {
            NameKind::Place
        } else if n_words >= 2 && (given.is_some() || titled) {
            NameKind::Person
        } else {
            NameKind::Unknown
        };
        let mut mention = self.mention(name, run, kind, sentence);
        mention.gender = gender;
        mention.titled = titled;
        Some(mention)
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
        self.is_country(at) || self.words.office.contains(folded) || self.roles.is_modifier(folded)
    }

    fn is_country(&self, at: usize) -> bool {
        let first = self.countries.partition_point(|c| c.tokens.end <= at);
        self.countries.get(first).is_some_and(|c| c.tokens.contains(&at))
    }

    /// Where the name of a body ends whose first run ends at `at`: "University | of Michigan", "Court | of Appeals
    /// for the Sixth Circuit".
    fn body_end(&self, mut at: usize, end: usize) -> usize {
        for _ in 0..2 {
            if at + 1 >= end || !matches!(self.prose.word(at), "of" | "for") {
                break;
            }
            let next = at + 1 + usize::from(self.prose.word(at + 1) == "the");
            if next >= end || !self.starts_name(next) {
                break;
            }
            at = self.run_end(next, end);
        }
        at
    }

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

    /// The description in front of `name`: back over words of offices as far as they go, and over one comma if
    /// a description ends right before it ("Iran’s deputy minister, Ann Lee,").
    fn in_front(&self, name: &Range<usize>, sentence: &Sentence) -> Option<Description> {
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
        if comma {
            // "…, said the mayor, Ann Lee" is one thing; "he told the mayor, Ann Lee said" is another. Only a
            // phrase that begins its clause counts.
            let mut begin = start;
            while begin > floor && self.is_determiner(begin - 1) {
                begin -= 1;
            }
            let opener = begin == sentence.tokens.start
                || matches!(
                    self.prose.tokens[begin - 1].kind,
                    TokenKind::Comma | TokenKind::DoubleQuote(_) | TokenKind::Colon
                )
                || matches!(self.prose.word(begin - 1), "said" | "by" | "to" | "and" | "but");
            return (opener && !description.plural).then_some(description);
        }
        Some(description)
    }

    fn is_honorific(&self, at: usize) -> bool {
        self.prose.tokens[at].is_capitalized()
            && self.words.honorifics.contains_key(&fold(self.prose.word(at)))
    }

    fn is_determiner(&self, at: usize) -> bool {
        matches!(
            self.prose.word(at),
            "the"
                | "a"
                | "an"
                | "The"
                | "A"
                | "An"
                | "his"
                | "her"
                | "His"
                | "Her"
                | "their"
                | "its"
                | "one"
        )
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
            && !matches!(
                self.prose.word(at),
                "of" | "for"
                    | "and"
                    | "to"
                    | "in"
                    | "on"
                    | "at"
                    | "the"
                    | "And"
                    | "To"
                    | "In"
                    | "On"
                    | "At"
                    | "For"
                    | "Of"
            )
    }

    /// The description between commas, dashes or brackets right behind a name.
    fn apposition(&self, at: usize, sentence: &Sentence) -> Option<Description> {
        let end = sentence.tokens.end;
        if at + 2 > end {
            return None;
        }
        let closes = |kind: TokenKind| match self.prose.tokens[at].kind {
            TokenKind::Comma => matches!(kind, TokenKind::Comma | TokenKind::Dash),
            TokenKind::Dash => kind == TokenKind::Dash,
            TokenKind::OpenBracket => kind == TokenKind::CloseBracket,
            _ => false,
        };
        let mut start = at + 1;
        if !matches!(
            self.prose.tokens[at].kind,
            TokenKind::Comma | TokenKind::Dash | TokenKind::OpenBracket
        ) {
            return None;
        }
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
            let token = self.prose.tokens[i];
            closes(token.kind)
                || matches!(token.kind, TokenKind::Terminator | TokenKind::DoubleQuote(_))
                || matches!(self.prose.word(i), "who" | "which" | "that" | "said" | "says" | "told")
        })?;
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
        if noun_end < stop {
            let next = self.prose.tokens[noun_end];
            let word = self.prose.word(noun_end);
            let follows = !next.is_word()
                || next.is_capitalized()
                || next.kind == TokenKind::Clitic
                || is_preposition(word)
                || matches!(word, "and" | "or" | "as" | "emeritus")
                || self.roles.is_noun(self.prose, noun_end)
                || word.ends_with("ing");
            if !follows {
                return None;
            }
        }
        let description = self.roles.describe(self.prose, start..stop, self.countries)?;
        (plain && !description.plural).then_some(description)
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

impl NameMention {
    /// The words of the name as they are compared: folded, without particles and suffixes.
    pub fn name_words(&self, prose: &Prose) -> Vec<String> {
        let words = Words::builtin();
        let kept = self.name.clone().filter(|&i| prose.tokens[i].is_word()).filter(|&i| {
            let folded = fold(prose.word(i));
            // Van Jones has a given name, Van der Bellen has none.
            let particle = words.particles.contains(&folded)
                && (prose.tokens[i].case == Case::Lower || given_name(&folded).is_none());
            !particle && !words.suffixes.contains(&folded)
        });
        kept.map(|i| name_word(prose.word(i))).collect()
    }

    /// "jr", "iii": what tells the son from the father.
    pub fn suffix(&self, prose: &Prose) -> Option<String> {
        let last = fold(prose.word(self.name.end - 1));
        (self.name.len() > 1 && Words::builtin().suffixes.contains(&last))
            .then(|| last.trim_end_matches('.').to_owned())
    }
}
