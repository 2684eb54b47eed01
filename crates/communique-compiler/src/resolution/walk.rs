//! The walk through one article: names, roles and pronouns in the order of the text, each source resolved by what
//! was said before it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use communique_index::corpus::{Confidence, SegmentRole, Via};

use super::article::Article;
use super::discourse::{Candidate, Discourse, Place, Reference};
use super::listener::met_in_sentence;
use super::role::{Found, find_holder, holders};
use super::source::{SourceForm, read_source};
use super::{DocumentSpeakers, Finding, Resolution, Spoken};
use crate::attribution::Attribution;
use crate::gazetteer::{CountryHit, CountryKey};
use crate::people::cast::{Member, MemberIdx, MemberKind, same_person};
use crate::people::fold::{fold, name_word};
use crate::people::given_names::given_name;
use crate::people::names::{NameKind, NameMention};
use crate::people::roles::{Description, Roles, is_preposition};
use crate::people::words::Words;
use crate::people::{CountryMention, Gender};
use crate::reading::{ReadSpan, Reading};
use crate::sentences::Prose;
use crate::speaker_lexicon::{ListedSpeaker, SpeakerLexicon};
use crate::tokens::{Case, TokenKind};

/// How many sentences back a common noun for a body looks for its name.
const NEAR: usize = 8;

const WEEKDAYS: &[&str] =
    &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Something in the text that refers to somebody.
#[derive(Clone, Debug)]
enum Event {
    /// A name that is no source.
    Mention(usize),
    /// "he" or "she" that is no source.
    Pronoun(Gender),
    /// "The Irish diplomat" at the start of a sentence, no source.
    Role(Description),
    /// The source of this attribution.
    Source(usize),
    /// The cue of this attribution, which has no source and shares none.
    Sourceless(usize),
}

/// Whom one source means.
#[derive(Clone, Debug)]
struct Answer {
    member: Option<MemberIdx>,
    via: Via,
    confidence: Confidence,
    /// The mention whose own description is the office, for names.
    mention: Option<usize>,
    steps: Vec<String>,
}

