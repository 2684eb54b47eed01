//! Whether a quotation goes on with the statement before it: how that question's options are described.

use std::ops::Range;

use super::atoms::{flag, length, t};
use crate::attribution::sites::Site;
use crate::attribution::text::Text;
use crate::attribution::weights::Options;

/// What is known of a quotation and the statement before it.
pub(in crate::attribution) struct Linking {
    /// Whether the statement's content so far ends in a quotation.
    pub(in crate::attribution) after_quotation: bool,
    /// Whether that quotation was closed.
    pub(in crate::attribution) closed: bool,
    /// Paragraphs between the two.
    pub(in crate::attribution) n_paragraphs: usize,
    /// Sentences between the two.
    pub(in crate::attribution) n_sentences: usize,
    /// Whether the quotation fills its paragraph.
    pub(in crate::attribution) whole_paragraph: bool,
    /// Whether the quotation starts its paragraph.
    pub(in crate::attribution) starts_paragraph: bool,
    /// Whether the statement has been given quotations of later sentences before.
    pub(in crate::attribution) goes_on: bool,
    /// Whether a sentence ends with the quotation.
    pub(in crate::attribution) ends_sentence: bool,
    /// Whether the statement's source follows its cue.
    pub(in crate::attribution) inverted: bool,
}

/// Describes the options of [`Question::Link`](super::Question::Link): no, and yes.
pub(in crate::attribution) fn describe_link(
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
