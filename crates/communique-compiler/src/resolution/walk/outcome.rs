//! From the answers of a walk to what the article says of its speakers: members that speak or listen are numbered in
//! order of appearance, and offices are put in.

use std::collections::HashMap;

use communique_words::say;

use super::Walk;
use crate::gazetteer::CountryKey;
use crate::people::CountryMention;
use crate::people::cast::{MemberIdx, MemberKind};
use crate::people::fold::name_word;
use crate::people::roles::Description;
use crate::resolution::answer::{Answer, Resolver};
use crate::resolution::article::normalized;
use crate::resolution::{DocumentSpeakers, Resolution, Spoken};
use crate::speaker_lexicon::ListedSpeaker;

impl Walk<'_> {
    /// What came of the walk. `answers` and `listened` have one entry for each attribution, `listed` the entry of
    /// the publisher's list for each member.
    pub(super) fn outcome(
        &self,
        answers: Vec<Answer>,
        listened: &[Vec<MemberIdx>],
        resolver: Resolver,
        listed: &[Option<&ListedSpeaker>],
    ) -> DocumentSpeakers {
        let Resolver { findings, countries, .. } = resolver;
        let mut out = DocumentSpeakers { findings, ..DocumentSpeakers::default() };
        let mut numbers: HashMap<MemberIdx, usize> = HashMap::new();
        let mut number = |members: &mut Vec<Spoken>, member: MemberIdx| {
            *numbers.entry(member).or_insert_with(|| {
                members.push(self.spoken(member, countries.get(&member).copied()));
                members.len() - 1
            })
        };
        let mut distinct: HashMap<MemberIdx, Vec<(usize, &Description)>> = HashMap::new();
        for (a, mut answer) in answers.into_iter().enumerate() {
            let office = answer.member.and_then(|m| {
                let all = || self.article.cast[m].distinct_descriptions(&self.article.names);
                let at = self.article.tokens_of(self.attributions[a].cue).start;
                self.office(distinct.entry(m).or_insert_with(all), answer.mention, at)
            });
            answer.steps.extend(answer.member.and_then(|m| self.other_name(m, listed[m.0]?)));
            out.resolutions.push(Resolution {
                speaker: answer.member.map(|m| number(&mut out.members, m)),
                via: answer.via,
                confidence: answer.confidence,
                office: office
                    .map(|o| normalized(self.article.words_of(&o.tokens)))
                    .unwrap_or_default(),
                listeners: listened[a].iter().map(|&m| number(&mut out.members, m)).collect(),
                steps: answer.steps,
            });
        }
        out
    }

    /// The step from the article's name of a member to that of the publisher's list, if they differ.
    fn other_name(&self, member: MemberIdx, listed: &ListedSpeaker) -> Option<String> {
        (listed.name != self.article.cast[member].name)
            .then(|| say::STEP_LISTED_NAME.told([&listed.name]))
    }

    /// A member as the article tells of it; `by_role` is the country that a role said of it.
    fn spoken(&self, idx: MemberIdx, by_role: Option<CountryKey>) -> Spoken {
        let member = &self.article.cast[idx];
        let offices: Vec<Description> = member
            .distinct_descriptions(&self.article.names)
            .into_iter()
            .map(|(_, d)| d.clone())
            .collect();
        let by_office = offices.iter().find_map(|d| d.country);
        let own = || {
            let is_body = member.kind == MemberKind::Body;
            let first = member.words.first().filter(|_| is_body)?;
            let named = |c: &&CountryMention| {
                let words = self.article.words_of(&c.tokens).split_whitespace();
                words.map(name_word).next().as_ref() == Some(first)
            };
            self.article.countries.iter().find(named).map(|c| c.country)
        };
        Spoken {
            name: member.name.clone(),
            forms: member.forms.clone(),
            words: member.words.clone(),
            suffix: member.suffix.clone(),
            is_body: member.kind == MemberKind::Body,
            country: by_office.or_else(own).or(by_role),
            offices,
        }
    }

    /// The member's office as the article gives it: with the name that is the source, or else the fullest one
    /// before token `at`, or else the first after it.
    /// `distinct` has what the article says of the member, each thing once.
    fn office<'b>(
        &'b self,
        distinct: &[(usize, &'b Description)],
        mention: Option<usize>,
        at: usize,
    ) -> Option<&'b Description> {
        let names = &self.article.names;
        let is_office = |d: &&Description| !d.plural && d.noun != "counterpart";
        let own =
            mention.and_then(|i| names[i].before.iter().chain(&names[i].after).find(is_office));
        own.or_else(|| {
            let all = || distinct.iter().copied().filter(|(_, d)| is_office(d));
            let before = all().filter(|(_, d)| d.tokens.start <= at);
            let fullest = before.max_by_key(|(i, d)| (d.tokens.len(), std::cmp::Reverse(*i)));
            fullest.or_else(|| all().next()).map(|(_, d)| d)
        })
    }
}
