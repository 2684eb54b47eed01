//! The choices that attribution leaves to weights, and how each option is described.

use std::ops::Range;

use super::lexicon::Form;
use super::sites::{Mood, Site, Subject};
use super::text::Text;
use super::weights::{Atom, Options, weights};
use super::words::Class;
use crate::tokens::TokenKind;

/// One choice. Positions are indices of tokens.
#[derive(Clone, Copy, Debug)]
pub(super) enum Question<'q> {
    /// On which sides of this site does content stand? The options are [`Sides::ALL`].
    Sides(&'q Site, Before),
    /// Where behind the cue does content start?
    Start(&'q Site, &'q [usize]),
    /// Where does the content behind the cue end?
    End(&'q Site, &'q [usize]),
    /// Where does the content before the cue start?
    LeftStart(&'q Site, &'q [usize]),
    /// Does this quotation belong to the statement of this site? No, yes.
    Link(&'q Site, &'q Range<usize>),
}

/// On which sides of a cue content stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sides {
    /// It is no cue.
    None,
    Left,
    Right,
    Both,
}

impl Sides {
    pub(super) const ALL: [Sides; 4] = [Sides::None, Sides::Left, Sides::Right, Sides::Both];

    fn atom(self) -> Atom<'static> {
        match self {
            Sides::None => const { Atom::new("none") },
            Sides::Left => const { Atom::new("left") },
            Sides::Right => const { Atom::new("right") },
            Sides::Both => const { Atom::new("both") },
        }
    }
}

/// Who answers questions: the weights, or gold when they are learned.
pub(super) trait Chooser {
    /// The index of the option taken of those that `describe` describes.
    fn choose(&mut self, question: Question, describe: impl FnOnce(&mut Options)) -> usize;
}

/// Answers with the weights.
#[derive(Default)]
pub(super) struct Weighing {
    options: Options,
}

impl Chooser for Weighing {
    fn choose(&mut self, _: Question, describe: impl FnOnce(&mut Options)) -> usize {
        self.options.clear();
        describe(&mut self.options);
        weights().best(&self.options)
    }
}

/// What stands before a source, as far as it may be content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    /// A quotation, and nothing else.
    Quotation,
    /// Something that ends in a quotation.
    QuotationTail,
    /// A sentence that ends in a quotation with a full stop.
    QuotationSentence,
    /// A sentence that ends in a quotation with a question mark or exclamation mark.
    QuotedQuestion,
    Comma,
    Adverbial,
    Dash,
}

impl Before {
    fn atom(self) -> Atom<'static> {
        match self {
            Before::Nothing => const { Atom::new("nothing") },
            Before::Quotation => const { Atom::new("quotation") },
            Before::QuotationTail => const { Atom::new("tail") },
            Before::QuotationSentence => const { Atom::new("sentence") },
            Before::QuotedQuestion => const { Atom::new("asked") },
            Before::Comma => const { Atom::new("comma") },
            Before::Adverbial => const { Atom::new("adverbial") },
            Before::Dash => const { Atom::new("dash") },
        }
    }
}

/// The name of a feature's template, hashed when compiled.
macro_rules! t {
    ($name:literal) => {
        const { Atom::new($name) }
    };
}

/// A length in tokens, coarse where it is long.
fn length(n: usize) -> Atom<'static> {
    const LENGTHS: [Atom; 12] = [
        Atom::new("0"),
        Atom::new("1"),
        Atom::new("2"),
        Atom::new("3"),
        Atom::new("4"),
        Atom::new("5"),
        Atom::new("7"),
        Atom::new("10"),
        Atom::new("15"),
        Atom::new("25"),
        Atom::new("40"),
        Atom::new("more"),
    ];
    LENGTHS[match n {
        0..=5 => n,
        6..=7 => 6,
        8..=10 => 7,
        11..=15 => 8,
        16..=25 => 9,
        26..=40 => 10,
        _ => 11,
    }]
}

fn flag(on: bool) -> Atom<'static> {
    if on { t!("yes") } else { t!("no") }
}

const NONE: Atom<'static> = Atom::new("none");

