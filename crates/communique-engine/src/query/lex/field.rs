//! Fields: `speaker:shamkhani`, `country:"united states"`, `theme:!security`, `date:2020..2021`.

use std::ops::Range;

use communique_index::Facet;
use communique_words::say;

use super::{Kind, Lexer, is_quote};
use crate::query::{Clause, Node};

/// What a field's name stands for.
#[derive(Clone, Copy)]
enum Field {
    Facet(Facet),
    Date,
}

impl Field {
    fn from_name(name: &str) -> Option<Field> {
        match name {
            "date" => Some(Field::Date),
            _ => Facet::from_key(name).map(Field::Facet),
        }
    }

    fn clause(self, value: String) -> Clause {
        match self {
            Field::Facet(facet) => Clause::Value(facet, value),
            Field::Date => Clause::Date(value),
        }
    }
}

impl Lexer<'_> {
    /// `name:value`, where `word` is what was read of it up to a blank or quote: goes on through `name:"value"`. A `!`
    /// before the value excludes it, as it does in an address.
    pub(super) fn field(&mut self, start: usize, name: &str, value: &str) -> Option<Kind> {
        let Some(field) = Field::from_name(name) else {
            if !value.is_empty() {
                self.report(start..self.at, unknown(name));
            }
            return self.plain_words(start..self.at);
        };
        let (is_excluded, mut value) = match value.strip_prefix('!') {
            Some(value) => (true, value.to_owned()),
            None => (false, value.to_owned()),
        };
        if value.is_empty() && self.text[self.at..].starts_with(is_quote) {
            let quote = self.at;
            self.at += self.text[quote..].chars().next().map_or(0, char::len_utf8);
            value = self.quoted(quote);
        }
        if value.trim().is_empty() {
            self.report(start..self.at, say::ODD_FIELD_EMPTY.fill([name]));
            return self.plain_words(start..self.at);
        }
        let clause = field.clause(value);
        Some(Kind::Clauses(vec![if is_excluded { not(start..self.at, clause) } else { clause }]))
    }
}

fn not(text_span: Range<usize>, clause: Clause) -> Clause {
    Clause::Not(Box::new(Node { text_span, clause }))
}

fn unknown(name: &str) -> String {
    let names = Facet::ALL.map(Facet::key).join(", ");
    say::ODD_FIELD.fill([name, &names])
}
