//! On which sides of a site content stands: how that question's options are described.

use std::ops::Range;

use super::atoms::{NONE, flag, length, t};
use super::{Before, Sides};
use crate::attribution::sites::Site;
use crate::attribution::text::Text;
use crate::attribution::weights::Options;
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

    out.add(t!("side"), &[]);
    out.add(t!("side.lemma"), &[lemma]);
    out.add(t!("side.lemma-form"), &[lemma, form]);
    out.add(t!("side.lemma-mood"), &[lemma, mood]);
    out.add(t!("side.lemma-subject"), &[lemma, subject]);
    let frames = site.frames();
    out.add(t!("side.frames-subject"), &[frames, subject]);
    out.add(t!("side.frames-mood"), &[frames, mood]);
    out.add(t!("side.frames-next"), &[frames, next_shape, mood]);
    out.add(t!("side.frames-form"), &[frames, form, next_shape]);
    out.add(t!("side.frames-before"), &[frames, before, rest]);
    out.add(t!("side.mood-subject"), &[mood, subject]);
    out.add(t!("side.form-subject"), &[form, subject]);
    out.add(t!("side.prev"), &[text.atom_before(group.start)]);
    out.add(t!("side.prev-gist"), &[prev]);
    if let Some(at) = text.before(group.start) {
        out.add(t!("side.prev2"), &[text.gist_before(at), text.shape(at)]);
    }
    out.add(t!("side.prev-mood"), &[prev, mood]);
    out.add(t!("side.next"), &[text.atom(after)]);
    out.add(t!("side.next-gist"), &[next]);
    out.add(t!("side.next2"), &[next, text.shape(after + 1)]);
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
    out.add(t!("side.quote-ahead"), &[quote_ahead.map_or(NONE, |at| length(at - after)), before]);
    out.add(t!("side.quote-after"), &[quote_ahead.map_or(NONE, |at| text.gist(at - 1)), before]);
    out.add(t!("side.quote-next"), &[flag(quote_ahead.is_some()), next_shape, before]);
    out.add(t!("side.that-ahead"), &[that_ahead.map_or(NONE, |at| length(at - after)), lemma]);
    out.add(t!("side.colon-ahead"), &[flag(colon_ahead), before]);
    out.add(t!("side.verb-ahead"), &[flag(verb_ahead), lemma]);
    out.add(t!("side.verb-next"), &[flag(verb_ahead), next_shape, before]);
    out.add(t!("side.bracketed"), &[flag(bracketed)]);
    out.add(t!("side.next-quoted"), &[flag(text.opens_quotation(sentence.end)), before, rest]);
    out.add(t!("side.ends-paragraph"), &[flag(ends_paragraph), rest, next_shape]);
    out.add(t!("side.question"), &[flag(text.word(sentence.end - 1) == "?")]);
    out.add(t!("side.words"), &[length(group.len()), mood]);
    out.add(t!("side.group-first"), &[text.atom(group.start)]);
    out.add(t!("side.group-last"), &[text.gist(group.end - 1), lemma]);
    if let Some(source) = &site.source {
        describe_source(text, site, source, out);
    }
    out.add(t!("side.starts"), &[text.gist(sentence.start), before]);
    out.add(t!("side.offset"), &[length(group.start - sentence.start)]);
    describe_previous(text, site, around.previous, out);
    out.add(t!("side.taken"), &[flag(around.covered > sentence.start), prev, mood]);
    out.multiply(&Sides::ALL.map(Sides::atom));
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
