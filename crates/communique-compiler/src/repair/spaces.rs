//! White space that is not one plain space: no-break spaces, tabs, doubled spaces, and characters that
//! take no place at all.

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
        let replacement = if run.chars().any(char::is_whitespace) { " " } else { "" };
        if run != replacement {
            repairs.push(Repair {
                text_span: TextSpan::new(start, rest),
                replacement: replacement.to_owned(),
                rule: rule(run).to_owned(),
            });
        }
    }
    repairs
}

/// White space, and what is invisible: zero-width spaces, soft hyphens, byte order marks, stray controls.
fn is_spacing(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{ad}' | '\u{feff}') || is_stray_control(c)
}

fn rule(run: &str) -> &'static str {
    if run.chars().any(|c| !c.is_whitespace()) {
        "invisible character left out"
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
    }
}
