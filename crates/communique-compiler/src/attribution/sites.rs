//! Where a cue may stand: every form of a reporting verb outside quotations, and "according to", with its
//! verb group and the words that may name its source. Whether it is a cue is not decided here.

mod fixed;

use std::ops::Range;

use self::fixed::{according_site, colon_site, words_site};
use super::lexicon::{CueForm, Form, lexicon};
use super::text::Text;
use super::weights::Atom;
use super::words::Class;
use crate::tokens::TokenKind;

/// A place where a cue may stand.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// The reporting word itself.
    pub(super) head: usize,
    /// The verb group with its particle: "has repeatedly called for".
    pub(super) group: Range<usize>,
    /// Which reporting word it is.
    pub(super) cue: Cue,
    /// What the verb group says of the saying.
    pub(super) mood: Mood,
    /// How the words beside the group name the source.
    pub(super) subject: Subject,
    /// Those words.
    pub(super) source: Option<Range<usize>>,
}

/// A reporting word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// A form of a reporting verb.
    Verb(CueForm),
    /// "according to"
    According,
    /// The colon behind a label: "Lee: “We won.”"
    Colon,
    /// "in her words", "in the words of Lee"
    Words,
}

/// What a verb group says of the saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Mood {
    /// said, has said, went on to say
    Finite,
    /// would say, may argue
    Modal,
    /// was told, is accused
    Passive,
    /// saying
    Participle,
    /// to say
    Infinitive,
    /// did not say, declined to say
    Negated,
}

/// How the words beside a verb group name the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Subject {
    /// he, she, they
    Pronoun,
    /// Lee, who
    Relative,
    /// Ann Lee
    Name,
    /// the minister
    Noun,
    /// said Ann Lee
    Inverted,
    /// and added
    Shared,
    /// by, for, of: "by saying"
    Governed,
    /// Nothing does.
    Absent,
}

impl Site {
    /// The form of its reporting verb, if it has one.
    pub(super) fn form(&self) -> Option<CueForm> {
        match self.cue {
            Cue::Verb(form) => Some(form),
            Cue::According | Cue::Colon | Cue::Words => None,
        }
    }

    /// Dictionary form of the reporting word.
    pub(super) fn lemma(&self) -> Atom<'static> {
        match self.cue {
            Cue::Verb(form) => lexicon().verb(form).lemma,
            Cue::According => const { Atom::new("accord") },
            Cue::Colon => const { Atom::new(":") },
            Cue::Words => const { Atom::new("words") },
        }
    }

    /// All that its verb takes: verbs that take the same behave alike.
    pub(super) fn frames(&self) -> Atom<'static> {
        self.form().map_or(const { Atom::new("none") }, |form| lexicon().verb(form).takes)
    }

    /// Whether its verb takes `what`.
    pub(super) fn takes(&self, what: &str) -> bool {
        self.form().is_some_and(|form| lexicon().verb(form).takes(what))
    }

    /// Where the attribution itself starts: its source or its cue, whichever is first.
    pub(super) fn start(&self) -> usize {
        self.source.as_ref().map_or(self.group.start, |source| source.start.min(self.group.start))
    }

    /// The first token behind the cue, and behind a source that follows it.
    pub(super) fn after(&self) -> usize {
        match (&self.source, self.subject) {
            (Some(source), Subject::Inverted) => source.end,
            _ => self.group.end,
        }
    }
}

