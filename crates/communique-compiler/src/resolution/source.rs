//! What kind of words a source is: a name, a pronoun, a role, a body, or words for nobody in particular.
//!
//! A small grammar of noun phrases: the head is what speaks. "Iran’s Foreign Minister Ann Lee" and "the
//! mayor, Ann Lee," are Ann Lee; "a spokesman for Ann Lee", "Lee’s campaign" and "Lee supporters" are not.

use std::ops::Range;

use super::article::Article;
use crate::people::Gender;
use crate::people::fold::fold;
use crate::people::names::{NameKind, NameMention};
use crate::people::roles::{Description, Roles, is_preposition};
use crate::people::words::Words;
use crate::tokens::TokenKind;

/// A source, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceForm {
    /// Headed by a name: index of its mention.
    Name(usize),
    /// "he" or "she".
    Pronoun(Gender),
    /// "it".
    It,
    /// "who", "which": the name it belongs to is right in front.
    Relative,
    /// "the top Irish diplomat".
    Role(Description),
    /// "the 54-year-old", "the German": somebody just named, by what else is true of them.
    Epithet,
    /// "A" in front of a colon: whoever is interviewed.
    Answerer,
    /// A body named by these tokens: "the Lee campaign", "police", "Democrats".
    Body(Range<usize>),
    /// A body whose name has to stand elsewhere: "the budget office". Its words, the noun last.
    BodyNoun(Vec<String>),
    /// Capitalized words where capitals say nothing, as in a headline: perhaps a name that stands elsewhere.
    Words(Range<usize>),
    /// More than one, or nobody in particular: "officials", "Lee and Ray", "some".
    Group,
    /// A phrase with no word that says who.
    Other,
}

/// What stands behind a name without making it a part of another: "Lee this week", "Lee gave a speech".
const TIMES_AND_VERBS: &[&str] = &[
    "this",
    "last",
    "earlier",
    "later",
    "today",
    "yesterday",
    "again",
    "once",
    "never",
    "still",
    "has",
    "have",
    "had",
    "is",
    "was",
    "did",
    "does",
    "gave",
    "took",
    "made",
    "held",
    "went",
    "wrote",
    "sent",
    "put",
    "spoke",
    "met",
    "told",
    "said",
];

/// What says something because its author does: "a report by the bank".
const PUBLICATIONS: &[&str] = &[
    "report",
    "study",
    "studie",
    "analysi",
    "analyse",
    "survey",
    "poll",
    "post",
    "statement",
    "data",
    "figure",
    "calculation",
    "estimate",
    "account",
    "memo",
    "letter",
    "filing",
    "release",
    "review",
    "tally",
    "projection",
    "research",
    "article",
    "statistic",
    "number",
    "tweet",
    "paper",
    "forecast",
    "assessment",
    "email",
];
/// What may stand between these and "by".
const MAKING: &[&str] = &[
    "published",
    "released",
    "issued",
    "conducted",
    "compiled",
    "prepared",
    "written",
    "commissioned",
    "done",
    "posted",
    "gathered",
    "collected",
];
/// How far from the start of a source "by" and its author may stand.
const FARTHEST_AUTHOR: usize = 8;

/// Reads the words of a source.
pub fn read_source(article: &Article, source: Range<usize>) -> SourceForm {
    let reader = Reader { article, words: Words::builtin(), roles: Roles::builtin() };
    let source = reader.trim(source);
    if source.is_empty() {
        return SourceForm::Other;
    }
    reader.pronoun(&source).unwrap_or_else(|| reader.phrase(source))
}

