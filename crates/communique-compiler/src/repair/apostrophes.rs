//! Possessives that lost their apostrophe: `Irans policy`, `the Iraqi governments sovereignty`.
//!
//! A country or capital with an s that is no name is certain. Two of those show that the file lost its
//! apostrophes; only then other names of the article, and nouns that own things, count too.

use std::sync::LazyLock;

use communique_index::TextSpan;
use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::gazetteer::Gazetteer;

/// The rule, in plain words.
pub(super) const RULE: &str = "lost apostrophe of a possessive put back";

/// So many certain ones show that the file lost its apostrophes.
const SHOWS_LOSS: usize = 2;

/// A word with the words around it.
#[derive(Clone, Copy, Debug)]
struct Word<'t> {
    text: &'t str,
    /// Where it ends in the document's text.
    end: usize,
    previous: &'t str,
    /// The word right behind it; empty where a mark or the paragraph's end is.
    next: &'t str,
    begins_sentence: bool,
}

/// The offsets in `text` where an apostrophe is missing, in order.
pub(super) fn lost(text: &str, bodies: &[TextSpan]) -> Vec<usize> {
    let words: Vec<Word<'_>> = bodies.iter().flat_map(|body| words(text, *body)).collect();
    let mut lost: Vec<usize> =
        words.iter().filter(|word| is_place_of(word)).map(|word| word.end - 1).collect();
    if lost.len() >= SHOWS_LOSS {
        let names: FxHashSet<&str> = (words.iter())
            .filter(|word| !word.begins_sentence && word.text.starts_with(char::is_uppercase))
            .map(|word| word.text)
            .collect();
        let more = words.iter().filter(|word| is_name_of(word, &names) || is_noun_of(word));
        lost.extend(more.map(|word| word.end - 1));
        lost.sort_unstable();
        lost.dedup();
    }
    lost
}

/// A country or capital with an s, and something it may own behind.
fn is_place_of(word: &Word<'_>) -> bool {
    let is_several = ["two", "both", "the", "three", "many"].contains(&word.previous);
    (word.text.strip_suffix('s')).is_some_and(|place| WORDS.places.contains(place))
        && !WORDS.names_in_s.contains(word.text)
        && !is_several
        && is_owned(word.next)
}

/// A name that the article also has without its s.
fn is_name_of(word: &Word<'_>, names: &FxHashSet<&str>) -> bool {
    !word.begins_sentence
        && word.text.starts_with(char::is_uppercase)
        && word.text.strip_suffix('s').is_some_and(|name| name.len() > 3 && names.contains(name))
        && !WORDS.names_in_s.contains(word.text)
        && !["the", "two", "both", "many", "these", "those", "all"].contains(&word.previous)
        && word.next.starts_with(char::is_lowercase)
        && is_owned(word.next)
}

/// A noun that owns things, before another noun: capitalized within a sentence ("the Islamic Republics
/// backing"), or before an abstract noun ("the Iraqi governments sovereignty").
fn is_noun_of(word: &Word<'_>) -> bool {
    let Some(noun) = word.text.strip_suffix('s') else { return false };
    let is_possessor = WORDS.possessors.contains(noun.to_lowercase().as_str());
    let is_name = noun.starts_with(char::is_uppercase) && !word.begins_sentence;
    is_possessor
        && word.next.starts_with(char::is_lowercase)
        && is_owned(word.next)
        && (is_name || is_abstract(word.next))
}

/// Whether `next` may belong to what stands before it.
fn is_owned(next: &str) -> bool {
    !next.is_empty() && !WORDS.not_owned.contains(next.to_lowercase().as_str())
}

/// Endings that only nouns have.
fn is_abstract(word: &str) -> bool {
    const ENDINGS: [&str; 11] =
        ["ty", "tion", "sion", "ment", "ness", "ship", "ance", "ence", "ism", "cy", "dom"];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// The words of a paragraph that have no apostrophe of their own.
fn words(text: &str, body: TextSpan) -> Vec<Word<'_>> {
    let paragraph = &text[body.range()];
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut rest = 0;
    let is_inner = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '-');
    while let Some(found) = paragraph[rest..].find(char::is_alphabetic) {
        let start = rest + found;
        let len = paragraph[start..].find(|c| !is_inner(c)).unwrap_or(paragraph.len() - start);
        let end = start + len;
        let gap = &paragraph[rest..start];
        let follows = !words.is_empty() && gap.chars().all(char::is_whitespace);
        let word = &paragraph[start..end];
        let previous = match words.last_mut().filter(|_| follows) {
            Some(last) => {
                last.next = word;
                last.text
            }
            None => "",
        };
        let begins_sentence = words.is_empty() || gap.contains(['.', '!', '?', ':', '“', '"']);
        words.push(Word {
            text: word,
            end: body.range().start + end,
            previous,
            next: "",
            begins_sentence,
        });
        rest = end;
    }
    words
}

/// The word lists of `data/lost-apostrophes.toml`, and the names of places.
struct Words {
    places: FxHashSet<String>,
    possessors: FxHashSet<String>,
    not_owned: FxHashSet<String>,
    names_in_s: FxHashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    possessors: FxHashSet<String>,
    not_owned: FxHashSet<String>,
    names_in_s: FxHashSet<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("../../data/lost-apostrophes.toml"))
        .expect("the built-in lists are well formed: a test reads them");
    let gazetteer = Gazetteer::builtin();
    let names = (gazetteer.countries())
        .flat_map(|(_, country)| country.capitals.iter().chain([&country.name]));
    let is_word = |name: &&String| name.chars().all(char::is_alphabetic);
    Words {
        places: names.filter(is_word).cloned().collect(),
        possessors: data.possessors,
        not_owned: data.not_owned,
        names_in_s: data.names_in_s,
    }
});
