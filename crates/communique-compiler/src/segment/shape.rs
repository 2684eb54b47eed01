//! The look of a line: what tells prose from headings and links without reading it.

/// Features of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// Words: runs without white space that hold a letter or digit.
    pub(super) n_words: usize,
    /// Whether it ends as a sentence does: with a full stop, or a question or exclamation mark, whatever
    /// closing marks follow.
    pub(super) ends_sentence: bool,
    /// Whether that mark is a full stop.
    pub(super) ends_with_stop: bool,
    /// Whether most of its longer words begin with a capital.
    pub(super) is_title_case: bool,
}

/// Words of this many letters and more are capitalized in a headline in title case; shorter ones may not be.
const LONG_WORD: usize = 4;

impl Shape {
    pub(super) fn of(text: &str) -> Self {
        let end = text.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace());
        let ends_with_stop = end.ends_with(['.', '…', '。', '۔']);
        let words = Words::count(text);
        Self {
            n_words: words.n_all,
            ends_sentence: ends_with_stop || end.ends_with(['!', '?', '؟']),
            ends_with_stop,
            is_title_case: words.n_long >= 3 && words.n_capital * 4 >= words.n_long * 3,
        }
    }

    /// Whether this is surely a sentence of an article rather than a heading, a link or a list.
    pub(super) fn is_prose(self) -> bool {
        (self.ends_sentence && self.n_words >= 8 && !self.is_title_case) || self.n_words > 30
    }
}

/// Marks that may follow the end of a sentence.
fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']')
}

/// The words of a line, counted in one walk over its characters.
#[derive(Clone, Copy, Debug, Default)]
struct Words {
    /// Runs without white space that hold a letter or digit.
    n_all: usize,
    /// Runs of letters and apostrophes that are long.
    n_long: usize,
    /// Those of them that begin with a capital.
    n_capital: usize,
}

impl Words {
    fn count(text: &str) -> Self {
        let mut words = Self::default();
        let mut is_counted = false;
        let (mut n_letters, mut is_capital) = (0, false);
        for c in text.chars().chain([' ']) {
            if c.is_alphabetic() || matches!(c, '’' | '\'') {
                if n_letters == 0 {
                    is_capital = c.is_uppercase();
                }
                n_letters += 1;
            } else {
                words.n_long += usize::from(n_letters >= LONG_WORD);
                words.n_capital += usize::from(n_letters >= LONG_WORD && is_capital);
                n_letters = 0;
            }
            if c.is_whitespace() {
                is_counted = false;
            } else if !is_counted && c.is_alphanumeric() {
                is_counted = true;
                words.n_all += 1;
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_told_from_headings() {
        assert!(Shape::of("Ann Lee said that the talks had gone well.").is_prose());
        assert!(
            Shape::of("“The talks went well and they will go on,” she said. “Soon.”").is_prose()
        );
        assert!(!Shape::of("Talks to go on, minister says after the second round").is_prose());
        assert!(
            !Shape::of("Minister Says Second Round Of Talks Will Begin Within Weeks.").is_prose()
        );
        assert!(!Shape::of("She left.").is_prose());
        assert!(Shape::of("Did it? (Yes.)").ends_with_stop);
        assert!(Shape::of("Will they meet?”").ends_sentence);
    }
}
