//! Roles: what a description such as "Iran’s top security official" or "Deputy Foreign Minister for Political
//! Affairs" says of a person, and whether one description can mean the holder of another.
//!
//! The nouns, what they cover and which words do not tell persons apart are data: `data/people/roles.toml`.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::fold::fold;
use super::words::Words;
use super::{CountryMention, Gender};
use crate::gazetteer::CountryKey;
use crate::sentences::Prose;
use crate::tokens::TokenKind;

/// What is known of role nouns.
#[derive(Debug)]
pub struct Roles {
    nouns: FxHashMap<String, Option<Gender>>,
    /// First words of nouns, with the number of words of the longest.
    starts: FxHashMap<String, usize>,
    abbreviations: FxHashMap<String, String>,
    covers: FxHashMap<String, Vec<String>>,
    general: FxHashSet<String>,
    seniority: FxHashSet<String>,
    rank: FxHashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    neutral: Vec<String>,
    male: Vec<String>,
    female: Vec<String>,
    seniority: FxHashSet<String>,
    rank: FxHashSet<String>,
    abbreviations: FxHashMap<String, String>,
    general: General,
    covers: FxHashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct General {
    nouns: FxHashSet<String>,
}

static BUILTIN: LazyLock<Roles> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../data/people/roles.toml"))
        .expect("the built-in roles are checked by a test");
    let with = |gender, list: Vec<String>| list.into_iter().map(move |noun| (noun, gender));
    let nouns: FxHashMap<String, Option<Gender>> = with(Some(Gender::Male), file.male)
        .chain(with(Some(Gender::Female), file.female))
        .chain(with(None, file.neutral))
        .collect();
    let mut starts: FxHashMap<String, usize> = FxHashMap::default();
    for noun in nouns.keys() {
        let n_words = noun.split(' ').count();
        let first = noun.split(' ').next().unwrap_or(noun);
        let longest = starts.entry(first.to_owned()).or_default();
        *longest = n_words.max(*longest);
    }
    // Some papers write Sen and Gen without the full stop.
    let dotless = file
        .abbreviations
        .iter()
        .map(|(short, noun)| (short.trim_end_matches('.').to_owned(), noun.clone()));
    let abbreviations = dotless.chain(file.abbreviations.clone()).collect();
    Roles {
        nouns,
        starts,
        abbreviations,
        covers: file.covers,
        general: file.general.nouns,
        seniority: file.seniority,
        rank: file.rank,
    }
});

/// A role noun found in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    /// How many tokens it takes.
    pub len: usize,
    /// Dictionary form: "senator" for "Sen.".
    pub lemma: String,
    /// Whom it can only be, if the word says so.
    pub gender: Option<Gender>,
    /// "officials", "ministers": more than one person.
    pub plural: bool,
}

/// What a stretch of text says of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// The words, without an article in front.
    pub tokens: Range<usize>,
    /// The role noun it is built on.
    pub noun: String,
    /// Whom that noun can only be.
    pub gender: Option<Gender>,
    /// More than one person.
    pub plural: bool,
    /// Words that make it another office: "deputy", "former".
    pub rank: Vec<String>,
    /// All other words that say something, folded: "security", "foreign".
    pub words: Vec<String>,
    /// The country it names, if any.
    pub country: Option<CountryKey>,
}