impl<'a> Text<'a> {
    fn atom(&self, at: usize) -> Atom<'a> {
        match self.prose.tokens.get(at) {
            None => NONE,
            Some(token) if token.is_word() => self.atoms[at],
            Some(_) => self.gists[at],
        }
    }

    fn gist(&self, at: usize) -> Atom<'a> {
        self.gists.get(at).copied().unwrap_or(NONE)
    }

    fn shape(&self, at: usize) -> Atom<'static> {
        self.shapes.get(at).copied().unwrap_or(NONE)
    }

    /// The token before `at`, if it stands in the same paragraph.
    fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|&before| self.same_paragraph(before, at))
    }

    fn gist_before(&self, at: usize) -> Atom<'a> {
        self.before(at).map_or(NONE, |before| self.gist(before))
    }

    fn shape_before(&self, at: usize) -> Atom<'static> {
        self.before(at).map_or(NONE, |before| self.shape(before))
    }

    fn atom_before(&self, at: usize) -> Atom<'a> {
        self.before(at).map_or(NONE, |before| self.atom(before))
    }
}

impl Text<'_> {
    /// Whether the first finite verb of `tokens` is in the present: "said it is late and expressed …".
    fn first_tense(&self, mut tokens: Range<usize>) -> Atom<'static> {
        let finite = tokens.find_map(|at| match self.word(at) {
            "is" | "are" | "has" | "have" | "will" | "can" | "do" | "does" | "may" | "must"
            | "should" => Some(t!("present")),
            "was" | "were" | "had" | "would" | "could" | "did" | "might" => Some(t!("past")),
            _ => None,
        });
        finite.unwrap_or(NONE)
    }

    /// Whether the first finite verb of `tokens` is in the present.
    pub(super) fn speaks_of_present(&self, tokens: Range<usize>) -> bool {
        self.first_tense(tokens).text == "present"
    }
}

impl Site {
    fn form_name(&self) -> Atom<'static> {
        match self.form().map(|form| form.form) {
            Some(Form::Base) => t!("base"),
            Some(Form::Third) => t!("third"),
            Some(Form::Past) => t!("past"),
            Some(Form::Ing) => t!("ing"),
            None => t!("none"),
        }
    }

    fn mood_name(&self) -> Atom<'static> {
        match self.mood {
            Mood::Finite => t!("finite"),
            Mood::Modal => t!("modal"),
            Mood::Passive => t!("passive"),
            Mood::Participle => t!("participle"),
            Mood::Infinitive => t!("infinitive"),
            Mood::Negated => t!("negated"),
        }
    }

    fn subject_name(&self) -> Atom<'static> {
        match self.subject {
            Subject::Pronoun => t!("pronoun"),
            Subject::Relative => t!("relative"),
            Subject::Name => t!("name"),
            Subject::Noun => t!("noun"),
            Subject::Inverted => t!("inverted"),
            Subject::Shared => t!("shared"),
            Subject::Governed => t!("governed"),
            Subject::Absent => t!("absent"),
        }
    }
}

/// What is known around a site when its sides are chosen.
pub(super) struct Surroundings<'s> {
    pub(super) before: Before,
    /// First token behind the cue, and behind an inverted source.
    pub(super) after: usize,
    /// The site before it in the same sentence.
    pub(super) previous: Option<&'s Site>,
    /// Where the content of the claims so far ends.
    pub(super) covered: usize,
}

