//! One article as resolution sees it: its tokens, names, cast and the stretches that statements fill.

use std::ops::Range;

use crate::attribution::Attribution;
use crate::gazetteer::CountryHit;
use crate::people::CountryMention;
use crate::people::cast::Cast;
use crate::people::names::{NameMention, find_names};
use crate::quotes::Quotations;
use crate::reading::{ReadSpan, Reading};
use crate::sentences::Prose;

/// An article, ready to be asked who speaks.
#[derive(Debug)]
pub struct Article<'a> {
    /// The reading.
    pub reading: &'a Reading,
    /// Its tokens and sentences.
    pub prose: &'a Prose<'a>,
    /// Countries in it, in order.
    pub countries: Vec<CountryMention>,
    /// Name mentions, in order.
    pub names: Vec<NameMention>,
    /// Who they are.
    pub cast: Cast,
    /// What stands in quotation marks.
    pub quotes: Quotations,
    /// For each token whether it is part of a statement's content.
    pub in_content: Vec<bool>,
}

impl<'a> Article<'a> {
    /// The article of `prose`, which is cut from `reading`.
    pub fn new(
        reading: &'a Reading,
        prose: &'a Prose<'a>,
        hits: &[CountryHit],
        attributions: &[Attribution],
    ) -> Self {
        let countries = CountryMention::from_hits(prose, hits);
        let quotes = Quotations::find(prose);
        let names = find_names(prose, &countries, &quotes);
        let cast = Cast::new(prose, &names);
        let in_content = vec![false; prose.tokens.len()];
        let mut article = Self { reading, prose, countries, names, cast, quotes, in_content };
        for content in attributions.iter().flat_map(|a| &a.content) {
            let tokens = article.tokens_of(*content);
            article.in_content[tokens].fill(true);
        }
        article
    }

    /// The tokens that `span` touches.
    pub fn tokens_of(&self, span: ReadSpan) -> Range<usize> {
        let tokens = &self.prose.tokens;
        let start = tokens.partition_point(|t| t.span.end <= span.start);
        let end = tokens.partition_point(|t| t.span.start < span.end);
        start..end.max(start)
    }

    /// Indices of the names whose words lie in `tokens`.
    pub fn mentions_in(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.names.partition_point(|m| m.name.start < tokens.start);
        let end = self.names.partition_point(|m| m.name.end <= tokens.end);
        start..end.max(start)
    }

    /// The name of which `tokens` are a part, honorific and title included: "Mrs." of "Mrs. Lee".
    pub fn mention_around(&self, tokens: &Range<usize>) -> Option<usize> {
        let next = self.names.partition_point(|m| m.name.end <= tokens.start);
        let around = |m: &NameMention| m.whole.start <= tokens.start && tokens.end <= m.name.end;
        self.names.get(next).filter(|m| around(m)).map(|_| next)
    }

    /// Index of the sentence that holds token `at`.
    pub fn sentence_of(&self, at: usize) -> usize {
        self.prose
            .sentences
            .partition_point(|s| s.tokens.end <= at)
            .min(self.prose.sentences.len().saturating_sub(1))
    }

    /// Whether token `at` is the first word of its sentence.
    pub fn is_first(&self, at: usize) -> bool {
        let sentence = &self.prose.sentences[self.sentence_of(at)];
        (sentence.tokens.start..at).all(|before| !self.prose.tokens[before].is_word())
    }

    /// 1-based line of the file that holds token `at`.
    pub fn line_of(&self, at: usize) -> u32 {
        let paragraph = self.prose.paragraphs.partition_point(|p| p.end <= at);
        self.reading.paragraphs.get(paragraph).map_or(0, |p| p.line)
    }

    /// The words of `tokens` as the reading has them; empty for none.
    pub fn words_of(&self, tokens: &Range<usize>) -> &'a str {
        if tokens.is_empty() {
            return "";
        }
        let span = self.prose.span(tokens);
        &self.prose.text[span.range()]
    }
}

/// `words` with one space for each run of white space.
pub(super) fn normalized(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
