//! The listed forms of all countries as a trie over words: one walk along a text finds them all.

use rustc_hash::{FxHashMap, FxHashSet};

use super::words::{self, Gap, Word};
use super::{CountryKey, Rule};

/// What a form means where it stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// The country, by this rule.
    Country(CountryKey, Rule),
    /// A longer name that only holds a word of a country.
    Other,
    /// A word that tells that the country's bare name means something else in this document.
    Rival(CountryKey),
}

/// One listed form.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) sense: Sense,
    /// Also a given name: not counted before a surname.
    pub(super) given: bool,
    /// Also a surname: not counted after a given name.
    pub(super) surname: bool,
    /// The country's sense when several share the form and the document does not tell.
    pub(super) usually: bool,
    /// Counts before a hyphen only ("Sino-").
    pub(super) is_prefix: bool,
    /// How each of its words must be cased.
    cases: Vec<CaseNeed>,
    /// For each word, whether it follows the one before without white space ("U.S.A", not "the U.S. A petition").
    joined: Vec<bool>,
}

/// How a word of the text must be cased to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CaseNeed {
    Any,
    Capitalized,
    /// All capitals, for initials: "us" is not the United States.
    Upper,
}

/// Number of a folded word, or of the comma.
type WordNo = u32;
/// A comma inside a form is a step of its own.
const COMMA: WordNo = 0;

/// The trie. Nodes are numbered from the root, 0.
#[derive(Clone, Debug)]
pub(super) struct Forms {
    vocabulary: FxHashMap<Box<str>, WordNo>,
    edges: FxHashMap<(u32, WordNo), u32>,
    /// The forms that end at each node.
    ends: Vec<Vec<Form>>,
    /// First letters of the few forms that begin in lower case ("state of Georgia"). Any other form begins with a
    /// capital, so that most words of a text need not be looked up.
    lower_starts: FxHashSet<[u8; 2]>,
}

/// The longest form that starts at a word.
pub(super) struct Match<'a> {
    /// Number of words it spans.
    pub(super) n_words: usize,
    /// At least one; several where countries share a form.
    pub(super) forms: Vec<&'a Form>,
}

impl Forms {
    pub(super) fn new() -> Self {
        let vocabulary = FxHashMap::from_iter([(",".into(), COMMA)]);
        Self {
            vocabulary,
            edges: FxHashMap::default(),
            ends: vec![Vec::new()],
            lower_starts: FxHashSet::default(),
        }
    }

    /// Adds a form; `text` as listed. `sense`, then whether it is a given name, a surname, the usual sense.
    pub(super) fn add(
        &mut self,
        text: &str,
        sense: Sense,
        given: bool,
        surname: bool,
        usually: bool,
    ) {
        let mut node = 0;
        let mut cases = Vec::new();
        let split = words::words(text);
        if !text.starts_with(char::is_uppercase) {
            self.lower_starts.extend(first_two(text));
        }
        let joined = split.iter().map(|word| word.is_joined(text)).collect();
        for word in split {
            if word.gap == Gap::Comma {
                node = self.step(node, COMMA);
            }
            let word = word.slice(text);
            cases.push(CaseNeed::of(word));
            let mut folded = String::new();
            words::fold_into(word, &mut folded);
            let n_known = self.vocabulary.len() as WordNo;
            let word_no = *self.vocabulary.entry(folded.into_boxed_str()).or_insert(n_known);
            node = self.step(node, word_no);
        }
        let form =
            Form { sense, given, surname, usually, is_prefix: text.ends_with('-'), cases, joined };
        // A word may be listed twice, as a name and as a people ("Argentine"): the first listing names the rule.
        let ends = &mut self.ends[node as usize];
        if !ends.iter().any(|other| other.is_same_claim(&form)) {
            ends.push(form);
        }
    }

    fn step(&mut self, node: u32, word_no: WordNo) -> u32 {
        let n_nodes = self.ends.len() as u32;
        let next = *self.edges.entry((node, word_no)).or_insert(n_nodes);
        if next == n_nodes {
            self.ends.push(Vec::new());
        }
        next
    }

