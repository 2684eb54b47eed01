//! Quotation marks that lost their partner.
//!
//! A closing mark that nothing opened gets its opening mark back where only one place is left: behind the
//! reporting words that introduce it, at the start of a paragraph that the quotation reaches back to, or, in a
//! file that lost several, before the few words of a phrase. Otherwise it stays as it is, and is reported. So
//! does a straight mark, unless words introduce it: it may as well be an opening one that lost its space.
//! A quotation that is never closed ends with its paragraph, which is how it is read anyway; it is
//! reported, unless the next paragraph goes on with it.

use std::sync::LazyLock;

use communique_index::TextSpan;
use regex::Regex;

use super::{Repairs, insertion};

/// A body paragraph and what follows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paragraph<'t> {
    /// The document's text.
    pub(super) text: &'t str,
    /// The paragraph's place in it.
    pub(super) span: TextSpan,
    /// The next body paragraph.
    pub(super) next: Option<&'t str>,
}

/// A phrase in quotation marks within a sentence has at most this many words.
const LONGEST_PHRASE: usize = 5;

/// So many closing marks without an opening one show that the file lost its opening marks.
const SHOWS_LOSS: usize = 3;

/// Mends the marks of `paragraphs`. `apostrophes` are the offsets of lost ones, in order.
pub(super) fn mend(paragraphs: &[Paragraph<'_>], apostrophes: &[usize], found: &mut Repairs) {
    let faults: Vec<Vec<Fault>> = paragraphs.iter().map(|p| faults(p.words())).collect();
    let is_curly = |fault: &&Fault| matches!(fault, Fault::Unopened { mark: '”', .. });
    let has_loss = faults.iter().flatten().filter(is_curly).count() >= SHOWS_LOSS;
    for (paragraph, faults) in paragraphs.iter().zip(faults) {
        let base = paragraph.span.range().start;
        for fault in faults {
            match fault {
                Fault::Unopened { at, mark, last_mark } => {
                    let run = Run {
                        words: paragraph.words(),
                        start: last_mark,
                        end: at,
                        base,
                        apostrophes,
                    };
                    let after = &run.words[at + mark.len_utf8()..];
                    match opening(run, mark, after, has_loss) {
                        Some((place, rule)) => {
                            let opener = if mark == '”' { "“" } else { "\"" };
                            found.repairs.push(insertion(base + place, opener, rule));
                            found.findings.push((
                                base + at,
                                "the opening quotation mark is missing; put back for reading",
                            ));
                        }
                        None => found.findings.push((
                            base + at,
                            "nothing opens this quotation; the mark is left as it is",
                        )),
                    }
                }
                Fault::Unclosed { at } if !paragraph.is_continued() => found.findings.push((
                    base + at,
                    "this quotation is never closed; read to the end of its paragraph",
                )),
                Fault::Unclosed { .. } => {}
            }
        }
    }
}

impl<'t> Paragraph<'t> {
    fn words(&self) -> &'t str {
        &self.text[self.span.range()]
    }

    /// Whether the next paragraph goes on with a quotation that this one leaves open.
    fn is_continued(&self) -> bool {
        self.next.is_some_and(|next| next.starts_with(['“', '"']))
    }
}

/// A mark without a partner; offsets in the paragraph's words.
#[derive(Clone, Copy, Debug)]
enum Fault {
    /// A closing mark, and the end of the mark before it (0 where there is none).
    Unopened { at: usize, mark: char, last_mark: usize },
    /// An opening mark.
    Unclosed { at: usize },
}

fn faults(words: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut open = None;
    let mut last_mark = 0;
    for (at, mark) in words.char_indices().filter(|(_, c)| matches!(c, '“' | '”' | '"')) {
        match (side(words, at, mark), open) {
            (Side::Opens, None) => open = Some(at),
            (Side::Closes, Some(_)) => open = None,
            (Side::Closes, None) => faults.push(Fault::Unopened { at, mark, last_mark }),
            // An opening mark within a quotation: the first was never closed, and reads on.
            (Side::Opens, Some(_)) => {}
        }
        last_mark = at + mark.len_utf8();
    }
    faults.extend(open.map(|at| Fault::Unclosed { at }));
    faults
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
}

/// Which way the mark at `at` faces. A straight one opens before a word and behind a space.
fn side(words: &str, at: usize, mark: char) -> Side {
    let before = words[..at].chars().next_back();
    let after = words[at + mark.len_utf8()..].chars().next();
    match mark {
        '“' => Side::Opens,
        '”' => Side::Closes,
        _ if before
            .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '‘'))
            && after.is_some_and(|c| !c.is_whitespace()) =>
        {
            Side::Opens
        }
        _ => Side::Closes,
    }
}