/// Describes the options of [`Question::Sides`].
pub(super) fn describe_sides(text: &Text, site: &Site, around: &Surroundings, out: &mut Options) {
    let sentence = text.sentence_tokens(site.head);
    let (lemma, form, mood, subject) =
        (site.lemma(), site.form_name(), site.mood_name(), site.subject_name());
    let before = around.before.atom();
    let after = around.after;
    let group = &site.group;
    let (next, prev) = (text.gist(after), text.gist_before(group.start));
    let next_shape = text.shape(after);
    let rest = length(sentence.end.saturating_sub(after));
    let near = |reach: usize| after..sentence.end.min(after + reach);
    let quote_ahead = near(20).find(|&at| text.opens_quotation(at));
    let that_ahead = near(10).find(|&at| text.word(at) == "that");
    let colon_ahead = near(20).any(|at| text.kind(at) == TokenKind::Colon);
    let verb_ahead = near(20).any(|at| text.words[at].class.is(Class::AUXILIARY));
    let bracket = (sentence.start..site.head)
        .rev()
        .take(25)
        .find(|&at| matches!(text.kind(at), TokenKind::OpenBracket | TokenKind::CloseBracket));
    let bracketed = bracket.is_some_and(|at| text.kind(at) == TokenKind::OpenBracket);
    let ends_paragraph = text.sentence_tokens(after.min(sentence.end - 1)).end
        == text.prose.paragraphs[text.prose.sentences[text.sentence(site.head)].paragraph].end;

    let mut add = |template: Atom, values: &[Atom]| out.add(template, values);
    add(t!("side"), &[]);
    add(t!("side.lemma"), &[lemma]);
    add(t!("side.lemma-form"), &[lemma, form]);
    add(t!("side.lemma-mood"), &[lemma, mood]);
    add(t!("side.lemma-subject"), &[lemma, subject]);
    let frames = site.frames();
    add(t!("side.frames-subject"), &[frames, subject]);
    add(t!("side.frames-mood"), &[frames, mood]);
    add(t!("side.frames-next"), &[frames, next_shape, mood]);
    add(t!("side.frames-form"), &[frames, form, next_shape]);
    add(t!("side.frames-before"), &[frames, before, rest]);
    add(t!("side.mood-subject"), &[mood, subject]);
    add(t!("side.form-subject"), &[form, subject]);
    add(t!("side.prev"), &[text.atom_before(group.start)]);
    add(t!("side.prev-gist"), &[prev]);
    if let Some(at) = text.before(group.start) {
        add(t!("side.prev2"), &[text.gist_before(at), text.shape(at)]);
    }
    add(t!("side.prev-mood"), &[prev, mood]);
    add(t!("side.next"), &[text.atom(after)]);
    add(t!("side.next-gist"), &[next]);
    add(t!("side.next2"), &[next, text.shape(after + 1)]);
    add(t!("side.next-lemma"), &[next, lemma]);
    add(t!("side.next-subject"), &[next, subject]);
    add(t!("side.next-mood"), &[next, mood]);
    add(t!("side.before"), &[before]);
    add(t!("side.before-subject"), &[before, subject]);
    add(t!("side.before-next"), &[before, next]);
    add(t!("side.before-lemma"), &[before, lemma]);
    add(t!("side.rest"), &[rest]);
    add(t!("side.rest-lemma"), &[rest, lemma]);
    add(t!("side.rest-before"), &[rest, before]);
    add(t!("side.rest-next"), &[rest, next_shape, before]);
    add(t!("side.quote-ahead"), &[quote_ahead.map_or(NONE, |at| length(at - after)), before]);
    add(t!("side.quote-after"), &[quote_ahead.map_or(NONE, |at| text.gist(at - 1)), before]);
    add(t!("side.quote-next"), &[flag(quote_ahead.is_some()), next_shape, before]);
    add(t!("side.that-ahead"), &[that_ahead.map_or(NONE, |at| length(at - after)), lemma]);
    add(t!("side.colon-ahead"), &[flag(colon_ahead), before]);
    add(t!("side.verb-ahead"), &[flag(verb_ahead), lemma]);
    add(t!("side.verb-next"), &[flag(verb_ahead), next_shape, before]);
    add(t!("side.bracketed"), &[flag(bracketed)]);
    add(t!("side.next-quoted"), &[flag(text.opens_quotation(sentence.end)), before, rest]);
    add(t!("side.ends-paragraph"), &[flag(ends_paragraph), rest, next_shape]);
    add(t!("side.question"), &[flag(text.word(sentence.end - 1) == "?")]);
    add(t!("side.words"), &[length(group.len()), mood]);
    add(t!("side.group-first"), &[text.atom(group.start)]);
    add(t!("side.group-last"), &[text.gist(group.end - 1), lemma]);
    if let Some(source) = &site.source {
        let end = source.clone().find(|&at| text.is_comma(at)).unwrap_or(source.end);
        let head = end.max(source.start + 1) - 1;
        add(t!("side.source-head"), &[text.atom(head)]);
        add(t!("side.source-gist"), &[text.gist(head), lemma]);
        add(t!("side.source-first"), &[text.atom(source.start)]);
        add(t!("side.source-length"), &[length(source.len()), subject]);
        add(t!("side.source-before"), &[text.gist_before(source.start), subject]);
    }
    add(t!("side.starts"), &[text.gist(sentence.start), before]);
    add(t!("side.offset"), &[length(group.start - sentence.start)]);
    match around.previous {
        Some(previous) => {
            let gap = length(group.start.saturating_sub(previous.head));
            add(t!("side.previous"), &[previous.lemma(), text.shape_before(group.start)]);
            add(t!("side.previous-gap"), &[gap, mood]);
            add(t!("side.previous-mood"), &[previous.mood_name(), mood, subject]);
        }
        None => add(t!("side.first"), &[mood, subject]),
    }
    add(t!("side.taken"), &[flag(around.covered > sentence.start), prev, mood]);
    out.multiply(&Sides::ALL.map(Sides::atom));
}

