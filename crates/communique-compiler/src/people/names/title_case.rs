//! Whether a sentence is a headline by its capitals: in comes a sentence, out goes whether its capitals say nothing.

use super::Finder;
use crate::people::fold::fold;
use crate::sentences::Sentence;
use crate::tokens::{Case, TokenKind};

impl Finder<'_> {
    /// Whether a sentence's capitals say nothing: most longer words are capitalized and no full stop ends it, or
    /// "The" and "Against" are inside of it as well, or all of them and it is a paragraph of its own, or half of
    /// them are in capitals throughout.
    pub(super) fn is_title_case(&self, sentence: &Sentence) -> bool {
        let (mut long, mut capital, mut upper) = (0, 0, 0);
        for token in &self.prose.tokens[sentence.tokens.clone()] {
            if token.kind == TokenKind::Word && token.span.end - token.span.start >= 4 {
                long += 1;
                capital += usize::from(token.is_capitalized());
                upper += usize::from(token.case == Case::Upper);
            }
        }
        let last = sentence.tokens.clone().rev().find(|&at| {
            !matches!(
                self.prose.tokens[at].kind,
                TokenKind::DoubleQuote(_) | TokenKind::SingleQuote(_)
            )
        });
        let stop = last.map_or("", |at| self.prose.word(at));
        let title = match stop {
            "." => {
                let paragraph = &self.prose.paragraphs[sentence.paragraph];
                let alone = *paragraph == sentence.tokens;
                long >= 3
                    && ((3 * capital >= 2 * long && self.small_words(sentence) >= 2)
                        || (alone && capital == long))
            }
            "!" | "?" => long >= 4 && 4 * capital >= 3 * long,
            _ => long >= 3 && 3 * capital >= 2 * long,
        };
        title || (long >= 4 && 2 * upper >= long)
    }

    /// How many words that no name has are capitalized inside the sentence.
    fn small_words(&self, sentence: &Sentence) -> usize {
        let inside = sentence.tokens.clone().skip(1);
        let capital = inside.filter(|&at| self.prose.tokens[at].case == Case::Capitalized);
        capital.filter(|&at| self.words.never.contains(&fold(self.prose.word(at)))).count()
    }
}