/// The words before a closing mark that nothing opened, back to the last mark or the paragraph's start.
#[derive(Clone, Copy, Debug)]
struct Run<'t> {
    words: &'t str,
    start: usize,
    end: usize,
    /// Where `words` begins in the document's text.
    base: usize,
    apostrophes: &'t [usize],
}

/// Reporting words, in the forms that introduce or follow a quotation.
const REPORTS: &str = r"(?:sa(?:id|ys?|ying)|add(?:ed|s|ing)|stat(?:ed|es|ing)|not(?:ed|es|ing)|told \w+|telling \w+|ask(?:ed|s|ing)|stress(?:ed|es|ing)|continu(?:ed|es|ing)|wr(?:ote|ites|iting)|expla(?:ined|ins|ining)|repl(?:ied|ies|ying)|declar(?:ed|es|ing)|warn(?:ed|s|ing)|emphasi[sz](?:ed|es|ing)|reiterat(?:ed|es|ing)|conclud(?:ed|es|ing)|underlin(?:ed|es|ing)|underscor(?:ed|es|ing)|point(?:ed|s|ing) out|announc(?:ed|es|ing)|insist(?:ed|s|ing)|argu(?:ed|es|ing)|call(?:ed|s|ing)|describ(?:ed|es|ing)|remark(?:ed|s|ing)|went on|respond(?:ed|s|ing)|mention(?:ed|s|ing)|express(?:ed|es|ing)|according to)";

static INTRODUCES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"(?-u:\b){REPORTS}(?: \w+){{0,3}}[,:] ?(?<quoted>\p{{Lu}})"))
        .expect("a well-formed pattern")
});
static ANY_REPORT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"(?-u:\b){REPORTS}(?-u:\b)")).expect("a well-formed pattern")
});
/// "he said", "the minister for trade added" right behind a quotation.
static FOLLOWS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"^ ?(?:[\w’'.-]+ ){{0,8}}{REPORTS}(?-u:\b)"))
        .expect("a well-formed pattern")
});

/// Where the opening mark belongs, and by which rule; `None` where it could be anywhere.
fn opening(run: Run<'_>, mark: char, after: &str, has_loss: bool) -> Option<(usize, &'static str)> {
    let before = &run.words[run.start..run.end];
    if let Some(quoted) = INTRODUCES.captures_iter(before).last().and_then(|c| c.name("quoted")) {
        let rule = "lost opening quotation mark put back behind the reporting words";
        return Some((run.start + quoted.start(), rule));
    }
    let is_attributed = FOLLOWS.is_match(after);
    let ends_clause = before.ends_with([',', '.', '?', '!', '…']);
    if mark != '”' {
        return None;
    }
    if run.start == 0
        && before.starts_with(char::is_uppercase)
        && ends_clause
        && (is_attributed || after.trim().is_empty())
        && !ANY_REPORT.is_match(before)
    {
        return Some((0, "lost opening quotation mark put back at the start of the paragraph"));
    }
    if !has_loss || (ends_clause && is_attributed) {
        return None;
    }
    phrase(run).map(|at| (at, "lost opening quotation mark put back before the phrase it closes"))
}

/// Words that stand before a quoted phrase and are no part of it.
const LEADS: [&str; 44] = [
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "its",
    "their",
    "our",
    "my",
    "your",
    "and",
    "or",
    "but",
    "nor",
    "of",
    "to",
    "as",
    "for",
    "with",
    "by",
    "in",
    "on",
    "at",
    "from",
    "into",
    "over",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "so-called",
    "called",
    "against",
    "about",
    "such",
    "no",
    "any",
    "than",
];

/// The start of the few words before the mark that follow an article, a preposition or a possessive.
fn phrase(run: Run<'_>) -> Option<usize> {
    let before = &run.words[run.start..run.end];
    let mut phrase_start = before.len();
    for (n, word) in before.rsplit(' ').enumerate() {
        let start = word.as_ptr() as usize - before.as_ptr() as usize;
        let is_lead =
            LEADS.contains(&word.to_lowercase().as_str()) || is_possessive(run, word, start);
        if n > 0 && is_lead {
            return Some(run.start + phrase_start);
        }
        let crosses_mark = n > 0 && word.ends_with(['.', ',', ';', ':', '!', '?', ')']);
        if word.is_empty() || crosses_mark || n == LONGEST_PHRASE {
            return None;
        }
        phrase_start = start;
    }
    None
}

/// Whether the word owns what follows, with its apostrophe or without.
fn is_possessive(run: Run<'_>, word: &str, start: usize) -> bool {
    let place = run.base + run.start + start;
    let lost = run.apostrophes.iter().any(|at| (place..place + word.len()).contains(at));
    lost || word.ends_with("’s") || word.ends_with("'s") || word.ends_with("s’")
}
