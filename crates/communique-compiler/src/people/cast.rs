//! The cast of an article: one member for each person or body it names, with all its mentions.
//!
//! Two mentions are one member by these rules, in this order, and by no other:
//! 1. the same words (folded, without particles, articles and honorifics);
//! 2. for names of several words: the last words are equal and the shorter name's words occur in the longer in
//!    order (`Javad Zarif`, `Mohammad Javad Zarif`), an initial standing for its name; Jr. and Sr. must agree;
//! 3. a single word is the last word of a name of several (`Zarif`), or else the first word of one person's only
//!    (`Ilham`) or of persons whose family name comes first (`Kim`); where several persons share it, the honorific's gender decides, then who is named in full more
//!    often, then who was named in full before;
//! 4. rule 2 or 3 in another transliteration ([`transliteration_key`]), for persons only.
//!
//! Bodies join by rule 1, or a single word with the last word of one body's name (`the Times`).

use std::collections::HashMap;
use std::ops::Range;

use super::Gender;
use super::given_names::given_name;
use super::names::{NameKind, NameMention};
use super::roles::Description;
use crate::resolution::transliteration::transliteration_key;
use crate::sentences::Prose;

/// A member's place in [`Cast::members`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberIdx(pub usize);

/// All the members of one article.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// In the order of their first full mention.
    pub members: Vec<Member>,
    /// For each name mention its member; `None` for places.
    pub of_mention: Vec<Option<MemberIdx>>,
}

/// A person or body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The fullest form the article gives, as it spells it.
    pub name: String,
    /// Its words as they are compared.
    pub words: Vec<String>,
    /// "jr" and the like.
    pub suffix: Option<String>,
    /// What it is.
    pub kind: MemberKind,
    /// From honorific, given name or role, in this order.
    pub gender: Option<Gender>,
    /// Indices of its mentions, in order.
    pub mentions: Vec<usize>,
    /// The first mention with the fullest form; `None` for what no name mention names.
    pub full: Option<usize>,
    /// Other spellings in the article, in order of appearance.
    pub forms: Vec<String>,
}

/// What a member is, as far as the article tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MemberKind {
    /// There is a title, a given name or a description that says so.
    Person,
    /// A body, or a country as one.
    Body,
    /// Named, but not said to be a person.
    Unknown,
}

impl Cast {
    /// The members that `mentions` are of.
    pub fn new(prose: &Prose, mentions: &[NameMention]) -> Self {
        let mut builder = Builder { prose, mentions, cast: Cast::default(), exact: HashMap::new() };
        builder.cast.of_mention = vec![None; mentions.len()];
        let words: Vec<Vec<String>> = mentions.iter().map(|m| m.name_words(prose)).collect();
        let single = |i: usize| words[i].len() < 2;
        let named = |i: &usize| mentions[*i].kind != NameKind::Place && !words[*i].is_empty();
        for i in (0..mentions.len()).filter(named).filter(|&i| !single(i)) {
            builder.add_full(i, &words[i]);
        }
        let by_last = builder.index();
        for i in (0..mentions.len()).filter(named).filter(|&i| single(i)) {
            builder.add_single(i, &words[i], &by_last);
        }
        let mut cast = builder.cast;
        for member in &mut cast.members {
            member.mentions.sort_unstable();
            member.finish(prose, mentions);
        }
        cast
    }

    /// The member of mention `i`.
    pub fn of(&self, i: usize) -> Option<MemberIdx> {
        self.of_mention[i]
    }
}

impl std::ops::Index<MemberIdx> for Cast {
    type Output = Member;
    fn index(&self, idx: MemberIdx) -> &Member {
        &self.members[idx.0]
    }
}

impl std::ops::IndexMut<MemberIdx> for Cast {
    fn index_mut(&mut self, idx: MemberIdx) -> &mut Member {
        &mut self.members[idx.0]
    }
}

struct Builder<'a> {
    prose: &'a Prose<'a>,
    mentions: &'a [NameMention],
    cast: Cast,
    /// Members by their words joined, to find rule 1 without a search.
    exact: HashMap<String, Vec<MemberIdx>>,
}

/// Members with a name of several words, by last word, first word and key of the last word.
struct Index {
    by_last: HashMap<String, Vec<MemberIdx>>,
    by_first: HashMap<String, Vec<MemberIdx>>,
    by_key: HashMap<String, Vec<MemberIdx>>,
}

