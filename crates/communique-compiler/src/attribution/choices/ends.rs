//! Where content behind a cue ends: how that question's options are described.

use std::ops::Range;

use super::atoms::{flag, length, t};
use crate::attribution::sites::Site;
use crate::attribution::text::Text;
use crate::attribution::weights::{Atom, Options};
use crate::attribution::words::Class;

/// Describes the options of [`Question::End`](super::Question::End).
pub(in crate::attribution) fn describe_ends(
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
        describe_quotation(text, at, sentence_end, here_shape, out);
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
            describe_cue(text, site, cue, start..at, out);
        }
        out.close();
    }
}

/// The quotation that starts where content can end at `at`, or right behind.
fn describe_quotation(
    text: &Text,
    at: usize,
    sentence_end: usize,
    here_shape: Atom,
    out: &mut Options,
) {
    let opening = (at..at + 2).find(|&at| text.opens_quotation(at));
    if let Some(quotation) = opening.and_then(|at| text.quotes.of(at)) {
        let behind = quotation.tokens.end;
        let cue_behind =
            (behind..behind + 8).any(|at| text.words.get(at).is_some_and(|w| w.cue.is_some()));
        out.add(t!("end.quote"), &[here_shape, length(quotation.tokens.len()), text.shape(behind)]);
        out.add(t!("end.quote-cue"), &[here_shape, flag(cue_behind), flag(behind >= sentence_end)]);
    }
}

/// The cue near behind `content`, which ends inside its sentence.
fn describe_cue(text: &Text, site: &Site, cue: &Site, content: Range<usize>, out: &mut Options) {
    let here = text.gist(content.end);
    let gap = length(cue.group.start - content.end);
    let own = length(cue.start().saturating_sub(content.end));
    out.add(t!("end.cue"), &[here, gap, cue.subject_name()]);
    out.add(t!("end.cue-mood"), &[here, gap, cue.mood_name()]);
    out.add(t!("end.cue-lemma"), &[gap, cue.lemma()]);
    out.add(t!("end.cue-source"), &[here, own, cue.subject_name()]);
    let next = text.shape(cue.after());
    out.add(t!("end.cue-next"), &[gap, cue.mood_name(), next]);
    let parallel = cue.form().map(|f| f.form) == site.form().map(|f| f.form);
    out.add(t!("end.parallel"), &[here, gap, cue.subject_name(), flag(parallel)]);
    let tense = text.first_tense(content);
    out.add(t!("end.tense"), &[gap, cue.subject_name(), flag(parallel), tense]);
    out.add(t!("end.cue-frames"), &[here, gap, cue.mood_name(), cue.frames()]);
}
