//! Files whose paragraphs are wrapped at some width, as mail, Usenet and Project Gutenberg have them: in comes a
//! document's text, out goes the same text with each line break inside a paragraph replaced by spaces.
//!
//! Both texts have the same length, so that every offset counts in both. A file is taken for a wrapped one by its
//! own statistics: where lines were filled greedily (Knuth and Plass 1981 call it first-fit), the first word of the
//! next line would not have fitted onto this one. In a wrapped file a break that was not needed is one that was
//! meant: the end of a heading, of a verse, of a list's entry.

use std::borrow::Cow;

use communique_index::TextSpan;

use crate::segment::{Line, lines};

/// Widths that people wrap prose at, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=100;

/// Fewer neighboring lines say nothing.
const FEWEST_PAIRS: usize = 5;

/// Neighboring lines, the first of which may be full.
struct Pair<'l, 't> {
    line: &'l Line<'t>,
    next: &'l Line<'t>,
    n_chars: usize,
}

/// `text` with the line breaks inside of its paragraphs read as spaces; borrowed where there are none.
pub fn unwrapped(text: &str) -> Cow<'_, str> {
    let lines = lines(text);
    let pairs: Vec<Pair> = (lines.iter().zip(lines.iter().skip(1)))
        .filter(|(line, next)| line.number + 1 == next.number)
        .map(|(line, next)| Pair { line, next, n_chars: line.text.chars().count() })
        .collect();
    let Some(width) = width(&pairs) else { return Cow::Borrowed(text) };
    let mut bytes = text.as_bytes().to_vec();
    for pair in pairs.iter().filter(|pair| pair.is_broken_at(width)) {
        let gap = TextSpan { start: pair.line.text_span.end, end: pair.next.text_span.start };
        bytes[gap.range()].fill(b' ');
    }
    // Whole runs of white space were replaced, byte by byte.
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The width that the file's lines were wrapped at; `None` where they were not.
fn width(pairs: &[Pair]) -> Option<usize> {
    if pairs.len() < FEWEST_PAIRS {
        return None;
    }
    let mut lengths: Vec<usize> = pairs.iter().map(|pair| pair.n_chars).collect();
    lengths.sort_unstable();
    // A long address may stick out.
    let width = lengths[(lengths.len() - 1) * 19 / 20];
    let full = || pairs.iter().filter(|pair| pair.is_full(width));
    let n_full = full().count();
    let n_within_sentence = full().filter(|pair| pair.goes_on_small()).count();
    // Each paragraph ends in a line that is not full; rows of a table are full and begin with capitals or digits.
    let is_wrapped = n_full * 10 >= pairs.len() * 7 && n_within_sentence * 2 >= n_full;
    (is_wrapped && WIDTHS.contains(&width)).then_some(width)
}

impl Pair<'_, '_> {
    /// Whether the next line's first word would not have fitted onto this one.
    fn is_full(&self, width: usize) -> bool {
        let word = self.next.text.split_whitespace().next().unwrap_or_default();
        self.n_chars + 1 + word.chars().count() > width
    }

    /// Whether the break between the two is none of the author's.
    fn is_broken_at(&self, width: usize) -> bool {
        let ends_sentence = self.line.text.ends_with(['.', '!', '?', ':', '”', '"', '…']);
        (self.is_full(width) || (!ends_sentence && self.goes_on_small())) && !self.next.is_entry()
    }

    fn goes_on_small(&self) -> bool {
        self.next.text.starts_with(char::is_lowercase)
    }
}

impl Line<'_> {
    /// Whether it begins as an entry of a list, or as a quoted line of a mail.
    fn is_entry(&self) -> bool {
        self.text.starts_with(['•', '*', '>', '|', '+'])
            || (self.text.starts_with(['-', '–']) && self.text.chars().nth(1) == Some(' '))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `text` with each line filled up to `width`, as mailers do.
    fn wrap(text: &str, width: usize) -> String {
        let mut wrapped = String::new();
        for paragraph in text.lines() {
            let mut n_chars = 0;
            for word in paragraph.split(' ') {
                let len = word.chars().count();
                let fits = n_chars + 1 + len <= width;
                wrapped.push_str(if n_chars == 0 {
                    ""
                } else if fits {
                    " "
                } else {
                    "\n"
                });
                wrapped.push_str(word);
                n_chars = if n_chars > 0 && fits { n_chars + 1 + len } else { len };
            }
            wrapped.push('\n');
        }
        wrapped
    }

    const ARTICLE: &str = "Talks to go on\n\nThe minister said on Monday that the talks in the capital had gone well, and that both sides would meet again before the end of the month to settle what was left.\n\n“We are close,” she said. “We have never been closer than today, and I am sure that nobody wants to go back to where we stood two years ago.”\n\nHer office said:\n\n- talks on trade begin in May\n- talks on the border wait\n\nThe other side did not answer questions that were sent to it by mail and by telephone on Monday and on Tuesday.\n";

    #[test]
    fn paragraphs_of_wrapped_files_come_back_whole() {
        for width in [60, 72, 80] {
            let wrapped = wrap(ARTICLE, width);
            assert_ne!(wrapped, ARTICLE);
            assert_eq!(unwrapped(&wrapped), ARTICLE, "{width}");
            let crlf = wrapped.replace('\n', "\r\n");
            let read = unwrapped(&crlf);
            assert_eq!(read.len(), crlf.len());
            assert_eq!(read.replace("  ", " ").replace("\r\n", "\n"), ARTICLE, "{width}");
        }
    }

    #[test]
    fn meant_line_breaks_stay() {
        let check = |text: &str| assert_eq!(unwrapped(text), text);
        check(ARTICLE);
        check(
            "Roses are red,\nviolets are blue,\nsugar is sweet\nand so are you.\nThe sun is up,\nthe sky is wide,\nthe birds are out,\nand so is pride.\n",
        );
        check(&"Accra   1200   4000\n".repeat(20));
        check(
            &"Ann: hello, how was it?\nBob: good\nAnn: tell me more of what they said\n".repeat(9),
        );
        check("");
    }

    proptest! {
        #[test]
        fn nothing_but_white_space_changes(text in "([a-zé]{1,9}[ .,\n\r\u{a0}]{1,2}){0,80}") {
            let read = unwrapped(&text);
            prop_assert_eq!(read.len(), text.len());
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&read), words(&text));
        }
    }
}
