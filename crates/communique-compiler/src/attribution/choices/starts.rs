//! Where content starts, behind a cue and before one: how the options of these questions are described.

use std::ops::Range;

use super::atoms::{NONE, flag, length, t};
use crate::attribution::sites::Site;
use crate::attribution::text::Text;
use crate::attribution::weights::Options;
use crate::attribution::words::Class;

/// Describes the options of [`Question::Start`](super::Question::Start).
pub(in crate::attribution) fn describe_starts(
    text: &Text,
    site: &Site,
    after: usize,
    starts: &[usize],
    out: &mut Options,
) {
    let lemma = site.lemma();
    let skipped = text.gist(after);
    let is_that = |at: usize| matches!(text.word(at), "that" | "whether");
    let first_that = starts.iter().copied().find(|&at| is_that(at));
    let last = starts.last().copied().unwrap_or(after);
    let quoted = text.opens_quotation(last);
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
            describe_skipped(text, site, after..at, out);
        }
        out.close();
    }
}

/// What stands between the cue and a start of content.
fn describe_skipped(text: &Text, site: &Site, skipped: Range<usize>, out: &mut Options) {
    let first = text.gist(skipped.start);
    let (shape, prev) = (text.shape(skipped.end), text.gist_before(skipped.end));
    out.add(t!("start.skip"), &[first, site.lemma()]);
    out.add(t!("start.skip-to"), &[first, shape]);
    out.add(t!("start.skip-word"), &[text.atom(skipped.start)]);
    out.add(t!("start.skip-mood"), &[site.mood_name(), prev]);
    let inside =
        |class: Class| length(skipped.clone().filter(|&at| text.words[at].class.is(class)).count());
    out.add(t!("start.inside"), &[inside(Class::PREPOSITION), inside(Class::TIME), shape]);
    out.add(t!("start.subjects"), &[inside(Class::SUBJECT | Class::DETERMINER), shape]);
    out.add(t!("start.verbs"), &[inside(Class::AUXILIARY), shape]);
    let marks = skipped.clone().filter(|&i| !text.prose.tokens[i].is_word()).count();
    out.add(t!("start.marks"), &[length(marks), prev]);
}

/// Describes the options of [`Question::LeftStart`](super::Question::LeftStart).
pub(in crate::attribution) fn describe_left_starts(
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
