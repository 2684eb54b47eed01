//! Who is meant by a role: "the top Irish diplomat", "the speaker", "Iran’s chief executive".
//!
//! Candidates are the persons whose office, as the article or the publisher's list gives it, the role can mean
//! ([`Roles::fit`]) and none of whose offices names another country. Among them decide, in this order: naming
//! the same country, the closeness of the offices, who is talked about most at that point; where nobody fits
//! who was named before, who is named next. Two equal ones: nobody. A bare noun ("the senator") that fits several
//! means the one talked about most, if nobody it fits comes near.

use std::cmp::Reverse;

use super::article::Article;
use super::discourse::Discourse;
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
    let agrees = |h: &&Holder| {
        let country = role.country.zip(h.country).is_none_or(|(a, b)| a == b);
        let gender = role.gender.zip(article.cast[h.member].gender).is_none_or(|(a, b)| a == b);
        country && gender
    };
    let mut ranked: Vec<_> = holders
        .iter()
        .filter(agrees)
        .filter_map(|h| {
            // The description itself is no evidence: "the mayor said" is not Ann Lee, the mayor of elsewhere.
            let fits = h.offices.iter().filter_map(|&(token, office)| {
                Some((Roles::builtin().fit(role, office)?, Reverse(token), office))
            });
            let (likeness, Reverse(token), office) =
                fits.max_by_key(|&(likeness, token, _)| (likeness, token))?;
            let same_country = role.country.is_some() && role.country == h.country;
            let weight = salience.iter().find(|c| c.member == h.member).map_or(0, |c| c.weight);
            let named_next = (weight == 0).then_some(Reverse(token)).filter(|_| token > at);
            Some((
                (same_country, likeness.min(3), weight, likeness, named_next),
                h.member,
                office,
                token,
            ))
        })
        .collect();
    ranked.sort_by_key(|&(key, ..)| Reverse(key));
    if role.words.is_empty() && role.country.is_none() {
        // "The senator" says little: whoever is meant is much talked about, and clearly more than others it fits.
        let most: Vec<MemberIdx> = salience.iter().take(2).map(|c| c.member).collect();
        if let [best, rest @ ..] = ranked.as_slice()
            && !rest.is_empty()
        {
            let weight = |member: MemberIdx| {
                salience.iter().find(|c| c.member == member).map_or(0, |c| c.weight)
            };
            let clear = rest.iter().all(|other| 2 * weight(other.1) <= weight(best.1));
            if !clear || !most.contains(&best.1) {
                return Found::Several(ranked.iter().map(|&(_, member, ..)| member).collect());
            }
        }
    }
    match ranked.as_slice() {
        [] => Found::Nobody,
        [(best, ..), (second, ..), ..] if best == second => {
            let equal = ranked.iter().filter(|(key, ..)| key == best);
            Found::Several(equal.map(|&(_, member, ..)| member).collect())
        }
        [(_, member, office, token), rest @ ..] => Found::One {
            member: *member,
            office,
            listed: *token == usize::MAX,
            alone: rest.is_empty(),
        },
    }
}