    /// The longest form that starts at the word `first`.
    pub(super) fn longest(&self, text: &str, words: &[Word], first: usize) -> Option<Match<'_>> {
        if !self.may_start(words[first].slice(text)) {
            return None;
        }
        let mut longest = None;
        let mut folded = String::new();
        let mut node = 0;
        for at in first..words.len() {
            match words[at].gap {
                _ if at == first => {}
                Gap::Space | Gap::Mark => {}
                Gap::Comma => match self.edges.get(&(node, COMMA)) {
                    Some(&next) => node = next,
                    None => break,
                },
                Gap::Break => break,
            }
            folded.clear();
            words::fold_into(words[at].slice(text), &mut folded);
            let exact = self.follow(node, &folded);
            let ends_with = |end: Option<u32>, is_stem: bool| {
                let fits =
                    |form: &&Form| form.fits(text, &words[first..=at], words.get(at + 1), is_stem);
                let forms: Vec<&Form> = self.ends[end? as usize].iter().filter(fits).collect();
                (!forms.is_empty()).then_some(Match { n_words: at + 1 - first, forms })
            };
            // Without a final s: a plural, or a possessive that lost its apostrophe.
            let stem = folded.strip_suffix('s').filter(|s| s.len() >= 3 && !s.ends_with('s'));
            longest = ends_with(exact, false)
                .or_else(|| ends_with(self.follow(node, stem?), true))
                .or(longest);
            match exact {
                Some(next) => node = next,
                None => break,
            }
        }
        longest
    }

    /// Whether any form begins with such a word; may say yes without need.
    fn may_start(&self, word: &str) -> bool {
        words::is_capitalized(word)
            || first_two(word).is_some_and(|start| self.lower_starts.contains(&start))
    }

    fn follow(&self, node: u32, folded: &str) -> Option<u32> {
        let word_no = *self.vocabulary.get(folded)?;
        self.edges.get(&(node, word_no)).copied()
    }
}

fn first_two(word: &str) -> Option<[u8; 2]> {
    word.as_bytes().first_chunk().copied()
}

impl Form {
    /// Whether the form may stand for `words` of the text, `next` after them; `is_stem` where the last one
    /// lost an s to match.
    fn fits(&self, text: &str, words: &[Word], next: Option<&Word>, is_stem: bool) -> bool {
        let hyphen = |word: &Word| {
            word.gap == Gap::Mark && !text[..word.span.start as usize].ends_with(['\'', '’', '.'])
        };
        (!self.is_prefix || next.is_some_and(hyphen))
            && !(is_stem && self.cases.last() == Some(&CaseNeed::Upper))
            && words.iter().zip(&self.joined).all(|(word, joined)| !joined || word.is_joined(text))
            && words.iter().zip(&self.cases).all(|(word, case)| {
                let word = word.slice(text);
                match case {
                    CaseNeed::Any => true,
                    CaseNeed::Capitalized => words::is_capitalized(word),
                    CaseNeed::Upper => words::is_upper(word),
                }
            })
    }

    /// The country whose bare name this form puts in doubt.
    pub(super) fn rival_of(&self) -> Option<CountryKey> {
        match self.sense {
            Sense::Rival(country) => Some(country),
            Sense::Country(..) | Sense::Other => None,
        }
    }

    /// Whether the form is a bare pair of capitals, which text all in capitals may hold by accident ("TELL US").
    pub(super) fn is_short_initials(&self) -> bool {
        self.cases == [CaseNeed::Upper]
    }

    fn is_same_claim(&self, other: &Form) -> bool {
        match (self.sense, other.sense) {
            (Sense::Country(a, _), Sense::Country(b, _)) => {
                a == b && self.is_prefix == other.is_prefix
            }
            (a, b) => a == b,
        }
    }
}

impl CaseNeed {
    fn of(word: &str) -> Self {
        if words::is_upper(word) {
            CaseNeed::Upper
        } else if words::is_capitalized(word) {
            CaseNeed::Capitalized
        } else {
            CaseNeed::Any
        }
    }
}
