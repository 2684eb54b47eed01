//! Captions: what stands under a picture, told by marks that prose does not have.

use std::sync::LazyLock;

use communique_index::corpus::SegmentRole;
use regex::bytes::{Regex, RegexBuilder};

use super::shape::Shape;
use super::{Line, Verdict};

/// Longer lines, in words, are prose whatever marks they hold.
const LONGEST: usize = 70;

/// Marks each of which is a caption's own, wherever it stands.
static SURE: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        // Left and right of the picture, together.
        r"\((?:L|left)\).*\((?:R|right)\)|\((?:R|right)\).*\((?:L|left)\)|\b(?:L to R|L-R|from left to right)\b",
        r"|\b(?i:file (?:photo|picture|image)|(?:photo|picture|image) (?:by|courtesy of|credit|taken))\b",
    ))
});

/// A credit that ends the line, after its last sentence: "… on Tuesday. IRNA", "(Photo: AFP)", "[AP Photo]", "/AFP".
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?:[.!?]|”) ?[\[(]?(?i:photo|image|picture)? ?[:/]? ?[A-Z][\w./ ]{0,24}?(?:AFP|AP|EPA|IRNA|ISNA|MNA|IRIB|WANA|SPA|TASS|Reuters|Getty Images|Getty|Anadolu|Anadolu Agency|Xinhua|Tasnim|Mehr|Fars|Press TV|Shutterstock|Bloomberg)\)?\]?\.?$",
        r"|(?:[.!?]|”) ?[\[(](?:AFP|AP|EPA|Reuters|Getty)[^\])]{0,40}[\])]\.?$",
        r"|(?:[.!?]|”) (?:AFP|AP|EPA|IRNA|ISNA|MNA|IRIB|WANA|SPA|TASS|Reuters|Anadolu|Xinhua|Tasnim|Mehr|Fars|Press TV|Bloomberg)$",
        r"|(?:AFP|AP|Reuters|EPA|Getty Images|AP Photo)/[A-Z][\w. /-]{1,40}\)?\.?$",
        r"|/(?:AFP|AP|Reuters|EPA|Getty(?: Images)?)\)?\.?$",
    ))
});

/// No credit is longer, in bytes; what stands before it in the line is not looked at.
const LONGEST_CREDIT: usize = 80;

/// Marks are ASCII: classes of all letters would make automata too large to be fast.
fn compile(pattern: &str) -> Regex {
    RegexBuilder::new(pattern).unicode(false).build().expect("a well-formed pattern")
}

/// A place in the picture, for one person: rare in prose, but not unknown.
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\((?:L|left|right|center|centre|2nd (?:L|R)|second (?:left|right))\)|, (?:left|right|center|centre), ",
    )
});

/// Words that report speech; with one of them a line with a place mark stays prose.
static REPORTS: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\b(?:said|says|told|added|stated|stressed|according to)\b|“|”|\x22")
});

/// Calls captions what furniture rules have left.
pub(super) fn judge(lines: &[Line<'_>], shapes: &[Shape], verdicts: &mut [Option<Verdict>]) {
    let short = |shape: &Shape| shape.n_words <= LONGEST;
    for ((line, shape), verdict) in lines.iter().zip(shapes).zip(verdicts) {
        if verdict.is_some() || !short(shape) {
            continue;
        }
        let words = line.text.as_bytes();
        let end = &words[words.len().saturating_sub(LONGEST_CREDIT)..];
        let rule = if SURE.is_match(words) || CREDIT.is_match(end) {
            "picture caption with its credit"
        } else if PLACE.is_match(words) {
            "picture caption with places"
        } else {
            continue;
        };
        if !REPORTS.is_match(words) {
            *verdict = Some(Verdict::new(SegmentRole::Caption, rule));
        }
    }
}