/// Describes the options of [`Question::Start`].
pub(super) fn describe_starts(
    text: &Text,
    site: &Site,
    after: usize,
    starts: &[usize],
    out: &mut Options,
) {
    let (lemma, mood) = (site.lemma(), site.mood_name());
    let skipped = text.gist(after);
    let is_that = |at: usize| matches!(text.word(at), "that" | "whether");
    let first_that = starts.iter().copied().find(|&at| is_that(at));
    let last = starts.last().copied().unwrap_or(after);
    let quoted = text.opens_quotation(last);
    let n_inside = |from: usize, to: usize, class: Class| {
        (from..to).filter(|&at| text.words[at].class.is(class)).count()
    };
    for &at in starts {
        let distance = length(at - after);
        let here = text.gist(at);
        let shape = text.shape(at);
        out.add(t!("start.distance"), &[distance]);
        out.add(t!("start.distance-lemma"), &[distance, lemma]);
        out.add(t!("start.distance-next"), &[distance, skipped]);
        out.add(t!("start.at"), &[text.atom(at)]);
        out.add(t!("start.gist"), &[here]);
        out.add(t!("start.gist-lemma"), &[here, lemma]);
        out.add(t!("start.gist-distance"), &[here, distance]);
        out.add(t!("start.frames"), &[site.frames(), distance, shape]);
        out.add(t!("start.prev"), &[text.atom_before(at)]);
        out.add(t!("start.prev-gist"), &[text.gist_before(at), shape]);
        out.add(t!("start.prev-shape"), &[text.shape_before(at), here]);
        out.add(t!("start.next"), &[here, text.shape(at + 1)]);
        out.add(t!("start.particle"), &[text.gist(site.group.end - 1), distance, lemma]);
        let that = first_that.map_or(NONE, |that| match that.cmp(&at) {
            std::cmp::Ordering::Less => t!("behind"),
            std::cmp::Ordering::Equal => t!("here"),
            std::cmp::Ordering::Greater => t!("ahead"),
        });
        out.add(t!("start.that"), &[that, lemma]);
        out.add(t!("start.that-shape"), &[that, shape, flag(at == after)]);
        out.add(t!("start.quoted"), &[flag(quoted), flag(at == last), shape]);
        if quoted {
            out.add(
                t!("start.quote-prev"),
                &[text.gist_before(last), flag(at == last), flag(at == after)],
            );
            out.add(t!("start.quote-lemma"), &[lemma, flag(at == last)]);
        }
        if at > after {
            out.add(t!("start.skip"), &[skipped, lemma]);
            out.add(t!("start.skip-to"), &[skipped, shape]);
            out.add(t!("start.skip-word"), &[text.atom(after)]);
            out.add(t!("start.skip-mood"), &[mood, text.gist_before(at)]);
            let inside = |class: Class| length(n_inside(after, at, class));
            out.add(t!("start.inside"), &[inside(Class::PREPOSITION), inside(Class::TIME), shape]);
            out.add(t!("start.subjects"), &[inside(Class::SUBJECT | Class::DETERMINER), shape]);
            out.add(t!("start.verbs"), &[inside(Class::AUXILIARY), shape]);
            let marks = (after..at).filter(|&i| !text.prose.tokens[i].is_word()).count();
            out.add(t!("start.marks"), &[length(marks), text.gist_before(at)]);
        }
        out.close();
    }
}

