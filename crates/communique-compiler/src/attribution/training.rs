//! Learning the weights: from annotated readings to the table that `data/weights.tsv` holds.
//!
//! Gold answers every question the grammar asks, so that each choice is learned in the situations that right
//! choices before it lead to. Each kind of choice is a log-linear ranking of its options (multinomial logistic
//! regression), fitted by AdaGrad (Duchi, Hazan, Singer 2011) in a fixed order. The same input gives the same
//! table.

use std::collections::HashMap;
use std::ops::Range;

use super::Places;
use super::choices::{Before, Chooser, Question, Sides};
use super::content::claims;
use super::sites::{Mood, Site};
use super::sources::{Candidate, Place};
use super::text::Text;
use super::weights::{Options, Weights};
use crate::quotes::Quotations;
use crate::reading::{ReadSpan, Reading};
use crate::sentences::Prose;
use crate::tokens::TokenKind;

/// How often a feature must be seen to get a weight.
const FEWEST: u32 = 25;
/// Passes over all choices.
const EPOCHS: usize = 8;
/// Orders in which the choices are passed, each by itself: what one order happens to end with, the mean does not.
const ORDERS: usize = 5;
/// First step of AdaGrad.
const STEP: f32 = 0.08;
/// Weight of the quadratic penalty, for each visit.
const PENALTY: f32 = 6e-3;
/// Features whose first weight is nearer to zero are left out.
const SMALLEST: f32 = 0.15;

/// What is added to learned weights. A wrong statement is worse than a missed one. And verbs that reports of
/// diplomacy live on are rare in the news learned from, and were annotated there now and then only.
const PRIORS: &[(&str, f32)] = &[
    ("side=none", 0.55),
    ("side.lemma=appreciate+right", 1.0),
    ("side.lemma=condemn+right", 0.8),
    ("side.lemma=highlight+right", 0.8),
    ("side.lemma=point+right", 1.2),
    ("side.lemma=praise+right", 0.8),
    ("side.lemma=refer+right", 0.5),
    ("side.lemma=underline+right", 1.0),
    ("side.lemma=welcome+right", 1.2),
];

/// An attribution as annotated.
#[derive(Clone, Debug)]
pub struct Gold {
    /// The words that name who said it.
    pub source: Vec<ReadSpan>,
    /// The reporting words.
    pub cue: Vec<ReadSpan>,
    /// What was said.
    pub content: Vec<ReadSpan>,
}

/// All choices of the annotated readings that were added.
#[derive(Debug)]
pub struct Trainer {
    options: Options,
    choices: Vec<Choice>,
}

/// The features of each option of a choice, and the right one.
#[derive(Debug)]
struct Choice {
    options: Vec<Vec<u64>>,
    right: usize,
}

impl Default for Trainer {
    fn default() -> Self {
        Self { options: Options::named(), choices: Vec::new() }
    }
}

impl Trainer {
    /// Adds the choices that lead to `gold`, the attributions of `reading`.
    pub fn add(&mut self, reading: &Reading, gold: &[Gold]) {
        let prose = Prose::new(reading);
        let quotes = Quotations::find(&prose);
        let text = Text::new(&prose, &quotes);
        let places = Places::find(&text, reading);
        let gold = GoldTokens::new(&text, &places.sites, gold);
        let mut answering = Answering { trainer: self, text: &text, gold };
        claims(&text, &places, &mut answering);
    }

    /// Fits the weights and prints their table, sorted by feature.
    pub fn fit(self) -> String {
        let names = self.options.names.unwrap_or_default();
        let mut counts: HashMap<u64, u32> = HashMap::new();
        for key in self.choices.iter().flat_map(|choice| choice.options.iter().flatten()) {
            *counts.entry(*key).or_default() += 1;
        }
        let mut index: HashMap<u64, u32> = HashMap::new();
        let mut keys = Vec::new();
        let mut choices: Vec<(Vec<Vec<u32>>, usize)> = Vec::with_capacity(self.choices.len());
        for choice in self.choices {
            let options = choice.options.into_iter().map(|features| {
                let frequent = features.into_iter().filter(|key| counts[key] >= FEWEST);
                frequent
                    .map(|key| {
                        *index.entry(key).or_insert_with(|| {
                            keys.push(key);
                            keys.len() as u32 - 1
                        })
                    })
                    .collect()
            });
            choices.push((options.collect(), choice.right));
        }
        // The features that matter are fitted again by themselves, so that leaving out the others shifts nothing.
        let first = fit(&choices, keys.len());
        for features in choices.iter_mut().flat_map(|(options, _)| options) {
            features.retain(|&i| first[i as usize].abs() >= SMALLEST);
        }
        let weights = fit(&choices, keys.len());
        let weigh = |(key, weight): (&u64, &f32)| {
            let name = names[key].as_str();
            let prior = PRIORS.iter().find(|prior| prior.0 == name).map_or(0.0, |prior| prior.1);
            (name, weight + prior)
        };
        let mut lines: Vec<(&str, i32)> = (keys.iter().zip(&weights).map(weigh))
            .filter(|(_, weight)| weight.abs() >= 0.005)
            .map(|(name, weight)| (name, (weight * 100.0).round() as i32))
            .collect();
        // A prior for a feature that was too rare to be learned stands alone.
        let learned: Vec<&str> = lines.iter().map(|line| line.0).collect();
        let alone = PRIORS.iter().filter(|prior| !learned.contains(&prior.0));
        lines.extend(alone.map(|(name, weight)| (*name, (weight * 100.0).round() as i32)));
        lines.sort_unstable();
        Weights::print(&lines)
    }
}

