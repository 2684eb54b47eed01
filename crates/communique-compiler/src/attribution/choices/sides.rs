//! On which sides of a site content stands: how that question's options are described.

use std::ops::Range;

use super::atoms::{NONE, flag, length, t};
use super::{Before, Sides};
use crate::attribution::sites::Site;
use crate::attribution::text::Text;
use crate::attribution::weights::{Atom, Options};
use crate::attribution::words::Class;
use crate::tokens::TokenKind;

/// What is known around a site when its sides are chosen.
pub(in crate::attribution) struct Surroundings<'s> {
    pub(in crate::attribution) before: Before,
    /// First token behind the cue, and behind an inverted source.
    pub(in crate::attribution) after: usize,
    /// The site before it in the same sentence.
    pub(in crate::attribution) previous: Option<&'s Site>,
    /// Where the content of the claims so far ends.
    pub(in crate::attribution) covered: usize,
}

/// Describes the options of [`Question::Sides`](super::Question::Sides).
pub(in crate::attribution) fn describe_sides(
    text: &Text,
    site: &Site,
    around: &Surroundings,
    out: &mut Options,
) {
    let seen = Seen::new(text, site, around);
    seen.describe_cue(out);
    seen.describe_neighbors(out);
    seen.describe_what_is_ahead(out);
    seen.describe_sentence(out);
    seen.describe_group(out);
    if let Some(source) = &site.source {
        describe_source(text, site, source, out);
    }
    seen.describe_start(out);
    describe_previous(text, site, around.previous, out);
    out.add(t!("side.taken"), &[flag(around.covered > seen.sentence.start), seen.prev, seen.mood]);
    out.multiply(&Sides::ALL.map(Sides::atom));
}

/// A site with what several of its features are made of.
struct Seen<'t> {
    text: &'t Text<'t>,
    site: &'t Site,
    sentence: Range<usize>,
    /// First token behind the cue, and behind an inverted source.
    after: usize,
    lemma: Atom<'t>,
    form: Atom<'t>,
    mood: Atom<'t>,
    subject: Atom<'t>,
    /// What stands before the cue.
    before: Atom<'t>,
    /// The word in front of the cue.
    prev: Atom<'t>,
    /// The word behind it.
    next: Atom<'t>,
    next_shape: Atom<'t>,
    /// How much of the sentence follows.
    rest: Atom<'t>,
}

impl<'t> Seen<'t> {
    fn new(text: &'t Text, site: &'t Site, around: &Surroundings) -> Self {
        let sentence = text.sentence_tokens(site.head);
        let after = around.after;
        Self {
            text,
            site,
            after,
            lemma: site.lemma(),
            form: site.form_name(),
            mood: site.mood_name(),
            subject: site.subject_name(),
            before: around.before.atom(),
            prev: text.gist_before(site.group.start),
            next: text.gist(after),
            next_shape: text.shape(after),
            rest: length(sentence.end.saturating_sub(after)),
            sentence,
        }
    }

    /// The cue by itself: its verb, its form, how its source stands.
    fn describe_cue(&self, out: &mut Options) {
        let Self { lemma, form, mood, subject, .. } = *self;
        let frames = self.site.frames();
        out.add(t!("side"), &[]);
        out.add(t!("side.lemma"), &[lemma]);
        out.add(t!("side.lemma-form"), &[lemma, form]);
        out.add(t!("side.lemma-mood"), &[lemma, mood]);
        out.add(t!("side.lemma-subject"), &[lemma, subject]);
        out.add(t!("side.frames-subject"), &[frames, subject]);
        out.add(t!("side.frames-mood"), &[frames, mood]);
        out.add(t!("side.frames-next"), &[frames, self.next_shape, mood]);
        out.add(t!("side.frames-form"), &[frames, form, self.next_shape]);
        out.add(t!("side.frames-before"), &[frames, self.before, self.rest]);
        out.add(t!("side.mood-subject"), &[mood, subject]);
        out.add(t!("side.form-subject"), &[form, subject]);
    }

    /// The words right beside it, and how much there is on either side.
    fn describe_neighbors(&self, out: &mut Options) {
        let Self { text, lemma, mood, subject, before, prev, next, next_shape, rest, .. } = *self;
        let start = self.site.group.start;
        out.add(t!("side.prev"), &[text.atom_before(start)]);
        out.add(t!("side.prev-gist"), &[prev]);
        if let Some(at) = text.before(start) {
            out.add(t!("side.prev2"), &[text.gist_before(at), text.shape(at)]);
        }
        out.add(t!("side.prev-mood"), &[prev, mood]);
        out.add(t!("side.next"), &[text.atom(self.after)]);
        out.add(t!("side.next-gist"), &[next]);
        out.add(t!("side.next2"), &[next, text.shape(self.after + 1)]);
        out.add(t!("side.next-lemma"), &[next, lemma]);
        out.add(t!("side.next-subject"), &[next, subject]);
        out.add(t!("side.next-mood"), &[next, mood]);
        out.add(t!("side.before"), &[before]);
        out.add(t!("side.before-subject"), &[before, subject]);
        out.add(t!("side.before-next"), &[before, next]);
        out.add(t!("side.before-lemma"), &[before, lemma]);
        out.add(t!("side.rest"), &[rest]);
        out.add(t!("side.rest-lemma"), &[rest, lemma]);
        out.add(t!("side.rest-before"), &[rest, before]);
        out.add(t!("side.rest-next"), &[rest, next_shape, before]);
    }

