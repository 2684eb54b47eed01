//! How well found statements agree with statements marked by hand.
//!
//! The measure: word tokens only; a found and a marked statement match one to one where their contents share at
//! least half of their words (Jaccard), best first. A speaker is right if the mention overlaps the marked source
//! or the last word of the name is the same. Marked statements outside the view asked for (another kind, a
//! cue that is no speech) are neutral: what matches them counts nowhere.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use communique_compiler::Compiled;
use communique_index::corpus::Kind;
use communique_index::facet::UNRESOLVED;
use communique_index::{Document, Facet, Statement};

pub(crate) mod gold;
pub(crate) mod score;
pub(crate) mod sentences;

pub(crate) use gold::{GoldDocument, GoldStatement};
pub(crate) use score::Counts;

/// Numbers of word tokens.
type Words = BTreeSet<usize>;

/// A document with what was marked and what was found in it.
pub(crate) struct Pairing<'a> {
    /// What was marked.
    pub(crate) gold: &'a GoldDocument,
    /// What was found.
    pub(crate) found: Vec<Found>,
    /// For each marked statement the place of the found one that matches.
    pub(crate) matches: Vec<Option<usize>>,
    gold_words: Vec<Words>,
    /// Where each code point of the document begins, and the document's end.
    bytes: Vec<usize>,
}

/// A found statement, as far as it is measured.
pub(crate) struct Found {
    /// Its content, cut out of the document.
    pub(crate) text: String,
    /// The words that name who said it.
    pub(crate) mention: Option<Range<usize>>,
    /// The speaker's label, unless not resolved.
    pub(crate) speaker: Option<String>,
    /// How much is quoted.
    pub(crate) kind: Kind,
    /// Country keys in upper case, sorted.
    pub(crate) countries: Vec<String>,
    /// Theme ids, sorted.
    pub(crate) themes: Vec<String>,
    /// Line of the passage.
    pub(crate) line: u32,
    words: Words,
}

impl<'a> Pairing<'a> {
    /// Pairs the statements of `gold` with those `compiled` has for the same file; `None` if it has no such file.
    pub(crate) fn new(gold: &'a GoldDocument, compiled: &Compiled) -> Option<Self> {
        let corpus = &compiled.corpus;
        let idx = corpus.documents.iter().position(|document| document.file == gold.file)?;
        let document = &corpus.documents[idx];
        let tokens = tokens(&document.text);
        let found: Vec<Found> = (corpus.statements.iter())
            .filter(|statement| statement.document.get() == idx)
            .map(|statement| found(compiled, document, statement, &tokens))
            .collect();
        let bytes: Vec<usize> =
            document.text.char_indices().map(|(at, _)| at).chain([document.text.len()]).collect();
        let gold_words: Vec<Words> = (gold.statements.iter())
            .map(|statement| {
                let spans = statement.content.iter().map(|[start, end]| bytes[*start]..bytes[*end]);
                words_in(spans, &tokens)
            })
            .collect();
        let matches = pair(&gold_words, &found);
        Some(Self { gold, found, matches, gold_words, bytes })
    }

    /// Found statements that match no marked one.
    pub(crate) fn extra(&self) -> impl Iterator<Item = &Found> {
        let matched: HashSet<usize> = self.matches.iter().flatten().copied().collect();
        (self.found.iter().enumerate())
            .filter(move |(idx, _)| !matched.contains(idx))
            .map(|(_, found)| found)
    }
}

fn found(
    compiled: &Compiled,
    document: &Document,
    statement: &Statement,
    tokens: &[Range<usize>],
) -> Found {
    let keys = |facet: Facet| -> Vec<&str> {
        let values = &compiled.corpus.facet_values[facet];
        statement.values[facet].iter().map(|idx| values[idx.get()].key.as_str()).collect()
    };
    let speaker = (statement.values[Facet::Speaker].first())
        .map(|idx| &compiled.corpus.facet_values[Facet::Speaker][idx.get()])
        .filter(|value| value.key != UNRESOLVED)
        .map(|value| value.label.clone());
    Found {
        text: document.text[statement.content_hull().range()].to_owned(),
        mention: statement.source.map(|span| span.range()),
        speaker,
        kind: statement.kind,
        countries: keys(Facet::Country).iter().map(|key| key.to_uppercase()).collect(),
        themes: keys(Facet::Theme).iter().map(|key| (*key).to_owned()).collect(),
        line: statement.line,
        words: words_in(statement.content.iter().map(|span| span.range()), tokens),
    }
}

/// Runs of letters and digits.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        match tokens.last_mut() {
            Some(last) if last.end == at => last.end = at + c.len_utf8(),
            _ => tokens.push(at..at + c.len_utf8()),
        }
    }
    tokens
}

fn words_in(spans: impl Iterator<Item = Range<usize>>, tokens: &[Range<usize>]) -> Words {
    spans
        .flat_map(|span| {
            let first = tokens.partition_point(|token| token.start < span.start);
            let last = tokens.partition_point(|token| token.end <= span.end);
            first..last.max(first)
        })
        .collect()
}

/// Matches one to one, best overlap first; of equal ones the earlier.
fn pair(gold: &[Words], found: &[Found]) -> Vec<Option<usize>> {
    let mut pairs = Vec::new();
    for (i, a) in gold.iter().enumerate() {
        for (j, b) in found.iter().enumerate() {
            let n_shared = a.intersection(&b.words).count();
            let n_all = a.len() + b.words.len() - n_shared;
            if 2 * n_shared >= n_all && n_shared > 0 {
                pairs.push((n_shared as f64 / n_all as f64, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut matches = vec![None; gold.len()];
    let mut taken = vec![false; found.len()];
    for (_, i, j) in pairs {
        if matches[i].is_none() && !taken[j] {
            matches[i] = Some(j);
            taken[j] = true;
        }
    }
    matches
}
