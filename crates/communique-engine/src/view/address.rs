//! A view as a URL query string, and back.
//!
//! `speaker=ali-shamkhani&country=us,!il&q=foreign+forces`: the keys of [`Facet::key`] hold values
//! separated by commas, an excluded one behind `!`; `country-all=1` asks for all; then `q`, `from`, `to`,
//! `sort`, `view`, `doc`, `s`. Keys stand in one fixed order and defaults are left out, so that equal views
//! have equal URLs. Repeated keys add up. Any string decodes: what is not understood is reported and skipped.

use communique_index::{Date, Facet};

use super::{Action, Choice, Layout, Sort, View};
use crate::Diagnostic;

impl View {
    /// The view as a query string without leading `?`; empty for the default view.
    pub fn encode(&self) -> String {
        let mut address = String::new();
        let mut put = |key: &str, value: &str| {
            if !address.is_empty() {
                address.push('&');
            }
            address.push_str(key);
            address.push('=');
            address.push_str(value);
        };
        let question = &self.question;
        if !question.query.is_empty() {
            put("q", &escape(&question.query, Part::Text));
        }
        for (facet, selection) in question.selections.iter() {
            let spell = |(key, choice): (&str, Choice)| {
                let sign = if choice == Choice::Excluded { "!" } else { "" };
                format!("{sign}{}", escape(key, Part::ListValue))
            };
            let values: Vec<_> = selection.iter().map(spell).collect();
            if !values.is_empty() {
                put(facet.key(), &values.join(","));
            }
            if selection.all() {
                put(&format!("{}{ALL_SUFFIX}", facet.key()), "1");
            }
        }
        let mut put_text = |key: &str, value: Option<&str>| {
            if let Some(value) = value {
                put(key, &escape(value, Part::Text));
            }
        };
        put_text("from", question.from.map(|date| date.to_string()).as_deref());
        put_text("to", question.to.map(|date| date.to_string()).as_deref());
        put_text("sort", question.sort.map(Sort::key));
        put_text("view", (self.layout != Layout::default()).then(|| self.layout.key()));
        put_text("doc", self.document.as_deref());
        put_text("s", self.statement.as_deref());
        address
    }

    /// Reads a query string, with or without leading `?`.
    ///
    /// Never fails: the diagnostics name each part that was not understood, and the view holds the rest.
    pub fn decode(address: &str) -> (View, Vec<Diagnostic>) {
        let mut view = View::default();
        let mut diagnostics = Vec::new();
        let address = address.strip_prefix('?').unwrap_or(address);
        for part in address.split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            match actions(&unescape(key), value) {
                Ok(actions) => view = view.after(actions),
                Err(message) => diagnostics.push(Diagnostic::address(&unescape(part), message)),
            }
        }
        (view, diagnostics)
    }
}

const ALL_SUFFIX: &str = "-all";

/// The steps that one `key=value` of an address stands for, or what is wrong with it.
fn actions(key: &str, value: &str) -> Result<Vec<Action>, String> {
    if let Some(facet) = Facet::from_key(key) {
        return facet_actions(facet, value);
    }
    let text = unescape(value);
    if let Some(facet) = key.strip_suffix(ALL_SUFFIX).and_then(Facet::from_key) {
        return match text.as_str() {
            "0" | "false" => Ok(vec![Action::MatchAll(facet, false)]),
            "1" | "true" if facet.is_multivalued() => Ok(vec![Action::MatchAll(facet, true)]),
            "1" | "true" => Err(format!("a statement has only one {}, left out", facet.key())),
            _ => Err(format!("{key} is 1 or 0, left out")),
        };
    }
    let date = || match Date::parse(&text) {
        Some(date) => Ok(date),
        None => Err(format!("\"{text}\" is no date, left out; write it as 2021-04-12")),
    };
    let action = match key {
        "q" => Action::SetQuery(text),
        "from" => Action::SetFrom(Some(date()?)),
        "to" => Action::SetTo(Some(date()?)),
        "sort" => match Sort::from_key(&text) {
            Some(sort) => Action::SortBy(Some(sort)),
            None => return Err(unknown("order", &text, &Sort::ALL.map(Sort::key))),
        },
        "view" => match Layout::from_key(&text) {
            Some(layout) => Action::LayOut(layout),
            None => return Err(unknown("layout", &text, &Layout::ALL.map(Layout::key))),
        },
        "doc" => Action::OpenDocument(text),
        "s" => Action::SingleOut(Some(text)),
        _ => return Err(format!("there is no filter \"{key}\", left out")),
    };
    Ok(vec![action])
}

fn facet_actions(facet: Facet, value: &str) -> Result<Vec<Action>, String> {
    let choose = |part: &str| match part.strip_prefix('!') {
        Some(key) => Action::Choose(facet, unescape(key), Choice::Excluded),
        None => Action::Choose(facet, unescape(part), Choice::Included),
    };
    let actions: Vec<_> = value
        .split(',')
        .filter(|part| !part.trim_start_matches('!').is_empty())
        .map(choose)
        .collect();
    match actions.is_empty() {
        true => Err(format!("{} names no value, left out", facet.key())),
        false => Ok(actions),
    }
}

fn unknown(what: &str, text: &str, known: &[&str]) -> String {
    format!("there is no {what} \"{text}\", left out; there are {}", known.join(", "))
}

/// What a stretch of an address spells, which decides the characters that must be escaped.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// The whole value of a key.
    Text,
    /// One of several values between commas, after `!` or not.
    ListValue,
}

/// Percent-encodes (RFC 3986) all but what browsers leave alone in a query string; a space becomes `+`.
fn escape(text: &str, part: Part) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                escaped.push(char::from(byte));
            }
            b'*' | b'(' | b')' | b':' | b'/' | b'@' => escaped.push(char::from(byte)),
            b',' | b'!' if part == Part::Text => escaped.push(char::from(byte)),
            b' ' => escaped.push('+'),
            _ => {
                escaped.push('%');
                escaped.push(char::from(HEX[usize::from(byte >> 4)]));
                escaped.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
    escaped
}

/// The inverse of [`escape`] for any string: a `%` without two hexadecimal digits stands for itself, and bytes
/// that are no UTF-8 become U+FFFD.
fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut unescaped = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                unescaped.push((high * 16 + low) as u8);
                at += 2;
            }
            (b'+', _, _) => unescaped.push(b' '),
            (byte, _, _) => unescaped.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&unescaped).into_owned()
}
