//! What scripts hand in: an object with the keys of an address.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use communique_engine::{Diagnostic, View};
use communique_index::Facet;

/// Keys of an address that hold one text.
const TEXTS: [&str; 8] = ["q", "from", "to", "sort", "view", "kwic", "doc", "s"];
/// The key that holds two speakers.
const COMPARE: &str = "compare";
/// The key of a switch that is no facet's.
const FOLD: &str = "fold";
/// How many statements a search gives if not told.
const DEFAULT_LIMIT: usize = 50;

/// What an object is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A search, which also takes `offset` and `limit`.
    Search,
    /// A view, which also takes the `warnings` that `parse` gave along.
    View,
}

/// The part of the statements that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The first one.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
}

/// An object that was read.
pub struct Arguments {
    /// The view it spells.
    pub view: View,
    /// The part wanted.
    pub page: Page,
    /// Keys that there are not.
    pub warnings: Vec<String>,
}

impl Arguments {
    /// Reads `object`.
    ///
    /// # Errors
    /// Names the key whose value is not of the right kind, or not understood.
    pub fn read(object: &JsValue, of: Of) -> Result<Self, JsError> {
        let mut page = Page { offset: 0, limit: DEFAULT_LIMIT };
        let mut view = View::default();
        let mut warnings = Vec::new();
        if object.is_undefined() {
            return Ok(Self { view, page, warnings });
        }
        if !object.is_object() || Array::is_array(object) {
            return Err(JsError::new("expected an object such as {speaker: [\"…\"]}"));
        }
        for entry in Object::entries(object.unchecked_ref()).iter() {
            let entry: Array = entry.unchecked_into();
            let (key, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
            if value.is_undefined() || value.is_null() {
                continue;
            }
            let parts = match key.as_str() {
                "offset" if of == Of::Search => {
                    page.offset = whole_number(&key, &value)?;
                    continue;
                }
                "limit" if of == Of::Search => {
                    page.limit = whole_number(&key, &value)?;
                    continue;
                }
                "warnings" if of == Of::View => continue,
                key => spell(key, &value)?,
            };
            let Some(part) = parts else {
                warnings.push(format!("there is no filter \"{key}\", left out"));
                continue;
            };
            let (decoded, diagnostics) = View::decode(&format!("{}&{part}", view.encode()));
            if let Some(Diagnostic { message, .. }) = diagnostics.first() {
                return Err(JsError::new(&format!("{key}: {message}")));
            }
            view = decoded;
        }
        Ok(Self { view, page, warnings })
    }
}

/// `key` with its value as a part of an address; `None` where there is no such key.
fn spell(key: &str, value: &JsValue) -> Result<Option<String>, JsError> {
    let spelt = if TEXTS.contains(&key) {
        let text = value.as_string().ok_or_else(|| wrong(key, "text"))?;
        if text.is_empty() { String::new() } else { format!("{key}={}", escape(&text)) }
    } else if key == COMPARE || Facet::from_key(key).is_some() {
        let keys = list(key, value)?;
        if keys.is_empty() { String::new() } else { format!("{key}={}", keys.join(",")) }
    } else if key == FOLD || Facet::from_all_key(key).is_some() {
        let all = value.as_bool().ok_or_else(|| wrong(key, "true or false"))?;
        format!("{key}={}", u8::from(all))
    } else {
        return Ok(None);
    };
    Ok(Some(spelt))
}

/// A list of facet keys, or a single one, each escaped behind its `!`.
fn list(key: &str, value: &JsValue) -> Result<Vec<String>, JsError> {
    let expected = "a list of texts";
    let values = match value.as_string() {
        Some(_) => Array::of1(value),
        None if Array::is_array(value) => Array::from(value),
        None => return Err(wrong(key, expected)),
    };
    let one = |value: JsValue| {
        let text = value.as_string().ok_or_else(|| wrong(key, expected))?;
        Ok(match text.strip_prefix('!') {
            Some(excluded) => format!("!{}", escape(excluded)),
            None => escape(&text),
        })
    };
    values.iter().map(one).collect()
}

fn whole_number(key: &str, value: &JsValue) -> Result<usize, JsError> {
    let is_whole = |n: &f64| *n >= 0.0 && n.fract() == 0.0 && *n <= f64::from(u32::MAX);
    let number =
        value.as_f64().filter(is_whole).ok_or_else(|| wrong(key, "a whole number from 0"))?;
    Ok(number as usize)
}

fn wrong(key: &str, expected: &str) -> JsError {
    JsError::new(&format!("{key}: expected {expected}"))
}

fn escape(text: &str) -> String {
    // JavaScript leaves `!` as it is, but in a list of an address it would exclude the value behind it.
    String::from(js_sys::encode_uri_component(text)).replace('!', "%21")
}
