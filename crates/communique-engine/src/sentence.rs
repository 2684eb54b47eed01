//! A question said in words: "What Ali Shamkhani said about the United States, mentioning “withdrawal”".
//!
//! In pieces, so that a page can make the values stand out; together they are heading and window title.

mod query;

use std::fmt;

use communique_index::facet::{UNDATED, UNRESOLVED, UNSTATED};
use communique_index::find::split_once;
use communique_index::{Facet, ValueIdx};
use communique_words::{Form, Stretch, say};

use crate::Query;
use crate::answer::{Answer, FacetCount};
use crate::engine::{Engine, ValueLabel};
use crate::view::{Choice, Question};
use crate::words::{kind_within, long_date};

/// More values than this of one facet are counted rather than named.
const MAX_NAMED: usize = 3;

/// A question in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence(pub Vec<Piece>);

/// A stretch of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words that join the rest.
    Text(String),
    /// A chosen facet value.
    Value(ValueLabel, Choice),
    /// A word, phrase or other part of the query.
    Query(String),
    /// A day: "12 April 2021".
    Date(String),
}

impl Piece {
    /// The words of the piece.
    pub fn text(&self) -> &str {
        match self {
            Piece::Text(text) | Piece::Query(text) | Piece::Date(text) => text,
            Piece::Value(value, _) => &value.label,
        }
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| f.write_str(piece.text()))
    }
}

/// How values of a facet are said: where they are included, and where only others are excluded.
type Clause = (Facet, Form<1>, Form<1>);

impl Engine {
    /// Says a question in words, without a full stop.
    pub fn sentence(&self, question: &Question) -> Sentence {
        let mut writer = Writer { engine: self, question, pieces: Vec::new() };
        writer.who();
        writer.facet((Facet::Listener, say::CLAIM_TO, say::CLAIM_NOT_TO));
        writer.facet((Facet::Country, say::CLAIM_ABOUT, say::CLAIM_NOT_ABOUT));
        writer.facet((Facet::Theme, say::CLAIM_ON, say::CLAIM_NOT_ON));
        writer.query();
        writer.facet((Facet::Cue, say::CLAIM_CUE, say::CLAIM_NOT_CUE));
        writer.facet((Facet::Kind, say::CLAIM_KIND, say::CLAIM_NOT_KIND));
        writer.facet((Facet::Outlet, say::CLAIM_OUTLET, say::CLAIM_NOT_OUTLET));
        writer.facet((Facet::Year, say::CLAIM_YEAR, say::CLAIM_NOT_YEAR));
        writer.dates();
        Sentence(writer.pieces)
    }

    /// How many people said the statements of `answer`, which has one speaker each. Whoever is not resolved is none.
    pub fn n_speakers(&self, answer: &Answer) -> usize {
        let wanted = match answer.question.selections[Facet::Speaker].included().next() {
            Some(_) => Choice::Included,
            None => Choice::Neutral,
        };
        // The others have counts too: of what choosing them instead would leave.
        let said = |speaker: &&FacetCount| speaker.choice == wanted && speaker.count > 0;
        let said = answer.facets[Facet::Speaker].iter().filter(said);
        said.filter(|speaker| self.is_named(speaker.value)).count()
    }

    fn is_named(&self, speaker: ValueIdx) -> bool {
        self.pack().value_key(Facet::Speaker, speaker) != UNRESOLVED
    }
}

struct Writer<'e> {
    engine: &'e Engine,
    question: &'e Question,
    pieces: Vec<Piece>,
}