impl Builder<'_> {
    fn add_full(&mut self, i: usize, words: &[String]) {
        let mention = &self.mentions[i];
        let suffix = mention.suffix(self.prose);
        let body = mention.kind == NameKind::Body;
        let joined = words.join(" ");
        // Rule 1 first, cheaply; rules 2 and 4 need a look at the members with the same last word.
        let same = self
            .exact
            .get(&joined)
            .and_then(|found| found.iter().copied().find(|&m| self.cast[m].suffix == suffix));
        let last = last_key(words);
        let found = same.or_else(|| {
            let candidates = self.exact.get(&last)?;
            let fits = |m: &&MemberIdx| {
                let member = &self.cast[**m];
                !body
                    && member.kind != MemberKind::Body
                    && (suffix.is_none() || member.suffix.is_none() || member.suffix == suffix)
                    && same_person(&member.words, words)
            };
            candidates.iter().find(fits).copied()
        });
        let found = found.unwrap_or_else(|| {
            let member = self.new_member(i, words, suffix);
            self.exact.entry(last).or_default().push(member);
            member
        });
        let known = self.exact.entry(joined).or_default();
        if !known.contains(&found) {
            known.push(found);
        }
        self.join(i, found, words);
    }

    fn new_member(&mut self, i: usize, words: &[String], suffix: Option<String>) -> MemberIdx {
        let mention = &self.mentions[i];
        let kind = match mention.kind {
            NameKind::Body => MemberKind::Body,
            NameKind::Person | NameKind::Place | NameKind::Unknown => MemberKind::Unknown,
        };
        self.cast.members.push(Member {
            name: spelling(self.prose, &mention.name),
            words: words.to_vec(),
            suffix,
            kind,
            gender: None,
            mentions: Vec::new(),
            full: Some(i),
            forms: Vec::new(),
        });
        MemberIdx(self.cast.members.len() - 1)
    }

    fn join(&mut self, i: usize, member: MemberIdx, words: &[String]) {
        self.cast.of_mention[i] = Some(member);
        let form = spelling(self.prose, &self.mentions[i].name);
        let member = &mut self.cast[member];
        member.mentions.push(i);
        if fuller(words, &member.words) {
            member.words = words.to_vec();
            member.name = form.clone();
            member.full = Some(i);
        }
        if !member.forms.contains(&form) {
            member.forms.push(form);
        }
    }

    fn index(&self) -> Index {
        let mut index =
            Index { by_last: HashMap::new(), by_first: HashMap::new(), by_key: HashMap::new() };
        for (i, member) in self.cast.members.iter().enumerate() {
            let (Some(first), Some(last)) = (member.words.first(), member.words.last()) else {
                continue;
            };
            let idx = MemberIdx(i);
            index.by_last.entry(last.clone()).or_default().push(idx);
            if member.kind != MemberKind::Body {
                index.by_first.entry(first.clone()).or_default().push(idx);
                index.by_key.entry(transliteration_key(last)).or_default().push(idx);
            }
        }
        index
    }

    fn add_single(&mut self, i: usize, words: &[String], index: &Index) {
        let word = &words[0];
        let mention = &self.mentions[i];
        let unique = |found: &[MemberIdx]| (found.len() == 1).then(|| found[0]);
        let by_last = index.by_last.get(word).map_or(&[][..], Vec::as_slice);
        let body = mention.kind == NameKind::Body;
        let (bodies, persons): (Vec<MemberIdx>, Vec<MemberIdx>) =
            by_last.iter().partition(|&&m| self.cast[m].kind == MemberKind::Body);
        let found = if body { unique(&bodies) } else { self.choose(i, &persons) };
        let found = found.or_else(|| {
            let by_first = index.by_first.get(word).filter(|_| !body && persons.is_empty())?;
            let family_first: Vec<MemberIdx> =
                by_first.iter().copied().filter(|&m| self.is_family_first(m)).collect();
            unique(by_first)
                .filter(|m| {
                    given_name(word).is_some() || mention.titled || family_first.contains(m)
                })
                .or_else(|| self.choose(i, &family_first))
        });
        let found = found.or_else(|| {
            let by_key = index.by_key.get(&transliteration_key(word));
            by_key.filter(|_| !body && persons.is_empty()).and_then(|found| unique(found))
        });
        let found = found.unwrap_or_else(|| {
            let known = self.exact.get(word).and_then(|known| known.first().copied());
            known.unwrap_or_else(|| {
                let member = self.new_member(i, words, None);
                self.exact.insert(word.clone(), vec![member]);
                member
            })
        });
        self.join(i, found, words);
    }

    /// Whether the family name comes first: "Liu Wenzhao", where no word is a given name of other countries, or "Kim
    /// Jong-un", where the given name is written in two.
    fn is_family_first(&self, member: MemberIdx) -> bool {
        let full = &self.cast[member];
        let in_two = |word: &str| {
            word.split_once('-').is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase))
        };
        full.kind != MemberKind::Body
            && full.words.len() <= 3
            && (full.words.iter().all(|word| given_name(word).is_none()) && self.is_person(member)
                || full.words.len() == 2 && full.name.split(' ').nth(1).is_some_and(in_two))
    }

    /// Whether a mention so far says that the member is a person.
    fn is_person(&self, member: MemberIdx) -> bool {
        let member = &self.cast[member];
        let says = |&m: &usize| {
            let mention = &self.mentions[m];
            mention.kind == NameKind::Person || mention.before.is_some() || mention.after.is_some()
        };
        member.kind == MemberKind::Person || member.mentions.iter().any(says)
    }

    /// The one of `persons`, who share a surname, that mention `i` means (rule 3).
    fn choose(&self, i: usize, persons: &[MemberIdx]) -> Option<MemberIdx> {
        let gender = self.mentions[i].gender;
        let gender_of = |m: MemberIdx| {
            self.cast[m]
                .gender
                .or_else(|| given_gender(self.prose, &self.mentions[self.cast[m].mentions[0]]))
        };
        let agrees =
            |m: &MemberIdx| gender.is_none() || gender_of(*m).is_none_or(|g| Some(g) == gender);
        let n_full = |m: MemberIdx| {
            let full = |&&k: &&usize| self.mentions[k].name.len() > 1;
            self.cast[m].mentions.iter().filter(full).count()
        };
        let before = |m: MemberIdx| self.cast[m].mentions[0] < i;
        let rank = |m: &MemberIdx| (n_full(*m), before(*m), std::cmp::Reverse(*m));
        persons.iter().copied().filter(agrees).max_by_key(rank)
    }
}

