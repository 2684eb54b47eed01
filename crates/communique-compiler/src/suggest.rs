//! Themes suggested by what is said in a corpus itself, for a publisher who lists none.
//!
//! In comes a corpus, out go a few themes: words that go together, the strongest first. A word may be one if it is
//! no common word of news (`data/common-words.txt`), mostly in small letters (so no name), and in at least three and
//! at most a quarter of the statements. It weighs `n · ln(N / n)`, where `n` of `N` statements have it: what is said
//! often, discounted by how widely (the idf of Spärck Jones 1972). The heaviest word leads a theme, and those join it
//! that stand in statements with it far more often than chance has it: by the log-likelihood ratio of Dunning (1993)
//! over 10.83, the 0.1 % point of χ². Words count by their stem, and of its forms the shortest stands for it.
//!
//! The same corpus gives the same themes. They are suggestions, and marked as such: see
//! [`Site::has_suggested_themes`](communique_index::Site::has_suggested_themes).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::LazyLock;

use communique_index::analysis::{normalize, stem, tokens};
use communique_index::{Corpus, Facet, FacetValue, ReadingText, Statement, ValueIdx};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::reading::ReadSpan;
use crate::themes::Themes;
use crate::toml_file::TomlFile;

/// At most so many themes, each of at most so many words.
const MOST_THEMES: usize = 8;
const MOST_WORDS: usize = 6;
/// In fewer statements a word is no theme.
const FEWEST: usize = 3;
/// The 0.1 % point of the χ² distribution with one degree of freedom.
const BEYOND_CHANCE: f64 = 10.83;

/// A theme that the corpus' own words suggest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestedTheme {
    /// Stable key, made of its first word.
    pub id: String,
    /// What a reader sees: its first words.
    pub label: String,
    /// Its words in small letters, the strongest first, each in all forms that the statements have.
    pub patterns: Vec<String>,
    /// How many statements have any of them.
    pub n_statements: usize,
}

/// A word that may be a theme.
struct Term {
    /// The shortest of its forms, the first in the alphabet of equals.
    form: String,
    forms: BTreeSet<String>,
    /// The statements that have it.
    statements: BTreeSet<usize>,
    weight: f64,
}

/// The themes that the statements of `corpus` suggest, heaviest first; none where there are too few.
pub fn suggest_themes(corpus: &Corpus) -> Vec<SuggestedTheme> {
    let mut terms = terms(corpus);
    let n = corpus.statements.len();
    let mut themes = Vec::new();
    while themes.len() < MOST_THEMES && !terms.is_empty() {
        let lead = terms.remove(0);
        let mut joining: Vec<(f64, usize)> = (terms.iter().enumerate())
            .map(|(idx, term)| (association(&lead, term, n), idx))
            .filter(|(strength, _)| *strength > BEYOND_CHANCE)
            .collect();
        joining.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        joining.truncate(MOST_WORDS - 1);
        let mut taken: Vec<usize> = joining.iter().map(|(_, idx)| *idx).collect();
        let joined: Vec<&Term> = taken.iter().map(|idx| &terms[*idx]).collect();
        themes.push(theme(&lead, &joined));
        taken.sort_unstable();
        for idx in taken.into_iter().rev() {
            terms.remove(idx);
        }
    }
    themes
}

fn theme(lead: &Term, joined: &[&Term]) -> SuggestedTheme {
    let all = || std::iter::once(lead).chain(joined.iter().copied());
    let named: Vec<&str> = all().take(3).map(|term| term.form.as_str()).collect();
    let mut label = named.join(", ");
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let n_statements = all().flat_map(|term| &term.statements).collect::<BTreeSet<_>>().len();
    let patterns = all().flat_map(|term| term.forms.iter().cloned()).collect();
    SuggestedTheme { id: lead.form.clone(), label, patterns, n_statements }
}

/// The words that may be themes, heaviest first.
fn terms(corpus: &Corpus) -> Vec<Term> {
    #[derive(Default)]
    struct Seen {
        forms: BTreeSet<String>,
        statements: BTreeSet<usize>,
        n_small: usize,
        n_all: usize,
    }
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    for (word, statements) in words(corpus) {
        let normal = normalize(&word);
        // Only plain letters are safe in a pattern and in an address alike.
        if normal.len() < 4 || !normal.bytes().all(|b| b.is_ascii_lowercase()) {
            continue;
        }
        let entry = seen.entry(stem(&normal).into_owned()).or_default();
        entry.n_all += statements.len();
        if word.starts_with(char::is_lowercase) {
            entry.n_small += statements.len();
        }
        entry.statements.extend(statements);
        entry.forms.insert(normal);
    }
    let n = corpus.statements.len();
    let mut terms: Vec<Term> = seen
        .into_iter()
        .filter(|(stem, _)| !COMMON.contains(stem))
        .filter(|(_, seen)| seen.n_small * 2 > seen.n_all)
        .filter(|(_, seen)| (FEWEST..=n / 4).contains(&seen.statements.len()))
        .filter_map(|(_, seen)| {
            let n_own = seen.statements.len() as f64;
            let form = seen.forms.iter().min_by_key(|form| form.len())?.clone();
            let weight = n_own * (n as f64 / n_own).ln();
            Some(Term { form, forms: seen.forms, statements: seen.statements, weight })
        })
        .collect();
    terms.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.form.cmp(&b.form)));
    terms
}

