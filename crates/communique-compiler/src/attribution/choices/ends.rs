//! Where content behind a cue ends: how that question's options are described.
//!
//! Each option is described by what stands there, by the content that it would make, and by what would be left over.

use super::atoms::{NONE, flag, length, t};
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
    let content = Content::new(text, site, start, ends);
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
        let end = End::new(&content, idx, n_verbs, n_commas);
        content.describe_shape(&end, out);
        content.describe_quotation(&end, out);
        if !end.last {
            content.describe_rest(&end, out);
            content.describe_segment(&end, out);
            if let Some(cue) = later.peek().filter(|site| site.group.start < at + 12) {
                content.describe_cue(&end, cue, out);
            }
        }
        out.close();
    }
}

/// What all options have in common.
struct Content<'c> {
    text: &'c Text<'c>,
    site: &'c Site,
    start: usize,
    ends: &'c [usize],
    /// The last option: the end of the sentence, or of a quotation there.
    sentence_end: usize,
    /// How the content opens.
    frame: Atom<'static>,
}

/// One option.
struct End {
    idx: usize,
    at: usize,
    last: bool,
    /// Finite verbs in the content, coarse.
    verbs: Atom<'static>,
    n_commas: usize,
}

impl End {
    fn new(content: &Content, idx: usize, n_verbs: usize, n_commas: usize) -> Self {
        let at = content.ends[idx];
        Self { idx, at, last: at == content.sentence_end, verbs: length(n_verbs.min(3)), n_commas }
    }
}

impl<'c> Content<'c> {
    fn new(text: &'c Text<'c>, site: &'c Site, start: usize, ends: &'c [usize]) -> Self {
        let frame = if text.opens_quotation(start) {
            t!("quote")
        } else if text.words[start].class.is(Class::COMPLEMENTIZER) {
            t!("that")
        } else if site.takes("clause") {
            t!("clause")
        } else {
            t!("object")
        };
        let sentence_end = ends.last().copied().unwrap_or(start);
        Self { text, site, start, ends, sentence_end, frame }
    }

