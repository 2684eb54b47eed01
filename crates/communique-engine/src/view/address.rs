//! A view as a URL query string, and back.
//!
//! `speaker=ali-shamkhani&country=us,!il&q=foreign+forces`: the keys of [`Facet::key`] hold values
//! separated by commas, an excluded one behind `!`; `country-all=1` asks for all; then `q`, `from`, `to`,
//! `sort`, `view`, `fold`, `kwic`, `compare`, `doc`, `s`. Keys stand in one fixed order and defaults are left out, so that equal views
//! have equal URLs. Repeated keys add up. Any string decodes: what is not understood is reported and skipped.

use communique_index::{Date, Facet};
use communique_words::{Form, say};

use super::{Action, Choice, KwicSort, Layout, Selection, Sort, View};
use crate::Diagnostic;
use crate::words::facet_bare;

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
            put("q", &escape(&question.query));
        }
        for (facet, selection) in question.selections.iter() {
            if !selection.is_empty() {
                put(facet.key(), &escape(&list(selection)));
            }
            if selection.all() {
                put(facet.all_key(), "1");
            }
        }
        let mut put_text = |key: &str, value: Option<&str>| {
            if let Some(value) = value {
                put(key, &escape(value));
            }
        };
        put_text("from", question.from.map(|date| date.to_string()).as_deref());
        put_text("to", question.to.map(|date| date.to_string()).as_deref());
        put_text("sort", question.sort.map(Sort::key));
        put_text("view", (self.layout != Layout::default()).then(|| self.layout.key()));
        put_text("fold", self.fold.then_some("1"));
        put_text("kwic", self.kwic_sort.map(KwicSort::key).as_deref());
        put_text("compare", self.compared.as_ref().map(list_of_keys).as_deref());
        put_text("doc", self.document.as_deref());
        put_text("s", self.statement.as_deref());
        address
    }

    /// Reads a query string, with or without leading `?`.
    ///
    /// Never fails: the diagnostics name each part that was not understood, and the view holds the rest.
    pub fn decode(address: &str) -> (View, Vec<Diagnostic>) {
        View::default().with(address)
    }

    /// This view with what an address adds to it; and what was not understood of that.
    pub fn with(self, address: &str) -> (View, Vec<Diagnostic>) {
        let mut view = self;
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

/// The steps that one `key=value` of an address stands for, or what is wrong with it.
fn actions(key: &str, value: &str) -> Result<Vec<Action>, String> {
    let text = unescape(value);
    if let Some(facet) = Facet::from_key(key) {
        return facet_actions(facet, &text);
    }
    if let Some(facet) = Facet::from_all_key(key) {
        return match switch(key, &text)? {
            true if !facet.is_multivalued() => Err(say::ODD_ALL.fill([facet_bare(facet)])),
            all => Ok(vec![Action::MatchAll(facet, all)]),
        };
    }
    let date = || match Date::parse(&text) {
        Some(date) => Ok(date),
        None => Err(say::ODD_DATE.fill([&text])),
    };
    let action = match key {
        "q" => Action::SetQuery(text),
        "from" => Action::SetFrom(Some(date()?)),
        "to" => Action::SetTo(Some(date()?)),
        "sort" => match Sort::from_key(&text) {
            Some(sort) => Action::SortBy(Some(sort)),
            None => return Err(unknown(say::ODD_ORDER, &text, &Sort::ALL.map(Sort::key))),
        },
        "view" => match Layout::from_key(&text) {
            Some(layout) => Action::LayOut(layout),
            None => return Err(unknown(say::ODD_LAYOUT, &text, &Layout::ALL.map(Layout::key))),
        },
        "fold" => Action::Fold(switch(key, &text)?),
        "kwic" => match KwicSort::from_key(&text) {
            Some(sort) => Action::SortKwic(Some(sort)),
            None => {
                let known = KwicSort::all().map(KwicSort::key).collect::<Vec<_>>();
                let known = known.iter().map(String::as_str).collect::<Vec<_>>();
                return Err(unknown(say::ODD_KWIC, &text, &known));
            }
        },
        "compare" => match <[String; 2]>::try_from(keys(&text)) {
            Ok(pair) => Action::Compare(Some(pair)),
            Err(_) => return Err(say::ODD_COMPARE.text().to_owned()),
        },
        "doc" => Action::OpenDocument(text),
        "s" => Action::SingleOut(Some(text)),
        _ => return Err(say::ODD_FILTER.fill([key])),
    };
    Ok(vec![action])
}

fn switch(key: &str, text: &str) -> Result<bool, String> {
    match text {
        "0" | "false" => Ok(false),
        "1" | "true" => Ok(true),
        _ => Err(say::ODD_SWITCH.fill([key])),
    }
}

/// Chosen values between commas, an excluded one behind `!`. A backslash takes the meaning from the character
/// behind it, for keys that have such characters themselves.
fn list(selection: &Selection) -> String {
    let mut list = String::new();
    for (key, choice) in selection.iter() {
        push_key(&mut list, key, choice);
    }
    list
}

/// As [`list`], where nothing is excluded.
fn list_of_keys(keys: &[String; 2]) -> String {
    let mut list = String::new();
    keys.iter().for_each(|key| push_key(&mut list, key, Choice::Included));
    list
}

fn push_key(list: &mut String, key: &str, choice: Choice) {
    if !list.is_empty() {
        list.push(',');
    }
    if choice == Choice::Excluded {
        list.push('!');
    }
    if key.starts_with('!') {
        list.push('\\');
    }
    for c in key.chars() {
        if matches!(c, ',' | '\\') {
            list.push('\\');
        }
        list.push(c);
    }
}

fn facet_actions(facet: Facet, list: &str) -> Result<Vec<Action>, String> {
    let choose = |(key, choice)| Action::Choose(facet, key, choice);
    let actions: Vec<_> = values(list).into_iter().map(choose).collect();
    match actions.is_empty() {
        true => Err(say::ODD_NO_VALUE.fill([facet.key()])),
        false => Ok(actions),
    }
}

/// The keys of a list, whether or not they are excluded.
fn keys(list: &str) -> Vec<String> {
    values(list).into_iter().map(|(key, _)| key).collect()
}

/// The inverse of [`list`] for any string; empty values are skipped.
fn values(list: &str) -> Vec<(String, Choice)> {
    let mut values = Vec::new();
    let mut key = String::new();
    let mut choice = Choice::Included;
    let mut chars = list.chars();
    loop {
        match chars.next() {
            next @ (None | Some(',')) => {
                if !key.is_empty() {
                    values.push((std::mem::take(&mut key), choice));
                }
                choice = Choice::Included;
                if next.is_none() {
                    break;
                }
            }
            Some('!') if key.is_empty() => choice = Choice::Excluded,
            Some('\\') => key.extend(chars.next()),
            Some(c) => key.push(c),
        }
    }
    values
}

fn unknown(what: Form<2>, text: &str, known: &[&str]) -> String {
    what.fill([text, &known.join(", ")])
}

/// Percent-encodes (RFC 3986) all but what browsers leave alone in a query string; a space becomes `+`.
fn escape(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                escaped.push(char::from(byte));
            }
            b'*' | b'(' | b')' | b':' | b'/' | b'@' | b',' | b'!' => {
                escaped.push(char::from(byte));
            }
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
