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
        Self {
            n_words: text.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count(),
            ends_sentence: ends_with_stop || end.ends_with(['!', '?', '؟']),
            ends_with_stop,
            is_title_case: is_title_case(text),
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

fn is_title_case(text: &str) -> bool {
    let long_words = text.split(|c: char| !c.is_alphabetic() && !matches!(c, '’' | '\''));
    let (mut n_long, mut n_capital) = (0, 0);
    for word in long_words.filter(|word| word.chars().count() >= LONG_WORD) {
        n_long += 1;
        n_capital += usize::from(word.starts_with(char::is_uppercase));
    }
    n_long >= 3 && n_capital * 4 >= n_long * 3
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
