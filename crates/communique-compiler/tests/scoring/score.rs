//! From matches to precision, recall and F1.

use std::collections::BTreeSet;

use communique_index::corpus::Kind;

use super::{Found, GoldStatement, Pairing, Words};

/// How often something was found, of how many found and how many marked.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Measure {
    /// Found and right.
    pub(crate) n_right: usize,
    /// Found.
    pub(crate) n_found: usize,
    /// Marked.
    pub(crate) n_gold: usize,
}

impl Measure {
    /// The share of what was found that is right.
    pub(crate) fn precision(self) -> f64 {
        share(self.n_right, self.n_found)
    }

    /// The share of what was marked that was found.
    pub(crate) fn recall(self) -> f64 {
        share(self.n_right, self.n_gold)
    }

    /// The harmonic mean of both.
    pub(crate) fn f1(self) -> f64 {
        share(2 * self.n_right, self.n_found + self.n_gold)
    }

    fn add(&mut self, other: Measure) {
        self.n_right += other.n_right;
        self.n_found += other.n_found;
        self.n_gold += other.n_gold;
    }
}

fn share(n: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { n as f64 / of as f64 }
}

/// What is measured in one view of a collection: its statements with a speech cue, of one kind or of all.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    /// Statements.
    pub(crate) statement: Measure,
    /// Statements whose content agrees to the word.
    pub(crate) exact: Measure,
    /// Statements with the right mention or name.
    pub(crate) speaker: Measure,
    /// Statements with the right name, where the name is known.
    pub(crate) name: Measure,
    /// Countries of matched statements.
    pub(crate) countries: Measure,
    /// Themes of matched statements.
    pub(crate) themes: Measure,
    /// Words of content: found words that are marked, and all found words.
    token_precision: (usize, usize),
    /// Marked words that were found, and all marked words.
    token_recall: (usize, usize),
}

impl Counts {
    /// Counts `pairings` in the view of `kind`, or of all kinds.
    pub(crate) fn of<'a>(
        pairings: impl IntoIterator<Item = &'a Pairing<'a>>,
        kind: Option<Kind>,
    ) -> Self {
        let mut counts = Self::default();
        for pairing in pairings {
            counts.count(pairing, kind);
        }
        counts
    }

    /// The F1 of the words of content.
    pub(crate) fn token_f1(&self) -> f64 {
        let precision = share(self.token_precision.0, self.token_precision.1);
        let recall = share(self.token_recall.0, self.token_recall.1);
        if precision + recall == 0.0 {
            0.0
        } else {
            2.0 * precision * recall / (precision + recall)
        }
    }

    fn count(&mut self, pairing: &Pairing<'_>, kind: Option<Kind>) {
        let of_kind = |other: Kind| kind.is_none_or(|kind| kind == other);
        let inside = |gold: &GoldStatement| gold.is_speech && of_kind(gold.kind);
        let gold = &pairing.gold.statements;
        let mut gold_of = vec![None; pairing.found.len()];
        for (i, j) in pairing.matches.iter().enumerate() {
            if let Some(j) = j {
                gold_of[*j] = Some(i);
            }
        }
        let is_counted = |j: &usize| match gold_of[*j] {
            Some(i) => inside(&gold[i]),
            None => of_kind(pairing.found[*j].kind),
        };
        let counted: Vec<usize> = (0..pairing.found.len()).filter(is_counted).collect();
        let marked: Vec<usize> = (0..gold.len()).filter(|i| inside(&gold[*i])).collect();
        self.count_words(pairing, &counted, &marked);
        for measure in [&mut self.statement, &mut self.exact, &mut self.speaker, &mut self.name] {
            measure.n_found += counted.len();
        }
        for &i in &marked {
            self.statement.n_gold += 1;
            self.exact.n_gold += 1;
            self.speaker.n_gold += usize::from(!gold[i].source.is_empty());
            self.name.n_gold += usize::from(gold[i].speaker.is_some());
            if let Some(j) = pairing.matches[i] {
                self.count_match(pairing, i, &pairing.found[j]);
            }
        }
    }

    fn count_match(&mut self, pairing: &Pairing<'_>, i: usize, found: &Found) {
        let gold = &pairing.gold.statements[i];
        self.statement.n_right += 1;
        self.exact.n_right += usize::from(pairing.gold_words[i] == found.words);
        let has_name = has_right_name(gold, found);
        // Where nobody is marked, nobody can be right or wrong.
        match gold.source.is_empty() {
            true => self.speaker.n_found -= 1,
            false => {
                self.speaker.n_right +=
                    usize::from(has_name || pairing.has_right_mention(gold, found))
            }
        }
        match &gold.speaker {
            None => self.name.n_found -= 1,
            Some(_) => self.name.n_right += usize::from(has_name),
        }
        self.countries.add(agreement(&gold.countries, &found.countries));
        self.themes.add(agreement(&gold.themes, &found.themes));
    }

    /// Words of marked statements outside the view are neutral, unless one inside has them too.
    fn count_words(&mut self, pairing: &Pairing<'_>, counted: &[usize], marked: &[usize]) {
        let union =
            |of: &mut dyn Iterator<Item = &Words>| -> Words { of.flatten().copied().collect() };
        let inside = union(&mut marked.iter().map(|i| &pairing.gold_words[*i]));
        let outside = union(
            &mut (0..pairing.gold_words.len())
                .filter(|i| !marked.contains(i))
                .map(|i| &pairing.gold_words[i]),
        );
        let found = union(&mut counted.iter().map(|j| &pairing.found[*j].words));
        let any = union(&mut pairing.found.iter().map(|found| &found.words));
        let judged = found.iter().filter(|word| inside.contains(word) || !outside.contains(word));
        self.token_precision.0 += found.intersection(&inside).count();
        self.token_precision.1 += judged.count();
        self.token_recall.0 += inside.intersection(&any).count();
        self.token_recall.1 += inside.len();
    }
}

impl Pairing<'_> {
    fn has_right_mention(&self, gold: &GoldStatement, found: &Found) -> bool {
        let Some(mention) = &found.mention else { return false };
        gold.source.iter().any(|[start, end]| {
            mention.start < self.bytes[*end] && self.bytes[*start] < mention.end
        })
    }
}

/// Whether the last word of both names is the same.
fn has_right_name(gold: &GoldStatement, found: &Found) -> bool {
    let names = gold.speaker.as_deref().zip(found.speaker.as_deref());
    names.is_some_and(|(a, b)| !last_word(a).is_empty() && last_word(a) == last_word(b))
}

fn last_word(name: &str) -> String {
    let folded = name.to_lowercase().replace('’', "'");
    let folded = folded.trim_end_matches("'s").replace(['\'', '.'], "");
    let mut words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
    words.retain(|word| !word.is_empty());
    while words.len() > 1 && ["jr", "sr", "ii", "iii", "iv"].contains(&words[words.len() - 1]) {
        words.pop();
    }
    words.last().map(|word| (*word).to_owned()).unwrap_or_default()
}

fn agreement(gold: &[String], found: &[String]) -> Measure {
    let gold: BTreeSet<&String> = gold.iter().collect();
    let found: BTreeSet<&String> = found.iter().collect();
    Measure { n_right: gold.intersection(&found).count(), n_found: found.len(), n_gold: gold.len() }
}