/// Every site of the sentence with the tokens `sentence`, in order.
pub(super) fn find(text: &Text, sentence: Range<usize>, sites: &mut Vec<Site>) {
    let first = sites.len();
    for head in sentence.clone() {
        if text.quotes.covers(head) {
            continue;
        }
        // A form that may as well be a noun ("the state senator", "a report") bounds no phrase.
        let bounds = |site: &&Site| match site.form().map(|form| form.form) {
            Some(Form::Base | Form::Third) => site.subject == Subject::Pronoun,
            Some(Form::Past | Form::Ing) | None => true,
        };
        let before = sites[first..].iter().rev().take(3).find(bounds);
        let floor = before.map_or(sentence.start, |site: &Site| site.group.end);
        let site = match text.words[head].cue {
            Some(form) => verb_site(text, head, form, floor, &sentence),
            None if text.word(head).eq_ignore_ascii_case("according") => {
                according_site(text, head, &sentence)
            }
            None if matches!(text.word(head), "words" | "word") => {
                words_site(text, head, &sentence)
            }
            None if text.kind(head) == TokenKind::Colon => colon_site(text, head, floor, &sentence),
            None => None,
        };
        sites.extend(site);
    }
}

fn verb_site(
    text: &Text,
    head: usize,
    form: CueForm,
    floor: usize,
    sentence: &Range<usize>,
) -> Option<Site> {
    // "United States", "Call of Duty": a capital inside a sentence is a name.
    if text.prose.tokens[head].is_capitalized() && !text.begins_sentence(head) {
        return None;
    }
    let (start, mood) = verb_group(text, head, form.form, floor);
    let verb = lexicon().verb(form);
    let mut end = head + 1;
    if end < sentence.end && verb.keeps(text.word(end)) {
        end += 1;
    }
    // "went on: “…”" reports, "went on to say" leaves it to the next verb.
    let leads_on = end < sentence.end && text.word(end) == "to";
    if verb.is_phrasal() && (end == head + 1 || leads_on) {
        return None;
    }
    let group = start..end;
    let (subject, source) = subject(text, &group, mood, floor, sentence);
    Some(Site { head, group, cue: Cue::Verb(form), mood, subject, source })
}

/// Where the verb group of the form at `head` starts, and what it says.
fn verb_group(text: &Text, head: usize, form: Form, floor: usize) -> (usize, Mood) {
    let mut start = head;
    let (mut modal, mut be, mut have, mut negated) = (false, false, false, false);
    let mut infinitive = false;
    while start > floor && head - start < 12 {
        let class = text.words[start - 1].class;
        let word = text.word(start - 1);
        if word == "to" && form == Form::Base && !infinitive {
            infinitive = true;
        } else if infinitive && class.is(Class::REFUSAL) {
            negated = true;
        } else if infinitive && class.is(Class::LEADING_ON) {
            // "went on to say" says it.
        } else if text.kind(start - 1) == TokenKind::Clitic
            && text.is_possessive(start - 1)
            && form != Form::Ing
        {
            break;
        } else if class.is(Class::AUXILIARY | Class::NEGATION | Class::ADVERB)
            && !(class.is(Class::SUBJECT | Class::DETERMINER | Class::CONJUNCTION))
        {
            modal |= class.is(Class::MODAL);
            be |= class.is(Class::BE);
            have |= class.is(Class::HAVE);
            negated |= class.is(Class::NEGATION);
        } else {
            break;
        }
        start -= 1;
    }
    let led_on = infinitive && start < head && text.words[start].class.is(Class::LEADING_ON);
    let mood = if negated {
        Mood::Negated
    } else if infinitive && !led_on {
        Mood::Infinitive
    } else if modal {
        Mood::Modal
    } else if be && form == Form::Past {
        Mood::Passive
    } else if form == Form::Ing && !be && !have {
        Mood::Participle
    } else {
        Mood::Finite
    };
    (start, mood)
}

