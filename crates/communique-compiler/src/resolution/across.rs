//! Across articles: which members of different articles are one speaker.
//!
//! By these rules, in this order, and by no other:
//! 1. a spelling listed in `lexicon/speakers.toml` belongs to the listed speaker;
//! 2. the same words, Jr. and the like included, are one, unless the articles give two countries;
//! 3. persons whose names are transliterations of each other word by word, or of which one has all the words of
//!    the other and the same last word, are one if an office of the one can mean an office of the other and no two
//!    countries are given, and if there is only one such person;
//! 4. so is a bare surname, if office *and* country are given on both sides and agree.
//!
//! Bodies merge by rules 1 and 2 only. Two persons of one surname thus stay two. Merging changes labels and ids,
//! never how many statements there are.

use std::collections::{BTreeMap, HashMap};

use super::transliteration::transliteration_key;
use super::{DocumentSpeakers, Spoken};
use crate::gazetteer::CountryKey;
use crate::people::cast::same_person;
use crate::people::fold::fold;
use crate::people::given_names::given_name;
use crate::people::roles::{Description, Roles};
use crate::speaker_lexicon::{SpeakerLexicon, name_key};

/// All speakers of a corpus, and who is who.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speakers {
    /// Sorted by id, each id once.
    pub speakers: Vec<Speaker>,
    /// For each document, for each of its members, the index of its speaker.
    pub of: Vec<Vec<usize>>,
}

/// A person or body, across documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Stable key: the canonical name in lower case ASCII with hyphens.
    pub id: String,
    /// The canonical name: the publisher's, or the spelling that most documents use, a bare surname and one
    /// without a given name in front last, the longest of equals.
    pub name: String,
    /// Other spellings, sorted.
    pub aliases: Vec<String>,
    /// The country spoken for.
    pub country: Option<CountryKey>,
    /// Whether it is a body.
    pub is_body: bool,
}

/// Members taken for one speaker so far.
#[derive(Debug, Default)]
struct Group {
    listed: Option<usize>,
    words: Vec<String>,
    suffix: Option<String>,
    is_body: bool,
    country: Option<CountryKey>,
    offices: Vec<Description>,
    /// Spellings with the number of documents that use them.
    forms: BTreeMap<String, usize>,
    members: Vec<(usize, usize)>,
}

/// Merges the members of `documents`, which are in the corpus's order.
///
/// Costs one look-up for each member, and a comparison with the groups of the same surname.
pub fn merge(documents: &[DocumentSpeakers], lexicon: &SpeakerLexicon) -> Speakers {
    let mut groups = same_names(documents, lexicon);
    merge_variants(&mut groups);
    groups.retain(|g| !g.members.is_empty());
    name_all(groups, documents, lexicon)
}

/// Rules 1 and 2.
fn same_names(documents: &[DocumentSpeakers], lexicon: &SpeakerLexicon) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (i, listed) in lexicon.speakers.iter().enumerate() {
        groups.push(Group {
            listed: Some(i),
            words: name_key(&listed.name).split(' ').map(str::to_owned).collect(),
            country: listed.country,
            offices: listed.offices.clone(),
            ..Group::default()
        });
    }
    let mut by_words: HashMap<(String, Option<&str>, bool), Vec<usize>> = HashMap::new();
    for (d, document) in documents.iter().enumerate() {
        for (m, member) in document.members.iter().enumerate() {
            let forms = member.forms.iter().chain([&member.name]).map(String::as_str);
            let found = lexicon.find(forms).or_else(|| {
                let key = (member.words.join(" "), member.suffix.as_deref(), member.is_body);
                let known = by_words.entry(key).or_default();
                let fits = |&&g: &&usize| agree(groups[g].country, member.country);
                known.iter().find(fits).copied().or_else(|| {
                    known.push(groups.len());
                    None
                })
            });
            let group = found.unwrap_or_else(|| {
                groups.push(Group {
                    words: member.words.clone(),
                    suffix: member.suffix.clone(),
                    is_body: member.is_body,
                    ..Group::default()
                });
                groups.len() - 1
            });
            groups[group].take(member, (d, m));
        }
    }
    groups
}

impl Group {
    fn take(&mut self, member: &Spoken, place: (usize, usize)) {
        self.members.push(place);
        self.country = self.country.or(member.country);
        for office in &member.offices {
            if !self.offices.iter().any(|known| known.says_same(office)) {
                self.offices.push(office.clone());
            }
        }
        for form in &member.forms {
            *self.forms.entry(form.clone()).or_default() += 1;
        }
    }

    fn absorb(&mut self, other: Group) {
        if other.words.len() > self.words.len() && self.listed.is_none() {
            self.words = other.words;
        }
        self.country = self.country.or(other.country);
        self.offices.extend(other.offices);
        for (form, n) in other.forms {
            *self.forms.entry(form).or_default() += n;
        }
        self.members.extend(other.members);
    }
}