impl Roles {
    /// The built-in roles.
    pub fn builtin() -> &'static Roles {
        &BUILTIN
    }

    /// The role noun that starts at token `at` and ends before `end`, the longest there is.
    pub fn noun_at(&self, prose: &Prose, at: usize, end: usize) -> Option<Noun> {
        let first = fold(prose.word(at));
        if let Some(lemma) = self.abbreviation(prose, at, &first) {
            let gender = self.nouns.get(lemma).copied().flatten();
            let plural = matches!(first.as_str(), "sens." | "reps." | "govs.");
            return Some(Noun { len: 1, lemma: lemma.to_owned(), gender, plural });
        }
        // Most words begin no noun: one look-up, and for plurals a second, says so.
        let longest = self.starts.get(&first).copied().unwrap_or(0);
        let mut best = None;
        if longest > 0 || first.ends_with('s') {
            best = self.noun(&first).map(|found| (1, found));
        }
        let mut words = first;
        for len in 2..=longest {
            if at + len > end || !prose.tokens[at + len - 1].is_word() {
                break;
            }
            words.push(' ');
            words.push_str(&fold(prose.word(at + len - 1)));
            if let Some(found) = self.noun(&words) {
                best = Some((len, found));
            }
        }
        best.map(|(len, (lemma, gender, plural))| Noun { len, lemma, gender, plural })
    }

    fn abbreviation(&self, prose: &Prose, at: usize, folded: &str) -> Option<&str> {
        if !prose.tokens[at].is_capitalized() || folded.len() > 5 {
            return None;
        }
        self.abbreviations.get(folded).map(String::as_str)
    }

    fn noun(&self, words: &str) -> Option<(String, Option<Gender>, bool)> {
        if let Some(&gender) = self.nouns.get(words) {
            return Some((words.to_owned(), gender, false));
        }
        let singular = |s: &str| self.nouns.get(s).map(|&gender| (s.to_owned(), gender, true));
        let bare = words.strip_suffix('s')?;
        singular(bare)
            .or_else(|| singular(&format!("{}y", bare.strip_suffix("ie")?)))
            .or_else(|| singular(bare.strip_suffix('e')?))
    }

    /// Whether a single token is a role noun, a title or an abbreviation of one.
    pub fn is_noun(&self, prose: &Prose, at: usize) -> bool {
        self.noun_at(prose, at, at + 1).is_some()
    }

    /// Whether the folded words are a role noun.
    pub fn has(&self, folded: &str) -> bool {
        self.nouns.contains_key(folded)
    }

    /// Whether the word says how high, new or old an office is.
    pub fn is_modifier(&self, folded: &str) -> bool {
        self.seniority.contains(folded) || self.rank.contains(folded)
    }

    /// Reads `tokens` as a description. The noun is the last one before the first preposition or comma, or else
    /// the first there is. `None` where there is no role noun.
    pub fn describe(
        &self,
        prose: &Prose,
        tokens: Range<usize>,
        countries: &[CountryMention],
    ) -> Option<Description> {
        let (place, noun) = self.head(prose, &tokens)?;
        let in_noun = place..place + noun.len;
        let first = countries.partition_point(|c| c.tokens.start < tokens.start);
        let inside = || countries[first..].iter().take_while(|c| c.tokens.end <= tokens.end);
        let mut description = Description {
            noun: noun.lemma,
            gender: noun.gender,
            plural: noun.plural,
            rank: Vec::new(),
            words: Vec::new(),
            country: inside().next().map(|c| c.country),
            tokens: tokens.clone(),
        };
        for at in tokens.clone().filter(|at| !in_noun.contains(at)) {
            let token = prose.tokens[at];
            // "The 2012 nominee" is not the nominee.
            if token.kind == TokenKind::Number && token.span.end - token.span.start == 4 {
                description.rank.push(prose.word(at).to_owned());
            }
            if !matches!(token.kind, TokenKind::Word | TokenKind::Abbreviation)
                || inside().any(|c| c.tokens.contains(&at))
            {
                continue;
            }
            let mut word = fold(prose.word(at));
            // "then-Defence Minister", "ex-President"
            if let Some((rank, rest)) = word.split_once('-').filter(|(rank, _)| is_past(rank)) {
                description.rank.push(rank.to_owned());
                word = rest.to_owned();
            }
            let says_nothing = |w: &str| {
                self.seniority.contains(w) || Words::builtin().never.contains(w) || w == "an"
            };
            if self.rank.contains(&word) {
                description.rank.push(word);
            } else if !says_nothing(&word) {
                description.words.push(word);
            }
        }
        Some(description)
    }

    /// Place and noun that `tokens` are about.
    fn head(&self, prose: &Prose, tokens: &Range<usize>) -> Option<(usize, Noun)> {
        let mut best = None;
        let mut at = tokens.start;
        while at < tokens.end {
            let stops = match prose.tokens[at].kind {
                TokenKind::Comma | TokenKind::Dash => true,
                TokenKind::Word => is_preposition(prose.word(at)),
                _ => false,
            };
            if stops && best.is_some() {
                return best;
            }
            match self.noun_at(prose, at, tokens.end) {
                Some(noun) => {
                    let len = noun.len;
                    best = Some((at, noun));
                    at += len;
                }
                None => at += 1,
            }
        }
        best
    }

    /// Whether the holder of `office` can be called `role`: as a number, higher for a closer likeness, or `None`
    /// where the two contradict. A country that only one of them names does not contradict.
    pub fn fit(&self, role: &Description, office: &Description) -> Option<u32> {
        let same_country = match (&role.country, &office.country) {
            (Some(a), Some(b)) if a != b => return None,
            (Some(_), Some(_)) => true,
            _ => false,
        };
        let has_words = |words: &[String]| words.iter().all(|w| office.words.contains(w));
        let exact = role.noun == office.noun;
        let by_noun = exact || self.covers(&role.noun, &office.noun, 0);
        let general = self.general.contains(&role.noun);
        // "The official", "the man": that can be anyone.
        if general && !by_noun && role.words.is_empty() && role.country.is_none() {
            return None;
        }
        // "his Azerbaijani counterpart": the country says which office is meant.
        let counterpart = office.noun == "counterpart" && same_country;
        if !(by_noun || general || counterpart) || (!counterpart && !has_words(&role.words)) {
            return None;
        }
        // "The minister" is not the deputy minister; "the diplomat" may be.
        let (ours, theirs) = (&role.rank, &office.rank);
        // "Then-Minister Lee" was the minister at the time told of, and is a former one.
        let ranks = |of: &[String]| of.iter().any(|rank| rank != "then");
        let has = |rank: &String| {
            theirs.contains(rank) || is_past(rank) && theirs.iter().any(|held| held == "then")
        };
        if (exact && ranks(ours) != ranks(theirs) && !theirs.iter().any(|held| held == "then"))
            || !ours.iter().all(has)
        {
            return None;
        }
        let likeness = 2 * u32::from(same_country)
            + 2 * u32::from(exact)
            + u32::from(by_noun)
            + role.words.len() as u32;
        Some(likeness)
    }

    /// Whether `wide` covers `narrow`, in at most three steps.
    fn covers(&self, wide: &str, narrow: &str, depth: usize) -> bool {
        let Some(covered) = self.covers.get(wide) else { return false };
        covered.iter().any(|noun| noun == narrow)
            || (depth < 2 && covered.iter().any(|noun| self.covers(noun, narrow, depth + 1)))
    }
}

impl Description {
    /// Whether the two say the same, wherever they stand.
    pub fn says_same(&self, other: &Self) -> bool {
        (&self.noun, &self.rank, &self.words, self.country)
            == (&other.noun, &other.rank, &other.words, other.country)
            && self.plural == other.plural
    }
}

/// Whether a word before an office says that it is held no longer.
fn is_past(word: &str) -> bool {
    matches!(word, "former" | "ex" | "then" | "onetime" | "one-time")
}

/// Prepositions and the like that end the front part of a noun phrase.
pub fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "for"
            | "in"
            | "at"
            | "on"
            | "to"
            | "from"
            | "with"
            | "by"
            | "about"
            | "against"
            | "between"
            | "under"
            | "over"
            | "near"
            | "among"
            | "during"
            | "after"
            | "before"
            | "into"
            | "through"
            | "toward"
            | "towards"
            | "within"
            | "outside"
            | "behind"
            | "like"
            | "including"
    )
}
