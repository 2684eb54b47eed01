//! Who is meant by a role: "the top Irish diplomat", "the speaker", "Iran’s chief executive".
//!
//! Candidates are the persons whose office, as the article or the publisher's list gives it, the role can mean
//! ([`Roles::fit`]) and none of whose offices names another country. Among them decide, in this order: naming
//! the same country, the closeness of the offices, who is talked about most at that point; where nobody fits
//! who was named before, who is named next. Two equal ones: nobody. A bare noun ("the senator") that fits several
//! means the one talked about most, if nobody it fits comes near.

use std::cmp::Reverse;

use super::article::Article;
use super::discourse::{Candidate, Discourse};
use crate::gazetteer::CountryKey;
use crate::people::cast::{MemberIdx, MemberKind};
use crate::people::roles::{Description, Roles};
use crate::speaker_lexicon::ListedSpeaker;

/// A person with the offices known of them.
#[derive(Debug)]
pub(super) struct Holder<'a> {
    pub member: MemberIdx,
    /// Offices with the token where the article gives them; `usize::MAX` for those of the publisher's list.
    pub offices: Vec<(usize, &'a Description)>,
    pub country: Option<CountryKey>,
}

/// The outcome for one role.
#[derive(Debug)]
pub(super) enum Found<'a> {
    /// One best person, the office that fits, and whether nobody else fits at all.
    One { member: MemberIdx, office: &'a Description, listed: bool, alone: bool },
    /// Several equal ones.
    Several(Vec<MemberIdx>),
    /// Nobody.
    Nobody,
}

/// All persons of the article with an office. `listed` has the entry of the publisher's list for each member.
pub(super) fn holders<'a>(
    article: &'a Article,
    listed: &[Option<&'a ListedSpeaker>],
) -> Vec<Holder<'a>> {
    let mut holders = Vec::new();
    for (i, member) in article.cast.members.iter().enumerate() {
        if member.kind != MemberKind::Person {
            continue;
        }
        let own = member
            .distinct_descriptions(&article.names)
            .into_iter()
            .filter(|(_, d)| !d.plural)
            .map(|(_, d)| (d.tokens.start, d));
        let list = listed.get(i).copied().flatten();
        let given = list.into_iter().flat_map(|l| &l.offices).map(|d| (usize::MAX, d));
        let offices: Vec<_> = own.chain(given).collect();
        if offices.is_empty() {
            continue;
        }
        let country = list.and_then(|l| l.country);
        let country = country.or_else(|| offices.iter().find_map(|(_, d)| d.country));
        holders.push(Holder { member: MemberIdx(i), offices, country });
    }
    holders
}

/// Somebody whom a role fits.
struct Fitting<'a> {
    member: MemberIdx,
    office: &'a Description,
    /// Where the article gives the office.
    token: usize,
    /// Whether the role names their country.
    same_country: bool,
    likeness: u32,
    /// How much they are talked about.
    weight: u32,
}

impl Fitting<'_> {
    /// The greater, the more likely meant by a role at token `at`: the same country, a close office, who is talked
    /// about, an equal office, who is named next.
    fn rank(&self, at: usize) -> impl Ord + use<> {
        let named_next = self.weight == 0 && self.token > at;
        let next = named_next.then_some(Reverse(self.token));
        (self.same_country, self.likeness.min(3), self.weight, self.likeness, next)
    }
}

/// Who `role` means, read at token `at` in `sentence`.
pub(super) fn find_holder<'a>(
    article: &Article,
    holders: &[Holder<'a>],
    discourse: &Discourse,
    role: &Description,
    sentence: usize,
    at: usize,
) -> Found<'a> {
    let salience = discourse.candidates(&article.cast, sentence, role.gender);
    let mut fitting = fitting(article, holders, &salience, role);
    fitting.sort_by_key(|one| Reverse(one.rank(at)));
    let several = |all: &[Fitting]| Found::Several(all.iter().map(|one| one.member).collect());
    match fitting.as_slice() {
        [] => Found::Nobody,
        [_, _, ..] if is_bare(role) && !stands_out(&fitting, &salience) => several(&fitting),
        [best, second, ..] if best.rank(at) == second.rank(at) => {
            let n_equal = fitting.iter().take_while(|one| one.rank(at) == best.rank(at)).count();
            several(&fitting[..n_equal])
        }
        [best, rest @ ..] => Found::One {
            member: best.member,
            office: best.office,
            listed: best.token == usize::MAX,
            alone: rest.is_empty(),
        },
    }
}

/// The `holders` that `role` fits, with the office that fits best, in their order.
fn fitting<'a>(
    article: &Article,
    holders: &[Holder<'a>],
    salience: &[Candidate],
    role: &Description,
) -> Vec<Fitting<'a>> {
    let agrees = |h: &&Holder| {
        let country = role.country.zip(h.country).is_none_or(|(a, b)| a == b);
        let gender = role.gender.zip(article.cast[h.member].gender).is_none_or(|(a, b)| a == b);
        country && gender
    };
    let fits = |h: &Holder<'a>| {
        // The description itself is no evidence: "the mayor said" is not Ann Lee, the mayor of elsewhere.
        let offices = h.offices.iter().filter_map(|&(token, office)| {
            Some((Roles::builtin().fit(role, office)?, Reverse(token), office))
        });
        let (likeness, Reverse(token), office) =
            offices.max_by_key(|&(likeness, token, _)| (likeness, token))?;
        let same_country = role.country.is_some() && role.country == h.country;
        let weight = weight_of(h.member, salience);
        Some(Fitting { member: h.member, office, token, same_country, likeness, weight })
    };
    holders.iter().filter(agrees).filter_map(fits).collect()
}

/// "The senator" says little.
fn is_bare(role: &Description) -> bool {
    role.words.is_empty() && role.country.is_none()
}

/// Whether the first of `fitting` is much talked about, and clearly more than the others.
fn stands_out(fitting: &[Fitting], salience: &[Candidate]) -> bool {
    let [best, rest @ ..] = fitting else { return false };
    let is_clear = rest.iter().all(|other| 2 * other.weight <= best.weight);
    is_clear && salience.iter().take(2).any(|most| most.member == best.member)
}

/// How much `member` is talked about.
fn weight_of(member: MemberIdx, salience: &[Candidate]) -> u32 {
    salience.iter().find(|c| c.member == member).map_or(0, |c| c.weight)
}
