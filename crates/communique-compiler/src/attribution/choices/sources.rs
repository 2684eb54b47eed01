//! Which words name the source of a statement: how that question's options are described.

use super::Sides;
use super::atoms::{flag, length, t};
use crate::attribution::sites::Site;
use crate::attribution::sources::{Candidate, Place};
use crate::attribution::text::Text;
use crate::attribution::weights::{Atom, Options};
use crate::attribution::words::Class;

/// Describes the options of [`Question::Source`](super::Question::Source).
pub(in crate::attribution) fn describe_sources(
    text: &Text,
    site: &Site,
    sides: Sides,
    candidates: &[Candidate],
    out: &mut Options,
) {
    let (mood, subject, sides) = (site.mood_name(), site.subject_name(), sides.atom());
    let prev = text.gist_before(site.group.start);
    let sentence = text.sentence_tokens(site.head);
    for candidate in candidates {
        let place = candidate.place.atom();
        let suggested = flag(candidate.suggested);
        out.add(t!("source.place"), &[place, suggested]);
        out.add(t!("source.subject"), &[place, suggested, subject]);
        out.add(t!("source.mood"), &[place, suggested, mood]);
        out.add(t!("source.sides"), &[place, suggested, sides]);
        out.add(t!("source.sides-subject"), &[place, suggested, sides, subject]);
        out.add(t!("source.lemma"), &[place, suggested, site.lemma()]);
        out.add(t!("source.prev"), &[place, suggested, prev]);
        out.add(t!("source.frames"), &[place, suggested, site.frames(), sides]);
        if candidate.place == Place::Nowhere {
            out.add(t!("source.none-prev"), &[prev, mood, sides]);
            out.close();
            continue;
        }
        let (start, end) = (candidate.tokens.start, candidate.tokens.end);
        let (first, last) = (text.gist(start), text.gist(end - 1));
        let before = text.gist_before(start);
        let inside = |class: Class| {
            candidate.tokens.clone().filter(|&at| text.words[at].class.is(class)).count()
        };
        let n_verbs = candidate.tokens.clone().filter(|&at| text.looks_like_verb(at)).count();
        let n_verbs = length((n_verbs + inside(Class::AUXILIARY)).min(3));
        let commas = candidate.tokens.clone().filter(|&at| text.is_comma(at)).count();
        let head = candidate.tokens.clone().find(|&at| text.is_comma(at)).unwrap_or(end);
        let head = text.gist(head.max(start + 1) - 1);
        out.add(t!("source.first"), &[place, first]);
        out.add(t!("source.first-word"), &[place, text.atom(start)]);
        out.add(t!("source.before"), &[place, before, text.shape(start)]);
        out.add(t!("source.before-word"), &[place, text.atom_before(start)]);
        out.add(t!("source.at-start"), &[place, flag(start == sentence.start), sides, mood]);
        out.add(t!("source.last"), &[place, last, text.shape(start)]);
        out.add(t!("source.head"), &[place, head]);
        out.add(t!("source.length"), &[place, length(candidate.tokens.len()), text.shape(start)]);
        out.add(t!("source.verbs"), &[place, n_verbs, text.shape(start)]);
        out.add(t!("source.commas"), &[place, length(commas), last]);
        out.add(t!("source.commas-verbs"), &[place, length(commas), n_verbs]);
        out.add(t!("source.second"), &[place, text.shape(start), text.shape(start + 1)]);
        if matches!(candidate.place, Place::Clause | Place::Shared) {
            let gap = length(site.group.start.saturating_sub(end));
            out.add(t!("source.gap"), &[place, gap, mood]);
            out.add(t!("source.next"), &[place, text.gist(end), prev]);
            out.add(t!("source.next-before"), &[place, before, prev]);
        }
        out.close();
    }
}

impl Place {
    fn atom(self) -> Atom<'static> {
        match self {
            Place::Nowhere => t!("nowhere"),
            Place::Before => t!("before"),
            Place::Behind => t!("behind"),
            Place::Clause => t!("clause"),
            Place::Shared => t!("shared"),
        }
    }
}