/// Describes the options of [`Question::End`].
pub(super) fn describe_ends(
    text: &Text,
    site: &Site,
    start: usize,
    ends: &[usize],
    later: &[Site],
    out: &mut Options,
) {
    let sentence_end = ends.last().copied().unwrap_or(start);
    let (lemma, mood) = (site.lemma(), site.mood_name());
    let opening = text.gist(start);
    let frame = if text.opens_quotation(start) {
        t!("quote")
    } else if text.words[start].class.is(Class::COMPLEMENTIZER) {
        t!("that")
    } else if site.takes("clause") {
        t!("clause")
    } else {
        t!("object")
    };
    let mut later = later.iter().peekable();
    let (mut n_commas, mut n_verbs, mut counted) = (0, 0, start);
    for (idx, &at) in ends.iter().enumerate() {
        while later.next_if(|site| site.group.start < at).is_some() {}
        while counted < at {
            n_verbs += usize::from(
                text.words[counted].class.is(Class::AUXILIARY) || text.looks_like_verb(counted),
            );
            n_commas += usize::from(text.is_comma(counted));
            counted += 1;
        }
        let last = at == sentence_end;
        let verbs = length(n_verbs.min(3));
        let rest = length(sentence_end - at);
        let here = if last { t!("end") } else { text.gist(at) };
        let here_shape = if last { t!("end") } else { text.shape(at) };
        let prev = text.gist(at - 1);
        out.add(t!("end.gist"), &[here]);
        out.add(t!("end.frame"), &[here, frame]);
        out.add(t!("end.lemma"), &[here, lemma]);
        out.add(t!("end.frames"), &[here, site.frames()]);
        out.add(t!("end.mood"), &[here, mood]);
        out.add(t!("end.opening"), &[here_shape, opening]);
        out.add(t!("end.prev"), &[here_shape, prev]);
        out.add(t!("end.prev-word"), &[flag(last), text.atom(at - 1)]);
        out.add(t!("end.length"), &[here_shape, length(at - start), frame]);
        out.add(t!("end.length-lemma"), &[flag(last), length(at - start), lemma]);
        out.add(t!("end.order"), &[here_shape, length(idx), frame]);
        out.add(t!("end.verbs"), &[here, verbs, frame]);
        out.add(t!("end.verbs-lemma"), &[flag(last), verbs, lemma]);
        let opening = (at..at + 2).find(|&at| text.opens_quotation(at));
        if let Some(quotation) = opening.and_then(|at| text.quotes.of(at)) {
            let behind = quotation.tokens.end;
            let cue_behind =
                (behind..behind + 8).any(|at| text.words.get(at).is_some_and(|w| w.cue.is_some()));
            out.add(
                t!("end.quote"),
                &[here_shape, length(quotation.tokens.len()), text.shape(behind)],
            );
            out.add(
                t!("end.quote-cue"),
                &[here_shape, flag(cue_behind), flag(behind >= sentence_end)],
            );
        }
        if last {
            out.close();
            continue;
        }
        let mark = !text.prose.tokens[at].is_word();
        let next = if mark { at + 1 } else { at };
        out.add(t!("end.at"), &[text.atom(next), flag(mark)]);
        out.add(t!("end.next"), &[here_shape, text.gist(at + 1)]);
        out.add(t!("end.next-shape"), &[here, text.shape(at + 1)]);
        out.add(t!("end.next-word"), &[here_shape, text.atom(at + 1)]);
        out.add(t!("end.next-frame"), &[here_shape, text.gist(at + 1), frame]);
        out.add(t!("end.next-verbs"), &[here_shape, text.shape(at + 1), verbs]);
        out.add(t!("end.next2"), &[here, text.shape(at + 1), text.shape(at + 2)]);
        out.add(t!("end.rest"), &[here, rest]);
        out.add(t!("end.rest-next"), &[rest, text.gist(next)]);
        out.add(t!("end.commas"), &[here, length(n_commas)]);
        if let Some(cue) = later.peek().filter(|site| site.group.start < at + 12) {
            let gap = length(cue.group.start - at);
            let own = length(cue.start().saturating_sub(at));
            out.add(t!("end.cue"), &[here, gap, cue.subject_name()]);
            out.add(t!("end.cue-mood"), &[here, gap, cue.mood_name()]);
            out.add(t!("end.cue-lemma"), &[gap, cue.lemma()]);
            out.add(t!("end.cue-source"), &[here, own, cue.subject_name()]);
            let next = text.shape(cue.after());
            out.add(t!("end.cue-next"), &[gap, cue.mood_name(), next]);
            let parallel = cue.form().map(|f| f.form) == site.form().map(|f| f.form);
            out.add(t!("end.parallel"), &[here, gap, cue.subject_name(), flag(parallel)]);
            let tense = text.first_tense(start..at);
            out.add(t!("end.tense"), &[gap, cue.subject_name(), flag(parallel), tense]);
            out.add(t!("end.cue-frames"), &[here, gap, cue.mood_name(), cue.frames()]);
        }
        out.close();
    }
}

