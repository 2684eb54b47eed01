//! A question said in words: "What Ali Shamkhani said about the United States, mentioning “withdrawal”".
//!
//! In pieces, so that a page can make the values stand out; together they are heading and window title.

mod query;

use std::fmt;

use communique_index::facet::{UNDATED, UNRESOLVED, UNSTATED};
use communique_index::find::split_once;
use communique_index::{Facet, ValueIdx};

use crate::Query;
use crate::engine::{Engine, ValueLabel};
use crate::view::{Choice, Question};
use crate::words::long_date;

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

impl Engine {
    /// Says a question in words, without a full stop.
    pub fn sentence(&self, question: &Question) -> Sentence {
        let mut writer = Writer { engine: self, question, pieces: Vec::new() };
        writer.who();
        writer.facet(Facet::Listener, " to ", " not to ");
        writer.facet(Facet::Country, " about ", " not about ");
        writer.facet(Facet::Theme, " on ", " not on ");
        writer.query();
        writer.facet(Facet::Cue, ", put as ", ", not put as ");
        writer.facet(Facet::Kind, ", in ", ", not in ");
        writer.facet(Facet::Outlet, ", published by ", ", not published by ");
        writer.facet(Facet::Year, ", in ", ", not in ");
        writer.dates();
        Sentence(writer.pieces)
    }

    /// Speakers with a name, whether or not a view shows them.
    fn n_speakers(&self) -> usize {
        let n_values = self.pack().n_values(Facet::Speaker);
        let is_named = |idx: &ValueIdx| self.pack().value_key(Facet::Speaker, *idx) != UNRESOLVED;
        (0..n_values).map(ValueIdx::from).filter(is_named).count()
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
        self.text("What ");
        let selections = &self.question.selections;
        let is_chosen = !selections[Facet::Speaker].is_empty();
        let stands_for = !selections[Facet::SpeakerCountry].is_empty();
        if is_chosen {
            self.facet(Facet::Speaker, "", "everyone but ");
        } else if stands_for {
            self.text("everyone");
        }
        if stands_for {
            self.text(if is_chosen { ", " } else { " " });
            self.facet(Facet::SpeakerCountry, "speaking for ", "not speaking for ");
            self.text(if is_chosen { ", said" } else { " said" });
        } else if is_chosen {
            self.text(" said");
        } else if self.question.is_unrestricted() && self.engine.n_speakers() > 0 {
            let n_speakers = self.engine.n_speakers();
            let plural = if n_speakers == 1 { "" } else { "s" };
            self.text(format!("{n_speakers} speaker{plural} said"));
        } else {
            self.text("was said");
        }
    }

    /// The included values behind `include`, the excluded ones behind `exclude`, or "but not" where both are there.
    fn facet(&mut self, facet: Facet, include: &str, exclude: &str) {
        let selection = &self.question.selections[facet];
        let included: Vec<_> = selection.included().collect();
        let excluded: Vec<_> = selection.excluded().collect();
        if !included.is_empty() {
            self.text(include);
            self.values(
                facet,
                Choice::Included,
                &included,
                if selection.all() { "and" } else { "or" },
            );
        }
        if !excluded.is_empty() {
            self.text(if included.is_empty() { exclude } else { " but not " });
            self.values(facet, Choice::Excluded, &excluded, "or");
        }
    }

    fn values(&mut self, facet: Facet, choice: Choice, keys: &[&str], conjunction: &str) {
        // Naming all but one would count a single one.
        let n_named = if keys.len() > MAX_NAMED + 1 { MAX_NAMED } else { keys.len() };
        for (n, key) in keys[..n_named].iter().enumerate() {
            let is_last = n + 1 == keys.len();
            if n > 0 {
                self.text(if is_last { format!(" {conjunction} ") } else { ", ".to_owned() });
            }
            let (before, label, after) = self.in_words(facet, key);
            self.text(before);
            self.pieces
                .push(Piece::Value(ValueLabel { facet, key: (*key).to_owned(), label }, choice));
            self.text(after);
        }
        if n_named < keys.len() {
            self.text(format!(" {conjunction} {} others", keys.len() - n_named));
        }
        if facet == Facet::Kind {
            self.text(" speech");
        }
    }

    /// A value as it stands in a sentence, with what comes before and after it.
    fn in_words(&self, facet: Facet, key: &str) -> (&'static str, String, &'static str) {
        let label = self.engine.label(facet, key);
        match (facet, key) {
            (Facet::Speaker | Facet::Listener, UNRESOLVED) => {
                ("", "speakers not resolved".to_owned(), "")
            }
            (Facet::Outlet, UNSTATED) => ("", "outlets not stated".to_owned(), ""),
            (Facet::Year, UNDATED) => ("", "undated articles".to_owned(), ""),
            (Facet::Kind, _) => ("", key.to_owned(), ""),
            (Facet::Cue, _) => ("“", label, "”"),
            (Facet::Country | Facet::SpeakerCountry, _) if takes_article(&label) => {
                ("the ", label, "")
            }
            _ => ("", label, ""),
        }
    }

    fn query(&mut self) {
        let (query, _) = Query::parse(&self.question.query);
        query.root.iter().for_each(|root| self.in_query_words(root));
    }

    fn dates(&mut self) {
        let (from, to) = (self.question.from, self.question.to);
        let bounds = match (from, to) {
            (Some(from), Some(to)) if from == to => [(", on ", Some(from)), ("", None)],
            (Some(_), Some(_)) => [(", from ", from), (" to ", to)],
            _ => [(", since ", from), (", until ", to)],
        };
        for (word, date) in bounds {
            if let Some(date) = date {
                self.text(word);
                self.pieces.push(Piece::Date(long_date(date)));
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