impl Writer<'_> {
    /// "What A or B, speaking for C, said".
    fn who(&mut self) {
        let selections = &self.question.selections;
        let is_said = |facet: Facet| {
            let selection = &selections[facet];
            // Where some are included, the excluded are told behind them.
            (!selection.is_empty()).then(|| selection.included().next().is_some())
        };
        let form = match (is_said(Facet::Speaker), is_said(Facet::SpeakerCountry)) {
            (Some(true), Some(true)) => say::CLAIM_SPEAKERS_FOR,
            (Some(true), Some(false)) => say::CLAIM_SPEAKERS_NOT_FOR,
            (Some(false), Some(true)) => say::CLAIM_NOT_SPEAKERS_FOR,
            (Some(false), Some(false)) => say::CLAIM_NOT_SPEAKERS_NOT_FOR,
            (Some(true), None) => return self.chosen(say::CLAIM_SPEAKERS, Facet::Speaker),
            (Some(false), None) => return self.chosen(say::CLAIM_NOT_SPEAKERS, Facet::Speaker),
            (None, Some(true)) => return self.chosen(say::CLAIM_FOR, Facet::SpeakerCountry),
            (None, Some(false)) => return self.chosen(say::CLAIM_NOT_FOR, Facet::SpeakerCountry),
            (None, None) => return self.anyone(),
        };
        self.stretches(form, |writer, slot| match slot {
            0 => writer.choices(Facet::Speaker),
            _ => writer.choices(Facet::SpeakerCountry),
        });
    }

    fn anyone(&mut self) {
        let named = (0..self.engine.pack().n_values(Facet::Speaker)).map(ValueIdx::from);
        let n_speakers = named.filter(|idx| self.engine.is_named(*idx)).count();
        match self.question.is_unrestricted() && n_speakers > 0 {
            true => self.text(say::CLAIM_ALL.of(n_speakers)),
            false => self.text(say::CLAIM_ANY.text()),
        }
    }

    /// What is chosen of a facet, if anything is.
    fn facet(&mut self, (facet, included, excluded): Clause) {
        let selection = &self.question.selections[facet];
        if !selection.is_empty() {
            let has_included = selection.included().next().is_some();
            self.chosen(if has_included { included } else { excluded }, facet);
        }
    }

    fn chosen(&mut self, form: Form<1>, facet: Facet) {
        self.stretches(form, |writer, _| writer.choices(facet));
    }

    /// The included values, with the excluded ones as an exception; or only the excluded ones.
    fn choices(&mut self, facet: Facet) {
        let selection = &self.question.selections[facet];
        let included: Vec<_> = selection.included().collect();
        let excluded: Vec<_> = selection.excluded().collect();
        let except =
            |writer: &mut Self, _| writer.values(facet, Choice::Excluded, &excluded, false);
        if included.is_empty() {
            return except(self, 0);
        }
        self.values(facet, Choice::Included, &included, selection.all());
        if !excluded.is_empty() {
            self.stretches(say::CLAIM_BUT_NOT, except);
        }
    }

    fn values(&mut self, facet: Facet, choice: Choice, keys: &[&str], is_all: bool) {
        // Naming all but one would count a single one.
        let n_named = if keys.len() > MAX_NAMED + 1 { MAX_NAMED } else { keys.len() };
        let (last, others) = match is_all {
            true => (say::LIST_AND, say::CLAIM_OTHERS_AND),
            false => (say::LIST_OR, say::CLAIM_OTHERS_OR),
        };
        for (n, key) in keys[..n_named].iter().enumerate() {
            if n > 0 {
                self.text(if n + 1 == keys.len() { last.text() } else { say::LIST_COMMA.text() });
            }
            let (form, label) = self.in_words(facet, key);
            let value = ValueLabel { facet, key: (*key).to_owned(), label };
            let piece = Piece::Value(value, choice);
            match form {
                Some(form) => self.stretches(form, |writer, _| writer.pieces.push(piece.clone())),
                None => self.pieces.push(piece),
            }
        }
        if n_named < keys.len() {
            self.text(others.of(keys.len() - n_named));
        }
    }

    /// A value as it stands in a sentence, and what it is put into there.
    fn in_words(&self, facet: Facet, key: &str) -> (Option<Form<1>>, String) {
        let label = match (facet, key) {
            (Facet::Speaker | Facet::Listener, UNRESOLVED) => say::CLAIM_UNRESOLVED.text().into(),
            (Facet::Outlet, UNSTATED) => say::CLAIM_UNSTATED.text().into(),
            (Facet::Year, UNDATED) => say::CLAIM_UNDATED.text().into(),
            (Facet::Kind, _) => kind_within(key),
            _ => self.engine.label(facet, key),
        };
        let form = match facet {
            Facet::Cue => Some(say::CHIP_QUOTED),
            Facet::Country | Facet::SpeakerCountry if takes_article(&label) => Some(say::CLAIM_THE),
            _ => None,
        };
        (form, label)
    }

    fn query(&mut self) {
        let (query, _) = Query::parse(&self.question.query);
        query.root.iter().for_each(|root| self.in_query_words(root));
    }

    fn dates(&mut self) {
        let (from, to) = (self.question.from, self.question.to);
        let bounds = match (from, to) {
            (Some(from), Some(to)) if from == to => {
                [(say::CLAIM_ON_DAY, Some(from)), (say::CLAIM_TO_DAY, None)]
            }
            (Some(_), Some(_)) => [(say::CLAIM_FROM_DAY, from), (say::CLAIM_TO_DAY, to)],
            _ => [(say::CLAIM_SINCE_DAY, from), (say::CLAIM_UNTIL_DAY, to)],
        };
        for (form, date) in bounds {
            if let Some(date) = date {
                self.stretches(form, |writer, _| writer.pieces.push(Piece::Date(long_date(date))));
            }
        }
    }

    /// Writes the words of `form`, and its slots with `write`, which is told which one it is.
    fn stretches<const N: usize>(
        &mut self,
        form: Form<N>,
        mut write: impl FnMut(&mut Self, usize),
    ) {
        self.write(form.stretches(), &mut write);
    }

    fn write(&mut self, stretches: Vec<Stretch>, write: &mut dyn FnMut(&mut Self, usize)) {
        for stretch in stretches {
            match stretch {
                Stretch::Words(words) => self.text(words),
                Stretch::Slot(n) => write(self, n),
            }
        }
    }

    fn text(&mut self, text: impl Into<String>) {
        let text = text.into();
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Text(last)) => last.push_str(&text),
            _ => self.pieces.push(Piece::Text(text)),
        }
    }
}

/// Whether a country's name stands behind "the" in a sentence: unions, republics, islands and plurals by
/// their names, and the few others that grammars of English list.
fn takes_article(name: &str) -> bool {
    const UNIONS: [&str; 9] = [
        "States",
        "Kingdom",
        "Emirates",
        "Republic",
        "Islands",
        "Territory",
        "Territories",
        "Union",
        "Federation",
    ];
    const OTHERS: [&str; 8] = [
        "Netherlands",
        "Philippines",
        "Bahamas",
        "Gambia",
        "Maldives",
        "Comoros",
        "Holy See",
        "Congo",
    ];
    let ends_in = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    let is_of = [" Republic of ", " States of ", " Islands of "]
        .iter()
        .any(|of| split_once(name, of).is_some());
    !name.starts_with("The ")
        && (ends_in(&UNIONS) || OTHERS.contains(&name) || is_of || name.starts_with("Republic of "))
}
