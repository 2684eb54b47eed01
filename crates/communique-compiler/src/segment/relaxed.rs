//! Patterns made coarser so that they are cheap to rule out: in come regular expressions, out goes one that
//! matches whatever any of them matches.
//!
//! A counted repetition (`.{0,80}`) makes an automaton remember how far it has come, which takes a state for each
//! place of each line; without the upper bound a few hundred states do for all lines there are.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Capture, Hir, HirKind, Repetition};

/// A pattern over bytes that matches where any of `patterns` does, case aside; each must be well formed.
pub(super) fn any_of(patterns: &[String]) -> String {
    let mut parser = ParserBuilder::new();
    parser.case_insensitive(true).unicode(false).utf8(false);
    let parsed = |pattern| parser.build().parse(pattern).expect("a well-formed pattern");
    Hir::alternation(patterns.iter().map(|pattern| relax(parsed(pattern))).collect()).to_string()
}

/// `hir` with every repetition but `?` unbounded, and without captures.
fn relax(hir: Hir) -> Hir {
    match hir.into_kind() {
        HirKind::Empty => Hir::empty(),
        HirKind::Literal(literal) => Hir::literal(literal.0),
        HirKind::Class(class) => Hir::class(class),
        HirKind::Look(look) => Hir::look(look),
        HirKind::Repetition(Repetition { min, max, greedy, sub }) => {
            let max = max.filter(|max| *max <= 1);
            Hir::repetition(Repetition { min: min.min(1), max, greedy, sub: Box::new(relax(*sub)) })
        }
        HirKind::Capture(Capture { sub, .. }) => relax(*sub),
        HirKind::Concat(parts) => Hir::concat(parts.into_iter().map(relax).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.into_iter().map(relax).collect()),
    }
}

#[cfg(test)]
mod tests {
    use regex::bytes::RegexBuilder;

    use super::*;

    #[test]
    fn whatever_a_pattern_matches_its_relaxed_form_does() {
        let patterns = [r"^(by:? [^,]{3,6})$".to_owned(), r"^.{0,2}\bend(ed)?$".to_owned()];
        let relaxed = RegexBuilder::new(&any_of(&patterns)).unicode(false).build().unwrap();
        for line in ["By: Lee", "by Ann Lee and others", "x end", "it has ENDED"] {
            assert!(relaxed.is_match(line.as_bytes()), "{line}");
        }
        for line in ["By, Lee", "extend", "ended it", "bye Lee"] {
            assert!(!relaxed.is_match(line.as_bytes()), "{line}");
        }
    }
}