struct Reader<'a> {
    article: &'a Article<'a>,
    words: &'a Words,
    roles: &'a Roles,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.article.prose.word(at)
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.article.prose.tokens[at].kind
    }

    /// The source without marks at its ends.
    fn trim(&self, mut source: Range<usize>) -> Range<usize> {
        let is_word = |at: usize| self.article.prose.tokens[at].is_word();
        while !source.is_empty() && !is_word(source.start) {
            source.start += 1;
        }
        while !source.is_empty()
            && !is_word(source.end - 1)
            && self.kind(source.end - 1) != TokenKind::CloseBracket
        {
            source.end -= 1;
        }
        source
    }

    fn pronoun(&self, source: &Range<usize>) -> Option<SourceForm> {
        let first = fold(self.word(source.start));
        let short = source.len() <= 2;
        match first.as_str() {
            "his" if source.len() == 1 => Some(SourceForm::Pronoun(Gender::Male)),
            "he" | "him" if short => Some(SourceForm::Pronoun(Gender::Male)),
            "she" | "her" if source.len() == 1 => Some(SourceForm::Pronoun(Gender::Female)),
            "she" if short => Some(SourceForm::Pronoun(Gender::Female)),
            "it" if short => Some(SourceForm::It),
            "who" | "which" | "that" | "whom" if source.len() == 1 => Some(SourceForm::Relative),
            "they" | "we" | "i" | "you" | "them" | "me" | "this" | "these" | "those" => {
                Some(SourceForm::Group)
            }
            _ => None,
        }
    }

    fn phrase(&self, source: Range<usize>) -> SourceForm {
        if is_preposition(&fold(self.word(source.start))) {
            return SourceForm::Other;
        }
        if let Some(author) = self.author(&source) {
            return self.phrase(author);
        }
        if self.is_epithet(&source) {
            return SourceForm::Epithet;
        }
        let mentions = self.article.mentions_in(&source);
        if mentions.is_empty()
            && let Some(i) = self.article.mention_around(&source)
        {
            return SourceForm::Name(i);
        }
        let front = source.start..self.front_end(&source, mentions.clone());
        for i in mentions.clone() {
            let mention = &self.article.names[i];
            if mention.name.start >= front.end {
                break;
            }
            if self.heads(mention, &source, &front) {
                if mention.kind == NameKind::Place
                    && mention.name.len() < self.without_article(front.clone()).len()
                {
                    continue;
                }
                if self.is_end_of_apposition(mention, &front, &source) {
                    return SourceForm::Other;
                }
                if self.is_office_of_next(i, &front, mentions.clone()) {
                    continue;
                }
                if self.is_one_of_many(mention, &front) {
                    return SourceForm::Group;
                }
                return if self.goes_on_with_another(mention, &front, mentions.clone()) {
                    SourceForm::Group
                } else {
                    SourceForm::Name(i)
                };
            }
        }
        let description =
            self.roles.describe(self.article.prose, front.clone(), &self.article.countries);
        let singular = description.as_ref().is_none_or(|d| !d.plural);
        if let Some(i) = self.renamed(&front, mentions).filter(|_| singular) {
            return SourceForm::Name(i);
        }
        self.common(front, description)
    }

    /// "The bank" in "a report by the bank": what is published says what its author says.
    fn author(&self, source: &Range<usize>) -> Option<Range<usize>> {
        let reach = source.end.min(source.start + FARTHEST_AUTHOR);
        let by = (source.start + 1..reach).find(|&at| matches!(self.word(at), "by" | "from"))?;
        let last = fold(self.word(by - 1));
        let made = MAKING.contains(&last.as_str());
        let noun = by - 1 - usize::from(made && by - 1 > source.start);
        let noun = fold(self.word(noun));
        let published = PUBLICATIONS.contains(&noun.strip_suffix('s').unwrap_or(&noun));
        let author = by + 1..source.end;
        let start = author.start + usize::from(author.len() > 1 && self.word(by + 1) == "the");
        let named = self.article.mentions_in(&author);
        let mut named = named.map(|i| &self.article.names[i]);
        let named = named.next().is_some_and(|name| name.whole.start <= start);
        (published && named).then_some(author)
    }

    /// "The 54-year-old", "the German": one word behind "the" that is true of one person.
    fn is_epithet(&self, source: &Range<usize>) -> bool {
        if source.len() != 2 || !self.word(source.start).eq_ignore_ascii_case("the") {
            return false;
        }
        let word = self.word(source.end - 1);
        let first = self.article.countries.partition_point(|c| c.tokens.start < source.end - 1);
        let countryman = self.article.countries.get(first).is_some_and(|country| {
            country.by_people && country.tokens == (source.end - 1..source.end)
        });
        word.ends_with("-year-old")
            || countryman && ["an", "i", "man"].iter().any(|end| word.ends_with(end))
    }

    /// Where the first part of the phrase ends: before a comma, dash, bracket or relative pronoun outside names.
    fn front_end(&self, source: &Range<usize>, mentions: Range<usize>) -> usize {
        let in_name =
            |at: usize| mentions.clone().any(|i| self.article.names[i].name.contains(&at));
        let mut depth = 0;
        for at in source.start + 1..source.end {
            match self.kind(at) {
                // An abbreviation in brackets belongs to what it abbreviates: "Council (SNSC) Ann Lee".
                TokenKind::OpenBracket => depth += 1,
                TokenKind::CloseBracket => depth -= 1,
                TokenKind::Comma | TokenKind::Dash | TokenKind::Colon | TokenKind::Semicolon
                    if depth <= 0 && !in_name(at) =>
                {
                    return at;
                }
                TokenKind::Word
                    if depth <= 0
                        && matches!(
                            self.word(at),
                            "who" | "which" | "that" | "whose" | "where"
                        ) =>
                {
                    return at;
                }
                _ => {}
            }
        }
        source.end
    }

    /// Whether `mention` is what `front` is about, and not part of a possessor, modifier or addition.
    fn heads(&self, mention: &NameMention, source: &Range<usize>, front: &Range<usize>) -> bool {
        if mention.possessive && mention.name.end < source.end {
            return false;
        }
        let whole = mention.before.as_ref().map_or(mention.whole.start, |d| d.tokens.start);
        let whole = whole.min(mention.whole.start).max(front.start);
        let bars = |at: usize| {
            is_preposition(&fold(self.word(at)))
                || matches!(self.kind(at), TokenKind::DoubleQuote(_))
        };
        if (front.start..whole).any(bars) && !self.is_bare_role(front.start..whole) {
            return false;
        }
        // "the Lee campaign", "Lee aides": a small noun behind makes the name a modifier.
        let next = mention.name.end;
        if next >= front.end {
            return true;
        }
        let token = self.article.prose.tokens[next];
        let word = self.word(next);
        token.kind != TokenKind::Word
            || token.is_capitalized()
            || is_preposition(word)
            || matches!(
                word,
                "and"
                    | "or"
                    | "himself"
                    | "herself"
                    | "himself,"
                    | "also"
                    | "then"
                    | "now"
                    | "himself."
                    | "as"
                    | "both"
            )
            || ["ing", "ed"].iter().any(|end| word.ends_with(end))
            || TIMES_AND_VERBS.contains(&word)
    }

    /// "Deputy mayor for roads" in front of a name: a role without an article that ends in a plain noun. In "a
    /// spokesman for mayor Ann Lee" another's role stands there.
    fn is_bare_role(&self, tokens: Range<usize>) -> bool {
        let prose = self.article.prose;
        let (Some(last), Some(preposition)) = (
            tokens.end.checked_sub(1),
            tokens.clone().find(|&at| is_preposition(&fold(self.word(at)))),
        ) else {
            return false;
        };
        let opener = fold(self.word(tokens.start));
        let has_article = self.words.never.contains(&opener) || opener == "an";
        let role = (tokens.start..preposition).any(|at| self.roles.is_noun(prose, at));
        let plain = prose.tokens[last].kind == TokenKind::Word
            && !prose.tokens[last].is_capitalized()
            && !self.words.never.contains(self.word(last))
            && !is_preposition(self.word(last))
            && !self.roles.is_noun(prose, last);
        role && plain && !has_article && tokens.clone().all(|at| prose.tokens[at].is_word())
    }

    /// "Ohio, on Wednesday": a place that is no country, with more behind a comma, is where somebody is from.
    fn is_end_of_apposition(
        &self,
        mention: &NameMention,
        front: &Range<usize>,
        source: &Range<usize>,
    ) -> bool {
        let first = fold(self.word(mention.name.start));
        mention.kind == NameKind::Place
            && front.end < source.end
            && self.words.places.contains(&first)
    }

    /// "A German", "another Muslim": a word for one of many, whom the article before it keeps unnamed.
    fn is_one_of_many(&self, mention: &NameMention, front: &Range<usize>) -> bool {
        mention.name.len() == 1
            && mention.kind != NameKind::Person
            && mention.name.start == front.start + 1
            && matches!(fold(self.word(front.start)).as_str(), "a" | "an" | "another" | "one")
    }

    /// "CNN anchor Ann Lee", "Air Force 1st Lt. Ann Lee": a name without a title that leads up to another.
    fn is_office_of_next(
        &self,
        i: usize,
        front: &Range<usize>,
        mut mentions: Range<usize>,
    ) -> bool {
        let mention = &self.article.names[i];
        mention.kind != NameKind::Person
            && mentions.any(|j| {
                let next = &self.article.names[j];
                let between = mention.name.end..next.whole.start;
                j > i
                    && next.name.start < front.end
                    && (next.kind == NameKind::Person || next.before.is_some())
                    && between.len() <= 6
                    && between.clone().all(|at| {
                        !is_preposition(self.word(at)) && !matches!(self.word(at), "and" | "or")
                    })
            })
    }

    /// "Lee and Ray", "the World Bank and the Fund": another name is joined to this one. Without an article the other
    /// may be a part of a body's name: "Department of Health and Human Services".
    fn goes_on_with_another(
        &self,
        mention: &NameMention,
        front: &Range<usize>,
        mut mentions: Range<usize>,
    ) -> bool {
        let next = mention.name.end;
        if next >= front.end || !matches!(self.word(next), "and" | "or") {
            return false;
        }
        let two_bodies = || next + 1 < front.end && self.word(next + 1) == "the";
        let joined = mention.kind != NameKind::Body || two_bodies();
        joined
            && mentions.any(|i| {
                let other = &self.article.names[i];
                other.name.start > next && other.name.start < front.end && !other.possessive
            })
    }

    /// "The mayor, Ann Lee,": the name right behind the front, if nothing follows it but another mark.
    fn renamed(&self, front: &Range<usize>, mentions: Range<usize>) -> Option<usize> {
        let begins = |i: &usize| {
            let mention = &self.article.names[*i];
            let whole = mention.before.as_ref().map_or(mention.whole.start, |d| d.tokens.start);
            let whole = whole.min(mention.whole.start);
            let article = front.end + 1 < whole
                && matches!(self.word(whole - 1), "the" | "his" | "her" | "their" | "its");
            whole <= front.end + 1 + usize::from(article) && mention.name.start > front.end
        };
        let i = mentions.into_iter().find(begins)?;
        let mention = &self.article.names[i];
        let tokens = &self.article.prose.tokens;
        let ends = tokens
            .get(mention.name.end)
            .is_none_or(|t| !t.is_word() || (!t.is_capitalized() && t.kind != TokenKind::Clitic));
        let possible =
            !mention.possessive && matches!(mention.kind, NameKind::Person | NameKind::Unknown);
        (possible && ends && self.is_definite(front)).then_some(i)
    }

    /// Whether the phrase is about one: it begins with an article, a possessive or a capital.
    fn is_definite(&self, front: &Range<usize>) -> bool {
        let first = fold(self.word(front.start));
        !matches!(first.as_str(), "some" | "many" | "several" | "both" | "two" | "three" | "other")
    }

    /// A phrase without a name for a head.
    fn common(&self, front: Range<usize>, description: Option<Description>) -> SourceForm {
        let opener = fold(self.word(front.start));
        let front = self.without_article(front);
        if front.is_empty() || matches!(opener.as_str(), "a" | "an") {
            // "A diplomat": somebody the reader is not meant to know.
            return SourceForm::Group;
        }
        if matches!(opener.as_str(), "his" | "her" | "its" | "their" | "my" | "our") {
            return SourceForm::Other;
        }
        let end = (front.start + 1..front.end)
            .find(|&at| is_preposition(self.word(at)))
            .unwrap_or(front.end);
        let head = fold(self.word(end - 1));
        let first = fold(self.word(front.start));
        if self.words.groups.contains(&head) || self.words.groups.contains(&first) {
            return SourceForm::Group;
        }
        let capital = |at: usize| self.article.prose.tokens[at].is_capitalized();
        // A capital that the sentence's beginning gives says nothing.
        let first_of_sentence = self.article.is_first(front.start);
        let proper = |at: usize| capital(at) && !(first_of_sentence && at == front.start);
        let modified = (front.start..end).any(proper)
            || !self.article.mentions_in(&(front.start..end)).is_empty();
        // A headline's words are capital throughout; they may name somebody whom the text names as well.
        let headline = self.article.mentions_in(&front).is_empty()
            && (front.start..end).all(capital)
            && !self.words.never.contains(&first);
        let joined: Vec<String> = (front.start..end).map(|at| fold(self.word(at))).collect();
        if self.words.common_bodies.contains(&joined.join(" ")) {
            return SourceForm::Body(front.start..end);
        }
        let plural = !capital(end - 1)
            && head.strip_suffix('s').is_some_and(|h| self.words.body_heads.contains(h));
        if plural {
            return SourceForm::Group;
        }
        if self.words.body_heads.contains(&head) {
            if !capital(end - 1) && self.words.capital_heads.contains(&head) {
                return SourceForm::Other;
            }
            // "The government of Chile", "the Lee campaign in Ohio".
            let of = end < front.end && matches!(self.word(end), "of" | "for");
            let named = (end + 1..front.end)
                .take_while(|&at| capital(at) || self.word(at) == "the")
                .last()
                .filter(|&at| of && capital(at));
            return match named {
                Some(last) => SourceForm::Body(front.start..last + 1),
                None if modified => SourceForm::Body(front.start..end),
                None => SourceForm::BodyNoun(joined),
            };
        }
        match description {
            Some(d) if d.plural => SourceForm::Group,
            Some(d) if !headline || d.words.is_empty() => SourceForm::Role(d),
            _ if headline => SourceForm::Words(front.start..end),
            _ => SourceForm::Other,
        }
    }

    fn without_article(&self, front: Range<usize>) -> Range<usize> {
        let skip = matches!(
            fold(self.word(front.start)).as_str(),
            "the" | "a" | "an" | "his" | "her" | "its" | "their" | "my" | "our"
        );
        front.start + usize::from(skip)..front.end
    }
}