    fn here(&self, end: &End) -> Atom<'c> {
        if end.last { t!("end") } else { self.text.gist(end.at) }
    }

    fn here_shape(&self, end: &End) -> Atom<'static> {
        if end.last { t!("end") } else { self.text.shape(end.at) }
    }

    /// What stands at the end, how long the content is, and the cue.
    fn describe_shape(&self, end: &End, out: &mut Options) {
        let (text, site, frame) = (self.text, self.site, self.frame);
        let (here, here_shape) = (self.here(end), self.here_shape(end));
        let (lemma, last) = (site.lemma(), flag(end.last));
        let n_tokens = length(end.at - self.start);
        let clause = text.clause_of(site);
        out.add(t!("end.gist"), &[here]);
        out.add(t!("end.frame"), &[here, frame]);
        out.add(t!("end.lemma"), &[here, lemma]);
        out.add(t!("end.frames"), &[here, site.frames()]);
        out.add(t!("end.mood"), &[here, site.mood_name()]);
        out.add(t!("end.opening"), &[here_shape, text.gist(self.start)]);
        out.add(t!("end.prev"), &[here_shape, text.gist(end.at - 1)]);
        out.add(t!("end.prev-word"), &[last, text.atom(end.at - 1)]);
        out.add(t!("end.length"), &[here_shape, n_tokens, frame]);
        out.add(t!("end.length-lemma"), &[last, n_tokens, lemma]);
        out.add(t!("end.order"), &[here_shape, length(end.idx), frame]);
        out.add(t!("end.verbs"), &[here, end.verbs, frame]);
        out.add(t!("end.verbs-lemma"), &[last, end.verbs, lemma]);
        out.add(t!("end.clause"), &[here, clause]);
        out.add(t!("end.clause-order"), &[here_shape, clause, length(end.idx.min(4))]);
    }

    /// The quotation that starts at the end, or right behind.
    fn describe_quotation(&self, end: &End, out: &mut Options) {
        let (text, here_shape) = (self.text, self.here_shape(end));
        let opening = (end.at..end.at + 2).find(|&at| text.opens_quotation(at));
        let Some(quotation) = opening.and_then(|at| text.quotes.of(at)) else { return };
        let behind = quotation.tokens.end;
        let cue_behind =
            (behind..behind + 8).any(|at| text.words.get(at).is_some_and(|w| w.cue.is_some()));
        let closes = flag(behind >= self.sentence_end);
        out.add(t!("end.quote"), &[here_shape, length(quotation.tokens.len()), text.shape(behind)]);
        out.add(t!("end.quote-cue"), &[here_shape, flag(cue_behind), closes]);
    }

    /// The words behind an end inside the sentence.
    fn describe_rest(&self, end: &End, out: &mut Options) {
        let (text, at, frame) = (self.text, end.at, self.frame);
        let (here, here_shape) = (self.here(end), self.here_shape(end));
        let mark = !text.prose.tokens[at].is_word();
        let next = if mark { at + 1 } else { at };
        let rest = length(self.sentence_end - at);
        let (gist, shape) = (text.gist(at + 1), text.shape(at + 1));
        out.add(t!("end.at"), &[text.atom(next), flag(mark)]);
        out.add(t!("end.next"), &[here_shape, gist]);
        out.add(t!("end.next-shape"), &[here, shape]);
        out.add(t!("end.next-word"), &[here_shape, text.atom(at + 1)]);
        out.add(t!("end.next-frame"), &[here_shape, gist, frame]);
        out.add(t!("end.next-verbs"), &[here_shape, shape, end.verbs]);
        out.add(t!("end.next2"), &[here, shape, text.shape(at + 2)]);
        out.add(t!("end.rest"), &[here, rest]);
        out.add(t!("end.rest-next"), &[rest, text.gist(next)]);
        out.add(t!("end.commas"), &[here, length(end.n_commas)]);
        let verb_behind = flag((at..self.sentence_end).any(|at| text.is_verb(at)));
        out.add(t!("end.verb-behind"), &[here, verb_behind, frame]);
        out.add(t!("end.verb-behind-lemma"), &[here_shape, verb_behind, self.site.lemma()]);
    }

    /// What follows up to the next option, as a clause or part of one, beside the tense of the content.
    fn describe_segment(&self, end: &End, out: &mut Options) {
        let (text, at) = (self.text, end.at);
        let (here, here_shape) = (self.here(end), self.here_shape(end));
        let next = self.ends.get(end.idx + 1).copied();
        let sort = text.sort_of(at..next.unwrap_or(self.sentence_end));
        let tense = text.first_tense(self.start..at);
        let tense_behind = text.first_tense(at..self.sentence_end);
        let form = self.site.form_name();
        out.add(t!("end.sort"), &[here, sort]);
        out.add(t!("end.sort-frame"), &[here, sort, self.frame]);
        out.add(t!("end.sort-clause"), &[here_shape, sort, text.clause_of(self.site)]);
        out.add(t!("end.sort-tense"), &[here_shape, sort, tense]);
        out.add(t!("end.sort-verbs"), &[here_shape, sort, end.verbs, self.frame]);
        out.add(t!("end.sort-form"), &[here, sort, form]);
        out.add(t!("end.sort-rest"), &[here, sort, length(self.sentence_end - at)]);
        out.add(t!("end.tenses"), &[here, tense, tense_behind]);
        out.add(t!("end.next-form"), &[here, text.shape(at + 1), form, tense]);
        if matches!(sort.text, "rest" | "none") {
            out.add(t!("end.then"), &[here, sort, next.map_or(NONE, |next| text.gist(next))]);
        }
    }

    /// The cue near behind.
    fn describe_cue(&self, end: &End, cue: &Site, out: &mut Options) {
        let (text, here) = (self.text, self.here(end));
        let (mood, subject) = (cue.mood_name(), cue.subject_name());
        let gap = length(cue.group.start - end.at);
        let own = length(cue.start().saturating_sub(end.at));
        out.add(t!("end.cue"), &[here, gap, subject]);
        out.add(t!("end.cue-mood"), &[here, gap, mood]);
        out.add(t!("end.cue-lemma"), &[gap, cue.lemma()]);
        out.add(t!("end.cue-source"), &[here, own, subject]);
        out.add(t!("end.cue-next"), &[gap, mood, text.shape(cue.after())]);
        let parallel = flag(cue.form().map(|f| f.form) == self.site.form().map(|f| f.form));
        out.add(t!("end.parallel"), &[here, gap, subject, parallel]);
        let tense = text.first_tense(self.start..end.at);
        out.add(t!("end.tense"), &[gap, subject, parallel, tense]);
        out.add(t!("end.cue-frames"), &[here, gap, mood, cue.frames()]);
    }
}