/// The words beside the group that name the source, and how.
fn subject(
    text: &Text,
    group: &Range<usize>,
    mood: Mood,
    floor: usize,
    sentence: &Range<usize>,
) -> (Subject, Option<Range<usize>>) {
    let starts_clause = group.start == floor.max(sentence.start);
    if !starts_clause && text.quotes.covers(group.start - 1)
        || text.is_behind_quotation(group.start)
    {
        return match text.phrase_after(group.end, sentence.end) {
            Some(source) if mood == Mood::Finite => (Subject::Inverted, Some(source)),
            _ => (Subject::Absent, None),
        };
    }
    if starts_clause {
        return (Subject::Absent, None);
    }
    let before = group.start - 1;
    let class = text.words[before].class;
    if class.is(Class::SUBJECT) && !class.is(Class::RELATIVE) {
        return (Subject::Pronoun, Some(before..group.start));
    }
    if class.is(Class::RELATIVE) {
        let antecedent = text.phrase_before(before, floor).map(|head| head.start..group.start);
        return (Subject::Relative, antecedent.or(Some(before..group.start)));
    }
    if class.is(Class::CONJUNCTION) {
        return (Subject::Shared, None);
    }
    if class.is(Class::PREPOSITION | Class::SUBORDINATOR) {
        return (Subject::Governed, None);
    }
    if mood == Mood::Participle || mood == Mood::Infinitive {
        // "said it is safe stressing that": the comma is lost, the subject is that of "said".
        let lost_comma = floor > sentence.start
            && text.words[group.end.min(sentence.end - 1)].class.is(Class::COMPLEMENTIZER);
        if text.is_comma(before) || lost_comma || mood == Mood::Infinitive {
            return (Subject::Absent, None);
        }
    }
    let source = text.phrase_behind_quotation(group.start, floor);
    if mood != Mood::Participle
        && mood != Mood::Infinitive
        && text.is_comma(before)
        && source.is_none()
        && !text.is_behind_insertion(group.start, floor)
        && let Some(source) = inverted_source(text, group.end, sentence)
    {
        return (Subject::Inverted, Some(source));
    }
    match source.or_else(|| text.phrase_before(group.start, floor)) {
        Some(source) => (name_or_noun(text, &source), Some(source)),
        None => (Subject::Absent, None),
    }
}

/// The source behind a cue that follows a comma ("The talks failed, said Lee."): a name that ends its clause.
fn inverted_source(text: &Text, end: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let source = text.phrase_after(end, sentence.end)?;
    let first = text.prose.tokens[source.start];
    // "says political scientist Ann Lee in Tehran": a role in front of the name.
    let role_and_name = source.clone().any(|at| text.prose.tokens[at].is_capitalized());
    let names = first.is_capitalized()
        || text.words[source.start].class.is(Class::DETERMINER)
        || role_and_name && text.words[source.start].class == Class::default();
    let ends_clause = match text.prose.tokens.get(source.end) {
        _ if source.end >= sentence.end => true,
        Some(token) if role_and_name && text.words[source.end].class.is(Class::PREPOSITION) => {
            token.is_word()
        }
        Some(token) => matches!(token.kind, TokenKind::Terminator | TokenKind::Comma),
        None => true,
    };
    (names && ends_clause).then_some(source)
}

/// Whether a phrase is headed by a name: a capital other than that of the sentence's first word.
fn name_or_noun(text: &Text, source: &Range<usize>) -> Subject {
    let head_end = source
        .clone()
        .find(|&at| !text.prose.tokens[at].is_word())
        .unwrap_or(source.end)
        .max(source.start + 1);
    let last = text.prose.tokens[head_end - 1];
    if last.is_capitalized() && !text.words[head_end - 1].class.is(Class::DETERMINER) {
        Subject::Name
    } else {
        Subject::Noun
    }
}

impl Text<'_> {
    /// Whether token `at` begins a sentence right behind a quotation of the same paragraph.
    pub(super) fn is_behind_quotation(&self, at: usize) -> bool {
        at > 0
            && self.sentence_tokens(at).start == at
            && self.closes_quotation(at - 1)
            && self.same_paragraph(at - 1, at)
    }

    /// Whether two tokens stand in one paragraph.
    pub(super) fn same_paragraph(&self, a: usize, b: usize) -> bool {
        let sentences = &self.prose.sentences;
        sentences[self.sentence(a)].paragraph == sentences[self.sentence(b)].paragraph
    }
}