impl Answer {
    fn unresolved(via: Via, step: String) -> Self {
        Self { member: None, via, confidence: Confidence::Low, mention: None, steps: vec![step] }
    }
}

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
        // What shares another's source gets another's answer.
        let own = |a: &Attribution| a.source.filter(|_| !a.implied || a.source_from.is_none());
        let forms = attributions.iter().map(|a| read(own(a))).collect();
        let listeners = attributions.iter().map(|a| read(a.listener)).collect();
        let mut walk = Self { article, attributions, forms, listeners, lexicon };
        walk.promote_sources();
        walk
    }

    /// A name that speaks is somebody: a member not known to be a person becomes one, or a body where an article
    /// stands in front ("the Guardian").
    fn promote_sources(&mut self) {
        self.drop_common_words();
        for (tokens, form) in self.forms.iter().flatten() {
            let SourceForm::Name(i) = *form else { continue };
            let Some(member) = self.article.cast.of(i) else { continue };
            let name = &self.article.names[i];
            let article = name.whole.start > tokens.start
                && fold(self.article.prose.word(name.whole.start - 1)) == "the";
            let member = &mut self.article.cast[member];
            if member.kind == MemberKind::Unknown {
                member.kind = if article { MemberKind::Body } else { MemberKind::Person };
            }
        }
    }

    /// "Remarks", "Significantly": a single word that has its capital from the sentence's beginning wherever it
    /// stands, and that looks like a common word or occurs as one, is no name.
    fn drop_common_words(&mut self) {
        let article = &self.article;
        let doubtful = |i: usize| {
            let member = article.cast.of(i)?;
            let member = &article.cast[member];
            let bare = member.kind == MemberKind::Unknown && member.words.len() == 1;
            let first = |&m: &usize| article.is_first(article.names[m].name.start);
            let word = &member.words[0];
            (bare && given_name(word).is_none() && member.mentions.iter().all(first))
                .then(|| word.clone())
        };
        let words: HashSet<String> = (self.forms.iter().flatten())
            .filter_map(|(_, form)| match form {
                SourceForm::Name(i) => doubtful(*i),
                _ => None,
            })
            .collect();
        if words.is_empty() {
            return;
        }
        let tokens = article.prose.tokens.iter().filter(|t| t.case == Case::Lower);
        let lower: HashSet<&str> = tokens.map(|t| t.text(article.prose.text)).collect();
        let common: HashSet<String> = words
            .into_iter()
            .filter(|w| {
                lower.contains(w.as_str()) || ["ly", "ing", "ed"].iter().any(|end| w.ends_with(end))
            })
            .collect();
        let cast = &mut self.article.cast;
        let dropped = |m: &Member| {
            m.kind == MemberKind::Unknown && m.words.len() == 1 && common.contains(&m.words[0])
        };
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

    pub(super) fn run(mut self) -> DocumentSpeakers {
        let mut named = self.add_named_bodies();
        self.add_headline_names(&mut named);
        let listed: Vec<Option<&ListedSpeaker>> = (self.article.cast.members.iter())
            .map(|m| {
                let forms = m.forms.iter().chain([&m.name]).map(String::as_str);
                self.lexicon.find(forms).map(|i| &self.lexicon.speakers[i])
            })
            .collect();
        let events = self.events();
        let mut resolver = Resolver {
            article: &self.article,
            named: &named,
            holders: holders(&self.article, &listed),
            discourse: Discourse::default(),
            findings: Vec::new(),
            countries: HashMap::new(),
        };
        let mut answers: Vec<Option<Answer>> = vec![None; self.attributions.len()];
        let mut listened: Vec<Vec<MemberIdx>> = vec![Vec::new(); self.attributions.len()];
        for (at, event) in events {
            let sentence = self.article.sentence_of(at);
            match event {
                Event::Mention(i) => resolver.see_mention(i),
                Event::Pronoun(gender) => {
                    if let Some(candidate) = resolver.heaviest(sentence, Some(gender)) {
                        resolver.refer(candidate.member, at, resolver.place_of_pronoun(at));
                    }
                }
                Event::Role(role) => {
                    if let Found::One { member, .. } = resolver.holder(&role, sentence, at) {
                        resolver.refer(member, at, Place::Subject);
                    }
                }
                Event::Sourceless(a) => answers[a] = resolver.by_subject(sentence, at),
                Event::Source(a) => {
                    let Some((tokens, form)) = &self.forms[a] else { continue };
                    let mut answer = resolver.answer(tokens, form, at);
                    let implied = self.attributions[a].implied;
                    if answer.member.is_none()
                        && (implied || !self.is_noun_phrase(tokens, form))
                        && let Some(subject) = resolver.by_subject(sentence, at)
                    {
                        answer = subject;
                    }
                    listened[a] = self.listeners(a, &mut resolver, answer.member);
                    if let Some(member) = answer.member {
                        resolver.refer(member, at, Place::Source);
                    }
                    let via = if implied { Via::Implied } else { answer.via };
                    answers[a] = Some(Answer { via, ..answer });
                }
            }
        }
        let Resolver { findings, countries, .. } = resolver;
        let answers = self.implied(answers);
        self.finish(answers, listened, findings, &countries, &listed)
    }

    /// Sources that are bodies named by a phrase ("the Lee campaign") become members; so do countries that speak.
    fn add_named_bodies(&mut self) -> HashMap<usize, MemberIdx> {
        let mut by_words: HashMap<String, MemberIdx> = HashMap::new();
        for (i, member) in self.article.cast.members.iter().enumerate() {
            if member.kind == MemberKind::Body {
                by_words.entry(member.words.join(" ")).or_insert(MemberIdx(i));
            }
        }
        let mut named = HashMap::new();
        let all = self.forms.iter().chain(&self.listeners).flatten();
        for (_, form) in all {
            let tokens = match form {
                SourceForm::Body(tokens) => tokens.clone(),
                SourceForm::Name(i) if self.article.cast.of(*i).is_none() => {
                    self.article.names[*i].name.clone()
                }
                _ => continue,
            };
            let name = capitalized(&normalized(self.article.words_of(&tokens)));
            let words: Vec<String> = name.split_whitespace().map(name_word).collect();
            let cast = &mut self.article.cast;
            let member = *by_words.entry(words.join(" ")).or_insert_with(|| {
                cast.members.push(Member {
                    forms: vec![name.clone()],
                    name,
                    words,
                    suffix: None,
                    kind: MemberKind::Body,
                    gender: None,
                    mentions: Vec::new(),
                    full: None,
                });
                MemberIdx(cast.members.len() - 1)
            });
            named.insert(tokens.start, member);
        }
        named
    }

    /// Sources in headlines: capitals say nothing there, so that the words are matched with names of the text, and
    /// are a name of their own only where they begin with a given name.
    fn add_headline_names(&mut self, named: &mut HashMap<usize, MemberIdx>) {
        let prose = self.article.prose;
        for (_, form) in self.forms.iter().flatten() {
            let SourceForm::Words(tokens) = form else { continue };
            let words: Vec<String> = tokens.clone().map(|at| name_word(prose.word(at))).collect();
            let spelt = normalized(self.article.words_of(tokens));
            let cast = &mut self.article.cast;
            let fits = |m: &Member| {
                m.words.last() == words.last()
                    && (words.len() == 1 || same_person(&m.words, &words))
            };
            let known = cast.members.iter().enumerate().filter(|(_, m)| fits(m));
            let member = match known.max_by_key(|(_, m)| m.mentions.len()) {
                Some((known, _)) => Some(known),
                None if given_name(prose.word(tokens.start)).is_some() && words.len() > 1 => {
                    cast.members.push(Member {
                        forms: vec![spelt.clone()],
                        name: spelt,
                        words,
                        suffix: None,
                        kind: MemberKind::Person,
                        gender: given_name(prose.word(tokens.start)).flatten(),
                        mentions: Vec::new(),
                        full: None,
                    });
                    Some(cast.members.len() - 1)
                }
                None => None,
            };
            if let Some(member) = member {
                named.insert(tokens.start, MemberIdx(member));
            }
        }
    }

    /// Everything that refers to somebody, in the order of the text. Only the body counts.
    fn events(&self) -> Vec<(usize, Event)> {
        let article = &self.article;
        let mut is_source = vec![false; article.names.len()];
        let mut events: Vec<(usize, Event)> = Vec::new();
        let mut taken = vec![false; article.prose.tokens.len()];
        for (a, (tokens, form)) in
            self.forms.iter().enumerate().filter_map(|(a, f)| Some((a, f.as_ref()?)))
        {
            let at = match form {
                SourceForm::Name(i) => {
                    is_source[*i] = true;
                    article.names[*i].name.start
                }
                _ => tokens.start,
            };
            taken[tokens.clone()].fill(true);
            events.push((at.min(article.prose.tokens.len()), Event::Source(a)));
        }
        for (a, attribution) in self.attributions.iter().enumerate() {
            if self.forms[a].is_none() && attribution.source_from.is_none() {
                events.push((article.tokens_of(attribution.cue).start, Event::Sourceless(a)));
            }
        }
        for sentence in &article.prose.sentences {
            if article.reading.paragraphs[sentence.paragraph].role != SegmentRole::Body {
                continue;
            }
            for at in sentence.tokens.clone().filter(|&at| !taken[at]) {
                match article.prose.word(at) {
                    "he" | "He" => events.push((at, Event::Pronoun(Gender::Male))),
                    "she" | "She" => events.push((at, Event::Pronoun(Gender::Female))),
                    _ => {}
                }
            }
            let start = sentence.tokens.start;
            if !taken[start]
                && let Some(role) = self.opening_role(sentence.tokens.clone())
            {
                events.push((start, Event::Role(role)));
            }
        }
        for (i, mention) in article.names.iter().enumerate() {
            let paragraph = article.prose.sentences[mention.sentence].paragraph;
            let body = article.reading.paragraphs[paragraph].role == SegmentRole::Body;
            if body && !is_source[i] && article.cast.of(i).is_some() {
                events.push((mention.name.start, Event::Mention(i)));
            }
        }
        events.sort_by_key(|&(at, ref event)| (at, matches!(event, Event::Source(_))));
        events
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

    /// "The Irish security official met": a role at the start of a sentence with a small word right behind.
    fn opening_role(&self, sentence: Range<usize>) -> Option<Description> {
        let prose = self.article.prose;
        if prose.word(sentence.start) != "The" {
            return None;
        }
        let roles = Roles::builtin();
        let start = sentence.start + 1;
        let reach = sentence.end.min(start + 7);
        let noun = (start..reach).find_map(|at| {
            let noun = roles.noun_at(prose, at, reach)?;
            let end = at + noun.len;
            (end < sentence.end && !roles.is_noun(prose, end)).then_some(end)
        })?;
        let plain = (start..noun).all(|at| prose.tokens[at].kind == TokenKind::Word);
        let next = prose.tokens.get(noun)?;
        let verb = next.kind == TokenKind::Word
            && !next.is_capitalized()
            && !is_preposition(prose.word(noun));
        let role = roles.describe(prose, start..noun, &self.article.countries)?;
        (plain && verb && !role.plural).then_some(role)
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

    /// Answers for attributions without a source: that of the attribution they go with.
    fn implied(&self, mut answers: Vec<Option<Answer>>) -> Vec<Answer> {
        for a in 0..answers.len() {
            if answers[a].is_some() {
                continue;
            }
            // A chain is as long as the attributions at most; a ring ends it.
            let mut from = self.attributions[a].source_from;
            let mut steps_left = answers.len();
            while let Some(b) =
                from.filter(|&b| b < answers.len() && answers[b].is_none() && steps_left > 0)
            {
                from = self.attributions[b].source_from;
                steps_left -= 1;
            }
            let lender = from.and_then(|b| Some((b, answers.get(b)?.as_ref()?)));
            answers[a] = Some(match lender {
                Some((b, lender)) => {
                    let cue = self.article.reading.slice(self.attributions[b].cue);
                    let mut steps =
                        vec![format!("no source of its own: it goes with “{}”", normalized(cue))];
                    steps.extend(lender.steps.iter().cloned());
                    Answer { via: Via::Implied, steps, ..lender.clone() }
                }
                None => {
                    let step = "no source, and no other statement that lends one".to_owned();
                    Answer::unresolved(Via::Implied, step)
                }
            });
        }
        answers.into_iter().flatten().collect()
    }

    /// Numbers the members that speak or listen, and puts the offices in.
    fn finish(
        &self,
        answers: Vec<Answer>,
        listened: Vec<Vec<MemberIdx>>,
        findings: Vec<Finding>,
        countries: &HashMap<MemberIdx, CountryKey>,
        listed: &[Option<&ListedSpeaker>],
    ) -> DocumentSpeakers {
        let mut out = DocumentSpeakers { findings, ..DocumentSpeakers::default() };
        let mut numbers: HashMap<MemberIdx, usize> = HashMap::new();
        let mut distinct: HashMap<MemberIdx, Vec<(usize, &Description)>> = HashMap::new();
        let mut number = |members: &mut Vec<Spoken>, member: MemberIdx| {
            *numbers.entry(member).or_insert_with(|| {
                let mut spoken = self.spoken(member);
                spoken.country = spoken.country.or(countries.get(&member).copied());
                members.push(spoken);
                members.len() - 1
            })
        };
        for (a, mut answer) in answers.into_iter().enumerate() {
            let at = self.article.tokens_of(self.attributions[a].cue).start;
            let distinct = answer.member.map(|m| {
                let member = &self.article.cast[m];
                let all = || member.distinct_descriptions(&self.article.names);
                distinct.entry(m).or_insert_with(all).as_slice()
            });
            let office = distinct.and_then(|all| self.office(all, answer.mention, at));
            if let Some(listed) = answer.member.and_then(|m| listed.get(m.0).copied().flatten())
                && Some(&listed.name) != answer.member.map(|m| &self.article.cast[m].name)
            {
                answer
                    .steps
                    .push(format!("lexicon/speakers.toml gives the name as {}", listed.name));
            }
            let speaker = answer.member.map(|m| number(&mut out.members, m));
            let listeners = listened[a].iter().map(|&m| number(&mut out.members, m)).collect();
            out.resolutions.push(Resolution {
                speaker,
                via: answer.via,
                confidence: answer.confidence,
                office: office
                    .map(|o| normalized(self.article.words_of(&o.tokens)))
                    .unwrap_or_default(),
                listeners,
                steps: answer.steps,
            });
        }
        out
    }

    fn spoken(&self, idx: MemberIdx) -> Spoken {
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
            country: by_office.or_else(own),
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

/// What is known at one point of the walk.
struct Resolver<'a> {
    article: &'a Article<'a>,
    named: &'a HashMap<usize, MemberIdx>,
    holders: Vec<super::role::Holder<'a>>,
    discourse: Discourse,
    findings: Vec<Finding>,
    /// Countries that roles said of persons: "the Irish president" tells whose president Lee is.
    countries: HashMap<MemberIdx, CountryKey>,
}

impl<'a> Resolver<'a> {
    fn refer(&mut self, member: MemberIdx, token: usize, place: Place) {
        let sentence = self.article.sentence_of(token);
        self.discourse.add(Reference { member, sentence, token, place });
    }

    fn see_mention(&mut self, i: usize) {
        let Some(member) = self.article.cast.of(i) else { return };
        let place = self.place_of_name(&self.article.names[i]);
        self.refer(member, self.article.names[i].name.start, place);
    }

    fn heaviest(&self, sentence: usize, gender: Option<Gender>) -> Option<Candidate> {
        self.discourse.candidates(&self.article.cast, sentence, gender).first().copied()
    }

    fn holder(&self, role: &Description, sentence: usize, at: usize) -> Found<'a> {
        find_holder(self.article, &self.holders, &self.discourse, role, sentence, at)
    }

    fn place_of_pronoun(&self, at: usize) -> Place {
        if self.article.quotes.covers(at) {
            Place::Quoted
        } else if self.article.in_content[at] {
            Place::Content
        } else {
            Place::Subject
        }
    }

    /// How a name stands in its sentence, told by the words around it.
    fn place_of_name(&self, name: &NameMention) -> Place {
        let prose = self.article.prose;
        if name.in_quote {
            return Place::Quoted;
        }
        if self.article.in_content[name.name.start] {
            return Place::Content;
        }
        if name.possessive {
            return Place::Owner;
        }
        let sentence = &prose.sentences[name.sentence].tokens;
        let start =
            name.before.as_ref().map_or(name.whole.start, |d| d.tokens.start.min(name.whole.start));
        let before = (start > sentence.start).then(|| start - 1);
        let free = before.is_none_or(|at| {
            let token = prose.tokens[at];
            !token.is_word()
                || matches!(
                    fold(prose.word(at)).as_str(),
                    "and"
                        | "but"
                        | "that"
                        | "as"
                        | "when"
                        | "while"
                        | "because"
                        | "if"
                        | "after"
                        | "before"
                        | "the"
                        | "which"
                        | "since"
                        | "where"
                        | "though"
                        | "although"
                )
        });
        // The verb follows the name, or the comma that closes what is said about it.
        let mut next = name.name.end;
        if let Some(after) = &name.after {
            next = after.tokens.end + 1;
        }
        let verb = next < sentence.end && {
            let token = prose.tokens[next];
            let word = prose.word(next);
            matches!(token.kind, TokenKind::Word)
                && !token.is_capitalized()
                && !is_preposition(word)
                && !matches!(word, "and" | "or" | "who" | "that" | "as" | "than")
        };
        let noun = verb && next == name.name.end && {
            let word = fold(prose.word(next));
            Roles::builtin().noun_at(prose, next, sentence.end).is_some()
                || Words::builtin().body_heads.contains(&word)
        };
        // "Lee and Ray met", "Lee, 49, met": subjects.
        let joined = next < sentence.end
            && (matches!(prose.word(next), "and" | "or")
                || prose.tokens[next].kind == TokenKind::Comma);
        match (free, verb || (joined && before.is_none()), noun) {
            (_, _, true) => Place::Owner,
            (true, true, false) => Place::Subject,
            _ => Place::Other,
        }
    }

    /// Whom a cue at `at` without a source goes with: the last subject of its sentence before it. "Lee took the
    /// stage, saying …"
    fn by_subject(&self, sentence: usize, at: usize) -> Option<Answer> {
        let subject = self.discourse.last_subject(sentence)?;
        let line = self.article.line_of(at);
        let name = &self.article.cast[subject.member].name;
        let step =
            format!("no source of its own: the subject of the sentence is {name} (line {line})");
        Some(Answer {
            member: Some(subject.member),
            via: Via::Implied,
            confidence: Confidence::Medium,
            mention: None,
            steps: vec![step],
        })
    }

    /// Whom the source `form` at `tokens` means; `at` is the token that refers.
    fn answer(&mut self, tokens: &Range<usize>, form: &SourceForm, at: usize) -> Answer {
        let words = normalized(self.article.words_of(tokens));
        let sentence = self.article.sentence_of(at);
        match form {
            SourceForm::Name(i) => self.by_name(*i, &words),
            SourceForm::Body(body) | SourceForm::Words(body) => match self.named.get(&body.start) {
                Some(&member) => {
                    let step = format!("“{words}” speaks under that name");
                    Answer {
                        member: Some(member),
                        via: Via::Name,
                        confidence: Confidence::High,
                        mention: None,
                        steps: vec![step],
                    }
                }
                None => Answer::unresolved(Via::Name, format!("“{words}” names nobody known")),
            },
            SourceForm::Pronoun(gender) => self.by_pronoun(*gender, &words, sentence),
            SourceForm::Role(role) => self.by_role(role, &words, sentence, at, tokens),
            SourceForm::BodyNoun(noun) => self.by_body_noun(noun, &words, at),
            SourceForm::It => self.by_it(&words),
            SourceForm::Relative => self.by_relative(&words, tokens.start),
            SourceForm::Group => {
                let step = format!("“{words}” are several, or nobody in particular");
                Answer::unresolved(Via::Role, step)
            }
            SourceForm::Other => {
                Answer::unresolved(Via::Role, format!("“{words}” says of nobody who it is"))
            }
        }
    }

    fn by_name(&self, i: usize, words: &str) -> Answer {
        let name = &self.article.names[i];
        let member = self.article.cast.of(i).or_else(|| self.named.get(&name.name.start).copied());
        let Some(member) = member else {
            return Answer::unresolved(Via::Name, format!("“{words}” names nobody known"));
        };
        let cast = &self.article.cast;
        let step = if cast[member].words.len() == name.name_words(self.article.prose).len() {
            format!("“{words}” names {}", cast[member].name)
        } else {
            let first = cast[member].full.map(|m| &self.article.names[m]);
            let line = first.map_or(0, |m| self.article.line_of(m.name.start));
            format!("“{words}” is short for {}, named in full in line {line}", cast[member].name)
        };
        Answer {
            member: Some(member),
            via: Via::Name,
            confidence: Confidence::High,
            mention: Some(i),
            steps: vec![step],
        }
    }

    fn by_pronoun(&mut self, gender: Gender, words: &str, sentence: usize) -> Answer {
        let candidates = self.discourse.candidates(&self.article.cast, sentence, Some(gender));
        let cast = &self.article.cast;
        let Some(best) = candidates.first() else {
            let step = format!("nobody was named before whom “{words}” could mean");
            return Answer::unresolved(Via::Pronoun, step);
        };
        let rival = candidates.get(1);
        if rival.is_some_and(|r| r.weight == best.weight) {
            let names: Vec<&str> = candidates
                .iter()
                .filter(|c| c.weight == best.weight)
                .map(|c| cast[c.member].name.as_str())
                .collect();
            let step =
                format!("“{words}” can be {}, and nothing tells them apart", names.join(" or "));
            return Answer::unresolved(Via::Pronoun, step);
        }
        let line = self.article.line_of(best.best.token);
        let where_ = match sentence - best.best.sentence.min(sentence) {
            0 => "earlier in the same sentence".to_owned(),
            1 => "in the sentence before".to_owned(),
            n => format!("{n} sentences before"),
        };
        let what = match best.best.place {
            Place::Source => "speaks",
            Place::Subject => "is the subject",
            Place::Other | Place::Owner => "is named",
            Place::Content | Place::Quoted => "is spoken of",
        };
        let mut steps = vec![format!(
            "“{words}” takes up {}, who {what} {where_} (line {line})",
            cast[best.member].name
        )];
        if let Some(rival) = rival.filter(|r| r.best.token > best.best.token) {
            let line = self.article.line_of(rival.best.token);
            steps.push(format!(
                "not {}, who is named later but weighs less (line {line})",
                cast[rival.member].name
            ));
        }
        let confidence = match rival {
            None => Confidence::High,
            Some(rival) if 2 * rival.weight <= best.weight => Confidence::Medium,
            Some(_) => Confidence::Low,
        };
        Answer { member: Some(best.member), via: Via::Pronoun, confidence, mention: None, steps }
    }

    fn by_role(
        &mut self,
        role: &Description,
        words: &str,
        sentence: usize,
        at: usize,
        tokens: &Range<usize>,
    ) -> Answer {
        match self.holder(role, sentence, at) {
            Found::One { member, office, listed, alone } => {
                if let Some(country) = role.country {
                    self.countries.entry(member).or_insert(country);
                }
                let name = &self.article.cast[member].name;
                let step = if listed {
                    format!("“{words}” fits {name} by the offices in lexicon/speakers.toml")
                } else {
                    let line = self.article.line_of(office.tokens.start);
                    let office = normalized(self.article.words_of(&office.tokens));
                    format!("“{words}” fits {name}, called “{office}” in line {line}")
                };
                let confidence = if alone { Confidence::High } else { Confidence::Medium };
                Answer {
                    member: Some(member),
                    via: Via::Role,
                    confidence,
                    mention: None,
                    steps: vec![step],
                }
            }
            Found::Several(members) => {
                let names: Vec<&str> =
                    members.iter().map(|&m| self.article.cast[m].name.as_str()).collect();
                let message = format!(
                    "source “{words}” fits {} speakers ({}), left unresolved; add an alias in lexicon/speakers.toml",
                    members.len(),
                    names.join(", ")
                );
                let span = self.article.prose.span(tokens);
                self.findings.push(Finding { span, message });
                let step = format!("“{words}” fits {} alike", names.join(" and "));
                Answer::unresolved(Via::Role, step)
            }
            Found::Nobody => {
                let step = format!("nobody in the article has an office that “{words}” can mean");
                Answer::unresolved(Via::Role, step)
            }
        }
    }

    /// "The ministry": the last body named before whose name ends in that noun.
    fn by_body_noun(&self, noun: &[String], words: &str, at: usize) -> Answer {
        let names = &self.article.names;
        let before = names.partition_point(|m| m.name.start < at);
        // Far back there may be others of the kind that the article does not name.
        let sentence = self.article.sentence_of(at);
        let near = (0..before).rev().take_while(|&i| names[i].sentence + NEAR >= sentence);
        let found =
            near.filter_map(|i| Some((i, self.article.cast.of(i)?))).find_map(|(i, member)| {
                let body = &self.article.cast[member];
                (body.kind == MemberKind::Body
                    && body.words.last() == noun.last()
                    && noun.iter().all(|w| body.words.contains(w)))
                .then_some((member, i))
            });
        match found {
            Some((member, i)) => {
                let line = self.article.line_of(names[i].name.start);
                let name = &self.article.cast[member].name;
                Answer {
                    member: Some(member),
                    via: Via::Role,
                    confidence: Confidence::Medium,
                    mention: None,
                    steps: vec![format!("“{words}” takes up {name} (line {line})")],
                }
            }
            None => Answer::unresolved(
                Via::Role,
                format!("the article does not say whose name “{words}” means"),
            ),
        }
    }

    fn by_it(&self, words: &str) -> Answer {
        let last = self.discourse.last_source();
        match last.filter(|r| self.article.cast[r.member].kind == MemberKind::Body) {
            Some(last) => {
                let name = &self.article.cast[last.member].name;
                let line = self.article.line_of(last.token);
                Answer {
                    member: Some(last.member),
                    via: Via::Pronoun,
                    confidence: Confidence::Medium,
                    mention: None,
                    steps: vec![format!(
                        "“{words}” takes up {name}, which speaks before (line {line})"
                    )],
                }
            }
            None => Answer::unresolved(Via::Pronoun, format!("no body spoke before “{words}”")),
        }
    }

    /// "who": the name right in front, or in front of what is said about it.
    fn by_relative(&self, words: &str, at: usize) -> Answer {
        let names = &self.article.names;
        let before = names.partition_point(|m| m.name.end <= at);
        let gap = |i: usize, end: usize| {
            let gap = end.min(at)..at;
            names[i].sentence == self.article.sentence_of(at)
                && gap.len() <= 1
                && gap.clone().all(|t| !self.article.prose.tokens[t].is_word())
        };
        let described = |&i: &usize| names[i].after.as_ref().is_some_and(|d| gap(i, d.tokens.end));
        let plain = |&i: &usize| gap(i, names[i].name.end) && names[i].kind != NameKind::Place;
        let nearest = (0..before).rev().take(3);
        let found = nearest.clone().find(described).or_else(|| nearest.clone().find(plain));
        let member = found.and_then(|i| self.article.cast.of(i));
        match member {
            Some(member) => Answer {
                member: Some(member),
                via: Via::Pronoun,
                confidence: Confidence::High,
                mention: found,
                steps: vec![format!("“{words}” belongs to {}", self.article.cast[member].name)],
            },
            None => {
                Answer::unresolved(Via::Pronoun, format!("no name stands in front of “{words}”"))
            }
        }
    }
}

/// With one space for each run of white space.
fn normalized(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// With a capital first, as a name is shown.
fn capitalized(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