/// The mean of what AdaGrad ends with, over orders that are shuffled the same way every time.
fn fit(choices: &[(Vec<Vec<u32>>, usize)], n_features: usize) -> Vec<f32> {
    let mut sums = vec![0f32; n_features];
    let mut order: Vec<usize> = (0..choices.len()).collect();
    let mut state = 0x2545_f491_4f6c_dd1du64;
    for _ in 0..ORDERS {
        fit_in_order(choices, &mut order, &mut state, &mut sums);
    }
    let n_summed = (ORDERS * (EPOCHS - EPOCHS.div_ceil(2))) as f32;
    sums.into_iter().map(|sum| sum / n_summed).collect()
}

/// Shuffles `order` by xorshift (Marsaglia 2003).
fn shuffle(order: &mut [usize], state: &mut u64) {
    for i in (1..order.len()).rev() {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        order.swap(i, (*state % (i as u64 + 1)) as usize);
    }
}

/// AdaGrad over all choices, its weights after each of the later passes added to `sums`.
fn fit_in_order(
    choices: &[(Vec<Vec<u32>>, usize)],
    order: &mut [usize],
    state: &mut u64,
    sums: &mut [f32],
) {
    let mut weights = vec![0f32; sums.len()];
    let mut squares = vec![1e-6f32; sums.len()];
    for epoch in 0..EPOCHS {
        shuffle(order, state);
        for &idx in &*order {
            let (options, right) = &choices[idx];
            let scores: Vec<f32> =
                options.iter().map(|f| f.iter().map(|&i| weights[i as usize]).sum()).collect();
            let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let total: f32 = scores.iter().map(|score| (score - highest).exp()).sum();
            for (option, features) in options.iter().enumerate() {
                let share = (scores[option] - highest).exp() / total;
                let error = share - f32::from(u8::from(option == *right));
                if error.abs() < 1e-4 {
                    continue;
                }
                for &i in features {
                    let i = i as usize;
                    let gradient = error + PENALTY * weights[i];
                    squares[i] += gradient * gradient;
                    weights[i] -= STEP * gradient / squares[i].sqrt();
                }
            }
        }
        // The mean over the later passes generalizes better than where the last one happens to end.
        if 2 * epoch >= EPOCHS {
            sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
}

/// Gold, in tokens, for each site.
struct GoldTokens {
    /// For each token that heads a site and is a gold cue, the content of that attribution, sorted.
    content: HashMap<usize, Vec<usize>>,
    /// For each of these tokens, the words of its source, sorted.
    source: HashMap<usize, Vec<usize>>,
}

impl GoldTokens {
    fn new(text: &Text, sites: &[Site], gold: &[Gold]) -> Self {
        let tokens = &text.prose.tokens;
        let covered = |span: &ReadSpan| -> Range<usize> {
            let start = tokens.partition_point(|token| token.span.end <= span.start);
            let end = tokens.partition_point(|token| token.span.start < span.end);
            start..end.max(start)
        };
        let words_of = |spans: &[ReadSpan]| -> Vec<usize> {
            spans.iter().flat_map(&covered).filter(|&at| tokens[at].is_word()).collect()
        };
        let (mut content, mut source) = (HashMap::new(), HashMap::new());
        for attribution in gold {
            let words = words_of(&attribution.content);
            let cue: Vec<Range<usize>> = attribution.cue.iter().map(&covered).collect();
            let inside = |site: &&Site| cue.iter().any(|range| range.contains(&site.head));
            let verb = |site: &&Site| site.mood != Mood::Negated;
            let has_verb = sites.iter().any(|site| inside(&site) && site.form().is_some());
            let colon = |site: &&Site| site.form().is_some() || !has_verb;
            let mut candidates = sites.iter().filter(inside).filter(verb).filter(colon);
            // Of several verbs in one cue ("responded Friday, saying") the one next to the content reports.
            let before =
                words.first().zip(candidates.clone().next()).is_some_and(|(w, s)| *w < s.head);
            let site = if before { candidates.next() } else { candidates.next_back() };
            if let Some(site) = site {
                content.insert(site.head, words);
                source.insert(site.head, words_of(&attribution.source));
            }
        }
        Self { content, source }
    }
}

/// Answers with gold and takes down every choice.
struct Answering<'t> {
    trainer: &'t mut Trainer,
    text: &'t Text<'t>,
    gold: GoldTokens,
}

impl Chooser for Answering<'_> {
    fn choose(&mut self, question: Question, describe: impl FnOnce(&mut Options)) -> usize {
        self.trainer.options.clear();
        describe(&mut self.trainer.options);
        let options = self.trainer.options.iter().map(<[u64]>::to_vec).collect();
        let right = self.right(question);
        self.trainer.choices.push(Choice { options, right });
        right
    }
}