/// Rules 3 and 4.
fn merge_variants(groups: &mut [Group]) {
    let mut by_surname: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, group) in groups.iter().enumerate() {
        if let Some(last) = group.words.last().filter(|_| !group.is_body) {
            by_surname.entry(transliteration_key(last)).or_default().push(i);
        }
    }
    for mut alike in by_surname.into_values() {
        // The fullest names first, so that shorter ones find them; the publisher's before all.
        alike.sort_by_key(|&g| {
            (groups[g].listed.is_none(), std::cmp::Reverse(groups[g].words.len()), g)
        });
        for i in 0..alike.len() {
            let small = alike[i];
            if groups[small].listed.is_some() || groups[small].members.is_empty() {
                continue;
            }
            let fits =
                |&&g: &&usize| !is_absorbed(&groups[g]) && variants(&groups[g], &groups[small]);
            let mut found = alike[..i].iter().filter(fits);
            if let (Some(&big), None) = (found.next(), found.next()) {
                let taken = std::mem::take(&mut groups[small]);
                groups[big].absorb(taken);
            }
        }
    }
}

fn is_absorbed(group: &Group) -> bool {
    group.listed.is_none() && group.members.is_empty()
}

/// Whether two groups are one person by rule 3 or 4.
fn variants(a: &Group, b: &Group) -> bool {
    let bare = a.words.len() == 1 || b.words.len() == 1;
    let countries = match bare {
        true => a.country.is_some() && a.country == b.country,
        false => agree(a.country, b.country),
    };
    let same = a.suffix == b.suffix
        && if bare { same_surname(a, b) } else { same_person(&a.words, &b.words) };
    let fits = |x: &Description, y: &Description| {
        Roles::builtin().fit(x, y).is_some() || Roles::builtin().fit(y, x).is_some()
    };
    same && countries && a.offices.iter().any(|x| b.offices.iter().any(|y| fits(x, y)))
}

fn same_surname(a: &Group, b: &Group) -> bool {
    let key = |g: &Group| g.words.last().map(|w| transliteration_key(w));
    key(a) == key(b)
}

fn agree(a: Option<CountryKey>, b: Option<CountryKey>) -> bool {
    a.zip(b).is_none_or(|(a, b)| a == b)
}

/// Names and ids.
fn name_all(
    groups: Vec<Group>,
    documents: &[DocumentSpeakers],
    lexicon: &SpeakerLexicon,
) -> Speakers {
    let mut named: Vec<(Speaker, Vec<(usize, usize)>)> = Vec::with_capacity(groups.len());
    for group in groups {
        let listed = group.listed.map(|i| &lexicon.speakers[i]);
        let n_words = |form: &str| form.split_whitespace().count();
        let given =
            |form: &str| form.split_whitespace().next().is_some_and(|w| given_name(w).is_some());
        // BTreeMap: of equal ones the first in the alphabet.
        let by_use = group
            .forms
            .iter()
            .rev()
            .max_by_key(|&(form, n)| (n_words(form) > 1, given(form), *n, n_words(form)));
        let name = listed.map(|l| l.name.clone()).or_else(|| by_use.map(|(form, _)| form.clone()));
        let name = name.unwrap_or_else(|| group.words.join(" "));
        let mut aliases: Vec<String> = group.forms.into_keys().collect();
        aliases.extend(listed.into_iter().flat_map(|l| l.aliases.iter().cloned()));
        aliases.retain(|a| *a != name);
        aliases.sort();
        aliases.dedup();
        let country = listed.and_then(|l| l.country).or(group.country);
        let id = slug(&name);
        named.push((Speaker { id, name, aliases, country, is_body: group.is_body }, group.members));
    }
    // The earlier document keeps the plain id where two share a name.
    named.sort_by(|(a, x), (b, y)| (&a.id, x).cmp(&(&b.id, y)));
    make_unique(&mut named);
    named.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    let mut of: Vec<Vec<usize>> = documents.iter().map(|d| vec![0; d.members.len()]).collect();
    for (s, (_, members)) in named.iter().enumerate() {
        for &(d, m) in members {
            of[d][m] = s;
        }
    }
    Speakers { speakers: named.into_iter().map(|(speaker, _)| speaker).collect(), of }
}

/// Gives speakers that share an id their country, and if that does not help a number. `unresolved` is no
/// speaker's id: it means that nobody was found.
fn make_unique(named: &mut [(Speaker, Vec<(usize, usize)>)]) {
    let mut seen =
        std::collections::BTreeSet::from([communique_index::facet::UNRESOLVED.to_owned()]);
    for (speaker, _) in named {
        let base = speaker.id.clone();
        let with_country = speaker.country.map(|c| format!("{base}-{c}"));
        let numbered = (2..).map(|n: u32| format!("{base}-{n}"));
        let mut tries = [base.clone()].into_iter().chain(with_country).chain(numbered);
        speaker.id = tries.find(|id| !seen.contains(id)).expect("there is always another number");
        seen.insert(speaker.id.clone());
    }
}

/// Lower-case ASCII letters and digits, everything else a single hyphen; letters that have no ASCII form are
/// spelt by their code points.
fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in fold(name).chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            '\'' => {}
            _ if c.is_alphanumeric() => slug.push_str(&format!("{:x}", u32::from(c))),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let trimmed = slug.trim_end_matches('-');
    if trimmed.is_empty() { "speaker".to_owned() } else { trimmed.to_owned() }
}