/// Whether `new` is a better full name than `old`: longer, and with a given name or initial in front, which
/// "Using Ann Lee" and "Vermonter Ann Lee" have not.
fn fuller(new: &[String], old: &[String]) -> bool {
    let begins_well = |words: &[String]| {
        let first = words.first();
        first.is_some_and(|w| w.chars().count() == 1 || given_name(w).is_some())
    };
    match (begins_well(new), begins_well(old)) {
        (true, false) => new.len() > 1,
        (false, true) => false,
        _ => new.len() > old.len() && (begins_well(new) || new.first() == old.first()),
    }
}

impl Member {
    /// Settles kind and gender from all its mentions.
    fn finish(&mut self, prose: &Prose, mentions: &[NameMention]) {
        let own = || self.mentions.iter().map(|&i| &mentions[i]);
        if own().any(|m| m.kind == NameKind::Body) && !own().any(|m| m.kind == NameKind::Person) {
            self.kind = MemberKind::Body;
        } else if self.kind != MemberKind::Body {
            let person = |m: &NameMention| {
                m.kind == NameKind::Person || m.before.is_some() || m.after.is_some()
            };
            if own().any(person) {
                self.kind = MemberKind::Person;
            }
        }
        let by_title = own().find_map(|m| m.gender);
        let by_name = own().find_map(|m| given_gender(prose, m));
        let described = || own().flat_map(|m| m.before.iter().chain(&m.after));
        let by_role = described().find_map(|d: &Description| d.gender);
        self.gender = by_title.or(by_name).or(by_role);
    }

    /// What the article says its offices are, in order of mention.
    pub fn descriptions<'a>(
        &'a self,
        mentions: &'a [NameMention],
    ) -> impl Iterator<Item = (usize, &'a Description)> {
        let both =
            |&i: &usize| mentions[i].before.iter().chain(&mentions[i].after).map(move |d| (i, d));
        self.mentions.iter().flat_map(both)
    }
}

impl Member {
    /// [`Member::descriptions`] without those that say what an earlier one says. A member is called "Mayor" a
    /// hundred times and has a handful of these.
    pub fn distinct_descriptions<'a>(
        &'a self,
        mentions: &'a [NameMention],
    ) -> Vec<(usize, &'a Description)> {
        let mut distinct: Vec<(usize, &Description)> = Vec::new();
        for (i, description) in self.descriptions(mentions) {
            if !distinct.iter().any(|(_, known)| known.says_same(description)) {
                distinct.push((i, description));
            }
        }
        distinct
    }
}

/// The gender of the given name, where the mention has one: the first word of several.
fn given_gender(prose: &Prose, mention: &NameMention) -> Option<Gender> {
    let first = mention.name.start;
    (mention.name.len() > 1).then(|| given_name(prose.word(first))).flatten().flatten().or_else(
        || {
            // J. Edgar Hoover goes by the second.
            let initial = prose.word(first).ends_with('.') && mention.name.len() > 2;
            initial.then(|| given_name(prose.word(first + 1))).flatten().flatten()
        },
    )
}

/// The name as the article spells it, white space made single.
fn spelling(prose: &Prose, name: &Range<usize>) -> String {
    let mut spelt = String::new();
    for i in name.clone() {
        let touches = i > name.start && prose.tokens[i - 1].span.end == prose.tokens[i].span.start;
        if i > name.start && !touches {
            spelt.push(' ');
        }
        spelt.push_str(prose.word(i));
    }
    spelt
}

/// Where [`Builder::exact`] keeps members by the sound of their last word; never equal to joined words.
fn last_key(words: &[String]) -> String {
    format!("/{}", words.last().map_or_else(String::new, |w| transliteration_key(w)))
}

/// Rules 2 and 4: whether two names of several words can be one person's.
pub fn same_person(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (Some(x), Some(y)) = (short.last(), long.last()) else { return false };
    if !same_word(x, y) {
        return false;
    }
    let mut rest = long[..long.len() - 1].iter();
    short[..short.len() - 1].iter().all(|word| rest.any(|other| same_given(word, other)))
}

fn same_given(a: &str, b: &str) -> bool {
    let initial = a.chars().count() == 1 || b.chars().count() == 1;
    same_word(a, b) || (initial && a.chars().next() == b.chars().next())
}

/// Equal, or two transliterations of one word.
fn same_word(a: &str, b: &str) -> bool {
    a == b || transliteration_key(a) == transliteration_key(b)
}
