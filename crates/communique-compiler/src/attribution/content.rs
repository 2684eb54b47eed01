//! From sites to claims: which sites are cues, on which side their content stands, from where to where.
//!
//! The grammar offers the options, a [`Chooser`] takes one. Sites are visited from left to right; one inside
//! the content of an earlier claim is nested and skipped, and content before a cue swallows the claims in it.

mod left;
mod links;
mod right;

use std::ops::Range;

use self::left::LeftContent;
use self::links::link_quotations;
use self::right::right_content;
use super::choices::{Before, Chooser, Question, Sides, Surroundings, describe_sides};
use super::sites::{Mood, Site, Subject};
use super::text::Text;
use super::topic::{self, is_within_leading};
use super::words::Class;

/// A site that is taken for a cue, with its content. Ranges are of tokens.
#[derive(Clone, Debug)]
pub(super) struct Claim<'s> {
    pub(super) site: &'s Site,
    /// Content before source and cue.
    pub(super) left: Option<Range<usize>>,
    /// Content behind the cue in its sentence.
    pub(super) right: Option<Range<usize>>,
    /// Quotations of later sentences.
    pub(super) more: Vec<Range<usize>>,
    /// Words outside the content that say what it is about.
    pub(super) topic: Option<Range<usize>>,
    /// The words that name who said it.
    pub(super) source: Option<Range<usize>>,
}

/// The claims among `sites`, which are in order.
pub(super) fn claims<'s>(
    text: &Text,
    sites: &'s [Site],
    chooser: &mut impl Chooser,
) -> Vec<Claim<'s>> {
    let mut claims: Vec<Claim> = Vec::new();
    let mut covered = 0;
    for (idx, site) in sites.iter().enumerate() {
        if site.head < covered || is_within_leading(text, site) {
            continue;
        }
        let sentence = text.sentence_tokens(site.head);
        let previous = idx.checked_sub(1).map(|p| &sites[p]).filter(|p| p.head >= sentence.start);
        let left = LeftContent::before(text, site);
        let around = Surroundings { before: left.before, after: site.after(), previous, covered };
        let question = Question::Sides(site, left.before);
        let sides = chooser.choose(question, |out| describe_sides(text, site, &around, out));
        let about = topic::leading(text, site);
        let sides = match Sides::ALL[sides] {
            Sides::None if surely_reports(text, site) => Sides::Right,
            // What names the subject matter is said about, not said.
            Sides::Left if about.is_some() => Sides::None,
            Sides::Both if about.is_some() => Sides::Right,
            sides => sides,
        };
        let source = site.source.clone();
        let mut claim =
            Claim { site, left: None, right: None, more: Vec::new(), topic: None, source };
        if matches!(sides, Sides::Left | Sides::Both) {
            claim.left = left.choose(text, site, covered, chooser);
        }
        if matches!(sides, Sides::Right | Sides::Both) {
            // A quotation that is interrupted goes on as a quotation.
            let quoted = sides == Sides::Both && left.before == Before::Quotation;
            claim.right = right_content(text, site, quoted, &sites[idx + 1..], chooser);
        }
        if let Some(left) = &claim.left {
            // "“We won,” Lee said, the agency reported": the statement is Lee's, not the agency's.
            let quoted = |earlier: &Claim| {
                earlier.left.as_ref().is_some_and(|l| text.quotes.covers(l.start))
            };
            if claims.iter().rev().take_while(|c| c.site.head >= left.start).any(quoted) {
                continue;
            }
            while claims.last().is_some_and(|earlier| earlier.site.head >= left.start) {
                claims.pop();
            }
        }
        if let Some(right) = &claim.right {
            covered = covered.max(right.end);
        }
        claim.topic = about;
        if claim.left.is_some() || claim.right.is_some() {
            claims.push(claim);
        }
    }
    topic::fold_pointers(text, &mut claims);
    link_quotations(text, &mut claims, chooser);
    claims
}

/// Whether grammar alone makes the site a cue: a subject, a reporting verb and "that", with nothing but a
/// listener between the last two ("the mayor told the farmers that").
fn surely_reports(text: &Text, site: &Site) -> bool {
    let after = site.group.end;
    let subject = match (site.subject, site.mood) {
        (Subject::Pronoun | Subject::Name | Subject::Noun, Mood::Finite) => site.source.is_some(),
        (Subject::Absent, Mood::Participle) => {
            text.sentence_tokens(site.head).start < site.group.start
        }
        _ => false,
    };
    if !subject || !site.takes("that") || after >= text.sentence_tokens(site.head).end {
        return false;
    }
    let that = |at: usize| {
        let next = text.words.get(at + 1).map(|word| word.class);
        at + 1 < text.prose.tokens.len()
            && text.word(at) == "that"
            && text.prose.tokens[at + 1].is_word()
            && !next.is_some_and(|class| class.is(Class::AUXILIARY | Class::PREPOSITION))
    };
    let behind_listener =
        || text.plain_phrase_after(after, text.prose.tokens.len().min(after + 8)).is_some_and(that);
    that(after) || site.takes("listener") && behind_listener()
}
