//! What a reply is made of, and its way to JavaScript: one type through `serde-wasm-bindgen`, where a derived
//! serializer for each kind of reply would be twice the code.

use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;

/// A value of a reply: what JSON knows, without booleans that are false.
pub enum Plain {
    /// Nothing there.
    Null,
    /// A switch that is on.
    True,
    /// A count or an offset.
    Number(u32),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Plain>),
    /// An object, its keys in this order.
    Object(Vec<(&'static str, Plain)>),
}

impl Plain {
    /// The value as scripts get it: plain objects and arrays, `null` for what is not there.
    pub fn to_js(&self) -> JsValue {
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        self.serialize(&serializer).expect("plain values have no way to fail")
    }
}

impl Serialize for Plain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Plain::Null => serializer.serialize_unit(),
            Plain::True => serializer.serialize_bool(true),
            Plain::Number(number) => serializer.serialize_u32(*number),
            Plain::Text(text) => serializer.serialize_str(text),
            Plain::List(list) => serializer.collect_seq(list),
            Plain::Object(parts) => {
                serializer.collect_map(parts.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}

impl From<u32> for Plain {
    fn from(number: u32) -> Self {
        Plain::Number(number)
    }
}

impl From<usize> for Plain {
    fn from(number: usize) -> Self {
        // In wasm the two are the same.
        Plain::Number(number as u32)
    }
}

impl From<&str> for Plain {
    fn from(text: &str) -> Self {
        Plain::Text(text.to_owned())
    }
}

impl From<String> for Plain {
    fn from(text: String) -> Self {
        Plain::Text(text)
    }
}