/// Every word as it is written, with the statements that have it, once for each time. A word is normalized and stemmed
/// by who asks, which costs much more than finding it again.
fn words(corpus: &Corpus) -> BTreeMap<String, Vec<usize>> {
    let mut words: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (idx, statement) in corpus.statements.iter().enumerate() {
        for span in said(corpus, statement) {
            for range in tokens(&span) {
                match words.get_mut(&span[range.clone()]) {
                    Some(statements) => statements.push(idx),
                    None => {
                        words.insert(span[range].to_owned(), vec![idx]);
                    }
                }
            }
        }
    }
    words.into_iter().collect()
}

/// Content and topic of a statement, as read.
fn said<'c>(corpus: &'c Corpus, statement: &'c Statement) -> impl Iterator<Item = String> + 'c {
    let document = &corpus.documents[statement.document.get()];
    statement.searched().map(|span| ReadingText::new(&document.text, &document.repairs, span).text)
}

/// The log-likelihood ratio of two words standing in the same statements of `n`, 0 where they do so less often than
/// chance has it (Dunning 1993).
fn association(a: &Term, b: &Term, n: usize) -> f64 {
    let both = a.statements.intersection(&b.statements).count() as f64;
    let (n_a, n_b, n) = (a.statements.len() as f64, b.statements.len() as f64, n as f64);
    if both * n <= n_a * n_b {
        return 0.0;
    }
    let cell = |observed: f64, row: f64, column: f64| match observed > 0.0 {
        true => observed * (observed * n / (row * column)).ln(),
        false => 0.0,
    };
    2.0 * (cell(both, n_a, n_b)
        + cell(n_a - both, n_a, n - n_b)
        + cell(n_b - both, n - n_a, n_b)
        + cell(n - n_a - n_b + both, n - n_a, n - n_b))
}

static COMMON: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../data/common-words.txt").lines().filter(|l| !l.starts_with('#'));
    lines.flat_map(str::split_whitespace).map(|word| stem(word).into_owned()).collect()
});

/// `themes` as a `lexicon/themes.toml` to be edited.
pub fn to_toml(themes: &[SuggestedTheme]) -> String {
    let mut toml = String::from(
        "# Suggested from the words of the statements; yours from here on. Give each a label, drop what is no theme,\n\
         # add patterns. A plain word also matches its forms: `trade` is also \"trades\", \"traded\", \"trading\".\n",
    );
    for theme in themes {
        let words: Vec<String> = theme.patterns.iter().map(|word| format!("\"{word}\"")).collect();
        // Words and ids are plain letters, which TOML needs no escapes for.
        let _ = write!(
            toml,
            "\n# in {} statements\n[[theme]]\nid = \"{}\"\nlabel = \"{}\"\npatterns = [{}]\n",
            theme.n_statements,
            theme.id,
            theme.label,
            words.join(", ")
        );
    }
    toml
}

/// Gives the statements of `corpus`, which have no themes, those that they suggest, and marks them as suggested.
pub(crate) fn give_themes(corpus: &mut Corpus) {
    let suggested = suggest_themes(corpus);
    let file = TomlFile::new("lexicon/themes.toml", &to_toml(&suggested));
    // What was written here is well formed: a test reads it.
    let Ok(themes) = Themes::load(&file) else { return };
    if themes.themes().is_empty() {
        return;
    }
    let mut values: Vec<FacetValue> = (themes.themes().iter())
        .map(|t| FacetValue { key: t.id.clone(), label: t.label.clone(), aliases: Vec::new() })
        .collect();
    values.sort_by(|a, b| a.key.cmp(&b.key));
    for idx in 0..corpus.statements.len() {
        let spans: Vec<String> = said(corpus, &corpus.statements[idx]).collect();
        let hits = spans.iter().flat_map(|words| {
            let whole = ReadSpan::new(0, words.len());
            themes.hits(words, &[whole]).into_iter().map(|hit| &themes.themes()[hit.theme].id)
        });
        let places = hits.filter_map(|id| values.iter().position(|value| value.key == *id));
        let own: BTreeSet<ValueIdx> = places.map(ValueIdx::from).collect();
        corpus.statements[idx].values[Facet::Theme] = own.into_iter().collect();
    }
    corpus.facet_values[Facet::Theme] = values;
    corpus.site.has_suggested_themes = true;
}
