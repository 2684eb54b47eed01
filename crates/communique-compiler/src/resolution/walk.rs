//! The walk through one article: names, roles and pronouns in the order of the text, each source resolved by what
//! was said before it.
//!
//! In come the reading, its attributions and the publisher's list; out go the members that speak or listen and one
//! resolution for each attribution. First the cast is mended by what the sources tell ([`members`]), then all that
//! refers to somebody is put in order ([`events`]) and gone through, answers that are hardly names are
//! taken back ([`doubt`]), and at last the members are numbered ([`outcome`]).

mod doubt;
mod events;
mod members;
mod outcome;

use std::ops::Range;

use communique_index::corpus::Via;

use self::events::Event;
use super::DocumentSpeakers;
use super::answer::{Answer, Resolver, lend_answers};
use super::article::Article;
use super::discourse::Place;
use super::listener::met_in_sentence;
use super::role::holders;
use super::source::{SourceForm, read_source};
use crate::attribution::{Attribution, Pattern};
use crate::gazetteer::CountryHit;
use crate::people::cast::MemberIdx;
use crate::people::fold::fold;
use crate::people::roles::is_preposition;
use crate::people::words::Words;
use crate::reading::{ReadSpan, Reading};
use crate::sentences::Prose;
use crate::speaker_lexicon::{ListedSpeaker, SpeakerLexicon};
use crate::tokens::TokenKind;

const WEEKDAYS: &[&str] =
    &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// All that the walk works on.