    /// A quotation, "that", a colon or a verb further on.
    fn describe_what_is_ahead(&self, out: &mut Options) {
        let Self { text, after, lemma, before, next_shape, .. } = *self;
        let near = |reach: usize| after..self.sentence.end.min(after + reach);
        let quote = near(20).find(|&at| text.opens_quotation(at));
        let that = near(10).find(|&at| text.word(at) == "that");
        let colon = near(20).any(|at| text.kind(at) == TokenKind::Colon);
        let verb = near(20).any(|at| text.words[at].class.is(Class::AUXILIARY));
        out.add(t!("side.quote-ahead"), &[quote.map_or(NONE, |at| length(at - after)), before]);
        out.add(t!("side.quote-after"), &[quote.map_or(NONE, |at| text.gist(at - 1)), before]);
        out.add(t!("side.quote-next"), &[flag(quote.is_some()), next_shape, before]);
        out.add(t!("side.that-ahead"), &[that.map_or(NONE, |at| length(at - after)), lemma]);
        out.add(t!("side.colon-ahead"), &[flag(colon), before]);
        out.add(t!("side.verb-ahead"), &[flag(verb), lemma]);
        out.add(t!("side.verb-next"), &[flag(verb), next_shape, before]);
    }

    /// How the sentence ends, and whether the site stands in brackets there.
    fn describe_sentence(&self, out: &mut Options) {
        let Self { text, before, next_shape, rest, .. } = *self;
        let end = self.sentence.end;
        let is_bracket =
            |at: usize| matches!(text.kind(at), TokenKind::OpenBracket | TokenKind::CloseBracket);
        let mut lately = (self.sentence.start..self.site.head).rev().take(25);
        let bracket = lately.find(|&at| is_bracket(at));
        let bracketed = bracket.is_some_and(|at| text.kind(at) == TokenKind::OpenBracket);
        let paragraph = text.prose.sentences[text.sentence(self.site.head)].paragraph;
        let ends_paragraph = text.sentence_tokens(self.after.min(end - 1)).end
            == text.prose.paragraphs[paragraph].end;
        out.add(t!("side.bracketed"), &[flag(bracketed)]);
        out.add(t!("side.next-quoted"), &[flag(text.opens_quotation(end)), before, rest]);
        out.add(t!("side.ends-paragraph"), &[flag(ends_paragraph), rest, next_shape]);
        out.add(t!("side.question"), &[flag(text.word(end - 1) == "?")]);
    }

    /// The words of the verb group.
    fn describe_group(&self, out: &mut Options) {
        let (text, group) = (self.text, &self.site.group);
        out.add(t!("side.words"), &[length(group.len()), self.mood]);
        out.add(t!("side.group-first"), &[text.atom(group.start)]);
        out.add(t!("side.group-last"), &[text.gist(group.end - 1), self.lemma]);
    }

    /// Where the sentence begins.
    fn describe_start(&self, out: &mut Options) {
        let start = self.sentence.start;
        out.add(t!("side.starts"), &[self.text.gist(start), self.before]);
        out.add(t!("side.offset"), &[length(self.site.group.start - start)]);
    }
}

/// The words of the source, in the description of a site's sides.
fn describe_source(text: &Text, site: &Site, source: &Range<usize>, out: &mut Options) {
    let end = source.clone().find(|&at| text.is_comma(at)).unwrap_or(source.end);
    let head = end.max(source.start + 1) - 1;
    out.add(t!("side.source-head"), &[text.atom(head)]);
    out.add(t!("side.source-gist"), &[text.gist(head), site.lemma()]);
    out.add(t!("side.source-first"), &[text.atom(source.start)]);
    out.add(t!("side.source-length"), &[length(source.len()), site.subject_name()]);
    out.add(t!("side.source-before"), &[text.gist_before(source.start), site.subject_name()]);
}

/// The site before this one, in the description of its sides.
fn describe_previous(text: &Text, site: &Site, previous: Option<&Site>, out: &mut Options) {
    let (mood, subject) = (site.mood_name(), site.subject_name());
    match previous {
        Some(previous) => {
            let gap = length(site.group.start.saturating_sub(previous.head));
            out.add(t!("side.previous"), &[previous.lemma(), text.shape_before(site.group.start)]);
            out.add(t!("side.previous-gap"), &[gap, mood]);
            out.add(t!("side.previous-mood"), &[previous.mood_name(), mood, subject]);
        }
        None => out.add(t!("side.first"), &[mood, subject]),
    }
}