/// Describes the options of [`Question::LeftStart`].
pub(super) fn describe_left_starts(
    text: &Text,
    site: &Site,
    starts: &[usize],
    end: usize,
    out: &mut Options,
) {
    let (lemma, subject) = (site.lemma(), site.subject_name());
    let quoted_end = flag(text.quotes.covers(end - 1));
    for (idx, &at) in starts.iter().enumerate() {
        let shape = text.shape(at);
        let prev = text.gist_before(at);
        let first = flag(idx == 0);
        out.add(t!("left.first"), &[first, quoted_end]);
        out.add(t!("left.lemma"), &[first, lemma]);
        out.add(t!("left.subject"), &[first, subject]);
        out.add(t!("left.at"), &[text.atom(at), first]);
        out.add(t!("left.gist"), &[text.gist(at), first]);
        out.add(t!("left.prev"), &[prev, shape]);
        out.add(t!("left.prev-quoted"), &[prev, quoted_end]);
        out.add(t!("left.prev-word"), &[text.atom_before(at)]);
        out.add(t!("left.next"), &[text.gist(at), text.shape(at + 1)]);
        out.add(t!("left.length"), &[length(end - at), first]);
        out.add(t!("left.skipped"), &[length(at.saturating_sub(starts[0])), prev]);
        if let Some(quotation) = text.quotes.of(at).filter(|q| q.tokens.start == at) {
            let whole = flag(quotation.tokens.end >= end);
            out.add(t!("left.quote"), &[whole, length(quotation.tokens.len())]);
            out.add(t!("left.quote-prev"), &[whole, prev]);
            let complete = flag(!text.prose.tokens[quotation.inside().end - 1].is_word());
            out.add(t!("left.quote-complete"), &[whole, complete, text.shape_before(at)]);
        }
        out.add(t!("left.skipped-first"), &[text.gist(starts[0]), text.shape_before(at)]);
        out.close();
    }
}

/// What is known of a quotation and the statement before it.
pub(super) struct Linking {
    /// Whether the statement's content so far ends in a quotation.
    pub(super) after_quotation: bool,
    /// Whether that quotation was closed.
    pub(super) closed: bool,
    /// Paragraphs between the two.
    pub(super) n_paragraphs: usize,
    /// Sentences between the two.
    pub(super) n_sentences: usize,
    /// Whether the quotation fills its paragraph.
    pub(super) whole_paragraph: bool,
    /// Whether the quotation starts its paragraph.
    pub(super) starts_paragraph: bool,
    /// Whether the statement has been given quotations of later sentences before.
    pub(super) goes_on: bool,
    /// Whether a sentence ends with the quotation.
    pub(super) ends_sentence: bool,
    /// Whether the statement's source follows its cue.
    pub(super) inverted: bool,
}

/// Describes the options of [`Question::Link`]: no, and yes.
pub(super) fn describe_link(
    text: &Text,
    site: &Site,
    quotation: &Range<usize>,
    linking: &Linking,
    out: &mut Options,
) {
    out.close();
    let n_words = length(quotation.len());
    let paragraphs = length(linking.n_paragraphs);
    let sentences = length(linking.n_sentences);
    let whole = flag(linking.ends_sentence);
    let after = flag(linking.after_quotation);
    out.add(t!("link"), &[]);
    out.add(t!("link.after"), &[after, paragraphs, sentences]);
    out.add(t!("link.closed"), &[flag(linking.closed), paragraphs]);
    let paragraph = [flag(linking.whole_paragraph), flag(linking.starts_paragraph)];
    out.add(t!("link.paragraph"), &[paragraph[0], paragraph[1], paragraphs, after]);
    out.add(t!("link.goes-on"), &[flag(linking.goes_on), paragraphs]);
    out.add(t!("link.whole"), &[whole, sentences, after]);
    out.add(t!("link.words"), &[n_words, whole]);
    out.add(t!("link.lemma"), &[site.lemma(), after]);
    out.add(t!("link.subject"), &[site.subject_name(), after]);
    out.add(t!("link.inverted"), &[flag(linking.inverted), after, paragraphs]);
    out.add(t!("link.first"), &[text.atom(quotation.start + 1)]);
    out.add(t!("link.next"), &[text.gist(quotation.end), whole]);
    out.close();
}
