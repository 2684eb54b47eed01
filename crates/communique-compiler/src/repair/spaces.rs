//! White space that is not one plain space: no-break spaces, tabs, doubled spaces, the line breaks of wrapped
//! paragraphs, and characters that take no place at all.

use communique_index::TextSpan;
use communique_index::corpus::Repair;

use crate::decode::is_stray_control;

/// One repair for each run of white space in `span` that is not a single space.
pub(super) fn repairs(text: &str, span: TextSpan) -> Vec<Repair> {
    let mut repairs = Vec::new();
    let mut rest = span.range().start;
    while let Some(found) = text[rest..span.range().end].find(is_spacing) {
        let start = rest + found;
        let run = &text[start..span.range().end];
        let run = &run[..run.find(|c| !is_spacing(c)).unwrap_or(run.len())];
        rest = start + run.len();
        if let Some((start, repair)) = parted(text, start, rest) {
            repairs.push(repair.at(start, rest));
            continue;
        }
        let replacement = if run.chars().any(char::is_whitespace) { " " } else { "" };
        if run != replacement {
            repairs.push(Instead { replacement, rule: rule(run) }.at(start, rest));
        }
    }
    repairs
}

/// What is read instead of a run, and why.
struct Instead {
    replacement: &'static str,
    rule: &'static str,
}

impl Instead {
    fn at(self, start: usize, end: usize) -> Repair {
        Repair {
            text_span: TextSpan::new(start, end),
            replacement: self.replacement.to_owned(),
            rule: self.rule.to_owned(),
        }
    }
}

/// How a word is read that a line break parts at its hyphen, which is where this begins: without the hyphen
/// ("govern-" "ment") if the text has the word so elsewhere, else with it ("long-" "term").
fn parted(text: &str, start: usize, end: usize) -> Option<(usize, Instead)> {
    let is_break = text[start..end].contains(['\n', '\r']);
    let before = text[..start].strip_suffix('-').filter(|_| is_break)?;
    let front = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    let back = &text[end..];
    let back = &back[..back.find(|c: char| !c.is_alphabetic()).unwrap_or(back.len())];
    if front.is_empty() || !back.starts_with(char::is_lowercase) {
        return None;
    }
    let rule = "word parted by a line break put together";
    Some(match has_word(text, &[front, back].concat()) {
        true => (start - 1, Instead { replacement: "", rule }),
        false => (start, Instead { replacement: "", rule }),
    })
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(char::is_alphabetic)
            && !text[at + word.len()..].starts_with(char::is_alphabetic)
    })
}

/// White space, and what is invisible: zero-width spaces, soft hyphens, byte order marks, stray controls.
fn is_spacing(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{ad}' | '\u{feff}') || is_stray_control(c)
}

fn rule(run: &str) -> &'static str {
    if run.chars().any(|c| !c.is_whitespace()) {
        "invisible character left out"
    } else if run.contains(['\n', '\r']) {
        "line break inside a paragraph read as a space"
    } else if run.contains('\u{a0}') {
        "no-break space read as a space"
    } else {
        "several spaces read as one"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Reading;

    #[test]
    fn runs_of_white_space_become_one_space() {
        let check = |text: &str, read: &str| {
            let repairs = repairs(text, TextSpan::new(0, text.len()));
            assert_eq!(Reading::new(text, &[], &repairs).text, read);
        };
        check("news:\u{a0}Ali\u{a0} Kani,  said\tso", "news: Ali Kani, said so");
        check("one two", "one two");
        check("wi\u{ad}th\u{200b}out", "without");
        check("a \u{0} b\u{0}c", "a bc");
        check("one\r\ntwo \n three", "one two three");
    }

    #[test]
    fn words_parted_by_a_line_break_are_put_together() {
        let check = |text: &str, read: &str| {
            let repairs = repairs(text, TextSpan::new(0, text.len()));
            assert_eq!(Reading::new(text, &[], &repairs).text, read);
        };
        check("the govern-\nment, a government", "the government, a government");
        check("a long-\nterm plan", "a long-term plan");
        check("Tehran-\nBaku, and 20-\n30", "Tehran- Baku, and 20- 30");
        check("a pause -\nlong", "a pause - long");
    }
}
