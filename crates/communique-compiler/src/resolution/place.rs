//! How somebody is referred to: in comes a name or pronoun of an article, out goes its [`Place`], told by the
//! words around it. Nothing is parsed; a small word behind a name passes for its verb.

use super::article::Article;
use super::discourse::Place;
use crate::people::fold::fold;
use crate::people::names::NameMention;
use crate::people::roles::{Roles, is_preposition};
use crate::people::words::Words;
use crate::tokens::TokenKind;

/// How "he" or "she" at token `at`, which is no source, stands in its sentence.
pub(super) fn place_of_pronoun(article: &Article, at: usize) -> Place {
    if article.quotes.covers(at) {
        Place::Quoted
    } else if article.in_content[at] {
        Place::Content
    } else {
        Place::Subject
    }
}

/// How a name that is no source stands in its sentence.
pub(super) fn place_of_name(article: &Article, name: &NameMention) -> Place {
    if name.in_quote {
        return Place::Quoted;
    }
    if article.in_content[name.name.start] {
        return Place::Content;
    }
    if name.possessive {
        return Place::Owner;
    }
    let prose = article.prose;
    let sentence = &prose.sentences[name.sentence].tokens;
    let start =
        name.before.as_ref().map_or(name.whole.start, |d| d.tokens.start.min(name.whole.start));
    let before = (start > sentence.start).then(|| start - 1);
    let free = before.is_none_or(|at| opens_clause(article, at));
    // The verb follows the name, or the comma that closes what is said about it.
    let next = name.after.as_ref().map_or(name.name.end, |after| after.tokens.end + 1);
    let verb = next < sentence.end && can_be_verb(article, next);
    if verb && next == name.name.end && is_noun(article, next, sentence.end) {
        return Place::Owner;
    }
    // "Lee and Ray met", "Lee, 49, met": subjects.
    let joined = next < sentence.end
        && (matches!(prose.word(next), "and" | "or")
            || prose.tokens[next].kind == TokenKind::Comma);
    if free && (verb || (joined && before.is_none())) { Place::Subject } else { Place::Other }
}

/// Whether a subject can stand right behind token `at`.
fn opens_clause(article: &Article, at: usize) -> bool {
    let prose = article.prose;
    !prose.tokens[at].is_word() || CLAUSE_OPENERS.contains(&fold(prose.word(at)).as_str())
}

const CLAUSE_OPENERS: &[&str] = &[
    "and", "but", "that", "as", "when", "while", "because", "if", "after", "before", "the",
    "which", "since", "where", "though", "although",
];

/// Whether token `at`, right behind a name, is a small word that may be its verb.
fn can_be_verb(article: &Article, at: usize) -> bool {
    let token = article.prose.tokens[at];
    let word = article.prose.word(at);
    token.kind == TokenKind::Word
        && !token.is_capitalized()
        && !is_preposition(word)
        && !matches!(word, "and" | "or" | "who" | "that" | "as" | "than")
}

/// Whether what looks like a verb is a noun that the name stands in front of: "the Lee campaign".
fn is_noun(article: &Article, at: usize, end: usize) -> bool {
    Roles::builtin().noun_at(article.prose, at, end).is_some()
        || Words::builtin().body_heads.contains(&fold(article.prose.word(at)))
}
