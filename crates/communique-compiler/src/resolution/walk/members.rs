//! What sources tell of the cast, before the walk: words that are no name leave it, a name that speaks is somebody,
//! and what speaks without being a name of the text becomes a member of its own.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::Walk;
use crate::attribution::Pattern;
use crate::people::Gender;
use crate::people::cast::{Member, MemberIdx, MemberKind, same_person};
use crate::people::fold::name_word;
use crate::people::given_names::given_name;
use crate::people::lower_case::is_lower_case_word;
use crate::people::roles::Roles;
use crate::people::words::Words;
use crate::resolution::article::normalized;
use crate::resolution::source::SourceForm;
use crate::tokens::Case;

impl Walk<'_> {
    /// "Remarks", "Significantly", "Agency": a single word that has its capital from the sentence's beginning wherever it
    /// stands, or but once from elsewhere, and that is a common word or occurs as one, is no name.
    pub(super) fn drop_common_words(&mut self) {
        let common = self.common_words();
        if common.is_empty() {
            return;
        }
        let cast = &mut self.article.cast;
        let dropped = |m: &Member| is_bare(m) && common.contains(&m.words[0]);
        for (_, form) in self.forms.iter_mut().flatten() {
            let SourceForm::Name(mention) = *form else { continue };
            if cast.of(mention).is_some_and(|m| dropped(&cast[m])) {
                *form = SourceForm::Other;
            }
        }
        for i in 0..cast.of_mention.len() {
            if cast.of(i).is_some_and(|m| dropped(&cast[m])) {
                cast.of_mention[i] = None;
            }
        }
    }

    /// The single words among the sources that are taken for names and are none.
    fn common_words(&self) -> HashSet<String> {
        let article = &self.article;
        let doubtful = |i: usize| {
            let member = &article.cast[article.cast.of(i)?];
            let word = member.words.first().filter(|_| is_bare(member))?;
            let first = |m: &usize| article.is_first(article.names[*m].name.start);
            let mut inside = member.mentions.iter().filter(|m| !first(m));
            let doubtful = match (inside.next(), inside.next()) {
                (None, _) => true,
                // "the Guardian" is hardly a guardian.
                (Some(&once), None) => is_lower_case_word(word) && !self.has_article(once),
                _ => false,
            };
            let doubtful = doubtful && given_name(word).is_none();
            doubtful.then(|| word.clone())
        };
        let mut words: HashSet<String> =
            self.named_sources().filter_map(|(_, i)| doubtful(i)).collect();
        if words.is_empty() {
            return words;
        }
        let tokens = article.prose.tokens.iter().filter(|t| t.case == Case::Lower);
        let lower: HashSet<&str> = tokens.map(|t| t.text(article.prose.text)).collect();
        let heads_once = self.once_before_a_colon();
        words.retain(|w| {
            lower.contains(w.as_str()) || looks_common(w) || heads_once.contains(w.as_str())
        });
        words
    }

    /// "Eggs: …", "Tip: …": words that the article holds nowhere else head a line of a list.
    fn once_before_a_colon(&self) -> HashSet<&str> {
        let sources = self.attributions.iter().zip(&self.forms);
        let labels = sources.filter(|(attribution, _)| attribution.pattern == Pattern::Label);
        let member = |form: &Option<(Range<usize>, SourceForm)>| match form {
            Some((_, SourceForm::Name(i))) => self.article.cast.of(*i),
            _ => None,
        };
        labels
            .filter_map(|(_, form)| Some(&self.article.cast[member(form)?]))
            .filter(|member| member.mentions.len() == 1)
            .filter_map(|member| member.words.first().map(String::as_str))
            .collect()
    }

    /// A name that speaks is somebody: a member not known to be a person becomes one, or a body where an article
    /// stands in front ("the Guardian").
    pub(super) fn promote_sources(&mut self) {
        let sources: Vec<(usize, usize)> =
            self.named_sources().map(|(tokens, i)| (tokens.start, i)).collect();
        for (start, i) in sources {
            let Some(member) = self.article.cast.of(i) else { continue };
            let name = &self.article.names[i];
            let article = name.whole.start > start && self.has_article(i);
            let member = &mut self.article.cast[member];
            if member.kind == MemberKind::Unknown {
                member.kind = if article { MemberKind::Body } else { MemberKind::Person };
            }
        }
    }

    /// Whether "the" stands in front of name mention `i`.
    fn has_article(&self, i: usize) -> bool {
        let start = self.article.names[i].whole.start;
        start > 0 && self.article.prose.word(start - 1).eq_ignore_ascii_case("the")
    }

    /// Sources that are name mentions: their tokens and the mention.
    fn named_sources(&self) -> impl Iterator<Item = (&Range<usize>, usize)> {
        self.forms.iter().flatten().filter_map(|(tokens, form)| match form {
            SourceForm::Name(i) => Some((tokens, *i)),
            _ => None,
        })
    }

    /// Members for sources and listeners that no mention names, by the first token of their words.
    pub(super) fn add_members(&mut self) -> HashMap<usize, MemberIdx> {
        let mut named = HashMap::new();
        self.add_named_bodies(&mut named);
        self.add_headline_names(&mut named);
        named
    }

    /// Sources that are bodies named by a phrase ("the Lee campaign") become members; so do countries that speak.
    fn add_named_bodies(&mut self, named: &mut HashMap<usize, MemberIdx>) {
        let mut by_words: HashMap<String, MemberIdx> = HashMap::new();
        for (i, member) in self.article.cast.members.iter().enumerate() {
            if member.kind == MemberKind::Body {
                by_words.entry(member.words.join(" ")).or_insert(MemberIdx(i));
            }
        }
        for (_, form) in self.forms.iter().chain(&self.listeners).flatten() {
            let tokens = match form {
                SourceForm::Body(tokens) => tokens.clone(),
                SourceForm::Name(i) if self.article.cast.of(*i).is_none() => {
                    self.article.names[*i].name.clone()
                }
                _ => continue,
            };
            let name = capitalized(&normalized(self.article.words_of(&tokens)));
            let words: Vec<String> = name.split_whitespace().map(name_word).collect();
            let members = &mut self.article.cast.members;
            let member = *by_words.entry(words.join(" ")).or_insert_with(|| {
                members.push(unmentioned(name, words, MemberKind::Body, None));
                MemberIdx(members.len() - 1)
            });
            named.insert(tokens.start, member);
        }
    }

    /// Sources in headlines: capitals say nothing there, so that the words are matched with names of the text, and
    /// are a name of their own only where they begin with a given name.
    fn add_headline_names(&mut self, named: &mut HashMap<usize, MemberIdx>) {
        let prose = self.article.prose;
        for (_, form) in self.forms.iter().flatten() {
            let SourceForm::Words(tokens) = form else { continue };
            let words: Vec<String> = tokens.clone().map(|at| name_word(prose.word(at))).collect();
            let name = normalized(self.article.words_of(tokens));
            let members = &mut self.article.cast.members;
            let fits = |m: &Member| {
                m.words.last() == words.last()
                    && (words.len() == 1 || same_person(&m.words, &words))
            };
            let known = members.iter().enumerate().filter(|(_, m)| fits(m));
            let known = known.max_by_key(|(_, m)| m.mentions.len()).map(|(known, _)| known);
            let member = known.or_else(|| {
                let gender = given_name(prose.word(tokens.start)).filter(|_| words.len() > 1)?;
                members.push(unmentioned(name, words, MemberKind::Person, gender));
                Some(members.len() - 1)
            });
            if let Some(member) = member {
                named.insert(tokens.start, MemberIdx(member));
            }
        }
    }
}

/// Whether a folded word is one of those that are written in lower case, or the plural of a role.
fn looks_common(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or_default();
    // Democrats speak as a body.
    let role = Roles::builtin().has(singular) && !Words::builtin().office.contains(singular);
    role || is_lower_case_word(word)
}

/// Whether a member is a single word, and nothing but that says what it is: "Supplier", "Agency".
fn is_bare(member: &Member) -> bool {
    let [word] = &member.words[..] else { return false };
    match member.kind {
        MemberKind::Person => false,
        MemberKind::Body => !Words::builtin().common_bodies.contains(word),
        MemberKind::Unknown => true,
    }
}

/// A member that no name mention names.
fn unmentioned(
    name: String,
    words: Vec<String>,
    kind: MemberKind,
    gender: Option<Gender>,
) -> Member {
    let forms = vec![name.clone()];
    Member { name, words, suffix: None, kind, gender, mentions: Vec::new(), full: None, forms }
}

/// With a capital first, as a name is shown.
fn capitalized(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
