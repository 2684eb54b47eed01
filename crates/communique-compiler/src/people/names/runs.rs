//! Candidates for names: in comes the token where one may begin, out goes where its run of name words ends.
//!
//! A run holds capitalized words, `al-Araji`, particles between them and a suffix behind a comma; honorifics and
//! titles are still in it.

use super::Finder;
use crate::people::fold::fold;
use crate::people::given_names::given_name;
use crate::tokens::{Case, TokenKind};

impl Finder<'_> {
    pub(super) fn is_name_word(&self, at: usize) -> bool {
        let token = self.prose.tokens[at];
        token.is_capitalized() || (token.kind == TokenKind::Word && self.has_article(at))
    }

    /// `al-Araji`: small letter, hyphen, capital.
    fn has_article(&self, at: usize) -> bool {
        let word = self.prose.word(at);
        let Some(cut) = word.find(['-', '‑']) else { return false };
        let (article, rest) = word.split_at(cut);
        let listed = self.words.articles.iter().any(|a| a.strip_suffix('-') == Some(article));
        listed && rest.chars().nth(1).is_some_and(char::is_uppercase)
    }

    pub(super) fn starts_name(&self, at: usize) -> bool {
        if !self.is_name_word(at) {
            return false;
        }
        let folded = fold(self.prose.word(at));
        // "Hundreds of", "Critics say": a capital because the sentence begins. "(L)": a letter alone. "Ky.": a state.
        let letter = folded.chars().count() == 1
            || self.prose.tokens[at].kind == TokenKind::Abbreviation
                && !self.words.honorifics.contains_key(&folded)
                && !self.roles.is_noun(self.prose, at)
                && self.prose.tokens[at].case != Case::Upper;
        let alone = || self.prose.tokens.get(at + 1).is_none_or(|t| !t.is_capitalized());
        !self.words.never.contains(&folded)
            && !((letter || self.words.groups.contains(&folded)) && alone())
    }

    /// End of the run of name words that starts at `at`.
    pub(super) fn run_end(&self, at: usize, end: usize) -> usize {
        let tokens = &self.prose.tokens;
        let mut last = at + 1;
        while last < end {
            let word = self.prose.word(last);
            if self.is_name_word(last) {
                // Surnames may be words that no name begins with: Theresa May, but not "Ann Lee May 5", and not
                // "Ann Monday".
                let folded = fold(word);
                if self.words.never.contains(&folded) {
                    let number = |t: TokenKind| t == TokenKind::Number;
                    let dated = tokens.get(last + 1).is_some_and(|t| number(t.kind));
                    // USA Today
                    let body = tokens[last - 1].case == Case::Upper
                        && self.words.body_heads.contains(&folded);
                    let month = matches!(folded.as_str(), "may" | "april" | "june" | "august");
                    let day = folded.ends_with("day");
                    let given = month || !day && given_name(self.prose.word(last - 1)).is_some();
                    if !body && (dated || !given) {
                        break;
                    }
                }
                last += 1;
            } else if tokens[last].kind == TokenKind::Comma {
                // Lee, Jr.
                let suffix = (last + 1 < end).then(|| fold(self.prose.word(last + 1)));
                match suffix {
                    Some(s) if self.words.suffixes.contains(&s) && last > at + 1 => last += 2,
                    _ => break,
                }
            } else if tokens[last].kind == TokenKind::Word
                && self.words.particles.contains(word)
                && let Some(next) = self.after_particles(last, end)
            {
                last = next + 1;
            } else {
                break;
            }
        }
        last
    }

    /// The name word behind one or two particles.
    fn after_particles(&self, at: usize, end: usize) -> Option<usize> {
        let particle = |i: usize| self.words.particles.contains(self.prose.word(i));
        (at + 1..end.min(at + 3)).find(|&i| !particle(i)).filter(|&i| self.is_name_word(i))
    }

    /// Where the name of a body ends whose first run ends at `at`: "University | of Michigan", "Court | of Appeals
    /// for the Sixth Circuit".
    pub(super) fn body_end(&self, mut at: usize, end: usize) -> usize {
        for _ in 0..2 {
            if at + 1 >= end || !matches!(self.prose.word(at), "of" | "for") {
                break;
            }
            let next = at + 1 + usize::from(self.prose.word(at + 1) == "the");
            if next >= end || !self.starts_name(next) {
                break;
            }
            at = self.run_end(next, end);
        }
        at
    }
}