pub(super) struct Walk<'a> {
    article: Article<'a>,
    attributions: &'a [Attribution],
    /// For each attribution its source, read; `None` for implied ones.
    forms: Vec<Option<(Range<usize>, SourceForm)>>,
    /// For each attribution its listener, read.
    listeners: Vec<Option<(Range<usize>, SourceForm)>>,
    lexicon: &'a SpeakerLexicon,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        reading: &'a Reading,
        prose: &'a Prose<'a>,
        attributions: &'a [Attribution],
        countries: &[CountryHit],
        lexicon: &'a SpeakerLexicon,
    ) -> Self {
        let article = Article::new(reading, prose, countries, attributions);
        let read = |span: Option<ReadSpan>| {
            let tokens = article.tokens_of(span?);
            let form = read_source(&article, tokens.clone());
            Some((tokens, form))
        };
        let read_own = |a: &Attribution| {
            let (tokens, form) = read(own_source(a))?;
            let answers = a.pattern == Pattern::Label && is_answerer(article.words_of(&tokens));
            Some((tokens, if answers { SourceForm::Answerer } else { form }))
        };
        let forms = attributions.iter().map(read_own).collect();
        let listeners = attributions.iter().map(|a| read(a.listener)).collect();
        Self { article, attributions, forms, listeners, lexicon }
    }

    pub(super) fn run(mut self) -> DocumentSpeakers {
        self.drop_common_words();
        self.promote_sources();
        let named = self.add_members();
        let listed = self.listed();
        let mut resolver = Resolver::new(&self.article, &named, holders(&self.article, &listed));
        let mut answers: Vec<Option<Answer>> = vec![None; self.attributions.len()];
        let mut listened: Vec<Vec<MemberIdx>> = vec![Vec::new(); self.attributions.len()];
        for (at, event) in self.events() {
            match event {
                Event::Name(i) => resolver.see_name(i),
                Event::Pronoun(gender) => resolver.see_pronoun(gender, at),
                Event::Role(role) => resolver.see_role(&role, at),
                Event::Sourceless(a) => answers[a] = resolver.by_subject(at),
                Event::Source(a) => {
                    let Some((tokens, form)) = &self.forms[a] else { continue };
                    let answer = self.answer(a, tokens, form, at, &mut resolver);
                    listened[a] = self.listeners(a, &mut resolver, answer.member);
                    if let Some(member) = answer.member {
                        resolver.refer(member, at, Place::Source);
                    }
                    answers[a] = Some(answer);
                }
            }
        }
        let mut answers = lend_answers(self.article.reading, self.attributions, answers);
        self.doubt(&mut answers, &listed);
        self.outcome(answers, &listened, resolver, &listed)
    }

    /// For each member its entry in the publisher's list.
    fn listed(&self) -> Vec<Option<&'a ListedSpeaker>> {
        let members = self.article.cast.members.iter();
        let entry = members.map(|m| {
            let forms = m.forms.iter().chain([&m.name]).map(String::as_str);
            self.lexicon.find(forms).map(|i| &self.lexicon.speakers[i])
        });
        entry.collect()
    }

    /// Whom attribution `a` means by its source `form`; the subject of the sentence where the source is lent to
    /// it, or is none.
    fn answer(
        &self,
        a: usize,
        tokens: &Range<usize>,
        form: &SourceForm,
        at: usize,
        resolver: &mut Resolver,
    ) -> Answer {
        let named_in_content = self.named_in_content(a);
        let mut answer = match form {
            SourceForm::Pronoun(gender) => {
                resolver.by_pronoun(*gender, tokens, at, &named_in_content)
            }
            _ => resolver.answer(tokens, form, at),
        };
        let implied = self.attributions[a].implied;
        if answer.member.is_none()
            && (implied || !self.is_noun_phrase(tokens, form))
            && let Some(subject) = resolver.by_subject(at)
        {
            answer = subject;
        }
        let via = if implied { Via::Implied } else { answer.via };
        Answer { via, ..answer }
    }

    /// Members whose names stand in what attribution `a` says.
    fn named_in_content(&self, a: usize) -> Vec<MemberIdx> {
        let content = self.attributions[a].content.iter();
        let mentions =
            content.flat_map(|span| self.article.mentions_in(&self.article.tokens_of(*span)));
        mentions.filter_map(|i| self.article.cast.of(i)).collect()
    }

    /// Whether a source can name anyone: "on Tuesday", "released a video" and the place at the end of an apposition
    /// are what is left of one whose front was not found.
    fn is_noun_phrase(&self, tokens: &Range<usize>, form: &SourceForm) -> bool {
        if tokens.is_empty() || !matches!(form, SourceForm::Other | SourceForm::Words(_)) {
            return true;
        }
        let first = fold(self.article.prose.word(tokens.start));
        let place = Words::builtin().places.contains(&first)
            || self.article.prose.tokens[tokens.start].kind == TokenKind::Abbreviation;
        !(place
            || is_preposition(&first)
            || ["ed", "ly"].iter().any(|end| first.ends_with(end))
            || WEEKDAYS.contains(&first.as_str()))
    }

    /// Members that attribution `a` is addressed to.
    fn listeners(
        &self,
        a: usize,
        resolver: &mut Resolver,
        speaker: Option<MemberIdx>,
    ) -> Vec<MemberIdx> {
        let mut found = Vec::new();
        if let Some((tokens, form)) = &self.listeners[a] {
            // A listener that is not found is no finding: most are "reporters".
            let n_findings = resolver.findings.len();
            let answer = match form {
                SourceForm::Pronoun(_) | SourceForm::Relative | SourceForm::It => None,
                _ => resolver.answer(tokens, form, tokens.start).member,
            };
            resolver.findings.truncate(n_findings);
            found.extend(answer);
        }
        for i in met_in_sentence(&self.article, &self.attributions[a]) {
            found.extend(self.article.cast.of(i));
        }
        found.retain(|m| Some(*m) != speaker);
        found.dedup();
        found
    }
}

/// The words of its own that name the source of an attribution: what shares another's gets another's answer.
fn own_source(attribution: &Attribution) -> Option<ReadSpan> {
    attribution.source.filter(|_| !attribution.implied || attribution.source_from.is_none())
}

/// Whether a label stands for whoever is interviewed.
fn is_answerer(label: &str) -> bool {
    matches!(label, "A" | "ANSWER" | "Answer")
}