impl Answering<'_> {
    fn right(&self, question: Question) -> usize {
        let content =
            |site: &Site| self.gold.content.get(&site.head).map_or(&[][..], Vec::as_slice);
        match question {
            Question::Sides(site, before) => self.sides(site, before, content(site)) as usize,
            Question::Start(site, starts) => {
                let first = content(site).iter().copied().find(|&at| at > site.head);
                nearest(starts, first.unwrap_or(site.group.end))
            }
            Question::End(site, ends) => {
                let last = ends.last().copied().unwrap_or_default();
                let inside =
                    content(site).iter().copied().filter(|&at| at > site.head && at < last);
                nearest(ends, inside.max().map_or(last, |at| at + 1))
            }
            Question::LeftStart(site, starts) => {
                let first = starts.first().copied().unwrap_or_default();
                let inside =
                    content(site).iter().copied().find(|&at| at >= first && at < site.head);
                nearest(starts, inside.unwrap_or(first))
            }
            Question::Source(site, candidates) => {
                let source = self.gold.source.get(&site.head).map_or(&[][..], Vec::as_slice);
                self.source(candidates, source)
            }
            Question::Link(site, quotation) => {
                let words = content(site).iter().filter(|at| quotation.contains(at)).count();
                usize::from(2 * words > quotation.len().saturating_sub(2))
            }
        }
    }

    /// The candidate that has most words in common with `source`, for its length; nowhere if none has any.
    fn source(&self, candidates: &[Candidate], source: &[usize]) -> usize {
        let likeness = |candidate: &Candidate| {
            let words = candidate.tokens.clone().filter(|&at| self.text.prose.tokens[at].is_word());
            let common = words.clone().filter(|at| source.contains(at)).count();
            2000 * common / (words.count() + source.len()).max(1)
        };
        let best = candidates.iter().map(likeness).max().unwrap_or_default();
        let fits = |candidate: &Candidate| match best {
            0 => candidate.place == Place::Nowhere,
            _ => likeness(candidate) == best,
        };
        candidates.iter().position(fits).unwrap_or_default()
    }

    fn sides(&self, site: &Site, before: Before, content: &[usize]) -> Sides {
        let sentence = self.text.sentence_tokens(site.head);
        let left = before != Before::Nothing
            && content.iter().any(|&at| {
                at < site.head
                    && (at >= sentence.start
                        || matches!(before, Before::QuotationSentence | Before::QuotedQuestion))
            });
        let colon = self.text.kind(sentence.end - 1) == TokenKind::Colon;
        let right =
            content.iter().any(|&at| at > site.head && (at < sentence.end || colon && !left));
        match (left, right) {
            (false, false) => Sides::None,
            (true, false) => Sides::Left,
            (false, true) => Sides::Right,
            (true, true) => Sides::Both,
        }
    }
}

/// The index of the position nearest to `wanted`; of two the later.
fn nearest(positions: &[usize], wanted: usize) -> usize {
    let distance = |&at: &usize| at.abs_diff(wanted);
    let best = positions.iter().map(distance).min().unwrap_or_default();
    positions.iter().rposition(|at| distance(at) == best).unwrap_or_default()
}
