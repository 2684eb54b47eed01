//! From tokens to quotations: which words stand between quotation marks.
//!
//! Marks are paired paragraph by paragraph. A quotation left open ends with its paragraph: that is how news
//! sets a quotation of several paragraphs, and the best reading of a lost mark. A closing mark that nothing
//! opened is taken to close what its sentence began with, if it ends a clause (`We won,” she said`); else it
//! is ignored. Single marks count outside double ones, and only where a partner in the same paragraph tells
//! them from an apostrophe. Quotations are in order and disjoint; nested ones are part of the outer.

use std::ops::Range;

use crate::sentences::Prose;
use crate::tokens::{Side, TokenKind};

/// A stretch between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its tokens, marks included.
    pub tokens: Range<usize>,
    /// Whether it has an opening mark.
    pub opened: bool,
    /// Whether it has a closing mark.
    pub closed: bool,
}

impl Quotation {
    /// Its tokens without the marks.
    pub fn inside(&self) -> Range<usize> {
        let start = self.tokens.start + usize::from(self.opened);
        start..(self.tokens.end - usize::from(self.closed)).max(start)
    }
}

/// The quotations of a reading.
#[derive(Clone, Debug, Default)]
pub struct Quotations {
    /// In order, disjoint.
    pub list: Vec<Quotation>,
    /// For each token of the reading the quotation it belongs to, marks included.
    at: Vec<Option<u32>>,
}

impl Quotations {
    /// Finds the quotations of `prose`.
    pub fn find(prose: &Prose) -> Self {
        let mut found = Self { list: Vec::new(), at: vec![None; prose.tokens.len()] };
        let mut sentence = 0;
        for paragraph in &prose.paragraphs {
            while prose.sentences.get(sentence).is_some_and(|s| s.tokens.end <= paragraph.start) {
                sentence += 1;
            }
            found.pair_double(prose, paragraph, sentence);
            found.pair_single(prose, paragraph);
        }
        found.list.sort_by_key(|q| q.tokens.start);
        for (idx, quotation) in found.list.iter().enumerate() {
            found.at[quotation.tokens.clone()].fill(Some(idx as u32));
        }
        found
    }

    /// The quotation that token `at` belongs to.
    pub fn of(&self, at: usize) -> Option<&Quotation> {
        self.at.get(at).copied().flatten().map(|idx| &self.list[idx as usize])
    }

    /// Whether token `at` belongs to a quotation.
    pub fn covers(&self, at: usize) -> bool {
        self.at.get(at).is_some_and(Option::is_some)
    }

    fn add(&mut self, tokens: Range<usize>, opened: bool, closed: bool) {
        // A later mark may pair with what an earlier one already covers; the first reading stands.
        if tokens.len() > usize::from(opened) + usize::from(closed)
            && !self.covers(tokens.start)
            && !self.covers(tokens.end - 1)
        {
            self.at[tokens.clone()].fill(Some(0));
            self.list.push(Quotation { tokens, opened, closed });
        }
    }

    fn pair_double(&mut self, prose: &Prose, paragraph: &Range<usize>, mut sentence: usize) {
        let mut open = None;
        let mut last_end = paragraph.start;
        for at in paragraph.clone() {
            let TokenKind::DoubleQuote(side) = prose.tokens[at].kind else { continue };
            match (open, side) {
                (None, Side::Open) => open = Some(at),
                (None, Side::Either) if prose.tokens.get(at + 1).is_some_and(|t| t.is_word()) => {
                    open = Some(at);
                }
                // A second opening curly mark restarts nothing: the first was never closed.
                (Some(_), Side::Open) if is_curly(prose.word(at)) => {}
                (Some(start), _) => {
                    self.add(start..at + 1, true, true);
                    (open, last_end) = (None, at + 1);
                }
                (None, _) => {
                    while prose.sentences[sentence].tokens.end <= at {
                        sentence += 1;
                    }
                    let start = prose.sentences[sentence].tokens.start.max(last_end);
                    let ends_clause = at > start
                        && matches!(
                            prose.tokens[at - 1].kind,
                            TokenKind::Comma | TokenKind::Terminator | TokenKind::Ellipsis
                        );
                    if ends_clause {
                        self.add(start..at + 1, false, true);
                    }
                    last_end = at + 1;
                }
            }
        }
        if let Some(start) = open {
            self.add(start..paragraph.end, true, false);
        }
    }

    fn pair_single(&mut self, prose: &Prose, paragraph: &Range<usize>) {
        let mut open = None;
        for at in paragraph.clone() {
            let TokenKind::SingleQuote(side) = prose.tokens[at].kind else { continue };
            if self.covers(at) {
                continue;
            }
            match (open, side) {
                (_, Side::Open) => open = Some(at),
                // `states’ rights` is an apostrophe unless more closes later; a mark behind `,` or `.` is none.
                (Some(start), Side::Close) if !self.covers(start) => {
                    self.add(start..at + 1, true, true);
                    open = None;
                }
                _ => {}
            }
        }
    }
}

fn is_curly(mark: &str) -> bool {
    matches!(mark, "“" | "‘‘" | "``" | "„" | "«")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::tests::reading;

    /// Checks that the quotations of the text without its `[` and `]` are the bracketed stretches.
    fn check(marked: &str) {
        let reading = reading(&marked.replace(['[', ']'], ""));
        let prose = Prose::new(&reading);
        let mut shown = reading.text.clone();
        for quotation in Quotations::find(&prose).list.iter().rev() {
            let span = prose.span(&quotation.tokens);
            shown.insert(span.end as usize, ']');
            shown.insert(span.start as usize, '[');
        }
        assert_eq!(shown, marked);
    }

    #[test]
    fn marks_of_all_kinds_pair() {
        check("[“We won,”] she said. [“It is over.”]");
        check("[\"We won,\"] she said of the [\"war.\"]");
        check("[''We won,''] she said.");
        check("He called it [‘a day’s work’] there.");
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("The states’ rights don’t end in the ’90s.");
        check("Lee's and the workers' plan");
    }

    #[test]
    fn a_quotation_left_open_ends_with_its_paragraph() {
        check("He said: [“We won. It is over.]\nNobody came.");
        check("[“We won.]\n[“It is over,”] he said.");
    }

    #[test]
    fn a_mark_that_nothing_opened_closes_its_sentence() {
        check("Nobody came. [We won,”] she said.");
        check("The inevitable need” for peace remains.");
    }
}
